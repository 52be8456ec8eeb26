//! Which parts of a mail are its text, and which are attachments.
//!
//! In a choice of the same text (`multipart/alternative`) the plain one is taken, the HTML one only
//! when there is no plain one worth reading. Everything that is not text to be read in the flow of
//! the mail is an attachment.

use super::attachments::{self, AttachmentPart};
use super::structure::{self, Part};
use super::{Warning, charset, clean, flowed, html_text, transfer};

/// Longest text kept, in bytes; the whole mail stays in store beside it.
pub(super) const TEXT_BYTES_MAX: usize = 1024 * 1024;
/// Most HTML turned into text.
const HTML_BYTES_MAX: usize = 8 * 1024 * 1024;

/// How many forwards within each other are opened to find a text.
const FORWARDS_MAX: usize = 3;

/// What a mail says and carries.
#[derive(Default)]
pub(super) struct Body {
    pub text: String,
    /// What the sender says of the first text that was read, lower case.
    pub charset: Option<String>,
    pub attachments: Vec<AttachmentPart>,
    pub warnings: Vec<Warning>,
}

/// Reads the text and lists the attachments of a scanned mail.
pub(super) fn read(mail: &[u8], parts: &[Part]) -> Body {
    let mut reader = Reader { mail, parts, body: Body::default() };
    let mut text = reader.part(0, InFlow::Flow);
    if text.is_empty() {
        text = reader.forwarded_text(FORWARDS_MAX);
    }
    if text.len() > TEXT_BYTES_MAX {
        text.truncate(floor_char_boundary(&text, TEXT_BYTES_MAX));
        reader.body.warnings.push(Warning::TextCut);
    }
    if let Some(armoured) = armoured(&text) {
        reader.warn(armoured);
    }
    reader.body.text = text;
    reader.body
}

/// Where a part stands, which decides whether it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum InFlow {
    /// In the flow of the mail.
    Flow,
    /// One of several forms of the same text.
    Choice,
    /// Used by another part, such as a picture in HTML.
    Related,
}

struct Reader<'a> {
    mail: &'a [u8],
    parts: &'a [Part],
    body: Body,
}

impl Reader<'_> {
    /// The text of a part; attachments are noted on the way. Depth is bounded by the scan.
    fn part(&mut self, index: usize, place: InFlow) -> String {
        let Some(part) = self.parts.get(index) else { return String::new() };
        if !part.is_multipart() {
            return self.leaf(part, place);
        }
        match part.fields.content_type.as_str() {
            "multipart/alternative" => self.alternative(part),
            "multipart/related" => self.related(part, place),
            "multipart/encrypted" => {
                self.warn(Warning::Encrypted);
                self.joined(part, place)
            }
            "multipart/signed" => {
                self.warn(Warning::Signed);
                self.joined(part, place)
            }
            _ => self.joined(part, place),
        }
    }

    /// The text of a mail that was forwarded without a word.
    fn forwarded_text(&self, depth: usize) -> String {
        let is_mail = |part: &&Part| part.fields.content_type == "message/rfc822" && !part.is_multipart();
        let Some(part) = self.parts.iter().find(is_mail).filter(|_| depth > 0) else { return String::new() };
        let body = transfer::decode(self.mail.get(part.body.clone()).unwrap_or_default(), &part.fields.encoding);
        let Ok(parts) = structure::scan(&body) else { return String::new() };
        let mut inner = Reader { mail: &body, parts: &parts, body: Body::default() };
        let text = inner.part(0, InFlow::Flow);
        if text.is_empty() { inner.forwarded_text(depth - 1) } else { text }
    }

    fn joined(&mut self, part: &Part, place: InFlow) -> String {
        let texts: Vec<String> = part.children.iter().map(|child| self.part(*child, place)).collect();
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn related(&mut self, part: &Part, place: InFlow) -> String {
        let mut text = String::new();
        for (number, child) in part.children.iter().enumerate() {
            let place = if number == 0 || text.is_empty() { place } else { InFlow::Related };
            let found = self.part(*child, place);
            if text.is_empty() {
                text = found;
            }
        }
        text
    }

    /// The first plain text wins, then the first of anything.
    fn alternative(&mut self, part: &Part) -> String {
        let mut plain = None;
        let mut other = None;
        for child in &part.children {
            let text = self.part(*child, InFlow::Choice);
            if text.is_empty() {
                continue;
            }
            let slot = if self.is_plain(*child) { &mut plain } else { &mut other };
            slot.get_or_insert(text);
        }
        plain.or(other).unwrap_or_default()
    }

    fn is_plain(&self, index: usize) -> bool {
        self.parts.get(index).is_some_and(|part| match part.children.first() {
            Some(first) => self.is_plain(*first),
            None => matches!(part.fields.content_type.as_str(), "text/plain" | ""),
        })
    }

    fn leaf(&mut self, part: &Part, place: InFlow) -> String {
        if let Some(sealed) = sealed(part) {
            self.warn(sealed);
        }
        // What a report says is understood and told (`bounce`); as a file it would be noise.
        if part.fields.content_type == "message/delivery-status" && !part.path.is_empty() {
            return String::new();
        }
        if is_read(part, place) {
            return self.text(part);
        }
        let attachment = attachments::describe(self.mail, part, self.body.attachments.len() + 1);
        self.body.attachments.push(attachment);
        String::new()
    }

    fn text(&mut self, part: &Part) -> String {
        if self.body.charset.is_none() {
            self.body.charset = part.fields.charset.as_deref().map(str::to_ascii_lowercase);
        }
        let body = self.mail.get(part.body.clone()).unwrap_or_default();
        let bytes = transfer::decode(body, &part.fields.encoding);
        if bytes.contains(&0)
            && part.fields.charset.as_deref().is_none_or(|name| !name.to_ascii_lowercase().contains("16"))
        {
            self.warn(Warning::NulRemoved);
        }
        let is_html = part.fields.content_type == "text/html" || looks_like_html(&part.fields.content_type, &bytes);
        if !is_html {
            let text = charset::text(&bytes, part.fields.charset.as_deref());
            let text = match part.fields.flowed {
                Some(delete_space) => flowed::unfold(&text, delete_space),
                None => text,
            };
            return clean::many_lines(&text);
        }
        let bytes = &bytes[..bytes.len().min(HTML_BYTES_MAX)];
        let named = part.fields.charset.clone().or_else(|| charset::of_html(bytes));
        clean::many_lines(&html_text::text_of(&charset::text(bytes, named.as_deref())))
    }

    fn warn(&mut self, warning: Warning) {
        if !self.body.warnings.contains(&warning) {
            self.body.warnings.push(warning);
        }
    }
}

/// What a part holds that only a key opens or proves.
fn sealed(part: &Part) -> Option<Warning> {
    match part.fields.content_type.as_str() {
        "application/pgp-encrypted" => Some(Warning::Encrypted),
        "application/pgp-signature" => Some(Warning::Signed),
        kind if kind.contains("pkcs7-mime") => match part.fields.smime.as_deref() {
            Some("signed-data") => Some(Warning::Signed),
            Some("certs-only" | "compressed-data") => None,
            _ => Some(Warning::Encrypted),
        },
        _ => None,
    }
}

/// What PGP wrote into the text itself. What is quoted of another mail does not count.
fn armoured(text: &str) -> Option<Warning> {
    text.lines().find_map(|line| match line.trim_end() {
        "-----BEGIN PGP MESSAGE-----" => Some(Warning::Encrypted),
        "-----BEGIN PGP SIGNED MESSAGE-----" => Some(Warning::Signed),
        _ => None,
    })
}

/// Whether a part without parts is read as text.
pub(super) fn is_read(part: &Part, place: InFlow) -> bool {
    let fields = &part.fields;
    let is_alone = part.path.is_empty();
    let kind = fields.content_type.as_str();
    let named = fields.file_name.is_some() && fields.disposition != "inline";
    match kind {
        _ if fields.disposition == "attachment" && (!is_alone || named) => false,
        "text/plain" | "text/html" | "" => place != InFlow::Related && (is_alone || !named),
        // A multipart in which no part was found, and text of kinds we do not know.
        _ if kind.starts_with("multipart") => true,
        "text/enriched" | "text/richtext" | "text/markdown" | "text/x-amp-html" => place == InFlow::Flow && !named,
        "text" => true,
        _ => is_alone && !kind.contains('/') && !named,
    }
}

/// Mails with a body of HTML that say nothing of it.
pub(super) fn looks_like_html(content_type: &str, bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let start = &start[..start.len().min(16)].to_ascii_lowercase();
    matches!(content_type, "" | "text/plain") && (start.starts_with(b"<!doctype html") || start.starts_with(b"<html"))
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
