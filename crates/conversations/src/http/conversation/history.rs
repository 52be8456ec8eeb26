//! What happened between the messages: who, when and why. More than two in a row are folded away.

use base::Instant;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon_small;

use super::super::lens::Lens;
use super::messages::{self, Names};
use crate::queries::Thread;
use crate::{Happening, Message};

/// One thing in the thread.
enum Entry<'a> {
    Said(&'a Message),
    Happened(Vec<&'a Happening>),
}

/// Messages and history in the order of time.
pub(super) fn entries(lens: Lens<'_>, thread: &Thread, names: &Names<'_>) -> Markup {
    html! {
        @for entry in woven(thread) {
            @match entry {
                Entry::Said(message) => (messages::message(lens, message, names)),
                Entry::Happened(events) if events.len() > 2 => {
                    details.fold #{ "h-" (base::clock::to_micros(events[0].at)) } {
                        summary { (icon_small("right")) (lens.say.with("thread-events", args![count = events.len()])) }
                        ul.col { @for event in events { li { (line(lens, event, names)) } } }
                    }
                },
                Entry::Happened(events) => { @for event in events { (line(lens, event, names)) } },
            }
        }
    }
}

/// A fact that a message tells already needs no line of its own.
fn worth_a_line(event: &Happening) -> bool {
    !matches!(
        event.kind.as_str(),
        "conversation.message_received"
            | "conversation.reply_sent"
            | "conversation.forwarded"
            | "conversation.receipt_sent"
            | "conversation.answered_from_articles"
            | "conversation.rule_replied"
            | "conversation.note_added"
            | "conversation.contact_logged"
            | "conversation.side_begun"
            | "conversation.side_written"
            | "conversation.side_answered"
            | "conversation.item_changed"
            | "conversation.promise_suggested"
            | "conversation.promise_dropped"
            | "conversation.mentioned"
            | "conversation.delivery_changed"
            | "conversation.pictures_shown"
            | "conversation.merge_offered"
            | "conversation.messages_moved_in"
            | "conversation.clock_turned"
            | "conversation.read"
    )
}

fn woven(thread: &Thread) -> Vec<Entry<'_>> {
    let mut events = thread.history.iter().filter(|event| worth_a_line(event)).peekable();
    let mut entries = Vec::new();
    for message in messages::shown(&thread.messages) {
        let mut before = Vec::new();
        // What a message began stands before it, what it led to after it.
        let earlier = |event: &&Happening| {
            event.at < message.at || (event.at == message.at && event.kind == "conversation.opened")
        };
        while let Some(event) = events.next_if(earlier) {
            before.push(event);
        }
        push(&mut entries, before);
        entries.push(Entry::Said(message));
    }
    push(&mut entries, events.collect());
    entries
}

fn push<'a>(entries: &mut Vec<Entry<'a>>, events: Vec<&'a Happening>) {
    if !events.is_empty() {
        entries.push(Entry::Happened(events));
    }
}

fn line(lens: Lens<'_>, event: &Happening, names: &Names<'_>) -> Markup {
    let breached = event.kind == "conversation.clock_breached";
    let said = |wanted: &str| event.sentence.args.iter().find(|(name, text)| *name == wanted && !text.is_empty());
    let who = who(lens, &event.actor, names).filter(|_| said("by").is_none());
    // Who takes something is not told of twice.
    let taken = said("name").map(|(_, name)| name).filter(|name| who.as_ref() == Some(*name));
    html! {
        p.event data-tone=[breached.then_some("bad")] {
            (icon_small(sign(&event.kind)))
            @match taken {
                Some(name) => span { (lens.say.with("event-taken", args![name = name])) },
                None => {
                    span { (lens.say.sentence(&event.sentence)) }
                    @if let Some((_, reason)) = said("reason") { q { (reason) } }
                    @if let Some(who) = who { b { (who) } }
                }
            }
            (when(lens, event.at))
        }
    }
}

fn when(lens: Lens<'_>, at: Instant) -> Markup {
    lens.time(at)
}

/// The one who acted, unless it is plain: the customer, or time itself.
fn who(lens: Lens<'_>, actor: &str, names: &Names<'_>) -> Option<String> {
    match actor.split_once(':') {
        Some(("staff", id)) => Some(names.staff(id).map_or_else(|| lens.text("event-by-former"), str::to_owned)),
        // What a rule is called stands in the line itself.
        Some(("rule", _)) => Some(lens.text("event-by-rule")),
        _ => None,
    }
}

fn sign(kind: &str) -> &'static str {
    match kind {
        "conversation.opened" => "mail",
        "conversation.assigned" | "conversation.customer_changed" => "user",
        "conversation.handed_to" => "box",
        "conversation.time_spent" => "clock",
        "conversation.items_added" => "checks",
        "conversation.note_edited"
        | "conversation.draft_shared"
        | "conversation.draft_ended"
        | "conversation.subject_changed"
        | "conversation.side_renamed" => "edit",
        "conversation.redacted" | "conversation.cards_masked" => "shield",
        "conversation.clock_breached" | "conversation.service_chosen" | "conversation.deadline_near" => "clock",
        "conversation.receipts_capped" => "alert",
        "conversation.reply_undone" | "conversation.step_undone" => "undo",
        "conversation.followed" => "eye",
        "conversation.side_changed" => "users",
        "conversation.link_withdrawn" | "conversation.linked" => "link",
        "conversation.deleted" | "conversation.erased" => "x",
        "conversation.restored" => "undo",
        "conversation.snoozed" | "conversation.woken" => "snooze",
        "conversation.tagged" | "conversation.untagged" => "tag",
        "conversation.macro_applied" => "auto",
        "conversation.rule_stopped" => "alert",
        kind if kind.starts_with("conversation.rule_") => "auto",
        kind if kind.starts_with("conversation.promise_") => "promise",
        kind if kind.starts_with("conversation.need_") => "heart",
        kind if kind.starts_with("conversation.problem_") => "repeat",
        _ => "repeat",
    }
}

#[cfg(test)]
mod tests {
    use base::Language;
    use base::event::Sentence;
    use jiff::SignedDuration;
    use people::person::Person;

    use super::*;
    use crate::DeliveryState;
    use crate::http::testing::{NASTY, conversation, lens, message, now, reply, say};

    fn happening(minutes_ago: i64, kind: &str, reason: &str) -> Happening {
        Happening {
            at: now() - SignedDuration::from_mins(minutes_ago),
            actor: "staff:stf_gone".into(),
            sentence: Sentence { message: "event-state-solved", args: vec![("reason", reason.into())] },
            kind: kind.into(),
        }
    }

    fn thread(history: Vec<Happening>) -> Thread {
        let it = conversation();
        let person = Person {
            id: it.person.clone(),
            name: NASTY.into(),
            name_doubtful: true,
            language: None,
            created_at: now(),
        };
        let messages = vec![message(), reply(DeliveryState::Undone), reply(DeliveryState::Failed)];
        let (addresses, participants, merged, offers) = (vec![], vec![], None, vec![]);
        Thread {
            conversation: it,
            person,
            addresses,
            participants,
            merged,
            offers,
            assignee_name: None,
            department_name: None,
            tags: vec![],
            links: vec![],
            followers: vec![],
            checklist: vec![],
            spent: vec![],
            origin: None,
            stood_in_for: None,
            came_as: None,
            parts_called: vec![],
            mailbox: None,
            drafts: false,
            tracks_time: true,
            promises: vec![],
            needs: vec![],
            promised: vec![],
            problems: vec![],
            sides: vec![],
            ended: crate::queries::Ended::default(),
            messages,
            history,
        }
    }

    fn shown(thread: &Thread) -> String {
        let say = say(Language::En);
        entries(lens(&say), thread, &Names::of(thread, &[])).into_string()
    }

    #[test]
    fn three_in_a_row_are_folded_and_two_are_not() {
        let state = "conversation.state_changed";
        let two = shown(&thread(vec![happening(5, state, ""), happening(4, state, "")]));
        assert!(!two.contains("<details"), "{two}");
        let three = shown(&thread(vec![happening(5, state, ""), happening(4, state, ""), happening(3, state, "x")]));
        assert!(three.contains("<details class=\"fold\"") && three.contains("3 events"), "{three}");
        assert_eq!(three.matches("class=\"event\"").count(), 3);
    }

    #[test]
    fn a_happening_stands_where_it_happened_with_its_reason() {
        let out = shown(&thread(vec![happening(90, "conversation.opened", ""), happening(5, "x", NASTY)]));
        let at = |text: &str| out.find(text).expect("in the thread");
        assert!(at("class=\"event\"") < at("<article"), "before the message");
        assert!(at("<q>") > at("<article") && !out.contains("<img"), "{out}");
    }

    #[test]
    fn what_a_message_tells_is_not_told_twice_and_what_was_taken_back_was_never_said() {
        let out =
            shown(&thread(vec![happening(5, "conversation.reply_sent", ""), happening(4, "conversation.read", "")]));
        assert!(!out.contains("class=\"event\""));
        assert_eq!(out.matches("<article").count(), 2, "the reply that was taken back is not there");
    }
}
