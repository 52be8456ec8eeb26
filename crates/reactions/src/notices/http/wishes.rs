//! `/profile/notices`: for each kind, how one is told; in which hours nothing is mailed; when the digest comes.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::file::Hours;
use people::staff::Who;
use platform::Platform;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::super::Kind;
use super::super::settings::{self, Wishes};
use super::super::timing::{Quiet, Way};

const HERE: &str = "/profile/notices";

/// The days of the week, from Monday.
const DAYS: [(i8, &str); 7] = [
    (1, "date-monday-long"),
    (2, "date-tuesday-long"),
    (3, "date-wednesday-long"),
    (4, "date-thursday-long"),
    (5, "date-friday-long"),
    (6, "date-saturday-long"),
    (7, "date-sunday-long"),
];

/// `?done=saved` after saving.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// What was typed.
type Typed = HashMap<String, String>;

/// `GET /profile/notices`.
///
/// # Errors
/// When the tables cannot be used; so for all here.
pub async fn show(who: Who, State(p): State<Platform>, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _own = allowed(&who.actor(), Action::EditOwnProfile)?;
    let wishes = settings::wishes(&mut p.db.read().await?, &who.staff.id).await?;
    page(&p, &who, StatusCode::OK, &wishes, None, asked.done == "saved").await
}

/// `POST /profile/notices`.
///
/// # Errors
/// See [`show`].
pub async fn update(who: Who, State(p): State<Platform>, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _own = allowed(&who.actor(), Action::EditOwnProfile)?;
    let (wishes, fits) = read(&typed);
    if !fits {
        return page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, &wishes, Some(&typed), false).await;
    }
    let mut tx = p.begin().await?;
    settings::set_wishes(&mut tx, &who.staff.id, &wishes).await?;
    tx.commit().await?;
    Ok(respond::see("/profile/notices?done=saved"))
}

/// Minutes after midnight, as people write a time.
fn time_of_day(text: &str) -> Option<u16> {
    Hours::read(text, "")?.from
}

/// What was typed as wishes, and whether the quiet hours are some.
fn read(typed: &Typed) -> (Wishes, bool) {
    let text = |name: &str| typed.get(name).map(|it| it.trim()).unwrap_or_default();
    let usual = Wishes::default();
    let hours = match (text("from"), text("until")) {
        ("", "") => Some(None),
        (from, until) => time_of_day(from).zip(time_of_day(until)).filter(|(from, until)| from != until).map(Some),
    };
    let days = (1..=7_i8).filter(|day| typed.contains_key(&format!("day-{day}"))).collect();
    let digest = text("digest").parse().ok().filter(|hour: &u8| *hour < 24).unwrap_or(usual.digest);
    let start = Wishes { quiet: Quiet { hours: hours.flatten(), days }, digest, ..usual };
    let wishes = Kind::ALL.into_iter().fold(start, |wishes, kind| {
        let way = Way::from_code(text(kind.code())).unwrap_or_else(|| wishes.way(kind));
        wishes.with(kind, way)
    });
    (wishes, hours.is_some())
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    wishes: &Wishes,
    wrong: Option<&Typed>,
    saved: bool,
) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let body = html! {
        @if saved { div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("notices-saved")) } } }
        form.col.g-7 method="post" action=(HERE) novalidate {
            section.card.col.g-5 aria-labelledby="ways-h" {
                h3 #ways-h { (say.text("notices-ways")) }
                p.sm.soft { (say.text("notices-ways-hint")) }
                @for kind in Kind::ALL { (ways(who, wishes, kind)) }
            }
            (quiet(who, wishes, wrong))
            section.card.col.g-5 {
                h3 { (say.text("notices-digest")) }
                div.field {
                    label for="digest" { (say.text("notices-digest-hour")) }
                    select.input #digest name="digest" aria-describedby="digest-h" {
                        @for hour in 0..24_u8 {
                            option value=(hour) selected[hour == wishes.digest] { (format!("{hour:02}:00")) }
                        }
                    }
                    p.hint #digest-h { (say.text("notices-digest-hint")) }
                }
            }
            (save_bar(say, None))
        }
    };
    let title = say.text("settings-notices");
    let main = viewer.settings(&title, &say.text("notices-wishes-lead"), &body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn ways(who: &Who, wishes: &Wishes, kind: Kind) -> Markup {
    let code = kind.code();
    html! {
        div.row.wrap.g-4 {
            label.grow for=(code) { (who.say.text(&format!("notices-kind-{code}"))) }
            div { select.input id=(code) name=(code) {
                @for way in Way::ALL {
                    option value=(way.code()) selected[wishes.way(kind) == way] {
                        (who.say.text(&format!("notices-way-{}", way.code())))
                    }
                }
            } }
        }
    }
}

fn quiet(who: &Who, wishes: &Wishes, wrong: Option<&Typed>) -> Markup {
    let say = &who.say;
    let kept = |side: fn((u16, u16)) -> u16| {
        wishes.quiet.hours.map(side).map(|it| format!("{:02}:{:02}", it / 60, it % 60)).unwrap_or_default()
    };
    let value = |name: &str, side: fn((u16, u16)) -> u16| {
        wrong.map_or_else(|| kept(side), |typed| typed.get(name).cloned().unwrap_or_default())
    };
    let bad = wrong.is_some();
    let field = |name: &str, label: &str, value: String, first: bool| {
        html! {
            div.field {
                label for=(name) { (say.text(label)) }
                input.input id=(name) name=(name) type="text" inputmode="numeric" placeholder="00:00" maxlength="5"
                    autocomplete="off" value=(value) autofocus[bad && first] aria-invalid=[bad.then_some("true")]
                    aria-describedby=[bad.then_some("quiet-e")];
            }
        }
    };
    html! {
        section.card.col.g-5 aria-labelledby="quiet-t" {
            h3 #quiet-t { (say.text("notices-quiet")) }
            p.sm.soft { (say.text("notices-quiet-hint")) }
            div.tiles.min-s {
                (field("from", "notices-quiet-from", value("from", |it| it.0), true))
                (field("until", "notices-quiet-until", value("until", |it| it.1), false))
            }
            @if bad { p.error #quiet-e { (icon_small("alert")) (say.text("notices-quiet-wrong")) } }
            fieldset.col.g-4 {
                legend { (say.text("notices-quiet-days")) }
                div.row.wrap.g-5 {
                    @for (day, name) in DAYS {
                        label.check {
                            input.box type="checkbox" name={ "day-" (day) } value="1" checked[wishes.quiet.days.contains(&day)];
                            (say.text(name))
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_is_typed_becomes_wishes() {
        let (wishes, fits) = read(&typed(&[
            ("wrote", "digest"),
            ("mentioned", "off"),
            ("late", "nonsense"),
            ("from", "17:00"),
            ("until", "8.00"),
            ("day-6", "1"),
            ("day-9", "1"),
            ("digest", "16"),
        ]));
        assert!(fits && wishes.fits());
        assert_eq!(wishes.quiet, Quiet { hours: Some((1020, 480)), days: vec![6] });
        let ways = [Kind::Wrote, Kind::Mentioned, Kind::Late, Kind::Undelivered].map(|kind| wishes.way(kind));
        assert_eq!((ways, wishes.digest), ([Way::Digest, Way::Off, Way::Desk, Way::Mail], 16));
    }

    #[test]
    fn hours_are_two_different_times_or_none() {
        for (from, until, fits) in [
            ("", "", true),
            ("08:00", "", false),
            ("", "08:00", false),
            ("8", "9", false),
            ("25:00", "08:00", false),
            ("08:00", "08:00", false),
            ("00:00", "23:59", true),
        ] {
            let (wishes, read) = read(&typed(&[("from", from), ("until", until), ("digest", "99")]));
            assert_eq!(read, fits, "{from} {until}");
            assert!(wishes.fits() && wishes.digest == 8);
        }
    }
}
