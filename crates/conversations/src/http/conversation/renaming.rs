//! What a conversation or a side thread is called, changed: the pen beside its title, what that opens, and the same form
//! in the page when what was typed does not fit.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::super::lens::Lens;
use super::super::{error, undoing};
use super::{Turn, load, page, sides};
use crate::commands::{self, CommandError};
use crate::rules::states::Refusal;
use crate::rules::subjects::SUBJECT_MAX;
use crate::{ConversationId, SideId};

/// A subject that is asked for in the page.
pub(super) struct Wanted {
    typed: String,
    /// What is wrong with it, if it was sent.
    why: Option<Refusal>,
}

impl Wanted {
    /// For what is called so now.
    pub(super) fn of(now: &str) -> Self {
        Self { typed: now.to_owned(), why: None }
    }

    const fn again(typed: String, why: Refusal) -> Self {
        Self { typed, why: Some(why) }
    }
}

/// The pen beside a title, and what it opens: a field with the subject as it is. `here` is the page.
pub(super) fn pen(lens: Lens<'_>, here: &str, subject: &str) -> Markup {
    if !lens.works {
        return html! {};
    }
    html! {
        button.btn.ghost.icon.small type="button" popovertarget="subject-menu" aria-label=(lens.text("subject-change")) { (icon("edit")) }
        div.menu #subject-menu popover {
            form.pad-bar.col.g-4 method="post" action={ (here) "/subject" } {
                (field(lens, "subject-new", subject, None))
                div.row { button.btn.small { (icon("check")) (lens.text("word-save")) } }
            }
        }
    }
}

/// The way to it among what can be done with a conversation.
pub(super) fn item(lens: Lens<'_>) -> Markup {
    html! { button.item type="button" popovertarget="subject-menu" { (icon("edit")) (lens.text("subject-change")) } }
}

/// The form in the page, with what was typed and what is wrong with it.
pub(super) fn form(lens: Lens<'_>, here: &str, wanted: Option<&Wanted>) -> Markup {
    html! {
        @if let Some(wanted) = wanted.filter(|_| lens.works) {
            form.callout #subject-form data-tone="warn" method="post" action={ (here) "/subject" } hx-morph-skip {
                (icon("edit"))
                div.col.g-4 {
                    (field(lens, "subject-again", &wanted.typed, wanted.why))
                    div.row.wrap {
                        button.btn.primary { (lens.text("subject-change")) }
                        a.btn.ghost href=(here) { (lens.text("word-cancel")) }
                    }
                }
            }
        }
    }
}

fn field(lens: Lens<'_>, id: &str, value: &str, wrong: Option<Refusal>) -> Markup {
    html! {
        div.field {
            label for=(id) { (lens.text("begin-subject")) }
            input.input id=(id) name="subject" value=(value) required maxlength=(SUBJECT_MAX) autocomplete="off" data-first autofocus[wrong.is_some()]
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("{id}-e"))];
            @if let Some(wrong) = wrong { p.error id={ (id) "-e" } { (icon_small("alert")) (lens.text(wrong.message())) } }
        }
    }
}

/// The field of both forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    subject: String,
}

/// `POST /conversations/{id}/subject`: `subject`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn change_subject(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::change_subject(&p, &who.actor(), &id, &typed.subject).await {
        Ok(step) => Ok(respond::see(&undoing::with_step(&format!("/conversations/{id}"), step.as_ref()))),
        Err(CommandError::Refused(why)) => {
            let shown = load(&p, &who, &id).await?;
            let turn = Turn { subject: Some(Wanted::again(typed.subject, why)), ..Turn::default() };
            page(&p, &who, &shown, &turn, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /sides/{id}/subject`: `subject`.
///
/// # Errors
/// See [`change_subject`].
pub async fn change_side_subject(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: SideId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::change_side_subject(&p, &who.actor(), &id, &typed.subject).await {
        Ok((_, step)) => Ok(respond::see(&undoing::with_step(&format!("/sides/{id}"), step.as_ref()))),
        Err(CommandError::Refused(why)) => {
            let turn = sides::Turn::called(Wanted::again(typed.subject, why));
            sides::side_with(&p, &who, &id, turn).await
        }
        Err(other) => Err(error(other)),
    }
}
