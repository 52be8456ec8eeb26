//! Signing in and out, and forgotten passwords (T25–T28, T38).

use jiff::SignedDuration;
use platform::jobs::Workers;
use tokio::sync::watch;

use super::*;
use crate::staff::Purpose;
use crate::system_mail::{self, SystemMail};

fn attempt(email: &str, password: &str) -> String {
    form(&[("email", email), ("password", password), ("next", "/inbox?view=all"), ("stay", "1")])
}

#[test]
fn who_knows_the_password_gets_in_and_out() {
    run(|house| async move {
        let page = house.get("/signin?next=/inbox", "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("name=\"next\" value=\"/inbox\"") && !page.body.contains("<script"),
            "{}",
            page.body
        );
        let answer = house.post("/signin", "", &attempt("Ingrid@Brekkesund.example", PASSWORD)).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/inbox?view=all"), "{}", answer.body);
        let cookie = answer.session().expect("a cookie");
        assert_eq!(house.get("/open", &cookie).await.body, "ingrid@brekkesund.example admin");
        assert_eq!(house.get("/signin?next=/inbox", &cookie).await.location(), "/inbox");
        let out = house.post("/signout", &cookie, "").await;
        assert_eq!((out.location(), out.session()), ("/signin", None));
        assert_eq!(house.get("/open", &cookie).await.body, "nobody");
    });
}

#[test]
fn while_nobody_has_an_account_sign_in_says_where_the_first_is_made() {
    run(|house| async move {
        let page = house.get("/signin", "").await;
        assert!(page.body.contains("name=\"password\"") && !page.body.contains("first account"));
        let mut tx = house.p().begin().await.expect("begin");
        tx.run("DELETE FROM staff", platform::vals![]).await.expect("deleted");
        tx.commit().await.expect("commit");
        let page = house.get("/signin", "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("The link for the first account") && !page.body.contains("name=\"password\""));
    });
}

#[test]
fn who_came_in_who_did_not_and_who_left_is_written_down() {
    run(|house| async move {
        house.post("/signin", "", &attempt("ingrid@brekkesund.example", "not the password")).await;
        house.post("/signin", "", &attempt("typed-secret@brekkesund.example", "x")).await;
        let answer = house.post("/signin", "", &attempt("ingrid@brekkesund.example", PASSWORD)).await;
        house.post("/signout", &answer.session().expect("a cookie"), "").await;
        let sql = "SELECT kind, actor, payload FROM event WHERE kind LIKE 'signin.%' ORDER BY seq";
        let rows = house.p().db.read().await.expect("read").all(sql, vec![]).await.expect("facts");
        let text = |column: &str| rows.iter().map(|row| row.text(column).expect("text")).collect::<Vec<_>>();
        assert_eq!(text("kind"), ["signin.failed", "signin.failed", "signin.succeeded", "signin.ended"]);
        let ingrid = staff::by_email(&mut house.p().db.read().await.expect("read"), "ingrid@brekkesund.example").await;
        let ingrid = ingrid.expect("asked").expect("Ingrid").actor().key();
        assert_eq!(text("actor"), ["system", "system", &ingrid, &ingrid]);
        let payloads = text("payload").join("\n");
        assert!(!payloads.contains("typed-secret") && !payloads.contains(PASSWORD), "{payloads}");
        assert_eq!(payloads.matches("\"staff\":null").count(), 1, "nobody's account: {payloads}");
    });
}

#[test]
fn unknown_wrong_and_disabled_look_the_same() {
    run(|house| async move {
        let mut tx = house.p().begin().await.expect("begin");
        staff::disable(&mut tx, &Actor::System, &house.agent.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        let mut seen = Vec::new();
        for (email, password) in [
            ("ingrid@brekkesund.example", "not the password"),
            ("nobody@brekkesund.example", "not the password"),
            ("jonas@brekkesund.example", PASSWORD),
        ] {
            let answer = house.post("/signin", "", &attempt(email, password)).await;
            assert_eq!(answer.session(), None);
            assert!(answer.body.contains("E-mail and password do not match. Four tries left."), "{}", answer.body);
            seen.push((answer.status, answer.body.replace(email, "x")));
        }
        assert_eq!(seen[0].0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.iter().all(|answer| *answer == seen[0]));
    });
}

#[test]
fn guesses_are_slowed_down_by_account_and_by_peer() {
    run(|house| async move {
        let from = async |peer: String, email: &str, password: &str| {
            house.ask(Method::POST, "/signin", "", &attempt(email, password), &peer).await
        };
        // One account from 200 peers: five guesses, then a wait, also for who knows the password.
        let mut judged = 0;
        for n in 0..200 {
            let answer = from(format!("198.51.100.{n}"), "ingrid@brekkesund.example", "guess").await;
            judged += usize::from(answer.status == StatusCode::UNPROCESSABLE_ENTITY);
            assert!(judged > 4 || answer.status != StatusCode::TOO_MANY_REQUESTS);
        }
        assert_eq!(judged, 5);
        let late = from("203.0.113.1".into(), "Ingrid@brekkesund.example ", PASSWORD).await;
        assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(late.headers.contains_key(header::RETRY_AFTER) && late.body.contains("attempts"), "{}", late.body);
        // 200 accounts from one peer: twenty guesses.
        let mut judged = 0;
        for n in 0..200 {
            let answer = from("203.0.113.7".into(), &format!("user{n}@brekkesund.example"), "guess").await;
            judged += usize::from(answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(judged, 20);
        house.test.clock.advance_machine(SignedDuration::from_hours(2));
        let rested = from("203.0.113.1".into(), "ingrid@brekkesund.example", PASSWORD).await;
        assert_eq!(rested.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_session_fixed_beforehand_is_worth_nothing() {
    run(|house| async move {
        let fixed = "tillit=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        let first = house.post("/signin", fixed, &attempt("ingrid@brekkesund.example", PASSWORD)).await;
        let first = first.session().expect("a cookie");
        assert_ne!(first, fixed);
        assert_eq!(house.get("/open", fixed).await.body, "nobody");
        let again = house.post("/signin", &first, &attempt("jonas@brekkesund.example", PASSWORD)).await;
        let second = again.session().expect("a cookie");
        assert_ne!(first, second);
        assert_eq!(house.get("/open", &first).await.body, "nobody", "the session before is over");
        assert_eq!(house.get("/open", &second).await.body, "jonas@brekkesund.example agent");
    });
}

#[test]
fn signing_in_leads_only_to_our_own_pages() {
    run(|house| async move {
        for evil in [
            "//evil.example",
            "/\\evil.example",
            "@evil.example",
            "/%0d%0aSet-Cookie: x=1",
            "javascript:alert(1)",
            "https://evil.example",
            "/\r\nx",
        ] {
            let sent = form(&[("email", "ingrid@brekkesund.example"), ("password", PASSWORD), ("next", evil)]);
            let answer = house.post("/signin", "", &sent).await;
            assert_eq!(answer.location(), "/", "{evil}");
            let query: String = url::form_urlencoded::byte_serialize(evil.as_bytes()).collect();
            let cookie = answer.session().expect("a cookie");
            assert_eq!(house.get(&format!("/signin?next={query}"), &cookie).await.location(), "/", "{evil}");
            assert!(house.get(&format!("/signin?next={query}"), "").await.body.contains("name=\"next\" value=\"/\""));
            let back = house.post("/language", "", &form(&[("to", "nb"), ("back", evil)])).await;
            assert_eq!(back.location(), "/", "{evil}");
        }
    });
}

#[test]
fn a_page_for_colleagues_leads_to_sign_in_and_back() {
    run(|house| async move {
        for cookie in ["", "tillit=x", "tillit=%", "other=1"] {
            let answer = house.get("/customers?q=kari", cookie).await;
            assert_eq!(
                (answer.status, answer.location()),
                (StatusCode::SEE_OTHER, "/signin?next=%2Fcustomers%3Fq%3Dkari")
            );
        }
    });
}

#[test]
fn the_language_of_the_sign_in_page_is_chosen_and_kept() {
    run(|house| async move {
        let answer = house.post("/language", "", &form(&[("to", "nb"), ("back", "/signin?next=%2Finbox")])).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/signin?next=%2Finbox"));
        let cookie = answer.headers[header::SET_COOKIE].to_str().expect("text");
        assert_eq!(cookie, "lang=nb; Path=/; SameSite=Lax; Max-Age=31536000");
        let page = house.get("/signin", "lang=nb").await;
        assert!(page.body.contains("Hyggelig å se deg") && page.body.contains("<html lang=\"nb\""));
        let odd = house.post("/language", "", &form(&[("to", "xx; Domain=evil"), ("back", "/")])).await;
        assert!(odd.headers[header::SET_COOKIE].to_str().expect("text").starts_with("lang=en;"));
    });
}

/// Lets the workers do what waits, and answers the mails they left.
async fn mails(house: &House) -> Vec<SystemMail> {
    let (stop, stopped) = watch::channel(false);
    let workers = Workers::default().lane(system_mail::LANE, 2).handle(staff::RESET, staff::send_reset);
    // Mails are carried by another crate; here they are kept.
    let workers = workers.handle(system_mail::KIND, |_, _| std::future::pending());
    let running = tokio::spawn(workers.run(house.p().clone(), stopped));
    for _ in 0..200 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        if house.jobs(staff::RESET).await.is_empty() {
            break;
        }
    }
    running.abort();
    drop(stop);
    house.jobs(system_mail::KIND).await.iter().map(|mail| serde_json::from_str(mail).expect("a mail")).collect()
}

fn link_in(mail: &SystemMail) -> String {
    let line = mail.text.lines().find(|line| line.starts_with("http")).expect("a link");
    line.strip_prefix("http://desk.example").expect("our own site").to_owned()
}

#[test]
fn asking_for_a_new_password_tells_nobody_who_has_an_account() {
    run(|house| async move {
        let mut seen = Vec::new();
        for email in ["ingrid@brekkesund.example", "nobody@brekkesund.example"] {
            let answer = house.post("/signin/forgotten", "", &form(&[("email", email)])).await;
            assert_eq!(answer.status, StatusCode::OK);
            seen.push(answer.body.replace(email, "x"));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(house.jobs(staff::RESET).await.len(), 2, "the same is left behind for both");
        let mails = mails(&house).await;
        assert_eq!(mails.len(), 1);
        assert_eq!((mails[0].to.as_str(), mails[0].language), ("ingrid@brekkesund.example", Language::En));
    });
}

#[test]
fn asking_again_and_again_is_slowed_down_without_shutting_out() {
    run(|house| async move {
        let mut last = StatusCode::OK;
        for _ in 0..6 {
            last = house.post("/signin/forgotten", "", &form(&[("email", "ingrid@brekkesund.example")])).await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(house.jobs(staff::RESET).await.len(), 1, "what waits already is not left twice");
        let answer = house.post("/signin", "", &attempt("ingrid@brekkesund.example", PASSWORD)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_reset_link_works_once_and_ends_what_was_before() {
    run(|house| async move {
        let elsewhere = house.cookie(&house.admin).await;
        house.post("/signin/forgotten", "", &form(&[("email", "INGRID@brekkesund.example")])).await;
        let link = link_in(&mails(&house).await[0]);
        for _ in 0..3 {
            let page = house.get(&link, "").await;
            assert!(
                page.status == StatusCode::OK && page.body.contains("Hello, Ingrid Moen"),
                "looking uses nothing up"
            );
        }
        let short = house.post(&link, "", &form(&[("password", "short")])).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.body.contains("aria-invalid=\"true\""), "{}", short.body);
        let new = "et annet dyr på taket";
        let done = house.post(&link, "", &form(&[("password", new)])).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/"));
        let cookie = done.session().expect("signed in");
        assert_eq!(house.get("/open", &cookie).await.body, "ingrid@brekkesund.example admin");
        assert_eq!(house.get("/open", &elsewhere).await.body, "nobody");
        assert_eq!(house.post(&link, "", &form(&[("password", "noch ein tier hier")])).await.status, StatusCode::GONE);
        assert_eq!(house.get(&link, "").await.status, StatusCode::GONE);
        assert_eq!(house.post("/signin", "", &attempt("ingrid@brekkesund.example", PASSWORD)).await.session(), None);
        assert!(house.post("/signin", "", &attempt("ingrid@brekkesund.example", new)).await.session().is_some());
    });
}

#[test]
fn links_that_do_not_work_all_look_the_same() {
    run(|house| async move {
        let mut tx = house.p().begin().await.expect("begin");
        let console = staff::issue(&mut tx, house.p(), &house.admin.id, Purpose::Console).await.expect("issued");
        let reset = staff::issue(&mut tx, house.p(), &house.admin.id, Purpose::Reset).await.expect("issued");
        tx.commit().await.expect("commit");
        let secret = |link: &str| link.rsplit('/').next().expect("a last part").to_owned();
        let upper = secret(&reset).to_uppercase();
        let mut bodies = Vec::new();
        for bad in ["%25", "*", "[]", "%20", "x", &upper, &secret(&console)] {
            let answer = house.get(&format!("/signin/reset/{bad}"), "").await;
            assert_eq!(answer.status, StatusCode::GONE, "{bad}");
            bodies.push(answer.body);
        }
        assert!(bodies.iter().all(|body| *body == bodies[0]));
        assert_eq!(house.get(&format!("/signin/link/{}", secret(&reset)), "").await.status, StatusCode::GONE);
        house.test.clock.advance_machine(SignedDuration::from_mins(61));
        assert_eq!(house.get(&format!("/signin/reset/{}", secret(&reset)), "").await.status, StatusCode::GONE);
    });
}

#[test]
fn the_operators_link_signs_in_once() {
    run(|house| async move {
        let mut tx = house.p().begin().await.expect("begin");
        let link = staff::issue(&mut tx, house.p(), &house.agent.id, Purpose::Console).await.expect("issued");
        tx.commit().await.expect("commit");
        let path = link.strip_prefix("http://desk.example").expect("our own site");
        let answer = house.get(path, "").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
        let cookie = answer.session().expect("a cookie");
        assert_eq!(house.get("/open", &cookie).await.body, "jonas@brekkesund.example agent");
        assert_eq!(house.get(path, "").await.status, StatusCode::GONE);
    });
}

#[test]
fn a_session_in_use_is_prolonged() {
    run(|house| async move {
        let cookie = house.cookie(&house.admin).await;
        for _ in 0..5 {
            house.test.clock.advance_machine(SignedDuration::from_hours(24 * 10));
            assert_eq!(house.get("/open", &cookie).await.body, "ingrid@brekkesund.example admin");
        }
        house.test.clock.advance_machine(SignedDuration::from_hours(24 * 14));
        assert_eq!(house.get("/open", &cookie).await.body, "nobody");
    });
}
