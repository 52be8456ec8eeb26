//! When a rule must be stopped: rules that lead to each other without end, and one that acts on a conversation again and
//! again.
//!
//! What a rule does is a fact like any other, and may be what another rule waits for. Each such fact says in its cause
//! which rule led to it and how long the chain is, so that a chain ends wherever it runs, on whichever node.

/// Rules that may follow from each other.
pub const DEPTH_MAX: u32 = 5;
/// How often one rule may act on one conversation within an hour.
pub const PER_HOUR: i64 = 10;

/// What led to a fact: the rule, and how many rules led to it one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Id of the rule whose doing it was.
    pub rule: String,
    /// 1 for a rule that people or time set off.
    pub depth: u32,
}

/// The cause of what a rule does: see [`chain`].
#[must_use]
pub fn cause(rule: &str, depth: u32, fact: &str) -> String {
    format!("rule:{rule}:{depth}:{fact}")
}

/// Reads [`cause`] back; nothing for what no rule led to.
#[must_use]
pub fn chain(cause: Option<&str>) -> Option<Chain> {
    let mut parts = cause?.strip_prefix("rule:")?.splitn(3, ':');
    let rule = parts.next()?.to_owned();
    let depth = parts.next()?.parse().ok()?;
    Some(Chain { rule, depth })
}

/// What becomes of a rule that would act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It acts; this is the depth of what it leads to.
    Goes(u32),
    /// It acted so often within the hour that it leaves this conversation alone for now. Nobody led to that but people:
    /// it stays on.
    TooOften,
    /// It and the rule that led to this fight: both are stopped.
    Fights,
}

/// Decides. `lately`: how often the rule acted on this conversation within the last hour.
#[must_use]
pub fn judge(chain: Option<&Chain>, lately: i64) -> Verdict {
    let depth = chain.map_or(0, |chain| chain.depth);
    match chain {
        Some(_) if depth >= DEPTH_MAX || lately >= PER_HOUR => Verdict::Fights,
        None if lately >= PER_HOUR => Verdict::TooOften,
        _ => Verdict::Goes(depth.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_read_back() {
        let of = chain(Some(&cause("rul_1", 3, "time:cnv_1:5")));
        assert_eq!(of, Some(Chain { rule: "rul_1".into(), depth: 3 }));
        for none in [None, Some(""), Some("job_1"), Some("rule:"), Some("rule:x"), Some("rule:x:y:1")] {
            assert_eq!(chain(none), None, "{none:?}");
        }
    }

    #[test]
    fn chains_end_and_people_are_never_the_reason_why_a_rule_is_switched_off() {
        let chain = |depth| Some(Chain { rule: "rul_1".into(), depth });
        let table = [
            (None, 0, Verdict::Goes(1)),
            (None, PER_HOUR - 1, Verdict::Goes(1)),
            (None, PER_HOUR, Verdict::TooOften),
            (chain(1), 0, Verdict::Goes(2)),
            (chain(DEPTH_MAX - 1), 0, Verdict::Goes(DEPTH_MAX)),
            (chain(DEPTH_MAX), 0, Verdict::Fights),
            (chain(u32::MAX), 0, Verdict::Fights),
            (chain(1), PER_HOUR, Verdict::Fights),
        ];
        for (chain, lately, verdict) in table {
            assert_eq!(judge(chain.as_ref(), lately), verdict, "{chain:?} {lately}");
        }
    }

    #[test]
    fn whatever_leads_to_what_a_chain_is_no_longer_than_it_may_be() {
        let mut chained = None;
        let mut steps = 0;
        while let Verdict::Goes(depth) = judge(chained.as_ref(), 0) {
            chained = Some(Chain { rule: "rul_1".into(), depth });
            steps += 1;
        }
        assert_eq!(steps, DEPTH_MAX);
    }
}
