//! At the desk and by programs: asked for, fetched, taken in elsewhere.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use base::Actor;
use channels::journal::Journal;
use people::staff;
use platform::backup::{portable, takeout};
use platform::metrics::Metrics;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Blobs, Db, Platform, sessions};

use crate::api::tests::story::{self, House};
use crate::config::{Config, Options};
use crate::open::{LEFT_OUT, migrations};
use crate::serve::workers;

const HERE: &str = super::HERE;

/// A business with an owner who is signed in.
pub(crate) struct Desk {
    pub house: House,
    routes: Router,
    cookie: String,
}

/// What was answered.
pub(crate) struct Got {
    pub status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Got {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Desk {
    pub async fn open(test: TestPlatform) -> Self {
        let folder = test.folder.clone();
        let house = House::build(test).await;
        let p = house.p.clone();
        let journal = Journal::start(p.clone());
        let config = Config::decide(Options { data: Some(folder), ..Options::default() }).expect("decides");
        let routes = crate::routes::guarded(&p, &config, crate::routes::all(), None, &journal, &Metrics::default());
        let mut tx = p.begin().await.expect("begin");
        let cookie = sessions::start(&mut tx, &*p.random, house.staff.id.as_str(), "192.0.2.1", "Firefox").await;
        tx.commit().await.expect("commit");
        Self { routes: routes.expect("routes"), cookie: format!("tillit={}", cookie.expect("started")), house }
    }

    pub fn p(&self) -> &Platform {
        &self.house.p
    }

    async fn ask(&self, method: &str, path: &str, (name, value): (header::HeaderName, &str), form: &str) -> Got {
        use tower::ServiceExt as _;
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, &self.cookie);
        let request = request.header("sec-fetch-site", "same-origin").header(name, value);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(Body::from(form.to_owned())).expect("a request");
        let answer = self.routes.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, 1 << 26).await.expect("a body").to_vec();
        Got { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, path: &str) -> Got {
        self.ask("GET", path, (header::ACCEPT, "*/*"), "").await
    }

    pub async fn post(&self, path: &str, form: &str) -> Got {
        self.ask("POST", path, (header::ACCEPT, "*/*"), form).await
    }

    async fn set_password(&self, password: &str) {
        let hash = self.p().passwords.hash(password.to_owned()).await.expect("a hash");
        let mut tx = self.p().begin().await.expect("begin");
        let digest = sessions_kept(&mut tx).await;
        let set = staff::set_password(&mut tx, &Actor::System, &self.house.staff.id, &hash, Some(&digest)).await;
        set.expect("set");
        tx.commit().await.expect("commit");
    }
}

async fn sessions_kept(tx: &mut platform::Tx) -> String {
    let row = tx.one("SELECT digest FROM session", vec![]).await.expect("read").expect("a session");
    row.text("digest").expect("text")
}

#[test]
fn an_owner_packs_everything_at_the_desk_and_it_comes_in_elsewhere_equal() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let desk = Desk::open(test).await;
        story::tell(&desk.house).await;
        let p = desk.p().clone();
        assert!(desk.get(HERE).await.text().contains("Packed so far"));
        let refused = desk.post(HERE, "password=x").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "who has no password sets one first");
        assert!(refused.text().contains("You have no password yet"), "{}", refused.text());
        desk.set_password("a long enough password").await;
        let refused = desk.post(HERE, "password=wrong").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"password-e\""), "{}", refused.text());
        let begun = desk.post(HERE, "password=a+long+enough+password").await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
        let page = desk.get(HERE).await.text();
        assert!(page.contains("Stop packing") && page.contains("hx-get=\"/settings/takeout\""), "{page}");
        let again = desk.post(HERE, "password=a+long+enough+password").await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "one at a time");
        workers().run_due(&p, takeout::LANE).await.expect("worked");
        assert!(desk.get("/profile").await.text().contains("Everything is packed"), "they are told on every page");
        let page = desk.get(HERE).await.text();
        assert!(!desk.get("/profile").await.text().contains("Everything is packed"), "until they have looked");
        let file =
            page.split('"').find(|part| part.starts_with(HERE) && part.ends_with("/file")).expect("a link").to_owned();
        assert!(page.contains(&format!("{file}\" hx-boost=\"false\" aria-label")), "a page in its place is not saved");
        let told = "SELECT COUNT(*) AS n FROM event WHERE kind = 'takeout.downloaded'";
        let before = p.db.read().await.expect("read").number(told, vec![]).await.expect("counted");
        let whole = desk.get(&file).await;
        assert_eq!(
            (whole.status, &whole.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"application/zip".parse().expect("a value"))
        );
        let length = whole.body.len();
        assert_eq!(whole.headers[header::CONTENT_LENGTH], length.to_string().as_str());
        let rest = desk.ask("GET", &file, (header::RANGE, "bytes=1000-"), "").await;
        assert_eq!((rest.status, &rest.body[..]), (StatusCode::PARTIAL_CONTENT, &whole.body[1000..]));
        let told = p.db.read().await.expect("read").number(told, vec![]).await.expect("counted");
        assert_eq!(told, before + 2, "who fetches all but a few bytes is noted, too");

        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE session SET proved_at = NULL", vec![]).await.expect("set");
        tx.commit().await.expect("commit");
        let prove = file.replace("/file", "/prove");
        let page = desk.get(HERE).await.text();
        assert!(page.contains(&prove) && !page.contains(&file), "{page}");
        let asked = desk.get(&file).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        assert_eq!(asked.headers[header::LOCATION], prove.as_str());
        let rest = desk.ask("GET", &file, (header::RANGE, "bytes=1000-"), "").await;
        assert_eq!(rest.status, StatusCode::FORBIDDEN, "no page is the rest of a file");
        assert!(desk.get(&prove).await.text().contains("Prove that it is you"));
        let refused = desk.post(&prove, "password=wrong").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"password-e\""), "{}", refused.text());
        assert_eq!(desk.get(&file).await.status, StatusCode::SEE_OTHER, "being signed in is not enough");
        let proved = desk.post(&prove, "password=a+long+enough+password").await;
        assert_eq!(proved.status, StatusCode::SEE_OTHER, "{}", proved.text());
        assert!(desk.get(&format!("{HERE}?proved=1")).await.text().contains("Confirmed."));
        assert_eq!(desk.get(&file).await.body, whole.body, "for a quarter of an hour");

        let folder = tempfile::tempdir().expect("a folder");
        let (packed, unpacked) = (folder.path().join("a.zip"), folder.path().join("in"));
        std::fs::write(&packed, &whole.body).expect("saved");
        std::fs::create_dir(&unpacked).expect("a folder");
        portable::unpack(&packed, &unpacked).expect("unpacked");
        let db = Db::sqlite(&folder.path().join("tillit.db")).await.expect("opens");
        let blobs = Blobs::new(&folder.path().join("files")).expect("a folder");
        let quiet = || Arc::new(|_, _| {});
        let loaded = portable::load(&unpacked, &db, &blobs, &migrations(), quiet()).await;
        let (manifest, _) = loaded.unwrap_or_else(|fault| panic!("{}", fault.chain()));
        let to = folder.path().join("out");
        let again = portable::write(&db, &blobs, p.clock.machine(), &to, LEFT_OUT, quiet()).await.expect("written");
        assert_eq!((again.tables, again.files), (manifest.tables, manifest.files), "row by row, file by file");

        let removed = desk.post(&file.replace("/file", "/remove"), "").await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.get(&file).await.status, StatusCode::NOT_FOUND);
        let page = desk.get("/settings/audit?kind=privacy").await.text();
        for words in ["was begun", "was packed", "was downloaded", "was removed"] {
            assert!(page.contains(words), "{words}: {page}");
        }
    });
}
