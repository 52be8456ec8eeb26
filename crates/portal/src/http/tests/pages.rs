//! What a customer does on the page, and what it looks like.

use axum::http::{Method, StatusCode, header};
use base::Scope;
use conversations::{Author, MessageKind, State, queries};
use conversations::{commands, settings};
use jiff::SignedDuration;
use platform::Platform;
use platform::jobs::Job;

use super::run;

#[test]
fn an_answer_is_a_message_from_outside_and_starts_the_clock() {
    run(|house| async move {
        house.reply("Virker det nå?").await;
        assert_eq!(house.find().await.state, State::WaitingCustomer);
        let got = house.answer(&house.path, "Nei, den piper <b>ennå</b>.", "film.mp4").await;
        assert_eq!((got.status, got.to()), (StatusCode::SEE_OTHER, format!("{}?done=sent", house.path).as_str()));
        let it = house.find().await;
        assert_eq!((it.state, it.unread, it.customer_spoke_last), (State::Open, true, true));
        assert!(it.clocks.next_due.is_some(), "a reply is owed again");
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &it.id).await.expect("read").expect("is there");
        let last = thread.messages.last().expect("a message");
        assert_eq!((last.kind, &last.author), (MessageKind::Inbound, &Author::Person(it.person.clone())));
        assert_eq!(last.attachments.len(), 1);
        drop(conn);
        let page = house.get(got.to()).await;
        assert!(page.body.contains("data-sent") && page.body.contains("film.mp4"), "{}", page.body);
        assert!(page.body.contains("&lt;b&gt;ennå&lt;/b&gt;"), "{}", page.body);
    });
}

#[test]
fn what_cannot_be_taken_comes_back_with_its_text() {
    run(|house| async move {
        let empty = house.answer(&house.path, " \r\n", "").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("aria-invalid=\"true\""), "{}", empty.body);
        assert_eq!(house.answer(&house.path, "", "bare-en-fil.txt").await.status, StatusCode::SEE_OTHER);
        let mut last = StatusCode::SEE_OTHER;
        for n in 0..6 {
            let got = house.answer(&house.path, &format!("Svar {n}"), "").await;
            last = got.status;
            if last == StatusCode::TOO_MANY_REQUESTS {
                assert!(got.body.contains(&format!(">Svar {n}</textarea>")), "{}", got.body);
            }
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        house.test.clock.advance(SignedDuration::from_hours(2));
        assert_eq!(house.answer(&house.path, "Nå da?", "").await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn the_customer_settles_it_and_takes_it_up_again() {
    run(|house| async move {
        let settle = format!("{}/solved", house.path);
        assert_eq!(house.get(&settle).await.status, StatusCode::METHOD_NOT_ALLOWED, "looking changes nothing");
        assert_eq!(house.post(&settle).await.to(), format!("{}?done=solved", house.path));
        let it = house.find().await;
        assert_eq!((it.state, it.clocks.due(), it.unread), (State::Solved, None, false));
        assert_eq!(house.post(&settle).await.to(), house.path, "twice is once");
        let page = house.get(&house.path).await;
        assert!(page.body.contains("/reopen\"") && !page.body.contains("/solved\""), "{}", page.body);

        let reopen = format!("{}/reopen", house.path);
        assert_eq!(house.post(&reopen).await.to(), format!("{}?done=open", house.path));
        let it = house.find().await;
        assert_eq!((it.state, it.unread), (State::Open, true));
        assert!(it.clocks.due().is_some(), "somebody owes an answer");
        assert_eq!(house.post(&reopen).await.to(), house.path);
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &it.id).await.expect("read").expect("is there");
        let by_her = thread.history.iter().filter(|event| event.actor == format!("customer:{}", it.person));
        assert_eq!(by_her.filter(|event| event.kind == "conversation.state_changed").count(), 2);
    });
}

#[test]
fn colleagues_cannot_act_as_customers_nor_customers_on_others() {
    run(|house| async move {
        let id = &house.kari.conversation;
        assert!(commands::settle(house.p(), &house.actor(), id).await.is_err());
        assert!(commands::take_up(house.p(), &base::Actor::System, id).await.is_err());
        let stranger = base::Actor::Customer { id: "per_00000000000000000000000000".into() };
        assert!(commands::settle(house.p(), &stranger, id).await.is_err());
        assert_eq!(house.find().await.state, State::New);
    });
}

#[test]
fn an_answer_to_what_is_closed_for_long_leads_to_where_it_goes_on() {
    run(|house| async move {
        house.post(&format!("{}/solved", house.path)).await;
        let mut tx = house.p().begin().await.expect("begin");
        let days = settings::manners(&mut tx).await.expect("manners").quiet_days;
        tx.commit().await.expect("commit");
        house.test.clock.advance(SignedDuration::from_hours(24 * (days + 1)));
        let job = claim(house.p(), commands::CLOSE_JOB).await;
        commands::close_quiet(house.p(), &job).await.expect("quiet enough");
        assert_eq!(house.find().await.state, State::Closed);
        let page = house.get(&house.path).await;
        assert!(!page.body.contains("/reopen\"") && page.body.contains("<form"), "{}", page.body);
        let got = house.answer(&house.path, "Den piper igjen.", "").await;
        assert_eq!(got.status, StatusCode::SEE_OTHER);
        assert!(!got.to().starts_with(&format!("{}?", house.path)), "{}", got.to());
        assert!(house.get(got.to()).await.body.contains("Den piper igjen."));
    });
}

/// Takes the waiting job of this kind in hand.
async fn claim(p: &Platform, kind: &str) -> Job {
    let sql = "UPDATE job SET status = 1, owner = 'hand', attempts = attempts + 1, key = NULL WHERE id = \
               (SELECT id FROM job WHERE kind = $1 AND status = 0 ORDER BY id LIMIT 1) RETURNING id, payload";
    let mut tx = p.begin().await.expect("begin");
    let row = tx.one(sql, platform::vals![kind]).await.expect("claim").expect("it waits");
    let job = Job::for_tests(&row.text("id").expect("id"), kind, &row.text("payload").expect("payload"), "hand");
    tx.commit().await.expect("commit");
    job
}

#[test]
fn the_page_speaks_the_customers_language_until_she_chooses_another() {
    run(|house| async move {
        let lang = |body: &str| body.split("<html lang=\"").nth(1).map(|rest| rest[..2].to_owned());
        let page = house.ask(Method::GET, &house.path, &[("accept-language", "da")], String::new()).await;
        assert_eq!(lang(&page.body).as_deref(), Some("nb"), "what she writes in goes before what her browser likes");
        let page = house.ask(Method::GET, &house.path, &[("cookie", "lang=sv")], String::new()).await;
        assert_eq!(lang(&page.body).as_deref(), Some("sv"));
        assert!(page.body.contains(&format!("name=\"back\" value=\"{}\"", house.path)), "{}", page.body);
    });
}

#[test]
fn nobody_on_the_way_keeps_or_finds_the_page() {
    run(|house| async move {
        let page = house.get(&house.path).await;
        assert_eq!(page.headers["x-robots-tag"], "noindex, nofollow");
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
        assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
        assert!(page.body.contains("<title>Kjelen &quot;&gt;&lt;img src=x&gt; · Brekkesund</title>"), "{}", page.body);
        assert!(!page.body.contains("kari@post.example"), "the page tells nobody's address");
        assert!(!page.body.contains("style="));
    });
}

#[test]
fn another_subject_is_on_the_page_and_the_old_one_nowhere() {
    run(|house| async move {
        assert!(house.get(&house.path).await.body.contains("Kjelen &quot;&gt;"));
        let id = &house.kari.conversation;
        commands::change_subject(house.p(), &house.actor(), id, "Lokket <piper>").await.expect("changed");
        let page = house.get(&house.path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Lokket &lt;piper&gt;") && !page.body.contains("Kjelen &quot;"), "{}", page.body);
        assert!(!page.body.contains("Ingrid"), "who changed it is nobody's business outside: {}", page.body);
    });
}
