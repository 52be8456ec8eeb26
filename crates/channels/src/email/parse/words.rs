//! Encoded words (RFC 2047) of the subject line: `=?utf-8?Q?bl=C3=A5?=`.
//!
//! Done here and not by mail-parser, since real senders cut characters between two words and
//! forget the space behind a word.

use super::charset;
use super::transfer;

struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
    rest: &'a str,
}

/// `text` with its encoded words decoded.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<(&str, Vec<u8>)> = None;
    let mut rest = text;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let Some(word) = read(from) else {
            flush(&mut pending, &mut out);
            out.push_str(before);
            out.push_str("=?");
            rest = &from[2..];
            continue;
        };
        // White space between two words is not part of the text.
        let joins = pending.as_ref().is_some_and(|(charset, _)| charset.eq_ignore_ascii_case(word.charset))
            // Here each word switches its alphabets anew.
            && !word.charset.to_ascii_lowercase().starts_with("iso-2022")
            && before.trim().is_empty();
        if joins {
            if let Some((_, bytes)) = &mut pending {
                bytes.extend_from_slice(&word.bytes);
            }
        } else {
            let follows_word = pending.is_some();
            flush(&mut pending, &mut out);
            if !(follows_word && before.trim().is_empty()) {
                out.push_str(before);
            }
            pending = Some((word.charset, word.bytes));
        }
        rest = word.rest;
    }
    flush(&mut pending, &mut out);
    out.push_str(rest);
    out
}

fn flush(pending: &mut Option<(&str, Vec<u8>)>, out: &mut String) {
    if let Some((charset, bytes)) = pending.take() {
        out.push_str(&charset::text(&bytes, Some(charset)));
    }
}

/// Reads the encoded word at the start of `text`.
fn read(text: &str) -> Option<Word<'_>> {
    // Longer ones exist than the 75 characters of the standard, but not without bound.
    const LENGTH_MAX: usize = 2_000;
    let body = text.strip_prefix("=?")?;
    let (charset, after) = body.split_once('?')?;
    if charset.is_empty() || charset.len() > 60 || charset.contains(char::is_whitespace) {
        return None;
    }
    let (encoding, data) = (after.get(..2)?, after.get(2..)?);
    let window = data.len().min(LENGTH_MAX);
    let end = data.as_bytes()[..window].windows(2).position(|pair| pair == b"?=")?;
    let (data, rest) = (&data[..end], &data[end + 2..]);
    let bytes = match encoding {
        "q?" | "Q?" => {
            transfer::decode(data.replace('_', " ").replace('\n', "").as_bytes(), "quoted-printable-word").into_owned()
        }
        "b?" | "B?" => transfer::decode(data.as_bytes(), "base64").into_owned(),
        _ => return None,
    };
    // A language may follow the charset (RFC 2231).
    Some(Word { charset: charset.split('*').next().unwrap_or(charset), bytes, rest })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn subjects_are_read_as_their_writers_meant_them() {
        let cases = [
            ("plain", "plain"),
            ("=?utf-8?Q?bl=C3=A5b=C3=A6r?=", "blåbær"),
            ("=?UTF-8?B?YmzDpWLDpnI=?= =?utf-8?b?IG9n?= mer", "blåbær og mer"),
            ("=?utf-8?Q?bl=C3?= =?utf-8?Q?=A5?=", "blå"),
            ("=?utf-8?B?YmzD?=\t=?UTF-8?B?pQ==?=", "blå"),
            ("=?iso-8859-1?Q?=E5?= =?utf-8?Q?=C3=A6?=", "åæ"),
            ("Re: =?utf-8?Q?a_b?=. End", "Re: a b. End"),
            ("=?iso-2022-jp?B?GyRCJDMbKEI=?= =?iso-2022-jp?B?GyRCJDMbKEI=?=", "ここ"),
            ("=?utf-8*nb?Q?a?=", "a"),
            ("=?utf-8?Q?a_=?=", "a ="),
            ("=?utf-8?X?a?= b", "=?utf-8?X?a?= b"),
            ("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
            ("1 =? 2", "1 =? 2"),
            ("=?", "=?"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text), expected, "{text}");
        }
    }
}
