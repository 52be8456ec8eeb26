//! One thing that recurs, to be made or changed, with the days on which it will begin.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, Scope};
use maud::{Markup, html};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::Platform;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;

use super::super::super::lens::Lens;
use super::super::super::{colleagues, error};
use super::super::{Asked, Field, Wrong, may, page, radios, select, select_or_wrong};
use super::typed::Typed;
use super::{HERE, weekday};
use crate::commands::{self, CommandError, zone_of};
use crate::model::{Macro, MacroAct, Recurring};
use crate::rules::recurring::{Plan, preview};
use crate::rules::states::Refusal;
use crate::{RecurringId, queries, settings, store};

/// Days that are shown ahead.
const SHOWN: usize = 5;

/// `GET /settings/recurring/new`.
///
/// # Errors
/// When the reader may not, there is no such one, or it cannot be read; so for all pages here.
pub async fn new(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    shown(&p, &who, None, &Typed::new(), &Wrong::default()).await
}

/// `GET /settings/recurring/{id}`.
///
/// # Errors
/// See [`new`].
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let one = found(&p, &who, &id).await?;
    let customer = match &one.of.person {
        Some(person) => {
            let mut conn = p.db.read().await?;
            let known = people::person::addresses(&mut conn, &Scope::All, person).await?;
            known.into_iter().next().map_or_else(|| person.to_string(), |address| address.shown)
        }
        None => String::new(),
    };
    shown(&p, &who, Some(&one), &Typed::of(&one, customer), &Wrong::default()).await
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<Recurring, Error> {
    may(who, Action::ManageSettings)?;
    let id: RecurringId = id.parse().map_err(|_| Error::NotFound)?;
    store::find_recurring(&mut p.db.read().await?, &id).await?.ok_or(Error::NotFound)
}

/// `POST /settings/recurring`: makes one, or shows its days with `act=look`.
///
/// # Errors
/// See [`new`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    sent(&p, &who, None, &Typed::read(&fields)).await
}

/// `POST /settings/recurring/{id}`: see [`create`].
///
/// # Errors
/// See [`new`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let one = found(&p, &who, &id).await?;
    sent(&p, &who, Some(&one), &Typed::read(&fields)).await
}

async fn sent(p: &Platform, who: &Who, one: Option<&Recurring>, typed: &Typed) -> Result<Response, Error> {
    let mut wrong = Wrong::default();
    if typed.looks {
        let _ = typed.plan(&mut wrong);
        return shown(p, who, one, typed, &wrong).await;
    }
    let wanted = typed.wanted(&mut p.db.read().await?, &mut wrong).await?;
    let Some(wanted) = wanted else { return shown(p, who, one, typed, &wrong).await };
    let done = match one {
        Some(one) => commands::change_recurring(p, &who.actor(), &one.id, wanted).await,
        None => commands::make_recurring(p, &who.actor(), wanted).await.map(drop),
    };
    match done {
        Ok(()) => Ok(respond::see("/settings/recurring?done=saved")),
        Err(CommandError::Refused(refusal)) => {
            let field = match refusal {
                Refusal::Empty | Refusal::TooLong => "body",
                Refusal::NoSuchColleague => "owner",
                Refusal::NoSuchDepartment => "department",
                Refusal::NoSuchMacro => "checklist",
                Refusal::NoRecipient => "customer",
                Refusal::BadPlan => "every",
                _ => "subject",
            };
            wrong.add(field, refusal.message());
            shown(p, who, one, typed, &wrong).await
        }
        Err(other) => Err(error(other)),
    }
}

/// What can be chosen among.
struct Choices {
    staff: Vec<Colleague>,
    departments: Vec<Department>,
    macros: Vec<Macro>,
}

async fn shown(
    p: &Platform,
    who: &Who,
    one: Option<&Recurring>,
    typed: &Typed,
    wrong: &Wrong,
) -> Result<Response, Error> {
    may(who, Action::ManageSettings)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none());
    let brings = |one: &Macro| one.acts.iter().any(|act| matches!(act, MacroAct::Checklist(_)));
    let macros = queries::macros(&mut conn, &who.staff).await?.into_iter().map(|(one, _)| one).filter(brings).collect();
    let mut staff = colleagues(&mut conn, who, now).await?;
    staff.retain(Colleague::takes_work);
    let choices = Choices { staff, departments, macros };
    let zone = zone_of(&settings::business(&mut conn).await?);
    let calendar = settings::clock_policy(&mut conn).await?.calendar;
    drop(conn);
    let days = |plan: Plan| preview(&plan, calendar.as_ref(), &zone, now, SHOWN);
    let days: Vec<_> = typed.plan(&mut Wrong::default()).map(days).unwrap_or_default();
    let lens = Lens::of(p, who, &[]);
    let action = one.map_or_else(|| HERE.to_owned(), |one| format!("{HERE}/{}", one.id));
    let body = html! {
        form.col.g-7 method="post" action=(action) novalidate hx-boost="false" {
            (what(lens, typed, &choices, wrong))
            (when(lens, typed, wrong))
            section.card.col.g-4 #days aria-labelledby="days-t" {
                div.row.wrap {
                    h3 #days-t { (lens.text("recurring-days")) }
                    button.btn.small.push name="act" value="look" { (icon("calendar")) (lens.text("recurring-look")) }
                }
                @if days.is_empty() { p.soft { (lens.text("recurring-no-days")) } }
                ol.col.g-1 { @for (_, at) in &days { li { (lens.say.full(*at, &zone)) } } }
            }
            (save_bar(lens.say, None))
        }
    };
    let head = (if one.is_some() { "recurring-change" } else { "recurring-new" }, "recurring-lead");
    page(p, who, head, wrong, &Asked::default(), &body).await
}

fn what(lens: Lens<'_>, typed: &Typed, choices: &Choices, wrong: &Wrong) -> Markup {
    let say = lens.say;
    let field = |name, kind, value, hint: Option<&str>| {
        let (label, hint) = (say.text(&format!("recurring-{name}")), hint.map(|hint| say.text(hint)));
        Field { name, label, hint, value, kind }.markup(say, wrong)
    };
    let nobody = |text: &str| vec![(String::new(), say.text(text))];
    let mut owners = nobody("conversation-nobody");
    owners.extend(choices.staff.iter().map(|one| (one.id.to_string(), one.name.clone())));
    let mut departments = nobody("conversation-department-none");
    departments.extend(choices.departments.iter().map(|one| (one.id.to_string(), one.name.clone())));
    let mut lists = nobody("recurring-checklist-none");
    lists.extend(choices.macros.iter().map(|one| (one.id.to_string(), one.name.clone())));
    let chosen = |name, label: &str, hint: Option<&str>, value: &str, options: &[(String, String)]| {
        select_or_wrong(say, name, (label, hint), value, options, wrong.of(name))
    };
    html! {
        section.card.col.g-6 {
            (field("subject", "text", &typed.subject, None))
            (field("customer", "text", &typed.customer, Some("recurring-customer-hint")))
            (radios(say, "beginning", "recurring-beginning", &typed.beginning, &[
                ("note", "recurring-note", "recurring-note-why"),
                ("message", "recurring-message", "recurring-message-why"),
            ]))
            (field("body", "area", &typed.body, None))
            (field("tags", "text", &typed.tags, Some("recurring-tags-hint")))
            div.tiles.min-s {
                (chosen("owner", "recurring-owner", None, &typed.owner, &owners))
                @if !choices.departments.is_empty() {
                    (chosen("department", "conversation-department", None, &typed.department, &departments))
                }
                @if !choices.macros.is_empty() {
                    (chosen("checklist", "recurring-checklist", Some("recurring-checklist-hint"), &typed.checklist, &lists))
                }
            }
        }
    }
}

fn when(lens: Lens<'_>, typed: &Typed, wrong: &Wrong) -> Markup {
    let say = lens.say;
    let error = wrong.of("every");
    let way = |value: &str, text: &str, beside: Markup| {
        html! {
            div.row.wrap.g-4 {
                label.check {
                    input.dot type="radio" name="every" value=(value) checked[typed.every == value];
                    span { (say.text(text)) }
                }
                (beside)
            }
        }
    };
    let number = |name: &str, label: &str, value: &str| {
        html! { input.input.num name=(name) value=(value) inputmode="numeric" maxlength="2" autocomplete="off" aria-label=(say.text(label)); }
    };
    let closed =
        ["next", "previous", "leave"].map(|code| (code.to_owned(), say.text(&format!("recurring-closed-{code}"))));
    html! {
        section.card.col.g-6 {
            fieldset.field #every tabindex="-1" aria-invalid=[error.map(|_| "true")] {
                legend { (say.text("recurring-every")) }
                div.col.g-5.mt {
                    (way("day", "recurring-day", html! {}))
                    (way("week", "recurring-week", html! {
                        span.row.wrap.g-4 { @for day in 1..=7_i8 {
                            label.check {
                                input.box type="checkbox" name="day" value=(day) checked[typed.days.contains(&day)]
                                    aria-label=(say.text(weekday(day, "long")));
                                span { (say.text(weekday(day, "short"))) }
                            }
                        } }
                    }))
                    (way("month", "recurring-month", number("month_day", "recurring-month-day", &typed.month_day)))
                    (way("year", "recurring-year", html! {
                        (number("year_day", "recurring-month-day", &typed.year_day))
                        select.input name="year_month" aria-label=(say.text("recurring-year-month")) {
                            @for month in 1..=12 {
                                option value=(month) selected[typed.year_month == month.to_string()] {
                                    (say.text(&format!("date-month-{month}-long")))
                                }
                            }
                        }
                    }))
                }
                p.hint { (say.text("recurring-short-months")) }
                @if let Some(error) = error { p.error { (icon_small("alert")) (say.text(error)) } }
            }
            div.tiles.min-s {
                div.field {
                    label for="at" { (say.text("recurring-at")) }
                    input.input #at type="time" name="at" value=(typed.at) aria-invalid=[wrong.of("at").map(|_| "true")] aria-describedby="at-h";
                    p.hint #at-h { (say.text("recurring-at-hint")) }
                    @if let Some(error) = wrong.of("at") { p.error { (icon_small("alert")) (say.text(error)) } }
                }
                (select(say, "closed", ("recurring-closed", Some("recurring-closed-hint")), &typed.closed, &closed))
            }
            label.check {
                input.box type="checkbox" name="on" value="1" checked[typed.on];
                span { (say.text("recurring-on")) small { (say.text("recurring-on-why")) } }
            }
        }
    }
}
