//! What a light agent sees and can do: reads, writes notes and drafts that others send, and nothing that a customer gets.

use axum::http::StatusCode;

use crate::State;
use crate::http::testing::house::run;

#[test]
fn a_light_agent_reads_and_writes_notes() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let page = house.get(&path).await.body;
        assert!(page.contains("Den stopper.") && page.contains("id=\"note\""), "{page}");
        for absent in [
            "/reply\"",
            "reply-send",
            "send-menu",
            "assign-menu",
            "/close\"",
            "convo-menu",
            "compose=forward",
            "id=\"seen\"",
        ] {
            assert!(!page.contains(absent), "{absent} is there");
        }
        let saved = house.post(&format!("{path}/draft"), "kind=note&body=Det+er").await;
        assert_eq!(saved.status, StatusCode::NO_CONTENT);
        assert!(house.get(&path).await.body.contains(">Det er</textarea>"));
        let noted = house.post(&format!("{path}/note"), "body=Det+er+lagret").await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER);
        let page = house.get(&format!("{path}?compose=reply")).await.body;
        assert!(page.contains("Det er lagret") && page.contains("Share draft") && !page.contains("send-menu"));
        assert_eq!(house.find(&placed).await.assignee, None);

        let list = house.get("/inbox").await.body;
        assert!(list.contains("Motoren") && !list.contains("id=\"bulk\"") && !list.contains("name=\"id\""));
        assert!(!list.contains("href=\"/conversations/new\""), "the sidebar offers no writing");
        assert!(list.contains("#note\" data-key=\"n\""), "the preview leads to the note");
    });
}

#[test]
fn nothing_of_a_light_agent_reaches_a_customer() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let (path, message) = (format!("/conversations/{}", placed.conversation), placed.message.clone());
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert_eq!(house.get("/conversations/new").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.reply(&format!("{path}/reply"), false, "Hei", "", None).await.status, StatusCode::FORBIDDEN);
        for (verb, form) in [
            ("assign", format!("to={}", petra.id)),
            ("close", "reason=x".into()),
            ("state", "state=waiting_customer:".into()),
            ("read", String::new()),
            ("draft", "kind=forward&body=Hei".into()),
            ("customer", format!("message={message}&to=writer")),
        ] {
            let answer = house.post(&format!("{path}/{verb}"), &form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{verb}: {}", answer.body);
        }
        assert_eq!(
            house.post("/inbox/bulk", &format!("id={}&act=close", placed.conversation)).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(house.find(&placed).await.state, State::New);
    });
}

#[test]
fn nobody_gives_work_to_a_light_agent() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        assert!(page.contains(house.jonas.id.as_str()) && !page.contains(house.petra.id.as_str()));
        let answer = house.post(&format!("{path}/assign"), &format!("to={}", house.petra.id)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.body);
        assert_eq!(house.find(&placed).await.assignee, None);
    });
}
