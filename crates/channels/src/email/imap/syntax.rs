//! The grammar of IMAP as far as we speak it: arguments, sets of numbers, last lines, dates. Pure.

use imap_proto::Response;

use crate::email::trouble::{Kind, Trouble};

/// Brackets within brackets that an honest answer of ours may hold.
const DEEPEST: usize = 32;

/// Where the announcement of a literal ends; cannot stand in a quoted string of ours.
pub(super) const LITERAL_BREAK: &[u8] = b"}\r\n";

/// A text as an argument: quoted where that can be, else a literal.
pub(super) fn argument(text: &str) -> Vec<u8> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"{quoted}\"").into_bytes();
    }
    // No NUL may stand anywhere, and line breaks stand in no name or password.
    let text: String = text.chars().filter(|c| !matches!(c, '\0' | '\r' | '\n')).collect();
    format!("{{{}}}\r\n{text}", text.len()).into_bytes()
}

/// `1:3,7` for 1, 2, 3 and 7.
pub(super) fn set(uids: &[u32]) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for &uid in uids {
        match parts.last_mut() {
            Some((_, last)) if uid == last.wrapping_add(1) => *last = uid,
            _ => parts.push((uid, uid)),
        }
    }
    let shown = parts.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}:{b}") });
    shown.collect::<Vec<_>>().join(",")
}

/// A response as the parser understands it; what it does not is nothing to us.
pub(super) fn parsed(bytes: &[u8]) -> Option<Response<'_>> {
    let mut depth = 0_usize;
    let mut deepest = 0;
    // Brackets of a literal count as well: a mail may hold what it likes, so only its line is looked at.
    for byte in bytes.iter().take_while(|byte| **byte != b'\n') {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest > DEEPEST {
        return None;
    }
    Response::from_bytes(bytes).ok().map(|(_, response)| response)
}

pub(super) fn ended(bytes: &[u8], tag: &str) -> Option<Result<(), Trouble>> {
    ended_with(bytes, tag).map(|ended| ended.map(|_| ()))
}

/// The last line of a command: yes with its words, or no.
pub(super) fn ended_with(bytes: &[u8], tag: &str) -> Option<Result<String, Trouble>> {
    let rest = bytes.strip_prefix(tag.as_bytes())?.strip_prefix(b" ")?;
    let text = String::from_utf8_lossy(rest);
    let (status, words) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    Some(if status.eq_ignore_ascii_case("OK") {
        Ok(words.to_owned())
    } else {
        Err(Trouble::new(Kind::ServerSaysNo, words))
    })
}

/// `17-Jul-1996 02:44:25 -0700`.
pub(super) fn instant(date: &str) -> Option<base::Instant> {
    jiff::fmt::strtime::parse("%d-%b-%Y %H:%M:%S %z", date.trim()).ok()?.to_timestamp().ok()
}

/// `1-Feb-1994`: a day as servers search for it, whatever language this machine speaks.
pub(super) fn day(day: jiff::civil::Date) -> String {
    day.strftime("%-d-%b-%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_can_hold_anything() {
        assert_eq!(argument("a \"b\" \\c"), b"\"a \\\"b\\\" \\\\c\"");
        assert_eq!(argument("p\u{e5}"), "{3}\r\npå".as_bytes());
        assert_eq!(argument("a\r\nb"), b"{2}\r\nab");
        assert_eq!(argument(""), b"\"\"");
    }

    #[test]
    fn sets_are_short() {
        assert_eq!(set(&[1, 2, 3, 7, 9, 10]), "1:3,7,9:10");
        assert_eq!(set(&[4]), "4");
    }

    #[test]
    fn the_servers_dates_are_read() {
        for date in ["18-Nov-2026 13:48:00 +0100", " 8-Nov-2026 00:00:00 +0000"] {
            assert!(instant(date).is_some(), "{date}");
        }
        assert_eq!(instant("yesterday"), None);
        assert_eq!(day(jiff::civil::date(2026, 2, 3)), "3-Feb-2026");
    }

    #[test]
    fn answers_without_end_of_brackets_are_not_read() {
        let deep = format!("* 1 FETCH (BODYSTRUCTURE {}{})\r\n", "(".repeat(100_000), ")".repeat(100_000));
        assert!(parsed(deep.as_bytes()).is_none());
        assert!(parsed(b"* 1 FETCH (UID 7 RFC822.SIZE 12)\r\n").is_some());
    }
}
