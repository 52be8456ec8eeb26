//! The door for mail servers: SMTP and LMTP on a TCP port.
//!
//! Takes bytes and hands them to an [`Intake`]; only when that says they are kept is the sender
//! told so (250). Bounded everywhere: connections, line lengths, recipients, message size, memory
//! for messages on their way, time by the machine's clock. Knows nothing of what mails mean.
//!
//! Commands are read by smtp-proto; the end of a message is found by `data`, which knows one
//! ending only, so that no second mail can be smuggled in.

mod data;
mod intake;
mod reply;
mod session;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod tests_support;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

pub use intake::{Accepted, Answer, Envelope, Intake, Protocol, Refusal};
use session::Session;

/// How a listener behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which of the two protocols is spoken.
    pub protocol: Protocol,
    /// The name it greets with.
    pub host_name: String,
    /// Its bounds.
    pub limits: Limits,
}

/// Bounds of a listener.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Largest message taken.
    pub message_bytes: usize,
    /// Most recipients of one message.
    pub recipients: usize,
    /// Most connections at a time.
    pub connections: usize,
    /// Most memory for large messages on their way, all connections together.
    pub buffered_bytes: usize,
    /// Longest wait for the next command, and for the peer to take an answer.
    pub idle: Duration,
    /// Longest time for one message.
    pub message: Duration,
    /// Longest wait for mails on their way when the server stops.
    pub drain: Duration,
    /// Most wrong commands on one connection.
    pub errors: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message_bytes: 50 * 1024 * 1024,
            recipients: 100,
            connections: 200,
            buffered_bytes: 160 * 1024 * 1024,
            idle: Duration::from_secs(300),
            message: Duration::from_secs(600),
            drain: Duration::from_secs(20),
            errors: 10,
        }
    }
}

/// Serves `listener` until `shutdown` becomes true; then mails on their way are finished, idle
/// peers are sent off, and it returns.
pub async fn serve(
    listener: TcpListener,
    settings: Settings,
    intake: Arc<dyn Intake>,
    mut shutdown: watch::Receiver<bool>,
) {
    let drain = settings.limits.drain;
    let door = Door {
        places: Arc::new(Semaphore::new(settings.limits.connections)),
        buffers: Arc::new(data::Budget::new(settings.limits.buffered_bytes)),
        settings: Arc::new(settings),
        intake,
        shutdown: shutdown.clone(),
    };
    let mut sessions = JoinSet::new();
    loop {
        tokio::select! {
            () = stopped(&mut shutdown) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => door.admit(stream, peer, &mut sessions),
                Err(error) => {
                    // Mostly too many open files: others will close theirs.
                    tracing::warn!(%error, "a mail connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
            Some(_) = sessions.join_next() => {}
        }
    }
    drop(listener);
    let all = async { while sessions.join_next().await.is_some() {} };
    if tokio::time::timeout(drain, all).await.is_err() {
        tracing::warn!("mail connections were cut, their senders will try again");
    }
}

/// Waits until the server is to stop; also when nobody is left to say so.
async fn stopped(shutdown: &mut watch::Receiver<bool>) {
    let _ = shutdown.wait_for(|stop| *stop).await;
}

struct Door {
    places: Arc<Semaphore>,
    buffers: Arc<data::Budget>,
    settings: Arc<Settings>,
    intake: Arc<dyn Intake>,
    shutdown: watch::Receiver<bool>,
}

impl Door {
    fn admit(&self, mut stream: TcpStream, peer: SocketAddr, sessions: &mut JoinSet<()>) {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            sessions.spawn(async move {
                let answer = stream.write_all(b"421 4.7.0 Too many connections, try again later\r\n");
                let _ = tokio::time::timeout(Duration::from_secs(5), answer).await;
            });
            return;
        };
        // Answers are small and awaited; a failure here only makes them slower.
        let _ = stream.set_nodelay(true);
        let session = Session::new(
            stream,
            peer,
            Arc::clone(&self.settings),
            Arc::clone(&self.intake),
            Arc::clone(&self.buffers),
            self.shutdown.clone(),
        );
        sessions.spawn(in_place(place, session));
    }
}

/// A session keeps its place until it ends.
async fn in_place(place: OwnedSemaphorePermit, session: Session<TcpStream>) {
    Box::pin(session.run()).await;
    drop(place);
}
