//! The pages and files of reports through real routes.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::{Extension, Router};
use platform::i18n::{I18n, Say};
use platform::sessions;
use platform::web::desk::{Desk, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::{Pages, pages};
use tower::ServiceExt;

use super::*;
use crate::reports::http;

/// A desk with nothing around its pages.
struct Bare;

impl SidebarSource for Bare {
    fn sidebar<'a>(&'a self, _: &'a Platform, _: &'a Actor, _: &'a Say, _: &'a str) -> Later<'a, Sidebar> {
        Box::pin(async { Ok(Sidebar::default()) })
    }
    fn settings(&self, _: &Actor, _: &Say, _: &str) -> Vec<Link> {
        vec![]
    }
    fn keys(&self, _: &Say) -> Vec<KeyGroup> {
        vec![]
    }
}

pub(super) async fn asked(p: &Platform, who: &Staff, path: &str) -> (StatusCode, String) {
    let locales = [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, crate::LOCALES];
    let p = Platform { i18n: I18n::new(&locales).expect("texts"), ..p.clone() };
    let mut tx = p.begin().await.expect("begin");
    let session = sessions::start(&mut tx, &*p.random, who.id.as_str(), "192.0.2.1", "Firefox").await;
    tx.commit().await.expect("commit");
    let desk = Desk { sidebar: Arc::new(Bare), demo: None, notices: vec![] };
    let shown = Pages::new(p.i18n.clone(), p.random.clone());
    let routes = Router::new()
        .route("/lapses", get(crate::lapses::http::show).post(crate::lapses::http::update))
        .route("/reports", get(http::show))
        .route("/reports/figures.csv", get(http::figures_csv))
        .route("/reports/conversations", get(http::conversations))
        .route("/reports/conversations.csv", get(http::conversations_csv))
        .layer(Extension(desk))
        .layer(from_fn_with_state(shown, pages))
        .with_state(p);
    let cookie = format!("tillit={}", session.expect("started"));
    let request = Request::builder().uri(path).header(header::COOKIE, cookie).body(Body::empty()).expect("a request");
    let answer = routes.oneshot(request).await.expect("an answer");
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1 << 24).await.expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

#[test]
fn the_page_shows_figures_that_lead_to_their_conversations() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let (status, page) = asked(p, &story.ingrid, "/reports?period=7d&compare=1&by=staff").await;
        assert_eq!(status, StatusCode::OK);
        for part in ["Answered within 24 hours", "2 of 2", "95% confidence", "role=\"img\"", "Before: 0", "1 h 30 min"]
        {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.contains("/reports/conversations?period=7d&amp;figure=first"), "every figure leads somewhere");
        let (status, list) = asked(p, &story.ingrid, "/reports/conversations?period=7d&figure=first").await;
        assert_eq!(status, StatusCode::OK);
        assert!(list.contains("=Pump 1") && list.contains("=Pump 2") && !list.contains("=Pump 3"));
        assert_eq!(asked(p, &story.ingrid, "/reports/conversations?figure=weather").await.0, StatusCode::NOT_FOUND);
    });
}

#[test]
fn without_anything_to_count_the_page_says_so() {
    on_both_engines(&migrations(), |test| async move {
        let ingrid = colleague(&test.platform, "Ingrid", Role::Admin).await;
        let (status, page) = asked(&test.platform, &ingrid, "/reports").await;
        assert!(status == StatusCode::OK && page.contains("Nothing to count yet"));
    });
}

#[test]
fn days_that_cannot_be_read_are_said_beside_the_field() {
    run(|story| async move {
        let p = story.p();
        let (status, page) = asked(p, &story.ingrid, "/reports?from=2026-11-05&to=2026-11-01").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("aria-invalid=\"true\"") && page.contains("value=\"2026-11-05\""));
        for path in
            ["/reports?of=staff:%00", "/reports/figures.csv?by=mood", "/reports/conversations.csv?figure=first&of=x"]
        {
            assert_eq!(asked(p, &story.ingrid, path).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        }
    });
}

#[test]
fn nobody_reads_the_figures_of_somebody_else() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let hers = format!("of=staff:{}", story.ingrid.id);
        for path in [
            "/reports?",
            "/reports/figures.csv?",
            "/reports/conversations?figure=first&",
            "/reports/conversations.csv?figure=first&",
        ] {
            let path = format!("{path}{hers}");
            assert_eq!(asked(p, &story.jonas, &path).await.0, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(asked(p, &story.ingrid, &path).await.0, StatusCode::OK, "{path}");
        }
        let (_, page) = asked(p, &story.jonas, "/reports?by=staff").await;
        assert!(!page.contains(&format!("staff:{}", story.ingrid.id)));
    });
}

#[test]
fn files_hold_the_figures_and_no_formulas() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let (status, file) = asked(p, &story.ingrid, "/reports/figures.csv?period=7d&by=language").await;
        assert_eq!(status, StatusCode::OK);
        let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("from,to,by,name,opened,received,replied"), "{}", lines[0]);
        assert!(lines[1].contains(",,Everything,3,3,2,1,0,2,0,"), "{}", lines[1]);
        assert!(lines.len() == 3 && lines[2].contains(",language,Bokmål"), "{}", lines[2]);
        let (_, file) = asked(p, &story.ingrid, "/reports/conversations.csv?period=7d&figure=opened").await;
        assert_eq!(file.lines().count(), 4);
        assert!(file.contains(",'=Pump 1,Kari,"), "{file}");
    });
}

#[test]
fn the_page_of_lapses_says_which_and_how_sure_that_is() {
    run(|story| async move {
        let p = story.p();
        story.test.clock.advance(SignedDuration::from_hours(25));
        super::lapses::look(p).await;
        read(p).await;
        let (status, page) = asked(p, &story.ingrid, "/lapses").await;
        assert_eq!(status, StatusCode::OK);
        for part in ["=Pump 3", "Nobody had it.", "1 of 3", "95% confidence", "Write a reason", "Has waited"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let (status, page) = asked(p, &story.jonas, "/lapses?period=ever&cursor=nonsense").await;
        assert!(status == StatusCode::OK && page.contains("=Pump 3"), "some period is shown");
    });
}
