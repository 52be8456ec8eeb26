//! Delivery status reports by the standard (RFC 3464, RFC 6533).

use super::{BounceKind, BouncedRecipient, RECIPIENTS_MAX, Read, notice, reason, words};
use crate::email::MailAddress;
use crate::email::parse::fields::starts_with;

/// What a mail's report says.
pub(super) enum Found {
    /// Somebody did not get it, or not yet.
    Bounce(BounceKind, Vec<BouncedRecipient>),
    /// All is well.
    Delivered,
    /// There is no report.
    Nothing,
}

/// Reads the report of a mail.
pub(super) fn read(mail: &Read<'_>) -> Found {
    let is_report = |kind: &str| matches!(kind, "message/delivery-status" | "message/global-delivery-status");
    let mut groups = Vec::new();
    for part in mail.parts.iter().filter(|part| is_report(&part.fields.content_type)) {
        groups.extend(groups_of(&mail.content(part)));
    }
    let groups: Vec<Group> = groups.into_iter().filter(Group::names_somebody).take(RECIPIENTS_MAX).collect();
    if groups.is_empty() {
        return Found::Nothing;
    }
    let kinds: Vec<Option<BounceKind>> = groups.iter().map(Group::kind).collect();
    let worst = [BounceKind::Failed, BounceKind::Delayed].into_iter().find(|kind| kinds.contains(&Some(*kind)));
    let Some(worst) = worst else { return Found::Delivered };
    let concerned = groups.iter().zip(&kinds).filter(|(_, kind)| **kind == Some(worst));
    let mut recipients: Vec<BouncedRecipient> = concerned.filter_map(|(group, _)| group.recipient()).collect();
    for recipient in recipients.iter_mut().filter(|recipient| recipient.words.is_empty()) {
        recipient.words = notice::words_about(mail, &recipient.address);
        recipient.hard = reason::is_hard(recipient.status.as_deref(), &recipient.words);
    }
    Found::Bounce(worst, recipients)
}

/// The fields about one recipient.
#[derive(Default)]
struct Group {
    fields: Vec<(String, String)>,
}

impl Group {
    fn value(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(field, value)| field == name && !value.trim().is_empty());
        field.map(|(_, value)| value.trim())
    }

    fn names_somebody(&self) -> bool {
        self.value("final-recipient").or_else(|| self.value("original-recipient")).is_some()
    }

    fn status(&self) -> Option<&str> {
        self.value("status").and_then(reason::enhanced_status)
    }

    fn kind(&self) -> Option<BounceKind> {
        let action = self.value("action").unwrap_or_default().to_ascii_lowercase();
        match action.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default() {
            "failed" | "failure" | "fail" => Some(BounceKind::Failed),
            "delayed" => Some(BounceKind::Delayed),
            "delivered" | "relayed" | "expanded" | "deliverable" => None,
            _ => match self.status().unwrap_or("5").as_bytes().first() {
                Some(b'2') => None,
                Some(b'4') => Some(BounceKind::Delayed),
                _ => Some(BounceKind::Failed),
            },
        }
    }

    fn recipient(&self) -> Option<BouncedRecipient> {
        let original = self.value("original-recipient").and_then(address);
        let last = self
            .value("final-recipient")
            .and_then(address)
            .or_else(|| self.value("x-actual-recipient").and_then(address));
        let address = original.clone().or_else(|| last.clone())?;
        let said = self.value("diagnostic-code").map(|code| words(after_type(code))).unwrap_or_default();
        let status = self.status().map(str::to_owned);
        // "5.0.0" says no more than that it failed; what the server said may say more.
        let told = status
            .clone()
            .filter(|status| !status.ends_with(".0.0"))
            .or_else(|| reason::enhanced_status(&said).map(str::to_owned));
        let status = told.or(status);
        Some(BouncedRecipient {
            final_address: last.filter(|last| !last.eq_ignore_ascii_case(&address)),
            hard: reason::is_hard(status.as_deref(), &said),
            status,
            words: said,
            address,
        })
    }
}

/// `rfc822; a@b` or what stands there without a type.
fn after_type(value: &str) -> &str {
    match value.split_once(';') {
        Some((kind, rest)) if kind.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => {
            rest.trim()
        }
        _ => value.trim(),
    }
}

fn address(value: &str) -> Option<String> {
    let plain = after_type(value).trim_matches(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
    let plain = plain.split_whitespace().next().unwrap_or_default().trim_matches(['<', '>']);
    MailAddress::read(None, plain).map(|read| read.address)
}

/// Splits a report at its blank lines; folded lines are joined.
fn groups_of(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut current = Group::default();
    for line in text.lines() {
        if line.trim().is_empty() {
            groups.push(std::mem::take(&mut current));
        } else if line.starts_with([' ', '\t'])
            && let Some((_, value)) = current.fields.last_mut()
        {
            value.push(' ');
            value.push_str(line.trim());
        } else if let Some((name, value)) = line.split_once(':') {
            // Some leave the blank lines between recipients out.
            if starts_with(line, "final-recipient:") && current.value("final-recipient").is_some() {
                groups.push(std::mem::take(&mut current));
            }
            current.fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    groups.push(current);
    groups
}
