//! The list of customers and one customer's file. What other capabilities know of a customer comes in by
//! URL, as fragments.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::fields::Field;
use super::on_form;
use crate::PersonId;
use crate::person::{self, Address, Customer, Page, Person};
use crate::refusal::Refusal;
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

/// One customer's file.
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    file(&p, &who, &id, StatusCode::OK, &Wrong::default()).await
}

/// What was typed and could not be taken.
#[derive(Default)]
struct Wrong {
    name: Option<Refusal>,
    address: Option<(String, Refusal)>,
}

/// The right name.
#[derive(Debug, Deserialize)]
pub struct NewName {
    name: String,
}

/// Puts the name right.
pub async fn rename(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewName>,
) -> Result<Response, Error> {
    let person: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    if let Err(failure) = person::rename(&mut tx, &who.actor(), &person, &new.name).await {
        drop(tx);
        return again(&p, &who, &id, &Wrong { name: Some(on_form(failure)?), address: None }).await;
    }
    tx.commit().await?;
    Ok(respond::see(&format!("/customers/{person}")))
}

/// Another address of theirs.
#[derive(Debug, Deserialize)]
pub struct NewAddress {
    address: String,
}

/// Adds an address, so that what comes from it is theirs.
pub async fn add_address(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewAddress>,
) -> Result<Response, Error> {
    let person: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    if let Err(failure) = person::add_address(&mut tx, &who.actor(), &person, &new.address).await {
        drop(tx);
        let typed: String = new.address.chars().take(320).collect();
        return again(&p, &who, &id, &Wrong { name: None, address: Some((typed, on_form(failure)?)) }).await;
    }
    tx.commit().await?;
    Ok(respond::see(&format!("/customers/{person}")))
}

/// The file with what is wrong. The address stays that of the file, which can be loaded again.
async fn again(p: &Platform, who: &Who, id: &str, wrong: &Wrong) -> Result<Response, Error> {
    let mut answer = file(p, who, id, StatusCode::UNPROCESSABLE_ENTITY, wrong).await?;
    answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    Ok(answer)
}

async fn file(p: &Platform, who: &Who, id: &str, status: StatusCode, wrong: &Wrong) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let id: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let person = person::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let addresses = person::addresses(&mut conn, &scope, &id).await?;
    let main = file_markup(who, &person, &addresses, wrong);
    let whole = who.viewer()?.page(p, &person.name, &main).await?;
    Ok(respond::page(status, whole))
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
                div.col.g-6 #customers hx-get=(here) hx-trigger="customers from:body, resync from:body"
                    hx-select="#customers" hx-swap="outerMorph" {
                    @if found.customers.is_empty() { (nobody(who, search)) } @else { (table(who, &found.customers)) }
                    @if let Some(next) = &found.next { (more(who, search, next)) }
                }
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
fn doubt(who: &Who, person: &Person) -> Markup {
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

fn file_markup(who: &Who, person: &Person, addresses: &[Address], wrong: &Wrong) -> Markup {
    let say = &who.say;
    let when = say.date(person.created_at, &who.zone);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(person.name) data-pane {
            div.page {
                header.page-head {
                    (avatar(&person.name, person.id.as_str(), false, Size::Large))
                    div.col.g-1 {
                        h1 tabindex="-1" { (person.name) }
                        p { (say.with("customers-since", args![when = &when])) }
                    }
                    div.row.wrap.acts {
                        (doubt(who, person))
                        @if !addresses.is_empty() && may(who, Action::WorkConversations) {
                            a.btn href={ "/conversations/new?customer=" (person.id) } data-key="c" aria-keyshortcuts="C" {
                                (icon("mail")) (say.text("customers-write"))
                            }
                        }
                    }
                }
                div.cols {
                    (conversations(who, person))
                    div.col.g-6 {
                        (address_card(who, person, addresses, wrong.address.as_ref()))
                        (facts(who, person, wrong.name))
                    }
                }
            }
        }
    }
}

fn may(who: &Who, action: Action) -> bool {
    allowed(&who.actor(), action).is_ok()
}

/// Another capability fills this by its own address; without scripts a link leads there.
fn conversations(who: &Who, person: &Person) -> Markup {
    let address = format!("/customers/{}/conversations", person.id);
    html! {
        section.col.g-5 aria-labelledby="conversations-t" {
            h2 #conversations-t { (who.say.text("customers-conversations")) }
            div #conversations hx-get=(address) hx-trigger="load" hx-swap="innerHTML" {
                noscript { a href=(address) { (who.say.text("customers-conversations-show")) } }
            }
        }
    }
}

fn address_card(who: &Who, person: &Person, addresses: &[Address], wrong: Option<&(String, Refusal)>) -> Markup {
    let say = &who.say;
    let field = Field {
        name: "address",
        label: say.text("customers-address-new"),
        kind: "email",
        value: wrong.map_or("", |(typed, _)| typed),
        autocomplete: "off",
        hint: Some(say.text("customers-address-hint")),
        error: wrong.map(|(_, refusal)| say.text(refusal.message())),
        large: false,
    };
    html! {
        section.card.col.g-5 {
            header { h2 { (say.text("customers-addresses")) } }
            ul.col.g-4 {
                @for address in addresses {
                    li.row.wrap {
                        span { (address.shown) }
                        @if address.proved { span.chip data-tone="ok" { (icon("check")) (say.text("customers-proved")) } }
                    }
                }
            }
            @if may(who, Action::EditPeople) {
                details open[wrong.is_some()] {
                    summary.btn.small { (say.text("customers-address-add")) }
                    form.col.g-5.mt method="post" action={ "/customers/" (person.id) "/addresses" } {
                        (field.markup())
                        div.row.end-x { button.btn { (say.text("word-save")) } }
                    }
                }
            }
        }
    }
}

fn facts(who: &Who, person: &Person, refusal: Option<Refusal>) -> Markup {
    let say = &who.say;
    let language = person.language.map_or_else(|| say.text("customers-language-unknown"), |l| l.own_name().to_owned());
    let name = Field {
        name: "name",
        label: say.text("customers-name"),
        kind: "text",
        value: &person.name,
        autocomplete: "off",
        hint: None,
        error: refusal.map(|refusal| say.text(refusal.message())),
        large: false,
    };
    html! {
        section.card.col.g-6 {
            header { h2 { (say.text("customers-facts")) } }
            dl.facts {
                dt { (say.text("customers-language")) }
                dd lang=[person.language.map(base::Language::code)] { (language) }
            }
            @if may(who, Action::EditPeople) {
                details open[refusal.is_some()] {
                    summary.btn.small { (say.text("customers-rename")) }
                    form.col.g-5.mt method="post" action={ "/customers/" (person.id) "/name" } {
                        (name.markup())
                        div.row.end-x { button.btn { (say.text("word-save")) } }
                    }
                }
            }
        }
    }
}
