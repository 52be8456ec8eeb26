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

#[test]
fn what_turns_need_is_set_and_why_somebody_got_it_is_told() {
    run(|house| async move {
        let mut tx = house.p().begin().await.expect("begin");
        let made = people::skill::make(&mut tx, &base::Actor::System, NASTY).await.expect("made");
        tx.commit().await.expect("commit");
        let page = house.get("/settings/turns").await.body;
        assert!(page.contains("Nothing needs a skill yet.") && !page.contains("<img src=x"), "{page}");
        let wrong = house.post("/settings/turns/needs", &format!("of=&tag=Nothing&skill={}", made.id)).await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("Choose a skill and a department") && wrong.body.contains("value=\"Nothing\""));
        let placed = house.mail("Motoren", "Hei").await;
        house.post(&format!("/conversations/{}/tags", placed.conversation), "add=brass").await;
        let need = format!("of=&tag=BRASS&skill={}", made.id);
        assert_eq!(house.post("/settings/turns/needs", &need).await.header("location"), "/settings/turns?done=saved");
        let page = house.get("/settings/turns").await.body;
        assert!(page.contains("Tag brass") && page.contains("value=\"tag:brass\""), "{page}");
        let gone = house.post("/settings/turns/needs/remove", &format!("of=tag:brass&skill={}", made.id)).await;
        assert_eq!(gone.header("location"), "/settings/turns?done=saved");
        assert!(house.get("/settings/turns").await.body.contains("Nothing needs a skill yet."));

        house.post("/settings/turns/lacking", "by_language=1&lacking=wait").await;
        let page = house.get("/settings/turns").await.body;
        assert!(page.contains("value=\"wait\" checked"), "{page}");
        house.post("/settings/turns", "department=&on=yes&order=round_robin").await;
        let page = house.get("/settings/turns").await.body;
        assert!(page.contains("Round robin") && page.contains("Least work instead"), "{page}");
        // Everybody writes English alone: what comes in Norwegian waits, and says so.
        let mut tx = house.p().begin().await.expect("begin");
        for staff in people::staff::all(&mut tx, &base::Scope::All).await.expect("read") {
            let english = [base::Language::En];
            people::skill::set_writes(&mut tx, &base::Actor::System, &staff.id, &english).await.expect("set");
        }
        tx.commit().await.expect("commit");
        let placed = house.mail("Sadelen", "Den er borte.").await;
        let history = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
        assert!(house.find(&placed).await.assignee.is_none());
        assert!(history.contains("Waits: nobody with Norwegian is here"), "{history}");
    });
}

#[test]
fn how_evenly_turns_went_round_is_told_without_a_ranking() {
    run(|house| async move {
        assert!(house.get("/turns").await.body.contains("No turn was given out in these days."));
        house.post("/settings/turns", "department=&on=yes").await;
        named(&house, NASTY).await;
        for subject in ["Motoren", "Sadelen", "Bremsene"] {
            house.mail(subject, "Hei").await;
        }
        let shown = house.get("/turns?days=7").await.body;
        assert!(shown.contains("3 turns") && shown.contains("Evenness ") && shown.contains("Jain’s index"), "{shown}");
        assert!(
            !shown.contains("<img src=x") && shown.contains("href=\"/turns?days=7\" aria-current=\"true\""),
            "{shown}"
        );
    });
}
