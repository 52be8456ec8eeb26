//! Where a customer belongs: the organisation, the one that is suggested by a domain, and the changes of it.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::{Platform, args};
use serde::Deserialize;

use super::entry::Input;
use super::{Shown, finish, named};
use crate::organisation;
use crate::staff::Who;

/// An organisation by name, or by id.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    organisation: String,
}

/// Makes them belong to an organisation of that name, or to the one that was suggested.
///
/// # Errors
/// When there is no such customer or the reader may not; so for all changes.
pub async fn join(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = match new.organisation.parse() {
        Ok(known) => organisation::join(&mut tx, &who.actor(), &person, &known).await,
        Err(_) => organisation::join_named(&mut tx, &who.actor(), &person, &new.name).await.map(drop),
    };
    finish(&p, &who, &person, tx, answer, ("organisation", &new.name)).await
}

/// Makes them belong nowhere.
///
/// # Errors
/// See [`join`].
pub async fn leave(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = organisation::leave(&mut tx, &who.actor(), &person).await;
    finish(&p, &who, &person, tx, answer, ("organisation", "")).await
}

/// Says that they do not belong where a domain suggests.
///
/// # Errors
/// See [`join`].
pub async fn decline(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let (person, known) = (named(&id)?, new.organisation.parse().map_err(|_| Error::NotFound)?);
    let mut tx = p.begin().await?;
    let answer = organisation::decline(&mut tx, &who.actor(), &person, &known).await;
    finish(&p, &who, &person, tx, answer, ("organisation", "")).await
}

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        section.card.col.g-5 aria-labelledby="org-t" {
            header { h2 #org-t { (say.text("organisations-one")) } }
            @if let Some((id, name)) = &shown.file.organisation {
                div.row {
                    (icon("building")) a.cut href={ "/organisations/" (id) } { (name) }
                    @if shown.edits {
                        form.push method="post" action=(shown.path("organisation/leave")) {
                            button.btn.ghost.small.icon aria-label=(say.with("organisations-leave", args![name = name])) { (icon("x")) }
                        }
                    }
                }
            } @else {
                @if let Some(might) = shown.might_belong.as_ref().filter(|_| shown.edits) {
                    p.sm { (say.with("organisations-might-belong", args![name = &might.name])) }
                    div.row.wrap.g-3 {
                        @for (rest, text) in [("organisation", "organisations-take-in"), ("organisation/decline", "organisations-decline")] {
                            form method="post" action=(shown.path(rest)) {
                                input type="hidden" name="organisation" value=(might.id);
                                button.btn.small { (say.text(text)) }
                            }
                        }
                    }
                }
                (choose(shown))
            }
        }
    }
}

fn choose(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("organisation");
    let field = Input {
        id: "organisation",
        name: "name",
        label: say.text("organisations-name"),
        kind: "text",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: Some(say.text("organisations-name-hint")),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("organisation")) {
            (field.among("organisations", &shown.organisations))
            div.row.end-x { button.btn { (say.text("word-save")) } }
        }
    };
    shown.more(&say.text("organisations-join"), wrong.is_some(), &form)
}
