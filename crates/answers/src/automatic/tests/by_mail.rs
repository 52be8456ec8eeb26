//! Questions by mail: answered out of articles once, beside all that a person still owes, and never to whom it is not due.

use base::{Actor, Scope};
use conversations::commands::{self, ARTICLES_JOB, ForReceipt, Inbound, NewReply, Placed, SEND_JOB, SEND_LANE};
use conversations::settings::ByArticles;
use conversations::{Mailbox, Message, MessageKind, Proof, State, Verdict, queries};
use jiff::SignedDuration;
use people::care::{CareKind, NewCare};
use people::file::{Channel, Preferences};
use platform::jobs::Workers;
use platform::{Platform, log};

use super::*;

fn mail(p: &Platform, from: &str, id: &str, text: &str) -> Inbound {
    Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Kari Solheim".into(), address: from.into() },
        to: vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }],
        cc: Vec::new(),
        subject: format!("A question {id}"),
        text: text.into(),
        document: None,
        invite: None,
        language: Some(Language::En),
        mail_id: Some(format!("{id}@post.example")),
        references: Vec::new(),
        reply_tags: Vec::new(),
        automatic: None,
        bounce: None,
        warnings: Vec::new(),
        proof: Some(Proof { verdict: Verdict::Proved, by: "dmarc".into(), domain: "post.example".into() }),
        unreadable: None,
        raw: String::new(),
        files: Vec::new(),
        receipt: ForReceipt::default(),
    }
}

async fn take_in(room: &Room, mut inbound: Inbound) -> Placed {
    let p = room.p();
    let raw = p.blobs.prepare(inbound.subject.clone().into_bytes()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    inbound.raw = raw.digest.clone();
    let placed = commands::receive(p, &mut tx, inbound).await.expect("received");
    tx.commit().await.expect("commit");
    placed
}

async fn work(room: &Room) {
    let workers = Workers::default().lane(SEND_LANE, 1).handle(ARTICLES_JOB, mailing::answer).handle(
        SEND_JOB,
        |p: Platform, job| async move {
            let mut tx = p.begin().await?;
            platform::jobs::finish(&mut tx, &job).await?;
            Ok(tx.commit().await?)
        },
    );
    workers.run_due(room.p(), SEND_LANE).await.expect("worked");
}

/// What articles said in a conversation by themselves.
async fn said(room: &Room, placed: &Placed) -> Vec<Message> {
    let mut conn = room.p().db.read().await.expect("read");
    let thread = queries::glance(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there");
    let ours = |one: &Message| one.kind == MessageKind::Receipt && one.automatic.as_deref() == Some("articles");
    thread.messages.into_iter().filter(ours).collect()
}

/// A question comes, and what is to be done is done; how many answers went.
async fn asked(room: &Room, inbound: Inbound) -> usize {
    let placed = take_in(room, inbound).await;
    work(room).await;
    said(room, &placed).await.len()
}

async fn switch_on(room: &Room) {
    let mut tx = room.p().begin().await.expect("begin");
    let actor = room.ingrid.actor();
    let mail = ByArticles { departments: [String::new()].into(), ..ByArticles::default() };
    let early = settings::set_with_mail(&mut tx, &actor, (false, 30), &mail).await;
    assert!(matches!(early, Err(Failure::Refused(Refusal::Unmeasured))), "{early:?}");
    let at = tx.now();
    settings::keep_measured(&mut tx, &actor, Measured { at, cases: 0, rows: Vec::new() }).await.expect("kept");
    for a_day in [0, 11] {
        let wrong = settings::set_with_mail(&mut tx, &actor, (false, 30), &ByArticles { a_day, ..mail.clone() }).await;
        assert!(matches!(wrong, Err(Failure::Refused(Refusal::ADay))), "{wrong:?}");
    }
    let nowhere = ByArticles { departments: ["dep_1".to_owned()].into(), ..mail.clone() };
    let wrong = settings::set_with_mail(&mut tx, &actor, (false, 30), &nowhere).await;
    assert!(matches!(wrong, Err(Failure::Refused(Refusal::DepartmentUnknown))), "{wrong:?}");
    settings::set_with_mail(&mut tx, &actor, (false, 30), &mail).await.expect("set");
    tx.commit().await.expect("commit");
}

#[test]
fn a_question_is_answered_once_and_a_person_still_owes_the_answer() {
    run(|room| async move {
        let p = room.p();
        articles(&room).await;
        assert_eq!(asked(&room, mail(p, "siri@post.example", "0", QUESTION)).await, 0, "off at first");
        switch_on(&room).await;
        let placed = take_in(&room, mail(p, "kari@post.example", "1", QUESTION)).await;
        work(&room).await;
        let all = said(&room, &placed).await;
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert!(
            one.body.starts_with("automatic-mail-begin") && one.body.ends_with("automatic-mail-end"),
            "{}",
            one.body
        );
        assert!(one.body.contains("The motor stops in the cold") && one.body.contains("/help/en/"), "{}", one.body);
        assert!(!one.body.contains("What can I do"), "nothing of the question: {}", one.body);
        let mut conn = p.db.read().await.expect("read");
        let found = queries::find(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there");
        assert_eq!((found.state, found.unread, found.customer_spoke_last), (State::New, true, true));
        assert!(found.clocks.first_due.is_some() && found.clocks.first_replied_at.is_none(), "the clock runs on");
        let facts = log::history(&mut conn, &format!("conversation:{}", placed.conversation), 50).await;
        let kinds: Vec<String> = facts.expect("history").into_iter().map(|fact| fact.kind).collect();
        assert!(kinds.iter().any(|kind| kind == "conversation.answered_from_articles"), "{kinds:?}");
        assert!(kinds.iter().any(|kind| kind == "conversation.receipt_sent"), "the receipt stays: {kinds:?}");
        drop(conn);
        let more = Inbound { references: vec!["1@post.example".into()], ..mail(p, "kari@post.example", "2", QUESTION) };
        let again = take_in(&room, more).await;
        assert_eq!(again.conversation, placed.conversation);
        work(&room).await;
        assert_eq!(said(&room, &again).await.len(), 1, "never twice");
        assert_eq!(asked(&room, mail(p, "kari@post.example", "3", QUESTION)).await, 1);
        assert_eq!(asked(&room, mail(p, "kari@post.example", "4", QUESTION)).await, 0, "two a day");
        room.test.clock.advance_business(SignedDuration::from_hours(25));
        room.test.clock.advance_machine(SignedDuration::from_hours(25));
        assert_eq!(asked(&room, mail(p, "kari@post.example", "5", QUESTION)).await, 1, "the next day");
    });
}

#[test]
fn nothing_goes_where_articles_are_not_sure_or_a_machine_or_a_stranger_wrote() {
    run(|room| async move {
        let p = room.p();
        articles(&room).await;
        switch_on(&room).await;
        let plain = |id: &str| mail(p, &format!("kari{id}@post.example"), id, QUESTION);
        assert_eq!(
            asked(&room, mail(p, "a@post.example", "0", "Where do I park my boat during the regatta?")).await,
            0
        );
        assert_eq!(asked(&room, Inbound { proof: None, ..plain("1") }).await, 0, "unproved");
        assert_eq!(asked(&room, Inbound { automatic: Some("list".into()), ..plain("2") }).await, 0, "a list");
        assert_eq!(asked(&room, Inbound { channel: "form", ..plain("3") }).await, 0, "forms show them before");
        let declines = ForReceipt { declines: true, ..ForReceipt::default() };
        assert_eq!(asked(&room, Inbound { receipt: declines, ..plain("4") }).await, 0, "asks for none");
        let old = ForReceipt { old: true, ..ForReceipt::default() };
        assert_eq!(asked(&room, Inbound { receipt: old, ..plain("5") }).await, 0, "old");
        assert_eq!(asked(&room, plain("6")).await, 1);
    });
}

#[test]
fn nothing_goes_to_whom_care_is_taken_of_who_wants_calls_or_whom_a_person_answered() {
    run(|room| async move {
        let p = room.p();
        articles(&room).await;
        switch_on(&room).await;
        let person = async |placed: &Placed| {
            let mut conn = p.db.read().await.expect("read");
            let found = queries::find(&mut conn, &Scope::All, &placed.conversation).await.expect("read");
            found.expect("there").person
        };
        let careful = take_in(&room, mail(p, "kari@post.example", "1", QUESTION)).await;
        let mut tx = p.begin().await.expect("begin");
        let care = NewCare { kind: CareKind::Bereavement, why: "x".into(), until: None };
        people::care::set(&mut tx, &room.ingrid.actor(), &person(&careful).await, &care).await.expect("set");
        tx.commit().await.expect("commit");
        let called = take_in(&room, mail(p, "ola@post.example", "2", QUESTION)).await;
        let mut tx = p.begin().await.expect("begin");
        let wishes = Preferences { channel: Some(Channel::Phone), ..Preferences::default() };
        people::file::set_preferences(&mut tx, &Actor::System, &person(&called).await, &wishes, false)
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        let answered = take_in(&room, mail(p, "per@post.example", "3", QUESTION)).await;
        let reply = NewReply { body: "Warm it.".into(), ..NewReply::default() };
        commands::reply(p, &room.jonas.actor(), &answered.conversation, reply).await.expect("replied");
        work(&room).await;
        for placed in [careful, called, answered] {
            assert_eq!(said(&room, &placed).await.len(), 0, "{}", placed.number);
        }
    });
}
