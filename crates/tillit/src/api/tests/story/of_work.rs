//! What is done in a conversation: its messages, who is on it, and all that hangs on it.

use super::*;

pub(super) async fn messages(house: &House, first: &Placed, stranger: &Placed, told: &mut Told) {
    let null = Value::Null;
    told.push((
        "list_messages",
        house.ask("GET", &format!("/conversations/{}/messages", first.conversation), &null).await,
    ));
    told.push(("get_message", house.ask("GET", &format!("/messages/{}", first.message), &null).await));
    told.push(("get_raw_message", house.ask("GET", &format!("/messages/{}/raw", first.message), &null).await));
    told.push(("split", house.ask("POST", &format!("/messages/{}/split", stranger.message), &null).await));
    let new = json!({ "to": [{ "address": "per@post.example" }], "subject": "Hello", "text": "It is ready.",
        "files": [{ "name": "a.txt", "content_type": "text/plain", "content": "aGVp" }] });
    let begun = house.ask("POST", "/conversations", &new).await;
    let sent = house.ask("GET", &format!("/conversations/{}/messages", text(&begun.body["id"])), &null).await;
    told.push(("create_conversation", begun));
    let file = text(&sent.body["data"][0]["attachments"][0]["id"]);
    told.push(("get_attachment", house.ask("GET", &format!("/attachments/{file}"), &null).await));
}

pub(super) async fn work(house: &House, first: &Placed, other: &Placed, told: &mut Told) {
    let merge = format!("/conversations/{}/merge", other.conversation);
    told.push(("merge", house.ask("POST", &merge, &json!({ "into": first.number })).await));
    let links = format!("/conversations/{}/links", first.conversation);
    let link = json!({ "number": other.number, "kind": "related" });
    told.push(("undo_merge", house.ask("POST", &format!("{merge}/undo"), &Value::Null).await));
    told.push(("set_link", house.ask("POST", &links, &link).await));
    told.push(("list_links", house.ask("GET", &links, &Value::Null).await));
    let path = |verb: &str| format!("/conversations/{}/{verb}", first.conversation);
    let me = json!({ "assignee": house.staff.id.as_str() });
    told.push(("assign", house.ask("POST", &path("assign"), &me).await));
    told.push(("set_state", house.ask("POST", &path("state"), &json!({ "state": "waiting_others" })).await));
    let called = house.ask("POST", &path("subject"), &json!({ "subject": " Motor stops\non hills " })).await;
    assert_eq!(called.body["subject"], "Motor stops on hills");
    let back = house.ask("POST", "/undo", &json!({ "step": called.body["step"] })).await;
    assert_eq!(back.body["results"][0]["done"], true, "{}", back.body);
    told.push(("change_subject", called));
    for (subject, code) in [(" ".to_owned(), "no_subject"), ("x".repeat(201), "subject_too_long")] {
        let refused = house.ask("POST", &path("subject"), &json!({ "subject": subject })).await;
        assert_eq!((refused.status.as_u16(), &refused.body["errors"][0]["code"]), (422, &json!(code)));
    }
    let noted = house.ask("POST", &path("notes"), &json!({ "text": "Called, 4111 1111 1111 1111." })).await;
    let note = format!("/messages/{}", text(&noted.body["id"]));
    told.push(("note", noted));
    let edited = json!({ "text": "Called the workshop, 4111 1111 1111 1111." });
    told.push(("edit_note", house.ask("PATCH", &note, &edited).await));
    told.push(("mask_cards", house.ask("POST", &path("mask-cards"), &Value::Null).await));
    let redact = json!({ "words": ["the workshop"], "reason": "Not for everybody." });
    told.push(("redact", house.ask("POST", &format!("{note}/redact"), &redact).await));
    told.push(("reply", house.ask("POST", &path("replies"), &json!({ "text": "It is on its way." })).await));
    let list = path("checklist");
    let added = house.ask("POST", &list, &json!({ "items": ["Call the workshop", "Order the part"] })).await;
    let done = json!({ "item": added.body["data"][0]["id"], "change": "done" });
    told.push(("add_to_checklist", added));
    told.push(("change_checklist", house.ask("PATCH", &list, &done).await));
    let shown = house.ask("GET", &list, &Value::Null).await;
    let gone = json!({ "item": shown.body["data"][1]["id"], "change": "removed" });
    told.push(("list_checklist", shown));
    assert!(house.ask("PATCH", &list, &gone).await.status.is_success());
    let new = json!({ "words": "Call back", "by": "2026-12-01T15:00" });
    let made = house.ask("POST", &path("promises"), &new).await;
    let promise = format!("/promises/{}", text(&made.body["id"]));
    told.push(("make_promise", made));
    told.push(("list_like_cases", house.ask("GET", &path("like-cases"), &Value::Null).await));
    told.push(("list_promises_in", house.ask("GET", &path("promises"), &Value::Null).await));
    told.push(("list_promises", house.ask("GET", "/promises?whose=ours&standing=coming", &Value::Null).await));
    told.push(("get_promise", house.ask("GET", &promise, &Value::Null).await));
    told.push(("change_promise", house.ask("PATCH", &promise, &json!({ "change": "kept" })).await));
    let wish = json!({ "words": "a bag for two", "topic": "Bags" });
    let noted = house.ask("POST", &path("needs"), &wish).await;
    let need = format!("/needs/{}", text(&noted.body["id"]));
    told.push(("note_need", noted));
    told.push(("list_needs_in", house.ask("GET", &path("needs"), &Value::Null).await));
    told.push(("list_needs", house.ask("GET", "/needs?state=open&topic=bags&days=30", &Value::Null).await));
    told.push(("get_need", house.ask("GET", &need, &Value::Null).await));
    told.push(("get_need_figures", house.ask("GET", "/needs/figures?days=30", &Value::Null).await));
    let changed = json!({ "change": "changed", "product": "Cargo bike" });
    told.push(("change_need", house.ask("PATCH", &need, &changed).await));
    let telling = json!({ "topic": "Bags", "texts": { "en": "Hi, “{{need}}” is here." } });
    let done = house.ask("POST", "/needs/tell", &telling).await;
    assert_eq!((&done.body["met"], &done.body["drafted"]), (&json!(1), &json!(1)));
    told.push(("tell_need", done));
    told.push(("remove_need", house.ask("DELETE", &need, &Value::Null).await));
    assert!(house.ask("POST", &path("needs"), &wish).await.status.is_success());
    let cause = json!({ "title": "The motor stops in the rain", "state": "working" });
    let made = house.ask("POST", "/problems", &cause).await;
    let id = text(&made.body["id"]);
    let problem = format!("/problems/{id}");
    told.push(("make_problem", made));
    let same = json!({ "problem": id, "linked": true });
    told.push(("set_problem", house.ask("POST", &path("problems"), &same).await));
    told.push(("list_problems_in", house.ask("GET", &path("problems"), &Value::Null).await));
    told.push(("list_problems", house.ask("GET", "/problems?solved=false&q=motor", &Value::Null).await));
    told.push(("change_problem", house.ask("PATCH", &problem, &json!({ "known": "Water gets in." })).await));
    let answers = json!({ "answers": { "en": "Hi {{customer.first_name}}, it is mended." } });
    told.push(("solve_problem", house.ask("POST", &format!("{problem}/solution"), &answers).await));
    told.push(("get_problem", house.ask("GET", &problem, &Value::Null).await));
    let concerned = format!("{problem}/conversations");
    told.push(("list_problem_conversations", house.ask("GET", &concerned, &Value::Null).await));
    let other = house.ask("POST", "/problems", &json!({ "title": "Nothing" })).await;
    let other = format!("/problems/{}", text(&other.body["id"]));
    told.push(("remove_problem", house.ask("DELETE", &other, &Value::Null).await));
    told.push(("spend_time", house.ask("POST", &path("time"), &json!({ "minutes": 15 })).await));
    told.push(("be_present", house.ask("POST", &path("presence"), &json!({ "doing": "looking" })).await));
    told.push(("list_presence", house.ask("GET", &path("presence"), &Value::Null).await));
    told.push(("list_time", house.ask("GET", &path("time"), &Value::Null).await));
    let call = json!({ "direction": "in", "minutes": 6, "text": "Asked for the key." });
    told.push(("log_contact", house.ask("POST", &path("contacts"), &call).await));
    let parts = json!([{ "address": "parts@workshop.example", "name": "Parts" }]);
    let aside =
        json!({ "title": "Two harnesses", "message": { "to": parts, "text": "Do you have two?", "wait": true } });
    let begun = house.ask("POST", &path("sides"), &aside).await;
    let side = format!("/sides/{}", text(&begun.body["id"]));
    told.push(("begin_side_thread", begun));
    told.push(("list_side_threads", house.ask("GET", &path("sides"), &Value::Null).await));
    told.push(("get_side_thread", house.ask("GET", &side, &Value::Null).await));
    told.push(("change_side_thread", house.ask("PATCH", &side, &json!({ "open": false })).await));
    let titled = house.ask("PATCH", &side, &json!({ "title": "Three harnesses" })).await;
    assert_eq!((&titled.body["title"], &titled.body["open"]), (&json!("Three harnesses"), &json!(false)));
    told.push(("change_side_thread", titled));
    let more = json!({ "text": "Or three?" });
    told.push(("write_side_thread", house.ask("POST", &format!("{side}/messages"), &more).await));
    let drafts = path("drafts");
    let shared = house.ask("POST", &drafts, &json!({ "text": "Until Friday." })).await;
    let draft = format!("/drafts/{}", text(&shared.body["id"]));
    told.push(("share_draft", shared));
    told.push(("list_shared_drafts", house.ask("GET", &drafts, &Value::Null).await));
    told.push(("get_shared_draft", house.ask("GET", &draft, &Value::Null).await));
    let words = json!({ "text": "Until Friday, at noon.", "version": 1 });
    told.push(("update_shared_draft", house.ask("PUT", &draft, &words).await));
    let old = house.ask("PUT", &draft, &words).await;
    assert_eq!((old.status.as_u16(), &old.body["errors"][0]["code"]), (422, &json!("draft_changed")));
    let also = house.ask("POST", &drafts, &json!({ "text": "Or by Monday." })).await;
    told.push(("delete_shared_draft", house.ask("DELETE", &draft, &Value::Null).await));
    let sent = json!({ "text": "By Monday.", "draft": { "id": also.body["id"], "version": 1 } });
    assert!(house.ask("POST", &path("replies"), &sent).await.status.is_success());
    assert!(house.ask("POST", &drafts, &json!({ "text": "One more thing." })).await.status.is_success());
    let bulk =
        json!({ "ids": [first.conversation.as_str(), "cnv_x"], "act": "reply", "text": "Hi {{customer.name}}." });
    told.push(("bulk", house.ask("POST", "/conversations/bulk", &bulk).await));
    told.push(("close", house.ask("POST", &path("close"), &json!({ "reason": "By phone." })).await));
    let became = json!({ "outcome": "righted", "known_customer": true });
    let kept = house.ask("PUT", &path("outcome"), &became).await;
    assert_eq!((&kept.body["outcome"], &kept.body["complaint"]), (&json!("righted"), &json!(false)), "{}", kept.body);
    told.push(("set_outcome", kept));
    told.push(("get_outcome", house.ask("GET", &path("outcome"), &Value::Null).await));
    told.push(("reopen", house.ask("POST", &path("reopen"), &json!({})).await));
    let marked = house.ask("PUT", &path("complaint"), &json!({ "complaint": true })).await;
    assert_eq!(marked.body["tries_missing"], 3, "nobody tried: {}", marked.body);
    told.push(("set_complaint", marked));
    house.ask("PUT", &path("complaint"), &json!({ "complaint": false })).await;
}
