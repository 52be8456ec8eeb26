//! What a refusal means: whether the address does not work, or this mail did not get through this time.

use super::{BouncedRecipient, Read};

/// Words by which servers say that there is nobody at an address.
const NOBODY: &[&str] = &[
    "user unknown",
    "unknown user",
    "unknown recipient",
    "recipient unknown",
    "unknown address",
    "address unknown",
    "unknown local",
    "unknown mailbox",
    "no such user",
    "no such recipient",
    "no such person",
    "no such mailbox",
    "no such address",
    "no mailbox here",
    "no user here",
    "not a known user",
    "not a valid mailbox",
    "not a valid user",
    "not found in",
    "not listed in",
    "is not known",
    "is unknown",
    "isn't a",
    "does not exist",
    "doesn't exist",
    "do not exist",
    "user not found",
    "mailbox not found",
    "recipient not found",
    "address not found",
    "invalid recipient",
    "invalid mailbox",
    "invalid address",
    "invalid user",
    "unrouteable address",
    "unroutable address",
    "host unknown",
    "unknown host",
    "domain not found",
    "no longer valid",
    "no longer in use",
    "no longer on server",
    "no longer available",
    "has moved",
    "account disabled",
    "account has been disabled",
    "account is disabled",
    "mailbox disabled",
    "mailbox unavailable",
    "mailbox is inactive",
    "not recognized",
    "nonexistent",
    "non-existent",
];

/// Words that say that it is not the address.
const PASSING: &[&str] = &[
    "quota",
    "mailbox full",
    "mailbox is full",
    "mailbox exceeded",
    "over limit",
    "too large",
    "spam",
    "blacklist",
    "blocklist",
    "blocked",
    "block list",
    "reputation",
    "policy",
    "relay",
    "try again",
    "temporar",
    "greylist",
    "virus",
    "content",
    "dmarc",
    "spf",
    "timed out",
    "timeout",
];

/// Words by which a guard asks the sender to prove to be a person.
const CHALLENGES: &[&str] = &[
    "requires confirmation",
    "to confirm this",
    "guest list",
    "waitlisted",
    "allowed list",
    "approved sender",
    "verify that you",
    "prove you are",
    "challenge",
];

/// Whether the address itself does not work.
pub(super) fn is_hard(status: Option<&str>, words: &str) -> bool {
    let words = words.to_lowercase();
    let says = |list: &[&str]| list.iter().any(|phrase| words.contains(phrase));
    match status {
        Some(status) if status.starts_with('4') || status.starts_with('2') => false,
        // Bad address, moved, disabled: but many send 5.1.1 with words that tell another story.
        Some("5.1.1" | "5.1.2" | "5.1.3" | "5.1.6" | "5.1.10" | "5.2.1" | "5.4.310") => !says(PASSING) || says(NOBODY),
        _ if is_temporary(&words) => false,
        _ => says(NOBODY) && !says(PASSING),
    }
}

/// A reply of the four hundreds.
fn is_temporary(words: &str) -> bool {
    let code = words
        .split(|c: char| !c.is_ascii_digit())
        .find(|number| number.len() == 3 && matches!(number.as_bytes()[0], b'4' | b'5'));
    code.is_some_and(|code| code.starts_with('4'))
}

/// Whether the refusal asks for a sign of life.
pub(super) fn is_challenge(mail: &Read<'_>, recipients: &[BouncedRecipient]) -> bool {
    let asks = |text: &str| {
        let text = text.to_lowercase();
        (text.contains("http://") || text.contains("https://")) && CHALLENGES.iter().any(|phrase| text.contains(phrase))
    };
    recipients.iter().any(|recipient| asks(&recipient.words))
        || (!super::notice::is_from_system(mail) && asks(mail.text))
}

/// The first `5.1.1` in a text.
pub(super) fn enhanced_status(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    text.split(|c: char| !is_part(c)).map(|word| word.trim_end_matches('.')).find(|word| {
        let mut numbers = word.split('.');
        let class = numbers.next().is_some_and(|class| matches!(class, "2" | "4" | "5"));
        let rest: Vec<&str> = numbers.collect();
        class && rest.len() == 2 && rest.iter().all(|number| (1..=3).contains(&number.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_does_not_work_is_told_from_a_refused_mail() {
        let cases = [
            (Some("5.1.1"), "", true),
            (Some("5.1.1"), "550 5.1.1 blocked by our spam policy", false),
            (Some("5.1.1"), "550 user unknown, see our policy", true),
            (Some("5.2.2"), "mailbox full", false),
            (Some("4.1.1"), "user unknown", false),
            (Some("5.7.1"), "relaying denied", false),
            (Some("5.0.0"), "550 no such user here", true),
            (None, "550 Requested action not taken: user unknown", true),
            (None, "450 user unknown", false),
            (None, "552 over quota", false),
            (None, "", false),
        ];
        for (status, words, expected) in cases {
            assert_eq!(is_hard(status, words), expected, "{status:?} {words:?}");
        }
    }

    #[test]
    fn a_status_is_found_among_addresses_and_numbers() {
        let cases = [
            ("550 5.1.1 <a@b.example>: gone", Some("5.1.1")),
            ("host 5.1.1.9 said 550", None),
            ("smtp;554-5.7.606 no", Some("5.7.606")),
            ("4.0.0 (unknown)", Some("4.0.0")),
            ("5.1.", None),
            ("1.2.3", None),
        ];
        for (text, expected) in cases {
            assert_eq!(enhanced_status(text), expected, "{text}");
        }
    }
}
