//! The list of customers. One customer's file is in [`super::customer`].

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;

use crate::PersonId;
use crate::person::{self, Customer, Page, Person};
use crate::staff::Who;

/// Customers on one page of the list.
const MOST: usize = 50;

/// What to list.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// The list.
pub async fn index(who: Who, State(p): State<Platform>, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let after: Option<PersonId> = wanted.after.parse().ok();
    let search: String = wanted.q.chars().filter(|c| !c.is_control()).take(100).collect();
    let found = person::list(&mut p.db.read().await?, &scope, &search, after.as_ref(), MOST).await?;
    let viewer = who.viewer()?;
    let main = list(&who, &viewer.path, &search, &found);
    let whole = viewer.page(&p, &who.say.text("customers-title"), &main).await?;
    Ok(respond::page(StatusCode::OK, whole))
}

/// `here` is where the list fetches itself again when somebody new appears.
fn list(who: &Who, here: &str, search: &str, found: &Page) -> Markup {
    let say = &who.say;
    let title = say.text("customers-title");
    let label = say.text("customers-search");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    h1 tabindex="-1" { (title) }
                    form.row.acts role="search" method="get" action="/customers" {
                        input.input type="search" name="q" value=(search) placeholder=(label) aria-label=(label);
                        button.btn { (icon("search")) (say.text("word-search")) }
                    }
                }
                div.row.wrap.g-3 { (parts(say, "/customers")) span.push { (super::export::way_in(who)) } }
                div.col.g-6 #customers hx-get=(here) hx-trigger="customers from:body, resync from:body"
                    hx-select="#customers" hx-swap="outerMorph" {
                    @if found.customers.is_empty() { (nobody(who, search)) } @else { (table(who, &found.customers)) }
                    @if let Some(next) = &found.next { (more(who, search, next)) }
                    @if !found.customers.is_empty() { (super::export::links(who, search)) }
                }
            }
        }
    }
}

/// The two lists of those one knows.
pub(super) fn parts(say: &Say, here: &str) -> Markup {
    html! {
        nav.seg aria-label=(say.text("customers-parts")) {
            @for (href, text) in [("/customers", "customers-title"), ("/organisations", "organisations-title")] {
                a href=(href) aria-current=[(href == here).then_some("page")] { (say.text(text)) }
            }
        }
    }
}

fn more(who: &Who, search: &str, next: &PersonId) -> Markup {
    html! {
        form.row.centre-x method="get" action="/customers" {
            input type="hidden" name="q" value=(search);
            input type="hidden" name="after" value=(next);
            button.btn { (who.say.text("word-more")) }
        }
    }
}

fn nobody(who: &Who, search: &str) -> Markup {
    let say = &who.say;
    let (title, lead) = if search.is_empty() {
        ("customers-none-title", "customers-none-lead")
    } else {
        ("customers-nobody-title", "customers-nobody-lead")
    };
    html! {
        div.card.col.g-4.centre-x.text-centre.pad-card {
            (icon("users"))
            h2 { (say.text(title)) }
            p.soft { (say.text(lead)) }
            @if !search.is_empty() { a href="/customers" { (say.text("customers-show-all")) } }
        }
    }
}

fn table(who: &Who, customers: &[Customer]) -> Markup {
    let say = &who.say;
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(say.text("customers-title")) {
            table.table {
                thead {
                    tr {
                        th scope="col" { (say.text("customers-column-name")) }
                        th scope="col" { (say.text("customers-column-address")) }
                        th scope="col" { (say.text("customers-column-language")) }
                        th scope="col" { (say.text("customers-column-since")) }
                    }
                }
                tbody { @for customer in customers { (row(who, customer)) } }
            }
        }
    }
}

fn row(who: &Who, customer: &Customer) -> Markup {
    let person = &customer.person;
    html! {
        tr {
            th scope="row" {
                span.row {
                    (avatar(&person.name, person.id.as_str(), false, Size::Usual))
                    a href={ "/customers/" (person.id) } { (person.name) }
                    (doubt(who, person))
                }
            }
            td { (customer.address) }
            td { @if let Some(language) = person.language { span lang=(language.code()) { (language.own_name()) } } }
            td.nowrap { (since(who, person)) }
        }
    }
}

/// A name that pretends to be an address is marked, with the real address beside it (T44).
pub(super) fn doubt(who: &Who, person: &Person) -> Markup {
    html! {
        @if person.name_doubtful {
            span.chip data-tone="warn" { (icon("alert")) (who.say.text("customers-doubtful")) }
        }
    }
}

fn since(who: &Who, person: &Person) -> Markup {
    let at = person.created_at;
    html! { time datetime=(at) title=(who.say.full(at, &who.zone)) { (who.say.date(at, &who.zone)) } }
}
