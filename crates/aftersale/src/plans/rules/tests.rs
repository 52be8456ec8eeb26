//! Periods, pauses and counts of plans; what cases are entitled to.

use base::Currency;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn nok(minor: i64) -> Money {
    Money::of(minor, Currency::NOK)
}

fn contract(starts: Date, months: u16, gives: Vec<(Unit, Option<u32>)>) -> Contract<u32> {
    let plan = Plan { name: "Care".to_owned(), price: nok(9_900), months, gives, response_minutes: Some(60) };
    Contract { plan, starts, ends: None, pauses: Vec::new(), uses: Vec::new() }
}

fn visits(left: u32) -> Vec<(Unit, Option<u32>)> {
    vec![(Unit::Visits, Some(left))]
}

fn visit(case: u32, on: Date) -> Use<u32> {
    Use { case, unit: Unit::Visits, amount: 1, on }
}

#[test]
fn periods_are_counted_from_the_first_day() {
    let one = contract(date(2026, 1, 31), 1, visits(3));
    let period = |day| one.period(day).map(|period| (period.from, period.to));
    assert_eq!(period(date(2026, 1, 30)), None);
    assert_eq!(period(date(2026, 2, 27)), Some((date(2026, 1, 31), Some(date(2026, 2, 28)))));
    assert_eq!(period(date(2026, 2, 28)), Some((date(2026, 2, 28), Some(date(2026, 3, 31)))));
    assert_eq!(one.renews(date(2026, 3, 31)), Some(date(2026, 4, 30)));
    assert_eq!(one.renews(date(2025, 1, 1)), Some(date(2026, 1, 31)));
    let leap = contract(date(2024, 2, 29), 12, visits(1));
    assert_eq!(leap.renews(date(2024, 3, 1)), Some(date(2025, 2, 28)));
    assert_eq!(leap.renews(date(2027, 3, 1)), Some(date(2028, 2, 29)));
}

#[test]
fn a_pause_covers_nothing_and_makes_the_period_longer() {
    let mut one = contract(date(2026, 1, 1), 1, visits(3));
    one.pauses = vec![(date(2026, 1, 10), Some(date(2026, 1, 20)))];
    assert_eq!(one.standing(date(2026, 1, 9)), one.standing(date(2026, 1, 20)));
    assert_eq!(one.standing(date(2026, 1, 10)), Standing::Paused);
    assert_eq!(one.renews(date(2026, 1, 25)), Some(date(2026, 2, 11)));
    assert_eq!(one.left(Unit::Visits, date(2026, 1, 15)), None);
    one.pauses.push((date(2026, 2, 20), None));
    assert_eq!(one.standing(date(2027, 1, 1)), Standing::Paused);
    assert_eq!(one.renews(date(2026, 2, 25)), None);
    assert_eq!(one.renews(date(2026, 2, 1)), Some(date(2026, 2, 11)), "what begins before the pause");
}

#[test]
fn cancelling_gives_what_was_paid() {
    let mut one = contract(date(2026, 1, 1), 1, visits(3));
    assert_eq!(one.would_end(date(2026, 2, 10), Cancelling::WithPeriod), date(2026, 3, 1));
    assert_eq!(one.would_end(date(2026, 2, 10), Cancelling::AtOnce), date(2026, 2, 10));
    one.ends = Some(date(2026, 3, 1));
    assert_eq!((one.renews(date(2026, 2, 10)), one.standing(date(2026, 3, 1))), (None, Standing::Ended));
    assert!(matches!(one.standing(date(2026, 2, 28)), Standing::Active(_)));
    assert_eq!(one.standing(date(2025, 12, 31)), Standing::NotBegun);
}

#[test]
fn a_case_is_counted_once_and_never_below_nothing() {
    let mut one = contract(date(2026, 1, 1), 1, visits(1));
    let day = date(2026, 1, 5);
    assert_eq!(one.count(visit(1, day)), Ok(Left::Some(0)));
    assert_eq!(one.count(visit(1, day)), Err(NotCounted::Already));
    assert_eq!(one.count(visit(2, day)), Err(NotCounted::Left(0)));
    assert_eq!(one.count(visit(2, date(2026, 2, 1))), Ok(Left::Some(0)), "a new period");
    assert_eq!(one.count(visit(3, date(2025, 2, 1))), Err(NotCounted::NotActive));
    let minutes = Use { case: 9, unit: Unit::Minutes, amount: 1, on: day };
    assert_eq!(one.count(minutes), Err(NotCounted::NotActive));
}

fn need(case: u32, unit: Unit, amount: u32) -> Need<u32> {
    Need { case, unit, amount, price: nok(90_000) }
}

#[test]
fn what_a_case_is_entitled_to_is_said_before_work() {
    let day = date(2026, 1, 5);
    let three = contract(date(2026, 1, 1), 1, visits(3));
    let decide = |need: &Need<u32>, granted: &[Granted], contracts: &[Contract<u32>]| {
        entitlement(need, granted, contracts, day).expect("decided")
    };
    let (covered, why) = decide(&need(1, Unit::Visits, 1), &[], std::slice::from_ref(&three));
    let (before, after, to_pay) = (Left::Some(3), Left::Some(2), nok(0));
    assert_eq!(covered, Decision::Covered { contract: 0, before, after, to_pay });
    assert_eq!(why, [Considered { contract: 0, why: Why::Covers }]);
    assert!(may_begin(&covered, None));

    let warranty = Granted::Warranty("law".to_owned());
    let (free, _) = decide(&need(1, Unit::Visits, 1), std::slice::from_ref(&warranty), std::slice::from_ref(&three));
    assert_eq!(free, Decision::Free(warranty));

    let (charged, why) = decide(&need(1, Unit::Parts, 1), &[], std::slice::from_ref(&three));
    assert_eq!((&charged, why[0].why), (&Decision::Chargeable(nok(90_000)), Why::NotInPlan));
    assert!(!may_begin(&charged, None) && !may_begin(&charged, Some(nok(89_999))));
    assert!(may_begin(&charged, Some(nok(90_000))) && !may_begin(&charged, Some(Money::of(90_000, Currency::EUR))));

    let hour = contract(date(2026, 1, 1), 1, vec![(Unit::Minutes, Some(60))]);
    let (part, why) = decide(&need(1, Unit::Minutes, 90), &[], &[hour]);
    let (before, after, to_pay) = (Left::Some(60), Left::Some(0), nok(30_000));
    assert_eq!((part, why[0].why), (Decision::Covered { contract: 0, before, after, to_pay }, Why::CoversPart));

    let mut used = three.clone();
    used.count(visit(1, day)).expect("counted");
    let (again, why) = decide(&need(1, Unit::Visits, 1), &[], &[used]);
    let (left, to_pay) = (Left::Some(2), nok(0));
    assert_eq!(again, Decision::Covered { contract: 0, before: left, after: left, to_pay });
    assert_eq!(why[0].why, Why::CountedBefore);
}

#[test]
fn of_plans_the_best_for_the_customer_decides() {
    let day = date(2026, 1, 5);
    let empty = contract(date(2026, 1, 1), 1, visits(0));
    let yearly = contract(date(2026, 1, 1), 12, visits(5));
    let monthly = contract(date(2026, 1, 1), 1, visits(5));
    let free = contract(date(2026, 1, 1), 1, vec![(Unit::Visits, None)]);
    let mut paused = free.clone();
    paused.pauses = vec![(day, None)];
    let chosen = |contracts: &[Contract<u32>]| {
        let (decision, why) = entitlement(&need(1, Unit::Visits, 1), &[], contracts, day).expect("decided");
        let place = if let Decision::Covered { contract, .. } = decision { Some(contract) } else { None };
        (place, why.into_iter().map(|one| one.why).collect::<Vec<_>>())
    };
    let all = [empty.clone(), yearly.clone(), monthly.clone(), paused.clone(), free];
    assert_eq!(chosen(&all).0, Some(4));
    assert_eq!(chosen(&[yearly, monthly]).0, Some(1), "what would be lost first is used first");
    assert_eq!(chosen(&[empty, paused]), (None, vec![Why::UsedUp, Why::Paused]));
}

proptest! {
    #[test]
    fn counting_agrees_with_a_tally_by_hand(cases in prop::collection::vec((0_u32..12, 1_u32..4, 0_i64..120), 0..40)) {
        let mut one = contract(date(2026, 1, 31), 1, visits(5));
        // Where periods of this plan begin, worked out by hand.
        let begins = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)];
        let (mut sums, mut seen) = ([0_u32; 5], std::collections::BTreeSet::new());
        for (case, amount, days) in cases {
            let on = date(2026, 1, 31).saturating_add(days.days());
            let period = begins.iter().rposition(|day| *day <= on).expect("begun");
            let fits = sums[period] + amount <= 5 && !seen.contains(&case);
            let counted = one.count(Use { case, unit: Unit::Visits, amount, on });
            prop_assert_eq!(counted.is_ok(), fits);
            if fits {
                sums[period] += amount;
                seen.insert(case);
            }
            prop_assert_eq!(one.left(Unit::Visits, on), Some(Left::Some(5 - sums[period])));
        }
    }

    #[test]
    fn more_plans_never_cost_more(left in 0_u32..100, more in 0_u32..100, amount in 0_u32..200) {
        let of = |left| contract(date(2026, 1, 1), 1, vec![(Unit::Minutes, Some(left))]);
        let pay = |contracts: &[Contract<u32>]| {
            let (decision, _) = entitlement(&need(1, Unit::Minutes, amount), &[], contracts, date(2026, 1, 5)).expect("decided");
            decision.to_pay().map_or(0, |money| money.minor())
        };
        prop_assert!(pay(&[of(left), of(more)]) <= pay(&[of(left)]));
        prop_assert!(pay(&[of(left)]) <= pay(&[]));
    }
}
