//! Putting away and bringing back, over HTTP.

use super::super::testing::house::run;
use crate::Snooze;

#[test]
fn a_conversation_is_put_away_from_its_page_and_from_the_list_with_a_way_back() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        assert!(page.contains("Until Kari Solheim writes") && page.contains("A reply is due"), "{page}");
        // A Wednesday at noon in UTC; Ingrid is in Oslo.
        let answer = house.post(&format!("{path}/snooze"), "snooze=at&at=2026-11-18T15%3A00").await;
        assert!(answer.header("location").starts_with(&format!("{path}?step=stp_")), "{}", answer.header("location"));
        assert_eq!(
            house.find(&placed).await.snoozed,
            Some(Snooze::Until("2026-11-18T14:00:00Z".parse().expect("a time")))
        );
        let page = house.get(answer.header("location")).await.body;
        assert!(page.contains("t-toast") && page.contains("Snoozed until today 15:00"));
        assert!(page.contains("action=\"/undo\"") && page.contains("/wake"), "{page}");
        assert!(!house.get("/inbox/list?view=all").await.body.contains("Motoren"));
        let list = house.get("/inbox/list?view=snoozed").await.body;
        assert!(list.contains("Motoren") && list.contains("convo-row unread snoozed"), "{list}");
        assert!(house.get("/sidebar").await.body.contains("Snoozed</span><span class=\"count\">1<"));
        let back = house.post(&format!("{path}/wake"), "back=%2Finbox%3Fview%3Dall").await;
        assert!(back.header("location").starts_with("/inbox?view=all&step=stp_"));

        let answer = house.post(&format!("{path}/snooze"), "snooze=reply&back=%2Finbox%3Fview%3Dall").await;
        assert!(answer.header("location").starts_with("/inbox?view=all&step=stp_"));
        assert!(house.get(answer.header("location")).await.body.contains("t-toast"));
        let refused = house.post(&format!("{path}/snooze"), "snooze=at&at=2020-01-01T08%3A00").await;
        assert_eq!(refused.status.as_u16(), 409);
        assert!(refused.body.contains("That time has passed."));
        assert_eq!(house.post("/conversations/nonsense/wake", "").await.status.as_u16(), 404);
    });
}

#[test]
fn several_are_put_away_at_once_and_what_cannot_be_says_why() {
    run(|house| async move {
        let (one, two) = (house.mail("Motoren", "b").await, house.mail("Sadelen", "c").await);
        house.post(&format!("/conversations/{}/close", two.conversation), "reason=x").await;
        let ids = format!("id={}&id={}", one.conversation, two.conversation);
        let answer = house.post("/inbox/bulk?view=all", &format!("{ids}&snooze=reply&at=")).await;
        let told = format!("done={}&left={}-already_closed", one.number, two.number);
        assert!(answer.header("location").contains(&told), "{}", answer.header("location"));
        assert!(house.find(&one).await.snoozed.is_some());
        let answer = house.post("/inbox/bulk?view=all", &format!("{ids}&snooze=at&at=nonsense")).await;
        assert!(answer.header("location").contains("no_time"), "{}", answer.header("location"));
    });
}
