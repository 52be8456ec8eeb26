//! Who may ask for what: foreign pages change nothing (T30), every answer has its headers (T43), and an account that is
//! shut is shut everywhere at once (T28).

use std::time::Duration;

use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, ORIGIN};
use tokio::time::timeout;

use super::desk::{Desk, Page, messages};
use super::world::World;
use crate::harness::Outcome;
use crate::harness::wait::wait_until;

/// The one list of all routes, read as text, so that a new one is covered by itself.
const ROUTES: &str = include_str!("../../../src/routes.rs");

/// Every route: its path with something in each gap, and whether it takes GET and POST.
fn routes(conversation: &str) -> Vec<(String, bool, bool)> {
    let listed = ROUTES.split(".route(").skip(1).map(|rest| rest.split(".fallback").next().unwrap_or_default());
    let route = |rest: &str| {
        let path = rest.split('"').nth(1).unwrap_or_default();
        let filled: Vec<&str> = path
            .split('/')
            .map(|part| match part {
                "{id}" if path.starts_with("/conversations") => conversation,
                "{number}" => "1001",
                gap if gap.starts_with('{') => "x",
                part => part,
            })
            .collect();
        (filled.join("/"), rest.contains("get("), rest.contains("post("))
    };
    listed.map(route).collect()
}

#[test]
fn the_list_of_routes_is_understood() {
    let routes = routes("cnv_1");
    assert!(routes.len() >= 35, "{}", routes.len());
    assert_eq!(routes.len(), ROUTES.matches(".route(").count());
    assert_eq!(
        routes.iter().filter(|(_, _, post)| *post).count(),
        ROUTES.matches(" post(").count() + ROUTES.matches(".post(").count()
    );
    assert!(routes.iter().all(|(path, get, post)| path.starts_with('/') && (*get || *post)));
    assert!(routes.contains(&("/conversations/cnv_1/reply".to_owned(), false, true)), "{routes:?}");
    assert!(routes.contains(&("/signin".to_owned(), true, true)));
}

/// What a browser sends along when a foreign page makes it ask.
const FOREIGN: [&[(&str, &str)]; 5] = [
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[("referer", "https://evil.example/page")],
    &[],
];

const KINDS: [&str; 3] = ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"];

both_engines! {
    async fn a_foreign_page_changes_nothing_on_any_route(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation("lise@kunde.example", "Fremmed").await?;
        let before = messages(&world.desk.get(&format!("/conversations/{id}")).await?.text());
        for (path, takes_get, takes_post) in routes(&id) {
            for (number, fields) in FOREIGN.iter().enumerate() {
                let mut request = world.desk.request(Method::POST, &path).header(CONTENT_TYPE, KINDS[number % KINDS.len()]);
                for (name, value) in *fields {
                    request = request.header(HeaderName::from_static(name), *value);
                }
                let answer = request.body("body=hacked&to=&reason=x&state=solved").send().await?;
                assert_eq!(answer.status(), 403, "POST {path} with {fields:?}");
            }
            // Nor is there another way to say POST.
            if takes_post && !takes_get {
                for (extra, header) in [("?_method=POST", "x-http-method-override"), ("", "x-method-override")] {
                    let request = world.desk.request(Method::GET, &format!("{path}{extra}"));
                    let answer = request.header(header, "POST").header(ORIGIN, "https://evil.example").send().await?;
                    assert_eq!(answer.status(), 405, "GET {path}{extra}");
                }
            }
        }
        let page = world.desk.get(&format!("/conversations/{id}")).await?.text();
        assert_eq!(messages(&page), before);
        assert!(!page.contains("hacked") && page.contains(&format!("/conversations/{id}/close")));
        assert_eq!(world.sink.kept().len(), 0);
        Ok(())
    }

    async fn every_answer_carries_the_headers_that_keep_it_safe(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let id = world.conversation("lise@kunde.example", "Hoder").await?;
        let stranger = Desk::stranger(world.server.http())?;
        let mut paths: Vec<String> = routes(&id).into_iter().filter(|route| route.1).map(|route| route.0).collect();
        paths.extend(["/nowhere", "/assets/none.js", "/signin/link/x", "/c/9999", "/inbox?group=closed"].map(str::to_owned));
        for path in paths {
            for desk in [&world.desk, &stranger] {
                // The body of the live stream never ends; the head is what counts.
                let answer = desk.request(Method::GET, &path).send().await?;
                assert!(answer.status().as_u16() < 500, "{path}: {}", answer.status());
                let header = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
                let policy = header("content-security-policy");
                assert!(policy.contains("frame-ancestors 'none'") || policy.starts_with("sandbox"), "{path}: {policy}");
                assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
                for (name, value) in [("x-frame-options", "DENY"), ("x-content-type-options", "nosniff"),
                    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin")] {
                    assert_eq!(header(name), value, "{path}: {name}");
                }
                assert!(["same-origin", "no-referrer"].contains(&header("referrer-policy").as_str()), "{path}");
                // What everybody may read is the same for all, or at least for all who are not signed in.
                let same = ["/sitemap.xml", "/robots.txt"].contains(&path.as_str()) || path.ends_with("/feed.xml");
                let open = path.starts_with("/help") || path.starts_with("/community");
                let public = same || (open && std::ptr::eq(desk, &stranger));
                let kept = (path.starts_with("/assets/") && answer.status() == 200)
                    || (public && header("cache-control").starts_with("public, max-age="));
                assert!(kept || header("cache-control").contains("no-store") || path == "/live", "{path}: may be kept");
                if header("content-type").starts_with("text/html") {
                    let page = Page::of(answer).await?.text();
                    assert!(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="), "{path}");
                }
            }
        }
        Ok(())
    }

    async fn what_is_made_on_the_fly_leaves_packed_and_the_live_stream_never_waits(place: Place) -> Outcome {
        let world = World::open(place).await?;
        world.conversation("lise@kunde.example", "Pakket").await?;
        for (path, packed) in [("/inbox", true), ("/api/v1/openapi.json", true), ("/live", false)] {
            let answer = world.desk.request(Method::GET, path).header(ACCEPT_ENCODING, "gzip, br").send().await?;
            assert_eq!(answer.status(), 200, "{path}");
            let how = answer.headers().get(CONTENT_ENCODING);
            assert_eq!(how.is_some_and(|how| how == "gzip"), packed, "{path}: {how:?}");
        }
        Ok(())
    }

    async fn a_disabled_colleague_is_out_everywhere_within_5_seconds(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let jonas = Desk::colleague(&world.place, world.server.http(), "agent", "jonas@kontoret.example").await?;
        assert_eq!(jonas.get("/inbox").await?.status, 200);
        let mut live = jonas.request(Method::GET, "/live").send().await?;
        assert_eq!(live.status(), 200);
        let out = world.place.tillit(&["user", "disable", "jonas@kontoret.example"]).output()?;
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let shut = async {
            wait_until("the cookie is dead", async || {
                let page = jonas.get("/inbox").await?;
                Ok((page.status == 303 && page.location().starts_with("/signin")).then_some(()))
            })
            .await?;
            // The stream ends, or breaks; either way nothing more comes.
            while let Ok(Some(_)) = live.chunk().await {}
            Outcome::Ok(())
        };
        timeout(Duration::from_secs(5), shut).await??;
        let link = world.place.tillit(&["user", "link", "jonas@kontoret.example"]).output()?;
        if link.status.success() {
            assert!(jonas.by_link(String::from_utf8(link.stdout)?.trim()).await.is_err(), "no link lets them in");
        }
        assert_eq!(world.desk.get("/inbox").await?.status, 200, "others stay");
        Ok(())
    }
}
