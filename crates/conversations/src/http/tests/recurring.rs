//! What recurs, over HTTP: looked at, made, changed, ended.

use super::super::testing::NASTY;
use super::super::testing::house::run;

const PLAN: &str = "beginning=note&body=All+shelves&every=week&day=1&day=3&at=08%3A00&closed=next&on=1";

#[test]
fn something_is_made_to_recur_changed_and_ended() {
    run(|house| async move {
        assert!(house.get("/settings/recurring").await.body.contains("Nothing recurs yet."));
        let new = house.get("/settings/recurring/new").await.body;
        assert!(new.contains("Monday 23 November 2026, 08:00"), "the days are shown: {new}");
        let looked = house.post("/settings/recurring", &format!("subject=Stock&{PLAN}&act=look")).await;
        assert!(looked.status.is_success() && looked.body.contains("Wednesday 25 November 2026"), "{}", looked.body);
        assert!(house.get("/settings/recurring").await.body.contains("Nothing recurs yet."), "looking makes nothing");
        for (wrong, words) in [
            (format!("subject=&{PLAN}"), "href=\"#subject\""),
            ("subject=x&beginning=note&body=x&every=week&at=08%3A00".to_owned(), "There are no such days."),
            (
                "subject=x&beginning=note&body=x&every=month&month_day=32&at=08%3A00".to_owned(),
                "There are no such days.",
            ),
            ("subject=x&beginning=note&body=x&every=day&at=late".to_owned(), "Enter a time such as 08:00."),
            (format!("subject=x&customer=nobody&{PLAN}"), "Nobody is known by this"),
            (format!("subject=x&{}", PLAN.replace("=note", "=message")), "href=\"#customer\""),
        ] {
            let answer = house.post("/settings/recurring", &wrong).await;
            assert_eq!(answer.status.as_u16(), 422, "{wrong}");
            assert!(answer.body.contains(words), "{words}: {}", answer.body);
        }
        let name: String = url::form_urlencoded::byte_serialize(NASTY.as_bytes()).collect();
        let made = house.post("/settings/recurring", &format!("subject={name}&{PLAN}&tags=stock%2C+shelf")).await;
        assert_eq!(made.header("location"), "/settings/recurring?done=saved");
        let list = house.get("/settings/recurring").await.body;
        assert!(list.contains("Every week: Mon, Wed") && !list.contains("<img src=x"), "{list}");
        let at = list.find("/settings/recurring/rec_").expect("a link");
        let path = &list[at..at + "/settings/recurring/".len() + 30];
        let form = house.get(path).await.body;
        assert!(form.contains("value=\"stock, shelf\"") && form.contains("Wednesday 25 November 2026"), "{form}");
        house
            .post(path, "subject=Stock&beginning=note&body=x&every=month&month_day=31&at=09%3A30&closed=previous")
            .await;
        let list = house.get("/settings/recurring").await.body;
        assert!(list.contains("Every month: 31.") && list.contains("09:30") && list.contains(">Off<"), "{list}");
        house.post(&format!("{path}/remove"), "").await;
        assert!(house.get("/settings/recurring").await.body.contains("Nothing recurs yet."));
        assert_eq!(house.post(&format!("{path}/remove"), "").await.status.as_u16(), 404);
    });
}
