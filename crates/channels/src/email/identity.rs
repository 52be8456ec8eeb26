//! Recognises a mail that is delivered again, also when it took another way.
//!
//! The digest leaves out what mail servers add on the way and how lines end; anything the sender
//! wrote counts, so that different mails stay different.

use sha2::{Digest, Sha256};

/// Fields that servers add or change on the way.
const TRACE: [&[u8]; 13] = [
    b"received",
    b"return-path",
    b"delivered-to",
    b"x-original-to",
    b"x-delivered-to",
    b"envelope-to",
    b"authentication-results",
    b"received-spf",
    b"x-received",
    b"delivery-date",
    b"x-envelope-to",
    b"x-envelope-from",
    b"x-google-smtp-source",
];
/// Beginnings of the names of such fields.
const TRACE_PREFIXES: [&[u8]; 3] = [b"arc-", b"x-spam-", b"x-virus-"];

/// SHA-256 over what the sender wrote.
#[must_use]
pub fn identity(mail: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut in_header = true;
    let mut keep = true;
    // Blank lines at the end come and go on the way; they are counted only when text follows.
    let mut blank = 0_usize;
    for line in mail.split(|byte| *byte == b'\n') {
        let line = trim_returns(line);
        if in_header && !line.is_empty() {
            if !line[0].is_ascii_whitespace() {
                keep = !is_trace(line);
            }
            if !keep {
                continue;
            }
        }
        if line.is_empty() {
            in_header = false;
            blank += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut blank) {
            digest.update(b"\n");
        }
        digest.update(line);
        digest.update(b"\n");
    }
    digest.finalize().into()
}

fn is_trace(line: &[u8]) -> bool {
    let Some(colon) = line.iter().position(|byte| *byte == b':') else { return line.starts_with(b"From ") };
    let name = line[..colon].trim_ascii_end().to_ascii_lowercase();
    TRACE.contains(&name.as_slice())
        || TRACE_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || line.starts_with(b"From ")
}

fn trim_returns(mut line: &[u8]) -> &[u8] {
    while let Some(rest) = line.strip_suffix(b"\r") {
        line = rest;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::identity;

    const MAIL: &str = "From: a@x.example\r\nSubject: Hei\r\n\r\nEn\r\n\r\nTo\r\n";

    #[test]
    fn the_same_mail_by_another_way_is_the_same() {
        let other_ways = [
            MAIL.replace("\r\n", "\n"),
            format!("Received: from b\r\n\tby c; now\r\n{MAIL}"),
            format!("Return-Path: <a@x.example>\nDelivered-To: z\nX-Original-To: q\n{MAIL}"),
            format!("ARC-Seal: i=1\r\n b=2\r\nX-Spam-Score: 4\r\n{MAIL}"),
            format!("authentication-RESULTS : x\r\n{MAIL}"),
            format!("{MAIL}\r\n\r\n"),
            MAIL.trim_end().to_owned(),
            MAIL.replace("Subject", "Received: x\r\nSubject"),
            format!("From a@x.example Mon Jan 1 00:00:00 2026\n{MAIL}"),
        ];
        for other in other_ways {
            assert_eq!(identity(other.as_bytes()), identity(MAIL.as_bytes()), "{other:?}");
        }
    }

    #[test]
    fn different_mails_stay_different() {
        let others = [
            MAIL.replace("Hei", "hei"),
            MAIL.replace("To\r\n", "To.\r\n"),
            MAIL.replace("En\r\n\r\nTo", "En\r\nTo"),
            MAIL.replace("En", " En"),
            format!("X-Order: 7\r\n{MAIL}"),
            format!("{MAIL}Received: from b\r\n"),
            MAIL.replace("Subject: Hei", "Subject: Hei\r\n there"),
            String::new(),
        ];
        for other in others {
            assert_ne!(identity(other.as_bytes()), identity(MAIL.as_bytes()), "{other:?}");
        }
    }
}
