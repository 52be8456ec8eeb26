//! The API keeps its contract: what it answers is in the document, and what is in the document it answers.

mod random;
mod roles;
mod schema;
pub(crate) mod story;

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use platform::api::{BASE, Level};
use platform::testing::on_both_engines;
use serde_json::Value;
use story::House;
use tower::ServiceExt;

use super::*;

/// What came back.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

/// One request.
pub(crate) struct Asked<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub token: Option<&'a str>,
    pub kind: &'a str,
    pub body: String,
    pub key: Option<&'a str>,
}

pub(crate) async fn ask(routes: &Router, asked: Asked<'_>) -> Answer {
    let mut request = Request::builder().method(asked.method).uri(format!("{BASE}{}", asked.path));
    if let Some(token) = asked.token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if let Some(key) = asked.key {
        request = request.header("idempotency-key", key);
    }
    let request = request.header("content-type", asked.kind).body(Body::from(asked.body)).expect("a request");
    let answer = routes.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 1 << 24).await.expect("a body");
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Answer { status: parts.status, headers: parts.headers, body }
}

pub(crate) const JSON: &str = "application/json";

#[test]
fn every_operation_works_as_the_document_says() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let house = House::build(test).await;
        let told = story::tell(&house).await;
        let mut done = BTreeSet::new();
        for (id, answer) in &told {
            let operation = house.document.operations().iter().find(|one| one.id == *id).expect(id);
            assert!(answer.status.is_success(), "{id}: {} {}", answer.status, answer.body);
            assert!(operation.statuses.contains(&answer.status.as_u16()), "{id}: {} is not described", answer.status);
            for name in ["ratelimit", "ratelimit-policy"] {
                assert!(answer.headers.contains_key(name), "{id}: {name}");
            }
            assert_eq!(answer.headers["cache-control"], "private, no-store", "{id}");
            let misnamed = schema::misnamed(house.document.json(), operation, answer);
            assert_eq!(misnamed, None, "{id}: its content type");
            if answer.headers.get("content-type").is_some_and(|kind| kind == JSON) {
                let wrong = schema::misfits(house.document.json(), operation, answer.status.as_u16(), &answer.body);
                assert!(wrong.is_empty(), "{id}: {wrong:?}\n{:#}", answer.body);
            }
            done.insert(*id);
        }
        let all: BTreeSet<&str> = house.document.operations().iter().map(|one| one.id.as_str()).collect();
        assert_eq!(done, all, "every operation is tried");
    });
}

/// A request that is answered with this status; none for those that the story tries.
async fn provoked(house: &House, operation: &platform::api::document::Operation, status: u16) -> Option<Answer> {
    let path = operation.path.replace("{id}", "cnv_01kyf5b0000000000000000000");
    let asked = Asked {
        method: &operation.method,
        path: &path,
        token: Some(&house.admin),
        kind: JSON,
        body: "{}".to_owned(),
        key: None,
    };
    let unknown = format!("{path}?surely_unknown=1");
    let asked = match status {
        400 => Asked { body: "{".into(), ..asked },
        401 => Asked { token: None, ..asked },
        // Every token reads; what its owner may not see is a matter of `access`.
        403 if operation.level == Level::Read => return None,
        403 if operation.level == Level::Admin => Asked { token: Some(&house.write), ..asked },
        403 => Asked { token: Some(&house.read), ..asked },
        404 => Asked { body: story::example(&house.document, operation), ..asked },
        413 if operation.takes_body => Asked { body: " ".repeat(story::BODY_MAX + 1), ..asked },
        413 => Asked { body: " ".repeat(once::LARGEST + 1), key: Some("large"), ..asked },
        415 => Asked { kind: "text/plain", ..asked },
        422 => Asked { path: &unknown, ..asked },
        _ => return None,
    };
    let answer = ask(&house.routes, asked).await;
    assert_eq!(answer.headers["content-type"], "application/problem+json", "{} {status}", operation.id);
    Some(answer)
}

#[test]
fn every_problem_in_the_document_is_real() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let house = House::build(test).await;
        let none_left = house.routes_with(0);
        for operation in house.document.operations() {
            for status in operation.statuses.iter().filter(|status| **status >= 400) {
                if let Some(answer) = provoked(&house, operation, *status).await {
                    assert_eq!(answer.status.as_u16(), *status, "{}: {}", operation.id, answer.body);
                    assert_eq!(answer.body["status"], *status);
                }
            }
            let (method, path) = (operation.method.as_str(), operation.path.as_str());
            let plain = Asked { method, path, token: Some(&house.read), kind: JSON, body: String::new(), key: None };
            assert_eq!(ask(&none_left, plain).await.status.as_u16(), 429, "{}", operation.id);
        }
        let mut tx = house.p.begin().await.expect("begin");
        tx.run("DROP TABLE api_token", vec![]).await.expect("dropped");
        tx.commit().await.expect("commit");
        for operation in house.document.operations() {
            let (method, path) = (operation.method.as_str(), operation.path.as_str());
            let asked = Asked { method, path, token: Some(&house.read), kind: JSON, body: String::new(), key: None };
            let answer = ask(&house.routes, asked).await;
            assert_eq!(answer.status.as_u16(), 500, "{}", operation.id);
            assert!(answer.body["instance"].is_string() && !answer.body.to_string().contains("api_token"));
        }
    });
}

#[test]
fn no_route_is_left_out_of_the_document() {
    let document = document("https://desk.example");
    assert!(document.operations().len() >= 20, "{}", document.operations().len());
    assert_eq!(document.json()["openapi"].as_str().expect("a version")[..4], *"3.1.");
    // Routes come from what describes itself, but for the document.
    let (routes, wiring) = (include_str!("../routes.rs"), include_str!("../api.rs"));
    assert!(!routes.contains("/api/v1") && wiring.matches(".route(").count() == 1);
    let mut ids = BTreeSet::new();
    for operation in document.operations() {
        assert!(ids.insert(&operation.id), "{} is there twice", operation.id);
        assert!(!operation.summary.is_empty() && !operation.tag.is_empty(), "{}", operation.id);
        assert!(operation.curl.starts_with("curl ") && !operation.curl.contains('{') || operation.takes_body);
        assert!(operation.curl.contains("$TILLIT_TOKEN") && !operation.curl.contains('…'), "{}", operation.curl);
    }
}

#[test]
fn what_is_not_there_is_a_problem_too() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let house = House::build(test).await;
        for (method, path, status) in [("GET", "/nowhere", 404), ("DELETE", "/me", 405), ("GET", "", 404)] {
            let asked = Asked { method, path, token: Some(&house.read), kind: JSON, body: String::new(), key: None };
            let answer = ask(&house.routes, asked).await;
            assert_eq!(
                (answer.status.as_u16(), answer.body["status"].as_u64()),
                (status, Some(u64::from(status))),
                "{path}"
            );
        }
        let file =
            Asked { method: "GET", path: "/openapi.json", token: None, kind: JSON, body: String::new(), key: None };
        assert_eq!(ask(&house.routes, file).await.body, *house.document.json());
    });
}
