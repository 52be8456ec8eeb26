//! What can happen to a conversation. One enum, each case a fact in the past tense.

use base::Subject;
use base::event::{Event, Sentence};
use people::{PersonId, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ids::{ConversationId, MessageId};
use crate::model::{HeldBecause, State};

/// Which service clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// To the first human reply.
    First,
    /// To the next one.
    Next,
}

/// A fact about one conversation. Names of people are copied in: the history must stay readable when
/// they change or leave.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ConversationEvent {
    /// It began.
    Opened {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// The customer.
        person: PersonId,
        /// How it came: `email`.
        channel: String,
        /// The closed one it goes on from.
        linked_from: Option<ConversationId>,
    },
    /// Something came in.
    MessageReceived {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// From whom, as shown.
        from: String,
        /// Start of the text.
        snippet: String,
        /// Whether a machine wrote it.
        automatic: bool,
    },
    /// A colleague wrote to the customer.
    ReplySent {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// Start of the text.
        snippet: String,
    },
    /// A reply was taken back before it went.
    ReplyUndone {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
    },
    /// A colleague wrote first: it began with us.
    Begun {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// The customer.
        person: PersonId,
        /// Who, as shown.
        by: String,
    },
    /// A colleague passed a message on to somebody else.
    Forwarded {
        /// Where.
        conversation: ConversationId,
        /// The mail that carries it.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// To whom, as shown.
        to: String,
    },
    /// A reply waits for a time that somebody chose.
    ReplyScheduled {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// When it goes, business time.
        due: base::Instant,
    },
    /// A reply did not go at its time, since something came between.
    ReplyHeld {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Why.
        why: HeldBecause,
    },
    /// A reply that waited for its time will not go.
    ReplyCancelled {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
    },
    /// A reply is on its way, arrived, or failed.
    DeliveryChanged {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Now: see [`crate::DeliveryState`].
        state: crate::DeliveryState,
        /// The other server's words.
        words: String,
    },
    /// A colleague wrote for colleagues.
    NoteAdded {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
    },
    /// It got, changed or lost its owner.
    Assigned {
        /// Which.
        conversation: ConversationId,
        /// To whom; `None` = to nobody.
        to: Option<StaffId>,
        /// Their name, as shown.
        name: String,
    },
    /// Somebody else is its customer: the writer of a forwarded mail, or again who forwarded it.
    CustomerChanged {
        /// Which.
        conversation: ConversationId,
        /// From whom.
        from: PersonId,
        /// To whom.
        to: PersonId,
        /// Their name, as shown.
        name: String,
    },
    /// It moved to another state.
    StateChanged {
        /// Which.
        conversation: ConversationId,
        /// From.
        from: State,
        /// To.
        to: State,
        /// The stated reason, or empty.
        reason: String,
    },
    /// A clock ran out.
    ClockBreached {
        /// Where.
        conversation: ConversationId,
        /// Which clock.
        clock: ClockKind,
    },
    /// A colleague asked for the pictures of a mail that lie on other computers.
    PicturesShown {
        /// Where.
        conversation: ConversationId,
        /// Of which message.
        message: MessageId,
    },
    /// Somebody beside the customer takes part, would like to, or does no more.
    ParticipantChanged {
        /// Where.
        conversation: ConversationId,
        /// Who, as shown.
        who: String,
        /// How they stand now.
        state: crate::ParticipantState,
    },
    /// A message became a conversation of its own.
    Split {
        /// Where it was.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// The number of its own conversation.
        number: i64,
    },
    /// It became part of another.
    MergedInto {
        /// Which.
        conversation: ConversationId,
        /// The other.
        into: ConversationId,
        /// Its number.
        number: i64,
    },
    /// Another became part of it.
    TookIn {
        /// Which.
        conversation: ConversationId,
        /// The other.
        from: ConversationId,
        /// Its number.
        number: i64,
    },
    /// A merge was undone; told of both.
    TakenApart {
        /// Which.
        conversation: ConversationId,
        /// The other's number.
        number: i64,
    },
    /// A message links it with another.
    MergeOffered {
        /// Which.
        conversation: ConversationId,
        /// The other's number.
        number: i64,
    },
    /// Its owner has seen the newest message.
    Read {
        /// Which.
        conversation: ConversationId,
    },
}

impl ConversationEvent {
    /// The conversation it is about.
    #[must_use]
    pub fn conversation(&self) -> &ConversationId {
        match self {
            Self::Opened { conversation, .. }
            | Self::MessageReceived { conversation, .. }
            | Self::ReplySent { conversation, .. }
            | Self::ReplyUndone { conversation, .. }
            | Self::Begun { conversation, .. }
            | Self::Forwarded { conversation, .. }
            | Self::ReplyScheduled { conversation, .. }
            | Self::ReplyHeld { conversation, .. }
            | Self::ReplyCancelled { conversation, .. }
            | Self::DeliveryChanged { conversation, .. }
            | Self::NoteAdded { conversation, .. }
            | Self::Assigned { conversation, .. }
            | Self::CustomerChanged { conversation, .. }
            | Self::StateChanged { conversation, .. }
            | Self::ClockBreached { conversation, .. }
            | Self::PicturesShown { conversation, .. }
            | Self::ParticipantChanged { conversation, .. }
            | Self::Split { conversation, .. }
            | Self::MergedInto { conversation, .. }
            | Self::TookIn { conversation, .. }
            | Self::TakenApart { conversation, .. }
            | Self::MergeOffered { conversation, .. }
            | Self::Read { conversation } => conversation,
        }
    }
}

fn sentence(message: &'static str, args: Vec<(&'static str, String)>) -> Sentence {
    Sentence { message, args }
}

impl Event for ConversationEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "conversation.opened",
            Self::MessageReceived { .. } => "conversation.message_received",
            Self::ReplySent { .. } => "conversation.reply_sent",
            Self::ReplyUndone { .. } => "conversation.reply_undone",
            Self::Begun { .. } => "conversation.begun",
            Self::Forwarded { .. } => "conversation.forwarded",
            Self::ReplyScheduled { .. } => "conversation.reply_scheduled",
            Self::ReplyHeld { .. } => "conversation.reply_held",
            Self::ReplyCancelled { .. } => "conversation.reply_cancelled",
            Self::DeliveryChanged { .. } => "conversation.delivery_changed",
            Self::NoteAdded { .. } => "conversation.note_added",
            Self::Assigned { .. } => "conversation.assigned",
            Self::CustomerChanged { .. } => "conversation.customer_changed",
            Self::StateChanged { .. } => "conversation.state_changed",
            Self::ClockBreached { .. } => "conversation.clock_breached",
            Self::PicturesShown { .. } => "conversation.pictures_shown",
            Self::ParticipantChanged { .. } => "conversation.participant_changed",
            Self::Split { .. } => "conversation.split",
            Self::MergedInto { .. } => "conversation.merged_into",
            Self::TookIn { .. } => "conversation.took_in",
            Self::TakenApart { .. } => "conversation.taken_apart",
            Self::MergeOffered { .. } => "conversation.merge_offered",
            Self::Read { .. } => "conversation.read",
        }
    }

    fn subject(&self) -> Subject {
        Subject::new("conversation", self.conversation())
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Opened { linked_from: Some(_), .. } => Sentence { message: "event-opened-linked", args: vec![] },
            Self::Opened { .. } => Sentence { message: "event-opened", args: vec![] },
            Self::MessageReceived { from, .. } => sentence("event-message-received", vec![("from", from.clone())]),
            Self::ReplySent { by, .. } => sentence("event-reply-sent", vec![("by", by.clone())]),
            Self::ReplyUndone { .. } => Sentence { message: "event-reply-undone", args: vec![] },
            Self::Begun { by, .. } => sentence("event-begun", vec![("by", by.clone())]),
            Self::Forwarded { by, to, .. } => sentence("event-forwarded", vec![("by", by.clone()), ("to", to.clone())]),
            Self::ReplyScheduled { by, .. } => sentence("event-reply-scheduled", vec![("by", by.clone())]),
            Self::ReplyHeld { why: HeldBecause::SomebodyWrote, .. } => {
                Sentence { message: "event-reply-held-wrote", args: vec![] }
            }
            Self::ReplyHeld { why: HeldBecause::Closed, .. } => {
                Sentence { message: "event-reply-held-closed", args: vec![] }
            }
            Self::ReplyCancelled { by, .. } => sentence("event-reply-cancelled", vec![("by", by.clone())]),
            Self::DeliveryChanged { state, words, .. } => sentence(
                match state {
                    crate::DeliveryState::Sent => "event-delivery-sent",
                    crate::DeliveryState::Failed => "event-delivery-failed",
                    crate::DeliveryState::Bounced => "event-delivery-bounced",
                    _ => "event-delivery-changed",
                },
                vec![("words", words.clone())],
            ),
            Self::NoteAdded { by, .. } => sentence("event-note-added", vec![("by", by.clone())]),
            Self::Assigned { to: None, .. } => Sentence { message: "event-unassigned", args: vec![] },
            Self::Assigned { name, .. } => sentence("event-assigned", vec![("name", name.clone())]),
            Self::CustomerChanged { name, .. } => sentence("event-customer-changed", vec![("name", name.clone())]),
            Self::StateChanged { to, reason, .. } => sentence(state_message(*to), vec![("reason", reason.clone())]),
            Self::ClockBreached { clock: ClockKind::First, .. } => {
                Sentence { message: "event-breached-first", args: vec![] }
            }
            Self::ClockBreached { clock: ClockKind::Next, .. } => {
                Sentence { message: "event-breached-next", args: vec![] }
            }
            Self::PicturesShown { .. } => Sentence { message: "event-pictures-shown", args: vec![] },
            Self::ParticipantChanged { who, state, .. } => sentence(
                match state {
                    crate::ParticipantState::Confirmed => "event-takes-part",
                    crate::ParticipantState::NewHere => "event-new-here",
                    crate::ParticipantState::Removed => "event-taken-out",
                },
                vec![("who", who.clone())],
            ),
            Self::Split { number, .. } => sentence("event-split", vec![("number", number.to_string())]),
            Self::MergedInto { number, .. } => sentence("event-merged-into", vec![("number", number.to_string())]),
            Self::TookIn { number, .. } => sentence("event-took-in", vec![("number", number.to_string())]),
            Self::TakenApart { number, .. } => sentence("event-taken-apart", vec![("number", number.to_string())]),
            Self::MergeOffered { number, .. } => sentence("event-merge-offered", vec![("number", number.to_string())]),
            Self::Read { .. } => Sentence { message: "event-read", args: vec![] },
        }
    }

    fn public(&self) -> serde_json::Value {
        match self {
            // A note is nobody's business outside; that there was one is told, its text is not here.
            Self::StateChanged { conversation, from, to, .. } => {
                json!({ "conversation": conversation, "from": from, "to": to })
            }
            Self::Assigned { conversation, to, .. } => json!({ "conversation": conversation, "to": to }),
            other => serde_json::to_value(other).unwrap_or_default(),
        }
    }

    fn search_text(&self) -> String {
        match self {
            Self::StateChanged { reason, .. } => reason.clone(),
            _ => String::new(),
        }
    }
}

/// The sentence for having moved to a state. The reason is part of it when there is one.
const fn state_message(to: State) -> &'static str {
    match to {
        State::New => "event-state-new",
        State::Open => "event-state-open",
        State::WaitingCustomer => "event-state-waiting-customer",
        State::WaitingOthers => "event-state-waiting-others",
        State::Solved => "event-state-solved",
        State::Closed => "event-state-closed",
    }
}
