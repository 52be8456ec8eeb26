//! What customers write on the pages of their requests takes the way of every mail.

use conversations::{Author, Mailbox, MessageKind, State, Verdict, naming};
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::requests::{Place, Written, accept};

async fn kari_wrote(p: &Platform) -> (Conversation, Actor) {
    let actor = business(p, 1).await;
    take_in(p, [mail("Subject: Motoren stopper\r\nMessage-ID: <q1@post.example>\r\n", "Den stopper.")]).await;
    (only(p).await.conversation, actor)
}

fn written(p: &Platform, it: &Conversation, text: &str) -> Written {
    Written {
        from: Mailbox { name: "Kari Solheim".into(), address: KARI.into() },
        subject: it.subject.clone(),
        place: Place::Request(naming::reply_tag(p, it.number, &it.person)),
        once: "1795006080-aa".into(),
        at: p.clock.business(),
        text: text.into(),
        files: vec![("lokk.png".into(), "image/png".into(), b"\x89PNG".to_vec())],
        peer: "192.0.2.9".into(),
    }
}

#[test]
fn what_a_contact_form_brings_is_a_request_of_its_own_and_proves_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (it, _) = kari_wrote(p).await;
        let journal = Journal::start(p.clone());
        for (once, proved, expect) in
            [("a", false, (Verdict::Unproved, "form")), ("b", true, (Verdict::Proved, "link"))]
        {
            let place = Place::Form { department: None, proved };
            // Whoever types our own address is heard as well.
            let from = Mailbox { name: String::new(), address: "hei@brekkesund.example".into() };
            let form = Written { place, once: once.into(), from, ..written(p, &it, "Lokket er løst.") };
            let kept = accept(p, &journal, form).await.expect("kept");
            work(p).await;
            let made = crate::journal::made(&mut p.db.read().await.expect("read"), &kept.id).await.expect("read");
            let (conversation, _) = made.expect("a request");
            assert_ne!(conversation, it.id.to_string());
            let id = conversation.parse().expect("an id");
            let found =
                conversations::queries::thread(&mut p.db.read().await.expect("read"), &base::Scope::All, &id).await;
            let proof = found.expect("read").expect("there").messages[0].proof.clone().expect("judged");
            assert_eq!((proof.verdict, proof.by.as_str()), expect);
        }
    });
}

#[test]
fn an_answer_joins_its_conversation_proved_with_its_files_and_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (it, actor) = kari_wrote(p).await;
        reply(p, &actor, &it.id, "Hvilken motor?").await;
        let journal = Journal::start(p.clone());
        let first = accept(p, &journal, written(p, &it, "Den <i>bak</i>.\n> Hei")).await.expect("kept");
        let again = accept(p, &journal, written(p, &it, "Den <i>bak</i>.\n> Hei")).await.expect("kept");
        assert_eq!((first.id, first.known, again.known), (again.id, false, true), "sending a form twice is once");
        work(p).await;
        let thread = only(p).await;
        let last = thread.messages.last().expect("a message");
        assert_eq!((last.kind, &last.author), (MessageKind::Inbound, &Author::Person(it.person.clone())));
        assert_eq!((last.body.as_str(), last.attachments.len()), ("Den <i>bak</i>.\n> Hei", 1));
        assert_eq!(last.attachments[0].name, "lokk.png");
        assert_eq!(
            last.proof.as_ref().map(|proof| (proof.verdict, proof.by.as_str())),
            Some((Verdict::Proved, "link"))
        );
        assert_eq!(thread.conversation.state, State::Open);
        assert!(thread.conversation.clocks.next_due.is_some(), "a reply is owed, as for a mail");
        let other = Written { once: "1795006080-bb".into(), ..written(p, &it, "Den <i>bak</i>.\n> Hei") };
        assert!(
            !accept(p, &journal, other).await.expect("kept").known,
            "the same words in another form are said again"
        );
    });
}

#[test]
fn a_tag_that_is_not_the_writers_leads_nowhere_and_a_line_makes_no_header() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (it, _) = kari_wrote(p).await;
        let journal = Journal::start(p.clone());
        let from = Mailbox { name: "Ola\r\nBcc: a@b.example".into(), address: "ola@post.example".into() };
        let subject = "Hei\r\nIn-Reply-To: <q1@post.example>".to_owned();
        let stranger = Written { from, subject, ..written(p, &it, "Slipp meg inn") };
        accept(p, &journal, stranger).await.expect("kept");
        work(p).await;
        assert_eq!(conversations_of(p).await.len(), 2, "Ola has no part in it");
        assert_eq!(thread(p, &it.id).await.messages.len(), 1);
    });
}
