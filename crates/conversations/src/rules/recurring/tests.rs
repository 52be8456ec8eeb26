//! Days and moments: months that are shorter, days that are closed, hours that clocks skip, and settings that change.

use base::calendar::Week;
use jiff::civil::{date, time};
use proptest::prelude::*;

use super::*;

fn plan(every: Every, closed: WhenClosed) -> Plan {
    Plan { every, at: time(8, 0, 0, 0), closed }
}

/// Open on weekdays, but for Christmas.
fn calendar() -> Calendar {
    let written = serde_json::json!({ "tz": "Europe/Oslo",
        "week": { "mon": [["08:00", "16:00"]], "tue": [["08:00", "16:00"]], "wed": [["08:00", "16:00"]],
            "thu": [["08:00", "16:00"]], "fri": [["08:00", "16:00"]] },
        "holidays": ["2026-12-24", "2026-12-25", "2027-01-01"] });
    serde_json::from_value(written).expect("a calendar")
}

fn days(plan: &Plan, after: Date, n: usize) -> Vec<String> {
    let first = next_after(plan, Some(&calendar()), after);
    let all = std::iter::successors(first, |day| next_after(plan, Some(&calendar()), *day));
    all.take(n).map(|day| day.to_string()).collect()
}

#[test]
fn months_and_years_that_are_shorter_end_earlier() {
    let last = plan(Every::Month { day: 31 }, WhenClosed::Leave);
    assert_eq!(days(&last, date(2027, 12, 31), 4), ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
    let leap = plan(Every::Year { month: 2, day: 29 }, WhenClosed::Leave);
    assert_eq!(days(&leap, date(2026, 11, 23), 3), ["2027-02-28", "2028-02-29", "2029-02-28"]);
}

#[test]
fn closed_days_give_way_and_what_falls_together_is_one() {
    let daily = |closed| plan(Every::Day, closed);
    let fri = date(2026, 12, 18);
    assert_eq!(days(&daily(WhenClosed::Leave), fri, 3), ["2026-12-19", "2026-12-20", "2026-12-21"]);
    assert_eq!(days(&daily(WhenClosed::Next), fri, 4), ["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-28"]);
    assert_eq!(days(&daily(WhenClosed::Previous), fri, 2), ["2026-12-21", "2026-12-22"]);
    let christmas = |closed| plan(Every::Year { month: 12, day: 25 }, closed);
    assert_eq!(days(&christmas(WhenClosed::Next), fri, 1), ["2026-12-28"]);
    assert_eq!(days(&christmas(WhenClosed::Previous), fri, 1), ["2026-12-23"]);
    // The first of the year gives way to the last year.
    let new_year = plan(Every::Month { day: 1 }, WhenClosed::Previous);
    assert_eq!(days(&new_year, date(2026, 12, 1), 2), ["2026-12-31", "2027-02-01"]);
}

#[test]
fn what_makes_no_sense_never_comes() {
    for every in [
        Every::Week { days: vec![] },
        Every::Week { days: vec![0] },
        Every::Week { days: vec![2, 1] },
        Every::Week { days: vec![1, 1] },
        Every::Month { day: 0 },
        Every::Month { day: 32 },
        Every::Year { month: 2, day: 30 },
        Every::Year { month: 13, day: 1 },
    ] {
        assert!(!every.makes_sense(), "{every:?}");
        assert_eq!(next_after(&plan(every, WhenClosed::Leave), Some(&calendar()), date(2026, 1, 1)), None);
    }
}

#[test]
fn skipped_hours_come_when_they_are_over_and_repeated_ones_first() {
    let zone = TimeZone::get("Europe/Oslo").expect("a zone");
    let night = Plan { every: Every::Day, at: time(2, 30, 0, 0), closed: WhenClosed::Leave };
    let told = |day| moment(&night, &zone, day).expect("a moment").to_string();
    assert_eq!(told(date(2027, 3, 28)), "2027-03-28T01:30:00Z");
    assert_eq!(told(date(2027, 10, 31)), "2027-10-31T00:30:00Z");
}

#[test]
fn what_was_missed_is_made_up_for_once() {
    let zone = TimeZone::get("Europe/Oslo").expect("a zone");
    let weekly = plan(Every::Week { days: vec![1] }, WhenClosed::Leave);
    let now: Instant = "2026-11-25T12:00:00Z".parse().expect("a time");
    let due = date(2026, 10, 5);
    assert_eq!(latest(&weekly, Some(&calendar()), &zone, due, now), date(2026, 11, 23));
    assert_eq!(latest(&weekly, Some(&calendar()), &zone, date(2026, 11, 23), now), date(2026, 11, 23));
    assert_eq!(
        latest(&weekly, Some(&calendar()), &zone, date(1999, 1, 4), now),
        date(2026, 11, 23),
        "however long ago"
    );
    let (day, at) = to_come(&weekly, Some(&calendar()), &zone, None, now).expect("goes on");
    assert_eq!((day, at.to_string().as_str()), (date(2026, 11, 30), "2026-11-30T07:00:00Z"));
    let early: Instant = "2026-11-23T06:59:59Z".parse().expect("a time");
    assert_eq!(to_come(&weekly, Some(&calendar()), &zone, None, early).map(|one| one.0), Some(date(2026, 11, 23)));
    assert_eq!(
        to_come(&weekly, Some(&calendar()), &zone, Some(date(2026, 11, 23)), early).map(|one| one.0),
        Some(date(2026, 11, 30)),
        "not twice on one day"
    );
}

#[test]
fn other_hours_move_what_was_planned_and_neither_lose_nor_repeat_it() {
    let (oslo, apia) = (TimeZone::get("Europe/Oslo").expect("a zone"), TimeZone::get("Pacific/Apia").expect("a zone"));
    let monday = |closed| plan(Every::Week { days: vec![1] }, closed);
    let (was, mon) = (calendar(), date(2026, 11, 23));
    let closed_on = |days: &[Date]| calendar().with_holidays(days.iter().copied());
    let shut = closed_on(&[mon]);
    let anew = |closed, was, is, last, planned| {
        planned_anew(&monday(closed), (Some(was), Some(is)), &oslo, last, planned).map(|(day, _)| day.to_string())
    };
    let told = |text: &str| Some(text.to_owned());
    // A day that closes gives way as the plan has it, and comes back when it opens again.
    assert_eq!(anew(WhenClosed::Next, &was, &shut, None, mon), told("2026-11-24"));
    assert_eq!(anew(WhenClosed::Previous, &was, &shut, None, mon), told("2026-11-20"));
    assert_eq!(anew(WhenClosed::Leave, &was, &shut, None, mon), told("2026-11-23"));
    assert_eq!(anew(WhenClosed::Next, &shut, &was, None, date(2026, 11, 24)), told("2026-11-23"));
    // What began on its day does not begin again because that day is closed afterwards.
    assert_eq!(anew(WhenClosed::Next, &was, &shut, Some(mon), date(2026, 11, 30)), told("2026-11-30"));
    // What gives way to a day that has begun is one with it.
    let week = closed_on(&[mon, date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 18), date(2026, 11, 17)]);
    let last = Some(date(2026, 11, 16));
    assert_eq!(anew(WhenClosed::Previous, &was, &week, last, mon), told("2026-11-30"));
    // Without hours no day is closed.
    let none = planned_anew(&monday(WhenClosed::Next), (Some(&shut), None), &oslo, None, date(2026, 11, 24));
    assert_eq!(none.map(|(day, _)| day), Some(mon));
    // Another zone is another moment of the same day.
    let (day, at) = planned_anew(&monday(WhenClosed::Leave), (None, None), &apia, None, mon).expect("a day");
    assert_eq!((day, at.to_string().as_str()), (mon, "2026-11-22T19:00:00Z"));
}

fn any_every() -> impl Strategy<Value = Every> {
    prop_oneof![
        Just(Every::Day),
        proptest::collection::btree_set(1..=7_i8, 1..=7)
            .prop_map(|days| Every::Week { days: days.into_iter().collect() }),
        (1..=31_i8).prop_map(|day| Every::Month { day }),
        (1..=12_i8, 1..=29_i8).prop_map(|(month, day)| Every::Year { month, day: day.min(longest(month)) }),
    ]
}

fn any_plan() -> impl Strategy<Value = Plan> {
    (any_every(), 0..24_i8, 0..60_i8, 0..3_usize).prop_map(|(every, hour, minute, closed)| Plan {
        every,
        at: time(hour, minute, 0, 0),
        closed: WhenClosed::ALL[closed],
    })
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    (proptest::collection::vec(any::<bool>(), 7), proptest::collection::vec(0..800_i64, 0..30)).prop_map(
        |(open, closed)| {
            let hours = || "[[\"08:00\",\"16:00\"]]";
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let week = names.iter().zip(open).filter(|(_, open)| *open);
            let week: Vec<String> = week.map(|(name, _)| format!("\"{name}\":{}", hours())).collect();
            let week: Week = serde_json::from_str(&format!("{{{}}}", week.join(","))).expect("a week");
            let holidays = closed.into_iter().map(|n| date(2026, 1, 1).saturating_add(n.days()));
            Calendar::new("Europe/Oslo", week).expect("a calendar").with_holidays(holidays)
        },
    )
}

proptest! {
    #[test]
    fn days_and_moments_only_go_forward(
        plan in any_plan(), calendar in any_calendar(), from in 0..700_i64,
        zone in proptest::sample::select(vec!["Europe/Oslo", "Asia/Jakarta", "America/Sao_Paulo", "Pacific/Apia"]),
    ) {
        let zone = TimeZone::get(zone).expect("a zone");
        let after = date(2026, 1, 1).saturating_add(from.days());
        let mut last = after;
        let mut moments = None;
        for _ in 0..12 {
            let Some(day) = next_after(&plan, Some(&calendar), last) else { panic!("no day after {last}") };
            prop_assert!(day > last, "{day} {last}");
            // No day between the two begins it, either.
            let between = next_after(&plan, Some(&calendar), day.yesterday().expect("a day"));
            prop_assert_eq!(between, Some(day));
            let at = moment(&plan, &zone, day).expect("a moment");
            prop_assert!(moments.is_none_or(|before| before < at));
            if plan.closed == WhenClosed::Leave {
                prop_assert!(plan.every.names(day));
            }
            (last, moments) = (day, Some(at));
        }
    }

    #[test]
    fn an_open_day_is_found_where_one_is_near(plan in any_plan(), calendar in any_calendar(), from in 0..700_i64) {
        let after = date(2026, 1, 1).saturating_add(from.days());
        let day = next_after(&plan, Some(&calendar), after).expect("a day");
        let open = |day: Date| !calendar.hours_on(day).is_empty();
        let near = (0..=NEAR).any(|n| open(day.saturating_add(n.days())) || open(day.saturating_sub(n.days())));
        prop_assert!(plan.closed == WhenClosed::Leave || open(day) || !near || plan.every.names(day));
    }

    #[test]
    fn hours_that_stay_move_nothing_and_others_never_before_what_has_begun(
        plan in any_plan(), was in any_calendar(), is in any_calendar(), from in 0..700_i64,
    ) {
        let zone = TimeZone::get("Europe/Oslo").expect("a zone");
        let last = date(2026, 1, 1).saturating_add(from.days());
        let planned = next_after(&plan, Some(&was), last).expect("a day");
        let same = planned_anew(&plan, (Some(&was), Some(&was)), &zone, Some(last), planned);
        prop_assert_eq!(same.map(|(day, _)| day), Some(planned));
        let (day, at) = planned_anew(&plan, (Some(&was), Some(&is)), &zone, Some(last), planned).expect("a day");
        prop_assert!(day > last);
        prop_assert_eq!(Some(at), moment(&plan, &zone, day));
    }
}
