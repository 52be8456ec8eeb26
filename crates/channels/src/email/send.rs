//! Hands mails to a mail server by SMTP and says how it ended, in the server's own words.
//!
//! One connection a mail. What the server said before the mail was offered (greeting, TLS, sign-in)
//! is never held against the mail: that is about us, and may be mended. Nothing but a positive
//! answer to the whole mail counts as sent; a connection that breaks before it means "try again",
//! also when the server may have taken the mail: at least once, with the same Message-ID (P05).

use std::time::Duration;

use lettre::address::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::login::{Login, Proof};
use super::tls::Trust;

/// Longest words of a server that are kept.
const WORDS_CHARS_MAX: usize = 1_000;

/// The mail server that carries our mails out.
#[derive(Clone)]
pub struct Relay {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// How we sign in, if we must.
    pub login: Option<Login>,
    /// The name we greet with.
    pub hello: String,
    /// How long we wait.
    pub waits: Waits,
    /// Whose certificates are believed.
    pub trust: Trust,
}

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Not at all: for a server on the same machine.
    None,
    /// STARTTLS, and nothing is sent without it.
    StartTls,
    /// From the first byte.
    Implicit,
}

/// How long we wait, by the machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// For the connection, TLS and sign-in.
    pub connect: Duration,
    /// For the answer to a command.
    pub command: Duration,
    /// For the mail to be taken.
    pub mail: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(30), command: Duration::from_secs(60), mail: Duration::from_secs(300) }
    }
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took the mail.
    Sent {
        /// What it said.
        words: String,
        /// Recipients it refused for good while taking the mail for the others.
        refused: Vec<RefusedRecipient>,
    },
    /// Not now; to be tried again.
    Temporary {
        /// What the server or the network said.
        words: String,
    },
    /// Never; a person has to look.
    Permanent {
        /// What the server said.
        words: String,
    },
}

/// A recipient that the server refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRecipient {
    /// Whom.
    pub address: String,
    /// What the server said.
    pub words: String,
}

/// Sends mails through one server.
#[derive(Clone)]
pub struct Sender {
    relay: Relay,
}

impl Sender {
    /// A sender through `relay`.
    #[must_use]
    pub fn new(relay: Relay) -> Self {
        Self { relay }
    }

    /// Sends one mail, made by [`super::compose::compose`], to all `recipients`.
    pub async fn send(&self, from: &str, recipients: &[String], mail: &[u8]) -> Outcome {
        match Box::pin(self.attempt(from, recipients, mail)).await {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    async fn attempt(&self, from: &str, recipients: &[String], mail: &[u8]) -> Result<Outcome, Outcome> {
        let from = address(from)?;
        let to: Vec<Address> = recipients.iter().map(|given| address(given)).collect::<Result<_, _>>()?;
        let connecting = Box::pin(self.connect());
        let connection = match timeout(self.relay.waits.connect, connecting).await {
            Ok(connected) => connected?,
            Err(_) => return Err(too_slow("No connection in time")),
        };
        let mut offer = Offer { connection, waits: self.relay.waits };
        let outcome = Box::pin(offer.mail(from, &to, mail)).await;
        // The mail is decided, and the goodbye is waited for by nobody: every moment between their yes and
        // our commit is one in which a crash sends the mail twice.
        let mut connection = offer.connection;
        tokio::spawn(async move { drop(timeout(Duration::from_secs(2), connection.abort()).await) });
        outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Outcome> {
        let relay = &self.relay;
        let later = |error: Error| Outcome::Temporary { words: words(&error) };
        let hello = ClientId::Domain(relay.hello.clone());
        let tls = match relay.tls {
            Tls::None => None,
            Tls::StartTls | Tls::Implicit => Some(relay.trust.parameters(&relay.host).map_err(later)?),
        };
        let place = (relay.host.as_str(), relay.port);
        let mut connection = match tls {
            Some(tls) if relay.tls == Tls::Implicit => {
                let wait = Some(relay.waits.connect);
                AsyncSmtpConnection::connect_tokio1(place, wait, &hello, Some(tls), None).await.map_err(later)?
            }
            tls => {
                let stream = at_once(place).await?;
                let connected = AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await;
                let mut connection = connected.map_err(later)?;
                if let Some(tls) = tls {
                    connection.starttls(tls, &hello).await.map_err(later)?;
                }
                connection
            }
        };
        if let Some(login) = &relay.login {
            let (mechanisms, credentials) = sign_in(login);
            connection.auth(mechanisms, &credentials).await.map_err(later)?;
        }
        Ok(connection)
    }
}

/// A connection that sends each write at once. The mail and its final dot are two: held together by the
/// network, the dot would wait 40 ms for the other side's acknowledgement, at every mail.
async fn at_once(place: (&str, u16)) -> Result<TcpStream, Outcome> {
    let connected = async {
        let stream = TcpStream::connect(place).await?;
        stream.set_nodelay(true)?;
        Ok::<_, std::io::Error>(stream)
    };
    connected.await.map_err(|error| Outcome::Temporary { words: bounded(&format!("Connection error: {error}")) })
}

/// How we sign in: by what, and with what.
fn sign_in(login: &Login) -> (&'static [Mechanism], Credentials) {
    match &login.proof {
        Proof::Password(password) => {
            (&[Mechanism::Plain, Mechanism::Login], Credentials::new(login.user.clone(), password.clone()))
        }
        Proof::Token(token) => (&[Mechanism::Xoauth2], Credentials::new(login.user.clone(), token.clone())),
    }
}

/// A connection on which one mail is offered.
struct Offer {
    connection: AsyncSmtpConnection,
    waits: Waits,
}

impl Offer {
    async fn mail(&mut self, from: Address, to: &[Address], mail: &[u8]) -> Result<Outcome, Outcome> {
        let parameters = self.parameters(&from, to, mail)?;
        self.command(Mail::new(Some(from), parameters)).await?;
        let mut refused = Vec::new();
        for address in to {
            match self.command(Rcpt::new(address.clone(), Vec::new())).await {
                Ok(_) => {}
                Err(Outcome::Permanent { words }) => {
                    refused.push(RefusedRecipient { address: address.to_string(), words });
                }
                // One recipient that must wait makes all wait: else the others would get it twice.
                Err(other) => return Err(other),
            }
        }
        if refused.len() == to.len() {
            let words: Vec<String> = refused.into_iter().map(|refused| refused.words).collect();
            return Err(Outcome::Permanent { words: words.join("; ") });
        }
        self.command(Data).await?;
        // lettre adds a line break of its own before the final dot.
        let mail = mail.strip_suffix(b"\r\n").unwrap_or(mail);
        match timeout(self.waits.mail, self.connection.message(mail)).await {
            Ok(Ok(response)) => Ok(Outcome::Sent { words: said(&response), refused }),
            Ok(Err(error)) => Err(outcome(&error)),
            Err(_) => Err(too_slow("No answer after the mail was handed over")),
        }
    }

    fn parameters(&self, from: &Address, to: &[Address], mail: &[u8]) -> Result<Vec<MailParameter>, Outcome> {
        let server = self.connection.server_info();
        let mut parameters = Vec::new();
        let is_ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        if !is_ascii(from) || !to.iter().all(is_ascii) {
            if !server.supports_feature(Extension::SmtpUtfEight) {
                let words = "The mail server does not take addresses with letters like these (SMTPUTF8)".to_owned();
                return Err(Outcome::Permanent { words });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !mail.is_ascii() && server.supports_feature(Extension::EightBitMime) {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }

    async fn command(&mut self, command: impl std::fmt::Display) -> Result<Response, Outcome> {
        match timeout(self.waits.command, self.connection.command(command)).await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(error)) => Err(outcome(&error)),
            Err(_) => Err(too_slow("No answer in time")),
        }
    }
}

fn address(given: &str) -> Result<Address, Outcome> {
    given.parse().map_err(|_| Outcome::Permanent { words: format!("{given} is not a mail address") })
}

/// Only a server's own no is final; whatever else fails may work the next time.
fn outcome(error: &Error) -> Outcome {
    let words = words(error);
    if error.is_permanent() { Outcome::Permanent { words } } else { Outcome::Temporary { words } }
}

fn too_slow(what: &str) -> Outcome {
    Outcome::Temporary { words: what.to_owned() }
}

/// `550 5.1.1 No such user`, or what the network said.
fn words(error: &Error) -> String {
    let source = std::error::Error::source(error).map(ToString::to_string);
    let text = match (error.status(), source) {
        (Some(code), Some(text)) => format!("{code} {text}"),
        (Some(code), None) => code.to_string(),
        (None, Some(text)) => text,
        (None, None) => error.to_string(),
    };
    bounded(&text)
}

fn said(response: &Response) -> String {
    bounded(&format!("{} {}", response.code(), response.message().collect::<Vec<_>>().join(" ")))
}

fn bounded(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(WORDS_CHARS_MAX).collect()
}

mod probe;
#[cfg(test)]
mod tests;

pub use probe::probe;
