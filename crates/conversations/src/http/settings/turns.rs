//! Turns: which departments give out by turns what comes in, who is next there, and why others are passed over.

use axum::extract::{Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::{AskedQuery, Wrong, may, page};
use crate::commands;
use crate::queries::{self, Line, Standing};
use crate::rules::turns::{PassedOver, passed_over};

const HEAD: (&str, &str) = ("settings-turns", "turns-lead");
const HERE: &str = "/settings/turns";

/// Which line, and whether it goes by turns.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    department: String,
    on: String,
}

/// `GET /settings/turns`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let lines = queries::turns(&mut p.db.read().await?, p.clock.business()).await?;
    let lens = Lens::of(&p, &who, &[]);
    let body = html! {
        div.col.g-7 #turns hx-get=(HERE) hx-trigger="inbox from:body, colleagues from:body, resync from:body"
            hx-select="#turns" hx-swap="outerMorph" {
            @for line in &lines { (card(lens, line)) }
        }
    };
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body).await
}

/// `POST /settings/turns`: `department` (empty for what belongs to none), `on` = `yes` or anything else.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let department = match typed.department.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    commands::set_turns(&p, &who.actor(), department.as_ref(), typed.on == "yes").await.map_err(error)?;
    Ok(respond::see("/settings/turns?done=saved"))
}

fn card(lens: Lens<'_>, line: &Line) -> Markup {
    let (id, name) = match &line.department {
        Some(department) => (department.id.as_str(), department.name.clone()),
        None => ("", lens.text("conversation-department-none")),
    };
    let (on, text, whole) =
        if line.on { ("no", "turns-off", "turns-off-one") } else { ("yes", "turns-on", "turns-on-one") };
    let next = line.line.first().filter(|one| passed_over(&one.of).is_none());
    html! {
        section.card.col.g-5 aria-labelledby={ "turns-" (id) } {
            header.row.wrap {
                h2 id={ "turns-" (id) } { (name) }
                @if line.on { span.chip data-tone="ok" { (lens.text("turns-are-on")) } }
                form.push method="post" action=(HERE) hx-boost="false" {
                    input type="hidden" name="department" value=(id);
                    button.btn.small name="on" value=(on) aria-label=(lens.say.with(whole, args![name = &name])) { (lens.text(text)) }
                }
            }
            @if line.on {
                p role="status" {
                    @match next {
                        Some(one) => (lens.say.with("turns-next", args![name = &one.of.name])),
                        None => (lens.text("turns-nobody")),
                    }
                }
                @if !line.line.is_empty() { (table(lens, &name, &line.line)) }
            } @else {
                p.sm.quiet { (lens.text("turns-off-why")) }
            }
        }
    }
}

fn table(lens: Lens<'_>, name: &str, line: &[Standing]) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lens.say.with("turns-line-of", args![name = name])) {
            table.table {
                thead { tr {
                    th scope="col" { (lens.text("turns-who")) }
                    th.num scope="col" { (lens.text("turns-open")) }
                    th.num scope="col" { (lens.text("turns-part")) }
                    th scope="col" { (lens.text("turns-last")) }
                    th scope="col" { (lens.text("turns-stands")) }
                } }
                tbody { @for (at, one) in line.iter().enumerate() { (row(lens, at, one)) } }
            }
        }
    }
}

fn row(lens: Lens<'_>, at: usize, one: &Standing) -> Markup {
    let of = &one.of;
    let open = match of.workload.cap {
        Some(cap) => lens.say.with("turns-open-of", args![n = of.open.to_string(), cap = cap.to_string()]),
        None => of.open.to_string(),
    };
    html! {
        tr {
            th scope="row" {
                span.row.g-3 {
                    (avatar(&of.name, of.id.as_str(), true, Size::Small))
                    a href={ "/settings/colleagues/" (of.id) } hx-boost="false" { (of.name) }
                }
            }
            td.num { (open) }
            td.num { (of.workload.weight) " %" }
            td { @if let Some(at) = one.last_at { (lens.time(at)) } @else { span.quiet { (lens.text("turns-never")) } } }
            td {
                @match passed_over(of) {
                    None if at == 0 => span.chip data-tone="ok" { (lens.text("turns-is-next")) },
                    None => span.quiet { (lens.say.with("turns-place", args![n = (at + 1).to_string()])) },
                    Some(PassedOver::Full) => span.chip data-tone="warn" { (lens.text("turns-full")) },
                    Some(PassedOver::Unable) => span.chip data-tone="plain" { (lens.text("turns-unable")) },
                    Some(PassedOver::Away(until)) => {
                        span.chip data-tone="warn" { (lens.say.with("absence-until", args![day = lens.say.day(until)])) }
                    },
                }
            }
        }
    }
}
