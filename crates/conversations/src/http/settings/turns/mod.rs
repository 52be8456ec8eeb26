//! Turns: which departments give out by turns what comes in and in which order, who is next there, why others are passed
//! over, and what is needed for it ([`needs`]).

pub mod needs;

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
use super::{Asked, AskedQuery, Wrong, may, page};
use crate::TurnOrder;
use crate::commands;
use crate::queries::{self, Line, Standing};
use crate::rules::turns::{PassedOver, passed_over};

const HEAD: (&str, &str) = ("settings-turns", "turns-lead");
const HERE: &str = "/settings/turns";

/// Which line, and whether and in which order it goes by turns.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    department: String,
    on: String,
    order: String,
}

/// `GET /settings/turns`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    shown(&p, &who, &Wrong::default(), &asked, &needs::Typed::default()).await
}

/// The page, with what was typed and will not do.
async fn shown(p: &Platform, who: &Who, wrong: &Wrong, asked: &Asked, typed: &needs::Typed) -> Result<Response, Error> {
    may(who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let lines = queries::turns(&mut conn, p.clock.business()).await?;
    let known = needs::Known::of(who, &mut conn).await?;
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let body = html! {
        p { a.btn.small href="/turns" hx-boost="false" { (lens.text("shares-see")) } }
        div.col.g-7 #turns hx-get=(HERE) hx-trigger="inbox from:body, colleagues from:body, resync from:body"
            hx-select="#turns" hx-swap="outerMorph" {
            @for line in &lines { (card(lens, line)) }
        }
        (needs::lacking(&who.say, &known))
        (needs::list(&who.say, &known, typed, wrong))
    };
    page(p, who, HEAD, wrong, asked, &body).await
}

/// `POST /settings/turns`: `department` (empty for what belongs to none), `on` = `yes` or anything else, `order` =
/// `round_robin` or anything else.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let department = match typed.department.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    let order = (typed.on == "yes").then(|| TurnOrder::from_code(&typed.order).unwrap_or_default());
    commands::set_turns(&p, &who.actor(), department.as_ref(), order).await.map_err(error)?;
    Ok(respond::see("/settings/turns?done=saved"))
}

fn card(lens: Lens<'_>, line: &Line) -> Markup {
    let (id, name) = match &line.department {
        Some(department) => (department.id.as_str(), department.name.clone()),
        None => ("", lens.text("conversation-department-none")),
    };
    let next = line.line.first().filter(|one| passed_over(&one.of).is_none());
    let other = match line.order {
        Some(TurnOrder::Least) => Some((TurnOrder::Round, "turns-to-round", "turns-to-round-one")),
        Some(TurnOrder::Round) => Some((TurnOrder::Least, "turns-to-least", "turns-to-least-one")),
        None => None,
    };
    html! {
        section.card.col.g-5 aria-labelledby={ "turns-" (id) } {
            header.row.wrap {
                h2 id={ "turns-" (id) } { (name) }
                @match line.order {
                    Some(TurnOrder::Least) => span.chip data-tone="ok" { (lens.text("turns-are-on")) },
                    Some(TurnOrder::Round) => span.chip data-tone="ok" { (lens.text("turns-are-round")) },
                    None => {},
                }
                div.row.push {
                    @if let Some((order, text, whole)) = other {
                        (button(lens, id, &name, ("yes", Some(order)), (text, whole)))
                        (button(lens, id, &name, ("no", None), ("turns-off", "turns-off-one")))
                    } @else {
                        (button(lens, id, &name, ("yes", None), ("turns-on", "turns-on-one")))
                    }
                }
            }
            @if line.order.is_some() {
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

/// Turns it on, off or the other way round.
fn button(
    lens: Lens<'_>,
    id: &str,
    name: &str,
    (on, order): (&str, Option<TurnOrder>),
    (text, whole): (&str, &str),
) -> Markup {
    html! {
        form method="post" action=(HERE) hx-boost="false" {
            input type="hidden" name="department" value=(id);
            @if let Some(order) = order { input type="hidden" name="order" value=(order.code()); }
            button.btn.small name="on" value=(on) aria-label=(lens.say.with(whole, args![name = name])) { (lens.text(text)) }
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
                    Some(PassedOver::Language | PassedOver::Skill) => span.quiet { "–" },
                    Some(PassedOver::Unable) => span.chip data-tone="plain" { (lens.text("turns-unable")) },
                    Some(PassedOver::Away(until)) => {
                        span.chip data-tone="warn" { (lens.say.with("absence-until", args![day = lens.say.day(until)])) }
                    },
                }
            }
        }
    }
}
