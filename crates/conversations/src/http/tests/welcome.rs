//! The first account, from the link to the desk.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::routing::get;
use axum::{Extension, Router};
use base::{Language, Role};
use people::staff;
use platform::Platform;
use platform::i18n::I18n;
use platform::testing::on_both_engines;
use platform::web::desk::Desk;
use platform::web::guard::Peer;
use tower::ServiceExt;

use crate::http::{inbox, sidebar, welcome};
use crate::settings;

const PASSWORD: &str = "en hest på taket";

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

fn routes(p: &Platform) -> Router {
    let desk = Desk { sidebar: Arc::new(sidebar::ConversationsSidebar), demo: None, notices: Vec::new() };
    Router::new()
        .route("/welcome/{secret}", get(welcome::show).post(welcome::create))
        .route("/inbox", get(inbox::inbox))
        .layer(Extension(desk))
        .with_state(p.clone())
}

async fn ask(routes: &Router, method: Method, path: &str, cookie: &str, form: String) -> Answer {
    let peer: IpAddr = "192.0.2.1".parse().expect("an address");
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
    let request = request.header(header::ACCEPT_LANGUAGE, "sv-SE,en;q=0.5").extension(Peer(peer));
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = routes.clone().oneshot(request.body(Body::from(form)).expect("a request")).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 1 << 22).await.expect("a body");
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

fn form(changed: &[(&str, &str)]) -> String {
    let usual = [
        ("name", "Åsa Lind"),
        ("email", "asa@brekkesund.example"),
        ("password", PASSWORD),
        ("business", "Brekkesund Sykkel"),
        ("language", "nb"),
        ("zone", "Europe/Oslo"),
    ];
    let pairs = usual.map(|(name, value)| {
        let value = changed.iter().find(|(changed, _)| *changed == name).map_or(value, |(_, value)| value);
        format!("{name}={}", value.replace(' ', "+").replace('&', "%26"))
    });
    pairs.join("&")
}

fn run<R: Future<Output = ()>>(body: impl Fn(Platform, Router, String) -> R) {
    let migrations = [platform::schema::MIGRATIONS, people::MIGRATIONS, crate::MIGRATIONS].concat();
    let body = &body;
    on_both_engines(&migrations, |mut test| async move {
        let texts = [platform::i18n::LOCALES, people::LOCALES, crate::http::LOCALES];
        test.platform.i18n = I18n::new(&texts).expect("texts");
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let link = staff::first_link(&mut tx, &p).await.expect("asks").expect("nobody is here");
        tx.commit().await.expect("commit");
        let path = format!("/welcome/{}", link.rsplit_once('/').expect("a path").1);
        body(p.clone(), routes(&p), path).await;
    });
}

#[test]
fn the_first_account_opens_the_desk_and_leads_to_the_mailbox() {
    run(|p, routes, path| async move {
        let page = ask(&routes, Method::GET, &path, "", String::new()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("<html lang=\"sv\">") && page.body.contains("value=\"Europe/Stockholm\""));
        assert!(page.body.contains("data-guess-zone") && page.body.contains("option value=\"sv\" selected"));

        let made = ask(&routes, Method::POST, &path, "", form(&[])).await;
        assert_eq!((made.status, made.header("location")), (StatusCode::SEE_OTHER, "/settings/mail/connect"));
        let mut conn = p.db.read().await.expect("read");
        let staff = staff::by_email(&mut conn, "asa@brekkesund.example").await.expect("reads").expect("is there");
        assert_eq!((staff.role, staff.language, staff.zone.as_str()), (Role::Owner, Language::Nb, "Europe/Oslo"));
        let hash = staff.password_hash.expect("a password");
        assert!(p.passwords.verify(PASSWORD.into(), &hash).await.expect("verifies"));
        let business = settings::business(&mut conn).await.expect("reads");
        assert_eq!((business.name.as_str(), business.zone.as_str()), ("Brekkesund Sykkel", "Europe/Oslo"));
        drop(conn);

        let cookie = made.header("set-cookie").split(';').next().expect("a cookie").to_owned();
        let inbox = ask(&routes, Method::GET, "/inbox", &cookie, String::new()).await;
        assert_eq!(inbox.status, StatusCode::OK);
        assert!(inbox.body.contains("Koble til en postkasse"), "{}", inbox.body);
    });
}

#[test]
fn of_two_browsers_with_the_link_one_makes_the_account_and_the_other_reads_why_not() {
    run(|p, routes, path| async move {
        let both = [form(&[]), form(&[("email", "bo@brekkesund.example")])];
        let [one, two] = both.map(|form| ask(&routes, Method::POST, &path, "", form));
        let (one, two) = tokio::join!(one, two);
        let (won, lost) = if one.status == StatusCode::SEE_OTHER { (one, two) } else { (two, one) };
        assert_eq!((won.status, lost.status), (StatusCode::SEE_OTHER, StatusCode::GONE), "{}", lost.body);
        assert!(lost.body.contains("Tillit är redan inställt") && lost.body.contains("href=\"/signin\""));
        assert_eq!(lost.header("set-cookie"), "");
        let everybody = staff::all(&mut p.db.read().await.expect("read"), &base::Scope::All).await.expect("reads");
        assert_eq!(everybody.len(), 1);
        let late = ask(&routes, Method::GET, &path, "", String::new()).await;
        assert!(late.status == StatusCode::GONE && late.body.contains("redan inställt"));
    });
}

#[test]
fn a_link_of_an_earlier_start_says_that_there_is_a_newer_one() {
    run(|p, routes, path| async move {
        let mut tx = p.begin().await.expect("begin");
        staff::first_link(&mut tx, &p).await.expect("asks");
        tx.commit().await.expect("commit");
        for method in [Method::GET, Method::POST] {
            let old = ask(&routes, method, &path, "", form(&[])).await;
            assert!(old.status == StatusCode::GONE && old.body.contains("inte längre den nyaste"), "{}", old.body);
        }
    });
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_made() {
    run(|p, routes, path| async move {
        let cases = [
            ("name", " ", "name-e"),
            ("email", "asa", "email-e"),
            ("password", "kort", "password-e"),
            ("business", " ", "business-e"),
            ("zone", "Norge", "zone-e"),
        ];
        for (field, value, error) in cases {
            let page = ask(&routes, Method::POST, &path, "", form(&[(field, value)])).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert_eq!(page.body.matches("class=\"error\"").count(), 1, "{field}");
            assert!(page.body.contains(&format!("id=\"{error}\"")), "{field}");
            assert!(!page.body.contains(PASSWORD) && !page.body.contains("data-guess-zone"), "{field}");
        }
        assert!(staff::is_empty(&mut p.db.read().await.expect("read")).await.expect("asks"));
        let page = ask(&routes, Method::POST, &path, "", form(&[("password", "kort"), ("business", "")])).await;
        assert_eq!(page.body.matches("class=\"error\"").count(), 2, "{}", page.body);
        let made = ask(&routes, Method::POST, &path, "", form(&[])).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
    });
}
