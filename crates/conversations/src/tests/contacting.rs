//! Calls and visits: they stand among the messages, and a talk answers the customer.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::commands::NewContact;
use crate::model::PromiseChoices;
use crate::{Contact, ContactWay, Direction};

fn call(spoke: bool, minutes_ago: i64, p: &Platform) -> NewContact {
    NewContact {
        contact: Contact { spoke, minutes: 12, ..Contact::default() },
        at: Some(p.clock.business() - SignedDuration::from_mins(minutes_ago)),
        body: "She comes on Friday.".into(),
        then: AfterReply::Wait,
        outcome: None,
        promises: PromiseChoices::default(),
    }
}

#[test]
fn a_talk_answers_the_customer_and_a_try_does_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let id = &placed.conversation;
        test.clock.advance(SignedDuration::from_mins(60));
        commands::log_contact(p, &actor, id, call(false, 0, p)).await.expect("logged");
        let tried = find(p, id).await;
        assert!(tried.clocks.first_due.is_some() && tried.customer_spoke_last && tried.state == State::New);
        assert_eq!(tried.assignee, None);
        commands::log_contact(p, &actor, id, call(true, 90, p)).await.expect("logged");
        assert!(find(p, id).await.clocks.first_due.is_some(), "before they wrote: it answers nothing");
        let at = p.clock.business() - SignedDuration::from_mins(30);
        let talk = commands::log_contact(p, &actor, id, call(true, 30, p)).await.expect("logged");
        let after = find(p, id).await;
        assert_eq!((after.clocks.first_due, after.clocks.first_replied_at), (None, Some(at)));
        assert_eq!((after.state, after.customer_spoke_last, after.unread), (State::WaitingCustomer, false, false));
        assert_eq!((after.assignee, after.snippet.as_str()), (Some(me), "She comes on Friday."));
        let shown = thread(p, id).await;
        let it = shown.messages.iter().find(|one| one.id == talk).expect("stands there");
        assert_eq!((it.kind, it.at, it.contact.as_ref().map(|one| one.minutes)), (MessageKind::Contact, at, Some(12)));
        assert_eq!(happened(&shown, "conversation.contact_logged"), 3);
        assert_eq!(super::searching::numbers(p, "friday").await, [placed.number]);
        healthy(p).await;
    });
}

#[test]
fn what_cannot_have_been_is_refused_and_closing_by_a_talk_asks_like_closing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let part = take_in(p, mail(p, "ola@post.example", "Delen", "Hei")).await;
        let id = &placed.conversation;
        let refused = commands::log_contact(p, &actor, id, call(true, -60, p)).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoTime))));
        commands::link(p, &actor, id, part.number, crate::LinkKind::Child).await.expect("linked");
        let closing = NewContact { then: AfterReply::Solve, ..call(true, 0, p) };
        let refused = commands::log_contact(p, &actor, id, closing.clone()).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ChildrenOpen))));
        assert_eq!(thread(p, id).await.messages.len(), 1, "nothing is left of it");
        commands::unlink(p, &actor, id, part.number).await.expect("unlinked");
        commands::log_contact(p, &actor, id, closing).await.expect("logged");
        assert_eq!(find(p, id).await.state, State::Solved);
        healthy(p).await;
    });
}

#[test]
fn a_visit_begins_a_conversation_with_a_customer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let person =
            find(p, &take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation).await.person;
        let contact = Contact { way: ContactWay::Visit, direction: Direction::In, spoke: true, ..Contact::default() };
        let new = NewContact { contact, then: AfterReply::StayOpen, ..call(true, 5, p) };
        let refused = commands::begin_contact(p, &actor, &person, " ", new.clone()).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSubject))));
        let (id, _) = commands::begin_contact(p, &actor, &person, "The saddle", new).await.expect("begun");
        let begun = find(p, &id).await;
        assert_eq!((begun.person, begun.assignee, begun.state), (person, Some(me), State::Open));
        assert!(begun.clocks.first_due.is_none() && begun.clocks.first_replied_at.is_some());
        let shown = thread(p, &id).await;
        assert_eq!((happened(&shown, "conversation.begun"), shown.messages.len()), (1, 1));
        healthy(p).await;
    });
}

#[test]
fn a_call_that_is_written_down_later_kept_a_promise_when_it_was_made() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let id = &placed.conversation;
        // Promised for an hour from now, written down after two.
        for (minutes_ago, state) in [(90, crate::PromiseState::Kept), (30, crate::PromiseState::Broken)] {
            let due = p.clock.business() + SignedDuration::from_hours(1);
            let by = due.to_zoned(jiff::tz::TimeZone::get("Europe/Oslo").expect("a zone"));
            let by = by.strftime("%Y-%m-%dT%H:%M").to_string();
            let new = commands::NewPromise { words: "Call".into(), by, owner: None };
            let made = commands::make_promise(p, &actor, id, new).await.expect("made");
            test.clock.advance_business(SignedDuration::from_hours(2));
            let promises = PromiseChoices { keeps: vec![made.clone()], ..PromiseChoices::default() };
            let talk = NewContact { promises, ..call(true, minutes_ago, p) };
            commands::log_contact(p, &actor, id, talk).await.expect("logged");
            let it = thread(p, id).await.promises.into_iter().find(|one| one.id == made).expect("is there");
            assert_eq!(it.state, state, "{minutes_ago} minutes ago");
        }
        healthy(p).await;
    });
}
