//! Why something came late: what happened to the clocks of a conversation, who had it then, and how long it stood so.

use base::Instant;
use jiff::SignedDuration;

use crate::events::ConversationEvent;

/// A fact that says something of clocks, with who had the conversation from then on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<T> {
    /// When.
    pub at: Instant,
    /// What happened.
    pub what: T,
    /// Who had it from then on, as shown; empty for nobody.
    pub holder: String,
    /// How long until the next such fact; nothing for the last.
    pub lasted: Option<SignedDuration>,
}

/// Whether a fact says something of clocks: when they began, stood still, were warned of or missed, and who had it.
#[must_use]
pub const fn tells(event: &ConversationEvent) -> bool {
    use ConversationEvent as E;
    matches!(
        event,
        E::Opened { .. }
            | E::MessageReceived { automatic: false, .. }
            | E::ReplySent { .. }
            | E::ReplyUndone { .. }
            | E::Begun { .. }
            | E::Assigned { .. }
            | E::HandedTo { .. }
            | E::StateChanged { .. }
            | E::Snoozed { .. }
            | E::Woken { .. }
            | E::TookIn { .. }
            | E::ServiceChosen { .. }
            | E::ClockTurned { .. }
            | E::DeadlineNear { .. }
            | E::ClockBreached { .. }
    )
}

/// The facts that tell something, in the order of time, with who had it and how long each stood.
#[must_use]
pub fn stretches<T>(facts: Vec<(Instant, &ConversationEvent, T)>) -> Vec<Stretch<T>> {
    let mut holder = String::new();
    let mut all: Vec<Stretch<T>> = Vec::new();
    for (at, event, what) in facts {
        if !tells(event) {
            continue;
        }
        if let ConversationEvent::Assigned { name, .. } = event {
            holder.clone_from(name);
        }
        if let Some(last) = all.last_mut() {
            last.lasted = Some(at.duration_since(last.at).max(SignedDuration::ZERO));
        }
        all.push(Stretch { at, what, holder: holder.clone(), lasted: None });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::ClockKind;

    #[test]
    fn each_fact_has_who_had_it_from_then_on_and_how_long_it_stood_so() {
        let id: crate::ConversationId = "cnv_01kyf5b0000000000000000000".parse().expect("an id");
        let at = |minutes: i64| Instant::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        let given = |name: &str| ConversationEvent::Assigned {
            conversation: id.clone(),
            to: None,
            name: name.into(),
            why: None,
        };
        let facts = [
            (at(0), ConversationEvent::ClockTurned { conversation: id.clone(), runs: true }),
            (at(5), given("Ingrid")),
            (at(6), ConversationEvent::Read { conversation: id.clone() }),
            (at(65), ConversationEvent::ClockBreached { conversation: id.clone(), clock: ClockKind::First }),
            (at(70), given("")),
        ];
        let facts = facts.iter().enumerate().map(|(n, (at, event))| (*at, event, n)).collect();
        let told: Vec<_> = stretches(facts).into_iter().map(|one| (one.what, one.holder, one.lasted)).collect();
        let minutes = |n| Some(SignedDuration::from_mins(n));
        let expected = [(0, "", minutes(5)), (1, "Ingrid", minutes(60)), (3, "Ingrid", minutes(5)), (4, "", None)];
        assert_eq!(told, expected.map(|(n, holder, lasted)| (n, holder.to_owned(), lasted)));
        assert!(stretches::<()>(Vec::new()).is_empty());
    }
}
