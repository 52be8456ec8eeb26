//! A file of customers through the desk: brought, looked at, begun, reported.

use axum::http::header::CONTENT_TYPE;
use platform::jobs::Workers;

use super::*;
use crate::import;

impl House {
    async fn bring(&self, cookie: &str, name: &str, text: &str) -> Answer {
        let part = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{text}");
        let body = format!("--edge\r\n{part}\r\n--edge--\r\n");
        let request = Request::builder().method(Method::POST).uri("/customers/import").header(header::COOKIE, cookie);
        let request = request.header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
        let request = request.extension(Peer("192.0.2.1".parse().expect("an address"))).body(Body::from(body));
        let answer = self.routes.clone().oneshot(request.expect("a request")).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

#[test]
fn a_file_is_shown_before_it_is_taken_in_and_reported_after() {
    run(|house| async move {
        let admin = house.cookie(&house.admin).await;
        let list = house.get("/customers", &admin).await.body;
        assert!(list.contains("href=\"/customers/import\""), "{list}");
        let first = house.get("/customers/import", &admin).await.body;
        assert!(first.contains("At most 64 MB") && first.contains("type=\"file\""), "{first}");
        let text = "Name,E-mail,Phone\n<b>Kari,kari@post.example,+4740000117\nOla,ola(at)x,\n,,x\n";
        let answer = house.bring(&admin, "a<b>.csv", text).await;
        let here = answer.location().to_owned();
        assert!(here.starts_with("/customers/imports/imp_"), "{} {}", answer.status, answer.body);
        let page = house.get(&here, &admin).await.body;
        assert!(
            page.contains("a&lt;b&gt;.csv") && page.contains("&lt;b&gt;Kari") && page.contains("not a mail address"),
            "{page}"
        );
        assert!(page.contains("Nothing is written yet") && page.contains("name=\"column-2\""), "{page}");
        let look = [("charset", "utf-8"), ("delimiter", "44"), ("heading", "1"), ("country", "NO")];
        let columns = [("column-0", "name"), ("column-1", "address"), ("column-2", "skip")];
        let look: Vec<_> = look.into_iter().chain(columns).collect();
        assert_eq!(house.post(&here, &admin, &form(&look)).await.location(), here);
        assert!(!house.get(&here, &admin).await.body.contains("+4740000117"), "left out");
        let start: Vec<_> = look.into_iter().chain([("do", "start")]).collect();
        assert_eq!(house.post(&here, &admin, &form(&start)).await.location(), here);
        let page = house.get(&here, &admin).await.body;
        assert!(
            page.contains("Under way") && page.contains("from:body throttle") && page.contains("0 % of the file"),
            "{page}"
        );
        let twice = house.post(&here, &admin, &form(&start)).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let workers = Workers::default().lane(import::LANE, 1).handle(import::JOB, import::work);
        workers.run_due(house.p(), import::LANE).await.expect("done");
        let page = house.get(&here, &admin).await.body;
        assert!(page.contains("Rows that were refused") && page.contains("No name, address or telephone"), "{page}");
        assert!(!page.contains("from:body throttle"));
        let report = house.get(&format!("{here}/report.csv"), &admin).await;
        assert!(report.headers["content-disposition"].to_str().is_ok_and(|it| it.contains("import-report.csv")));
        assert!(report.body.contains("2,New,per_") && report.body.contains("4,Refused,"), "{}", report.body);
        assert!(house.get("/customers", &admin).await.body.contains("&lt;b&gt;Kari"));
        assert!(house.get("/customers/import", &admin).await.body.contains("a&lt;b&gt;.csv"));
    });
}

#[test]
fn only_admins_bring_files_and_an_empty_one_is_asked_for_again() {
    run(|house| async move {
        let (admin, agent) = (house.cookie(&house.admin).await, house.cookie(&house.agent).await);
        assert!(!house.get("/customers", &agent).await.body.contains("/customers/import"));
        assert_eq!(house.get("/customers/import", &agent).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.bring(&agent, "a.csv", "Name\nA\n").await.status, StatusCode::FORBIDDEN);
        let empty = house.bring(&admin, "a.csv", " \n").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("Choose a file"), "{}", empty.body);
        let here = house.bring(&admin, "a.csv", "Name\nA\n").await.location().to_owned();
        for path in [here.clone(), format!("{here}/report.csv")] {
            assert_eq!(house.get(&path, &agent).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(house.post(&format!("{here}/stop"), &agent, "").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&here, &agent, "do=start").await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&format!("{here}/stop"), &admin, "").await.location(), "/customers/import");
        assert_eq!(house.get(&here, &admin).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get("/customers/imports/x", &admin).await.status, StatusCode::NOT_FOUND);
    });
}
