//! The customer's pages behind real routes, on both engines: a business, a colleague, a customer and her request.

mod access;
mod contact;
mod logo;
mod my;
mod opinions;
mod pages;

use std::ops::Range;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language, Role, Scope};
use conversations::commands::{self, ForReceipt, Inbound, InboundFile, NewReply, Placed};
use conversations::http::files::{Mails, RawMails};
use conversations::http::sidebar::ConversationsSidebar;
use conversations::{Conversation, ConversationId, Mailbox, Proof, Verdict, queries, settings};
use jiff::SignedDuration;
use people::staff::{self, NewStaff, Staff};
use platform::i18n::I18n;
use platform::testing::{TestPlatform, on_both_engines};
use platform::throttle::Throttle;
use platform::web::desk::{Desk, Later};
use platform::web::errors::{Pages, pages};
use platform::{Platform, sessions};
use tower::ServiceExt;

use super::{Door, answer, contact as forms_of, data, forms, my as mine, request, settings as page_of_settings};
use crate::{Answer, Enquiry, Intake};

/// A word that no customer may ever see (T32).
const CANARY: &str = "kanarifugl";

/// The house, its doors, and the page that Kari's link leads to.
struct House {
    test: TestPlatform,
    routes: Router,
    ingrid: Staff,
    kari: Placed,
    /// Where Kari's link leads.
    path: String,
}

/// What came back.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    fn to(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("")
    }
}

/// A channel that understands at once.
struct AtOnce(Platform);

impl AtOnce {
    async fn keep(&self, answer: Answer) -> platform::Result<Option<ConversationId>> {
        let mut tx = self.0.begin().await?;
        let domain = "post.example".to_owned();
        let inbound = Inbound {
            channel: "request",
            subject: answer.subject,
            text: answer.text,
            reply_tags: vec![answer.reply_tag],
            proof: Some(Proof { verdict: Verdict::Proved, by: "link".into(), domain }),
            files: answer.files.into_iter().map(|file| part(&file.name)).collect(),
            ..letter(&self.0, &answer.from.address, "")
        };
        let placed = commands::receive(&self.0, &mut tx, inbound).await?;
        tx.commit().await?;
        Ok(Some(placed.conversation))
    }
}

impl AtOnce {
    async fn enquiry(&self, enquiry: Enquiry) -> platform::Result<Option<ConversationId>> {
        let (verdict, by) = if enquiry.proved { (Verdict::Proved, "link") } else { (Verdict::Unproved, "form") };
        let mut tx = self.0.begin().await?;
        let inbound = Inbound {
            channel: "form",
            mail_id: Some(format!("{}-{}", enquiry.once, enquiry.from.address)),
            department: enquiry.department,
            subject: enquiry.subject,
            text: enquiry.text,
            proof: Some(Proof { verdict, by: by.into(), domain: "post.example".into() }),
            files: enquiry.files.into_iter().map(|file| part(&file.name)).collect(),
            from: enquiry.from.clone(),
            ..letter(&self.0, &enquiry.from.address, "")
        };
        let placed = commands::receive(&self.0, &mut tx, inbound).await?;
        tx.commit().await?;
        Ok(Some(placed.conversation))
    }
}

impl Intake for AtOnce {
    fn ask(&self, enquiry: Enquiry) -> Later<'_, Option<ConversationId>> {
        Box::pin(self.enquiry(enquiry))
    }

    fn take(&self, answer: Answer) -> Later<'_, Option<ConversationId>> {
        Box::pin(self.keep(answer))
    }
}

/// Every part of every mail holds the same.
struct OnePart;

impl RawMails for OnePart {
    fn range(&self, _: &str) -> Option<Range<usize>> {
        None
    }

    fn part(&self, _: &[u8], _: &str) -> Option<Vec<u8>> {
        Some(b"what the file holds".to_vec())
    }

    fn html_range(&self, _: &str) -> Option<Range<usize>> {
        None
    }

    fn original(
        &self,
        _: &[u8],
        _: &str,
        _: &dyn Fn(&conversations::document::Source) -> Option<String>,
    ) -> Option<String> {
        None
    }
}

fn part(name: &str) -> InboundFile {
    InboundFile {
        name: name.into(),
        content_type: "text/html".into(),
        size: 19,
        inline: false,
        content_id: None,
        part: "1".into(),
    }
}

/// A mail, as the channel hands it in.
fn letter(p: &Platform, from: &str, text: &str) -> Inbound {
    Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Kari Solheim".into(), address: from.into() },
        to: vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }],
        cc: vec![],
        subject: "Kjelen \"><img src=x>".into(),
        text: text.into(),
        document: None,
        invite: None,
        language: Some(Language::Nb),
        mail_id: Some(format!("{}-{from}", text.len())),
        references: vec![],
        reply_tags: vec![],
        automatic: None,
        bounce: None,
        warnings: vec![],
        proof: None,
        unreadable: None,
        raw: platform::blobs::digest(b"raw"),
        files: vec![],
        receipt: ForReceipt::default(),
    }
}

/// Runs `body` in a house of its own on every engine.
fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    let migrations =
        [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::entry::MIGRATIONS]
            .concat();
    on_both_engines(&migrations, |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let texts = [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&texts).expect("texts");
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Ingrid Moen".into(),
            email: "ingrid@brekkesund.example".into(),
            role: Role::Admin,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let ingrid = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let business = settings::Business {
            name: "Brekkesund".into(),
            address: "hei@brekkesund.example".into(),
            ..settings::Business::default()
        };
        settings::set_business(&mut tx, &business).await.expect("business");
        let raw = p.blobs.prepare(b"raw".to_vec()).await.expect("prepared");
        p.blobs.keep(&mut tx, &raw).await.expect("kept");
        tx.commit().await.expect("commit");
        let kari = Inbound { files: vec![part("lokk.html")], ..letter(&p, "kari@post.example", "Kjelen piper.") };
        let kari = take_in(&p, kari).await;
        let routes = routes(&p);
        let house = Self { test, routes, ingrid, kari, path: String::new() };
        let path = house.link().await;
        Self { path, ..house }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }

    fn actor(&self) -> Actor {
        self.ingrid.actor()
    }

    async fn find(&self) -> Conversation {
        let mut conn = self.p().db.read().await.expect("read");
        let found = queries::find(&mut conn, &Scope::All, &self.kari.conversation).await;
        found.expect("find").expect("is there")
    }

    /// Where Kari's link leads now.
    async fn link(&self) -> String {
        let it = self.find().await;
        let mut conn = self.p().db.read().await.expect("read");
        let link = queries::request_link(self.p(), &mut conn, &it).await.expect("a link");
        link.strip_prefix("http://desk.example").expect("ours").to_owned()
    }

    /// Ingrid answers, and nobody can take it back any more.
    async fn reply(&self, text: &str) {
        let new = NewReply { body: text.into(), ..NewReply::default() };
        commands::reply(self.p(), &self.actor(), &self.kari.conversation, new).await.expect("written");
        self.test.clock.advance(SignedDuration::from_mins(5));
    }

    async fn ask(&self, method: Method, path: &str, extra: &[(&str, &str)], body: impl Into<Body>) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let answer = self.routes.clone().oneshot(request.body(body.into()).expect("a request")).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, &[], String::new()).await
    }

    async fn post(&self, path: &str) -> Got {
        self.ask(Method::POST, path, &[], String::new()).await
    }

    /// The form of an answer, with a file if one is named.
    async fn answer(&self, path: &str, body: &str, file: &str) -> Got {
        let mut form = String::new();
        for (name, value) in [("body", body), ("once", "1795006080-00")] {
            form.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        form.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{file}\"\r\n\
             Content-Type: text/plain\r\n\r\n{file}\r\n--x--\r\n"
        ));
        self.ask(Method::POST, path, &[("content-type", "multipart/form-data; boundary=x")], form).await
    }

    /// A cookie that signs Ingrid in.
    async fn signed_in(&self) -> String {
        let mut tx = self.p().begin().await.expect("begin");
        let random = &*self.p().random;
        let session = sessions::start(&mut tx, random, self.ingrid.id.as_str(), "192.0.2.1", "Firefox").await;
        tx.commit().await.expect("commit");
        format!("tillit={}", session.expect("started"))
    }
}

async fn take_in(p: &Platform, inbound: Inbound) -> Placed {
    let mut tx = p.begin().await.expect("begin");
    let placed = commands::receive(p, &mut tx, inbound).await.expect("received");
    tx.commit().await.expect("commit");
    placed
}

/// The routes as the wiring has them.
fn routes(p: &Platform) -> Router {
    let desk = Desk { sidebar: Arc::new(ConversationsSidebar), demo: None, notices: Vec::new() };
    Router::new()
        .route("/r/{token}", get(request::show).post(answer::create).layer(DefaultBodyLimit::max(answer::BODY_MAX)))
        .route("/r/{token}/solved", post(request::settle))
        .route("/r/{token}/reopen", post(request::take_up))
        .route("/r/{token}/opinion", post(request::opinion))
        .route("/r/{token}/files/{id}", get(request::file))
        .route("/my", get(mine::show).post(mine::create))
        .route("/my/in/{secret}", get(mine::by_link).post(mine::enter))
        .route("/my/out", post(mine::leave))
        .route("/my/data", get(data::show))
        .route("/contact", get(forms_of::index))
        .route("/contact/{slug}", get(forms_of::show).post(forms_of::create))
        .route("/settings/forms", get(forms::index).post(forms::create))
        .route("/settings/forms/new", get(forms::new))
        .route("/settings/forms/{slug}", get(forms::show).post(forms::update))
        .route("/settings/forms/{slug}/remove", post(forms::remove))
        .route("/settings/requests", get(page_of_settings::show).post(page_of_settings::update))
        .route("/settings/requests/logo", post(page_of_settings::logo::update))
        .route("/settings/requests/logo/remove", post(page_of_settings::logo::remove))
        .route("/logo/{name}", get(page_of_settings::logo::show))
        .layer(from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(desk))
        .layer(Extension(Door(Arc::new(AtOnce(p.clone())))))
        .layer(Extension(Throttle::new(p.clock.clone())))
        .layer(Extension(crate::offers::Offers(Arc::new(contact::Leaky))))
        .layer(Extension(Mails(Arc::new(OnePart))))
        .with_state(p.clone())
}
