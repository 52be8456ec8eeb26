//! The one HTTP client: nothing else in Tillit calls a web address.
//!
//! Looks the name up itself, judges every address it leads to ([`Gate`]) and connects to exactly
//! those. Never follows a redirect, never uses a proxy from the environment, gives up after 30 s in
//! all and after 1 MiB. Knows nothing of what it carries.

mod gate;

use std::{
    error::Error as StdError,
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use http::{HeaderMap, HeaderValue, Method, StatusCode, header::CONTENT_TYPE};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

pub use gate::{Gate, Refused};

/// From the look-up to the last byte.
const DEADLINE: Duration = Duration::from_secs(30);
/// Largest body that is read.
const LARGEST: usize = 1024 * 1024;

/// How names become addresses; tests bring their own.
trait Names: Send + Sync {
    fn find(&self, name: String) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;
}

struct SystemNames;

impl Names for SystemNames {
    fn find(&self, name: String) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> {
        Box::pin(async move { Ok(tokio::net::lookup_host((name, 0)).await?.map(|socket| socket.ip()).collect()) })
    }
}

/// What reqwest asks: looked up, judged and pinned in one step, so that the answer cannot change
/// between judging and connecting.
struct Judged {
    gate: Gate,
    names: Arc<dyn Names>,
}

impl Judged {
    async fn find(&self, name: &str) -> Result<Vec<IpAddr>, Refused> {
        let found = self.names.find(name.to_owned()).await.map_err(|_| Refused::Unknown(name.to_owned()))?;
        self.gate.judge_all(name, &found)?;
        Ok(found)
    }
}

struct Resolver(Arc<Judged>);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let judged = self.0.clone();
        Box::pin(async move {
            let found = judged.find(name.as_str()).await?;
            // Port 0 stands for the one in the URL.
            let sockets: Addrs = Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0)));
            Ok(sockets)
        })
    }
}

/// A request to send.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// GET, POST …
    pub method: Method,
    /// Where to; judged again when sent.
    pub url: Url,
    /// Headers beside those every request has.
    pub headers: HeaderMap,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

impl Outgoing {
    /// Asks for `url`.
    #[must_use]
    pub fn get(url: Url) -> Self {
        Self { method: Method::GET, url, headers: HeaderMap::new(), body: Vec::new() }
    }

    /// Posts `body` to `url`.
    #[must_use]
    pub fn post(url: Url, content_type: HeaderValue, body: Vec<u8>) -> Self {
        Self { method: Method::POST, url, headers: HeaderMap::from_iter([(CONTENT_TYPE, content_type)]), body }
    }
}

/// What came back, redirects included.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status, whatever it is.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, 1 MiB at most.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// The address may not be called.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It took longer than 30 seconds in all.
    #[error("there was no whole answer within the time allowed")]
    TooSlow,
    /// The body is larger than 1 MiB.
    #[error("the answer is larger than allowed")]
    TooLarge,
    /// Connecting, TLS or HTTP failed.
    #[error("the request failed: {0}")]
    Failed(String),
}

/// The client. Cheap to clone.
#[derive(Clone)]
pub struct Outbound {
    judged: Arc<Judged>,
    /// An error when the machine has no certificates; then only its users fail, not the start.
    client: Result<reqwest::Client, Arc<str>>,
    deadline: Duration,
}

impl Outbound {
    /// A client behind `gate`.
    #[must_use]
    pub fn new(gate: Gate) -> Self {
        Self::build(gate, Arc::new(SystemNames), DEADLINE)
    }

    fn build(gate: Gate, names: Arc<dyn Names>, deadline: Duration) -> Self {
        // reqwest takes the process's provider; when one is installed already, that is ring as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let judged = Arc::new(Judged { gate, names });
        let client = reqwest::Client::builder()
            .dns_resolver(Resolver(judged.clone()))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .retry(reqwest::retry::never())
            // A kept connection would outlive what its name led to.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("Tillit/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| cause(&error).into());
        Self { judged, client, deadline }
    }

    /// Judges a URL that somebody wants to save, and looks its name up.
    pub async fn vet(&self, text: &str) -> Result<Url, Refused> {
        let url = self.judged.gate.read(text)?;
        if let Some(Host::Domain(name)) = url.host() {
            let looked_up = tokio::time::timeout(self.deadline, self.judged.find(name)).await;
            looked_up.unwrap_or_else(|_| Err(Refused::Unknown(name.to_owned())))?;
        }
        Ok(url)
    }

    /// Sends one request and reads the whole answer.
    pub async fn send(&self, outgoing: Outgoing) -> Result<Answer, NoAnswer> {
        let url = self.judged.gate.read(outgoing.url.as_str())?;
        let client = self.client.as_ref().map_err(|error| NoAnswer::Failed(error.to_string()))?;
        let request = client.request(outgoing.method, url).headers(outgoing.headers).body(outgoing.body);
        tokio::time::timeout(self.deadline, whole(request)).await.unwrap_or(Err(NoAnswer::TooSlow))
    }
}

impl std::fmt::Debug for Outbound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outbound(…)")
    }
}

async fn whole(request: reqwest::RequestBuilder) -> Result<Answer, NoAnswer> {
    let mut response = request.send().await.map_err(|error| no_answer(&error))?;
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| no_answer(&error))? {
        if body.len() + chunk.len() > LARGEST {
            return Err(NoAnswer::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { status: response.status(), headers: response.headers().clone(), body })
}

fn no_answer(error: &reqwest::Error) -> NoAnswer {
    let mut next: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(cause) = next {
        if let Some(refused) = cause.downcast_ref::<Refused>() {
            return NoAnswer::Refused(refused.clone());
        }
        next = cause.source();
    }
    NoAnswer::Failed(cause(error))
}

/// The innermost cause, which is what an operator can act on; never the URL, which may hold secrets.
fn cause(error: &dyn StdError) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

#[cfg(test)]
mod tests;
