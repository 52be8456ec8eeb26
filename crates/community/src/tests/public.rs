//! A conversation becomes a question when its customer lets it, and a question a conversation when a colleague wants it.

use conversations::commands::{CLOCK_LANE, ForReceipt, Inbound, receive};
use conversations::{ConversationId, Mailbox};
use people::privacy::{About, Holder};
use platform::jobs::Workers;
use platform::vals;

use super::{House, Kept, door, refusal, run};
use crate::commands::{self, Choice, CommandError, FALL_JOB, OfferState};
use crate::rules::rights::Refusal;
use crate::{Writings, store};

const SAID: &str = "The lid of my kettle leaks. My order is BS-2024-118, call +47 912 34 567. Agnes";

async fn mail(house: &House) -> ConversationId {
    let p = house.p();
    let raw = p.blobs.prepare(b"raw".to_vec()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    let inbound = Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Agnes Dahl".into(), address: "agnes@post.example".into() },
        to: vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }],
        cc: vec![],
        subject: "Kettle #10482 leaks".into(),
        text: SAID.into(),
        document: None,
        invite: None,
        language: None,
        mail_id: Some("1@post.example".into()),
        references: vec![],
        reply_tags: vec![],
        automatic: None,
        bounce: None,
        warnings: vec![],
        proof: None,
        unreadable: None,
        raw: raw.digest.clone(),
        files: vec![],
        receipt: ForReceipt::default(),
    };
    let placed = receive(p, &mut tx, inbound).await.expect("received");
    tx.commit().await.expect("commit");
    placed.conversation
}

/// The key in the newest mail that asks.
async fn key(house: &House) -> String {
    let sql = "SELECT payload FROM job WHERE kind = 'mail.system' ORDER BY id DESC LIMIT 1";
    let row = house.p().db.read().await.expect("read").one(sql, vals![]).await.expect("read").expect("a mail");
    let mail: people::system_mail::SystemMail =
        serde_json::from_str(&row.text("payload").expect("text")).expect("mail");
    assert_eq!(mail.to, "agnes@post.example");
    assert!(!mail.text.contains("lid of my"), "nothing of what was said is in the mail: {}", mail.text);
    let rest = mail.text.split("/community/offer/").nth(1).expect("a link");
    rest.split_whitespace().next().expect("a key").to_owned()
}

async fn offered(house: &House, id: &ConversationId) {
    let (p, actor) = (house.p(), &house.ingrid);
    let it = commands::propose(&mut p.db.read().await.expect("read"), actor, id).await.expect("proposed");
    assert_eq!(it.title, "Kettle […] leaks");
    assert_eq!(it.body, "The lid of my kettle leaks. My order is […], call […]. […]");
    assert!(it.taken.contains(&"+47 912 34 567".to_owned()), "{:?}", it.taken);
    commands::offer(p, actor, id, (&it.title, &it.body)).await.expect("asked");
    assert_eq!(refusal(commands::offer(p, actor, id, (&it.title, &it.body)).await), Refusal::Asked);
    assert_eq!(house.count("SELECT COUNT(*) AS n FROM community_topic").await, 0, "nothing is public before");
}

#[test]
fn what_its_customer_lets_be_public_is_a_question_under_the_name_they_chose() {
    run(|house| async move {
        let (p, id) = (house.p(), mail(&house).await);
        offered(&house, &id).await;
        let key = key(&house).await;
        assert!(matches!(commands::look_at(p, "cof_1.x").await, Err(CommandError::NotFound)));
        assert_eq!(commands::look_at(p, &key).await.expect("there").person, house.agnes);
        let taken = commands::settle(p, &key, Choice::Named("Bent K-A".into())).await;
        assert_eq!(refusal(taken), Refusal::NameTaken);
        let topic = commands::settle(p, &key, Choice::Named("Agnes in Bergen".into())).await.expect("said");
        let it = house.topic(&topic.expect("public")).await;
        assert_eq!((it.person.as_ref(), it.title.as_str()), (Some(&house.agnes), "Kettle […] leaks"));
        assert!(it.is_public() && it.due.is_none(), "we know of it already");
        assert_eq!(it.conversation.as_deref(), Some(id.as_str()));
        let again = commands::settle(p, &key, Choice::No).await;
        assert!(matches!(again, Err(CommandError::NotFound)), "said once");
        let sql = "SELECT COUNT(*) AS n FROM message WHERE kind = 'note'";
        assert_eq!(house.count(sql).await, 1, "the conversation leads to it");
        let now = commands::propose(&mut p.db.read().await.expect("read"), &house.ingrid, &id).await.expect("told");
        assert_eq!(now.topic, Some(it.id));
    });
}

#[test]
fn without_a_name_nobody_asked_it_and_no_says_no() {
    run(|house| async move {
        let (p, id) = (house.p(), mail(&house).await);
        offered(&house, &id).await;
        let first = key(&house).await;
        assert_eq!(commands::settle(p, &first, Choice::No).await.expect("said"), None);
        let asked = store::offer_of(&mut p.db.read().await.expect("read"), &id).await.expect("read").expect("there");
        assert_eq!((asked.state, asked.body.as_str()), (OfferState::Declined, ""), "its words are forgotten");
        offered(&house, &id).await;
        let topic = commands::settle(p, &key(&house).await, Choice::Unnamed).await.expect("said").expect("public");
        assert_eq!(house.topic(&topic).await.person, None);
        let sql = "SELECT COUNT(*) AS n FROM community_follow";
        assert_eq!(house.count(sql).await, 1, "they hear of answers all the same");
        let mut tx = p.begin().await.expect("begin");
        let about = About { ids: vec![house.agnes.clone()], addresses: vec![], instead: "Erased".into() };
        Writings.erase(&mut tx, &about, &mut people::privacy::Gone::default()).await.expect("erased");
        tx.commit().await.expect("commit");
        let gone = house.topic(&topic).await;
        assert!(gone.body.is_empty() && !gone.is_public(), "also what bore no name is theirs: {gone:?}");
    });
}

#[test]
fn who_has_no_address_that_is_proved_is_not_asked() {
    run(|house| async move {
        let id = mail(&house).await;
        let mut tx = house.p().begin().await.expect("begin");
        tx.run("UPDATE person_address SET proved = 0", vals![]).await.expect("changed");
        tx.commit().await.expect("commit");
        let asked = commands::offer(house.p(), &house.ingrid, &id, ("It leaks", "The lid.")).await;
        assert_eq!(refusal(asked), Refusal::CannotAsk);
    });
}

#[test]
fn a_colleague_takes_an_answered_question_over_once() {
    run(|house| async move {
        let (p, it) = (house.p(), house.ask("Is it waterproof?").await);
        house.answer(&house.bent, &it.id, "I think so.").await;
        let kept = std::sync::Arc::new(Kept(
            std::sync::Mutex::default(),
            Some(ConversationId::next(&p.ids, p.clock.business())),
        ));
        commands::take_over(p, &house.ingrid, &it.id).await.expect("taken");
        let door = door(&kept);
        let fall = move |p, job| commands::fall(p, job, door.clone());
        let workers = Workers::default().lane(CLOCK_LANE, 1).handle(FALL_JOB, fall);
        workers.run_due(p, CLOCK_LANE).await.expect("looked");
        assert_eq!(kept.0.lock().expect("kept").len(), 1);
        assert!(house.topic(&it.id).await.conversation.is_some());
        let again = commands::take_over(p, &house.ingrid, &it.id).await;
        assert!(matches!(again, Err(CommandError::NotFound)), "it is one already");
    });
}
