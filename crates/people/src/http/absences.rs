//! Absences: planned and taken back on one's profile, and for colleagues by those who look after them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Instant, Scope};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, Result, args};
use serde::Deserialize;

use super::colleagues::staff_id;
use super::{colleague, on_form, profile, toast};
use crate::StaffId;
use crate::absence::{self, Absence, NewAbsence};
use crate::refusal::{Answer, Refusal};
use crate::staff::{self, Colleague, Who};

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct New {
    first: String,
    last: String,
    deputy: String,
}

impl New {
    fn read(&self) -> Result<NewAbsence, Refusal> {
        let day = |typed: &str| typed.trim().parse::<Date>().map_err(|_| Refusal::NotADay);
        let deputy = match self.deputy.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| Refusal::NoDeputy)?),
        };
        Ok(NewAbsence { first: day(&self.first)?, last: day(&self.last)?, deputy })
    }
}

/// What was typed, and why it will not do.
#[derive(Clone, Debug)]
pub struct Wrong {
    typed: New,
    why: Refusal,
}

/// What is known of somebody's days away, and who could stand in.
pub(super) struct Planned {
    absences: Vec<Absence>,
    others: Vec<Colleague>,
    today: Date,
}

impl Planned {
    pub(super) async fn of(conn: &mut Conn, id: &StaffId, now: Instant) -> Result<Self> {
        let today = absence::today(conn, now).await?;
        let absences = absence::of(conn, id, today).await?;
        let mut others = staff::colleagues(conn, &Scope::All).await?;
        others.retain(|one| one.id != *id && one.takes_work());
        Ok(Self { absences, others, today })
    }
}

async fn save(p: &Platform, who: &Who, id: &StaffId, new: &New) -> Result<Option<Wrong>, Error> {
    let mut tx = p.begin().await?;
    let planned: Answer<_> = match new.read() {
        Ok(read) => absence::plan(&mut tx, &who.actor(), id, read).await,
        Err(refusal) => Err(refusal.into()),
    };
    if let Err(failure) = planned {
        return Ok(Some(Wrong { typed: new.clone(), why: on_form(failure)? }));
    }
    tx.commit().await?;
    Ok(None)
}

async fn take_back(p: &Platform, who: &Who, id: &StaffId, absence: &str) -> Result<(), Error> {
    let absence = absence.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    absence::cancel(&mut tx, &who.actor(), id, &absence).await?;
    Ok(tx.commit().await?)
}

/// `POST /profile/absences`: one's own; `first` and `last` day, and a `deputy` or nobody.
pub async fn plan_own(who: Who, State(p): State<Platform>, Form(new): Form<New>) -> Result<Response, Error> {
    match save(&p, &who, &who.staff.id, &new).await? {
        None => Ok(respond::see("/profile?done=saved")),
        absence => {
            let shown = profile::Shown { absence, ..profile::Shown::default() };
            profile::page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
    }
}

/// `POST /profile/absences/{id}/remove`.
pub async fn cancel_own(who: Who, State(p): State<Platform>, Path(absence): Path<String>) -> Result<Response, Error> {
    take_back(&p, &who, &who.staff.id, &absence).await?;
    Ok(respond::see("/profile?done=saved"))
}

/// `POST /settings/colleagues/{id}/absences`: a colleague's.
pub async fn plan(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<New>,
) -> Result<Response, Error> {
    let id = colleague::looked_after(&who, staff_id(&id)?)?;
    match save(&p, &who, &id, &new).await? {
        None => Ok(respond::see(&format!("/settings/colleagues/{id}?done=saved"))),
        absence => {
            let shown = colleague::Shown { absence, ..colleague::Shown::default() };
            colleague::page(&p, &who, &id, StatusCode::UNPROCESSABLE_ENTITY, toast::Query::default(), shown).await
        }
    }
}

/// `POST /settings/colleagues/{id}/absences/{absence}/remove`.
pub async fn cancel(
    who: Who,
    State(p): State<Platform>,
    Path((id, absence)): Path<(String, String)>,
) -> Result<Response, Error> {
    let id = colleague::looked_after(&who, staff_id(&id)?)?;
    take_back(&p, &who, &id, &absence).await?;
    Ok(respond::see(&format!("/settings/colleagues/{id}?done=saved")))
}

/// The days away, and a form for more. `action` is where both go.
pub(super) fn card(say: &Say, planned: &Planned, action: &str, wrong: Option<&Wrong>) -> Markup {
    html! {
        section.card.col.g-6 aria-labelledby="absences-t" {
            div { h3 #absences-t { (say.text("absence-title")) } p.sm.quiet { (say.text("absence-lead")) } }
            @if planned.absences.is_empty() { p.soft { (say.text("absence-none")) } }
            @else { ul.col.g-5 { @for one in &planned.absences { li.row.wrap { (line(say, planned, one, action)) } } } }
            (form(say, planned, action, wrong))
        }
    }
}

fn line(say: &Say, planned: &Planned, one: &Absence, action: &str) -> Markup {
    let (first, last) = (say.day(one.first), say.day(one.last));
    let days = if one.first == one.last { first } else { say.with("absence-days", args![first = first, last = last]) };
    let deputy = one.deputy.as_ref().and_then(|id| planned.others.iter().find(|other| other.id == *id));
    html! {
        div.col.g-1 {
            span.w-550 { (days) }
            span.sm.quiet {
                @match deputy {
                    Some(deputy) => (say.with("absence-deputy-is", args![name = &deputy.name])),
                    None => (say.text("absence-deputy-none")),
                }
            }
        }
        @if one.holds(planned.today) { span.chip data-tone="warn" { (say.text("absence-now")) } }
        form.push method="post" action={ (action) "/" (one.id) "/remove" } hx-boost="false" {
            button.btn.small aria-label=(say.with("absence-remove-one", args![days = &days])) { (say.text("absence-remove")) }
        }
    }
}

fn form(say: &Say, planned: &Planned, action: &str, wrong: Option<&Wrong>) -> Markup {
    let error = wrong.map(|wrong| say.text(wrong.why.message()));
    let of_deputy = wrong.is_some_and(|wrong| wrong.why == Refusal::NoDeputy);
    let (bad_days, bad_deputy) = (error.is_some() && !of_deputy, of_deputy);
    let typed = wrong.map(|wrong| wrong.typed.clone()).unwrap_or_default();
    let day = |name: &str, label: &str, value: &str| {
        html! {
            div.field {
                label for={ "absence-" (name) } { (say.text(label)) }
                input.input id={ "absence-" (name) } type="date" name=(name) value=(value) required
                    min=(planned.today.saturating_sub(jiff::Span::new().years(2)))
                    autofocus[bad_days && name == "first"] aria-invalid=[bad_days.then_some("true")]
                    aria-describedby=[bad_days.then_some("absence-e")];
            }
        }
    };
    html! {
        form.col.g-5 method="post" action=(action) hx-boost="false" {
            div.tiles.min-s {
                (day("first", "absence-first", &typed.first))
                (day("last", "absence-last", &typed.last))
            }
            div.field {
                label for="absence-deputy" { (say.text("absence-deputy")) }
                select.input #absence-deputy name="deputy" autofocus[bad_deputy] aria-invalid=[bad_deputy.then_some("true")]
                    aria-describedby=(if bad_deputy { "absence-deputy-h absence-e" } else { "absence-deputy-h" }) {
                    option value="" { (say.text("absence-deputy-nobody")) }
                    @for one in &planned.others {
                        option value=(one.id) selected[typed.deputy == one.id.as_str()] { (one.name) }
                    }
                }
                p.hint #absence-deputy-h { (say.text("absence-deputy-hint")) }
            }
            @if let Some(error) = &error { p.error #absence-e role="alert" { (icon_small("alert")) (error) } }
            div.row.end-x { button.btn { (icon("plus")) (say.text("absence-plan")) } }
        }
    }
}
