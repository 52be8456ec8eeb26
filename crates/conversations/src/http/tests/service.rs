//! Service policies over HTTP: hours of their own, a policy made, looked at, moved and removed.

use super::super::testing::NASTY;
use super::super::testing::house::{House, run};

/// A policy of everything: two hours of the business, a day to a solution.
const FORM: &str = "first_hours=2&first_minutes=0&first_count=business&next_hours=4&next_minutes=30&next_count=always\
    &resolution_hours=24&resolution_minutes=&resolution_count=always&warn=share&warn_share=75&warn_left=60";

#[test]
fn the_trail_of_a_conversation_says_by_what_it_goes_and_what_happened_to_its_clocks() {
    run(|house| async move {
        house.post("/settings/service", &format!("name=Everybody&{FORM}")).await;
        let placed = house.mail("Motoren", "b").await;
        let page = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
        let path = format!("/conversations/{}/clocks", placed.conversation);
        assert!(page.contains(&format!("href=\"{path}\"")), "{page}");
        assert!(page.contains("Goes by the service policy Everybody"), "{page}");
        let trail = house.get(&path).await.body;
        for part in ["Everybody", "Solution", "The solution’s clock runs", "Nobody"] {
            assert!(trail.contains(part), "{part}: {trail}");
        }
        house.post(&format!("/conversations/{}/state", placed.conversation), "state=waiting_others%3A").await;
        let trail = house.get(&path).await.body;
        assert!(trail.contains("The solution’s clock stands still") && trail.contains("Not running"), "{trail}");
        assert_eq!(house.get("/conversations/cnv_x/clocks").await.status.as_u16(), 404);
    });
}

async fn first_of(house: &House, of: &str) -> String {
    let list = house.get("/settings/service").await.body;
    let start = list.find(of).unwrap_or_else(|| panic!("{of} is not in {list}"));
    list[start..].split('"').next().expect("an address").to_owned()
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn a_policy_is_looked_at_made_moved_and_removed() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let empty = house.get("/settings/service").await;
        assert!(empty.status.is_success() && empty.body.contains("No policies yet"), "{}", empty.body);
        let new = house.get("/settings/service/new").await.body;
        assert!(
            new.contains("name=\"first_hours\" value=\"24\"") && new.contains("name=\"act\" value=\"look\""),
            "{new}"
        );
        let look = house.post("/settings/service", &format!("name=All&{FORM}&act=look")).await;
        assert!(look.status.is_success(), "{}", look.status);
        assert!(look.body.contains("1 open conversation would go by it"), "{}", look.body);
        assert!(house.get("/settings/service").await.body.contains("No policies yet"), "nothing was kept");
        let name = encoded(NASTY);
        let made = house.post("/settings/service", &format!("name={name}&{FORM}&late_tag=late")).await;
        assert_eq!(made.header("location"), "/settings/service?done=saved");
        house.post("/settings/service", &format!("name=Speedy&{FORM}&tags=vip")).await;
        let list = house.get("/settings/service?done=saved").await.body;
        assert!(!list.contains("<img") && list.contains("2 h (") && list.contains("#vip"), "{list}");
        assert!(list.find("Speedy") > list.find("&lt;img"), "in the order in which they were made");
        let path = first_of(&house, "/settings/service/svp_").await;
        let page = house.get(&path).await.body;
        assert!(page.contains("value=\"late\"") && page.contains("name=\"next_minutes\" value=\"30\""), "{page}");
        house.post(&format!("{path}/down"), "").await;
        let list = house.get("/settings/service").await.body;
        assert!(list.find("Speedy") < list.find("&lt;img"), "{list}");
        for odd in ["/sideways", "/remove/x"] {
            assert_eq!(house.post(&format!("{path}{odd}"), "").await.status.as_u16(), 404, "{odd}");
        }
        assert_eq!(house.get("/settings/service/svp_x").await.status.as_u16(), 404);
        house.post(&format!("{path}/remove"), "").await;
        assert!(!house.get("/settings/service").await.body.contains("&lt;img"));
        assert_eq!(house.find(&placed).await.goes_by, None, "a job clocks what is open anew");
    });
}

#[test]
fn what_is_wrong_is_told_at_its_field_and_what_was_typed_stays() {
    run(|house| async move {
        let form = FORM.replace("first_hours=2", "first_hours=0").replace("warn_share=75", "warn_share=100");
        let wrong =
            house.post("/settings/service", &format!("name=&{form}&people=nobody%40x.example&organisations=No")).await;
        assert_eq!(wrong.status.as_u16(), 422);
        for field in ["name", "first_hours", "warn_share", "people", "organisations"] {
            assert!(wrong.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", wrong.body);
        }
        assert!(wrong.body.contains("nobody@x.example"), "{}", wrong.body);
        house.post("/settings/service", &format!("name=All&{FORM}")).await;
        let taken = house.post("/settings/service", &format!("name=all&{FORM}")).await;
        assert!(taken.status.as_u16() == 422 && taken.body.contains("Another policy has this name"), "{}", taken.body);
    });
}

#[test]
fn hours_are_named_counted_and_stay_while_a_policy_counts_them() {
    run(|house| async move {
        let hours = "zone=Asia%2FJakarta&mon=09%3A00-17%3A00&tue=&wed=&thu=&fri=&sat=&sun=&holidays=&special=&add=";
        let nameless = house.post("/settings/service/hours/new", hours).await;
        assert_eq!(nameless.status.as_u16(), 422);
        let made = house.post("/settings/service/hours/new", &format!("name=Jakarta&{hours}")).await;
        assert_eq!(made.header("location"), "/settings/service?done=saved");
        let path = first_of(&house, "/settings/service/hours/hrs_").await;
        let id = path.rsplit('/').next().expect("an id").to_owned();
        let page = house.get(&path).await.body;
        assert!(page.contains("value=\"Asia/Jakarta\"") && page.contains("value=\"09:00-17:00\""), "{page}");
        let form = FORM.replace("first_count=business", &format!("first_count={id}"));
        house.post("/settings/service", &format!("name=All&{form}")).await;
        assert!(house.get("/settings/service").await.body.contains("2 h (Jakarta)"));
        let used = house.post(&path, "act=remove&name=Jakarta").await;
        assert!(
            used.status.as_u16() == 422 && used.body.contains("A policy still counts these hours"),
            "{}",
            used.body
        );
        let policy = first_of(&house, "/settings/service/svp_").await;
        house.post(&format!("{policy}/remove"), "").await;
        assert_eq!(house.post(&path, "act=remove").await.header("location"), "/settings/service?done=saved");
        assert_eq!(house.get(&path).await.status.as_u16(), 404);
    });
}
