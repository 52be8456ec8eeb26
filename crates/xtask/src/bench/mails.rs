//! Mails to be taken in: as many small texts as business has, every third with a file, 65 KB on average.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mail_parser::MessageParser;

use crate::crash::Outcome;
use crate::crash::lmtp::Session;

/// Where the business is written to.
const TO: &str = "hjelp@brekkesund.example";
/// Bytes of a file, before it is encoded.
const FILE: usize = 138 * 1024;

/// The mail with this number. What stands in it is made from the number alone.
pub fn mail(run: &str, n: usize, answers: Option<&str>) -> String {
    let mut rng = fastrand::Rng::with_seed(n as u64);
    let words = ["jakke", "størrelse", "levering", "glidelås", "faktura", "retur", "takk", "hei", "bytte", "garanti"];
    let text: Vec<&str> = (0..rng.usize(60..700)).map(|_| words[rng.usize(..words.len())]).collect();
    let lines: Vec<String> = text.chunks(11).map(|line| line.join(" ")).collect();
    let body = lines.join("\r\n");
    let thread = answers.map(|to| format!("In-Reply-To: <{to}>\r\nReferences: <{to}>\r\n")).unwrap_or_default();
    let head = format!(
        "From: Kunde {n} <kunde{n}.{run}@maling.example>\r\nTo: {TO}\r\nSubject: Sak {run} {n}\r\n\
         Message-ID: <{run}.{n}@maling.example>\r\nDate: Wed, 18 Nov 2026 13:00:00 +0100\r\n{thread}MIME-Version: 1.0\r\n"
    );
    if n % 3 != 2 {
        return format!(
            "{head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
        );
    }
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut file = String::with_capacity(FILE * 4 / 3 + 4096);
    for _ in 0..FILE / 57 {
        file.extend((0..76).map(|_| char::from(letters[rng.usize(..letters.len())])));
        file.push_str("\r\n");
    }
    format!(
        "{head}Content-Type: multipart/mixed; boundary=edge\r\n\r\n--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n--edge\r\nContent-Type: application/pdf; name=\"kvittering.pdf\"\r\n\
         Content-Disposition: attachment; filename=\"kvittering.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         {file}--edge--\r\n"
    )
}

/// How long it takes to read these mails and do nothing with them, each.
pub fn bare_parse(mails: &[String]) -> Duration {
    let begun = Instant::now();
    let parser = MessageParser::default();
    let parts: usize = mails.iter().filter_map(|mail| parser.parse(mail.as_bytes())).map(|mail| mail.parts.len()).sum();
    assert!(parts >= mails.len(), "every mail has a part");
    begun.elapsed() / u32::try_from(mails.len().max(1)).unwrap_or(1)
}

/// Hands over these mails on so many connections; mails a second that were acknowledged.
pub fn deliver(lmtp: SocketAddr, mails: Vec<String>, connections: usize) -> Outcome<f64> {
    let (count, next, begun) = (mails.len(), Arc::new(AtomicUsize::new(0)), Instant::now());
    let mails = Arc::new(mails);
    let all: Vec<_> = (0..connections)
        .map(|_| {
            let (mails, next) = (Arc::clone(&mails), Arc::clone(&next));
            std::thread::spawn(move || -> Outcome {
                let mut session = Session::open(lmtp)?;
                while let Some(mail) = mails.get(next.fetch_add(1, Ordering::SeqCst)) {
                    session.deliver("kunde@maling.example", TO, mail)?;
                }
                session.quit();
                Ok(())
            })
        })
        .collect();
    for one in all {
        one.join().map_err(|_| "a mailer broke")??;
    }
    Ok(count as f64 / begun.elapsed().as_secs_f64())
}

/// Mails without an end, until it is told to stop; how many it were.
pub struct Flood {
    stop: Arc<AtomicBool>,
    all: Vec<std::thread::JoinHandle<Outcome<usize>>>,
}

impl Flood {
    /// Begins on eight connections.
    pub fn start(lmtp: SocketAddr, run: &str) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let all = (0..8)
            .map(|mailer| {
                let (stop, run) = (Arc::clone(&stop), format!("{run}m{mailer}"));
                std::thread::spawn(move || {
                    let (mut session, mut count) = (Session::open(lmtp)?, 0);
                    while !stop.load(Ordering::Relaxed) {
                        // Small ones: with large ones it would be measured how quick this program makes them.
                        session.deliver("kunde@maling.example", TO, &mail(&run, count * 3, None))?;
                        count += 1;
                    }
                    session.quit();
                    Ok(count)
                })
            })
            .collect();
        Self { stop, all }
    }

    /// Ends.
    pub fn end(self) -> Outcome<usize> {
        self.stop.store(true, Ordering::Relaxed);
        let mut sum = 0;
        for one in self.all {
            sum += one.join().map_err(|_| "a mailer broke")??;
        }
        Ok(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_are_as_large_as_said() {
        let mails: Vec<String> = (0..300).map(|n| mail("t", n, None)).collect();
        let mean = mails.iter().map(String::len).sum::<usize>() / mails.len();
        assert!((60_000..70_000).contains(&mean), "{mean}");
        assert!(mails.iter().filter(|mail| mail.contains("multipart")).count() == 100);
        assert!(mails.iter().filter(|mail| !mail.contains("multipart")).all(|mail| mail.len() < 8 * 1024));
        assert_eq!(mails[7], mail("t", 7, None), "the same again");
        assert!(bare_parse(&mails) > Duration::ZERO);
    }
}
