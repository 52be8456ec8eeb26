//! P13: what a server holds for those who ask for nothing, for those who read nothing of what they are told, and for
//! very large mails.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

use super::Options;
use super::requests::Desk;
use crate::crash::lmtp::Session;
use crate::crash::server::MAIL_ADDRESS;
use crate::crash::{Outcome, http};

/// The promises of P13, in MiB.
const ALL_MAX: u64 = 512;
const GROWTH_MAX: u64 = 64;
const LARGE: usize = 25 * 1024 * 1024;
/// At once; mail servers open no more to one receiver.
const LARGE_AT_ONCE: usize = 4;
/// So many mails are told to those who do not read.
const TOLD: usize = 300;
/// Memory is looked at when it has come to rest.
const REST: Duration = Duration::from_secs(3);

/// Memory of a process, in KiB: now, and the most there ever was.
fn held(process: u32) -> Outcome<(u64, u64)> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    Ok((field(&status, "VmRSS:").ok_or("no VmRSS")?, field(&status, "VmHWM:").ok_or("no VmHWM")?))
}

fn field(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Opens all that, one kind after the other, and looks.
pub fn measure(runtime: &tokio::runtime::Runtime, desk: &Desk, process: u32, options: &Options) -> Outcome<Value> {
    for _ in 0..50 {
        let _warm = http::get(desk.at, "/inbox", &desk.cookie);
    }
    std::thread::sleep(REST);
    let (before, _) = held(process)?;

    let (idle, idle_open) = silent(desk.at, options.sockets);
    std::thread::sleep(REST);
    let (with_idle, _) = held(process)?;
    let reached = runtime.block_on(async { health(desk).await });
    drop(idle);
    std::thread::sleep(REST);

    let readers = deaf(desk, options.readers)?;
    for n in 0..TOLD {
        mail(desk, &format!("told-{n}"), 100)?;
    }
    std::thread::sleep(REST);
    let (with_deaf, _) = held(process)?;
    drop(readers);

    let mut threads = Vec::new();
    for worker in 0..LARGE_AT_ONCE {
        let (desk, large) = (desk.clone(), options.large);
        threads.push(std::thread::spawn(move || -> Outcome {
            for n in (worker..large).step_by(LARGE_AT_ONCE) {
                mail(&desk, &format!("large-{n}"), LARGE)?;
            }
            Ok(())
        }));
    }
    for thread in threads {
        thread.join().map_err(|_| "a mailer broke")??;
    }
    std::thread::sleep(REST);
    let (after, most) = held(process)?;

    let grown = |now: u64| now.saturating_sub(before) / 1024;
    // What may stay for good is what stays once all of it is over.
    let good = most / 1024 <= ALL_MAX && grown(with_idle.max(with_deaf)) <= GROWTH_MAX && reached;
    Ok(json!({
        "before_mib": before / 1024,
        "idle_sockets": idle_open,
        "growth_idle_mib": grown(with_idle),
        "answered_beside_idle": reached,
        "deaf_readers": options.readers,
        "growth_deaf_mib": grown(with_deaf),
        "large_mails": options.large,
        "after_mib": after / 1024,
        "most_mib": most / 1024,
        "good": good,
    }))
}

/// Connections that say nothing; as many as are taken.
fn silent(at: SocketAddr, sockets: usize) -> (Vec<TcpStream>, usize) {
    let all: Vec<TcpStream> =
        (0..sockets).filter_map(|_| TcpStream::connect_timeout(&at, Duration::from_secs(1)).ok()).collect();
    let open = all.len();
    (all, open)
}

/// Whether somebody is served beside them.
async fn health(desk: &Desk) -> bool {
    let at = desk.at;
    let answer = tokio::task::spawn_blocking(move || http::get(at, "/health", "").is_ok_and(|it| it.status == 200));
    answer.await.unwrap_or(false)
}

/// Open desks that read nothing of what they are told.
fn deaf(desk: &Desk, readers: usize) -> Outcome<Vec<TcpStream>> {
    let mut all = Vec::with_capacity(readers);
    for _ in 0..readers {
        let mut peer = TcpStream::connect_timeout(&desk.at, Duration::from_secs(5))?;
        let head = format!(
            "GET /live HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nAccept: text/event-stream\r\n\r\n",
            desk.at, desk.cookie
        );
        peer.write_all(head.as_bytes())?;
        all.push(peer);
    }
    Ok(all)
}

/// A mail with so many bytes of text.
fn mail(desk: &Desk, name: &str, bytes: usize) -> Outcome {
    let line = "The pump of my boat has stopped, and nobody knows why.\r\n";
    let text = line.repeat(bytes / line.len() + 1);
    let mail = format!(
        "From: {name}@load.example\r\nTo: {MAIL_ADDRESS}\r\nSubject: {name}\r\nMessage-ID: <{name}@load.example>\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n\
         --cut\r\nContent-Type: text/plain\r\n\r\nSee the log.\r\n\
         --cut\r\nContent-Type: text/x-log; name=pump.log\r\nContent-Disposition: attachment; filename=pump.log\r\n\r\n\
         {text}\r\n--cut--\r\n"
    );
    let mut session = Session::open(desk.lmtp)?;
    session.deliver(&format!("{name}@load.example"), MAIL_ADDRESS, &mail)?;
    session.quit();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_as_the_system_writes_it() {
        let status = "Name:\ttillit\nVmHWM:\t  412345 kB\nVmRSS:\t   12345 kB\n";
        assert_eq!((field(status, "VmRSS:"), field(status, "VmHWM:")), (Some(12_345), Some(412_345)));
        assert_eq!(field(status, "VmSwap:"), None);
    }
}
