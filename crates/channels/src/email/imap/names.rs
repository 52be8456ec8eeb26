//! Names of folders: IMAP writes letters beyond ASCII in a form of its own (RFC 3501, 5.1.3), people
//! do not. Pure.

use data_encoding::BASE64_NOPAD;

/// As people read it. What is bent stays as it is.
#[must_use]
pub fn for_people(wire: &str) -> String {
    decode(wire).unwrap_or_else(|| wire.to_owned())
}

fn decode(wire: &str) -> Option<String> {
    let mut text = String::with_capacity(wire.len());
    let mut rest = wire;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let (coded, after) = rest[at + 1..].split_once('-')?;
        if coded.is_empty() {
            text.push('&');
        } else {
            let bytes = BASE64_NOPAD.decode(coded.replace(',', "/").as_bytes()).ok()?;
            let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            text.extend(char::decode_utf16(units).collect::<Result<Vec<_>, _>>().ok()?);
        }
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

/// As IMAP writes it.
#[must_use]
pub fn for_wire(name: &str) -> String {
    let (mut wire, mut foreign) = (String::with_capacity(name.len()), Vec::new());
    for c in name.chars() {
        if matches!(c, ' '..='~') {
            close(&mut wire, &mut foreign);
            wire.push(c);
            if c == '&' {
                wire.push('-');
            }
        } else {
            foreign.extend(c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_be_bytes()));
        }
    }
    close(&mut wire, &mut foreign);
    wire
}

fn close(wire: &mut String, foreign: &mut Vec<u8>) {
    if !foreign.is_empty() {
        wire.push('&');
        wire.push_str(&BASE64_NOPAD.encode(foreign).replace('/', ","));
        wire.push('-');
        foreign.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        let cases = [
            ("INBOX", "INBOX"),
            ("Sent & done", "Sent &- done"),
            ("Behandlet på nytt", "Behandlet p&AOU- nytt"),
            ("Tom/日本語", "Tom/&ZeVnLIqe-"),
            ("\u{1f600}", "&2D3eAA-"),
            ("", ""),
        ];
        for (people, wire) in cases {
            assert_eq!(for_wire(people), wire);
            assert_eq!(for_people(wire), people);
        }
    }

    #[test]
    fn what_is_bent_stays_as_it_is() {
        for bent in ["a & b", "&!!!!-", "&2D0-", "&"] {
            assert_eq!(for_people(bent), bent);
        }
    }
}
