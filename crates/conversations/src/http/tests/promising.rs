//! Promises over HTTP: beside a conversation, in lists, below a text, and in a calendar.

use axum::http::Method;
use people::StaffId;

use super::super::testing::NASTY;
use super::super::testing::house::{Answer, House, run};
use crate::naming;

/// The promise that a page shows first.
fn first(page: &str) -> String {
    let rest = page.split("action=\"/promises/").nth(1).expect("a promise");
    rest.split('"').next().expect("its address").to_owned()
}

async fn look(house: &House, path: &str, text: &str) -> Answer {
    let (form, fields) = ("application/x-www-form-urlencoded", format!("kind=reply&body={text}"));
    house.ask(Method::POST, &format!("{path}/look"), true, form, &fields).await
}

/// Whose cookie the house has.
async fn ingrid(house: &House) -> StaffId {
    let mut conn = house.p().db.read().await.expect("read");
    people::staff::by_email(&mut conn, "ingrid@brekkesund.example").await.expect("read").expect("is there").id
}

#[test]
fn promises_are_made_listed_asked_about_and_kept() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let words: String = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect();
        let made = house.post(&format!("{path}/promises"), &format!("words={words}&by=2026-11-20")).await;
        assert_eq!(made.header("location"), format!("{path}#promises"));
        let page = house.get(&path).await.body;
        assert!(page.contains("class=\"promise sm\"") && !page.contains("<img src=x"), "{page}");
        let id = first(&page);
        let asks = house.post(&format!("{path}/close"), "reason=x").await;
        assert_eq!(asks.header("location"), format!("{path}?ask=open"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("These promises are still to be kept:"), "{page}");
        let list = house.get("/promises").await.body;
        assert!(list.contains(&format!("{path}#p-{id}")) && !list.contains("<img src=x"), "{list}");
        assert!(house.get("/promises?whose=ours&show=late").await.body.contains("Nothing is to be kept here."));
        let wrong = house.post(&format!("/promises/{id}"), "change=move&by=soon&told=1").await;
        assert_eq!(wrong.status.as_u16(), 409);
        let moved = house.post(&format!("/promises/{id}"), "change=move&by=2026-11-27&told=1").await;
        assert_eq!(moved.header("location"), path);
        let kept = house.post(&format!("/promises/{id}"), "change=keep&back=%2Fpromises%3Fwhose%3Dmine").await;
        assert_eq!(kept.header("location"), "/promises?whose=mine");
        assert_eq!(house.post(&format!("/promises/{id}"), "change=keep").await.status.as_u16(), 409);
        assert_eq!(house.post(&format!("/promises/{id}"), "change=fly").await.status.as_u16(), 422);
        let person = house.find(&placed).await.person;
        let file = house.part(&format!("/customers/{person}/promises")).await.body;
        assert!(file.contains("1 of 1") && file.contains("Kept"), "{file}");
    });
}

#[test]
fn what_is_seen_below_a_text_is_asked_about_and_nothing_is_kept() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let text = "Thank+you+for+your+message,+Kari.+I+will+call+you+by+Friday.";
        let seen = look(&house, &path, text).await.body;
        assert!(seen.contains("name=\"promise-words\"") && seen.contains("2026-11-20"), "{seen}");
        assert!(!house.get(&path).await.body.contains("suggested-prm_"));
        let too_long = look(&house, &path, &format!("{text}{}", "+x".repeat(50_001))).await.body;
        assert!(!too_long.contains("hintline"), "longer than can be sent");
        let nothing = look(&house, &path, "Thank+you.").await.body;
        assert!(!nothing.contains("promise-words"), "{nothing}");
    });
}

#[test]
fn what_a_call_promises_is_asked_about_and_what_it_keeps_is_kept() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/promises"), "words=Call&by=2026-11-20").await;
        let id = first(&house.get(&path).await.body);
        let page = house.get(&format!("{path}/contact")).await.body;
        assert!(page.contains("id=\"contact-look\"") && page.contains("from:#contact-body"), "{page}");
        let text = "We+talked+about+the+motor,+and+I+will+send+her+the+part+by+Friday.";
        let seen = look(&house, &path, text).await.body;
        assert!(seen.contains(&format!("name=\"keeps\" value=\"{id}\"")), "{seen}");
        let form = format!("way=phone&direction=out&spoke=1&at=&body={text}&then=open&keeps={id}");
        assert_eq!(house.post(&format!("{path}/contact"), &form).await.header("location"), path);
        let page = house.get(&path).await.body;
        assert!(page.contains("suggested-prm_") && page.contains("value=\"reopen\""), "{page}");
    });
}

#[test]
fn whoever_helps_sees_promises_and_changes_none() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/promises"), "words=Call&by=2026-11-20").await;
        let id = first(&house.get(&path).await.body);
        let (petra, ingrid) = (house.petra.clone(), ingrid(&house).await);
        house.become_staff(&petra).await;
        let page = house.get(&path).await.body;
        assert!(page.contains("class=\"promise sm\"") && !page.contains("action=\"/promises/"), "{page}");
        assert_eq!(house.post(&format!("/promises/{id}"), "change=keep").await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("{path}/promises"), "words=Call").await.status.as_u16(), 403);
        assert_eq!(house.get(&format!("/promises/by/{ingrid}")).await.status.as_u16(), 403);
        assert_eq!(house.get(&format!("/promises/by/{}", petra.id)).await.status.as_u16(), 200);
    });
}

#[test]
fn a_calendar_is_read_by_its_address_until_that_is_withdrawn() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/promises"), "words=Call%3B+back&by=2026-11-20").await;
        let me = ingrid(&house).await;
        let p = house.p();
        let at = |edition| {
            let whole = naming::feed_url(p, &me, edition);
            whole.strip_prefix(p.site.url.as_str()).expect("here").to_owned()
        };
        assert_eq!(house.get(&at(1)).await.status.as_u16(), 404, "nobody asked for one");
        let made = house.post("/promises/calendar", "change=renew").await;
        assert_eq!(made.header("location"), format!("/promises/by/{me}"));
        assert!(house.get(made.header("location")).await.body.contains(&at(1)));
        let feed = house.get(&at(1)).await;
        assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
        assert!(
            feed.body.contains("SUMMARY:Call\\; back\r\n") && feed.body.contains("VALUE=DATE:20261120"),
            "{}",
            feed.body
        );
        let forged = at(1).replace(".1.", ".2.");
        assert_eq!(house.get(&forged).await.status.as_u16(), 404);
        house.post("/promises/calendar", "change=withdraw").await;
        assert_eq!(house.get(&at(1)).await.status.as_u16(), 404);
        house.post("/promises/calendar", "change=renew").await;
        assert_eq!(house.get(&at(1)).await.status.as_u16(), 404, "another address");
        assert_eq!(house.get(&at(3)).await.status.as_u16(), 200);
    });
}

#[test]
fn a_reply_that_closes_over_a_promise_is_asked_about_and_goes_all_the_same() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/promises"), "words=Ring&by=2026-11-20").await;
        let asked = house.reply(&format!("{path}/reply"), false, "Hei Kari.", "solved", None).await;
        assert_eq!(asked.status.as_u16(), 422);
        assert!(asked.body.contains("Hei Kari.</textarea>"), "what was typed stays: {}", asked.body);
        for then in ["open", "solved-anyway"] {
            assert!(asked.body.contains(&format!("name=\"then\" value=\"{then}\"")), "{then}: {}", asked.body);
        }
        assert!(!house.get(&path).await.body.contains("solved-anyway"), "nobody is asked before");
        let sent = house.reply(&format!("{path}/reply"), false, "Hei Kari.", "solved-anyway", None).await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.body);
        assert_eq!(house.find(&placed).await.state, crate::State::Solved);
    });
}
