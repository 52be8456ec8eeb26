//! An answer → the bytes of a mail: plain text, HTML in our looks with pictures, attachments.
//!
//! The same input always gives the same bytes, so that a mail sent twice after a crash is the same
//! mail. Nothing that is put in can add a header field or a recipient (T21). What the words are is
//! decided elsewhere.

mod blocks;
mod html;
pub mod subject;
#[cfg(test)]
pub(crate) mod tests;
pub mod typed;

use base::{Instant, Language};
use mail_builder::MessageBuilder;
use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};
use sha2::{Digest, Sha256};

use super::MailAddress;
use super::parse::{clean_name, many_lines, one_line};

/// Most ids in `References`: the first and the latest ones.
const REFERENCES_MAX: usize = 20;
/// Longest id that is passed on.
const ID_BYTES_MAX: usize = 250;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Who writes.
    pub from: MailAddress,
    /// Where answers go; usually the signed reply address.
    pub reply_to: Option<String>,
    /// To whom.
    pub to: Vec<MailAddress>,
    /// And to whom else.
    pub cc: Vec<MailAddress>,
    /// One line; see [`subject::reply`].
    pub subject: String,
    /// Its id, without brackets; never changes for the same message.
    pub message_id: String,
    /// The mail it answers, without brackets.
    pub in_reply_to: Option<String>,
    /// The mails before it, oldest first, without brackets.
    pub references: Vec<String>,
    /// When it was written.
    pub date: Instant,
    /// What it says, plain text.
    pub text: String,
    /// Name and business below the text; may be empty.
    pub signature: String,
    /// The language it is written in.
    pub language: Language,
    /// Sentences around the text.
    pub frame: Frame,
    /// Pictures that stand below the text.
    pub pictures: Vec<OutgoingPicture>,
    /// What it carries.
    pub attachments: Vec<OutgoingAttachment>,
    /// What kind of machine's mail it is, if no person wrote it.
    pub automatic: Option<Machine>,
}

/// A mail that no person wrote. Machines must not answer it (RFC 3834).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// It tells of something, such as a link for a new password.
    Notice,
    /// It answers a mail by itself.
    Receipt,
}

/// Sentences around the text of a mail, already in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Above it, such as "Write above this line to reply".
    pub reply_line: Option<String>,
    /// Below it: what is answered.
    pub quote: Option<Quote>,
    /// At the end, such as the number of the conversation.
    pub footer: Option<String>,
}

/// The message that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Such as "You wrote on 18 November at 12:48:".
    pub introduction: String,
    /// Its words.
    pub text: String,
}

/// A file to be sent along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingAttachment {
    /// Name for people.
    pub name: String,
    /// Type, such as `image/png`.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A picture to stand below the text of a mail, which bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingPicture {
    /// Its bytes, with a name for people.
    pub file: OutgoingAttachment,
    /// What it shows.
    pub alt: String,
    /// What the plain form says in its place.
    pub said: String,
    /// Points across.
    pub width: usize,
}

/// A mail that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCompose {
    /// Nobody to send to.
    #[error("the mail has no recipient")]
    NoRecipient,
    /// Not an address that mail can go to.
    #[error("{0:?} is not a mail address")]
    BadAddress(String),
    /// Not an id that a mail can have.
    #[error("{0:?} is not a message id")]
    BadMessageId(String),
}

/// Makes the bytes of a mail; every line ends with CR LF.
///
/// # Errors
/// [`CannotCompose`] when an address or the id is not one.
pub fn compose(mail: &Outgoing) -> Result<Vec<u8>, CannotCompose> {
    if mail.to.is_empty() && mail.cc.is_empty() {
        return Err(CannotCompose::NoRecipient);
    }
    let id = checked_id(&mail.message_id).ok_or_else(|| CannotCompose::BadMessageId(mail.message_id.clone()))?;
    let mut builder = MessageBuilder::new()
        .header("Date", Date::new(mail.date.as_second()))
        .header("From", addresses(std::slice::from_ref(&mail.from))?)
        .header("Message-ID", MessageId::new(id));
    for (name, list) in [("To", &mail.to), ("Cc", &mail.cc)] {
        if !list.is_empty() {
            builder = builder.header(name, addresses(list)?);
        }
    }
    if let Some(reply_to) = &mail.reply_to {
        let address = MailAddress { name: mail.from.name.clone(), address: reply_to.clone() };
        builder = builder.header("Reply-To", addresses(&[address])?);
    }
    builder = builder.header("Subject", line(&mail.subject));
    if let Some(id) = mail.in_reply_to.as_deref().and_then(checked_id) {
        builder = builder.header("In-Reply-To", MessageId::new(id));
    }
    let references = references(&mail.references);
    if !references.is_empty() {
        builder = builder.header("References", MessageId::new_list(references.into_iter()));
    }
    builder = builder.header("Content-Language", Raw::new(mail.language.code()));
    if let Some(machine) = mail.automatic {
        builder = by_machine(builder, machine, &mail.from);
    }
    let mut bytes = Vec::new();
    builder.header("MIME-Version", Raw::new("1.0")).body(body(mail)).serialize(&mut bytes);
    Ok(bytes)
}

/// What tells other machines not to answer. What answers by itself says so in every way that is known, for it is
/// what loops are made of; a notice must reach its reader and bears no word that filters take for advertising.
fn by_machine<'a>(builder: MessageBuilder<'a>, machine: Machine, from: &MailAddress) -> MessageBuilder<'a> {
    let submitted = if machine == Machine::Receipt { "auto-replied" } else { "auto-generated" };
    let builder =
        builder.header("Auto-Submitted", Raw::new(submitted)).header("X-Auto-Response-Suppress", Raw::new("All"));
    match machine {
        Machine::Notice => builder,
        Machine::Receipt => builder.header("Precedence", Raw::new("auto_reply")).header("X-Loop", line(&from.address)),
    }
}

/// The plain form: text, what is said of its pictures, signature, what is answered, footer.
fn plain(mail: &Outgoing) -> String {
    let mut out = String::new();
    let mut add = |text: &str| {
        let text = many_lines(text);
        if !text.is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&text);
        }
    };
    add(mail.frame.reply_line.as_deref().unwrap_or_default());
    add(&mail.text);
    add(&mail.pictures.iter().map(|picture| one_line(&picture.said)).collect::<Vec<_>>().join("\n"));
    add(&mail.signature);
    if let Some(quote) = &mail.frame.quote {
        let quoted: Vec<String> = quote.text.lines().map(|line| format!("> {line}")).collect();
        add(&format!("{}\n{}", quote.introduction, quoted.join("\n")));
    }
    add(mail.frame.footer.as_deref().unwrap_or_default());
    out
}

fn body(mail: &Outgoing) -> MimePart<'_> {
    let plain = plain(mail);
    let page = html::page(mail);
    let boundary = boundary(mail, &plain);
    let alternative = MimePart::new(
        multipart("alternative", &boundary, "a"),
        vec![text_part("text/plain", plain), with_pictures(mail, text_part("text/html", page), &boundary)],
    );
    if mail.attachments.is_empty() {
        return alternative;
    }
    let mut parts = vec![alternative];
    parts.extend(mail.attachments.iter().map(attached));
    MimePart::new(multipart("mixed", &boundary, "m"), parts)
}

/// The HTML form and the pictures that it shows.
fn with_pictures<'a>(mail: &'a Outgoing, page: MimePart<'a>, boundary: &str) -> MimePart<'a> {
    if mail.pictures.is_empty() {
        return page;
    }
    let pictures = mail.pictures.iter().enumerate().map(|(at, picture)| {
        let (part, name) = encoded(&picture.file);
        let disposition = ContentType::new("inline").attribute("filename", name);
        part.header("Content-Disposition", disposition).cid(content_id(mail, at)).transfer_encoding("base64")
    });
    let parts = std::iter::once(page).chain(pictures).collect::<Vec<_>>();
    MimePart::new(multipart("related", boundary, "r").attribute("type", "text/html"), parts)
}

/// What the HTML form calls a picture by: the mail's own id, with the picture's number.
fn content_id(mail: &Outgoing, at: usize) -> String {
    format!("{}.{}", at + 1, mail.message_id)
}

fn text_part(kind: &'static str, text: String) -> MimePart<'static> {
    let text = text.replace('\n', "\r\n");
    MimePart::new(ContentType::new(kind).attribute("charset", "utf-8"), BodyPart::Text(text.into()))
}

fn multipart(kind: &str, boundary: &str, level: &str) -> ContentType<'static> {
    ContentType::new(format!("multipart/{kind}")).attribute("boundary", format!("{boundary}{level}"))
}

/// Attachments go as they are, in base64, also texts: nothing rewrites their line ends.
fn attached(attachment: &OutgoingAttachment) -> MimePart<'_> {
    let (part, name) = encoded(attachment);
    part.attachment(name).transfer_encoding("base64")
}

/// The bytes of a file in base64, and a name for it.
fn encoded(attachment: &OutgoingAttachment) -> (MimePart<'_>, String) {
    let given = attachment.content_type.as_str();
    let is_token = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'+' | b'_'))
    };
    let is_kind = given.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    let refused = given.starts_with("multipart/") || given.starts_with("message/");
    let kind = if is_kind && !refused { given } else { "application/octet-stream" };
    let name =
        Some(clean_name(&attachment.name)).filter(|name| !name.is_empty()).unwrap_or_else(|| "attachment".to_owned());
    let encoded = data_encoding::BASE64.encode(&attachment.bytes);
    let lines: Vec<&str> = encoded.as_bytes().chunks(76).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    (MimePart::new(ContentType::new(kind), BodyPart::Binary(lines.join("\r\n").into_bytes().into())), name)
}

/// Made of the content, so that it is stable, and cannot occur within it.
fn boundary(mail: &Outgoing, plain: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(mail.message_id.as_bytes());
    digest.update(plain.as_bytes());
    let digest = digest.finalize();
    format!("=_{}", data_encoding::HEXLOWER.encode(&digest[..15]))
}

fn addresses(list: &[MailAddress]) -> Result<HeaderType<'static>, CannotCompose> {
    let checked = list.iter().map(|given| {
        let bad = || CannotCompose::BadAddress(given.address.clone());
        let address = MailAddress::read(None, &given.address).and_then(|read| read.for_sending()).ok_or_else(bad)?;
        // A name that looks like an encoded word would be decoded by the reader.
        let name =
            given.name.as_deref().map(|name| one_line(name).replace("=?", "= ?")).filter(|name| !name.is_empty());
        Ok(Address::new_address(name, address))
    });
    Ok(HeaderType::Address(Address::new_list(checked.collect::<Result<_, CannotCompose>>()?)))
}

/// A line of text as a header; one that looks encoded is encoded, so that it is read as it stands.
fn line(text: &str) -> HeaderType<'static> {
    let text = one_line(text);
    if !text.contains("=?") {
        return HeaderType::Text(Text::new(text));
    }
    let mut words = vec![String::new()];
    for c in text.chars() {
        if words.last().is_some_and(|word| word.len() + c.len_utf8() > 42) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    let encoded = words.iter().map(|word| format!("=?utf-8?B?{}?=", data_encoding::BASE64.encode(word.as_bytes())));
    HeaderType::Raw(Raw::new(encoded.collect::<Vec<_>>().join(" ")))
}

fn references(ids: &[String]) -> Vec<&str> {
    let good: Vec<&str> = ids.iter().filter_map(|id| checked_id(id)).collect();
    match good.split_first() {
        Some((first, rest)) if good.len() > REFERENCES_MAX => {
            let latest = &rest[rest.len() - (REFERENCES_MAX - 1)..];
            std::iter::once(*first).chain(latest.iter().copied()).collect()
        }
        _ => good,
    }
}

fn checked_id(id: &str) -> Option<&str> {
    let ok = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>');
    (!id.is_empty() && id.len() <= ID_BYTES_MAX && id.bytes().all(ok)).then_some(id)
}
