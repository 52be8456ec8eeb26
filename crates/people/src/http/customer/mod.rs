//! One customer's file: who they are, how to reach them, what they asked for, what colleagues wrote down. What other
//! capabilities know of a customer comes in by URL, as fragments.
//!
//! Every change is a form of its own; a refused one shows the file again with what was typed.

mod contact;
pub(super) mod entry;
mod head;
mod reaching;
mod written;

pub mod addresses;
pub mod belonging;
pub mod care;
pub mod doubles;
pub mod held;
pub mod names;
pub mod notes;
pub mod phones;
pub mod related;

pub use reaching::preferences;

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, Instant, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, Tx};
use serde::Deserialize;

use super::{on_form, own_values};
use crate::PersonId;
use crate::absence;
use crate::field::{self, Owner, Value};
use crate::file::{self, File};
use crate::merging::{self, Double, Merged};
use crate::organisation::{self, Organisation};
use crate::person::{self, Address, Person};
use crate::privacy::{self, Erased};
use crate::refusal::{Answer, Refusal};
use crate::relation::{self, Related};
use crate::staff::{self, Colleague, Who};

/// Organisations offered while one types.
const OFFERED: i64 = 500;
/// Longest text that a refused form gives back, in characters.
const TYPED_MAX: usize = 4000;

/// What was typed and could not be taken: in which form, what, and why not.
struct Wrong {
    form: String,
    typed: String,
    refusal: Refusal,
}

/// All that the page shows.
struct Shown<'a> {
    who: &'a Who,
    person: Person,
    addresses: Vec<Address>,
    file: File,
    /// Where a domain says that they might belong, and what can be chosen instead.
    might_belong: Option<Organisation>,
    organisations: Vec<String>,
    values: Vec<Value>,
    wrong_value: Option<own_values::Wrong>,
    staff: Vec<Colleague>,
    related: Vec<Related>,
    /// Business time, and the zone in which the business's days are meant.
    now: Instant,
    house: TimeZone,
    /// Who may be the same one.
    doubles: Vec<Double>,
    /// Who became part of them.
    merged: Vec<Merged>,
    /// That nothing is held about them any more.
    erased: Option<Erased>,
    /// Whether the reader may change anything here.
    edits: bool,
    wrong: Option<Wrong>,
}

impl Shown<'_> {
    /// What was wrong in that form.
    fn wrong(&self, form: &str) -> Option<(&str, String)> {
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.form == form)?;
        Some((&wrong.typed, self.who.say.text(wrong.refusal.message())))
    }

    /// A line that opens into its form, for those who may change it.
    fn line(&self, what: &Markup, change: &str, open: bool, forms: &Markup) -> Markup {
        if self.edits {
            entry::line(what, change, open, forms)
        } else {
            html! { div.row { (what) } }
        }
    }

    /// The button for one more, for those who may add it.
    fn more(&self, label: &str, open: bool, form: &Markup) -> Markup {
        if self.edits {
            entry::more(label, open, form)
        } else {
            html! {}
        }
    }

    /// The address of a form of this customer.
    fn path(&self, rest: &str) -> String {
        format!("/customers/{}/{rest}", self.person.id)
    }
}

/// `GET /customers/{id}`.
///
/// # Errors
/// When there is no such customer for the reader, or the database cannot be read.
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let id = named(&id)?;
    let now = merging::where_merged(&mut p.db.read().await?, &id).await?;
    if now != id {
        return Ok(respond::see(&format!("/customers/{now}")));
    }
    page(&p, &who, &id, StatusCode::OK, (None, None)).await
}

/// The right name.
#[derive(Debug, Deserialize)]
pub struct NewName {
    name: String,
}

/// Puts the name right.
///
/// # Errors
/// When there is no such customer or the reader may not; so for all changes.
pub async fn rename(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewName>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = person::rename(&mut tx, &who.actor(), &person, &new.name).await;
    finish(&p, &who, &person, tx, answer, ("name", &new.name)).await
}

/// Role and postal address.
#[derive(Debug, Deserialize)]
pub struct NewAbout {
    title: String,
    postal: String,
}

/// Says what they do and where their letters go.
///
/// # Errors
/// See [`rename`].
pub async fn about(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewAbout>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let about = file::About { title: new.title, postal: new.postal };
    let answer = file::set_about(&mut tx, &who.actor(), &person, &about).await;
    finish(&p, &who, &person, tx, answer, ("about", "")).await
}

/// Says what stands in the business's own fields.
///
/// # Errors
/// See [`rename`].
pub async fn fields(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    match field::set_values(&mut tx, &who.actor(), &Owner::Person(person.clone()), &typed).await {
        Ok(Err((field, unfit))) => {
            drop(tx);
            let wrong = own_values::Wrong { typed, field, unfit };
            refused(page(&p, &who, &person, StatusCode::UNPROCESSABLE_ENTITY, (None, Some(wrong))).await?)
        }
        Ok(Ok(())) => finish(&p, &who, &person, tx, Ok(()), ("", "")).await,
        Err(failure) => Err(failure.into()),
    }
}

/// Why nobody answers them.
#[derive(Debug, Deserialize)]
pub struct Why {
    why: String,
}

/// Blocks them.
///
/// # Errors
/// See [`rename`].
pub async fn block(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Why>,
) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = file::block(&mut tx, &who.actor(), &person, &new.why).await;
    finish(&p, &who, &person, tx, answer, ("block", &new.why)).await
}

/// Lets them be answered again.
///
/// # Errors
/// See [`rename`].
pub async fn unblock(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer = file::unblock(&mut tx, &who.actor(), &person).await;
    finish(&p, &who, &person, tx, answer, ("unblock", "")).await
}

fn named(id: &str) -> Result<PersonId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// Back to the file after a change; or the file with what is wrong in that form. The address stays that of the file,
/// which can be loaded again.
async fn finish<T>(
    p: &Platform,
    who: &Who,
    person: &PersonId,
    tx: Tx,
    answer: Answer<T>,
    (form, typed): (&str, &str),
) -> Result<Response, Error> {
    if let Err(failure) = answer {
        drop(tx);
        let typed = typed.chars().take(TYPED_MAX).collect();
        let wrong = Wrong { form: form.to_owned(), typed, refusal: on_form(failure)? };
        return refused(page(p, who, person, StatusCode::UNPROCESSABLE_ENTITY, (Some(wrong), None)).await?);
    }
    tx.commit().await?;
    Ok(respond::see(&format!("/customers/{person}")))
}

fn refused(mut page: Response) -> Result<Response, Error> {
    page.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    Ok(page)
}

async fn page(
    p: &Platform,
    who: &Who,
    id: &PersonId,
    status: StatusCode,
    (wrong, wrong_value): (Option<Wrong>, Option<own_values::Wrong>),
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let mut conn = p.db.read().await?;
    let person = person::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let addresses = person::addresses(&mut conn, &scope, id).await?;
    let file = file::file(&mut conn, &scope, id).await?;
    let might_belong = organisation::suggestion(&mut conn, &scope, id).await?;
    let organisations = organisation::names(&mut conn, &scope, OFFERED).await?;
    let values = field::values(&mut conn, &scope, &Owner::Person(id.clone())).await?;
    let names = allowed(&who.actor(), Action::ReadStaff)?;
    let staff = staff::colleagues(&mut conn, &names).await?;
    let related = relation::of(&mut conn, &scope, id).await?;
    let house = absence::zone(&mut conn).await?;
    let doubles = merging::doubles_of(&mut conn, &scope, &person, &addresses, &file.phones).await?;
    let merged = merging::merged_into(&mut conn, id).await?;
    let erased = privacy::erased(&mut conn, id).await?;
    drop(conn);
    let edits = erased.is_none() && allowed(&who.actor(), Action::EditPeople).is_ok();
    let shown = Shown {
        who,
        person,
        addresses,
        file,
        might_belong,
        organisations,
        values,
        wrong_value,
        staff,
        related,
        now: p.clock.business(),
        house,
        doubles,
        merged,
        erased,
        edits,
        wrong,
    };
    let whole = who.viewer()?.page(p, &shown.person.name, &markup(&shown)).await?;
    Ok(respond::page(status, whole))
}

/// Fetches itself again when something about the customer changes.
fn markup(shown: &Shown<'_>) -> Markup {
    let (say, id) = (&shown.who.say, &shown.person.id);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(say.text("customers-file")) data-pane {
            div.page #customer hx-get={ "/customers/" (id) } hx-trigger={ "person-" (id) " from:body, resync from:body" }
                hx-select="#customer" hx-swap="outerMorph" {
                (head::head(shown))
                (head::known(shown))
                (held::erased(shown))
                (doubles::doubles(shown))
                div.cols {
                    div.col.g-7 {
                        (promises(shown))
                        (needs(shown))
                        (conversations(shown))
                        (timeline(shown))
                    }
                    aside.col.g-6 aria-label=(say.with("customers-facts-about", platform::args![name = &shown.person.name])) {
                        (contact::card(shown))
                        (belonging::card(shown))
                        (related::card(shown))
                        (own_values::card(say, &shown.path("fields"), &shown.values, shown.wrong_value.as_ref(), shown.edits))
                        (written::card(shown))
                        (care::card(shown))
                        (reaching::card(shown))
                        (doubles::merged(shown))
                        @if shown.edits { (reaching::blocking(shown)) }
                        @if shown.erased.is_none() { (held::corner(shown)) }
                    }
                }
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

/// The same of what was promised to them.
fn promises(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let address = shown.path("promises");
    html! {
        section.col.g-5 aria-labelledby="promises-t" {
            h2 #promises-t { (say.text("customers-promises")) }
            div.col.g-4 #promises hx-get=(address) hx-trigger="load, inbox from:body" hx-swap="innerHTML" hx-morph-skip {
                noscript { a href=(address) { (say.text("customers-promises-show")) } }
            }
        }
    }
}

/// The same of what they need.
fn needs(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let address = shown.path("needs");
    html! {
        section.col.g-5 aria-labelledby="needs-t" {
            h2 #needs-t { (say.text("customers-needs")) }
            div.col.g-4 #needs hx-get=(address) hx-trigger="load, inbox from:body" hx-swap="innerHTML" hx-morph-skip {
                noscript { a href=(address) { (say.text("customers-needs-show")) } }
            }
        }
    }
}

/// The same of everything that happened with them.
fn timeline(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let address = shown.path("timeline");
    html! {
        section.col.g-5 aria-labelledby="timeline-t" {
            h2 #timeline-t { (say.text("customers-timeline")) }
            div #timeline hx-get=(address) hx-trigger="load" hx-swap="innerHTML" hx-morph-skip {
                noscript { a href=(address) { (say.text("customers-timeline-show")) } }
            }
        }
    }
}
