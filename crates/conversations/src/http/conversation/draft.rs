//! What stands in the composer: what was typed and kept, what came back, and what was wrong with it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;

use super::super::error;
use super::composer::Kind;
use super::{macros, shared};
use crate::commands::{self, CommandError};
use crate::rules::states::Refusal;
use crate::{ConversationId, DraftText, Message, MessageKind, PromiseChoices};

/// Why a form was not taken.
#[derive(Clone, Debug)]
pub(super) enum Problem {
    /// A command said no.
    Refused(Refusal),
    /// This piece of a field is no address.
    BadAddress(String),
}

/// What stands in a form, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The form that is shown.
    pub kind: Kind,
    /// What was typed.
    pub text: DraftText,
    /// Why it was not taken.
    pub problem: Option<Problem>,
    /// What came in while it was written.
    pub newer: Vec<Message>,
    /// Whether it was asked for: then one writes on in it.
    pub back: bool,
    /// Whether it is only what was kept: a browser that knows more may say so.
    pub kept: bool,
    /// The shared draft that is written in, if it is one.
    pub shared: Option<shared::Open>,
    /// What was said of promises in it.
    pub promises: PromiseChoices,
}

impl Draft {
    /// Whether it was refused since a field is empty.
    pub const fn misses_fields(&self) -> bool {
        matches!(self.problem, Some(Problem::Refused(Refusal::FieldsMissing)))
    }
}

impl Kind {
    /// The kind of message that it becomes.
    pub const fn message(self) -> MessageKind {
        match self {
            Self::Reply => MessageKind::Reply,
            Self::Note => MessageKind::Note,
            Self::Forward => MessageKind::Forward,
        }
    }
}

/// What was kept for one form.
pub(super) fn kept(kind: Kind, drafts: &[(MessageKind, DraftText)]) -> Draft {
    let text = drafts.iter().find(|(of, _)| *of == kind.message()).map(|(_, text)| text.clone());
    Draft { kind, kept: text.is_some(), text: text.unwrap_or_default(), ..Draft::default() }
}

/// `POST /conversations/{id}/draft`: keeps what is typed; the page tells it while one types.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the text is longer than any.
pub async fn save(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let typed = macros::Fields::read(typed);
    let kind = Kind::from_code(&typed.kind).message();
    match commands::save_draft(&p, &who.actor(), &id, kind, &typed.text).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(CommandError::Refused(refusal)) => Err(Error::invalid(refusal.message())),
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/drafts/{kind}/discard`: forgets what was typed.
///
/// # Errors
/// See [`save`].
pub async fn discard(
    State(p): State<Platform>,
    who: Who,
    Path((id, kind)): Path<(String, String)>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let kind = Kind::from_code(&kind).message();
    commands::save_draft(&p, &who.actor(), &id, kind, &DraftText::default()).await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{id}")))
}
