//! Clocks against a count minute by minute, over nights, holidays and both changes of the clocks (P08).
//!
//! The count knows nothing of offsets: what the clock on the wall shows is looked up once for every hour, and each of
//! its minutes is open or not. Sums of that answer 20,000 histories quickly.

use std::sync::LazyLock;

use base::{Instant, clock};
use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;

use super::super::*;
use crate::model::{ClockKind, Clocks};
use crate::rules::clocks::{Holds, Told};

const MINUTE: i64 = 60_000_000;
/// Days that are counted from each beginning: a history lasts ten, and what is due then takes some weeks at most.
const DAYS: i64 = 75;

/// The first minutes of what is counted: before each change of the clocks in Oslo, and an ordinary week.
static BEGINNINGS: LazyLock<[i64; 3]> = LazyLock::new(|| {
    [(3, 27), (10, 23), (6, 1)].map(|(month, day)| {
        let zoned = date(2026, month, day).at(0, 0, 0, 0).in_tz("UTC").expect("a date");
        clock::to_micros(zoned.timestamp()) / MINUTE
    })
});

/// A calendar, and for each beginning how many minutes before each were open.
type Counted = (Option<Calendar>, [Vec<i64>; 3]);

/// Each calendar, and what is counted of it from each beginning.
static COUNTED: LazyLock<Vec<Counted>> = LazyLock::new(|| {
    let counted = |calendar: Option<Calendar>| {
        let sums = BEGINNINGS.map(|first| sums(calendar.as_ref(), first));
        (calendar, sums)
    };
    calendars().into_iter().map(counted).collect()
});

/// For each minute, how many before it were open, from the first on.
fn sums(calendar: Option<&Calendar>, first: i64) -> Vec<i64> {
    let mut all = vec![0];
    let mut open = 0;
    for hour in 0..DAYS * 24 {
        let minutes = match calendar {
            None => [true; 60],
            Some(calendar) => of_an_hour(calendar, first + hour * 60),
        };
        for is_open in minutes {
            open += i64::from(is_open);
            all.push(open);
        }
    }
    all
}

/// Which minutes of the hour that begins then are open. No clock here is set by less than an hour.
fn of_an_hour(calendar: &Calendar, first: i64) -> [bool; 60] {
    let wall = clock::from_micros(first * MINUTE).to_zoned(calendar.zone().clone()).datetime();
    assert_eq!(wall.minute(), 0, "the hour begins with its first minute");
    let begins = u16::try_from(wall.hour()).expect("an hour") * 60;
    let hours = calendar.hours_on(wall.date());
    std::array::from_fn(|minute| {
        let minute = begins + u16::try_from(minute).expect("a minute");
        hours.iter().any(|open| (open.from().minutes()..open.to().minutes()).contains(&minute))
    })
}

/// The minute at whose beginning so many open ones have passed; `changes`, in minutes, turn the clock on and off by
/// turns, on first and last.
fn due(sums: &[i64], first: i64, changes: &[i64], minutes: i64) -> Option<i64> {
    if minutes <= 0 {
        return Some(changes[0]);
    }
    let place = |minute: i64| usize::try_from(minute - first).expect("within what is counted");
    let mut left = minutes;
    for stretch in changes.chunks(2) {
        let from = place(stretch[0]);
        let until = stretch.get(1).map_or(sums.len() - 1, |until| place(*until));
        let there = sums[until] - sums[from];
        if left <= there {
            let at = sums.partition_point(|sum| *sum < sums[from] + left);
            return Some(first + i64::try_from(at).expect("a minute"));
        }
        left -= there;
    }
    None
}

fn calendars() -> Vec<Option<Calendar>> {
    let oslo = r#"{"tz":"Europe/Oslo","week":{"mon":[["08:00","16:00"]],"tue":[["08:00","11:30"],["12:00","16:00"]],
        "wed":[["08:00","16:00"]],"thu":[["08:00","16:00"]],"fri":[["08:00","15:00"]]},
        "holidays":["2026-04-02","2026-04-03","2026-04-06","2026-10-26"],"special":{"2026-04-01":[["08:00","12:00"]]}}"#;
    let nights = r#"{"tz":"Europe/Oslo","week":{"sat":[["22:00","24:00"]],"sun":[["00:00","06:00"],["22:00","24:00"]],
        "mon":[["00:00","06:00"]]},"special":{"2026-10-26":[["01:00","04:00"]]}}"#;
    let jakarta = r#"{"tz":"Asia/Jakarta","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],
        "wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","11:30"],["13:30","17:00"]],
        "sat":[["09:00","13:00"]]},"holidays":["2026-03-30","2026-10-24"]}"#;
    let read = |text: &str| Some(serde_json::from_str(text).expect("a calendar"));
    vec![read(oslo), read(nights), read(jakarta), None]
}

/// Mostly a day or less, now and then some.
fn lengths() -> impl Strategy<Value = i64> {
    prop_oneof![9 => 1_i64..600, 1 => 600_i64..2_400]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn clocks_are_due_when_a_count_minute_by_minute_says(
        which in 0_usize..4,
        beginning in 0_usize..3,
        after in 0_i64..5 * 24 * 60,
        gaps in prop::collection::vec(1_i64..2_000, 0..4),
        minutes in lengths(),
        share in 1_u8..100,
    ) {
        let (calendar, sums) = &COUNTED[which];
        let (sums, first) = (&sums[beginning], BEGINNINGS[beginning]);
        let target = Target { minutes, calendar: calendar.clone() };
        let targets = Targets {
            first: target.clone(), next: target.clone(), resolution: Some(target), warn: Some(Warn::Share(share)),
        };
        // On and off by turns, on again at the end.
        let start = first + after;
        let mut changes = vec![start];
        for gap in gaps.iter().take(gaps.len() / 2 * 2) {
            changes.push(changes.last().copied().unwrap_or(start) + gap);
        }
        let at = |minute: i64| clock::from_micros(minute * MINUTE);
        let answered = Clocks { first_replied_at: Some(at(start - 1)), ..Clocks::default() };
        let mut next = answered.customer_wrote(&targets, at(start));
        let mut resolution =
            Clocks { first_due: Some(Instant::MAX), first_since: Some(at(start)), ..Clocks::default() };
        for (n, change) in changes.iter().enumerate() {
            let (holds, now) = (if n % 2 == 0 { Holds::Runs } else { Holds::Still }, at(*change));
            next = if n % 2 == 0 { next.resumed(&targets, now) } else { next.paused(&targets, now) };
            resolution = resolution.resolving(&targets, holds, (at(start), now));
        }
        // What was over before a later pause stays over: the count goes on only with what was left then.
        let last = if changes.len() == 1 { start } else { changes.last().copied().unwrap_or(start) };
        let counted = |minutes: i64| due(sums, first, &changes, minutes).map(|minute| at(minute.max(last)));
        let expected = counted(minutes);
        prop_assert!(expected.is_some(), "the count reaches that far");
        prop_assert_eq!(next.next_due, expected);
        prop_assert_eq!(resolution.resolve_due, expected);
        // Clocked anew by the same, nothing moves; by other targets and back, neither.
        prop_assert_eq!(&next.clone().by(&targets, at(start)), &next);
        let other = Targets { next: Target { minutes: 7, calendar: None }, ..targets.clone() };
        prop_assert_eq!(&next.clone().by(&other, at(start)).by(&targets, at(start)), &next);
        // The warning comes when that share is used, and never after the deadline.
        let used = minutes * i64::from(share) / 100;
        let warned = counted(used);
        if let (Some(warned), Some(due)) = (warned, expected) {
            let moment = next.next_moment(&targets);
            if warned < due {
                prop_assert_eq!(moment, Some(warned));
                let (told, what) = next.clone().told(&targets, warned);
                prop_assert_eq!(what, vec![Told::Near(ClockKind::Next, due)]);
                prop_assert!(told.told(&targets, due).1.is_empty(), "warned of once");
            }
            let after = due + SignedDuration::from_micros(1);
            let (told, what) = next.told(&targets, after);
            prop_assert_eq!(what, vec![Told::Over(ClockKind::Next)]);
            prop_assert_eq!(told.next_moment(&targets), None);
            prop_assert!(told.told(&targets, Instant::MAX).1.is_empty(), "missed once");
        }
    }
}
