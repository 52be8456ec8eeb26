//! Which conversation a message belongs to, in order of trust, and why.
//!
//! What a message *says* is never proof. It joins a conversation only when it bears something that we
//! made (a signed reply address, a Message-ID of ours) and its sender takes part there, or something
//! that only the correspondents of that conversation know (a Message-ID that came in, or that mails
//! there answer). By the latter also somebody who takes no part yet may join, as one who is *new here*:
//! they are sent nothing and get no history until a colleague lets them take part. Otherwise a message
//! begins a conversation of its own, which tells its sender nothing about the other. Never by its
//! subject alone: a number there counts only when the business sets it so, and only from somebody who
//! takes part.
//!
//! # The steps of a trace
//!
//! Stable codes with named arguments, for people who ask "why here?". Texts in five languages stand in
//! `locales` under `why-<code>` with `_` as `-`; `tillit mail explain` prints the same steps.
//!
//! | code | arguments | says |
//! |---|---|---|
//! | `joins` | `number`, `evidence` | it goes there, and why |
//! | `joins_new_here` | `number`, `evidence` | the same, from somebody who takes no part yet |
//! | `continues_closed` | `number`, `evidence` | that one is closed: a new one goes on from it |
//! | `links_another` | `number`, `evidence` | it points there too: a merge is offered |
//! | `sender_takes_no_part` | `number`, `evidence` | it points there, but the sender has no part in it |
//! | `sender_blocked` | | colleagues blocked its sender: it is kept and filed as closed, and opens nothing |
//! | `sender_removed` | `number`, `evidence` | it points there, but colleagues took the sender out |
//! | `forged_id` | `id` | it answers an id that looks like ours and is not |
//! | `deleted_conversation` | `number` | it answers one that colleagues deleted: that one stays deleted |
//! | `nothing_points_here` | | it begins a conversation |
//! | `unproved_staff` | `address` | it is from a colleague's address without proof |
//! | `noted_by_mail` | `address` | a colleague answered a notice by mail: it is a note |
//! | `notice_not_theirs` | `address` | it was sent to the address of a notice that was not for its sender |
//! | `notice_unproved` | `address` | the same, by a colleague whom nothing proves |
//! | `notice_over` | `address` | the same, when the notice could no longer be answered |
//! | `copied_take_part` | `who` | whom it was copied to takes part from now on |
//! | `copied_not_added` | `count` | they do not: nothing proves the sender, or they are too many |
//! | `joins_side` | `number`, `title` | it goes into a side thread there, since its sender was written to in it |
//! | `side_stranger` | `number` | it bears the address of a side thread there, and its sender was never written to in it |
//! | `side_customer` | `number` | it bears the address of a side thread there and is the customer's: it does not go there |
//! | `bounce` | `who` | it reports on a message of ours that these people did not get |
//! | `bounce_unknown` | | it says that a mail did not arrive, but not which of ours |
//! | `receipt_goes` | `until` | its sender is told that it has come, and by when to expect a person |
//! | `no_receipt_by_machine` | | no receipt: a machine wrote it, or it cannot be read |
//! | `no_receipt_old` | | no receipt: it did not come just now |
//! | `no_receipt_from_us` | | no receipt: it is in our own name or a colleague's |
//! | `no_receipt_declined` | | no receipt: it asks for no answer by a machine |
//! | `no_receipt_unreachable` | | no receipt: there is no address to send one to |
//! | `no_receipt_unproved` | | no receipt: nothing proves its sender |
//! | `no_receipt_off` | | no receipt: the business sends none |
//! | `no_receipt_capped` | `count` | no receipt: so many went to this address within the hour |
//!
//! `evidence` is one of [`Evidence::code`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{ConversationId, SideId};
use crate::model::State;
use crate::rules::states::ClosedReply;

/// What pointed to a conversation, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Sent to an address that we signed for this conversation.
    ReplyAddress,
    /// Answers a message that we sent: the id bears our signature.
    OurMessage,
    /// Answers a message that came in before.
    ForeignMessage,
    /// Answers the same message as one of this conversation, or is itself answered there; we never saw
    /// that message when it mattered.
    SharedReference,
    /// Bears the conversation's number in its subject, in the form that the business chose.
    SubjectTag,
}

impl Evidence {
    /// The name in traces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReplyAddress => "reply_address",
            Self::OurMessage => "our_message",
            Self::ForeignMessage => "foreign_message",
            Self::SharedReference => "shared_reference",
            Self::SubjectTag => "subject_tag",
        }
    }

    /// Whether somebody who takes no part yet may join by it. What we signed was given to somebody else;
    /// a number can be guessed.
    #[must_use]
    pub const fn admits_strangers(self) -> bool {
        matches!(self, Self::ForeignMessage | Self::SharedReference)
    }
}

/// How the sender stands to a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its customer, or somebody who was let in.
    TakesPart,
    /// Nobody there knows them, or not yet.
    Stranger,
    /// Colleagues took them out.
    Removed,
}

/// A conversation that the message may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub conversation: ConversationId,
    /// Its number, for the trace.
    pub number: i64,
    /// What points to it.
    pub evidence: Evidence,
    /// Where it stands.
    pub state: State,
    /// How the sender stands to it.
    pub sender: Standing,
}

impl Candidate {
    /// Whether the sender may join by this.
    fn admits(&self) -> bool {
        match self.sender {
            Standing::TakesPart => true,
            Standing::Stranger => self.evidence.admits_strangers(),
            Standing::Removed => false,
        }
    }

    fn step(&self, code: &str) -> Step {
        Step::new(code).with("number", self.number).with("evidence", self.evidence.code())
    }
}

/// Where the message goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into a conversation, on this evidence.
    Join(ConversationId, Evidence),
    /// The same, from somebody who takes no part yet: colleagues decide about them.
    JoinNewHere(ConversationId, Evidence),
    /// Into a new one that goes on from a closed one.
    Continue(ConversationId, Evidence),
    /// Into a side thread of a conversation, where only colleagues see it.
    Aside(ConversationId, SideId),
    /// Into a new one.
    New,
}

impl Place {
    /// The conversation that was there before, if any.
    #[must_use]
    pub const fn found(&self) -> Option<&ConversationId> {
        match self {
            Self::Join(id, _) | Self::JoinNewHere(id, _) | Self::Continue(id, _) | Self::Aside(id, _) => Some(id),
            Self::New => None,
        }
    }
}

/// A step of the decision, for people: what was seen and what follows. See the table above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Stable name.
    pub code: String,
    /// What it is about, by name.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
}

impl Step {
    /// A step.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), args: BTreeMap::new() }
    }

    /// The step with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Decides where a message belongs. Candidates of the same evidence are given nearest ancestor first.
/// `trace` receives each step.
#[must_use]
pub fn place(candidates: &[Candidate], closed: ClosedReply, automatic: bool, trace: &mut Vec<Step>) -> Place {
    let Some(chosen) = choose(candidates) else {
        refusals(candidates, trace);
        trace.push(Step::new("nothing_points_here"));
        return Place::New;
    };
    refusals(candidates, trace);
    let (conversation, evidence) = (chosen.conversation.clone(), chosen.evidence);
    // A machine's answer belongs to what it answers, but reopens and begins nothing.
    let (code, place) = if chosen.state == State::Closed && closed == ClosedReply::Link && !automatic {
        ("continues_closed", Place::Continue(conversation, evidence))
    } else if chosen.sender == Standing::TakesPart {
        ("joins", Place::Join(conversation, evidence))
    } else {
        ("joins_new_here", Place::JoinNewHere(conversation, evidence))
    };
    trace.push(chosen.step(code));
    place
}

/// Where the sender takes part goes before where they do not: nobody can draw another's mail away from
/// their own conversation. Then the better evidence, then the nearer ancestor.
fn choose(candidates: &[Candidate]) -> Option<&Candidate> {
    let admitted = candidates.iter().filter(|candidate| candidate.admits());
    admitted.min_by_key(|candidate| (candidate.sender != Standing::TakesPart, candidate.evidence))
}

fn refusals(candidates: &[Candidate], trace: &mut Vec<Step>) {
    for candidate in candidates.iter().filter(|candidate| !candidate.admits()) {
        let removed = candidate.sender == Standing::Removed;
        let step = candidate.step(if removed { "sender_removed" } else { "sender_takes_no_part" });
        if !trace.contains(&step) {
            trace.push(step);
        }
    }
}

/// The other conversations that a placed message belongs to as well: a merge is offered, never made.
/// What is closed stays as it is.
#[must_use]
pub fn also_linked(candidates: &[Candidate], place: &Place, trace: &mut Vec<Step>) -> Vec<ConversationId> {
    const MOST: usize = 3;
    let Some(found) = place.found() else { return Vec::new() };
    let mut others: Vec<ConversationId> = Vec::new();
    for candidate in candidates {
        let is_other = candidate.conversation != *found && !others.contains(&candidate.conversation);
        if is_other && candidate.admits() && candidate.state != State::Closed && others.len() < MOST {
            trace.push(candidate.step("links_another"));
            others.push(candidate.conversation.clone());
        }
    }
    others
}
