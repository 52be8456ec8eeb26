//! What customers write on the pages of their requests: taken into the journal as the mail that they could have
//! written instead, and understood like it.

use base::Instant;
use conversations::Mailbox;
use data_encoding::BASE32_NOPAD;
use platform::{Context, Fault, Platform, Result};
use sha2::{Digest as _, Sha256};

use crate::email::MailAddress;
use crate::email::compose::OutgoingAttachment;
use crate::email::compose::typed::{Typed, typed};
use crate::journal::{Arrival, Journal, Kept, Source};

/// What a customer wrote.
#[derive(Clone, Debug)]
pub struct Written {
    /// Who they are.
    pub from: Mailbox,
    /// What the request is about.
    pub subject: String,
    /// The signed tag of their part in it.
    pub reply_tag: String,
    /// Names the form, so that sending it twice is one answer.
    pub once: String,
    /// When the form was made.
    pub at: Instant,
    /// The words.
    pub text: String,
    /// Name, type and bytes.
    pub files: Vec<(String, String, Vec<u8>)>,
    /// Who was at the other end.
    pub peer: String,
}

/// Keeps it. It is durable when this returns, and understood soon afterwards.
///
/// # Errors
/// When it cannot be made a mail, or was not kept.
pub async fn accept(p: &Platform, journal: &Journal, written: Written) -> Result<Kept> {
    let business = conversations::settings::business(&mut p.db.read().await?).await?;
    let nobody = || MailAddress { name: None, address: "desk@tillit.invalid".to_owned() };
    let digest = Sha256::digest([written.reply_tag.as_bytes(), b" ", written.once.as_bytes()].concat());
    let name = BASE32_NOPAD.encode(&digest).to_lowercase();
    let file = |(name, content_type, bytes)| OutgoingAttachment { name, content_type, bytes };
    let mail = Typed {
        from: MailAddress::read(Some(&written.from.name), &written.from.address)
            .context("a customer without address")?,
        to: MailAddress::read(Some(&business.name), &business.address).unwrap_or_else(nobody),
        subject: written.subject,
        message_id: format!("{}@request.tillit.invalid", &name[..26]),
        date: written.at,
        text: written.text,
        files: written.files.into_iter().map(file).collect(),
    };
    let bytes = typed(&mail).map_err(|error| Fault::because("an answer cannot be made a mail", error))?;
    let arrival = Arrival {
        source: Source::Request,
        envelope_from: written.from.address,
        envelope_to: vec![written.reply_tag],
        peer: written.peer,
        mailbox: None,
    };
    journal.accept(bytes, arrival).await
}
