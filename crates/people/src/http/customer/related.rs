//! Who has to do with a customer: the card of their file, and its changes.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::{Platform, args};
use serde::Deserialize;

use super::entry::{Input, choice};
use super::{Shown, finish, named};
use crate::file::rules::phones::Country;
use crate::refusal::Answer;
use crate::relation::{self, Tie};
use crate::staff::Who;

/// Somebody as typed, and what they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    who: String,
    tie: String,
}

/// `POST /customers/{id}/related`: says what somebody is to a customer.
///
/// # Errors
/// When there is no such customer or the reader may not; so for all changes.
pub async fn add(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let scope = allowed(&who.actor(), Action::EditPeople)?;
    let mut tx = p.begin().await?;
    let home = Country::speaking(who.staff.language);
    let answer: Answer<()> = match relation::named_by(&mut tx, &scope, &new.who, home).await {
        Ok(other) => {
            let tie = Tie::from_code(&new.tie).unwrap_or(Tie::Family);
            relation::relate(&mut tx, &who.actor(), &person, &other, tie).await
        }
        Err(failure) => Err(failure),
    };
    finish(&p, &who, &person, tx, answer, ("related", &new.who)).await
}

/// The other one.
#[derive(Debug, Deserialize)]
pub struct Other {
    other: String,
}

/// `POST /customers/{id}/related/remove`: they have nothing to do with each other.
///
/// # Errors
/// See [`add`].
pub async fn remove(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(gone): Form<Other>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::EditPeople)?;
    let (person, other) = (named(&id)?, named(&gone.other)?);
    let mut tx = p.begin().await?;
    let answer = relation::unrelate(&mut tx, &who.actor(), &person, &other).await;
    finish(&p, &who, &person, tx, answer, ("related", "")).await
}

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        @if shown.edits || !shown.related.is_empty() {
            section.card.col.g-5 #related-customers aria-labelledby="related-t" {
                header { h2 #related-t { (say.text("related-title")) } }
                @for one in &shown.related {
                    div.row {
                        (icon("users"))
                        span.cut {
                            a href={ "/customers/" (one.person.id) } { (one.person.name) }
                            " " span.quiet.sm { (say.text(one.tie.message())) }
                        }
                        @if shown.edits {
                            form.push method="post" action=(shown.path("related/remove")) {
                                input type="hidden" name="other" value=(one.person.id);
                                button.btn.ghost.small.icon
                                    aria-label=(say.with("related-remove", args![name = &one.person.name])) { (icon("x")) }
                            }
                        }
                    }
                }
                (adding(shown))
            }
        }
    }
}

fn adding(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("related");
    let field = Input {
        id: "related",
        name: "who",
        label: say.text("related-who"),
        kind: "text",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: Some(say.text("related-who-hint")),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let ties: Vec<_> = Tie::ALL.into_iter().map(|tie| (tie.code(), say.text(tie.message()), false)).collect();
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("related")) {
            (field.markup())
            (choice("related-tie", "tie", &say.text("related-tie"), &ties))
            div.row.end-x { button.btn { (say.text("word-save")) } }
        }
    };
    shown.more(&say.text("related-add"), wrong.is_some(), &form)
}
