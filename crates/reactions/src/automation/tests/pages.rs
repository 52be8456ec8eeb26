//! Settings → Rules, as a browser without scripts uses it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use platform::i18n::Say;
use platform::sessions;
use platform::web::desk::{Desk, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::{Pages, pages};
use tower::ServiceExt;

use super::*;

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

async fn ask(house: &House, who: &Staff, method: &str, path: &str, form: &str) -> (StatusCode, String) {
    let p = house.p();
    let mut tx = p.begin().await.expect("begin");
    let session = sessions::start(&mut tx, &*p.random, who.id.as_str(), "192.0.2.1", "Firefox").await;
    tx.commit().await.expect("commit");
    let desk = Desk { sidebar: Arc::new(Bare), demo: None, notices: vec![] };
    let shown = Pages::new(p.i18n.clone(), p.random.clone());
    let routes = Router::new()
        .route("/settings/rules", get(http::index).post(http::create))
        .route("/settings/rules/new", get(http::new))
        .route("/settings/rules/order", post(http::set_order))
        .route("/settings/rules/{id}", get(http::edit).post(http::update))
        .route("/settings/rules/{id}/enabled", post(http::enable))
        .route("/settings/rules/{id}/move", post(http::move_to))
        .route("/settings/rules/{id}/trial", get(http::trial))
        .route("/settings/rules/{id}/history", get(http::history))
        .route("/settings/rules/{id}/versions/{version}", post(http::bring_back))
        .route("/settings/rules/{id}/restore", post(http::restore))
        .route("/settings/rules/{id}/remove", post(http::remove))
        .layer(Extension(desk))
        .layer(from_fn_with_state(shown, pages))
        .with_state(p.clone());
    let request = Request::builder().method(method).uri(path);
    let request = request.header(header::COOKIE, format!("tillit={}", session.expect("started")));
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = routes.oneshot(request.body(Body::from(form.to_owned())).expect("a request")).await.expect("answered");
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1 << 24).await.expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

const FORM: &str = "name=Motors%20%3Cb%3E&trigger=on%3Acustomer_wrote&amount=24&unit=hours\
    &depth=0&kind=group&value=all&depth=1&kind=tag&value=motor&act_kind=tag&act_value=seen";

#[test]
fn a_rule_is_made_of_a_form_without_scripts() {
    run(|house| async move {
        let olga = &house.olga;
        let (status, page) = ask(&house, olga, "GET", "/settings/rules", "").await;
        assert!(
            status == StatusCode::OK && page.contains("No rules yet") && page.contains("new?from=unhappy"),
            "{page}"
        );
        let (_, page) = ask(&house, olga, "GET", "/settings/rules/new?from=waiting", "").await;
        for part in
            ["value=\"time:customer\" selected", "value=\"open_hours\" selected", "name=\"amount\"", "value=\"4\""]
        {
            assert!(page.contains(part), "{part}: {page}");
        }
        // A button adds a line and saves nothing.
        let (status, page) = ask(&house, olga, "POST", "/settings/rules", &format!("{FORM}&act_new=note&do=act")).await;
        assert!(status == StatusCode::OK && page.contains("<textarea") && page.contains("id=\"a-1\""), "{page}");
        let (status, page) =
            ask(&house, olga, "POST", "/settings/rules", &format!("{FORM}&act_kind=note&act_value=")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("href=\"#a-1\"") && page.contains("aria-describedby=\"a-1-e\""), "{page}");
        assert!(store::all(&mut house.p().db.read().await.expect("read")).await.expect("read").is_empty());
        let (status, _) = ask(&house, olga, "POST", "/settings/rules", FORM).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let (_, page) = ask(&house, olga, "GET", "/settings/rules?done=saved", "").await;
        assert!(page.contains("Motors &lt;b&gt;") && page.contains("The customer writes"), "{page}");
        assert_eq!(ask(&house, &house.ingrid, "GET", "/settings/rules", "").await.0, StatusCode::FORBIDDEN);
        assert_eq!(ask(&house, &house.ingrid, "POST", "/settings/rules", FORM).await.0, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_rule_is_switched_tried_changed_and_looked_back_at() {
    run(|house| async move {
        let olga = &house.olga;
        let id = house.mail(1, None, false).await;
        let rule = house.rule("Note", "on:opened", ALWAYS, &["note:Look <here>"]).await;
        let to = |rest: &str| format!("/settings/rules/{rule}{rest}");
        let (_, page) = ask(&house, olga, "GET", &to("/trial"), "").await;
        assert!(page.contains(&format!("/conversations/{id}")) && page.contains("Nothing is done here"), "{page}");
        house.mail(2, None, false).await;
        house.work().await;
        let (_, page) = ask(&house, olga, "GET", "/settings/rules", "").await;
        assert!(page.contains("1 time in 7 days") && page.contains("Note: Look &lt;here&gt;"), "{page}");
        let changed = FORM.replace("act_kind=tag&act_value=seen", "act_kind=tell&act_value=owner");
        assert_eq!(ask(&house, olga, "POST", &to(""), &changed).await.0, StatusCode::SEE_OTHER);
        let (_, page) = ask(&house, olga, "GET", &to("/history"), "").await;
        assert!(page.contains("Version 2") && page.contains("As it is now") && page.contains("Olga"), "{page}");
        assert_eq!(ask(&house, olga, "POST", &to("/versions/1"), "").await.0, StatusCode::SEE_OTHER);
        assert_eq!(house.now_is(&rule).await.spec.name, "Note");
        assert_eq!(ask(&house, olga, "POST", &to("/versions/x"), "").await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&house, olga, "POST", &to("/enabled"), "on=").await.0, StatusCode::SEE_OTHER);
        assert!(!house.now_is(&rule).await.enabled);
        assert_eq!(ask(&house, olga, "POST", "/settings/rules/order", "order=first").await.0, StatusCode::SEE_OTHER);
        assert_eq!(ask(&house, olga, "POST", &to("/remove"), "").await.0, StatusCode::SEE_OTHER);
        let (_, page) = ask(&house, olga, "GET", &format!("/settings/rules?gone={rule}"), "").await;
        assert!(page.contains(&to("/restore")), "{page}");
        assert_eq!(ask(&house, olga, "GET", &to(""), "").await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&house, olga, "POST", &to("/restore"), "").await.0, StatusCode::SEE_OTHER);
        assert_eq!(ask(&house, olga, "GET", &to(""), "").await.0, StatusCode::OK);
        assert_eq!(ask(&house, olga, "GET", "/settings/rules/rul_1", "").await.0, StatusCode::NOT_FOUND);
    });
}
