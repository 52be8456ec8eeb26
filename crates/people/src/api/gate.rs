//! What stands before every route of the API: the token, its limit, what the document says that the route
//! needs. A cookie opens nothing here.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use platform::api::limits::Limits;
use platform::api::problem::Kind;
use platform::api::{CallerName, Document, Problem};
use platform::{Platform, Result};

use super::Caller;
use crate::tokens;

/// What the gate must know.
#[derive(Clone)]
pub struct Gate {
    /// The platform.
    pub platform: Platform,
    /// What routes need.
    pub document: Document,
    /// How many requests are taken.
    pub limits: Limits,
}

/// The layer.
pub async fn layer(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let caller = match enter(&gate, request.headers()).await {
        Ok(caller) => caller,
        Err(problem) => return problem.into_response(),
    };
    let left = gate.limits.take(caller.token.id.as_str());
    let mut answer = if left.within {
        match fits(&gate.document, &caller, request) {
            Ok(request) => next.run(request).await,
            Err(problem) => problem.into_response(),
        }
    } else {
        Problem::too_many(left.wait()).into_response()
    };
    left.tell(&mut answer);
    answer
}

async fn enter(gate: &Gate, headers: &HeaderMap) -> Result<Caller, Problem> {
    let nobody = || Problem::new(Kind::Unauthorized);
    let secret = bearer(headers).ok_or_else(nobody)?;
    let caller = Caller::find(&gate.platform, secret).await?.ok_or_else(nobody)?;
    tokens::used(&gate.platform, &caller.token).await?;
    Ok(caller)
}

/// The token of `Authorization: Bearer …`; none when there are two.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut lines = headers.get_all(header::AUTHORIZATION).iter();
    let (line, None) = (lines.next()?, lines.next()) else { return None };
    let (scheme, secret) = line.to_str().ok()?.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && secret.starts_with(tokens::START)).then_some(secret)
}

/// Whether the request is one that the document describes, and within the token's reach.
fn fits(document: &Document, caller: &Caller, mut request: Request) -> Result<Request, Problem> {
    if !document.is_made() {
        return Err(Problem::new(Kind::Fault));
    }
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    // What is not described is refused by the router itself, or is not there.
    if let Some(operation) = document.operation(request.method().as_str(), &path) {
        if caller.token.level < operation.level {
            let detail = format!("this takes a token that reaches as far as «{}»", operation.level.code());
            return Err(Problem::new(Kind::Forbidden).because(detail));
        }
        let query = request.uri().query().unwrap_or_default();
        for (name, _) in platform::api::input::pairs(query) {
            if !operation.parameters.iter().any(|known| known.in_query && known.name == name) {
                return Err(Problem::parameter(&name, "is not known here"));
            }
        }
    }
    request.extensions_mut().insert(CallerName(caller.token.id.to_string()));
    request.extensions_mut().insert(caller.clone());
    Ok(request)
}
