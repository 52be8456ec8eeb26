//! The business's own fields of a conversation: beside it, and asked for before a step that needs them.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use maud::{Markup, html};
use people::field::Value;
use people::http::own_values::{self, Wrong};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;

use super::super::lens::Lens;
use super::super::{error, undoing};
use super::{Shown, Turn, load, page};
use crate::commands::{self, CommandError};
use crate::rules::states::Refusal;
use crate::{Conversation, ConversationId, State as Stand};

/// What is asked for, and what of it did not fit.
#[derive(Default)]
pub(super) struct Wanted {
    /// Asked for before this state; empty for any.
    pub before: Option<String>,
    pub wrong: Option<Wrong>,
}

impl Wanted {
    /// What the address asks for.
    pub fn before(ask: &str, then: &str) -> Option<String> {
        (ask == "fields").then(|| Stand::from_code(then).map(Stand::code).unwrap_or_default().to_owned())
    }
}

/// `POST /conversations/{id}/fields`: by id, and `then`, the state that is gone on to.
///
/// # Errors
/// When the reader may not, or there is no such conversation.
pub async fn fields(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(mut typed): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let then = typed.remove("then").and_then(|code| Stand::from_code(&code));
    let set = commands::set_fields(&p, &who.actor(), &id, &typed).await.map_err(error)?;
    if let Err((field, unfit)) = set {
        let shown = load(&p, &who, &id).await?;
        let fields =
            Wanted { before: then.map(|then| then.code().to_owned()), wrong: Some(Wrong { typed, field, unfit }) };
        let turn = Turn { fields, ..Turn::default() };
        let mut answer = page(&p, &who, &shown, &turn, StatusCode::UNPROCESSABLE_ENTITY).await?;
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
        return Ok(answer);
    }
    let here = format!("/conversations/{id}");
    let Some(then) = then else { return Ok(respond::see(&here)) };
    match commands::set_state(&p, &who.actor(), &id, then, None).await {
        Ok(step) => Ok(respond::see(&undoing::with_step(&here, step.as_ref()))),
        Err(CommandError::Refused(Refusal::ReasonNeeded)) => Ok(respond::see(&format!("{here}?ask=close"))),
        Err(CommandError::Refused(Refusal::OutcomeNeeded)) => Ok(respond::see(&format!("{here}?ask=outcome"))),
        Err(CommandError::Refused(Refusal::ComplaintOpen)) => Ok(respond::see(&format!("{here}?ask=complaint"))),
        Err(CommandError::Refused(Refusal::FieldsMissing)) => Ok(respond::see(&asking(&id, then))),
        Err(CommandError::Refused(refusal)) => super::refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// Where a conversation asks for what must be filled in before it stands so.
pub(super) fn asking(id: &ConversationId, to: Stand) -> String {
    format!("/conversations/{id}?ask=fields&then={}", to.code())
}

/// The fields that are empty and asked for before this state; before any, when none is named.
fn missing<'a>(shown: &'a Shown, before: &str) -> Vec<&'a Value> {
    let asked = |it: &&Value| {
        let steps = it.field.about.steps();
        it.text.is_empty()
            && steps.iter().any(|step| (before.is_empty() || before == *step) && it.field.is_required(step))
    };
    shown.fields.iter().filter(asked).collect()
}

/// The form that asks for what is missing; the first of it has the focus.
pub(super) fn asked(lens: Lens<'_>, shown: &Shown, turn: &Turn) -> Markup {
    let it: &Conversation = &shown.thread.conversation;
    let refused = turn.refusal == Some(Refusal::FieldsMissing) || turn.draft.misses_fields();
    let before = turn.fields.before.as_deref().or(refused.then_some(""));
    let Some(before) = before else { return html! {} };
    let missing = missing(shown, before);
    html! {
        @if !missing.is_empty() {
            form.callout #fields-form data-tone="warn" method="post" action={ "/conversations/" (it.id) "/fields" } hx-morph-skip {
                (icon("info"))
                div.col.g-4 {
                    p { b { (lens.text("fields-first")) } }
                    input type="hidden" name="then" value=(before);
                    (own_values::inputs(lens.say, missing.iter().copied(), turn.fields.wrong.as_ref()))
                    div.row.wrap {
                        button.btn.primary { (lens.text("fields-go-on")) }
                        a.btn.ghost href={ "/conversations/" (it.id) } { (lens.text("word-cancel")) }
                    }
                }
            }
        }
    }
}

/// What stands in them, beside the conversation; nothing where the business keeps none.
pub(super) fn section(lens: Lens<'_>, shown: &Shown, turn: &Turn) -> Markup {
    let it = &shown.thread.conversation;
    let wrong = turn.fields.wrong.as_ref().filter(|_| turn.fields.before.is_none());
    html! {
        @if !shown.fields.is_empty() {
            section #fields {
                header { h2 { (lens.text("fields-title")) } }
                (own_values::list(lens.say, &format!("/conversations/{}/fields", it.id), &shown.fields, wrong, lens.works))
            }
        }
    }
}
