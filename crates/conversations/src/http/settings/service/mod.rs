//! Service policies: in their order, made, changed, moved and removed; and the hours they count beside the business's.

mod form;
pub mod hours;
mod typed;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::department::Department;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, Tx, args};

use super::{AskedQuery, Wrong, may, page};
use crate::model::{NamedHours, ServiceHours, ServiceLevels, ServicePolicy, ServiceTarget};
use crate::{ServicePolicyId, settings};

pub use form::{create, edit, new, update};

const HERE: &str = "/settings/service";
const HEAD: (&str, &str) = ("settings-service", "service-lead");

/// `GET /settings/service`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let levels = settings::service_levels(&mut conn).await?;
    let departments = people::department::all(&mut conn).await?;
    drop(conn);
    let body = html! { (list(&who.say, &levels, &departments)) (named_hours(&who.say, &levels.hours)) };
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body).await
}

fn list(say: &Say, levels: &ServiceLevels, departments: &[Department]) -> Markup {
    let last = levels.policies.len().saturating_sub(1);
    html! {
        section.card.col.g-5 aria-labelledby="service-t" {
            div.row.wrap {
                h2.t-md #service-t { (say.text("service-order")) }
                a.btn.primary.push href={ (HERE) "/new" } { (icon("plus")) (say.text("service-new")) }
            }
            @if levels.policies.is_empty() {
                p.soft { (say.text("service-none")) }
            } @else {
                p.sm.soft { (say.text("service-first-holds")) }
                ol.col.g-5 {
                    @for (at, policy) in levels.policies.iter().enumerate() {
                        li.row.wrap { (line(say, levels, departments, policy, (at == 0, at == last))) }
                    }
                }
            }
            p.sm { (say.text("service-rest")) " " a href="/settings/times" { (say.text("settings-times")) } }
        }
    }
}

fn line(
    say: &Say,
    levels: &ServiceLevels,
    departments: &[Department],
    policy: &ServicePolicy,
    (first, last): (bool, bool),
) -> Markup {
    let name = policy.name.as_str();
    let act = |to: &str, sign: &str, label: &str, off: bool| {
        let label = say.with(label, args![name = name]);
        html! {
            form method="post" action={ (HERE) "/" (policy.id) "/" (to) } hx-boost="false" {
                button.btn.ghost.icon.small aria-label=(label) title=(label) disabled[off] { (icon(sign)) }
            }
        }
    };
    html! {
        div.col.g-1 {
            a.w-550 href={ (HERE) "/" (policy.id) } { (name) }
            span.sm.quiet { (condition(say, policy, departments)) }
            span.sm { (targets(say, levels, policy)) }
        }
        span.push.row.g-3 {
            (act("up", "up", "service-up", first))
            (act("down", "down", "service-down", last))
            (act("remove", "x", "service-remove", false))
        }
    }
}

/// Of which conversations a policy is, in words.
fn condition(say: &Say, policy: &ServicePolicy, departments: &[Department]) -> String {
    let when = &policy.when;
    let mut parts: Vec<String> = Vec::new();
    let names = when.departments.iter().filter_map(|id| departments.iter().find(|one| one.id == *id));
    parts.extend(names.map(|one| one.name.clone()));
    parts.extend(when.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(when.languages.iter().map(|language| language.own_name().to_owned()));
    for (count, id) in [
        (when.mailboxes.len(), "service-of-mailboxes"),
        (when.organisations.len(), "service-of-organisations"),
        (when.people.len(), "service-of-people"),
    ] {
        if count > 0 {
            parts.push(say.with(id, args![count = count]));
        }
    }
    if parts.is_empty() { say.text("service-of-all") } else { parts.join(" · ") }
}

fn targets(say: &Say, levels: &ServiceLevels, policy: &ServicePolicy) -> String {
    let one = |label: &str, target: &ServiceTarget| {
        let time = time(say, target.minutes);
        let hours = match &target.hours {
            ServiceHours::Always => say.text("service-count-always"),
            ServiceHours::Business => say.text("service-count-business"),
            ServiceHours::Named(id) => {
                let named = levels.hours.iter().find(|named| named.id == *id);
                named.map(|named| named.name.clone()).unwrap_or_default()
            }
        };
        format!("{}: {time} ({hours})", say.text(label))
    };
    let mut all = vec![one("times-first", &policy.first), one("times-next", &policy.next)];
    all.extend(policy.resolution.as_ref().map(|target| one("service-resolution", target)));
    all.join(" · ")
}

/// Minutes as hours and minutes, without what is none of either.
fn time(say: &Say, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => say.with("duration-hours", args![count = hours]),
        (0, minutes) => say.with("duration-minutes", args![count = minutes]),
        (hours, minutes) => say.with("service-time", args![hours = hours, minutes = minutes]),
    }
}

fn named_hours(say: &Say, hours: &[NamedHours]) -> Markup {
    html! {
        section.card.col.g-5 aria-labelledby="service-hours-t" {
            div.row.wrap {
                h2.t-md #service-hours-t { (say.text("service-hours")) }
                a.btn.push href={ (HERE) "/hours/new" } { (icon("plus")) (say.text("service-hours-new")) }
            }
            p.sm.soft { (say.text("service-hours-why")) }
            @if !hours.is_empty() {
                ul.col.g-3 {
                    @for one in hours {
                        li { a.w-550 href={ (HERE) "/hours/" (one.id) } { (one.name) } " " span.sm.quiet { (one.calendar.zone_name()) } }
                    }
                }
            }
        }
    }
}

/// Writes down who changed the page, with what is to be kept.
async fn keep(mut tx: Tx, who: &Who, levels: ServiceLevels) -> Result<Response, Error> {
    settings::set_service_levels(&mut tx, levels).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "service").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/service?done=saved"))
}

/// `POST /settings/service/{id}/{act}`: `up`, `down` or `remove`.
///
/// # Errors
/// See [`show`].
pub async fn change(
    State(p): State<Platform>,
    who: Who,
    Path((id, act)): Path<(String, String)>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let id: ServicePolicyId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    let mut levels = settings::service_levels(&mut tx).await?;
    let at = levels.policies.iter().position(|policy| policy.id == id).ok_or(Error::NotFound)?;
    match act.as_str() {
        "up" if at > 0 => levels.policies.swap(at, at - 1),
        "down" if at + 1 < levels.policies.len() => levels.policies.swap(at, at + 1),
        "up" | "down" => {}
        "remove" => drop(levels.policies.remove(at)),
        _ => return Err(Error::NotFound),
    }
    keep(tx, &who, levels).await
}
