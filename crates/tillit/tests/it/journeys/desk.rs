//! The stage: a server with its mail listeners, a sink for what it sends, colleagues, and letters from customers.

use jiff::Zoned;
use jiff::fmt::rfc2822;
use mail_parser::MessageParser;

use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::mailer::Mailer;
use crate::harness::place::Place;
use crate::harness::server::{Launch, Server};
use crate::harness::sink::{Kept, Sink};

/// Where customers write to.
pub const BUSINESS: &str = "hei@brekkesund.example";

/// A running desk; gone when dropped.
pub struct Desk {
    /// The product.
    pub server: Server,
    /// Where its mails end.
    pub sink: Sink,
    place: Place,
}

/// A mail of a customer.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Such as `Ines Sandvik <ines@home.example>`.
    pub from: &'a str,
    pub subject: &'a str,
    pub text: &'a str,
    /// The mail this answers, with what it says about threads.
    pub answers: Option<&'a Kept>,
}

/// The letter most journeys begin with.
pub const KETTLE: Letter<'static> = Letter {
    from: "Ines Sandvik <ines@home.example>",
    subject: "The kettle whistles on its own",
    text: "Hello,\r\n\r\nmy kettle whistles in the middle of the night. Is that meant to be?\r\n\r\nInes\r\n",
    answers: None,
};

impl Desk {
    /// Starts everything on SQLite; a reply can be taken back for this many seconds.
    pub async fn open(undo_seconds: u32) -> Outcome<Self> {
        Self::open_at(Place::sqlite()?, undo_seconds).await
    }

    /// The same at a place of one's own.
    pub async fn open_at(place: Place, undo_seconds: u32) -> Outcome<Self> {
        let sink = Sink::start().await?;
        let relay = format!("smtp://{}", sink.address());
        let undo = undo_seconds.to_string();
        let flags = ["--relay", &relay, "--mail-address", BUSINESS, "--undo-seconds", &undo];
        let mut started = Launch::serve(&place)?.with(flags).start().await;
        // Between finding a port free and listening at it, another test may have taken it.
        if started.as_ref().is_err_and(|error| error.to_string().contains("Address already in use")) {
            started = Launch::serve(&place)?.with(flags).start().await;
        }
        let server = started?;
        Ok(Self { server, sink, place })
    }

    /// Adds a colleague and gives the link that lets them in once.
    pub fn invite(&self, name: &str, role: &str, language: &str) -> Outcome<String> {
        let mail = address_of(name);
        let rest = ["--name", name, "--email", &mail, "--role", role, "--language", language];
        self.user([&["user", "add"], &rest[..]].concat().as_slice())
    }

    /// `tillit user …`, and what it prints.
    pub fn user(&self, arguments: &[&str]) -> Outcome<String> {
        let output = self.place.tillit(arguments).args(["--url", self.server.url("").as_str()]).output()?;
        if !output.status.success() {
            return Err(format!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// A browser of its own in which this new colleague is signed in; None where there is no browser.
    pub async fn enter(&self, name: &str, role: &str, language: &str) -> Outcome<Option<Browser>> {
        let Some(browser) = Browser::start().await? else { return Ok(None) };
        browser.viewport(1440, 900).await?;
        browser.goto(&self.invite(name, role, language)?).await?;
        browser.find("#inbox-list").await?;
        Ok(Some(browser))
    }

    /// Hands a letter over by LMTP.
    pub async fn deliver(&self, letter: &Letter<'_>) -> Outcome {
        let to = letter.answers.and_then(answer_address).unwrap_or_else(|| BUSINESS.to_owned());
        let (from, mail) = letter.compose(&to)?;
        let reply = Mailer::deliver(self.server.lmtp()?, &from, &to, mail.as_bytes()).await?;
        if reply.is_yes() { Ok(()) } else { Err(format!("the letter was refused: {}", reply.text).into()) }
    }

    /// Opens the one conversation with this subject from the inbox.
    pub async fn open_conversation(&self, browser: &Browser, subject: &str) -> Outcome {
        browser.goto(&self.server.url("/inbox?view=all")).await?;
        browser.find("#inbox-list").await?;
        browser.click_role("link", subject).await?;
        browser.find("#convo").await.map(drop)
    }
}

impl Letter<'_> {
    /// Envelope sender and bytes, for this address.
    #[expect(clippy::disallowed_methods, reason = "a letter is written at the machine's time, whatever the desk's is")]
    pub fn compose(&self, to: &str) -> Outcome<(String, String)> {
        let from = self.from.rsplit(['<', '>']).nth(1).unwrap_or(self.from).to_owned();
        let id = format!("{:x}@home.example", Zoned::now().timestamp().as_nanosecond());
        let mut mail = format!(
            "From: {}\r\nTo: {to}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{id}>\r\n",
            self.from,
            self.subject,
            rfc2822::to_string(&Zoned::now())?
        );
        if let Some(answered) = self.answers.and_then(message_id) {
            mail.push_str(&format!("In-Reply-To: <{answered}>\r\nReferences: <{answered}>\r\n"));
        }
        mail.push_str("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        mail.push_str(self.text);
        Ok((from, mail))
    }
}

/// `Kari Moen` has `kari@brekkesund.example`.
pub fn address_of(name: &str) -> String {
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    format!("{first}@brekkesund.example")
}

/// The Message-ID of a mail in the sink.
pub fn message_id(kept: &Kept) -> Option<String> {
    MessageParser::default().parse(&kept.bytes)?.message_id().map(str::to_owned)
}

/// Where an answer to it goes: Reply-To, else From.
fn answer_address(kept: &Kept) -> Option<String> {
    let mail = MessageParser::default().parse(&kept.bytes)?;
    let to = mail.reply_to().or_else(|| mail.from())?.first()?.address()?.to_owned();
    Some(to)
}

/// The text a customer reads.
pub fn text_of(kept: &Kept) -> String {
    let mail = MessageParser::default().parse(&kept.bytes);
    mail.and_then(|mail| mail.body_text(0).map(std::borrow::Cow::into_owned)).unwrap_or_default()
}
