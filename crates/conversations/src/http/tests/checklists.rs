//! What is to be done in a conversation, over HTTP.

use super::super::testing::NASTY;
use super::super::testing::house::run;

#[test]
fn things_are_added_ticked_off_counted_and_asked_about_before_closing() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let text: String = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect();
        house.post(&format!("{path}/checklist"), &format!("text={text}")).await;
        house.post(&format!("{path}/checklist"), "text=Order+the+part").await;
        let page = house.get(&path).await.body;
        assert!(page.contains(">0/2<") && page.contains("Order the part") && !page.contains("<img src=x"), "{page}");
        let item =
            page.split("name=\"item\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a thing");
        let answer = house.post(&format!("{path}/checklist"), &format!("item={item}&change=done")).await;
        assert_eq!(answer.header("location"), format!("{path}#checklist"));
        assert!(house.get(&path).await.body.contains(">1/2<"));
        assert!(house.get("/inbox?view=all").await.body.contains("1/2"));
        let asks = house.post(&format!("{path}/close"), "").await;
        assert_eq!(asks.header("location"), format!("{path}?ask=open"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("Still to be done:") && page.contains("<li>Order the part</li>"), "{page}");
        house.post(&format!("{path}/close"), "anyway=1&reason=Ringte").await;
        assert_eq!(house.find(&placed).await.state, crate::State::Solved);
        let refused = house.post(&format!("{path}/checklist"), "text=+").await;
        assert_eq!(refused.status.as_u16(), 409);
    });
}

#[test]
fn whoever_writes_notes_ticks_off_too() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/checklist"), "text=Call").await;
        assert!(house.get(&path).await.body.contains(">0/1<"));
    });
}
