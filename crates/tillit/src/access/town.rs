//! A business with one of everything that an address can name, and somebody of every kind who asks for it.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use base::{Actor, Language, Role, Scope};
use channels::journal::{self, Arrival, Journal, Source};
use channels::mailboxes::{self, Secrets, Start};
use conversations::commands::{self, NewReply};
use conversations::{ConversationId, DraftText, Mailbox, ProblemText, Recipients, queries};
use people::person;
use people::staff::{self, NewStaff, Staff};
use people::tokens::{self, Ends, NewToken};
use platform::api::Level;
use platform::jobs::NewJob;
use platform::metrics::Metrics;
use platform::testing::TestPlatform;
use platform::{Platform, sessions, vals};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::table::Asker;
use crate::api::tests::story::House;
use crate::api::tests::{Asked, JSON, ask};
use crate::config::{Config, Options};
use crate::serve::workers;

/// Stands in the conversation that lies in another department, everywhere in it; nowhere else.
pub(super) const FAR: &str = "zqxfar";
/// Stands in what colleagues wrote to each other.
pub(super) const AMONG_US: &str = "zqxamongus";
/// What one finds the far conversation by, if one may.
pub(super) const WORD: &str = "trombone";
const KARI: &str = "kari@post.example";

pub(super) struct Town {
    pub house: House,
    pub desk: axum::Router,
    pub far: ConversationId,
    pub near: ConversationId,
    /// What fills the gap that an address ends with.
    gaps: Vec<(&'static str, String)>,
    /// What fills the only gap of one address.
    alone: Vec<(&'static str, String)>,
    cookies: Vec<String>,
    tokens: Vec<Option<String>>,
    staff: Vec<Staff>,
}

/// What came back.
pub(super) struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Got {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Town {
    pub async fn build(test: TestPlatform) -> Self {
        let folder = test.folder.clone();
        let house = House::build(test).await;
        let p = house.p.clone();
        let journal = Journal::start(p.clone());
        let config = Config::decide(Options { data: Some(folder), ..Options::default() }).expect("decides");
        let desk = crate::routes::guarded(&p, &config, crate::routes::all(), None, &journal, &Metrics::default());
        let mut town = Self {
            desk: desk.expect("routes"),
            far: mail(&p, &journal, KARI, &format!("{FAR} {WORD}")).await,
            near: mail(&p, &journal, "ola@verksted.example", "Nearby").await,
            house,
            gaps: Vec::new(),
            alone: Vec::new(),
            cookies: Vec::new(),
            tokens: Vec::new(),
            staff: Vec::new(),
        };
        town.people().await;
        town.work().await;
        town.settings().await;
        while reactions::reports::reading::read_some(&p).await.expect("read") {}
        town
    }

    fn p(&self) -> &Platform {
        &self.house.p
    }

    fn ingrid(&self) -> Actor {
        self.house.staff.actor()
    }

    fn fill(&mut self, before: &'static str, with: impl ToString) {
        self.gaps.push((before, with.to_string()));
    }

    /// An address with something real in each gap: what is known of this address alone, else of all that begin so.
    pub fn filled(&self, path: &str) -> String {
        let (mut filled, mut pattern) = (String::new(), String::new());
        for part in path.split('/').skip(1) {
            pattern = format!("{pattern}/{part}");
            let alone = self.alone.iter().find(|(whole, _)| *whole == path && pattern.matches('{').count() == 1);
            let gap = || alone.or_else(|| self.gaps.iter().find(|(before, _)| *before == pattern));
            let with = if part.contains('{') { gap().map_or("x", |(_, with)| with) } else { part };
            filled = format!("{filled}/{with}");
        }
        if filled.is_empty() { "/".to_owned() } else { filled }
    }

    /// The far conversation's place taken by the near one.
    pub fn nearby(&self, path: &str) -> String {
        self.filled(path).replace(self.far.as_str(), self.near.as_str())
    }

    /// Everybody who asks, each with a session and a token.
    async fn people(&mut self) {
        let p = self.p().clone();
        let mut tx = p.begin().await.expect("begin");
        let own = people::department::make(&mut tx, &Actor::System, "Workshop").await.expect("made").id;
        let other = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        for asker in Asker::ALL {
            let (role, limited) = match asker {
                Asker::Staff(role) => (role, false),
                Asker::Limited => (Role::Agent, true),
                Asker::Customer | Asker::Nobody => continue,
            };
            let (email, zone) = (format!("{}-{limited}@brekkesund.example", role.code()), "Europe/Oslo".to_owned());
            let new = NewStaff { name: "Jonas".into(), email, role: Role::Owner, language: Language::En, zone };
            let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
            let new = NewToken { name: "all".into(), level: Level::Admin, ends: Ends::Never };
            let secret = tokens::make(&mut tx, &p, &staff.actor(), new).await.expect("made").1;
            let now = vals![role.code(), limited, staff.id.as_str()];
            tx.run("UPDATE staff SET role = $1, limited = $2 WHERE id = $3", now).await.expect("changed");
            let session = sessions::start(&mut tx, &*p.random, staff.id.as_str(), "192.0.2.1", "Firefox").await;
            self.cookies.push(format!("tillit={}", session.expect("started")));
            self.tokens.push(Some(secret));
            self.staff.push(staff);
        }
        let limited = self.staff[Asker::Limited.column()].id.clone();
        people::department::set(&mut tx, &Actor::System, &own, "Workshop", &[limited]).await.expect("set");
        let kari = person::by_address(&mut tx, &Scope::All, KARI).await.expect("read").expect("is there").id;
        let session = sessions::start(&mut tx, &*p.random, kari.as_str(), "192.0.2.1", "").await.expect("started");
        self.cookies.extend([format!("tillit-my={session}"), String::new()]);
        self.tokens.extend([None, None]);
        let spare = NewStaff {
            name: "Spare".into(),
            email: "spare@brekkesund.example".into(),
            role: Role::Agent,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let spare = staff::add(&mut tx, &Actor::System, spare).await.expect("added").id;
        let note = people::file::add_note(&mut tx, &self.ingrid(), &kari, AMONG_US, false).await.expect("noted");
        tx.commit().await.expect("commit");
        commands::hand_to(&p, &self.ingrid(), &self.near, Some(&own)).await.expect("handed");
        commands::hand_to(&p, &self.ingrid(), &self.far, Some(&other)).await.expect("handed");
        self.fill("/settings/colleagues/{id}", &spare);
        self.fill("/promises/by/{id}", &spare);
        self.fill("/colleagues/{id}", &spare);
        self.fill("/settings/departments/{id}", &other);
        self.fill("/departments/{id}", &other);
        self.fill("/customers/{id}", &kari);
        self.fill(NOTE, note);
    }

    /// The far conversation with everything that can hang on one.
    async fn work(&mut self) {
        let (p, ingrid, far) = (self.p().clone(), self.ingrid(), self.far.clone());
        let note = commands::note(&p, &ingrid, &far, &format!("{FAR} {AMONG_US}")).await.expect("noted");
        let said = NewReply { body: format!("{FAR} answer"), ..NewReply::default() };
        let reply = commands::reply(&p, &ingrid, &far, said).await.expect("replied");
        commands::tag(&p, &ingrid, &far, &["brass".to_owned()]).await.expect("tagged");
        commands::add_items(&p, &ingrid, &far, &format!("{FAR} item")).await.expect("added");
        let new = commands::NewPromise { words: format!("{FAR} promise"), ..Default::default() };
        let promise = commands::make_promise(&p, &ingrid, &far, new).await.expect("promised");
        self.fill("/promises/{id}", promise);
        let new = commands::NewNeed { words: format!("{FAR} need"), topic: "bags".into(), ..Default::default() };
        let need = commands::note_need(&p, &ingrid, &far, &new).await.expect("noted");
        self.fill("/needs/{id}", need);
        let department = queries::find(&mut p.db.read().await.expect("read"), &Scope::All, &far).await.expect("read");
        let department = department.and_then(|it| it.department);
        let of = ProblemText { title: format!("{FAR} cause"), department, ..ProblemText::default() };
        let problem = commands::make_problem_of(&p, &ingrid, &far, of).await.expect("made");
        self.fill("/problems/{id}", problem);
        let parts = Mailbox { name: "Parts".into(), address: "parts@workshop.example".into() };
        let recipients = Some(Recipients { to: vec![parts], ..Recipients::default() });
        let aside = commands::SideMessage { recipients, body: format!("{FAR} part"), ..Default::default() };
        let (side, _) = commands::begin_side(&p, &ingrid, &far, "Parts", aside).await.expect("begun");
        self.fill("/sides/{id}", side);
        let words = DraftText { body: format!("{FAR} draft"), ..DraftText::default() };
        let draft = commands::share_draft(&p, &ingrid, &far, &words, None).await.expect("shared");
        self.fill("/drafts/{id}", draft);
        let mut conn = p.db.read().await.expect("read");
        let row = conn.one("SELECT id FROM message WHERE conversation = $1 AND kind = 'inbound'", vals![far.as_str()]);
        let inbound = row.await.expect("read").expect("a message").text("id").expect("text");
        let row = conn.one("SELECT id FROM attachment WHERE message = $1", vals![inbound.as_str()]);
        let file = row.await.expect("read").expect("a file").text("id").expect("text");
        let tag = conn.one("SELECT id FROM tag", vec![]).await.expect("read").expect("a tag").text("id").expect("text");
        let seen = queries::find(&mut conn, &Scope::All, &far).await.expect("read").expect("is there");
        let link = queries::request_link(&p, &mut conn, &seen).await.expect("a link");
        drop(conn);
        self.fill("/conversations/{id}", &far);
        self.fill("/inbox/peek/{id}", &far);
        self.fill("/c/{number}", seen.number);
        self.fill("/messages/{id}", &inbound);
        for (path, message) in NOTES.map(|path| (path, &note)).into_iter().chain(REPLIES.map(|path| (path, &reply))) {
            self.alone.push((path, message.to_string()));
        }
        self.fill("/attachments/{id}", &file);
        self.fill("/settings/tags/{id}", &tag);
        self.fill("/tags/{id}", tag);
        self.fill("/r/{token}", link.rsplit('/').next().unwrap_or_default());
        self.fill(FILE_OF_REQUEST, file);
    }

    async fn settings(&mut self) {
        let p = self.p().clone();
        let made = async |path: &str, new: Value| {
            let (method, token) = ("POST", Some(self.house.admin.as_str()));
            let asked = Asked { method, path, token, kind: JSON, body: new.to_string(), key: None };
            let made = ask(&self.house.routes, asked).await.body;
            let name = made["id"].as_str().or(made["slug"].as_str());
            name.unwrap_or_else(|| panic!("{path}: {made}")).to_owned()
        };
        let with_file = json!({ "name": "Underway", "texts": { "en": "Sent." }, "files": [{ "name": "a.txt", "content": "aGVp" }] });
        let one_macro = made("/macros", with_file).await;
        let view = made("/views", json!({ "name": "New ones", "when": { "all": [] } })).await;
        let field = made("/fields", json!({ "about": "person", "name": "Order", "kind": "number" })).await;
        let organisation = made("/organisations", json!({ "name": "Pumps" })).await;
        let skill = made("/skills", json!({ "name": "Brass" })).await;
        let form = made("/contact-forms", json!({ "names": { "en": "Returns" }, "open": true })).await;
        let mut tx = p.begin().await.expect("begin");
        let settings = mailboxes::Settings { address: "salg@brekkesund.example".into(), ..Default::default() };
        let mailbox = mailboxes::insert(&p, &mut tx, &self.ingrid(), settings, &Secrets::default(), Start::Now).await;
        let new = NewToken { name: "one".into(), level: Level::Read, ends: Ends::Never };
        let token = tokens::make(&mut tx, &p, &self.ingrid(), new).await.expect("made").0.id;
        tx.enqueue(NewJob::new("mail", "nothing").payload("{}")).await.expect("kept");
        tx.run("UPDATE job SET status = 3 WHERE kind = 'nothing'", vec![]).await.expect("given up");
        let row = |row: Option<platform::Row>| row.expect("a row").text("id").expect("text");
        let job = row(tx.one("SELECT id FROM job WHERE kind = 'nothing'", vec![]).await.expect("read"));
        let file = row(tx.one("SELECT id FROM macro_file", vec![]).await.expect("read"));
        tx.commit().await.expect("commit");
        let wanted =
            reactions::webhooks::Wanted { url: "http://127.0.0.1:9/".into(), kinds: vec!["conversation.*".into()] };
        let mailbox = mailbox.expect("connected").id.to_string();
        let webhook = reactions::webhooks::add(&p, &self.ingrid(), wanted).await.expect("added").0.id;
        let delivery = reactions::webhooks::test(&p, &self.ingrid(), &webhook).await.expect("left");
        let does = conversations::RuleAct::from_code("tag:motor").into_iter().collect();
        let spec = reactions::automation::Spec { name: "Motors".into(), acts: does, ..Default::default() };
        let new = reactions::automation::NewRule { spec, enabled: true };
        let rule = reactions::automation::make(&p, &self.ingrid(), new).await.expect("made");
        for (before, with) in [
            ("/help/{lang}", "en".to_owned()),
            ("/settings/macros/{id}", one_macro.clone()),
            ("/conversations/{id}/macros/{macro}", one_macro.clone()),
            ("/conversations/new/macros/{macro}", one_macro.clone()),
            ("/macros/{id}", one_macro),
            ("/settings/macros/files/{id}", file),
            ("/settings/views/{id}", view.clone()),
            ("/views/{id}", view),
            ("/settings/fields/{id}", field.clone()),
            ("/fields/{id}", field),
            ("/organisations/{id}", organisation),
            ("/settings/skills/{id}", skill.clone()),
            ("/skills/{id}", skill),
            ("/settings/forms/{slug}", form.clone()),
            ("/contact/{slug}", form.clone()),
            ("/contact-forms/{slug}", form),
            ("/settings/mail/{id}", mailbox.clone()),
            ("/mailboxes/{id}", mailbox),
            ("/settings/mail/{id}/oauth/{provider}", "google".to_owned()),
            ("/conversations/{id}/drafts/{kind}", "reply".to_owned()),
            ("/settings/api/{id}", token.to_string()),
            ("/settings/operations/jobs/{id}", job),
            ("/settings/webhooks/{id}", webhook.to_string()),
            ("/webhooks/{id}", webhook.to_string()),
            ("/settings/webhooks/deliveries/{id}", delivery.to_string()),
            ("/webhook-deliveries/{id}", delivery.to_string()),
            ("/settings/rules/{id}", rule.to_string()),
            ("/settings/rules/{id}/versions/{version}", "1".to_owned()),
            ("/automation/rules/{id}", rule.to_string()),
        ] {
            self.gaps.push((before, with));
        }
    }

    /// One request at the desk.
    pub async fn asks(&self, asker: Asker, method: &str, path: &str, form: &str) -> Got {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::COOKIE, &self.cookies[asker.column()]);
        let request = request.header("sec-fetch-site", "same-origin");
        // Forms that may carry files are sent in parts.
        let (kind, body) = match form.strip_prefix("parts:") {
            Some(fields) => ("multipart/form-data; boundary=cut", parts(fields)),
            None => ("application/x-www-form-urlencoded", form.to_owned()),
        };
        self.send(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("a request")).await
    }

    /// One request of a program; of somebody without a token, with the cookie that they have.
    pub async fn calls(&self, asker: Asker, token: Option<&str>, method: &str, path: &str, body: &str) -> Got {
        let request = Request::builder().method(method).uri(format!("{}{path}", platform::api::BASE));
        let request = match token.or(self.tokens[asker.column()].as_deref()) {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request.header(header::COOKIE, &self.cookies[asker.column()]),
        };
        let request = request.header(header::CONTENT_TYPE, JSON).body(Body::from(body.to_owned()));
        self.send(request.expect("a request")).await
    }

    async fn send(&self, request: Request<Body>) -> Got {
        let told = format!("{} {}", request.method(), request.uri());
        let answer = self.desk.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        assert!(parts.status.as_u16() < 500, "{told}: {}", parts.status);
        let streams = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        // The live stream never ends; its head is what counts.
        let bytes = if streams { Vec::new() } else { to_bytes(body, 1 << 24).await.expect("a body").to_vec() };
        Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// A token of somebody who may do everything, at this level.
    pub async fn token_of(&self, level: Level) -> String {
        let p = self.p();
        let mut tx = p.begin().await.expect("begin");
        let new = NewToken { name: level.code().into(), level, ends: Ends::Never };
        let owner = &self.staff[0];
        let secret = tokens::make(&mut tx, p, &owner.actor(), new).await.expect("made").1;
        tx.commit().await.expect("commit");
        secret
    }

    /// Everything that lies in the tables.
    pub async fn everything(&self) -> std::collections::BTreeMap<String, String> {
        platform::backup::digest(&mut self.p().db.read().await.expect("read")).await.expect("a digest")
    }
}

fn parts(fields: &str) -> String {
    let part =
        |(name, value): (_, _)| format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let all: String = url::form_urlencoded::parse(fields.as_bytes()).map(part).collect();
    format!("{all}--cut--\r\n")
}

const NOTE: &str = "/customers/{id}/notes/{note}";
const FILE_OF_REQUEST: &str = "/r/{token}/files/{id}";
const NOTES: [&str; 2] = ["/messages/{id}/note", "/messages/{id}/redact"];
const REPLIES: [&str; 6] = [
    "/messages/{id}/undo",
    "/messages/{id}/retry",
    "/messages/{id}/why",
    "/messages/{id}/send",
    "/messages/{id}/cancel",
    "/messages/{id}/edit",
];

/// A mail with a file comes in; what it began.
async fn mail(p: &Platform, journal: &Journal, from: &str, subject: &str) -> ConversationId {
    let arrival = Arrival {
        source: Source::Lmtp,
        envelope_from: from.into(),
        envelope_to: vec!["hei@brekkesund.example".into()],
        peer: String::new(),
        mailbox: None,
    };
    let word = subject.split(' ').next().unwrap_or_default();
    let mail = format!(
        "From: Somebody <{from}>\r\nTo: hei@brekkesund.example\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\n{word} text, {subject}\r\n\
         --cut\r\nContent-Type: text/plain; name={word}.txt\r\nContent-Disposition: attachment; filename={word}.txt\r\n\r\n\
         {word} file\r\n--cut--\r\n"
    );
    journal.accept(mail.into_bytes(), arrival).await.expect("kept");
    workers().run_due(p, journal::LANE).await.expect("understood");
    let mut conn = p.db.read().await.expect("read");
    let row = conn.one("SELECT id FROM conversation ORDER BY number DESC LIMIT 1", vec![]).await.expect("read");
    row.expect("a conversation").id("id").expect("an id")
}
