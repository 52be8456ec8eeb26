//! The notices of mail systems that write no report: qmail, Exim, old Sendmail, Exchange, Domino and their like.
//!
//! A notice is a text for people. It is taken for one only when a mail system wrote it and it says in so many words
//! that a mail was not delivered.

use super::{BounceKind, BouncedRecipient, RECIPIENTS_MAX, Read, reason, words};
use crate::email::MailAddress;
use crate::email::parse::fields::starts_with;

/// Most lines of a notice that are looked at.
const LINES_MAX: usize = 400;

/// What a failure is called.
const FAILURE: &[&str] = &[
    "undeliver",
    "delivery fail",
    "failed delivery",
    "failure delivery",
    "delivery has failed",
    "delivery problem",
    "delivery error",
    "delivery status notification (failure)",
    "failure notice",
    "failure reasons",
    "mail failed",
    "message failed",
    "returned mail",
    "returned to sender",
    "returning message",
    "returning to sender",
    "mail system error",
    "not be delivered",
    "not been delivered",
    "not delivered",
    "unable to deliver",
    "cannot deliver",
    "could not deliver",
    "couldn't deliver",
    "failed to deliver",
    "trouble delivering",
    "error sending your mail",
    "unable to send",
    "unsent message",
    "did not reach",
    "couldn't be delivered",
    "can't be delivered",
    "permanent fatal error",
    "permanent error",
    "fatal errors",
    "rejected by a remote",
    "was rejected",
    "user unknown",
    "unknown user",
    "no such user",
    "invalid user",
    "exceeds allowed size",
    "host unknown",
    "kunne ikke leveres",
    "kunne ikke levere",
    "ikke leveret",
    "ikke levert",
    "kunde inte levereras",
    "inte levererat",
    "tidak dapat dikirim",
    "tidak terkirim",
    "gagal dikirim",
    "nicht zugestellt",
    "unzustellbar",
    "konnte nicht",
    "n'a pas pu être",
    "non remis",
    "no se pudo entregar",
    "no se ha podido entregar",
    "não pôde ser entregue",
    "impossibile recapitare",
    "не может быть доставлено",
    "не доставлено",
    "送信できません",
    "配送できません",
    "送信に失敗",
    "配信できません",
    "无法投递",
    "退信",
];

/// What lateness is called.
const DELAY: &[&str] = &[
    "still being retried",
    "delivery status notification (delay)",
    "warning message only",
    "not yet been delivered",
    "delivery attempts will continue",
    "will be retried",
    "will keep trying",
    "could not send message for past",
    "could not send mail for past",
    "notification: delayed",
    "notification: warning",
    "delivery delayed",
    "has been delayed",
    "message delayed",
    "forsinket",
    "försenat",
    "tertunda",
];

/// Where the notice ends and the mail begins that it returns.
const RETURNED: &[&str] = &[
    "copy of the message",
    "copy of your message",
    "original message",
    "original mail",
    "returned message",
    "message follows",
    "bounced e-mail",
    "message headers",
    "headers of the message",
    "header of the message",
    "undelivered message",
];

/// Reads a notice; `None` when the mail is none.
pub(super) fn read(mail: &Read<'_>) -> Option<(BounceKind, Vec<BouncedRecipient>)> {
    let named = named_by_header(mail);
    let is_report = mail.parts.first().is_some_and(|root| root.fields.content_type == "multipart/report");
    if named.is_empty() && !is_report && !is_from_system(mail) {
        return None;
    }
    let lines = notice_lines(mail.text);
    let subject = mail.fields.subject().to_lowercase();
    let text = format!("{subject}\n{}", lines.join("\n").to_lowercase());
    let says = |list: &[&str]| list.iter().any(|phrase| text.contains(phrase));
    let kind = if says(DELAY) && !text.contains("permanent") && named.is_empty() {
        BounceKind::Delayed
    } else if says(FAILURE) || !named.is_empty() {
        BounceKind::Failed
    } else {
        return None;
    };
    let mut recipients = recipients(&lines, &mail.own_addresses());
    for address in named {
        if !recipients.iter().any(|known| known.address.eq_ignore_ascii_case(&address)) {
            recipients.push(recipient(address, String::new()));
        }
    }
    recipients.truncate(RECIPIENTS_MAX);
    Some((kind, recipients))
}

/// Exim and others name the recipients in a field of the header.
fn named_by_header(mail: &Read<'_>) -> Vec<String> {
    let value = mail.fields.raw("x-failed-recipients").unwrap_or_default();
    value
        .split([',', ' '])
        .filter_map(|one| MailAddress::read(None, one))
        .map(|one| one.address)
        .take(RECIPIENTS_MAX)
        .collect()
}

/// Whether a mail system says that it wrote this: by its name, or by leaving no address to answer to.
pub(super) fn is_from_system(mail: &Read<'_>) -> bool {
    const NAMES: &[&str] = &[
        "mailer-daemon",
        "mailerdaemon",
        "mail-daemon",
        "mailer daemon",
        "postmaster",
        "post_master",
        "mail deliver",
        "mail.deliver",
        "delivery subsystem",
        "delivery system",
        "system administrator",
        "ndr administrator",
    ];
    let empty = |name: &str| mail.fields.raw(name).is_some_and(|value| matches!(value.trim(), "<>" | ""));
    let raw = mail.fields.raw("from").unwrap_or_default();
    let from = crate::email::parse::words::decode(&raw).to_lowercase();
    let returns_a_mail = (from.contains("no-reply") || from.contains("noreply")) && mail.has(&["message/rfc822"]);
    NAMES.iter().any(|name| from.contains(name))
        || returns_a_mail
        || empty("return-path")
        || empty("from")
        || empty("envelope-from")
}

/// What the system has to say about an address, where its report does not say it.
pub(super) fn words_about(mail: &Read<'_>, address: &str) -> String {
    let found = recipients(&notice_lines(mail.text), &[]);
    let about = found.into_iter().find(|one| one.address.eq_ignore_ascii_case(address));
    about.map(|one| one.words).unwrap_or_default()
}

/// The lines of the notice itself.
fn notice_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.lines().take(LINES_MAX) {
        let plain = line.trim().trim_matches(['-', '*', '#', '=', ' ', ':', '.']);
        let is_mark = line.trim_start().starts_with(['-', '*', '#', '=']) || plain.len() < 60;
        let low = plain.to_lowercase();
        let ends = is_mark
            && low.len() < 120
            && RETURNED.iter().any(|mark| low.contains(mark) && !low.contains("was received"));
        let is_header = ["received: ", "return-path:", "message-id: <", "dkim-signature:"]
            .iter()
            .any(|name| starts_with(line, name));
        if (ends || is_header) && !lines.is_empty() {
            break;
        }
        lines.push(line);
    }
    lines
}

/// Who did not get it: addresses at the start of a line, or behind a reply code; failing that, in a sentence.
fn recipients(lines: &[&str], own: &[String]) -> Vec<BouncedRecipient> {
    let places: Vec<(usize, String)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, leading(line)?))).collect();
    let mut found: Vec<BouncedRecipient> = Vec::new();
    for (index, (at, address)) in places.iter().enumerate() {
        let end = places.get(index + 1).map_or(lines.len(), |next| next.0);
        // The reason may follow after a blank line and the word "because".
        let about = lines[*at..end].iter().take(8).copied().collect::<Vec<_>>().join(" ");
        add(&mut found, own, address, &about);
    }
    if found.is_empty() {
        for line in lines.iter().filter(|line| !is_about_sender(line)) {
            for address in addresses(line) {
                add(&mut found, own, &address, line);
            }
        }
    }
    found
}

fn add(found: &mut Vec<BouncedRecipient>, own: &[String], address: &str, about: &str) {
    let low = address.to_lowercase();
    let is_system = ["postmaster@", "mailer-daemon@", "abuse@"].iter().any(|start| low.starts_with(start));
    if is_system || own.contains(&low) || found.len() >= RECIPIENTS_MAX {
        return;
    }
    match found.iter_mut().find(|known| known.address.eq_ignore_ascii_case(address)) {
        // What is said twice is said better where there is a code, or a reason that is understood.
        Some(known) if known.status.is_none() && !known.hard => {
            let again = recipient(address.to_owned(), words(about));
            if again.status.is_some() || again.hard {
                *known = again;
            }
        }
        Some(_) => {}
        None => found.push(recipient(address.to_owned(), words(about))),
    }
}

fn recipient(address: String, words: String) -> BouncedRecipient {
    let said = words.replace(&address, " ");
    let status = reason::enhanced_status(&said).map(str::to_owned);
    BouncedRecipient { hard: reason::is_hard(status.as_deref(), &said), address, final_address: None, status, words }
}

/// The address that a line begins with, also behind a bullet, a label or a reply code.
fn leading(line: &str) -> Option<String> {
    if is_about_sender(line) {
        return None;
    }
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•' | '>'));
    let mut tokens = line.split_whitespace();
    let first = tokens.next()?;
    let is_label = |word: &str| {
        let word = word.to_ascii_lowercase();
        matches!(word.as_str(), "recipient:" | "recipients:" | "to:" | "address:" | "user:" | "rcpt")
    };
    let is_code = first.len() == 3 && first.bytes().all(|byte| byte.is_ascii_digit());
    let token = if is_label(first) || is_code { tokens.next()? } else { first };
    let token = if is_code && reason::enhanced_status(token).is_some() { tokens.next()? } else { token };
    address(token)
}

fn is_about_sender(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '-'));
    ["from:", "sender:", "mail from", "return-path", "reply-to", "message-id", "subject:", "x-"]
        .iter()
        .any(|start| starts_with(line, start))
}

fn addresses(line: &str) -> Vec<String> {
    line.split_whitespace().filter_map(address).collect()
}

fn address(token: &str) -> Option<String> {
    let token = match token.split_once('<') {
        Some((_, inside)) => inside.split('>').next().unwrap_or_default(),
        None => token,
    };
    let token = token.trim_start_matches("mailto:");
    let token = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '+' | '='));
    let read = MailAddress::read(None, token)?;
    let (local, domain) = read.address.rsplit_once('@')?;
    (domain.contains('.') && !local.contains([':', '/', '='])).then_some(read.address)
}
