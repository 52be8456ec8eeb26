//! The list of organisations, and the form for another one. One of them is in [`super::organisation`].

use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::customer::entry::{Input, more};
use super::on_form;
use crate::ids::OrganisationId;
use crate::organisation::{self, Organisation, Page};
use crate::refusal::Refusal;
use crate::staff::Who;

/// Organisations on one page of the list.
const MOST: usize = 50;

/// What to list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    after: String,
}

/// `GET /organisations`.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn index(who: Who, State(p): State<Platform>, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    page(&p, &who, &wanted, StatusCode::OK, None).await
}

/// A name for one more.
#[derive(Debug, Deserialize)]
pub struct NewName {
    name: String,
}

/// `POST /organisations`: makes one, and goes there.
///
/// # Errors
/// See [`index`].
pub async fn create(who: Who, State(p): State<Platform>, Form(new): Form<NewName>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    match organisation::create(&mut tx, &who.actor(), &new.name).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(respond::see(&format!("/organisations/{id}")))
        }
        Err(failure) => {
            drop(tx);
            let refusal = on_form(failure)?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let mut answer = page(&p, &who, &Wanted::default(), status, Some((&new.name, refusal))).await?;
            answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
            Ok(answer)
        }
    }
}

async fn page(
    p: &Platform,
    who: &Who,
    wanted: &Wanted,
    status: StatusCode,
    wrong: Option<(&str, Refusal)>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let after: Option<OrganisationId> = wanted.after.parse().ok();
    let search: String = wanted.q.chars().filter(|c| !c.is_control()).take(100).collect();
    let found = organisation::list(&mut p.db.read().await?, &scope, &search, after.as_ref(), MOST).await?;
    let title = who.say.text("organisations-title");
    let main = markup(who, &search, &found, wrong);
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

fn markup(who: &Who, search: &str, found: &Page, wrong: Option<(&str, Refusal)>) -> Markup {
    let say = &who.say;
    let title = say.text("organisations-title");
    let label = say.text("organisations-search");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    h1 tabindex="-1" { (title) }
                    form.row.acts role="search" method="get" action="/organisations" {
                        input.input type="search" name="q" value=(search) placeholder=(label) aria-label=(label);
                        button.btn { (icon("search")) (say.text("word-search")) }
                    }
                }
                (super::customers::parts(say, "/organisations"))
                @if allowed(&who.actor(), Action::EditPeople).is_ok() { (new_one(who, wrong)) }
                @if found.organisations.is_empty() {
                    div.card.col.g-4.centre-x.text-centre.pad-card {
                        (icon("building"))
                        h2 { (say.text(if search.is_empty() { "organisations-none" } else { "customers-nobody-title" })) }
                        p.soft { (say.text("organisations-none-lead")) }
                    }
                } @else { (table(who, &found.organisations)) }
                @if let Some(next) = &found.next {
                    form.row.centre-x method="get" action="/organisations" {
                        input type="hidden" name="q" value=(search);
                        input type="hidden" name="after" value=(next);
                        button.btn { (say.text("word-more")) }
                    }
                }
            }
        }
    }
}

fn new_one(who: &Who, wrong: Option<(&str, Refusal)>) -> Markup {
    let say = &who.say;
    let field = Input {
        id: "name",
        name: "name",
        label: say.text("organisations-name"),
        kind: "text",
        value: wrong.map_or("", |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.map(|(_, refusal)| say.text(refusal.message())),
    };
    let form = html! {
        form.card.col.g-4 method="post" action="/organisations" {
            (field.markup())
            div.row.end-x { button.btn.primary { (say.text("word-save")) } }
        }
    };
    more(&say.text("organisations-add"), wrong.is_some(), &form)
}

fn table(who: &Who, organisations: &[Organisation]) -> Markup {
    let say = &who.say;
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(say.text("organisations-title")) {
            table.table {
                thead {
                    tr {
                        th scope="col" { (say.text("customers-column-name")) }
                        th scope="col" { (say.text("organisations-people")) }
                        th scope="col" { (say.text("customers-column-since")) }
                    }
                }
                tbody {
                    @for one in organisations {
                        tr {
                            th scope="row" {
                                span.row { (icon("building")) a href={ "/organisations/" (one.id) } { (one.name) } }
                            }
                            td { (say.number(one.members)) }
                            td.nowrap { time datetime=(one.created_at) { (say.date(one.created_at, &who.zone)) } }
                        }
                    }
                }
            }
        }
    }
}
