//! *My requests*: who gets a link, what it opens, and for how long.

use axum::http::{Method, StatusCode, header};
use conversations::commands::{self, Inbound};
use jiff::SignedDuration;
use people::system_mail::{KIND, SystemMail};
use platform::jobs::Job;
use platform::{Platform, vals};

use super::{CANARY, Got, House, letter, run, take_in};
use crate::entry;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

impl House {
    pub(super) async fn form(&self, path: &str, cookie: &str, body: &str) -> Got {
        self.ask(Method::POST, path, &[FORM, ("cookie", cookie)], body.to_owned()).await
    }

    async fn with(&self, path: &str, cookie: &str) -> Got {
        self.ask(Method::GET, path, &[("cookie", cookie)], String::new()).await
    }

    /// Asks for a link, and answers the path of the one that is mailed, if one is.
    async fn link_for(&self, address: &str) -> Option<String> {
        let asked = self.form("/my", "", &format!("email={address}")).await;
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        self.mailed().await
    }

    async fn mailed(&self) -> Option<String> {
        let job = claim(self.p(), entry::JOB).await?;
        entry::send(self.p().clone(), job).await.expect("done");
        let job = claim(self.p(), KIND).await?;
        let mail: SystemMail = platform_json(&job.payload);
        assert_eq!(mail.to, "kari@post.example");
        let start = mail.text.find("http://desk.example").expect("a link") + "http://desk.example".len();
        mail.text[start..].split_whitespace().next().map(str::to_owned)
    }

    /// Signs Kari in and answers her cookie.
    pub(super) async fn inside(&self) -> String {
        let link = self.link_for("kari@post.example").await.expect("a mail");
        let got = self.form(&link, "", "").await;
        assert_eq!(got.to(), "/my");
        let cookie = got.headers[header::SET_COOKIE].to_str().expect("text").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        cookie.split(';').next().expect("a pair").to_owned()
    }
}

pub(super) fn platform_json(text: &str) -> SystemMail {
    serde_json::from_str(text).expect("a mail")
}

pub(super) async fn claim(p: &Platform, kind: &str) -> Option<Job> {
    let sql = "UPDATE job SET status = 1, owner = 'hand', attempts = attempts + 1, key = NULL WHERE id = \
               (SELECT id FROM job WHERE kind = $1 AND status = 0 ORDER BY id LIMIT 1) RETURNING id, payload";
    let mut tx = p.begin().await.expect("begin");
    let row = tx.one(sql, vals![kind]).await.expect("claim")?;
    let job = Job::for_tests(&row.text("id").expect("id"), kind, &row.text("payload").expect("payload"), "hand");
    tx.commit().await.expect("commit");
    Some(job)
}

#[test]
fn a_mailed_link_lets_in_once_and_looking_at_it_uses_nothing_up() {
    run(|house| async move {
        let link = house.link_for("Kari@Post.example").await.expect("a mail");
        for _ in 0..3 {
            assert_eq!(house.get(&link).await.status, StatusCode::OK, "mail scanners look");
            assert_eq!(house.ask(Method::HEAD, &link, &[], String::new()).await.status, StatusCode::OK);
        }
        let first = house.form(&link, "", "").await;
        assert_eq!((first.status, first.to()), (StatusCode::SEE_OTHER, "/my"));
        let again = house.form(&link, "", "").await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
        assert!(again.headers.get(header::SET_COOKIE).is_none());
        assert_eq!(house.get(&link).await.status, StatusCode::NOT_FOUND);

        let late = house.link_for("kari@post.example").await.expect("a mail");
        house.test.clock.advance(SignedDuration::from_mins(15));
        assert_eq!(house.form(&late, "", "").await.status, StatusCode::NOT_FOUND, "a quarter of an hour is over");
        for wrong in
            ["/my/in/x", "/my/in/%25", "/my/in/%20", &late.to_uppercase()["/MY/IN".len()..].replace('/', "/my/in/")]
        {
            assert_eq!(house.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
    });
}

#[test]
fn every_address_is_answered_alike_and_none_is_flooded() {
    run(|house| async move {
        let known = house.form("/my", "", "email=kari@post.example").await;
        let unknown = house.form("/my", "", "email=nobody@post.ex").await;
        let shape = |got: &Got, address: &str| (got.status, got.body.replace(address, "…"));
        assert_eq!(shape(&known, "kari@post.example"), shape(&unknown, "nobody@post.ex"));
        assert!(house.mailed().await.is_some());
        assert!(house.mailed().await.is_none(), "nobody is written to who is no customer");
        assert_eq!(house.form("/my", "", "email=nonsense").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut mails = 1;
        for _ in 0..4 {
            house.test.clock.advance(SignedDuration::from_mins(5));
            mails += usize::from(house.link_for("kari@post.example").await.is_some());
        }
        assert_eq!(mails, 3, "three mails an hour");
        house.test.clock.advance(SignedDuration::from_mins(61));
        assert!(house.link_for("kari@post.example").await.is_some());
        let mut last = StatusCode::OK;
        for _ in 0..8 {
            last = house.form("/my", "", "email=kari@post.example").await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn the_list_holds_ones_own_requests_and_leads_to_their_pages() {
    run(|house| async move {
        let p = house.p();
        take_in(p, Inbound { subject: CANARY.into(), ..letter(p, "ola@post.example", "Min.") }).await;
        for n in 0..21 {
            let subject = format!("Sak {n:02}.");
            take_in(p, Inbound { subject, ..letter(p, "kari@post.example", &"x".repeat(n + 1)) }).await;
            house.test.clock.advance(SignedDuration::from_mins(1));
        }
        let kari = base::Actor::Customer { id: house.find().await.person.to_string() };
        commands::settle(p, &kari, &house.kari.conversation).await.expect("settled");
        assert!(!house.get("/my").await.body.contains("Sak"), "not without a link");
        let cookie = house.inside().await;
        let page = house.with("/my", &cookie).await;
        assert_eq!(page.body.matches("href=\"/r/").count(), 20, "{}", page.body);
        assert!(page.body.contains("Sak 20.") && !page.body.contains("Sak 00.") && !page.body.contains(CANARY));
        let next = page.body.split("href=\"/my?after=").nth(1).and_then(|rest| rest.split('"').next());
        let older = house.with(&format!("/my?after={}", next.expect("more")), &cookie).await;
        assert_eq!(older.body.matches("href=\"/r/").count(), 2, "what is done comes last");
        let link =
            older.body.split("href=\"").find_map(|part| part.split('"').next().filter(|to| to.starts_with("/r/")));
        assert!(house.get(link.expect("a link")).await.body.contains("Sak 00."));
        assert_eq!(house.with("/my?after=%27;--", &cookie).await.status, StatusCode::OK);
    });
}

#[test]
fn who_is_signed_in_finds_the_others_beside_one_and_takes_all_along_as_a_file() {
    run(|house| async move {
        let p = house.p();
        take_in(p, Inbound { subject: CANARY.into(), ..letter(p, "ola@post.example", "Min.") }).await;
        let first = house.link().await;
        let cookie = house.inside().await;
        let alone = house.with(&first, &cookie).await.body;
        assert!(alone.contains("<aside") && alone.contains("Du har ingen andre."), "{alone}");
        take_in(p, Inbound { subject: "Sak to.".into(), ..letter(p, "kari@post.example", "Og en til.") }).await;
        house.reply("Vi ser på det.").await;
        let page = house.with(&first, &cookie).await.body;
        assert!(page.contains("Sak to.") && page.contains("aria-label=\"Hvor du er\"") && !page.contains(CANARY));
        let by_link = house.get(&first).await.body;
        assert!(!by_link.contains("Sak to.") && !by_link.contains("<aside"), "a link tells of its own request alone");

        let file = house.with("/my/data", &cookie).await;
        assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"my-data.json\"");
        let all: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        assert_eq!(all["addresses"], serde_json::json!(["kari@post.example"]));
        assert_eq!(all["requests"].as_array().map(Vec::len), Some(2), "{all}");
        let texts = |mine: bool| file.body.matches(&format!("\"mine\": {mine}")).count();
        assert_eq!((texts(true), texts(false)), (2, 1), "{all}");
        assert!(file.body.contains("Vi ser på det.") && !file.body.contains(CANARY));
        assert_eq!(house.get("/my/data").await.to(), "/my", "not without being signed in");
    });
}

#[test]
fn signing_out_everywhere_ends_every_session_and_none_of_them_opens_the_desk() {
    run(|house| async move {
        let (one, other) = (house.inside().await, house.inside().await);
        let asks = |got: Got| got.body.contains("name=\"email\"");
        assert!(!asks(house.with("/my", &one).await) && !asks(house.with("/my", &other).await));
        let desk = one.replace("tillit-my=", "tillit=");
        assert_ne!(house.with("/settings/requests", &desk).await.status, StatusCode::OK, "no colleague");
        let colleague = house.signed_in().await.replace("tillit=", "tillit-my=");
        assert!(asks(house.with("/my", &colleague).await), "no customer");
        let third = house.inside().await;
        house.form("/my/out", &one, "").await;
        assert!(asks(house.with("/my", &one).await) && !asks(house.with("/my", &other).await));
        house.form("/my/out", &other, "everywhere=1").await;
        assert!(asks(house.with("/my", &other).await) && asks(house.with("/my", &third).await));
        let off = conversations::settings::Requests { links: false, hue: None };
        let mut tx = house.p().begin().await.expect("begin");
        conversations::settings::set_requests(&mut tx, &off).await.expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(house.get("/my").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn who_became_part_of_another_customer_goes_on_where_they_were() {
    run(|house| async move {
        let (link, cookie) = (house.link().await, house.inside().await);
        let kari = house.find().await.person;
        let mut tx = house.p().begin().await.expect("begin");
        let other =
            people::person::add(&mut tx, &house.actor(), "Kari S.", "kari@arbeid.example").await.expect("added");
        commands::merge_customers(&mut tx, &house.actor(), &other, &kari).await.expect("merged");
        tx.commit().await.expect("commit");
        assert_eq!(house.find().await.person, other, "the conversation went along");
        assert_eq!(house.get(&link).await.status, StatusCode::OK, "the link in her mails still opens it");
        let (mine, now) = (house.with("/my", &cookie).await.body, house.link().await);
        assert!(mine.contains(&now), "and she is still in: {mine}");
        let out = house.form("/my/out", &cookie, "everywhere=1").await;
        assert_eq!(out.to(), "/my");
        assert!(!house.with("/my", &cookie).await.body.contains(&now));
    });
}
