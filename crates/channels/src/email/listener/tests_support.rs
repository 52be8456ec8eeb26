//! A listener on a free port with an intake that remembers, for the tests of both ends.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{Accepted, Answer, Envelope, Intake, Limits, Protocol, Refusal, Settings, serve};

/// Remembers what came in. `nobody@…` is unknown, `later@…` is to come again.
#[derive(Clone, Default)]
pub(crate) struct Kept {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    mails: Vec<(Envelope, Vec<u8>)>,
    oversize: Vec<(Envelope, u64, usize)>,
    answer: Option<Refusal>,
    slow: Option<std::time::Duration>,
}

impl Kept {
    fn with<T>(&self, use_it: impl FnOnce(&mut State) -> T) -> T {
        use_it(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn mails(&self) -> Vec<(Envelope, Vec<u8>)> {
        self.with(|state| state.mails.clone())
    }

    pub fn texts(&self) -> Vec<String> {
        self.mails().iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    }

    /// Sender, announced or counted size, and how many first bytes were handed over.
    pub fn oversize(&self) -> Vec<(Envelope, u64, usize)> {
        self.with(|state| state.oversize.clone())
    }

    /// From now on mails get this answer.
    pub fn answer(&self, refusal: Option<Refusal>) {
        self.with(|state| state.answer = refusal);
    }

    /// From now on keeping takes this long.
    pub fn take_time(&self, time: std::time::Duration) {
        self.with(|state| state.slow = Some(time));
    }
}

impl Intake for Kept {
    fn recipient<'a>(&'a self, address: &'a str) -> Answer<'a, Result<(), Refusal>> {
        Box::pin(async move {
            match address.split('@').next() {
                Some("nobody") => Err(Refusal::unknown_recipient()),
                Some("later") => Err(Refusal::later("Come back")),
                _ => Ok(()),
            }
        })
    }

    fn accept(&self, envelope: Envelope, bytes: Vec<u8>) -> Answer<'_, Result<Accepted, Refusal>> {
        Box::pin(async move {
            if let Some(time) = self.with(|state| state.slow) {
                tokio::time::sleep(time).await;
            }
            self.with(|state| {
                if let Some(refusal) = &state.answer {
                    return Err(refusal.clone());
                }
                state.mails.push((envelope, bytes));
                Ok(Accepted { reference: state.mails.len().to_string() })
            })
        })
    }

    fn refused_oversize(&self, envelope: Envelope, size: u64, beginning: Vec<u8>) -> Answer<'_, ()> {
        Box::pin(async move { self.with(|state| state.oversize.push((envelope, size, beginning.len()))) })
    }
}

pub(crate) struct Server {
    pub port: u16,
    pub kept: Kept,
    pub stop: watch::Sender<bool>,
    pub running: JoinHandle<()>,
}

pub(crate) async fn start(protocol: Protocol, kept: Kept) -> Server {
    start_with(protocol, kept, Limits::default()).await
}

pub(crate) async fn start_with(protocol: Protocol, kept: Kept, limits: Limits) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let (stop, stopped) = watch::channel(false);
    let settings = Settings { protocol, host_name: "desk.example".into(), limits };
    let running = tokio::spawn(serve(listener, settings, Arc::new(kept.clone()), stopped));
    Server { port, kept, stop, running }
}
