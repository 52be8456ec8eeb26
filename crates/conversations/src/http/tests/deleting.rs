//! Deleting at the desk, the page of what is deleted, and going for good, over HTTP.

use super::super::testing::house::run;

#[test]
fn what_is_deleted_stands_on_a_page_of_its_own_until_it_goes_for_good() {
    run(|house| async move {
        let (one, two) = (house.mail("Motoren", "b").await, house.mail("Sadelen", "c").await);
        let path = format!("/conversations/{}", one.conversation);
        assert!(house.get(&path).await.body.contains(&format!("action=\"{path}/delete\"")));
        let gone = house.post(&format!("{path}/delete"), "").await;
        assert_eq!(gone.place(), "/inbox");
        let list = house.get(gone.header("location")).await.body;
        let toast = list.split("id=\"did-").nth(1).expect("a toast");
        assert!(toast.contains(&format!("#{} Deleted", one.number)) && toast.contains("action=\"/undo\""), "{toast}");
        assert!(!list.contains("Motoren") && list.contains("Sadelen"));
        for nowhere in [path.clone(), format!("/c/{}", one.number), format!("/inbox/peek/{}", one.conversation)] {
            assert_eq!(house.get(&nowhere).await.status.as_u16(), 404, "{nowhere}");
        }
        let page = house.get("/deleted").await.body;
        assert!(page.contains("Motoren") && page.contains("Ingrid Moen") && page.contains("Put back"), "{page}");
        assert_eq!(house.post(&format!("/deleted/{}/restore", one.conversation), "").await.status.as_u16(), 303);
        assert_eq!(house.get(&path).await.status.as_u16(), 200);

        let n = format!("n={}.{}&back=%2Finbox%3Fview%3Dall", one.number, two.number);
        let both = house.post("/inbox/several", &format!("{n}&act=delete")).await;
        assert_eq!(both.place(), format!("/inbox?view=all&done={}.{}&left=", one.number, two.number));
        let asks = house.get(&format!("/deleted?ask={}", one.conversation)).await.body;
        assert!(asks.contains(&format!("Type {} to go on", one.number)), "{asks}");
        let erase = format!("/deleted/{}/erase", one.conversation);
        let wrong = house.post(&erase, "number=7").await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("That is not its number.") && wrong.body.contains("value=\"7\""));
        let done = house.post(&erase, &format!("number=%23{}", one.number)).await;
        assert_eq!(done.header("location"), "/deleted?done=erased");
        let page = house.get("/deleted").await.body;
        assert!(!page.contains("Motoren") && page.contains("Sadelen"));
        assert_eq!(house.post(&erase, "number=1").await.status.as_u16(), 404);

        let wrong = house.post("/deleted/keep", "days=0").await;
        assert!(wrong.status.as_u16() == 422 && wrong.body.contains("from 1 to 3650"));
        assert_eq!(house.post("/deleted/keep", "days=7").await.header("location"), "/deleted?done=saved");
        assert!(house.get("/deleted").await.body.contains("can be put back for 7 days"));

        let mut house = house;
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        let path = format!("/conversations/{}", two.conversation);
        for (method, to) in
            [("GET", "/deleted".to_owned()), ("POST", "/deleted/keep".into()), ("POST", format!("{path}/delete"))]
        {
            let answer = if method == "GET" { house.get(&to).await } else { house.post(&to, "days=1").await };
            assert_eq!(answer.status.as_u16(), 403, "{to}");
        }
    });
}
