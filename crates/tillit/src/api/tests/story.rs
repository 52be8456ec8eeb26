//! A business in which every operation of the API has something to do, and one success of each.

mod of_answers;
mod of_community;
mod of_people;
mod of_settings;
mod of_work;

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
        let document = document(&p.site.url);
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
    of_people::customers(house, &kari, &mut told).await;
    of_people::organisations(house, &kari, &mut told).await;
    of_people::fields(house, &kari, first.conversation.as_str(), &mut told).await;
    told.push(("get_conversation", shown));
    of_community::community(house, &kari, &mut told).await;
    of_work::messages(house, &first, &stranger, &mut told).await;
    macros(house, &first, &mut told).await;
    contact_forms(house, &mut told).await;
    logo(house, &mut told).await;
    views(house, &mut told).await;
    of_work::work(house, &first, &other, &mut told).await;
    of_settings::settings_of_business(house, &mut told).await;
    of_settings::tags(house, &mut told).await;
    of_settings::mailboxes(house, &mut told).await;
    of_settings::webhooks(house, &mut told).await;
    of_settings::rules(house, &mut told).await;
    of_answers::articles(house, &mut told).await;
    of_answers::guides(house, &mut told).await;
    of_answers::automatic(house, &mut told).await;
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

/// The company's turns, and each place that can be wrong.
async fn rota(house: &House, told: &mut Told) {
    let me = json!({ "colleague": house.staff.id.as_str(), "odd_weeks": true });
    let turns = json!({ "hours": 3, "easy": "easy", "members": [&me] });
    let set = house.ask("PUT", "/settings/rota", &turns).await;
    assert_eq!(set.body, turns);
    told.push(("set_rota", set));
    told.push(("get_rota_settings", house.ask("GET", "/settings/rota", &Value::Null).await));
    let nobody = json!({ "colleague": "stf_00000000000000000000000009" });
    let wrong = json!({ "hours": 41, "easy": "e".repeat(61), "members": [&nobody, &me, &me] });
    let refused = house.ask("PUT", "/settings/rota", &wrong).await;
    let at: Vec<_> = refused.body["errors"].as_array().into_iter().flatten().map(|one| text(&one["pointer"])).collect();
    assert_eq!(at, ["/hours", "/easy", "/members/0/colleague", "/members/2/colleague"], "{}", refused.body);
    house.ask("PUT", "/settings/rota", &json!({ "hours": 3, "easy": "", "members": [] })).await;
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
    rota(house, told).await;
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

async fn macros(house: &House, conversation: &Placed, told: &mut Told) {
    let new = json!({ "name": "On its way", "texts": { "en": "Hello {{customer.first_name}}." },
        "when": { "channels": ["writing"], "tags": ["delivery"], "languages": ["nb"] },
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
