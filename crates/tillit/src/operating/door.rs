//! The desk's door for connections: so many at once and no more, a share for each address, and nobody may stand in it in
//! silence. What comes beyond waits in the queue of the system or is shut out; those inside are not held up (T46).

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use platform::throttle::Proxies;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// How much the door lets in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once.
    pub all: usize,
    /// Of them from one address that is no trusted proxy.
    pub each: usize,
    /// How long nothing may be said on a connection.
    pub silence: Duration,
}

impl Limits {
    /// What this process can hold: half of the files that it may open, after asking for as many as it may have.
    #[must_use]
    pub fn of_this_process() -> Self {
        let now = getrlimit(Resource::Nofile);
        // A system that says no leaves us with what we have.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: now.maximum, maximum: now.maximum });
        let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
        let all = usize::try_from(files / 2).unwrap_or(usize::MAX).clamp(64, 16_384);
        Self { all, each: (all / 4).max(32), silence: Duration::from_secs(120) }
    }
}

/// A listener that counts who is in.
pub struct Door {
    listener: TcpListener,
    limits: Limits,
    places: Arc<Semaphore>,
    inside: Inside,
    proxies: Arc<Proxies>,
}

type Inside = Arc<Mutex<HashMap<IpAddr, usize>>>;

impl Door {
    /// A door before `listener`; trusted proxies bring many people and have no share.
    #[must_use]
    pub fn new(listener: TcpListener, limits: Limits, proxies: Arc<Proxies>) -> Self {
        let places = Arc::new(Semaphore::new(limits.all));
        Self { listener, limits, places, inside: Inside::default(), proxies }
    }

    /// Takes a place of this address's share, if there is one.
    fn share(&self, peer: IpAddr) -> Option<Share> {
        if self.proxies.trusts(peer) || peer.is_loopback() {
            return Some(Share(None));
        }
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let count = inside.entry(peer).or_default();
        if *count >= self.limits.each {
            return None;
        }
        *count += 1;
        Some(Share(Some((peer, self.inside.clone()))))
    }
}

/// One connection of an address; given back when dropped.
struct Share(Option<(IpAddr, Inside)>);

impl Drop for Share {
    fn drop(&mut self) {
        let Some((peer, inside)) = &self.0 else { return };
        let mut inside = inside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = inside.get_mut(peer) {
            *count -= 1;
            if *count == 0 {
                inside.remove(peer);
            }
        }
    }
}

impl Listener for Door {
    type Io = Visit;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Visit, SocketAddr) {
        loop {
            // Nobody ever closes the semaphore; were it closed, nobody would come in any more.
            let Ok(place) = self.places.clone().acquire_owned().await else { return std::future::pending().await };
            match self.listener.accept().await {
                Ok((stream, peer)) => {
                    if let Some(share) = self.share(peer.ip()) {
                        return (Visit::new(stream, self.limits.silence, place, share), peer);
                    }
                }
                Err(error) if gone(&error) => {}
                Err(error) => {
                    // Mostly too many open files: others will close theirs.
                    tracing::warn!(%error, "a connection could not be taken");
                    sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Whether somebody hung up before we looked.
fn gone(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Who stands at the other end.
#[derive(Clone, Copy, Debug)]
pub struct Caller(pub SocketAddr);

impl Connected<IncomingStream<'_, Door>> for Caller {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A connection that ends when nothing is said on it for too long.
pub struct Visit {
    stream: TcpStream,
    silence: Duration,
    until: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
    _share: Share,
}

impl Visit {
    fn new(stream: TcpStream, silence: Duration, place: OwnedSemaphorePermit, share: Share) -> Self {
        Self { stream, silence, until: Box::pin(sleep(silence)), _place: place, _share: share }
    }

    fn heard(&mut self) {
        let until = Instant::now() + self.silence;
        self.until.as_mut().reset(until);
    }

    /// What is ready, or an error when it was silent for too long.
    fn unless_silent<T>(&mut self, now: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if now.is_ready() {
            self.heard();
            return now;
        }
        ready!(self.until.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Visit {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, to: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let now = Pin::new(&mut self.stream).poll_read(context, to);
        self.unless_silent(now, context)
    }
}

impl AsyncWrite for Visit {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let now = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.unless_silent(now, context)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let now = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.unless_silent(now, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpSocket;

    use super::*;

    async fn door(all: usize, each: usize, silence: Duration) -> (Door, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        (Door::new(listener, Limits { all, each, silence }, Arc::new(Proxies::default())), address)
    }

    #[tokio::test]
    async fn no_more_come_in_than_there_are_places_until_one_leaves() {
        let (mut door, address) = door(2, 2, Duration::from_secs(60)).await;
        let _callers = [0; 3].map(|_| std::net::TcpStream::connect(address).expect("connected"));
        let (first, _) = door.accept().await;
        let (_second, _) = door.accept().await;
        assert!(tokio::time::timeout(Duration::from_millis(50), door.accept()).await.is_err());
        drop(first);
        door.accept().await;
    }

    #[tokio::test]
    async fn an_address_has_its_share_and_gets_it_back() {
        let (door, _) = door(9, 2, Duration::from_secs(60)).await;
        let peer = IpAddr::from([192, 0, 2, 1]);
        let (one, _two) = (door.share(peer), door.share(peer));
        assert!(one.is_some() && door.share(peer).is_none());
        assert!(door.share([192, 0, 2, 2].into()).is_some(), "another has a share of its own");
        assert!((0..9).all(|_| door.share([127, 0, 0, 1].into()).is_some()), "this machine has no share");
        drop(one);
        assert!(door.share(peer).is_some());
    }

    #[tokio::test]
    async fn who_says_nothing_is_sent_off_and_who_speaks_may_stay() {
        let (mut door, address) = door(2, 2, Duration::from_millis(20)).await;
        let caller = std::net::TcpStream::connect(address).expect("connected");
        let (mut visit, _) = door.accept().await;
        let silent = visit.read_u8().await.expect_err("nothing was said");
        assert_eq!(silent.kind(), io::ErrorKind::TimedOut);
        std::io::Write::write_all(&mut &caller, b"x").expect("said");
        visit.heard();
        assert_eq!(visit.read_u8().await.expect("heard"), b'x');
    }

    #[tokio::test]
    async fn a_thousand_who_never_read_are_sent_off_and_their_places_are_free_again() {
        const ALL: usize = 1_000;
        // Two files for each of them.
        assert!(Limits::of_this_process().all >= ALL, "this system lets a process open too few files");
        // Small pockets in the system, which is not what is tested.
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_send_buffer_size(4096).expect("small");
        socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
        let listener = socket.listen(64).expect("listens");
        let address = listener.local_addr().expect("an address");
        let limits = Limits { all: ALL, each: ALL, silence: Duration::from_millis(300) };
        let mut door = Door::new(listener, limits, Arc::new(Proxies::default()));
        let (mut peers, mut visits) = (Vec::new(), Vec::new());
        for _ in 0..ALL {
            let peer = TcpSocket::new_v4().expect("a socket");
            peer.set_recv_buffer_size(4096).expect("small");
            let (peer, (visit, _)) = tokio::join!(peer.connect(address), door.accept());
            peers.push(peer.expect("connected"));
            visits.push(visit);
        }
        assert_eq!(door.places.available_permits(), 0);
        let mut told = tokio::task::JoinSet::new();
        for mut visit in visits {
            told.spawn(async move {
                // More than the system holds for them; what is not taken stays here.
                let page = vec![b'x'; 64 * 1024];
                loop {
                    if let Err(error) = visit.write_all(&page).await {
                        return error.kind();
                    }
                }
            });
        }
        while let Some(ended) = told.join_next().await {
            assert_eq!(ended.expect("joined"), io::ErrorKind::TimedOut);
        }
        assert_eq!(door.places.available_permits(), ALL, "every place is free again");
        drop(peers);
    }
}
