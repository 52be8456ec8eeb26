//! The whole guard around a few routes.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use axum::{body::Body, routing::get};
use http::{HeaderMap, StatusCode};
use tower::ServiceExt;

use super::*;
use crate::{
    i18n::{I18n, LOCALES},
    random::SeededRandom,
    web::form::Form,
};

#[derive(serde::Deserialize)]
struct Fields {
    text: String,
}

fn guarded(url: &str, counted: Arc<AtomicUsize>) -> Router {
    let slow = counted.clone();
    let routes = Router::new()
        .route(
            "/change",
            get(|| async { "seen" }).post(move |Form(fields): Form<Fields>| async move {
                counted.fetch_add(fields.text.len(), Ordering::SeqCst);
                "changed"
            }),
        )
        .route(
            "/slow",
            get(move || async move {
                tokio::time::sleep(Duration::from_millis(150)).await;
                slow.fetch_add(1, Ordering::SeqCst);
            }),
        )
        .route(
            "/panic",
            get(|| async {
                if std::hint::black_box(true) {
                    panic!("a bug with a secret")
                }
            }),
        )
        .route("/peer", get(|Peer(peer): Peer| async move { peer.to_string() }))
        .route("/html", get(|| async { axum::response::Html("<p>") }))
        .route(
            "/kept",
            get(|| async { ([("cache-control", "max-age=9"), ("content-security-policy", "sandbox")], "x") }),
        );
    protect(routes, guard(url))
}

fn guard(url: &str) -> Guard {
    Guard {
        site: Arc::new(Site { url: url.to_owned(), demo: false }),
        proxies: Arc::new(Proxies::new(vec!["10.0.0.0/8".parse().expect("a network")])),
        pages: Pages::new(I18n::new(&[LOCALES]).expect("texts"), Arc::new(SeededRandom::new(1))),
        room: Room::new(4),
        metrics: Metrics::default(),
    }
}

async fn send(request: axum::http::request::Builder, body: impl Into<Body>) -> (StatusCode, HeaderMap, String) {
    let routes = guarded("https://desk.example", Arc::default());
    let answer = routes.oneshot(request.body(body.into()).expect("a request")).await.expect("an answer");
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = axum::body::to_bytes(answer.into_body(), 4_000_000).await.expect("a body");
    (status, headers, String::from_utf8_lossy(&body).into_owned())
}

fn post() -> axum::http::request::Builder {
    Request::post("/change").header("content-type", "application/x-www-form-urlencoded")
}

#[tokio::test]
async fn a_change_from_another_site_is_refused_before_anything_happens() {
    let counted = Arc::new(AtomicUsize::new(0));
    let ask = |from: &str| {
        let request = post().header("sec-fetch-site", from).body(Body::from("text=abc")).expect("a request");
        guarded("https://desk.example", counted.clone()).oneshot(request)
    };
    assert_eq!(ask("cross-site").await.expect("an answer").status(), StatusCode::FORBIDDEN);
    assert_eq!(ask("same-site").await.expect("an answer").status(), StatusCode::FORBIDDEN);
    assert_eq!(counted.load(Ordering::SeqCst), 0);
    assert_eq!(ask("same-origin").await.expect("an answer").status(), StatusCode::OK);
    assert_eq!(counted.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn foreign_forms_text_plain_and_overrides_are_all_refused_with_a_page() {
    let evil = || Request::builder().uri("/change").header("origin", "https://evil.example");
    for request in [
        evil().method("POST").header("content-type", "text/plain"),
        evil().method("POST").header("x-http-method-override", "GET"),
        evil().method("PUT"),
        evil().method("DELETE"),
        Request::post("/change"),
    ] {
        let (status, _, body) = send(request, "text=abc").await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert!(body.contains("We could not tell where this came from"), "{body}");
    }
    let (status, _, _) = send(evil().method("GET").header("x-http-method-override", "POST"), "").await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_refuses_framing_sniffing_and_keeping() {
    let foreign = Request::post("/change");
    for request in [Request::get("/html"), Request::get("/panic"), Request::get("/nowhere"), foreign] {
        let (_, headers, _) = send(request, "").await;
        let policy = headers["content-security-policy"].to_str().expect("text");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "worker-src 'self'", "trusted-types htmx"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(headers["x-frame-options"], "DENY");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["referrer-policy"], "same-origin");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
        assert!(headers.contains_key("permissions-policy"));
        assert_eq!(headers["cache-control"], "private, no-store");
        assert!(headers["vary"].to_str().expect("text").contains("HX-Request-Type"));
        assert_eq!(headers["strict-transport-security"], "max-age=31536000");
    }
}

#[tokio::test]
async fn what_a_route_says_about_itself_stays() {
    let (_, headers, _) = send(Request::get("/kept"), "").await;
    assert_eq!(headers["cache-control"], "max-age=9");
    assert_eq!(headers["content-security-policy"], "sandbox");
    assert!(!headers.contains_key("vary"));
}

#[tokio::test]
async fn plain_http_promises_no_tls() {
    let request = Request::get("/html").body(Body::empty()).expect("a request");
    let answer = guarded("http://127.0.0.1:8400", Arc::default()).oneshot(request).await.expect("an answer");
    assert!(!answer.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn a_panic_is_a_page_that_keeps_the_secret() {
    let (status, _, body) = send(Request::get("/panic"), "").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(body.contains("Something went wrong on our side") && !body.contains("secret"), "{body}");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_with_a_page() {
    let own = || post().header("sec-fetch-site", "same-origin");
    let (status, _, body) = send(own(), format!("text={}", "x".repeat(LARGEST_BODY))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("This is too large"), "{body}");
    let (status, _, _) = send(own(), format!("text={}", "x".repeat(LARGEST_BODY - 5))).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn a_handler_ends_what_it_began_when_the_browser_hangs_up() {
    let counted = Arc::new(AtomicUsize::new(0));
    let request = Request::get("/slow").body(Body::empty()).expect("a request");
    let answer = guarded("https://desk.example", counted.clone()).oneshot(request);
    assert!(tokio::time::timeout(Duration::from_millis(50), answer).await.is_err());
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(counted.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn the_peer_is_the_connection_or_what_a_trusted_proxy_says() {
    let peer = async |connection: [u8; 4]| {
        let request = Request::get("/peer")
            .header("x-forwarded-for", "203.0.113.9, 198.51.100.7")
            .extension(ConnectInfo(SocketAddr::from((connection, 4711))));
        send(request, "").await.2
    };
    assert_eq!(peer([10, 0, 0, 1]).await, "198.51.100.7");
    assert_eq!(peer([192, 0, 2, 1]).await, "192.0.2.1");
    assert_eq!(send(Request::get("/peer"), "").await.2, "0.0.0.0");
}

#[tokio::test]
async fn a_full_house_refuses_at_once_and_still_says_how_it_is() {
    let (release, held) = tokio::sync::watch::channel(false);
    let wait = move || {
        let mut held = held.clone();
        async move {
            let _ = held.wait_for(|free| *free).await;
            "done"
        }
    };
    let routes = Router::new().route("/wait", get(wait)).route("/health", get(|| async { "well" }));
    let guard = guard("https://desk.example");
    let routes = protect(routes, guard.clone());
    let ask = |path: &str| {
        let request = Request::get(path).extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 1))));
        routes.clone().oneshot(request.body(Body::empty()).expect("a request"))
    };
    let inside: Vec<_> = (0..3).map(|_| tokio::spawn(ask("/wait"))).collect();
    while guard.room.inside() < 3 {
        tokio::task::yield_now().await;
    }
    let answer = ask("/wait").await.expect("an answer");
    assert_eq!(
        (answer.status(), &answer.headers()["retry-after"]),
        (StatusCode::SERVICE_UNAVAILABLE, &"1".parse().expect("text"))
    );
    assert_eq!(ask("/health").await.expect("an answer").status(), StatusCode::OK);
    // Whoever hangs up keeps the place until the work is done.
    inside[0].abort();
    tokio::task::yield_now().await;
    assert_eq!(guard.room.inside(), 3);
    release.send_replace(true);
    for request in inside.into_iter().skip(1) {
        assert_eq!(request.await.expect("joined").expect("an answer").status(), StatusCode::OK);
    }
    while guard.room.inside() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(ask("/wait").await.expect("an answer").status(), StatusCode::OK);
}

#[tokio::test]
async fn who_sends_slowly_keeps_nobody_out() {
    let take = |body: axum::body::Bytes| async move { body.len().to_string() };
    let routes = Router::new().route("/take", axum::routing::post(take)).route("/quick", get(|| async { "at once" }));
    let guard = guard("https://desk.example");
    let routes = protect(routes, guard.clone());
    let ask = |request: axum::http::request::Builder, body: Body| {
        let request = request.extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 1))));
        routes.clone().oneshot(request.body(body).expect("a request"))
    };
    let own = || Request::post("/take").header("sec-fetch-site", "same-origin");
    // As many as may come from one address, each with a first byte and then nothing.
    let (mut senders, mut slow) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let (sender, mut bytes) = tokio::sync::mpsc::unbounded_channel::<Result<Vec<u8>, std::io::Error>>();
        sender.send(Ok(b"x".to_vec())).expect("sent");
        let body = Body::from_stream(futures_util::stream::poll_fn(move |context| bytes.poll_recv(context)));
        slow.push(tokio::spawn(ask(own(), body)));
        senders.push(sender);
    }
    while guard.room.waiting() < 3 {
        tokio::task::yield_now().await;
    }
    assert_eq!(guard.room.inside(), 0);
    for _ in 0..20 {
        let answer = ask(Request::get("/quick"), Body::empty()).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "nobody waits for them");
    }
    let answer = ask(own(), Body::from("more")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE, "no more of that from one address");
    for sender in senders {
        sender.send(Ok(b"yz".to_vec())).expect("sent");
    }
    for one in slow {
        let answer = one.await.expect("joined").expect("an answer");
        assert_eq!(axum::body::to_bytes(answer.into_body(), 10).await.expect("a body"), "3");
    }
    assert_eq!((guard.room.inside(), guard.room.waiting()), (0, 0));
}
