//! When replies are due.

use axum::extract::{Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{Asked, AskedQuery, Field, Wrong, may, number, page};
use crate::settings;

const HEAD: (&str, &str) = ("settings-times", "times-lead");

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    first_hours: String,
    next_hours: String,
    next_minutes: String,
    track_time: String,
    soon_hours: String,
}

impl Typed {
    fn of(first_hours: i64, next_minutes: i64) -> Self {
        Self {
            first_hours: first_hours.to_string(),
            next_hours: (next_minutes / 60).to_string(),
            next_minutes: (next_minutes % 60).to_string(),
            track_time: String::new(),
            soon_hours: settings::Manners::default().soon_hours.to_string(),
        }
    }

    /// Real hours to the first reply, open minutes to the next, and how many hours are soon.
    fn read(&self) -> Result<(i64, i64, i64), Wrong> {
        let mut wrong = Wrong::default();
        let first = number(&self.first_hours, 1, 720);
        if first.is_none() {
            wrong.add("first_hours", "times-first-wrong");
        }
        let next = number(&self.next_hours, 0, 720).zip(number(&self.next_minutes, 0, 59));
        let next = next.map(|(hours, minutes)| hours * 60 + minutes).filter(|minutes| *minutes > 0);
        if next.is_none() {
            wrong.add("next_hours", "times-next-wrong");
        }
        let soon = number(&self.soon_hours, 1, 72);
        if soon.is_none() {
            wrong.add("soon_hours", "times-soon-wrong");
        }
        first.zip(next).zip(soon).map(|((first, next), soon)| (first, next, soon)).ok_or(wrong)
    }
}

/// `GET /settings/times`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let policy = settings::clock_policy(&mut conn).await?;
    let mut typed = Typed::of(policy.first_reply_hours, policy.next_reply_minutes);
    let manners = settings::manners(&mut conn).await?;
    typed.soon_hours = manners.soon_hours.to_string();
    if manners.track_time {
        typed.track_time = "1".to_owned();
    }
    drop(conn);
    page(&p, &who, HEAD, &Wrong::default(), &asked, &form(&who.say, &typed, &Wrong::default())).await
}

/// `POST /settings/times`. Clocks that run already keep their deadlines.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let (first, next, soon) = match typed.read() {
        Ok(read) => read,
        Err(wrong) => {
            return page(&p, &who, HEAD, &wrong, &Asked::default(), &form(&who.say, &typed, &wrong)).await;
        }
    };
    let mut tx = p.begin().await?;
    let mut policy = settings::clock_policy(&mut tx).await?;
    policy.first_reply_hours = first;
    policy.next_reply_minutes = next;
    settings::set_clock_policy(&mut tx, &policy).await?;
    let mut manners = settings::manners(&mut tx).await?;
    manners.track_time = !typed.track_time.is_empty();
    manners.soon_hours = soon;
    settings::set_manners(&mut tx, &manners).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "times").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/times?done=saved"))
}

fn form(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    let field = |name, label: &str, hint: Option<&str>, value| {
        let (label, hint) = (say.text(label), hint.map(|hint| say.text(hint)));
        Field { name, label, hint, value, kind: "number" }.markup(say, wrong)
    };
    html! {
        form.col.g-7 method="post" action="/settings/times" novalidate {
            section.card.col.g-6 {
                h3 { (say.text("times-first")) }
                (field("first_hours", "times-hours", Some("times-first-hint"), &typed.first_hours))
            }
            section.card.col.g-6 {
                h3 { (say.text("times-next")) }
                p.sm.soft { (say.text("times-next-hint")) }
                div.tiles.min-s {
                    (field("next_hours", "times-hours", None, &typed.next_hours))
                    (field("next_minutes", "times-minutes", None, &typed.next_minutes))
                }
            }
            section.card.col.g-6 {
                h3 { (say.text("view-breaching")) }
                (field("soon_hours", "times-hours", Some("times-soon-hint"), &typed.soon_hours))
            }
            section.card.col.g-6 {
                h3 { (say.text("spent-title")) }
                label.check {
                    input.box type="checkbox" name="track_time" value="1" checked[!typed.track_time.is_empty()];
                    (say.text("times-track"))
                }
            }
            (save_bar(say, None))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_reads_back_as_it_was() {
        assert_eq!(Typed::of(24, 510).read(), Ok((24, 510, 4)));
    }

    #[test]
    fn no_time_at_all_and_too_much_are_refused() {
        let read = |first: &str, hours: &str, minutes: &str| {
            let typed = Typed {
                first_hours: first.into(),
                next_hours: hours.into(),
                next_minutes: minutes.into(),
                ..Typed::of(24, 480)
            };
            typed.read().map_err(|wrong| wrong.0.len())
        };
        assert_eq!(read("0", "0", "0"), Err(2));
        assert_eq!(read("721", "1", "60"), Err(2));
        assert_eq!(read(" 1 ", "0", "1"), Ok((1, 1, 4)));
        assert_eq!(read("", "-1", "1"), Err(2));
    }
}
