//! Connecting a mailbox of a real server, from its address to the first mail that is due.

use super::*;
use crate::email::imap::dovecot::{self, Dovecot, PASSWORD};

fn mail(n: u32, more: &str) -> Vec<u8> {
    format!(
        "From: Kari Solheim <kari{n}@post.example>\r\nTo: hei@shop.example\r\nSubject: Sykkel {n}\r\n\
         Message-ID: <{n}@post.example>\r\nDate: Mon, 16 Nov 2026 10:00:00 +0100\r\n{more}\r\nHei\r\n"
    )
    .into_bytes()
}

/// The mailbox of a business with three mails, two of them of one matter.
fn filled() -> Option<Dovecot> {
    let server = dovecot::start("")?;
    server.deliver("kari", "1.m", &mail(1, ""));
    server.deliver("kari", "2.m", &mail(2, "Auto-Submitted: auto-generated\r\n"));
    let answer = "From: Kari Solheim <kari1@post.example>\r\nSubject: Re: Sykkel 1\r\nMessage-ID: <3@post.example>\r\n\
                  In-Reply-To: <1@post.example>\r\n\r\nEn ting til\r\n";
    server.deliver("kari", "3.m", answer.as_bytes());
    Some(server)
}

/// The third step, with its draft.
async fn third_step(house: &House, server: &Dovecot) -> Answer {
    let first = [("address", "hei@shop.example"), ("provider", "one")];
    let draft = house.post("/settings/mail/connect", &first).await.hidden("draft");
    let port = server.port.to_string();
    let mut typed = edited(&[
        ("draft", &draft),
        ("fetch_port", &port),
        ("fetch_protection", "none"),
        ("fetch_user", "kari"),
        ("fetch_password", "wrong"),
        ("send_by", "relay"),
    ]);
    let refused = house.post("/settings/mail/connect/check", &typed).await;
    assert!(refused.body.contains("did not accept the user name and password"), "{}", refused.body);
    typed.iter_mut().filter(|(name, _)| *name == "fetch_password").for_each(|(_, value)| *value = PASSWORD);
    let good = house.post("/settings/mail/connect/check", &typed).await;
    assert!(good.body.contains("Works. 3 mails lie in INBOX"), "{}", good.body);
    assert!(!good.body.contains("<details open>"));
    house.post("/settings/mail/connect/choose", &[("draft", &good.hidden("draft"))]).await
}

async fn count(house: &House, table: &str) -> i64 {
    let mut conn = house.p.db.read().await.expect("read");
    let row = conn.one(&format!("SELECT COUNT(*) AS n FROM {table}"), platform::vals![]).await.expect("counts");
    row.expect("a row").int("n").expect("a number")
}

#[test]
fn the_dry_run_shows_what_would_become_of_real_mails_and_touches_nothing() {
    run(|house| async move {
        let Some(server) = filled() else { return };
        let step = third_step(&house, &server).await;
        assert!(step.body.contains("These 3 mails would become 2 conversations."), "{}", step.body);
        let at = |text: &str| step.body.find(text).unwrap_or_else(|| panic!("{text}: {}", step.body));
        assert!(at("1, joins it") < at("2, new") && at("2, new") < at("1, new"), "the newest first");
        assert_eq!(step.body.matches("Written by a machine").count(), 1);
        assert!(!step.body.contains(PASSWORD));
        for table in ["conversation", "message", "person", "mailbox", "inbound"] {
            assert_eq!(count(&house, table).await, 0, "{table}");
        }
        assert!(server.mails("kari", "INBOX").iter().all(|name| !name.contains(":2,S")), "nothing is marked");
    });
}

#[test]
fn reading_begins_where_it_was_said() {
    run(|house| async move {
        let Some(server) = filled() else { return };
        let step = third_step(&house, &server).await;
        let draft = step.hidden("draft");
        let finish = "/settings/mail/connect/finish";
        let no_days = [("draft", draft.as_str()), ("start", "days"), ("days", "0")];
        let wrong = house.post(finish, &no_days).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("id=\"days-e\""));
        let nowhere = house.post(finish, &[("draft", &draft), ("afterwards", "move")]).await;
        assert!(nowhere.status == StatusCode::UNPROCESSABLE_ENTITY && nowhere.body.contains("id=\"move_to-e\""));
        for (start, last, old_too) in [("now", 3, false), ("days", 0, true), ("everything", 0, true)] {
            let form = [("draft", draft.as_str()), ("start", start), ("days", "30"), ("afterwards", "mark_read")];
            let done = house.post(finish, &form).await;
            assert_eq!(done.location(), "/settings/mail?done=connected", "{}", done.body);
            let mailbox = house.all().await.remove(0);
            let reading = mailbox.reading.clone().expect("is read");
            assert_eq!((reading.last_uid, reading.old_too), (last, old_too), "{start}");
            let Fetch::Imap(imap) = &mailbox.settings.fetch else { panic!("fetched") };
            assert_eq!(imap.afterwards, Afterwards::MarkRead);
            assert_eq!(house.secrets(&mailbox).await.fetch_password, PASSWORD);
            house.post(&format!("/settings/mail/{}/remove", mailbox.id), &[]).await;
        }
        assert_eq!(count(&house, "job WHERE kind = 'mail.system'").await, 0);
    });
}
