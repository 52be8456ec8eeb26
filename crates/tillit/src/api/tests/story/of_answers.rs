//! Articles: begun, written, published, counted, and what stands beside them.

use super::*;

pub(super) async fn articles(house: &House, told: &mut Told) {
    let null = Value::Null;
    let names = json!({ "names": { "en": "Water" }, "leads": { "en": "Pumps and hoses" } });
    let made = house.ask("POST", "/article-categories", &names).await;
    let category = text(&made.body["id"]);
    told.push(("create_article_category", made));
    let other = house.ask("POST", "/article-categories", &json!({ "names": { "nb": "Luft" } })).await;
    let other = text(&other.body["id"]);
    let path = format!("/article-categories/{other}");
    let moved = house.ask("POST", &format!("{path}/move"), &json!({ "up": true })).await;
    assert_eq!(moved.body["data"][0]["id"], json!(other));
    told.push(("move_article_category", moved));
    let changed = house.ask("PUT", &path, &json!({ "names": { "en": "News" }, "dated": true })).await;
    assert_eq!((&changed.body["dated"], &changed.body["address"]), (&json!(true), &json!("luft")));
    told.push(("update_article_category", changed));
    told.push(("list_article_categories", house.ask("GET", "/article-categories", &null).await));
    told.push(("delete_article_category", house.ask("DELETE", &path, &null).await));

    let new = json!({ "language": "en", "title": "The pump hums", "body": "Turn it off.",
        "about": { "category": category, "audience": "public", "tags": ["Pump"] } });
    let made = house.ask("POST", "/articles", &new).await;
    let id = text(&made.body["id"]);
    assert_eq!(made.headers["location"], format!("/api/v1/articles/{id}").as_str());
    assert_eq!((&made.body["texts"][0]["state"], &made.body["about"]["tags"][0]), (&json!("draft"), &json!("pump")));
    told.push(("create_article", made));
    let (article, of_text) = (format!("/articles/{id}"), format!("/articles/{id}/texts/en"));
    let about = json!({ "category": category, "audience": "customers", "review_on": "2027-06-01" });
    let described = house.ask("PUT", &article, &about).await;
    assert_eq!(described.body["about"]["review_on"], "2027-06-01", "{}", described.body);
    told.push(("update_article", described));
    for (field, value) in [("audience", json!("all")), ("owner", json!("x")), ("review_on", json!("soon"))] {
        let refused = house.ask("PUT", &article, &json!({ field: value })).await;
        assert_eq!(refused.body["errors"][0]["pointer"], format!("/{field}"), "{}", refused.body);
    }
    let saved = house.ask("PUT", &of_text, &json!({ "title": "The pump hums", "body": "Turn it on." })).await;
    assert_eq!(saved.body["body"], "Turn it on.");
    let stale = json!({ "title": "The pump hums", "body": "Late.", "seen": "2025-01-01T00:00:00Z" });
    let refused = house.ask("PUT", &of_text, &stale).await;
    assert_eq!(refused.body["errors"][0]["code"], "changed", "{}", refused.body);
    told.push(("save_article_text", saved));

    let state = format!("{of_text}/state");
    let handed = Asked {
        method: "POST",
        path: &state,
        token: Some(&house.write),
        kind: JSON,
        body: json!({ "act": "submit" }).to_string(),
        key: None,
    };
    assert_eq!(ask(&house.routes, handed).await.body["state"], "review");
    let sneaked = Asked {
        method: "POST",
        path: &state,
        token: Some(&house.write),
        kind: JSON,
        body: json!({ "act": "publish" }).to_string(),
        key: None,
    };
    assert_eq!(ask(&house.routes, sneaked).await.status, StatusCode::FORBIDDEN, "publishing takes more");
    let published = house.ask("POST", &state, &json!({ "act": "publish" })).await;
    assert_eq!((&published.body["state"], &published.body["live"]), (&json!("published"), &json!(1)));
    told.push(("turn_article_text", published));
    let again = house.ask("POST", &state, &json!({ "act": "publish" })).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
    told.push(("get_article", house.ask("GET", &article, &null).await));
    told.push(("list_article_versions", house.ask("GET", &format!("{of_text}/versions"), &null).await));
    let back = house.ask("POST", &format!("{of_text}/versions"), &json!({ "number": 1 })).await;
    assert_eq!(back.body["state"], "draft", "{}", back.body);
    told.push(("restore_article_version", back));
    told.push(("get_article_counts", house.ask("GET", &format!("{of_text}/counts?days=7"), &null).await));
    let list = house.ask("GET", "/articles?language=en&search=PUMP&limit=1", &null).await;
    assert_eq!(
        (list.body["data"][0]["article"].clone(), list.body["next"].clone()),
        (json!(id), null.clone()),
        "{}",
        list.body
    );
    told.push(("list_articles", list));

    let mut tx = house.p.begin().await.expect("begin");
    let now = tx.now();
    answers::articles::store::add_missing(&mut tx, Language::En, "pump hums", now).await.expect("counted");
    tx.commit().await.expect("commit");
    let missing = house.ask("GET", "/missing-answers", &null).await;
    assert_eq!(missing.body["data"][0]["query"], "pump hums");
    told.push(("list_missing_answers", missing));
    let seen = json!({ "language": "en", "query": "pump hums" });
    told.push(("see_to_missing_answer", house.ask("POST", "/missing-answers/seen-to", &seen).await));
    let operation = house.document.operations().iter().find(|one| one.id == "add_article_picture").expect("it");
    let picture: Value = serde_json::from_str(&example(&house.document, operation)).expect("JSON");
    let kept = house.ask("POST", "/article-pictures", &picture).await;
    assert_eq!(kept.body["media_type"], "image/png", "{}", kept.body);
    told.push(("add_article_picture", kept));
    let wrong = house.ask("POST", "/article-pictures", &json!({ "picture": "PHN2Zy8+" })).await;
    assert_eq!(wrong.body["errors"][0]["code"], "no_picture", "{}", wrong.body);
    let snippet = json!({ "texts": { "en": "Eight to four." } });
    told.push(("set_article_snippet", house.ask("PUT", "/article-snippets/opening-hours", &snippet).await));
    told.push(("list_article_snippets", house.ask("GET", "/article-snippets", &null).await));
    told.push(("delete_article_snippet", house.ask("DELETE", "/article-snippets/opening-hours", &null).await));
}

pub(super) async fn guides(house: &House, told: &mut Told) {
    let null = Value::Null;
    let operation = house.document.operations().iter().find(|one| one.id == "create_guide").expect("it");
    let new: Value = serde_json::from_str(&example(&house.document, operation)).expect("JSON");
    let made = house.ask("POST", "/guides", &new).await;
    let guide = format!("/guides/{}", text(&made.body["id"]));
    assert_eq!(made.headers["location"], format!("/api/v1{guide}").as_str());
    assert_eq!((&made.body["address"], &made.body["live"]), (&json!("the-pump-stands-still"), &null));
    let saved_at = made.body["saved_at"].clone();
    told.push(("create_guide", made));

    let mut wanted = new.clone();
    wanted["draft"]["nodes"][0]["choices"][1]["to"] = json!("nobody");
    wanted["draft"]["tests"][0]["ends"] = json!("person");
    wanted["seen"] = saved_at.clone();
    let changed = house.ask("PUT", &guide, &wanted).await;
    assert_eq!(changed.body["draft"]["nodes"][0]["choices"][1]["to"], "nobody", "{}", changed.body);
    told.push(("update_guide", changed));
    for (at, value) in [("/draft/nodes/1/kind", json!("end")), ("/draft/original", json!("fi"))] {
        let mut wrong = new.clone();
        *wrong.pointer_mut(at).expect("is there") = value;
        let refused = house.ask("PUT", &guide, &wrong).await;
        assert_eq!((refused.status.as_u16(), &refused.body["errors"][0]["pointer"]), (422, &json!(at)));
    }
    let tried = house.ask("GET", &format!("{guide}/check"), &null).await;
    let codes: Vec<String> =
        tried.body["flaws"].as_array().into_iter().flatten().map(|one| text(&one["code"])).collect();
    assert_eq!(codes, ["leads_nowhere", "unreached", "path_fails"], "{}", tried.body);
    assert_eq!(
        (&tried.body["tests"][0]["passes"], &tried.body["tests"][0]["came_to"]),
        (&json!(false), &json!("done"))
    );
    told.push(("check_guide", tried));

    let state = format!("{guide}/state");
    let publish = json!({ "act": "publish" });
    let refused = house.ask("POST", &state, &publish).await;
    assert_eq!((refused.status.as_u16(), &refused.body["errors"][0]["code"]), (422, &json!("flawed")));
    let mut stale = new.clone();
    stale["seen"] = json!("2025-01-01T00:00:00Z");
    let late = house.ask("PUT", &guide, &stale).await;
    assert_eq!(late.body["errors"][0]["code"], "changed", "{}", late.body);
    assert!(house.ask("PUT", &guide, &new).await.status.is_success());
    let live = house.ask("POST", &state, &publish).await;
    assert_eq!(live.body["live"], 1, "{}", live.body);
    told.push(("turn_guide", live));
    walked(house, &guide, told).await;

    told.push(("get_guide", house.ask("GET", &guide, &null).await));
    let versions = house.ask("GET", &format!("{guide}/versions"), &null).await;
    assert_eq!((&versions.body["data"][0]["number"], &versions.body["data"][0]["nodes"]), (&json!(1), &json!(3)));
    told.push(("list_guide_versions", versions));
    let version = house.ask("GET", &format!("{guide}/versions/1"), &null).await;
    assert_eq!(version.body["tree"]["nodes"][1]["titles"]["en"], "It runs", "{}", version.body);
    told.push(("get_guide_version", version));
    assert_eq!(house.ask("GET", &format!("{guide}/versions/7"), &null).await.status.as_u16(), 404);
    let back = house.ask("POST", &format!("{guide}/versions"), &json!({ "number": 1 })).await;
    told.push(("restore_guide_version", back));

    let mut other = new.clone();
    other["draft"]["names"] = json!({ "en": "A lamp", "nb": "En lampe" });
    let other = house.ask("POST", "/guides", &other).await;
    let first = house.ask("GET", "/guides?limit=1", &null).await;
    assert_eq!(first.body["data"][0]["address"], "a-lamp", "{}", first.body);
    let on = format!("/guides?limit=1&cursor={}", text(&first.body["next"]));
    let second = house.ask("GET", &on, &null).await;
    assert_eq!((&second.body["data"][0]["live"], &second.body["next"]), (&json!(1), &null), "{}", second.body);
    for (asked, found) in [("state=draft", 1), ("language=nb", 1), ("search=PUMP", 1), ("search=pump&state=draft", 0)] {
        let listed = house.ask("GET", &format!("/guides?{asked}"), &null).await;
        assert_eq!(listed.body["data"].as_array().map(Vec::len), Some(found), "{asked}: {}", listed.body);
    }
    assert_eq!(house.ask("GET", "/guides?state=old", &null).await.status.as_u16(), 422);
    told.push(("list_guides", first));
    let (path, withdraw) = (format!("/guides/{}/state", text(&other.body["id"])), json!({ "act": "withdraw" }));
    let gone = house.ask("POST", &path, &withdraw).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "it never was live");
    told.push(("turn_guide", gone));
    let withdrawn = house.ask("POST", &state, &json!({ "act": "withdraw" })).await;
    assert_eq!(withdrawn.body["live"], null, "{}", withdrawn.body);
    told.push(("turn_guide", withdrawn));
    let start = json!({ "language": "en", "step": "start" });
    assert_eq!(house.ask("POST", &format!("{guide}/walk"), &start).await.status.as_u16(), 404, "no longer");
}

/// From the start to a place, stuck there, back, and to the end; and what was counted of it.
async fn walked(house: &House, guide: &str, told: &mut Told) {
    let path = format!("{guide}/walk");
    let start = house.ask("POST", &path, &json!({ "language": "en", "step": "start" })).await;
    assert_eq!((&start.body["key"], &start.body["choices"][0]["label"]), (&json!("on"), &json!("Now it is")));
    let at = |path: Value, step: &str| json!({ "language": "en", "version": 1, "path": path, "step": step });
    let stuck = house.ask("POST", &path, &at(json!([]), "stuck")).await;
    assert_eq!((&stuck.body["path"], &stuck.body["key"]), (&json!([]), &json!("on")), "{}", stuck.body);
    let mut choose = at(json!([]), "choose");
    assert_eq!(house.ask("POST", &path, &choose).await.body["errors"][0]["pointer"], "/choice");
    choose["choice"] = json!(0);
    let end = house.ask("POST", &path, &choose).await;
    assert_eq!((&end.body["kind"], &end.body["path"]), (&json!("solved"), &json!([0])), "{}", end.body);
    assert!(text(&end.body["tried"]).contains("Is it switched on?: Now it is"), "{}", end.body);
    told.push(("walk_guide", end));
    let back = house.ask("POST", &path, &at(json!([0]), "back")).await;
    assert_eq!(back.body["path"], json!([]), "{}", back.body);
    choose["version"] = json!(9);
    let anew = house.ask("POST", &path, &choose).await;
    assert_eq!(anew.body["path"], json!([]), "a walk of another version begins anew: {}", anew.body);
    let counts = house.ask("GET", &format!("{guide}/counts"), &Value::Null).await;
    let counted = &counts.body["data"][0];
    assert_eq!(
        (&counted["begun"], &counted["ended"], &counted["stuck"]),
        (&json!(1), &json!({ "solved": 1 }), &json!(1))
    );
    told.push(("get_guide_counts", counts));
}

/// Off at first, measured, and then set; and each place that can be wrong.
pub(super) async fn automatic(house: &House, told: &mut Told) {
    let path = "/settings/automatic-answers";
    let wanted = json!({ "forms": false, "threshold": 55, "mail": [null], "a_day": 3 });
    let early = house.ask("PUT", path, &wanted).await;
    assert_eq!(early.body["errors"][0]["pointer"], "/mail", "{}", early.body);
    assert_eq!(early.body["errors"][0]["code"], "unmeasured", "{}", early.body);
    let measured = house.ask("POST", &format!("{path}/measure"), &Value::Null).await;
    assert_eq!(measured.body["measured"]["cases"], 0, "{}", measured.body);
    assert_eq!((&measured.body["forms"], &measured.body["mail"]), (&json!(false), &json!([])), "off at first");
    told.push(("measure_automatic_answers", measured));
    for (field, value) in
        [("threshold", json!(0)), ("a_day", json!(11)), ("mail", json!([""])), ("mail", json!(["dep_1"]))]
    {
        let mut wrong = wanted.clone();
        wrong[field] = value;
        let refused = house.ask("PUT", path, &wrong).await;
        assert_eq!(refused.body["errors"][0]["pointer"], format!("/{field}"), "{}", refused.body);
    }
    let set = house.ask("PUT", path, &wanted).await;
    assert_eq!((&set.body["mail"], &set.body["a_day"]), (&json!([null]), &json!(3)), "{}", set.body);
    told.push(("set_automatic_answers", set));
    told.push(("get_automatic_answers", house.ask("GET", path, &Value::Null).await));
    let off = json!({ "forms": false, "threshold": 60, "mail": [], "a_day": 2 });
    assert!(house.ask("PUT", path, &off).await.status.is_success());
}
