//! The pages about mailboxes, as a browser meets them.

mod agreeing;
mod moving;
mod real;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language, Role};
use conversations::http::sidebar::ConversationsSidebar;
use conversations::settings as desk;
use people::staff::{self, NewStaff};
use platform::i18n::I18n;
use platform::testing::{TestPlatform, on_both_engines};
use platform::web::desk::Desk;
use platform::web::errors::{Pages, pages};
use platform::{Platform, sessions};
use tower::ServiceExt;

use super::{connect, mail, mailbox, oauth, providers};
use crate::mailboxes::{self, Account, Afterwards, Auth, Fetch, Imap, Mailbox, Secrets, Send, Settings, Start};
use crate::relay::Protection;

/// Nobody listens there.
const NOWHERE: u16 = 1;

struct House {
    p: Platform,
    routes: Router,
    admin: String,
    agent: String,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The value of the hidden field of this name.
    fn hidden(&self, name: &str) -> String {
        let (_, after) = self.body.split_once(&format!("name=\"{name}\" value=\"")).expect("the field is there");
        after.split('"').next().expect("a value").to_owned()
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    on_both_engines(&crate::tests::migrations(), |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let texts = [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&texts).expect("texts");
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let mut cookies = Vec::new();
        for (name, role) in [("Ingrid Moen", Role::Admin), ("Jonas Berg", Role::Agent)] {
            let email = format!("{}@shop.example", name.split(' ').next().expect("a name"));
            let zone = "Europe/Oslo".into();
            let new = NewStaff { name: name.into(), email, role, language: Language::En, zone };
            let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
            let session = sessions::start(&mut tx, &*p.random, staff.id.as_str(), "192.0.2.1", "Firefox").await;
            cookies.push(format!("tillit={}", session.expect("started")));
        }
        tx.commit().await.expect("commit");
        let [admin, agent] = <[String; 2]>::try_from(cookies).expect("two");
        let routes = routes(&p);
        Self { p, routes, admin, agent }
    }

    async fn ask(&self, method: Method, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(Body::from(form)).expect("a request");
        let answer = self.routes.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &self.admin, &[]).await
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask(Method::POST, path, &self.admin, form).await
    }

    async fn all(&self) -> Vec<Mailbox> {
        mailboxes::list(&mut self.p.db.read().await.expect("read")).await.expect("reads")
    }

    async fn secrets(&self, mailbox: &Mailbox) -> Secrets {
        let mut conn = self.p.db.read().await.expect("read");
        mailboxes::secrets(&self.p, &mut conn, &mailbox.id).await.expect("reads").expect("opens")
    }

    /// A mailbox whose servers nobody answers for.
    async fn connected(&self, address: &str) -> Mailbox {
        let account = Account {
            host: "127.0.0.1".into(),
            port: NOWHERE,
            protection: Protection::Implicit,
            user: address.into(),
            auth: Auth::Password,
        };
        let imap = Imap { account: account.clone(), folder: "INBOX".into(), afterwards: Afterwards::Leave };
        let settings = Settings {
            address: address.into(),
            fetch: Fetch::Imap(imap),
            send: Send::Smtp(account),
            ..Settings::default()
        };
        let secrets = Secrets { fetch_password: "hunter-one".into(), send_password: "hunter-two".into(), tokens: None };
        let mut tx = self.p.begin().await.expect("begin");
        let made = mailboxes::insert(&self.p, &mut tx, &Actor::System, settings, &secrets, Start::Now).await;
        tx.commit().await.expect("commit");
        made.expect("connected")
    }
}

fn routes(p: &Platform) -> Router {
    let desk = Desk { sidebar: Arc::new(ConversationsSidebar), demo: None, notices: Vec::new() };
    Router::new()
        .route("/settings/mail", get(mail::show).post(mail::update))
        .route("/settings/mail/connect", get(connect::show).post(connect::find))
        .route("/settings/mail/connect/check", get(connect::back).post(connect::check))
        .route("/settings/mail/connect/choose", get(connect::back).post(connect::choose))
        .route("/settings/mail/connect/finish", get(connect::back).post(connect::finish))
        .route("/settings/mail/providers", get(providers::show).post(providers::update))
        .route("/settings/mail/oauth", get(oauth::back))
        .route("/settings/mail/oauth/begin", get(oauth::begin))
        .route("/settings/mail/{id}/oauth/{provider}", get(oauth::again))
        .route("/settings/mail/{id}", get(mailbox::show).post(mailbox::update))
        .route("/settings/mail/{id}/test", post(mailbox::test))
        .route("/settings/mail/{id}/enabled", post(mailbox::enable))
        .route("/settings/mail/{id}/default", post(mailbox::make_default))
        .route("/settings/mail/{id}/remove", post(mailbox::remove))
        .layer(axum::middleware::from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(desk))
        .with_state(p.clone())
}

/// What the edit form sends for the mailbox of [`House::connected`], with changes.
fn edited<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("address", "hei@shop.example"),
        ("name", "Sales"),
        ("fetch_by", "imap"),
        ("fetch_host", "127.0.0.1"),
        ("fetch_port", "1"),
        ("fetch_protection", "implicit"),
        ("fetch_user", "hei@shop.example"),
        ("folder", "INBOX"),
        ("send_by", "smtp"),
        ("send_host", "127.0.0.1"),
        ("send_port", "1"),
        ("send_protection", "implicit"),
        ("send_user", "hei@shop.example"),
    ];
    let extra = changed.iter().filter(|(name, _)| !usual.iter().any(|(usual, _)| usual == name));
    let value = |name: &str| changed.iter().find(|(changed, _)| *changed == name).map(|(_, value)| *value);
    usual.iter().map(|(name, usual)| (*name, value(name).unwrap_or(usual))).chain(extra.copied()).collect()
}

#[test]
fn without_a_mailbox_the_page_leads_to_connecting_one() {
    run(|house| async move {
        let page = house.get("/settings/mail").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("No mailbox is connected yet"));
        assert!(page.body.contains("href=\"/settings/mail/connect\""));
        let first = house.get("/settings/mail/connect").await;
        assert!(first.body.contains("name=\"password\"") && first.body.contains("Gmail, Google Workspace"));
        assert!(first.body.contains("href=\"/inbox\""), "it can be skipped");
        for later in ["check", "choose", "finish"] {
            assert_eq!(
                house.get(&format!("/settings/mail/connect/{later}")).await.location(),
                "/settings/mail/connect"
            );
        }
    });
}

#[test]
fn colleagues_without_the_role_reach_none_of_it() {
    run(|house| async move {
        let box_ = house.connected("hei@shop.example").await;
        let one = format!("/settings/mail/{}", box_.id);
        let posts = ["/test", "/enabled", "/default", "/remove"].map(|act| format!("{one}{act}"));
        let steps = ["", "/check", "/choose", "/finish"].map(|step| format!("/settings/mail/connect{step}"));
        for path in steps.iter().chain([&one, &"/settings/mail".to_owned()]) {
            let asked = house.ask(Method::GET, path, &house.agent, &[]).await;
            assert_eq!(asked.status, StatusCode::FORBIDDEN, "{path}");
        }
        for path in steps.iter().chain(&posts).chain([&one]) {
            let asked = house.ask(Method::POST, path, &house.agent, &[("on", "0")]).await;
            assert_eq!(asked.status, StatusCode::FORBIDDEN, "{path}");
            let asked = house.ask(Method::POST, path, "", &[("on", "0")]).await;
            assert_eq!(asked.status, StatusCode::SEE_OTHER, "{path}");
        }
        assert!(house.all().await[0].enabled);
    });
}

#[test]
fn a_server_that_does_not_answer_is_named_and_its_settings_can_be_changed() {
    run(|house| async move {
        let bad = house.post("/settings/mail/connect", &[("address", "hei"), ("password", "secret word")]).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.body.contains("id=\"address-e\""));

        // Proton's Bridge is looked for on this machine, where none runs.
        let first = [("address", "hei@shop.example"), ("password", "secret word"), ("provider", "proton")];
        let tried = house.post("/settings/mail/connect", &first).await;
        assert_eq!(tried.status, StatusCode::OK);
        assert!(tried.body.contains("but nobody answers at this port"), "{}", tried.body);
        assert!(tried.body.contains("<details open>") && tried.body.contains("value=\"1143\""));
        assert!(tried.body.contains("which must run on this machine"));
        assert!(!tried.body.contains("secret word") && !tried.body.contains("connect/choose"));

        let draft = tried.hidden("draft");
        let mut changed = edited(&[("fetch_port", "x"), ("draft", &draft)]);
        let wrong = house.post("/settings/mail/connect/check", &changed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("id=\"fetch_port-e\""));
        changed = edited(&[("draft", &draft)]);
        let again = house.post("/settings/mail/connect/check", &changed).await;
        assert!(again.status == StatusCode::OK && again.body.contains("value=\"1\""), "{}", again.body);
        assert_eq!(house.all().await.len(), 0, "nothing is kept before the end");
    });
}

#[test]
fn what_travels_between_the_steps_is_sealed_for_one_person() {
    run(|house| async move {
        let first = [("address", "hei@shop.example"), ("password", "secret word"), ("provider", "proton")];
        let draft = house.post("/settings/mail/connect", &first).await.hidden("draft");
        let mut tx = house.p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Kari".into(),
            email: "kari@shop.example".into(),
            role: Role::Admin,
            language: Language::En,
            zone: "UTC".into(),
        };
        let kari = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let session = sessions::start(&mut tx, &*house.p.random, kari.id.as_str(), "192.0.2.1", "").await;
        tx.commit().await.expect("commit");
        let kari = format!("tillit={}", session.expect("started"));
        for (cookie, draft) in [(&kari, draft.as_str()), (&house.admin, "nonsense"), (&house.admin, "")] {
            for step in ["check", "choose", "finish"] {
                let path = format!("/settings/mail/connect/{step}");
                let answer = house.ask(Method::POST, &path, cookie, &[("draft", draft)]).await;
                assert_eq!(answer.location(), "/settings/mail/connect", "{step}");
            }
        }
    });
}

#[test]
fn a_mailbox_that_is_brought_is_connected_without_a_try() {
    run(|house| async move {
        let first = [("address", "hei@shop.example"), ("provider", "one")];
        let settings = house.post("/settings/mail/connect", &first).await;
        assert!(settings.body.contains("value=\"imap.one.com\""), "{}", settings.body);
        let draft = settings.hidden("draft");
        let brought = [("draft", draft.as_str()), ("fetch_by", "none"), ("send_by", "relay")];
        let tried = house.post("/settings/mail/connect/check", &brought).await;
        assert!(tried.body.contains("Nothing to try"), "{}", tried.body);
        let choose = house.post("/settings/mail/connect/choose", &[("draft", &tried.hidden("draft"))]).await;
        assert!(choose.status == StatusCode::OK && !choose.body.contains("name=\"start\""), "{}", choose.body);
        let done = house.post("/settings/mail/connect/finish", &[("draft", &choose.hidden("draft"))]).await;
        assert_eq!(done.location(), "/settings/mail?done=connected");
        let all = house.all().await;
        assert_eq!((all[0].settings.address.as_str(), &all[0].settings.fetch), ("hei@shop.example", &Fetch::None));
        let business = desk::business(&mut house.p.db.read().await.expect("read")).await.expect("reads");
        assert_eq!(business.address, "hei@shop.example");
        let twice = house.post("/settings/mail/connect/finish", &[("draft", &choose.hidden("draft"))]).await;
        assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.body.contains("has this address already"));
    });
}

#[test]
fn a_mailbox_is_changed_and_what_is_not_typed_stays_secret_and_kept() {
    run(|house| async move {
        let mailbox = house.connected("hei@shop.example").await;
        let path = format!("/settings/mail/{}", mailbox.id);
        let page = house.get(&path).await;
        assert!(page.body.contains("value=\"127.0.0.1\"") && !page.body.contains("hunter"), "{}", page.body);

        let saved = house.post(&path, &edited(&[("afterwards", "move"), ("move_to", "Done")])).await;
        assert_eq!(saved.location(), format!("{path}?done=saved"), "{}", saved.body);
        let now = &house.all().await[0];
        assert_eq!(now.settings.name, "Sales");
        let Fetch::Imap(imap) = &now.settings.fetch else { panic!("fetched") };
        assert_eq!(imap.afterwards, Afterwards::Move("Done".into()));
        let kept = house.secrets(now).await;
        assert_eq!((kept.fetch_password.as_str(), kept.send_password.as_str()), ("hunter-one", "hunter-two"));

        let away = house.post(&path, &edited(&[("fetch_host", "evil.example")])).await;
        assert_eq!(away.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(away.body.contains("id=\"fetch_password-e\""));
        house.post(&path, &edited(&[("fetch_password", "third")])).await;
        assert_eq!(house.secrets(&house.all().await[0]).await.fetch_password, "third");
        let no_address = house.post(&path, &edited(&[("address", "hei")])).await;
        assert!(no_address.status == StatusCode::UNPROCESSABLE_ENTITY && no_address.body.contains("id=\"address-e\""));
    });
}

#[test]
fn a_try_keeps_nothing() {
    run(|house| async move {
        let mailbox = house.connected("hei@shop.example").await;
        let path = format!("/settings/mail/{}/test", mailbox.id);
        let tried = house.post(&path, &edited(&[("name", "Other"), ("fetch_password", "typed")])).await;
        assert_eq!(tried.status, StatusCode::OK);
        assert_eq!(tried.body.matches("nobody answers at this port").count(), 2, "{}", tried.body);
        assert!(tried.body.contains("value=\"Other\"") && !tried.body.contains("typed"));
        let now = &house.all().await[0];
        assert_eq!(
            (now.settings.name.as_str(), house.secrets(now).await.fetch_password.as_str()),
            ("hei@shop.example", "hunter-one")
        );
    });
}

#[test]
fn a_mailbox_is_paused_made_the_default_and_removed() {
    run(|house| async move {
        let first = house.connected("hei@shop.example").await;
        let second = house.connected("salg@shop.example").await;
        let path = |mailbox: &Mailbox, act: &str| format!("/settings/mail/{}{act}", mailbox.id);
        let paused = house.post(&path(&first, "/enabled"), &[("on", "0")]).await;
        assert_eq!(paused.location(), path(&first, ""));
        assert!(house.get("/settings/mail").await.body.contains("Paused"));
        assert!(house.get(&path(&first, "")).await.body.contains("Read again"));
        house.post(&path(&first, "/enabled"), &[("on", "1")]).await;
        assert!(house.all().await[0].enabled);

        house.post(&path(&second, "/default"), &[]).await;
        assert_eq!(house.all().await[0].id, second.id);
        assert!(!house.get(&path(&second, "")).await.body.contains("/default\""));
        let gone = house.post(&path(&second, "/remove"), &[]).await;
        assert_eq!(gone.location(), "/settings/mail?done=removed");
        assert_eq!(house.all().await.len(), 1);
        assert_eq!(house.get(&path(&second, "")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get("/settings/mail/nonsense").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_mail_that_was_not_handed_out_is_not_called_too_large() {
    run(|house| async move {
        let mailbox = house.connected("hei@shop.example").await;
        let journal = crate::journal::Journal::start(house.p.clone());
        let arrival = crate::journal::Arrival {
            source: crate::journal::Source::Imap,
            envelope_from: String::new(),
            envelope_to: Vec::new(),
            peer: "imap.shop.example".into(),
            mailbox: Some(mailbox.id),
        };
        journal.refuse(&arrival, 0, crate::journal::NOT_HANDED_OUT).await.expect("listed");
        let page = house.get("/settings/mail").await.body;
        assert!(page.contains("does not hand it out") && !page.contains("larger than mails may be"), "{page}");
        journal.refuse(&arrival, 99, crate::journal::TOO_LARGE).await.expect("listed");
        assert!(house.get("/settings/mail").await.body.contains("larger than mails may be"));
    });
}
