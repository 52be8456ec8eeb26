//! The community: asked, answered, moved, merged, wanted, decided, looked at.

use community::commands::{self, Came, NewTopic};
use community::{Kind, Topic};
use people::PersonId;
use serde_json::{Value, json};

use super::{House, Told, text};

async fn brought(house: &House, person: &PersonId, kind: Kind, title: &str) -> Topic {
    let came = Came { trap: false, seconds: Some(60) };
    let new = NewTopic { kind, title: title.into(), body: format!("{title} Please."), tags: "pumps".into(), came };
    commands::ask(&house.p, person, new).await.expect("asked")
}

pub(super) async fn community(house: &House, customer: &str, told: &mut Told) {
    let kari: PersonId = customer.parse().expect("an id");
    let set = json!({ "on": true, "members_only": false, "hours": 4, "by_the_clock": true, "first_wait": 0,
        "new_an_hour": 9, "an_hour": 20 });
    let answer = house.ask("PUT", "/settings/community", &set).await;
    assert_eq!(answer.body, set);
    told.push(("set_community_settings", answer));
    let mut odd = set.clone();
    odd["hours"] = json!(400);
    let refused = house.ask("PUT", "/settings/community", &odd).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/hours", "{}", refused.body);
    told.push(("get_community_settings", house.ask("GET", "/settings/community", &Value::Null).await));
    commands::join(&house.p, &kari, "Kari S").await.expect("joined");
    let one = brought(house, &kari, Kind::Question, "Does the pump leak?").await;
    let two = brought(house, &kari, Kind::Question, "Is the pump dry?").await;
    let wish = brought(house, &kari, Kind::Idea, "A quieter pump").await;
    let listed = house.ask("GET", "/community/topics?limit=1&tag=pumps", &Value::Null).await;
    assert_eq!(listed.body["data"][0]["id"], two.id.as_str(), "{}", listed.body);
    let next = format!("/community/topics?limit=1&tag=pumps&cursor={}", text(&listed.body["next"]));
    assert_eq!(house.ask("GET", &next, &Value::Null).await.body["data"][0]["id"], one.id.as_str());
    told.push(("list_community_topics", listed));
    let path = |topic: &Topic, rest: &str| format!("/community/topics/{}{rest}", topic.id);
    told.push(("get_community_topic", house.ask("GET", &path(&one, ""), &Value::Null).await));
    let words = json!({ "body": "Tighten the lid." });
    told.push(("answer_community_topic", house.ask("POST", &path(&one, "/answers"), &words).await));
    let moved = json!({ "kind": "question", "tags": ["lids"], "locked": true });
    let now = house.ask("PUT", &path(&one, ""), &moved).await;
    assert_eq!((&now.body["tags"], &now.body["topic"]["state"]), (&json!(["lids"]), &json!("locked")), "{}", now.body);
    told.push(("update_community_topic", now));
    told.push(("take_over_community_topic", house.ask("POST", &path(&one, "/conversation"), &Value::Null).await));
    let into = json!({ "into": one.id.as_str() });
    told.push(("merge_community_topic", house.ask("POST", &path(&two, "/merge"), &into).await));
    let own = house.ask("POST", &path(&wish, "/votes"), &json!({ "customer": customer })).await;
    assert_eq!((own.status.as_u16(), &own.body["errors"][0]["code"]), (422, &json!("own")), "{}", own.body);
    let other = house.ask("POST", "/customers", &json!({ "name": "Tora", "address": "tora@post.example" })).await;
    let tora = text(&other.body["id"]);
    told.push(("add_community_vote", house.ask("POST", &path(&wish, "/votes"), &json!({ "customer": tora })).await));
    let all = house.ask("GET", &path(&wish, "/votes"), &Value::Null).await;
    assert_eq!(all.body["data"], json!([{ "customer": tora }]), "{}", all.body);
    told.push(("list_community_votes", all));
    let one_vote = path(&wish, &format!("/votes/{tora}"));
    told.push(("remove_community_vote", house.ask("DELETE", &one_vote, &Value::Null).await));
    let becomes = json!({ "idea": "declined" });
    let refused = house.ask("PUT", &path(&wish, "/idea"), &becomes).await;
    assert_eq!(refused.body["errors"][0]["code"], "no_reason", "{}", refused.body);
    let becomes = json!({ "idea": "planned", "reason": "It comes in spring." });
    told.push(("decide_community_idea", house.ask("PUT", &path(&wish, "/idea"), &becomes).await));
    looked_at(house, &kari, &wish, told).await;
}

async fn looked_at(house: &House, kari: &PersonId, topic: &Topic, told: &mut Told) {
    let member = format!("/community/members/{kari}");
    let marked = json!({ "expert": true, "blocked": false });
    told.push(("update_community_member", house.ask("PUT", &member, &marked).await));
    let shown = house.ask("GET", &member, &Value::Null).await;
    assert_eq!((&shown.body["name"], &shown.body["expert"]), (&json!("Kari S"), &json!(true)), "{}", shown.body);
    told.push(("get_community_member", shown));
    told.push(("list_community_reviews", house.ask("GET", "/community/reviews?limit=1", &Value::Null).await));
    let look = json!({ "subject": topic.id.as_str(), "decision": "hide" });
    told.push(("decide_community_review", house.ask("POST", "/community/reviews", &look).await));
    let off = json!({ "on": false, "members_only": false, "hours": 4, "by_the_clock": false, "first_wait": 1,
        "new_an_hour": 3, "an_hour": 20 });
    house.ask("PUT", "/settings/community", &off).await;
}
