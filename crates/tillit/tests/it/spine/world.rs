//! A business at work: a server, a sink that carries its mail out, one colleague signed in.

use mail_parser::{Address, MessageParser};

use super::desk::Desk;
use super::letter::Letter;
use crate::harness::Outcome;
use crate::harness::mailer::{Mailer, Reply};
use crate::harness::place::Place;
use crate::harness::server::{Launch, Server};
use crate::harness::sink::{Kept, Sink};

/// Where customers write to.
pub const BUSINESS: &str = "hjelp@kontoret.example";
/// The first colleague, who may do everything.
pub const INGRID: &str = "ingrid@kontoret.example";

/// All of it; gone when dropped.
pub struct World {
    /// The server.
    pub server: Server,
    /// The customers' mail server.
    pub sink: Sink,
    /// Ingrid at work.
    pub desk: Desk,
    /// Where the data is.
    pub place: Place,
}

impl World {
    /// A business without conversations, whose replies leave at once.
    pub async fn open(place: Place) -> Outcome<Self> {
        Self::open_with(place, &["--undo-seconds", "0"]).await
    }

    /// A business without conversations, with these options for the server.
    pub async fn open_with(place: Place, options: &[&str]) -> Outcome<Self> {
        let sink = Sink::start().await?;
        let relay = format!("smtp://{}", sink.address());
        let launch = Launch::serve(&place)?.with(["--relay", &relay, "--mail-address", BUSINESS]);
        let launch = launch.with(options.iter().copied());
        let server = launch.start().await?;
        let desk = Desk::colleague(&place, server.http(), "admin", INGRID).await?;
        Ok(Self { server, sink, desk, place })
    }

    /// Hands a mail over by LMTP; the answer.
    pub async fn offer(&self, letter: &Letter) -> Outcome<Reply> {
        Mailer::deliver(self.server.lmtp()?, &letter.from, &letter.to, &letter.bytes()).await
    }

    /// The same, and it must be taken.
    pub async fn deliver(&self, letter: &Letter) -> Outcome {
        let answer = self.offer(letter).await?;
        if answer.code == 250 { Ok(()) } else { Err(format!("{} {}", answer.code, answer.text).into()) }
    }

    /// A conversation with this subject that has just come in; its id.
    pub async fn conversation(&self, from: &str, subject: &str) -> Outcome<String> {
        self.deliver(&Letter::new(from, subject, "Hei, kan dere hjelpe meg?")).await?;
        self.desk.find(subject).await
    }
}

/// Where an answer to this mail goes.
pub fn reply_to(sent: &Kept) -> Outcome<String> {
    let mail = MessageParser::new().parse(&sent.bytes).ok_or("a mail")?;
    let address = mail.reply_to().and_then(Address::first).and_then(|one| one.address());
    Ok(address.ok_or("a Reply-To")?.to_owned())
}
