//! The pages: walked without a script, made without one, and beside nothing that is not there.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use conversations::http::sidebar::ConversationsSidebar;
use platform::i18n::I18n;
use platform::sessions;
use platform::web::desk::Desk;
use platform::web::errors::{Pages, pages};

use super::{Room, published, run};
use crate::guides::http::{desk, node, walking};

struct House {
    /// Its database goes with it.
    _room: Room,
    routes: Router,
    jonas: String,
}

struct Got {
    status: StatusCode,
    to: String,
    body: String,
}

impl House {
    async fn of(mut room: Room) -> Self {
        let texts =
            [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, portal::LOCALES, crate::LOCALES];
        room.test.platform.i18n = I18n::new(&texts).expect("texts");
        let p = room.p().clone();
        let mut tx = p.begin().await.expect("begin");
        let session = sessions::start(&mut tx, &*p.random, room.jonas.id.as_str(), "192.0.2.1", "Firefox").await;
        let jonas = format!("tillit={}", session.expect("started"));
        tx.commit().await.expect("commit");
        let sidebar = Desk { sidebar: std::sync::Arc::new(ConversationsSidebar), demo: None, notices: Vec::new() };
        let routes = Router::new()
            .route("/help/guides", get(walking::index))
            .route("/help/guides/{address}", get(walking::show).post(walking::step))
            .route("/settings/guides", get(desk::index).post(desk::create))
            .route("/settings/guides/{id}", get(desk::show).post(desk::update))
            .route("/settings/guides/{id}/state", post(desk::turn))
            .route("/settings/guides/{id}/tests", post(desk::test))
            .route("/settings/guides/{id}/nodes/{key}", get(node::show).post(node::update))
            .layer(from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
            .layer(Extension(sidebar))
            .with_state(p.clone());
        Self { _room: room, routes, jonas }
    }

    async fn ask(&self, method: Method, path: &str, body: &str) -> Got {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", &self.jonas)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body.to_owned()))
            .expect("a request");
        let answer = tower::ServiceExt::oneshot(self.routes.clone(), request).await.expect("an answer");
        let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("").to_owned();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 1 << 24).await.expect("a body");
        Got { status, to, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, "").await
    }

    async fn post(&self, path: &str, body: &str) -> Got {
        self.ask(Method::POST, path, body).await
    }
}

#[test]
fn a_guide_is_walked_to_its_end_and_to_a_person_by_forms_alone() {
    run(|room| async move {
        published(&room).await;
        let house = House::of(room).await;
        assert!(house.get("/help/guides").await.body.contains("/help/guides/the-pump-stands-still?in=en"));
        let here = "/help/guides/the-pump-stands-still";
        let page = house.get(here).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("<h1 lang=\"en\">Place on</h1>"), "{}", page.body);
        let step = house.post(here, "v=1&path=&choice=0").await;
        assert_eq!((step.status, step.to.as_str()), (StatusCode::SEE_OTHER, &*format!("{here}?v=1&path=0")));
        assert!(house.get(&step.to).await.body.contains("Place switch"));
        assert_eq!(house.post(here, "v=1&path=0&act=back").await.to, format!("{here}?v=1&path="));
        let end = house.get(&format!("{here}?v=1&path=0.0.0")).await;
        assert!(end.body.contains("Place solved") && !end.body.contains("name=\"choice\""), "{}", end.body);
        let stuck = house.post(here, "v=1&path=0.0&act=stuck").await;
        assert!(stuck.to.starts_with("/contact?tried=") && stuck.to.contains("Place+on%3A+Go+switch"), "{}", stuck.to);
        for path in ["?v=1&path=9.9.9", "?v=1&path=%00%ff", "?v=7&path=0", "?path=0.0", "?in=xx&v=-1"] {
            let page = house.get(&format!("{here}{path}")).await;
            assert!(page.status == StatusCode::OK && page.body.contains("Place on"), "{path}: {}", page.body);
        }
        assert_eq!(house.post(here, "v=1&path=0.0&choice=99").await.to, format!("{here}?v=1&path=0.0"));
        assert_eq!(house.get("/help/guides/none").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_guide_is_made_in_the_desk_and_what_is_wrong_names_its_place() {
    run(|room| async move {
        let house = House::of(room).await;
        assert_eq!(house.post("/settings/guides", "language=en&name=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let made = house.post("/settings/guides", "language=en&name=Lamp").await;
        let id = made.to.split(['/', '?']).nth(3).expect("an id").to_owned();
        let path = format!("/settings/guides/{id}");
        let place = "key=Is+it+on&kind=question&title-en=On%3F&to-0=done&label-0-en=Yes";
        assert_eq!(house.post(&format!("{path}/nodes/new"), place).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&path).await;
        assert!(page.body.contains("is-it-on: a choice leads to"), "{}", page.body);
        let done = "key=done&kind=solved&title-en=Done";
        assert_eq!(house.post(&format!("{path}/nodes/new"), done).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&path).await.body.contains("Nothing keeps it from going live."));
        let test = house.post(&format!("{path}/tests"), "path=1&ends=person").await;
        assert_eq!(test.status, StatusCode::SEE_OTHER);
        assert!(house.get(&path).await.body.contains("does not end as it should"));
        let form = house.get(&format!("{path}/nodes/is-it-on")).await;
        assert!(form.body.contains("value=\"Yes\"") && form.body.contains("name=\"to-1\""), "{}", form.body);
        let refused = house.post(&format!("{path}/nodes/done"), "remove=1").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(house.post(&format!("{path}/state"), "act=publish").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.get(&format!("{path}/nodes/none")).await.status, StatusCode::NOT_FOUND);
    });
}
