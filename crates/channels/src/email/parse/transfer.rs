//! Content-Transfer-Encoding: base64 and quoted-printable, forgiving, since broken ones must still
//! be readable (T19).

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;

/// The bytes that `body` stands for.
pub(super) fn decode<'a>(body: &'a [u8], encoding: &str) -> Cow<'a, [u8]> {
    match encoding {
        "base64" => match base64_decode(body) {
            Some(bytes) => Cow::Owned(bytes),
            None => damaged_base64(body),
        },
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "quoted-printable-word" => {
            let mut out = Vec::with_capacity(body.len());
            unescape(body, &mut out);
            Cow::Owned(out)
        }
        _ => Cow::Borrowed(body),
    }
}

/// Base64 with foreign characters in it: they are left out, unless there are so many that the body
/// was never encoded at all.
fn damaged_base64(body: &[u8]) -> Cow<'_, [u8]> {
    let is_code = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let foreign = body.iter().filter(|byte| !is_code(byte) && !byte.is_ascii_whitespace()).count();
    let spaces = body.iter().filter(|byte| **byte == b' ').count();
    if foreign + spaces > 1 + body.len() / 20 {
        return Cow::Borrowed(body);
    }
    let cleaned: Vec<u8> = body.iter().copied().filter(is_code).collect();
    base64_decode(&cleaned).map_or(Cow::Borrowed(body), Cow::Owned)
}

/// A broken `=` stands for itself; white space before a line break is not part of the text.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let line_break: &[u8] = match line {
            [.., b'\r', b'\n'] => b"\r\n",
            [.., b'\n'] => b"\n",
            _ => b"",
        };
        let (text, line_break) = match text.strip_suffix(b"=") {
            Some(soft) => (soft, &b""[..]),
            None => (text, line_break),
        };
        unescape(text, &mut out);
        out.extend_from_slice(line_break);
    }
    out
}

fn unescape(mut text: &[u8], out: &mut Vec<u8>) {
    while let Some(at) = text.iter().position(|byte| *byte == b'=') {
        out.extend_from_slice(&text[..at]);
        text = &text[at..];
        match text {
            [_, high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                out.push(hex(*high) << 4 | hex(*low));
                text = rest;
            }
            _ => {
                out.push(b'=');
                text = &text[1..];
            }
        }
    }
    out.extend_from_slice(text);
}

fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        _ => digit.saturating_sub(b'A') + 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(encoding: &str, body: &str, expected: &str) {
        let decoded = decode(body.as_bytes(), encoding);
        assert_eq!(String::from_utf8_lossy(&decoded), expected, "{encoding}: {body:?}");
    }

    #[test]
    fn base64_is_read_also_when_damaged() {
        check("base64", "SGVp\r\nIGRl\r\nZw==\r\n", "Hei deg");
        check("base64", "SGVpIGRlZw", "Hei deg");
        check("base64", "SGVp!IGRlZwSGVpIGRlZwSGVpIGRlZw==", "Hei deg\u{4}�V�\u{6}FVpHei deg");
        check("base64", "This was never encoded at all, sorry.", "This was never encoded at all, sorry.");
        check("base64", "", "");
    }

    #[test]
    fn quoted_printable_is_read_also_when_damaged() {
        check("quoted-printable", "bl=C3=A5=\r\nb=C3=A6r \t\r\nx", "blåbær\r\nx");
        check("quoted-printable", "1 =3d 1 =\nja", "1 = 1 ja");
        check("quoted-printable", "50 = 50, a=zz, ==41, tail=", "50 = 50, a=zz, =A, tail");
        check("quoted-printable", "=", "");
        check("quoted-printable", "", "");
    }

    #[test]
    fn other_encodings_are_left_alone() {
        check("8bit", "blå=C3", "blå=C3");
        check("x-uuencode", "begin", "begin");
    }
}
