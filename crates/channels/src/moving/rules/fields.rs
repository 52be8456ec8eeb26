//! What the words in a file mean: the names of columns and fields, states, kinds of messages. Pure.

use conversations::{MessageKind, State};

/// Something that a column of a table, or a field of a line, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the conversation was called.
    Number,
    /// What it is about.
    Subject,
    /// Where it stood.
    State,
    /// When it began.
    Began,
    /// When it was done.
    Ended,
    /// Who had it.
    Owner,
    /// Where it belonged.
    Department,
    /// Words on it.
    Tags,
    /// The customer's language.
    Language,
    /// The customer's name.
    CustomerName,
    /// The customer's address.
    CustomerAddress,
    /// The customer's telephone.
    CustomerPhone,
    /// Where the customer belongs.
    Organisation,
    /// What names the message.
    MessageId,
    /// What kind of message.
    Kind,
    /// When it was said.
    At,
    /// Who said it.
    AuthorName,
    /// From which address.
    AuthorAddress,
    /// The text.
    Text,
    /// Paths of its files.
    Files,
}

/// The names of each, the one in our document first.
const NAMES: [(Field, &[&str]); 20] = [
    (Field::Number, &["number", "ticketid", "ticketnumber", "ticket", "conversationid", "conversation", "id"]),
    (Field::Subject, &["subject", "title"]),
    (Field::State, &["state", "status"]),
    (Field::Began, &["createdat", "created"]),
    (Field::Ended, &["closedat", "closed", "solvedat", "resolvedat"]),
    (Field::Owner, &["owner", "assignee", "owneremail", "assigneeemail"]),
    (Field::Department, &["department", "group", "team"]),
    (Field::Tags, &["tags", "labels"]),
    (Field::Language, &["language", "locale"]),
    (Field::CustomerName, &["customername", "customer", "requestername", "requester"]),
    (Field::CustomerAddress, &["customeremail", "requesteremail", "email"]),
    (Field::CustomerPhone, &["customerphone", "phone"]),
    (Field::Organisation, &["organisation", "organization", "company"]),
    (Field::MessageId, &["messageid", "commentid", "articleid"]),
    (Field::Kind, &["kind", "type"]),
    (Field::At, &["at", "date", "sentat", "messagedate"]),
    (Field::AuthorName, &["authorname", "author", "from"]),
    (Field::AuthorAddress, &["authoremail", "fromemail"]),
    (Field::Text, &["text", "body", "message"]),
    (Field::Files, &["files", "attachments"]),
];

/// The columns without which a table says nothing.
pub const NEEDED: [Field; 3] = [Field::Number, Field::At, Field::Text];

/// What a heading means.
#[must_use]
pub fn field(head: &str) -> Option<Field> {
    let folded: String = head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(field, _)| *field)
}

/// The state that a word means.
#[must_use]
pub fn state(word: &str) -> Option<State> {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    State::from_code(&word).or(match word.as_str() {
        "pending" | "waiting" | "waiting_on_customer" => Some(State::WaitingCustomer),
        "hold" | "on_hold" | "waiting_on_third_party" => Some(State::WaitingOthers),
        "active" | "reopened" => Some(State::Open),
        "resolved" | "done" => Some(State::Solved),
        _ => None,
    })
}

/// The kind of message that a word means; without one it came from the customer.
#[must_use]
pub fn kind(word: &str) -> Option<MessageKind> {
    match word.trim().to_lowercase().as_str() {
        "" | "inbound" | "incoming" | "customer" | "message" | "in" => Some(MessageKind::Inbound),
        "reply" | "outbound" | "outgoing" | "agent" | "answer" | "out" => Some(MessageKind::Reply),
        "note" | "private" | "internal" | "internal_note" => Some(MessageKind::Note),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_other_systems_mean_by_them() {
        for (head, means) in [
            ("Number", Some(Field::Number)),
            ("Ticket ID", Some(Field::Number)),
            ("created_at", Some(Field::Began)),
            ("Customer e-mail", Some(Field::CustomerAddress)),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(field(head), means, "{head}");
        }
        assert_eq!(state(" Waiting-Customer "), Some(State::WaitingCustomer));
        assert_eq!((state("Resolved"), state("lost")), (Some(State::Solved), None));
        assert_eq!((kind(""), kind("Internal")), (Some(MessageKind::Inbound), Some(MessageKind::Note)));
        assert_eq!(kind("tweet"), None);
        let mut all: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "no name means two things");
    }
}
