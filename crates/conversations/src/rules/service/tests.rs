//! Choosing by table; clocks against a count minute by minute, over nights, holidays and both changes of the clocks.

use base::{Instant, clock};
use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::model::{ClockKind, Clocks, WhenLate};
use crate::rules::clocks::{Holds, Told};

const MINUTE: i64 = 60_000_000;

fn id<T: std::str::FromStr>(prefix: &str, n: u8) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("{prefix}01kyf5b00000000000000000{n:02}").parse().expect("an id")
}

fn policy(n: u8, when: ServiceWhen) -> ServicePolicy {
    let target = ServiceTarget { minutes: 60, hours: ServiceHours::Business };
    ServicePolicy {
        id: id("svp_", n),
        version: 0,
        name: n.to_string(),
        when,
        first: target.clone(),
        next: target,
        resolution: None,
        warn: None,
        late: WhenLate::default(),
    }
}

#[test]
fn one_of_each_kind_that_is_named_has_to_fit_and_the_first_policy_that_does_holds() {
    let department: DepartmentId = id("dep_", 1);
    let of_department = ServiceWhen { departments: vec![department.clone(), id("dep_", 2)], ..ServiceWhen::default() };
    let tagged = ServiceWhen { tags: vec!["VIP".into(), "urgent".into()], ..of_department.clone() };
    let norwegian =
        ServiceWhen { languages: vec![Language::Nb], mailboxes: vec!["mbx".into()], ..ServiceWhen::default() };
    let organisation =
        ServiceWhen { organisations: vec![id("org_", 1)], people: vec![id("per_", 1)], ..ServiceWhen::default() };
    let all = [
        policy(1, tagged),
        policy(2, of_department),
        policy(3, norwegian),
        policy(4, organisation),
        policy(5, ServiceWhen::default()),
    ];
    let here = Facts { department: Some(department), ..Facts::default() };
    let table = [
        (Facts { tags: vec!["vip".into()], ..here.clone() }, 1),
        (Facts { tags: vec!["vips".into()], ..here.clone() }, 2),
        (here, 2),
        (Facts { tags: vec!["vip".into()], ..Facts::default() }, 5),
        (Facts { language: Some(Language::Nb), mailbox: Some("mbx".into()), ..Facts::default() }, 3),
        (Facts { language: Some(Language::Nb), mailbox: Some("other".into()), ..Facts::default() }, 5),
        (Facts { language: Some(Language::Nb), ..Facts::default() }, 5),
        (Facts { organisation: Some(id("org_", 1)), person: Some(id("per_", 1)), ..Facts::default() }, 4),
        (Facts { organisation: Some(id("org_", 2)), person: Some(id("per_", 1)), ..Facts::default() }, 5),
        (Facts::default(), 5),
    ];
    for (facts, expected) in table {
        assert_eq!(choose(&all, &facts).map(|policy| policy.name.clone()), Some(expected.to_string()), "{facts:?}");
    }
    assert_eq!(choose(&all[..4], &Facts::default()), None);
    assert_eq!(asks(&all), Asks { tags: true, mailbox: true, organisation: true });
    assert_eq!(asks(&all[4..]), Asks::default());
}

#[test]
fn a_version_goes_up_with_what_is_asked_of_clocks_and_with_nothing_else() {
    let levels = |policies: Vec<ServicePolicy>| ServiceLevels { policies, ..ServiceLevels::default() };
    let usual = ClockPolicy::default();
    let versions = |after: &ServiceLevels| after.policies.iter().map(|policy| policy.version).collect::<Vec<_>>();
    let one = policy(1, ServiceWhen::default());
    let first = versioned(levels(vec![one.clone()]), &levels(vec![]), (&usual, &usual));
    assert_eq!(versions(&first), [1]);
    let renamed = ServicePolicy { name: "other".into(), version: 9, warn: None, ..one.clone() };
    assert_eq!(versions(&versioned(levels(vec![renamed]), &first, (&usual, &usual))), [1]);
    let quicker = ServicePolicy { first: ServiceTarget { minutes: 30, ..one.first.clone() }, ..one.clone() };
    assert_eq!(versions(&versioned(levels(vec![quicker]), &first, (&usual, &usual))), [2]);
    let narrower =
        ServicePolicy { when: ServiceWhen { tags: vec!["a".into()], ..ServiceWhen::default() }, ..one.clone() };
    assert_eq!(versions(&versioned(levels(vec![narrower]), &first, (&usual, &usual))), [2]);
    // Its hours are the business's, and the business opens at other times.
    let always = ClockPolicy { calendar: None, ..ClockPolicy::default() };
    assert_eq!(versions(&versioned(first.clone(), &first, (&always, &usual))), [2]);
    let real = ServiceTarget { hours: ServiceHours::Always, ..one.first.clone() };
    let one = ServicePolicy { first: real.clone(), next: real, version: 1, ..one };
    assert_eq!(versions(&versioned(levels(vec![one.clone()]), &levels(vec![one]), (&always, &usual))), [1]);
}

#[test]
fn somebody_is_warned_within_the_time_that_there_is() {
    let table = [
        (Warn::Share(75), 60, 45),
        (Warn::Share(1), 60, 0),
        (Warn::Share(200), 60, 60),
        (Warn::Left(15), 60, 45),
        (Warn::Left(90), 60, 0),
        (Warn::Left(-5), 60, 60),
        (Warn::Left(i64::MIN), 60, 60),
        (Warn::Share(50), 0, 0),
        (Warn::Share(99), i64::MAX, i64::MAX / 100),
    ];
    for (warn, minutes, expected) in table {
        assert_eq!(used_when_warned(warn, minutes), expected, "{warn:?} of {minutes}");
    }
}

/// Whether the minute that begins then is open: by the clock on the wall, knowing nothing of offsets.
fn is_open(calendar: &Calendar, at: i64) -> bool {
    let wall = clock::from_micros(at).to_zoned(calendar.zone().clone()).datetime();
    let minute = u16::try_from(wall.hour()).expect("an hour") * 60 + u16::try_from(wall.minute()).expect("a minute");
    calendar.hours_on(wall.date()).iter().any(|open| (open.from().minutes()..open.to().minutes()).contains(&minute))
}

/// When `minutes` open minutes have passed, by counting each; `changes` turn the clock on and off by turns, on first.
fn counted(calendar: Option<&Calendar>, changes: &[i64], minutes: i64) -> Option<i64> {
    let mut left = minutes;
    let mut at = changes[0];
    if left <= 0 {
        return Some(at);
    }
    for _ in 0..90 * 24 * 60 {
        let on = changes.iter().filter(|change| **change <= at).count() % 2 == 1;
        if on && calendar.is_none_or(|calendar| is_open(calendar, at)) {
            left -= 1;
            if left == 0 {
                return Some(at + MINUTE);
            }
        }
        at += MINUTE;
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

/// Minutes around the nights in which Oslo changes its clocks, and around an ordinary week.
fn start() -> impl Strategy<Value = i64> {
    let of = |month: i8, day: i8| {
        let zoned = date(2026, month, day).at(0, 0, 0, 0).in_tz("UTC").expect("a date");
        clock::to_micros(zoned.timestamp())
    };
    (prop_oneof![Just(of(3, 27)), Just(of(10, 23)), Just(of(6, 1))], 0_i64..5 * 24 * 60)
        .prop_map(|(day, minute)| day + minute * MINUTE)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn clocks_are_due_when_a_count_minute_by_minute_says(
        which in 0_usize..4,
        start in start(),
        gaps in prop::collection::vec(1_i64..2_000, 0..4),
        minutes in 1_i64..2_400,
        share in 1_u8..100,
    ) {
        let calendar = calendars().swap_remove(which);
        let target = Target { minutes, calendar: calendar.clone() };
        let targets = Targets {
            first: target.clone(), next: target.clone(), resolution: Some(target), warn: Some(Warn::Share(share)),
        };
        // On and off by turns, on again at the end.
        let mut changes = vec![start];
        for gap in gaps.iter().take(gaps.len() / 2 * 2) {
            changes.push(changes.last().copied().unwrap_or(start) + gap * MINUTE);
        }
        let at = |micros: i64| clock::from_micros(micros);
        let answered = Clocks { first_replied_at: Some(at(start - MINUTE)), ..Clocks::default() };
        let mut next = answered.customer_wrote(&targets, at(start));
        let mut resolution =
            Clocks { first_due: Some(Instant::MAX), first_since: Some(at(start)), ..Clocks::default() };
        for (n, change) in changes.iter().enumerate() {
            let (holds, now) = (if n % 2 == 0 { Holds::Runs } else { Holds::Still }, at(*change));
            next = if n % 2 == 0 { next.resumed(&targets, now) } else { next.paused(&targets, now) };
            resolution = resolution.resolving(&targets, holds, (at(start), now));
        }
        // What was over before a later pause stays over: the count goes on only with what was left then.
        let last = changes.last().copied().unwrap_or(start);
        let expected = counted(calendar.as_ref(), &changes, minutes).map(|due| at(due.max(last)));
        let expected = if changes.len() == 1 { counted(calendar.as_ref(), &changes, minutes).map(at) } else { expected };
        prop_assert_eq!(next.next_due, expected);
        prop_assert_eq!(resolution.resolve_due, expected);
        // Clocked anew by the same, nothing moves; by other targets and back, neither.
        prop_assert_eq!(&next.clone().by(&targets, at(start)), &next);
        let other = Targets { next: Target { minutes: 7, calendar: None }, ..targets.clone() };
        prop_assert_eq!(&next.clone().by(&other, at(start)).by(&targets, at(start)), &next);
        // The warning comes when that share is used, and never after the deadline.
        let used = minutes * i64::from(share) / 100;
        let warned = counted(calendar.as_ref(), &changes, used).map(|near| at(near.max(last)));
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

#[test]
fn where_it_stands_says_whether_clocks_stand_still_and_own_names_may_say_otherwise() {
    use crate::model::State;
    use crate::rules::clocks::next_stands_still;
    let table = [
        (State::New, None, Holds::Runs, false),
        (State::Open, None, Holds::Runs, false),
        (State::WaitingCustomer, None, Holds::Still, false),
        (State::WaitingOthers, None, Holds::Still, true),
        (State::Open, Some(true), Holds::Still, true),
        (State::WaitingCustomer, Some(false), Holds::Runs, false),
        (State::WaitingOthers, Some(false), Holds::Runs, false),
        (State::Solved, Some(false), Holds::Still, false),
        (State::Closed, None, Holds::Still, false),
    ];
    for (state, own, holds, next) in table {
        assert_eq!((Holds::at(state, own), next_stands_still(state, own)), (holds, next), "{state:?} {own:?}");
    }
}

#[test]
fn a_policy_without_a_solution_forgets_it_and_one_that_was_never_measured_begins_where_that_is_fair() {
    let at = |hours: i64| Instant::UNIX_EPOCH + SignedDuration::from_hours(hours);
    let target = Target { minutes: 600, calendar: None };
    let with = Targets { first: target.clone(), next: target.clone(), resolution: Some(target.clone()), warn: None };
    let without = Targets { resolution: None, ..with.clone() };
    // Its first reply is owed: it begins with the conversation.
    let fresh = Clocks::default().customer_wrote(&with, at(1)).resolving(&with, Holds::Runs, (at(0), at(3)));
    assert_eq!(fresh.resolve_due, Some(at(11)));
    // It was answered before anybody measured: it begins now.
    let old = Clocks { first_replied_at: Some(at(2)), ..Clocks::default() };
    let old = old.resolving(&with, Holds::Runs, (at(0), at(300)));
    assert_eq!(old.resolve_due, Some(at(310)));
    let none = old.clone().resolving(&without, Holds::Runs, (at(0), at(301)));
    assert_eq!((none.resolve_due, none.resolve_since, none.resolve_spent), (None, None, None));
    // Two become one: the nearer reply, and its own way to the solution.
    let both = old.clone().with(&fresh);
    assert_eq!((both.first_due, both.resolve_due), (fresh.first_due, old.resolve_due));
    assert_eq!(both.over().due(), None);
}
