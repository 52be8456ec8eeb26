//! Making one customer of two, over HTTP.

use axum::http::StatusCode;
use people::PersonId;

use super::super::testing::house::{House, run};
use crate::commands::{self, Placed};

async fn person(house: &House, placed: &Placed) -> PersonId {
    house.find(placed).await.person
}

#[test]
fn what_moves_is_shown_before_it_moves_and_can_come_back() {
    run(|house| async move {
        let one = house.mail("Motoren", "b").await;
        let kari = person(&house, &one).await;
        let mut tx = house.p().begin().await.expect("begin");
        let actor = house.jonas.actor();
        let ola = people::person::add(&mut tx, &actor, "Ola <b> Berg", "ola@work.example").await.expect("added");
        people::file::add_note(&mut tx, &actor, &ola, "Allergic to wool", false).await.expect("added");
        tx.commit().await.expect("commit");
        let path = format!("/customers/{kari}/merge");
        let page = house.get(&path).await.body;
        assert!(
            page.contains(&format!("/customers/{kari}/merge?with={ola}")) && page.contains("Ola &lt;b&gt; Berg"),
            "{page}"
        );
        assert!(!page.contains(&format!("?with={kari}")), "not with themselves");
        assert!(house.get(&format!("{path}?q=nobody")).await.body.contains("Nobody found"));
        let page = house.get(&format!("{path}?with={ola}")).await.body;
        for part in ["ola@work.example", "Merge Ola &lt;b&gt; Berg into Kari Solheim", "What moves"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        let answer = house.post(&path, &format!("with={ola}")).await;
        assert_eq!(answer.header("location"), format!("/customers/{kari}"));
        let answer = house.post(&format!("/customers/{ola}/merge/undo"), "").await;
        assert_eq!(answer.header("location"), format!("/customers/{kari}"));
        for (path, body) in [
            (format!("/customers/{ola}/merge/undo"), String::new()),
            ("/customers/x/merge".into(), format!("with={ola}")),
            (path.clone(), "with=x".into()),
            (path.clone(), "with=per_00000000000000000000000000".into()),
        ] {
            assert_eq!(house.post(&path, &body).await.status, StatusCode::NOT_FOUND, "{path} {body}");
        }
        assert_eq!(house.get(&format!("{path}?with={kari}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&path, &format!("with={kari}")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn who_stays_chosen_the_other_way_round_has_the_conversations() {
    run(|house| async move {
        let one = house.mail("Motoren", "b").await;
        let kari = person(&house, &one).await;
        let mut tx = house.p().begin().await.expect("begin");
        let ola = people::person::add(&mut tx, &house.jonas.actor(), "Ola", "ola@work.example").await.expect("added");
        commands::merge_customers(&mut tx, &house.jonas.actor(), &ola, &kari).await.expect("merged");
        tx.commit().await.expect("commit");
        assert_eq!(person(&house, &one).await, ola);
        let page = house.get(&format!("/conversations/{}", one.conversation)).await.body;
        assert!(page.contains(&format!("/customers/{ola}")), "{page}");
    });
}

#[test]
fn a_timeline_is_narrowed_goes_on_and_shows_what_was_written_as_text() {
    run(|mut house| async move {
        let first = house.mail("Motoren <b>", "Den <img src=x> stopper.").await;
        let kari = house.find(&first).await.person;
        let mut tx = house.p().begin().await.expect("begin");
        people::file::add_note(&mut tx, &house.jonas.actor(), &kari, "Allergisk <img src=x>", true)
            .await
            .expect("noted");
        for n in 0..30 {
            people::person::rename(&mut tx, &house.jonas.actor(), &kari, &format!("Kari {n}")).await.expect("renamed");
        }
        tx.commit().await.expect("commit");
        let path = format!("/customers/{kari}/timeline");
        let notes = house.get(&format!("{path}?kind=notes")).await.body;
        assert!(notes.contains("Allergisk &lt;img") && !notes.contains("stopper"), "{notes}");
        let messages = house.get(&format!("{path}?kind=messages")).await.body;
        assert!(messages.contains("Den &lt;img src=x") && !messages.contains("Allergisk"), "{messages}");
        let all = house.part(&path).await.body;
        assert!(!all.contains("<html"), "a part for its page");
        let whole = house.get(&path).await.body;
        assert!(whole.contains("<html") && whole.contains("id=\"timeline\"") && whole.contains("Kari 29"), "{whole}");
        let (_, more) = all.split_once("&amp;after=").expect("a link to the rest");
        let rest = house.part(&format!("{path}?kind=&after={}", more.split('"').next().expect("a place"))).await.body;
        assert!(all.contains("Kari 29") && !rest.contains("Kari 29"), "{rest}");
        for odd in ["?kind=weather", "?after=x", "?after=1.%27"] {
            assert_eq!(house.get(&format!("{path}{odd}")).await.status, StatusCode::OK, "{odd}");
        }
        for gone in ["/customers/x/timeline", "/customers/per_00000000000000000000000000/timeline"] {
            assert_eq!(house.get(gone).await.status, StatusCode::NOT_FOUND);
        }
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert_eq!(house.get(&path).await.status, StatusCode::OK, "a light agent reads it");
    });
}
