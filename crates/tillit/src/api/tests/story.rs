//! A business in which every operation of the API has something to do, and one success of each.

mod of_settings;

use base::{Actor, Language, Role};
use conversations::commands::{self, ForReceipt, Inbound, InboundFile, Placed};
use conversations::{Mailbox, settings};
use people::staff::{self, NewStaff, Staff};
use people::tokens::{self, Ends, NewToken};
use platform::api::Level;
use platform::api::document::Operation;
use platform::i18n::I18n;
use platform::metrics::Metrics;
use platform::testing::TestPlatform;
use platform::throttle::Proxies;
use platform::web::errors::Pages;
use platform::web::room::Room;
use serde_json::{Value, json};

use super::*;

/// Bytes of a body that are taken here.
pub(super) const BODY_MAX: usize = 64 * 1024;

pub(crate) struct House {
    pub p: Platform,
    pub document: Document,
    pub routes: Router,
    pub read: String,
    pub write: String,
    pub admin: String,
    pub staff: Staff,
}

impl House {
    pub async fn build(mut test: TestPlatform) -> Self {
        test.platform.i18n = I18n::new(crate::open::LOCALES).expect("texts");
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Ingrid Moen".into(),
            email: "ingrid@brekkesund.example".into(),
            role: Role::Owner,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let business = settings::Business { address: "hei@brekkesund.example".into(), ..Default::default() };
        settings::set_business(&mut tx, &business).await.expect("set");
        let mut secrets = Vec::new();
        for level in Level::ALL {
            let new = NewToken { name: level.code().into(), level, ends: Ends::Never };
            secrets.push(tokens::make(&mut tx, &p, &staff.actor(), new).await.expect("made").1);
        }
        tx.commit().await.expect("commit");
        let [read, write, admin] = secrets.try_into().expect("three");
        let document = document(&p.site.url).expect("a document");
        let routes = routes(&p, &document, guard(&p), Bounds { a_minute: 100_000, body: BODY_MAX });
        Self { p, document, routes, read, write, admin, staff }
    }

    /// The same where so many requests are taken.
    pub fn routes_with(&self, a_minute: u32) -> Router {
        routes(&self.p, &self.document, guard(&self.p), Bounds { a_minute, body: BODY_MAX })
    }

    /// A mail comes in.
    async fn mail(&self, from: &str, subject: &str, references: Vec<String>, mail_id: &str) -> Placed {
        let p = &self.p;
        let raw = p.blobs.prepare(format!("raw {mail_id}").into_bytes()).await.expect("prepared");
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &raw).await.expect("kept");
        let file = InboundFile {
            name: "note.txt".into(),
            content_type: "text/plain".into(),
            size: 3,
            inline: false,
            content_id: None,
            part: "0".into(),
        };
        let inbound = Inbound {
            channel: "email",
            mailbox: None,
            department: None,
            received_at: p.clock.business(),
            from: Mailbox { name: "Kari Solheim".into(), address: from.into() },
            to: vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }],
            cc: vec![],
            subject: subject.into(),
            text: "It does not start.".into(),
            document: None,
            invite: None,
            language: Some(Language::En),
            mail_id: Some(mail_id.into()),
            references,
            reply_tags: vec![],
            automatic: None,
            bounce: None,
            warnings: vec![],
            proof: None,
            unreadable: None,
            raw: raw.digest.clone(),
            files: vec![file],
            receipt: ForReceipt::default(),
        };
        let placed = commands::receive(p, &mut tx, inbound).await.expect("received");
        tx.commit().await.expect("commit");
        placed
    }

    async fn ask(&self, method: &str, path: &str, body: &Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        ask(&self.routes, Asked { method, path, token: Some(&self.admin), kind: JSON, body, key: None }).await
    }
}

fn guard(p: &Platform) -> Guard {
    let pages = Pages::new(p.i18n.clone(), p.random.clone());
    Guard {
        site: p.site.clone(),
        proxies: Arc::new(Proxies::default()),
        pages,
        room: Room::default(),
        metrics: Metrics::default(),
    }
}

/// A body that the document gives as an example.
pub(crate) fn example(document: &Document, operation: &Operation) -> String {
    let name = operation.takes.clone().unwrap_or_default();
    document.json()["components"]["schemas"][name]["example"].to_string()
}

pub(crate) type Told = Vec<(&'static str, Answer)>;

/// One success of each operation, by its name.
pub(crate) async fn tell(house: &House) -> Told {
    let mut told = Vec::new();
    let first = house.mail("kari@post.example", "The pump", vec![], "1@post.example").await;
    let other = house.mail("kari@post.example", "The hose", vec![], "2@post.example").await;
    let stranger =
        house.mail("ola@post.example", "Re: The pump", vec!["1@post.example".into()], "3@post.example").await;
    assert_eq!(stranger.conversation, first.conversation, "a stranger writes into it");
    let null = Value::Null;
    while reactions::reports::reading::read_some(&house.p).await.expect("read") {}
    for (id, path) in [
        ("me", "/me"),
        ("list_colleagues", "/colleagues"),
        ("list_mailboxes", "/mailboxes"),
        ("list_conversations", "/conversations?state=new&assignee=nobody&limit=1"),
        ("list_customers", "/customers?search=kari"),
        ("get_settings", "/settings"),
        ("list_events", "/events?limit=5"),
        ("get_report", "/reports?period=7d&by=language"),
        ("list_report_conversations", "/reports/conversations?figure=opened&limit=1"),
        ("list_lapses", "/lapses?period=7d&limit=1"),
        ("list_audit", "/audit?kind=colleagues&limit=1"),
    ] {
        told.push((id, house.ask("GET", path, &null).await));
    }
    // As if the time for an answer had passed.
    let mut tx = house.p.begin().await.expect("begin");
    let sql = "INSERT INTO report_entry (conversation, n, measure, at, day, staff, department, mailbox, language) \
               VALUES ($1, 900, 'lapse_first', 1763467200000000, 0, '', '', '', '')";
    tx.run(sql, platform::vals![other.conversation.as_str()]).await.expect("missed");
    tx.commit().await.expect("commit");
    let why = json!({ "at": "2025-11-18T12:00:00Z", "reason": "We were ill." });
    let path = format!("/conversations/{}/lapses", other.conversation);
    told.push(("explain_lapse", house.ask("POST", &path, &why).await));
    told.push(("set_receipts", house.ask("PUT", "/settings/receipts", &json!({ "on": false })).await));
    let shown = house.ask("GET", &format!("/conversations/{}", first.conversation), &null).await;
    let kari = text(&shown.body["customer"]["id"]);
    customers(house, &kari, &mut told).await;
    organisations(house, &kari, &mut told).await;
    fields(house, &kari, first.conversation.as_str(), &mut told).await;
    told.push(("get_conversation", shown));
    messages(house, &first, &stranger, &mut told).await;
    macros(house, &first, &mut told).await;
    contact_forms(house, &mut told).await;
    logo(house, &mut told).await;
    views(house, &mut told).await;
    work(house, &first, &other, &mut told).await;
    of_settings::settings_of_business(house, &mut told).await;
    of_settings::tags(house, &mut told).await;
    of_settings::mailboxes(house, &mut told).await;
    of_settings::webhooks(house, &mut told).await;
    of_settings::rules(house, &mut told).await;
    of_settings::exports(house, &mut told).await;
    of_settings::as_a_file(house, &mut told).await;
    business(house, &other, &mut told).await;
    notices(house, &mut told).await;
    told
}

/// What the colleague is told: a customer writes in a conversation of theirs.
async fn notices(house: &House, told: &mut Told) {
    let p = &house.p;
    let placed = house.mail("per@post.example", "The valve", vec![], "80@post.example").await;
    commands::assign(p, &house.staff.actor(), &placed.conversation, Some(&house.staff.id)).await.expect("taken");
    // Only what comes from now on: where a reader stands is not what this is about.
    let mut tx = p.begin().await.expect("begin");
    tx.run("DELETE FROM event_cursor WHERE reader = 'notices'", platform::vals![]).await.expect("forgotten");
    tx.commit().await.expect("commit");
    reactions::notices::reading::begin(p).await.expect("begun");
    house.mail("per@post.example", "Re: The valve", vec!["80@post.example".into()], "81@post.example").await;
    let mut listed = house.ask("GET", "/notices?unread=true&limit=1", &Value::Null).await;
    for _ in 0..2_000 {
        while reactions::notices::reading::read_some(p).await.expect("read") {}
        listed = house.ask("GET", "/notices?unread=true&limit=1", &Value::Null).await;
        if listed.body["data"][0].is_object() {
            break;
        }
        // On PostgreSQL other tests may hold older transactions.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(listed.body["data"][0]["kind"], "wrote", "{}", listed.body);
    let path = format!("/notices/{}/read", text(&listed.body["data"][0]["id"]));
    told.push(("list_notices", listed));
    told.push(("read_notice", house.ask("POST", &path, &Value::Null).await));
    told.push(("read_notices", house.ask("POST", "/notices/read", &Value::Null).await));
    let wishes = json!({ "choices": [{ "kind": "wrote", "way": "off" }], "quiet_from": 1020, "quiet_until": 480, "digest_hour": 9 });
    told.push(("set_notice_wishes", house.ask("PUT", "/notices/wishes", &wishes).await));
    let half = json!({ "choices": [], "quiet_from": 1020, "digest_hour": 9 });
    let half = house.ask("PUT", "/notices/wishes", &half).await;
    assert_eq!(half.status.as_u16(), 422, "{}", half.body);
    let kept = house.ask("GET", "/notices/wishes", &Value::Null).await;
    assert_eq!(kept.body["quiet_from"], 1020, "{}", kept.body);
    told.push(("get_notice_wishes", kept));
}

async fn logo(house: &House, told: &mut Told) {
    let point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
    told.push(("set_logo", house.ask("PUT", "/logo", &json!({ "picture": point })).await));
    told.push(("get_logo", house.ask("GET", "/logo", &Value::Null).await));
    told.push(("delete_logo", house.ask("DELETE", "/logo", &Value::Null).await));
}

/// Who works here and where, and what sorts conversations.
async fn business(house: &House, conversation: &Placed, told: &mut Told) {
    let made = house.ask("POST", "/departments", &json!({ "name": "Workshop" })).await;
    let department = text(&made.body["id"]);
    told.push(("create_department", made));
    let me = json!({ "name": "Workshop", "members": [house.staff.id.as_str()], "open": true });
    told.push(("update_department", house.ask("PUT", &format!("/departments/{department}"), &me).await));
    told.push(("list_departments", house.ask("GET", "/departments", &Value::Null).await));
    let new = json!({ "name": "Jonas", "email": "jonas@brekkesund.example", "role": "agent", "language": "nb" });
    let invited = house.ask("POST", "/colleagues", &new).await;
    let path = format!("/colleagues/{}", text(&invited.body["id"]));
    told.push(("invite_colleague", invited));
    let stock = json!({ "subject": "Count the stock", "beginning": "note", "text": "All shelves.", "tags": ["stock"],
        "every": "month", "month_day": 31, "at": "08:00", "closed": "previous", "on": true });
    let recurs = house.ask("POST", "/recurring", &stock).await;
    let one = format!("/recurring/{}", text(&recurs.body["id"]));
    assert_eq!(recurs.body["next_at"], "2026-11-30T07:00:00Z", "{}", recurs.body);
    told.push(("create_recurring", recurs));
    let mut weekly = stock.clone();
    (weekly["every"], weekly["days"]) = (json!("week"), json!([1, 3]));
    told.push(("update_recurring", house.ask("PUT", &one, &weekly).await));
    weekly["days"] = json!([8]);
    assert_eq!(house.ask("PUT", &one, &weekly).await.status.as_u16(), 422);
    told.push(("get_recurring", house.ask("GET", &one, &Value::Null).await));
    told.push(("list_recurring", house.ask("GET", "/recurring", &Value::Null).await));
    told.push(("delete_recurring", house.ask("DELETE", &one, &Value::Null).await));
    let takes = format!("/colleagues/{}/workload", house.staff.id);
    told.push(("set_workload", house.ask("PUT", &takes, &json!({ "cap": 12, "weight": 50 })).await));
    told.push(("get_workload", house.ask("GET", &takes, &Value::Null).await));
    let made = house.ask("POST", "/skills", &json!({ "name": "Repairs" })).await;
    let (repairs, can) = (made.body["id"].clone(), format!("/colleagues/{}/abilities", house.staff.id));
    let the_skill = format!("/skills/{}", text(&repairs));
    told.push(("create_skill", made));
    told.push(("list_skills", house.ask("GET", "/skills", &Value::Null).await));
    told.push(("update_skill", house.ask("PUT", &the_skill, &json!({ "name": "Mending" })).await));
    let wrong = house.ask("PUT", &can, &json!({ "skills": [], "writes": ["en", "xx"] })).await;
    assert_eq!(
        (wrong.status.as_u16(), &wrong.body["errors"][0]["pointer"]),
        (422, &json!("/writes/1")),
        "{}",
        wrong.body
    );
    told.push((
        "set_abilities",
        house.ask("PUT", &can, &json!({ "skills": [&repairs], "writes": ["en", "nb"] })).await,
    ));
    let able = house.ask("GET", &can, &Value::Null).await;
    assert_eq!(able.body, json!({ "skills": [&repairs], "writes": ["en", "nb"] }));
    told.push(("get_abilities", able));
    let rules = json!({ "by_language": true, "lacking": "wait",
        "needs": [{ "by": "department", "of": department, "skill": &repairs }] });
    let set = house.ask("PUT", "/turns/rules", &rules).await;
    assert_eq!(set.body, rules);
    told.push(("set_turn_rules", set));
    told.push(("get_turn_rules", house.ask("GET", "/turns/rules", &Value::Null).await));
    let none = json!({ "by_language": false, "lacking": "anyone", "needs": [] });
    assert_eq!(house.ask("PUT", "/turns/rules", &none).await.body, none);
    told.push(("get_rota", house.ask("GET", "/rota", &Value::Null).await));
    told.push(("list_turn_shares", house.ask("GET", "/turns/shares?days=30", &Value::Null).await));
    told.push(("delete_skill", house.ask("DELETE", &the_skill, &Value::Null).await));
    told.push(("list_turns", house.ask("GET", "/turns", &Value::Null).await));
    let set = house.ask("PUT", "/turns", &json!({ "department": department, "on": true })).await;
    assert_eq!((&set.body["data"][1]["on"], &set.body["data"][0]["on"]), (&json!(true), &json!(false)), "{}", set.body);
    assert_eq!(set.body["data"][1]["colleagues"][0]["cap"], 12, "{}", set.body);
    told.push(("set_turns", set));
    let asks = json!({ "required": [department], "ask_customers": true });
    let set = house.ask("PUT", "/settings/outcomes", &asks).await;
    assert_eq!(set.body["required"], json!([department]), "{}", set.body);
    told.push(("set_outcome_settings", set));
    let nothing = json!({ "required": [], "ask_customers": false });
    house.ask("PUT", "/settings/outcomes", &nothing).await;
    told.push(("get_outcome_settings", house.ask("GET", "/settings/outcomes", &Value::Null).await));
    let mine = format!("/colleagues/{}/absences", house.staff.id);
    let planned = house.ask("POST", &mine, &json!({ "first": "2027-07-05", "last": "2027-07-23" })).await;
    let one = format!("{mine}/{}", text(&planned.body["id"]));
    told.push(("plan_absence", planned));
    let again = house.ask("POST", &mine, &json!({ "first": "2027-07-23", "last": "2027-07-23" })).await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.body);
    told.push(("list_absences", house.ask("GET", &mine, &Value::Null).await));
    told.push(("cancel_absence", house.ask("DELETE", &one, &Value::Null).await));
    told.push(("update_colleague", house.ask("PATCH", &path, &json!({ "role": "light", "enabled": false })).await));
    let path = |verb: &str| format!("/conversations/{}/{verb}", conversation.conversation);
    told.push(("hand_to", house.ask("POST", &path("department"), &json!({ "department": department })).await));
    told.push(("tag", house.ask("POST", &path("tags"), &json!({ "add": ["motor"], "remove": ["none"] })).await));
    told.push(("follow", house.ask("POST", &path("follow"), &json!({ "follows": true })).await));
    told.push(("snooze", house.ask("POST", &path("snooze"), &json!({ "until": null })).await));
    told.push(("wake", house.ask("POST", &path("wake"), &Value::Null).await));
    let many = json!({ "ids": [conversation.conversation.as_str()], "act": "tag", "text": "saddle" });
    let tagged = house.ask("POST", "/conversations/bulk", &many).await;
    let step = json!({ "step": tagged.body["step"] });
    let taken_back = house.ask("POST", "/undo", &step).await;
    assert_eq!(taken_back.body["results"][0]["done"], true, "{}", taken_back.body);
    let again = house.ask("POST", "/undo", &step).await;
    assert_eq!(again.status.as_u16(), 422, "once: {}", again.body);
    told.push(("bulk", tagged));
    told.push(("undo", taken_back));
    let path = format!("/conversations/{}", conversation.conversation);
    told.push(("delete_conversation", house.ask("DELETE", &path, &Value::Null).await));
    assert_eq!(house.ask("GET", &path, &Value::Null).await.status.as_u16(), 404);
    told.push(("list_deleted", house.ask("GET", "/deleted?limit=1", &Value::Null).await));
    let path = format!("/deleted/{}", conversation.conversation);
    told.push(("restore_conversation", house.ask("POST", &format!("{path}/restore"), &Value::Null).await));
    let again = json!({ "ids": [conversation.conversation.as_str()], "act": "delete" });
    told.push(("bulk", house.ask("POST", "/conversations/bulk", &again).await));
    told.push(("erase_conversation", house.ask("DELETE", &path, &Value::Null).await));
    assert_eq!(house.ask("DELETE", &path, &Value::Null).await.status.as_u16(), 404);
}

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

async fn customers(house: &House, id: &str, told: &mut Told) {
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

async fn organisations(house: &House, customer: &str, told: &mut Told) {
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

async fn fields(house: &House, customer: &str, conversation: &str, told: &mut Told) {
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

async fn messages(house: &House, first: &Placed, stranger: &Placed, told: &mut Told) {
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

async fn macros(house: &House, conversation: &Placed, told: &mut Told) {
    let new = json!({ "name": "On its way", "texts": { "en": "Hello {{customer.first_name}}." },
        "acts": [{ "kind": "tag", "value": "delivery" }], "files": [{ "name": "a.txt", "content": "aGVp" },
            { "name": "way.gif", "content": "R0lGODlhEAAgAAAAAA==", "alt": "The way" }] });
    let made = house.ask("POST", "/macros", &new).await;
    let path = format!("/macros/{}", text(&made.body["id"]));
    let used = json!({ "macro": made.body["id"] });
    told.push(("create_macro", made));
    let apply = format!("/conversations/{}/macros", conversation.conversation);
    told.push(("apply_macro", house.ask("POST", &apply, &used).await));
    told.push(("list_macros", house.ask("GET", "/macros", &Value::Null).await));
    told.push(("get_macro", house.ask("GET", &path, &Value::Null).await));
    let changed = json!({ "name": "Underway", "kind": "note", "own": true, "texts": { "nb": "Sendt." } });
    told.push(("update_macro", house.ask("PUT", &path, &changed).await));
    told.push(("delete_macro", house.ask("DELETE", &path, &Value::Null).await));
}

async fn contact_forms(house: &House, told: &mut Told) {
    let asks = json!([{ "labels": { "en": "Product" }, "kind": "choice", "choices": { "en": ["Kettle", "Lamp"] } }]);
    let new = json!({ "names": { "en": "Returns" }, "open": true, "questions": asks });
    told.push(("create_contact_form", house.ask("POST", "/contact-forms", &new).await));
    told.push(("list_contact_forms", house.ask("GET", "/contact-forms", &Value::Null).await));
    let path = "/contact-forms/returns";
    told.push(("get_contact_form", house.ask("GET", path, &Value::Null).await));
    told.push(("update_contact_form", house.ask("PUT", path, &json!({ "names": { "nb": "Retur" } })).await));
    told.push(("delete_contact_form", house.ask("DELETE", path, &Value::Null).await));
}

async fn views(house: &House, told: &mut Told) {
    let when = json!({ "all": [{ "field": "state", "value": "new" },
        { "none": [{ "field": "tag", "value": "delivery" }, { "any": [{ "field": "due_within", "value": "0" }] }] }] });
    let new = json!({ "name": "New ones", "when": when, "columns": ["number", "tags"], "grouped_by": "owner" });
    let made = house.ask("POST", "/views", &new).await;
    assert_eq!(made.body["when"], new["when"], "the tree comes back as it was sent");
    let path = format!("/views/{}", text(&made.body["id"]));
    told.push(("create_view", made));
    told.push(("list_lists", house.ask("GET", "/lists", &Value::Null).await));
    told.push((
        "list_list_conversations",
        house.ask("GET", "/lists/unanswered/conversations?limit=1", &Value::Null).await,
    ));
    told.push(("get_today", house.ask("GET", "/today", &Value::Null).await));
    told.push(("list_views", house.ask("GET", "/views", &Value::Null).await));
    told.push(("get_view", house.ask("GET", &path, &Value::Null).await));
    let all = json!({ "name": "All", "own": true, "when": { "all": [] }, "ordered_by": "oldest" });
    told.push(("update_view", house.ask("PUT", &path, &all).await));
    let listed = house.ask("GET", &format!("{path}/conversations?limit=1"), &Value::Null).await;
    let next = format!("{path}/conversations?limit=1&cursor={}", text(&listed.body["next"]));
    let second = house.ask("GET", &next, &Value::Null).await;
    assert_ne!(listed.body["data"][0]["id"], second.body["data"][0]["id"]);
    told.push(("list_view_conversations", listed));
    told.push(("list_view_conversations", second));
    let mut deep = json!({ "field": "owner", "value": "me" });
    for _ in 0..60 {
        deep = json!({ "any": [deep] });
    }
    let hostile = [
        json!({ "all": vec![json!({ "field": "owner", "value": "me" }); 60] }),
        deep,
        json!({ "all": [{ "field": "subject; DROP TABLE", "value": "x" }] }),
        json!({ "all": [], "any": [] }),
        json!({ "field": "owner", "value": "me" }),
    ];
    for when in hostile {
        let refused = house.ask("POST", "/views", &json!({ "name": "x", "when": when })).await;
        assert_eq!(refused.status.as_u16(), 422, "{}", refused.body);
        assert!(refused.body["errors"][0]["pointer"].as_str().is_some_and(|at| at.starts_with("/when")));
    }
    told.push(("delete_view", house.ask("DELETE", &path, &Value::Null).await));
}

async fn work(house: &House, first: &Placed, other: &Placed, told: &mut Told) {
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

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Ids of all kinds that are there.
pub(super) async fn ids(house: &House) -> Vec<String> {
    let mut ids = vec![house.staff.id.to_string()];
    for path in ["/conversations", "/customers", "/organisations", "/macros", "/departments"] {
        let page = house.ask("GET", path, &Value::Null).await;
        ids.extend(page.body["data"].as_array().into_iter().flatten().map(|one| text(&one["id"])));
    }
    let of_messages: Vec<String> = ids.iter().filter(|id| id.starts_with("cnv_")).cloned().collect();
    for id in of_messages {
        let page = house.ask("GET", &format!("/conversations/{id}/messages"), &Value::Null).await;
        for message in page.body["data"].as_array().into_iter().flatten() {
            ids.push(text(&message["id"]));
            ids.extend(message["attachments"].as_array().into_iter().flatten().map(|file| text(&file["id"])));
        }
    }
    ids
}
