//! Which mail a mail hands on: who wrote it first, to whom, about what.
//!
//! Mail programs write the original mail below a line of their own, with a few header lines. Knows no mail format:
//! subject and plain text in. Nothing that is found here is proved: whoever forwards can write any name.

#[cfg(test)]
mod tests;

/// A person named in a forwarded mail.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Person {
    /// The name, if there is one.
    pub name: Option<String>,
    /// The address as it stands there, if there is one.
    pub address: Option<String>,
}

/// A forwarded mail as its forwarder's mail program wrote it down.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Forwarded {
    /// What the forwarder wrote above; empty when nothing.
    pub note: String,
    /// Who wrote the original.
    pub from: Option<Person>,
    /// To whom.
    pub to: Vec<Person>,
    /// Who got a copy.
    pub cc: Vec<Person>,
    /// The original's subject.
    pub subject: Option<String>,
    /// When it was written, in the words of the mail program.
    pub date: Option<String>,
    /// The original's text.
    pub body: String,
}

/// Whether a subject says that a mail is forwarded (`Fwd:`, `VS:`, `Tr:`, …).
pub fn says_forwarded(subject: &str) -> bool {
    let Some((prefix, _)) = subject.trim().split_once(':') else { return false };
    let prefix = prefix.trim().to_lowercase();
    matches!(prefix.as_str(), "fwd" | "fw")
}

/// The forwarded mail in a text, if the mail hands one on.
pub fn read(subject: &str, text: &str) -> Option<Forwarded> {
    let (note, body) = text.split_once("---------- Forwarded message ----------")?;
    let subject = says_forwarded(subject).then(|| subject.to_owned());
    Some(Forwarded { note: note.trim().to_owned(), subject, body: body.trim().to_owned(), ..Forwarded::default() })
}
