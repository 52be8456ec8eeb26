//! How a handler fails: each way out has one status and one page that says what to do.
//!
//! An [`Error`] leaves its handler as a bare status with a [`Problem`] beside it; the layer [`pages`]
//! knows the request's language and makes the page of it. Faults are logged there, once, under a
//! reference that the person can pass on; the page tells nothing else of them.

use std::{borrow::Cow, sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use base::Random;
use data_encoding::BASE32_NOPAD;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use maud::html;

use super::{
    guard::next::safe_next,
    page::{self, Theme},
    respond::{self, Wants},
    watch,
};
use crate::{
    Fault,
    fault::Outage,
    i18n::{self, Arg, I18n, Say},
};

/// Where signing in happens.
const SIGN_IN: &str = "/signin";

/// When to come again while the disk or the database is out of order.
pub(crate) const AWAY_SECONDS: u64 = 5;

/// Why a handler does not do as asked.
#[derive(Debug)]
pub enum Error {
    /// 404: it is not there, or not for this person; the two look the same.
    NotFound,
    /// 403: the person may not do this.
    Forbidden,
    /// 403: a change was asked for from another site, or nobody can tell from where.
    Foreign,
    /// To the sign-in page and back.
    SignIn,
    /// Something else comes first, on the page at this address.
    LedTo(&'static str),
    /// 413: more was sent than is taken.
    TooLarge,
    /// 422: something typed needs another look.
    Invalid {
        /// Id of the message that says what.
        message: Cow<'static, str>,
        /// Its arguments, as text.
        args: Vec<(&'static str, String)>,
    },
    /// 429: too many attempts; when to try again.
    TooMany(Duration),
    /// 503: too much is in hand; come again in a moment.
    Busy,
    /// 500: our fault; 503 or 507 while the disk or the database is out of order.
    Fault(Fault),
}

impl Error {
    /// Something typed needs another look; `message` says what.
    #[must_use]
    pub fn invalid(message: impl Into<Cow<'static, str>>) -> Self {
        Self::Invalid { message: message.into(), args: Vec::new() }
    }

    /// The status it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::LedTo(_) => StatusCode::SEE_OTHER,
            Self::Forbidden | Self::Foreign => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(fault) => match fault.outage() {
                Some(Outage::NoRoom) => StatusCode::INSUFFICIENT_STORAGE,
                Some(Outage::Away) => StatusCode::SERVICE_UNAVAILABLE,
                None => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Fault(error.into())
    }
}

impl From<base::Forbidden> for Error {
    fn from(_: base::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        let after = match &self {
            // Rounded up: a second too early would be refused again.
            Self::TooMany(after) => Some(seconds(*after)),
            Self::Busy => Some(1),
            Self::Fault(fault) => fault.outage().map(|_| AWAY_SECONDS),
            _ => None,
        };
        if let Some(after) = after {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(after));
        }
        answer.extensions_mut().insert(Problem(Arc::new(self)));
        answer
    }
}

/// Lies beside a failed answer until [`pages`] makes a page of it.
#[derive(Clone, Debug)]
pub struct Problem(pub Arc<Error>);

/// What the layer needs.
#[derive(Clone)]
pub struct Pages {
    i18n: I18n,
    random: Arc<dyn Random>,
}

impl Pages {
    /// Pages in the languages of `i18n`; `random` makes the references of faults.
    #[must_use]
    pub fn new(i18n: I18n, random: Arc<dyn Random>) -> Self {
        Self { i18n, random }
    }

    /// Logs the fault and answers the reference it is found by.
    fn note(&self, fault: &Fault, request: &Asked) -> String {
        let mut bytes = [0; 5];
        self.random.fill(&mut bytes);
        let reference = BASE32_NOPAD.encode(&bytes).to_lowercase();
        // The route, never the path: that may hold a key.
        tracing::error!(reference, method = %request.method, route = request.route, "{}", fault.chain());
        reference
    }
}

/// The layer that turns every [`Problem`], and every bare refusal of the framework, into a page.
pub async fn pages(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut answer = next.run(request).await;
    if let Some(Problem(error)) = answer.extensions_mut().remove::<Problem>() {
        return problem(&pages, &asked, &error, answer.headers());
    }
    match bare(&answer) {
        Some(topic) => whole(&pages.i18n.to(asked.language), &asked, answer.status(), topic, None, answer.headers()),
        None => answer,
    }
}

/// What must be known of the request after it has been handled.
struct Asked {
    method: Method,
    /// The template of the route.
    route: String,
    /// Path and query.
    target: String,
    language: base::Language,
    wants: Wants,
    scripted: bool,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let (uri, headers) = (request.uri(), request.headers());
        Self {
            method: request.method().clone(),
            route: watch::route(request).to_owned(),
            target: uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            language: i18n::of_request(headers),
            wants: Wants::of(headers),
            scripted: headers.get("HX-Request").is_some_and(|value| value == "true"),
        }
    }

    /// Where to go after signing in: the page that is open, never the address of a form or a part.
    fn back(&self) -> String {
        let open = match (&self.wants.open, &self.method) {
            (Some(open), method) if self.wants.fragment || *method != Method::GET => open,
            (_, &Method::GET) => &self.target,
            _ => "/",
        };
        safe_next(open)
    }
}

fn problem(pages: &Pages, asked: &Asked, error: &Error, headers: &HeaderMap) -> Response {
    let say = pages.i18n.to(asked.language);
    let (topic, body) = match error {
        Error::NotFound => ("not-found", None),
        Error::Forbidden => ("forbidden", None),
        Error::Foreign => ("foreign", None),
        Error::TooLarge => ("too-large", None),
        Error::Busy => ("busy", None),
        Error::SignIn => return sign_in(asked),
        Error::LedTo(there) => return led_to(asked, there),
        Error::Invalid { message, args } => {
            let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, text)| (*name, Arg::from(text))).collect();
            ("invalid", Some(say.with(message, &args)))
        }
        Error::TooMany(after) => {
            let minutes = i64::try_from(seconds(*after).div_ceil(60)).unwrap_or(i64::MAX);
            ("too-many", Some(say.with("problem-too-many-body", crate::args![minutes = minutes])))
        }
        Error::Fault(fault) => {
            let reference = pages.note(fault, asked);
            match fault.outage() {
                Some(_) => ("away", Some(say.with("problem-away-body", crate::args![reference = reference]))),
                None => ("fault", Some(say.with("problem-fault-body", crate::args![reference = reference]))),
            }
        }
    };
    whole(&say, asked, error.status(), topic, body, headers)
}

/// A refusal that the framework made by itself has no page of ours yet: which one fits?
fn bare(answer: &Response) -> Option<&'static str> {
    let content_type = answer.headers().get(header::CONTENT_TYPE);
    if content_type.is_some_and(|value| !value.as_bytes().starts_with(b"text/plain")) {
        return None;
    }
    match answer.status() {
        StatusCode::NOT_FOUND => Some("not-found"),
        StatusCode::METHOD_NOT_ALLOWED => Some("method"),
        StatusCode::PAYLOAD_TOO_LARGE => Some("too-large"),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
            Some("invalid")
        }
        _ => None,
    }
}

/// Keeps the answer's own headers, such as `Retry-After` and `Allow`.
fn whole(
    say: &Say,
    asked: &Asked,
    status: StatusCode,
    topic: &str,
    body: Option<String>,
    headers: &HeaderMap,
) -> Response {
    let title = say.text(&format!("problem-{topic}-title"));
    let body = body.unwrap_or_else(|| say.text(&format!("problem-{topic}-body")));
    let main = html! {
        (page::greeting(&title, &body))
        p.text-centre { a href="/" { (say.text("problem-home")) } }
    };
    let back = if asked.method == Method::GET { safe_next(&asked.target) } else { "/".to_owned() };
    let mut answer = respond::page(status, page::public(say, &title, Theme::System, &back, &main));
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = headers.get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

/// A page is led there; a script is told, and loads the whole page (a fragment must not show it).
fn sign_in(asked: &Asked) -> Response {
    let next: String = url::form_urlencoded::byte_serialize(asked.back().as_bytes()).collect();
    let to = format!("{SIGN_IN}?next={next}");
    let mut answer = if asked.scripted {
        let led = HeaderValue::from_str(&to).unwrap_or(HeaderValue::from_static(SIGN_IN));
        (StatusCode::UNAUTHORIZED, [("HX-Redirect", led)]).into_response()
    } else {
        Redirect::to(&to).into_response()
    };
    respond::seal(&mut answer);
    answer
}

/// The same for what comes first: a part of a page must not become that page.
fn led_to(asked: &Asked, there: &'static str) -> Response {
    let mut answer = if asked.scripted || asked.wants.fragment {
        (StatusCode::FORBIDDEN, [("HX-Redirect", HeaderValue::from_static(there))]).into_response()
    } else {
        Redirect::to(there).into_response()
    };
    respond::seal(&mut answer);
    answer
}

fn seconds(after: Duration) -> u64 {
    after.as_secs() + u64::from(after.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests;
