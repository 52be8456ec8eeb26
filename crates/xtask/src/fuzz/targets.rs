//! What is fuzzed: each parser that outsiders can reach, as a function of bytes that must come back.

use std::sync::Arc;

use base::Instant;
use channels::email::{MailAddress, html, message_id, parse, reply_address};
use platform::random::SystemRandom;
use platform::tokens::Claims;
use platform::{Secrets, Tokens};
use words::{forward, language, reply};

/// One parser.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Good input to start from.
    pub seeds: &'static [&'static str],
    /// What is put in between.
    pub words: &'static [&'static str],
    /// Whether real mails are good input, too.
    pub mails: bool,
    /// Tries an input; panics when something does not hold.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "mime", seeds: MAILS, words: MAIL_WORDS, mails: true, run: mime },
    Target { name: "trim", seeds: TEXTS, words: TEXT_WORDS, mails: true, run: trim },
    Target { name: "forward", seeds: TEXTS, words: TEXT_WORDS, mails: true, run: forwarded },
    Target { name: "language", seeds: TEXTS, words: TEXT_WORDS, mails: false, run: detected },
    Target { name: "document", seeds: HTML, words: HTML_WORDS, mails: false, run: html::document_of_bytes },
    Target { name: "original", seeds: HTML, words: HTML_WORDS, mails: false, run: html::original_of_bytes },
    Target { name: "invite", seeds: CALENDARS, words: CALENDAR_WORDS, mails: false, run: invited },
    Target { name: "address", seeds: ADDRESSES, words: ADDRESS_WORDS, mails: false, run: address },
    Target { name: "moving", seeds: MOVED, words: MOVED_WORDS, mails: true, run: moved },
    Target { name: "tokens", seeds: TOKENS, words: &["+", "@", ".", "a", "="], mails: false, run: tokens },
];

const MAILS: &[&str] = &[
    "From: Kari <kari@post.example>\r\nTo: help@shop.example\r\nSubject: =?utf-8?Q?Str=C3=B8m?=\r\n\
     Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
     Content-Transfer-Encoding: quoted-printable\r\n\r\nHei =E5\r\n--b\r\nContent-Type: image/png; name=\"a.png\"\r\n\
     Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\niVBORw0KGgo=\r\n--b--\r\n",
    "From: a@b.example\nContent-Type: text/html\n\n<p>one<ul><li>two<blockquote>three</blockquote>",
    "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; \
     boundary=x\n\n--x\n\nfailed\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n\
     Final-Recipient: rfc822; kari@post.example\nAction: failed\nStatus: 5.1.1\n--x--\n",
];
const MAIL_WORDS: &[&str] = &[
    "\r\n",
    "\r\n\r\n",
    "\n\n",
    "--b",
    "--b--",
    "Content-Type: ",
    "multipart/mixed; boundary=b",
    "message/rfc822",
    "text/calendar",
    "charset=utf-7",
    "charset=iso-2022-jp",
    "=?utf-8?B?",
    "?=",
    "name*0*=",
    "(",
    ")",
    "\\",
    "<",
    ">",
    ";",
    ",",
    ":",
    "\0",
    "\u{feff}",
    "begin 644 a\n",
    "begin:vcalendar\n",
    "-----BEGIN PGP MESSAGE-----\n",
    "From: ",
    "References: ",
    "=\r\n",
    "\t",
    "<div>",
    "</",
    "&#",
];
const HTML: &[&str] = &[
    "<p>Hei <b>du</b> <a href='https://a.example'>her</a><ul><li>en<li>to</ul><img src=cid:x><table><tr><td>a<td>b</table>",
    "<div class=gmail_quote>On Monday x wrote:<blockquote style='color:red'>Hi</blockquote></div><pre>-- \nKari</pre>",
    "<svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><table><mglyph><style>",
];
const HTML_WORDS: &[&str] = &[
    "<", ">", "</", "/>", "<!--", "-->", "\"", "'", "=", "&#", "&lt;", "<p>", "<td>", "<svg>", "<style>", "href=",
    "style=", "\0",
];
const TEXTS: &[&str] = &[
    "Takk for svar.\n\nHilsen Kari\n\nDen 3. mars 2026 kl. 10:12 skrev Butikken <hjelp@shop.example>:\n> Hei\n>> Hva skjer\n",
    "Yes.\n\n-- \nKari\n\n-----Original Message-----\nFrom: Shop <help@shop.example>\nSent: Monday\nTo: Kari\nSubject: x\n\nHi\n",
    "Lihat di bawah\n\n---------- Forwarded message ---------\nDari: Budi <budi@post.example>\nDate: Sen\nSubject: y\nTo: a\n\nHalo\n",
];
const TEXT_WORDS: &[&str] = &[
    "\n",
    "\r\n",
    ">",
    "> ",
    ">>>>",
    "-- \n",
    "On ",
    " wrote:\n",
    "Den ",
    " skrev:\n",
    "Pada ",
    " menulis:\n",
    "From: ",
    "Sent: ",
    "Fra: ",
    "________________________________\n",
    "-----Original Message-----\n",
    "*From:* ",
    "\u{200e}",
    "\u{2028}",
    "\u{a0}",
    "<a@b.example>",
];
const CALENDARS: &[&str] = &[
    "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Befaring\\, sti\r\n  og hytte\r\n\
     DTSTART;TZID=Europe/Oslo:20261118T140000\r\nDURATION:PT1H\r\nORGANIZER;CN=\"Nes, Kari\":mailto:kari@post.example\r\n\
     BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\n\
     ATTENDEE;PARTSTAT=ACCEPTED:mailto:ola@post.example\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR\n",
];
const CALENDAR_WORDS: &[&str] = &[
    "BEGIN:",
    "END:",
    "VEVENT",
    "VALARM",
    "\r\n",
    "\n ",
    ":",
    ";",
    "=",
    "\"",
    "\\",
    "\\n",
    "Z",
    "T",
    "99991231T235959Z",
    "DTEND:",
    "DURATION:",
    "PT",
    "P",
    "-",
    "TZID=",
    "20260229",
    "mailto:",
    "\u{202e}",
    "\0",
];
const ADDRESSES: &[&str] =
    &["Kari Nes <kari@post.example>", "\"Nes, Kari\" <kari@xn--bcher-kva.example>", "kari+abc@post.example"];
const ADDRESS_WORDS: &[&str] = &["@", "<", ">", "\"", "\\", "\u{202e}", "\u{200b}", "xn--", "а", "..", "(", ":", ";"];
const MOVED: &[&str] = &[
    "number;customer email;kind;at;text;files\r\n17;kari@post.example;reply;01.03.2024 10:22;\"Hei,\r\n\"\"du\"\"\";a/b.pdf\r\n",
    "{\"number\": 17, \"tags\": [\"a\"], \"messages\": [{\"at\": 1709288525, \"text\": \"Hi\", \"files\": [\"../a\"]}]}\n",
    "From a@b.example Fri Mar  1 10:00:00 2024\nFrom: a@b.example\nDate: Fri, 1 Mar 2024 10:00:00 +0100\n\n>From x\n\nFrom y\n",
];
const MOVED_WORDS: &[&str] =
    &["\n\nFrom ", "\r\n", "\"\"", ";", ",", "{", "}", "\\u0000", "../", "2024-03-01", "\u{feff}", "sep=;\n"];

const TOKENS: &[&str] =
    &["help+abcdefghij234567@shop.example", "<r.abc.def@shop.example> <x@y.example>", "eyJhIjoxfQ.c2ln"];

fn text(input: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(input)
}

fn mime(input: &[u8]) {
    let Ok(mail) = parse::parse(input) else { return };
    for file in mail.attachments.iter().take(20) {
        assert!(!file.name.contains(['/', '\\', '\0', '\n']), "a name that leaves its folder");
        let _ = parse::attachment(input, &file.part);
    }
}

/// Cuts and reads a file of conversations as each kind of file.
fn moved(input: &[u8]) {
    use channels::moving::shapes::{ALL, About, read_heading};
    let (plan, _) = read_heading(input);
    let own = channels::mailboxes::Own::default();
    let zone = jiff::tz::TimeZone::UTC;
    for shape in ALL {
        let mut rest = input;
        while let Some(cut) = shape.cut(rest, true, &plan) {
            assert!(cut.length > 0 && cut.length <= rest.len(), "a record that is none");
            let _ = shape.read(&rest[..cut.length], &About { plan: &plan, zone: &zone, own: &own });
            rest = &rest[cut.length..];
        }
    }
}

fn invited(input: &[u8]) {
    let Some(meeting) = channels::email::invite::invite(input) else { return };
    let lines = [&meeting.title, &meeting.place];
    assert!(lines.iter().all(|line| !line.contains(char::is_control)), "a line that is several");
}

fn trim(input: &[u8]) {
    let text = text(input);
    let parts = reply::split(&text);
    let whole: String = parts.iter().map(|(_, piece)| piece).collect();
    assert_eq!(whole, text, "something was lost or added");
    assert!(!text.contains(char::is_alphanumeric) || !parts.visible().is_empty(), "everything was folded");
}

fn forwarded(input: &[u8]) {
    let text = text(input);
    let (subject, body) = text.split_once('\n').unwrap_or(("", &text));
    let _ = forward::read(subject, body);
}

fn detected(input: &[u8]) {
    let _ = language::detect(&text(input));
}

fn address(input: &[u8]) {
    let text = text(input);
    let (name, address) = text.split_once('<').unwrap_or((&text, &text));
    if let Some(found) = MailAddress::read(Some(name), address.trim_end_matches('>')) {
        let shown = found.shown(|_| false);
        assert!(
            !shown.name.unwrap_or_default().contains(['\n', '\r', '\0', '\u{202e}']),
            "a name that hides something"
        );
    }
}

fn tokens(input: &[u8]) {
    let text = text(input);
    if let Some(token) = reply_address::token("help@shop.example", &text) {
        assert!(reply_address::join("help@shop.example", token).is_some_and(|again| again.eq_ignore_ascii_case(&text)));
    }
    let _ = message_id::token(&text, "shop.example");
    let tokens = Tokens::new(&Secrets::from_key(&[7; 32], Arc::new(SystemRandom)));
    assert!(tokens.read("link", &text, Instant::UNIX_EPOCH).is_err(), "a token nobody issued");
    assert!(tokens.read_compact("reply", &text).is_err(), "a MAC nobody made");
    let object: String = text.chars().take(60).collect();
    let claims = Claims { purpose: "link", object, person: String::new(), expires: None };
    assert_eq!(tokens.read("link", &tokens.issue(&claims), Instant::UNIX_EPOCH), Ok(claims));
}
