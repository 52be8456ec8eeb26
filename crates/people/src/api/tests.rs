//! The gate, answers that are kept, and customers, as programs meet them.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::middleware::from_fn_with_state;
use base::{Actor, Language, Role};
use jiff::SignedDuration;
use platform::Platform;
use platform::api::limits::Limits;
use platform::api::{BASE, Document, Level, once, problem};
use platform::db::{Db, Engine};
use platform::testing::{TestPlatform, on_both_engines};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::gate::Gate;
use crate::staff::{self, NewStaff, Staff};
use crate::tokens::{self, Ends, NewToken};

struct House {
    test: TestPlatform,
    routes: Router,
    agent: Staff,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

fn run<R: Future<Output = ()>>(a_minute: u32, body: impl Fn(House) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async {
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Jonas Åkerlind".into(),
            email: "jonas@brekkesund.example".into(),
            role: Role::Agent,
            language: Language::Nb,
            zone: "Europe/Oslo".into(),
        };
        let agent = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        tx.commit().await.expect("commit");
        let document = Document::new(|| super::routes().into_openapi(), "https://desk.example");
        let gate = Gate { platform: p.clone(), document, limits: Limits::new(p.clock.clone(), a_minute) };
        let routes = Router::from(super::routes())
            .route_layer(from_fn_with_state(p.clone(), once::layer))
            .route_layer(from_fn_with_state(gate, super::gate::layer));
        let routes =
            Router::new().nest(BASE, routes).layer(from_fn_with_state(p.clone(), problem::layer)).with_state(p);
        body(House { test, routes, agent }).await;
    });
}

impl House {
    fn p(&self) -> &Platform {
        &self.test.platform
    }

    async fn token(&self, level: Level, ends: Ends) -> String {
        let mut tx = self.p().begin().await.expect("begin");
        let new = NewToken { name: "Shop".into(), level, ends };
        let (_, secret) = tokens::make(&mut tx, self.p(), &self.agent.actor(), new).await.expect("made");
        tx.commit().await.expect("commit");
        secret
    }

    async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("{BASE}{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        let answer = self.routes.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 20).await.expect("a body");
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, token: &str, path: &str) -> Answer {
        self.ask(Method::GET, path, &[("authorization", &format!("Bearer {token}"))], "").await
    }

    async fn post(&self, token: &str, path: &str, key: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let mut headers = vec![("authorization", bearer.as_str()), ("content-type", "application/json")];
        if !key.is_empty() {
            headers.push(("idempotency-key", key));
        }
        self.ask(Method::POST, path, &headers, &body.to_string()).await
    }

    async fn customers(&self) -> i64 {
        let mut conn = self.p().db.read().await.expect("read");
        conn.number("SELECT COUNT(*) AS n FROM person", vec![]).await.expect("counts")
    }
}

fn kari() -> Value {
    json!({ "name": "Kari Solheim", "address": "kari@post.example" })
}

#[test]
fn only_a_token_that_is_open_of_somebody_who_may_enter_opens_anything() {
    run(600, |house| async move {
        let token = house.token(Level::Read, Ends::After(1)).await;
        let me = house.get(&token, "/me").await;
        assert_eq!((me.status, &me.body["colleague"]["email"]), (StatusCode::OK, &json!("jonas@brekkesund.example")));
        let bearer = format!("Bearer {token}");
        for headers in [
            vec![],
            vec![("authorization", "Bearer tillit_x")],
            vec![("authorization", "Bearer")],
            vec![("authorization", token.as_str())],
            vec![("authorization", bearer.as_str()), ("authorization", bearer.as_str())],
            vec![("cookie", "tillit=x")],
        ] {
            let answer = house.ask(Method::GET, "/me", &headers, "").await;
            assert_eq!((answer.status, answer.header("www-authenticate")), (StatusCode::UNAUTHORIZED, "Bearer"));
            assert_eq!(answer.header("content-type"), "application/problem+json");
        }
        house.test.clock.advance_machine(SignedDuration::from_hours(24));
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::UNAUTHORIZED);

        let token = house.token(Level::Read, Ends::Never).await;
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::OK);
        let mut tx = house.p().begin().await.expect("begin");
        staff::disable(&mut tx, &Actor::System, &house.agent.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn a_colleague_who_is_disabled_at_the_terminal_comes_in_by_no_token_at_once() {
    run(600, |house| async move {
        let token = house.token(Level::Read, Ends::Never).await;
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::OK);
        let sql = "UPDATE staff SET disabled_at = 0 WHERE id = $1".to_owned();
        let values = platform::vals![house.agent.id.as_str()];
        // Another process, which tells this one nothing.
        let another = match house.p().db.engine() {
            Engine::Sqlite => Db::sqlite(&house.test.folder.join("tillit.db")).await.expect("opens"),
            Engine::Postgres => house.p().db.clone(),
        };
        platform::testing::write(&another, [(sql, values)]).await.expect("disabled");
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn a_token_that_reads_changes_nothing() {
    run(600, |house| async move {
        let (read, write) = (house.token(Level::Read, Ends::Never).await, house.token(Level::Write, Ends::Never).await);
        assert_eq!(house.post(&read, "/customers", "", &kari()).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&read, "/customers", "k", &kari()).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.customers().await, 0);
        let made = house.post(&write, "/customers", "", &kari()).await;
        assert_eq!((made.status, &made.body["name"]), (StatusCode::CREATED, &json!("Kari Solheim")));
        let path = made.header("location").strip_prefix(BASE).expect("an address of the API").to_owned();
        assert_eq!(house.get(&read, &path).await.body, made.body);
    });
}

#[test]
fn what_does_not_fit_is_a_problem_and_changes_nothing() {
    run(600, |house| async move {
        let token = house.token(Level::Write, Ends::Never).await;
        let bearer = format!("Bearer {token}");
        let status = async |method, path: &str, kind: &str, body: &str| {
            let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
            let answer = house.ask(method, path, &headers, body).await;
            assert_eq!(answer.header("content-type"), "application/problem+json", "{path} {body}");
            answer.status.as_u16()
        };
        let json = "application/json";
        let role = r#"{"name":"a","address":"a@b.example","role":"admin"}"#;
        assert_eq!(status(Method::POST, "/customers", json, role).await, 422);
        assert_eq!(status(Method::POST, "/customers", json, r#"{"name":"a","address":"a"}"#).await, 422);
        assert_eq!(status(Method::POST, "/customers", json, "{").await, 400);
        assert_eq!(status(Method::POST, "/customers", "text/plain", role).await, 415);
        assert_eq!(status(Method::DELETE, "/customers", json, "").await, 405);
        assert_eq!(status(Method::GET, "/customers?order=name", json, "").await, 422);
        assert_eq!(status(Method::GET, "/customers?limit=1000", json, "").await, 422);
        assert_eq!(status(Method::GET, "/customers?cursor=x", json, "").await, 422);
        assert_eq!(status(Method::GET, "/me?x=1", json, "").await, 422);
        for id in ["x", "per_01kyf5b0000000000000000000", "%00", "per_01kyf5b0000000000000000000'--"] {
            assert_eq!(status(Method::GET, &format!("/customers/{id}"), json, "").await, 404, "{id}");
        }
        assert_eq!(house.customers().await, 0);
    });
}

#[test]
fn the_same_request_under_the_same_key_happens_once() {
    run(600, |house| async move {
        let token = house.token(Level::Write, Ends::Never).await;
        let other = house.token(Level::Write, Ends::Never).await;
        // Twenty at once.
        let hers = kari();
        let all = (0..20).map(|_| house.post(&token, "/customers", "key-1", &hers)).collect::<Vec<_>>();
        let answers = at_once(all).await;
        assert!(answers.iter().all(|one| one.status == StatusCode::CREATED && one.body == answers[0].body));
        assert!(answers.iter().all(|one| one.header("location") == answers[0].header("location")));
        assert_eq!(answers.iter().filter(|one| one.header("idempotency-replayed") == "true").count(), 19);
        assert_eq!(house.customers().await, 1);
        // Another body is another request; another caller has keys of their own.
        let changed = json!({ "name": "Kari", "address": "kari2@post.example" });
        let reused = house.post(&token, "/customers", "key-1", &changed).await;
        assert_eq!(
            (reused.status.as_u16(), &reused.body["errors"][0]["code"]),
            (422, &json!("idempotency_key_reused"))
        );
        assert_eq!(house.post(&other, "/customers", "key-1", &changed).await.status, StatusCode::CREATED);
        // What was refused may be put right under the same key.
        let wrong = json!({ "name": "Ola", "address": "ola" });
        assert_eq!(house.post(&token, "/customers", "key-2", &wrong).await.status.as_u16(), 422);
        let right = json!({ "name": "Ola", "address": "ola@post.example" });
        assert_eq!(house.post(&token, "/customers", "key-2", &right).await.status, StatusCode::CREATED);
        assert_eq!(house.customers().await, 3);
        // A day later it is still known, and not for ever.
        house.test.clock.advance_machine(SignedDuration::from_hours(24));
        let again = house.post(&token, "/customers", "key-1", &hers).await;
        assert_eq!(again.header("idempotency-replayed"), "true");
        house.test.clock.advance_machine(SignedDuration::from_hours(25));
        let late = house.post(&token, "/customers", "key-1", &hers).await;
        assert_eq!((late.status.as_u16(), &late.body["errors"][0]["code"]), (422, &json!("address_taken")));
        assert_eq!(house.post(&token, "/customers", "å", &kari()).await.status.as_u16(), 422);
    });
}

async fn at_once<F: Future<Output = Answer>>(all: Vec<F>) -> Vec<Answer> {
    let mut all: Vec<_> = all.into_iter().map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, done) in &mut all {
            if done.is_none()
                && let std::task::Poll::Ready(answer) = future.as_mut().poll(cx)
            {
                *done = Some(answer);
            }
        }
        if all.iter().all(|(_, done)| done.is_some()) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    all.into_iter().filter_map(|(_, done)| done).collect()
}

#[test]
fn a_list_comes_whole_stretch_by_stretch() {
    run(600, |house| async move {
        let token = house.token(Level::Write, Ends::Never).await;
        for n in 0..7 {
            let body = json!({ "name": format!("Kari {n}"), "address": format!("kari{n}@post.example") });
            assert_eq!(house.post(&token, "/customers", "", &body).await.status, StatusCode::CREATED);
        }
        let (mut names, mut next) = (Vec::new(), String::new());
        for _ in 0..4 {
            let page = house.get(&token, &format!("/customers?limit=2&search=kari{next}")).await.body;
            names.extend(page["data"].as_array().expect("rows").iter().map(|one| one["name"].clone()));
            let Some(cursor) = page["next"].as_str() else { break };
            next = format!("&cursor={cursor}");
        }
        let expected: Vec<Value> = (0..7).map(|n| json!(format!("Kari {n}"))).collect();
        assert_eq!(names, expected);
        assert_eq!(house.get(&token, &format!("/customers?search=other{next}")).await.status.as_u16(), 422);
    });
}

#[test]
fn beyond_the_limit_one_waits() {
    run(2, |house| async move {
        let token = house.token(Level::Read, Ends::Never).await;
        let first = house.get(&token, "/me").await;
        assert_eq!(
            (first.header("ratelimit"), first.header("ratelimit-policy")),
            ("\"minute\";r=1;t=60", "\"minute\";q=2;w=60")
        );
        house.get(&token, "/me").await;
        let third = house.get(&token, "/me").await;
        assert_eq!((third.status.as_u16(), third.header("retry-after")), (429, "60"));
        house.test.clock.advance_machine(SignedDuration::from_secs(60));
        assert_eq!(house.get(&token, "/me").await.status, StatusCode::OK);
    });
}

#[test]
fn a_customer_is_renamed_and_gets_addresses() {
    run(600, |house| async move {
        let token = house.token(Level::Write, Ends::Never).await;
        let made = house.post(&token, "/customers", "", &kari()).await;
        let path = made.header("location").strip_prefix(BASE).expect("an address of the API").to_owned();
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let renamed = house.ask(Method::PATCH, &path, &headers, r#"{"name":"Kari Moe"}"#).await;
        assert_eq!((renamed.status, &renamed.body["name"]), (StatusCode::OK, &json!("Kari Moe")));
        let same = house.ask(Method::PATCH, &path, &headers, "{}").await;
        assert_eq!(same.body, renamed.body);
        let added =
            house.post(&token, &format!("{path}/addresses"), "", &json!({ "address": "moe@post.example" })).await;
        assert_eq!(added.body["addresses"][1]["address"], "moe@post.example");
        let nobody = "/customers/per_01kyf5b0000000000000000000/addresses";
        assert_eq!(house.post(&token, nobody, "", &json!({ "address": "x@post.example" })).await.status.as_u16(), 404);
    });
}

#[test]
fn care_and_wishes_are_said_and_what_does_not_fit_is_told_at_its_field() {
    run(600, |house| async move {
        let token = house.token(Level::Write, Ends::Never).await;
        let made = house.post(&token, "/customers", "", &kari()).await;
        let path = made.header("location").strip_prefix(BASE).expect("an address of the API").to_owned();
        let care = format!("{path}/care");
        for wrong in [
            json!({ "kind": "sorrow", "why": "x" }),
            json!({ "kind": "help", "why": " " }),
            json!({ "kind": "help", "why": "x", "until": "soon" }),
            json!({ "kind": "help", "why": "x", "until": "2999-01-01" }),
        ] {
            let answer = house.post(&token, &care, "", &wrong).await;
            assert!((400..500).contains(&answer.status.as_u16()), "{wrong}: {}", answer.body);
        }
        let set = house.post(&token, &care, "", &json!({ "kind": "new_baby", "why": "A girl" })).await;
        assert_eq!((set.status, &set.body["holds_back"]), (StatusCode::CREATED, &json!(false)));
        let lost = house.post(&token, &care, "", &json!({ "kind": "bereavement", "why": "Her husband" })).await;
        assert_eq!(lost.body["holds_back"], json!(true));
        assert_eq!(lost.body["set_by"], json!(house.agent.id.to_string()));
        let all = house.get(&token, &care).await.body;
        assert_eq!((&all["data"][0], &all["data"][1]), (&lost.body, &set.body), "the gravest first");
        let wishes = format!("{path}/preferences");
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        for wrong in [
            r#"{"channel":"pigeon"}"#,
            r#"{"language":"xx"}"#,
            r#"{"manner":"rude"}"#,
            r#"{"days":["noon"]}"#,
            r#"{"from":"16:00","until":"12:00"}"#,
            r#"{"zone":"Mars/Olympus"}"#,
        ] {
            let answer = house.ask(Method::PUT, &wishes, &headers, wrong).await;
            assert!((400..500).contains(&answer.status.as_u16()), "{wrong}: {}", answer.body);
        }
        let wanted =
            r#"{"channel":"post","days":["sun","mon"],"from":"16:00","zone":"Asia/Jakarta","manner":"familiar"}"#;
        let put = house.ask(Method::PUT, &wishes, &headers, wanted).await;
        assert_eq!((put.status, &put.body["days"]), (StatusCode::OK, &json!(["mon", "sun"])));
        assert_eq!(house.get(&token, &wishes).await.body, put.body);
        assert_eq!(house.ask(Method::PUT, &wishes, &headers, "{}").await.body["zone"], Value::Null);
    });
}
