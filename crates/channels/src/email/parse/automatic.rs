//! Whether a machine wrote the mail. Such mail is kept and shown but never answered by a machine,
//! so that two of them cannot talk to each other for ever (T07, RFC 3834).

use mail_parser::HeaderName;

use super::fields::MailFields;
use super::structure::Part;

/// Why a mail counts as automatic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automatic {
    /// `Auto-Submitted` says so.
    AutoSubmitted,
    /// `Precedence` is bulk, junk, list or auto_reply.
    Precedence,
    /// It comes from a mailing list.
    MailingList,
    /// One of the X-Auto fields of mail programs.
    AutoResponse,
    /// It went through a loop guard.
    Loop,
    /// It has no sender to answer to.
    EmptyReturnPath,
    /// It reports on another mail: a bounce, a read receipt, a complaint.
    Report,
    /// A mail system speaks: mailer-daemon, postmaster.
    MailSystem,
}

impl Automatic {
    /// The reason in logs and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AutoSubmitted => "auto-submitted",
            Self::Precedence => "precedence",
            Self::MailingList => "mailing-list",
            Self::AutoResponse => "auto-response",
            Self::Loop => "loop",
            Self::EmptyReturnPath => "empty-return-path",
            Self::Report => "report",
            Self::MailSystem => "mail-system",
        }
    }
}

/// The first reason that holds, strongest first.
pub(super) fn reason(fields: &MailFields<'_>, mail: &Part, bounced: bool) -> Option<Automatic> {
    let value = |name: &str| fields.raw(name).map(|value| value.to_ascii_lowercase());
    let kind = mail.fields.content_type.as_str();
    if bounced
        || kind == "multipart/report"
        || is_report(kind)
        || value("x-failed-recipients").is_some()
        || is_complaint(fields)
    {
        return Some(Automatic::Report);
    }
    if value("auto-submitted").is_some_and(|value| first_word(&value) != "no") {
        return Some(Automatic::AutoSubmitted);
    }
    if value("return-path").is_some_and(|value| matches!(value.trim(), "<>" | "")) {
        return Some(Automatic::EmptyReturnPath);
    }
    if ["precedence", "x-precedence"].iter().any(|name| value(name).is_some_and(|value| is_bulk(first_word(&value)))) {
        return Some(Automatic::Precedence);
    }
    if value("x-loop").is_some() {
        return Some(Automatic::Loop);
    }
    if fields.names().any(|name| name.starts_with("list-")) {
        return Some(Automatic::MailingList);
    }
    if is_auto_response(fields) || is_away_subject(&fields.subject()) {
        return Some(Automatic::AutoResponse);
    }
    let raw = fields.raw("from").unwrap_or_default();
    let addresses = fields.addresses(&HeaderName::From);
    // Some write their name where an address should be.
    let is_system =
        is_mail_system(raw.trim_matches(['<', '>', ' ', '"']).split([' ', '<', '"']).next().unwrap_or_default());
    (is_system || addresses.iter().any(|from| is_mail_system(&from.address))).then_some(Automatic::MailSystem)
}

/// The mail itself is a report, and not just forwarded as a whole.
fn is_report(kind: &str) -> bool {
    kind.starts_with("message/")
        && !matches!(kind, "message/rfc822" | "message/global" | "message/partial" | "message/external-body")
}

/// Complaints of people who press "this is spam", as one large mailbox provider words them.
fn is_complaint(fields: &MailFields<'_>) -> bool {
    fields.subject().to_lowercase().starts_with("complaint about message from")
}

/// The subject of mails by which programs say that somebody is away. A person's answer to one begins with "Re:".
fn is_away_subject(subject: &str) -> bool {
    const STARTS: &[&str] = &[
        "automatic reply",
        "auto reply",
        "auto-reply",
        "autoreply",
        "auto response",
        "auto-response",
        "autoresponse",
        "auto:",
        "out of office",
        "automatic response",
        "automatisk svar",
        "automatiskt svar",
        "autosvar",
        "auto-svar",
        "automatiskt meddelande",
        "fraværsmelding",
        "frånvarande:",
        "balasan otomatis",
        "jawaban otomatis",
        "automatische antwort",
        "abwesenheit",
        "automatisch antwoord",
        "réponse automatique",
        "respuesta automática",
        "resposta automática",
        "risposta automatica",
        "automatyczna odpowiedź",
        "[automatyczna odpowiedź]",
        "автоответ",
        "自动回复",
        "自動返信",
    ];
    let subject = subject.to_lowercase();
    STARTS.iter().any(|start| subject.trim_start().starts_with(start))
}

fn first_word(value: &str) -> &str {
    value.trim().split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
}

fn is_bulk(precedence: &str) -> bool {
    matches!(precedence, "bulk" | "junk" | "list" | "auto_reply" | "auto-reply")
}

/// `X-Autoreply` and its many cousins: `X-Autorespond`, `X-Auto-Reply-From`. `X-Auto-Response-Suppress` is none of
/// them: it asks not to be answered by a machine, and people's mail programs write it too.
fn is_auto_response(fields: &MailFields<'_>) -> bool {
    fields.names().any(|name| {
        let name = name.replace('-', "");
        let named = ["xautoreply", "xautorespon", "xautoresponse", "xautogenerated", "xmailautoreply"];
        !name.ends_with("suppress") && named.iter().any(|start| name.starts_with(start))
    })
}

fn is_mail_system(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    matches!(local.as_str(), "mailer-daemon" | "postmaster" | "mail-daemon" | "mailerdaemon" | "post_master")
}

/// Whether nobody reads what a machine would answer: the sender asks for no such answers, or the address is one that
/// only writes. People may still answer.
pub(super) fn wants_no_receipt(fields: &MailFields<'_>) -> bool {
    let suppressed = fields.raw("x-auto-response-suppress").is_some_and(|value| {
        let value = value.to_ascii_lowercase();
        value.split([',', ' ']).any(|kind| matches!(kind, "all" | "autoreply" | "oof"))
    });
    suppressed || fields.addresses(&HeaderName::From).iter().any(|from| only_writes(&from.address))
}

/// no-reply@ and its like.
fn only_writes(address: &str) -> bool {
    let local: String = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    let local: String =
        local.split('+').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    const NAMES: &[&str] = &[
        "noreply",
        "donotreply",
        "dontreply",
        "nepasrepondre",
        "ikkesvar",
        "svarinte",
        "svarikke",
        "abuse",
        "root",
        "bounce",
        "bounces",
    ];
    is_mail_system(address)
        || NAMES.contains(&local.as_str())
        || local.ends_with("noreply")
        || local.starts_with("noreply")
}
