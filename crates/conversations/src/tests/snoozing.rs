//! Put away for a while: out of the lists, back by its time, by a message, by hand; and no clock stops.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::Snooze;

const KARI: &str = "kari@post.example";

async fn listed(p: &Platform, view: View, group: Group) -> Vec<ConversationId> {
    let query = ListQuery { view, group, after: None, most: 50 };
    let mut conn = p.db.read().await.expect("read");
    let page = queries::list(&mut conn, &Scope::All, &query, p.clock.business()).await.expect("list");
    page.rows.into_iter().map(|row| row.conversation.id).collect()
}

/// Its time, so many hours from now.
fn hours(p: &Platform, hours: i64) -> Snooze {
    Snooze::Until(p.clock.business() + SignedDuration::from_hours(hours))
}

async fn snooze(p: &Platform, actor: &Actor, id: &ConversationId, wish: Snooze) {
    commands::snooze(p, actor, id, wish).await.expect("snoozed");
}

/// Lets the oldest waiting alarm go off.
async fn alarm(p: &Platform) {
    let job = claim(p, commands::WAKE_JOB).await.expect("an alarm");
    commands::wake_up(p, &job).await.expect("rings");
}

/// Answered, so that no reply is due.
async fn answered(p: &Platform, actor: &Actor, subject: &str) -> ConversationId {
    let id = take_in(p, mail(p, KARI, subject, "Hei")).await.conversation;
    commands::reply(p, actor, &id, reply("Hei")).await.expect("reply");
    id
}

#[test]
fn what_is_put_away_leaves_its_list_and_comes_back_by_itself_as_ours() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let far = answered(p, &actor, "Motoren").await;
        let near = answered(p, &actor, "Sadelen").await;
        let never = answered(p, &actor, "Bremsen").await;
        snooze(p, &actor, &far, hours(p, 48)).await;
        snooze(p, &actor, &near, hours(p, 24)).await;
        snooze(p, &actor, &never, Snooze::NextReply).await;
        assert_eq!(listed(p, View::All, Group::Waiting).await, []);
        let soonest_first = [near.clone(), far.clone(), never.clone()];
        assert_eq!(listed(p, View::Snoozed, Group::Snoozed).await, soonest_first);
        assert_eq!(listed(p, View::Mine(me.clone()), Group::Snoozed).await, soonest_first);
        let found = counts(p, &me).await;
        assert_eq!((found.snoozed, found.waiting, found.waiting_customer, found.open), (3, 0, 0, 0));
        healthy(p).await;

        test.clock.advance_business(SignedDuration::from_hours(25));
        alarm(p).await; // The one of `far` looks, and waits on.
        alarm(p).await;
        assert_eq!(listed(p, View::All, Group::Open).await, std::slice::from_ref(&near));
        let back = find(p, &near).await;
        assert_eq!((back.state, back.unread, back.snoozed), (State::Open, true, None));
        assert_eq!(happened(&thread(p, &near).await, "conversation.woken"), 1);
        assert_eq!(listed(p, View::Snoozed, Group::Snoozed).await, [far.clone(), never]);
        healthy(p).await;

        // Put away anew, the time that counts is the new one.
        snooze(p, &actor, &far, hours(p, 100)).await;
        test.clock.advance_business(SignedDuration::from_hours(30));
        alarm(p).await;
        assert!(find(p, &far).await.snoozed.is_some());
        healthy(p).await;
    });
}

#[test]
fn a_message_of_a_person_wakes_it_at_once_and_one_of_a_machine_does_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = answered(p, &actor, "Motoren").await;
        snooze(p, &actor, &id, Snooze::NextReply).await;
        let again =
            |text: &str| Inbound { references: vec!["Motoren-3@post.example".into()], ..mail(p, KARI, "x", text) };
        take_in(p, Inbound { automatic: Some("auto_submitted".into()), ..again("Jeg er borte") }).await;
        assert_eq!(find(p, &id).await.snoozed, Some(Snooze::NextReply));
        take_in(p, again("Her er jeg")).await;
        let woken = find(p, &id).await;
        assert_eq!((woken.snoozed, woken.state), (None, State::Open));
        assert_eq!(listed(p, View::All, Group::Open).await, std::slice::from_ref(&id));
        assert_eq!(happened(&thread(p, &id).await, "conversation.woken"), 1);
        healthy(p).await;
    });
}

#[test]
fn no_clock_stops_and_what_is_due_before_is_back_an_hour_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let id = take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let clocks = find(p, &id).await.clocks;
        let latest = clocks.first_due.expect("due") - SignedDuration::from_hours(1);
        snooze(p, &actor, &id, hours(p, 100)).await;
        let away = find(p, &id).await;
        assert_eq!((away.clocks, away.snoozed, away.state), (clocks, Some(Snooze::Until(latest)), State::New));
        test.clock.advance_business(SignedDuration::from_hours(23));
        alarm(p).await;
        let back = find(p, &id).await;
        assert_eq!((back.snoozed, back.state), (None, State::New));
        assert_eq!(counts(p, &me).await.unassigned, 1);
        test.clock.advance_business(SignedDuration::from_hours(2));
        let job = claim(p, commands::BREACH_JOB).await.expect("watches");
        commands::breach(p, &job).await.expect("late");
        assert!(find(p, &id).await.clocks.first_breached, "it never paused");
        // Late already, it can be put away: whoever does knows.
        snooze(p, &actor, &id, hours(p, 5)).await;
        assert_eq!(find(p, &id).await.snoozed, Some(hours(p, 5)));
        healthy(p).await;
    });
}

#[test]
fn it_is_brought_back_by_hand_by_a_reply_and_by_closing_and_undoing_restores_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = answered(p, &actor, "Motoren").await;
        let before = find(p, &id).await;
        snooze(p, &actor, &id, hours(p, 48)).await;
        commands::wake(p, &actor, &id).await.expect("woken");
        let woken = find(p, &id).await;
        assert_eq!((woken.state, woken.snoozed, woken.unread), (before.state, None, before.unread));
        commands::wake(p, &actor, &id).await.expect("nothing to do");
        assert_eq!(happened(&thread(p, &id).await, "conversation.woken"), 1);

        snooze(p, &actor, &id, hours(p, 48)).await;
        let sent = commands::reply(p, &actor, &id, reply("En ting til")).await.expect("reply");
        assert_eq!(find(p, &id).await.snoozed, None);
        commands::undo_send(p, &actor, &sent).await.expect("in time");
        assert_eq!(find(p, &id).await.snoozed, Some(hours(p, 48)));
        healthy(p).await;

        let other = take_in(p, mail(p, KARI, "Sadelen", "Hei")).await.conversation;
        snooze(p, &actor, &other, hours(p, 10)).await;
        commands::merge(p, &actor, &other, find(p, &id).await.number).await.expect("merged");
        assert_eq!((find(p, &id).await.snoozed, find(p, &other).await.snoozed), (None, None));
        healthy(p).await;
        commands::undo_merge(p, &actor, &other).await.expect("undone");
        let both = (find(p, &id).await.snoozed, find(p, &other).await.snoozed);
        assert_eq!(both, (Some(hours(p, 48)), Some(hours(p, 10))));
        healthy(p).await;

        commands::close(p, &actor, &id, Some("x")).await.expect("closed");
        assert_eq!(find(p, &id).await.snoozed, None);
        let refused = commands::snooze(p, &actor, &id, hours(p, 1)).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::AlreadyClosed))));
        healthy(p).await;
        let customer = Actor::Customer { id: find(p, &id).await.person.to_string() };
        assert!(matches!(commands::snooze(p, &customer, &id, hours(p, 1)).await, Err(CommandError::Forbidden)));
        assert!(matches!(commands::wake(p, &customer, &id).await, Err(CommandError::Forbidden)));
    });
}
