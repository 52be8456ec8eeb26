//! Mails from Tillit itself to colleagues: invitations and links for a new password. Left as jobs;
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
