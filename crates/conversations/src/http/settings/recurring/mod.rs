//! What recurs: listed with its next day, made, changed and ended.

mod form;
mod typed;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;

use super::super::error;
use super::super::lens::Lens;
use super::{AskedQuery, Wrong, may, page};
use crate::commands;
use crate::model::Recurring;
use crate::rules::recurring::Every;
use crate::{RecurringId, store};

pub use form::{create, edit, new, update};

const HERE: &str = "/settings/recurring";
const HEAD: (&str, &str) = ("settings-recurring", "recurring-lead");

/// `GET /settings/recurring`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let all = store::all_recurring(&mut p.db.read().await?).await?;
    let lens = Lens::of(&p, &who, &[]);
    page(&p, &who, HEAD, &Wrong::default(), &asked, &list(lens, &all)).await
}

fn list(lens: Lens<'_>, all: &[Recurring]) -> Markup {
    html! {
        div.row { a.btn.primary.push href={ (HERE) "/new" } { (icon("plus")) (lens.text("recurring-new")) } }
        @if all.is_empty() {
            section.card.col.g-4 { p.w-550 { (lens.text("recurring-none")) } p.soft { (lens.text("recurring-none-why")) } }
        } @else {
            section.card { ul.col.g-5 { @for one in all { li.row.wrap { (line(lens, one)) } } } }
        }
    }
}

fn line(lens: Lens<'_>, one: &Recurring) -> Markup {
    let label = lens.say.with("recurring-end-one", args![name = &one.of.subject]);
    html! {
        div.col.g-1 {
            a.w-550 href={ (HERE) "/" (one.id) } { (one.of.subject) }
            span.sm.quiet { (often(lens, &one.of.plan.every)) " · " (one.of.plan.at.strftime("%H:%M")) }
        }
        span.push.row.wrap.g-3 {
            @match one.next {
                Some((day, _)) => span.sm { (lens.say.with("recurring-next", args![day = lens.say.day(day)])) },
                None => span.chip data-tone="plain" { (lens.text("recurring-off")) },
            }
            @if one.made > 0 { span.chip.line { (lens.say.with("recurring-made", args![count = one.made])) } }
            form method="post" action={ (HERE) "/" (one.id) "/remove" } hx-boost="false" {
                button.btn.ghost.icon.small aria-label=(label) title=(label) { (icon("x")) }
            }
        }
    }
}

/// How often, in words.
fn often(lens: Lens<'_>, every: &Every) -> String {
    match every {
        Every::Day => lens.text("recurring-day"),
        Every::Week { days } => {
            let names: Vec<String> = days.iter().map(|day| lens.text(weekday(*day, "short"))).collect();
            lens.say.with("recurring-week-on", args![days = names.join(", ")])
        }
        Every::Month { day } => lens.say.with("recurring-month-on", args![day = i32::from(*day)]),
        Every::Year { month, day } => {
            let month = lens.text(&format!("date-month-{month}-long"));
            lens.say.with("recurring-year-on", args![day = i32::from(*day), month = month])
        }
    }
}

/// The message that names a day of the week, 1 to 7.
const fn weekday(day: i8, length: &str) -> &'static str {
    let short = length.len() == 5;
    match (day, short) {
        (1, true) => "date-monday-short",
        (2, true) => "date-tuesday-short",
        (3, true) => "date-wednesday-short",
        (4, true) => "date-thursday-short",
        (5, true) => "date-friday-short",
        (6, true) => "date-saturday-short",
        (_, true) => "date-sunday-short",
        (1, _) => "date-monday-long",
        (2, _) => "date-tuesday-long",
        (3, _) => "date-wednesday-long",
        (4, _) => "date-thursday-long",
        (5, _) => "date-friday-long",
        (6, _) => "date-saturday-long",
        (_, _) => "date-sunday-long",
    }
}

/// `POST /settings/recurring/{id}/remove`.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let id: RecurringId = id.parse().map_err(|_| Error::NotFound)?;
    commands::remove_recurring(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see("/settings/recurring?done=saved"))
}
