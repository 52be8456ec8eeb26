//! What is a customer's own, as a file for themselves: who they are to us, and what was said in their requests.
//!
//! It holds what their pages show. Notes of colleagues and what the business concluded are handed out by an admin.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base::Scope;
use conversations::queries::{self, Behind, Request};
use conversations::rules::requests::{Standing, standing};
use conversations::{Author, Message, MessageKind};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Fault, Platform};
use serde::Serialize;

use super::sealed;
use super::visitor::Visitor;

/// Requests that are read at a time.
const AT_A_TIME: i64 = 50;

/// The whole file.
#[derive(Debug, Serialize)]
struct Mine {
    name: String,
    /// Mail addresses, as they were written.
    addresses: Vec<String>,
    /// The code of the language they write, once known.
    language: Option<&'static str>,
    /// When they first wrote, RFC 3339.
    customer_since: String,
    requests: Vec<OneRequest>,
}

#[derive(Debug, Serialize)]
struct OneRequest {
    number: i64,
    subject: String,
    /// `received`, `working`, `yours` (we wait for them), `solved`, `closed`.
    standing: &'static str,
    opened_at: String,
    messages: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    at: String,
    /// Whether they said it themselves.
    mine: bool,
    /// Who said it.
    from: String,
    text: String,
    /// Names of files that came along.
    files: Vec<String>,
}

/// `GET /my/data`: a JSON file. Who is not signed in is asked for their address first.
///
/// # Errors
/// When these pages are off, or the database cannot be used.
pub async fn show(State(p): State<Platform>, headers: HeaderMap) -> Result<Response, Error> {
    let visitor = Visitor::find(&p, &headers).await?;
    let mut conn = p.db.snapshot().await?;
    if !conversations::settings::requests(&mut conn).await?.links {
        return Err(Error::NotFound);
    }
    let Some(Visitor { person, .. }) = visitor else { return Ok(sealed(respond::see("/my"))) };
    let addresses = people::person::addresses(&mut conn, &Scope::All, &person.id).await?;
    let mut mine = Mine {
        name: person.name,
        addresses: addresses.into_iter().map(|address| address.shown).collect(),
        language: person.language.map(base::Language::code),
        customer_since: person.created_at.to_string(),
        requests: Vec::new(),
    };
    let mut behind = None;
    loop {
        let rows = queries::mine(&mut conn, &person.id, behind.as_ref(), AT_A_TIME).await?;
        behind = rows.last().map(Behind::of);
        if behind.is_none() {
            break;
        }
        for row in rows {
            mine.requests.push(queries::request(&p, &mut conn, row).await?.into());
        }
    }
    let text = serde_json::to_vec_pretty(&mine).map_err(Fault::from)?;
    let kind = HeaderValue::from_static("application/json");
    let name = HeaderValue::from_static("attachment; filename=\"my-data.json\"");
    Ok(sealed(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], text).into_response()))
}

impl From<Request> for OneRequest {
    fn from(request: Request) -> Self {
        let it = request.conversation;
        let own = Author::Person(it.person.clone());
        let said = |message: Message| {
            let mine = message.kind == MessageKind::Inbound && message.author == own;
            let Message { at, from, body, attachments, .. } = message;
            let from = if from.name.is_empty() { from.address } else { from.name };
            let files = attachments.into_iter().map(|file| file.name).collect();
            Said { at: at.to_string(), mine, from, text: body, files }
        };
        Self {
            number: it.number,
            standing: match standing(&it) {
                Standing::Received => "received",
                Standing::Working => "working",
                Standing::Yours => "yours",
                Standing::Solved => "solved",
                Standing::Closed => "closed",
            },
            subject: it.subject,
            opened_at: it.created_at.to_string(),
            messages: request.messages.into_iter().map(said).collect(),
        }
    }
}
