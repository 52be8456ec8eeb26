//! Every step from every stage, and sums against the approved ones.

use proptest::prelude::*;

use super::*;

const NOK: Currency = Currency::NOK;

/// What each stage lets through, in the order of [`Step::ALL`]: `c` while somebody pays, `f` while nobody does, `x`
/// always, a dot never.
const ALLOWED: [(Stage, &str); 12] = [
    (Stage::Registered, "x.........x"),
    (Stage::Received, ".x........."),
    (Stage::Diagnosed, "..c..f....."),
    (Stage::Estimated, "..ccc......"),
    (Stage::Approved, "..c..xx...."),
    (Stage::Declined, "........x.."),
    (Stage::Repairing, "..c...xx..."),
    (Stage::WaitingForParts, "..c..x....."),
    (Stage::Tested, ".....x..x.."),
    (Stage::Ready, ".........x."),
    (Stage::Collected, "..........."),
    (Stage::Cancelled, "..........."),
];

#[test]
fn every_step_from_every_stage() {
    let mut tried = 0;
    for (stage, allowed) in ALLOWED {
        for (step, sign) in Step::ALL.into_iter().zip(allowed.chars()) {
            for (terms, own) in [(Terms::Chargeable, 'c'), (Terms::Free, 'f')] {
                let right = sign == 'x' || sign == own;
                assert_eq!(next(stage, step, terms).is_ok(), right, "{stage:?} {step:?} {terms:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 12 * 11 * 2);
    assert!(Stage::ALL.iter().all(|stage| ALLOWED.iter().any(|row| row.0 == *stage)));
}

fn line(kind: LineKind, count: u32, price: i64, cost: i64) -> Line {
    Line { kind, what: "pump".to_owned(), count, price: Money::of(price, NOK), cost: Money::of(cost, NOK) }
}

#[test]
fn an_approval_is_of_what_was_seen() {
    let lines = vec![line(LineKind::Part, 2, 25_000, 9_000), line(LineKind::Work, 45, 80_000, 40_000)];
    let estimate = Estimate { edition: 2, currency: NOK, lines, tax: None };
    assert_eq!(estimate.total(), Ok(Money::of(110_000, NOK)));
    let approves = |edition, minor| is_approval_of(&estimate, edition, Money::of(minor, NOK));
    assert_eq!(approves(2, 110_000), Ok(true));
    assert_eq!(approves(1, 110_000), Ok(false));
    assert_eq!(approves(2, 100_000), Ok(false));
    assert!(is_approval_of(&estimate, 2, Money::of(110_000, Currency::SEK)).is_err());
}

#[test]
fn nobody_pays_for_what_is_free_or_was_not_approved() {
    let done = [line(LineKind::Part, 1, 25_000, 9_000), line(LineKind::Freight, 1, 5_000, 4_000)];
    let of = |approved: Option<i64>, terms| {
        let approved = approved.map(|minor| Money::of(minor, NOK));
        bill(NOK, &done, approved, terms).map(|bill| (bill.charged.minor(), bill.cost.minor()))
    };
    assert_eq!(of(Some(40_000), Terms::Chargeable), Ok((30_000, 13_000)));
    assert_eq!(of(Some(20_000), Terms::Chargeable), Ok((20_000, 13_000)));
    assert_eq!(of(None, Terms::Chargeable), Ok((0, 13_000)));
    assert_eq!(of(Some(40_000), Terms::Free), Ok((0, 13_000)));
}

proptest! {
    #[test]
    fn no_paid_work_is_done_that_was_not_approved(steps in prop::collection::vec(0_usize..11, 0..80)) {
        let (mut stage, mut approved) = (Stage::Registered, false);
        for step in steps {
            let step = Step::ALL[step];
            if let Ok(to) = next(stage, step, Terms::Chargeable) {
                approved = match step {
                    Step::Approve => true,
                    Step::Estimate | Step::Decline => false,
                    _ => approved,
                };
                let working = matches!(to, Stage::Repairing | Stage::WaitingForParts | Stage::Tested);
                prop_assert!(!working || approved);
                stage = to;
            }
        }
    }

    #[test]
    fn the_customer_never_pays_more_than_approved(counts in prop::collection::vec((0_u32..90, 0_i64..100_000), 0..6), approved in 0_i64..1_000_000) {
        let done: Vec<_> = counts.iter().map(|(count, price)| line(LineKind::Work, *count, *price, 1)).collect();
        let bill = bill(NOK, &done, Some(Money::of(approved, NOK)), Terms::Chargeable).expect("small");
        prop_assert!(bill.charged.minor() <= approved && bill.charged.minor() >= 0);
    }
}
