//! Days away, on one's profile and in the settings.

use super::*;

#[test]
fn days_away_are_planned_shown_and_taken_back() {
    run(|house| async move {
        let mut conn = house.p().db.read().await.expect("read");
        let today = crate::absence::today(&mut conn, house.p().clock.business()).await.expect("a day");
        drop(conn);
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let (day, yesterday) = (today.to_string(), today.yesterday().expect("a day").to_string());
        let deputy = house.admin.id.to_string();
        let fill =
            |first: &str, last: &str, deputy: &str| form(&[("first", first), ("last", last), ("deputy", deputy)]);

        let empty = house.get("/profile", &agent).await;
        assert!(empty.body.contains("No days away are planned."));
        for (wrong, words) in [
            (fill("", &day, ""), "Choose the first and the last day."),
            (fill(&day, &yesterday, ""), "The last day lies before the first."),
            (fill(&yesterday, &yesterday, ""), "These days are over"),
            (fill(&day, &day, "stf_x"), "Choose a deputy who answers customers"),
        ] {
            let answer = house.post("/profile/absences", &agent, &wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(words) && answer.body.contains("aria-invalid=\"true\""), "{words}");
        }
        let saved = house.post("/profile/absences", &agent, &fill(&day, &day, &deputy)).await;
        assert_eq!(saved.location(), "/profile?done=saved");
        let mine = house.get("/profile", &agent).await.body;
        assert!(mine.contains("Away now") && mine.contains("Ingrid Moen stands in"));

        let team = house.get("/settings/colleagues", &admin).await.body;
        assert!(team.contains("Away until"), "the team's list says it");
        let page = format!("/settings/colleagues/{}", house.agent.id);
        let shown = house.get(&page, &admin).await;
        assert!(shown.body.contains("Jonas &lt;b&gt;") && shown.body.contains("Away now"));
        assert_eq!(house.get(&page, &agent).await.status, StatusCode::FORBIDDEN);
        let others = format!("/settings/colleagues/{}/absences", house.admin.id);
        assert_eq!(house.post(&others, &agent, &fill(&day, &day, "")).await.status, StatusCode::FORBIDDEN);
        let taken = house.post(&format!("{page}/absences"), &admin, &fill(&day, &day, "")).await;
        assert!(taken.body.contains("Another absence holds one of these days."), "{}", taken.status);

        let at = shown.body.find("/absences/abs_").expect("a button") + "/absences/".len();
        let id = &shown.body[at..at + 30];
        let not_mine = house.post(&format!("/profile/absences/{id}/remove"), &admin, "").await;
        assert_eq!(not_mine.status, StatusCode::NOT_FOUND);
        let gone = house.post(&format!("{page}/absences/{id}/remove"), &admin, "").await;
        assert_eq!(gone.location(), format!("{page}?done=saved"));
        assert!(!house.get("/settings/colleagues", &admin).await.body.contains("Away until"));
        assert_eq!(house.get("/settings/colleagues/stf_x", &admin).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn how_much_a_colleague_takes_is_set_on_their_page() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let page = format!("/settings/colleagues/{}", house.agent.id);
        let to = format!("{page}/workload");
        assert_eq!(house.post(&to, &agent, "cap=1&weight=50").await.status, StatusCode::FORBIDDEN);
        for (wrong, words) in [("cap=x&weight=50", "between 1 and 1000"), ("cap=5&weight=0", "between 1 and 100.")] {
            let answer = house.post(&to, &admin, wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(words) && answer.body.contains("aria-invalid=\"true\""), "{words}");
        }
        let saved = house.post(&to, &admin, "cap=12&weight=50").await;
        assert_eq!(saved.location(), format!("{page}?done=saved"));
        let shown = house.get(&page, &admin).await.body;
        assert!(shown.contains("value=\"12\"") && shown.contains("value=\"50\""), "{shown}");
        house.post(&to, &admin, "cap=&weight=80 %25").await;
        let shown = house.get(&page, &admin).await.body;
        assert!(!shown.contains("value=\"12\"") && shown.contains("value=\"80\""), "{shown}");
    });
}
