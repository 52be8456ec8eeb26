//! First-contact resolution: of the cases that were resolved, those that one message of their customer was enough for.
//!
//! A case counts when it was resolved. It is a first-contact resolution when its customer wrote exactly once before
//! that, it was never opened again, it did not become part of another, and the same customer began no case on the same
//! topic after it was resolved and not later than `window` days of 24 hours after (source: `domain.md`, *FCR and
//! repurchase*). What has no topic is of one topic with all that has none.

use std::collections::HashMap;

use base::Instant;
use jiff::SignedDuration;

/// A case as this looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Names its customer.
    pub customer: String,
    /// What it is about; nothing where nobody said.
    pub topic: Option<String>,
    /// When it began.
    pub opened_at: Instant,
    /// When it was resolved last, if it is.
    pub resolved_at: Option<Instant>,
    /// What its customer wrote before that.
    pub messages: u64,
    /// Whether it was opened again after it had been resolved.
    pub reopened: bool,
    /// Whether it became part of another.
    pub merged: bool,
}

/// How many were resolved, and how many of them at the first contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstContact {
    /// Cases that were resolved.
    pub eligible: usize,
    /// Those of them that one message was enough for.
    pub resolved: usize,
}

impl FirstContact {
    /// The share, in percent; nothing where nothing was resolved.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        let number = |n: usize| u32::try_from(n).map_or(f64::from(u32::MAX), f64::from);
        (self.eligible > 0).then(|| 100.0 * number(self.resolved) / number(self.eligible))
    }
}

/// Of each case whether it was resolved at the first contact; nothing for what was not resolved. Takes time in
/// proportion to n log n.
#[must_use]
pub fn first_contact(cases: &[Case], window_days: i64) -> Vec<Option<bool>> {
    let mut begun: HashMap<(&str, Option<&str>), Vec<Instant>> = HashMap::new();
    for case in cases {
        begun.entry((&case.customer, case.topic.as_deref())).or_default().push(case.opened_at);
    }
    for times in begun.values_mut() {
        times.sort_unstable();
    }
    let window = SignedDuration::from_hours(window_days.clamp(0, 36_525) * 24);
    let one = |case: &Case| {
        let resolved = case.resolved_at?;
        let until = resolved.saturating_add(window).unwrap_or(Instant::MAX);
        let times = begun.get(&(case.customer.as_str(), case.topic.as_deref()));
        let again = times.is_some_and(|times| {
            let next = times.get(times.partition_point(|at| *at <= resolved));
            next.is_some_and(|next| *next <= until)
        });
        Some(case.messages == 1 && !case.reopened && !case.merged && !again)
    };
    cases.iter().map(one).collect()
}

/// How many of these were resolved, and how many at the first contact.
#[must_use]
pub fn fcr(cases: &[Case], window_days: i64) -> FirstContact {
    let all = first_contact(cases, window_days);
    FirstContact {
        eligible: all.iter().flatten().count(),
        resolved: all.iter().flatten().filter(|first| **first).count(),
    }
}

#[cfg(test)]
mod tests {
    use base::clock::from_micros;
    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> Instant {
        from_micros(hours * 3_600_000_000)
    }

    fn case(customer: &str, opened: i64, resolved: Option<i64>) -> Case {
        Case {
            customer: customer.into(),
            topic: None,
            opened_at: at(opened),
            resolved_at: resolved.map(at),
            messages: 1,
            reopened: false,
            merged: false,
        }
    }

    #[test]
    fn each_condition_alone_is_enough_to_fail() {
        let good = case("a", 0, Some(1));
        assert_eq!(first_contact(std::slice::from_ref(&good), 7), [Some(true)]);
        for (bad, why) in [
            (Case { messages: 2, ..good.clone() }, "wrote twice"),
            (Case { messages: 0, ..good.clone() }, "we began it"),
            (Case { reopened: true, ..good.clone() }, "opened again"),
            (Case { merged: true, ..good.clone() }, "part of another"),
        ] {
            assert_eq!(first_contact(&[bad], 7), [Some(false)], "{why}");
        }
        assert_eq!(first_contact(&[case("a", 0, None)], 7), [None]);
        assert_eq!(fcr(&[case("a", 0, None)], 7).percent(), None);
    }

    #[test]
    fn the_window_begins_after_the_end_and_ends_with_its_last_moment() {
        let first = |opened| first_contact(&[case("a", 0, Some(1)), case("a", opened, None)], 7)[0];
        for (opened, counts) in [(0, true), (1, true), (2, false), (1 + 7 * 24, false), (2 + 7 * 24, true)] {
            assert_eq!(first(opened), Some(counts), "{opened}");
        }
        let other = Case { topic: Some("motor".into()), ..case("a", 2, None) };
        assert_eq!(first_contact(&[case("a", 0, Some(1)), other], 7)[0], Some(true), "another topic");
        assert_eq!(first_contact(&[case("a", 0, Some(1)), case("b", 2, None)], 7)[0], Some(true), "another customer");
    }

    proptest! {
        #[test]
        fn as_if_each_were_held_against_all_others(
            all in proptest::collection::vec((0..3_u8, 0..2_u8, 0..400_i64, proptest::option::of(0..90_i64),
                0..3_u64, any::<bool>(), any::<bool>()), 0..30), window in 0..10_i64,
        ) {
            let cases: Vec<Case> = all.iter().map(|(who, topic, opened, long, messages, reopened, merged)| Case {
                customer: who.to_string(),
                topic: (*topic > 0).then(|| "motor".to_owned()),
                opened_at: at(*opened),
                resolved_at: long.map(|long| at(opened + long)),
                messages: *messages,
                reopened: *reopened,
                merged: *merged,
            }).collect();
            let naive: Vec<Option<bool>> = cases.iter().map(|case| {
                let resolved = case.resolved_at?;
                let again = cases.iter().any(|other| {
                    (&other.customer, &other.topic) == (&case.customer, &case.topic)
                        && other.opened_at > resolved
                        && other.opened_at <= resolved + SignedDuration::from_hours(24 * window)
                });
                Some(case.messages == 1 && !case.reopened && !case.merged && !again)
            }).collect();
            prop_assert_eq!(first_contact(&cases, window), naive);
            let sum = fcr(&cases, window);
            prop_assert!(sum.resolved <= sum.eligible && sum.eligible <= cases.len());
        }
    }
}
