//! The handlers through a router, as a browser meets them.

mod able;
mod access;
mod away;
mod belonging;
mod files;
mod filling_in;
mod handing_out;
mod importing;
mod pages;
mod second;
mod signing_in;

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language, Role, Scope};
use maud::{Markup, html};
use platform::i18n::{I18n, Say};
use platform::testing::{TestPlatform, on_both_engines};
use platform::throttle::Throttle;
use platform::web::desk::{Current, Desk, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::{Pages, pages};
use platform::web::guard::Peer;
use platform::{Platform, sessions};
use tower::ServiceExt;

use super::*;
use crate::staff::{self, NewStaff, Staff};

/// A desk with nothing around its pages.
struct Bare;

impl SidebarSource for Bare {
    fn sidebar<'a>(&'a self, _: &'a Platform, _: &'a Actor, _: &'a Say, _: &'a str) -> Later<'a, Sidebar> {
        Box::pin(async { Ok(Sidebar::default()) })
    }
    fn settings(&self, _: &Actor, say: &Say, _: &str) -> Vec<Link> {
        let text = say.text("colleagues-title");
        vec![Link { href: "/settings/colleagues".into(), icon: "users", text, current: Current::No, ..Link::default() }]
    }
    fn keys(&self, _: &Say) -> Vec<KeyGroup> {
        vec![]
    }
}

/// A business with one admin and one agent, both with the password of [`PASSWORD`].
struct House {
    test: TestPlatform,
    routes: Router,
    admin: Staff,
    agent: Staff,
}

const PASSWORD: &str = "en hest på taket";

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The session cookie that was set.
    fn session(&self) -> Option<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pair = lines.filter_map(|line| line.split(';').next()).find(|pair| pair.starts_with("tillit="))?;
        Some(pair.to_owned()).filter(|pair| pair != "tillit=")
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        test.platform.i18n = I18n::new(&[platform::i18n::LOCALES, crate::LOCALES]).expect("texts");
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let mut people = Vec::new();
        for (name, email, role) in [
            ("Ingrid Moen", "ingrid@brekkesund.example", Role::Admin),
            ("Jonas <b>", "jonas@brekkesund.example", Role::Agent),
        ] {
            let zone = "Europe/Oslo".into();
            let new = NewStaff { name: name.into(), email: email.into(), role, language: Language::En, zone };
            let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
            let hash = p.passwords.hash(PASSWORD.into()).await.expect("hashed");
            staff::set_password(&mut tx, &Actor::System, &staff.id, &hash, None).await.expect("set");
            people.push(staff);
        }
        tx.commit().await.expect("commit");
        let (agent, admin) = (people.pop().expect("two"), people.pop().expect("two"));
        let routes = routes(p);
        Self { test, routes, admin, agent }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }

    async fn ask(&self, method: Method, path: &str, cookie: &str, form: &str, peer: &str) -> Answer {
        let peer: IpAddr = peer.parse().expect("an address");
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").extension(Peer(peer));
        let request = request.body(Body::from(form.to_owned())).expect("a request");
        let answer = self.routes.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Method::GET, path, cookie, "", "192.0.2.1").await
    }

    async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        self.ask(Method::POST, path, cookie, form, "192.0.2.1").await
    }

    /// A cookie of somebody who is signed in, without the sign-in form.
    async fn cookie(&self, staff: &Staff) -> String {
        let mut tx = self.p().begin().await.expect("begin");
        let started =
            sessions::start(&mut tx, &*self.p().random, staff.id.as_str(), "192.0.2.1", "Firefox, Linux").await;
        tx.commit().await.expect("commit");
        format!("tillit={}", started.expect("started"))
    }

    async fn staff(&self, staff: &Staff) -> Staff {
        let mut conn = self.p().db.read().await.expect("read");
        staff::find(&mut conn, &Scope::All, &staff.id).await.expect("find").expect("is there")
    }

    /// Payloads of waiting jobs of a kind.
    async fn jobs(&self, kind: &str) -> Vec<String> {
        let mut conn = self.p().db.read().await.expect("read");
        let rows = conn.all("SELECT payload FROM job WHERE kind = $1 ORDER BY id", platform::vals![kind]).await;
        rows.expect("reads").iter().map(|row| row.text("payload").expect("text")).collect()
    }
}

fn routes(p: &Platform) -> Router {
    let desk = Desk { sidebar: Arc::new(Bare), demo: None, notices: Vec::new() };
    Router::new()
        .route("/signin", get(signin::show).post(signin::create))
        .route("/signout", post(signin::destroy))
        .route("/signin/second", get(second_signin::show).post(second_signin::create))
        .route("/profile/second", get(super::second::show).post(super::second::update))
        .route("/profile/second/begin", post(super::second::begin))
        .route("/settings/colleagues/{id}/second", post(colleagues::second_off))
        .route("/signin/link/{secret}", get(signin::by_link))
        .route("/signin/forgotten", get(forgotten::show).post(forgotten::create))
        .route("/signin/reset/{secret}", get(reset::show).post(reset::update))
        .route("/language", post(language::update))
        .route("/profile", get(profile::show).post(profile::update))
        .route("/profile/password", post(password::update))
        .route("/profile/sessions/end", post(sessions_of_one::end_others))
        .route("/profile/sessions/{digest}/end", post(sessions_of_one::end))
        .route("/settings/colleagues", get(colleagues::index).post(colleagues::create))
        .route("/profile/absences", post(absences::plan_own))
        .route("/profile/absences/{id}/remove", post(absences::cancel_own))
        .route("/settings/colleagues/{id}", get(colleague::show))
        .route("/settings/colleagues/{id}/workload", post(colleague::take))
        .route("/settings/colleagues/{id}/absences", post(absences::plan))
        .route("/settings/colleagues/{id}/abilities", post(abilities::set))
        .route("/profile/writes", post(abilities::set_own))
        .route("/settings/skills", get(skills::index).post(skills::create))
        .route("/settings/skills/{id}", post(skills::update))
        .route("/settings/skills/{id}/remove", post(skills::remove))
        .route("/settings/colleagues/{id}/absences/{absence}/remove", post(absences::cancel))
        .route("/settings/colleagues/obliged", post(colleagues::oblige))
        .route("/settings/colleagues/{id}/role", post(colleagues::update_role))
        .route("/settings/colleagues/{id}/reach", post(colleagues::limit))
        .route("/settings/api", get(tokens::index).post(tokens::create))
        .route("/settings/departments", get(departments::index).post(departments::create))
        .route("/settings/departments/{id}", post(departments::update))
        .route("/settings/departments/{id}/closed", post(departments::close))
        .route("/settings/departments/{id}/open", post(departments::open))
        .route("/settings/colleagues/{id}/invitation", post(colleagues::invite))
        .route("/settings/colleagues/{id}/disabled", post(colleagues::disable))
        .route("/settings/colleagues/{id}/enabled", post(colleagues::enable))
        .route("/customers", get(customers::index))
        .route("/customers/{id}", get(customer::show))
        .route("/customers/{id}/name", post(customer::rename))
        .route("/customers/{id}/addresses", post(customer::addresses::add))
        .route("/customers/{id}/addresses/change", post(customer::addresses::change))
        .route("/customers/{id}/addresses/remove", post(customer::addresses::remove))
        .route("/customers/{id}/phones", post(customer::phones::add))
        .route("/customers/{id}/phones/change", post(customer::phones::change))
        .route("/customers/{id}/phones/remove", post(customer::phones::remove))
        .route("/customers/{id}/names", post(customer::names::add))
        .route("/customers/{id}/names/change", post(customer::names::change))
        .route("/customers/{id}/names/remove", post(customer::names::remove))
        .route("/customers/{id}/about", post(customer::about))
        .route("/customers/{id}/preferences", post(customer::preferences))
        .route("/customers/{id}/block", post(customer::block))
        .route("/customers/{id}/unblock", post(customer::unblock))
        .route("/customers/{id}/held", get(customer::held::show))
        .route("/customers/{id}/erase", post(customer::held::erase))
        .route("/customers/{id}/apart", post(customer::doubles::leave_apart))
        .route("/customers/{id}/care", post(customer::care::set))
        .route("/customers/{id}/care/{flag}", post(customer::care::change))
        .route("/customers/{id}/care/{flag}/end", post(customer::care::end))
        .route("/customers/{id}/notes", post(customer::notes::add))
        .route("/customers/{id}/notes/{note}", post(customer::notes::change))
        .route("/customers/{id}/notes/{note}/pin", post(customer::notes::pin))
        .route("/customers/{id}/notes/{note}/remove", post(customer::notes::remove))
        .route("/customers/export", get(export::show))
        .route("/customers/import", get(imports::index).post(imports::create))
        .route("/customers/imports/{id}", get(imports::show).post(imports::update))
        .route("/customers/imports/{id}/stop", post(imports::stop))
        .route("/customers/imports/{id}/report.csv", get(imports::report_csv))
        .route("/customers/{id}/fields", post(customer::fields))
        .route("/organisations/{id}/fields", post(organisation::fields))
        .route("/settings/fields", get(own_fields::show).post(own_fields::create))
        .route("/settings/fields/{id}", post(own_fields::update))
        .route("/settings/fields/{id}/retired", post(own_fields::retire))
        .route("/settings/fields/{id}/move", post(own_fields::arrange))
        .route("/customers/{id}/related", post(customer::related::add))
        .route("/customers/{id}/related/remove", post(customer::related::remove))
        .route("/customers/{id}/organisation", post(customer::belonging::join))
        .route("/customers/{id}/organisation/leave", post(customer::belonging::leave))
        .route("/customers/{id}/organisation/decline", post(customer::belonging::decline))
        .route("/organisations", get(organisations::index).post(organisations::create))
        .route("/organisations/{id}", get(organisation::show))
        .route("/organisations/{id}/name", post(organisation::rename))
        .route("/organisations/{id}/domains", post(organisation::add_domain))
        .route("/organisations/{id}/domains/remove", post(organisation::remove_domain))
        .route("/organisations/{id}/joining", post(organisation::joining))
        .route("/organisations/{id}/people", post(organisation::take_in))
        .route("/organisations/{id}/decline", post(organisation::decline))
        .route("/open", get(open))
        .with_state(p.clone())
        .layer(axum::middleware::from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(Throttle::new(p.clock.clone())))
        .layer(Extension(crate::privacy::Holders(&[])))
        .layer(Extension(desk))
}

use super::sessions as sessions_of_one;

/// Says who is asking, if anybody.
async fn open(staff::MaybeWho(who): staff::MaybeWho) -> Markup {
    html! { (who.map_or("nobody".to_owned(), |who| format!("{} {}", who.staff.email, who.staff.role.code()))) }
}

fn form(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
