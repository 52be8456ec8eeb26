//! A business in which every operation of the API has something to do, and one success of each.

use base::{Actor, Language, Role};
use conversations::commands::{self, ForReceipt, Inbound, InboundFile, Placed};
use conversations::{Mailbox, settings};
use people::staff::{self, NewStaff, Staff};
use people::tokens::{self, Ends, NewToken};
use platform::api::Level;
use platform::api::document::Operation;
use platform::i18n::I18n;
use platform::testing::TestPlatform;
use platform::throttle::Proxies;
use platform::web::errors::Pages;
use serde_json::{Value, json};

use super::*;

/// Bytes of a body that are taken here.
pub(super) const BODY_MAX: usize = 64 * 1024;

pub(super) struct House {
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
            role: Role::Admin,
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
    Guard { site: p.site.clone(), proxies: Arc::new(Proxies::default()), pages }
}

/// A body that the document gives as an example.
pub(super) fn example(document: &Document, operation: &Operation) -> String {
    let name = operation.takes.clone().unwrap_or_default();
    document.json()["components"]["schemas"][name]["example"].to_string()
}

type Told = Vec<(&'static str, Answer)>;

/// One success of each operation, by its name.
pub(super) async fn tell(house: &House) -> Told {
    let mut told = Vec::new();
    let first = house.mail("kari@post.example", "The pump", vec![], "1@post.example").await;
    let other = house.mail("kari@post.example", "The hose", vec![], "2@post.example").await;
    let stranger =
        house.mail("ola@post.example", "Re: The pump", vec!["1@post.example".into()], "3@post.example").await;
    assert_eq!(stranger.conversation, first.conversation, "a stranger writes into it");
    let null = Value::Null;
    for (id, path) in [
        ("me", "/me"),
        ("list_colleagues", "/colleagues"),
        ("list_mailboxes", "/mailboxes"),
        ("list_conversations", "/conversations?state=new&assignee=nobody&limit=1"),
        ("list_customers", "/customers?search=kari"),
        ("get_settings", "/settings"),
        ("list_events", "/events?limit=5"),
    ] {
        told.push((id, house.ask("GET", path, &null).await));
    }
    told.push(("set_receipts", house.ask("PUT", "/settings/receipts", &json!({ "on": false })).await));
    let shown = house.ask("GET", &format!("/conversations/{}", first.conversation), &null).await;
    customers(house, &text(&shown.body["customer"]["id"]), &mut told).await;
    told.push(("get_conversation", shown));
    messages(house, &first, &stranger, &mut told).await;
    macros(house, &first, &mut told).await;
    work(house, &first, &other, &mut told).await;
    told
}

async fn customers(house: &House, id: &str, told: &mut Told) {
    let path = format!("/customers/{id}");
    let new = json!({ "name": "Nina", "address": "nina@post.example" });
    told.push(("create_customer", house.ask("POST", "/customers", &new).await));
    told.push(("get_customer", house.ask("GET", &path, &Value::Null).await));
    told.push(("update_customer", house.ask("PATCH", &path, &json!({ "name": "Kari S." })).await));
    let address = json!({ "address": "kari@work.example" });
    told.push(("add_customer_address", house.ask("POST", &format!("{path}/addresses"), &address).await));
    let twin = json!({ "name": "Kari", "address": "k.ari+2@post.example" });
    let twin = text(&house.ask("POST", "/customers", &twin).await.body["id"]);
    told.push(("list_doubles", house.ask("GET", &format!("{path}/doubles"), &Value::Null).await));
    let other = json!({ "other": twin });
    told.push(("leave_customers_apart", house.ask("POST", &format!("{path}/apart"), &other).await));
    let merge = format!("/customers/{twin}/merge");
    told.push(("merge_customer", house.ask("POST", &merge, &json!({ "into": id })).await));
    let ola = json!({ "name": "Ola", "address": "ola@erased.example" });
    let ola = text(&house.ask("POST", "/customers", &ola).await.body["id"]);
    told.push(("get_held", house.ask("GET", &format!("/customers/{ola}/held"), &Value::Null).await));
    let erase = house.ask("POST", &format!("/customers/{ola}/erase"), &json!({ "name": "ola" })).await;
    told.push(("erase_customer", erase));
    told.push(("undo_merge_customer", house.ask("POST", &format!("{merge}/undo"), &Value::Null).await));
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
        "acts": [{ "kind": "tag", "value": "delivery" }], "files": [{ "name": "a.txt", "content": "aGVp" }] });
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

async fn work(house: &House, first: &Placed, other: &Placed, told: &mut Told) {
    let merge = format!("/conversations/{}/merge", other.conversation);
    told.push(("merge", house.ask("POST", &merge, &json!({ "into": first.number })).await));
    told.push(("undo_merge", house.ask("POST", &format!("{merge}/undo"), &Value::Null).await));
    let path = |verb: &str| format!("/conversations/{}/{verb}", first.conversation);
    let me = json!({ "assignee": house.staff.id.as_str() });
    told.push(("assign", house.ask("POST", &path("assign"), &me).await));
    told.push(("set_state", house.ask("POST", &path("state"), &json!({ "state": "waiting_others" })).await));
    told.push(("note", house.ask("POST", &path("notes"), &json!({ "text": "Called the workshop." })).await));
    told.push(("reply", house.ask("POST", &path("replies"), &json!({ "text": "It is on its way." })).await));
    told.push(("close", house.ask("POST", &path("close"), &json!({ "reason": "By phone." })).await));
    told.push(("reopen", house.ask("POST", &path("reopen"), &json!({})).await));
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Ids of all kinds that are there.
pub(super) async fn ids(house: &House) -> Vec<String> {
    let mut ids = vec![house.staff.id.to_string()];
    for path in ["/conversations", "/customers", "/macros"] {
        let page = house.ask("GET", path, &Value::Null).await;
        ids.extend(page.body["data"].as_array().into_iter().flatten().map(|one| text(&one["id"])));
    }
    let of_messages: Vec<String> = ids.iter().filter(|id| id.starts_with("cnv_")).cloned().collect();
    for id in of_messages {
        let page = house.ask("GET", &format!("/conversations/{id}/messages"), &Value::Null).await;
        ids.extend(page.body["data"].as_array().into_iter().flatten().map(|one| text(&one["id"])));
    }
    ids
}
