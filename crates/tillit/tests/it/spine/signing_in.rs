//! Signing in, from outside: nothing tells who has an account (T25), guessing is slowed down (T26), sessions are new
//! each time (T28), and afterwards one stays in the house (T38).

use std::time::Instant;

use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, ORIGIN};

use super::desk::{Desk, Page};
use super::world::World;
use crate::harness::Outcome;

const PASSWORD: &str = "stille vann med dyp grunn";

async fn with_password(world: &World, email: &str) -> Outcome<Desk> {
    let desk = Desk::colleague(&world.place, world.server.http(), "agent", email).await?;
    let set = desk.post("/profile/password", &[("password", PASSWORD)]).await?;
    if set.status == 303 { Ok(desk) } else { Err(format!("no password: {}", set.text()).into()) }
}

async fn attempt(world: &World, email: &str, password: &str, behind: &str) -> Outcome<Page> {
    let fields = [("email", email), ("password", password), ("stay", "1")];
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Desk::stranger(world.server.http())?.request(Method::POST, "/signin");
    let request = request.header(ORIGIN, world.server.url("")).header("x-forwarded-for", behind);
    Page::of(request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body).send().await?).await
}

both_engines! {
    async fn nothing_tells_whether_there_is_such_an_account(place: Place) -> Outcome {
        // Each attempt comes from an address of its own, so that only accounts are counted.
        let world = World::open_with(place, &["--trusted-proxy", "127.0.0.1"]).await?;
        let (known, unknown) = (["anna@kontoret.example", "bent@kontoret.example"], ["xxxa@kontoret.example", "xxxb@kontoret.example"]);
        for email in known {
            with_password(&world, email).await?;
        }
        let mut times = [Vec::new(), Vec::new()];
        for round in 0..4 {
            for pair in 0..2 {
                let mut pages = Vec::new();
                for (which, email) in [known[pair], unknown[pair]].into_iter().enumerate() {
                    let begun = Instant::now();
                    let page = attempt(&world, email, "galt passord", &format!("192.0.2.{}", round * 8 + pair * 2 + which)).await?;
                    times[which].push(begun.elapsed());
                    pages.push((page.status, page.text().replace(email, "EMAIL")));
                }
                assert_eq!(pages[0], pages[1]);
                assert_eq!(pages[0].0, 422);
            }
        }
        // The quickest of many, since the machine is busy with other tests: judging a password is nearly all of the work,
        // and an account that is not there would be told in a twentieth of the time without it.
        let [known_times, unknown_times] = times.map(|times| times.into_iter().min().unwrap_or_default());
        let (fast, slow) = (known_times.min(unknown_times), known_times.max(unknown_times));
        assert!(slow < fast * 5, "{known_times:?} against {unknown_times:?}");
        let mut told = Vec::new();
        for (number, email) in [known[0], unknown[0]].into_iter().enumerate() {
            let page = Desk::stranger(world.server.http())?.post("/signin/forgotten", &[("email", email)]).await?;
            told.push((number, page.status, page.text().replace(email, "EMAIL")));
        }
        assert_eq!((told[0].1, &told[0].2), (told[1].1, &told[1].2));
        Ok(())
    }

    async fn guessing_is_slowed_down_by_account_and_by_true_peer(place: Place) -> Outcome {
        let world = World::open(place).await?;
        with_password(&world, "anna@kontoret.example").await?;
        let mut statuses = Vec::new();
        for number in 0..9 {
            let page = attempt(&world, "anna@kontoret.example", "galt", &format!("198.51.100.{number}")).await?;
            statuses.push(page.status);
            if page.status == 429 {
                assert!(page.header("retry-after").parse::<u64>()? > 0);
            }
        }
        assert_eq!(statuses[..5], [422; 5]);
        assert!(statuses[5..].contains(&429), "the account: {statuses:?}");
        assert_eq!(attempt(&world, "anna@kontoret.example", PASSWORD, "203.0.113.9").await?.status, 429, "not even the right one");
        let mut statuses = Vec::new();
        for number in 0..22 {
            let (email, behind) = (format!("other{number}@kontoret.example"), format!("203.0.113.{number}"));
            statuses.push(attempt(&world, &email, "galt", &behind).await?.status);
        }
        assert_eq!(statuses[0], 422, "{statuses:?}");
        assert!(statuses.contains(&429), "what the header says about the peer is not believed: {statuses:?}");
        Ok(())
    }

    async fn every_sign_in_has_a_session_of_its_own(place: Place) -> Outcome {
        let world = World::open(place).await?;
        let anna = with_password(&world, "anna@kontoret.example").await?;
        let planted = Desk::stranger(world.server.http())?.with_cookie("tillit=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        assert_eq!(planted.get("/inbox").await?.status, 303);
        let fields = [("email", "anna@kontoret.example"), ("password", PASSWORD)];
        let inside = planted.with_cookie_of(&planted.post("/signin", &fields).await?)?;
        assert_ne!(inside.cookie(), planted.cookie());
        assert_ne!(inside.cookie(), anna.cookie());
        assert_eq!((inside.get("/inbox").await?.status, planted.get("/inbox").await?.status), (200, 303));
        let again = inside.post("/signin", &fields).await?;
        assert!(again.header("set-cookie").contains("HttpOnly") && again.header("set-cookie").contains("SameSite="));
        let newest = inside.with_cookie_of(&again)?;
        assert_eq!((inside.get("/inbox").await?.status, newest.get("/inbox").await?.status), (303, 200), "the old one is gone");
        assert_eq!(newest.post("/signout", &[]).await?.status, 303);
        assert_eq!(newest.get("/inbox").await?.status, 303);
        let link = world.place.tillit(&["user", "link", "anna@kontoret.example"]).output()?;
        let link = String::from_utf8(link.stdout)?;
        let stranger = Desk::stranger(world.server.http())?;
        assert!(stranger.by_link(link.trim()).await.is_ok() && stranger.by_link(link.trim()).await.is_err(), "a link works once");
        Ok(())
    }

    async fn after_signing_in_one_stays_in_the_house(place: Place) -> Outcome {
        let world = World::open(place).await?;
        with_password(&world, "anna@kontoret.example").await?;
        let evil = [
            "//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aSet-Cookie:%20a=b", "javascript:alert(1)",
            "http://127.0.0.1@evil.example/", "\t//evil.example", "/\t/evil.example", "///evil.example", "user@evil.example",
        ];
        for next in evil {
            let asked: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
            let stranger = Desk::stranger(world.server.http())?;
            let form = stranger.get(&format!("/signin?next={asked}")).await?;
            assert!(!form.text().contains("evil.example\""), "{next}");
            let fields = [("email", "anna@kontoret.example"), ("password", PASSWORD), ("next", next)];
            for page in [stranger.post("/signin", &fields).await?, world.desk.get(&format!("/signin?next={asked}")).await?] {
                assert_eq!((page.status, page.location()), (303, "/"), "{next}");
                assert!(!page.header("set-cookie").contains("a=b"), "{next}");
            }
        }
        let stranger = Desk::stranger(world.server.http())?;
        let asked = stranger.get("/customers?q=x").await?;
        assert_eq!(asked.location(), "/signin?next=%2Fcustomers%3Fq%3Dx");
        let fields = [("email", "anna@kontoret.example"), ("password", PASSWORD), ("next", "/customers?q=x")];
        assert_eq!(stranger.post("/signin", &fields).await?.location(), "/customers?q=x", "one goes on where one was");
        Ok(())
    }
}
