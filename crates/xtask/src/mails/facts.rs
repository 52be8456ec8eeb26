//! What one mail says: each known fact against what our parser makes of the bytes.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use channels::email::MailAddress;
use channels::email::parse::{self, BounceKind, ParsedMail};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::corpus::{Item, Source};
use super::exclusions;
use super::score::{Failure, Kind, Tallies};
use super::texts;

/// A mail may take this long.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts the facts of a source's files.
pub fn measure(source: &Source, tallies: &mut Tallies, failures: &mut Vec<Failure>) {
    for item in &source.items {
        let mut check = Check { source, item, tallies, failures };
        let started = Instant::now();
        let read = std::panic::catch_unwind(AssertUnwindSafe(|| read(&item.bytes)));
        let taken = started.elapsed();
        check.note(Kind::Panics, read.is_ok(), || "panicked".to_owned());
        check.note(Kind::Slow, taken <= PATIENCE, || format!("{taken:?}"));
        let Ok(mail) = read else { continue };
        if item.is_mail() {
            check.mail(mail.as_ref());
        }
        let text = texts::of(item, mail.as_ref());
        check.reply(&text);
        check.forwarded(&text);
    }
}

/// All that the server does with the bytes of a mail before it is written down, and all that it does when someone
/// asks for its files.
fn read(bytes: &[u8]) -> Option<ParsedMail> {
    let mail = parse::parse(bytes).ok()?;
    let _ = words::reply::split(&mail.text);
    let _ = words::forward::read(&mail.subject, &mail.text);
    for part in &mail.attachments {
        let _ = parse::attachment(bytes, &part.part);
    }
    Some(mail)
}

struct Check<'a> {
    source: &'a Source,
    item: &'a Item,
    tallies: &'a mut Tallies,
    failures: &'a mut Vec<Failure>,
}

impl Check<'_> {
    fn note(&mut self, kind: Kind, right: bool, words: impl FnOnce() -> String) {
        self.tallies.count(kind, right);
        if !right {
            let place = format!("{}/{}", self.source.name, self.item.file);
            self.failures.push(Failure { kind, place, words: words() });
        }
    }

    /// Counts a fact unless a rule leaves it out.
    fn fact(&mut self, kind: Kind, fact: &Value, right: bool, words: impl FnOnce() -> String) {
        if exclusions::excluded(&self.source.name, kind, &self.item.facts, fact) {
            self.tallies.exclude(kind);
        } else {
            self.note(kind, right, words);
        }
    }

    fn mail(&mut self, mail: Option<&ParsedMail>) {
        self.people(mail);
        self.lines(mail);
        self.text(mail);
        self.attachments(mail);
        self.machines(mail);
    }

    fn people(&mut self, mail: Option<&ParsedMail>) {
        let from = mail.and_then(|mail| mail.from.as_ref());
        let fact = self.item.own_fact("from_email").or_else(|| self.item.fact("from"));
        if let Some(fact) = fact {
            // Of several senders the first is the one who is answered.
            let wanted: Vec<String> = addresses(fact).into_iter().take(1).collect();
            let found = lower(from);
            self.fact(Kind::From, fact, wanted == found, || format!("{found:?} not {wanted:?}"));
        }
        let to = mail.map(|mail| lower(&mail.to)).unwrap_or_default();
        let cc = mail.map(|mail| lower(&mail.cc)).unwrap_or_default();
        for (kind, name, found) in [(Kind::To, "to", to), (Kind::Cc, "cc", cc)] {
            if let Some(fact) = self.item.fact(name) {
                let wanted = addresses(fact);
                self.fact(kind, fact, wanted == found, || format!("{found:?} not {wanted:?}"));
            }
        }
    }

    fn lines(&mut self, mail: Option<&ParsedMail>) {
        if let Some(fact) = self.item.fact("subject") {
            let wanted = squeezed(fact.as_str().unwrap_or_default());
            let found = mail.map(|mail| squeezed(&mail.subject)).unwrap_or_default();
            self.fact(Kind::Subject, fact, wanted == found, || format!("{found:?} not {wanted:?}"));
        }
        if let Some(fact) = self.item.fact("message_id") {
            let wanted = fact.as_str().unwrap_or_default().trim().trim_matches(['<', '>']).to_owned();
            let found = mail.and_then(|mail| mail.message_id.clone()).unwrap_or_default();
            self.fact(Kind::MessageId, fact, wanted == found, || format!("{found:?} not {wanted:?}"));
        }
    }

    fn text(&mut self, mail: Option<&ParsedMail>) {
        let text = mail.map(|mail| squeezed(&mail.text)).unwrap_or_default();
        let mut missing = None;
        if let Some(fact) = self.item.fact("text_contains") {
            let lines = fact.as_array().into_iter().flatten().filter_map(Value::as_str);
            missing = lines.map(squeezed).find(|line| !text.contains(line.as_str()));
            self.fact(Kind::Text, fact, missing.is_none(), || {
                let start: String = text.chars().take(600).collect();
                format!("{:?} is not in {start:?}", missing.as_deref().unwrap_or_default())
            });
        }
        if let Some(fact) = self.item.fact("charset") {
            let wanted = fact.as_str().unwrap_or_default().to_lowercase();
            let found = mail.and_then(|mail| mail.charset.clone()).unwrap_or_default();
            self.fact(Kind::Charset, fact, wanted == found && missing.is_none(), || {
                format!("{found:?} not {wanted:?}, missing {missing:?}")
            });
        }
    }

    /// Facts name what the sender named. What was not named may be there under a name of ours.
    fn attachments(&mut self, mail: Option<&ParsedMail>) {
        let none = Value::Array(Vec::new());
        let none_by_count = self.item.fact("attachment_count").filter(|count| **count == 0).map(|_| &none);
        let own = self.item.own_fact("attachments").or_else(|| self.item.own_fact("named_attachments"));
        let Some(fact) = own.or_else(|| self.item.fact("named_attachments")).or(none_by_count) else { return };
        let wanted: Vec<(String, Option<u64>)> = fact
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| Some((parse::clean_name(one["name"].as_str()?), one["size"].as_u64())))
            .collect();
        let parts = mail.map(|mail| mail.attachments.as_slice()).unwrap_or_default();
        let mut left: Vec<_> = parts.iter().collect();
        left.sort_by_key(|part| !part.named);
        let all_found = wanted.iter().all(|(name, size)| {
            let fits = |part: &&parse::AttachmentPart| part.name == *name && size.is_none_or(|size| part.size == size);
            left.iter().position(fits).map(|at| left.remove(at)).is_some()
        });
        let right = all_found && !left.iter().any(|part| part.named);
        self.fact(Kind::Attachments, fact, right, || {
            let found: Vec<_> = parts.iter().map(|part| (&part.name, part.size, part.named)).collect();
            format!("{found:?} not {wanted:?}")
        });
    }

    fn machines(&mut self, mail: Option<&ParsedMail>) {
        let bounce = mail.and_then(|mail| mail.bounce.as_ref());
        let failed = bounce.filter(|bounce| bounce.kind == BounceKind::Failed);
        if let Some(fact) = self.item.fact("is_bounce") {
            if *fact == true {
                self.bounce(fact, mail);
            } else {
                self.fact(Kind::BounceFalse, fact, failed.is_none(), || format!("{failed:?}"));
            }
        }
        let reason = mail.and_then(|mail| mail.automatic);
        match self.item.automatic {
            Some(true) => self.note(Kind::Auto, reason.is_some(), || "taken for a person's".to_owned()),
            Some(false) => self.note(Kind::AutoFalse, reason.is_none(), || format!("{reason:?}")),
            None => {}
        }
    }

    fn reply(&mut self, text: &str) {
        let Some(fact) = self.item.fact("visible_reply") else { return };
        let wanted = squeezed(fact.as_str().unwrap_or_default());
        let found = squeezed(&words::reply::split(text).visible());
        self.fact(Kind::VisibleReply, fact, wanted == found, || format!("{found:?}\n    not {wanted:?}"));
    }

    fn forwarded(&mut self, text: &str) {
        let Some(fact) = self.item.fact("forwarded") else { return };
        let wrong = texts::forwarded(self.item, text).err();
        self.fact(Kind::Forwarded, fact, wrong.is_none(), || wrong.clone().unwrap_or_default());
    }

    /// A bounce is recognised when it is taken for one and the recipients that are known to have failed are named.
    fn bounce(&mut self, fact: &Value, mail: Option<&ParsedMail>) {
        let bounce = mail.and_then(|mail| mail.bounce.as_ref());
        let recipients = bounce.map(|bounce| bounce.recipients.as_slice()).unwrap_or_default();
        let wanted = self.item.fact("failed_recipients").map(addresses).unwrap_or_default();
        let named = |address: &String| {
            let is = |found: &str| found.to_lowercase() == *address;
            recipients.iter().any(|one| is(&one.address) || one.final_address.as_deref().is_some_and(is))
        };
        let missing: Vec<_> = wanted.iter().filter(|address| !named(address)).collect();
        let right = bounce.is_some_and(|bounce| bounce.kind == BounceKind::Failed) && missing.is_empty();
        self.fact(Kind::Bounce, fact, right, || format!("{bounce:?}, missing {missing:?}"));
    }
}

/// NFC, white space collapsed.
pub fn squeezed(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lower<'a>(found: impl IntoIterator<Item = &'a MailAddress>) -> Vec<String> {
    found.into_iter().map(|address| address.address.to_lowercase()).collect()
}

/// The addresses of a fact, which is a list of them or the text of a header field.
pub fn addresses(fact: &Value) -> Vec<String> {
    match fact {
        Value::Array(list) => list.iter().flat_map(addresses).collect(),
        Value::Object(one) => one.get("address").map(addresses).unwrap_or_default(),
        Value::String(text) => mailboxes(text),
        _ => Vec::new(),
    }
}

/// `"A, B" <a@x>, b@y (B)`: the address in angle brackets, else the word that looks like one.
fn mailboxes(field: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut quoted = false;
    for one in field.split(|c: char| {
        quoted ^= c == '"';
        matches!(c, ',' | ';') && !quoted
    }) {
        let angle = one.rsplit_once('<').and_then(|(_, rest)| rest.split('>').next());
        let is_edge = |c: char| matches!(c, '<' | '>' | '"' | '\'' | '(' | ')');
        let bare = one.split_whitespace().map(|word| word.trim_matches(is_edge)).find(|word| word.contains('@'));
        found.extend(angle.filter(|angle| angle.contains('@')).or(bare).map(|one| one.trim().to_lowercase()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_a_field_as_in_a_list() {
        let cases = [
            (serde_json::json!(["A@x.example"]), vec!["a@x.example"]),
            (serde_json::json!("\"B, A\" <A@x.example>, b@y.example (B)"), vec!["a@x.example", "b@y.example"]),
            (serde_json::json!("a at x, MAILER-DAEMON (Mail)"), vec![]),
            (serde_json::json!([{"name": "A", "address": "a@x.example"}]), vec!["a@x.example"]),
        ];
        for (fact, expected) in cases {
            assert_eq!(addresses(&fact), expected, "{fact}");
        }
    }
}
