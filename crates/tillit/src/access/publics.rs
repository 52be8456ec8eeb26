//! The help centre and the community with things in them that are not for everybody: who is let in sees nothing more
//! (T31, T32), and nothing that strangers send is believed, run or kept for others (T16, T33, T35, T37, T47).

use answers::articles::commands::{NewArticle, begin, turn};
use answers::articles::rules::states::Act;
use answers::articles::{About, Audience, Draft};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use base::{Language, Role, Scope};
use community::commands::{self as public, Came, Decision, NewTopic};
use community::settings::Community;
use community::{Subject, TopicId};
use people::person;
use platform::Platform;
use platform::testing::{TestPlatform, on_both_engines};
use platform::vals;
use tower::ServiceExt as _;

use super::table::Asker;
use super::town::Town;

/// Stands in what only colleagues may read.
const HIDDEN: &str = "zqxhidden";
/// What it would be found by.
const WORD: &str = "bassoon";
const CUSTOMER: Asker = Asker::Customer;

/// A town whose help centre and community are open.
struct Square {
    town: Town,
    /// A question that everybody reads.
    open: TopicId,
    /// One that waits for a look.
    waits: TopicId,
}

impl Square {
    async fn build(test: TestPlatform) -> Self {
        let town = Town::build(test).await;
        let p = town.house.p.clone();
        article(&town, "Pumps", "[x](javascript:alert(1)) <script>alert(2)</script> Turn it.", Audience::Public, true)
            .await;
        let secret = format!("{WORD} {HIDDEN}");
        article(&town, &secret, &secret, Audience::Internal, true).await;
        article(&town, &format!("{secret} later"), &secret, Audience::Public, false).await;
        let mut tx = p.begin().await.expect("begin");
        let it = Community { on: true, first_wait: 0, new_an_hour: 50, ..Community::default() };
        community::settings::set(&mut tx, &town.house.staff.actor(), it.clone()).await.expect("set");
        tx.commit().await.expect("commit");
        let open = topic(&p, "kari@post.example", "Kari S", "<img src=x onerror=alert(1)> Is it wet?").await;
        // Whatever looks odd in it, a colleague has let it stand.
        let subject = Subject::Topic(open.clone());
        public::decide(&p, &town.house.staff.actor(), &subject, Decision::Show).await.expect("shown");
        let mut tx = p.begin().await.expect("begin");
        community::settings::set(&mut tx, &town.house.staff.actor(), Community { first_wait: 9, ..it })
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        let waits = topic(&p, "ola@verksted.example", "Ola V", &secret).await;
        Self { town, open, waits }
    }

    /// The pages that are read, with what is typed on them.
    fn pages(&self, typed: &str) -> Vec<String> {
        let typed: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let mut all: Vec<String> =
            ["/help", "/help/en/feed.xml", "/sitemap.xml", "/robots.txt", "/community/me"].map(str::to_owned).to_vec();
        all.push(format!("/help/en?q={typed}&after={typed}"));
        all.push(format!("/help/en/search?q={typed}"));
        all.push(format!("/help/en/suggest?q={typed}"));
        all.push(format!("/help/en/pumps?done={typed}"));
        all.push(format!("/community?q={typed}&tag={typed}&sort={typed}&after={typed}&kind={typed}"));
        all.push(format!("/community/ask?title={typed}&kind={typed}"));
        all.push(format!("/community/q/{}?done={typed}&after={typed}", self.open));
        all
    }

    async fn fetch(&self, method: &str, path: &str, extra: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let answer = self.town.desk.clone().oneshot(request.body(Body::empty()).expect("a request")).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        assert!(parts.status.as_u16() < 500, "{method} {path}: {}", parts.status);
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
    }
}

async fn article(town: &Town, title: &str, body: &str, audience: Audience, out: bool) {
    let (p, ingrid) = (&town.house.p, town.house.staff.actor());
    let draft = Draft { title: title.into(), summary: String::new(), body: body.into() };
    let about = About { audience, ..About::default() };
    let mut tx = p.begin().await.expect("begin");
    let new = NewArticle { language: Language::En, draft, about };
    let id = begin(&mut tx, &ingrid, new).await.expect("begun");
    if out {
        turn(&mut tx, &ingrid, &id, Language::En, Act::Publish, None).await.expect("published");
    }
    tx.commit().await.expect("commit");
}

async fn topic(p: &Platform, address: &str, name: &str, title: &str) -> TopicId {
    let mut tx = p.begin().await.expect("begin");
    let person = person::by_address(&mut tx, &Scope::All, address).await.expect("read").expect("is there").id;
    tx.commit().await.expect("commit");
    public::join(p, &person, name).await.expect("joined");
    let body = "It is [so](javascript:alert(3)) <script>alert(2)</script>".to_owned();
    let came = Came { trap: false, seconds: Some(60) };
    public::ask(p, &person, NewTopic { title: title.into(), body, came, ..NewTopic::default() })
        .await
        .expect("asked")
        .id
}

fn on_the_square<R: Future<Output = ()>>(body: impl Fn(Square) -> R) {
    on_both_engines(&crate::open::migrations(), |test| async { body(Box::pin(Square::build(test)).await).await });
}

#[test]
fn what_is_not_for_everybody_is_shown_by_no_page_of_the_help_centre_and_the_community() {
    on_the_square(|square| async move {
        let hidden = format!("/community/q/{}", square.waits);
        for asker in [CUSTOMER, Asker::Nobody] {
            for path in square.pages(WORD) {
                let got = square.town.asks(asker, "GET", &path, "").await;
                assert!(got.status.is_success() || got.status.is_redirection(), "{path} for {asker:?}: {}", got.status);
                let headers = format!("{:?}", got.headers);
                assert!(!got.body.contains(HIDDEN) && !headers.contains(HIDDEN), "{path} for {asker:?}: {}", got.body);
            }
            for path in [&hidden, "/help/en/bassoon-zqxhidden", "/help/en/bassoon-zqxhidden-later"] {
                assert_eq!(square.town.asks(asker, "GET", path, "").await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
        // Colleagues do see it, or the test would look for what is nowhere.
        let agent = Asker::Staff(Role::Agent);
        for path in ["/desk/community", "/settings/articles"] {
            assert!(square.town.asks(agent, "GET", path, "").await.body.contains(HIDDEN), "{path}");
        }
    });
}

#[test]
fn what_strangers_type_runs_nowhere_and_breaks_nothing() {
    on_the_square(|square| async move {
        let long = "a".repeat(8_000);
        for typed in [
            "'\"><script>alert(1)</script>",
            "' OR 1=1 --",
            "\0",
            "%",
            "{{7*7}}",
            "(a+)+$ \" NEAR/2 *",
            "//evil.example",
            long.as_str(),
        ] {
            for path in square.pages(typed) {
                for asker in [CUSTOMER, Asker::Nobody] {
                    let got = square.town.asks(asker, "GET", &path, "").await;
                    let runs =
                        ["<script>alert", "href=\"javascript:", "<img src=x"].iter().any(|it| got.body.contains(it));
                    assert!(!runs, "{path} for {asker:?}: {}", got.body);
                    let leads = got.location();
                    assert!(!leads.starts_with("//") && !leads.contains("evil.example"), "{path}: {leads}");
                }
            }
        }
    });
}

#[test]
fn nothing_that_a_proxy_might_say_is_kept_for_others_and_what_is_ones_own_is_not_kept() {
    on_the_square(|square| async move {
        let open = format!("/community/q/{}", square.open);
        let lies = [
            ("x-forwarded-host", "evil.example"),
            ("x-host", "evil.example"),
            ("x-original-url", "/settings/mail"),
            ("x-rewrite-url", "/settings/mail"),
            ("forwarded", "host=evil.example"),
            ("accept", "application/evil"),
        ];
        for path in ["/help/en", "/help/en/pumps", "/help/en/feed.xml", "/sitemap.xml", "/community", &open] {
            for lie in lies {
                let (status, headers, body) = square.fetch("GET", path, &[lie]).await;
                assert_eq!(status, StatusCode::OK, "{path} {lie:?}");
                let all = format!("{headers:?}{body}");
                assert!(!all.contains("evil.example") && !all.contains("application/evil"), "{path} {lie:?}");
            }
        }
        for path in ["/help/en", "/help/en/pumps", "/community", "/community/me", &open] {
            let got = square.town.asks(CUSTOMER, "GET", path, "").await;
            let kept = got.headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok()).unwrap_or_default();
            assert!(got.status == StatusCode::OK && kept.contains("no-store"), "{path}: {} {kept}", got.status);
        }
    });
}

#[test]
fn nothing_is_done_by_looking_nor_from_elsewhere_nor_in_anothers_name() {
    on_the_square(|square| async move {
        let at = format!("/community/q/{}", square.open);
        let acts = ["answer", "vote", "accept", "flag", "follow"].map(|act| format!("{at}/{act}"));
        let before = square.town.everything().await;
        for path in acts.iter().map(String::as_str).chain(["/help/en/pumps/opinion", "/community/me/leave"]) {
            for method in ["GET", "HEAD"] {
                let status = square.fetch(method, path, &[]).await.0;
                assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            }
            let elsewhere = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
            let (status, ..) = square.fetch("POST", path, &elsewhere).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(square.town.everything().await, before, "nothing has changed");
        let staff = square.town.house.staff.id.to_string();
        let form = format!("body=Dry+it.&staff={staff}&person=per_1&accepted=1&waits=0&expert=1");
        let got = square.town.asks(CUSTOMER, "POST", &format!("{at}/answer"), &form).await;
        assert!(got.status.is_redirection(), "{} {}", got.status, got.body);
        let p = square.town.house.p.clone();
        let mut conn = p.db.read().await.expect("read");
        let sql = "SELECT COUNT(*) AS n FROM community_post WHERE staff IS NULL AND waits = 1";
        assert_eq!(conn.number(sql, vals![]).await.expect("counted"), 1, "it is theirs and waits, whatever they say");
    });
}
