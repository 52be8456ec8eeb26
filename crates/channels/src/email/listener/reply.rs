//! Answers as they go over the wire.

use super::{Protocol, Refusal, Settings};

/// One answer line.
pub(super) fn line(code: u16, status: &str, text: &str) -> String {
    // What we quote of others must not make a second answer.
    let text: String = text.chars().map(|c| if c.is_ascii_graphic() { c } else { ' ' }).take(400).collect();
    let space = if status.is_empty() { "" } else { " " };
    format!("{code}{space}{status} {}\r\n", text.trim_end())
}

pub(super) fn refusal(refusal: &Refusal) -> String {
    line(refusal.code, refusal.status, &refusal.text)
}

pub(super) fn greeting(settings: &Settings) -> String {
    let protocol = match settings.protocol {
        Protocol::Smtp => "ESMTP",
        Protocol::Lmtp => "LMTP",
    };
    line(220, "", &format!("{} {protocol} Tillit", settings.host_name))
}

pub(super) fn abilities(settings: &Settings) -> String {
    let host = settings.host_name.as_str();
    let size = format!("SIZE {}", settings.limits.message_bytes);
    let lines = [host, "PIPELINING", "8BITMIME", "SMTPUTF8", &size, "ENHANCEDSTATUSCODES"];
    let last = lines.len() - 1;
    lines.iter().enumerate().map(|(n, text)| format!("250{}{text}\r\n", if n == last { ' ' } else { '-' })).collect()
}
