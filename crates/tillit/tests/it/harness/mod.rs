//! What integration tests stand on: places to run in, the server, a browser, mail in and mail out.
//!
//! `place` makes an empty place on either engine, `server` starts the product there, `mailer` brings mails in, `sink`
//! takes those that go out, `mailhost` is a real mail server beside, `browser` looks at pages.
//! Knows the product only from outside: its command line, its ports and the mails it sends.

pub mod browser;
pub mod leash;
pub mod mailer;
pub mod mailhost;
#[macro_use]
pub mod place;
pub mod server;
pub mod sink;
pub mod wait;

use std::error::Error;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Mutex;

/// What went wrong in a test; `?` takes anything.
pub type Trouble = Box<dyn Error + Send + Sync>;

/// What tests and the harness return.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Says that something could not be tested; a failure where nothing may be left out.
pub fn skip(what: &str, why: &str) {
    assert!(std::env::var("TILLIT_REQUIRE_ALL").as_deref() != Ok("1"), "{what} may not be skipped here, but {why}");
    note_skip(what, why);
}

/// The folder of real mails, where there is one. Without it a test is skipped, unless the corpus is required.
pub fn corpus() -> Option<PathBuf> {
    let corpus = std::env::var_os("TILLIT_CORPUS").map(PathBuf::from).filter(|dir| dir.is_dir());
    if corpus.is_none() {
        let required = std::env::var("TILLIT_REQUIRE_CORPUS").as_deref() == Ok("1");
        assert!(!required, "real mails are required here, but TILLIT_CORPUS names no folder");
        note_skip("reading real mails", "TILLIT_CORPUS names no folder");
    }
    corpus
}

/// Ports that systems do not give out by themselves, neither to listeners nor to who calls somebody.
const PORTS: std::ops::Range<u16> = 12_000..32_000;

/// Loopback addresses that nobody listens on at the moment, all different, and given to nobody else while we run.
///
/// A port that the system chose may be given to another process between our asking and the server's binding it. These
/// lie outside of what systems choose from, and a locked file keeps each from the other tests.
pub fn free_addresses<const N: usize>() -> Outcome<[SocketAddr; N]> {
    static OURS: Mutex<Vec<File>> = Mutex::new(Vec::new());
    let locks = std::env::temp_dir().join("tillit-test-ports");
    std::fs::create_dir_all(&locks)?;
    let mut found = Vec::with_capacity(N);
    for _ in 0..10_000 {
        if found.len() == N {
            break;
        }
        let port = fastrand::u16(PORTS);
        let lock = File::options().create(true).append(true).open(locks.join(port.to_string()))?;
        if lock.try_lock().is_ok() && TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            found.push(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
            OURS.lock().map_err(|_| "the list of ports")?.push(lock);
        }
    }
    found.try_into().map_err(|_| "as many addresses as asked for".into())
}

#[expect(clippy::print_stdout, reason = "cargo test shows it with --nocapture")]
pub fn note_skip(what: &str, why: &str) {
    println!("skipped: {what}: {why}");
    // `cargo xtask test` gathers these lines for its summary; losing one must not fail a test.
    let Some(list) = std::env::var_os("TILLIT_SKIPS") else { return };
    if let Ok(mut list) = OpenOptions::new().append(true).open(list) {
        let _lost = writeln!(list, "{what}: {why}");
    }
}

#[test]
fn free_addresses_differ() {
    let [one, other] = free_addresses().expect("there are ports");
    assert_ne!(one, other);
}

#[test]
fn real_mails_are_read_where_there_are_any() {
    if let Some(corpus) = corpus() {
        assert!(corpus.join("mail").is_dir(), "{} holds no folder `mail`", corpus.display());
    }
}
