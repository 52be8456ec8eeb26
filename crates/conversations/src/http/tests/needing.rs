//! Needs over HTTP: noted below a message or on a page of their own, listed, met, and told of.

use axum::http::{Method, StatusCode};

use super::super::testing::NASTY;
use super::super::testing::house::{House, run};

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The first need that a page leads to.
fn first(page: &str) -> String {
    let rest = page.split("id=\"n-").nth(1).expect("a need");
    rest.split('"').next().expect("its id").to_owned()
}

async fn inbound(house: &House, at: &crate::ConversationId) -> crate::MessageId {
    let mut conn = house.p().db.read().await.expect("read");
    let thread = crate::queries::thread(&mut conn, &base::Scope::All, at).await.expect("read").expect("is there");
    thread.messages.first().expect("a message").id.clone()
}

#[test]
fn needs_are_noted_changed_declined_and_listed() {
    run(|house| async move {
        let placed = house.mail("Bag", "I wish it had a bag for two.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let message = inbound(&house, &placed.conversation).await;
        let page = house.get(&path).await.body;
        assert!(page.contains(&format!("{path}/needs/new?message={message}")), "a sign without scripts, too: {page}");
        let new = format!("{path}/needs/new?message={message}&words={}", encoded(NASTY));
        let whole = house.get(&new).await.body;
        assert!(whole.contains("<h1 tabindex=\"-1\">Note a need") && !whole.contains("<img src=x"), "{whole}");
        let part = house.part(&new).await.body;
        assert!(!part.contains("<h1") && part.contains(&format!("id=\"need-{message}-form\"")), "{part}");
        let empty = house.post(&format!("{path}/needs"), &format!("message={message}&words=+")).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("role=\"alert\""), "{}", empty.body);
        let fields = format!("message={message}&words={}&topic=Bags&product=Model+4", encoded(NASTY));
        let noted = house.post(&format!("{path}/needs"), &fields).await;
        assert!(noted.header("location").starts_with(&format!("{path}#n-ned_")), "{}", noted.header("location"));
        let page = house.get(&path).await.body;
        assert!(page.contains(">Bags</a>") && !page.contains("<img src=x"), "{page}");
        let need = format!("/needs/{}", first(&page));
        let changed = house.post(&need, "change=change&words=a+bell&topic=bells&product=").await;
        assert_eq!(changed.header("location"), format!("{path}#needs"));
        assert_eq!(house.post(&need, "change=decline&reason=+").await.status, StatusCode::CONFLICT);
        assert_eq!(house.post(&need, "change=fly").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let declined = house.post(&need, "change=decline&reason=too+loud&back=%2Fneeds%3Fshow%3Dopen").await;
        assert_eq!(declined.header("location"), "/needs?show=open");
        let list = house.get("/needs?show=declined&topic=BELLS").await.body;
        assert!(list.contains("<q>a bell</q>") && list.contains("too loud"), "{list}");
        assert!(house.get("/needs?show=open").await.body.contains("Nothing fits."));
        let history = house.get(&path).await.body;
        assert!(history.contains("Need declined: a bell") && history.contains("Ingrid Moen noted a need"), "{history}");
        let person = house.find(&placed).await.person;
        let file = house.part(&format!("/customers/{person}/needs")).await.body;
        assert!(file.contains("<q>a bell</q>") && file.contains("Declined"), "{file}");
    });
}

#[test]
fn what_was_noted_by_a_slip_is_taken_back_where_it_was_noted() {
    run(|house| async move {
        let placed = house.mail("Bag", "b").await;
        let path = format!("/conversations/{}/needs", placed.conversation);
        let form = "application/x-www-form-urlencoded";
        let noted = house.ask(Method::POST, &path, true, form, "words=a+bag").await;
        assert!(noted.body.contains("Noted: “a bag”") && noted.body.contains("role=\"status\""), "{}", noted.body);
        let address =
            noted.body.split("hx-post=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a way back");
        let gone = house.ask(Method::POST, address, true, form, "change=remove").await;
        assert_eq!((gone.status, gone.body.as_str()), (StatusCode::OK, ""));
        assert_eq!(house.post(address, "change=remove").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn everyone_who_asked_gets_a_draft_out_of_one_text() {
    run(|house| async move {
        let placed = house.mail("Bag", "I wish it had a bag for two.").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/needs"), "words=a+bag+for+two&topic=Bags").await;
        assert_eq!(house.get("/needs/tell?topic=+").await.status, StatusCode::NOT_FOUND);
        let page = house.get("/needs/tell?topic=bags").await.body;
        assert!(page.contains("have no draft: 1") && page.contains("{{need}}"), "{page}");
        let wrong = house.post("/needs/tell", "topic=bags&en=Hi+%7B%7Bshoe%7D%7D").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Hi {{shoe}}"), "what was typed stays: {}", wrong.body);
        let done = house.post("/needs/tell", "topic=bags&en=Here+is+%7B%7Bneed%7D%7D.").await.body;
        assert!(done.contains("Drafts written: 1.") && done.contains("a draft waits"), "{done}");
        let page = house.get(&path).await.body;
        assert!(page.contains("Here is a bag for two."), "{page}");
        let file = house.get("/needs/export?as=topics").await;
        assert!(
            file.header("content-type").starts_with("text/csv") && file.body.contains("Bags,1,1,0,1,0"),
            "{}",
            file.body
        );
        let file = house.get("/needs/export?as=needs&topic=bags").await.body;
        assert!(file.contains("a bag for two,Bags") && file.contains("met"), "{file}");
    });
}

#[test]
fn the_house_has_topics_of_its_own_which_are_offered_first() {
    run(|mut house| async move {
        let placed = house.mail("Bag", "b").await;
        let path = format!("/conversations/{}/needs", placed.conversation);
        house.post(&path, "words=a+bell&topic=Bells").await;
        let wrong = house.post("/settings/needs", &format!("topics=Bags%0A{}", "x".repeat(41))).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let saved = house.post("/settings/needs", "topics=Rain+covers%0D%0Abells").await;
        assert_eq!(saved.header("location"), "/settings/needs?done=saved");
        assert!(house.get("/settings/needs").await.body.contains("Rain covers\nbells</textarea>"));
        let form = house.part(&format!("{path}/new")).await.body;
        let offered: Vec<&str> =
            form.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(offered, ["Rain covers", "bells"], "each once");
        // Who only helps notes needs, and neither decides nor tells.
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert_eq!(house.get("/settings/needs").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&path, "words=a+lock&topic=Locks").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.get("/needs/tell?topic=locks").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post("/needs/tell", "topic=locks&en=Hi").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get("/needs/export?as=needs").await.status, StatusCode::FORBIDDEN);
        let list = house.get("/needs?topic=locks").await.body;
        assert!(
            list.contains("<q>a lock</q>") && !list.contains("value=\"meet\"") && !list.contains("/needs/tell"),
            "{list}"
        );
    });
}
