//! Changing who has a conversation and where it stands.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use people::staff::Who;
use people::{DepartmentId, StaffId};
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::super::{error, undoing};
use super::{ending, onlooking, refused};
use crate::commands::{self, Answer, Closing, CommandError};
use crate::rules::states::Refusal;
use crate::{ConversationId, State as Stand, StepId, queries};

/// The fields of all these forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Change {
    to: String,
    state: String,
    reason: String,
    /// Anything: it is closed although something that hangs on it is open.
    anyway: String,
    /// What became of it, and whether its customer was `new` or `known`.
    outcome: String,
    known: String,
    /// Anything: also a complaint whose customer has not said yes.
    despite: String,
    back: String,
}

impl Change {
    fn reason(&self) -> Option<&str> {
        Some(self.reason.trim()).filter(|reason| !reason.is_empty())
    }

    /// To where the action came from, the list or the conversation itself, with the way to take it back.
    fn back(&self, id: &ConversationId, step: Option<&StepId>) -> Response {
        let to = if self.back.starts_with("/inbox?") { self.back.clone() } else { format!("/conversations/{id}") };
        respond::see(&undoing::with_step(&to, step))
    }
}

fn parse(id: &str) -> Result<ConversationId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// Back to where it came from, or the page with what stands in the way.
async fn answer(
    p: &Platform,
    who: &Who,
    id: &ConversationId,
    change: &Change,
    outcome: Answer<Option<StepId>>,
) -> Result<Response, Error> {
    match outcome {
        Ok(step) => Ok(change.back(id, step.as_ref())),
        // Somebody was quicker, or it is a second press: it is as was wished.
        Err(CommandError::Refused(Refusal::AlreadyClosed | Refusal::AlreadyOpen)) => Ok(change.back(id, None)),
        Err(CommandError::Refused(Refusal::ChildrenOpen | Refusal::ItemsOpen | Refusal::PromisesOpen)) => {
            Ok(respond::see(&format!("/conversations/{id}?ask=open")))
        }
        Err(CommandError::Refused(Refusal::ReasonNeeded)) => {
            Ok(respond::see(&format!("/conversations/{id}?ask=close")))
        }
        Err(CommandError::Refused(Refusal::OutcomeNeeded)) => {
            Ok(respond::see(&format!("/conversations/{id}?ask=outcome")))
        }
        Err(CommandError::Refused(Refusal::ComplaintOpen)) => {
            Ok(respond::see(&format!("/conversations/{id}?ask=complaint")))
        }
        Err(CommandError::Refused(Refusal::FieldsMissing)) => {
            let to = Stand::from_code(change.state.split(':').next().unwrap_or_default());
            Ok(respond::see(&super::fields::asking(id, to.unwrap_or(Stand::Solved))))
        }
        Err(CommandError::Refused(refusal)) => refused(p, who, id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/assign`: `to` is a colleague, or empty for nobody.
///
/// # Errors
/// When the reader may not, or there is no such conversation; so for all handlers here.
pub async fn assign(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = match change.to.as_str() {
        "" => commands::assign(&p, &who.actor(), &id, None).await,
        to => match to.parse::<StaffId>() {
            Ok(to) => commands::assign(&p, &who.actor(), &id, Some(&to)).await,
            Err(_) => Err(Refusal::NoSuchColleague.into()),
        },
    };
    answer(&p, &who, &id, &change, outcome).await
}

/// `POST /conversations/{id}/department`: `to` is a department, or empty for none. Whoever does not see it there goes
/// back to the list.
///
/// # Errors
/// See [`assign`].
pub async fn hand_to(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let to = match change.to.as_str() {
        "" => Ok(None),
        to => to.parse::<DepartmentId>().map(Some).map_err(|_| Refusal::NoSuchDepartment),
    };
    let outcome = match to {
        Ok(to) => commands::hand_to(&p, &who.actor(), &id, to.as_ref()).await,
        Err(refusal) => Err(refusal.into()),
    };
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    if let Ok(step) = &outcome
        && queries::find(&mut p.db.read().await?, &scope, &id).await?.is_none()
    {
        return Ok(respond::see(&undoing::with_step("/inbox", step.as_ref())));
    }
    answer(&p, &who, &id, &change, outcome).await
}

/// `POST /conversations/{id}/close`: asks for a reason when nothing was answered, for what became of it where that must
/// be said, and whether the customer of a complaint is content.
///
/// # Errors
/// See [`assign`].
pub async fn close(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let how = Closing {
        reason: change.reason(),
        anyway: !change.anyway.is_empty(),
        outcome: ending::stated(&change.outcome, &change.known),
        despite: !change.despite.is_empty(),
    };
    let outcome = commands::close_with(&p, &who.actor(), &id, how).await;
    answer(&p, &who, &id, &change, outcome).await
}

/// `POST /conversations/{id}/reopen`.
///
/// # Errors
/// See [`assign`].
pub async fn reopen(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = commands::reopen(&p, &who.actor(), &id, change.reason()).await;
    answer(&p, &who, &id, &change, outcome).await
}

/// `POST /conversations/{id}/state`: `state` is one of the six and, after a colon, a name of our own.
///
/// # Errors
/// See [`assign`].
pub async fn state(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(change): Form<Change>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let (code, label) = change.state.split_once(':').unwrap_or((change.state.as_str(), ""));
    let to = Stand::from_code(code).ok_or_else(|| Error::invalid("problem-invalid-body"))?;
    let names = crate::settings::state_names(&mut p.db.read().await?).await?;
    let label = names.into_iter().find(|name| name.state == to && name.id == label).map(|name| name.id);
    let outcome = commands::set_state(&p, &who.actor(), &id, to, label).await;
    answer(&p, &who, &id, &change, outcome).await
}

/// `POST /conversations/{id}/link/withdraw`: the link that the customer has opens nothing any more.
///
/// # Errors
/// See [`assign`].
pub async fn withdraw_link(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    commands::withdraw_link(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{id}")))
}

/// `POST /conversations/{id}/read`: the page tells it once it is open; never by a link.
///
/// # Errors
/// See [`assign`].
pub async fn read(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    let waited = onlooking::looked(&p, &who, &id).await?;
    match commands::read(&p, &who.actor(), &id).await {
        // Who only looks may have been told of it all the same.
        Err(CommandError::Forbidden) if waited => {}
        other => other.map_err(error)?,
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
