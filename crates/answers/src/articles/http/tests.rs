//! The pages behind real routes, on both engines: the help centre for everybody, and the desk for who may.

use std::future::Future;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language};
use conversations::http::sidebar::ConversationsSidebar;
use conversations::settings;
use jiff::civil::date;
use people::staff::Staff;
use platform::i18n::I18n;
use platform::testing::{TestPlatform, on_both_engines};
use platform::throttle::Throttle;
use platform::web::desk::Desk;
use platform::web::errors::{Pages, pages};
use platform::{Platform, sessions};
use tower::ServiceExt as _;

use super::{bringing, categories, desk, feeds, help, pictures, snippets, versions};
use crate::articles::store::{self, Counted};
use crate::articles::tests::{Room, migrations};
use crate::articles::{Audience, State};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A help centre with what each may read, and its doors.
struct House {
    room: Room,
    routes: Router,
    /// Of a colleague who publishes, one who writes, one who reads, and a customer.
    ingrid: String,
    jonas: String,
    siv: String,
    kari: String,
}

/// What came back.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    fn to(&self) -> &str {
        self.header(header::LOCATION)
    }

    fn kept(&self) -> &str {
        self.header(header::CACHE_CONTROL)
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    on_both_engines(&migrations(), |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let texts =
            [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, portal::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&texts).expect("texts");
        let room = Room::of(test).await;
        let p = room.p().clone();
        let mut tx = p.begin().await.expect("begin");
        let business = settings::Business { name: "Brekkesund".into(), ..settings::Business::default() };
        settings::set_business(&mut tx, &business).await.expect("business");
        let kari = people::person::add(&mut tx, &Actor::System, "Kari Solheim", "kari@post.example").await;
        let kari = kari.expect("added");
        let random = &*p.random;
        let kari = sessions::start(&mut tx, random, kari.as_str(), "192.0.2.1", "Firefox").await.expect("in");
        tx.commit().await.expect("commit");
        let (ingrid, jonas, siv) =
            (signed_in(&p, &room.ingrid).await, signed_in(&p, &room.jonas).await, signed_in(&p, &room.siv).await);
        room.published("Returns & <refunds>", "## How\n\nSend it.\n\n## When\n\nSoon.", Audience::Public).await;
        room.published("For customers", "Known to few.", Audience::Customers).await;
        room.published("For us", "Known to us.", Audience::Internal).await;
        room.begin("Not yet", "Unfinished.", Audience::Public).await;
        let routes = routes(&p);
        Self { room, routes, ingrid, jonas, siv, kari: format!("tillit-my={kari}") }
    }

    async fn ask(&self, method: Method, path: &str, extra: &[(&str, &str)], body: &str) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        let (parts, body) = self.routes.clone().oneshot(request).await.expect("an answer").into_parts();
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, &[], "").await
    }

    async fn with(&self, cookie: &str, path: &str) -> Got {
        self.ask(Method::GET, path, &[("cookie", cookie)], "").await
    }

    async fn post(&self, cookie: &str, path: &str, body: &str) -> Got {
        self.ask(Method::POST, path, &[FORM, ("cookie", cookie)], body).await
    }

    /// Sends a form with a file in it: (name of the field, name of the file, its bytes), and other fields.
    async fn send(&self, cookie: &str, path: &str, file: (&str, &str, &[u8]), fields: &[(&str, &str)]) -> Got {
        let (field, name, bytes) = file;
        let mut body = Vec::new();
        for (key, value) in fields {
            body.extend(format!("--cut\r\ncontent-disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = format!("--cut\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--cut--\r\n");
        let request = Request::builder().method(Method::POST).uri(path).header("cookie", cookie);
        let request = request.header("content-type", "multipart/form-data; boundary=cut").body(Body::from(body));
        let answer = self.routes.clone().oneshot(request.expect("a request")).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn missing(&self) -> Vec<(String, i64)> {
        let mut conn = self.room.p().db.read().await.expect("read");
        let all = store::missing(&mut conn, 20).await.expect("read");
        all.into_iter().map(|one| (one.query, one.times)).collect()
    }
}

async fn signed_in(p: &Platform, staff: &Staff) -> String {
    let mut tx = p.begin().await.expect("begin");
    let session = sessions::start(&mut tx, &*p.random, staff.id.as_str(), "192.0.2.1", "Firefox").await;
    tx.commit().await.expect("commit");
    format!("tillit={}", session.expect("started"))
}

/// The routes as the wiring has them.
fn routes(p: &Platform) -> Router {
    let sidebar = Desk { sidebar: Arc::new(ConversationsSidebar), demo: None, notices: Vec::new() };
    Router::new()
        .route("/help", get(help::index))
        .route("/help/{lang}", get(help::centre))
        .route("/help/{lang}/search", get(help::search))
        .route("/help/{lang}/suggest", get(help::suggest))
        .route("/help/pictures/{name}", get(pictures::show))
        .route("/help/{lang}/feed.xml", get(feeds::feed))
        .route("/help/{lang}/topics/{address}", get(help::category))
        .route("/help/{lang}/{address}", get(help::article))
        .route("/help/{lang}/{address}/opinion", post(help::opinion))
        .route("/sitemap.xml", get(feeds::site_map))
        .route("/robots.txt", get(feeds::robots))
        .route("/settings/articles", get(desk::index).post(desk::create))
        .route("/settings/articles/new", get(desk::new))
        .route("/settings/articles/preview", post(desk::preview))
        .route("/settings/articles/missing", get(desk::missing).post(desk::forget))
        .route("/settings/articles/categories", get(categories::show).post(categories::create))
        .route("/settings/articles/categories/{id}", post(categories::update))
        .route("/settings/articles/pictures", get(pictures::index).post(pictures::create))
        .route("/settings/articles/snippets", get(snippets::show).post(snippets::create))
        .route("/settings/articles/snippets/{name}", post(snippets::update))
        .route("/settings/articles/snippets/{name}/remove", post(snippets::remove))
        .route("/settings/articles/import", get(bringing::show).post(bringing::create))
        .route("/settings/articles/{id}/about", post(desk::describe))
        .route("/settings/articles/{id}/{lang}", get(desk::edit).post(desk::update))
        .route("/settings/articles/{id}/{lang}/state", post(desk::turn))
        .route("/settings/articles/{id}/{lang}/versions", get(versions::show))
        .route("/settings/articles/{id}/{lang}/versions/{number}", post(versions::restore))
        .layer(from_fn_with_state(Pages::new(p.i18n.clone(), p.random.clone()), pages))
        .layer(Extension(sidebar))
        .layer(Extension(Throttle::new(p.clock.clone())))
        .layer(Extension(help::Reads::default()))
        .with_state(p.clone())
}

#[test]
fn every_text_exists_in_five_languages_with_the_same_arguments() {
    let problems = platform::i18n::check(&crate::LOCALES);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_front_of_the_help_centre_shows_each_reader_their_own() {
    run(|house| async move {
        let led = house.ask(Method::GET, "/help", &[("accept-language", "sv")], "").await;
        assert_eq!((led.status, led.to()), (StatusCode::SEE_OTHER, "/help/sv"));
        let page = house.get("/help/en").await;
        assert_eq!((page.status, page.kept()), (StatusCode::OK, "public, max-age=60"));
        assert!(page.body.contains("href=\"/help/en/returns-refunds\""), "{}", page.body);
        for hidden in ["For customers", "For us", "Not yet"] {
            assert!(!page.body.contains(hidden), "{hidden}: {}", page.body);
        }
        let page = house.with(&house.kari, "/help/en").await;
        assert_eq!(page.kept(), "private, no-store");
        assert!(page.body.contains("For customers") && !page.body.contains("For us"), "{}", page.body);
        assert_eq!(house.get("/help/xx").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get("/help/en/topics/none").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_article_is_kept_by_anybody_on_the_way_but_not_for_who_is_signed_in() {
    run(|house| async move {
        let path = "/help/en/returns-refunds";
        let page = house.get(path).await;
        assert_eq!((page.status, page.kept()), (StatusCode::OK, "public, max-age=60"));
        assert!(page.header(header::VARY).contains("cookie"), "{:?}", page.headers);
        assert!(page.body.contains("Returns &amp; &lt;refunds&gt;"), "{}", page.body);
        assert!(page.body.contains("<h2 id=\"s-how\">How</h2>") && page.body.contains("href=\"#s-when\""));
        let tag = page.header(header::ETAG).to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");
        let same = house.ask(Method::GET, path, &[("if-none-match", &tag)], "").await;
        assert_eq!((same.status, same.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        assert_eq!((same.kept(), same.header(header::ETAG)), ("public, max-age=60", tag.as_str()));
        let other = house.ask(Method::GET, path, &[("if-none-match", "W/\"old\"")], "").await;
        assert_eq!(other.status, StatusCode::OK);
        for cookie in [&house.kari, &house.siv] {
            let page = house.ask(Method::GET, path, &[("cookie", cookie), ("if-none-match", &tag)], "").await;
            assert_eq!((page.status, page.kept()), (StatusCode::OK, "private, no-store"));
            assert_eq!(page.header(header::ETAG), "");
        }
    });
}

#[test]
fn who_may_not_read_it_is_told_as_if_it_were_not_there() {
    run(|house| async move {
        for path in ["/help/en/for-customers", "/help/en/for-us", "/help/en/not-yet", "/help/en/nothing"] {
            let page = house.get(path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
            assert!(page.body.contains("This page is not here"), "{path}: {}", page.body);
        }
        assert_eq!(house.with(&house.kari, "/help/en/for-customers").await.status, StatusCode::OK);
        assert_eq!(house.with(&house.kari, "/help/en/for-us").await.status, StatusCode::NOT_FOUND);
        let said = house.post("", "/help/en/for-customers/opinion", "said=helped").await;
        assert_eq!(said.status, StatusCode::NOT_FOUND, "nor can they say what they think of it");
    });
}

#[test]
fn an_old_address_leads_on_for_good() {
    run(|house| async move {
        let id = house.room.published("Old name", "Words.", Audience::Public).await;
        house.room.write(&id, Language::En, "New name", "Words.").await;
        house.room.publish(&id, Language::En).await;
        let led = house.get("/help/en/old-name").await;
        assert_eq!((led.status, led.to()), (StatusCode::MOVED_PERMANENTLY, "/help/en/new-name"));
        assert_eq!(house.get("/help/en/new-name").await.status, StatusCode::OK);
        assert_eq!(house.get("/help/nb/old-name").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_opinion_is_counted_with_its_reason_and_thanked_for() {
    run(|house| async move {
        let path = "/help/en/returns-refunds";
        house.get(path).await;
        for said in ["helped", "unclear", "not"] {
            let got = house.post("", &format!("{path}/opinion"), &format!("said={said}")).await;
            assert_eq!((got.status, got.to()), (StatusCode::SEE_OTHER, &*format!("{path}?said=thanks#opinion")));
        }
        for said in ["read", "", "everything"] {
            let got = house.post("", &format!("{path}/opinion"), &format!("said={said}")).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        }
        let thanks = house.get(&format!("{path}?said=thanks")).await;
        assert_eq!(thanks.kept(), "private, no-store");
        assert!(thanks.body.contains("Thank you for telling us") && !thanks.body.contains("/opinion\""));
        let mut conn = house.room.p().db.read().await.expect("read");
        let sql = "SELECT id FROM article_text WHERE address = 'returns-refunds'";
        let row = conn.one(sql, platform::vals![]).await.expect("read").expect("is there");
        let all = store::counted(&mut conn, &row.id("id").expect("an id"), date(2026, 11, 18)).await.expect("read");
        let told: Vec<_> = all.into_iter().filter(|(what, _)| *what != Counted::Read).collect();
        assert_eq!(told, [(Counted::Helped, 1), (Counted::Not, 1), (Counted::Unclear, 1)]);
    });
}

#[test]
fn what_is_looked_for_in_vain_is_kept_without_what_is_somebodys() {
    run(|house| async move {
        let found = house.get("/help/en/search?q=refund").await;
        assert!(found.body.contains("/help/en/returns-refunds"), "{}", found.body);
        assert_eq!(found.kept(), "private, no-store");
        for query in ["Trampoline", "trampoline", "kari%40post.example", "order+12345", "no", "%3F%3F%3F", ""] {
            assert_eq!(house.get(&format!("/help/en/search?q={query}")).await.status, StatusCode::OK, "{query}");
        }
        assert_eq!(house.missing().await, [("trampoline".to_owned(), 2)]);
        let page = house.get("/help/en/search?q=%3Cscript%3Etrampoline").await;
        assert!(!page.body.contains("<script>trampoline"), "{}", page.body);
        let some = house.get("/help/en/suggest?q=refu").await;
        assert!(some.body.contains("/help/en/returns-refunds"), "{}", some.body);
        let none = house.get("/help/en/suggest?q=known").await;
        assert!(!none.body.contains("/help/en/for-"), "{}", none.body);
        assert_eq!(
            house.missing().await.len(),
            2,
            "what is only suggested is not looked for: {:?}",
            house.missing().await
        );
    });
}

#[test]
fn programs_read_what_everybody_may_and_nothing_else() {
    run(|house| async move {
        // A customer's cookie widens no feed.
        for path in ["/help/en/feed.xml", "/sitemap.xml"] {
            let got = house.with(&house.kari, path).await;
            assert_eq!((got.status, got.kept()), (StatusCode::OK, "public, max-age=60"), "{path}");
            assert!(got.header(header::CONTENT_TYPE).contains("xml"), "{path}");
            assert!(got.body.contains("http://desk.example/help/en/returns-refunds"), "{}", got.body);
            for hidden in ["for-customers", "for-us", "not-yet"] {
                assert!(!got.body.contains(hidden), "{path} {hidden}: {}", got.body);
            }
            let same = house.ask(Method::GET, path, &[("if-none-match", got.header(header::ETAG))], "").await;
            assert_eq!(same.status, StatusCode::NOT_MODIFIED, "{path}");
        }
        let feed = house.get("/help/en/feed.xml").await;
        assert!(feed.body.contains("<title>Returns &amp; &lt;refunds&gt;</title>"), "{}", feed.body);
        assert_eq!(feed.body.matches("<entry>").count(), 1, "{}", feed.body);
        assert_eq!(house.get("/help/nb/feed.xml").await.body.matches("<entry>").count(), 0);
        let robots = house.get("/robots.txt").await;
        for line in
            ["Disallow: /\n", "Allow: /help\n", "Allow: /community\n", "Sitemap: http://desk.example/sitemap.xml\n"]
        {
            assert!(robots.body.contains(line), "{line}: {}", robots.body);
        }
    });
}

#[test]
fn the_desk_is_for_colleagues_and_each_does_what_they_may() {
    run(|house| async move {
        let id = house.room.begin("Mine", "Words.", Audience::Public).await;
        let text = format!("/settings/articles/{id}/en");
        let write = "title=Mine&body=Other+words.";
        for cookie in ["", &house.kari] {
            for path in ["/settings/articles", text.as_str(), "/settings/articles/categories"] {
                let got = house.with(cookie, path).await;
                assert!(got.to().starts_with("/signin"), "{path}: {} {}", got.status, got.to());
            }
        }
        let (all, new) = ("/settings/articles", "/settings/articles/new");
        let (missing, categories) = ("/settings/articles/missing", "/settings/articles/categories");
        let versions = format!("{text}/versions");
        let (ok, no) = (StatusCode::OK, StatusCode::FORBIDDEN);
        for (path, ingrid, jonas, siv) in [
            (all, ok, ok, ok),
            (&text, ok, ok, ok),
            (&versions, ok, ok, ok),
            (new, ok, ok, no),
            (missing, ok, ok, no),
            (categories, ok, no, no),
        ] {
            assert_eq!(house.with(&house.ingrid, path).await.status, ingrid, "{path}");
            assert_eq!(house.with(&house.jonas, path).await.status, jonas, "{path}");
            assert_eq!(house.with(&house.siv, path).await.status, siv, "{path}");
        }
        let read = house.with(&house.siv, &text).await.body;
        assert!(read.contains("Words.") && !read.contains("<textarea"), "{read}");
        for (path, body) in [
            (all, write),
            (&text, write),
            (&format!("{text}/state"), "act=submit"),
            (&format!("/settings/articles/{id}/about"), "audience=public"),
            ("/settings/articles/preview", "body=x"),
            (missing, "language=en&query=x"),
            (categories, "name-en=Mine"),
        ] {
            assert_eq!(house.post(&house.siv, path, body).await.status, no, "{path}");
        }
        assert_eq!(house.post(&house.jonas, categories, "name-en=Mine").await.status, no);
        assert_eq!(house.post(&house.jonas, &format!("{text}/state"), "act=publish").await.status, no);
        assert_eq!(house.post(&house.jonas, &text, write).await.to(), format!("{text}?done=saved"));
        let got = house.post(&house.ingrid, &format!("{text}/state"), "act=publish").await;
        assert_eq!(got.to(), format!("{text}?done=turned"));
        let it = house.room.text(&id, Language::En).await;
        assert_eq!((it.state, it.draft.body.as_str()), (State::Published, "Other words."));
        assert_eq!(house.with(&house.ingrid, "/settings/articles/nothing/en").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_is_refused_comes_back_as_it_was_typed() {
    run(|house| async move {
        let id = house.room.begin("Mine", "Words.", Audience::Public).await;
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        let got = house.post(&house.jonas, "/settings/articles", "language=nb&title=&body=Mange+ord").await;
        assert_eq!(got.status, wrong);
        assert!(got.body.contains("Mange ord</textarea>") && got.body.contains("Give it a title."), "{}", got.body);
        let text = format!("/settings/articles/{id}/en");
        let got = house.post(&house.jonas, &text, "title=Theirs&body=Late&seen=1").await;
        assert_eq!(got.status, wrong);
        assert!(got.body.contains("Late</textarea>"), "{}", got.body);
        assert_eq!(house.room.text(&id, Language::En).await.draft.body, "Words.");
        let got = house.post(&house.ingrid, &format!("{text}/state"), "act=schedule&at=yesterday").await;
        assert_eq!(got.status, wrong);

        let about = format!("/settings/articles/{id}/about");
        for (field, value, told) in [
            ("owner", "somebody", "That colleague is gone."),
            ("owner", "stf_00000000000000000000000000", "That colleague is gone."),
            ("category", "somewhere", "That category is gone."),
            ("category", "act_00000000000000000000000000", "That category is gone."),
            ("review_on", "soon", "Write a day as year-month-day"),
        ] {
            let body = format!("back=en&audience=customers&tags=warm+cold&sources=The+contract&{field}={value}");
            let got = house.post(&house.jonas, &about, &body).await;
            assert_eq!(got.status, wrong, "{field}={value}");
            assert!(got.body.contains(told) && got.body.contains(&format!("id=\"{field}-e\"")), "{}", got.body);
            assert!(got.body.contains("value=\"warm cold\"") && got.body.contains("The contract</textarea>"));
            assert!(got.body.contains("value=\"customers\" selected"), "{}", got.body);
        }
        let got = house.post(&house.jonas, &about, "back=en&audience=customers&review_on=2027-01-31").await;
        assert_eq!(got.to(), format!("{text}?done=saved"));

        let categories = "/settings/articles/categories";
        let got = house.post(&house.ingrid, categories, "lead-en=Where+it+is&dated=1").await;
        assert_eq!(got.status, wrong);
        assert!(got.body.contains("value=\"Where it is\"") && got.body.contains("checked"), "{}", got.body);
        let made = house.room.category("Delivery", false).await;
        let got = house.post(&house.ingrid, &format!("{categories}/{made}"), "name-en=&lead-nb=Frakten").await;
        assert_eq!(got.status, wrong);
        assert!(got.body.contains("value=\"Frakten\"") && got.body.contains("<details class=\"card\" open"));
    });
}

#[test]
fn colleagues_read_what_is_for_them_and_nobody_keeps_it() {
    run(|house| async move {
        let page = house.with(&house.siv, "/help/en/for-us").await;
        assert_eq!((page.status, page.kept()), (StatusCode::OK, "private, no-store"));
        assert!(page.body.contains("Known to us."), "{}", page.body);
        let front = house.with(&house.jonas, "/help/en").await;
        assert!(front.body.contains("For us") && front.body.contains("For customers"), "{}", front.body);
        let none = house.with(&house.siv, "/help/en/search?q=trampoline").await;
        assert_eq!((none.status, house.missing().await.len()), (StatusCode::OK, 0), "they know whom to ask");
        let forged = house.with("tillit=nobody", "/help/en/for-us").await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND);
    });
}

/// The smallest picture: sixteen points by thirty-two, and nothing in it.
const GIF: &[u8] = b"GIF89a\x10\0\x20\0\0\0\0";

#[test]
fn a_picture_is_seen_by_whoever_may_read_what_shows_it() {
    run(|house| async move {
        let path = "/settings/articles/pictures";
        assert_eq!(house.with(&house.siv, path).await.status, StatusCode::FORBIDDEN);
        let denied = house.send(&house.siv, path, ("picture", "a.gif", GIF), &[]).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN);
        let svg = house.send(&house.jonas, path, ("picture", "a.png", b"<svg xmlns='x'/>"), &[]).await;
        assert_eq!(svg.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(svg.body.contains("That is no picture we can show."), "{}", svg.body);
        let got = house.send(&house.jonas, path, ("picture", "a.png", GIF), &[("alt", "A [pump]")]).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        let (_, rest) = got.body.split_once("![A  pump](").expect("the line for the article");
        let (at, _) = rest.split_once(')').expect("its end");
        assert!(at.starts_with("/help/pictures/") && at.ends_with(".gif"), "{at}");

        // Until it stands in something live, colleagues alone see it.
        assert_eq!(house.get(at).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.with(&house.kari, at).await.status, StatusCode::NOT_FOUND);
        let own = house.with(&house.siv, at).await;
        assert_eq!((own.status, own.kept()), (StatusCode::OK, "private, no-store"));
        let body = format!("![A pump]({at})");
        let known = house.room.published("Known to customers", &body, Audience::Customers).await;
        assert_eq!(house.get(at).await.status, StatusCode::NOT_FOUND);
        let theirs = house.with(&house.kari, at).await;
        assert_eq!((theirs.status, theirs.kept()), (StatusCode::OK, "private, no-store"));
        let open = house.room.published("Known to all", &body, Audience::Public).await;
        let all = house.get(at).await;
        assert_eq!((all.status, all.kept()), (StatusCode::OK, "public, max-age=3600"));
        assert_eq!(all.header(header::CONTENT_TYPE), "image/gif");
        assert_eq!(all.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert!(all.header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
        let page = house.get("/help/en/known-to-all").await;
        assert!(page.body.contains(&format!("<img src=\"{at}\"")), "{}", page.body);
        assert!(page.body.contains(&format!("og:image\" content=\"http://desk.example{at}\"")), "{}", page.body);
        // What is taken back takes its pictures along.
        for id in [&known, &open] {
            let to = format!("/settings/articles/{id}/en/state");
            assert_eq!(house.post(&house.ingrid, &to, "act=withdraw").await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(house.get(at).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.with(&house.kari, at).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_snippet_is_written_once_and_read_wherever_it_is_named() {
    run(|house| async move {
        let path = "/settings/articles/snippets";
        assert_eq!(house.with(&house.jonas, path).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&house.jonas, path, "name=hours&text-en=x").await.status, StatusCode::FORBIDDEN);
        for body in ["name=Opening+hours&text-en=x", "name=hours&text-en=", "name=&text-en=x"] {
            assert_eq!(house.post(&house.ingrid, path, body).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        }
        let saved = house.post(&house.ingrid, path, "name=hours&text-en=**Eight**+to+four").await;
        assert_eq!(saved.to(), format!("{path}?done=saved"));
        house.room.published("When", "Open {{hours}}, not {{days}}.", Audience::Public).await;
        let read = house.get("/help/en/when").await.body;
        assert!(read.contains("Open <strong>Eight</strong> to four, not {{days}}."), "{read}");
        let to = format!("{path}/hours");
        assert_eq!(house.post(&house.ingrid, &to, "text-en=Nine+to+five").await.status, StatusCode::SEE_OTHER);
        assert!(house.get("/help/en/when").await.body.contains("Open Nine to five"));
        let shown = house.post(&house.jonas, "/settings/articles/preview", "body={{hours}}&language=en").await;
        assert!(shown.body.contains("Nine to five"), "{}", shown.body);
        assert_eq!(house.post(&house.ingrid, &format!("{path}/none"), "text-en=x").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.post(&house.ingrid, &format!("{to}/remove"), "").await.status, StatusCode::SEE_OTHER);
        assert!(house.get("/help/en/when").await.body.contains("Open {{hours}}"));
    });
}

#[test]
fn files_of_elsewhere_come_in_as_drafts_after_a_look() {
    run(|house| async move {
        let path = "/settings/articles/import";
        assert_eq!(house.with(&house.jonas, path).await.status, StatusCode::FORBIDDEN);
        let text = b"# Boat <motors>\n\nTurn the key.";
        let took = ("files", "motor.md", &text[..]);
        let look = [("do", "look"), ("language", "en")];
        assert_eq!(house.send(&house.jonas, path, took, &look).await.status, StatusCode::FORBIDDEN);
        let seen = house.send(&house.ingrid, path, took, &look).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        assert!(seen.body.contains("Boat &lt;motors&gt;") && seen.body.contains("A new draft"), "{}", seen.body);
        let list = house.with(&house.ingrid, "/settings/articles").await.body;
        assert!(!list.contains("Boat"), "it was only looked at");
        let take = [("do", "take"), ("language", "en")];
        let done = house.send(&house.ingrid, path, took, &take).await;
        assert!(done.body.contains("A new draft"), "{}", done.body);
        let list = house.with(&house.ingrid, "/settings/articles?state=draft").await.body;
        assert_eq!(list.matches("Boat &lt;motors&gt;").count(), 1, "{list}");
        assert_eq!(house.get("/help/en/boat-motors").await.status, StatusCode::NOT_FOUND, "nobody outside reads it");
        let again = house.send(&house.ingrid, path, took, &take).await;
        assert!(again.body.contains("Brought before"), "{}", again.body);
        let broken = house.send(&house.ingrid, path, ("files", "a.md", b"\xff\xfe"), &take).await;
        assert!(broken.body.contains("Its letters cannot be read."), "{}", broken.body);
        let none = house.send(&house.ingrid, path, ("files", "a.exe", b"MZ"), &take).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
