//! Turns over HTTP: off, on, who is next, and why others are passed over.

use super::super::testing::NASTY;
use super::super::testing::house::{House, run};

async fn named(house: &House, name: &str) {
    let mut tx = house.p().begin().await.expect("begin");
    tx.run("UPDATE staff SET name = $1", platform::vals![name]).await.expect("named");
    tx.commit().await.expect("commit");
}

#[test]
fn turns_are_turned_on_and_show_who_is_next() {
    run(|house| async move {
        let off = house.get("/settings/turns").await;
        assert!(off.status.is_success() && off.body.contains("what is new waits in the inbox"), "{}", off.body);
        assert_eq!(house.post("/settings/turns", "department=dep_x&on=yes").await.status.as_u16(), 404);
        let on = house.post("/settings/turns", "department=&on=yes").await;
        assert_eq!(on.header("location"), "/settings/turns?done=saved");
        named(&house, NASTY).await;
        let shown = house.get("/settings/turns?done=saved").await.body;
        let without = shown.matches("None yet").count();
        assert!(shown.contains("Next is ") && without > 0 && !shown.contains("<img src=x"), "{shown}");
        let placed = house.mail("Motoren", "Hei").await;
        assert!(house.find(&placed).await.assignee.is_some(), "it is given out");
        let shown = house.get("/settings/turns").await.body;
        assert_eq!(shown.matches("None yet").count(), without - 1, "the last turn is told");
        let history = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
        assert!(history.contains("whose turn it was"), "the history says why");
        house.post("/settings/turns", "department=&on=no").await;
        let placed = house.mail("Sadelen", "Borte").await;
        assert_eq!(house.find(&placed).await.assignee, None);
    });
}
