//! Replies and notes: what is typed is never lost, whatever the answer.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::composer::{self, Draft, Kind};
use super::{Shown, Turn, convo, load, page, refused, to, undo};
use crate::commands::{self, CommandError, NewFile, NewReply};
use crate::rules::states::{AfterReply, FILES_MAX, Refusal};
use crate::{ConversationId, MessageId, State as Stand};

/// Most bytes of a reply with its files; the route must let them through. A little more than the files
/// may have together, so that a page and not a broken connection says it was too much.
pub const REPLY_BODY_MAX: usize = FILES_MAX + 2 * 1024 * 1024;

/// The fields of a note.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Note {
    body: String,
}

/// `POST /conversations/{id}/reply` (multipart): `body`, `then`, `files`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all.
pub async fn reply(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let new = read_reply(form).await?;
    let body = new.body.clone();
    match commands::reply(&p, &who.actor(), &id, new).await {
        Ok(_) => written(&p, &who, &wants, &id, Kind::Reply).await,
        Err(CommandError::Refused(refusal)) => again(&p, &who, &wants, &id, Kind::Reply, body, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/note`: `body`.
///
/// # Errors
/// See [`reply`].
pub async fn note(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Form(note): Form<Note>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::note(&p, &who.actor(), &id, &note.body).await {
        Ok(_) => written(&p, &who, &wants, &id, Kind::Note).await,
        Err(CommandError::Refused(refusal)) => again(&p, &who, &wants, &id, Kind::Note, note.body, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /messages/{id}/retry`: sends a failed reply again.
///
/// # Errors
/// See [`reply`].
pub async fn retry(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    let scope = base::allowed(&who.actor(), base::Action::WorkConversations)?;
    let message = crate::queries::message(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    match commands::retry_delivery(&p, &who.actor(), &id).await {
        Ok(()) => Ok(respond::see(&format!("/conversations/{}", message.conversation))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &message.conversation, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// A fresh form, the conversation as it is now, and the time to take the reply back.
async fn written(p: &Platform, who: &Who, wants: &Wants, id: &ConversationId, kind: Kind) -> Result<Response, Error> {
    if !wants.fragment {
        return Ok(respond::see(&format!("/conversations/{id}")));
    }
    let shown = load(p, who, id).await?;
    let lens = Lens::of(p, who, &shown.names);
    let toast = undo::pending(lens, &shown.thread, &who.staff.id, p.clock.machine()).filter(|_| kind == Kind::Reply);
    let turn = Turn { fragment: true, ..Turn::default() };
    let answer = html! {
        (composer::form(lens, &to(&shown.thread), kind, &Draft::default(), true))
        hx-partial hx-target="#convo" hx-swap="outerMorph" { (convo(lens, &shown, &turn, &who.staff.id)) }
        @if let Some(toast) = toast { hx-partial hx-target="#toasts" hx-swap="beforeend" { (toast) } }
    };
    Ok(respond::page(StatusCode::OK, answer))
}

/// The form again with its text and what was wrong (422).
async fn again(
    p: &Platform,
    who: &Who,
    wants: &Wants,
    id: &ConversationId,
    kind: Kind,
    body: String,
    refusal: Refusal,
) -> Result<Response, Error> {
    let draft = Draft { kind, body, refusal: Some(refusal) };
    let shown: Shown = load(p, who, id).await?;
    if wants.fragment {
        let form = composer::form(Lens::of(p, who, &shown.names), &to(&shown.thread), kind, &draft, true);
        return Ok(respond::page(StatusCode::UNPROCESSABLE_ENTITY, form));
    }
    let turn = Turn { draft, ..Turn::default() };
    page(p, who, &shown, &turn, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Reads the form part by part; what is too large is refused before it is all in memory.
async fn read_reply(mut form: Multipart) -> Result<NewReply, Error> {
    let mut reply = NewReply::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("body") => reply.body = field.text().await.map_err(broken)?,
            Some("then") => reply.then = then(&field.text().await.map_err(broken)?),
            Some("files") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
                let bytes = field.bytes().await.map_err(broken)?.to_vec();
                // A file field that nobody used comes as an empty file without a name.
                if !name.is_empty() {
                    reply.files.push(NewFile { name, content_type, bytes });
                }
            }
            _ => {}
        }
    }
    Ok(reply)
}

fn then(code: &str) -> AfterReply {
    match Stand::from_code(code) {
        Some(Stand::Open) => AfterReply::StayOpen,
        Some(Stand::Solved) => AfterReply::Solve,
        _ => AfterReply::Wait,
    }
}

fn broken(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}
