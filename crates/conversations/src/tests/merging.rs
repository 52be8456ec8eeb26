//! People decide what belongs together: letting in, splitting, merging, taking apart (T03).

use super::*;
use crate::model::{Mailbox, ParticipantState, Proof, Verdict};
use crate::queries::Thread;

const KARI: &str = "kari@post.example";
const OLA: &str = "ola@verksted.example";

fn answer(p: &Platform, from: &str, id: &str, references: &[&str]) -> Inbound {
    let mut inbound = mail(p, from, "Re: Motoren", id);
    inbound.mail_id = Some(id.to_owned());
    inbound.references = references.iter().map(|id| (*id).to_owned()).collect();
    inbound
}

fn proved() -> Option<Proof> {
    Some(Proof { verdict: Verdict::Proved, by: "dkim".into(), domain: "post.example".into() })
}

pub(super) async fn thread(p: &Platform, id: &ConversationId) -> Thread {
    let mut conn = p.db.read().await.expect("read");
    queries::thread(&mut conn, &Scope::All, id).await.expect("thread").expect("is there")
}

fn people(thread: &Thread) -> Vec<(&str, ParticipantState)> {
    thread.participants.iter().map(|one| (one.mailbox.address.as_str(), one.state)).collect()
}

pub(super) fn happened(thread: &Thread, kind: &str) -> usize {
    thread.history.iter().filter(|event| event.kind == kind).count()
}

/// Two conversations of Kari and Ola, linked by a late mail of Kari's.
async fn linked(p: &Platform) -> (Placed, Placed) {
    let kari = take_in(p, answer(p, KARI, "k1@x", &[])).await;
    let ola = take_in(p, answer(p, OLA, "o1@x", &["unseen@x"])).await;
    assert_eq!(ola.place, Place::New);
    let late = take_in(p, answer(p, KARI, "k2@x", &["unseen@x", "k1@x"])).await;
    assert_eq!(late.conversation, kari.conversation, "placed once");
    (kari, ola)
}

/// The kept counts and every other rule still hold.
pub(super) async fn healthy(p: &Platform) {
    let mut conn = p.begin().await.expect("begin");
    for rule in crate::check::RULES.iter().filter(|rule| !matches!(rule.name, "raw mails")) {
        let found = platform::check::Check::run(rule, &mut conn).await.expect("looks");
        assert!(found.is_empty(), "{}", rule.name);
    }
}

#[test]
fn copies_of_an_unproved_mail_add_nobody_and_those_of_a_proved_one_a_few() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        let ours = ["sales@brekkesund.example".to_owned()];
        settings::set_own_addresses(&mut tx, &ours).await.expect("a mailbox beside the first");
        tx.commit().await.expect("commit");
        let copied = |n: usize, proof| {
            let mut inbound = answer(p, KARI, &format!("{n}"), &[]);
            inbound.cc = (0..n).map(|n| Mailbox { name: String::new(), address: format!("c{n}@x.example") }).collect();
            inbound.cc.push(Mailbox { name: String::new(), address: "Hei+1001.abc@brekkesund.example".into() });
            inbound.cc.push(Mailbox { name: String::new(), address: "Sales@brekkesund.example".into() });
            inbound.cc.push(Mailbox { name: String::new(), address: "ingrid@brekkesund.example".into() });
            inbound.proof = proof;
            inbound
        };
        for (n, proof) in [(1, None), (50, None), (50, proved())] {
            let placed = take_in(p, copied(n, proof)).await;
            assert_eq!(people(&thread(p, &placed.conversation).await), []);
            assert!(placed.trace.iter().any(|step| step.code == "copied_not_added"), "{n}");
        }
        let placed = take_in(p, copied(2, proved())).await;
        let confirmed = ParticipantState::Confirmed;
        let shown = thread(p, &placed.conversation).await;
        assert_eq!(people(&shown), [("c0@x.example", confirmed), ("c1@x.example", confirmed)]);
        // They take part: what they answer to joins, ours included; whom they copy is let in when proved.
        let mut their = answer(p, "C0@x.example", "c0-1@x", &["2"]);
        their.cc = vec![Mailbox { name: String::new(), address: OLA.into() }];
        their.proof = proved();
        let joined = take_in(p, their).await;
        assert_eq!(joined.place, Place::Join(placed.conversation.clone(), Evidence::ForeignMessage));
        assert_eq!(people(&thread(p, &placed.conversation).await).len(), 3);
        // A newcomer lets nobody in, proved or not.
        let mut theirs = answer(p, "new@x.example", "n@x", &["2"]);
        theirs.cc = vec![Mailbox { name: String::new(), address: "friend@x.example".into() }];
        theirs.proof = proved();
        take_in(p, theirs).await;
        let shown = thread(p, &placed.conversation).await;
        assert_eq!(people(&shown)[2..], [("new@x.example", ParticipantState::NewHere), (OLA, confirmed)]);
    });
}

#[test]
fn colleagues_let_newcomers_in_or_take_them_out() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let kari = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        take_in(p, answer(p, OLA, "o1@x", &["k1@x"])).await;
        let id = &kari.conversation;
        for state in [ParticipantState::Confirmed, ParticipantState::Removed, ParticipantState::Confirmed] {
            commands::set_participant(p, &actor, id, "OLA@verksted.example", state).await.expect("set");
            assert_eq!(people(&thread(p, id).await), [(OLA, state)]);
        }
        let unknown = commands::set_participant(p, &actor, id, "x@x.example", ParticipantState::Confirmed).await;
        assert!(matches!(unknown, Err(CommandError::NotFound)), "{unknown:?}");
        assert_eq!(happened(&thread(p, id).await, "conversation.participant_changed"), 4);
        healthy(p).await;
    });
}

#[test]
fn a_newcomers_message_can_become_a_conversation_of_its_own() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let kari = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        let ola = take_in(p, answer(p, OLA, "o1@x", &["k1@x"])).await;
        let own = commands::split(p, &actor, &ola.message).await.expect("split");
        let (left, its) = (thread(p, &kari.conversation).await, thread(p, &own).await);
        assert_eq!((left.messages.len(), people(&left)), (1, vec![]));
        assert_eq!(left.conversation.snippet, "k1@x");
        assert_eq!((its.messages.len(), its.messages[0].id.clone()), (1, ola.message));
        assert_eq!((its.person.id.clone(), its.conversation.state), (ola_person(&its), State::New));
        assert!(its.conversation.clocks.first_due.is_some() && its.conversation.unread);
        assert_eq!(happened(&left, "conversation.split"), 1);
        for (one, other) in [(&left, &its), (&its, &left)] {
            let linked: Vec<_> = one.links.iter().map(|link| (link.kind, link.conversation.number)).collect();
            assert_eq!(linked, [(crate::LinkKind::Related, other.conversation.number)]);
        }
        // From now on Ola's own thread goes on there; Kari's message stays where it is.
        let on = take_in(p, answer(p, OLA, "o2@x", &["k1@x", "o1@x"])).await;
        assert_eq!(on.place, Place::Join(own.clone(), Evidence::ForeignMessage));
        let kept = commands::split(p, &actor, &kari.message).await;
        assert!(matches!(kept, Err(CommandError::NotFound)), "the customer's own message stays: {kept:?}");
        healthy(p).await;
    });
}

fn ola_person(thread: &Thread) -> people::PersonId {
    match &thread.messages[0].author {
        crate::Author::Person(id) => id.clone(),
        _ => panic!("we wrote it"),
    }
}

#[test]
fn a_mail_that_links_two_offers_a_merge_on_both_and_makes_none() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (kari, ola) = linked(p).await;
        for (one, other) in [(&kari, &ola), (&ola, &kari)] {
            let offers: Vec<i64> = thread(p, &one.conversation).await.offers.iter().map(|offer| offer.number).collect();
            assert_eq!(offers, [other.number]);
        }
        assert_eq!(thread(p, &ola.conversation).await.messages.len(), 1);
        commands::leave_apart(p, &actor, &ola.conversation, kari.number).await.expect("left apart");
        // Another mail that links them does not ask again.
        take_in(p, answer(p, KARI, "k3@x", &["unseen@x", "k1@x"])).await;
        assert!(thread(p, &kari.conversation).await.offers.is_empty());
        healthy(p).await;
    });
}

#[test]
fn what_was_merged_is_one_conversation_and_later_mail_finds_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (kari, ola) = linked(p).await;
        let tag = naming::reply_tag(p, ola.number, &find(p, &ola.conversation).await.person);
        let into = commands::merge(p, &actor, &ola.conversation, kari.number).await.expect("merged");
        assert_eq!(into, kari.conversation);
        let united = thread(p, &into).await;
        assert_eq!((united.messages.len(), united.offers.len()), (3, 0));
        assert_eq!(people(&united), [(OLA, ParticipantState::Confirmed)]);
        assert_eq!(united.merged, Some((ola.conversation.clone(), ola.number)));
        assert!(happened(&united, "conversation.opened") == 2, "both histories are shown");
        let emptied = find(p, &ola.conversation).await;
        assert_eq!((emptied.state, emptied.clocks.due()), (State::Closed, None));
        healthy(p).await;
        // Its number, its ids and its reply address lead on.
        let mut by_tag = answer(p, OLA, "o2@x", &[]);
        by_tag.reply_tags = vec![tag];
        assert_eq!(take_in(p, by_tag).await.place, Place::Join(into.clone(), Evidence::ReplyAddress));
        let by_id = take_in(p, answer(p, OLA, "o3@x", &["o1@x"])).await;
        assert_eq!(by_id.place, Place::Join(into.clone(), Evidence::ForeignMessage));
        let third = take_in(p, answer(p, "per@x.example", "p1@x", &[])).await;
        // By the number of what was merged, and onwards.
        assert_eq!(commands::merge(p, &actor, &third.conversation, ola.number).await.expect("merged"), into);
        let fourth = take_in(p, answer(p, "pia@x.example", "q1@x", &[])).await;
        commands::merge(p, &actor, &into, fourth.number).await.expect("merged");
        let joined = take_in(p, answer(p, OLA, "o4@x", &["o1@x"])).await;
        assert_eq!(joined.place, Place::Join(fourth.conversation.clone(), Evidence::ForeignMessage));
        assert_eq!(thread(p, &fourth.conversation).await.messages.len(), 8);
        healthy(p).await;
    });
}

#[test]
fn a_merge_can_be_undone_until_something_new_happens() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (kari, ola) = linked(p).await;
        let before = (find(p, &kari.conversation).await, find(p, &ola.conversation).await);
        commands::merge(p, &actor, &ola.conversation, kari.number).await.expect("merged");
        commands::undo_merge(p, &actor, &ola.conversation).await.expect("undone");
        let after = (find(p, &kari.conversation).await, find(p, &ola.conversation).await);
        for (before, after) in [(before.0, after.0), (before.1, after.1)] {
            assert_eq!((before.state, before.clocks, before.snippet), (after.state, after.clocks, after.snippet));
        }
        let (one, other) = (thread(p, &kari.conversation).await, thread(p, &ola.conversation).await);
        assert_eq!((one.messages.len(), people(&one), other.messages.len()), (2, vec![], 1));
        healthy(p).await;

        commands::merge(p, &actor, &ola.conversation, kari.number).await.expect("merged again");
        take_in(p, answer(p, KARI, "k9@x", &["k1@x"])).await;
        assert_eq!(thread(p, &kari.conversation).await.merged, None);
        let refused = commands::undo_merge(p, &actor, &ola.conversation).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::MergeStays))), "{refused:?}");
        healthy(p).await;
    });
}

#[test]
fn nothing_is_merged_with_itself_with_nothing_or_while_a_reply_is_on_its_way() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (kari, ola) = linked(p).await;
        for (id, number) in [(&kari.conversation, kari.number), (&kari.conversation, 1), (&kari.conversation, -1)] {
            let refused = commands::merge(p, &actor, id, number).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchConversation))), "{refused:?}");
        }
        commands::reply(p, &actor, &ola.conversation, reply("Hei")).await.expect("reply");
        let refused = commands::merge(p, &actor, &ola.conversation, kari.number).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::OnItsWay))), "{refused:?}");
        // A reply on its way where it stays is no hindrance.
        commands::merge(p, &actor, &kari.conversation, ola.number).await.expect("merged");
        let back = commands::merge(p, &actor, &ola.conversation, kari.number).await;
        assert!(matches!(back, Err(CommandError::Refused(Refusal::NoSuchConversation))), "no circle: {back:?}");
        healthy(p).await;
    });
}

#[test]
fn what_was_solved_and_is_taken_apart_again_is_closed_once_it_is_quiet() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let solved = take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let other = take_in(p, mail(p, KARI, "Sadelen", "Hei")).await.conversation;
        commands::close(p, &actor, &solved, Some("x")).await.expect("closed");
        commands::merge(p, &actor, &solved, find(p, &other).await.number).await.expect("merged");
        test.clock.advance_business(SignedDuration::from_hours(15 * 24));
        let job = claim(p, commands::CLOSE_JOB).await.expect("the quiet days end");
        commands::close_quiet(p, &job).await.expect("looked");
        commands::undo_merge(p, &actor, &solved).await.expect("taken apart");
        assert_eq!(find(p, &solved).await.state, State::Solved);
        let job = claim(p, commands::CLOSE_JOB).await.expect("somebody looks again");
        test.clock.advance_business(SignedDuration::from_hours(15 * 24));
        commands::close_quiet(p, &job).await.expect("looked");
        assert_eq!(find(p, &solved).await.state, State::Closed);
        healthy(p).await;
    });
}

#[test]
fn whoever_wrote_last_is_told_by_their_words_and_not_by_notes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let hour = SignedDuration::from_mins(60);
        // The one was written to us first and noted about last, the other was answered in between.
        let first = take_in(p, answer(p, KARI, "k1@x", &[])).await;
        test.clock.advance(hour);
        let answered = take_in(p, answer(p, KARI, "k2@x", &[])).await;
        test.clock.advance(hour);
        commands::reply(p, &actor, &answered.conversation, reply("Hei")).await.expect("reply");
        test.clock.advance(hour);
        commands::note(p, &actor, &first.conversation, "Ringte ikke.").await.expect("note");
        let number = find(p, &answered.conversation).await.number;
        test.clock.advance(hour);
        let into = commands::merge(p, &actor, &first.conversation, number).await.expect("merge");
        assert!(!find(p, &into).await.customer_spoke_last, "they were answered after both mails");
        // The other way round: the one that is merged away is the one that waits.
        test.clock.advance(hour);
        let waits = take_in(p, answer(p, KARI, "k3@x", &[])).await;
        test.clock.advance(hour);
        commands::note(p, &actor, &into, "Ring igjen.").await.expect("note");
        commands::merge(p, &actor, &waits.conversation, number).await.expect("merge");
        assert!(find(p, &into).await.customer_spoke_last, "they wrote after the answer");
        healthy(p).await;
    });
}
