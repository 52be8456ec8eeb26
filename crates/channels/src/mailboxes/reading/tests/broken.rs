//! Connections that break in the middle, mails that cannot be had, and passwords that are wrong.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::email::trouble::Kind;

/// Passes bytes on to `port`, and cuts the connection when `cut` says so about what the server sends.
async fn between(port: u16, cut: impl Fn(usize, &[u8]) -> bool + Send + Sync + 'static) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let ours = listener.local_addr().expect("an address").port();
    let (cut, cuts) = (Arc::new(cut), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&cuts);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (cut, counted) = (Arc::clone(&cut), Arc::clone(&counted));
            tokio::spawn(async move {
                let server = TcpStream::connect(("127.0.0.1", port)).await.expect("the server");
                let ((mut from_client, mut to_client), (mut from_server, mut to_server)) =
                    (client.into_split(), server.into_split());
                let up = tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
                let (mut passed, mut chunk) = (0, [0; 4096]);
                while let Ok(read @ 1..) = from_server.read(&mut chunk).await {
                    passed += read;
                    if cut(passed, &chunk[..read]) {
                        counted.fetch_add(1, Ordering::SeqCst);
                        break;
                    }
                    if to_client.write_all(&chunk[..read]).await.is_err() {
                        break;
                    }
                }
                up.abort();
            });
        }
    });
    (ours, cuts)
}

fn large(n: usize) -> Vec<u8> {
    [mail(n), vec![b'x'; 30_000]].concat()
}

#[test]
fn a_connection_that_breaks_while_mails_are_fetched_loses_none() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        for n in 0..40 {
            server.deliver("kari", &format!("{n:02}.m"), &large(n));
        }
        let (port, cuts) = between(server.port, |passed, _| passed > 200_000).await;
        let imap = imap_settings(port, Afterwards::Delete);
        let mut house = House::with(&test, server, imap, Start::Everything).await;
        house.begin(quick());
        house.until_kept(40).await;
        until("deletion", async || house.server.mails("kari", "INBOX").is_empty()).await;
        house.end().await;
        assert!(cuts.load(Ordering::SeqCst) >= 3, "it was cut");
    });
}

/// P17: mails at which the server breaks each time hold up nobody. `TILLIT_P17_MAILS` takes more of them.
#[test]
fn mails_that_cannot_be_had_block_no_other_and_are_listed() {
    let mails: usize = std::env::var("TILLIT_P17_MAILS").map_or(500, |mails| mails.parse().expect("a number"));
    let is_poison = |n: usize| n % 100 == 7;
    on_both_engines(&migrations(), move |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        for n in 0..mails {
            let mail = if is_poison(n) { [mail(n), b"POISON".to_vec()].concat() } else { mail(n) };
            server.deliver("kari", &format!("{n:05}.m"), &mail);
        }
        let has_poison = |chunk: &[u8]| chunk.windows(6).any(|six| six == b"POISON");
        let (port, _) = between(server.port, move |_, chunk| has_poison(chunk)).await;
        let imap = imap_settings(port, Afterwards::Delete);
        let mut house = House::with(&test, server, imap, Start::Everything).await;
        house.begin(quick());
        let poison = (0..mails).filter(|n| is_poison(*n)).count();
        let good = i64::try_from(mails - poison).expect("small");
        house.until_kept(good).await;
        house.until_done(u32::try_from(mails).expect("small")).await;
        until("a good look", async || house.reading().await.last_read_at.is_some()).await;
        house.server.deliver("kari", "later.m", &mail(mails));
        house.until_kept(good + 1).await;
        house.end().await;
        let left = house.server.mails("kari", "INBOX");
        let poisoned = left.iter().filter(|name| name[..5].parse().is_ok_and(is_poison)).count();
        assert_eq!(poisoned, poison, "they are still there: {left:?}");
        assert_eq!(refused(&house).await, vec!["not_handed_out"; poison]);
    });
}

async fn refused(house: &House) -> Vec<String> {
    let rows = house.p.db.read().await.expect("read").all("SELECT reason FROM refused", vec![]).await.expect("rows");
    rows.iter().map(|row| row.text("reason").expect("text")).collect()
}

#[test]
fn a_mail_that_is_too_large_is_listed_and_stays_where_it_is() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        server.deliver("kari", "1.m", &[mail(1), vec![b'x'; 200_000]].concat());
        server.deliver("kari", "2.m", &mail(2));
        let mut house = House::build(&test, server, Afterwards::Delete, Start::Everything).await;
        house.begin(quick());
        house.until_done(2).await;
        house.end().await;
        assert_eq!(house.kept().await.0, 1);
        assert_eq!(refused(&house).await, ["too_large"]);
        let left = house.server.mails("kari", "INBOX");
        assert_eq!(left.len(), 1, "never deleted unread: {left:?}");
    });
}

async fn set_password(house: &House, password: &str) {
    let mut tx = house.p.begin().await.expect("begin");
    let secrets = Secrets { fetch_password: password.into(), ..Secrets::default() };
    let id = &house.mailbox.id;
    let done = crate::mailboxes::set_secrets(&house.p, &mut tx, &Actor::System, id, &secrets).await;
    tx.commit().await.expect("commit");
    done.expect("set");
}

#[test]
fn a_wrong_password_is_told_and_the_right_one_mends_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Now).await;
        set_password(&house, "wrong").await;
        house.begin(quick());
        until("a failure", async || house.reading().await.failing_since.is_some()).await;
        let trouble = house.reading().await.trouble.expect("told");
        assert_eq!(trouble.kind, Kind::LoginRefused);
        assert!(trouble.words.contains("AUTHENTICATIONFAILED"), "{}", trouble.words);
        set_password(&house, PASSWORD).await;
        until("a good look", async || house.reading().await.last_read_at.is_some()).await;
        let reading = house.reading().await;
        assert_eq!((reading.failing_since, reading.trouble), (None, None));
        house.end().await;
    });
}
