//! Input, cursors and limits.

use std::sync::Arc;

use axum::response::IntoResponse;
use http::{Request, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::limits::Limits;
use super::*;
use crate::random::SeededRandom;
use crate::system_clock::ManualClock;
use crate::{Secrets, Tokens};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    #[expect(dead_code, reason = "only read")]
    name: String,
    #[serde(default)]
    #[expect(dead_code, reason = "only read")]
    parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    #[expect(dead_code, reason = "only read")]
    n: i64,
}

async fn body_of(problem: Problem) -> (StatusCode, Value) {
    let answer = problem.into_response();
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 10_000).await.expect("a body");
    (status, serde_json::from_slice(&bytes).expect("JSON"))
}

#[tokio::test]
async fn what_does_not_fit_is_pointed_at() {
    for (body, status, pointer) in [
        (r#"{"name":"a","role":"admin"}"#, 422, json!("/role")),
        (r#"{}"#, 422, json!("/name")),
        (r#"{"name":7}"#, 422, json!("/name")),
        (r#"{"name":"a","name":"b"}"#, 422, json!("/name")),
        (r#"{"name":"a","parts":[{"n":1},{"n":"x"}]}"#, 422, json!("/parts/1/n")),
        (r#"{"name":"a","parts":[{"n":1,"a/b~c":1}]}"#, 422, json!("/parts/0/a~1b~0c")),
        (r#"{"name":"a\u0000b"}"#, 422, json!("")),
        (r#"[]"#, 422, json!("")),
        (r#"{"name":"#, 400, Value::Null),
        (r#"{"name":"a"} x"#, 400, Value::Null),
        ("\u{0}", 400, Value::Null),
        ("", 400, Value::Null),
    ] {
        let problem = input::read::<Thing>(body.as_bytes()).expect_err(body);
        let (got, answer) = body_of(problem).await;
        assert_eq!((got.as_u16(), &answer["errors"][0]["pointer"]), (status, &pointer), "{body}: {answer}");
        assert_eq!(answer["status"], status);
    }
    for good in [r#"{"name":"a"}"#, r#" {"name":"\\u0000","parts":[{"n":1}]} "#] {
        input::read::<Thing>(good.as_bytes()).expect(good);
    }
}

#[derive(Debug, Deserialize)]
struct Asked {
    limit: Option<i64>,
}

#[tokio::test]
async fn parameters_are_named_when_they_do_not_fit() {
    use axum::extract::FromRequestParts;
    let read = async |query: &str| {
        let (mut parts, ()) = Request::get(format!("/x?{query}")).body(()).expect("a request").into_parts();
        Query::<Asked>::from_request_parts(&mut parts, &()).await
    };
    assert_eq!(read("limit=5").await.expect("read").0.limit, Some(5));
    for (query, name) in [("limit=x", json!("limit")), ("limit=1&limit=2", json!("limit")), ("limit=", json!("limit"))]
    {
        let (status, body) = body_of(read(query).await.expect_err(query)).await;
        assert_eq!((status.as_u16(), &body["errors"][0]["parameter"]), (422, &name), "{query}: {body}");
    }
    assert!(read("limit=%00").await.is_err());
    for (asked, good) in [(None, true), (Some(1), true), (Some(100), true), (Some(0), false), (Some(101), false)] {
        assert_eq!(limit(asked).is_ok(), good, "{asked:?}");
    }
}

#[test]
fn a_cursor_is_good_for_its_list_and_filters_only() {
    let tokens = Tokens::new(&Secrets::from_key(&[1; 32], Arc::new(SeededRandom::new(1))));
    let (cursor, mine) = (Cursor(&tokens), Listing::new("customers", &"kari"));
    let text = cursor.seal(&mine, &(17_i64, "per_1"));
    let open = |list: &Listing, text: Option<&str>| cursor.open::<(i64, String)>(list, text);
    assert_eq!(open(&mine, Some(&text)).expect("ours"), Some((17, "per_1".to_owned())));
    assert_eq!(open(&mine, None).expect("the beginning"), None);
    for (list, text) in [
        (Listing::new("customers", &"kar"), text.as_str()),
        (Listing::new("customer", &"kari"), text.as_str()),
        (mine.clone(), ""),
        (mine.clone(), "MTc"),
        (mine.clone(), &text[1..]),
    ] {
        assert!(open(&list, Some(text)).is_err(), "{text}");
    }
    assert!(cursor.open::<String>(&mine, Some(&text)).is_err(), "a place of another shape");
}

#[test]
fn so_many_requests_a_minute_and_no_more() {
    let clock = Arc::new(ManualClock::new(crate::testing::a_wednesday()));
    let limits = Limits::new(clock.clone(), 2);
    let left = |caller: &str| {
        let left = limits.take(caller);
        (left.within, left.left, left.seconds)
    };
    assert_eq!((left("a"), left("b")), ((true, 1, 60), (true, 1, 60)));
    clock.advance_machine(jiff::SignedDuration::from_millis(20_500));
    assert_eq!((left("a"), left("a")), ((true, 0, 40), (false, 0, 40)));
    clock.advance_machine(jiff::SignedDuration::from_secs(40));
    assert_eq!(left("a"), (true, 1, 60));
}

#[test]
fn a_level_holds_the_ones_before_it() {
    assert!(Level::Read < Level::Write && Level::Write < Level::Admin);
    assert_eq!(Level::of(base::Action::WorkConversations), Level::Write);
    assert_eq!(Level::of(base::Action::ManageSettings), Level::Admin);
    for level in Level::ALL {
        assert_eq!(Level::from_code(level.code()), Some(level));
    }
}
