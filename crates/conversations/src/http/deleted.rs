//! What is deleted: by whom, when, and until when it can be put back. For those who may delete.

use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::privacy::Holders;
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::inbox::subject;
use super::lens::Lens;
use super::{error, undoing};
use crate::commands::{self, CommandError};
use crate::queries::{self, DeletedPage, DeletedRow};
use crate::{Conversation, ConversationId};

/// Rows of a page.
const MOST: i64 = 50;
const HERE: &str = "/deleted";

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Where the page begins.
    after: String,
    /// A conversation that is about to go for good.
    ask: String,
    /// `saved`, `restored` or `erased`.
    done: String,
}

/// The fields of the forms; each reads its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The number of what goes for good.
    number: String,
    days: String,
}

/// What was typed and could not be taken, in which field.
struct Wrong(&'static str, String);

/// `GET /deleted`.
///
/// # Errors
/// When the reader may not, or the database cannot be used; so for all handlers here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    page(&p, &who, &asked, None).await
}

async fn page(p: &Platform, who: &Who, asked: &Asked, wrong: Option<&Wrong>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::DeleteConversations)?;
    let mut conn = p.db.read().await?;
    let found = queries::deleted(&mut conn, &scope, &asked.after, MOST).await?;
    let days = crate::settings::manners(&mut conn).await?.deleted_days;
    drop(conn);
    let (lens, viewer) = (Lens::of(p, who, &[]), who.viewer()?);
    let said = match asked.done.as_str() {
        "saved" => Some("settings-saved"),
        "restored" => Some("deleted-restored"),
        "erased" => Some("deleted-erased"),
        _ => None,
    };
    let body = html! {
        @if let Some(said) = said {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (lens.text(said)) } }
        }
        section.col.g-5 {
            @if found.rows.is_empty() { div.card { p.quiet { (lens.text("deleted-none")) } } } @else { (table(lens, &found, asked, wrong)) }
            @if let Some(next) = &found.next {
                p { a.btn href={ (HERE) "?after=" (next) } { (lens.text("deleted-older")) } }
            }
        }
        @if allowed(&who.actor(), Action::ManageSettings).is_ok() { (keeping(lens, days, wrong)) }
    };
    let title = lens.text("deleted-title");
    let main = viewer.settings(&title, &lens.say.with("deleted-lead", args![count = days]), &body);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn table(lens: Lens<'_>, found: &DeletedPage, asked: &Asked, wrong: Option<&Wrong>) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(lens.text("deleted-title")) {
            table.table {
                thead { tr {
                    th scope="col" { (lens.text("deleted-what")) }
                    th scope="col" { (lens.text("deleted-by")) }
                    th scope="col" { (lens.text("deleted-goes")) }
                    th scope="col" { span.vh { (lens.text("deleted-verbs")) } }
                } }
                tbody { @for (one, goes) in &found.rows { (row(lens, one, *goes)) } }
            }
        }
        @for (one, _) in found.rows.iter().filter(|(one, _)| one.row.conversation.id.as_str() == asked.ask) {
            (sure(lens, &one.row.conversation, wrong))
        }
    }
}

fn row(lens: Lens<'_>, one: &DeletedRow, goes: Instant) -> Markup {
    let it = &one.row.conversation;
    html! {
        tr {
            td { div.col.g-1 { b { "#" (it.number) " " (subject(lens, &it.subject)) } span.sm.quiet { (one.row.person_name) } } }
            td { div.col.g-1 {
                span { (one.by_name.clone().unwrap_or_else(|| lens.text("event-by-former"))) }
                (lens.quiet_time(one.at))
            } }
            td.nowrap { (lens.time(goes)) }
            td.nowrap { div.row.g-1 {
                form method="post" action={ (HERE) "/" (it.id) "/restore" } {
                    button.btn.small aria-label=(lens.say.with("deleted-put-back-one", args![n = it.number.to_string()])) { (icon("undo")) (lens.text("deleted-put-back")) }
                }
                a.btn.ghost.small href={ (HERE) "?ask=" (it.id) "#sure" } aria-label=(lens.say.with("deleted-erase-one", args![n = it.number.to_string()])) { (lens.text("deleted-erase")) }
            } }
        }
    }
}

/// What goes for good is named by its number first.
fn sure(lens: Lens<'_>, it: &Conversation, wrong: Option<&Wrong>) -> Markup {
    let wrong = wrong.filter(|wrong| wrong.0 == "number");
    html! {
        form.callout #sure data-tone="bad" method="post" action={ (HERE) "/" (it.id) "/erase" } {
            (icon("alert"))
            div.col.g-4 {
                p { (lens.say.with("deleted-sure", args![n = it.number.to_string()])) }
                div.field {
                    label for="number" { (lens.say.with("deleted-sure-number", args![n = it.number.to_string()])) }
                    input.input.num #number name="number" inputmode="numeric" autocomplete="off" required autofocus
                        value=(wrong.map_or("", |wrong| wrong.1.as_str())) aria-invalid=[wrong.map(|_| "true")]
                        aria-describedby=[wrong.map(|_| "number-e")];
                    @if wrong.is_some() { p.error #number-e { (icon_small("alert")) (lens.text("deleted-sure-wrong")) } }
                }
                div.row.wrap {
                    button.btn.danger { (lens.text("deleted-erase")) }
                    a.btn.ghost href=(HERE) { (lens.text("word-cancel")) }
                }
            }
        }
    }
}

/// For how long what is deleted is kept.
fn keeping(lens: Lens<'_>, days: i64, wrong: Option<&Wrong>) -> Markup {
    let wrong = wrong.filter(|wrong| wrong.0 == "days");
    let typed = wrong.map_or_else(|| days.to_string(), |wrong| wrong.1.clone());
    html! {
        form.card.col.g-5 method="post" action={ (HERE) "/keep" } {
            div.field {
                label for="days" { (lens.text("deleted-days")) }
                input.input.num #days name="days" inputmode="numeric" value=(typed) aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby=(if wrong.is_some() { "days-h days-e" } else { "days-h" });
                p.hint #days-h { (lens.text("deleted-days-hint")) }
                @if wrong.is_some() { p.error #days-e { (icon_small("alert")) (lens.text("deleted-days-wrong")) } }
            }
            div.row { button.btn.primary { (lens.text("word-save")) } }
        }
    }
}

/// `POST /deleted/keep`: `days`.
///
/// # Errors
/// See [`show`].
pub async fn keep(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::ManageSettings)?;
    match typed.days.trim().parse::<i64>() {
        Ok(days) if commands::DELETED_DAYS.contains(&days) => {
            commands::keep_deleted(&p, &who.actor(), days).await.map_err(error)?;
            Ok(respond::see(&format!("{HERE}?done=saved")))
        }
        _ => {
            let typed = typed.days.chars().take(20).collect();
            page(&p, &who, &Asked::default(), Some(&Wrong("days", typed))).await
        }
    }
}

/// `POST /deleted/{id}/restore`.
///
/// # Errors
/// See [`show`].
pub async fn restore(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::DeleteConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    commands::restore(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("{HERE}?done=restored")))
}

/// `POST /deleted/{id}/erase`: `number`, as typed.
///
/// # Errors
/// See [`show`].
pub async fn erase(
    State(p): State<Platform>,
    who: Who,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::DeleteConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let number = queries::deleted_number(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    if typed.number.trim().trim_start_matches('#') != number.to_string() {
        let asked = Asked { ask: id.to_string(), ..Asked::default() };
        let typed = typed.number.chars().take(20).collect();
        return page(&p, &who, &asked, Some(&Wrong("number", typed))).await;
    }
    commands::erase_deleted(&p, &who.actor(), holders, &id).await.map_err(error)?;
    Ok(respond::see(&format!("{HERE}?done=erased")))
}

/// `POST /conversations/{id}/delete`: leads to the list, with the way back.
///
/// # Errors
/// See [`show`].
pub async fn delete(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::delete(&p, &who.actor(), &id).await {
        Ok(step) => Ok(respond::see(&undoing::with_step("/inbox", step.as_ref()))),
        Err(CommandError::Refused(refusal)) => super::conversation::refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
