//! Asks the API's operations from within, on a platform whose changes may be let go of again.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use people::api::Caller;
use platform::{Context, Fault, Platform};
use serde_json::Value;
use tower::ServiceExt as _;

use super::{Failure, Wrong};

/// Largest answer.
const ANSWER_MAX: usize = 32 * 1024 * 1024;

/// Asks as one colleague.
pub(super) struct Hand {
    routes: Router,
    caller: Caller,
}

/// What was not done, and where in what was sent.
pub(super) enum Refused {
    Wrong(Vec<Wrong>),
    Failure(Failure),
}

impl Hand {
    pub fn new(caller: &Caller, p: &Platform) -> Self {
        let caller = Caller { p: p.clone(), ..caller.clone() };
        Self { routes: crate::api::from_within(p), caller }
    }

    /// What is shown at an address.
    pub async fn get(&self, path: &str) -> Result<Value, Failure> {
        match self.ask(Method::GET, path, None).await {
            Ok(value) => Ok(value),
            Err(Refused::Failure(failure)) => Err(failure),
            Err(Refused::Wrong(all)) => Err(Fault::new(format!("{path} cannot be read: {all:?}")).into()),
        }
    }

    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let broken = |fault: Fault| Refused::Failure(fault.into());
        let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
        let request = request.body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())));
        let mut request = request.context("an address that is none").map_err(broken)?;
        request.extensions_mut().insert(self.caller.clone());
        let Ok(answer) = self.routes.clone().oneshot(request).await;
        let (status, body) = (answer.status(), answer.into_body());
        let bytes = to_bytes(body, ANSWER_MAX).await.context("an answer that is too long").map_err(broken)?;
        let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        match status {
            status if status.is_success() => Ok(value),
            StatusCode::FORBIDDEN => Err(Refused::Failure(Failure::Problem(base::Forbidden.into()))),
            status if status.is_client_error() => Err(Refused::Wrong(told(&value))),
            status => Err(broken(Fault::new(format!("{path} answers {status}: {value}")))),
        }
    }
}

fn told(problem: &Value) -> Vec<Wrong> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |error: &Value| Wrong::at(text(&error["pointer"]), text(&error["detail"]));
    let all: Vec<Wrong> = problem["errors"].as_array().into_iter().flatten().map(one).collect();
    if !all.is_empty() {
        return all;
    }
    let detail = if problem["detail"].is_string() { &problem["detail"] } else { &problem["title"] };
    vec![Wrong::at("", text(detail))]
}
