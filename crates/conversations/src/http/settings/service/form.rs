//! One service policy, to be made or changed, with what it would mean for what is open.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, Language};
use maud::{Markup, html};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};

use super::super::super::colleagues;
use super::super::super::conversation::Speaking;
use super::super::super::lens::Lens;
use super::super::{Asked, Field, Wrong, may, page, radios, select};
use super::typed::{Typed, TypedTarget};
use super::{HERE, keep};
use crate::ServicePolicyId;
use crate::model::{NamedHours, ServiceLevels, ServicePolicy};
use crate::queries::{self, PREVIEWED, ServicePreview};
use crate::settings::{self, BadLevels};

/// `GET /settings/service/new`.
///
/// # Errors
/// When the reader may not, there is no such policy, or it cannot be read; so for all pages here.
pub async fn new(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    shown(&p, &who, None, &Typed::new(), &Wrong::default(), None).await
}

/// `GET /settings/service/{id}`.
///
/// # Errors
/// See [`new`].
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let policy = found(&p, &who, &id).await?;
    let typed = Typed::of(&mut p.db.read().await?, &policy).await?;
    shown(&p, &who, Some(&policy.id), &typed, &Wrong::default(), None).await
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<ServicePolicy, Error> {
    may(who, Action::ManageSettings)?;
    let id: ServicePolicyId = id.parse().map_err(|_| Error::NotFound)?;
    let levels = settings::service_levels(&mut p.db.read().await?).await?;
    levels.find(&id).cloned().ok_or(Error::NotFound)
}

/// `POST /settings/service`: makes one behind those that are there, or shows with `act=look` what it would mean.
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

/// `POST /settings/service/{id}`: see [`create`].
///
/// # Errors
/// See [`new`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let policy = found(&p, &who, &id).await?;
    sent(&p, &who, Some(&policy.id), &Typed::read(&fields)).await
}

/// The policies with this one in its place, or behind the others.
fn put(levels: &mut ServiceLevels, policy: ServicePolicy) {
    match levels.policies.iter_mut().find(|one| one.id == policy.id) {
        Some(known) => *known = ServicePolicy { version: known.version, ..policy },
        None => levels.policies.push(policy),
    }
}

async fn sent(p: &Platform, who: &Who, known: Option<&ServicePolicyId>, typed: &Typed) -> Result<Response, Error> {
    let mut wrong = Wrong::default();
    let now = p.clock.business();
    let id = known.cloned().unwrap_or_else(|| ServicePolicyId::next(&p.ids, now));
    let mut tx = p.begin().await?;
    let Some(policy) = typed.wanted(&mut tx, id.clone(), &mut wrong).await? else {
        drop(tx);
        return shown(p, who, known, typed, &wrong, None).await;
    };
    let mut levels = settings::service_levels(&mut tx).await?;
    put(&mut levels, policy);
    if let Err(bad) = settings::checked(&levels) {
        drop(tx);
        let (field, message) = told(bad);
        wrong.add(field, message);
        return shown(p, who, known, typed, &wrong, None).await;
    }
    if typed.looks {
        let preview = queries::service_preview(&mut tx, &levels, &id, now).await?;
        drop(tx);
        return shown(p, who, known, typed, &wrong, Some(&preview)).await;
    }
    keep(tx, who, levels).await
}

/// Where on the form it is said what cannot be kept, and how.
const fn told(bad: BadLevels) -> (&'static str, &'static str) {
    match bad {
        BadLevels::TooMany => ("name", "service-wrong-too-many"),
        BadLevels::Taken(_) => ("name", "service-wrong-taken"),
        BadLevels::Name(_) | BadLevels::HoursName(_) => ("name", "service-wrong-name"),
        BadLevels::Target(_) | BadLevels::NeverOpen(_) => ("first_hours", "service-wrong-target"),
        BadLevels::NoHours(_) => ("first_hours", "service-wrong-hours"),
        BadLevels::Warn(_) => ("warn_share", "service-wrong-share"),
        BadLevels::TooManyNames(_) => ("tags", "service-wrong-many"),
    }
}

/// What can be chosen among.
struct Choices {
    staff: Vec<Colleague>,
    departments: Vec<Department>,
    mailboxes: Vec<(String, String)>,
    hours: Vec<NamedHours>,
}

async fn shown(
    p: &Platform,
    who: &Who,
    known: Option<&ServicePolicyId>,
    typed: &Typed,
    wrong: &Wrong,
    preview: Option<&ServicePreview>,
) -> Result<Response, Error> {
    may(who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none() || typed.departments.contains(&one.id.to_string()));
    let voices = match who.given::<Speaking>() {
        Some(Speaking(voices)) => voices.all(&mut conn).await?,
        None => Vec::new(),
    };
    let mailboxes = voices.into_iter().filter_map(|voice| Some((voice.mailbox?, voice.address))).collect();
    let mut staff = colleagues(&mut conn, who, p.clock.business()).await?;
    staff.retain(Colleague::takes_work);
    let levels = settings::service_levels(&mut conn).await?;
    let names = settings::state_names(&mut conn).await?;
    drop(conn);
    let choices = Choices { staff, departments, mailboxes, hours: levels.hours };
    let say = &who.say;
    let action = known.map_or_else(|| HERE.to_owned(), |id| format!("{HERE}/{id}"));
    let text = |name: &'static str, label: &str, hint: Option<&str>, value: &str, kind| {
        Field { name, label: say.text(label), hint: hint.map(|hint| say.text(hint)), value, kind }.markup(say, wrong)
    };
    let mut give = vec![(String::new(), say.text("service-late-nobody"))];
    give.extend(choices.staff.iter().map(|one| (one.id.to_string(), one.name.clone())));
    let body = html! {
        form.col.g-7 method="post" action=(action) novalidate hx-boost="false" {
            section.card.col.g-6 { (text("name", "service-name", None, &typed.name, "text")) }
            section.card.col.g-6 {
                h3 { (say.text("service-when")) }
                p.sm.soft { (say.text("service-when-why")) }
                (ticks(say, "department", "service-departments", &typed.departments,
                    choices.departments.iter().map(|one| (one.id.to_string(), one.name.clone()))))
                (text("tags", "service-tags", Some("service-tags-hint"), &typed.tags, "text"))
                (ticks(say, "mailbox", "service-mailboxes", &typed.mailboxes, choices.mailboxes.iter().cloned()))
                (ticks(say, "language", "service-languages", &typed.languages,
                    Language::ALL.into_iter().map(|one| (one.code().to_owned(), one.own_name().to_owned()))))
                (text("organisations", "service-organisations", Some("service-organisations-hint"), &typed.organisations, "area"))
                (text("people", "service-people", Some("service-people-hint"), &typed.people, "area"))
            }
            section.card.col.g-6 {
                h3 { (say.text("service-targets")) }
                (target(say, wrong, &choices.hours, ("first", "times-first"), &typed.first))
                (target(say, wrong, &choices.hours, ("next", "times-next"), &typed.next))
                (target(say, wrong, &choices.hours, ("resolution", "service-resolution"), &typed.resolution))
                p.sm.soft { (say.text("service-resolution-why")) }
            }
            section.card.col.g-6 {
                (radios(say, "warn", "service-warn", &typed.warn, &[
                    ("share", "service-warn-share", "service-warn-share-why"),
                    ("left", "service-warn-left", "service-warn-left-why"),
                    ("none", "service-warn-none", "service-warn-none-why"),
                ]))
                div.tiles.min-s {
                    (text("warn_share", "service-share", None, &typed.warn_share, "number"))
                    (text("warn_left", "service-left", None, &typed.warn_left, "number"))
                }
            }
            section.card.col.g-6 {
                h3 { (say.text("service-late")) }
                p.sm.soft { (say.text("service-late-why")) }
                (text("late_tag", "service-late-tag", None, &typed.late_tag, "text"))
                (select(say, "late_give", ("service-late-give", None), &typed.late_give, &give))
            }
            section.card.col.g-4 #service-preview {
                div.row.wrap {
                    h3 { (say.text("service-preview")) }
                    button.btn.small.push name="act" value="look" { (icon("eye")) (say.text("service-look")) }
                }
                @match preview {
                    Some(preview) => (previewed(Lens::of(p, who, &names), preview)),
                    None => p.sm.soft { (say.text("service-preview-why")) },
                }
            }
            (save_bar(say, None))
        }
    };
    let head = (if known.is_some() { "service-change" } else { "service-new" }, "service-lead");
    page(p, who, head, wrong, &Asked::default(), &body).await
}

/// Several of these, or none for all.
fn ticks(
    say: &Say,
    name: &str,
    legend: &str,
    chosen: &[String],
    all: impl Iterator<Item = (String, String)>,
) -> Markup {
    let all: Vec<(String, String)> = all.collect();
    html! {
        @if !all.is_empty() {
            fieldset.field {
                legend { (say.text(legend)) }
                div.row.wrap.g-4 {
                    @for (value, words) in &all {
                        label.check {
                            input.box type="checkbox" name=(name) value=(value) checked[chosen.contains(value)];
                            span { (words) }
                        }
                    }
                }
            }
        }
    }
}

fn target(say: &Say, wrong: &Wrong, hours: &[NamedHours], (name, label): (&str, &str), typed: &TypedTarget) -> Markup {
    let (id, minutes, count) = (format!("{name}_hours"), format!("{name}_minutes"), format!("{name}_count"));
    let error = wrong.of(&id);
    let described = error.map(|_| format!("{id}-e"));
    let mut counted = vec![
        ("always".to_owned(), say.text("service-count-always")),
        ("business".to_owned(), say.text("service-count-business")),
    ];
    counted.extend(hours.iter().map(|one| (one.id.to_string(), one.name.clone())));
    html! {
        fieldset.field {
            legend { (say.text(label)) }
            div.row.wrap.g-4 {
                input.input.num id=(id) name=(id) value=(typed.hours) inputmode="numeric" autocomplete="off"
                    aria-label={ (say.text(label)) ": " (say.text("times-hours")) }
                    aria-invalid=[error.map(|_| "true")] aria-describedby=[described];
                span aria-hidden="true" { (say.text("times-hours")) }
                input.input.num name=(minutes) value=(typed.minutes) inputmode="numeric" autocomplete="off"
                    aria-label={ (say.text(label)) ": " (say.text("times-minutes")) };
                span aria-hidden="true" { (say.text("times-minutes")) }
                select.input name=(count) aria-label={ (say.text(label)) ": " (say.text("service-count")) } {
                    @for (value, words) in &counted {
                        option value=(value) selected[*value == typed.count] { (words) }
                    }
                }
            }
            @if let Some(error) = error { p.error id={ (id) "-e" } { (icon_small("alert")) (say.text(error)) } }
        }
    }
}

/// What it would mean: how many, how many of them move, and some of them.
fn previewed(lens: Lens<'_>, preview: &ServicePreview) -> Markup {
    let say = lens.say;
    html! {
        p role="status" {
            (say.with("service-would-fit", args![count = preview.fits])) " "
            (say.with("service-would-move", args![count = preview.moves]))
        }
        @if preview.more { p.sm.soft { (say.with("service-more", args![count = PREVIEWED])) } }
        @if !preview.examples.is_empty() {
            div.table-wrap tabindex="0" role="region" aria-label=(say.text("service-preview")) {
                table.table {
                    thead { tr {
                        th scope="col" { (say.text("service-conversation")) }
                        th scope="col" { (say.text("service-due-now")) }
                        th scope="col" { (say.text("service-due-then")) }
                    } }
                    tbody {
                        @for (it, due) in &preview.examples {
                            tr {
                                th scope="row" { a href={ "/conversations/" (it.id) } { "#" (it.number) } " " (it.subject) }
                                td { @match it.clocks.due() { Some(at) => (say.full(at, lens.zone)), None => "–" } }
                                td { @match due { Some(at) => (say.full(*at, lens.zone)), None => "–" } }
                            }
                        }
                    }
                }
            }
        }
    }
}
