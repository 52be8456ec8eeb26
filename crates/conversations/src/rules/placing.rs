//! Which conversation a message belongs to, in order of trust, and why.
//!
//! What a message *says* is never proof. It joins a conversation only when it bears something that we
//! made (a signed reply address, a Message-ID of ours) or that we were given before (a Message-ID that
//! came in), *and* its sender takes part there. Otherwise it begins a conversation of its own, which
//! tells the sender nothing about the other.

use serde::{Deserialize, Serialize};

use crate::ids::ConversationId;
use crate::model::State;
use crate::rules::states::ClosedReply;

/// What pointed to a conversation, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Sent to an address that we signed for this person and conversation.
    ReplyAddress,
    /// Answers a message that we sent: the id bears our signature.
    OurMessage,
    /// Answers a message that came in before.
    ForeignMessage,
}

/// A conversation that the message may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub conversation: ConversationId,
    /// What points to it.
    pub evidence: Evidence,
    /// Where it stands.
    pub state: State,
    /// Whether the sender takes part: its customer, or someone whom it was copied to by them.
    pub sender_takes_part: bool,
}

/// Where the message goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into a conversation, on this evidence.
    Join(ConversationId, Evidence),
    /// Into a new one that goes on from a closed one.
    Continue(ConversationId, Evidence),
    /// Into a new one.
    New,
}

/// A step of the decision, for people: what was seen and what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Stable name: `joins`, `continues_closed`, `sender_takes_no_part`, `nothing_points_here`.
    pub code: String,
    /// What it is about.
    pub detail: String,
}

impl Step {
    /// A step.
    #[must_use]
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), detail: detail.into() }
    }
}

/// Decides where a message belongs. `trace` receives each step.
#[must_use]
pub fn place(candidates: &[Candidate], closed: ClosedReply, automatic: bool, trace: &mut Vec<Step>) -> Place {
    let mut ordered: Vec<&Candidate> = candidates.iter().collect();
    ordered.sort_by_key(|candidate| candidate.evidence);
    for candidate in ordered {
        let evidence = candidate.evidence;
        let detail = format!("{} by {}", candidate.conversation, evidence.code());
        if !candidate.sender_takes_part {
            trace.push(Step::new("sender_takes_no_part", detail));
            continue;
        }
        // A machine's answer belongs to what it answers, but reopens and begins nothing.
        if candidate.state == State::Closed && closed == ClosedReply::Link && !automatic {
            trace.push(Step::new("continues_closed", detail));
            return Place::Continue(candidate.conversation.clone(), evidence);
        }
        trace.push(Step::new("joins", detail));
        return Place::Join(candidate.conversation.clone(), evidence);
    }
    trace.push(Step::new("nothing_points_here", "a new conversation"));
    Place::New
}

impl Evidence {
    /// The name in traces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReplyAddress => "reply_address",
            Self::OurMessage => "our_message",
            Self::ForeignMessage => "foreign_message",
        }
    }
}
