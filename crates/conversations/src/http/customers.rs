//! Making one customer of two: who it is, what moves, done; and undone.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::merging::{self, Plan};
use people::person::{self, Customer};
use people::staff::Who;
use people::{Failure, PersonId, Refusal};
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use crate::{commands, store};

/// Customers that are offered.
const OFFERED: usize = 20;

/// With whom.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    with: String,
    q: String,
}

/// `GET /customers/{id}/merge`: looks for the other one, or shows what merging would do.
///
/// # Errors
/// When there is no such customer or the reader may not.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    if !asked.with.is_empty() {
        return preview(&p, &who, &id, &named(&asked.with)?).await;
    }
    let scope = allowed(&who.actor(), Action::EditPeople)?;
    let mut conn = p.db.read().await?;
    let one = person::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let search: String = asked.q.chars().filter(|c| !c.is_control()).take(100).collect();
    let mut found = person::list(&mut conn, &scope, &search, None, OFFERED).await?.customers;
    drop(conn);
    found.retain(|customer| customer.person.id != id);
    let title = who.say.with("customers-merge-title", args![name = &one.name]);
    let main = page(&title, &looking(&who.say, &id, &search, &found));
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

async fn preview(p: &Platform, who: &Who, target: &PersonId, source: &PersonId) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let plan = merging::plan(&mut conn, &who.actor(), target, source).await.map_err(same_is_nobody)?;
    let count = store::count_of_person(&mut conn, source).await?;
    drop(conn);
    let (into, from) = told_apart(&plan);
    let title = who.say.with("customers-merge-into", args![from = &from, into = &into]);
    let main = page(&title, &planned(&who.say, &plan, count));
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(p, &title, &main).await?))
}

/// What the one who stays and the other are called; of two with one name by their addresses.
fn told_apart(plan: &Plan) -> (String, String) {
    let (into, from) = (&plan.target.name, &plan.source.name);
    if into != from {
        return (into.clone(), from.clone());
    }
    let theirs = plan.addresses.first().map(String::as_str).unwrap_or_default();
    (format!("{into} ({})", plan.address), format!("{from} ({theirs})"))
}

fn same_is_nobody(failure: Failure) -> Error {
    match failure {
        Failure::Refused(Refusal::SamePerson) => Error::NotFound,
        other => other.into(),
    }
}

fn page(title: &str, inner: &Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head { h1 tabindex="-1" { (title) } }
                (inner)
            }
        }
    }
}

fn looking(say: &Say, id: &PersonId, search: &str, found: &[Customer]) -> Markup {
    let label = say.text("customers-search");
    html! {
        div.col.g-5 {
            p.soft { (say.text("customers-merge-lead")) }
            form.row role="search" method="get" action={ "/customers/" (id) "/merge" } {
                input.input type="search" name="q" value=(search) placeholder=(label) aria-label=(label);
                button.btn { (icon("search")) (say.text("word-search")) }
            }
            @if found.is_empty() { p.quiet { (say.text("customers-nobody-title")) } }
            ul.col.g-4 {
                @for Customer { person, address } in found {
                    li.row {
                        a href={ "/customers/" (id) "/merge?with=" (person.id) } { (person.name) }
                        @if *address != person.name { span.quiet.sm.cut { (address) } }
                    }
                }
            }
            p { a href={ "/customers/" (id) } { (say.text("customers-merge-back")) } }
        }
    }
}

fn planned(say: &Say, plan: &Plan, conversations: i64) -> Markup {
    let (target, source) = (&plan.target, &plan.source);
    let (into, from) = told_apart(plan);
    let list = |items: &[String]| html! { ul { @for item in items { li { (item) } } } };
    let fields = |fields: &[merging::Field], own: &[String]| -> Vec<String> {
        fields.iter().map(|it| say.text(it.message())).chain(own.iter().cloned()).collect()
    };
    let filled = fields(&plan.filled, &plan.own_filled);
    let kept = fields(&plan.kept, &plan.own_kept);
    html! {
        section.card.col.g-5 {
            p { (say.with("customers-merge-what", args![from = &from, into = &into])) }
            @if let Some(blocked) = &plan.blocked {
                div.callout data-tone="bad" {
                    (icon("shield")) h2 { (say.text("customers-blocked-title")) } p { (blocked.why) }
                }
            }
            h2 { (say.text("customers-merge-moves")) }
            dl.facts {
                dt { (say.text("customers-conversations")) } dd { (conversations) }
                dt { (say.text("customers-column-address")) } dd { (list(&plan.addresses)) }
                @if !plan.phones.is_empty() { dt { (say.text("customers-phones")) } dd { (list(&plan.phones)) } }
                @if !plan.names.is_empty() { dt { (say.text("customers-merge-names")) } dd { (list(&plan.names)) } }
                @if plan.notes > 0 { dt { (say.text("customers-notes")) } dd { (plan.notes) } }
                @if !filled.is_empty() { dt { (say.text("customers-merge-filled")) } dd { (list(&filled)) } }
                @if !kept.is_empty() {
                    dt { (say.with("customers-merge-kept", args![name = &into])) } dd { (list(&kept)) }
                }
            }
            div.row.wrap {
                form method="post" action={ "/customers/" (target.id) "/merge" } {
                    input type="hidden" name="with" value=(source.id);
                    button.btn.primary { (icon("merge")) (say.text("customers-merge-now")) }
                }
                a.btn href={ "/customers/" (source.id) "/merge?with=" (target.id) } {
                    (say.with("customers-merge-swap", args![name = &from]))
                }
                a.btn href={ "/customers/" (target.id) } { (say.text("customers-merge-back")) }
            }
        }
    }
}

/// `POST /customers/{id}/merge`: the customer `with` becomes part of this one.
///
/// # Errors
/// When one of them is not there or the reader may not.
pub async fn merge(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let (target, source) = (named(&id)?, named(&asked.with)?);
    let mut tx = p.begin().await?;
    commands::merge_customers(&mut tx, &who.actor(), &target, &source).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/customers/{target}")))
}

/// `POST /customers/{id}/merge/undo`: the customer who became part of another is there again.
///
/// # Errors
/// When there was no such merge, it cannot be undone any more, or the reader may not.
pub async fn undo(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let source = named(&id)?;
    let mut tx = p.begin().await?;
    let target = commands::undo_merge_customers(&mut tx, &who.actor(), &source).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/customers/{target}")))
}

fn named(id: &str) -> Result<PersonId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}
