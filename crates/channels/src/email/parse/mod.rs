//! Bytes of a mail → what it says, who wrote it, what it carries.
//!
//! Never panics and never takes long, whatever the bytes are: `structure` bounds the work before
//! anything is decoded. What cannot be read at all is [`Unreadable`], with the reason; everything
//! else is read as well as it can be, with [`Warning`]s. Knows nothing of conversations or people.

mod attachments;
mod automatic;
mod body;
mod bounce;
mod charset;
mod clean;
#[cfg(test)]
mod corpus;
mod fields;
mod flowed;
mod html;
mod html_text;
mod place;
mod structure;
#[cfg(test)]
pub(crate) mod tests;
mod transfer;
mod words;

use std::borrow::Cow;

use mail_parser::HeaderName;

use super::MailAddress;

pub(crate) use attachments::is_unseen;
pub use attachments::{AttachmentPart, attachment, clean_name};
pub use automatic::Automatic;
pub use bounce::{Bounce, BounceKind, BouncedRecipient};
pub(crate) use clean::{many_lines, one_line};
pub use html::{MailHtml, html, html_again, html_range};
pub(crate) use html_text::entity;
pub use place::Place;

/// A mail, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedMail {
    /// Its own id, without brackets.
    pub message_id: Option<String>,
    /// Ids of the mails it answers, without brackets.
    pub in_reply_to: Vec<String>,
    /// Ids of the mails before it in the thread, oldest first.
    pub references: Vec<String>,
    /// Who wrote it; nobody checked that.
    pub from: Option<MailAddress>,
    /// Where answers should go, when the writer asks for it.
    pub reply_to: Vec<MailAddress>,
    /// To whom.
    pub to: Vec<MailAddress>,
    /// And to whom else.
    pub cc: Vec<MailAddress>,
    /// One line, may be empty.
    pub subject: String,
    /// When the writer's clock says it was written.
    pub date: Option<base::Instant>,
    /// Minutes that the writer's clock is ahead of UTC.
    pub utc_offset: Option<i32>,
    /// The body as text.
    pub text: String,
    /// The charset that the sender says the text is in, lower case.
    pub charset: Option<String>,
    /// What it carries.
    pub attachments: Vec<AttachmentPart>,
    /// Why a machine seems to have written it.
    pub automatic: Option<Automatic>,
    /// Whether a machine's answer is not wanted, or nobody would read it. People may still answer.
    pub no_receipt: bool,
    /// What it says of a mail that could not be delivered.
    pub bounce: Option<Bounce>,
    /// What was odd about it.
    pub warnings: Vec<Warning>,
}

/// Something odd that people may want to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// No usable sender address.
    NoSender,
    /// More than one sender; only the first counts.
    SeveralSenders,
    /// The text was longer than is kept; the raw mail has it all.
    TextCut,
    /// The text held NUL bytes, which were left out.
    NulRemoved,
    /// The content is encrypted.
    Encrypted,
    /// It is signed (PGP, S/MIME); nobody checks that.
    Signed,
}

impl Warning {
    /// The warning in logs and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSender => "no-sender",
            Self::SeveralSenders => "several-senders",
            Self::TextCut => "text-cut",
            Self::NulRemoved => "nul-removed",
            Self::Encrypted => "encrypted",
            Self::Signed => "signed",
        }
    }
}

/// A mail that cannot be read. It is kept and shown raw, with the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mail cannot be read: {}", reason.code())]
pub struct Unreadable {
    /// Why.
    pub reason: Reason,
}

/// Why a mail cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// It has no header fields.
    NoHeader,
    /// A header is larger than any honest one.
    HeaderTooLarge,
    /// A header has more fields than any honest one.
    TooManyFields,
    /// A header field is made to cost its reader much.
    HeaderTooCostly,
    /// Comments within comments within comments.
    CommentsTooDeep,
    /// More parts than any honest mail.
    TooManyParts,
    /// Parts within parts within parts.
    TooDeep,
}

impl Reason {
    /// The reason in logs and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeader => "no-header",
            Self::HeaderTooLarge => "header-too-large",
            Self::TooManyFields => "too-many-fields",
            Self::HeaderTooCostly => "header-too-costly",
            Self::CommentsTooDeep => "comments-too-deep",
            Self::TooManyParts => "too-many-parts",
            Self::TooDeep => "too-deep",
        }
    }
}

/// Reads a mail.
///
/// # Errors
/// [`Unreadable`] when there is nothing to read or reading it would cost too much.
pub fn parse(bytes: &[u8]) -> Result<ParsedMail, Unreadable> {
    read(bytes).map_err(|reason| Unreadable { reason })
}

fn read(bytes: &[u8]) -> Result<ParsedMail, Reason> {
    if bytes.trim_ascii().is_empty() {
        return Err(Reason::Empty);
    }
    let mail = line_ends(bytes);
    let parts = structure::scan(&mail)?;
    let root = parts.first().ok_or(Reason::Empty)?;
    let header = fields::prepare(&mail[root.header.clone()], charset_of(&parts))?;
    let Some(fields) = fields::MailFields::read(&header) else { return headless(&mail) };
    let mut senders = fields.addresses(&HeaderName::From);
    // Who leaves out who wrote it may still say whom to answer.
    for other in [HeaderName::Sender, HeaderName::ReplyTo] {
        if senders.is_empty() {
            senders = fields.addresses(&other).into_iter().take(1).collect();
        }
    }
    let body = body::read(&mail, &parts);
    let bounce = bounce::read(&bounce::Read { mail: &mail, parts: &parts, fields: &fields, text: &body.text });
    let mut warnings = body.warnings;
    match (senders.len(), fields.count(&HeaderName::From)) {
        (0, _) => warnings.push(Warning::NoSender),
        (1, 0 | 1) => {}
        _ => warnings.push(Warning::SeveralSenders),
    }
    Ok(ParsedMail {
        message_id: fields.ids(&HeaderName::MessageId).into_iter().next(),
        in_reply_to: fields.ids(&HeaderName::InReplyTo),
        references: fields.ids(&HeaderName::References),
        from: senders.into_iter().next(),
        reply_to: fields.addresses(&HeaderName::ReplyTo),
        to: fields.addresses(&HeaderName::To),
        cc: fields.addresses(&HeaderName::Cc),
        subject: fields.subject(),
        date: fields.date(),
        utc_offset: fields.utc_offset(),
        text: body.text,
        charset: body.charset,
        attachments: body.attachments,
        automatic: automatic::reason(&fields, root, bounce.is_some()),
        no_receipt: automatic::wants_no_receipt(&fields),
        bounce,
        warnings,
    })
}

/// A text without a header: nothing is known of it but what it says.
fn headless(mail: &[u8]) -> Result<ParsedMail, Reason> {
    let text = std::str::from_utf8(mail).ok().filter(|text| !text.contains('\0')).ok_or(Reason::NoHeader)?;
    let end = (0..=text.len().min(body::TEXT_BYTES_MAX)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    Ok(ParsedMail { text: clean::many_lines(&text[..end]), warnings: vec![Warning::NoSender], ..ParsedMail::default() })
}

/// The charset that the mail says most of its text is in.
fn charset_of(parts: &[structure::Part]) -> Option<&str> {
    parts.iter().find_map(|part| part.fields.charset.as_deref())
}

/// Mails of old Macs have carriage returns alone; they become line feeds, all else stays.
fn line_ends(mail: &[u8]) -> Cow<'_, [u8]> {
    if mail.contains(&b'\n') || !mail.contains(&b'\r') {
        return Cow::Borrowed(mail);
    }
    Cow::Owned(mail.iter().map(|byte| if *byte == b'\r' { b'\n' } else { *byte }).collect())
}
