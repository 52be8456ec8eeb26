//! One organisation: its domains, its people, who might belong to it. Conversations come in by URL.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, Tx, args};
use serde::Deserialize;

use super::{on_form, organisation_cards as cards, own_values};
use crate::PersonId;
use crate::field::{self, Owner, Value};
use crate::ids::OrganisationId;
use crate::organisation::{self, Member, Organisation};
use crate::refusal::{Answer, Refusal};
use crate::staff::Who;

/// People of an organisation on its page.
const MOST: i64 = 200;

pub(super) struct Shown<'a> {
    pub(super) who: &'a Who,
    pub(super) it: Organisation,
    pub(super) domains: Vec<String>,
    members: Vec<Member>,
    suggested: Vec<Member>,
    values: Vec<Value>,
    wrong_value: Option<own_values::Wrong>,
    /// Whether the reader may change anything here.
    pub(super) edits: bool,
    /// In which form, what was typed, and why not.
    wrong: Option<(&'static str, String, Refusal)>,
}

impl Shown<'_> {
    pub(super) fn path(&self, rest: &str) -> String {
        format!("/organisations/{}/{rest}", self.it.id)
    }

    pub(super) fn wrong(&self, form: &str) -> Option<(&str, String)> {
        let (_, typed, refusal) = self.wrong.as_ref().filter(|(wrong, _, _)| *wrong == form)?;
        Some((typed, self.who.say.text(refusal.message())))
    }
}

fn named(id: &str) -> Result<OrganisationId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /organisations/{id}`.
///
/// # Errors
/// When there is none such for the reader, or the database cannot be read; so for all handlers.
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    page(&p, &who, &named(&id)?, StatusCode::OK, (None, None)).await
}

/// One text: a name or a domain.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    domain: String,
    by_itself: String,
    person: String,
}

/// Calls it otherwise.
///
/// # Errors
/// See [`show`].
pub async fn rename(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = organisation::rename(&mut tx, &who.actor(), &id, &new.name).await;
    finish(&p, &who, &id, tx, answer, ("name", &new.name)).await
}

/// Adds a domain.
///
/// # Errors
/// See [`show`].
pub async fn add_domain(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = organisation::add_domain(&mut tx, &who.actor(), &id, &new.domain).await;
    finish(&p, &who, &id, tx, answer, ("domain", &new.domain)).await
}

/// Takes a domain away.
///
/// # Errors
/// See [`show`].
pub async fn remove_domain(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(gone): Form<Typed>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = organisation::remove_domain(&mut tx, &who.actor(), &id, &gone.domain).await;
    finish(&p, &who, &id, tx, answer, ("domain", "")).await
}

/// Says what stands in the business's own fields.
///
/// # Errors
/// See [`show`].
pub async fn fields(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let mut tx = p.begin().await?;
    match field::set_values(&mut tx, &who.actor(), &Owner::Organisation(id.clone()), &typed).await {
        Ok(Err((field, unfit))) => {
            drop(tx);
            let wrong = own_values::Wrong { typed, field, unfit };
            refused(page(&p, &who, &id, StatusCode::UNPROCESSABLE_ENTITY, (None, Some(wrong))).await?)
        }
        Ok(Ok(())) => finish(&p, &who, &id, tx, Ok(()), ("", "")).await,
        Err(failure) => Err(failure.into()),
    }
}

/// Says whether people join by themselves.
///
/// # Errors
/// See [`show`].
pub async fn joining(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = organisation::set_joining(&mut tx, &who.actor(), &id, !new.by_itself.is_empty()).await;
    finish(&p, &who, &id, tx, answer, ("joining", "")).await
}

/// Takes a suggested customer in.
///
/// # Errors
/// See [`show`].
pub async fn take_in(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let (id, person) = (named(&id)?, person_of(&new)?);
    let mut tx = p.begin().await?;
    let answer = organisation::join(&mut tx, &who.actor(), &person, &id).await;
    finish(&p, &who, &id, tx, answer, ("people", "")).await
}

/// Says that a suggested customer does not belong to it.
///
/// # Errors
/// See [`show`].
pub async fn decline(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let (id, person) = (named(&id)?, person_of(&new)?);
    let mut tx = p.begin().await?;
    let answer = organisation::decline(&mut tx, &who.actor(), &person, &id).await;
    finish(&p, &who, &id, tx, answer, ("people", "")).await
}

fn person_of(new: &Typed) -> Result<PersonId, Error> {
    new.person.parse().map_err(|_| Error::NotFound)
}

async fn finish<T>(
    p: &Platform,
    who: &Who,
    id: &OrganisationId,
    tx: Tx,
    answer: Answer<T>,
    (form, typed): (&'static str, &str),
) -> Result<Response, Error> {
    if let Err(failure) = answer {
        drop(tx);
        let typed = typed.chars().take(300).collect();
        let wrong = Some((form, typed, on_form(failure)?));
        return refused(page(p, who, id, StatusCode::UNPROCESSABLE_ENTITY, (wrong, None)).await?);
    }
    tx.commit().await?;
    Ok(respond::see(&format!("/organisations/{id}")))
}

fn refused(mut page: Response) -> Result<Response, Error> {
    page.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    Ok(page)
}

async fn page(
    p: &Platform,
    who: &Who,
    id: &OrganisationId,
    status: StatusCode,
    (wrong, wrong_value): (Option<(&'static str, String, Refusal)>, Option<own_values::Wrong>),
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let mut conn = p.db.read().await?;
    let it = organisation::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let domains = organisation::domains(&mut conn, id).await?;
    let members = organisation::members(&mut conn, &scope, id, None, MOST).await?;
    let suggested = organisation::suggested(&mut conn, &scope, id, MOST).await?;
    let values = field::values(&mut conn, &scope, &Owner::Organisation(id.clone())).await?;
    drop(conn);
    let edits = allowed(&who.actor(), Action::EditPeople).is_ok();
    let shown = Shown { who, it, domains, members, suggested, values, wrong_value, edits, wrong };
    let whole = who.viewer()?.page(p, &shown.it.name, &markup(&shown)).await?;
    Ok(respond::page(status, whole))
}

fn markup(shown: &Shown<'_>) -> Markup {
    let (say, it) = (&shown.who.say, &shown.it);
    let when = say.date(it.created_at, &shown.who.zone);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(say.text("organisations-one")) data-pane {
            div.page #organisation hx-get={ "/organisations/" (it.id) } hx-select="#organisation" hx-swap="outerMorph"
                hx-trigger={ "organisation-" (it.id) " from:body, resync from:body" } {
                header.page-head {
                    (icon("building"))
                    div.col.g-1 {
                        h1 tabindex="-1" { (it.name) }
                        p { (say.with("organisations-since", args![count = it.members, when = when])) }
                    }
                }
                div.cols {
                    div.col.g-6 {
                        (people(shown))
                        (conversations(shown))
                    }
                    aside.col.g-6 aria-label=(say.with("customers-facts-about", args![name = &it.name])) {
                        (cards::about(shown))
                        (own_values::card(say, &shown.path("fields"), &shown.values, shown.wrong_value.as_ref(), shown.edits))
                        (cards::joining(shown))
                    }
                }
            }
        }
    }
}

fn people(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        @if !shown.suggested.is_empty() {
            section.card.col.g-5 aria-labelledby="might-t" {
                header { h2 #might-t { (say.text("organisations-might")) } }
                ul.col.g-4 {
                    @for member in &shown.suggested {
                        li.row.wrap {
                            (person(member))
                            @if shown.edits {
                                span.push.row.g-3 {
                                    (answer(shown, "people", member, ("organisations-take-in", "organisations-take-in-one")))
                                    (answer(shown, "decline", member, ("organisations-decline", "organisations-decline-one")))
                                }
                            }
                        }
                    }
                }
            }
        }
        section.card.col.g-5 aria-labelledby="people-t" {
            header { h2 #people-t { (say.text("organisations-people")) } }
            @if shown.members.is_empty() { p.quiet.sm { (say.text("organisations-people-none")) } }
            @else { ul.col.g-4 { @for member in &shown.members { li.row.wrap { (person(member)) } } } }
        }
    }
}

fn person(member: &Member) -> Markup {
    html! {
        (avatar(&member.name, member.id.as_str(), false, Size::Small))
        a.plain-link href={ "/customers/" (member.id) } { (member.name) }
        @if !member.title.is_empty() { span.sm.soft { (member.title) } }
        span.sm.quiet { (member.address) }
    }
}

fn answer(shown: &Shown<'_>, rest: &str, member: &Member, (text, whole): (&str, &str)) -> Markup {
    html! {
        form method="post" action=(shown.path(rest)) {
            input type="hidden" name="person" value=(member.id);
            button.btn.small aria-label=(shown.who.say.with(whole, args![name = &member.name])) {
                (shown.who.say.text(text))
            }
        }
    }
}

/// Another capability fills this by its own address; without scripts a link leads there.
fn conversations(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let address = shown.path("conversations");
    html! {
        section.col.g-5 aria-labelledby="conversations-t" {
            h2 #conversations-t { (say.text("customers-conversations")) }
            div #conversations hx-get=(address) hx-trigger="load, inbox from:body" hx-swap="innerHTML" hx-morph-skip {
                noscript { a href=(address) { (say.text("customers-conversations-show")) } }
            }
        }
    }
}
