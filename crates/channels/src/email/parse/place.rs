//! Where a part lies in the raw mail, as a short text that is kept beside it: so a picture of a mail of
//! 50 MB is cut out without reading the mail again.
//!
//! Whoever reads one back gets bytes or nothing; a bent text reads other bytes of the same mail, never more.

use std::fmt;
use std::ops::Range;

use super::structure::Part;
use super::{charset, transfer};

/// Where a part's bytes lie, and how they are packed: `120-980:base64;utf-8`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its bytes in the raw mail.
    pub range: Range<usize>,
    encoding: String,
    charset: String,
}

impl Place {
    pub(super) fn of(part: &Part) -> Self {
        let plain = |text: &str| text.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
        let charset = part.fields.charset.as_deref().unwrap_or_default();
        Self { range: part.body.clone(), encoding: plain(&part.fields.encoding), charset: plain(charset) }
    }

    /// Reads what `Display` wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (range, rest) = text.split_once(':')?;
        let (start, end) = range.split_once('-')?;
        let (encoding, charset) = rest.split_once(';')?;
        let range = start.parse().ok()?..end.parse().ok()?;
        (range.start <= range.end).then(|| Self { range, encoding: encoding.to_owned(), charset: charset.to_owned() })
    }

    /// The part's own bytes; `piece` is its range of the raw mail.
    #[must_use]
    pub fn content(&self, piece: &[u8]) -> Vec<u8> {
        transfer::decode(piece, &self.encoding).into_owned()
    }

    /// The part as text, of at most `most` bytes before decoding; HTML may name its charset itself.
    pub(super) fn text(&self, piece: &[u8], most: usize) -> String {
        let bytes = self.content(piece);
        let bytes = &bytes[..bytes.len().min(most)];
        let named = Some(self.charset.clone()).filter(|name| !name.is_empty()).or_else(|| charset::of_html(bytes));
        charset::text(bytes, named.as_deref())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}:{};{}", self.range.start, self.range.end, self.encoding, self.charset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = Place { range: 3..9, encoding: "base64".into(), charset: "utf-8".into() };
        assert_eq!(place.to_string(), "3-9:base64;utf-8");
        assert_eq!(Place::read("3-9:base64;utf-8"), Some(place.clone()));
        assert_eq!(place.content(b"aGVp\r\n"), b"hei");
        assert_eq!(Place { encoding: String::new(), ..place }.text(b"hei og", 3), "hei");
        for bad in ["", "3", "3-9", "3-9:", "9-3:;", "-1-9:;", "a-b:;", "3-99999999999999999999:;"] {
            assert_eq!(Place::read(bad), None, "{bad}");
        }
    }
}
