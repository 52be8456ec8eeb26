//! Settings of the community: whether there is one, who reads it, when we take over, how much the new may write.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::{Done, error};
use crate::settings::{self, Community};

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    on: String,
    members_only: String,
    hours: String,
    by_the_clock: String,
    first_wait: String,
    new_an_hour: String,
    an_hour: String,
}

/// `GET /settings/community`.
///
/// # Errors
/// When the reader may not, or settings cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(done): Query<Done>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let set = settings::community(&mut p.db.read().await?).await?;
    let main = html! {
        (super::parts::said(&who.say, &done.done))
        (body(&who.say, &Typed::of(&set), &Wrong::new()))
    };
    page(&p, &who, StatusCode::OK, &main).await
}

/// Numbers that can be set: the field, its bounds, label and hint.
const NUMBERS: [(&str, i64, i64, &str, &str); 4] = [
    ("hours", 0, 336, "community-hours", "community-hours-hint"),
    ("first_wait", 0, 20, "community-first-wait", "community-first-wait-hint"),
    ("new_an_hour", 1, 100, "community-new-an-hour", "community-new-an-hour-hint"),
    ("an_hour", 1, 200, "community-an-hour", "community-an-hour-hint"),
];

/// What needs another look: a field, and why.
type Wrong = Vec<(&'static str, String)>;

impl Typed {
    fn of(set: &Community) -> Self {
        let tick = |on: bool| if on { "on".to_owned() } else { String::new() };
        Self {
            on: tick(set.on),
            members_only: tick(set.members_only),
            hours: set.hours.to_string(),
            by_the_clock: tick(set.by_the_clock),
            first_wait: set.first_wait.to_string(),
            new_an_hour: set.new_an_hour.to_string(),
            an_hour: set.an_hour.to_string(),
        }
    }

    fn number(&self, field: &str) -> &str {
        match field {
            "hours" => &self.hours,
            "first_wait" => &self.first_wait,
            "new_an_hour" => &self.new_an_hour,
            _ => &self.an_hour,
        }
    }

    fn read(&self, say: &Say) -> Result<Community, Wrong> {
        let mut wrong = Wrong::new();
        let numbers = NUMBERS.map(|(field, least, most, ..)| {
            let number = self.number(field).trim().parse().ok().filter(|number| (least..=most).contains(number));
            if number.is_none() {
                wrong.push((field, say.with("community-number-wrong", args![least = least, most = most])));
            }
            number.unwrap_or(least)
        });
        let [hours, first_wait, new_an_hour, an_hour] = numbers;
        if wrong.is_empty() && an_hour < new_an_hour {
            wrong.push(("an_hour", say.text("community-others-wrong")));
        }
        let on = |text: &str| text == "on";
        let (is_on, members_only, by_the_clock) = (on(&self.on), on(&self.members_only), on(&self.by_the_clock));
        let set = Community { on: is_on, members_only, hours, by_the_clock, first_wait, new_an_hour, an_hour };
        if wrong.is_empty() { Ok(set) } else { Err(wrong) }
    }
}

/// `POST /settings/community`. What is no number, or out of bounds, is asked for again; nothing is changed then.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let wanted = match typed.read(&who.say) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            let body = body(&who.say, &typed, &wrong);
            return page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, &body).await;
        }
    };
    let mut tx = p.begin().await?;
    settings::set(&mut tx, &who.actor(), wanted).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see("/settings/community?done=saved"))
}

async fn page(p: &Platform, who: &Who, status: StatusCode, body: &Markup) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("settings-community");
    let main = viewer.settings(&title, &say.text("community-settings-lead"), body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn summary(say: &Say, wrong: &Wrong) -> Markup {
    html! {
        @if !wrong.is_empty() {
            div.callout data-tone="bad" role="alert" tabindex="-1" autofocus {
                (icon("alert"))
                h3 { (say.with("settings-wrong", args![count = wrong.len()])) }
                ul { @for (field, why) in wrong { li { a href={ "#" (field) } { (why) } } } }
            }
        }
    }
}

fn body(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    let tick = |name: &str, on: &str, label: &str, why: &str| {
        html! {
            label.check {
                input.box id=(name) type="checkbox" name=(name) value="on" checked[on == "on"];
                span { (say.text(label)) small { (say.text(why)) } }
            }
        }
    };
    let number = |place: usize| {
        let Some((name, least, most, label, hint)) = NUMBERS.get(place).copied() else { return Markup::default() };
        let why = wrong.iter().find(|(field, _)| *field == name).map(|(_, why)| why);
        let invalid = why.map(|_| "true");
        let described = if why.is_some() { format!("{name}-h {name}-e") } else { format!("{name}-h") };
        html! {
            div.field {
                label for=(name) { (say.text(label)) }
                input.input id=(name) name=(name) type="number" min=(least) max=(most) value=(typed.number(name))
                    aria-invalid=[invalid] aria-describedby=(described);
                p.hint id={ (name) "-h" } { (say.text(hint)) }
                @if let Some(why) = why { p.error id={ (name) "-e" } { (icon_small("alert")) (why) } }
            }
        }
    };
    html! {
        (summary(say, wrong))
        form.col.g-7 method="post" action="/settings/community" novalidate {
            section.card.col.g-6 {
                (tick("on", &typed.on, "community-on", "community-on-why"))
                (tick("members_only", &typed.members_only, "community-members-only", "community-members-only-why"))
                (number(0))
                (tick("by_the_clock", &typed.by_the_clock, "community-by-the-clock", "community-by-the-clock-why"))
                (number(1))
                (number(2))
                (number(3))
                p.row.wrap {
                    a.btn href="/desk/community" { (icon("forum")) (say.text("community-desk")) }
                    @if typed.on == "on" { a.btn.ghost href="/community" { (say.text("community-title")) } }
                }
            }
            (save_bar(say, None))
        }
    }
}
