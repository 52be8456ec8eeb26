//! How conversations end, over HTTP: outcomes, complaints, and what is asked before one is closed.

use super::super::testing::NASTY;
use super::super::testing::house::run;

#[test]
fn closing_asks_what_became_of_it_where_a_department_wants_to_know() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let early = house.post(&format!("{path}/outcome"), "outcome=righted&known=new").await;
        assert_eq!(early.header("location"), format!("{path}?ask=outcome"), "it is closed with its outcome");
        assert_eq!(
            house.post("/settings/outcomes", "required=&ask=off").await.header("location"),
            "/settings/outcomes?done=saved"
        );
        let set = house.get("/settings/outcomes").await.body;
        assert!(set.contains("name=\"required\" value=\"\" checked"), "{set}");
        let asks = house.post(&format!("{path}/close"), "reason=x").await;
        assert_eq!(asks.header("location"), format!("{path}?ask=outcome"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("id=\"outcome-form\"") && page.contains("<option value=\"new\" selected"), "{page}");
        let closed = house.post(&format!("{path}/close"), "reason=x&anyway=1&outcome=righted&known=known").await;
        assert!(closed.header("location").starts_with(&path) && closed.header("location").contains("step="));
        let page = house.get(&path).await.body;
        assert!(page.contains("Something wrong was put right") && page.contains("Known before"), "{page}");
        assert!(!page.contains("id=\"outcome-ask\""), "it is not asked again");
        house.post("/settings/outcomes", "ask=on").await;
        let set = house.get("/settings/outcomes").await.body;
        assert!(!set.contains("value=\"\" checked") && set.contains("value=\"on\" checked"), "{set}");
        house.post(&format!("{path}/outcome"), "outcome=").await;
        assert!(house.get(&path).await.body.contains("id=\"outcome-ask\""), "nobody says what became of it");
        assert_eq!(house.post("/settings/outcomes", "required=dep_x").await.status.as_u16(), 422);
    });
}

#[test]
fn a_complaint_is_marked_and_says_what_is_missing() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert_eq!(house.post(&format!("{path}/complaint"), "act=fly").await.status.as_u16(), 422);
        let marked = house.post(&format!("{path}/complaint"), "act=mark").await;
        assert_eq!(marked.header("location"), format!("{path}#ending"));
        let asks = house.post(&format!("{path}/close"), "reason=x").await;
        assert_eq!(asks.header("location"), format!("{path}?ask=complaint"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("id=\"complaint-form\"") && page.contains("It takes 3 days"), "{page}");
        assert!(house.get("/search?q=is:complaint").await.body.contains("Motoren"));
        let how: String = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect();
        house.post(&format!("{path}/complaint"), &format!("act=content&how={how}")).await;
        let page = house.get(&path).await.body;
        assert!(page.contains("The customer said yes") && !page.contains("<img src=x"), "{page}");
        house.post(&format!("{path}/close"), "reason=x").await;
        assert!(house.find(&placed).await.state == crate::State::Solved);
    });
}
