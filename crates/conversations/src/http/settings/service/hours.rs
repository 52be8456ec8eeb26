//! Opening hours beside those of the business, for service policies.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Action;
use maud::html;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::super::{Asked, Field, Wrong, hours, may, page};
use super::{HERE, keep};
use crate::HoursId;
use crate::model::NamedHours;
use crate::rules::service::NAME_MAX;
use crate::settings::{self, BadLevels};

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    /// `remove` takes these hours away.
    act: String,
    #[serde(flatten)]
    hours: hours::Typed,
}

/// `GET /settings/service/hours/{id}`, or `new`.
///
/// # Errors
/// When the reader may not, there are no such hours, or they cannot be read; so for all pages here.
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    if id == "new" {
        let usual = settings::clock_policy(&mut conn).await?.calendar;
        drop(conn);
        let typed = Typed { hours: hours::Typed::of(usual.as_ref()), ..Typed::default() };
        return shown(&p, &who, None, &typed, &Wrong::default()).await;
    }
    let id = known(&who, &id)?;
    let levels = settings::service_levels(&mut conn).await?;
    drop(conn);
    let named = levels.hours.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    let typed = Typed { name: named.name, act: String::new(), hours: hours::Typed::of(Some(&named.calendar)) };
    shown(&p, &who, Some(&id), &typed, &Wrong::default()).await
}

fn known(who: &Who, id: &str) -> Result<HoursId, Error> {
    may(who, Action::ManageSettings)?;
    id.parse().map_err(|_| Error::NotFound)
}

/// `POST /settings/service/hours/{id}`, or `new`: keeps them; with `act=remove` takes them away, unless a policy counts
/// them.
///
/// # Errors
/// See [`edit`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Error> {
    let id = if id == "new" { None } else { Some(known(&who, &id)?) };
    may(&who, Action::ManageSettings)?;
    let now = p.clock.business();
    let year = now.to_zoned(who.zone.clone()).year();
    typed.hours.add_holidays([year, year.saturating_add(1)]);
    let mut tx = p.begin().await?;
    let mut levels = settings::service_levels(&mut tx).await?;
    let at = levels.hours.iter().position(|one| Some(&one.id) == id.as_ref());
    if id.is_some() && at.is_none() {
        return Err(Error::NotFound);
    }
    let mut wrong = Wrong::default();
    if let (Some(at), "remove") = (at, typed.act.as_str()) {
        levels.hours.remove(at);
    } else {
        match typed.hours.read_open() {
            Ok(calendar) => {
                let name = one_line(&typed.name, NAME_MAX);
                match at.and_then(|at| levels.hours.get_mut(at)) {
                    Some(one) => {
                        let version = one.calendar.version();
                        let same = calendar.clone().with_version(version) == one.calendar;
                        let version = if same { version } else { version.saturating_add(1) };
                        (one.name, one.calendar) = (name, calendar.with_version(version));
                    }
                    None => levels.hours.push(NamedHours { id: HoursId::next(&p.ids, now), name, calendar }),
                }
            }
            Err(more) => wrong = more,
        }
    }
    if wrong.is_empty()
        && let Err(bad) = settings::checked(&levels)
    {
        wrong.add("name", told(bad));
    }
    if !wrong.is_empty() {
        drop(tx);
        return shown(&p, &who, id.as_ref(), &typed, &wrong).await;
    }
    keep(tx, &who, levels).await
}

const fn told(bad: BadLevels) -> &'static str {
    match bad {
        BadLevels::NoHours(_) => "service-hours-used",
        BadLevels::TooMany => "service-wrong-too-many",
        _ => "service-hours-wrong-name",
    }
}

async fn shown(p: &Platform, who: &Who, id: Option<&HoursId>, typed: &Typed, wrong: &Wrong) -> Result<Response, Error> {
    let say = &who.say;
    let action = format!("{HERE}/hours/{}", id.map_or("new", HoursId::as_str));
    let (label, hint) = (say.text("service-name"), Some(say.text("service-hours-name-hint")));
    let body = html! {
        form.col.g-7 method="post" action=(action) novalidate hx-boost="false" {
            section.card.col.g-6 { (Field { name: "name", label, hint, value: &typed.name, kind: "text" }.markup(say, wrong)) }
            (hours::fields(say, &typed.hours, wrong, false))
            (save_bar(say, None))
        }
        @if id.is_some() {
            form method="post" action=(action) hx-boost="false" {
                input type="hidden" name="name" value=(typed.name);
                button.btn name="act" value="remove" { (say.text("service-hours-remove")) }
            }
        }
    };
    let head = (if id.is_some() { "service-hours" } else { "service-hours-new" }, "service-hours-why");
    page(p, who, head, wrong, &Asked::default(), &body).await
}
