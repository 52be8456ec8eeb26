//! What people get when something fails, in their language and without a word too much.

use axum::{Router, body::Body, middleware::from_fn_with_state, routing::get};
use http::Request as HttpRequest;
use tower::ServiceExt;

use super::*;
use crate::{i18n::LOCALES, random::SeededRandom};

fn routes() -> Router {
    let pages = Pages::new(I18n::new(&[LOCALES]).expect("texts"), Arc::new(SeededRandom::new(1)));
    async fn fail(error: Error) -> Result<(), Error> {
        Err(error)
    }
    Router::new()
        .route("/missing", get(|| fail(Error::NotFound)))
        .route("/closed", get(|| fail(base::Forbidden.into())))
        .route("/inbox", get(|| fail(Error::SignIn)).post(|| fail(Error::SignIn)))
        .route("/typed", get(|| fail(Error::invalid("password-common"))))
        .route(
            "/typed-too-short",
            get(|| {
                let message = "password-too-short".into();
                fail(Error::Invalid { message, args: vec![("least", "<b>10</b>".to_owned())] })
            }),
        )
        .route("/often", get(|| fail(Error::TooMany(Duration::from_millis(60_500)))))
        .route("/busy", get(|| fail(Error::Busy)))
        .route("/large", get(|| fail(Error::TooLarge)))
        .route("/broken", get(|| fail(Fault::because("no disk", std::io::Error::other("secret detail")).into())))
        .route(
            "/full",
            get(|| fail(Fault::because("kept", std::io::Error::from(std::io::ErrorKind::StorageFull)).into())),
        )
        .route("/away", get(|| fail(Fault::because("read", std::io::Error::from_raw_os_error(5)).into())))
        .route("/json", get(|| async { (StatusCode::NOT_FOUND, axum::Json("as it is")) }))
        .route("/fine", get(|| async { "as it is" }))
        .layer(from_fn_with_state(pages, super::pages))
}

struct Got {
    status: u16,
    headers: HeaderMap,
    body: String,
}

async fn ask(method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut request = HttpRequest::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = routes().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let body = axum::body::to_bytes(answer.into_body(), 1_000_000).await.expect("a body");
    Got { status, headers, body: String::from_utf8(body.to_vec()).expect("text") }
}

#[tokio::test]
async fn each_way_out_has_its_status_and_a_page_in_the_readers_language() {
    for (path, status, title) in [
        ("/missing", 404, "Denne siden finnes ikke"),
        ("/nowhere-at-all", 404, "Denne siden finnes ikke"),
        ("/closed", 403, "Du har ikke lov til dette"),
        ("/typed", 422, "Dette passordet er blant de første andre prøver."),
        ("/often", 429, "Prøv igjen om 2 minutter."),
        ("/busy", 503, "Det er mye å gjøre akkurat nå"),
        ("/large", 413, "Dette er for stort"),
        ("/broken", 500, "Noe gikk galt hos oss"),
        ("/full", 507, "Ingenting kan lagres akkurat nå"),
        ("/away", 503, "Ingenting kan lagres akkurat nå"),
    ] {
        let got = ask("GET", path, &[("accept-language", "nb")]).await;
        assert_eq!(got.status, status, "{path}");
        assert!(got.body.contains("<html lang=\"nb\"") && got.body.contains(title), "{path}: {}", got.body);
        assert!(got.headers["cache-control"].to_str().expect("text").contains("no-store"));
    }
}

#[tokio::test]
async fn every_language_has_every_page() {
    for language in base::Language::ALL {
        for path in ["/missing", "/closed", "/typed", "/often", "/large", "/broken", "/full"] {
            let got = ask("GET", path, &[("cookie", &format!("lang={}", language.code()))]).await;
            assert!(!got.body.contains("problem-") && !got.body.contains("{$"), "{path}: {}", got.body);
        }
    }
}

#[tokio::test]
async fn a_fault_shows_a_reference_and_no_detail() {
    let got = ask("GET", "/broken", &[]).await;
    let reference = |body: &str| body.split("this number: ").nth(1).map(|rest| rest[..8].to_owned());
    let first = reference(&got.body).expect("a reference");
    assert!(first.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{first}");
    assert!(!got.body.contains("disk") && !got.body.contains("secret"), "{}", got.body);
}

#[tokio::test]
async fn what_was_typed_is_text_in_the_page() {
    let got = ask("GET", "/typed-too-short", &[]).await;
    assert!(got.body.contains("&lt;b&gt;10&lt;/b&gt;") && !got.body.contains("<b>10"), "{}", got.body);
}

#[tokio::test]
async fn too_many_attempts_say_when_to_come_back_rounded_up() {
    assert_eq!(ask("GET", "/often", &[]).await.headers["retry-after"], "61");
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_that_was_open() {
    let to = |got: &Got| got.headers["location"].to_str().expect("text").to_owned();
    let got = ask("GET", "/inbox?view=all&q=a%20b", &[]).await;
    assert_eq!((got.status, to(&got)), (303, "/signin?next=%2Finbox%3Fview%3Dall%26q%3Da%2520b".to_owned()));
    let got = ask("POST", "/inbox", &[]).await;
    assert_eq!(to(&got), "/signin?next=%2F");
}

#[tokio::test]
async fn a_script_is_told_to_load_the_sign_in_page_whole() {
    let open = ("hx-current-url", "http://desk.example/c/7?view=all");
    for (method, kind) in [("GET", "partial"), ("POST", "full")] {
        let got = ask(method, "/inbox", &[("hx-request", "true"), ("hx-request-type", kind), open]).await;
        assert_eq!(
            (got.status, &got.headers["hx-redirect"]),
            (401, &"/signin?next=%2Fc%2F7%3Fview%3Dall".parse().expect("ok"))
        );
        assert!(got.body.is_empty());
    }
    let boosted = [("hx-request", "true"), ("hx-request-type", "full"), ("hx-boosted", "true"), open];
    let got = ask("GET", "/inbox", &boosted).await;
    assert_eq!(got.headers["hx-redirect"], "/signin?next=%2Finbox");
}

#[tokio::test]
async fn a_foreign_open_page_is_not_led_back_to() {
    let open = ("hx-current-url", "http://evil.example//evil.example");
    let got = ask("POST", "/inbox", &[("hx-request", "true"), open]).await;
    assert_eq!(got.headers["hx-redirect"], "/signin?next=%2F");
}

#[tokio::test]
async fn the_frameworks_refusals_become_pages_and_keep_their_headers() {
    let got = ask("DELETE", "/inbox", &[]).await;
    assert_eq!(got.status, 405);
    assert!(got.headers["allow"].to_str().expect("text").contains("GET"));
    assert!(got.body.contains("This cannot be done here"), "{}", got.body);
}

#[tokio::test]
async fn answers_with_a_body_of_their_own_stay_as_they_are() {
    assert_eq!(ask("GET", "/json", &[]).await.body, "\"as it is\"");
    assert_eq!(ask("GET", "/fine", &[]).await.body, "as it is");
}
