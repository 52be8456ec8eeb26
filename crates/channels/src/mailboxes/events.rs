//! What happens to mailboxes. Names and addresses are told, passwords and tokens never.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::MailboxId;

/// A fact about one mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum MailboxEvent {
    /// It was connected.
    Connected {
        /// Which.
        mailbox: MailboxId,
        /// Its address.
        address: String,
    },
    /// Something about it was changed.
    Changed {
        /// Which.
        mailbox: MailboxId,
        /// Its address now.
        address: String,
    },
    /// It is not used any more.
    Removed {
        /// Which.
        mailbox: MailboxId,
        /// Its address.
        address: String,
    },
    /// It is not read: people were told.
    Failed {
        /// Which.
        mailbox: MailboxId,
        /// Its address.
        address: String,
        /// Why: the code of the trouble, empty when nobody knows.
        code: String,
    },
    /// It is read again.
    Recovered {
        /// Which.
        mailbox: MailboxId,
        /// Its address.
        address: String,
    },
}

impl MailboxEvent {
    fn parts(&self) -> (&'static str, &'static str, &MailboxId, &str) {
        match self {
            Self::Connected { mailbox, address } => ("mailbox.connected", "event-mailbox-connected", mailbox, address),
            Self::Changed { mailbox, address } => ("mailbox.changed", "event-mailbox-changed", mailbox, address),
            Self::Removed { mailbox, address } => ("mailbox.removed", "event-mailbox-removed", mailbox, address),
            Self::Failed { mailbox, address, .. } => ("mailbox.failed", "event-mailbox-failed", mailbox, address),
            Self::Recovered { mailbox, address } => ("mailbox.recovered", "event-mailbox-recovered", mailbox, address),
        }
    }
}

impl Event for MailboxEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("mailbox", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, address) = self.parts();
        Sentence { message, args: vec![("address", address.to_owned())] }
    }

    fn public(&self) -> Value {
        let (_, _, mailbox, address) = self.parts();
        match self {
            Self::Failed { code, .. } => json!({ "mailbox": mailbox, "address": address, "code": code }),
            _ => json!({ "mailbox": mailbox, "address": address }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
