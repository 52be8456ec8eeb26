//! The work that goes on while the server dies: customers who write, write again and answer; colleagues who reply,
//! note and assign. Nobody minds that the server is away; everybody tries again, as mail servers and people do.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Outcome;
use super::http::{self, Answer, Form, Lost};
use super::ledger::{Kind, Ledger};
use super::lmtp::Session;
use super::server::{MAIL_ADDRESS, Ports};
use super::sink::{Reply, Sink};

const MAILERS: usize = 4;
const MAILS_A_SESSION: usize = 8;
const AWAY: Duration = Duration::from_millis(20);
/// How long the last mails may take to be handed over once nothing dies any more.
const LAST_MAX: Duration = Duration::from_secs(90);

/// Everybody at work.
pub struct Load {
    stop: Arc<AtomicBool>,
    mailers: Vec<JoinHandle<Outcome>>,
    colleagues: Vec<JoinHandle<Outcome<String>>>,
}

impl Load {
    /// Starts all of them; the colleagues come in by these links.
    pub fn start(ledger: &Arc<Ledger>, sink: &Sink, ports: Ports, links: &[String]) -> Outcome<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let mailers = (0..MAILERS).map(|number| {
            let (ledger, stop, shelf) = (Arc::clone(ledger), Arc::clone(&stop), sink.shelf());
            let mailer = Mailer { number, ledger, shelf, address: ports.lmtp, stop };
            std::thread::spawn(move || mailer.work())
        });
        let mailers = mailers.collect();
        let mut colleagues = Vec::new();
        for link in links {
            let cookie = sign_in(ports.desk, link)?;
            let colleague = Colleague { ledger: Arc::clone(ledger), desk: ports.desk, cookie, stop: Arc::clone(&stop) };
            colleagues.push(std::thread::spawn(move || colleague.work()));
        }
        Ok(Self { stop, mailers, colleagues })
    }

    /// Nobody begins anything new from now on.
    pub fn pause(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Lets everybody finish what is in hand; the cookie of a colleague, to look around with.
    pub fn finish(self) -> Outcome<String> {
        self.pause();
        for mailer in self.mailers {
            mailer.join().map_err(|_| "a mailer broke")??;
        }
        let mut cookie = String::new();
        for colleague in self.colleagues {
            cookie = colleague.join().map_err(|_| "a colleague broke")??;
        }
        Ok(cookie)
    }
}

/// Signs a colleague in by their link; the cookie.
pub fn sign_in(desk: SocketAddr, link: &str) -> Outcome<String> {
    let path = link.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let answer = http::get(desk, path.ok_or("a link without a path")?, "").map_err(|_| "nobody lets us in")?;
    let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
    Ok(cookie.ok_or_else(|| format!("no cookie, but {}", answer.head))?.to_owned())
}

/// Longer than any list shows of a text, so that a mark is seen only where the text itself is.
fn before_the_mark() -> String {
    "Something to read before it matters. ".repeat(6)
}

struct Mailer {
    number: usize,
    ledger: Arc<Ledger>,
    shelf: Arc<Mutex<Vec<Reply>>>,
    address: SocketAddr,
    stop: Arc<AtomicBool>,
}

struct Mail {
    mark: String,
    from: String,
    to: String,
    text: String,
}

impl Mailer {
    fn work(&self) -> Outcome {
        let mut chance = fastrand::Rng::new();
        let mut in_hand: Option<Mail> = None;
        let mut stopped_at = None;
        loop {
            if self.stop.load(Ordering::SeqCst) {
                let since = *stopped_at.get_or_insert_with(Instant::now);
                if in_hand.is_none() {
                    return Ok(());
                }
                if since.elapsed() > LAST_MAX {
                    return Err("the last mails were not taken".into());
                }
            }
            if self.session(&mut in_hand, &mut chance).is_err() {
                std::thread::sleep(AWAY);
            }
        }
    }

    /// One session of a few mails. What got no 250 stays in hand, for the next session.
    fn session(&self, in_hand: &mut Option<Mail>, chance: &mut fastrand::Rng) -> Outcome {
        let mut session = Session::open(self.address)?;
        for _ in 0..MAILS_A_SESSION {
            if self.stop.load(Ordering::SeqCst) && in_hand.is_none() {
                break;
            }
            let again = in_hand.is_some();
            let mail = in_hand.get_or_insert_with(|| self.write(chance));
            if again {
                self.ledger.again();
            }
            session.deliver(&mail.from, &mail.to, &mail.text)?;
            self.ledger.acknowledged(&mail.mark);
            if chance.u8(..) < 25 {
                // Some servers deliver twice, each time with a trace of their own.
                self.ledger.again();
                let text = format!("Received: by relay{}.crash.example\r\n{}", chance.u16(..), mail.text);
                let twice = Mail { text, mark: mail.mark.clone(), from: mail.from.clone(), to: mail.to.clone() };
                *in_hand = Some(twice);
                continue;
            }
            *in_hand = None;
            std::thread::sleep(Duration::from_millis(chance.u64(5..45)));
        }
        session.quit();
        Ok(())
    }

    fn write(&self, chance: &mut fastrand::Rng) -> Mail {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let reply = chance.choice(shelf.iter()).filter(|_| chance.u8(..) < 60).cloned();
        drop(shelf);
        let mark = self.ledger.open(Kind::Mail, reply.as_ref().map(|reply| reply.mark.clone()));
        let stranger = || format!("customer{}.{}@crash.example", self.number, chance_free(&mark));
        let from = reply.as_ref().map_or_else(stranger, |reply| reply.to.clone());
        let to = reply.as_ref().map_or(MAIL_ADDRESS, |reply| reply.reply_to.as_str()).to_owned();
        let thread =
            reply.map(|r| format!("In-Reply-To: {0}\r\nReferences: {0}\r\n", r.message_id)).unwrap_or_default();
        let mut text = format!(
            "From: Customer <{from}>\r\nTo: <{to}>\r\nSubject: About my order\r\nMessage-ID: <{mark}@crash.example>\r\n\
             {thread}Date: Wed, 18 Nov 2026 13:48:00 +0100\r\nMIME-Version: 1.0\r\n"
        );
        let body = format!("{}\r\n{mark}\r\nKind regards\r\n", before_the_mark());
        if chance.u8(..) < 50 {
            text.push_str(
                "Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\nContent-Type: text/plain\r\n\r\n",
            );
            text.push_str(&body);
            text.push_str(
                "--part\r\nContent-Type: image/png; name=chair.png\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            );
            // One in sixteen is so large that its bytes lie in a file of their own.
            let lines = if chance.u8(..) < 16 { 4000..4400 } else { 10..800 };
            for _ in 0..chance.usize(lines) {
                text.push_str(&"QUJD".repeat(18));
                text.push_str("\r\n");
            }
            text.push_str("--part--\r\n");
        } else {
            text.push_str("Content-Type: text/plain; charset=utf-8\r\n\r\n");
            text.push_str(&body);
        }
        Mail { mark, from, to, text }
    }
}

/// A customer of one's own for every mark: whoever writes first is always somebody new.
fn chance_free(mark: &str) -> &str {
    mark.trim_start_matches("mark-").trim_end_matches("-end")
}

struct Colleague {
    ledger: Arc<Ledger>,
    desk: SocketAddr,
    cookie: String,
    stop: Arc<AtomicBool>,
}

impl Colleague {
    fn work(self) -> Outcome<String> {
        let mut chance = fastrand::Rng::new();
        while !self.stop.load(Ordering::SeqCst) {
            match http::get(self.desk, "/inbox", &self.cookie) {
                Ok(page) if page.status == 200 => self.answer_some(&page, &mut chance)?,
                Ok(page) if [503, 507].contains(&page.status) => std::thread::sleep(AWAY), // It said that it could not.
                Ok(page) => return Err(format!("the inbox answers {} to a colleague", page.status).into()),
                Err(lost) => self.wait(&lost),
            }
        }
        Ok(self.cookie)
    }

    fn wait(&self, lost: &Lost) {
        if matches!(lost, Lost::InDoubt) {
            self.ledger.unanswered();
        }
        std::thread::sleep(AWAY);
    }

    fn answer_some(&self, inbox: &Answer, chance: &mut fastrand::Rng) -> Outcome {
        let ids = conversations(&inbox.body);
        if ids.is_empty() {
            std::thread::sleep(AWAY);
        }
        for _ in 0..6 {
            let Some(id) = chance.choice(&ids).filter(|_| !self.stop.load(Ordering::SeqCst)) else { return Ok(()) };
            match chance.u8(0..10) {
                0..6 => self.write(Kind::Reply, id)?,
                6..8 => self.write(Kind::Note, id)?,
                _ => {
                    let path = format!("/conversations/{id}/assign");
                    if let Err(lost) = http::post(self.desk, &path, &self.cookie, &Form::Plain("to", String::new())) {
                        self.wait(&lost);
                    }
                }
            }
            std::thread::sleep(Duration::from_millis(chance.u64(5..40)));
        }
        Ok(())
    }

    /// Writes once. What got no answer may be there or not; nobody was told.
    fn write(&self, kind: Kind, id: &str) -> Outcome {
        let mark = self.ledger.open(kind, None);
        let text = format!("{}\n{mark}\nKind regards", before_the_mark());
        let (path, form) = match kind {
            Kind::Note => (format!("/conversations/{id}/note"), Form::Plain("body", text)),
            Kind::Reply | Kind::Mail => (format!("/conversations/{id}/reply"), Form::Parts("body", text)),
        };
        match http::post(self.desk, &path, &self.cookie, &form) {
            Ok(answer) if answer.status == 303 => self.ledger.acknowledged(&mark),
            Ok(answer) if answer.status >= 500 => {} // It said that it could not.
            Ok(answer) => return Err(format!("{path} answers {}", answer.head).into()),
            Err(lost) => self.wait(&lost),
        }
        Ok(())
    }
}

/// The ids of the conversations that a page links to.
pub fn conversations(page: &str) -> Vec<String> {
    let mut ids: Vec<String> = page
        .split("href=\"/conversations/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '?', '/']).next())
        .filter(|id| id.starts_with("cnv_"))
        .map(str::to_owned)
        .collect();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversations_are_found_in_a_list() {
        let page = r#"<a href="/conversations/cnv_1">a</a><a href="/conversations/cnv_2?x">b</a><a href="/inbox">
            <a href="/conversations/new">"#;
        assert_eq!(conversations(page), ["cnv_1", "cnv_2"]);
    }

    #[test]
    fn a_list_never_shows_a_mark() {
        assert!(before_the_mark().len() > 200);
    }
}
