//! Departments at the desk: handing on, lists and counts, and what somebody sees who sees their own alone (T31).

use axum::http::StatusCode;
use base::Actor;
use people::department::{self, Department};

use crate::commands::Placed;
use crate::http::testing::house::{House, run};

/// A workshop with Jonas in it, who sees nothing else, and the stores.
async fn departments(house: &House) -> (Department, Department) {
    let mut tx = house.p().begin().await.expect("begin");
    let workshop = department::make(&mut tx, &Actor::System, "Workshop").await.expect("made");
    let stores = department::make(&mut tx, &Actor::System, "Stores").await.expect("made");
    let members = [house.jonas.id.clone()];
    department::set(&mut tx, &Actor::System, &workshop.id, "Workshop", &members).await.expect("set");
    department::limit(&mut tx, &Actor::System, &house.jonas.id, true).await.expect("limited");
    tx.commit().await.expect("commit");
    (workshop, stores)
}

async fn hand_to(house: &House, placed: &Placed, to: &str) -> StatusCode {
    let path = format!("/conversations/{}/department", placed.conversation);
    house.post(&path, &format!("to={to}")).await.status
}

#[test]
fn a_conversation_is_handed_to_a_department_and_stands_in_its_list() {
    run(|house| async move {
        let (workshop, stores) = departments(&house).await;
        let placed = house.mail("Motoren", "Den stopper.").await;
        let other = house.mail("Faktura", "Den mangler.").await;
        assert_eq!(hand_to(&house, &placed, workshop.id.as_str()).await, StatusCode::SEE_OTHER);
        assert_eq!(house.find(&placed).await.department, Some(workshop.id.clone()));
        let list = house.get(&format!("/inbox?view={}", workshop.id)).await.body;
        assert!(list.contains("id=\"list-h\"") && list.contains("Motoren") && !list.contains("Faktura"), "{list}");
        let rows = list.split("id=\"inbox-list\"").nth(1).expect("a list");
        assert_eq!(rows.matches("class=\"convo-row").count(), 1);
        let all = house.get("/inbox").await.body;
        assert!(all.contains("Motoren") && all.contains("Faktura") && all.contains(">Workshop</span>"));
        let page = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
        assert!(page.contains("Handed to Workshop"), "the history has it");
        let sidebar = house.get("/sidebar").await.body;
        let count = |id: &str| {
            sidebar.split(&format!("view={id}")).nth(1).expect("a link").split("</a>").next().map(str::to_owned)
        };
        assert!(count(workshop.id.as_str()).is_some_and(|link| link.contains(">1<")), "{sidebar}");
        assert!(count(stores.id.as_str()).is_some_and(|link| link.contains(">0<")), "{sidebar}");

        assert_eq!(hand_to(&house, &placed, "dep_x").await, StatusCode::CONFLICT);
        let mut tx = house.p().begin().await.expect("begin");
        department::close(&mut tx, &Actor::System, &stores.id).await.expect("closed");
        tx.commit().await.expect("commit");
        assert_eq!(hand_to(&house, &placed, stores.id.as_str()).await, StatusCode::CONFLICT, "it is closed");
        assert_eq!(hand_to(&house, &placed, "").await, StatusCode::SEE_OTHER);
        assert_eq!((house.find(&placed).await.department, house.find(&other).await.department), (None, None));
    });
}

#[test]
fn who_is_limited_finds_nothing_else_by_any_way() {
    run(|mut house| async move {
        let (workshop, stores) = departments(&house).await;
        let own = house.mail("Motoren", "Den stopper.").await;
        let theirs = house.mail("Faktura", "Hemmelig.").await;
        let nobodys = house.mail("Blankett", "Hemmelig.").await;
        for (placed, to) in [(&own, &workshop), (&theirs, &stores)] {
            assert_eq!(hand_to(&house, placed, to.id.as_str()).await, StatusCode::SEE_OTHER);
        }
        for placed in [&own, &theirs] {
            house.post(&format!("/conversations/{}/tags", placed.conversation), "add=Haster").await;
        }
        let person = house.find(&own).await.person;
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        let away = format!("/inbox?view={}", stores.id);
        for path in [
            "/inbox",
            "/inbox?view=unassigned",
            "/inbox?view=breaching",
            "/inbox?view=unanswered",
            "/inbox/list",
            "/inbox?tag=haster",
            &away,
            "/sidebar",
            &format!("/customers/{person}/conversations"),
            &format!("/conversations/{}", own.conversation),
        ] {
            let body = house.get(path).await.body;
            assert!(
                !body.contains("Faktura") && !body.contains("Blankett") && !body.contains("Hemmelig"),
                "{path}: {body}"
            );
            assert!(
                !body.contains(stores.id.as_str()) || path.contains("/conversations/") || *path == away,
                "{path}: {body}"
            );
        }
        assert!(house.get("/inbox").await.body.contains("Motoren"));
        let tagged = house.get("/inbox?tag=haster").await.body;
        assert!(tagged.contains("Motoren") && tagged.contains("id=\"list-count\">1<"), "{tagged}");
        for placed in [&theirs, &nobodys] {
            let (id, message, number) = (&placed.conversation, &placed.message, placed.number);
            let gets = [
                format!("/conversations/{id}"),
                format!("/inbox/peek/{id}"),
                format!("/c/{number}"),
                format!("/messages/{message}/why"),
                format!("/messages/{message}/raw.eml"),
            ];
            for path in gets {
                assert_eq!(house.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
            for (path, form) in [
                (format!("/conversations/{id}/note"), "body=x".to_owned()),
                (format!("/conversations/{id}/assign"), format!("to={}", jonas.id)),
                (format!("/conversations/{id}/close"), "reason=x".into()),
                (format!("/conversations/{id}/department"), format!("to={}", workshop.id)),
                (format!("/conversations/{id}/draft"), "kind=reply&body=x".into()),
                (format!("/conversations/{id}/read"), String::new()),
                (format!("/messages/{message}/pictures"), String::new()),
            ] {
                assert_eq!(house.post(&path, &form).await.status, StatusCode::NOT_FOUND, "{path}");
            }
            let merged =
                house.post(&format!("/conversations/{}/merge", own.conversation), &format!("number={number}")).await;
            assert!(!merged.status.is_success() && !merged.status.is_redirection(), "{}", merged.status);
            house.post("/inbox/bulk", &format!("id={id}&act=close")).await;
            assert_eq!(house.find(placed).await.state, crate::State::New);
        }
        // Handing on is allowed, and leads back to what one sees.
        let path = format!("/conversations/{}/department", own.conversation);
        let answer = house.post(&path, &format!("to={}", stores.id)).await;
        assert_eq!(answer.place(), "/inbox");
        assert_eq!(house.get(&format!("/conversations/{}", own.conversation)).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn nobody_owns_what_they_do_not_see() {
    run(|house| async move {
        let (workshop, stores) = departments(&house).await;
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let assign = format!("{path}/assign");
        let to_jonas = format!("to={}", house.jonas.id);
        assert!(!house.get(&path).await.body.contains(house.jonas.id.as_str()), "he is not offered");
        assert_eq!(house.post(&assign, &to_jonas).await.status, StatusCode::CONFLICT);
        hand_to(&house, &placed, workshop.id.as_str()).await;
        assert!(house.get(&path).await.body.contains(house.jonas.id.as_str()));
        assert_eq!(house.post(&assign, &to_jonas).await.status, StatusCode::SEE_OTHER);
        hand_to(&house, &placed, stores.id.as_str()).await;
        assert_eq!(house.find(&placed).await.assignee, None, "he would not see it");
    });
}
