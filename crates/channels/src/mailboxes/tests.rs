//! Mailboxes as they are kept, on both engines.

use base::{Actor, Role};
use conversations::settings as desk;
use platform::Platform;
use platform::testing::{TestPlatform, on_both_engines};

use super::*;
use crate::email::trouble::Kind;
use crate::relay::Protection;
use crate::tests::migrations;

fn settings(address: &str) -> Settings {
    let account = Account {
        host: "imap.brekkesund.example".into(),
        port: 993,
        protection: Protection::Implicit,
        user: address.into(),
        auth: Auth::Password,
    };
    let imap = Imap { account, folder: "INBOX".into(), afterwards: Afterwards::MarkRead };
    Settings { address: address.into(), fetch: Fetch::Imap(imap), ..Settings::default() }
}

async fn connect(p: &Platform, address: &str) -> Answer<Mailbox> {
    let mut tx = p.begin().await?;
    let secrets = Secrets { fetch_password: "hunter2".into(), ..Secrets::default() };
    let start = Start::After { uid_validity: 7, uid_next: 41 };
    let mailbox = insert(p, &mut tx, &Actor::System, settings(address), &secrets, start).await?;
    tx.commit().await?;
    Ok(mailbox)
}

fn refused<T>(answer: Answer<T>) -> Option<Refusal> {
    match answer {
        Err(Failure::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

#[test]
fn a_mailbox_is_kept_as_it_was_set_and_its_password_only_sealed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let made = connect(p, " Hei@Brekkesund.example ").await.expect("connected");
        let mut conn = p.db.read().await.expect("read");
        let found = find(&mut conn, &made.id).await.expect("read").expect("is there");
        assert_eq!(found.settings, made.settings);
        assert_eq!(found.settings.name, found.settings.address);
        let reading = found.reading.expect("is read");
        assert_eq!((reading.uid_validity, reading.last_uid, reading.old_below), (Some(7), 40, 41));
        assert!(found.is_default && found.enabled && !reading.old_too);
        let row = conn.one("SELECT secrets FROM mailbox", vec![]).await.expect("read").expect("a row");
        assert!(!row.text("secrets").expect("text").contains("hunter2"));
        let secrets = secrets(p, &mut conn, &made.id).await.expect("read").expect("opens");
        assert_eq!(secrets.fetch_password, "hunter2");
        let sql = "SELECT COUNT(*) AS n FROM event WHERE kind = 'mailbox.connected'";
        assert_eq!(conn.number(sql, vec![]).await.expect("read"), 1);
    });
}

#[test]
fn a_sealed_password_does_not_open_for_another_mailbox() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = connect(p, "a@brekkesund.example").await.expect("connected");
        let two = connect(p, "b@brekkesund.example").await.expect("connected");
        let mut tx = p.begin().await.expect("begin");
        let sql = "UPDATE mailbox SET secrets = (SELECT secrets FROM mailbox WHERE id = $1) WHERE id = $2";
        tx.run(sql, platform::vals![one.id.as_str(), two.id.as_str()]).await.expect("moved");
        let opened = secrets(p, &mut tx, &two.id).await.expect("read");
        assert_eq!(opened.expect_err("sealed").kind, Kind::SecretUnreadable);
    });
}

#[test]
fn the_first_mailbox_speaks_for_the_business_and_another_may_take_over() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = connect(p, "a@brekkesund.example").await.expect("connected");
        let two = connect(p, "b@brekkesund.example").await.expect("connected");
        assert!(one.is_default && !two.is_default);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(desk::business(&mut tx).await.expect("business").address, "a@brekkesund.example");
        make_default(&mut tx, &Actor::System, &two.id).await.expect("changed");
        assert_eq!(desk::business(&mut tx).await.expect("business").address, "b@brekkesund.example");
        let all = list(&mut tx).await.expect("list");
        assert_eq!(all.iter().map(|m| m.is_default).collect::<Vec<_>>(), [true, false]);
        assert_eq!(all[0].id, two.id);
    });
}

#[test]
fn a_business_that_has_an_address_keeps_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let business = desk::Business { address: "hei@brekkesund.example".into(), ..desk::Business::default() };
        desk::set_business(&mut tx, &business).await.expect("set");
        tx.commit().await.expect("commit");
        assert!(!connect(p, "salg@brekkesund.example").await.expect("connected").is_default);
        assert!(connect(p, "hei@brekkesund.example").await.expect("connected").is_default);
    });
}

#[test]
fn only_admins_change_mailboxes_and_no_address_is_there_twice() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = connect(p, "a@brekkesund.example").await.expect("connected");
        assert_eq!(refused(connect(p, "A@brekkesund.example").await), Some(Refusal::AddressTaken));
        assert_eq!(refused(connect(p, "nobody").await), Some(Refusal::NotAnAddress));
        let agent = Actor::staff("stf_1", Role::Agent);
        let mut tx = p.begin().await.expect("begin");
        let changed = update(&mut tx, &agent, &one.id, one.settings.clone()).await;
        assert_eq!(refused(changed), Some(Refusal::Forbidden));
        assert_eq!(refused(remove(&mut tx, &agent, &one.id).await), Some(Refusal::Forbidden));
        assert!(update(&mut tx, &Actor::System, &one.id, one.settings.clone()).await.is_ok());
        remove(&mut tx, &Actor::System, &one.id).await.expect("removed");
        assert_eq!(refused(remove(&mut tx, &Actor::System, &one.id).await), Some(Refusal::NotFound));
        tx.commit().await.expect("commit");
        assert!(connect(p, "a@brekkesund.example").await.is_ok(), "the address is free again");
    });
}

#[test]
fn reading_begins_anew_only_when_something_else_is_read() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = connect(p, "a@brekkesund.example").await.expect("connected");
        let mut tx = p.begin().await.expect("begin");
        let mut settings = one.settings.clone();
        settings.signature = "Hilsen oss".into();
        update(&mut tx, &Actor::System, &one.id, settings.clone()).await.expect("changed");
        let reading = find(&mut tx, &one.id).await.expect("read").and_then(|m| m.reading).expect("is read");
        assert_eq!(reading.last_uid, 40);
        if let Fetch::Imap(imap) = &mut settings.fetch {
            imap.folder = "Salg".into();
        }
        update(&mut tx, &Actor::System, &one.id, settings).await.expect("changed");
        let reading = find(&mut tx, &one.id).await.expect("read").and_then(|m| m.reading).expect("is read");
        assert_eq!((reading.last_uid, reading.uid_validity), (0, None));
    });
}

#[test]
fn conversations_are_answered_as_their_mailbox_else_as_the_default_else_as_the_business() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let business = desk::Business {
            name: "Brekkesund".into(),
            address: "hei@brekkesund.example".into(),
            signature: "Hilsen".into(),
            ..desk::Business::default()
        };
        desk::set_business(&mut tx, &business).await.expect("set");
        let alone = identity_of(&mut tx, Some("mbx_gone")).await.expect("read");
        assert_eq!((alone.address.as_str(), alone.sender_name.as_str()), ("hei@brekkesund.example", "Brekkesund"));
        tx.commit().await.expect("commit");
        let sales = connect(p, "salg@brekkesund.example").await.expect("connected");
        let mut tx = p.begin().await.expect("begin");
        let settings = Settings { sender_name: "Salg".into(), ..sales.settings.clone() };
        update(&mut tx, &Actor::System, &sales.id, settings).await.expect("changed");
        let named = identity_of(&mut tx, Some(sales.id.as_str())).await.expect("read");
        let parts = (named.address.as_str(), named.sender_name.as_str(), named.signature.as_str());
        assert_eq!(parts, ("salg@brekkesund.example", "Salg", "Hilsen"));
        assert_eq!(identity_of(&mut tx, None).await.expect("read").address, "hei@brekkesund.example");
        make_default(&mut tx, &Actor::System, &sales.id).await.expect("changed");
        assert_eq!(identity_of(&mut tx, None).await.expect("read").address, "salg@brekkesund.example");
    });
}

#[test]
fn what_is_ours_is_ours_also_after_it_was_removed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = connect(p, "a@brekkesund.example").await.expect("connected");
        let two = connect(p, "b@brekkesund.example").await.expect("connected");
        let mut tx = p.begin().await.expect("begin");
        remove(&mut tx, &Actor::System, &two.id).await.expect("removed");
        let own = addresses(&mut tx).await.expect("read");
        // The desk knows too: nobody answers to us, and nobody takes part by us.
        let told = conversations::settings::own_addresses(&mut tx).await.expect("read");
        assert_eq!(told, ["a@brekkesund.example", "b@brekkesund.example"]);
        assert!(own.is_ours("A@BREKKESUND.example") && own.is_ours("b+1001.x@brekkesund.example"));
        assert!(!own.is_ours("c@brekkesund.example") && !own.is_ours("a@other.example"));
        assert_eq!(own.tag("b+1001.x@brekkesund.example"), Some("1001.x"));
        let to = ["c@other.example".to_owned(), "a+9.q@brekkesund.example".to_owned()];
        assert_eq!(find_for(&mut tx, &to).await.expect("read"), Some(one.id));
        assert_eq!(find_for(&mut tx, &to[..1]).await.expect("read"), None);
    });
}
