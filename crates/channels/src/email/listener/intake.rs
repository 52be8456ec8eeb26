//! What the listener needs from the rest of Tillit.

use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;

/// A future of a trait object.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The protocol a message came by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// RFC 5321: one answer for all recipients.
    Smtp,
    /// RFC 2033: one answer for each recipient.
    Lmtp,
}

/// What the sending server said about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Where failures go; empty for automatic mail.
    pub from: String,
    /// Recipients that were taken, in order, each once.
    pub recipients: Vec<String>,
    /// Who is at the other end of the connection.
    pub peer: SocketAddr,
    /// How it came.
    pub protocol: Protocol,
}

/// The message is kept for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Said to the sender, for the logs of both; never a conversation number.
    pub reference: String,
}

/// Why something is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// SMTP code, such as 451.
    pub code: u16,
    /// Enhanced status code, such as `4.3.0`.
    pub status: &'static str,
    /// A short sentence for the sender's logs.
    pub text: String,
}

impl Refusal {
    /// Something of ours is out of order; the sender keeps the mail and tries again.
    #[must_use]
    pub fn later(text: impl Into<String>) -> Self {
        Self { code: 451, status: "4.3.0", text: text.into() }
    }

    /// No room at the moment; the sender keeps the mail and tries again.
    #[must_use]
    pub fn no_room(text: impl Into<String>) -> Self {
        Self { code: 452, status: "4.3.1", text: text.into() }
    }

    /// Nobody here has this address.
    #[must_use]
    pub fn unknown_recipient() -> Self {
        Self { code: 550, status: "5.1.1", text: "Nobody here has this address".to_owned() }
    }

    /// Never taken.
    #[must_use]
    pub fn never(text: impl Into<String>) -> Self {
        Self { code: 554, status: "5.7.1", text: text.into() }
    }
}

/// Keeps what comes in.
pub trait Intake: Send + Sync {
    /// Whether mail for this address is taken.
    fn recipient<'a>(&'a self, address: &'a str) -> Answer<'a, Result<(), Refusal>>;

    /// Keeps a message. `Ok` means it survives a power cut; only then is the sender told so.
    fn accept(&self, envelope: Envelope, bytes: Vec<u8>) -> Answer<'_, Result<Accepted, Refusal>>;

    /// A message was too large and is gone; `beginning` holds its first bytes (none when it was
    /// refused by its announced size), so that people can be told what they missed.
    fn refused_oversize(&self, envelope: Envelope, size: u64, beginning: Vec<u8>) -> Answer<'_, ()>;
}
