//! Time spent on a conversation, over HTTP.

use super::super::testing::house::run;

#[test]
fn time_is_added_summed_up_taken_back_and_a_matter_of_settings() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/time"), "minutes=50").await;
        let answer = house.post(&format!("{path}/time"), "minutes=25").await;
        assert_eq!(answer.header("location"), format!("{path}#spent"));
        let page = house.get(&path).await.body;
        assert!(page.contains("<dt>Ingrid Moen</dt><dd>1 h 15 min</dd>"), "{page}");
        let last = page.split("name=\"remove\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("own");
        house.post(&format!("{path}/time"), &format!("remove={last}")).await;
        house.post(&format!("{path}/time"), &format!("remove={last}")).await;
        assert!(house.get(&path).await.body.contains("<dd>50 min</dd>"));
        assert_eq!(house.post(&format!("{path}/time"), "minutes=0").await.status.as_u16(), 409);
        let off = house.post("/settings/times", "first_hours=24&next_hours=8&next_minutes=0&soon_hours=4").await;
        assert_eq!(off.header("location"), "/settings/times?done=saved");
        assert!(!house.get(&path).await.body.contains("name=\"minutes\""), "there is no field any more");
        house.post("/settings/times", "first_hours=24&next_hours=8&next_minutes=0&soon_hours=4&track_time=1").await;
        assert!(house.get(&path).await.body.contains("name=\"minutes\""));
        assert!(house.get("/settings/times").await.body.contains("name=\"track_time\" value=\"1\" checked"));
    });
}
