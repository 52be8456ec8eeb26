//! Header fields: what mail-parser makes of them, after a guard against fields that are made to
//! cost it much.
//!
//! Each header is copied once and made UTF-8 first, since senders put bytes of any charset there.

use std::borrow::Cow;

use mail_parser::{Address, Header, HeaderName, HeaderValue, Message, MessageParser, MimeHeaders};

use super::Reason;
use super::charset;
use super::clean::one_line;
use super::words;
use crate::email::MailAddress;

/// Most bytes that decoding encoded words may look at in one mail; honest mails need their length.
const WORD_COST_MAX: usize = 8 * 1024 * 1024;
/// Most comments within comments in an address field.
const COMMENT_DEPTH_MAX: usize = 50;
/// Longest content type or disposition that is looked at.
const PARAMETERS_BYTES_MAX: usize = 64 * 1024;
/// Most addresses kept of one field.
const ADDRESSES_MAX: usize = 1_000;
/// Most ids kept of `References`.
const IDS_MAX: usize = 200;

/// What the header of one part says about its body.
#[derive(Debug, Default)]
pub(super) struct PartFields {
    /// `text/plain`, lower case; empty when nothing is said.
    pub content_type: String,
    /// Boundary, when it is a multipart with one.
    pub boundary: Option<Vec<u8>>,
    /// Charset as named.
    pub charset: Option<String>,
    /// What an S/MIME part holds, lower case.
    pub smime: Option<String>,
    /// Lower-case transfer encoding.
    pub encoding: String,
    /// `attachment`, `inline` or something else, lower case.
    pub disposition: String,
    /// File name as given.
    pub file_name: Option<String>,
    /// What the sender says the part is, where it says so.
    pub description: Option<String>,
    /// Content-ID without its brackets.
    pub content_id: Option<String>,
    /// Text lines were folded for display (RFC 3676), and whether folding left a space behind.
    pub flowed: Option<bool>,
}

/// Reads the fields of one part.
pub(super) fn of_part(header: &[u8]) -> PartFields {
    let bytes = prepared(header, None);
    let parser = MessageParser::new().with_mime_headers().default_header_ignore();
    let Some(message) = parse(&parser, &bytes) else { return PartFields::default() };
    let kind = message.content_type();
    let attribute = |name| kind.and_then(|kind| kind.attribute(name)).map(str::to_owned);
    let content_type = kind.map_or_else(String::new, |kind| match kind.subtype() {
        Some(subtype) => format!("{}/{subtype}", kind.ctype()).to_ascii_lowercase(),
        None => kind.ctype().to_ascii_lowercase(),
    });
    PartFields {
        boundary: attribute("boundary")
            .filter(|boundary| content_type.starts_with("multipart") && !boundary.is_empty())
            .map(|boundary| boundary.trim_end().as_bytes().to_vec()),
        charset: attribute("charset"),
        smime: attribute("smime-type").map(|kind| kind.trim().to_ascii_lowercase()),
        encoding: message.content_transfer_encoding().unwrap_or_default().trim().to_ascii_lowercase(),
        disposition: message
            .content_disposition()
            .map(|disposition| disposition.ctype().to_ascii_lowercase())
            .unwrap_or_default(),
        file_name: message.attachment_name().map(|name| whole_name(name, &bytes)),
        description: message.content_description().map(one_line).filter(|said| !said.is_empty()),
        content_id: message.content_id().map(one_line).filter(|id| !id.is_empty()),
        flowed: attribute("format")
            .filter(|format| format.eq_ignore_ascii_case("flowed"))
            .map(|_| attribute("delsp").is_some_and(|delsp| delsp.eq_ignore_ascii_case("yes"))),
        content_type,
    }
}

/// A name as it was read, unless characters were cut in two between its encoded words: then it is read anew.
fn whole_name(name: &str, header: &[u8]) -> String {
    if !name.contains(char::REPLACEMENT_CHARACTER) {
        return name.to_owned();
    }
    let header = String::from_utf8_lossy(header).split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = ["filename=\"", "name=\""].iter().find_map(|start| header.split_once(start));
    let raw = quoted.and_then(|(_, rest)| rest.split('"').next()).filter(|raw| raw.contains("=?"));
    raw.map_or_else(|| name.to_owned(), words::decode)
}

/// The header of the mail itself.
pub(super) struct MailFields<'a> {
    message: Message<'a>,
}

/// Makes header bytes ready for [`MailFields::read`].
///
/// # Errors
/// When a field would cost too much to decode.
pub(super) fn prepare(header: &[u8], charset: Option<&str>) -> Result<Vec<u8>, Reason> {
    check_comments(header)?;
    check_words(header)?;
    Ok(prepared(header, charset))
}

impl<'a> MailFields<'a> {
    /// Reads a prepared header; `None` when it holds no field at all.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let parser = MessageParser::new()
            .with_minimal_headers()
            .with_message_ids()
            .header_address(HeaderName::Sender)
            .default_header_raw();
        let message = parse(&parser, bytes)?;
        (!message.headers().is_empty()).then_some(Self { message })
    }

    fn first(&self, name: &HeaderName<'_>) -> Option<&Header<'a>> {
        self.message.headers().iter().find(|header| header.name == *name)
    }

    /// How often a field occurs.
    pub fn count(&self, name: &HeaderName<'_>) -> usize {
        self.message.headers().iter().filter(|header| header.name == *name).count()
    }

    /// The addresses of a field; repeated fields are joined.
    pub fn addresses(&self, name: &HeaderName<'_>) -> Vec<MailAddress> {
        let mut found = Vec::new();
        for header in self.message.headers().iter().filter(|header| header.name == *name) {
            if let HeaderValue::Address(address) = &header.value {
                collect(address, &mut found);
            }
        }
        if found.is_empty() {
            let raw = self.raw(name.as_str()).unwrap_or_default();
            let separators = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')');
            found =
                raw.split(separators).filter_map(|word| MailAddress::read(None, word)).take(ADDRESSES_MAX).collect();
        }
        found
    }

    /// The ids of a field, without their brackets.
    pub fn ids(&self, name: &HeaderName<'_>) -> Vec<String> {
        let ids = self.first(name).and_then(|header| header.value.as_text_list()).unwrap_or_default();
        let from = ids.len().saturating_sub(IDS_MAX);
        ids[from..].iter().map(|id| one_line(id)).filter(|id| !id.is_empty()).collect()
    }

    /// The subject, decoded.
    pub fn subject(&self) -> String {
        one_line(&words::decode(&self.raw("subject").unwrap_or_default()))
    }

    /// When the sender says it was written.
    pub fn date(&self) -> Option<base::Instant> {
        let date = self.first(&HeaderName::Date)?.value.as_datetime()?;
        if !date.is_valid() {
            return None;
        }
        base::Instant::from_second(date.to_timestamp()).ok()
    }

    /// Minutes that the writer's clock is ahead of UTC, if it says.
    pub fn utc_offset(&self) -> Option<i32> {
        let date = self.first(&HeaderName::Date)?.value.as_datetime()?;
        let minutes = i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute);
        (date.is_valid() && minutes < 24 * 60).then_some(if date.tz_before_gmt { -minutes } else { minutes })
    }

    /// The first field of this name as it stands, lower-case name, any field.
    pub fn raw(&self, name: &str) -> Option<String> {
        let header = self.message.headers().iter().find(|header| header.name.as_str().eq_ignore_ascii_case(name))?;
        let bytes = self.message.raw_message.get(header.offset_start as usize..header.offset_end as usize)?;
        Some(String::from_utf8_lossy(bytes).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Names of all fields, lower case.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.message.headers().iter().map(|header| header.name.as_str().to_ascii_lowercase())
    }
}

/// Whether a line begins with a field's name, in whatever case.
pub(super) fn starts_with(line: &str, name: &str) -> bool {
    line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

fn parse<'a>(parser: &MessageParser, bytes: &'a [u8]) -> Option<Message<'a>> {
    parser.parse_headers(bytes).filter(|message| !message.parts.is_empty())
}

/// mail-parser wants a blank line after the last field, and UTF-8.
fn prepared(header: &[u8], charset: Option<&str>) -> Vec<u8> {
    let mut bytes = match charset::header_text(header, charset) {
        Cow::Borrowed(bytes) => bytes.to_vec(),
        Cow::Owned(text) => text,
    };
    bytes.extend_from_slice(b"\r\n\r\n");
    bytes
}

fn collect(address: &Address<'_>, into: &mut Vec<MailAddress>) {
    for addr in address.iter() {
        if into.len() >= ADDRESSES_MAX {
            return;
        }
        let name = addr.name().map(one_line).filter(|name| !name.is_empty());
        let given = addr.address().map(one_line).unwrap_or_default();
        if let Some(address) = MailAddress::read(name.as_deref(), &given) {
            into.push(address);
        }
    }
}

/// The value of each field, unfolded only by position: from behind the colon to the next field.
fn each_field(header: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = header;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        loop {
            end += rest[end..].iter().position(|byte| *byte == b'\n').map_or(rest.len() - end, |at| at + 1);
            if !rest.get(end).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
                break;
            }
        }
        let (field, after) = rest.split_at(end);
        rest = after;
        let colon = field.iter().position(|byte| *byte == b':').unwrap_or(field.len());
        let (name, value) = field.split_at(colon);
        Some((name.trim_ascii(), value.get(1..).unwrap_or_default()))
    })
}

fn check_comments(header: &[u8]) -> Result<(), Reason> {
    const ADDRESS_FIELDS: [&[u8]; 6] = [b"from", b"sender", b"to", b"cc", b"bcc", b"reply-to"];
    for (name, value) in each_field(header) {
        if !ADDRESS_FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field)) {
            continue;
        }
        let mut depth = 0_usize;
        for byte in value {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth > COMMENT_DEPTH_MAX {
                return Err(Reason::CommentsTooDeep);
            }
        }
    }
    Ok(())
}

/// An encoded word that never ends is read to the end of its field, each time one seems to begin;
/// many of them cost the square of the field. The sum of what would be read is bounded here.
fn check_words(header: &[u8]) -> Result<(), Reason> {
    let mut cost = 0;
    for (name, value) in each_field(header) {
        if is_parameters(name) && value.len() > PARAMETERS_BYTES_MAX {
            return Err(Reason::HeaderTooCostly);
        }
        for start in 0..value.len().saturating_sub(1) {
            if value[start] != b'=' || value[start + 1] != b'?' {
                continue;
            }
            cost += word_length(&value[start + 2..]);
            if cost > WORD_COST_MAX {
                return Err(Reason::HeaderTooCostly);
            }
        }
    }
    Ok(())
}

fn is_parameters(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"content-type") || name.eq_ignore_ascii_case(b"content-disposition")
}

/// How far a decoder reads, from behind `=?`: charset, encoding, and text up to `?=`.
fn word_length(rest: &[u8]) -> usize {
    let Some(charset) = rest.iter().position(|byte| matches!(byte, b'?' | b'\n')) else { return rest.len() };
    let data = charset + 3;
    match rest.get(charset..data) {
        Some([b'?', b'q' | b'Q' | b'b' | b'B', b'?']) => {
            let text = &rest[data..];
            data + text.windows(2).position(|pair| pair == b"?=").map_or(text.len(), |at| at + 2)
        }
        _ => data,
    }
}
