//! What a mail carries beside its text: named safely, and found again later.
//!
//! A name is for people only; on disk we use our own ids (T20).

use std::borrow::Cow;

use super::clean::one_line;
use super::place::Place;
use super::structure::{self, Part};
use super::{fields, line_ends, transfer};

/// Longest name kept, in characters.
const NAME_CHARS_MAX: usize = 120;
/// What a part without a name is called.
const NAMELESS: &str = "attachment";

/// One attachment of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentPart {
    /// Where it lies in the mail, such as `2.1`; give it to [`attachment`].
    pub part: String,
    /// A name that is safe to show and to offer for saving.
    pub name: String,
    /// Whether the sender gave the name.
    pub named: bool,
    /// Type as the sender says, lower case, such as `image/png`. Never to be trusted.
    pub content_type: String,
    /// Bytes after decoding.
    pub size: u64,
    /// Content-ID, by which HTML refers to it.
    pub content_id: Option<String>,
    /// Meant to be shown within the text.
    pub inline: bool,
    /// Where its bytes lie in the raw mail, when they lie in one piece.
    pub place: Option<Place>,
}

/// The decoded bytes of one attachment; `None` when the mail has no such part.
#[must_use]
pub fn attachment(mail: &[u8], part: &str) -> Option<Vec<u8>> {
    let mail = line_ends(mail);
    let parts = structure::scan(&mail).ok()?;
    let found = parts.iter().find(|candidate| candidate.path == part && !candidate.is_multipart())?;
    Some(content(&mail, found).into_owned())
}

pub(super) fn describe(mail: &[u8], part: &Part, number: usize) -> AttachmentPart {
    let fields = &part.fields;
    let content_type = if fields.content_type.contains('/') {
        one_line(&fields.content_type)
    } else {
        "application/octet-stream".to_owned()
    };
    let given = fields.file_name.as_deref().map(clean_name).filter(|name| !name.is_empty());
    let extension = extension(&content_type);
    let content = content(mail, part);
    let described = || {
        let said = if extension == "eml" { subject_of(&content) } else { String::new() };
        let said = if said.is_empty() { fields.description.clone().unwrap_or_default() } else { said };
        Some(clean_name(&said)).filter(|name| !name.is_empty()).map(|name| with_extension(&name, extension))
    };
    AttachmentPart {
        part: part.path.clone(),
        named: given.is_some(),
        name: given.or_else(described).unwrap_or_else(|| match content_type.split_once('/') {
            Some(("image", _)) if extension != "bin" => format!("image.{extension}"),
            _ => format!("{NAMELESS}-{number}.{extension}"),
        }),
        size: u64::try_from(content.len()).unwrap_or(u64::MAX),
        content_id: fields.content_id.clone(),
        inline: fields.disposition == "inline" || (fields.disposition.is_empty() && fields.content_id.is_some()),
        content_type,
        place: Some(Place::of(part)),
    }
}

/// What a forwarded mail is about.
fn subject_of(mail: &[u8]) -> String {
    let Ok(parts) = structure::scan(mail) else { return String::new() };
    let Some(root) = parts.first() else { return String::new() };
    let Ok(bytes) = fields::prepare(&mail[root.header.clone()], super::charset_of(&parts)) else {
        return String::new();
    };
    fields::MailFields::read(&bytes).map(|fields| fields.subject()).unwrap_or_default()
}

fn with_extension(name: &str, extension: &str) -> String {
    let has_one = name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension));
    if has_one { name.to_owned() } else { shortened(&format!("{name}.{extension}")) }
}

fn content<'a>(mail: &'a [u8], part: &Part) -> Cow<'a, [u8]> {
    transfer::decode(mail.get(part.body.clone()).unwrap_or_default(), &part.fields.encoding)
}

/// A file name from outside, made harmless: the last part of a path, without what hides or
/// reverses text, without leading dots, of bounded length.
#[must_use]
pub fn clean_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_unseen(*c))
        .map(|c| if matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|') { '_' } else { c })
        .collect();
    let plain = plain.trim_matches(|c: char| c == ' ' || c == '.');
    shortened(plain)
}

/// Characters that change how a name looks without being seen.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Cut in the middle of a long name, so that the extension stays.
fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_CHARS_MAX {
        return name.to_owned();
    }
    let extension = name.rsplit_once('.').map(|(_, end)| end).filter(|end| (1..=10).contains(&end.chars().count()));
    let keep = NAME_CHARS_MAX - extension.map_or(0, |end| end.chars().count() + 1);
    let start: String = name.chars().take(keep).collect();
    match extension {
        Some(end) => format!("{}.{end}", start.trim_end_matches(['.', ' '])),
        None => start,
    }
}

fn extension(content_type: &str) -> &'static str {
    match content_type {
        "message/rfc822" | "message/global" => "eml",
        "message/delivery-status" | "text/plain" | "text/rfc822-headers" => "txt",
        "text/html" => "html",
        "text/calendar" => "ics",
        "text/vcard" | "text/x-vcard" => "vcf",
        "text/csv" => "csv",
        "image/jpeg" | "image/jpg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        "application/pgp-signature" => "asc",
        "application/pkcs7-signature" | "application/x-pkcs7-signature" => "p7s",
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => "p7m",
        "application/zip" => "zip",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_outside_cannot_do_harm() {
        let long = format!("{}.pdf", "x".repeat(4_096));
        let cases = [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("/etc/passwd", "passwd"),
            ("C:\\Users\\a\\tax.xlsx", "tax.xlsx"),
            ("..", ""),
            ("", ""),
            ("a\0b.txt", "ab.txt"),
            (".htaccess", "htaccess"),
            ("\u{200B}.htaccess", "htaccess"),
            ("photo\u{202E}gpj.exe", "photogpj.exe"),
            ("a\r\nContent-Type: x.txt", "a  Content-Type_ x.txt"),
            ("\"><img onerror=x>.png", "__<img onerror=x_.png"),
            ("Årsrapport – 2026 (ny).pdf", "Årsrapport – 2026 (ny).pdf"),
            ("trailing. . ", "trailing"),
            ("☆ガーデン.jpg", "☆ガーデン.jpg"),
        ];
        for (given, expected) in cases {
            assert_eq!(clean_name(given), expected.replace('<', "_"), "{given:?}");
        }
        let short = clean_name(&long);
        assert_eq!(short.chars().count(), NAME_CHARS_MAX);
        assert!(short.ends_with("x.pdf"));
        assert_eq!(clean_name(&"y".repeat(500)).chars().count(), NAME_CHARS_MAX);
    }

    #[test]
    fn a_part_is_found_again_by_its_place() {
        let mail = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Type: image/png\n\
            Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\naGVp\n--b--\n";
        assert_eq!(attachment(mail, "2"), Some(b"hei".to_vec()));
        assert_eq!(attachment(mail, "1"), Some(b"text".to_vec()));
        for missing in ["", "3", "2.1", "x", "../2"] {
            assert_eq!(attachment(mail, missing), None, "{missing}");
        }
    }
}
