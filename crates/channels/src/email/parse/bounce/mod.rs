//! What a mail system says of a mail that it could not deliver: whom it concerns, why, and which mail it was.
//!
//! Reports by the standard (RFC 3464) are read as such; the notices of older and other systems are read as the texts
//! they are. Nothing here proves anything: anybody can write such a mail, and whoever believes it must first find the
//! mail that it returns.

mod notice;
mod reason;
mod report;
#[cfg(test)]
mod tests;

use mail_parser::HeaderName;

use super::fields::{self, MailFields};
use super::structure::Part;
use super::transfer;

/// Most recipients that are kept of one bounce.
const RECIPIENTS_MAX: usize = 50;
/// Most characters of a server's words.
const WORDS_CHARS_MAX: usize = 500;
/// Most bytes of a part that are read.
const PART_BYTES_MAX: usize = 256 * 1024;
/// Most ids of returned mails.
const RETURNED_MAX: usize = 20;

/// What became of a mail, as its report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BounceKind {
    /// It was given up.
    Failed,
    /// It is late and still being tried.
    Delayed,
    /// It waits until its sender proves to be a person.
    Challenged,
}

/// A report of a mail that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// What became of it.
    pub kind: BounceKind,
    /// For whom; may be empty when the report does not say.
    pub recipients: Vec<BouncedRecipient>,
    /// Message-IDs of the mail that it may be about, likeliest first, without brackets.
    pub returned: Vec<String>,
}

/// Somebody who did not get the mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BouncedRecipient {
    /// The address that was written to.
    pub address: String,
    /// The address that it stands for at the other side, where that is another.
    pub final_address: Option<String>,
    /// Enhanced status, such as `5.1.1`.
    pub status: Option<String>,
    /// Whether the address itself does not work, so that writing to it again is in vain.
    pub hard: bool,
    /// The server's words.
    pub words: String,
}

/// What is known of the mail when its parts are read.
pub(super) struct Read<'a> {
    pub mail: &'a [u8],
    pub parts: &'a [Part],
    pub fields: &'a MailFields<'a>,
    pub text: &'a str,
}

impl Read<'_> {
    /// The decoded content of a part, as text.
    fn content(&self, part: &Part) -> String {
        let body = self.mail.get(part.body.clone()).unwrap_or_default();
        let bytes = transfer::decode(body, &part.fields.encoding);
        super::charset::text(&bytes[..bytes.len().min(PART_BYTES_MAX)], part.fields.charset.as_deref())
    }

    fn has(&self, kinds: &[&str]) -> bool {
        self.parts.iter().any(|part| kinds.contains(&part.fields.content_type.as_str()))
    }

    fn own_addresses(&self) -> Vec<String> {
        let fields = [HeaderName::To, HeaderName::From, HeaderName::ReplyTo, HeaderName::Sender];
        fields.iter().flat_map(|name| self.fields.addresses(name)).map(|one| one.address.to_lowercase()).collect()
    }
}

/// What the mail says of one that could not be delivered; `None` for every other mail.
pub(super) fn read(mail: &Read<'_>) -> Option<Bounce> {
    // Complaints and receipts look like reports and are none of ours.
    if mail.has(&["message/feedback-report", "message/disposition-notification"]) {
        return None;
    }
    let (kind, mut recipients) = match report::read(mail) {
        report::Found::Bounce(kind, recipients) => (kind, recipients),
        report::Found::Delivered => return None,
        report::Found::Nothing => notice::read(mail)?,
    };
    let kind = if kind == BounceKind::Failed && reason::is_challenge(mail, &recipients) {
        BounceKind::Challenged
    } else {
        kind
    };
    for recipient in &mut recipients {
        recipient.hard &= kind == BounceKind::Failed;
    }
    Some(Bounce { kind, recipients, returned: returned(mail) })
}

/// Message-IDs of the returned mail: from its own header where it is attached, from the text, from what the report
/// says that it answers.
fn returned(mail: &Read<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for part in mail.parts {
        let kind = part.fields.content_type.as_str();
        if matches!(kind, "message/rfc822" | "message/global" | "text/rfc822-headers" | "message/global-headers")
            || kind.contains("delivery-status")
            || (kind == "text/plain" && part.fields.disposition == "attachment")
        {
            ids_in(&mail.content(part), &mut found);
        }
    }
    ids_in(mail.text, &mut found);
    found.extend(mail.fields.ids(&HeaderName::InReplyTo));
    found.extend(mail.fields.ids(&HeaderName::References).into_iter().rev());
    let mut unique: Vec<String> = Vec::new();
    for id in found {
        if unique.len() < RETURNED_MAX && !unique.contains(&id) {
            unique.push(id);
        }
    }
    unique
}

/// The ids of `Message-ID:` lines of a header or of a quoted one; the value may stand on the next line.
fn ids_in(text: &str, found: &mut Vec<String>) {
    const NAMES: [&str; 3] = ["message-id:", "x-original-message-id:", "original-message-id:"];
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_start_matches(['>', ' ', '\t', '|']);
        let named = NAMES.iter().find(|name| fields::starts_with(line, name));
        let Some(value) = named.and_then(|name| line.get(name.len()..)) else { continue };
        let next = lines.peek().map_or("", |next| next.trim_start_matches(['>', ' ', '\t', '|']));
        let value = if value.trim().is_empty() { next } else { value };
        let id = value.trim().trim_start_matches('<').split(['>', ' ', '\t']).next().unwrap_or_default();
        if !id.is_empty() && id.len() <= 998 && found.len() < RETURNED_MAX {
            found.push(id.to_owned());
        }
    }
}

/// One line of bounded length.
fn words(text: &str) -> String {
    let line = super::clean::one_line(text);
    match line.char_indices().nth(WORDS_CHARS_MAX) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}
