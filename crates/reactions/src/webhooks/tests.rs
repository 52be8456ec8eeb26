//! Webhooks on both engines, against receivers of our own on loopback (P07).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use base::{Action, Actor, Role};
use jiff::SignedDuration;
use people::person::{self, PersonEvent};
use platform::jobs::Workers;
use platform::log::public::{Families, Family};
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Migration, Platform, log};
use tokio::net::{TcpListener, TcpSocket};

use super::*;

const FAMILIES: Families = Families(&[Family::of::<PersonEvent>("person", Action::ReadPeople)]);

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn admin() -> Actor {
    Actor::staff("stf_00000000000000000000000001", Role::Admin)
}

/// What a receiver heard, and what it answers.
#[derive(Clone)]
struct Receiver {
    heard: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    answers: Arc<Mutex<(u16, &'static str)>>,
    port: u16,
}

impl Receiver {
    async fn new() -> Self {
        Self::on(TcpListener::bind(("127.0.0.1", 0)).await.expect("a port"))
    }

    fn on(listener: TcpListener) -> Self {
        let port = listener.local_addr().expect("an address").port();
        let receiver = Self { heard: Arc::default(), answers: Arc::new(Mutex::new((204, ""))), port };
        let routes = Router::new().fallback(hear).with_state(receiver.clone());
        tokio::spawn(axum::serve(listener, routes).into_future());
        receiver
    }

    fn answer(&self, status: u16, retry_after: &'static str) {
        *self.answers.lock().expect("a lock") = (status, retry_after);
    }

    fn heard(&self) -> Vec<(HeaderMap, String)> {
        self.heard.lock().expect("a lock").clone()
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook", self.port)
    }
}

async fn hear(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    body: String,
) -> (StatusCode, HeaderMap, &'static str) {
    receiver.heard.lock().expect("a lock").push((headers, body));
    let (status, retry) = *receiver.answers.lock().expect("a lock");
    let mut headers = HeaderMap::new();
    if !retry.is_empty() {
        headers.insert("retry-after", retry.parse().expect("a header"));
    }
    (StatusCode::from_u16(status).expect("a status"), headers, "heard\0")
}

async fn webhook(p: &Platform, url: &str) -> (Webhook, String) {
    let wanted = Wanted { url: url.to_owned(), kinds: vec!["person.*".into(), "nonsense".into()] };
    add(p, &admin(), wanted).await.expect("added")
}

/// So many customers appear; each is a fact.
async fn appear(p: &Platform, from: usize, many: usize) {
    let mut tx = p.begin().await.expect("begin");
    for n in from..from + many {
        person::add(&mut tx, &Actor::System, "", &format!("kari{n}@post.example")).await.expect("added");
    }
    tx.commit().await.expect("commit");
    // On PostgreSQL a fact is read once no older transaction of the whole server runs, those of other tests included.
    for _ in 0..500 {
        reading::read_some(p, FAMILIES).await.expect("reads");
        let mut conn = p.db.read().await.expect("read");
        // Nobody reads while nobody wants anything; what is there can be read all the same.
        let begin = log::cursor(&mut conn, "nobody").await.expect("a place");
        let readable = log::after(&mut conn, begin, 1000).await.expect("reads").len();
        let all = conn.number("SELECT COUNT(*) AS n FROM event", vec![]).await.expect("counts");
        let sql = "SELECT COUNT(*) AS n FROM event WHERE seq > (SELECT seq FROM event_cursor)";
        let asleep = !store::any_on(&mut conn).await.expect("asks");
        let behind = conn.number(sql, vec![]).await.expect("counts");
        if all == i64::try_from(readable).expect("a count") && (asleep || behind == 0) {
            return;
        }
        drop(conn);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the log was not read");
}

async fn deliver_due(p: &Platform) {
    delivering::workers(Workers::default()).run_due(p, LANE).await.expect("runs");
}

async fn count(p: &Platform, state: Progress) -> usize {
    let sql = "SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = $1";
    let n = p.db.read().await.expect("read").number(sql, platform::vals![state.code()]).await.expect("counts");
    usize::try_from(n).expect("a count")
}

async fn now_is(p: &Platform, id: &WebhookId) -> Webhook {
    store::find(&mut p.db.read().await.expect("read"), id).await.expect("finds").expect("is there")
}

#[test]
fn what_happens_arrives_signed_in_order_and_once() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        appear(&p, 0, 3).await;
        let receiver = Receiver::new().await;
        let (webhook, secret) = webhook(&p, &receiver.url()).await;
        assert_eq!(webhook.kinds, ["person.*"]);
        appear(&p, 3, 3).await;
        appear(&p, 6, 1).await;
        deliver_due(&p).await;
        deliver_due(&p).await;
        let heard = receiver.heard();
        let addresses: Vec<String> = heard
            .iter()
            .map(|(_, body)| {
                serde_json::from_str::<serde_json::Value>(body).expect("JSON")["data"]["address"].to_string()
            })
            .collect();
        let expected: Vec<String> = (3..7).map(|n| format!("\"kari{n}@post.example\"")).collect();
        assert_eq!(addresses, expected, "what happened before is not told");
        for (headers, body) in &heard {
            let text = |name: &str| headers[name].to_str().expect("text").to_owned();
            let seconds = text("webhook-timestamp").parse().expect("a number");
            let signed = signing::signature(std::slice::from_ref(&secret), &text("webhook-id"), seconds, body);
            assert_eq!(text("webhook-signature"), signed.expect("signed"));
            assert_eq!(text("content-type"), "application/json");
        }
        let deliveries = store::deliveries(&mut p.db.read().await.expect("read"), &webhook.id, 9).await.expect("reads");
        assert!(
            deliveries.iter().all(|one| one.state == Progress::Done && one.status == Some(204) && one.attempts == 1)
        );
        let kept = p.db.read().await.expect("read").one("SELECT secret FROM webhook", vec![]).await.expect("reads");
        assert!(!kept.expect("a row").text("secret").expect("text").contains(&secret[6..20]));
    });
}

#[test]
fn a_receiver_that_is_down_for_seventy_hours_hears_everything() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = test.platform;
        // Bound and not listening: nobody answers there, and nobody else gets the port meanwhile.
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(([127, 0, 0, 1], 0).into()).expect("a port");
        let port = socket.local_addr().expect("an address").port();
        let (webhook, _) = webhook(&p, &format!("http://127.0.0.1:{port}/hook")).await;
        for hour in 0..70 {
            appear(&p, hour, 1).await;
            deliver_due(&p).await;
            test.clock.advance_machine(SignedDuration::from_hours(1));
        }
        let tries = p.db.read().await.expect("read");
        let sql = "SELECT CAST(SUM(attempts) AS BIGINT) AS n FROM webhook_delivery";
        let tries = {
            let mut conn = tries;
            conn.number(sql, vec![]).await.expect("counts")
        };
        assert!((10..60).contains(&tries), "it is asked now and then, not for each fact: {tries}");
        let receiver = Receiver::on(socket.listen(64).expect("listens"));
        for _ in 0..8 {
            test.clock.advance_machine(SignedDuration::from_hours(1));
            deliver_due(&p).await;
        }
        assert_eq!((count(&p, Progress::Done).await, count(&p, Progress::Pending).await), (70, 0));
        let mut ids: Vec<_> = receiver.heard().iter().map(|(headers, _)| headers["webhook-id"].clone()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 70);
        assert_eq!(now_is(&p, &webhook.id).await.failures, 0);
    });
}

#[test]
fn what_never_arrives_is_given_up_after_three_days() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let receiver = Receiver::new().await;
        receiver.answer(500, "");
        let (_, _) = webhook(&p, &receiver.url()).await;
        appear(&p, 0, 1).await;
        for _ in 0..73 * 2 {
            deliver_due(&p).await;
            test.clock.advance_machine(SignedDuration::from_mins(30));
        }
        assert_eq!((count(&p, Progress::Failed).await, count(&p, Progress::Pending).await), (1, 0));
        let tries = receiver.heard().len();
        assert!((15..30).contains(&tries), "{tries}");
        // People may have it sent again.
        receiver.answer(200, "");
        let id = {
            let mut conn = p.db.read().await.expect("read");
            conn.one("SELECT id FROM webhook_delivery", vec![]).await.expect("reads").expect("a row").id("id")
        };
        deliver_again(&p, &admin(), &id.expect("an id")).await.expect("again");
        deliver_due(&p).await;
        assert_eq!(count(&p, Progress::Done).await, 1);
    });
}

#[test]
fn a_receiver_is_taken_at_its_word() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let receiver = Receiver::new().await;
        let (webhook, _) = webhook(&p, &receiver.url()).await;
        receiver.answer(429, "900");
        appear(&p, 0, 2).await;
        deliver_due(&p).await;
        assert_eq!(receiver.heard().len(), 1, "the second one waits as well");
        test.clock.advance_machine(SignedDuration::from_secs(899));
        deliver_due(&p).await;
        assert_eq!(receiver.heard().len(), 1);
        test.clock.advance_machine(SignedDuration::from_secs(1));
        receiver.answer(204, "");
        deliver_due(&p).await;
        assert_eq!((receiver.heard().len(), count(&p, Progress::Done).await), (3, 2));

        receiver.answer(410, "");
        appear(&p, 2, 2).await;
        deliver_due(&p).await;
        let off = now_is(&p, &webhook.id).await;
        assert_eq!((off.enabled, off.gone, receiver.heard().len()), (false, true, 4));
        appear(&p, 4, 1).await;
        assert_eq!(count(&p, Progress::Pending).await, 1, "what happens while it is off is not for it");
        receiver.answer(204, "");
        switch(&p, &admin(), &webhook.id, true).await.expect("switched on");
        deliver_due(&p).await;
        assert_eq!((count(&p, Progress::Pending).await, receiver.heard().len()), (0, 5));
    });
}

#[test]
fn one_that_fails_for_one_fact_hears_the_others() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let receiver = Receiver::new().await;
        let (webhook, _) = webhook(&p, &receiver.url()).await;
        receiver.answer(500, "");
        appear(&p, 0, 1).await;
        deliver_due(&p).await;
        receiver.answer(204, "");
        appear(&p, 1, 2).await;
        deliver_due(&p).await;
        assert_eq!((count(&p, Progress::Done).await, count(&p, Progress::Pending).await), (2, 1));
        test.clock.advance_machine(SignedDuration::from_secs(60));
        deliver_due(&p).await;
        assert_eq!(count(&p, Progress::Done).await, 3);

        // A new secret signs beside the old one for a day.
        let fresh = rotate(&p, &admin(), &webhook.id).await.expect("rotated");
        let signatures = async || {
            super::test(&p, &admin(), &webhook.id).await.expect("sent");
            deliver_due(&p).await;
            let (headers, body) = receiver.heard().pop().expect("heard");
            assert!(body.contains("webhook.test"));
            headers["webhook-signature"].to_str().expect("text").split(' ').count()
        };
        assert!(fresh.starts_with("whsec_"));
        assert_eq!(signatures().await, 2);
        test.clock.advance_machine(SignedDuration::from_hours(24));
        assert_eq!(signatures().await, 1);
        remove(&p, &admin(), &webhook.id).await.expect("removed");
        assert_eq!(count(&p, Progress::Done).await, 0);
    });
}

#[test]
fn a_dead_receiver_slows_nobody_else() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        // It takes the connection and says nothing.
        let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = silent.local_addr().expect("an address").port();
        webhook(&p, &format!("http://127.0.0.1:{port}/")).await;
        let mut others = Vec::new();
        for _ in 0..5 {
            let receiver = Receiver::new().await;
            webhook(&p, &receiver.url()).await;
            others.push(receiver);
        }
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let working = tokio::spawn(delivering::workers(Workers::default()).run(p.clone(), stopped));
        appear(&p, 0, 3).await;
        let all_heard = async {
            while others.iter().any(|one| one.heard().len() < 3) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        // The dead one takes 15 seconds to be left; nobody waits for it.
        tokio::time::timeout(Duration::from_secs(10), all_heard).await.expect("heard in time");
        stop.send_replace(true);
        drop(silent);
        working.await.expect("ends").expect("ends well");
    });
}

#[test]
fn only_those_who_look_after_settings_make_webhooks_and_only_to_where_we_may_call() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let agent = Actor::staff("stf_1", Role::Agent);
        let wanted = |url: &str, kinds: &[&str]| Wanted {
            url: url.into(),
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        };
        let good = "http://127.0.0.1:1/";
        assert!(matches!(add(&p, &agent, wanted(good, &["person.*"])).await, Err(Failure::Forbidden)));
        for (url, kinds, refusal) in [
            ("http://10.0.0.1/", ["person.*"], Refusal::Address),
            ("http://169.254.169.254/latest", ["person.*"], Refusal::Address),
            ("ftp://127.0.0.1/", ["person.*"], Refusal::Address),
            ("http://user@127.0.0.1/", ["person.*"], Refusal::Address),
            ("", ["person.*"], Refusal::Address),
            (good, ["*"], Refusal::NoKinds),
        ] {
            let answer = add(&p, &admin(), wanted(url, &kinds)).await;
            assert!(matches!(answer, Err(Failure::Refused(why)) if why == refusal), "{url}: {answer:?}");
        }
        assert!(matches!(
            switch(&p, &agent, &"whk_01kyf5b0000000000000000000".parse().expect("an id"), true).await,
            Err(Failure::Forbidden)
        ));
        assert!(matches!(
            remove(&p, &admin(), &"whk_01kyf5b0000000000000000000".parse().expect("an id")).await,
            Err(Failure::NotFound)
        ));
    });
}
