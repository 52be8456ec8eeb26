//! Opening hours, holidays and days with hours of their own.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Query, State};
use axum::response::Response;
use base::Action;
use base::calendar::holidays::{self, Region};
use base::calendar::{Calendar, DayHours, Interval, Week};
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon_small;
use platform::web::errors::Error;
use platform::web::form::{self, one_line};
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{Asked, AskedQuery, Field, Wrong, may, page, radios, select};
use crate::settings;

const HEAD: (&str, &str) = ("settings-hours", "hours-lead");
const DAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "mon", "date-monday-long"),
    (Weekday::Tuesday, "tue", "date-tuesday-long"),
    (Weekday::Wednesday, "wed", "date-wednesday-long"),
    (Weekday::Thursday, "thu", "date-thursday-long"),
    (Weekday::Friday, "fri", "date-friday-long"),
    (Weekday::Saturday, "sat", "date-saturday-long"),
    (Weekday::Sunday, "sun", "date-sunday-long"),
];
const REGIONS: [(Region, &str, &str); 4] = [
    (Region::Norway, "no", "hours-norway"),
    (Region::Sweden, "se", "hours-sweden"),
    (Region::Denmark, "dk", "hours-denmark"),
    (Region::Indonesia, "id", "hours-indonesia"),
];

/// The form as typed. Days are written as `08:00-12:00, 13:00-16:00`, dates one on a line.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    count: String,
    zone: String,
    mon: String,
    tue: String,
    wed: String,
    thu: String,
    fri: String,
    sat: String,
    sun: String,
    holidays: String,
    special: String,
    /// A region whose holidays are to be added.
    add: String,
}

impl Typed {
    pub(super) fn of(calendar: Option<&Calendar>) -> Self {
        let fallback = crate::rules::clocks::office_hours();
        let count = if calendar.is_some() { "open" } else { "always" };
        let Some(calendar) = calendar.or(fallback.as_ref()) else { return Self::default() };
        let day = |weekday| written(calendar.week().on(weekday));
        let holidays: Vec<String> = calendar.holidays().iter().map(ToString::to_string).collect();
        let special: Vec<String> = calendar
            .special()
            .iter()
            .map(|(date, hours)| format!("{date} {}", written(hours)).trim().to_owned())
            .collect();
        Self {
            count: count.into(),
            zone: calendar.zone_name().to_owned(),
            mon: day(Weekday::Monday),
            tue: day(Weekday::Tuesday),
            wed: day(Weekday::Wednesday),
            thu: day(Weekday::Thursday),
            fri: day(Weekday::Friday),
            sat: day(Weekday::Saturday),
            sun: day(Weekday::Sunday),
            holidays: holidays.join("\n"),
            special: special.join("\n"),
            add: String::new(),
        }
    }

    fn day(&self, name: &str) -> &str {
        match name {
            "mon" => &self.mon,
            "tue" => &self.tue,
            "wed" => &self.wed,
            "thu" => &self.thu,
            "fri" => &self.fri,
            "sat" => &self.sat,
            _ => &self.sun,
        }
    }

    /// The calendar, or none when every hour counts.
    fn read(&self) -> Result<Option<Calendar>, Wrong> {
        let mut wrong = Wrong::default();
        let mut day = |name: &'static str| {
            hours(self.day(name)).unwrap_or_else(|| {
                wrong.add(name, "hours-day-wrong");
                DayHours::default()
            })
        };
        let (mon, tue, wed, thu) = (day("mon"), day("tue"), day("wed"), day("thu"));
        let week = Week { mon, tue, wed, thu, fri: day("fri"), sat: day("sat"), sun: day("sun") };
        if wrong.is_empty() && week.is_closed() && self.count != "always" {
            wrong.add("mon", "hours-never");
        }
        let holidays = dates(&self.holidays);
        if holidays.is_none() {
            wrong.add("holidays", "hours-dates-wrong");
        }
        let special = special(&self.special);
        if special.is_none() {
            wrong.add("special", "hours-special-wrong");
        }
        let calendar = Calendar::new(&one_line(&self.zone, 64), week);
        if calendar.is_err() {
            wrong.add("zone", "settings-zone-wrong");
        }
        match (calendar, holidays, special) {
            (Ok(calendar), Some(holidays), Some(special)) if wrong.is_empty() => {
                let calendar = calendar.with_holidays(holidays).with_special(special);
                Ok((self.count != "always").then_some(calendar))
            }
            _ => Err(wrong),
        }
    }

    /// The calendar, whatever is said of whether every hour counts.
    pub(super) fn read_open(&self) -> Result<Calendar, Wrong> {
        let open = Self { count: "open".to_owned(), ..self.clone() };
        let mut wrong = Wrong::default();
        open.read()?.ok_or_else(|| {
            wrong.add("mon", "hours-never");
            wrong
        })
    }

    /// Adds a region's holidays of these years to what is typed; what is there stays.
    pub(super) fn add_holidays(&mut self, years: [i16; 2]) {
        let region = REGIONS.iter().find(|(_, code, _)| *code == self.add).map(|(region, _, _)| *region);
        if let (Some(region), Some(mut all)) = (region, dates(&self.holidays)) {
            all.extend(years.into_iter().flat_map(|year| holidays::of(region, year)));
            self.holidays = all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        }
    }
}

fn written(hours: &DayHours) -> String {
    let parts: Vec<String> = hours.intervals().iter().map(|part| format!("{}-{}", part.from(), part.to())).collect();
    parts.join(", ")
}

/// Reads `08:00-12:00, 13.00–16.00`; empty is closed.
fn hours(text: &str) -> Option<DayHours> {
    let text = text.replace(['–', '—'], "-").replace('.', ":");
    let mut parts = Vec::new();
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once('-')?;
        let (from, to) = (two_digits(from).parse().ok()?, two_digits(to).parse().ok()?);
        parts.push(Interval::new(from, to).ok()?);
    }
    DayHours::new(parts).ok()
}

/// `8`, `8:30` and `08:30` are times too.
fn two_digits(time: &str) -> String {
    let (hour, minute) = time.trim().split_once(':').unwrap_or((time.trim(), "00"));
    format!("{hour:0>2}:{minute}")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(2000)
}

fn dates(text: &str) -> Option<BTreeSet<Date>> {
    lines(text).map(|line| line.parse().ok()).collect()
}

/// Each line a date and its hours; a date alone is closed.
fn special(text: &str) -> Option<BTreeMap<Date, DayHours>> {
    lines(text)
        .map(|line| {
            let (date, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            Some((date.parse().ok()?, hours(rest)?))
        })
        .collect()
}

/// `GET /settings/hours`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let policy = settings::clock_policy(&mut p.db.read().await?).await?;
    let typed = Typed::of(policy.calendar.as_ref());
    page(&p, &who, HEAD, &Wrong::default(), &asked, &form(&who.say, &typed, &Wrong::default())).await
}

/// `POST /settings/hours`. Clocks that run already keep their deadlines.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(mut typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let year = p.clock.business().to_zoned(who.zone.clone()).year();
    typed.add_holidays([year, year.saturating_add(1)]);
    let calendar = match typed.read() {
        Ok(calendar) => calendar,
        Err(wrong) => {
            return page(&p, &who, HEAD, &wrong, &Asked::default(), &form(&who.say, &typed, &wrong)).await;
        }
    };
    let mut tx = p.begin().await?;
    let mut policy = settings::clock_policy(&mut tx).await?;
    let version = policy.calendar.as_ref().map_or(0, Calendar::version);
    policy.calendar = calendar.map(|calendar| calendar.with_version(version.saturating_add(1)));
    settings::set_clock_policy(&mut tx, &policy).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "hours").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/hours?done=saved"))
}

fn form(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    html! {
        form.col.g-7 method="post" action="/settings/hours" novalidate {
            (fields(say, typed, wrong, true))
            (save_bar(say, None))
        }
    }
}

/// The fields of opening hours; `whether`: also whether they count at all.
pub(super) fn fields(say: &Say, typed: &Typed, wrong: &Wrong, whether: bool) -> Markup {
    let field = |name, label: &str, hint: Option<&str>, value, kind| {
        Field { name, label: say.text(label), hint: hint.map(|hint| say.text(hint)), value, kind }.markup(say, wrong)
    };
    let none = (String::new(), say.text("hours-add-none"));
    let named = REGIONS.iter().map(|(_, code, name)| ((*code).to_owned(), say.text(name)));
    let regions: Vec<(String, String)> = std::iter::once(none).chain(named).collect();
    html! {
        section.card.col.g-6 {
            h3 { (say.text("hours-week")) }
            @if whether {
                (radios(say, "count", "hours-count", &typed.count, &[
                    ("open", "hours-count-open", "hours-count-open-why"),
                    ("always", "hours-count-always", "hours-count-always-why"),
                ]))
            }
            (field("zone", "settings-zone", Some("settings-zone-hint"), &typed.zone, "text"))
            p.sm.soft { (say.text("hours-day-hint")) }
            div.week { @for (_, name, label) in DAYS { (day(say, wrong, name, label, typed.day(name))) } }
        }
        section.card.col.g-6 {
            h3 { (say.text("hours-holidays")) }
            (field("holidays", "hours-holidays-label", Some("hours-holidays-hint"), &typed.holidays, "area"))
            (select(say, "add", ("hours-add", None), "", &regions))
            (field("special", "hours-special", Some("hours-special-hint"), &typed.special, "area"))
        }
    }
}

/// One day of the week, a line each.
fn day(say: &Say, wrong: &Wrong, name: &'static str, label: &str, value: &str) -> Markup {
    let (error, id) = (wrong.of(name), format!("{name}-e"));
    html! {
        div.field {
            label for=(name) { (say.text(label)) }
            input.input id=(name) name=(name) value=(value) placeholder=(say.text("hours-closed")) autocomplete="off"
                aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| &id)];
            @if let Some(error) = error { p.error id=(id) { (icon_small("alert")) (say.text(error)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Typed {
        Typed::of(crate::rules::clocks::office_hours().as_ref())
    }

    #[test]
    fn what_is_shown_reads_back_as_it_was() {
        let mut typed = office();
        typed.mon = "8-12, 13.00–16".into();
        typed.holidays = "2026-05-17\n\n 2026-12-25 ".into();
        typed.special = "2026-12-24 08:00-12:00\n2026-12-31".into();
        let calendar = typed.read().expect("good").expect("hours count");
        let again = Typed::of(Some(&calendar));
        assert_eq!((again.mon.as_str(), again.sat.as_str()), ("08:00-12:00, 13:00-16:00", ""));
        assert_eq!(again.holidays, "2026-05-17\n2026-12-25");
        assert_eq!(again.special, "2026-12-24 08:00-12:00\n2026-12-31");
        assert_eq!(again.read().expect("good"), Some(calendar));
    }

    #[test]
    fn every_hour_counts_when_it_says_so() {
        assert_eq!(Typed { count: "always".into(), ..office() }.read(), Ok(None));
        assert_eq!(Typed::of(None).count, "always");
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let typed = Typed {
            mon: "16:00-08:00".into(),
            tue: "8-12, 11-13".into(),
            wed: "25:00-26:00".into(),
            zone: "Norge".into(),
            holidays: "17.05.2026".into(),
            special: "2026-12-24 noon".into(),
            ..office()
        };
        let wrong = typed.read().expect_err("six things");
        let fields: Vec<&str> = wrong.0.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["mon", "tue", "wed", "holidays", "special", "zone"]);
        let never = Typed { zone: "Europe/Oslo".into(), count: "open".into(), ..Typed::default() };
        assert_eq!(never.read().expect_err("never open").of("mon"), Some("hours-never"));
    }

    #[test]
    fn holidays_are_added_to_what_is_there() {
        let mut typed = Typed { holidays: "2026-11-18".into(), add: "no".into(), ..office() };
        typed.add_holidays([2026, 2027]);
        assert!(typed.holidays.contains("2026-11-18") && typed.holidays.contains("2027-05-17"), "{}", typed.holidays);
        let before = typed.holidays.clone();
        typed.add = "nonsense".into();
        typed.add_holidays([2028, 2029]);
        assert_eq!(typed.holidays, before);
    }
}
