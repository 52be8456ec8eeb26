//! An act of a colleague that can be taken back: what of a conversation it changed, and from what.

use std::collections::{BTreeMap, BTreeSet};

use base::Instant;
use people::{DepartmentId, StaffId};
use serde::{Deserialize, Serialize};

use super::{ChecklistItem, Clocks, Conversation, Outcome, Snooze, State};
use crate::ids::{ConversationId, ItemId, PromiseId, SideId, StepId, TagId};

/// What of a conversation an act can set, and undoing it brings back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    /// Who has it.
    pub owner: Option<StaffId>,
    /// The department it belongs to.
    pub department: Option<DepartmentId>,
    /// Where it stands.
    pub state: State,
    /// The business's own name for the state.
    pub label: Option<String>,
    /// Stated when it was closed without a reply.
    pub close_reason: Option<String>,
    /// The clocks that run.
    pub clocks: Clocks,
    /// Whether the newest message from outside has not been looked at.
    pub unread: bool,
    /// Until when it is not to be seen.
    pub snoozed: Option<Snooze>,
    /// The words on it.
    pub tags: BTreeSet<TagId>,
    /// What is to be done in it, and since when it is done.
    #[serde(default)]
    pub items: BTreeMap<ItemId, Option<Instant>>,
    /// Since when it is deleted. The moment tells one deletion from a later one.
    #[serde(default, rename = "deleted_at")]
    pub deleted: Option<Instant>,
    /// What it is called, where the act is about that: of other acts no words of the customer's are kept.
    #[serde(default)]
    pub subject: Option<String>,
    /// What its side threads are called, where the act is about that.
    #[serde(default)]
    pub sides: BTreeMap<SideId, String>,
    /// Whose is what was promised in it and is not over, where the act may be about who has it.
    #[serde(default)]
    pub promises: BTreeMap<PromiseId, Option<StaffId>>,
    /// What became of it, where the act may be about where it stands.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

impl Stood {
    /// How a conversation with these words and this checklist stands.
    #[must_use]
    pub fn of(it: &Conversation, tags: BTreeSet<TagId>, items: &[ChecklistItem]) -> Self {
        Self {
            owner: it.assignee.clone(),
            department: it.department.clone(),
            state: it.state,
            label: it.label.clone(),
            close_reason: it.close_reason.clone(),
            clocks: it.clocks.clone(),
            unread: it.unread,
            snoozed: it.snoozed,
            tags,
            items: items.iter().map(|item| (item.id.clone(), item.done_at)).collect(),
            deleted: it.deleted,
            subject: None,
            sides: BTreeMap::new(),
            promises: BTreeMap::new(),
            outcome: None,
        }
    }
}

/// What an act was about, for the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Who has it.
    Owner,
    /// Which department it belongs to.
    Department,
    /// Where it stands.
    State,
    /// The words on it.
    Tags,
    /// Whether it is put away.
    Snooze,
    /// What a macro does.
    Macro,
    /// That it is there.
    Delete,
    /// What it is called.
    Subject,
    /// What a side thread of it is called.
    Side,
}

/// One act on one conversation.
#[derive(Clone, Debug)]
pub struct Step {
    /// The act; the same for all conversations that it was done to at once.
    pub id: StepId,
    /// The conversation.
    pub conversation: ConversationId,
    /// Who did it.
    pub staff: StaffId,
    /// What it was about.
    pub kind: StepKind,
    /// When, machine time: for so long it can be taken back.
    pub at: Instant,
    /// When, business time, as the history has it.
    pub happened: Instant,
    /// How it stood before.
    pub before: Stood,
    /// How it stood afterwards.
    pub set: Stood,
    /// Whether somebody has taken it back, or tried to.
    pub settled: bool,
}
