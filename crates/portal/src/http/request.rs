//! The page of a request: what was said, where it stands, and the verbs of its customer.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::Scope;
use conversations::commands::{self, CommandError};
use conversations::http::files::{Mails, download};
use conversations::queries;
use conversations::rules::opinions;
use conversations::{AttachmentId, Said};
use platform::Platform;
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::form;
use platform::web::respond;
use serde::Deserialize;

use super::thread::{self, Form};
use super::visitor::Visitor;
use super::{Opened, error, sealed};

/// `?done=…`: what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /r/{token}`. Looking changes nothing: mail scanners look at everything.
///
/// # Errors
/// When the link opens nothing, or the database cannot be used; so for all pages here.
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let visitor = Visitor::find(&p, &headers).await?;
    let mut conn = p.db.read().await?;
    let opened = Opened::by(&p, &mut conn, &token, &headers).await?;
    let opened = opened.with_others(&p, &mut conn, visitor.as_ref()).await?;
    Ok(page(&p, &opened, &Form { done: asked.done, ..Form::fresh(&p) }, StatusCode::OK))
}

pub(super) fn page(p: &Platform, opened: &Opened, form: &Form, status: StatusCode) -> Response {
    let title = thread::title(opened);
    opened.page(&title, status, &thread::main(opened, form, p.clock.business()))
}

/// `POST /r/{token}/solved`.
///
/// # Errors
/// See [`show`].
pub async fn settle(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let opened = Opened::by(&p, &mut p.db.read().await?, &token, &headers).await?;
    let id = &opened.request.conversation.id;
    done(&opened, "solved", commands::settle(&p, &commands::customer(&opened.request), id).await)
}

/// `POST /r/{token}/reopen`.
///
/// # Errors
/// See [`show`].
pub async fn take_up(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let opened = Opened::by(&p, &mut p.db.read().await?, &token, &headers).await?;
    let id = &opened.request.conversation.id;
    done(&opened, "open", commands::take_up(&p, &commands::customer(&opened.request), id).await)
}

/// The fields of an opinion.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Opinion {
    said: String,
    comment: String,
    again: String,
}

/// `POST /r/{token}/opinion`: whether it was what they wanted: `said` is `exactly`, `almost` or `no`, with a `comment`,
/// and `again` where it is to be looked at again.
///
/// # Errors
/// See [`show`].
pub async fn opinion(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    headers: HeaderMap,
    Path(token): Path<String>,
    form::Form(typed): form::Form<Opinion>,
) -> Result<Response, Error> {
    let opened = Opened::by(&p, &mut p.db.read().await?, &token, &headers).await?;
    let Some(said) = Said::from_code(&typed.said) else {
        let form = Form { unsaid: true, comment: typed.comment, ..Form::fresh(&p) };
        return Ok(page(&p, &opened, &form, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let id = &opened.request.conversation.id;
    if throttle.check(&[Key::Account(&format!("opinion {id}"))]).is_err() {
        let form = Form { comment: typed.comment, problem: Some("request-too-many"), ..Form::fresh(&p) };
        return Ok(page(&p, &opened, &form, StatusCode::TOO_MANY_REQUESTS));
    }
    let opens = opinions::opens(opened.request.conversation.state, said, !typed.again.is_empty());
    let word = (said, typed.comment.as_str());
    let outcome =
        commands::say_opinion(&p, &commands::customer(&opened.request), id, word, !typed.again.is_empty()).await;
    done(&opened, if opens { "open" } else { "opinion" }, outcome)
}

/// Back to the page. Where somebody else was quicker, it shows how it stands.
fn done(opened: &Opened, what: &str, outcome: Result<(), CommandError>) -> Result<Response, Error> {
    let path = opened.path();
    match outcome {
        Ok(()) => Ok(sealed(respond::see(&format!("{path}?done={what}")))),
        Err(CommandError::Refused(_)) => Ok(sealed(respond::see(&path))),
        Err(other) => Err(error(other)),
    }
}

/// `GET /r/{token}/files/{id}`: a file of a message that the page shows, as a download.
///
/// # Errors
/// See [`show`]; and when the page shows no such file.
pub async fn file(
    State(p): State<Platform>,
    Extension(mails): Extension<Mails>,
    headers: HeaderMap,
    Path((token, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let id: AttachmentId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let opened = Opened::by(&p, &mut conn, &token, &headers).await?;
    let shown = opened.request.messages.iter().any(|message| message.attachments.iter().any(|file| file.id == id));
    if !shown {
        return Err(Error::NotFound);
    }
    let scope = Scope::Own(opened.request.conversation.person.to_string());
    let stored = queries::attachment(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let bytes = mails.content(&p, &mut conn, &stored).await?;
    Ok(sealed(download(&stored.attachment.name, &stored.attachment.content_type, bytes)))
}
