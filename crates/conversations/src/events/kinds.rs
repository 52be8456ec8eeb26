//! The stable name of each fact, and the conversation it is about.

use super::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{NeedChange, PromiseChange, RuleDid};

pub(super) fn conversation(event: &ConversationEvent) -> &ConversationId {
    match event {
        ConversationEvent::Opened { conversation, .. }
        | ConversationEvent::MessageReceived { conversation, .. }
        | ConversationEvent::ReplySent { conversation, .. }
        | ConversationEvent::ReplyUndone { conversation, .. }
        | ConversationEvent::Begun { conversation, .. }
        | ConversationEvent::Recurred { conversation, .. }
        | ConversationEvent::Forwarded { conversation, .. }
        | ConversationEvent::ReplyScheduled { conversation, .. }
        | ConversationEvent::ReplyHeld { conversation, .. }
        | ConversationEvent::ReplyCancelled { conversation, .. }
        | ConversationEvent::DeliveryChanged { conversation, .. }
        | ConversationEvent::ReceiptSent { conversation, .. }
        | ConversationEvent::AnsweredFromArticles { conversation, .. }
        | ConversationEvent::ReceiptsCapped { conversation, .. }
        | ConversationEvent::NoteAdded { conversation, .. }
        | ConversationEvent::Assigned { conversation, .. }
        | ConversationEvent::HandedTo { conversation, .. }
        | ConversationEvent::CustomerChanged { conversation, .. }
        | ConversationEvent::StateChanged { conversation, .. }
        | ConversationEvent::ClockBreached { conversation, .. }
        | ConversationEvent::PicturesShown { conversation, .. }
        | ConversationEvent::ParticipantChanged { conversation, .. }
        | ConversationEvent::Split { conversation, .. }
        | ConversationEvent::MergedInto { conversation, .. }
        | ConversationEvent::TookIn { conversation, .. }
        | ConversationEvent::CameAlong { conversation, .. }
        | ConversationEvent::TakenApart { conversation, .. }
        | ConversationEvent::MergeOffered { conversation, .. }
        | ConversationEvent::Tagged { conversation, .. }
        | ConversationEvent::Untagged { conversation, .. }
        | ConversationEvent::Snoozed { conversation, .. }
        | ConversationEvent::Woken { conversation, .. }
        | ConversationEvent::Linked { conversation, .. }
        | ConversationEvent::Followed { conversation, .. }
        | ConversationEvent::SenderProved { conversation }
        | ConversationEvent::Mentioned { conversation, .. }
        | ConversationEvent::MacroApplied { conversation, .. }
        | ConversationEvent::FieldChanged { conversation, .. }
        | ConversationEvent::LinkWithdrawn { conversation, .. }
        | ConversationEvent::ItemsAdded { conversation, .. }
        | ConversationEvent::ItemChanged { conversation, .. }
        | ConversationEvent::TimeSpent { conversation, .. }
        | ConversationEvent::ContactLogged { conversation, .. }
        | ConversationEvent::NoteEdited { conversation, .. }
        | ConversationEvent::Redacted { conversation, .. }
        | ConversationEvent::CardsMasked { conversation, .. }
        | ConversationEvent::Deleted { conversation, .. }
        | ConversationEvent::Restored { conversation, .. }
        | ConversationEvent::Erased { conversation, .. }
        | ConversationEvent::MovedIn { conversation, .. }
        | ConversationEvent::StepUndone { conversation, .. }
        | ConversationEvent::SideBegun { conversation, .. }
        | ConversationEvent::SideWritten { conversation, .. }
        | ConversationEvent::SideAnswered { conversation, .. }
        | ConversationEvent::SideChanged { conversation, .. }
        | ConversationEvent::DraftShared { conversation, .. }
        | ConversationEvent::DraftEnded { conversation, .. }
        | ConversationEvent::SubjectChanged { conversation, .. }
        | ConversationEvent::SideRenamed { conversation, .. }
        | ConversationEvent::PromiseChanged { conversation, .. }
        | ConversationEvent::NeedChanged { conversation, .. }
        | ConversationEvent::ServiceChosen { conversation, .. }
        | ConversationEvent::DeadlineNear { conversation, .. }
        | ConversationEvent::ClockTurned { conversation, .. }
        | ConversationEvent::TurnWaits { conversation, .. }
        | ConversationEvent::OutcomeStated { conversation, .. }
        | ConversationEvent::ComplaintChanged { conversation, .. }
        | ConversationEvent::OpinionGiven { conversation, .. }
        | ConversationEvent::Praised { conversation, .. }
        | ConversationEvent::ProblemLinked { conversation, .. }
        | ConversationEvent::ByRule { conversation, .. }
        | ConversationEvent::Read { conversation } => conversation,
    }
}

pub(super) const fn kind(event: &ConversationEvent) -> &'static str {
    match event {
        ConversationEvent::Opened { .. } => "conversation.opened",
        ConversationEvent::MessageReceived { .. } => "conversation.message_received",
        ConversationEvent::ReplySent { .. } => "conversation.reply_sent",
        ConversationEvent::ReplyUndone { .. } => "conversation.reply_undone",
        ConversationEvent::Begun { .. } => "conversation.begun",
        ConversationEvent::Recurred { .. } => "conversation.recurred",
        ConversationEvent::Forwarded { .. } => "conversation.forwarded",
        ConversationEvent::ReplyScheduled { .. } => "conversation.reply_scheduled",
        ConversationEvent::ReplyHeld { .. } => "conversation.reply_held",
        ConversationEvent::ReplyCancelled { .. } => "conversation.reply_cancelled",
        ConversationEvent::DeliveryChanged { .. } => "conversation.delivery_changed",
        ConversationEvent::ReceiptSent { .. } => "conversation.receipt_sent",
        ConversationEvent::AnsweredFromArticles { .. } => "conversation.answered_from_articles",
        ConversationEvent::ReceiptsCapped { .. } => "conversation.receipts_capped",
        ConversationEvent::NoteAdded { .. } => "conversation.note_added",
        ConversationEvent::Assigned { .. } => "conversation.assigned",
        ConversationEvent::HandedTo { .. } => "conversation.handed_to",
        ConversationEvent::CustomerChanged { .. } => "conversation.customer_changed",
        ConversationEvent::StateChanged { .. } => "conversation.state_changed",
        ConversationEvent::ClockBreached { .. } => "conversation.clock_breached",
        ConversationEvent::PicturesShown { .. } => "conversation.pictures_shown",
        ConversationEvent::ParticipantChanged { .. } => "conversation.participant_changed",
        ConversationEvent::Split { .. } => "conversation.split",
        ConversationEvent::MergedInto { .. } => "conversation.merged_into",
        ConversationEvent::TookIn { .. } => "conversation.took_in",
        ConversationEvent::CameAlong { .. } => "conversation.came_along",
        ConversationEvent::TakenApart { .. } => "conversation.taken_apart",
        ConversationEvent::MergeOffered { .. } => "conversation.merge_offered",
        ConversationEvent::Tagged { .. } => "conversation.tagged",
        ConversationEvent::Untagged { .. } => "conversation.untagged",
        ConversationEvent::Snoozed { .. } => "conversation.snoozed",
        ConversationEvent::Woken { .. } => "conversation.woken",
        ConversationEvent::Linked { .. } => "conversation.linked",
        ConversationEvent::Followed { .. } => "conversation.followed",
        ConversationEvent::SenderProved { .. } => "conversation.sender_proved",
        ConversationEvent::Mentioned { .. } => "conversation.mentioned",
        ConversationEvent::MacroApplied { .. } => "conversation.macro_applied",
        ConversationEvent::FieldChanged { .. } => "conversation.field_changed",
        ConversationEvent::LinkWithdrawn { .. } => "conversation.link_withdrawn",
        ConversationEvent::ItemsAdded { .. } => "conversation.items_added",
        ConversationEvent::ItemChanged { .. } => "conversation.item_changed",
        ConversationEvent::TimeSpent { .. } => "conversation.time_spent",
        ConversationEvent::ContactLogged { .. } => "conversation.contact_logged",
        ConversationEvent::NoteEdited { .. } => "conversation.note_edited",
        ConversationEvent::Redacted { .. } => "conversation.redacted",
        ConversationEvent::CardsMasked { .. } => "conversation.cards_masked",
        ConversationEvent::Deleted { .. } => "conversation.deleted",
        ConversationEvent::Restored { .. } => "conversation.restored",
        ConversationEvent::Erased { .. } => "conversation.erased",
        ConversationEvent::MovedIn { made: false, .. } => "conversation.messages_moved_in",
        ConversationEvent::MovedIn { .. } => "conversation.moved_in",
        ConversationEvent::StepUndone { .. } => "conversation.step_undone",
        ConversationEvent::SideBegun { .. } => "conversation.side_begun",
        ConversationEvent::SideWritten { .. } => "conversation.side_written",
        ConversationEvent::SideAnswered { .. } => "conversation.side_answered",
        ConversationEvent::SideChanged { .. } => "conversation.side_changed",
        ConversationEvent::DraftShared { .. } => "conversation.draft_shared",
        ConversationEvent::DraftEnded { .. } => "conversation.draft_ended",
        ConversationEvent::SubjectChanged { .. } => "conversation.subject_changed",
        ConversationEvent::SideRenamed { .. } => "conversation.side_renamed",
        ConversationEvent::PromiseChanged { change, .. } => promise(*change),
        ConversationEvent::NeedChanged { change, .. } => need(*change),
        ConversationEvent::ServiceChosen { .. } => "conversation.service_chosen",
        ConversationEvent::DeadlineNear { .. } => "conversation.deadline_near",
        ConversationEvent::ClockTurned { .. } => "conversation.clock_turned",
        ConversationEvent::TurnWaits { .. } => "conversation.turn_waits",
        ConversationEvent::OutcomeStated { .. } => "conversation.outcome_stated",
        ConversationEvent::ComplaintChanged { change, .. } => change.code(),
        ConversationEvent::OpinionGiven { .. } => "conversation.opinion_given",
        ConversationEvent::Praised { .. } => "conversation.praised",
        ConversationEvent::ProblemLinked { linked: false, .. } => "conversation.problem_unlinked",
        ConversationEvent::ProblemLinked { again: true, .. } => "conversation.problem_came_back",
        ConversationEvent::ProblemLinked { .. } => "conversation.problem_linked",
        ConversationEvent::ByRule { did: RuleDid::Acted, .. } => "conversation.rule_acted",
        ConversationEvent::ByRule { did: RuleDid::Replied { .. }, .. } => "conversation.rule_replied",
        ConversationEvent::ByRule { did: RuleDid::Told { .. }, .. } => "conversation.rule_told",
        ConversationEvent::ByRule { did: RuleDid::Stopped { .. }, .. } => "conversation.rule_stopped",
        ConversationEvent::Read { .. } => "conversation.read",
    }
}

/// The name of what happened to a promise.
const fn need(change: NeedChange) -> &'static str {
    match change {
        NeedChange::Noted => "conversation.need_noted",
        NeedChange::Changed => "conversation.need_changed",
        NeedChange::Met => "conversation.need_met",
        NeedChange::Declined => "conversation.need_declined",
        NeedChange::Reopened => "conversation.need_reopened",
        NeedChange::Removed => "conversation.need_removed",
    }
}

const fn promise(change: PromiseChange) -> &'static str {
    match change {
        PromiseChange::Suggested => "conversation.promise_suggested",
        PromiseChange::Dropped => "conversation.promise_dropped",
        PromiseChange::Made => "conversation.promise_made",
        PromiseChange::Moved => "conversation.promise_moved",
        PromiseChange::Renegotiated => "conversation.promise_renegotiated",
        PromiseChange::Handed => "conversation.promise_handed",
        PromiseChange::Reminded => "conversation.promise_reminded",
        PromiseChange::Late => "conversation.promise_late",
        PromiseChange::Kept => "conversation.promise_kept",
        PromiseChange::Broken => "conversation.promise_broken",
        PromiseChange::Released => "conversation.promise_released",
        PromiseChange::Reopened => "conversation.promise_reopened",
    }
}
