//! P08: random calendars, zones and histories against a count that steps through every minute and asks what the
//! clock on the wall shows. The count shares nothing with the service clock but the zone's data.

use fastrand::Rng;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use serde_json::json;

use super::{Calendar, Pause};
use crate::clock::Instant;

const CASES: u64 = 20_000;
/// Minutes the count looks ahead at most.
const REACH: usize = 3 * 1440;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Zones whose clocks did something odd within the years drawn: half an hour or two, at midnight, a date left out.
const ZONES: [&str; 22] = [
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Caracas",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Pacific/Kiritimati",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Asia/Jakarta",
    "Asia/Tehran",
    "Asia/Beirut",
    "Asia/Pyongyang",
    "Africa/Cairo",
    "Africa/Casablanca",
    "UTC",
];

/// Opening hours as plain lists, `(from, to)` in minutes of the day.
#[derive(Debug)]
struct Plain {
    zone: &'static str,
    week: [Vec<(u16, u16)>; 7],
    holidays: Vec<Date>,
    special: Vec<(Date, Vec<(u16, u16)>)>,
}

impl Plain {
    fn draw(rng: &mut Rng, zone: &'static str, around: Date) -> Self {
        let near = |rng: &mut Rng| around.saturating_add(rng.i32(-2..5).days());
        let week = match rng.u8(0..10) {
            0 => std::array::from_fn(|_| Vec::new()),
            1 => std::array::from_fn(|_| vec![(0, 1440)]),
            2 => std::array::from_fn(|_| vec![(0, 360), (1320, 1440)]),
            _ => std::array::from_fn(|_| draw_hours(rng)),
        };
        let holidays = (0..rng.usize(0..3)).map(|_| near(rng)).collect();
        let mut special: Vec<_> = (0..rng.usize(0..3)).map(|_| (near(rng), draw_hours(rng))).collect();
        special.dedup_by_key(|(date, _)| *date);
        Self { zone, week, holidays, special }
    }

    fn calendar(&self) -> Calendar {
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let hours = |day: &[(u16, u16)]| day.iter().map(|(a, b)| json!([clock(*a), clock(*b)])).collect::<Vec<_>>();
        let week: serde_json::Map<_, _> =
            DAYS.iter().zip(&self.week).map(|(name, day)| ((*name).to_owned(), json!(hours(day)))).collect();
        let special: serde_json::Map<_, _> =
            self.special.iter().map(|(date, day)| (date.to_string(), json!(hours(day)))).collect();
        let written = json!({"tz": self.zone, "week": week, "holidays": self.holidays, "special": special});
        serde_json::from_value(written).expect("drawn calendars are valid")
    }

    fn shows_open(&self, date: Date, time: Time) -> bool {
        let minute = time.hour() as u16 * 60 + time.minute() as u16;
        let week = &self.week[date.weekday().to_monday_zero_offset() as usize];
        // A later line of the same date replaces an earlier one, as in the written form.
        let special = self.special.iter().rev().find(|(day, _)| *day == date).map(|(_, hours)| hours);
        let closed = Vec::new();
        let ordinary = if self.holidays.contains(&date) { &closed } else { week };
        special.unwrap_or(ordinary).iter().any(|(from, to)| *from <= minute && minute < *to)
    }
}

/// None to three intervals that do not overlap, often at the edges of the day.
fn draw_hours(rng: &mut Rng) -> Vec<(u16, u16)> {
    let mut marks: Vec<u16> = (0..rng.usize(0..4) * 2)
        .map(|_| match rng.u8(0..6) {
            0 => *rng.choice(&[0, 60, 120, 150, 180, 1380, 1440]).unwrap_or(&0),
            1 => rng.u16(0..=1440),
            _ => rng.u16(0..=48) * 30,
        })
        .collect();
    marks.sort_unstable();
    marks.chunks(2).filter(|pair| pair[0] < pair[1]).map(|pair| (pair[0], pair[1])).collect()
}

/// A start on a whole minute, mostly shortly before the zone's clocks change.
fn draw_start(rng: &mut Rng, zone: &TimeZone) -> Instant {
    let minute = rng.i64(10_520_000..34_700_000); // 1990 to 2035
    let anywhere = Instant::from_second(minute * 60).expect("within range");
    match zone.following(anywhere).next() {
        Some(change) if rng.u8(0..10) < 7 => {
            let minute = change.timestamp().as_second().div_euclid(60) - rng.i64(0..700);
            Instant::from_second(minute * 60).expect("within range")
        }
        _ => anywhere,
    }
}

fn later(at: Instant, minutes: i64) -> Instant {
    at + SignedDuration::from_mins(minutes)
}

fn draw_pauses(rng: &mut Rng, start: Instant) -> Vec<Pause> {
    let count = if rng.bool() { 0 } else { rng.usize(1..5) };
    let pause = |rng: &mut Rng| {
        let from = later(start, rng.i64(-600..2000));
        Pause { from, until: later(from, rng.i64(-60..900)) }
    };
    (0..count).map(|_| pause(rng)).collect()
}

/// One history and what the count says of it: for each minute from the start its date, and whether it is open and
/// whether the clock runs.
struct History {
    start: Instant,
    pauses: Vec<Pause>,
    minutes: Vec<(Date, bool, bool)>,
}

impl History {
    fn count(plain: &Plain, zone: &TimeZone, start: Instant, pauses: Vec<Pause>, length: usize) -> Self {
        let show = |offset: usize| {
            let at = later(start, offset as i64);
            let wall = zone.to_datetime(at);
            let open = plain.shows_open(wall.date(), wall.time());
            let paused = pauses.iter().any(|pause| pause.from <= at && at < pause.until);
            (wall.date(), open, open && !paused)
        };
        let minutes = (0..length).map(show).collect();
        Self { start, pauses, minutes }
    }

    /// Compares everything the service clock says with the count.
    fn check(&self, rng: &mut Rng, calendar: &Calendar) -> Result<(), String> {
        let same = |what: &str, said: String, counted: String| {
            if said == counted { Ok(()) } else { Err(format!("{what}: said {said}, counted {counted}")) }
        };
        let end = later(self.start, self.minutes.len() as i64);
        let open = self.minutes.iter().filter(|(_, open, _)| *open).count() as i64;
        let run = self.minutes.iter().filter(|(_, _, run)| *run).count() as i64;
        let elapsed = calendar.elapsed(self.start, end);
        same("elapsed", elapsed.to_string(), SignedDuration::from_mins(open).to_string())?;
        let elapsed = calendar.elapsed_with_pauses(self.start, end, &self.pauses);
        same("elapsed with pauses", elapsed.to_string(), SignedDuration::from_mins(run).to_string())?;

        let wanted = rng.i64(0..=open + open / 8 + 1);
        let due = self.nth(wanted, |(_, open, _)| *open);
        self.agree(&format!("due in {wanted}"), calendar.due(self.start, wanted), due, end)?;
        let wanted = rng.i64(0..=run + run / 8 + 1);
        let due = self.nth(wanted, |(_, _, run)| *run);
        let said = calendar.due_with_pauses(self.start, wanted, &self.pauses);
        self.agree(&format!("due in {wanted} with pauses"), said, due, end)?;
        self.check_working_days(rng.usize(0..3), calendar)
    }

    /// The end of the nth minute that fits; the start for none.
    fn nth(&self, wanted: i64, fits: impl Fn(&(Date, bool, bool)) -> bool) -> Option<Instant> {
        if wanted == 0 {
            return Some(self.start);
        }
        let found = self.minutes.iter().enumerate().filter(|(_, minute)| fits(minute)).nth(wanted as usize - 1)?;
        Some(later(self.start, found.0 as i64 + 1))
    }

    /// What the count did not reach may only come after its end, or never.
    fn agree(&self, what: &str, said: Option<Instant>, counted: Option<Instant>, end: Instant) -> Result<(), String> {
        let fine = match counted {
            Some(_) => said == counted,
            None => said.is_none_or(|said| said > end),
        };
        if fine { Ok(()) } else { Err(format!("{what}: said {said:?}, counted {counted:?}")) }
    }

    fn check_working_days(&self, days: usize, calendar: &Calendar) -> Result<(), String> {
        let first = self.minutes[0].0;
        let mut open: Vec<Date> = self.minutes.iter().filter(|(_, open, _)| *open).map(|(date, ..)| *date).collect();
        open.sort_unstable();
        open.dedup();
        let counted = std::iter::once(first).chain(open.into_iter().filter(|date| *date > first)).nth(days);
        let last = self.minutes[self.minutes.len() - 1].0;
        let said = calendar.working_days(self.start, days as u32);
        let fine = match counted {
            Some(_) => said == counted,
            None => said.is_none_or(|said| said >= last),
        };
        if fine { Ok(()) } else { Err(format!("{days} working days: said {said:?}, counted {counted:?}")) }
    }
}

#[test]
fn random_calendars_zones_and_histories_agree_with_a_minute_by_minute_count() {
    let zones: Vec<_> = ZONES.map(|name| (name, TimeZone::get(name).expect("known zone"))).into();
    let mut wrong = Vec::new();
    for seed in 0..CASES {
        let mut rng = Rng::with_seed(seed);
        let (name, zone) = &zones[rng.usize(0..zones.len())];
        let start = draw_start(&mut rng, zone);
        let plain = Plain::draw(&mut rng, name, zone.to_datetime(start).date());
        let pauses = draw_pauses(&mut rng, start);
        // Mostly short: the time goes into the count, and the clocks change within the first day.
        let length = if rng.u8(0..20) == 0 { rng.usize(1..=REACH) } else { rng.usize(1..700) };
        let history = History::count(&plain, zone, start, pauses, length);
        if let Err(what) = history.check(&mut rng, &plain.calendar()) {
            wrong.push(format!("seed {seed}: {what}; start {start}, {plain:?}, pauses {:?}", history.pauses));
        }
    }
    assert!(wrong.is_empty(), "{} of {CASES} wrong, first:\n{}", wrong.len(), wrong[0]);
}
