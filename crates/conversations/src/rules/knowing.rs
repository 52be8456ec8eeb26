//! What somebody who opens a conversation should know before they write: what differs from the usual case, and how the
//! customer has felt lately. Pure.

use base::{Instant, Language};
use jiff::SignedDuration;
use words::mood::Mood;

/// So many conversations within [`OFTEN_WITHIN`] are more than usual.
const OFTEN: usize = 3;
/// Thirty days.
const OFTEN_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Who waits longer than two days has waited long.
const LONG: SignedDuration = SignedDuration::from_hours(48);
/// A promise that was broken is remembered for sixty days.
const BROKEN_WITHIN: SignedDuration = SignedDuration::from_hours(60 * 24);

/// What is known of a conversation and its customer.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// When this conversation began.
    pub began: Instant,
    /// When their other ones began, those that were looked at.
    pub others: Vec<Instant>,
    /// Since when they wait for an answer; nothing when they do not.
    pub waits_since: Option<Instant>,
    /// How often it was closed, while it is open now.
    pub closed_before: usize,
    /// The language it is in.
    pub language: Option<Language>,
    /// The language that they asked for, or else write usually.
    pub usual: Option<Language>,
    /// How many promises to them are late now.
    pub late: usize,
    /// When promises to them were broken.
    pub broken: Vec<Instant>,
}

/// Something that is not as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// So many promises to them are late.
    Late(usize),
    /// A promise to them was broken lately.
    Broken,
    /// They have waited for so many whole days.
    Waits(i64),
    /// It was closed, so often, and is open again.
    Again(usize),
    /// So many conversations within a month.
    Often(usize),
    /// They have never written before.
    First,
    /// They usually write, or asked for, this language, and this conversation is in another.
    Language(Language),
}

/// What is not as usual, the gravest first.
#[must_use]
pub fn differs(case: &Case, now: Instant) -> Vec<Differs> {
    // What lies ahead was written by a clock that has been put right since; it counts as now.
    let within = |at: &Instant, span: SignedDuration| now.duration_since(*at) <= span;
    let lately = case.others.iter().chain([&case.began]).filter(|at| within(at, OFTEN_WITHIN)).count();
    let waits = case.waits_since.map(|since| now.duration_since(since)).filter(|waited| *waited >= LONG);
    let other = case.usual.filter(|usual| case.language.is_some_and(|language| language != *usual));
    let found = [
        (case.late > 0).then_some(Differs::Late(case.late)),
        case.broken.iter().any(|at| within(at, BROKEN_WITHIN)).then_some(Differs::Broken),
        waits.map(|waited| Differs::Waits(waited.as_hours() / 24)),
        (case.closed_before > 0).then_some(Differs::Again(case.closed_before)),
        (lately >= OFTEN).then_some(Differs::Often(lately)),
        case.others.is_empty().then_some(Differs::First),
        other.map(Differs::Language),
    ];
    found.into_iter().flatten().collect()
}

/// How a customer has felt lately, where it tells something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feeling {
    /// Unhappy, and not before.
    Turned,
    /// Unhappy, in one message after another.
    Still,
    /// Unhappy in the only message whose mood is known.
    Unhappy,
    /// Unhappy before, and no longer.
    Better,
    /// Glad.
    Glad,
}

/// How they have felt, by the moods of what they wrote, oldest first; what has none is left out.
#[must_use]
pub fn feeling(moods: &[Mood]) -> Option<Feeling> {
    let (last, before) = moods.split_last()?;
    match (last, before.last()) {
        (Mood::Negative, Some(Mood::Negative)) => Some(Feeling::Still),
        (Mood::Negative, Some(_)) => Some(Feeling::Turned),
        (Mood::Negative, None) => Some(Feeling::Unhappy),
        (_, Some(Mood::Negative)) => Some(Feeling::Better),
        (Mood::Positive, _) => Some(Feeling::Glad),
        (Mood::Neutral, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn now() -> Instant {
        "2026-11-18T12:00:00Z".parse().expect("an instant")
    }

    fn days_ago(days: i64) -> Instant {
        now() - SignedDuration::from_hours(24 * days)
    }

    /// Nothing about it is unusual.
    fn usual() -> Case {
        Case {
            began: days_ago(1),
            others: vec![days_ago(200), days_ago(300)],
            waits_since: Some(days_ago(1)),
            language: Some(Language::Nb),
            usual: Some(Language::Nb),
            ..Case::default()
        }
    }

    #[test]
    fn each_that_is_unusual_is_said_and_nothing_else() {
        let hours = |hours: i64| Some(now() - SignedDuration::from_hours(hours));
        for (case, expected) in [
            (usual(), vec![]),
            (Case { waits_since: None, language: None, usual: None, ..usual() }, vec![]),
            (Case { others: vec![], ..usual() }, vec![Differs::First]),
            (Case { others: vec![days_ago(30), days_ago(2)], ..usual() }, vec![Differs::Often(3)]),
            (Case { others: vec![days_ago(31), days_ago(2)], ..usual() }, vec![]),
            (Case { waits_since: hours(47), ..usual() }, vec![]),
            (Case { waits_since: hours(48), ..usual() }, vec![Differs::Waits(2)]),
            (Case { waits_since: hours(95), ..usual() }, vec![Differs::Waits(3)]),
            (Case { closed_before: 2, ..usual() }, vec![Differs::Again(2)]),
            (Case { usual: Some(Language::En), ..usual() }, vec![Differs::Language(Language::En)]),
            (Case { usual: None, ..usual() }, vec![]),
            (Case { broken: vec![days_ago(61)], ..usual() }, vec![]),
            (Case { broken: vec![days_ago(61), days_ago(60)], ..usual() }, vec![Differs::Broken]),
            (Case { late: 2, closed_before: 1, ..usual() }, vec![Differs::Late(2), Differs::Again(1)]),
        ] {
            assert_eq!(differs(&case, now()), expected, "{case:?}");
        }
    }

    #[test]
    fn a_feeling_is_told_from_the_last_two() {
        use Mood::{Negative, Neutral, Positive};
        for (moods, expected) in [
            (vec![], None),
            (vec![Neutral], None),
            (vec![Positive, Neutral], None),
            (vec![Positive], Some(Feeling::Glad)),
            (vec![Negative], Some(Feeling::Unhappy)),
            (vec![Neutral, Negative], Some(Feeling::Turned)),
            (vec![Positive, Negative, Negative], Some(Feeling::Still)),
            (vec![Negative, Neutral], Some(Feeling::Better)),
            (vec![Negative, Positive], Some(Feeling::Better)),
            (vec![Negative, Positive, Positive], Some(Feeling::Glad)),
        ] {
            assert_eq!(feeling(&moods), expected, "{moods:?}");
        }
    }

    proptest! {
        /// Whoever waits longer, or was disappointed once more, is told of no less; and nothing panics at any clock.
        #[test]
        fn more_trouble_never_says_less(
            seconds in proptest::collection::vec(-60_000_000_i64..1_000_000, 0..6),
            waited in 0_i64..10_000_000,
            late in 0_usize..4,
        ) {
            let at = |second: &i64| now() + SignedDuration::from_secs(*second);
            let others: Vec<Instant> = seconds.iter().map(at).collect();
            let case = Case { others, late, waits_since: Some(at(&-waited)), ..usual() };
            let some = differs(&case, now());
            let more = Case {
                late: late + 1,
                broken: vec![now()],
                closed_before: 1,
                waits_since: Some(at(&(-waited - 1000))),
                ..case
            };
            prop_assert!(differs(&more, now()).len() >= some.len());
            prop_assert!(differs(&more, Instant::MIN).len() + differs(&more, Instant::MAX).len() < 20);
        }
    }
}
