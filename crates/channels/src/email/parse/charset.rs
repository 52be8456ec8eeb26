//! Bytes of any charset to text that can be read, also when the charset is wrong, unknown or not
//! named (T19).
//!
//! mail-parser's tables do the decoding; this decides which one to believe.

use std::borrow::Cow;

use mail_parser::decoders::charsets::map::charset_decoder;

/// What the old web calls Latin 1; the likeliest meaning of bytes that are not UTF-8.
const FALLBACK: &str = "windows-1252";

/// The text of a body whose sender named `charset`, or none.
pub(super) fn text(bytes: &[u8], charset: Option<&str>) -> String {
    if let Some(text) = marked_utf16(bytes) {
        return text;
    }
    if has_japanese_escapes(bytes) {
        return decode(bytes, "iso-2022-jp");
    }
    let charset = charset.map(str::trim).filter(|charset| !charset.is_empty()).unwrap_or_default();
    // Its bytes are ASCII all through; who names it and sends others means the one of personal computers.
    if charset.eq_ignore_ascii_case("iso-2022-jp") && !bytes.is_ascii() {
        return clearly_utf8(bytes).unwrap_or_else(|| decode(bytes, "shift_jis"));
    }
    if is_utf8(charset) || charset_decoder(charset.as_bytes()).is_none() {
        return utf8_or_fallback(bytes);
    }
    // Whoever names Latin 1 or ASCII and sends bytes that happen to be UTF-8 means UTF-8.
    if is_latin(charset)
        && let Some(text) = clearly_utf8(bytes)
    {
        return text;
    }
    decode(bytes, charset)
}

/// The charset that an HTML text names in its own head.
pub(super) fn of_html(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_048)]).to_ascii_lowercase();
    let after = head.split("<meta").skip(1).find_map(|meta| {
        let tag = meta.split('>').next()?;
        tag.split_once("charset=").map(|(_, value)| value.to_owned())
    })?;
    let named = after.trim_start_matches(['"', '\'']);
    let end = named.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).unwrap_or(named.len());
    Some(named[..end].to_owned()).filter(|name| !name.is_empty())
}

/// Header bytes as UTF-8; `charset` is what the body says of itself, the best guess there is.
pub(super) fn header_text<'a>(header: &'a [u8], charset: Option<&str>) -> Cow<'a, [u8]> {
    if has_japanese_escapes(header) {
        return Cow::Owned(decode(header, "iso-2022-jp").into_bytes());
    }
    if std::str::from_utf8(header).is_ok() {
        return Cow::Borrowed(header);
    }
    let charset = charset.filter(|charset| !is_utf8(charset) && !charset.to_ascii_lowercase().starts_with("utf"));
    match charset.filter(|charset| charset_decoder(charset.as_bytes()).is_some()) {
        Some(charset) if charset.eq_ignore_ascii_case("iso-2022-jp") => {
            Cow::Owned(decode(header, "shift_jis").into_bytes())
        }
        Some(charset) => Cow::Owned(decode(header, charset).into_bytes()),
        None => Cow::Owned(utf8_or_fallback(header).into_bytes()),
    }
}

/// ISO-2022-JP switches its alphabets with escapes that mean nothing else.
fn has_japanese_escapes(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .enumerate()
        .any(|(at, byte)| *byte == 0x1b && bytes.get(at + 1..at + 3).is_some_and(|next| next == b"$B" || next == b"$@"))
}

fn decode(bytes: &[u8], charset: &str) -> String {
    match charset_decoder(charset.as_bytes()) {
        Some(decoder) => decoder(bytes),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn is_utf8(charset: &str) -> bool {
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

fn is_latin(charset: &str) -> bool {
    const NAMES: [&str; 7] =
        ["us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "windows-1252", "iso-8859-15"];
    NAMES.iter().any(|name| charset.eq_ignore_ascii_case(name))
}

fn clearly_utf8(bytes: &[u8]) -> Option<String> {
    if bytes.is_ascii() { None } else { std::str::from_utf8(bytes).ok().map(str::to_owned) }
}

/// UTF-8 with a few broken characters stays UTF-8; anything worse is taken for Latin 1.
fn utf8_or_fallback(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lossy = String::from_utf8_lossy(bytes);
    let Cow::Owned(lossy) = lossy else { return lossy.into_owned() };
    let (broken, foreign) = lossy
        .chars()
        .filter(|c| !c.is_ascii())
        .fold((0_usize, 0_usize), |(broken, all), c| (broken + usize::from(c == char::REPLACEMENT_CHARACTER), all + 1));
    if broken * 10 > foreign { decode(bytes, FALLBACK) } else { lossy }
}

fn marked_utf16(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(decode(&bytes[2..], "utf-16le")),
        [0xFE, 0xFF, ..] => Some(decode(&bytes[2..], "utf-16be")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_readable_whatever_the_charset_says() {
        let latin = b"bl\xE5b\xE6r";
        let cases: [(&[u8], Option<&str>, &str); 15] = [
            (latin, Some("iso-8859-1"), "blåbær"),
            (latin, Some("utf-8"), "blåbær"),
            (latin, None, "blåbær"),
            (latin, Some("x-unheard-of"), "blåbær"),
            ("blåbær".as_bytes(), Some("iso-8859-1"), "blåbær"),
            ("blåbær".as_bytes(), Some("us-ascii"), "blåbær"),
            ("blåbær".as_bytes(), None, "blåbær"),
            (b"\xEF\xBB\xBFhei", Some("UTF-8"), "hei"),
            (b"\x80 4", Some("us-ascii"), "€ 4"),
            (b"\xFF\xFEh\0e\0i\0", Some("utf-8"), "hei"),
            (b"\xFE\xFF\0h\0e\0i", None, "hei"),
            (b"h\0e\0i\0\x21", Some("utf-16le"), "hei"),
            (b"\x1b$B$3$s\x1b(B", Some("iso-2022-jp"), "こん"),
            (b"\xC4\xC5", Some("koi8-r"), "де"),
            (b"\x82\xB1\x82\xF1", Some("ISO-2022-JP"), "こん"),
        ];
        for (bytes, charset, expected) in cases {
            assert_eq!(text(bytes, charset).trim_end_matches('\u{FFFD}'), expected, "{charset:?} {bytes:?}");
        }
    }

    #[test]
    fn one_broken_character_does_not_turn_a_long_text_into_nonsense() {
        let mut bytes = "æøå ".repeat(20).into_bytes();
        bytes.push(0xC3);
        assert!(text(&bytes, Some("utf-8")).starts_with("æøå æøå"));
    }

    #[test]
    fn the_charset_named_in_an_html_head_is_found() {
        let cases = [
            ("<html><head><meta charset=\"koi8-r\"></head>", Some("koi8-r")),
            ("<META http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", Some("iso-8859-2")),
            ("<p>charset=utf-7</p>", None),
            ("<meta charset=>", None),
        ];
        for (html, expected) in cases {
            assert_eq!(of_html(html.as_bytes()).as_deref(), expected, "{html}");
        }
    }

    #[test]
    fn raw_header_bytes_are_read_with_the_charset_of_the_body() {
        assert_eq!(&*header_text(b"Subject: \xC4\xC5", Some("koi8-r")), "Subject: де".as_bytes());
        assert_eq!(&*header_text(b"Subject: \x82\xB1", Some("iso-2022-jp")), "Subject: こ".as_bytes());
        assert_eq!(&*header_text(b"Subject: bl\xE5", None), "Subject: blå".as_bytes());
        assert_eq!(&*header_text(b"Subject: bl\xE5", Some("utf-8")), "Subject: blå".as_bytes());
        assert_eq!(&*header_text(b"Subject: \x1b$B$3\x1b(B", None), "Subject: こ".as_bytes());
    }
}
