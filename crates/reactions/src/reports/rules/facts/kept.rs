//! What service policies asked for in one conversation, and whether it came in time.
//!
//! Something that a policy asks for counts once: as kept when it is given before its deadline, as missed when the
//! deadline passes. What nobody asks for any more, since the conversation was closed, counts as neither. It counts for
//! the policy that held at that moment, which is told by the facts `ServiceChosen`.

use conversations::ServicePolicyId;
use conversations::events::ClockKind;

use crate::reports::Measure;

/// Follows what is asked for, fact by fact.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    policy: String,
    /// Which deadlines have passed, by clock; for further replies that of the one that is owed.
    missed: [bool; 3],
    /// Whether a solution is asked for.
    solution: bool,
}

impl Word {
    /// The policy that holds; empty without one.
    pub(super) fn policy(&self) -> &str {
        &self.policy
    }

    /// Another policy holds, or another version of it. `solution`: whether it asks for one; facts from before that was
    /// told do not say.
    pub(super) fn chosen(&mut self, policy: Option<&ServicePolicyId>, solution: Option<bool>) {
        self.policy = policy.map(ToString::to_string).unwrap_or_default();
        self.solution = policy.is_some() && solution.unwrap_or(self.solution);
    }

    /// The clock of the solution runs on or stands still: it runs only where one is asked for.
    pub(super) const fn turned(&mut self, runs: bool) {
        self.solution = self.solution || runs;
    }

    /// A deadline has passed.
    pub(super) fn passed(&mut self, clock: ClockKind) -> Option<Measure> {
        let before = std::mem::replace(&mut self.missed[clock as usize], true);
        (!before && !self.policy.is_empty()).then_some(Measure::Missed(clock))
    }

    /// What was asked for is there.
    pub(super) fn given(&mut self, clock: ClockKind) -> Option<Measure> {
        let missed = self.missed[clock as usize];
        if clock == ClockKind::Next {
            self.missed[clock as usize] = false;
        }
        (!missed && !self.policy.is_empty()).then_some(Measure::Kept(clock))
    }

    /// It is solved for good, as far as is known.
    pub(super) fn solved(&mut self) -> Option<Measure> {
        if self.solution { self.given(ClockKind::Resolution) } else { None }
    }

    /// It was closed: no further reply is owed.
    pub(super) const fn let_go(&mut self) {
        self.missed[ClockKind::Next as usize] = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> ServicePolicyId {
        format!("svp_{:026}", 1).parse().expect("an id")
    }

    fn word() -> Word {
        let mut word = Word::default();
        word.chosen(Some(&policy()), Some(true));
        word
    }

    #[test]
    fn without_a_policy_nothing_is_asked_for() {
        let mut word = Word::default();
        word.turned(true);
        for clock in ClockKind::ALL {
            assert_eq!((word.given(clock), word.passed(clock)), (None, None), "{clock:?}");
        }
        assert_eq!(word.solved(), None);
    }

    #[test]
    fn each_thing_counts_once() {
        for clock in ClockKind::ALL {
            assert_eq!(word().given(clock), Some(Measure::Kept(clock)));
            let mut late = word();
            assert_eq!(late.passed(clock), Some(Measure::Missed(clock)));
            assert_eq!((late.passed(clock), late.given(clock)), (None, None), "{clock:?}");
        }
    }

    #[test]
    fn every_further_reply_is_asked_for_anew() {
        let (mut word, next) = (word(), ClockKind::Next);
        word.passed(next);
        assert_eq!((word.given(next), word.given(next)), (None, Some(Measure::Kept(next))));
        word.passed(next);
        word.let_go();
        assert_eq!(word.given(next), Some(Measure::Kept(next)));
        word.passed(ClockKind::First);
        word.let_go();
        assert_eq!(word.given(ClockKind::First), None, "there is but one first reply");
    }

    #[test]
    fn a_solution_counts_only_where_one_is_asked_for() {
        let kept = Some(Measure::Kept(ClockKind::Resolution));
        let mut word = word();
        assert_eq!(word.solved(), kept);
        word.chosen(Some(&policy()), Some(false));
        assert_eq!(word.solved(), None);
        // Facts from before that was told: the clock tells.
        word.turned(false);
        word.chosen(Some(&policy()), None);
        assert_eq!(word.solved(), None);
        word.turned(true);
        word.chosen(Some(&policy()), None);
        assert_eq!(word.solved(), kept);
        word.chosen(None, None);
        word.chosen(Some(&policy()), None);
        assert_eq!(word.solved(), None);
    }

    #[test]
    fn it_counts_for_the_policy_that_holds() {
        let mut word = word();
        assert_eq!(word.policy(), policy().to_string());
        word.chosen(None, None);
        assert_eq!(word.given(ClockKind::First), None);
        assert_eq!(word.policy(), "");
    }
}
