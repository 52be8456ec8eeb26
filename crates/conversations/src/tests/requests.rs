//! The link to a customer's page: in which mails it stands, what it opens, and how it ends.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::Snooze;
use crate::commands::NewForward;
use crate::model::{DeliveryState, Recipients};
use crate::settings::Requests;

fn to(address: &str) -> Vec<Mailbox> {
    vec![Mailbox { name: String::new(), address: address.into() }]
}

async fn sent(p: &Platform, actor: &Actor, id: &ConversationId, recipients: Option<Recipients>) -> commands::Outbound {
    let new = NewReply { body: "Hei".into(), recipients, ..NewReply::default() };
    commands::reply(p, actor, id, new).await.expect("reply");
    next(p).await
}

async fn next(p: &Platform) -> commands::Outbound {
    let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
    commands::begin_delivery(p, &job).await.expect("begin").expect("to send")
}

async fn opens(p: &Platform, link: &str) -> bool {
    let token = link.strip_prefix("http://desk.example/r/").expect("ours");
    queries::by_request_link(p, &mut p.db.read().await.expect("read"), token).await.expect("read").is_some()
}

#[test]
fn the_link_stands_in_mails_to_the_customer_alone() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let id = &placed.conversation;
        let link = sent(p, &actor, id, None).await.page.expect("a link");
        assert!(
            link.starts_with(&format!("http://desk.example/r/{}.", placed.number)) && opens(p, &link).await,
            "{link}"
        );
        let both = Recipients { to: to("kari@post.example"), cc: to("ola@home.example"), ..Recipients::default() };
        assert_eq!(sent(p, &actor, id, Some(both)).await.page, None, "a copy would open it, too");

        // Quoted in her answer, it is not passed on with it.
        let mut answer = mail(p, "kari@post.example", "Re: Motoren", &format!("Ja.\n> Se {link}.\n> Hilsen"));
        answer.reply_tags = vec![naming::reply_tag(p, placed.number, &find(p, id).await.person)];
        let answer = take_in(p, answer).await;
        assert_eq!(answer.conversation, *id);
        let forward = NewForward {
            about: answer.message,
            recipients: Recipients { to: to("smith@workshop.example"), ..Recipients::default() },
            body: String::new(),
            files: vec![],
            keep: vec![],
        };
        commands::forward(p, &actor, id, forward).await.expect("passed on");
        let out = next(p).await;
        assert_eq!((out.page, out.passed_on.expect("a mail").text.as_str()), (None, "Ja.\n> Se …\n> Hilsen"));

        let mut tx = p.begin().await.expect("begin");
        settings::set_requests(&mut tx, &Requests { links: false, hue: None }).await.expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(sent(p, &actor, id, None).await.page, None, "the business wants none");
    });
}

#[test]
fn a_link_ends_when_it_is_withdrawn_and_when_the_customer_is_another() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let other = take_in(p, mail(p, "ola@post.example", "Sykkelen", "Den ruller.")).await;
        let id = &placed.conversation;
        let first = sent(p, &actor, id, None).await.page.expect("a link");
        let petra = Actor::staff("stf_00000000000000000000000000", Role::Light);
        assert!(commands::withdraw_link(p, &petra, id).await.is_err());
        commands::withdraw_link(p, &actor, id).await.expect("withdrawn");
        let second = sent(p, &actor, id, None).await.page.expect("a link");
        assert!(first != second && !opens(p, &first).await && opens(p, &second).await);
        let mut conn = p.db.read().await.expect("read");
        let facts = log::history(&mut conn, &format!("conversation:{id}"), 100).await.expect("history");
        assert!(facts.iter().any(|fact| fact.kind == "conversation.link_withdrawn"));
        let theirs = find(p, &other.conversation).await.person;
        let token = second.rsplit('/').next().expect("a token");
        assert!(!naming::is_request_token(p, token, placed.number, &theirs, 1), "it is Kari's");
        assert!(naming::is_request_token(p, token, placed.number, &find(p, id).await.person, 1));
    });
}

#[test]
fn a_customer_who_settles_it_owes_no_reason_and_holds_back_what_waits() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let id = &placed.conversation;
        let later = Some(p.clock.business() + SignedDuration::from_hours(3));
        let new = NewReply { body: "Senere".into(), later, ..NewReply::default() };
        let waits = commands::reply(p, &actor, id, new).await.expect("reply");
        let kari = Actor::Customer { id: find(p, id).await.person.to_string() };
        commands::settle(p, &kari, id).await.expect("settled");
        let it = find(p, id).await;
        assert_eq!((it.state, it.clocks.due(), it.close_reason), (State::Solved, None, None));
        let mut tx = p.begin().await.expect("begin");
        let (delivery, _) = store::delivery(&mut tx, &waits).await.expect("read").expect("a delivery");
        assert_eq!(delivery.state, DeliveryState::Held, "somebody looks before it goes");
    });
}

#[test]
fn what_was_put_away_with_a_reply_that_waits_is_counted_once_when_its_customer_settles_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let later = Some(p.clock.business() + SignedDuration::from_hours(3));
        let new = NewReply { body: "Senere".into(), later, ..NewReply::default() };
        commands::reply(p, &actor, id, new).await.expect("reply");
        let until = Snooze::Until(p.clock.business() + SignedDuration::from_hours(2));
        commands::snooze(p, &actor, id, until).await.expect("put away");
        assert_eq!(counts(p, &me).await.snoozed, 1);
        let kari = Actor::Customer { id: find(p, id).await.person.to_string() };
        commands::settle(p, &kari, id).await.expect("settled");
        let found = counts(p, &me).await;
        assert_eq!((found.snoozed, found.open, found.closed), (0, 0, 1));
        assert_eq!(happened(&thread(p, id).await, "conversation.woken"), 1, "once");
        healthy(p).await;
    });
}

#[test]
fn a_customers_requests_come_open_first_page_by_page_and_without_what_nobody_said() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut all = Vec::new();
        for n in 0..5 {
            test.clock.advance(SignedDuration::from_mins(1));
            all.push(take_in(p, mail(p, "kari@post.example", &format!("Sak {n}"), "Hei.")).await);
        }
        let person = find(p, &all[0].conversation).await.person;
        let kari = Actor::Customer { id: person.to_string() };
        commands::settle(p, &kari, &all[4].conversation).await.expect("settled");
        commands::merge(p, &actor, &all[1].conversation, all[0].number).await.expect("merged");
        take_in(p, mail(p, "ola@post.example", "Sykkelen", "Hei.")).await;
        let new = commands::NewConversation {
            recipients: Recipients { to: to("kari@post.example"), ..Recipients::default() },
            subject: "Tilbud".into(),
            body: "Kan tas tilbake".into(),
            files: vec![],
            ..commands::NewConversation::default()
        };
        commands::begin(p, &actor, new).await.expect("begun");

        let mut conn = p.db.read().await.expect("read");
        let (mut seen, mut behind) = (Vec::new(), None);
        loop {
            let page = queries::mine(&mut conn, &person, behind.as_ref(), 2).await.expect("a page");
            let Some(last) = page.last() else { break };
            let place = queries::Behind::of(last);
            assert_eq!(queries::Behind::read(&place.text()), Some(place.clone()));
            behind = Some(place);
            seen.extend(page.into_iter().map(|row| row.subject));
        }
        assert_eq!(seen, ["Sak 3", "Sak 2", "Sak 0", "Sak 4"]);
        for text in ["", "1", "1.x.y", "0.1.cnv_", "\0"] {
            assert_eq!(queries::Behind::read(text), None, "{text}");
        }
    });
}
