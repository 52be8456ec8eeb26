//! A file of conversations through the desk: brought, looked at, begun, reported.

use platform::jobs::Workers;

use super::*;
use crate::moving::{self, http};

impl House {
    async fn owner(&self) -> String {
        let mut tx = self.p.begin().await.expect("begin");
        let (email, zone) = ("anna@shop.example".to_owned(), "Europe/Oslo".to_owned());
        let new = NewStaff { name: "Anna Vik".into(), email, role: Role::Owner, language: Language::En, zone };
        let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
        let session = sessions::start(&mut tx, &*self.p.random, staff.id.as_str(), "192.0.2.1", "Firefox").await;
        tx.commit().await.expect("commit");
        format!("tillit={}", session.expect("started"))
    }

    async fn bring(&self, cookie: &str, text: &str) -> Answer {
        let source = "Content-Disposition: form-data; name=\"source\"\r\n\r\n<b>Old";
        let file = format!("Content-Disposition: form-data; name=\"file\"; filename=\"a<b>.csv\"\r\n\r\n{text}");
        let body = format!("--edge\r\n{source}\r\n--edge\r\n{file}\r\n--edge--\r\n");
        let request = Request::builder().method(Method::POST).uri("/settings/moving").header(header::COOKIE, cookie);
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        let answer = self.routes.clone().oneshot(request.body(Body::from(body)).expect("a request")).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

fn with_moving(house: &mut House) {
    let desk = Desk { sidebar: Arc::new(ConversationsSidebar), demo: None, notices: Vec::new() };
    house.routes = Router::new()
        .route("/settings/moving", get(http::index).post(http::create))
        .route("/settings/moving/{id}", get(http::show).post(http::update))
        .route("/settings/moving/{id}/stop", post(http::stop))
        .route("/settings/moving/{id}/report.csv", get(http::report_csv))
        .layer(axum::middleware::from_fn_with_state(Pages::new(house.p.i18n.clone(), house.p.random.clone()), pages))
        .layer(Extension(desk))
        .with_state(house.p.clone());
}

const TEXT: &str = "number,subject,customer email,at,text,colour\n17,<b>Tent,kari@post.example,2024-03-01,Hi,red\n\
    ,No number,ola@post.example,2024-03-01,Hi,\n";

#[test]
fn a_file_is_shown_before_it_is_taken_in_and_reported_after() {
    run(|mut house| async move {
        with_moving(&mut house);
        let owner = house.owner().await;
        let ask = async |method, path: &str, form: &[(&str, &str)]| house.ask(method, path, &owner, form).await;
        let first = ask(Method::GET, "/settings/moving", &[]).await;
        assert!(first.body.contains("At most 64 MB") && first.body.contains("type=\"file\""), "{}", first.body);
        let here = house.bring(&owner, TEXT).await.location().to_owned();
        assert!(here.starts_with("/settings/moving/mov_"), "{here}");
        let page = ask(Method::GET, &here, &[]).await.body;
        for words in
            ["a&lt;b&gt;.csv", "&lt;b&gt;Tent", "&lt;b&gt;Old", "Nothing is written yet", "colour", "Has no number"]
        {
            assert!(page.contains(words), "{words}\n{page}");
        }
        let named = ask(Method::POST, &here, &[("source", "Zammad"), ("do", "look")]).await;
        assert_eq!(named.location(), here);
        assert!(ask(Method::GET, &here, &[]).await.body.contains("value=\"Zammad\""));
        let begun = ask(Method::POST, &here, &[("source", "Zammad"), ("do", "start")]).await;
        assert_eq!(begun.location(), here);
        let page = ask(Method::GET, &here, &[]).await.body;
        assert!(page.contains("Under way") && page.contains("from:body throttle"), "{page}");
        let twice = ask(Method::POST, &here, &[("do", "start")]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let workers = Workers::default().lane(moving::JOBS_LANE, 1).handle(moving::JOB, moving::work);
        workers.run_due(&house.p, moving::JOBS_LANE).await.expect("done");
        let page = ask(Method::GET, &here, &[]).await.body;
        assert!(page.contains("Records that were refused") && !page.contains("from:body throttle"), "{page}");
        let report = ask(Method::GET, &format!("{here}/report.csv"), &[]).await;
        assert!(report.body.contains("2,New,17,1001,") && report.body.contains("3,Refused,,,"), "{}", report.body);
        assert!(ask(Method::GET, "/settings/moving", &[]).await.body.contains("a&lt;b&gt;.csv"));
    });
}

#[test]
fn only_owners_bring_files_and_an_empty_one_is_asked_for_again() {
    run(|mut house| async move {
        with_moving(&mut house);
        let owner = house.owner().await;
        for cookie in [house.admin.clone(), house.agent.clone()] {
            assert_eq!(house.ask(Method::GET, "/settings/moving", &cookie, &[]).await.status, StatusCode::FORBIDDEN);
            assert_eq!(house.bring(&cookie, TEXT).await.status, StatusCode::FORBIDDEN);
        }
        for (text, words) in [(" \n", "Choose a file"), ("name\nKari\n", "needs columns")] {
            let empty = house.bring(&owner, text).await;
            assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(empty.body.contains(words), "{}", empty.body);
        }
        let here = house.bring(&owner, TEXT).await.location().to_owned();
        for path in [here.clone(), format!("{here}/report.csv")] {
            assert_eq!(house.ask(Method::GET, &path, &house.admin, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let stopped = house.ask(Method::POST, &format!("{here}/stop"), &owner, &[]).await;
        assert_eq!(stopped.location(), "/settings/moving");
        assert_eq!(house.ask(Method::GET, &here, &owner, &[]).await.status, StatusCode::NOT_FOUND);
    });
}
