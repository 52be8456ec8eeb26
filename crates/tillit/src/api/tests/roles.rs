//! What lies outside a colleague's departments against what does not exist (T31).

use base::{Actor, Role};
use people::staff::{self, NewStaff};
use people::tokens::{self, Ends, NewToken};
use platform::vals;

use super::*;

/// The token of somebody who was an admin when it was made, and is what they are now.
async fn token(house: &House, role: Role, limited: bool) -> String {
    let p = &house.p;
    let mut tx = p.begin().await.expect("begin");
    let email = format!("{}-{limited}@brekkesund.example", role.code());
    let (language, zone) = (base::Language::En, "Europe/Oslo".to_owned());
    let new = NewStaff { name: "Jonas".into(), email, role: Role::Admin, language, zone };
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    let new = NewToken { name: "all".into(), level: Level::Admin, ends: Ends::Never };
    let secret = tokens::make(&mut tx, p, &staff.actor(), new).await.expect("made").1;
    let now = vals![role.code(), limited, staff.id.as_str()];
    tx.run("UPDATE staff SET role = $1, limited = $2 WHERE id = $3", now).await.expect("changed");
    tx.commit().await.expect("commit");
    secret
}

/// An operation as somebody asks for it who has its address and its example.
async fn asked(house: &House, operation: &platform::api::document::Operation, token: &str, id: &str) -> Answer {
    let path = operation.path.replace("{id}", id);
    let body = if operation.takes_body { story::example(&house.document, operation) } else { String::new() };
    let asked = Asked { method: &operation.method, path: &path, token: Some(token), kind: JSON, body, key: None };
    ask(&house.routes, asked).await
}

#[test]
fn what_is_outside_ones_departments_is_as_if_it_were_not_there() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let house = House::build(test).await;
        story::tell(&house).await;
        let token = token(&house, Role::Agent, true).await;
        let plain = |path: &'static str| {
            let token = Some(token.as_str());
            Asked { method: "GET", path, token, kind: JSON, body: String::new(), key: None }
        };
        let seen = ask(&house.routes, plain("/conversations")).await;
        assert_eq!(seen.body["data"], serde_json::json!([]), "none of them are theirs");
        let events = ask(&house.routes, plain("/events?limit=500")).await.body.to_string();
        assert!(!events.contains("cnv_"), "nor does the log tell of them");
        for id in story::ids(&house).await {
            let kinds: &[&str] = match id.split('_').next() {
                Some("cnv") => &["/conversations/{id}"],
                Some("msg") => &["/messages/{id}"],
                Some("att") => &["/attachments/{id}"],
                _ => continue,
            };
            let of_kind = |path: &str| kinds.iter().any(|kind| path.starts_with(kind));
            for operation in house.document.operations().iter().filter(|one| of_kind(&one.path)) {
                let answer = asked(&house, operation, &token, &id).await;
                // What agents may do to no conversation at all is told before any is looked for.
                let never = operation.id == "delete_conversation";
                let expected = if never { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
                assert_eq!(answer.status, expected, "{} {id}: {}", operation.id, answer.body);
            }
        }
    });
}
