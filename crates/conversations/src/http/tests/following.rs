//! Following and being named, over HTTP.

use super::super::testing::house::run;

#[test]
fn one_follows_by_a_button_and_is_told_of_mentions_in_the_sidebar() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        assert!(page.contains("name=\"on\" value=\"1\"") && page.contains("data-mention=\"Jonas Åkerlind\""), "{page}");
        let answer = house.post(&format!("{path}/follow"), "on=1").await;
        assert_eq!(answer.header("location"), path);
        let page = house.get(&path).await.body;
        assert!(page.contains("Stop following") && page.contains("Ingrid Moen follows it"), "{page}");
        assert!(house.get("/inbox/list?view=following").await.body.contains("Motoren"));
        house.post(&format!("{path}/follow"), "on=0").await;
        assert!(!house.get("/inbox/list?view=following").await.body.contains("Motoren"));

        house.post(&format!("{path}/note"), "body=%40Jonas+se+her").await;
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert!(
            house.get("/sidebar").await.body.contains("Mentions</span><span class=\"count\" data-tone=\"note\">1<")
        );
        assert!(house.get("/inbox/list?view=mentions").await.body.contains("Motoren"));
        assert!(house.get(&path).await.body.contains("id=\"seen\""));
        assert_eq!(house.post(&format!("{path}/read"), "").await.status.as_u16(), 204);
        assert!(house.get("/sidebar").await.body.contains("Mentions</span><span class=\"count\">0<"));
        assert_eq!(house.post("/conversations/nonsense/follow", "on=1").await.status.as_u16(), 404);
    });
}
