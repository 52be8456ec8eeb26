//! Decisions about webhooks: which facts one wants, and what an answer means.

use jiff::SignedDuration;

/// How long a delivery is tried.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(72);
/// Longest wait that a receiver may ask for.
const RETRY_MAX: SignedDuration = SignedDuration::from_hours(24);

/// What a webhook can be asked to tell: one kind of fact, or all of a family.
pub const PATTERNS: &[&str] = &[
    "conversation.*",
    "conversation.opened",
    "conversation.message_received",
    "conversation.reply_sent",
    "conversation.note_added",
    "conversation.assigned",
    "conversation.state_changed",
    "conversation.clock_breached",
    "conversation.delivery_changed",
    "person.*",
    "person.appeared",
    "person.renamed",
    "staff.*",
    "mailbox.*",
    "settings.*",
];

/// Why a webhook is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No web address, or one that may not be called.
    #[error("the address may not be called")]
    Address,
    /// Nothing is asked for.
    #[error("nothing is asked for")]
    NoKinds,
}

/// Whether a webhook that wants `kinds` wants a fact of `kind`.
#[must_use]
pub fn wants(kinds: &[String], kind: &str) -> bool {
    kinds.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => kind.starts_with(start),
        None => pattern == kind,
    })
}

/// What a receiver did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It answered with this status, and may have said how many seconds to wait.
    Answered(u16, Option<i64>),
    /// It did not answer.
    Silent,
}

/// What becomes of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It arrived.
    Done,
    /// Another try after so long; with `pause`, nothing else is sent there before.
    Again {
        /// How long.
        after: SignedDuration,
        /// Whether the receiver as a whole needs rest.
        pause: bool,
    },
    /// It was tried long enough.
    GivenUp,
    /// The receiver is gone for good.
    Gone,
}

/// Decides. `age` is how long the delivery has been tried, `usual` how long one would wait now.
#[must_use]
pub fn judge(outcome: Outcome, age: SignedDuration, usual: SignedDuration) -> Verdict {
    let (pause, asked) = match outcome {
        Outcome::Answered(200..=299, _) => return Verdict::Done,
        Outcome::Answered(410, _) => return Verdict::Gone,
        Outcome::Answered(429 | 502 | 503 | 504, seconds) => (true, seconds),
        Outcome::Answered(..) => (false, None),
        Outcome::Silent => (true, None),
    };
    if age >= PATIENCE {
        return Verdict::GivenUp;
    }
    let asked = asked.map_or(SignedDuration::ZERO, |seconds| SignedDuration::from_secs(seconds.max(0)));
    // The last try is when patience ends, not after.
    let after = usual.max(asked.min(RETRY_MAX)).min(PATIENCE - age);
    Verdict::Again { after, pause }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: SignedDuration = SignedDuration::from_hours(1);
    const FIVE: SignedDuration = SignedDuration::from_secs(5);

    #[test]
    fn a_pattern_means_a_kind_or_a_family() {
        let kinds = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        assert!(wants(&kinds(&["conversation.*"]), "conversation.opened"));
        assert!(wants(&kinds(&["person.renamed", "conversation.opened"]), "conversation.opened"));
        assert!(!wants(&kinds(&["conversation.opened"]), "conversation.opened_again"));
        assert!(!wants(&kinds(&["person.*"]), "conversation.opened"));
        assert!(!wants(&[], "conversation.opened"));
    }

    #[test]
    fn every_answer_means_something() {
        let again = |after, pause| Verdict::Again { after, pause };
        for (outcome, age, verdict) in [
            (Outcome::Answered(200, None), HOUR, Verdict::Done),
            (Outcome::Answered(204, None), PATIENCE * 2, Verdict::Done),
            (Outcome::Answered(410, None), HOUR, Verdict::Gone),
            (Outcome::Answered(301, None), HOUR, again(FIVE, false)),
            (Outcome::Answered(400, Some(900)), HOUR, again(FIVE, false)),
            (Outcome::Answered(500, None), HOUR, again(FIVE, false)),
            (Outcome::Answered(503, None), HOUR, again(FIVE, true)),
            (Outcome::Answered(429, Some(900)), HOUR, again(SignedDuration::from_secs(900), true)),
            (Outcome::Answered(429, Some(1)), HOUR, again(FIVE, true)),
            (Outcome::Answered(429, Some(-1)), HOUR, again(FIVE, true)),
            (Outcome::Answered(429, Some(i64::MAX)), HOUR, again(RETRY_MAX, true)),
            (Outcome::Silent, SignedDuration::ZERO, again(FIVE, true)),
            (Outcome::Silent, PATIENCE - SignedDuration::from_secs(2), again(SignedDuration::from_secs(2), true)),
            (Outcome::Silent, PATIENCE, Verdict::GivenUp),
            (Outcome::Answered(500, None), PATIENCE, Verdict::GivenUp),
        ] {
            assert_eq!(judge(outcome, age, FIVE), verdict, "{outcome:?} {age}");
        }
    }
}
