//! Days due by a table and against a walk day by day; free visits counted down.

use base::Currency;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn schedule(months: Option<u16>, uses: Option<u32>) -> Schedule {
    Schedule { months, uses, free: 3, discount: 2_500, discounted: Some(2) }
}

fn car() -> Item {
    Item { since: date(2026, 1, 31), readings: Vec::new(), visits: Vec::new() }
}

fn reading(on: Date, meter: u64) -> Reading {
    Reading { on, meter }
}

#[test]
fn the_earlier_of_time_and_use_decides() {
    let both = schedule(Some(13), Some(15_000));
    let due = |item: &Item| next_due(&both, item).expect("due");
    assert_eq!(due(&car()), Due { on: date(2027, 2, 28), because: Because::Time, meter: Some(15_000) });
    let driven = Item { readings: vec![reading(date(2026, 3, 2), 3_000)], ..car() };
    assert_eq!(due(&driven), Due { on: date(2026, 6, 30), because: Because::Use, meter: Some(15_000) });
    let far = Item { readings: vec![reading(date(2026, 5, 1), 16_000), reading(date(2026, 3, 2), 3_000)], ..car() };
    assert_eq!(due(&far).on, date(2026, 5, 1), "over it already");
    let served = Item { visits: vec![Visit { on: date(2026, 5, 2), meter: Some(16_100) }], ..far };
    assert_eq!(due(&served).meter, Some(31_100));
    let unread = Item { visits: vec![Visit { on: date(2026, 5, 2), meter: None }], ..driven };
    assert_eq!(due(&unread).meter, Some(18_000), "what it is known to have shown");
}

#[test]
fn what_cannot_be_foreseen_is_not_due() {
    assert_eq!(next_due(&schedule(None, None), &car()), None);
    assert_eq!(next_due(&schedule(None, Some(15_000)), &car()), None);
    assert_eq!(next_due(&schedule(Some(0), Some(0)), &car()), None);
    let same_day = Item { readings: vec![reading(date(2026, 1, 31), 10)], ..car() };
    assert_eq!(next_due(&schedule(None, Some(15_000)), &same_day), None);
}

#[test]
fn free_visits_are_counted_down() {
    let price = Money::of(200_000, Currency::NOK);
    let mut item = car();
    let mut costs = Vec::new();
    for month in 2..=7 {
        costs.push(cost_of_next(&schedule(Some(1), None), &item, price).expect("small"));
        item.visits.push(Visit { on: date(2026, month, 1), meter: None });
    }
    let less = Cost::Discounted(Money::of(150_000, Currency::NOK));
    let free = |number| Cost::Free { number, of: 3 };
    assert_eq!(costs, [free(1), free(2), free(3), less, less, Cost::Full(price)]);
}

proptest! {
    #[test]
    fn use_is_foreseen_as_by_a_walk_day_by_day(days in 1_i64..900, meter in 300_u64..40_000, uses in 1_u32..50_000) {
        let (item, every) = (car(), schedule(None, Some(uses)));
        let read = item.since.saturating_add(days.days());
        let item = Item { readings: vec![reading(read, meter)], ..item };
        let due = next_due(&every, &item).expect("due").on;
        // The last day on which, at the same pace, the meter shows no more than what is due.
        let mut walk = 0_u64;
        let (pace, target) = (meter, u64::from(uses) * u64::try_from(days).expect("small"));
        if meter < u64::from(uses) {
            while (walk + 1) * pace <= target - meter * u64::try_from(days).expect("small") {
                walk += 1;
            }
        }
        prop_assert_eq!(due, read.saturating_add(i64::try_from(walk).expect("small").days()));
    }

    #[test]
    fn a_later_visit_never_brings_the_next_one_forward(first in 0_i64..500, later in 0_i64..500) {
        let at = |day: i64| {
            let visits = vec![Visit { on: date(2026, 1, 31).saturating_add(day.days()), meter: None }];
            next_due(&schedule(Some(6), None), &Item { visits, ..car() }).expect("due").on
        };
        prop_assert!(at(first) <= at(first + later));
    }
}
