//! What stands before every route: true peer, same origin, limits, safe headers, error pages, and a
//! task of its own for each request. Knows no route.
//!
//! From the outside in: headers, pages for errors, peer and origin, then the handler in its task.

pub mod headers;
pub mod next;
pub mod origin;

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    pin::Pin,
    sync::Arc,
};

use axum::{
    Router,
    body::{Body, HttpBody as _},
    extract::{ConnectInfo, DefaultBodyLimit, FromRequestParts, Request, State},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use futures_util::{Stream as _, stream::poll_fn};
use http::request::Parts;
use tracing::Instrument;

use super::errors::{self, Error, Pages};
use super::room::{Place, Room};
use crate::{Fault, Platform, Site, api::problem, metrics::Metrics, throttle::Proxies};

/// Largest body of a form without files; routes that take files raise it for themselves.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// What the guard must know.
#[derive(Clone)]
pub struct Guard {
    /// The configured URL: what is our own origin, and whether it has TLS.
    pub site: Arc<Site>,
    /// The proxies whose word about the peer is taken.
    pub proxies: Arc<Proxies>,
    /// Makes pages of errors.
    pub pages: Pages,
    /// How many are let in at once.
    pub room: Room,
    /// Where it is counted who was not.
    pub metrics: Metrics,
}

/// Puts all routes behind the guard.
pub fn protect(routes: Router, guard: Guard) -> Router {
    let pages = guard.pages.clone();
    routes
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn_with_state(guard.clone(), while_there_is_room))
        .layer(from_fn(in_own_task))
        .layer(from_fn_with_state(guard.clone(), only_own))
        .layer(from_fn_with_state(pages, errors::pages))
        .layer(from_fn_with_state(guard, with_headers))
}

/// Puts the routes of the API behind what holds for them. No cookie is read there, so it does not matter from
/// which page somebody asks, and what fails is no page.
pub fn protect_api(routes: Router<Platform>, p: &Platform, guard: Guard, largest: usize) -> Router {
    routes
        .layer(DefaultBodyLimit::max(largest))
        .layer(from_fn_with_state(guard.clone(), while_there_is_room))
        .layer(from_fn(in_own_task))
        .layer(from_fn_with_state(p.clone(), problem::layer))
        .layer(from_fn_with_state(guard, with_headers))
        .with_state(p.clone())
}

/// The address of whoever is asking, as far as it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().copied().unwrap_or(Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}

async fn only_own(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    if let Some(peer) = guard.peer(&request) {
        request.extensions_mut().insert(peer);
    }
    if origin::is_own(request.method(), request.headers(), &guard.site.url) {
        next.run(request).await
    } else {
        Error::Foreign.into_response()
    }
}

impl Guard {
    fn peer(&self, request: &Request) -> Option<Peer> {
        let ConnectInfo(socket) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
        Some(Peer(self.proxies.peer(socket.ip(), request.headers())))
    }
}

/// Where those ask who must know whether this process is well, above all when it is not.
const ALWAYS_OPEN: &str = "/health";

/// Stands within the task of a request, so that a place is taken until the work is done and not until somebody hangs up.
/// What is refused is refused before any of it is read. While we wait for bytes of it, its place is free for others.
async fn while_there_is_room(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    if request.uri().path() == ALWAYS_OPEN {
        return next.run(request).await;
    }
    let peer = guard.peer(&request).map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |Peer(peer)| peer);
    let brings = !request.body().is_end_stream();
    let Some(place) = guard.room.enter(peer, brings) else {
        guard.metrics.refused();
        return Error::Busy.into_response();
    };
    let place = Arc::new(place);
    let request = if brings { request.map(|body| heard(body, place.clone())) } else { request };
    let answer = next.run(request).await;
    drop(place);
    answer
}

/// A body that says whenever its next bytes are not there yet.
fn heard(body: Body, place: Arc<Place>) -> Body {
    let mut bytes = body.into_data_stream();
    Body::from_stream(poll_fn(move |context| {
        let now = Pin::new(&mut bytes).poll_next(context);
        place.waits(now.is_pending());
        now
    }))
}

/// A browser that hangs up drops its connection's future in the middle of whatever it awaits; in a
/// task of its own the handler ends what it began. A panic ends the task alone.
async fn in_own_task(request: Request, next: Next) -> Response {
    match tokio::spawn(next.run(request).in_current_span()).await {
        Ok(answer) => answer,
        Err(error) => Error::Fault(Fault::new(format!("a handler stopped: {error}"))).into_response(),
    }
}

async fn with_headers(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    headers::add(&mut answer, guard.site.is_https());
    answer
}

#[cfg(test)]
mod tests;
