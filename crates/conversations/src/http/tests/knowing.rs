//! What one should know before one writes: beside a conversation, above the field of a reply, and where calls are logged.

use axum::http::Method;
use base::Actor;
use people::care::{self, CareKind, NewCare};
use people::file::{self, Channel, Hours, Manner, Preferences};

use super::super::testing::NASTY;
use super::super::testing::house::{House, run};

async fn told(house: &House, person: &people::PersonId, wanted: &Preferences, why: &str) {
    let mut tx = house.p().begin().await.expect("begin");
    let care = NewCare { kind: CareKind::Bereavement, why: why.to_owned(), until: None };
    care::set(&mut tx, &Actor::System, person, &care).await.expect("set");
    file::set_preferences(&mut tx, &Actor::System, person, wanted, false).await.expect("set");
    tx.commit().await.expect("commit");
}

#[test]
fn the_card_names_care_wishes_promises_topics_and_what_is_unusual() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Jeg er ikke fornøyd.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        assert!(page.contains("They write for the first time") && page.contains("They sound unhappy"), "{page}");
        assert!(!page.contains("Write warmly") && !page.contains("reached another way"), "{page}");

        let person = house.find(&placed).await.person;
        let hours = Hours::read("23:00", "23:30").expect("hours");
        let wanted = Preferences { channel: Some(Channel::Phone), hours, ..Preferences::default() };
        told(&house, &person, &wanted, NASTY).await;
        house.post(&format!("{path}/promises"), "words=Call+back&by=2026-11-20").await;
        let page = house.get(&path).await.body;
        assert_eq!(page.matches("Write warmly; nothing is sold.").count(), 2, "card and composer: {page}");
        assert!(!page.contains("<img src=x"), "{page}");
        assert!(page.contains("They would rather be reached another way: By phone between 23:00 and 23:30."), "{page}");
        assert!(page.contains("When it suits them: ") && page.contains("When it suits them <span"), "offered: {page}");
        let card = page.split("id=\"known\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("a card");
        assert!(card.contains("Call back"), "{card}");
        let call = house.get(&format!("{path}/contact")).await.body;
        assert!(call.contains("By phone between 23:00 and 23:30.") && !call.contains("Write warmly"), "{call}");

        let first = house.get(&format!("/conversations/new?customer={person}")).await.body;
        assert!(first.contains("Write warmly; nothing is sold."), "also where one writes first: {first}");

        let next = house.mail("Sadelen", "Hvor finner jeg serienummeret?").await;
        let page = house.get(&format!("/conversations/{}", next.conversation)).await.body;
        let card = page.split("id=\"known\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("a card");
        assert!(card.contains("Motoren") && card.contains("Call back"), "topic and promise of the other: {card}");
        assert!(!page.contains("They write for the first time"), "{page}");
        house.mail("Lykten", "Hvor finner jeg serienummeret?").await;
        assert!(house.get(&path).await.body.contains("3 conversations of theirs within a month"));
    });
}

#[test]
fn who_asked_to_be_spoken_to_formally_is_looked_at_so() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Hvor finner jeg serienummeret?").await;
        let path = format!("/conversations/{}/look", placed.conversation);
        let text = "Hei, takk for at du skrev til oss. Vi sender deg delen i dag, og du får den i morgen.";
        let text: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let form = "application/x-www-form-urlencoded";
        let fields = format!("kind=reply&body={text}");
        let before = house.ask(Method::POST, &path, true, form, &fields).await.body;
        assert!(!before.contains("is not how this customer is addressed"), "{before}");
        let person = house.find(&placed).await.person;
        let wanted = Preferences { manner: Some(Manner::Formal), ..Preferences::default() };
        told(&house, &person, &wanted, "x").await;
        let after = house.ask(Method::POST, &path, true, form, &fields).await.body;
        assert!(after.contains("is not how this customer is addressed"), "{after}");
    });
}

#[test]
fn who_writes_is_told_when_the_customer_is_treated_with_care_and_nothing_else_is_touched() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "Hvor finner jeg serienummeret?").await;
        let path = format!("/conversations/{}", placed.conversation);
        let person = house.find(&placed).await.person;
        let page = house.get(&path).await.body;
        let trigger = format!("hx-trigger=\"person-{person} from:body, resync from:body\"");
        assert!(page.contains("id=\"known-above\"") && page.contains(&trigger), "{page}");
        assert!(page.contains(&format!("hx-get=\"{path}/known\"")), "{page}");
        let lines = format!("{path}/known");
        assert!(!house.part(&lines).await.body.contains("hintline"), "there is nothing to know");
        told(&house, &person, &Preferences::default(), NASTY).await;
        let shown = house.part(&lines).await.body;
        assert!(shown.contains("Write warmly; nothing is sold.") && !shown.contains("<img src=x"), "{shown}");
        assert!(!shown.contains("<form") && !shown.contains("<textarea") && !shown.contains("<html"), "{shown}");
        assert!(house.get(&path).await.body.contains("from:body, every 300s\""), "its day may end");

        let mut tx = house.p().begin().await.expect("begin");
        let may = base::Scope::All;
        let card = file::card(&mut tx, &may, &person).await.expect("read");
        care::end(&mut tx, &Actor::System, &person, &card.care[0].id).await.expect("ended");
        tx.commit().await.expect("commit");
        assert!(!house.part(&lines).await.body.contains("hintline"), "it is over");
        assert_eq!(house.part(&format!("/conversations/cnv_{}/known", "0".repeat(26))).await.status.as_u16(), 404);
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert!(house.part(&lines).await.status.is_success(), "who writes notes knows it, too");
    });
}
