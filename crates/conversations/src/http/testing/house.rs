//! A small business behind real routes: two colleagues, one customer, and mails that come in.

use std::ops::Range;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language, Role, Scope};
use people::staff::{self, NewStaff, Staff};
use platform::i18n::I18n;
use platform::outbound::{Gate, Outbound};
use platform::testing::{TestPlatform, on_both_engines};
use platform::web::desk::Desk;
use platform::web::errors::{Pages, pages};
use platform::{Platform, sessions};
use tower::ServiceExt;

use crate::commands::{self, Inbound, InboundFile, Placed};
use crate::document::Source;
use crate::http::files::{Mails, RawMails};
use crate::http::{
    conversation, customers, deleted, feed, files, inbox, needs, originals, pictures, promises, search,
    settings as pages_of_settings, shares, sidebar, timeline, undoing,
};
use crate::{Conversation, Document, Mailbox, queries, settings};

/// The business.
pub(crate) struct House {
    pub test: TestPlatform,
    pub routes: Router,
    pub jonas: Staff,
    /// A light agent.
    pub petra: Staff,
    pub cookie: String,
}

/// What came back.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Where it leads, without what can be taken back there.
    pub fn place(&self) -> &str {
        let to = self.header("location");
        to.find("step=").map_or(to, |at| &to[..at - 1])
    }
}

/// Where a picture of [`OnePart`] lies on another computer.
pub(crate) const REMOTE_PICTURE: &str = "https://pictures.example/a.png";

/// The beginning of a picture.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest";

/// A mail with a text `1` and a picture `pic`.
struct OnePart;

impl RawMails for OnePart {
    fn html_range(&self, _: &str) -> Option<Range<usize>> {
        None
    }

    fn original(&self, raw: &[u8], _: &str, pictures: &dyn Fn(&Source) -> Option<String>) -> Option<String> {
        let known = [Source::Part("pic".into()), Source::Remote(REMOTE_PICTURE.into())];
        let shown: String = known.iter().filter_map(pictures).map(|to| format!("<img src=\"{to}\">")).collect();
        Some(format!("{}{shown}", String::from_utf8_lossy(raw)))
    }

    fn range(&self, _: &str) -> Option<Range<usize>> {
        None
    }

    fn part(&self, raw: &[u8], path: &str) -> Option<Vec<u8>> {
        match path {
            "1" => Some(raw.to_ascii_uppercase()),
            "pic" => Some(PNG.to_vec()),
            _ => None,
        }
    }
}

/// Nothing is known of how anything came.
struct NoJournal;

impl conversation::ArrivalSource for NoJournal {
    fn arrival<'a>(
        &'a self,
        _: &'a mut platform::Conn,
        _: &'a crate::MessageId,
    ) -> platform::web::desk::Later<'a, Option<conversation::Arrival>> {
        Box::pin(async { Ok(None) })
    }
}

/// Runs `body` in a business of its own on every engine.
pub(crate) fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    let migrations = [platform::schema::MIGRATIONS, people::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        test.platform.i18n =
            I18n::new(&[platform::i18n::LOCALES, people::LOCALES, crate::http::LOCALES]).expect("texts");
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let add = |name: &str, email: &str, role| NewStaff {
            name: name.into(),
            email: email.into(),
            role,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let new = add("Ingrid Moen", "ingrid@brekkesund.example", Role::Admin);
        let ingrid = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let new = add("Jonas Åkerlind", "jonas@brekkesund.example", Role::Agent);
        let jonas = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let new = add("Petra Nylund", "petra@brekkesund.example", Role::Light);
        let petra = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let business = settings::Business { address: "hei@brekkesund.example".into(), ..settings::Business::default() };
        settings::set_business(&mut tx, &business).await.expect("business");
        let session = sessions::start(&mut tx, &*p.random, ingrid.id.as_str(), "192.0.2.1", "Firefox").await;
        tx.commit().await.expect("commit");
        let cookie = format!("tillit={}", session.expect("started"));
        let routes = routes(p, Gate::default());
        Self { test, routes, jonas, petra, cookie }
    }

    pub fn p(&self) -> &Platform {
        &self.test.platform
    }

    /// Lets pictures be fetched from this network, too.
    pub fn list(&mut self, network: &str) {
        self.routes = routes(self.p(), Gate::new(vec![network.parse().expect("a network")]));
    }

    /// Signs somebody else in.
    pub async fn become_staff(&mut self, staff: &Staff) {
        let mut tx = self.p().begin().await.expect("begin");
        let session = sessions::start(&mut tx, &*self.p().random, staff.id.as_str(), "192.0.2.1", "Firefox").await;
        tx.commit().await.expect("commit");
        self.cookie = format!("tillit={}", session.expect("started"));
    }

    /// A mail of Kari's comes in.
    pub async fn mail(&self, subject: &str, text: &str) -> Placed {
        self.letter(subject, text, None).await
    }

    /// The same as HTML, with a picture that the text calls `pic`.
    pub async fn letter(&self, subject: &str, text: &str, document: Option<Document>) -> Placed {
        let p = self.p();
        let raw = p.blobs.prepare(format!("raw {subject}").into_bytes()).await.expect("prepared");
        let file = InboundFile {
            name: "feilkode <E21>.svg".into(),
            content_type: "image/svg+xml".into(),
            size: 1_200_000,
            inline: false,
            content_id: None,
            part: "1".into(),
        };
        let picture = InboundFile {
            name: "display.png".into(),
            content_type: "image/png".into(),
            size: 12,
            inline: true,
            content_id: Some("pic".into()),
            part: "pic".into(),
        };
        let files = if document.is_some() { vec![file, picture] } else { vec![file] };
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &raw).await.expect("kept");
        let inbound = Inbound {
            channel: "email",
            mailbox: None,
            department: None,
            received_at: p.clock.business(),
            from: Mailbox { name: "Kari Solheim".into(), address: "kari@post.example".into() },
            to: vec![],
            cc: vec![],
            subject: subject.into(),
            text: text.into(),
            document,
            invite: None,
            language: Some(Language::Nb),
            mail_id: Some(format!("{}@post.example", subject.len() + text.len())),
            references: vec![],
            reply_tags: vec![],
            automatic: None,
            bounce: None,
            warnings: vec![],
            proof: None,
            unreadable: None,
            raw: raw.digest.clone(),
            files,
            receipt: commands::ForReceipt::default(),
        };
        let placed = commands::receive(p, &mut tx, inbound).await.expect("received");
        tx.commit().await.expect("commit");
        placed
    }

    pub async fn find(&self, placed: &Placed) -> Conversation {
        let mut conn = self.p().db.read().await.expect("read");
        queries::find(&mut conn, &Scope::All, &placed.conversation).await.expect("find").expect("is there")
    }

    /// Asks as a browser does; with `fragment` as a script does.
    pub async fn ask(&self, method: Method, path: &str, fragment: bool, kind: &str, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &self.cookie);
        if fragment {
            request = request.header("HX-Request", "true").header("HX-Request-Type", "partial");
        }
        let request = request.header(header::CONTENT_TYPE, kind).body(Body::from(body.to_owned())).expect("a request");
        let answer = self.routes.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, false, "text/plain", "").await
    }

    pub async fn part(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, true, "text/plain", "").await
    }

    pub async fn post(&self, path: &str, form: &str) -> Answer {
        self.ask(Method::POST, path, false, "application/x-www-form-urlencoded", form).await
    }

    /// A reply form with these fields and, if named, one file.
    pub async fn reply(
        &self,
        path: &str,
        fragment: bool,
        body: &str,
        then: &str,
        file: Option<(&str, &str)>,
    ) -> Answer {
        let mut form = String::new();
        for (name, value) in [("body", body), ("then", then)] {
            form.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        let (name, bytes) = file.unwrap_or_default();
        form.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: text/plain\r\n\r\n{bytes}\r\n--x--\r\n"
        ));
        self.ask(Method::POST, path, fragment, "multipart/form-data; boundary=x", &form).await
    }
}

/// The routes as the wiring has them.
fn routes(p: &Platform, gate: Gate) -> Router {
    let lately = queries::Lately::new(p.clock.clone(), &p.live);
    let sidebar = Arc::new(sidebar::LatelySidebar(lately.clone()));
    let desk = Desk { sidebar, demo: None, notices: Vec::new() };
    Router::new()
        .route("/inbox", get(inbox::inbox))
        .route("/inbox/list", get(inbox::list))
        .route("/inbox/peek/{id}", get(inbox::peek))
        .route("/inbox/bulk", post(inbox::bulk))
        .route("/inbox/several", get(inbox::several).post(inbox::do_with_several))
        .route("/undo", post(undoing::undo))
        .route("/deleted", get(deleted::show))
        .route("/deleted/keep", post(deleted::keep))
        .route("/deleted/{id}/restore", post(deleted::restore))
        .route("/deleted/{id}/erase", post(deleted::erase))
        .route("/conversations/{id}/delete", post(deleted::delete))
        .route("/conversations/new", get(conversation::new).post(conversation::create))
        .route("/conversations/{id}", get(conversation::show))
        .route("/c/{number}", get(conversation::by_number))
        .route("/customers/{id}/merge", get(customers::show).post(customers::merge))
        .route("/customers/{id}/merge/undo", post(customers::undo))
        .route("/customers/{id}/timeline", get(timeline::show))
        .route("/customers/{id}/conversations", get(conversation::of_person))
        .route("/conversations/{id}/reply", post(conversation::reply))
        .route("/conversations/{id}/forward", post(conversation::forward))
        .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX))
        .route("/conversations/{id}/draft", post(conversation::save))
        .route("/conversations/{id}/drafts/{kind}/discard", post(conversation::discard))
        .route("/conversations/{id}/drafts", get(conversation::shared_drafts).post(conversation::share_draft))
        .route("/drafts/{id}/open", post(conversation::open_draft))
        .route("/drafts/{id}/save", post(conversation::save_shared))
        .route("/drafts/{id}/release", post(conversation::release_draft))
        .route("/drafts/{id}/back", post(conversation::give_draft_back))
        .route("/drafts/{id}/take", post(conversation::take_draft))
        .route("/drafts/{id}/throw-away", post(conversation::throw_draft_away))
        .route("/drafts/{id}/bring-back", post(conversation::bring_draft_back))
        .route("/conversations/{id}/note", post(conversation::note))
        .route("/conversations/{id}/assign", post(conversation::assign))
        .route("/conversations/{id}/department", post(conversation::hand_to))
        .route("/conversations/{id}/close", post(conversation::close))
        .route("/conversations/{id}/reopen", post(conversation::reopen))
        .route("/conversations/{id}/outcome", post(conversation::outcome))
        .route("/conversations/{id}/complaint", post(conversation::complaint))
        .route("/settings/outcomes", get(pages_of_settings::outcomes::show).post(pages_of_settings::outcomes::update))
        .route("/conversations/{id}/subject", post(conversation::change_subject))
        .route("/conversations/{id}/state", post(conversation::state))
        .route("/conversations/{id}/read", post(conversation::read))
        .route("/conversations/{id}/snooze", post(conversation::snooze))
        .route("/conversations/{id}/wake", post(conversation::wake))
        .route("/conversations/{id}/follow", post(conversation::follow))
        .route("/conversations/{id}/presence", get(conversation::presence).post(conversation::beat))
        .route("/conversations/{id}/writing", get(conversation::writing))
        .route("/conversations/{id}/links", post(conversation::links))
        .route("/conversations/{id}/clocks", get(conversation::clocks))
        .route("/conversations/{id}/time", post(conversation::spend))
        .route("/conversations/{id}/checklist", post(conversation::checklist))
        .route("/conversations/{id}/look", post(conversation::look))
        .route("/conversations/{id}/known", get(conversation::known_lines))
        .route("/settings/needs", get(pages_of_settings::needs::show).post(pages_of_settings::needs::update))
        .route("/settings/tone", get(pages_of_settings::tone::show).post(pages_of_settings::tone::update))
        .route("/settings/service", get(pages_of_settings::service::show).post(pages_of_settings::service::create))
        .route("/settings/service/new", get(pages_of_settings::service::new))
        .route(
            "/settings/service/hours/{id}",
            get(pages_of_settings::service::hours::edit).post(pages_of_settings::service::hours::update),
        )
        .route("/settings/service/{id}", get(pages_of_settings::service::edit).post(pages_of_settings::service::update))
        .route("/settings/service/{id}/{act}", post(pages_of_settings::service::change))
        .route("/conversations/{id}/promises", post(conversation::make_promise))
        .route("/promises", get(promises::show))
        .route("/promises/calendar", post(feed::change))
        .route("/promises/{id}", post(conversation::change_promise))
        .route("/promises/by/{id}", get(promises::by_colleague))
        .route("/calendar/{token}", get(feed::show))
        .route("/customers/{id}/promises", get(promises::of_person))
        .route("/conversations/{id}/needs/new", get(conversation::new_need))
        .route("/conversations/{id}/needs", post(conversation::note_need))
        .route("/needs", get(needs::show))
        .route("/needs/export", get(needs::export))
        .route("/needs/tell", get(needs::telling).post(needs::tell))
        .route("/needs/{id}", post(conversation::change_need))
        .route("/customers/{id}/needs", get(needs::of_person))
        .route("/conversations/{id}/contact", get(conversation::contact_page).post(conversation::log_contact))
        .route(
            "/customers/{id}/contact",
            get(conversation::customers_contact_page).post(conversation::log_customers_contact),
        )
        .route(
            "/conversations/{id}/side",
            get(conversation::begin_side_page)
                .post(conversation::begin_side)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route(
            "/sides/{id}",
            get(conversation::side_page)
                .post(conversation::write_side)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/sides/{id}/draft", post(conversation::save_side_draft))
        .route("/sides/{id}/state", post(conversation::set_side))
        .route("/sides/{id}/subject", post(conversation::change_side_subject))
        .route("/messages/{id}/note", get(conversation::note_page).post(conversation::edit_note))
        .route("/messages/{id}/redact", get(conversation::redact_page).post(conversation::redact))
        .route("/conversations/{id}/cards", post(conversation::mask_cards))
        .route("/conversations/{id}/tags", post(conversation::tags))
        .route("/conversations/{id}/macros", post(conversation::macros::put))
        .route("/conversations/new/macros/{macro}", get(conversation::macros::show_first))
        .route("/conversations/{id}/macros/{macro}", get(conversation::macros::show))
        .route("/conversations/{id}/acts", post(conversation::macros::act))
        .route("/conversations/{id}/customer", post(conversation::customer))
        .route("/messages/{id}/undo", post(conversation::undo))
        .route("/messages/{id}/retry", post(conversation::retry))
        .route("/messages/{id}/why", get(conversation::why))
        .route("/messages/{id}/send", post(conversation::send))
        .route("/messages/{id}/cancel", post(conversation::cancel))
        .route("/messages/{id}/edit", post(conversation::edit))
        .route("/messages/{id}/raw.eml", get(files::raw))
        .route("/messages/{id}/pictures", post(pictures::show))
        .route("/originals/{token}", get(originals::show))
        .route("/pictures/{token}", get(pictures::picture))
        .route("/pictures/remote/{token}", get(pictures::remote))
        .route("/attachments/{id}", get(files::attachment))
        .route("/today", get(crate::http::today::show))
        .route("/search", get(search::show))
        .route("/palette", get(search::palette))
        .route("/sidebar", get(sidebar::sidebar))
        .route("/settings", get(pages_of_settings::index))
        .route("/settings/business", get(pages_of_settings::business::show).post(pages_of_settings::business::update))
        .route("/settings/hours", get(pages_of_settings::hours::show).post(pages_of_settings::hours::update))
        .route("/settings/times", get(pages_of_settings::times::show).post(pages_of_settings::times::update))
        .route("/settings/receipts", get(pages_of_settings::receipts::show).post(pages_of_settings::receipts::update))
        .route("/settings/states", get(pages_of_settings::states::show).post(pages_of_settings::states::update))
        .route("/settings/tags", get(pages_of_settings::tags::show))
        .route("/settings/tags/{id}", post(pages_of_settings::tags::update))
        .route("/settings/tags/{id}/merge", post(pages_of_settings::tags::merge))
        .route("/settings/tags/{id}/remove", post(pages_of_settings::tags::remove))
        .route(
            "/settings/macros",
            get(pages_of_settings::macros::show)
                .post(pages_of_settings::macros::create)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/settings/macros/new", get(pages_of_settings::macros::new))
        .route(
            "/settings/macros/{id}",
            get(pages_of_settings::macros::edit)
                .post(pages_of_settings::macros::update)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/settings/macros/{id}/copy", post(pages_of_settings::macros::copy))
        .route("/settings/macros/{id}/move", post(pages_of_settings::macros::arrange))
        .route("/settings/macros/{id}/remove", post(pages_of_settings::macros::remove))
        .route("/settings/macros/{id}/restore", post(pages_of_settings::macros::restore))
        .route("/settings/macros/files/{id}", get(pages_of_settings::macros::file))
        .route("/settings/turns/lacking", post(pages_of_settings::turns::needs::choose))
        .route("/settings/turns/needs", post(pages_of_settings::turns::needs::add))
        .route("/settings/turns/needs/remove", post(pages_of_settings::turns::needs::remove))
        .route("/turns", get(shares::show))
        .route("/settings/turns", get(pages_of_settings::turns::show).post(pages_of_settings::turns::update))
        .route(
            "/settings/recurring",
            get(pages_of_settings::recurring::show).post(pages_of_settings::recurring::create),
        )
        .route("/settings/recurring/new", get(pages_of_settings::recurring::new))
        .route(
            "/settings/recurring/{id}",
            get(pages_of_settings::recurring::edit).post(pages_of_settings::recurring::update),
        )
        .route("/settings/recurring/{id}/remove", post(pages_of_settings::recurring::remove))
        .route("/settings/views", get(pages_of_settings::views::show).post(pages_of_settings::views::create))
        .route("/settings/views/new", get(pages_of_settings::views::new))
        .route("/settings/views/{id}", get(pages_of_settings::views::edit).post(pages_of_settings::views::update))
        .route("/settings/views/{id}/remove", post(pages_of_settings::views::remove))
        .route("/settings/views/{id}/restore", post(pages_of_settings::views::restore))
        .route("/settings/operations", get(pages_of_settings::operations::show))
        .route("/settings/operations/jobs/{id}/retry", post(pages_of_settings::operations::retry))
        .layer(from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(conversation::Arrivals(Arc::new(NoJournal))))
        .layer(Extension(desk))
        .layer(Extension(lately.doing()))
        .layer(Extension(lately))
        .layer(Extension(pictures::RemotePictures::new(Outbound::new(gate))))
        .layer(Extension(Mails(Arc::new(OnePart))))
        .layer(Extension(people::privacy::Holders(&[&crate::Conversations])))
        .with_state(p.clone())
}
