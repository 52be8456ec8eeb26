//! What is set for the business: hours, tags, mailboxes, webhooks.

use serde_json::{Value, json};

use super::{House, Told, example, text};

pub(super) async fn settings_of_business(house: &House, told: &mut Told) {
    let examples = ["set_business", "set_times", "set_hours"];
    for (id, path) in examples.into_iter().zip(["business", "times", "hours"]) {
        let operation = house.document.operations().iter().find(|one| one.id == id).expect(id);
        let body: Value = serde_json::from_str(&example(&house.document, operation)).expect("an example");
        let answer = house.ask("PUT", &format!("/settings/{path}"), &body).await;
        let same = ["name", "first_reply_hours", "tz"].iter().any(|name| {
            [&answer.body["business"], &answer.body["times"], &answer.body["hours"]]
                .iter()
                .any(|at| !at[name].is_null())
        });
        assert!(same, "{}", answer.body);
        told.push((id, answer));
    }
    let manners = json!({ "closed_reply": "reopen", "quiet_days": 9, "undo_seconds": 5, "subject_tag": "left",
        "soon_hours": 6 });
    let answer = house.ask("PUT", "/settings/manners", &manners).await;
    assert_eq!(answer.body["manners"], manners);
    told.push(("set_manners", answer));
    let pages = json!({ "links": false, "hue": 220, "typeface": "inter" });
    let answer = house.ask("PUT", "/settings/requests", &pages).await;
    assert_eq!(answer.body["requests"], pages);
    told.push(("set_request_pages", answer));
    let answer = house.ask("PUT", "/settings/requests", &json!({ "links": false, "hue": 220 })).await;
    assert_eq!(answer.body["requests"], pages, "the typeface is as it was");
    let tone =
        json!({ "on": false, "allowed": ["damn fine"], "jarring": ["no problem"], "familiar": true, "formal": true });
    let answer = house.ask("PUT", "/settings/tone", &tone).await;
    assert_eq!(answer.body["tone"], tone);
    told.push(("set_tone", answer));
    for (field, phrases, pointer) in [
        ("allowed", json!(["…"]), "/allowed/0"),
        ("allowed", json!(["No problem"]), "/jarring/0"),
        ("jarring", json!(["a".repeat(101)]), "/jarring/0"),
    ] {
        let mut odd = tone.clone();
        odd[field] = phrases;
        let refused = house.ask("PUT", "/settings/tone", &odd).await;
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
    }
    let topics = json!({ "topics": ["Bags", "Rain covers"] });
    let answer = house.ask("PUT", "/settings/needs", &topics).await;
    assert_eq!(answer.body["needs"], topics);
    told.push(("set_need_topics", answer));
    let refused = house.ask("PUT", "/settings/needs", &json!({ "topics": ["Bags", "…"] })).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/topics/1", "{}", refused.body);
    let (business, evenings) = (json!("business"), json!("Evenings"));
    let week = json!({ "tz": "Europe/Oslo", "week": { "mon": [["16:00", "20:00"]] } });
    let goal = |minutes: i64, hours: &Value| json!({ "minutes": minutes, "hours": hours });
    let policy = json!({ "name": "Repairs", "tags": ["repair"], "languages": ["nb"], "first": goal(120, &business),
        "next": goal(240, &evenings), "resolution": goal(2880, &json!("always")), "warn_share": 75, "late_tag": "late" });
    let levels = json!({ "policies": [policy], "hours": [{ "name": "Evenings", "calendar": week }] });
    let meant = house.ask("POST", "/settings/service/preview", &levels).await;
    assert_eq!(meant.body["policies"][0]["name"], "Repairs", "{}", meant.body);
    told.push(("preview_service_policies", meant));
    let answer = house.ask("PUT", "/settings/service", &levels).await;
    let kept = answer.body["policies"][0].clone();
    assert_eq!((&kept["version"], &kept["next"]["hours"]), (&json!(1), &evenings), "{}", answer.body);
    told.push(("set_service_policies", answer));
    let shown = house.ask("GET", "/settings/service", &Value::Null).await;
    assert_eq!(shown.body["policies"], json!([kept]));
    told.push(("get_service_policies", shown));
    for (field, odd, pointer) in [
        ("name", json!(""), "/policies/0/name"),
        ("first", goal(0, &business), "/policies/0"),
        ("first", goal(60, &json!("Nights")), "/policies/0/first/hours"),
        ("warn_left", json!(5), "/policies/0/warn_left"),
        ("languages", json!(["xx"]), "/policies/0/languages/0"),
        ("departments", json!(["nothing"]), "/policies/0/departments/0"),
        ("late_assignee", json!("nobody"), "/policies/0/late_assignee"),
    ] {
        let mut wrong = levels.clone();
        wrong["policies"][0][field] = odd;
        let refused = house.ask("PUT", "/settings/service", &wrong).await;
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
    }
    let parts = json!({ "names": [{ "state": "waiting_others", "name": " Waiting for parts ", "pauses": true }] });
    let answer = house.ask("PUT", "/settings/states", &parts).await;
    let named = answer.body["state_names"][0].clone();
    assert_eq!((&named["name"], &named["state"]), (&json!("Waiting for parts"), &json!("waiting_others")));
    let again = json!({ "names": [{ "id": named["id"], "state": "open", "name": "In work" }] });
    let kept = house.ask("PUT", "/settings/states", &again).await;
    assert_eq!(kept.body["state_names"], json!([{ "id": named["id"], "state": "open", "name": "In work" }]));
    told.push(("set_state_names", answer));
    let senders = json!({ "servers": ["MX.brekkesund.example"], "check": false });
    let answer = house.ask("PUT", "/settings/senders", &senders).await;
    assert_eq!(answer.body, json!({ "servers": ["mx.brekkesund.example"], "check": false }));
    told.push(("set_senders", answer));
    told.push(("get_second_factor", house.ask("GET", "/settings/second-factor", &Value::Null).await));
    let roles = json!({ "roles": ["light", "agent", "light"] });
    let obliged = house.ask("PUT", "/settings/second-factor", &roles).await;
    assert_eq!(obliged.body, json!({ "roles": ["agent", "light"] }));
    told.push(("set_second_factor", obliged));
    for (page, shown, set, days) in [
        ("deleted", "get_deleted_days", "set_deleted_days", 40),
        ("sign-in", "get_sign_in_days", "set_sign_in_days", 20),
    ] {
        let path = format!("/settings/{page}");
        told.push((shown, house.ask("GET", &path, &Value::Null).await));
        let answer = house.ask("PUT", &path, &json!({ "days": days })).await;
        assert_eq!(answer.body, json!({ "days": days }));
        told.push((set, answer));
    }
    told.push(("get_senders", house.ask("GET", "/settings/senders", &Value::Null).await));
    let wrong = [
        ("senders", json!({ "servers": ["mx.example", "two names"], "check": true }), "/servers/1"),
        ("second-factor", json!({ "roles": ["agent", "boss"] }), "/roles/1"),
        ("requests", json!({ "links": true, "hue": 225, "typeface": "inter" }), "/hue"),
        ("requests", json!({ "links": true, "hue": null, "typeface": "serif" }), "/typeface"),
        ("deleted", json!({ "days": 0 }), "/days"),
        ("sign-in", json!({ "days": 366 }), "/days"),
        (
            "states",
            json!({ "names": [{ "state": "open", "name": "A" }, { "state": "closed", "name": "B" }] }),
            "/names/1/state",
        ),
        ("states", json!({ "names": [{ "state": "open", "name": " " }] }), "/names/0/name"),
        ("states", json!({ "names": [{ "id": "sta_1", "state": "open", "name": "A" }] }), "/names/0/id"),
        (
            "manners",
            json!({ "closed_reply": "x", "quiet_days": 9, "undo_seconds": 5, "subject_tag": "left", "soon_hours": 6 }),
            "/closed_reply",
        ),
        (
            "manners",
            json!({ "closed_reply": "link", "quiet_days": 9, "undo_seconds": 601, "subject_tag": "left", "soon_hours": 6 }),
            "/undo_seconds",
        ),
        (
            "business",
            json!({ "name": "B", "address": "x", "signature": "", "zone": "UTC", "language": "en" }),
            "/address",
        ),
        ("times", json!({ "first_reply_hours": 0, "next_reply_minutes": 1, "track_time": true }), "/first_reply_hours"),
        ("hours", json!({ "hours": { "tz": "Europe/Oslo", "week": {} } }), "/hours/week"),
        ("hours", json!({ "hours": { "tz": "Mars/Olympus", "week": {} } }), "/hours"),
    ];
    for (page, body, pointer) in wrong {
        let refused = house.ask("PUT", &format!("/settings/{page}"), &body).await;
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
    }
}

pub(super) async fn tags(house: &House, told: &mut Told) {
    let all = house.ask("GET", "/conversations?limit=2", &Value::Null).await;
    let path = format!("/conversations/{}/tags", text(&all.body["data"][0]["id"]));
    house.ask("POST", &path, &json!({ "add": ["valve", "gasket", "seal"], "remove": [] })).await;
    let listed = house.ask("GET", "/tags", &Value::Null).await;
    let id = |name: &str| {
        let all = listed.body["data"].as_array().expect("tags");
        text(&all.iter().find(|tag| tag["name"] == name).expect(name)["id"])
    };
    let (valve, gasket, seal) = (id("valve"), id("gasket"), id("seal"));
    let borne =
        listed.body["data"].as_array().into_iter().flatten().any(|tag| tag["name"] == "valve" && tag["borne"] == true);
    assert!(borne, "{}", listed.body);
    told.push(("list_tags", listed));
    let new = json!({ "name": "Spring", "tone": "warn" });
    let made = house.ask("POST", "/tags", &new).await;
    assert_eq!((&made.body["name"], &made.body["conversations"]), (&json!("Spring"), &json!(0)));
    assert_eq!(made.body["borne"], false);
    told.push(("create_tag", made));
    let twice = house.ask("POST", "/tags", &json!({ "name": "spring" })).await;
    assert!(twice.status.is_client_error(), "{}", twice.body);
    let named = json!({ "name": "valves", "tone": "info" });
    told.push(("update_tag", house.ask("PUT", &format!("/tags/{valve}"), &named).await));
    told.push(("merge_tag", house.ask("POST", &format!("/tags/{gasket}/merge"), &json!({ "into": seal })).await));
    let itself = house.ask("POST", &format!("/tags/{seal}/merge"), &json!({ "into": seal })).await;
    assert_eq!(itself.body["errors"][0]["pointer"], "/into", "{}", itself.body);
    told.push(("delete_tag", house.ask("DELETE", &format!("/tags/{seal}"), &Value::Null).await));
}

pub(super) async fn mailboxes(house: &House, told: &mut Told) {
    let p = &house.p;
    let mut tx = p.begin().await.expect("begin");
    let settings = channels::mailboxes::Settings { address: "salg@brekkesund.example".into(), ..Default::default() };
    let (secrets, start) = (channels::mailboxes::Secrets::default(), channels::mailboxes::Start::Now);
    let made = channels::mailboxes::insert(p, &mut tx, &house.staff.actor(), settings, &secrets, start).await;
    tx.commit().await.expect("commit");
    let path = format!("/mailboxes/{}", made.expect("connected").id);
    told.push(("get_mailbox", house.ask("GET", &path, &Value::Null).await));
    let changed = json!({ "name": "Sales", "signature": "Sales at Brekkesund", "enabled": false, "department": "",
        "is_default": true });
    let changed = house.ask("PATCH", &path, &changed).await;
    assert_eq!((&changed.body["name"], &changed.body["enabled"]), (&json!("Sales"), &json!(false)), "{}", changed.body);
    assert_eq!(changed.body["address"], "salg@brekkesund.example", "what is not said stays");
    told.push(("update_mailbox", changed));
    let nowhere = house.ask("PATCH", &path, &json!({ "name": "X", "department": "dep_x" })).await;
    assert_eq!(nowhere.body["errors"][0]["pointer"], "/department", "{}", nowhere.body);
    assert_eq!(house.ask("GET", &path, &Value::Null).await.body["name"], "Sales", "nothing of it was kept");
    told.push(("delete_mailbox", house.ask("DELETE", &path, &Value::Null).await));
}

pub(super) async fn webhooks(house: &House, told: &mut Told) {
    // Tests may call this machine alone.
    let new = json!({ "url": "http://127.0.0.1:9/hook", "kinds": ["conversation.*"] });
    let made = house.ask("POST", "/webhooks", &new).await;
    let path = format!("/webhooks/{}", text(&made.body["webhook"]["id"]));
    assert!(text(&made.body["secret"]).starts_with("whsec_"), "told once");
    told.push(("create_webhook", made));
    told.push(("list_webhooks", house.ask("GET", "/webhooks", &Value::Null).await));
    let shown = house.ask("GET", &path, &Value::Null).await;
    assert!(!shown.body.to_string().contains("whsec_"), "and never again");
    told.push(("get_webhook", shown));
    let off = json!({ "url": "http://127.0.0.1:9/hook", "kinds": ["person.*"], "enabled": false });
    let changed = house.ask("PUT", &path, &off).await;
    assert_eq!(changed.body["enabled"], false);
    told.push(("update_webhook", changed));
    told.push(("rotate_webhook_secret", house.ask("POST", &format!("{path}/secret"), &Value::Null).await));
    let tried = house.ask("POST", &format!("{path}/test"), &Value::Null).await;
    let again = format!("/webhook-deliveries/{}/again", text(&tried.body["delivery"]));
    told.push(("test_webhook", tried));
    told.push(("list_webhook_deliveries", house.ask("GET", &format!("{path}/deliveries"), &Value::Null).await));
    told.push(("resend_webhook_delivery", house.ask("POST", &again, &Value::Null).await));
    for (body, pointer) in [
        (json!({ "url": "http://10.0.0.1/", "kinds": ["person.*"] }), "/url"),
        (json!({ "url": "http://127.0.0.1:9/", "kinds": [] }), "/kinds"),
        (json!({ "url": "http://127.0.0.1:9/", "kinds": ["person.*", "all"] }), "/kinds/1"),
    ] {
        let refused = house.ask("POST", "/webhooks", &body).await;
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
    }
    told.push(("delete_webhook", house.ask("DELETE", &path, &Value::Null).await));
}

pub(super) async fn rules(house: &House, told: &mut Told) {
    let when = json!({ "all": [{ "field": "subject", "value": "hinge" }] });
    let acts = json!([{ "kind": "tag", "value": "hinge" }, { "kind": "tell", "value": "owner" }]);
    let new = json!({ "name": "Hinges", "trigger": "on:opened", "when": when, "acts": acts });
    let made = house.ask("POST", "/automation/rules", &new).await;
    assert_eq!((&made.body["enabled"], &made.body["version"]), (&json!(false), &json!(1)), "{}", made.body);
    let path = format!("/automation/rules/{}", text(&made.body["id"]));
    assert_eq!(text(&made.body["when"]["all"][0]["value"]), "hinge");
    told.push(("create_rule", made));
    let on = json!({ "name": "Hinges", "trigger": "on:opened", "when": when, "acts": acts, "enabled": true });
    told.push(("update_rule", house.ask("PUT", &path, &on).await));
    house.mail("pia@post.example", "A hinge", vec![], "90@post.example").await;
    let mut hits = house.ask("GET", &format!("{path}/hits"), &Value::Null).await;
    for _ in 0..2_000 {
        while reactions::automation::reading::work_some(&house.p).await.expect("works") {}
        hits = house.ask("GET", &format!("{path}/hits"), &Value::Null).await;
        if hits.body["data"][0].is_object() {
            break;
        }
        // On PostgreSQL other tests may hold older transactions.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(hits.body["data"][0]["outcome"], "done", "{}", hits.body);
    told.push(("list_rule_hits", hits));
    let trial = house.ask("GET", &format!("{path}/trial"), &Value::Null).await;
    assert_eq!(trial.body["fits"], 1, "{}", trial.body);
    told.push(("try_rule", trial));
    let changed =
        json!({ "name": "Hinges", "trigger": "time:us:3:days", "when": when, "acts": acts, "enabled": false });
    assert_eq!(house.ask("PUT", &path, &changed).await.body["version"], 2);
    let versions = house.ask("GET", &format!("{path}/versions"), &Value::Null).await;
    assert_eq!(versions.body["data"].as_array().map(Vec::len), Some(2));
    told.push(("list_rule_versions", versions));
    let back = house.ask("POST", &format!("{path}/versions"), &json!({ "version": 1 })).await;
    assert_eq!((&back.body["trigger"], &back.body["version"]), (&json!("on:opened"), &json!(3)));
    told.push(("bring_rule_back", back));
    told.push(("get_rule", house.ask("GET", &path, &Value::Null).await));
    told.push(("list_rules", house.ask("GET", "/automation/rules", &Value::Null).await));
    for (field, value, pointer) in [
        ("name", json!(" "), "/name"),
        ("trigger", json!("on:nothing"), "/trigger"),
        ("acts", json!([{ "kind": "run", "value": "rm" }]), "/acts/0"),
        ("when", json!({ "all": [{ "field": "owner", "value": "me" }] }), "/when"),
    ] {
        let mut bad = new.clone();
        bad[field] = value;
        let refused = house.ask("POST", "/automation/rules", &bad).await;
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{}", refused.body);
    }
    told.push(("set_rule_order", house.ask("PUT", "/automation/order", &json!({ "first": true })).await));
    told.push(("get_rule_order", house.ask("GET", "/automation/order", &Value::Null).await));
    told.push(("delete_rule", house.ask("DELETE", &path, &Value::Null).await));
}

pub(super) async fn exports(house: &House, told: &mut Told) {
    use platform::backup::takeout;
    let begun = house.ask("POST", "/exports", &Value::Null).await;
    let path = format!("/exports/{}", text(&begun.body["id"]));
    assert_eq!(begun.body["state"], "running", "{}", begun.body);
    told.push(("create_export", begun));
    assert_eq!(house.ask("POST", "/exports", &Value::Null).await.body["errors"][0]["code"], "running");
    let early = house.ask("GET", &format!("{path}/file"), &Value::Null).await;
    assert_eq!(early.body["errors"][0]["code"], "not_there", "{}", early.body);
    crate::serve::workers().run_due(&house.p, takeout::LANE).await.expect("packed");
    let done = house.ask("GET", &path, &Value::Null).await;
    assert_eq!((&done.body["state"], &done.body["percent"]), (&json!("done"), &json!(100)), "{}", done.body);
    let file = house.ask("GET", &format!("{path}/file"), &Value::Null).await;
    assert_eq!(file.headers["content-length"], done.body["size"].to_string().as_str());
    told.push(("get_export", done));
    told.push(("download_export", file));
    let removed = house.ask("DELETE", &path, &Value::Null).await;
    assert_eq!((&removed.body["state"], &removed.body["reason"]), (&json!("removed"), &json!("hand")));
    told.push(("delete_export", removed));
}

pub(super) async fn as_a_file(house: &House, told: &mut Told) {
    let file = house.ask("GET", "/settings/file", &Value::Null).await;
    assert_eq!(file.body["format"], "tillit-settings", "{}", file.body);
    let same = house.ask("PUT", "/settings/file", &file.body).await;
    assert_eq!(same.body["changes"], json!([]), "its own file changes nothing");
    let mut other = file.body.clone();
    other["receipts"]["on"] = json!(file.body["receipts"]["on"] == false);
    let tried = house.ask("PUT", "/settings/file?dry_run=true", &other).await;
    assert_eq!(tried.body["changes"][0]["part"], "receipts", "{}", tried.body);
    assert_eq!(house.ask("GET", "/settings/file", &Value::Null).await.body, file.body, "it was only tried");
    told.push(("get_settings_file", file));
    let done = house.ask("PUT", "/settings/file", &other).await;
    assert_eq!(
        (&done.body["dry_run"], &done.body["changes"][0]["to"]),
        (&json!(false), &json!(other["receipts"]["on"].to_string()))
    );
    told.push(("set_settings_file", done));
    other["manners"]["quiet_days"] = json!(0);
    other["departments"] = json!([{ "name": "A" }, { "name": 1 }, { "name": "" }]);
    other["odd"] = json!(1);
    let refused = house.ask("PUT", "/settings/file", &other).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/odd", "{}", refused.body);
    other.as_object_mut().expect("an object").remove("odd");
    let refused = house.ask("PUT", "/settings/file", &other).await;
    let pointers: Vec<&Value> =
        refused.body["errors"].as_array().expect("errors").iter().map(|one| &one["pointer"]).collect();
    assert_eq!(pointers, ["/departments/1/name", "/departments/2", "/manners/quiet_days"], "{}", refused.body);
}
