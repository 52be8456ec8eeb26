//! How a reply sounds, over HTTP.

use axum::http::Method;

use super::super::testing::house::{Answer, House, run};

/// What nobody should send.
const ANGRY: &str = "You are an idiot. We looked at the motor this morning.";

async fn look(house: &House, path: &str, kind: &str, text: &str) -> Answer {
    let text: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let (form, fields) = ("application/x-www-form-urlencoded", format!("kind={kind}&body={text}"));
    house.ask(Method::POST, &format!("{path}/look"), true, form, &fields).await
}

#[test]
fn what_jars_in_a_reply_is_told_and_notes_are_left_alone() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let seen = look(&house, &path, "reply", ANGRY).await.body;
        assert!(seen.contains("calls the customer names.") && seen.contains("data-instead=\""), "{seen}");
        assert!(seen.contains("data-of=\"You are an idiot.\""), "{seen}");
        assert!(seen.contains("It may help to add: a greeting"), "{seen}");
        for (kind, text) in [("note", ANGRY), ("", ANGRY), ("reply", "")] {
            let seen = look(&house, &path, kind, text).await.body;
            assert!(!seen.contains("data-instead") && !seen.contains("It may help"), "{kind}: {seen}");
        }
        let kind = "Thank you for your message, Kari. We are glad to help you with the motor.";
        let seen = look(&house, &path, "reply", kind).await.body;
        assert!(!seen.contains("data-tone=\"warn\""), "{seen}");
    });
}

#[test]
fn what_belongs_to_another_customer_is_pointed_out_and_nobody_is_named() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let mut tx = house.p().begin().await.expect("begin");
        people::person::resolve(&mut tx, "per.nord@post.example", "Per Nord", None).await.expect("another");
        tx.commit().await.expect("commit");
        let text = "Write to per.nord@post.example, kari@post.example or hei@brekkesund.example. Your card 4111 1111 1111 1111.";
        let seen = look(&house, &path, "reply", text).await.body;
        assert!(seen.contains("per.nord@post.example is the address of another customer."), "{seen}");
        assert_eq!(seen.matches("of another customer").count(), 2, "once shown, once told: {seen}");
        assert!(seen.contains("A card number stands in it (… 1111).") && !seen.contains("4111"), "{seen}");
        assert!(!seen.contains("Per Nord"), "{seen}");
        let note = look(&house, &path, "note", text).await.body;
        assert!(!note.contains("of another customer") && !note.contains("card number"), "{note}");
    });
}

#[test]
fn the_house_says_what_passes_and_what_does_not() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get("/settings/tone").await.body;
        assert!(page.contains("name=\"allowed\"") && page.contains("value=\"on\" checked"), "{page}");
        let wrong = house.post("/settings/tone", "on=on&allowed=hei&jarring=Hei").await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("A phrase is among those that pass, too."), "{}", wrong.body);
        let typed = "on=on&allowed=you+are+an+idiot&jarring=this+morning";
        assert_eq!(house.post("/settings/tone", typed).await.header("location"), "/settings/tone?done=saved");
        let seen = look(&house, &path, "reply", ANGRY).await.body;
        assert!(!seen.contains("calls the customer names"), "{seen}");
        assert!(seen.contains("“this morning” is not how your house says it."), "{seen}");
        house.post("/settings/tone", "on=off").await;
        let seen = look(&house, &path, "reply", ANGRY).await.body;
        assert!(!seen.contains("data-tone=\"warn\"") && !seen.contains("It may help"), "{seen}");
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert_eq!(house.get("/settings/tone").await.status.as_u16(), 403);
        assert_eq!(house.post("/settings/tone", "on=on").await.status.as_u16(), 403);
    });
}

#[test]
fn what_is_sent_anyway_stands_on_the_page_of_the_settings() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(look(&house, &path, "reply", ANGRY).await.body.contains("name=\"jar\" value=\"insult\""));
        assert!(house.get("/settings/tone").await.body.contains("Nothing so far."));
        let part = |name: &str, value: &str| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let form = format!("{}{}{}--x--\r\n", part("body", ANGRY), part("then", "open"), part("jar", "insult"));
        let kind = "multipart/form-data; boundary=x";
        let sent = house.ask(Method::POST, &format!("{path}/reply"), false, kind, &form).await;
        assert_eq!(sent.header("location"), path);
        let page = house.get("/settings/tone").await.body;
        assert!(page.contains(">Names</th>") && !page.contains("Nothing so far."), "{page}");
        assert!(!page.contains("idiot") && !page.contains("Motoren"), "no words of it: {page}");
    });
}

#[test]
fn the_mood_of_what_came_in_stands_beside_it_in_words() {
    run(|house| async move {
        for (subject, text, words) in [
            ("Sadel", "Jeg er ikke fornøyd.", Some("Unhappy")),
            ("Lykt", "Tusen takk for god hjelp!", Some("Glad")),
            ("Lås", "Hvor finner jeg serienummeret?", None),
        ] {
            let placed = house.mail(subject, text).await;
            let page = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
            let shown = ["Unhappy", "Glad"].into_iter().find(|mood| page.contains(&format!("</svg>{mood}</span>")));
            assert_eq!(shown, words, "{subject}: {page}");
        }
    });
}
