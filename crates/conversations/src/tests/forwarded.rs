//! Answering the writer of a forwarded mail, and going back: on both engines, and only when somebody says so.

use super::*;
use crate::model::{Author, Mailbox, ParticipantState};

const TOR: &str = "tor@verksted.example";
const KARI: &str = "kari.nes@post.example";
const FORWARDED: &str = "Kan dere ta denne?\n\n---------- Forwarded message ---------\nFra: Kari Nes <kari.nes@post.example>\n\
     Date: tor. 20. nov. 2025 kl. 10:12\nSubject: Motoren\nTo: Tor <tor@verksted.example>\n\n\nHei, motoren min er borte.";

async fn thread(p: &Platform, id: &ConversationId) -> queries::Thread {
    let mut conn = p.db.read().await.expect("read");
    queries::thread(&mut conn, &Scope::All, id).await.expect("thread").expect("is there")
}

async fn addresses_of_reply(p: &Platform, actor: &Actor, id: &ConversationId) -> Vec<String> {
    let message = commands::reply(p, actor, id, reply("Hei")).await.expect("reply");
    let thread = thread(p, id).await;
    let said = thread.messages.into_iter().find(|said| said.id == message).expect("in the thread");
    said.to.into_iter().map(|to| to.address).collect()
}

#[test]
fn the_writer_of_a_forwarded_mail_is_answered_when_somebody_says_so_and_the_way_leads_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, TOR, "Fwd: Motoren", FORWARDED)).await;
        let (id, message) = (&placed.conversation, &placed.message);
        let tor = find(p, id).await.person;
        assert_eq!(addresses_of_reply(p, &actor, id).await, [TOR], "nothing happens by itself");

        commands::answer_writer(p, &actor, id, message).await.expect("turned");
        let turned = thread(p, id).await;
        assert_eq!((turned.person.name.as_str(), turned.addresses[0].shown.as_str()), ("Kari Nes", KARI));
        assert!(!turned.addresses[0].proved, "it only stands in a text");
        let part = turned.participants.iter().map(|one| (one.mailbox.address.as_str(), one.state)).collect::<Vec<_>>();
        assert_eq!(part, [(TOR, ParticipantState::Confirmed)]);
        let told = turned.history.last().expect("told");
        assert_eq!((told.kind.as_str(), &told.actor), ("conversation.customer_changed", &actor.key()));
        assert_eq!(addresses_of_reply(p, &actor, id).await, [KARI]);
        commands::answer_writer(p, &actor, id, message).await.expect("a second press changes nothing");
        assert_eq!(thread(p, id).await.history.iter().filter(|one| one.kind == told.kind).count(), 1);

        commands::answer_forwarder(p, &actor, id, message).await.expect("back");
        commands::answer_forwarder(p, &actor, id, message).await.expect("a second press changes nothing");
        assert_eq!(find(p, id).await.person, tor);
        assert_eq!(addresses_of_reply(p, &actor, id).await, [TOR]);
        assert_eq!(thread(p, id).await.history.iter().filter(|one| one.kind == told.kind).count(), 2);
    });
}

#[test]
fn who_forwarded_goes_on_in_the_thread_and_so_does_a_writer_who_has_written() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = Inbound { mail_id: Some("f1@x".into()), ..mail(p, TOR, "Fwd: Motoren", FORWARDED) };
        let placed = take_in(p, first).await;
        commands::answer_writer(p, &actor, &placed.conversation, &placed.message).await.expect("turned");
        let answer = |from: &str, id: &str| Inbound {
            references: vec!["f1@x".into()],
            mail_id: Some(id.into()),
            from: Mailbox { name: String::new(), address: from.into() },
            ..mail(p, from, "Re: Motoren", "Takk")
        };
        for (from, id) in [(TOR, "t2@x"), (KARI, "k2@x")] {
            let joined = take_in(p, answer(from, id)).await;
            assert!(matches!(joined.place, Place::Join(..)), "{from}: {:?}", joined.place);
        }
        commands::answer_forwarder(p, &actor, &placed.conversation, &placed.message).await.expect("back");
        let joined = take_in(p, answer(KARI, "k3@x")).await;
        assert!(matches!(joined.place, Place::Join(..)), "{:?}", joined.place);
        let said = thread(p, &placed.conversation).await.messages;
        assert!(said.iter().all(|said| matches!(said.author, Author::Person(_))) && said.len() == 4);
    });
}

#[test]
fn a_mail_that_hands_on_nothing_and_one_of_another_conversation_are_refused() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let plain = take_in(p, mail(p, TOR, "Motoren", "Hei")).await;
        let other = take_in(p, mail(p, "ola@verksted.example", "Fwd: Motoren", FORWARDED)).await;
        for back in [false, true] {
            let press = async |id: &ConversationId, message| {
                if back {
                    commands::answer_forwarder(p, &actor, id, message).await
                } else {
                    commands::answer_writer(p, &actor, id, message).await
                }
            };
            let refused = press(&plain.conversation, &plain.message).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoWriter))), "{refused:?}");
            let foreign = press(&plain.conversation, &other.message).await;
            assert!(matches!(foreign, Err(CommandError::NotFound)), "{foreign:?}");
        }
        assert_eq!(find(p, &plain.conversation).await.person, thread(p, &plain.conversation).await.person.id);
    });
}
