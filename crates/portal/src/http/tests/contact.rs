//! Contact forms: what admins make of them, what anybody may write, and what the named address hears of it.

use axum::http::{Method, StatusCode, header};
use base::{Language, Scope};
use conversations::{Verdict, queries};
use people::system_mail::{KIND, SystemMail};
use platform::web::desk::Later;
use platform::{Platform, vals};

use super::my::{claim, platform_json};
use super::{Got, House, run};
use crate::entry;
use crate::offers::{Offer, Offering};

const RETURNS: &str = "names-en=Returns&names-nb=Retur&open=on&labels-0-en=Order+number&kind-0=line&required-0=on\
    &labels-1-en=Product&kind-1=choice&choices-1-en=Kettle%0D%0ALamp&choices-1-nb=Kjele%0D%0ALampe";

impl House {
    async fn made(&self) -> String {
        let cookie = self.signed_in().await;
        let got = self.form("/settings/forms", &cookie, RETURNS).await;
        assert_eq!(got.to(), "/settings/forms?done=saved", "{}", got.body);
        cookie
    }

    async fn write(&self, cookie: &str, fields: &[(&str, &str)]) -> Got {
        let mut form = String::new();
        for (name, value) in fields {
            form.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        form.push_str("--x--\r\n");
        let extra = [("content-type", "multipart/form-data; boundary=x"), ("cookie", cookie)];
        self.ask(Method::POST, "/contact/returns", &extra, form).await
    }

    /// The mail that a form caused, if it caused one.
    async fn confirming(&self) -> Option<SystemMail> {
        let job = claim(self.p(), entry::CONFIRM_JOB).await?;
        entry::send_confirming(self.p().clone(), job).await.expect("done");
        claim(self.p(), KIND).await.map(|job| platform_json(&job.payload))
    }

    /// What came last, of whoever has this address.
    async fn newest(&self, address: &str) -> (conversations::Conversation, conversations::Message) {
        let mut conn = self.p().db.read().await.expect("read");
        let person = people::person::by_address(&mut conn, &Scope::All, address).await.expect("read").expect("known");
        let mine = queries::mine(&mut conn, &person.id, None, 10).await.expect("read");
        let newest = mine.into_iter().max_by_key(|one| one.number).expect("a request");
        let link = queries::request_link(self.p(), &mut conn, &newest).await.expect("a link");
        let token = link.rsplit('/').next().expect("a token");
        let request = queries::by_request_link(self.p(), &mut conn, token).await.expect("read").expect("opens");
        (newest, request.messages.into_iter().next().expect("a message"))
    }
}

/// Knows one article, about things that drip.
pub(super) struct Leaky;

impl Offering for Leaky {
    fn offers<'a>(&'a self, p: &'a Platform, _: bool, _: Language, text: &'a str) -> Later<'a, Vec<Offer>> {
        let known = text.contains("drips");
        Box::pin(async move { Ok(if known { vec![drip(p)] } else { Vec::new() }) })
    }

    fn shown<'a>(&'a self, p: &'a Platform, _: bool, ids: &'a [String]) -> Later<'a, Vec<Offer>> {
        Box::pin(async move { Ok(if ids == ["drip"] { vec![drip(p)] } else { Vec::new() }) })
    }
}

fn drip(p: &Platform) -> Offer {
    Offer {
        id: "drip".into(),
        title: "Kettles that <drip>".into(),
        href: "/help/en/kettles".into(),
        version: 3,
        at: p.clock.business(),
        pieces: vec![("It ".into(), false), ("drips".into(), true)],
    }
}

const GOOD: [(&str, &str); 6] = [
    ("name", "Ola Nord"),
    ("email", "ola@post.example"),
    ("body", "It leaks. secretword"),
    ("q-0", "A-17"),
    ("q-1", "1"),
    ("once", "1795006080-0a"),
];

#[test]
fn what_anybody_writes_comes_in_unproved_and_the_address_gets_nothing_but_a_link() {
    run(|house| async move {
        house.made().await;
        let page = house.get("/contact").await;
        assert_eq!(page.to(), "/contact/returns", "the only form is the page");
        let page = house.get("/contact/returns").await;
        assert!(page.body.contains("Order number") && page.body.contains("Kettle"), "{}", page.body);
        let sent = house.write("", &GOOD).await;
        assert_eq!(sent.to(), "/contact/returns?done=sent", "{}", sent.body);
        assert!(sent.headers.get(header::SET_COOKIE).is_none(), "nobody is let in by typing an address");
        let (it, message) = house.newest("ola@post.example").await;
        assert_eq!(
            (it.subject.as_str(), message.body.as_str()),
            ("Returns", "It leaks. secretword\n\nOrder number: A-17\nProduct: Lamp")
        );
        assert_eq!(message.proof.expect("judged").verdict, Verdict::Unproved);
        let mail = house.confirming().await.expect("a mail");
        assert_eq!(mail.to, "ola@post.example");
        let all = format!("{} {}", mail.subject, mail.text);
        for theirs in ["Ola", "secretword", "A-17", "Lamp"] {
            assert!(!all.contains(theirs), "{theirs} in {all}");
        }
        let link =
            all.split("http://desk.example").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
        house.test.clock.advance(jiff::SignedDuration::from_hours(23));
        assert_eq!(house.form(link, "", "").await.to(), "/my");
        let (_, message) = house.newest("ola@post.example").await;
        let proof = message.proof.expect("judged");
        assert_eq!((proof.verdict, proof.by.as_str()), (Verdict::Proved, "link"));
    });
}

#[test]
fn a_thousand_requests_in_anothers_name_mail_them_three_times_an_hour() {
    run(|house| async move {
        house.made().await;
        let mut mails = 0;
        for round in 0..1000 {
            // As from a new peer at a new time; what the throttle lets through is the worst case.
            let mut tx = house.p().begin().await.expect("begin");
            if round == 0 {
                people::person::resolve(&mut tx, "ola@post.example", "", None).await.expect("known");
            }
            entry::confirm(&mut tx, "Ola@post.example", Language::En).await.expect("asked");
            tx.commit().await.expect("commit");
            if round % 100 == 0 {
                mails += i32::from(house.confirming().await.is_some());
            }
        }
        assert_eq!(mails, 3);
        house.test.clock.advance(jiff::SignedDuration::from_mins(61));
        let mut tx = house.p().begin().await.expect("begin");
        entry::confirm(&mut tx, "ola@post.example", Language::En).await.expect("asked");
        tx.commit().await.expect("commit");
        assert!(house.confirming().await.is_some(), "the hour is over");
        let mut conn = house.p().db.read().await.expect("read");
        let links = conn.number("SELECT COUNT(*) AS n FROM portal_link", vals![]).await.expect("counted");
        assert_eq!(links, 4, "links that are good for a day outlive the hour");
    });
}

#[test]
fn whoever_is_in_writes_as_themselves_and_is_led_to_their_request() {
    run(|house| async move {
        house.made().await;
        let cookie = house.inside().await;
        let mut fields = GOOD;
        fields[1].1 = "somebody@else.example";
        let sent = house.write(&cookie, &fields).await;
        assert!(sent.to().starts_with("/r/") && sent.to().ends_with("?done=sent"), "{} {}", sent.to(), sent.body);
        let (_, message) = house.newest("kari@post.example").await;
        assert_eq!(message.from.address, "kari@post.example");
        assert_eq!(message.proof.expect("judged").verdict, Verdict::Proved);
        assert!(claim(house.p(), entry::CONFIRM_JOB).await.is_none(), "they need not confirm");
    });
}

#[test]
fn what_needs_another_look_comes_back_with_all_that_was_written() {
    run(|house| async move {
        house.made().await;
        for (field, value, problem) in [
            ("email", "not an address", "This is not a mail address."),
            ("q-0", " ", "Please answer this."),
            ("q-1", "7", "This is not one of the choices."),
            ("body", " ", "There is no text yet."),
        ] {
            let fields = GOOD.map(|(name, good)| (name, if name == field { value } else { good }));
            let got = house.write("", &fields).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(got.body.contains(problem), "{problem} in {}", got.body);
            assert!(field == "body" || got.body.contains("secretword"), "nothing is lost");
            assert!(got.body.contains(&format!("id=\"{field}-e\"")), "{field}");
        }
        let mut last = house.write("", &GOOD).await;
        for round in 0..30 {
            let once = format!("1795006080-{round}");
            last = house.write("", &GOOD.map(|(name, good)| (name, if name == "once" { &once } else { good }))).await;
        }
        assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(last.body.contains("secretword"), "nothing is lost");
    });
}

#[test]
fn a_form_is_changed_closed_and_removed_and_points_at_what_it_lacks() {
    run(|house| async move {
        assert_eq!(house.get("/contact").await.status, StatusCode::NOT_FOUND, "there is none");
        let cookie = house.made().await;
        let wrong = RETURNS.replace("Kettle%0D%0ALamp", "Kettle");
        let got = house.form("/settings/forms/returns", &cookie, &wrong).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            got.body.contains("href=\"#choices-1\"") && got.body.contains("Offer two to fifty choices"),
            "{}",
            got.body
        );
        let more = house.form("/settings/forms/returns", &cookie, &format!("{RETURNS}&then=add")).await;
        assert!(more.status == StatusCode::OK && more.body.contains("id=\"kind-2\""), "{}", more.body);
        let early = house.form("/settings/forms/returns/remove", &cookie, "").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "it is open");
        let closed = RETURNS.replace("&open=on", "");
        assert_eq!(house.form("/settings/forms/returns", &cookie, &closed).await.to(), "/settings/forms?done=saved");
        assert_eq!(house.get("/contact/returns").await.status, StatusCode::NOT_FOUND);
        let list = house.ask(Method::GET, "/settings/forms", &[("cookie", &cookie)], String::new()).await;
        assert!(list.body.contains("Remove Returns"), "{}", list.body);
        assert_eq!(
            house.form("/settings/forms/returns/remove", &cookie, "").await.to(),
            "/settings/forms?done=removed"
        );
        assert_eq!(house.form("/settings/forms/returns", &cookie, RETURNS).await.status, StatusCode::NOT_FOUND);
        assert_ne!(house.form("/settings/forms", "", RETURNS).await.status, StatusCode::OK, "not for everybody");
    });
}

#[test]
fn what_surely_answers_is_shown_once_before_sending_and_remembered_with_the_request() {
    run(|house| async move {
        house.made().await;
        let drips = GOOD.map(|(name, value)| if name == "body" { (name, "It drips.") } else { (name, value) });
        let asked = house.write("", &drips).await;
        assert_eq!(asked.status, StatusCode::OK);
        for there in [
            "Kettles that &lt;drip&gt;",
            "<mark>drips</mark>",
            "Version 3",
            "It drips.",
            "ola@post.example",
            "No, send it",
        ] {
            assert!(asked.body.contains(there), "{there}: {}", asked.body);
        }
        assert!(asked.body.contains("name=\"offered\" value=\"drip\""), "{}", asked.body);
        let mut again = drips.to_vec();
        again.push(("offered", "drip"));
        let sent = house.write("", &again).await;
        assert_eq!(sent.to(), "/contact/returns?done=sent", "{}", sent.body);
        let (_, message) = house.newest("ola@post.example").await;
        assert!(message.body.contains("Shown before sending: Kettles that <drip> (version 3,"), "{}", message.body);
    });
}

#[test]
fn made_up_passages_are_not_remembered_and_nothing_keeps_a_form_from_being_sent() {
    run(|house| async move {
        house.made().await;
        let mut again =
            GOOD.map(|(name, value)| if name == "body" { (name, "It drips.") } else { (name, value) }).to_vec();
        again.push(("offered", "made up"));
        let sent = house.write("", &again).await;
        assert_eq!(sent.to(), "/contact/returns?done=sent", "{}", sent.body);
        let (_, message) = house.newest("ola@post.example").await;
        assert!(!message.body.contains("Shown before sending"), "{}", message.body);
    });
}
