//! Passing a message on: the form's way in.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::response::Response;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::respond::Wants;

use super::super::error;
use super::composer::Kind;
use super::draft::{Draft, Problem};
use super::write::{Sent, again, written};
use crate::ConversationId;
use crate::commands::{self, CommandError, NewForward};
use crate::rules::states::Refusal;

/// `POST /conversations/{id}/forward` (multipart): `about`, `body`, `to`, `cc`, `bcc`, `keep`, `files`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn forward(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let sent = Sent::read(form).await?;
    let draft = Draft { kind: Kind::Forward, text: sent.text.clone(), ..Draft::default() };
    let refuse = |problem| Draft { problem: Some(problem), ..draft.clone() };
    let recipients = match sent.recipients() {
        Ok(recipients) => recipients.unwrap_or_default(),
        Err(problem) => return again(&p, &who, &wants, &id, refuse(problem)).await,
    };
    let Some(about) = sent.text.about else {
        return again(&p, &who, &wants, &id, refuse(Problem::Refused(Refusal::NothingToForward))).await;
    };
    let new = NewForward { about, recipients, body: sent.text.body, files: sent.files, keep: sent.text.keep };
    match commands::forward(&p, &who.actor(), &id, new).await {
        Ok(_) => written(&p, &who, &wants, &id, Kind::Forward).await,
        Err(CommandError::Refused(refusal)) => again(&p, &who, &wants, &id, refuse(Problem::Refused(refusal))).await,
        Err(other) => Err(error(other)),
    }
}
