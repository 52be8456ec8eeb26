//! What people read of each fact in the history: the id of a message and its arguments.

use base::event::Sentence;

use super::{ClockKind, ConversationEvent, turns};
use crate::model::{
    ComplaintChange, ContactWay, DraftEnd, Ending, GivenBecause, HeldBecause, ItemChange, LinkKind, NeedChange,
    PromiseChange, RuleDid, Said, State, StepKind, WokenBy,
};

pub(super) fn of(event: &ConversationEvent) -> Sentence {
    match event {
        ConversationEvent::Opened { linked_from: Some(_), .. } => {
            Sentence { message: "event-opened-linked", args: vec![] }
        }
        ConversationEvent::Opened { .. } => Sentence { message: "event-opened", args: vec![] },
        ConversationEvent::MessageReceived { from, .. } => {
            sentence("event-message-received", vec![("from", from.clone())])
        }
        ConversationEvent::ReplySent { by, .. } => sentence("event-reply-sent", vec![("by", by.clone())]),
        ConversationEvent::ReplyUndone { .. } => Sentence { message: "event-reply-undone", args: vec![] },
        ConversationEvent::Recurred { .. } => Sentence { message: "event-recurred", args: vec![] },
        ConversationEvent::Begun { by, .. } => sentence("event-begun", vec![("by", by.clone())]),
        ConversationEvent::Forwarded { by, to, .. } => {
            sentence("event-forwarded", vec![("by", by.clone()), ("to", to.clone())])
        }
        ConversationEvent::ReplyScheduled { by, .. } => sentence("event-reply-scheduled", vec![("by", by.clone())]),
        ConversationEvent::ReplyHeld { why: HeldBecause::SomebodyWrote, .. } => {
            Sentence { message: "event-reply-held-wrote", args: vec![] }
        }
        ConversationEvent::ReplyHeld { why: HeldBecause::Merged, .. } => {
            Sentence { message: "event-reply-held-merged", args: vec![] }
        }
        ConversationEvent::ReplyHeld { why: HeldBecause::Closed, .. } => {
            Sentence { message: "event-reply-held-closed", args: vec![] }
        }
        ConversationEvent::ReplyCancelled { by, .. } => sentence("event-reply-cancelled", vec![("by", by.clone())]),
        ConversationEvent::DeliveryChanged { state, words, .. } => sentence(
            match state {
                crate::DeliveryState::Sent => "event-delivery-sent",
                crate::DeliveryState::Failed => "event-delivery-failed",
                crate::DeliveryState::Bounced => "event-delivery-bounced",
                _ => "event-delivery-changed",
            },
            vec![("words", words.clone())],
        ),
        ConversationEvent::ReceiptSent { to, .. } => sentence("event-receipt-sent", vec![("to", to.clone())]),
        ConversationEvent::AnsweredFromArticles { to, shown, .. } => {
            let titles: Vec<String> = shown.iter().map(|one| format!("{} ({})", one.title, one.version)).collect();
            sentence("event-answered-from-articles", vec![("to", to.clone()), ("titles", titles.join(", "))])
        }
        ConversationEvent::ReceiptsCapped { who, .. } => sentence("event-receipts-capped", vec![("who", who.clone())]),
        ConversationEvent::NoteAdded { by, .. } => sentence("event-note-added", vec![("by", by.clone())]),
        ConversationEvent::Assigned { to, name, why: Some(why), .. } => given(to.is_some(), name, why),
        ConversationEvent::Assigned { to: None, .. } => Sentence { message: "event-unassigned", args: vec![] },
        ConversationEvent::Assigned { name, .. } => sentence("event-assigned", vec![("name", name.clone())]),
        ConversationEvent::HandedTo { to: None, .. } => Sentence { message: "event-handed-to-none", args: vec![] },
        ConversationEvent::HandedTo { name, .. } => sentence("event-handed-to", vec![("name", name.clone())]),
        ConversationEvent::CustomerChanged { name, .. } => {
            sentence("event-customer-changed", vec![("name", name.clone())])
        }
        ConversationEvent::StateChanged { to, reason, .. } => {
            sentence(state_message(*to), vec![("reason", reason.clone())])
        }
        ConversationEvent::ClockBreached { clock: ClockKind::First, .. } => {
            Sentence { message: "event-breached-first", args: vec![] }
        }
        ConversationEvent::ClockBreached { clock: ClockKind::Next, .. } => {
            Sentence { message: "event-breached-next", args: vec![] }
        }
        ConversationEvent::ClockBreached { clock: ClockKind::Resolution, .. } => {
            Sentence { message: "event-breached-resolution", args: vec![] }
        }
        ConversationEvent::ServiceChosen { policy: None, .. } => {
            Sentence { message: "event-service-usual", args: vec![] }
        }
        ConversationEvent::ServiceChosen { name, .. } => sentence("event-service-chosen", vec![("name", name.clone())]),
        ConversationEvent::ClockTurned { runs, .. } => {
            Sentence { message: if *runs { "event-clock-runs" } else { "event-clock-still" }, args: vec![] }
        }
        ConversationEvent::DeadlineNear { clock, .. } => Sentence {
            message: match clock {
                ClockKind::First => "event-near-first",
                ClockKind::Next => "event-near-next",
                ClockKind::Resolution => "event-near-resolution",
            },
            args: vec![],
        },
        ConversationEvent::PicturesShown { .. } => Sentence { message: "event-pictures-shown", args: vec![] },
        ConversationEvent::ParticipantChanged { who, state, .. } => sentence(
            match state {
                crate::ParticipantState::Confirmed => "event-takes-part",
                crate::ParticipantState::NewHere => "event-new-here",
                crate::ParticipantState::Removed => "event-taken-out",
            },
            vec![("who", who.clone())],
        ),
        ConversationEvent::Split { number, .. } => sentence("event-split", vec![("number", number.to_string())]),
        ConversationEvent::MergedInto { number, .. } => {
            sentence("event-merged-into", vec![("number", number.to_string())])
        }
        ConversationEvent::TookIn { number, .. } => sentence("event-took-in", vec![("number", number.to_string())]),
        ConversationEvent::CameAlong { number, .. } => {
            sentence("event-came-along", vec![("number", number.to_string())])
        }
        ConversationEvent::TakenApart { number, .. } => {
            sentence("event-taken-apart", vec![("number", number.to_string())])
        }
        ConversationEvent::MergeOffered { number, .. } => {
            sentence("event-merge-offered", vec![("number", number.to_string())])
        }
        ConversationEvent::Tagged { tags, .. } => sentence("event-tagged", vec![("tags", tags.join(", "))]),
        ConversationEvent::Untagged { tags, .. } => sentence("event-untagged", vec![("tags", tags.join(", "))]),
        ConversationEvent::Snoozed { until: Some(_), .. } => Sentence { message: "event-snoozed-until", args: vec![] },
        ConversationEvent::Snoozed { until: None, .. } => Sentence { message: "event-snoozed-reply", args: vec![] },
        ConversationEvent::Woken { by, .. } => Sentence {
            message: match by {
                WokenBy::Time => "event-woken-time",
                WokenBy::Message => "event-woken-message",
                WokenBy::Colleague => "event-woken-colleague",
            },
            args: vec![],
        },
        ConversationEvent::Linked { number, kind, .. } => sentence(
            match kind {
                Some(LinkKind::Related) => "event-linked-related",
                Some(LinkKind::Parent) => "event-linked-parent",
                Some(LinkKind::Child) => "event-linked-child",
                None => "event-unlinked",
            },
            vec![("number", number.to_string())],
        ),
        ConversationEvent::Followed { by, follows: true, .. } => sentence("event-followed", vec![("by", by.clone())]),
        ConversationEvent::Followed { by, .. } => sentence("event-unfollowed", vec![("by", by.clone())]),
        ConversationEvent::SenderProved { .. } => Sentence { message: "event-sender-proved", args: vec![] },
        ConversationEvent::Mentioned { .. } => Sentence { message: "event-mentioned", args: vec![] },
        ConversationEvent::FieldChanged { change, .. } => sentence(
            "event-field-changed",
            vec![("name", change.name.clone()), ("from", change.from.clone()), ("to", change.to.clone())],
        ),
        ConversationEvent::MacroApplied { name, .. } => sentence("event-macro-applied", vec![("macro", name.clone())]),
        ConversationEvent::LinkWithdrawn { by, .. } => sentence("event-link-withdrawn", vec![("by", by.clone())]),
        ConversationEvent::ItemsAdded { items, .. } => sentence("event-items-added", vec![("items", items.join(", "))]),
        ConversationEvent::ItemChanged { change, item, .. } => sentence(
            match ItemChange::from_code(change) {
                Some(ItemChange::Done) => "event-item-done",
                Some(ItemChange::Undone) => "event-item-undone",
                Some(ItemChange::Removed) => "event-item-removed",
                _ => "event-item-moved",
            },
            vec![("item", item.clone())],
        ),
        ConversationEvent::TimeSpent { by, minutes, .. } => sentence(
            if *minutes < 0 { "event-time-taken-back" } else { "event-time-spent" },
            vec![("by", by.clone()), ("n", minutes.saturating_abs().to_string())],
        ),
        ConversationEvent::ContactLogged { by, way: ContactWay::Phone, .. } => {
            sentence("event-call-logged", vec![("by", by.clone())])
        }
        ConversationEvent::ContactLogged { by, .. } => sentence("event-visit-logged", vec![("by", by.clone())]),
        ConversationEvent::NoteEdited { by, .. } => sentence("event-note-edited", vec![("by", by.clone())]),
        ConversationEvent::Redacted { by, why, .. } => {
            sentence("event-redacted", vec![("by", by.clone()), ("reason", why.clone())])
        }
        ConversationEvent::CardsMasked { by, .. } => sentence("event-cards-masked", vec![("by", by.clone())]),
        ConversationEvent::MovedIn { source, number, .. } => sentence(
            match (source.is_empty(), number.is_empty()) {
                (true, true) => "event-moved-in",
                (false, true) => "event-moved-in-from",
                (true, false) => "event-moved-in-number",
                (false, false) => "event-moved-in-from-number",
            },
            vec![("source", source.clone()), ("number", number.clone())],
        ),
        ConversationEvent::StepUndone { by, step, .. } => sentence(
            match step {
                StepKind::Owner => "event-undone-owner",
                StepKind::Department => "event-undone-department",
                StepKind::State => "event-undone-state",
                StepKind::Tags => "event-undone-tags",
                StepKind::Snooze => "event-undone-snooze",
                StepKind::Macro => "event-undone-macro",
                StepKind::Delete => "event-undone-delete",
                StepKind::Subject => "event-undone-subject",
                StepKind::Side => "event-undone-side",
            },
            vec![("by", by.clone())],
        ),
        ConversationEvent::SideBegun { by, to, .. } => {
            sentence("event-side-begun", vec![("by", by.clone()), ("to", to.clone())])
        }
        ConversationEvent::SideWritten { by, to, .. } => {
            sentence("event-side-written", vec![("by", by.clone()), ("to", to.clone())])
        }
        ConversationEvent::SideAnswered { from, .. } => sentence("event-side-answered", vec![("from", from.clone())]),
        ConversationEvent::SideChanged { by, open, .. } => {
            sentence(if *open { "event-side-reopened" } else { "event-side-closed" }, vec![("by", by.clone())])
        }
        ConversationEvent::SubjectChanged { from, to, by, .. } => called(
            match (from.is_empty(), to.is_empty()) {
                (false, false) => "event-subject-changed",
                (true, false) => "event-subject-given",
                (false, true) => "event-subject-taken",
                (true, true) => "event-subject-some",
            },
            (by, from, to),
        ),
        ConversationEvent::SideRenamed { from, to, by, .. } => called(
            if from.is_empty() || to.is_empty() { "event-side-renamed-some" } else { "event-side-renamed" },
            (by, from, to),
        ),
        ConversationEvent::DraftShared { by, to: None, .. } => sentence("event-draft-shared", vec![("by", by.clone())]),
        ConversationEvent::DraftShared { by, name, .. } => {
            sentence("event-draft-asked", vec![("by", by.clone()), ("name", name.clone())])
        }
        ConversationEvent::DraftEnded { by, author, became, .. } => sentence(
            match became {
                DraftEnd::Sent => "event-draft-sent",
                DraftEnd::Taken => "event-draft-taken",
                DraftEnd::ThrownAway => "event-draft-thrown-away",
                DraftEnd::BroughtBack => "event-draft-brought-back",
            },
            vec![("by", by.clone()), ("author", author.clone())],
        ),
        ConversationEvent::PromiseChanged { change, words, who, reason, .. } => {
            let mut args = vec![("words", words.clone()), ("who", who.clone())];
            if !reason.is_empty() {
                args.push(("reason", reason.clone()));
            }
            sentence(promise(*change, who.is_empty()), args)
        }
        ConversationEvent::NeedChanged { change, words, reason, by, .. } => {
            let mut args = vec![("words", words.clone())];
            // What else becomes of it is told with whoever did it.
            if *change == NeedChange::Noted {
                args.push(("by", by.clone()));
            }
            if !reason.is_empty() {
                args.push(("reason", reason.clone()));
            }
            sentence(need(*change, by.is_empty()), args)
        }
        ConversationEvent::TurnWaits { missing, back, .. } => turns::waits(missing.as_ref(), *back),
        ConversationEvent::ProblemLinked { title, linked, again, .. } => sentence(
            match (linked, again) {
                (true, false) => "event-same-cause",
                (true, true) => "event-same-cause-again",
                (false, _) => "event-other-cause",
            },
            vec![("title", title.clone())],
        ),
        ConversationEvent::Deleted { by, number, .. } => numbered("event-deleted", by, *number),
        ConversationEvent::Restored { by, number, .. } => numbered("event-restored", by, *number),
        ConversationEvent::Erased { by, number, .. } if by.is_empty() => {
            sentence("event-erased-by-time", vec![("number", number.to_string())])
        }
        ConversationEvent::Erased { by, number, .. } => numbered("event-erased", by, *number),
        ConversationEvent::OutcomeStated { outcome, by, .. } => {
            let by = ("by", by.clone());
            match outcome {
                Some(outcome) => sentence(ending(outcome.ending), vec![by]),
                None => sentence("event-outcome-none", vec![by]),
            }
        }
        ConversationEvent::ComplaintChanged { change, by, .. } => sentence(
            match change {
                ComplaintChange::Marked => "event-complaint-marked",
                ComplaintChange::Cleared => "event-complaint-cleared",
                ComplaintChange::Content if by.is_empty() => "event-complaint-content-customer",
                ComplaintChange::Content => "event-complaint-content",
                ComplaintChange::Overridden => "event-complaint-overridden",
            },
            vec![("by", by.clone())],
        ),
        ConversationEvent::OpinionGiven { said, .. } => Sentence {
            message: match said {
                Said::Exactly => "event-opinion-exactly",
                Said::Almost => "event-opinion-almost",
                Said::No => "event-opinion-no",
            },
            args: vec![],
        },
        ConversationEvent::Praised { .. } => Sentence { message: "event-praised", args: vec![] },
        ConversationEvent::ByRule { name, did, .. } => by_rule(name, did),
        ConversationEvent::Read { .. } => Sentence { message: "event-read", args: vec![] },
    }
}

/// What happened to a need; `nobody` in particular did it.
const fn need(change: NeedChange, nobody: bool) -> &'static str {
    match change {
        NeedChange::Noted if nobody => "event-need-noted-itself",
        NeedChange::Noted => "event-need-noted",
        NeedChange::Changed => "event-need-changed",
        NeedChange::Met => "event-need-met",
        NeedChange::Declined => "event-need-declined",
        NeedChange::Reopened => "event-need-reopened",
        NeedChange::Removed => "event-need-removed",
    }
}
/// What became of it.
const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Righted => "event-outcome-righted",
        Ending::Informed => "event-outcome-informed",
        Ending::Ordered => "event-outcome-ordered",
        Ending::Lost => "event-outcome-lost",
        Ending::Other => "event-outcome-other",
    }
}

/// What happened to a promise; `nobody` keeps it but those who lead.
const fn promise(change: PromiseChange, nobody: bool) -> &'static str {
    match change {
        PromiseChange::Suggested => "event-promise-suggested",
        PromiseChange::Dropped => "event-promise-dropped",
        PromiseChange::Made => "event-promise-made",
        PromiseChange::Moved => "event-promise-moved",
        PromiseChange::Renegotiated => "event-promise-renegotiated",
        PromiseChange::Handed if nobody => "event-promise-handed-leads",
        PromiseChange::Handed => "event-promise-handed",
        PromiseChange::Reminded => "event-promise-reminded",
        PromiseChange::Late => "event-promise-late",
        PromiseChange::Kept => "event-promise-kept",
        PromiseChange::Broken => "event-promise-broken",
        PromiseChange::Released => "event-promise-released",
        PromiseChange::Reopened => "event-promise-reopened",
    }
}

/// What a rule did; its name stands where else the name of whoever acts would.
fn by_rule(name: &str, did: &RuleDid) -> Sentence {
    let by = ("by", name.to_owned());
    match did {
        RuleDid::Acted => sentence("event-rule-acted", vec![by]),
        RuleDid::Replied { .. } => sentence("event-rule-replied", vec![by]),
        RuleDid::Told { .. } => sentence("event-rule-told", vec![by]),
        RuleDid::Stopped { other } => sentence("event-rule-stopped", vec![by, ("other", other.clone())]),
    }
}

/// Given to somebody, or back to nobody, without a colleague's doing.
fn given(to_somebody: bool, name: &str, why: &GivenBecause) -> Sentence {
    let (name, owner) = (|| ("name", name.to_owned()), |owner: &String| ("owner", owner.clone()));
    match (why, to_somebody) {
        (GivenBecause::Away { owner: of, deputy }, true) if deputy.is_empty() => {
            sentence("event-assigned-away", vec![name(), owner(of)])
        }
        (GivenBecause::Away { owner: of, deputy }, false) if deputy.is_empty() => {
            sentence("event-unassigned-away", vec![owner(of)])
        }
        (GivenBecause::Away { owner: of, deputy }, true) => {
            sentence("event-assigned-away-full", vec![name(), owner(of), ("deputy", deputy.clone())])
        }
        (GivenBecause::Away { owner: of, deputy }, false) => {
            sentence("event-unassigned-away-full", vec![owner(of), ("deputy", deputy.clone())])
        }
        (GivenBecause::Full { owner: of }, true) => sentence("event-assigned-full", vec![name(), owner(of)]),
        (GivenBecause::Full { owner: of }, false) => sentence("event-unassigned-full", vec![owner(of)]),
        (GivenBecause::Turn { by, open, without, back }, _) => {
            turns::given(name().1, (*by, *open), without.as_ref(), *back)
        }
        (GivenBecause::Back { deputy }, _) if deputy.is_empty() => sentence("event-assigned-back-alone", vec![name()]),
        (GivenBecause::Back { deputy }, _) => sentence("event-assigned-back", vec![name(), ("deputy", deputy.clone())]),
    }
}

/// What was called otherwise; words that were taken out are not told.
fn called(message: &'static str, (by, from, to): (&str, &str, &str)) -> Sentence {
    let all = [("by", by), ("from", from), ("to", to)].into_iter();
    sentence(message, all.map(|(name, text)| (name, text.to_owned())).collect())
}

fn numbered(message: &'static str, by: &str, number: i64) -> Sentence {
    sentence(message, vec![("by", by.to_owned()), ("number", number.to_string())])
}

fn sentence(message: &'static str, args: Vec<(&'static str, String)>) -> Sentence {
    Sentence { message, args }
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
