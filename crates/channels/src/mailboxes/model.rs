//! What a mailbox is. Plain data.

use base::Instant;
use people::DepartmentId;
use serde::{Deserialize, Serialize};

use crate::email::imap::Place;
use crate::email::trouble::Trouble;
use crate::oauth::{Provider, Tokens};
use crate::relay::Protection;

base::id!(
    /// Names one mailbox of the business.
    MailboxId,
    "mbx_"
);

/// A mailbox of the business: an address that customers write to, how its mail is fetched and how
/// replies leave from it.
#[derive(Clone, Debug)]
pub struct Mailbox {
    /// Its id.
    pub id: MailboxId,
    /// What is set about it.
    pub settings: Settings,
    /// Whether new conversations leave from here.
    pub is_default: bool,
    /// Whether it is read. What is not enabled can still be answered from.
    pub enabled: bool,
    /// The department whose mail it brings: what begins with it belongs there.
    pub department: Option<DepartmentId>,
    /// When it was connected, business time.
    pub created_at: Instant,
    /// How reading it goes. `None` while there is nothing to read.
    pub reading: Option<Reading>,
}

/// What people set about a mailbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What colleagues call it: «Sales».
    pub name: String,
    /// The address customers write to.
    pub address: String,
    /// What stands behind the writer's name: «Ingrid Moen, Brekkesund». Empty: the business's name.
    pub sender_name: String,
    /// Stands under replies from here. Empty: the business's.
    pub signature: String,
    /// How its mail is fetched.
    pub fetch: Fetch,
    /// How replies leave.
    pub send: Send,
}

/// How mail comes from a mailbox.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Fetch {
    /// It is brought to us (LMTP, SMTP, a pipe).
    #[default]
    None,
    /// We fetch it.
    Imap(Imap),
}

/// How a mailbox is read by IMAP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imap {
    /// Where and as whom.
    pub account: Account,
    /// The folder that is read, as people write it: `INBOX`.
    pub folder: String,
    /// What happens to a mail that is safe with us.
    pub afterwards: Afterwards,
}

/// An account at a mail server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Account {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// The name we sign in with; for sending empty when none is needed.
    pub user: String,
    /// How we prove it.
    pub auth: Auth,
}

impl Account {
    /// Where it is, as the IMAP side needs it.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { host: self.host.clone(), port: self.port, tls: self.protection.tls() }
    }
}

/// How we prove who we are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Auth {
    /// By a password, or one made for this program alone.
    #[default]
    Password,
    /// By OAuth 2 with this provider; reading and sending share one consent.
    Oauth(Provider),
}

/// What happens to a mail at the mail server once it is safe with us.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Afterwards {
    /// Nothing.
    #[default]
    Leave,
    /// It is marked as read.
    MarkRead,
    /// It goes to this folder, which is made if need be.
    Move(String),
    /// It is deleted for good.
    Delete,
}

/// How replies leave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Send {
    /// By the outgoing server that all share ([`crate::relay`]).
    #[default]
    Relay,
    /// By a server of its own.
    Smtp(Account),
}

/// What must lie sealed. Never shown, never logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secrets {
    /// The password for fetching.
    pub fetch_password: String,
    /// The password for sending.
    pub send_password: String,
    /// What the provider gave us, for [`Auth::Oauth`].
    pub tokens: Option<Tokens>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// Which mails that lie there already are taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// None: only what comes after this mark, which a look into the mailbox gave ([`Start::after`]).
    After {
        /// `Opened::uid_validity`.
        uid_validity: u32,
        /// `Opened::uid_next`.
        uid_next: u32,
    },
    /// None, counted from the first time it is read.
    Now,
    /// Those from `first` on; the ones before the mark are imported as old mail.
    Since {
        /// `Opened::uid_validity`.
        uid_validity: u32,
        /// The number of the first that is taken in.
        first: u32,
        /// `Opened::uid_next`.
        uid_next: u32,
    },
    /// All: what lies before the mark is imported as old mail. Nobody is written to about it.
    Everything,
}

impl Start {
    /// From where a look into the mailbox ended.
    #[must_use]
    pub const fn after(opened: crate::email::imap::Opened) -> Self {
        Self::After { uid_validity: opened.uid_validity, uid_next: opened.uid_next }
    }

    /// From the mail with the number `first` on.
    #[must_use]
    pub const fn since(opened: crate::email::imap::Opened, first: u32) -> Self {
        Self::Since { uid_validity: opened.uid_validity, first, uid_next: opened.uid_next }
    }
}

/// How reading a mailbox goes. All instants are machine time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Numbers of mails hold as long as the server says this.
    pub uid_validity: Option<u32>,
    /// Up to this number everything is done.
    pub last_uid: u32,
    /// Mails below this number were there before we came.
    pub old_below: u32,
    /// When it was connected.
    pub connected_at: Option<Instant>,
    /// Whether those are taken in as well.
    pub old_too: bool,
    /// When it was last read to its end.
    pub last_read_at: Option<Instant>,
    /// Since when somebody tries to read it, without a break.
    pub since: Option<Instant>,
    /// Since when it fails.
    pub failing_since: Option<Instant>,
    /// What is wrong, while it fails.
    pub trouble: Option<Trouble>,
    /// When people were told of it.
    pub alarmed_at: Option<Instant>,
}
