//! Every error of the API in one shape: `application/problem+json` (RFC 9457), with a pointer to the field
//! when one is to blame. The words are for developers, in English; people get theirs from the desk.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Random;
use data_encoding::BASE32_NOPAD;
use http::{HeaderValue, Method, StatusCode, header};
use serde_json::{Value, json};

use crate::web::{errors, watch};
use crate::{Fault, Platform};

/// What kind of problem: a status, a name and a title each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The body is no JSON, or the request is not HTTP as it should be.
    Malformed,
    /// No token, or none that opens anything now.
    Unauthorized,
    /// The token or its owner may not do this.
    Forbidden,
    /// There is no such thing for this caller.
    NotFound,
    /// The address does not take this method.
    Method,
    /// More was sent than is taken.
    TooLarge,
    /// The body is of another type than is taken.
    MediaType,
    /// A field needs another look.
    Invalid,
    /// Too many requests for now.
    TooMany,
    /// Too much is in hand, or the disk or the database is out of order.
    Busy,
    /// Our fault.
    Fault,
}

impl Kind {
    /// All of them, for the document.
    pub const ALL: [Self; 11] = [
        Self::Malformed,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::Method,
        Self::TooLarge,
        Self::MediaType,
        Self::Invalid,
        Self::TooMany,
        Self::Busy,
        Self::Fault,
    ];

    /// The status it is answered with.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name, the end of its type.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Method => "method-not-allowed",
            Self::TooLarge => "too-large",
            Self::MediaType => "unsupported-media-type",
            Self::Invalid => "invalid",
            Self::TooMany => "too-many-requests",
            Self::Busy => "busy",
            Self::Fault => "fault",
        }
    }

    /// The same for every problem of the kind.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Malformed => "The request cannot be read.",
            Self::Unauthorized => "A valid token is needed.",
            Self::Forbidden => "The token or its owner may not do this.",
            Self::NotFound => "There is no such thing.",
            Self::Method => "This address does not take this method.",
            Self::TooLarge => "More was sent than is taken.",
            Self::MediaType => "The body must be application/json.",
            Self::Invalid => "Something in the request needs another look.",
            Self::TooMany => "There were too many requests; wait a little.",
            Self::Busy => "Too much is in hand just now; come again in a moment.",
            Self::Fault => "Something went wrong on our side.",
        }
    }

    fn of(status: StatusCode) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.status() == status)
    }
}

/// Why a request was not done.
#[derive(Debug)]
pub struct Problem {
    kind: Kind,
    detail: Option<Cow<'static, str>>,
    errors: Vec<Value>,
    fault: Option<Fault>,
    retry: Option<Duration>,
}

impl Problem {
    /// A problem of `kind` with nothing more to say.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, detail: None, errors: Vec::new(), fault: None, retry: None }
    }

    /// There is no such thing for this caller.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }

    /// Says more.
    #[must_use]
    pub fn because(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// A rule was not met: `code` is stable, `detail` is for people who write programs.
    #[must_use]
    pub fn refused(code: &str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self { errors: vec![json!({ "code": code, "detail": detail })], ..Self::new(Kind::Invalid) }
    }

    /// A field of the body needs another look; `pointer` is a JSON pointer.
    #[must_use]
    pub fn field(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        let (pointer, detail) = (pointer.into(), detail.into());
        Self { errors: vec![json!({ "pointer": pointer, "detail": detail })], ..Self::new(Kind::Invalid) }
    }

    /// Several fields, each with its JSON pointer.
    #[must_use]
    pub fn fields(all: impl IntoIterator<Item = (String, String)>) -> Self {
        let errors = all.into_iter().map(|(pointer, detail)| json!({ "pointer": pointer, "detail": detail }));
        Self { errors: errors.collect(), ..Self::new(Kind::Invalid) }
    }

    /// The same, for a rule with a stable name.
    #[must_use]
    pub fn refused_field(pointer: &str, code: &str, detail: impl Into<String>) -> Self {
        let error = json!({ "pointer": pointer, "code": code, "detail": detail.into() });
        Self { errors: vec![error], ..Self::new(Kind::Invalid) }
    }

    /// A parameter of the address needs another look.
    #[must_use]
    pub fn parameter(name: &str, detail: impl Into<String>) -> Self {
        let error = json!({ "parameter": name, "detail": detail.into() });
        Self { errors: vec![error], ..Self::new(Kind::Invalid) }
    }

    /// Too many requests; when to come again.
    #[must_use]
    pub fn too_many(retry: Duration) -> Self {
        Self { retry: Some(retry), ..Self::new(Kind::TooMany) }
    }

    /// Too much is in hand; come again in a second.
    #[must_use]
    pub fn busy() -> Self {
        Self { retry: Some(Duration::from_secs(1)), ..Self::new(Kind::Busy) }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    fn body(&self, reference: Option<&str>) -> Value {
        let mut body = json!({
            "type": format!("/api/docs#problem-{}", self.kind.name()),
            "title": self.kind.title(),
            "status": self.kind.status().as_u16(),
        });
        if let Some(detail) = &self.detail {
            body["detail"] = json!(detail);
        }
        if !self.errors.is_empty() {
            body["errors"] = json!(self.errors);
        }
        if let Some(reference) = reference {
            body["instance"] = json!(format!("urn:tillit:fault:{reference}"));
        }
        body
    }

    fn answer(&self, reference: Option<&str>) -> Response {
        let mut answer = (self.kind.status(), self.body(reference).to_string()).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if self.kind == Kind::Unauthorized {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(retry) = self.retry {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(retry.as_secs().max(1)));
        }
        answer
    }
}

/// What is told of a fault: whether it is ours, or the machine's and passes.
fn of_fault(fault: &Fault) -> Problem {
    match fault.outage() {
        Some(_) => Problem {
            retry: Some(Duration::from_secs(errors::AWAY_SECONDS)),
            ..Problem::new(Kind::Busy).because("The disk or the database is out of order just now.")
        },
        None => Problem::new(Kind::Fault),
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let told = of_fault(&fault);
        Self { fault: Some(fault), ..told }
    }
}

impl From<base::Forbidden> for Problem {
    fn from(_: base::Forbidden) -> Self {
        Self::new(Kind::Forbidden)
    }
}

/// Shared with pages, such as the bytes of files.
impl From<errors::Error> for Problem {
    fn from(error: errors::Error) -> Self {
        match error {
            errors::Error::Fault(fault) => fault.into(),
            errors::Error::TooMany(after) => Self::too_many(after),
            errors::Error::Busy => Self::busy(),
            other => Self::new(Kind::of(other.status()).unwrap_or(Kind::Fault)),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        let mut answer = self.answer(None);
        if let Some(fault) = self.fault.take() {
            // Noted by the layer, which has a reference for it.
            answer.extensions_mut().insert(Broken(Arc::new(fault)));
        }
        answer
    }
}

#[derive(Clone)]
struct Broken(Arc<Fault>);

/// Makes a problem of whatever went wrong further in, the framework's own refusals included, and notes faults.
pub async fn layer(State(p): State<Platform>, request: Request, next: Next) -> Response {
    let (method, route) = (request.method().clone(), watch::route(&request).to_owned());
    let mut answer = next.run(request).await;
    if let Some(Broken(fault)) = answer.extensions_mut().remove() {
        let reference = note(&*p.random, &method, &route, &fault);
        return of_fault(&fault).answer(Some(&reference));
    }
    if let Some(errors::Problem(error)) = answer.extensions_mut().remove() {
        if let errors::Error::Fault(fault) = &*error {
            return of_fault(fault).answer(Some(&note(&*p.random, &method, &route, fault)));
        }
        if matches!(&*error, errors::Error::Busy) {
            return Problem::busy().answer(None);
        }
        return Problem::new(Kind::of(error.status()).unwrap_or(Kind::Fault)).answer(None);
    }
    bare(answer)
}

/// What the framework refused by itself has no body of ours yet.
fn bare(answer: Response) -> Response {
    let kind = answer.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    if kind.is_some_and(|kind| !kind.starts_with(b"text/plain")) || !answer.status().is_client_error() {
        return answer;
    }
    let Some(kind) = Kind::of(answer.status()) else { return answer };
    let mut whole = Problem::new(kind).answer(None);
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        whole.headers_mut().insert(header::ALLOW, allow.clone());
    }
    whole
}

fn note(random: &dyn Random, method: &Method, route: &str, fault: &Fault) -> String {
    let mut bytes = [0; 5];
    random.fill(&mut bytes);
    let reference = BASE32_NOPAD.encode(&bytes).to_lowercase();
    tracing::error!(reference, %method, route, "{}", fault.chain());
    reference
}
