//! One connection: commands in, answers out, from the greeting to the end.

use std::net::SocketAddr;
use std::sync::Arc;

use smtp_proto::{Error, MAIL_BODY_BINARYMIME, MailFrom, Request};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};

use super::data::{Budget, Message};
use super::{Envelope, Intake, Protocol, Refusal, Settings, reply};

/// Longest command line, with its line break.
const LINE_BYTES_MAX: usize = 4_096;
const READ_BYTES: usize = 16 * 1024;

pub(super) struct Session<S> {
    stream: S,
    peer: SocketAddr,
    settings: Arc<Settings>,
    intake: Arc<dyn Intake>,
    budget: Arc<Budget>,
    shutdown: watch::Receiver<bool>,
    /// Read but not yet understood.
    input: Vec<u8>,
    /// Said but not yet sent.
    output: String,
    greeted: bool,
    transaction: Option<Transaction>,
    errors: usize,
}

/// A mail that was announced.
struct Transaction {
    from: String,
    announced: usize,
    recipients: Vec<String>,
    /// LMTP answers once for each RCPT that was taken, also for one named twice.
    answers: usize,
}

/// The connection is over.
struct Gone;

enum Line {
    Command(Vec<u8>),
    /// Too long, or not ended as the protocol wants.
    Bad(&'static str),
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Session<S> {
    pub fn new(
        stream: S,
        peer: SocketAddr,
        settings: Arc<Settings>,
        intake: Arc<dyn Intake>,
        budget: Arc<Budget>,
        shutdown: watch::Receiver<bool>,
    ) -> Self {
        Self {
            stream,
            peer,
            settings,
            intake,
            budget,
            shutdown,
            input: Vec::new(),
            output: String::new(),
            greeted: false,
            transaction: None,
            errors: 0,
        }
    }

    /// Speaks with the peer until one of both ends it.
    pub async fn run(mut self) {
        self.output.push_str(&reply::greeting(&self.settings));
        while let Ok(line) = self.next_line().await {
            let going_on = match line {
                Line::Command(line) => self.command(&line).await,
                Line::Bad(text) => self.wrong(500, "5.5.2", text),
            };
            if going_on.is_err() {
                break;
            }
        }
        let _ = self.flush().await;
        let _ = timeout(self.settings.limits.idle, self.stream.shutdown()).await;
    }

    async fn command(&mut self, line: &[u8]) -> Result<(), Gone> {
        if is_http(line) {
            self.say(421, "4.7.0", "This is a mail server")?;
            return Err(Gone);
        }
        match Request::parse(&mut line.iter()) {
            Ok(Request::Ehlo { .. } | Request::Helo { .. }) if self.settings.protocol == Protocol::Lmtp => {
                self.wrong(500, "5.5.1", "This is LMTP, say LHLO")
            }
            Ok(Request::Lhlo { .. }) if self.settings.protocol == Protocol::Smtp => {
                self.wrong(500, "5.5.1", "This is SMTP, say EHLO")
            }
            Ok(Request::Ehlo { .. } | Request::Lhlo { .. }) => {
                self.greet();
                self.output.push_str(&reply::abilities(&self.settings));
                Ok(())
            }
            Ok(Request::Helo { .. }) => {
                self.greet();
                let host = self.settings.host_name.clone();
                self.say(250, "", &host)
            }
            Ok(Request::Mail { from }) => self.mail(&from).await,
            Ok(Request::Rcpt { to }) => self.rcpt(&to.address).await,
            Ok(Request::Data) => self.data().await,
            Ok(Request::Rset) => {
                self.transaction = None;
                self.say(250, "2.0.0", "Forgotten")
            }
            Ok(Request::Noop { .. }) => self.say(250, "2.0.0", "Still here"),
            Ok(Request::Vrfy { .. }) => self.say(252, "2.1.5", "Send a mail and see"),
            Ok(Request::Help { .. }) => self.say(214, "2.0.0", "See RFC 5321"),
            Ok(Request::Quit) => {
                self.say(221, "2.0.0", "Goodbye")?;
                Err(Gone)
            }
            // What follows these is not a command; reading on would take content for commands.
            Ok(Request::Bdat { .. } | Request::Burl { .. } | Request::Auth { .. } | Request::StartTls) => {
                self.say(502, "5.5.1", "Not offered here")?;
                Err(Gone)
            }
            Ok(_) | Err(Error::UnknownCommand) => self.wrong(500, "5.5.1", "This command is not known"),
            Err(Error::InvalidSenderAddress) => self.wrong(501, "5.1.7", "This is not a sender address"),
            Err(Error::InvalidRecipientAddress) => self.wrong(501, "5.1.3", "This is not a recipient address"),
            Err(Error::UnsupportedParameter { .. }) => self.wrong(555, "5.5.4", "A parameter is not known"),
            Err(_) => self.wrong(501, "5.5.2", "The command is not well formed"),
        }
    }

    fn greet(&mut self) {
        self.greeted = true;
        self.transaction = None;
    }

    async fn mail(&mut self, from: &MailFrom<std::borrow::Cow<'_, str>>) -> Result<(), Gone> {
        if !self.greeted || self.transaction.is_some() {
            return self.wrong(503, "5.5.1", "Not the time for this command");
        }
        if from.flags & MAIL_BODY_BINARYMIME != 0 {
            return self.wrong(555, "5.6.3", "Binary mail is not taken");
        }
        if from.size > self.settings.limits.message_bytes {
            let envelope = self.envelope(from.address.to_string(), Vec::new());
            self.intake.refused_oversize(envelope, from.size as u64, Vec::new()).await;
            return self.too_large(1);
        }
        let from_address = from.address.to_string();
        self.transaction =
            Some(Transaction { from: from_address, announced: from.size, recipients: Vec::new(), answers: 0 });
        self.say(250, "2.1.0", "Go on")
    }

    async fn rcpt(&mut self, address: &str) -> Result<(), Gone> {
        let Some(transaction) = &self.transaction else {
            return self.wrong(503, "5.5.1", "Not the time for this command");
        };
        if transaction.answers >= self.settings.limits.recipients {
            return self.say(452, "4.5.3", "Too many recipients in one mail");
        }
        if let Err(refusal) = self.intake.recipient(address).await {
            self.output.push_str(&reply::refusal(&refusal));
            return Ok(());
        }
        if let Some(transaction) = &mut self.transaction {
            transaction.answers += 1;
            if !transaction.recipients.iter().any(|known| known == address) {
                transaction.recipients.push(address.to_owned());
            }
        }
        self.say(250, "2.1.5", "Go on")
    }

    async fn data(&mut self) -> Result<(), Gone> {
        let Some(transaction) = self.transaction.take_if(|transaction| !transaction.recipients.is_empty()) else {
            return self.wrong(503, "5.5.1", "There is no recipient");
        };
        self.say(354, "", "End with a dot on a line of its own")?;
        let deadline = Instant::now() + self.settings.limits.message;
        let message = match timeout_at(deadline, self.message(transaction.announced)).await {
            Ok(message) => message?,
            Err(_) => {
                self.say(421, "4.4.2", "The mail took too long")?;
                return Err(Gone);
            }
        };
        let size = message.size();
        let oversize = message.is_oversize();
        let (bytes, share) = message.finish();
        let answers = if self.settings.protocol == Protocol::Lmtp { transaction.answers } else { 1 };
        let envelope = self.envelope(transaction.from, transaction.recipients);
        if oversize {
            self.intake.refused_oversize(envelope, size, bytes).await;
            return self.too_large(answers);
        }
        let answer = match self.intake.accept(envelope, bytes).await {
            Ok(accepted) => reply::line(250, "2.0.0", &format!("Kept as {}", accepted.reference)),
            Err(refusal) => reply::refusal(&refusal),
        };
        drop(share);
        self.output.push_str(&answer.repeat(answers));
        Ok(())
    }

    /// Reads a message up to its end, whatever its size.
    async fn message(&mut self, announced: usize) -> Result<Message, Gone> {
        let mut message = Message::new(self.settings.limits.message_bytes);
        loop {
            if message.needs_share(self.input.len()) {
                let budget = Arc::clone(&self.budget);
                message.take_share(&budget, announced).await;
            }
            if let Some(end) = message.take(&self.input) {
                self.input.drain(..end);
                return Ok(message);
            }
            self.input.clear();
            self.flush().await?;
            self.read_more().await?;
        }
    }

    fn envelope(&self, from: String, recipients: Vec<String>) -> Envelope {
        Envelope { from, recipients, peer: self.peer, protocol: self.settings.protocol }
    }

    fn too_large(&mut self, answers: usize) -> Result<(), Gone> {
        let text = format!("The mail is larger than {} bytes", self.settings.limits.message_bytes);
        let refusal = Refusal { code: 552, status: "5.3.4", text };
        self.output.push_str(&reply::refusal(&refusal).repeat(answers));
        Ok(())
    }

    fn say(&mut self, code: u16, status: &str, text: &str) -> Result<(), Gone> {
        self.output.push_str(&reply::line(code, status, text));
        Ok(())
    }

    /// Answers a wrong command; too many of them end the connection.
    fn wrong(&mut self, code: u16, status: &str, text: &str) -> Result<(), Gone> {
        self.errors += 1;
        if self.errors > self.settings.limits.errors {
            self.say(421, "4.7.0", "Too many errors")?;
            return Err(Gone);
        }
        self.say(code, status, text)
    }

    /// The next command line. Answers wait until there is nothing more to read, so that a peer
    /// that sends many commands at once gets many answers at once.
    async fn next_line(&mut self) -> Result<Line, Gone> {
        let mut too_long = false;
        loop {
            if let Some(end) = self.input.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.input.drain(..=end).collect();
                return Ok(if too_long || line.len() > LINE_BYTES_MAX {
                    Line::Bad("The line is too long")
                } else if line.iter().filter(|byte| **byte == b'\r').count() != 1 || !line.ends_with(b"\r\n") {
                    Line::Bad("Lines end with CR LF")
                } else {
                    Line::Command(line)
                });
            }
            if self.input.len() > LINE_BYTES_MAX {
                too_long = true;
                self.input.clear();
            }
            self.flush().await?;
            let mut shutdown = self.shutdown.clone();
            let idle = self.settings.limits.idle;
            let heard = tokio::select! {
                biased;
                () = super::stopped(&mut shutdown) => None,
                heard = timeout(idle, self.read_more()) => Some(heard),
            };
            match heard {
                Some(Ok(read)) => read?,
                Some(Err(_)) => {
                    self.say(421, "4.4.2", "Nothing was said for too long")?;
                    return Err(Gone);
                }
                None => {
                    self.say(421, "4.3.2", "The server stops, try again soon")?;
                    return Err(Gone);
                }
            }
        }
    }

    async fn read_more(&mut self) -> Result<(), Gone> {
        self.input.reserve(READ_BYTES);
        match self.stream.read_buf(&mut self.input).await {
            Ok(0) | Err(_) => Err(Gone),
            Ok(_) => Ok(()),
        }
    }

    async fn flush(&mut self) -> Result<(), Gone> {
        if self.output.is_empty() {
            return Ok(());
        }
        let output = std::mem::take(&mut self.output);
        match timeout(self.settings.limits.idle, self.stream.write_all(output.as_bytes())).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(Gone),
        }
    }
}

/// Browsers can be made to talk to any port; their bodies must not be read as commands.
fn is_http(line: &[u8]) -> bool {
    const STARTS: [&[u8]; 7] = [b"GET ", b"POST ", b"PUT ", b"HEAD ", b"OPTIONS ", b"CONNECT ", b"Host:"];
    STARTS.iter().any(|start| line.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
}
