//! The pages behind real routes: who is let in, who may keep them, what is escaped, and asking as forms send it.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use people::PersonId;
use platform::sessions;
use platform::throttle::Throttle;
use platform::web::errors::{Pages, pages};
use tower::ServiceExt;

use super::{House, run};
use crate::http::{acts, asking, lists, me, topic};
use crate::settings::Community;

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    fn said(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

fn routes(house: &House) -> Router {
    let p = house.p();
    Router::new()
        .route("/community", get(lists::index))
        .route("/community/ask", get(asking::show).post(asking::create))
        .route("/community/me", get(me::show).post(me::update))
        .route("/community/q/{id}", get(topic::show))
        .route("/community/q/{id}/answer", post(topic::answer))
        .route("/community/q/{id}/vote", post(acts::vote))
        .layer(from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(Throttle::new(p.clock.clone())))
        .with_state(p.clone())
}

async fn ask(house: &House, method: Method, path: &str, cookie: &str, form: &str) -> Got {
    let request = Request::builder().method(method).uri(path).header("cookie", cookie);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = routes(house).oneshot(request.body(Body::from(form.to_owned())).expect("a request")).await;
    let (parts, body) = answer.expect("an answer").into_parts();
    let bytes = to_bytes(body, 1 << 24).await.expect("a body");
    Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

async fn get_page(house: &House, path: &str, cookie: &str) -> Got {
    ask(house, Method::GET, path, cookie, "").await
}

async fn signed_in(house: &House, person: &PersonId) -> String {
    let mut tx = house.p().begin().await.expect("begin");
    let session = sessions::start(&mut tx, &*house.p().random, person.as_str(), "192.0.2.1", "").await;
    tx.commit().await.expect("commit");
    format!("tillit-my={}", session.expect("started"))
}

#[test]
fn visitors_may_keep_what_everybody_reads_and_nobody_keeps_what_members_see() {
    run(|house| async move {
        let it = house.ask("<img src=x onerror=alert(1)> Is it waterproof?").await;
        let path = format!("/community/q/{}", it.id);
        for path in ["/community", path.as_str()] {
            let got = get_page(&house, path, "").await;
            assert_eq!(got.status, StatusCode::OK, "{}", got.body);
            assert_eq!(got.said(header::CACHE_CONTROL), "public, max-age=60");
            assert!(got.said(header::VARY).contains("Cookie"));
            assert!(!got.body.contains("<img src=x") && got.body.contains("&lt;img src=x"), "{}", got.body);
            assert!(!got.body.contains("noindex") && !got.body.contains("post.example"), "{}", got.body);
        }
        let agnes = signed_in(&house, &house.agnes).await;
        let got = get_page(&house, &path, &agnes).await;
        assert_eq!(got.said(header::CACHE_CONTROL), "private, no-store");
        assert!(got.body.contains("noindex"));
        let it = Community { members_only: true, on: true, ..Community::default() };
        house.set(it).await;
        let got = get_page(&house, &path, "").await;
        assert!(!got.body.contains("waterproof"), "{}", got.body);
        assert!(get_page(&house, &path, &agnes).await.body.contains("waterproof"));
        house.set(Community::default()).await;
        assert_eq!(get_page(&house, "/community", &agnes).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn asking_shows_what_is_alike_and_loses_nothing() {
    run(|house| async move {
        house.ask("Where are kettles repaired?").await;
        let bent = signed_in(&house, &house.bent).await;
        let got = get_page(&house, "/community/ask?title=repair%20a%20kettle", &bent).await;
        assert!(got.body.contains("Where are kettles repaired?"), "{}", got.body);
        let made = got.body.split("name=\"made\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let made = made.expect("a signed moment").to_owned();
        house.test.clock.advance(jiff::SignedDuration::from_secs(40));
        let empty =
            ask(&house, Method::POST, "/community/ask", &bent, &format!("made={made}&title=My+kettle&body=")).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("My kettle"), "{}", empty.body);
        let form = format!("made={made}&title=My+kettle&body=It+leaks&tags=kettle&person=per_1&state=locked");
        let got = ask(&house, Method::POST, "/community/ask", &bent, &form).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
        assert!(got.said(header::LOCATION).ends_with("?done=asked"), "{}", got.said(header::LOCATION));
        let trap = format!("made={made}&title=Lamps&body=Fine+lamps&website=x");
        let got = ask(&house, Method::POST, "/community/ask", &bent, &trap).await;
        assert!(got.said(header::LOCATION).ends_with("?done=waits"), "{}", got.said(header::LOCATION));
        let stranger = ask(&house, Method::POST, "/community/ask", "", &form).await;
        assert_eq!(stranger.status, StatusCode::OK);
        assert!(stranger.body.contains("href=\"/my\""), "asked to come in: {}", stranger.body);
        let list = get_page(&house, "/community", "").await.body;
        assert!(list.contains("My kettle") && !list.contains("Lamps"), "{list}");
    });
}

#[test]
fn what_waits_is_seen_by_its_writer_alone() {
    run(|house| async move {
        house.set(Community { on: true, first_wait: 5, ..Community::default() }).await;
        let it = house.ask("Is it waterproof?").await;
        let path = format!("/community/q/{}", it.id);
        let (agnes, bent) = (signed_in(&house, &house.agnes).await, signed_in(&house, &house.bent).await);
        assert_eq!(get_page(&house, &path, &agnes).await.status, StatusCode::OK);
        assert_eq!(get_page(&house, &path, &bent).await.status, StatusCode::NOT_FOUND);
        assert_eq!(get_page(&house, &path, "").await.status, StatusCode::NOT_FOUND);
        let form = format!("subject={}&on=1", it.id);
        let voted = ask(&house, Method::POST, &format!("{path}/vote"), &bent, &form).await;
        assert_eq!(voted.status, StatusCode::NOT_FOUND);
    });
}
