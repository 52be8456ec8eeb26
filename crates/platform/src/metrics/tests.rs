//! What monitoring is shown, on both engines, and what it is never shown.

use ::http::Request;
use axum::Router;
use axum::body::{Body, to_bytes};
use tower::ServiceExt;

use super::http::{Page, routes};
use super::*;
use crate::jobs::NewJob;
use crate::log::{self, Place};
use crate::settings::record_change;
use crate::testing::on_both_engines;

const SINCE: Gauge = Gauge {
    name: "oldest_fact_seconds",
    help: "How old the oldest fact is",
    sql: "SELECT MIN(at) AS n FROM event",
    labels: &[],
    counts: Counts::Since,
};

async fn ask(routes: &Router, token: Option<&str>) -> (u16, String) {
    let mut request = Request::get("/metrics");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let answer = routes.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    let status = answer.status().as_u16();
    let text = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    (status, String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn numbers_tell_requests_jobs_ages_and_lag() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        let metrics = Metrics::default();
        let gauges = [GAUGES, &[SINCE]].concat();
        let empty = metrics.text(&p, &gauges).await.expect("text");
        assert!(empty.contains("\ntillit_dead_letters 0.0\n") && empty.contains("\ntillit_oldest_fact_seconds 0.0\n"));
        let mut tx = p.begin().await.expect("begin");
        tx.enqueue(NewJob::new("mail", "k").payload("kari@post.example")).await.expect("a job");
        let later = p.clock.machine() + jiff::SignedDuration::from_secs(20);
        tx.enqueue(NewJob::new("send", "k").at_machine_time(later)).await.expect("a job");
        tx.run(
            "INSERT INTO job (id, lane, kind, payload, due, waits, attempts, attempts_max, status) \
                VALUES ('job_x', 'send', 'k', '', 0, 0, 1, 1, 3)",
            vec![],
        )
        .await
        .expect("a dead letter");
        log::advance(&mut tx, "webhooks", Place::default()).await.expect("a cursor");
        for _ in 0..3 {
            record_change(&mut tx, &base::Actor::System, "hours").await.expect("a fact");
        }
        tx.commit().await.expect("commit");
        test.clock.advance(jiff::SignedDuration::from_secs(30));
        let held = metrics.began();
        metrics.answered("GET", "/inbox/{id}", 200, Duration::from_millis(30));
        metrics.answered("BREW\"", "/inbox/{id}", 405, Duration::from_millis(3));
        metrics.refused();
        let text = metrics.text(&p, &gauges).await.expect("text");
        drop(held);
        for line in [
            "tillit_http_requests_total{method=\"GET\",route=\"/inbox/{id}\",status=\"200\"} 1",
            "tillit_http_requests_total{method=\"other\",route=\"/inbox/{id}\",status=\"405\"} 1",
            "tillit_http_request_seconds_count{route=\"/inbox/{id}\"} 2",
            "tillit_http_request_seconds_bucket{le=\"0.05\",route=\"/inbox/{id}\"} 2",
            "tillit_http_requests_open 1",
            "tillit_http_requests_refused_total 1",
            "tillit_jobs{lane=\"mail\",state=\"waiting\"} 1.0",
            "tillit_jobs{lane=\"send\",state=\"dead\"} 1.0",
            "tillit_dead_letters 1.0",
            "tillit_job_age_seconds{lane=\"mail\"} 30.0",
            "tillit_job_age_seconds{lane=\"send\"} 10.0",
            "tillit_oldest_fact_seconds 30.0",
            "tillit_event_log_lag{reader=\"webhooks\"} 3.0",
            "tillit_database_connections{state=\"idle\"}",
            "# EOF",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert!(!text.contains("post.example"), "{text}");
        assert!(metrics.text(&p, &[]).await.expect("text").contains("tillit_http_requests_open 0"));
        let mut tx = p.begin().await.expect("begin");
        // Behind everything, whatever other transactions of the same server still run.
        let end = Place { transaction: i64::MAX, seq: 0 };
        log::advance(&mut tx, "webhooks", end).await.expect("a cursor");
        tx.commit().await.expect("commit");
        let text = metrics.text(&p, &gauges).await.expect("text");
        assert!(text.contains("tillit_event_log_lag{reader=\"webhooks\"} 0.0"), "{text}");
    });
}

#[test]
fn with_a_token_only_its_bearer_sees_numbers() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let page = |token: Option<&str>| Page {
            platform: test.platform.clone(),
            metrics: Metrics::default(),
            gauges: GAUGES.to_vec(),
            token: token.map(str::to_owned),
        };
        let (open, closed) = (routes(page(None)), routes(page(Some("a long secret"))));
        assert_eq!(ask(&open, None).await.0, 200);
        for token in [None, Some(""), Some("a long secre"), Some("a long secret ")] {
            assert_eq!(ask(&closed, token).await, (401, String::new()), "{token:?}");
        }
        assert_eq!(ask(&closed, Some("a long secret")).await.0, 200);
        let mut tx = test.platform.begin().await.expect("begin");
        tx.run("DROP TABLE event_cursor", vec![]).await.expect("dropped");
        tx.commit().await.expect("commit");
        assert_eq!(ask(&open, None).await, (500, String::new()), "and not a word of why");
    });
}
