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
