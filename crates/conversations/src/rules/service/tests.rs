//! Choosing by table, and where clocks stand still and begin.

mod oracle;

use base::Instant;
use jiff::SignedDuration;

use super::*;
use crate::model::{Clocks, WhenLate};
use crate::rules::clocks::Holds;

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
