//! What a rule waits for: something that happens, or a time.

use conversations::events::ConversationEvent;
use conversations::{Group, PromiseChange, State};

/// Something that happens to a conversation, as people speak of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// It began: a customer wrote, a colleague did, or it recurs.
    Opened,
    /// The customer wrote, or somebody who takes part; no machine of theirs.
    CustomerWrote,
    /// A colleague answered.
    ReplySent,
    /// A colleague, or a rule, wrote a note.
    NoteAdded,
    /// It stands elsewhere.
    StateChanged,
    /// It was done and is to be done again.
    Reopened,
    /// It was given to somebody, or to nobody.
    Assigned,
    /// It belongs to another department, or to none.
    HandedTo,
    /// A word was put on it.
    Tagged,
    /// A reply is overdue.
    Overdue,
    /// A promise in it is late.
    PromiseLate,
    /// Another became part of it.
    Merged,
    /// It is to be seen again after it was put away.
    Woken,
}

impl When {
    /// All, as forms offer them.
    pub const ALL: [Self; 13] = [
        Self::Opened,
        Self::CustomerWrote,
        Self::ReplySent,
        Self::NoteAdded,
        Self::StateChanged,
        Self::Reopened,
        Self::Assigned,
        Self::HandedTo,
        Self::Tagged,
        Self::Overdue,
        Self::PromiseLate,
        Self::Merged,
        Self::Woken,
    ];

    /// The name in tables, forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::CustomerWrote => "customer_wrote",
            Self::ReplySent => "reply_sent",
            Self::NoteAdded => "note_added",
            Self::StateChanged => "state_changed",
            Self::Reopened => "reopened",
            Self::Assigned => "assigned",
            Self::HandedTo => "handed_to",
            Self::Tagged => "tagged",
            Self::Overdue => "overdue",
            Self::PromiseLate => "promise_late",
            Self::Merged => "merged",
            Self::Woken => "woken",
        }
    }

    /// The facts of the log among which it is found.
    #[must_use]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Opened => &["conversation.opened", "conversation.begun", "conversation.recurred"],
            Self::CustomerWrote => &["conversation.message_received"],
            Self::ReplySent => &["conversation.reply_sent"],
            Self::NoteAdded => &["conversation.note_added"],
            Self::StateChanged | Self::Reopened => &["conversation.state_changed"],
            Self::Assigned => &["conversation.assigned"],
            Self::HandedTo => &["conversation.handed_to"],
            Self::Tagged => &["conversation.tagged"],
            Self::Overdue => &["conversation.clock_breached"],
            Self::PromiseLate => &["conversation.promise_late"],
            Self::Merged => &["conversation.took_in"],
            Self::Woken => &["conversation.woken"],
        }
    }

    /// Whether this fact is it.
    #[must_use]
    pub fn is(self, event: &ConversationEvent) -> bool {
        use ConversationEvent as E;
        let closed = |state: State| state.group() == Group::Closed;
        match (self, event) {
            (Self::Opened, E::Opened { .. } | E::Begun { .. } | E::Recurred { .. })
            | (Self::CustomerWrote, E::MessageReceived { automatic: false, .. })
            | (Self::ReplySent, E::ReplySent { .. })
            | (Self::NoteAdded, E::NoteAdded { .. })
            | (Self::StateChanged, E::StateChanged { .. })
            | (Self::Assigned, E::Assigned { .. })
            | (Self::HandedTo, E::HandedTo { .. })
            | (Self::Tagged, E::Tagged { .. })
            | (Self::Overdue, E::ClockBreached { .. })
            | (Self::PromiseLate, E::PromiseChanged { change: PromiseChange::Late, .. })
            | (Self::Merged, E::TookIn { .. })
            | (Self::Woken, E::Woken { .. }) => true,
            (Self::Reopened, E::StateChanged { from, to, .. }) => closed(*from) && !closed(*to),
            _ => false,
        }
    }
}

/// Since when, or before when, time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Since {
    /// Since the customer first wrote what nobody has answered; an answer or closing ends it.
    Customer,
    /// Since our last answer to which the customer has not written; their message ends it.
    Us,
    /// Since it began.
    Opened,
    /// Before the nearest reply is due; what moves that moves it.
    Deadline,
}

impl Since {
    /// All, as forms offer them.
    pub const ALL: [Self; 4] = [Self::Customer, Self::Us, Self::Opened, Self::Deadline];

    /// The name in tables, forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Us => "us",
            Self::Opened => "opened",
            Self::Deadline => "deadline",
        }
    }

    /// The facts that begin or end it.
    #[must_use]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Opened => When::Opened.kinds(),
            Self::Customer | Self::Us | Self::Deadline => &[
                "conversation.message_received",
                "conversation.reply_sent",
                "conversation.contact_logged",
                "conversation.state_changed",
                "conversation.reply_undone",
            ],
        }
    }

    /// What a fact means for it.
    #[must_use]
    pub fn by(self, event: &ConversationEvent) -> Wait {
        use ConversationEvent as E;
        match (self, event) {
            (Self::Opened, E::Opened { .. } | E::Begun { .. } | E::Recurred { .. }) => Wait::Begins,
            (Self::Customer, E::MessageReceived { automatic: false, .. }) => Wait::Begins,
            (Self::Customer, E::ReplySent { .. } | E::ContactLogged { answers: true, .. }) => Wait::Ends,
            (Self::Customer, E::StateChanged { to, .. }) if to.group() == Group::Closed => Wait::Ends,
            (Self::Us, E::ReplySent { .. }) => Wait::BeginsAnew,
            (Self::Us, E::MessageReceived { automatic: false, .. } | E::ReplyUndone { .. }) => Wait::Ends,
            (
                Self::Deadline,
                E::Opened { .. }
                | E::MessageReceived { .. }
                | E::ReplySent { .. }
                | E::ReplyUndone { .. }
                | E::ContactLogged { .. }
                | E::StateChanged { .. }
                | E::Snoozed { .. }
                | E::Woken { .. }
                | E::CustomerChanged { .. }
                | E::ServiceChosen { .. }
                | E::TookIn { .. },
            ) => Wait::Moves,
            _ => Wait::Stays,
        }
    }
}

/// What a fact means for what is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// It begins, unless it runs already.
    Begins,
    /// It begins, from now on.
    BeginsAnew,
    /// It is over.
    Ends,
    /// It is read off the conversation.
    Moves,
    /// Nothing.
    Stays,
}

/// In what time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours of the clock on the wall.
    Hours,
    /// Hours in which the business is open.
    OpenHours,
    /// Days of 24 hours.
    Days,
}

impl Unit {
    /// All, as forms offer them.
    pub const ALL: [Self; 3] = [Self::Hours, Self::OpenHours, Self::Days];

    /// The name in tables, forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::OpenHours => "open_hours",
            Self::Days => "days",
        }
    }
}

/// What a rule waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// That something happens.
    On(When),
    /// That time passes, or is about to run out.
    Time {
        /// Since or before when.
        since: Since,
        /// How much: one at least, [`Trigger::FAR`] at most.
        amount: u32,
        /// Of what.
        unit: Unit,
    },
}

impl Trigger {
    /// Longest time: a year of hours.
    pub const FAR: u32 = 8_760;

    /// The name in tables and forms: `on:opened`, `time:customer:48:open_hours`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::On(when) => format!("on:{}", when.code()),
            Self::Time { since, amount, unit } => format!("time:{}:{amount}:{}", since.code(), unit.code()),
        }
    }

    /// Reads [`Trigger::code`] back. Open hours are not counted backwards from a deadline.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut parts = code.split(':');
        let (list, what) = (parts.next()?, parts.next()?);
        let found = match list {
            "on" => Self::On(When::ALL.into_iter().find(|when| when.code() == what)?),
            "time" => {
                let since = Since::ALL.into_iter().find(|since| since.code() == what)?;
                let amount = parts.next()?.trim().parse().ok().filter(|n| (1..=Self::FAR).contains(n))?;
                let unit = parts.next()?;
                let unit = Unit::ALL.into_iter().find(|one| one.code() == unit)?;
                if since == Since::Deadline && unit == Unit::OpenHours {
                    return None;
                }
                Self::Time { since, amount, unit }
            }
            _ => return None,
        };
        parts.next().is_none().then_some(found)
    }

    /// Which of the two lists of rules it stands in.
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::On(_) => "on",
            Self::Time { .. } => "time",
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fact(of: &serde_json::Value) -> ConversationEvent {
        let mut of = of.clone();
        of["conversation"] = "cnv_01kyf5b0000000000000000000".into();
        serde_json::from_value(of).expect("a fact")
    }

    #[test]
    fn triggers_are_read_back_as_they_were_written() {
        for when in When::ALL {
            assert_eq!(Trigger::from_code(&Trigger::On(when).code()), Some(Trigger::On(when)));
        }
        for code in ["time:customer:48:open_hours", "time:us:3:days", "time:opened:1:hours", "time:deadline:2:hours"] {
            assert_eq!(Trigger::from_code(code).map(Trigger::code).as_deref(), Some(code));
        }
        for bad in [
            "",
            "on",
            "on:",
            "on:x",
            "on:opened:1",
            "time:customer",
            "time:customer:0:hours",
            "time:customer:8761:hours",
            "time:customer:-1:hours",
            "time:customer:1:weeks",
            "time:deadline:1:open_hours",
            "time:us:1:days:x",
        ] {
            assert_eq!(Trigger::from_code(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_happens_is_known_by_its_fact() {
        let message = "msg_01kyf5b0000000000000000000";
        let wrote = |automatic: bool| {
            fact(
                &json!({ "type": "message_received", "message": message, "from": "", "snippet": "", "automatic": automatic }),
            )
        };
        let moved =
            |from: &str, to: &str| fact(&json!({ "type": "state_changed", "from": from, "to": to, "reason": "" }));
        let is = |event: &ConversationEvent| When::ALL.into_iter().filter(|when| when.is(event)).collect::<Vec<_>>();
        assert_eq!(is(&wrote(false)), [When::CustomerWrote]);
        assert_eq!(is(&wrote(true)), [], "a machine's mail sets nothing off");
        assert_eq!(is(&moved("solved", "open")), [When::StateChanged, When::Reopened]);
        assert_eq!(is(&moved("solved", "closed")), [When::StateChanged]);
        assert_eq!(is(&moved("open", "solved")), [When::StateChanged]);
        assert_eq!(is(&fact(&json!({ "type": "read" }))), []);
        let tagged = fact(&json!({ "type": "tagged", "tags": ["motor"] }));
        assert_eq!(is(&tagged), [When::Tagged]);
    }

    #[test]
    fn each_side_waits_for_the_other() {
        let message = "msg_01kyf5b0000000000000000000";
        let wrote = fact(
            &json!({ "type": "message_received", "message": message, "from": "", "snippet": "", "automatic": false }),
        );
        let replied = fact(&json!({ "type": "reply_sent", "message": message, "by": "", "snippet": "" }));
        let solved = fact(&json!({ "type": "state_changed", "from": "open", "to": "solved", "reason": "" }));
        let chosen =
            fact(&json!({ "type": "service_chosen", "policy": null, "version": 1, "name": "Usual", "due": null }));
        let table = [
            (Since::Customer, &wrote, Wait::Begins),
            (Since::Customer, &replied, Wait::Ends),
            (Since::Customer, &solved, Wait::Ends),
            (Since::Us, &wrote, Wait::Ends),
            (Since::Us, &replied, Wait::BeginsAnew),
            (Since::Us, &solved, Wait::Stays),
            (Since::Opened, &wrote, Wait::Stays),
            (Since::Deadline, &wrote, Wait::Moves),
            (Since::Deadline, &replied, Wait::Moves),
            (Since::Deadline, &chosen, Wait::Moves),
            (Since::Customer, &chosen, Wait::Stays),
        ];
        for (since, event, wait) in table {
            assert_eq!(since.by(event), wait, "{since:?} {event:?}");
        }
    }
}
