//! The life of promises on tables and on lives that nobody thought of.

use base::Role;
use base::calendar::Calendar;
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use people::absence::Absence;
use people::{DepartmentId, StaffId};
use proptest::prelude::*;

use super::keeping::{Keeper, keeper, leads, sees_record};
use super::*;
use crate::model::PromiseChoice;

fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").expect("a zone")
}

/// Open on weekdays from nine, but for Christmas.
fn calendar() -> Calendar {
    let written = serde_json::json!({ "tz": "Europe/Oslo",
        "week": { "mon": [["09:00", "16:00"]], "tue": [["09:00", "16:00"]], "wed": [["09:00", "16:00"]],
            "thu": [["09:00", "16:00"]], "fri": [["09:00", "16:00"]] },
        "holidays": ["2026-12-24", "2026-12-25"] });
    serde_json::from_value(written).expect("a calendar")
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

/// A Monday, 13:00 in Oslo.
fn now() -> Instant {
    at("2026-11-23T12:00:00Z")
}

pub(super) fn due(text: &str) -> PromiseDue {
    let zone = oslo();
    said(text, Hours { calendar: None, zone: &zone }, at("2026-01-01T00:00:00Z")).expect("a day")
}

pub(super) fn suggested(due: Option<PromiseDue>) -> Promise {
    Promise {
        id: "prm_01kyf5b0000000000000000000".parse().expect("an id"),
        conversation: "cnv_01kyf5b0000000000000000000".parse().expect("an id"),
        person: "per_01kyf5b0000000000000000000".parse().expect("an id"),
        message: None,
        words: "jeg ringer deg".into(),
        kind: PromiseKind::Open,
        owner: None,
        owner_name: String::new(),
        department: None,
        due,
        word: None,
        state: PromiseState::Suggested,
        made_by: None,
        made_at: now(),
        ended_at: None,
        reason: String::new(),
        kept_in: None,
        remind_at: None,
        alert_at: None,
    }
}

fn open(text: &str) -> Promise {
    let zone = oslo();
    tracked(&suggested(Some(due(text))), None, Hours { calendar: None, zone: &zone }, now()).expect("tracked")
}

#[test]
fn a_day_lasts_until_its_last_minute_and_a_time_is_its_own() {
    let zone = oslo();
    let hours = Hours { calendar: None, zone: &zone };
    for (text, latest) in [
        ("2026-11-27", Ok("2026-11-27T22:59:00Z")),
        ("2026-11-27T15:00", Ok("2026-11-27T14:00:00Z")),
        (" 2026-11-27 15:00 ", Ok("2026-11-27T14:00:00Z")),
        // Today until midnight; this minute still counts.
        ("2026-11-23", Ok("2026-11-23T22:59:00Z")),
        ("2026-11-23T13:00", Ok("2026-11-23T12:00:00Z")),
        ("2026-11-23T12:59", Err(Refusal::TimePassed)),
        ("2026-11-22", Err(Refusal::TimePassed)),
        ("2029-11-27", Err(Refusal::TimeTooFar)),
        ("2026-02-30", Err(Refusal::NoTime)),
        ("soon", Err(Refusal::NoTime)),
        ("", Err(Refusal::NoTime)),
    ] {
        assert_eq!(said(text, hours, now()).map(|due| due.latest), latest.map(at), "{text}");
    }
    for text in ["2026-11-27", "2026-11-27T15:00"] {
        assert_eq!(field(&due(text)), text);
    }
}

#[test]
fn what_has_no_day_is_looked_at_after_two_working_days_and_is_never_late_for_the_customer() {
    let (zone, calendar) = (oslo(), calendar());
    for (calendar, from, day) in [
        (None, "2026-11-23T12:00:00Z", date(2026, 11, 25)),
        (None, "2026-11-27T12:00:00Z", date(2026, 12, 1)),
        (Some(&calendar), "2026-11-27T12:00:00Z", date(2026, 12, 1)),
        // Thursday and Friday are closed, then comes a weekend.
        (Some(&calendar), "2026-12-23T12:00:00Z", date(2026, 12, 29)),
    ] {
        let hours = Hours { calendar, zone: &zone };
        let it = tracked(&suggested(None), None, hours, at(from)).expect("tracked");
        let due = it.due.clone().expect("a day");
        assert_eq!((due.day, due.sure, it.word), (day, PromiseSure::Check, None), "{from}");
        let much_later = at("2027-06-01T00:00:00Z");
        assert_eq!(standing(&it, much_later), Some(Standing::Late));
        assert_eq!(kept(&it, None, much_later).expect("kept").state, PromiseState::Kept);
    }
}

#[test]
fn the_keeper_is_reminded_a_working_day_before_a_day_and_an_hour_before_a_time() {
    let (zone, calendar) = (oslo(), calendar());
    for (text, from, reminded) in [
        ("2026-11-27", "2026-11-23T12:00:00Z", Some("2026-11-26T08:00:00Z")),
        // Before a Monday that is a Friday, after Christmas the Wednesday before it.
        ("2026-11-30", "2026-11-23T12:00:00Z", Some("2026-11-27T08:00:00Z")),
        ("2026-12-28", "2026-11-23T12:00:00Z", Some("2026-12-23T08:00:00Z")),
        // Too late for the day before: the morning of the day, then an hour before its end.
        ("2026-11-24", "2026-11-23T12:00:00Z", Some("2026-11-24T08:00:00Z")),
        ("2026-11-23", "2026-11-23T12:00:00Z", Some("2026-11-23T21:59:00Z")),
        ("2026-11-27T15:00", "2026-11-23T12:00:00Z", Some("2026-11-27T13:00:00Z")),
        ("2026-11-23T13:30", "2026-11-23T12:00:00Z", None),
    ] {
        let hours = Hours { calendar: Some(&calendar), zone: &zone };
        assert_eq!(timing::reminder(&due(text), hours, at(from)), reminded.map(at), "{text}");
    }
}

#[test]
fn lateness_is_told_in_days_and_on_the_day_in_minutes() {
    let zone = oslo();
    let latest = at("2026-11-27T14:00:00Z");
    for (at_, late) in [
        ("2026-11-27T14:00:59Z", None),
        ("2026-11-27T14:01:00Z", Some(Lateness::Minutes(1))),
        ("2026-11-27T17:30:00Z", Some(Lateness::Minutes(210))),
        // After midnight in Oslo.
        ("2026-11-27T23:30:00Z", Some(Lateness::Days(1))),
        ("2026-11-30T14:00:00Z", Some(Lateness::Days(3))),
    ] {
        assert_eq!(timing::lateness(latest, at(at_), &zone), late, "{at_}");
    }
}

#[test]
fn a_promise_stands_as_its_clock_says() {
    let it = open("2026-11-27");
    for (at_, stands) in [
        ("2026-11-26T22:59:00Z", Standing::Coming),
        ("2026-11-26T23:00:00Z", Standing::Today),
        ("2026-11-27T22:59:59Z", Standing::Today),
        ("2026-11-27T23:00:00Z", Standing::Late),
    ] {
        assert_eq!(standing(&it, at(at_)), Some(stands), "{at_}");
    }
    let zone = oslo();
    let hours = Hours { calendar: None, zone: &zone };
    let earlier = moved(&it, due("2026-11-25"), false, hours, now()).expect("moved");
    for (at_, stands) in [
        ("2026-11-25T12:00:00Z", Standing::Coming),
        ("2026-11-26T12:00:00Z", Standing::Coming),
        ("2026-11-27T12:00:00Z", Standing::Today),
    ] {
        assert_eq!(standing(&earlier, at(at_)), Some(stands), "the customer knows of Friday: {at_}");
    }
    assert_eq!(standing(&suggested(Some(due("2026-11-27"))), now()), None);
    assert_eq!(standing(&kept(&it, None, now()).expect("kept"), now()), None);
}

#[test]
fn only_what_the_customer_knows_in_time_moves_the_word() {
    let (zone, it) = (oslo(), open("2026-11-27"));
    let hours = Hours { calendar: None, zone: &zone };
    let friday = it.word;
    let late = at("2026-11-28T12:00:00Z");
    let secretly = moved(&it, due("2026-12-01"), false, hours, now()).expect("moved");
    assert_eq!((secretly.state, secretly.word), (PromiseState::Open, friday));
    assert_eq!(kept(&secretly, None, late).expect("ended").state, PromiseState::Broken);
    let openly = moved(&it, due("2026-12-01"), true, hours, now()).expect("moved");
    assert_eq!((openly.state, openly.word), (PromiseState::Renegotiated, Some(due("2026-12-01").latest)));
    assert_eq!(kept(&openly, None, late).expect("ended").state, PromiseState::Kept);
    let too_late = moved(&it, due("2026-12-01"), true, hours, late).expect("moved");
    assert_eq!((too_late.state, too_late.word), (PromiseState::Renegotiated, friday));
    assert_eq!(kept(&too_late, None, late).expect("ended").state, PromiseState::Broken);
    assert_eq!(moved(&it, due("2026-11-26"), true, hours, late), Err(Refusal::TimePassed));
}

#[test]
fn giving_up_needs_a_reason_and_mends_no_figure() {
    let it = open("2026-11-27");
    assert_eq!(released(&it, "  ", now()), Err(Refusal::WhyMissing));
    let in_time = released(&it, " She found it \0", now()).expect("released");
    assert_eq!((in_time.state, in_time.reason.as_str()), (PromiseState::Released, "She found it"));
    let late = released(&it, "No time", at("2026-11-28T12:00:00Z")).expect("given up");
    assert_eq!((late.state, late.ended_at), (PromiseState::Broken, Some(at("2026-11-28T12:00:00Z"))));
}

#[test]
fn what_is_told_is_told_once_and_of_what_is_late_nobody_is_reminded() {
    let it = open("2026-11-27");
    assert_eq!(next_moment(&it), it.remind_at);
    let (remind, late, after) = told(&it, now());
    assert_eq!((remind, late, &after), (false, false, &it));
    let (remind, late, after) = told(&it, it.remind_at.expect("a reminder"));
    assert_eq!((remind, late, after.remind_at, after.alert_at), (true, false, None, it.alert_at));
    let (remind, late, again) = told(&after, it.alert_at.expect("an alert"));
    assert_eq!((remind, late, next_moment(&again)), (false, true, None));
    let (remind, late, after) = told(&it, it.alert_at.expect("an alert"));
    assert_eq!((remind, late, next_moment(&after)), (false, true, None));
}

fn texts(all: &[(Found, bool)]) -> Vec<(&str, bool)> {
    all.iter().map(|(one, track)| (one.words.as_str(), *track)).collect()
}

fn found_one(words: &str, kind: PromiseKind, due: Option<PromiseDue>) -> Found {
    Found { span: 0..words.len(), words: words.into(), kind, due }
}

#[test]
fn who_writes_decides_and_what_they_leave_is_asked_about() {
    let zone = oslo();
    let hours = Hours { calendar: None, zone: &zone };
    let about = |words: &str, answer, by: &str| PromiseChoice { words: words.into(), answer, by: by.into() };
    let found = || {
        vec![
            found_one("I will call you", PromiseKind::Dated, Some(due("2026-11-27"))),
            found_one("we look\ninto it", PromiseKind::Open, None),
            found_one("we send it once you paid", PromiseKind::Conditional, None),
            found_one("we hope to manage", PromiseKind::Hedged, None),
        ]
    };
    let none = chosen(found(), &PromiseChoices::default(), true, hours, now());
    assert_eq!(texts(&none), [("I will call you", false), ("we look\ninto it", false), ("we hope to manage", false)]);
    assert!(chosen(found(), &PromiseChoices::default(), false, hours, now()).is_empty());
    let choices = PromiseChoices {
        about: vec![
            about("I will call you", PromiseAnswer::No, ""),
            about("we look into it", PromiseAnswer::Track, "2026-12-01"),
            about("we send it once you paid", PromiseAnswer::Track, ""),
            about("gone by now", PromiseAnswer::Track, ""),
        ],
        keeps: Vec::new(),
    };
    let all = chosen(found(), &choices, false, hours, now());
    assert_eq!(texts(&all), [("we look\ninto it", true), ("we send it once you paid", true)]);
    assert_eq!(all[0].0.due, Some(due("2026-12-01")));
    // A day that cannot be stops nobody: it is asked about afterwards, with the day that was read.
    let choices =
        PromiseChoices { about: vec![about("I will call you", PromiseAnswer::Track, "2026-11-01")], keeps: Vec::new() };
    let all = chosen(found(), &choices, false, hours, now());
    assert_eq!(texts(&all), [("I will call you", false)]);
    assert_eq!(all[0].0.due, Some(due("2026-11-27")));
    // Whoever answers "by when?" has said that it is one; the day that stood there already says nothing.
    let choices = PromiseChoices {
        about: vec![
            about("I will call you", PromiseAnswer::Later, "2026-11-27"),
            about("we look into it", PromiseAnswer::Later, "2026-12-01"),
        ],
        keeps: Vec::new(),
    };
    let all = chosen(found(), &choices, true, hours, now());
    assert_eq!(texts(&all), [("I will call you", false), ("we look\ninto it", true), ("we hope to manage", false)]);
}

fn staff(n: u8) -> StaffId {
    format!("stf_{n:026}").parse().expect("an id")
}

fn department(n: u8) -> DepartmentId {
    format!("dep_{n:026}").parse().expect("an id")
}

#[test]
fn a_deputy_keeps_it_and_where_nobody_is_there_those_who_lead() {
    let day = date(2026, 11, 23);
    let absence = |who: u8, deputy: Option<u8>| Absence {
        id: "abs_00000000000000000000000001".parse().expect("an id"),
        staff: staff(who),
        first: day,
        last: day,
        deputy: deputy.map(staff),
    };
    let away = [absence(1, Some(2)), absence(3, None), absence(4, Some(9))];
    let able = |one: &StaffId| *one != staff(9);
    for (owner, keeps) in [
        (Some(1), Keeper::Deputy(staff(2))),
        (Some(2), Keeper::Owner),
        (Some(3), Keeper::Leads),
        (Some(4), Keeper::Leads),
        (Some(9), Keeper::Leads),
        (None, Keeper::Leads),
    ] {
        assert_eq!(keeper(owner.map(staff).as_ref(), &away, able), keeps, "{owner:?}");
    }
}

#[test]
fn who_leads_and_who_sees_how_others_kept_theirs() {
    let (one, two) = (department(1), department(2));
    for (role, works_in, of, answer) in [
        (Role::Owner, vec![], None, true),
        (Role::Admin, vec![], Some(&one), true),
        (Role::Admin, vec![one.clone()], Some(&one), true),
        (Role::Admin, vec![one.clone()], Some(&two), false),
        (Role::Admin, vec![one.clone()], None, true),
        (Role::Agent, vec![one.clone()], Some(&one), false),
        (Role::Light, vec![], None, false),
    ] {
        assert_eq!(leads(role, &works_in, of), answer, "{role:?} {works_in:?} {of:?}");
    }
    let (me, other) = (staff(1), staff(2));
    assert!(sees_record(&me, (Role::Light, &[]), &me, &[]));
    assert!(!sees_record(&me, (Role::Agent, &[]), &other, &[]));
    assert!(sees_record(&me, (Role::Admin, std::slice::from_ref(&one)), &other, &[two.clone(), one.clone()]));
    assert!(!sees_record(&me, (Role::Admin, &[one]), &other, &[two]));
}

/// One thing that can happen to a promise, so many hours after the last one.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Track,
    Move { days: i64, knows: bool },
    Keep,
    Release,
    Reopen,
    Tell,
}

fn deeds() -> impl Strategy<Value = Vec<(i64, Deed)>> {
    let deed = prop_oneof![
        Just(Deed::Track),
        (-2..9_i64, any::<bool>()).prop_map(|(days, knows)| Deed::Move { days, knows }),
        Just(Deed::Keep),
        Just(Deed::Release),
        Just(Deed::Reopen),
        Just(Deed::Tell),
    ];
    proptest::collection::vec((0..60_i64, deed), 0..14)
}

proptest! {
    #[test]
    fn no_life_is_kept_after_its_word_or_told_twice(
        first in proptest::option::of(0..9_i64), life in deeds(),
    ) {
        let (zone, calendar) = (oslo(), calendar());
        let hours = Hours { calendar: Some(&calendar), zone: &zone };
        let day = |from: Instant, days: i64| {
            let day = from.to_zoned(zone.clone()).date().checked_add(days.days()).expect("a day");
            due_on(day)
        };
        let mut at = now();
        let mut it = suggested(first.map(|days| day(at, days)));
        let mut alerts = Vec::new();
        for (after, deed) in life {
            at += SignedDuration::from_hours(after);
            let before = it.clone();
            let done = match deed {
                Deed::Track => tracked(&it, None, hours, at),
                Deed::Move { days, knows } => moved(&it, day(at, days), knows, hours, at),
                Deed::Keep => kept(&it, None, at),
                Deed::Release => released(&it, "why", at),
                Deed::Reopen => reopened(&it, hours, at),
                Deed::Tell => {
                    let (remind, late, after) = told(&it, at);
                    prop_assert!(!(remind && late));
                    prop_assert!(!remind || standing(&it, at).is_some());
                    if late {
                        prop_assert_eq!(standing(&it, at), Some(Standing::Late));
                        alerts.push(deadline(&it));
                    }
                    Ok(after)
                }
            };
            let Ok(after) = done else { continue };
            it = after;
            // The word that was given never moves once it is broken.
            if is_broken_by(&before, at) {
                prop_assert_eq!(it.word, before.word);
            }
            match it.state {
                PromiseState::Suggested => prop_assert!(it.ended_at.is_none() && it.word.is_none()),
                PromiseState::Open | PromiseState::Renegotiated => {
                    prop_assert!(it.due.is_some() && it.ended_at.is_none());
                    prop_assert!(it.remind_at.is_none_or(|told| told < over_of(&it)));
                }
                PromiseState::Kept => prop_assert!(!is_broken_by(&it, it.ended_at.expect("an end"))),
                PromiseState::Broken => prop_assert!(is_broken_by(&it, it.ended_at.expect("an end"))),
                PromiseState::Released => {
                    prop_assert!(!is_broken_by(&it, it.ended_at.expect("an end")) && !it.reason.is_empty());
                }
            }
            if it.state.is_over() {
                prop_assert_eq!(next_moment(&it), None);
            }
        }
        // Of one deadline people are told once.
        let all = alerts.len();
        alerts.sort();
        alerts.dedup();
        prop_assert_eq!(alerts.len(), all);
    }
}

fn due_on(day: jiff::civil::Date) -> PromiseDue {
    let zone = oslo();
    let latest = zone.to_ambiguous_timestamp(timing::end_of(day)).compatible().expect("a moment");
    PromiseDue { latest, day, timed: false, sure: PromiseSure::Certain, zone: "Europe/Oslo".into() }
}

/// When the later of its word and its day is over.
fn over_of(it: &Promise) -> Instant {
    let due = it.due.as_ref().expect("a day");
    timing::over_at(it.word.map_or(due.latest, |word| word.max(due.latest)))
}

#[test]
fn what_is_to_be_kept_next_is_open_and_has_the_earliest_day() {
    let of = |n: u8, words: &str, state: PromiseState, day: Option<&str>| Promise {
        id: format!("prm_{}{n}", "0".repeat(25)).parse().expect("an id"),
        words: words.into(),
        state,
        ..suggested(day.map(due))
    };
    let found = |all: &[Promise]| next(all.to_vec()).map(|it| it.words);
    let undated = of(1, "some day", PromiseState::Open, None);
    let late = of(2, "on Friday", PromiseState::Renegotiated, Some("2026-11-27"));
    let early = of(3, "on Tuesday", PromiseState::Open, Some("2026-11-24"));
    let over = of(4, "was kept", PromiseState::Kept, Some("2026-11-20"));
    let asked = of(5, "perhaps", PromiseState::Suggested, Some("2026-11-20"));
    let all = [undated.clone(), late.clone(), early, over.clone(), asked.clone()];
    assert_eq!(found(&all).as_deref(), Some("on Tuesday"));
    assert_eq!(found(&[undated.clone(), late]).as_deref(), Some("on Friday"), "a day before none");
    assert_eq!(found(&[undated]).as_deref(), Some("some day"));
    assert_eq!((found(&[over, asked]), found(&[])), (None, None));
}
