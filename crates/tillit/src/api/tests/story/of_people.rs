//! Customers, what they go through, where they belong, and the business's own fields of them.

use super::*;

/// What a customer goes through, and what they asked for.
async fn care(house: &House, path: &str, told: &mut Told) {
    let new = json!({ "kind": "bereavement", "why": "Lost her husband" });
    let set = house.ask("POST", &format!("{path}/care"), &new).await;
    let flag = format!("{path}/care/{}", text(&set.body["id"]));
    told.push(("set_care_flag", set));
    told.push(("list_care_flags", house.ask("GET", &format!("{path}/care"), &Value::Null).await));
    let other = json!({ "kind": "illness", "why": "Her back" });
    told.push(("change_care_flag", house.ask("PUT", &flag, &other).await));
    told.push(("end_care_flag", house.ask("DELETE", &flag, &Value::Null).await));
    let left = json!({ "kind": "help", "why": "Reads large letters" });
    house.ask("POST", &format!("{path}/care"), &left).await;
    let path = format!("{path}/preferences");
    let wanted = json!({ "channel": "phone", "days": ["mon"], "from": "16:00", "zone": "Asia/Jakarta" });
    told.push(("set_preferences", house.ask("PUT", &path, &wanted).await));
    told.push(("get_preferences", house.ask("GET", &path, &Value::Null).await));
}

pub(super) async fn customers(house: &House, id: &str, told: &mut Told) {
    let path = format!("/customers/{id}");
    let new = json!({ "name": "Nina", "address": "nina@post.example" });
    told.push(("create_customer", house.ask("POST", "/customers", &new).await));
    told.push(("get_customer", house.ask("GET", &path, &Value::Null).await));
    told.push(("update_customer", house.ask("PATCH", &path, &json!({ "name": "Kari S." })).await));
    let address = json!({ "address": "kari@work.example" });
    told.push(("add_customer_address", house.ask("POST", &format!("{path}/addresses"), &address).await));
    let visit = json!({ "subject": "Spare key", "contact": { "way": "visit" } });
    told.push(("begin_contact", house.ask("POST", &format!("{path}/contacts"), &visit).await));
    let twin = json!({ "name": "Kari", "address": "k.ari+2@post.example" });
    let twin = text(&house.ask("POST", "/customers", &twin).await.body["id"]);
    told.push(("get_timeline", house.ask("GET", &format!("{path}/timeline?kind=file&limit=1"), &Value::Null).await));
    told.push(("list_doubles", house.ask("GET", &format!("{path}/doubles"), &Value::Null).await));
    let other = json!({ "other": twin });
    told.push(("leave_customers_apart", house.ask("POST", &format!("{path}/apart"), &other).await));
    let tie = json!({ "customer": twin, "tie": "assistant" });
    told.push(("relate_customers", house.ask("POST", &format!("{path}/related"), &tie).await));
    told.push(("list_related", house.ask("GET", &format!("{path}/related"), &Value::Null).await));
    told.push((
        "unrelate_customers",
        house.ask("POST", &format!("{path}/unrelated"), &json!({ "customer": twin })).await,
    ));
    care(house, &path, told).await;
    let merge = format!("/customers/{twin}/merge");
    told.push(("merge_customer", house.ask("POST", &merge, &json!({ "into": id })).await));
    let ola = json!({ "name": "Ola", "address": "ola@erased.example" });
    let ola = text(&house.ask("POST", "/customers", &ola).await.body["id"]);
    told.push(("get_held", house.ask("GET", &format!("/customers/{ola}/held"), &Value::Null).await));
    let erase = house.ask("POST", &format!("/customers/{ola}/erase"), &json!({ "name": "ola" })).await;
    told.push(("erase_customer", erase));
    let file = json!({ "name": "more.csv", "text": "Name,E-mail\nPer,per@post.example\n" });
    let begun = house.ask("POST", "/customers/imports", &file).await;
    let import = format!("/customers/imports/{}", text(&begun.body["id"]));
    told.push(("import_customers", begun));
    told.push(("list_customer_imports", house.ask("GET", "/customers/imports?limit=1", &Value::Null).await));
    told.push(("get_customer_import", house.ask("GET", &import, &Value::Null).await));
    told.push(("list_imported_rows", house.ask("GET", &format!("{import}/rows?outcome=added"), &Value::Null).await));
    told.push(("stop_customer_import", house.ask("POST", &format!("{import}/stop"), &Value::Null).await));
    let old = "number,customer email,at,text\n17,kari@post.example,2024-03-01 10:22,Where is my tent?\n";
    let begun =
        house.ask("POST", "/conversations/imports", &json!({ "name": "old.csv", "source": "Old", "text": old })).await;
    let import = format!("/conversations/imports/{}", text(&begun.body["id"]));
    told.push(("import_conversations", begun));
    told.push(("list_conversation_imports", house.ask("GET", "/conversations/imports?limit=1", &Value::Null).await));
    told.push(("get_conversation_import", house.ask("GET", &import, &Value::Null).await));
    told.push((
        "list_imported_records",
        house.ask("GET", &format!("{import}/records?outcome=made"), &Value::Null).await,
    ));
    told.push(("stop_conversation_import", house.ask("POST", &format!("{import}/stop"), &Value::Null).await));
    told.push(("undo_merge_customer", house.ask("POST", &format!("{merge}/undo"), &Value::Null).await));
}

pub(super) async fn organisations(house: &House, customer: &str, told: &mut Told) {
    let new = json!({ "name": "Pumps", "domains": ["pumps.example"] });
    let made = house.ask("POST", "/organisations", &new).await;
    let path = format!("/organisations/{}", text(&made.body["id"]));
    let there = json!({ "organisation": made.body["id"] });
    told.push(("create_organisation", made));
    told.push(("list_organisations", house.ask("GET", "/organisations?search=pum", &Value::Null).await));
    let belongs = house.ask("PUT", &format!("/customers/{customer}/organisation"), &there).await;
    told.push(("set_customer_organisation", belongs));
    told.push(("get_organisation", house.ask("GET", &path, &Value::Null).await));
    let members = house.ask("GET", &format!("{path}/customers"), &Value::Null).await;
    told.push(("list_organisation_customers", members));
    let change = json!({ "name": "Pumps and more", "domains": [], "joins_by_itself": false });
    told.push(("update_organisation", house.ask("PATCH", &path, &change).await));
}

pub(super) async fn fields(house: &House, customer: &str, conversation: &str, told: &mut Told) {
    let mut ids = Vec::new();
    for about in ["conversation", "person", "organisation"] {
        let new = json!({ "about": about, "name": "Order", "kind": "number", "required": ["solved"] });
        let made = house.ask("POST", "/fields", &new).await;
        ids.push(text(&made.body["id"]));
        told.push(("create_field", made));
    }
    told.push(("list_fields", house.ask("GET", "/fields", &Value::Null).await));
    let organisation = text(&house.ask("POST", "/organisations", &json!({ "name": "Hoses" })).await.body["id"]);
    for (owner, id, get, set) in [
        (format!("/conversations/{conversation}"), &ids[0], "get_conversation_fields", "set_conversation_fields"),
        (format!("/customers/{customer}"), &ids[1], "get_customer_fields", "set_customer_fields"),
        (format!("/organisations/{organisation}"), &ids[2], "get_organisation_fields", "set_organisation_fields"),
    ] {
        let path = format!("{owner}/fields");
        if owner.starts_with("/conversations") {
            let reason = json!({ "reason": "By phone." });
            let early = house.ask("POST", &format!("{owner}/close"), &reason).await;
            assert_eq!(early.body["errors"][0]["code"], "fields_missing", "{}", early.body);
        }
        let wrong = house.ask("PUT", &path, &json!({ "values": { id: "many" } })).await;
        assert_eq!(wrong.body["errors"][0]["pointer"], format!("/values/{id}"), "{}", wrong.body);
        let unknown = house.ask("PUT", &path, &json!({ "values": { "fld/1": "7" } })).await;
        assert_eq!(unknown.body["errors"][0]["pointer"], "/values/fld~11", "{}", unknown.body);
        let written = house.ask("PUT", &path, &json!({ "values": { id: "12,50" } })).await;
        assert_eq!(written.body["data"][0]["value"], "12.5", "{}", written.body);
        told.push((set, written));
        told.push((get, house.ask("GET", &path, &Value::Null).await));
    }
    let change = json!({ "name": "Order number", "retired": true });
    told.push(("update_field", house.ask("PATCH", &format!("/fields/{}", ids[0]), &change).await));
}
