//! Mails from Tillit itself to colleagues: invitations, links for a new password, notices. Left as jobs;
//! the workers of channels carry them.

use base::Language;
use platform::jobs::NewJob;
use platform::{Result, Tx};
use serde::{Deserialize, Serialize};

/// The lane that carries mails.
pub const LANE: &str = "send";
/// The kind of job; its payload is a [`SystemMail`] as JSON.
pub const KIND: &str = "mail.system";

/// One mail, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemMail {
    /// To whom.
    pub to: String,
    /// Its subject: one line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The language of both.
    pub language: Language,
}

/// Sends it once the transaction is committed.
///
/// # Errors
/// When the job cannot be written.
pub async fn send(tx: &mut Tx, mail: &SystemMail) -> Result<()> {
    tx.enqueue(NewJob::new(LANE, KIND).payload(serde_json::to_string(mail)?)).await
}

/// What stands around the text of a mail, and where an answer to it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Around {
    /// Stands behind the plus of our address, where answers go; without, nobody can answer.
    pub reply_tag: Option<String>,
    /// Above the text, where it can be answered.
    pub reply_line: Option<String>,
    /// What it tells of: who said it, and the beginning of what they said.
    pub quote: Option<(String, String)>,
    /// At the end.
    pub footer: Option<String>,
}

/// A mail with what stands around it, as the job has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framed {
    /// The mail.
    #[serde(flatten)]
    pub mail: SystemMail,
    /// Around it.
    #[serde(default)]
    pub around: Around,
    /// The conversations that it tells of, by id: erased with them while it waits.
    #[serde(default)]
    pub about: Vec<String>,
}

/// Sends it once the transaction is committed.
///
/// # Errors
/// When the job cannot be written.
pub async fn send_framed(tx: &mut Tx, framed: &Framed) -> Result<()> {
    tx.enqueue(NewJob::new(LANE, KIND).payload(serde_json::to_string(framed)?)).await
}
