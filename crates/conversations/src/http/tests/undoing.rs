//! Taking back at the desk: what was done is said, with the way back, on its page, in the list, and for several.

use super::super::testing::house::{Answer, House, run};
use crate::State;

fn step(answer: &Answer) -> String {
    let to = answer.header("location");
    to[to.find("step=").expect("a step") + 5..].to_owned()
}

async fn undo(house: &House, answer: &Answer, back: &str) -> Answer {
    let back: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    house.post("/undo", &format!("step={}&back={back}", step(answer))).await
}

#[test]
fn what_was_done_is_said_and_one_press_takes_it_back() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let closed = house.post(&format!("{path}/close"), "reason=x").await;
        let page = house.get(closed.header("location")).await.body;
        let toast = page.split("id=\"did-").nth(1).expect("a toast");
        assert!(toast.contains(&format!("#{} Solved", placed.number)) && toast.contains("aria-keyshortcuts=\"Z\""));
        let back = undo(&house, &closed, &path).await;
        assert_eq!(back.header("location"), format!("{path}?done=undone"));
        assert_eq!(house.find(&placed).await.state, State::New);
        let page = house.get(back.header("location")).await.body;
        assert!(page.contains("One conversation is as it was before."), "{page}");
        assert!(page.contains("Ingrid Moen took back the state"), "{page}");
        // A second press is no mistake, and what is over is not offered.
        assert_eq!(undo(&house, &closed, &path).await.header("location"), path);
        assert!(!house.get(closed.header("location")).await.body.contains("id=\"did-"));

        let given = house.post(&format!("{path}/assign"), &format!("to={}", house.jonas.id)).await;
        house.post(&format!("{path}/assign"), "to=").await;
        let refused = undo(&house, &given, &path).await;
        assert_eq!(refused.status.as_u16(), 409);
        assert!(refused.body.contains("Somebody has changed it since"), "{}", refused.body);
        for nonsense in ["", "stp_x", "stp_00000000000000000000000009"] {
            assert_eq!(house.post("/undo", &format!("step={nonsense}")).await.status.as_u16(), 404);
        }
        assert!(!house.get("/inbox?step=%3Cb%3E&undone=1").await.body.contains("id=\"did-"));
        let light = house.petra.clone();
        let mut house = house;
        house.become_staff(&light).await;
        assert_eq!(undo(&house, &given, &path).await.status.as_u16(), 403);
    });
}

#[test]
fn several_are_taken_back_at_once_and_each_says_what_became_of_it() {
    run(|house| async move {
        let (one, two) = (house.mail("A", "b").await, house.mail("Another", "c").await);
        let ids = format!("id={}&id={}", one.conversation, two.conversation);
        let given = house.post("/inbox/bulk?view=all", &format!("{ids}&assign={}", house.jonas.id)).await;
        let page = house.get(given.header("location")).await.body;
        let toast = page.split("id=\"did-").nth(1).expect("a toast");
        assert!(toast.contains("2 conversations done.") && toast.contains("action=\"/undo\""), "{toast}");
        house.post(&format!("/conversations/{}/assign", two.conversation), "to=").await;
        let back = undo(&house, &given, "/inbox?view=all").await;
        let told = format!("/inbox?view=all&done={}&left={}-changed_since&undone=1", one.number, two.number);
        assert_eq!(back.header("location"), told);
        let page = house.get(&told).await.body;
        assert!(page.contains("One conversation is as it was before.") && page.contains("Somebody has changed it"));
        assert_eq!(house.find(&one).await.assignee, None);

        // From the page of all that can be done, also when some were left.
        house.post(&format!("/conversations/{}/close", two.conversation), "reason=x").await;
        let n = format!("n={}.{}&back=%2Finbox%3Fview%3Dall", one.number, two.number);
        let some = house.post("/inbox/several", &format!("{n}&act=close&reason=Ringte")).await;
        assert_eq!(some.status.as_u16(), 422);
        assert!(some.body.contains("id=\"did-") && some.body.contains(&format!("#{} Solved", one.number)));
        let all = house.post("/inbox/several", &format!("{n}&act=reopen")).await;
        assert!(all.header("location").contains("&step=stp_"), "{}", all.header("location"));
        undo(&house, &all, all.place()).await;
        assert_eq!(house.find(&two).await.state, State::Solved);
    });
}
