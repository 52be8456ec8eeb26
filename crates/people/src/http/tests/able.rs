//! Skills and languages: the list, on the page of a colleague, and one's own.

use super::*;

#[test]
fn skills_are_listed_renamed_and_removed() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        let here = "/settings/skills";
        assert!(house.get(here, &admin).await.body.contains("No skills yet."));
        assert_eq!(house.get(here, &agent).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(here, &agent, "name=Brass").await.status, StatusCode::FORBIDDEN);
        let made = house.post(here, &admin, "name=<b>Brass").await;
        assert_eq!(made.location(), "/settings/skills?done=saved");
        let twice = house.post(here, &admin, "name=<B>BRASS").await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.body.contains("aria-invalid=\"true\"") && !twice.body.contains("<b>Brass"));
        let page = house.get(here, &admin).await.body;
        let at = page.find("/settings/skills/skl_").expect("a form") + "/settings/skills/".len();
        let id = page[at..at + 30].to_owned();
        let one = format!("{here}/{id}");
        assert_eq!(house.post(&one, &admin, "name=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.post(&one, &admin, "name=Horns").await.location(), "/settings/skills?done=saved");

        // Given on the page of a colleague, and told on the list.
        let theirs = format!("/settings/colleagues/{}", house.agent.id);
        let set = format!("{theirs}/abilities");
        assert_eq!(house.post(&set, &agent, &format!("skill={id}")).await.status, StatusCode::FORBIDDEN);
        let given = house.post(&set, &admin, &format!("skill={id}&writes=da&writes=xx")).await;
        assert_eq!(given.location(), format!("{theirs}?done=saved"));
        let page = house.get(&theirs, &admin).await.body;
        assert!(page.contains(&format!("value=\"{id}\" checked")) && page.contains("value=\"da\" checked"), "{page}");
        assert!(house.get(here, &admin).await.body.contains("Who has it:"));
        assert!(house.get("/profile", &agent).await.body.contains("Horns"));
        assert_eq!(house.post(&format!("{one}/remove"), &admin, "").await.location(), "/settings/skills?done=saved");
        assert_eq!(house.post(&format!("{one}/remove"), &admin, "").await.status, StatusCode::NOT_FOUND);
        assert!(!house.get(&theirs, &admin).await.body.contains("Horns"));
    });
}

#[test]
fn the_languages_one_writes_are_ones_own_business() {
    run(|house| async move {
        let agent = house.cookie(&house.agent).await;
        let page = house.get("/profile", &agent).await.body;
        assert!(page.contains("Languages I write") && !page.contains("value=\"sv\" checked"));
        let saved = house.post("/profile/writes", &agent, "writes=sv&writes=en&skill=skl_x").await;
        assert_eq!(saved.location(), "/profile?done=saved");
        let page = house.get("/profile", &agent).await.body;
        assert!(page.contains("value=\"sv\" checked") && page.contains("value=\"en\" checked"), "{page}");
        assert!(!page.contains("value=\"da\" checked"));
        house.post("/profile/writes", &agent, "").await;
        assert!(!house.get("/profile", &agent).await.body.contains("value=\"sv\" checked"));
    });
}
