//! What is left of a fact when nobody's words may be in it any more. Every new fact must say here what it holds.

use super::ConversationEvent;

impl ConversationEvent {
    /// The same fact without anybody's words, names or addresses but colleagues'.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        match &mut self {
            Self::MessageReceived { from, snippet, .. } | Self::SideAnswered { from, snippet, .. } => {
                from.clear();
                snippet.clear();
            }
            Self::ReplySent { snippet: words, .. }
            | Self::Forwarded { to: words, .. }
            | Self::SideBegun { to: words, .. }
            | Self::SideWritten { to: words, .. }
            | Self::DeliveryChanged { words, .. }
            | Self::ReceiptSent { to: words, .. }
            | Self::AnsweredFromArticles { to: words, .. }
            | Self::ReceiptsCapped { who: words, .. }
            | Self::CustomerChanged { name: words, .. }
            | Self::StateChanged { reason: words, .. }
            | Self::ParticipantChanged { who: words, .. }
            | Self::Redacted { why: words, .. }
            | Self::MovedIn { number: words, .. }
            | Self::ProblemLinked { title: words, .. }
            | Self::ItemChanged { item: words, .. } => words.clear(),
            Self::PromiseChanged { words, reason, .. } => {
                words.clear();
                reason.clear();
            }
            Self::NeedChanged { words, topic, reason, .. } => {
                words.clear();
                topic.clear();
                reason.clear();
            }
            Self::ItemsAdded { items, .. } => items.iter_mut().for_each(String::clear),
            Self::FieldChanged { change, .. } => {
                change.from.clear();
                change.to.clear();
            }
            Self::SubjectChanged { from, to, .. } | Self::SideRenamed { from, to, .. } => {
                from.clear();
                to.clear();
            }
            Self::Opened { .. }
            | Self::ReplyUndone { .. }
            | Self::Begun { .. }
            | Self::Recurred { .. }
            | Self::ReplyScheduled { .. }
            | Self::ReplyHeld { .. }
            | Self::ReplyCancelled { .. }
            | Self::NoteAdded { .. }
            | Self::Assigned { .. }
            | Self::HandedTo { .. }
            | Self::ClockBreached { .. }
            | Self::ServiceChosen { .. }
            | Self::DeadlineNear { .. }
            | Self::ClockTurned { .. }
            | Self::PicturesShown { .. }
            | Self::Split { .. }
            | Self::MergedInto { .. }
            | Self::TookIn { .. }
            | Self::CameAlong { .. }
            | Self::TakenApart { .. }
            | Self::MergeOffered { .. }
            | Self::Tagged { .. }
            | Self::Untagged { .. }
            | Self::Snoozed { .. }
            | Self::Woken { .. }
            | Self::Linked { .. }
            | Self::Followed { .. }
            | Self::SenderProved { .. }
            | Self::Mentioned { .. }
            | Self::MacroApplied { .. }
            | Self::LinkWithdrawn { .. }
            | Self::TimeSpent { .. }
            | Self::ContactLogged { .. }
            | Self::NoteEdited { .. }
            | Self::CardsMasked { .. }
            | Self::StepUndone { .. }
            | Self::SideChanged { .. }
            | Self::DraftShared { .. }
            | Self::DraftEnded { .. }
            | Self::ByRule { .. }
            | Self::Deleted { .. }
            | Self::Restored { .. }
            | Self::Erased { .. }
            | Self::TurnWaits { .. }
            | Self::OutcomeStated { .. }
            | Self::ComplaintChanged { .. }
            | Self::OpinionGiven { .. }
            | Self::Praised { .. }
            | Self::Read { .. } => {}
        }
        self
    }

    /// The same fact about what something was called, with the words that `without` takes out of it; nothing when it
    /// holds none of them.
    #[must_use]
    pub fn called_without(mut self, without: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let (Self::SubjectChanged { from, to, .. } | Self::SideRenamed { from, to, .. }) = &mut self else {
            return None;
        };
        let (first, then) = (without(from.as_str()), without(to.as_str()));
        if first.is_none() && then.is_none() {
            return None;
        }
        if let Some(first) = first {
            *from = first;
        }
        if let Some(then) = then {
            *to = then;
        }
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_leave_what_something_was_called_and_nothing_else() {
        let fact = |from: &str, to: &str| ConversationEvent::SubjectChanged {
            conversation: "cnv_01kyf5b0000000000000000000".parse().expect("an id"),
            from: from.into(),
            to: to.into(),
            by: "WORD".into(),
        };
        let without = |text: &str| text.contains("WORD").then(|| text.replace("WORD", "…"));
        assert!(fact("a", "b").called_without(without).is_none());
        let Some(ConversationEvent::SubjectChanged { from, to, by, .. }) = fact("a WORD", "b").called_without(without)
        else {
            panic!("it held one");
        };
        assert_eq!((from.as_str(), to.as_str(), by.as_str()), ("a …", "b", "WORD"));
    }

    #[test]
    fn nobodys_words_are_left_and_the_fact_stays_the_same() {
        let (conversation, message) = ("cnv_01kyf5b0000000000000000000", "msg_01kyf5b0000000000000000000");
        let side = "sid_01kyf5b0000000000000000000";
        let (one, other) = ("per_01kyf5b0000000000000000000", "per_01kyf5b0000000000000000001");
        for fact in [
            json!({ "type": "message_received", "message": message, "from": "WORD", "snippet": "WORD", "automatic": true }),
            json!({ "type": "reply_sent", "message": message, "by": "Ingrid", "snippet": "WORD" }),
            json!({ "type": "forwarded", "message": message, "by": "Ingrid", "to": "WORD" }),
            json!({ "type": "delivery_changed", "message": message, "state": "failed", "words": "WORD" }),
            json!({ "type": "receipt_sent", "message": message, "to": "WORD", "until": "2026-11-18T12:48:00Z" }),
            json!({ "type": "answered_from_articles", "message": message, "to": "WORD",
                "shown": [{ "text": "atx_1", "title": "Returns", "version": 2 }] }),
            json!({ "type": "receipts_capped", "who": "WORD" }),
            json!({ "type": "customer_changed", "from": one, "to": other, "name": "WORD" }),
            json!({ "type": "state_changed", "from": "open", "to": "closed", "reason": "WORD" }),
            json!({ "type": "participant_changed", "who": "WORD", "state": "removed" }),
            json!({ "type": "redacted", "message": message, "by": "Ingrid", "why": "WORD" }),
            json!({ "type": "items_added", "items": ["WORD", "WORD"] }),
            json!({ "type": "item_changed", "change": "done", "item": "WORD" }),
            json!({ "type": "field_changed", "name": "Order", "from": "WORD", "to": "WORD" }),
            json!({ "type": "side_begun", "side": side, "message": message, "by": "Ingrid", "to": "WORD" }),
            json!({ "type": "side_written", "side": side, "message": message, "by": "Ingrid", "to": "WORD" }),
            json!({ "type": "side_answered", "side": side, "message": message, "from": "WORD", "snippet": "WORD", "automatic": false }),
            json!({ "type": "side_changed", "side": side, "open": false, "by": "Ingrid" }),
            json!({ "type": "subject_changed", "from": "WORD", "to": "WORD", "by": "Ingrid" }),
            json!({ "type": "side_renamed", "side": side, "from": "WORD", "to": "WORD", "by": "Ingrid" }),
            json!({ "type": "note_added", "message": message, "by": "Ingrid" }),
            json!({ "type": "promise_changed", "promise": "prm_01kyf5b0000000000000000000", "change": "released",
                "message": message, "words": "WORD", "keeper": null, "who": "Ingrid", "due": null, "reason": "WORD" }),
            json!({ "type": "need_changed", "need": "ned_01kyf5b0000000000000000000", "change": "declined",
                "message": message, "words": "WORD", "topic": "WORD", "reason": "WORD", "by": "Ingrid" }),
            json!({ "type": "problem_linked", "problem": "prb_01kyf5b0000000000000000000", "title": "WORD",
                "linked": true, "again": false }),
        ] {
            let mut fact = fact;
            fact["conversation"] = conversation.into();
            let event: ConversationEvent = serde_json::from_value(fact.clone()).expect("a fact");
            let left = serde_json::to_value(event.without_words()).expect("a fact");
            let expected: serde_json::Value =
                serde_json::from_str(&fact.to_string().replace("WORD", "")).expect("the same without words");
            assert_eq!(left, expected);
        }
    }
}
