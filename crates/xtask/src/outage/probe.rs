//! One customer and one colleague who go on as before while something is out of order, and remember every answer.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::crash::Outcome;
use crate::crash::http::{self, Form, Lost};
use crate::crash::ledger::{Kind, Ledger};
use crate::crash::lmtp::Session;
use crate::crash::load::{conversations, sign_in};
use crate::crash::server::{MAIL_ADDRESS, Ports};

/// Answers of a mail server that keep a mail with its sender, and no answer at all, which does so too.
const LATER: [&str; 4] = ["421", "451", "452", "none"];
/// Answers of pages that say: not now.
const NOT_NOW: [&str; 3] = ["503", "507", "none"];
const PATIENCE: Duration = Duration::from_secs(60);

/// The two, and what they heard.
pub struct Probe {
    /// What was offered, and what was told to be safe.
    pub ledger: Arc<Ledger>,
    ports: Ports,
    cookie: String,
    conversation: String,
    in_hand: Option<(String, String)>,
    /// How often which answer was heard, by what was asked: `mail 250`.
    pub heard: BTreeMap<String, u64>,
}

impl Probe {
    /// Signs in and begins a first conversation, while all is well.
    pub fn begin(ports: Ports, link: &str) -> Outcome<Self> {
        Self::beside(Arc::new(Ledger::default()), ports, link)
    }

    /// The same beside others who write into one ledger: marks are counted there, so that no two are alike.
    pub fn beside(ledger: Arc<Ledger>, ports: Ports, link: &str) -> Outcome<Self> {
        let cookie = sign_in(ports.desk, link)?;
        let heard = BTreeMap::new();
        let mut probe = Self { ledger, ports, cookie, conversation: String::new(), in_hand: None, heard };
        let begun = Instant::now();
        while !probe.mail(false) || probe.conversation.is_empty() {
            let inbox = http::get(ports.desk, "/inbox", &probe.cookie).map_err(|_| "nobody shows the inbox")?;
            probe.conversation = conversations(&inbox.body).pop().unwrap_or_default();
            if begun.elapsed() > PATIENCE {
                return Err("the first mail does not become a conversation".into());
            }
        }
        Ok(probe)
    }

    /// Where it asks.
    pub fn ports(&self) -> Ports {
        self.ports
    }

    /// The cookie of the colleague.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// Offers the mail in hand, or a new one, large or not; whether it was taken.
    pub fn mail(&mut self, large: bool) -> bool {
        if self.in_hand.is_some() {
            self.ledger.again();
        }
        let (mark, text) = self.in_hand.take().unwrap_or_else(|| self.write(large));
        let answer = match Session::open(self.ports.lmtp) {
            Ok(mut session) => session.deliver("customer@probe.example", MAIL_ADDRESS, &text).err(),
            Err(error) => Some(error),
        };
        let Some(error) = answer else {
            self.ledger.acknowledged(&mark);
            self.note_down("mail", "250");
            return true;
        };
        let said = error.to_string();
        let code = said.get(..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or("none");
        self.note_down("mail", code);
        self.in_hand = Some((mark, text));
        false
    }

    /// Writes a note or a reply; whether the desk took it.
    pub fn write_at_desk(&mut self, kind: Kind) -> bool {
        let mark = self.ledger.open(kind, None);
        let text = format!("{}\n{mark}\nKind regards", "Something to read before it matters. ".repeat(6));
        let (act, form) = match kind {
            Kind::Note => ("note", Form::Plain("body", text)),
            Kind::Reply | Kind::Mail => ("reply", Form::Parts("body", text)),
        };
        let path = format!("/conversations/{}/{act}", self.conversation);
        let answer = http::post(self.ports.desk, &path, &self.cookie, &form);
        let taken = answer.as_ref().is_ok_and(|answer| answer.status == 303);
        if taken {
            self.ledger.acknowledged(&mark);
        }
        self.note_down(act, &status(&answer));
        taken
    }

    /// Opens the inbox; whether it is shown.
    pub fn look(&mut self) -> bool {
        let answer = http::get(self.ports.desk, "/inbox", &self.cookie);
        self.note_down("page", &status(&answer));
        answer.is_ok_and(|answer| answer.status == 200)
    }

    /// All of it once; whether all of it went well.
    pub fn all(&mut self, large: bool) -> bool {
        let done = [self.mail(large), self.write_at_desk(Kind::Note), self.write_at_desk(Kind::Reply), self.look()];
        done.iter().all(|done| *done)
    }

    /// How long until everything works again; nothing if it does not in time.
    pub fn until_well(&mut self, patience: Duration) -> Option<Duration> {
        let begun = Instant::now();
        loop {
            if self.all(false) && self.in_hand.is_none() {
                return Some(begun.elapsed());
            }
            if begun.elapsed() > patience {
                return None;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Answers that are no honest way to say *not now*.
    pub fn dishonest(&self) -> Vec<String> {
        let is_bad = |asked: &str| {
            let (what, code) = asked.split_once(' ').unwrap_or_default();
            match what {
                "mail" => code != "250" && !LATER.contains(&code),
                _ => !["200", "303"].contains(&code) && !NOT_NOW.contains(&code),
            }
        };
        self.heard.keys().filter(|asked| is_bad(asked)).cloned().collect()
    }

    fn write(&self, large: bool) -> (String, String) {
        let mark = self.ledger.open(Kind::Mail, None);
        // The mark stands in the text alone, where it is looked for.
        let writer = mark.trim_start_matches("mark-").trim_end_matches("-end");
        let text = format!(
            "From: Customer <customer-{writer}@probe.example>\r\nTo: <{MAIL_ADDRESS}>\r\nSubject: About my order\r\n\
             Message-ID: <{mark}@probe.example>\r\nDate: Wed, 18 Nov 2026 13:48:00 +0100\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\nContent-Type: text/plain\r\n\r\n\
             {}\r\n{mark}\r\nKind regards\r\n--part\r\nContent-Type: image/png; name=chair.png\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}--part--\r\n",
            "Something to read before it matters. ".repeat(6),
            format!("{}\r\n", "QUJD".repeat(18)).repeat(if large { 5000 } else { 200 }),
        );
        (mark, text)
    }

    fn note_down(&mut self, what: &str, code: &str) {
        *self.heard.entry(format!("{what} {code}")).or_default() += 1;
    }
}

fn status(answer: &Result<http::Answer, Lost>) -> String {
    answer.as_ref().map_or_else(|_| "none".to_owned(), |answer| answer.status.to_string())
}

/// Fills a disk to its last byte; the file to take away again.
pub fn fill(folder: &Path) -> Outcome<std::path::PathBuf> {
    use std::io::Write as _;
    let path = folder.join("filler");
    let mut file = std::fs::File::create(&path)?;
    for size in [1024 * 1024, 4096, 1] {
        let block = vec![1_u8; size];
        while file.write_all(&block).is_ok() {}
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_honest_answers_pass() {
        let ports = Ports { desk: ([127, 0, 0, 1], 1).into(), lmtp: ([127, 0, 0, 1], 1).into() };
        let heard = ["mail 250", "mail 452", "mail none", "mail 550", "note 303", "note 500", "reply 507", "page 200"];
        let probe = Probe {
            ledger: Arc::default(),
            ports,
            cookie: String::new(),
            conversation: String::new(),
            in_hand: None,
            heard: heard.iter().map(|one| ((*one).to_owned(), 1)).collect(),
        };
        assert_eq!(probe.dishonest(), ["mail 550", "note 500"]);
    }
}
