//! Mails that came as HTML, by the handlers: what is shown, what is never fetched before somebody asks, and
//! what passes open (T10, T14, T15, T22-T24, T36).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::StatusCode;
use base::{Actor, Scope};
use jiff::SignedDuration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::commands::Placed;
use crate::document::{Block, Cell, Fold, Inline, Source};
use crate::http::testing::NASTY;
use crate::http::testing::house::{House, REMOTE_PICTURE, run};
use crate::{Document, queries};

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

/// One of everything, with a picture at this address.
fn document(remote: &str) -> Document {
    let picture = |source| Inline::Picture { source, alt: format!("alt {NASTY}") };
    Document {
        blocks: vec![
            Block::Paragraph(vec![
                Inline::Strong(NASTY.into()),
                Inline::Break,
                Inline::Link { to: "https://evil.example/x".into(), words: words("www.bank.example") },
                Inline::Link { to: "https://a.example/y".into(), words: words("a.example") },
                Inline::Link { to: "mailto:kari@post.example".into(), words: words("Kari") },
            ]),
            Block::List { first: Some(3), items: vec![vec![Block::Paragraph(words("point"))]] },
            Block::Rows(vec![vec![
                Cell { head: true, words: words("Vare") },
                Cell { head: false, words: words("Telt") },
            ]]),
            Block::Paragraph(vec![picture(Source::Part("pic".into())), picture(Source::Remote(remote.into()))]),
            Block::Fold(Fold::Quote, vec![Block::Quote(vec![Block::Pre("earlier".into())])]),
            Block::Fold(Fold::Signature, vec![Block::Rule]),
        ],
        remote: 1,
        trackers: 1,
        cut: true,
        origin: String::new(),
    }
}

/// All addresses on the page that begin so.
fn addresses(page: &str, start: &str) -> Vec<String> {
    let quoted = format!("\"{start}");
    let after = page.split(&quoted).skip(1);
    let whole = |rest: &str| format!("{start}{}", rest.split('"').next().unwrap_or_default().replace("&amp;", "&"));
    after.map(whole).collect()
}

async fn page(house: &House, placed: &Placed) -> String {
    house.get(&format!("/conversations/{}", placed.conversation)).await.body
}

async fn message(house: &House, placed: &Placed) -> crate::MessageId {
    let mut conn = house.p().db.read().await.expect("read");
    let thread = queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there");
    thread.messages[0].id.clone()
}

/// Shows the pictures and answers where the one on another computer is handed on.
async fn ask_for_pictures(house: &House, placed: &Placed) -> String {
    let id = message(house, placed).await;
    let answer = house.post(&format!("/messages/{id}/pictures"), "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), format!("/conversations/{}#m-{id}", placed.conversation));
    addresses(&page(house, placed).await, "/pictures/remote/").pop().expect("a picture handed on")
}

/// Counts who calls, and answers each with `answer` as it stands.
async fn canary(answer: Vec<u8>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let hits = Arc::new(AtomicUsize::new(0));
    let counted = hits.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let mut request = vec![0; 4096];
            let length = stream.read(&mut request).await.unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..length]).to_lowercase();
            assert!(
                !request.contains("cookie") && !request.contains("referer") && request.contains("user-agent: tillit/")
            );
            let _ = stream.write_all(&answer).await;
        }
    });
    (format!("http://127.0.0.1:{port}/a.png"), hits)
}

fn found(kind: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nset-cookie: a=b\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

#[test]
fn a_document_is_shown_in_our_own_markup() {
    run(|house| async move {
        let placed = house.letter("A", "text of the mail", Some(document(REMOTE_PICTURE))).await;
        for body in [
            page(&house, &placed).await,
            house.part(&format!("/inbox/peek/{}?view=all", placed.conversation)).await.body,
        ] {
            for part in [
                "<strong>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;",
                "rel=\"noopener noreferrer nofollow\" target=\"_blank\">www.bank.example</a> <span class=\"quiet xs\">(evil.example)</span>",
                ">a.example</a><a",
                ">Kari</a> <span class=\"quiet xs\">(kari@post.example)</span>",
                "<ol start=\"3\"><li><p>point</p></li></ol>",
                "<th>Vare</th><td>Telt</td>",
                "<span class=\"vh\">Show quoted text</span>",
                "<span class=\"vh\">Show signature</span>",
                "<blockquote class=\"quiet\"><pre tabindex=\"0\">earlier</pre></blockquote>",
                "1 picture is on another computer",
                "its beginning",
                "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"",
            ] {
                assert!(body.contains(part), "{part} is missing in {body}");
            }
            assert!(
                !body.contains("<img src=x") && !body.contains("pictures.example") && !body.contains("allow-scripts")
            );
            assert!(!body.contains("text of the mail</p>"), "the text is not said twice");
            assert!(!body.contains("display.png"), "what stands in the text is not listed again");
            assert_eq!(addresses(&body, "/pictures/").len(), 1);
        }
    });
}

#[test]
fn a_pass_opens_one_thing_without_a_cookie_and_no_longer_than_its_holder_may() {
    run(|mut house| async move {
        let placed = house.letter("A", "b", Some(document(REMOTE_PICTURE))).await;
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        let body = page(&house, &placed).await;
        let picture = addresses(&body, "/pictures/").pop().expect("a picture");
        let original = addresses(&body, "/originals/").pop().expect("an original");
        let remote = ask_for_pictures(&house, &placed).await;
        house.cookie = String::new();
        let shown = house.get(&picture).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/png"));
        let framed = house.get(&original).await;
        assert_eq!((framed.status, framed.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
        assert_eq!(framed.header("x-frame-options"), "SAMEORIGIN");
        let policy = framed.header("content-security-policy");
        assert!(policy.starts_with("sandbox allow-popups") && policy.contains("default-src 'none'"), "{policy}");
        assert!(!policy.contains("allow-scripts") && !policy.contains("allow-same-origin"));
        for answer in [&shown, &framed] {
            assert_eq!(
                (answer.header("x-content-type-options"), answer.header("referrer-policy")),
                ("nosniff", "no-referrer")
            );
            assert_eq!(answer.header("cache-control"), "private, no-store");
            assert!(answer.header("set-cookie").is_empty());
        }
        assert!(shown.header("content-security-policy").starts_with("sandbox"));
        assert!(framed.body.contains("raw A") && framed.body.matches("<img src=\"/pictures/").count() == 2);
        let letters: String = picture["/pictures/".len()..].to_owned();
        let bent = letters.replacen(&letters[30..31], if &letters[30..31] == "a" { "b" } else { "a" }, 1);
        let other_url = remote.replace("a.png", "b.png");
        for bad in [
            format!("/pictures/{bent}"),
            format!("/originals/{letters}"),
            "/pictures/x".to_owned(),
            "/originals/".to_owned() + &bent,
            other_url,
            remote.split('?').next().expect("a path").to_owned() + "?url=x",
        ] {
            assert_eq!(house.get(&bad).await.status, StatusCode::NOT_FOUND, "{bad}");
        }
        house.test.clock.advance_machine(SignedDuration::from_hours(25));
        assert_eq!(house.get(&picture).await.status, StatusCode::NOT_FOUND, "it has ended");
        house.test.clock.advance_machine(SignedDuration::from_hours(-25));
        assert_eq!(house.get(&picture).await.status, StatusCode::OK);
        let mut tx = house.p().begin().await.expect("begin");
        people::staff::disable(&mut tx, &Actor::System, &jonas.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        for gone in [&picture, &original, &remote] {
            assert_eq!(house.get(gone).await.status, StatusCode::NOT_FOUND, "who left sees nothing");
        }
    });
}

#[test]
fn pictures_elsewhere_are_fetched_when_asked_for_and_then_by_us() {
    run(|mut house| async move {
        house.list("127.0.0.1/32");
        let png = crate::http::testing::house::PNG;
        let (url, hits) = canary(found("text/html", png)).await;
        let placed = house.letter("A", "b", Some(document(&url))).await;
        let body = page(&house, &placed).await;
        let original = addresses(&body, "/originals/").pop().expect("an original");
        house.get(&original).await;
        assert_eq!(hits.load(Ordering::SeqCst), 0, "nobody asked");
        let remote = ask_for_pictures(&house, &placed).await;
        assert_eq!(hits.load(Ordering::SeqCst), 0, "showing the page fetches nothing");
        let shown = house.get(&remote).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/png"), "by its bytes");
        assert_eq!(hits.load(Ordering::SeqCst), 1);
        assert!(shown.header("set-cookie").is_empty());
        assert_eq!(shown.header("cross-origin-resource-policy"), "cross-origin");
        assert!(!page(&house, &placed).await.contains("Show pictures"));
        let mut conn = house.p().db.read().await.expect("read");
        let history =
            queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there").history;
        assert_eq!(history.iter().filter(|fact| fact.kind == "conversation.pictures_shown").count(), 1);
    });
}

#[test]
fn what_is_no_picture_or_too_much_is_not_handed_on() {
    run(|mut house| async move {
        house.list("127.0.0.1/32");
        let svg = found("image/png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        let big = found("image/png", &[crate::http::testing::house::PNG, &vec![0; 1024 * 1024]].concat());
        let gone = b"HTTP/1.1 404 Not Found\r\ncontent-length: 12\r\n\r\n\x89PNG\r\n\x1a\nrest".to_vec();
        // Redirects inward are judged like first addresses.
        let inward =
            |to: &str| format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n").into_bytes();
        let (secret, never) = canary(found("image/png", crate::http::testing::house::PNG)).await;
        let by = |host: &str| inward(&secret.replace("127.0.0.1", host));
        for answer in [
            svg,
            big,
            gone,
            by("127.0.0.2"),
            by("[::1]"),
            by("10.0.0.1"),
            inward("file:///etc/passwd"),
            inward("/a.png"),
        ] {
            let (url, hits) = canary(answer).await;
            let placed = house.letter(&url, "b", Some(document(&url))).await;
            let remote = ask_for_pictures(&house, &placed).await;
            assert_eq!(house.get(&remote).await.status, StatusCode::NOT_FOUND);
            assert!((1..=4).contains(&hits.load(Ordering::SeqCst)), "a few times at most");
        }
        assert_eq!(never.load(Ordering::SeqCst), 0);
    });
}

#[test]
fn our_own_doors_are_not_knocked_at() {
    run(|house| async move {
        let (url, hits) = canary(found("image/png", crate::http::testing::house::PNG)).await;
        let at = |host: &str| url.replace("127.0.0.1", host);
        for url in [
            url.clone(),
            at("localhost"),
            at("2130706433"),
            at("0x7f.1"),
            at("[::1]"),
            at("[::ffff:127.0.0.1]"),
            at("0.0.0.0"),
            "http://169.254.169.254/a.png".to_owned(),
            "http://100.64.0.1/a.png".to_owned(),
            "http://[fd00::1]/a.png".to_owned(),
        ] {
            let placed = house.letter(&url, "b", Some(document(&url))).await;
            let remote = ask_for_pictures(&house, &placed).await;
            assert_eq!(house.get(&remote).await.status, StatusCode::NOT_FOUND, "{url}");
        }
        assert_eq!(hits.load(Ordering::SeqCst), 0);
    });
}
