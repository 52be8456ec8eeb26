//! What the calendar promises, case by case. The random comparison with a plain count is in `oracle`.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::{Calendar, CalendarError, DayHours, Interval, LocalTime, Pause, Week, calendar_hours};
use crate::clock::Instant;

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn hours(intervals: &[(&str, &str)]) -> DayHours {
    let interval = |(from, to): &(&str, &str)| {
        Interval::new(from.parse().expect("a time"), to.parse().expect("a time")).expect("in order")
    };
    DayHours::new(intervals.iter().map(interval).collect()).expect("apart")
}

fn office(zone: &str) -> Calendar {
    Calendar::new(zone, Week::weekdays(&hours(&[("08:00", "16:00")]))).expect("a known zone")
}

fn always(zone: &str) -> Calendar {
    let day = || hours(&[("00:00", "24:00")]);
    let week = Week { sat: day(), sun: day(), ..Week::weekdays(&day()) };
    Calendar::new(zone, week).expect("a known zone")
}

fn pause(from: &str, until: &str) -> Pause {
    Pause { from: at(from), until: at(until) }
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

fn refusal(written: Value) -> String {
    serde_json::from_value::<Calendar>(written).expect_err("not a calendar").to_string()
}

#[test]
fn a_calendar_survives_being_written_and_read() {
    let calendar = office("Europe/Oslo")
        .with_version(7)
        .with_holidays([date(2026, 5, 17)])
        .with_special([(date(2026, 12, 24), hours(&[("08:00", "12:00")]))]);
    let written = serde_json::to_value(&calendar).expect("writable");
    assert_eq!(written["tz"], "Europe/Oslo");
    assert_eq!(written["version"], 7);
    assert_eq!(written["week"]["mon"], json!([["08:00", "16:00"]]));
    assert_eq!(written["holidays"], json!(["2026-05-17"]));
    assert_eq!(written["special"], json!({"2026-12-24": [["08:00", "12:00"]]}));
    let read: Calendar = serde_json::from_value(written).expect("readable");
    assert_eq!(read, calendar);
    assert_eq!((read.version(), read.zone_name()), (7, "Europe/Oslo"));
    assert!(read.holidays().contains(&date(2026, 5, 17)) && read.special().contains_key(&date(2026, 12, 24)));
}

#[test]
fn what_is_left_out_of_a_written_calendar_is_closed_and_version_one() {
    let calendar: Calendar = serde_json::from_value(json!({"tz": "UTC", "week": {}})).expect("valid");
    assert_eq!(calendar, Calendar::new("UTC", Week::default()).expect("known"));
    assert_eq!(calendar.version(), 1);
}

#[test]
fn an_unknown_zone_is_named() {
    for zone in ["Europe/Bergen", "", "Etc/Unknown", "CET-1CEST", "../etc/passwd", "Europe/Oslo\0"] {
        assert_eq!(Calendar::new(zone, Week::default()), Err(CalendarError::UnknownZone(zone.to_owned())));
    }
    assert!(refusal(json!({"tz": "Mars/Olympus", "week": {}})).contains("unknown time zone “Mars/Olympus”"));
}

#[test]
fn bad_hours_are_refused_with_what_is_wrong() {
    let week = |monday: Value| json!({"tz": "Europe/Oslo", "week": {"mon": monday}});
    assert!(refusal(week(json!([["16:00", "08:00"]]))).contains("16:00–08:00 does not end after it starts"));
    assert!(refusal(week(json!([["08:00", "08:00"]]))).contains("08:00–08:00 does not end after it starts"));
    let overlap = refusal(week(json!([["12:00", "17:00"], ["08:00", "12:01"]])));
    assert!(overlap.contains("08:00–12:01 and 12:00–17:00 overlap"), "{overlap}");
    assert!(refusal(json!({"tz": "UTC", "week": {"mno": []}})).contains("unknown field `mno`"));
    let no_such_date = refusal(json!({"tz": "UTC", "week": {}, "holidays": ["2026-02-30"]}));
    assert!(no_such_date.contains("day"), "{no_such_date}");
}

#[test]
fn times_are_two_digits_each_from_0000_to_2400() {
    for (text, minutes) in [("00:00", 0), ("08:05", 485), ("23:59", 1439), ("24:00", 1440)] {
        let time: LocalTime = text.parse().expect("a time");
        assert_eq!((time.minutes(), time.to_string().as_str()), (minutes, text));
    }
    for text in ["24:01", "25:00", "8:00", "08:60", "08:0", "0800", "+8:00", "08:00:00", "", ":", "٠٨:٠٠"] {
        assert_eq!(text.parse::<LocalTime>(), Err(CalendarError::BadTime(text.to_owned())));
    }
}

#[test]
fn intervals_come_in_any_order_and_may_touch() {
    let day = hours(&[("12:00", "17:00"), ("08:00", "12:00")]);
    assert_eq!(day, hours(&[("08:00", "12:00"), ("12:00", "17:00")]));
    assert_eq!(day.intervals()[0].to_string(), "08:00–12:00");
}

#[test]
fn every_weekday_has_its_own_hours() {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    for (index, name) in names.into_iter().enumerate() {
        let week = json!({ name: [["08:00", "09:00"]] });
        let calendar: Calendar = serde_json::from_value(json!({"tz": "UTC", "week": week})).expect("valid");
        let open: Vec<i8> = (16..23).filter(|day| !calendar.hours_on(date(2026, 11, *day)).is_empty()).collect();
        assert_eq!(open, [16 + index as i8], "{name}");
        assert_eq!(calendar.elapsed(at("2026-11-16T00:00Z"), at("2026-11-23T00:00Z")), minutes(60));
    }
}

#[test]
fn a_special_date_replaces_the_week_and_a_holiday() {
    let short = || hours(&[("10:00", "12:00")]);
    let calendar = office("Europe/Oslo").with_holidays([date(2026, 5, 14), date(2026, 5, 15)]).with_special([
        (date(2026, 5, 13), short()),
        (date(2026, 5, 14), short()),
        (date(2026, 5, 16), short()),
    ]);
    let open = |day: Date| calendar.hours_on(day).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(open(date(2026, 5, 12)), ["08:00–16:00"]);
    assert_eq!(open(date(2026, 5, 13)), ["10:00–12:00"]);
    assert_eq!(open(date(2026, 5, 14)), ["10:00–12:00"]);
    assert!(open(date(2026, 5, 15)).is_empty());
    assert_eq!(open(date(2026, 5, 16)), ["10:00–12:00"]);
}

#[test]
fn time_is_measured_to_the_microsecond() {
    let calendar = office("Europe/Oslo");
    let elapsed = calendar.elapsed(at("2026-11-16T06:59:59.5Z"), at("2026-11-16T07:00:00.000001Z"));
    assert_eq!(elapsed, SignedDuration::from_micros(1));
    let due = calendar.due(at("2026-11-16T14:59:30.25Z"), 1);
    assert_eq!(due, Some(at("2026-11-17T07:00:30.25Z")));
    let due = |open| calendar.due_after(at("2026-11-16T14:59:59Z"), open, &[]);
    assert_eq!(due(SignedDuration::from_micros(1_000_001)), Some(at("2026-11-17T07:00:00.000001Z")));
    assert_eq!(due(SignedDuration::MAX), None);
    assert_eq!(due(SignedDuration::MIN), Some(at("2026-11-16T14:59:59Z")));
}

#[test]
fn an_end_before_the_start_has_nothing_elapsed() {
    assert_eq!(always("Europe/Oslo").elapsed(at("2026-11-17T00:00Z"), at("2026-11-16T00:00Z")), minutes(0));
}

#[test]
fn due_may_be_exactly_closing_time_and_no_minutes_are_over_at_once() {
    let calendar = office("Europe/Oslo");
    assert_eq!(calendar.due(at("2026-11-20T14:00Z"), 60), Some(at("2026-11-20T15:00Z")));
    assert_eq!(calendar.due(at("2026-11-20T14:00Z"), 61), Some(at("2026-11-23T07:01Z")));
    let saturday = at("2026-11-21T10:00:00.123Z");
    assert_eq!(calendar.due(saturday, 0), Some(saturday));
    assert_eq!(calendar.due(saturday, -5), Some(saturday));
}

#[test]
fn the_date_that_samoa_skipped_has_neither_hours_nor_a_working_day() {
    let calendar = always("Pacific/Apia");
    // 29 December 2011 was followed by the 31st.
    let thursday = at("2011-12-29T10:00Z"); // 29 December, 00:00
    assert_eq!(calendar.elapsed(thursday, at("2011-12-31T10:00Z")), minutes(2 * 1440));
    assert_eq!(calendar.working_days(thursday, 1), Some(date(2011, 12, 31)));
    let friday_only: Calendar =
        serde_json::from_value(json!({"tz": "Pacific/Apia", "week": {"fri": [["09:00", "10:00"]]}})).expect("valid");
    assert_eq!(friday_only.due(thursday, 60), Some(at("2012-01-05T20:00Z")));
    assert_eq!(friday_only.working_days(thursday, 1), Some(date(2012, 1, 6)));
}

#[test]
fn a_date_that_comes_twice_is_open_twice_and_one_working_day() {
    // Kwajalein lived 30 September 1969 a second time, from 01:00 on, having crossed the date line.
    let calendar = always("Pacific/Kwajalein");
    let monday = at("1969-09-29T00:00Z");
    let zone = calendar.zone().clone();
    let change = zone.following(monday).next().expect("it changed").timestamp();
    let before = change - SignedDuration::from_secs(1);
    assert!(zone.to_datetime(change).date() < zone.to_datetime(before + minutes(1440)).date());
    assert_eq!(calendar.elapsed(monday, change + minutes(1440)), (change + minutes(1440)).duration_since(monday));
    let dates: Vec<_> = (1..4).map(|days| calendar.working_days(monday, days)).collect();
    assert_eq!(dates, [30, 31, 32].map(|day| date(1969, 9, 29).checked_add(jiff::ToSpan::days(day - 29)).ok()));
}

#[test]
fn a_last_special_date_counts_when_clocks_go_back_to_it_over_midnight() {
    // St John's went back at 00:01, so that a minute of the 7th came before the last hour of the 6th.
    let sixth: BTreeMap<Date, DayHours> = [(date(2010, 11, 6), hours(&[("23:30", "24:00")]))].into();
    let calendar = Calendar::new("America/St_Johns", Week::default()).expect("known").with_special(sixth);
    let start = at("2010-11-07T02:30Z"); // 00:00 on the 7th
    assert_eq!(calendar.elapsed(start, at("2010-11-08T00:00Z")), minutes(30));
    assert_eq!(calendar.due(start, 30), Some(at("2010-11-07T03:30Z")));
}

#[test]
fn a_closing_time_within_the_repeated_hour_closes_twice() {
    let sunday = json!({"tz": "Europe/Oslo", "week": {"sun": [["00:00", "02:30"]]}});
    let calendar: Calendar = serde_json::from_value(sunday).expect("valid");
    let (start, end) = (at("2026-10-24T22:00Z"), at("2026-10-25T12:00Z"));
    assert_eq!(calendar.elapsed(start, end), minutes(180));
    assert_eq!(calendar.due(start, 151), Some(at("2026-10-25T01:01Z")));
}

#[test]
fn what_never_opens_is_never_due() {
    let closed = Calendar::new("Europe/Oslo", Week::default()).expect("known");
    let start = at("2026-11-20T14:00Z");
    assert_eq!(closed.due(start, 1), None);
    assert_eq!(closed.working_days(start, 1), None);
    assert_eq!(closed.working_days(start, 0), Some(date(2026, 11, 20)));
    let once = closed.with_special([(date(2026, 11, 22), hours(&[("10:00", "11:00")]))]);
    assert_eq!(once.due(start, 60), Some(at("2026-11-22T10:00Z")));
    assert_eq!(once.due(start, 61), None);
    assert_eq!(once.working_days(start, 1), Some(date(2026, 11, 22)));
    assert_eq!(once.working_days(start, 2), None);
}

#[test]
fn a_search_ends_also_at_the_ends_of_time() {
    let calendar = office("Europe/Oslo");
    let start = at("2026-11-20T14:00Z");
    assert_eq!(calendar.due(start, i64::MAX), None);
    let years = |years: i64| years * 365 * 1440;
    assert!(always("UTC").due(start, years(49)).is_some());
    assert_eq!(always("UTC").due(start, years(51)), None);
    assert_eq!(calendar.working_days(start, u32::MAX), None);
    assert_eq!(calendar.due(Instant::MAX, 1), None);
    assert_eq!(calendar.working_days(Instant::MAX, 1), None);
    assert!(calendar.due(Instant::MIN, 1).is_some());
    assert_eq!(calendar.elapsed(Instant::MAX, Instant::MIN), minutes(0));
    assert!(calendar.elapsed(at("9999-12-01T00:00Z"), Instant::MAX) > minutes(1440));
}

#[test]
fn a_clock_runs_again_after_years_of_pause() {
    let calendar = office("Europe/Oslo");
    let start = at("2026-11-16T08:00Z");
    let due = calendar.due_with_pauses(start, 60, &[pause("2026-11-16T08:30Z", "2041-11-18T08:00Z")]);
    assert_eq!(due, Some(at("2041-11-18T08:30Z")));
}

#[test]
fn a_pause_without_an_end_holds_the_clock_unless_it_had_run_out_before() {
    let calendar = office("Europe/Oslo");
    let start = at("2026-11-16T08:00Z");
    let held = [Pause { from: at("2026-11-16T09:00Z"), until: Instant::MAX }];
    assert_eq!(calendar.due_with_pauses(start, 61, &held), None);
    assert_eq!(calendar.due_with_pauses(start, 60, &held), Some(at("2026-11-16T09:00Z")));
    assert_eq!(calendar.elapsed_with_pauses(start, at("2026-11-18T08:00Z"), &held), minutes(60));
    let from_the_start = [Pause { from: Instant::MIN, until: Instant::MAX }];
    assert_eq!(calendar.due_with_pauses(start, 1, &from_the_start), None);
}

#[test]
fn overlapping_nested_touching_and_reversed_pauses_count_once() {
    let calendar = always("UTC");
    let (start, end) = (at("2026-11-16T00:00Z"), at("2026-11-16T10:00Z"));
    let pauses = [
        pause("2026-11-16T05:00Z", "2026-11-16T06:00Z"),
        pause("2026-11-16T01:00Z", "2026-11-16T04:00Z"),
        pause("2026-11-16T02:00Z", "2026-11-16T03:00Z"),
        pause("2026-11-16T03:30Z", "2026-11-16T05:00Z"),
        pause("2026-11-16T09:00Z", "2026-11-16T08:00Z"),
        pause("2026-11-15T23:00Z", "2026-11-16T00:30Z"),
    ];
    assert_eq!(calendar.elapsed_with_pauses(start, end, &pauses), minutes(30 + 240));
    assert_eq!(calendar.due_with_pauses(start, 61, &pauses), Some(at("2026-11-16T06:31Z")));
}

#[test]
fn twenty_four_hours_are_real_hours() {
    assert_eq!(calendar_hours(at("2026-03-28T11:00Z"), 24), at("2026-03-29T11:00Z"));
    assert_eq!(
        calendar_hours(at("2026-03-28T11:00Z"), i64::MAX),
        Instant::from_microsecond(i64::MAX).unwrap_or(Instant::MAX)
    );
    assert_eq!(calendar_hours(at("2026-03-28T11:00Z"), -1), at("2026-03-28T10:00Z"));
}

#[test]
fn measuring_in_parts_gives_the_whole() {
    let calendar = office("America/New_York").with_holidays([date(2026, 11, 26)]);
    let marks = ["2026-10-30T00:00Z", "2026-11-03T14:22:33Z", "2026-11-03T14:22:33.000001Z", "2026-11-30T19:00Z"];
    let parts: SignedDuration = marks.windows(2).map(|pair| calendar.elapsed(at(pair[0]), at(pair[1]))).sum();
    assert_eq!(parts, calendar.elapsed(at(marks[0]), at(marks[3])));
}
