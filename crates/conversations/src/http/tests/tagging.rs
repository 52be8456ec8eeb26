//! Words on conversations, over HTTP: put on, found, put on many, changed for everybody.

use super::super::testing::NASTY;
use super::super::testing::house::run;

/// `text` as a field of a form has it.
fn field(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn a_tag_is_put_on_found_by_its_address_and_taken_off() {
    run(|house| async move {
        let (one, two) = (house.mail("Motoren", "b").await, house.mail("Sadelen", "c").await);
        let path = format!("/conversations/{}/tags", one.conversation);
        let answer = house.post(&path, &format!("add=cargo+bike%2C+{}", field(NASTY))).await;
        assert_eq!(answer.place(), format!("/conversations/{}", one.conversation));
        let page = house.get(answer.header("location")).await.body;
        assert!(page.contains("href=\"/inbox?tag=cargo+bike\"") && page.contains("Tagged"), "{page}");
        assert!(!page.contains("<img"), "a tag is text");
        let list = house.get("/inbox?tag=Cargo+Bike").await.body;
        assert!(list.contains("Tag: Cargo Bike") && list.contains("Motoren") && !list.contains("Sadelen"), "{list}");
        let waiting = house.get("/inbox/list?tag=cargo+bike&state=waiting").await.body;
        assert!(waiting.contains("tag=cargo+bike&amp;state=waiting") && !waiting.contains("Motoren"));

        let answer = house.post(&path, "remove=cargo+bike&back=%2Finbox%3Fview%3Dall").await;
        assert_eq!(answer.place(), "/inbox?view=all");
        assert!(!house.get("/inbox?tag=cargo+bike").await.body.contains("Motoren"));
        let refused = house.post(&path, "add=%20").await;
        assert_eq!(refused.status.as_u16(), 409);
        assert!(refused.body.contains("A tag needs a word."));
        let answer = house.post("/conversations/nonsense/tags", "add=x").await;
        assert_eq!(answer.status.as_u16(), 404);
        assert_eq!(house.find(&two).await.number, two.number);
    });
}

#[test]
fn several_are_tagged_at_once_and_enter_in_the_field_does_not_close_them() {
    run(|house| async move {
        let (one, two) = (house.mail("Motoren", "b").await, house.mail("Sadelen", "c").await);
        let ids = format!("id={}&id={}", one.conversation, two.conversation);
        let page = house.get("/inbox").await.body;
        let form = page.split("id=\"bulk\"").nth(1).expect("the bar");
        let first = form.split("<button").nth(1).expect("a button");
        assert!(first.contains("name=\"act\" value=\"tag\""), "{first}");
        let answer = house.post("/inbox/bulk?view=all", &format!("{ids}&act=tag&tag=motor")).await;
        let done = format!("/inbox?view=all&state=open&done={}.{}&left=", one.number, two.number);
        assert_eq!(answer.place(), done);
        assert_eq!(house.get("/inbox/list?tag=motor").await.body.matches("class=\"convo-row").count(), 2);
        let answer = house.post("/inbox/bulk?tag=motor", &format!("id={}&act=untag&tag=Motor", one.conversation)).await;
        assert!(answer.header("location").starts_with("/inbox?tag=motor&state=open&done="));
        assert_eq!(house.get("/inbox/list?tag=motor").await.body.matches("class=\"convo-row").count(), 1);
        let answer = house.post("/inbox/bulk", &format!("{ids}&act=tag&tag=")).await;
        assert!(answer.header("location").contains("no_tag"), "{}", answer.header("location"));
    });
}

#[test]
fn administrators_rename_merge_and_remove_tags() {
    run(|mut house| async move {
        let one = house.mail("Motoren", "b").await;
        let page = house.get("/settings/tags").await.body;
        assert!(page.contains("No conversation has a tag yet."));
        let path = format!("/conversations/{}/tags", one.conversation);
        house.post(&path, "add=motor%2Cengine").await;
        let mut conn = house.p().db.read().await.expect("read");
        let tags = crate::queries::tags(&mut conn, 9).await.expect("tags");
        drop(conn);
        let id = |name: &str| tags.iter().find(|(tag, _)| tag.name == name).map(|(tag, _)| tag.id.clone()).expect("is");
        let (motor, engine) = (id("motor"), id("engine"));
        let taken = house.post(&format!("/settings/tags/{motor}"), "name=Engine&tone=ok").await;
        assert_eq!(taken.status.as_u16(), 422);
        assert!(taken.body.contains("value=\"Engine\"") && taken.body.contains("Another tag has this name."));
        let answer = house.post(&format!("/settings/tags/{motor}"), "name=Motors&tone=warn").await;
        assert_eq!(answer.header("location"), "/settings/tags?done=saved");
        let page = house.get("/settings/tags").await.body;
        assert!(page.contains("Motors") && page.contains("on one conversation") && page.contains("data-tone=\"warn\""));
        house.post(&format!("/settings/tags/{engine}/merge"), &format!("into={motor}")).await;
        assert!(!house.get("/settings/tags").await.body.contains("engine"));
        let asks = house.post(&format!("/settings/tags/{motor}/remove"), "").await;
        assert_eq!(asks.header("location"), format!("/settings/tags?ask={motor}"));
        let page = house.get(asks.header("location")).await.body;
        assert!(page.contains("Remove “Motors” from one conversation? That cannot be undone."), "{page}");
        house.post(&format!("/settings/tags/{motor}/remove"), "sure=1").await;
        assert!(house.get("/settings/tags").await.body.contains("No conversation has a tag yet."));
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert_eq!(house.get("/settings/tags").await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("/settings/tags/{motor}/remove"), "sure=1").await.status.as_u16(), 403);
    });
}
