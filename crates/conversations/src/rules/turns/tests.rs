//! Whose turn it is: the reference vectors, orders, gaps, and what holds for every line.

use crate::model::TurnOrder::{Least, Round};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn one(n: u8) -> Candidate {
    Candidate {
        id: format!("stf_{n:026}").parse().expect("an id"),
        name: format!("Colleague {n:02}"),
        open: 0,
        workload: Workload::default(),
        last: 0,
        away_until: None,
        able: true,
        skilled: true,
        speaks: true,
    }
}

fn named(all: &[Candidate]) -> Vec<(u8, Option<&'static str>)> {
    let number = |one: &Candidate| one.name[10..].parse().expect("a number");
    all.iter().map(|one| (number(one), passed_over(one).map(PassedOver::code))).collect()
}

#[test]
fn the_order_is_work_for_ones_part_then_the_last_turn_then_the_name() {
    let part = |weight| Workload { cap: None, weight };
    let away = Some(date(2026, 11, 27));
    let all = vec![
        Candidate { open: 3, ..one(1) },
        Candidate { open: 2, workload: part(50), ..one(2) },
        Candidate { open: 3, last: 7, ..one(3) },
        Candidate { open: 1, workload: part(50), last: 9, ..one(4) },
        Candidate { away_until: away, ..one(5) },
        Candidate { able: false, away_until: away, ..one(6) },
        Candidate { open: 2, workload: Workload { cap: Some(2), weight: 100 }, ..one(7) },
        Candidate { open: 2, last: 9, ..one(8) },
    ];
    let line = in_line(all.clone(), Least);
    let order = [4, 8, 1, 3, 2].map(|n| (n, None));
    let passed = [(5, Some("away")), (6, Some("unable")), (7, Some("full"))];
    assert_eq!(named(&line), [&order[..], &passed[..]].concat());
    assert_eq!(next(&all, Least), line.first());
    assert_eq!(next(&line[5..], Least), None);
}

fn any_candidate(n: u8) -> impl Strategy<Value = Candidate> {
    let cap = proptest::option::of(1..6_i64);
    (0..8_i64, cap, 1..=100_i64, 0..5_i64, any::<bool>(), any::<bool>()).prop_map(
        move |(open, cap, weight, last, away, able)| Candidate {
            open,
            workload: Workload { cap, weight },
            last,
            away_until: away.then(|| date(2026, 11, 27)),
            able,
            ..one(n)
        },
    )
}

fn some() -> impl Strategy<Value = Vec<Candidate>> {
    (0..7_u8).prop_flat_map(|n| (0..n).map(any_candidate).collect::<Vec<_>>())
}

/// Gives out `n` turns; `stays` says of each whether it is open for good, or solved at once. Answers how many each got.
fn give(all: &mut [Candidate], n: usize, stays: impl Fn(usize) -> bool) -> Vec<i64> {
    let mut got = vec![0; all.len()];
    for turn in 0..n {
        let Some(id) = next(all, Least).map(|one| one.id.clone()) else { break };
        let at = all.iter().position(|one| one.id == id).expect("is there");
        got[at] += 1;
        all[at].last = 100 + i64::try_from(turn).expect("few");
        all[at].open += i64::from(stays(turn));
    }
    got
}

proptest! {
    #[test]
    fn equals_differ_by_one_turn_at_most(colleagues in 1..7_u8, n in 0..60_usize, solved in any::<bool>()) {
        let mut all: Vec<_> = (0..colleagues).map(one).collect();
        let got = give(&mut all, n, |_| !solved);
        let (least, most) = (got.iter().min().copied(), got.iter().max().copied());
        prop_assert!(most.unwrap_or(0) - least.unwrap_or(0) <= 1, "{got:?}");
        prop_assert_eq!(got.iter().sum::<i64>(), i64::try_from(n).expect("few"));
    }

    #[test]
    fn nobody_gets_more_than_they_take_or_anything_while_away(mut all in some(), n in 0..40_usize) {
        let before = all.clone();
        let got = give(&mut all, n, |_| true);
        for ((before, after), got) in before.iter().zip(&all).zip(got) {
            prop_assert!(got == 0 || after.workload.cap.is_none_or(|cap| after.open <= cap));
            prop_assert!(got == 0 || (before.able && before.away_until.is_none()));
        }
        let free = all.iter().any(|one| passed_over(one).is_none());
        let given: i64 = all.iter().zip(&before).map(|(after, before)| after.open - before.open).sum();
        prop_assert!(!free || given == i64::try_from(n).expect("few"), "it waits only when nobody can");
    }

    #[test]
    fn the_order_they_are_named_in_changes_nothing(all in some(), by in 0..7_usize) {
        let mut turned = all.clone();
        turned.rotate_left(by.min(all.len()));
        prop_assert_eq!(next(&turned, Least), next(&all, Least));
        prop_assert_eq!(in_line(turned, Round), in_line(all, Round));
    }

    #[test]
    fn half_a_position_gets_half_of_what_stays(n in 3..90_usize) {
        let half = Candidate { workload: Workload { cap: None, weight: 50 }, ..one(1) };
        let mut all = [one(0), half];
        let got = give(&mut all, n, |_| true);
        prop_assert!((got[0] - 2 * got[1]).abs() <= 2, "{got:?}");
    }
}

/// The reference vectors of who is next.
#[test]
fn vectors_are_answered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/rota.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    let cases = file["cases"].as_array().expect("cases").iter().filter(|case| case["op"] == "next_assignee");
    let mut asked = 0;
    for case in cases {
        let of = |(n, person): (u8, &Value)| {
            let last: jiff::Timestamp = person["last_assigned"].as_str().expect("a time").parse().expect("a time");
            let weight = person["weight"].as_f64().expect("a weight") * 100.0;
            let away = person["present"] != true;
            Candidate {
                name: person["name"].as_str().expect("a name").to_owned(),
                open: person["open"].as_i64().expect("a count"),
                workload: Workload {
                    cap: person["max_open"].as_i64(),
                    weight: format!("{weight:.0}").parse().expect("a number"),
                },
                last: last.as_second(),
                away_until: away.then(|| date(2026, 11, 27)),
                skilled: person["skill"] == true,
                ..one(n)
            }
        };
        let all: Vec<Candidate> = (0..).zip(case["input"]["people"].as_array().expect("people")).map(of).collect();
        let said = next(&all, Least).map(|one| one.name.as_str());
        assert_eq!(said, case["expect"]["assignee"].as_str(), "{case}");
        asked += 1;
    }
    assert_eq!(asked, 9);
}

#[test]
fn round_robin_looks_at_the_last_turn_and_not_at_the_work() {
    let all =
        [Candidate { open: 9, last: 1, ..one(1) }, Candidate { last: 2, ..one(2) }, Candidate { last: 1, ..one(3) }];
    assert_eq!(next(&all, Round).map(|one| &one.id), Some(&all[0].id));
    assert_eq!(next(&all, Least).map(|one| &one.id), Some(&all[2].id));
}

#[test]
fn what_nobody_can_take_goes_as_the_house_decides() {
    let silent = |n| Candidate { speaks: false, ..one(n) };
    let plain = |n| Candidate { skilled: false, ..one(n) };
    let away = |n| Candidate { away_until: Some(date(2026, 11, 27)), ..one(n) };
    let full = |n| Candidate { open: 4, workload: Workload { cap: Some(4), weight: 100 }, ..one(n) };
    let neither = |n| Candidate { speaks: false, skilled: false, ..one(n) };
    type Row = (Vec<Candidate>, [(Option<u8>, Option<Gap>); 3]);
    let (language, skill) = (Some(Gap::Language), Some(Gap::Skill));
    // Language first, wait, anyone.
    let rows: Vec<Row> = vec![
        (vec![silent(1), plain(2), one(3)], [(Some(3), None); 3]),
        (vec![silent(1), plain(2), away(3)], [(Some(2), skill), (None, skill), (Some(2), skill)]),
        (vec![silent(1), neither(2), full(3)], [(None, language), (None, language), (Some(1), language)]),
        (vec![neither(1), away(2)], [(None, language), (None, language), (Some(1), language)]),
        (vec![away(1), full(2)], [(None, None); 3]),
        (vec![], [(None, None); 3]),
    ];
    for (all, expected) in rows {
        for (lacking, expected) in [Lacking::Language, Lacking::Wait, Lacking::Anyone].into_iter().zip(expected) {
            let said = match choose(&all, Least, lacking) {
                Choice::To(one, gap) => (one.name[10..].parse().ok(), gap),
                Choice::Waits(gap) => (None, gap),
            };
            assert_eq!(said, expected, "{lacking:?} {all:?}");
        }
    }
}

#[test]
fn a_gap_is_filled_when_the_first_is_back_who_fills_it() {
    let until = |n: u8, day| Candidate { away_until: Some(date(2026, 11, day)), ..one(n) };
    let all = [
        until(1, 29),
        until(2, 27),
        Candidate { speaks: false, ..until(3, 24) },
        Candidate { speaks: false, ..one(4) },
    ];
    assert_eq!(away_until(&all, Gap::Language), Some(date(2026, 11, 27)));
    let all = [until(1, 29), Candidate { skilled: false, ..until(2, 27) }];
    assert_eq!(away_until(&all, Gap::Skill), Some(date(2026, 11, 29)));
    assert_eq!(away_until(&all, Gap::Language), Some(date(2026, 11, 27)));
    let full = Candidate { open: 1, workload: Workload { cap: Some(1), weight: 100 }, ..one(5) };
    assert_eq!(away_until(&[until(1, 29), full], Gap::Skill), None, "room may come at any time");
    assert_eq!(away_until(&[Candidate { speaks: false, ..one(1) }], Gap::Language), None, "nobody has it at all");
}

#[test]
fn who_said_nothing_writes_every_language() {
    for (writes, wanted, answer) in [
        (&[][..], Some(Language::Da), true),
        (&[Language::Da, Language::En], Some(Language::Da), true),
        (&[Language::En], Some(Language::Da), false),
        (&[Language::En], None, true),
    ] {
        assert_eq!(speaks(writes, wanted), answer, "{writes:?} {wanted:?}");
    }
}

proptest! {
    #[test]
    fn what_is_lacking_never_reaches_who_is_away_or_full_and_is_told(
        all in some(), speaking in any::<u8>(), skilled in any::<u8>(), how in 0..3_usize, round in any::<bool>(),
    ) {
        let with = |(n, one): (u8, Candidate)| Candidate { speaks: speaking >> n & 1 == 1, skilled: skilled >> n & 1 == 1, ..one };
        let all: Vec<_> = (0..).zip(all).map(with).collect();
        let lacking = [Lacking::Language, Lacking::Wait, Lacking::Anyone][how];
        let order = if round { Round } else { Least };
        let free = |one: &&Candidate| hindered(one).is_none();
        match choose(&all, order, lacking) {
            Choice::To(one, None) => prop_assert!(passed_over(one).is_none()),
            Choice::To(one, Some(gap)) => {
                prop_assert!(hindered(one).is_none() && next(&all, order).is_none() && lacking != Lacking::Wait);
                prop_assert_eq!(one.speaks, gap == Gap::Skill);
                prop_assert!(one.speaks || lacking == Lacking::Anyone);
            }
            Choice::Waits(None) => prop_assert_eq!(all.iter().filter(free).count(), 0),
            Choice::Waits(Some(gap)) => {
                prop_assert!(lacking != Lacking::Anyone && all.iter().any(|one| free(&one)));
                prop_assert_eq!(all.iter().filter(free).any(|one| one.speaks), gap == Gap::Skill);
            }
        }
    }
}
