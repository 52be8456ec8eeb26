//! The policy by a table, every step from every state, and pieces that are never lost.

use base::Currency;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const NOK: Currency = Currency::NOK;

fn terms() -> Terms {
    Terms {
        days: 30,
        full_up_to: Condition::Opened,
        less_beyond: Some(2_500),
        payer: Payer::Customer,
        proof: true,
        returnable: true,
    }
}

fn policies() -> [Policy; 2] {
    let sealed = Terms { full_up_to: Condition::Sealed, less_beyond: None, ..terms() };
    let exceptions = vec![("hygiene".to_owned(), sealed), ("food".to_owned(), Terms { returnable: false, ..terms() })];
    let here = Policy { country: Some("NO".to_owned()), terms: terms(), exceptions };
    [Policy { country: None, terms: Terms { days: 14, ..terms() }, exceptions: Vec::new() }, here]
}

fn asked() -> Asked {
    Asked {
        country: "no".to_owned(),
        category: "lamp".to_owned(),
        bought: date(2026, 1, 1),
        delivered: Some(date(2026, 1, 5)),
        condition: Some(Condition::Opened),
        proof: true,
        cause: Cause::Regret,
        paid: Money::of(99_900, NOK),
    }
}

fn ask(asked: &Asked, today: Date) -> Answer {
    may_return(&policies(), asked, today).expect("an answer")
}

#[test]
fn the_policy_answers_with_its_reason() {
    let (day, paid, of) = (date(2026, 1, 20), Money::of(99_900, NOK), |category: &str| category.to_owned());
    for (asked, today, reason, refund) in [
        (asked(), day, Reason::Within, 99_900),
        (asked(), date(2026, 2, 4), Reason::Within, 99_900),
        (asked(), date(2026, 2, 5), Reason::TooLate, 0),
        (Asked { country: of("SE"), ..asked() }, date(2026, 1, 19), Reason::Within, 99_900),
        (Asked { country: of("SE"), ..asked() }, day, Reason::TooLate, 0),
        (Asked { delivered: None, ..asked() }, date(2026, 9, 1), Reason::Within, 99_900),
        (Asked { condition: None, ..asked() }, day, Reason::Within, 99_900),
        (Asked { condition: Some(Condition::Used), ..asked() }, day, Reason::Worn, 74_925),
        (Asked { category: of("hygiene"), ..asked() }, day, Reason::TooWorn, 0),
        (Asked { category: of("food"), ..asked() }, day, Reason::NotReturnable, 0),
        (Asked { proof: false, ..asked() }, day, Reason::ProofNeeded, 0),
        (Asked { category: of("food"), cause: Cause::OurFault, ..asked() }, date(2027, 1, 1), Reason::OurFault, 99_900),
    ] {
        let answer = ask(&asked, today);
        assert_eq!((answer.reason, answer.refund.minor()), (reason, refund), "{asked:?}");
        assert_eq!(answer.by_right, refund > 0);
        assert_eq!(answer.refund.currency(), paid.currency());
    }
    assert_eq!(ask(&asked(), day).until, Some(date(2026, 2, 4)));
    assert_eq!(ask(&Asked { cause: Cause::OurFault, ..asked() }, day).payer, Payer::Us);
    assert_eq!(may_return(&[], &asked(), day).map(|answer| answer.reason), Ok(Reason::NoPolicy));
}

fn steps() -> [Step; 10] {
    let due = date(2026, 3, 1);
    [
        Step::Approve,
        Step::Label,
        Step::SendAhead(due),
        Step::Receive,
        Step::Inspect,
        Step::Refund,
        Step::Exchange,
        Step::Repair,
        Step::SendBack,
        Step::Cancel,
    ]
}

/// What each state lets through, in the order of [`steps`]; a dot is refused.
const ALLOWED: [(State, &str); 10] = [
    (State::Asked, "A........C"),
    (State::Approved, ".LSR.....C"),
    (State::Labelled, "..SR.....C"),
    (State::Received, "....I....."),
    (State::Inspected, ".....FERB."),
    (State::Refunded, ".........."),
    (State::Exchanged, ".........."),
    (State::Repaired, ".........."),
    (State::SentBack, ".........."),
    (State::Cancelled, ".........."),
];

/// The same once the replacement was sent ahead.
const AHEAD: [(State, &str); 4] = [
    (State::Approved, ".L.R......"),
    (State::Labelled, "...R......"),
    (State::Received, "....I....."),
    (State::Inspected, "......E..."),
];

#[test]
fn every_step_from_every_state() {
    let table = ALLOWED.iter().map(|row| (row, None));
    let mut tried = 0;
    for ((state, allowed), ahead) in table.chain(AHEAD.iter().map(|row| (row, Some(date(2026, 3, 1))))) {
        for (step, sign) in steps().into_iter().zip(allowed.chars()) {
            let lot = Lot { pieces: 2, state: *state, ahead };
            assert_eq!(advance(lot, step, 2).is_ok(), sign != '.', "{state:?} {step:?} {ahead:?}");
            tried += 1;
        }
    }
    assert_eq!(tried, 140);
    assert!(State::ALL.iter().all(|state| ALLOWED.iter().any(|row| row.0 == *state)));
    assert!(ALLOWED.iter().all(|(state, allowed)| state.is_end() == allowed.chars().all(|sign| sign == '.')));
}

#[test]
fn the_whole_way_with_a_replacement_ahead() {
    let mut lot = Lot::asked(1).expect("a piece");
    let due = date(2026, 3, 1);
    for step in [Step::Approve, Step::SendAhead(due), Step::Label] {
        lot = advance(lot, step, 1).expect("allowed").0;
    }
    assert_eq!((lot.is_overdue(due), lot.is_overdue(date(2026, 3, 2))), (false, true));
    assert_eq!(advance(lot, Step::Cancel, 1), Err(Forbidden::SentAhead));
    for step in [Step::Receive, Step::Inspect, Step::Exchange] {
        lot = advance(lot, step, 1).expect("allowed").0;
    }
    assert_eq!((lot.state, lot.is_overdue(date(2026, 3, 2))), (State::Exchanged, false));
    assert_eq!(Lot::asked(0), None);
    assert_eq!(advance(lot, Step::Approve, 0), Err(Forbidden::Pieces(1)));
}

proptest! {
    #[test]
    fn pieces_are_never_lost(pieces in 1_u32..50, moves in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..10, 0_u32..20), 0..60)) {
        let mut lots = vec![Lot::asked(pieces).expect("pieces")];
        for (which, step, some) in moves {
            let place = which.index(lots.len());
            let before = lots[place];
            match advance(before, steps()[step], some) {
                Ok((on, rest)) => {
                    prop_assert!(!before.state.is_end());
                    lots[place] = on;
                    lots.extend(rest);
                }
                Err(Forbidden::Pieces(there)) => prop_assert!(some == 0 || some > there),
                Err(_) => {}
            }
        }
        prop_assert_eq!(lots.iter().map(|lot| lot.pieces).sum::<u32>(), pieces);
        prop_assert!(lots.iter().all(|lot| lot.pieces > 0));
    }

    #[test]
    fn who_asks_earlier_is_never_answered_worse(first in 0_i64..60, later in 0_i64..60, condition in 0_usize..4) {
        let condition = [None, Some(Condition::Sealed), Some(Condition::Opened), Some(Condition::Used)][condition];
        let on = |days: i64| ask(&Asked { condition, ..asked() }, date(2026, 1, 5).saturating_add(days.days()));
        prop_assert!(on(first).refund.minor() >= on(first + later).refund.minor());
    }
}
