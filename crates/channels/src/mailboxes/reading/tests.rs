//! Readers against a real server: what comes in, what happens to it there, and what breaks.

mod alarms;
mod broken;
mod many;
mod others;
mod tokens;

use std::time::{Duration, Instant};

use base::Actor;
use platform::Platform;
use platform::testing::{TestPlatform, on_both_engines};
use tokio::task::JoinHandle;

use super::*;
use crate::email::imap::dovecot::{self, Dovecot, OLD_FASHIONED, PASSWORD};
use crate::mailboxes::{Account, Afterwards, Imap, Secrets, Settings, Start};
use crate::relay::Protection;
use crate::tests::migrations;

/// A business whose mailbox is read.
struct House {
    p: Platform,
    journal: Journal,
    server: Dovecot,
    mailbox: Mailbox,
    running: Option<(watch::Sender<bool>, JoinHandle<Result<()>>)>,
}

fn quick() -> Pace {
    let ms = Duration::from_millis;
    Pace { poll: ms(50), idle: Duration::from_secs(60), first: ms(20), longest: ms(200) }
}

fn imap_settings(port: u16, afterwards: Afterwards) -> Imap {
    let account = Account {
        host: "localhost".into(),
        port,
        protection: Protection::None,
        user: "kari".into(),
        ..Account::default()
    };
    Imap { account, folder: "INBOX".into(), afterwards }
}

impl House {
    async fn build(test: &TestPlatform, server: Dovecot, afterwards: Afterwards, start: Start) -> Self {
        let imap = imap_settings(server.port, afterwards);
        Self::with(test, server, imap, start).await
    }

    async fn with(test: &TestPlatform, server: Dovecot, imap: Imap, start: Start) -> Self {
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let settings =
            Settings { address: "hei@brekkesund.example".into(), fetch: Fetch::Imap(imap), ..Settings::default() };
        let secrets = Secrets { fetch_password: PASSWORD.into(), ..Secrets::default() };
        let made = crate::mailboxes::insert(&p, &mut tx, &Actor::System, settings, &secrets, start).await;
        tx.commit().await.expect("commit");
        let journal = Journal::start(p.clone());
        Self { p, journal, server, mailbox: made.expect("connected"), running: None }
    }

    fn begin(&mut self, pace: Pace) {
        let reader = Reader {
            platform: self.p.clone(),
            journal: self.journal.clone(),
            mail_max: 100_000,
            trust: self.server.trust(),
            pace,
        };
        let (stop, stopped) = watch::channel(false);
        self.running = Some((stop, tokio::spawn(run(reader, stopped))));
    }

    async fn end(&mut self) {
        if let Some((stop, running)) = self.running.take() {
            stop.send_replace(true);
            running.await.expect("ended").expect("no fault");
        }
    }

    /// How many mails are in the journal, and how often they were offered in all.
    async fn kept(&self) -> (i64, i64) {
        let mut conn = self.p.db.read().await.expect("read");
        let sql = "SELECT COUNT(*) AS n FROM inbound";
        let mails = conn.number(sql, vec![]).await.expect("count");
        let sql = "SELECT CAST(COALESCE(SUM(copies), 0) AS BIGINT) AS n FROM inbound";
        (mails, conn.number(sql, vec![]).await.expect("sum"))
    }

    async fn reading(&self) -> crate::mailboxes::Reading {
        let mut conn = self.p.db.read().await.expect("read");
        let found = crate::mailboxes::find(&mut conn, &self.mailbox.id).await.expect("read");
        found.and_then(|mailbox| mailbox.reading).expect("is read")
    }

    async fn until_kept(&self, mails: i64) {
        until(&format!("{mails} mails"), async || self.kept().await.0 >= mails).await;
        assert_eq!(self.kept().await.0, mails);
    }

    /// Until everything up to `uid` is done.
    async fn until_done(&self, uid: u32) {
        until(&format!("all up to {uid}"), async || self.reading().await.last_uid >= uid).await;
    }
}

/// Waits until something becomes true; `TILLIT_PATIENCE` gives it more than 30 s.
async fn until(what: &str, mut is_true: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    let patience = std::env::var("TILLIT_PATIENCE").map_or(30, |seconds| seconds.parse().expect("seconds"));
    while !is_true().await {
        assert!(begun.elapsed() < Duration::from_secs(patience), "waited for {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn mail(n: usize) -> Vec<u8> {
    format!("From: kari@post.example\r\nSubject: Nr. {n}\r\nMessage-ID: <{n}@post.example>\r\n\r\nHei {n}\r\n").into()
}

#[test]
fn new_mail_comes_in_by_itself_and_what_lay_there_does_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        server.deliver("kari", "1.m", &mail(1));
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Now).await;
        house.begin(quick());
        until("the first look", async || house.reading().await.last_read_at.is_some()).await;
        // Nothing but the server's word can bring it sooner than in a minute.
        let sent = Instant::now();
        house.server.deliver("kari", "2.m", &mail(2));
        house.until_kept(1).await;
        assert!(sent.elapsed() < Duration::from_secs(10), "IDLE took {:?}", sent.elapsed());
        house.until_done(2).await;
        let flags = house.server.mails("kari", "INBOX");
        assert!(flags.iter().all(|name| !name.contains('S')), "left as it was: {flags:?}");
        house.end().await;
        let sql = "SELECT source, mailbox FROM inbound";
        let row = house.p.db.read().await.expect("read").one(sql, vec![]).await.expect("row").expect("one");
        assert_eq!(row.text("source").expect("text"), "imap");
        assert_eq!(row.text("mailbox").expect("text"), house.mailbox.id.to_string());
    });
}

#[test]
fn a_server_without_idle_is_asked_again_and_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start(OLD_FASHIONED) else { return };
        let mut house = House::build(&test, server, Afterwards::Delete, Start::Now).await;
        house.begin(quick());
        for n in 1..=3 {
            until("a look", async || house.reading().await.last_read_at.is_some()).await;
            house.server.deliver("kari", &format!("{n}.m"), &mail(n));
            house.until_kept(i64::try_from(n).expect("small")).await;
        }
        until("deletion", async || house.server.mails("kari", "INBOX").is_empty()).await;
        house.end().await;
    });
}

#[test]
fn afterwards_a_mail_is_marked_moved_or_deleted_as_wished() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        for (more, n) in [("", 1), (OLD_FASHIONED, 2)] {
            for afterwards in [Afterwards::MarkRead, Afterwards::Move("Done".into()), Afterwards::Delete] {
                let Some(server) = dovecot::start(more) else { return };
                let name = format!("{n}{}", serde_json::to_string(&afterwards).expect("a name").len());
                server.deliver("kari", "1.m", &[mail(1), name.into_bytes()].concat());
                let mut house = House::build(&test, server, afterwards.clone(), Start::Everything).await;
                house.begin(quick());
                house.until_done(1).await;
                let (inbox, done) = (house.server.mails("kari", "INBOX"), house.server.mails("kari", "Done"));
                match afterwards {
                    Afterwards::MarkRead => assert!(inbox[0].ends_with(":2,S"), "{inbox:?}"),
                    Afterwards::Move(_) => assert_eq!((inbox.len(), done.len()), (0, 1), "{inbox:?} {done:?}"),
                    _ => assert_eq!((inbox.len(), done.len()), (0, 0), "{inbox:?} {done:?}"),
                }
                house.end().await;
                let mut tx = house.p.begin().await.expect("begin");
                let gone = crate::mailboxes::remove(&mut tx, &Actor::System, &house.mailbox.id).await;
                tx.commit().await.expect("commit");
                gone.expect("removed");
            }
        }
    });
}

#[test]
fn old_mail_is_imported_only_when_wished_and_as_old_mail() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        server.deliver("kari", "1.m", &mail(1));
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Everything).await;
        house.begin(quick());
        house.until_done(1).await;
        house.server.deliver("kari", "2.m", &mail(2));
        house.until_done(2).await;
        house.end().await;
        let sql = "SELECT source FROM inbound ORDER BY id";
        let rows = house.p.db.read().await.expect("read").all(sql, vec![]).await.expect("rows");
        let sources: Vec<_> = rows.iter().map(|row| row.text("source").expect("text")).collect();
        assert_eq!(sources, ["import", "imap"]);
    });
}

#[test]
fn a_rebuilt_mailbox_brings_nothing_twice_and_nothing_old() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        test.clock.set_machine(base::Instant::try_from(dovecot::now()).expect("now"));
        let long_ago = dovecot::now() - Duration::from_secs(3 * 86_400);
        for n in 1..=3 {
            server.deliver_at("kari", &format!("{n}.m"), &mail(n), long_ago);
        }
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Now).await;
        house.begin(quick());
        until("the first look", async || house.reading().await.last_read_at.is_some()).await;
        house.server.deliver("kari", "4.m", &mail(4));
        house.until_done(4).await;
        house.end().await;
        let before = house.reading().await.uid_validity;
        house.server.renumber("kari");
        house.server.deliver("kari", "5.m", &mail(5));
        house.begin(quick());
        until("the new numbers", async || house.reading().await.uid_validity != before).await;
        house.until_done(5).await;
        assert_eq!(house.kept().await, (2, 3), "the fourth was offered again, the first three never");
        house.end().await;
    });
}

#[test]
fn changed_settings_count_at_once_and_a_pause_is_a_pause() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Now).await;
        house.begin(quick());
        until("the first look", async || house.reading().await.last_read_at.is_some()).await;
        let set = async |enabled| {
            let mut tx = house.p.begin().await.expect("begin");
            let done = crate::mailboxes::set_enabled(&mut tx, &Actor::System, &house.mailbox.id, enabled).await;
            tx.commit().await.expect("commit");
            done.expect("changed");
        };
        set(false).await;
        tokio::time::sleep(Duration::from_millis(600)).await;
        house.server.deliver("kari", "1.m", &mail(1));
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(house.kept().await.0, 0, "paused");
        set(true).await;
        house.until_kept(1).await;
        house.end().await;
    });
}

#[test]
fn one_node_at_a_time_reads_a_mailbox() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let fetch = Fetch::Imap(imap_settings(1, Afterwards::Leave));
        let settings = Settings { address: "hei@brekkesund.example".into(), fetch, ..Settings::default() };
        let made =
            crate::mailboxes::insert(p, &mut tx, &Actor::System, settings, &Secrets::default(), Start::Now).await;
        tx.commit().await.expect("commit");
        let id = made.expect("connected").id;
        let other = Platform { node: "other".into(), ..p.clone() };
        let alone = p.db.engine() == platform::Engine::Sqlite;
        assert!(progress::lease(p, &id).await.expect("leased"));
        assert!(progress::lease(p, &id).await.expect("renewed"));
        assert_eq!(progress::lease(&other, &id).await.expect("asked"), alone);
        if !alone {
            test.clock.advance_machine(jiff::SignedDuration::from_secs(50));
            assert!(progress::lease(&other, &id).await.expect("taken over"), "the first went silent");
            assert!(!progress::lease(p, &id).await.expect("asked"));
            progress::release(&other).await.expect("given away");
            assert!(progress::lease(p, &id).await.expect("free"));
        }
    });
}
