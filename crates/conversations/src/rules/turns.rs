//! Whose turn it is: least open work for their part of a position, then longest since their last turn, then by name.
//! Who is away, has as much as they take, or does not answer customers there is passed over. Pure.

use std::cmp::Ordering;

use jiff::civil::Date;
use people::StaffId;
use people::workload::Workload;

/// Somebody who could get what comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
    /// Open conversations that they have.
    pub open: i64,
    /// How much they take.
    pub workload: Workload,
    /// The number of their last turn; turns are counted up for all together, and it is nothing before the first.
    pub last: i64,
    /// Until which day they are away.
    pub away_until: Option<Date>,
    /// Whether they answer customers there.
    pub able: bool,
}

/// Why somebody is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// They do not answer customers there.
    Unable,
    /// They are away until that day.
    Away(Date),
    /// They have as many open conversations as they take.
    Full,
}

impl PassedOver {
    /// The name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unable => "unable",
            Self::Away(_) => "away",
            Self::Full => "full",
        }
    }
}

/// Why somebody is passed over; nothing when they take their turn.
#[must_use]
pub fn passed_over(one: &Candidate) -> Option<PassedOver> {
    if !one.able {
        return Some(PassedOver::Unable);
    }
    if let Some(until) = one.away_until {
        return Some(PassedOver::Away(until));
    }
    one.workload.cap.is_some_and(|cap| one.open >= cap).then_some(PassedOver::Full)
}

/// All of them: who is next, who after them, and last those who are passed over.
#[must_use]
pub fn in_line(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by(|a, b| passed_over(a).is_some().cmp(&passed_over(b).is_some()).then_with(|| before(a, b)));
    all
}

/// Whose turn it is, if anybody's.
#[must_use]
pub fn next(all: &[Candidate]) -> Option<&Candidate> {
    all.iter().filter(|one| passed_over(one).is_none()).min_by(|a, b| before(a, b))
}

fn before(a: &Candidate, b: &Candidate) -> Ordering {
    // Fractions are compared without dividing.
    let share = |one: &Candidate, other: &Candidate| i128::from(one.open) * i128::from(other.workload.weight.max(1));
    let names = || (a.name.to_lowercase(), &a.id).cmp(&(b.name.to_lowercase(), &b.id));
    share(a, b).cmp(&share(b, a)).then_with(|| a.last.cmp(&b.last)).then_with(names)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

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
        let line = in_line(all.clone());
        let order = [4, 8, 1, 3, 2].map(|n| (n, None));
        let passed = [(5, Some("away")), (6, Some("unable")), (7, Some("full"))];
        assert_eq!(named(&line), [&order[..], &passed[..]].concat());
        assert_eq!(next(&all), line.first());
        assert_eq!(next(&line[5..]), None);
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
            let Some(id) = next(all).map(|one| one.id.clone()) else { break };
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
            prop_assert_eq!(next(&turned), next(&all));
            prop_assert_eq!(in_line(turned), in_line(all));
        }

        #[test]
        fn half_a_position_gets_half_of_what_stays(n in 3..90_usize) {
            let half = Candidate { workload: Workload { cap: None, weight: 50 }, ..one(1) };
            let mut all = [one(0), half];
            let got = give(&mut all, n, |_| true);
            prop_assert!((got[0] - 2 * got[1]).abs() <= 2, "{got:?}");
        }
    }
}
