//! What a channel hands in: a message from outside, understood.

use base::{Instant, Language};

use people::DepartmentId;

use super::bouncing::Bounced;
use crate::document::Document;
use crate::model::{Mailbox, Proof, Verdict};

/// A message from outside, as a channel hands it in. Texts are readable, names are safe.
#[derive(Clone, Debug)]
pub struct Inbound {
    /// How it came: `email`.
    pub channel: &'static str,
    /// By which mailbox of the channel: a name that only the channel understands.
    pub mailbox: Option<String>,
    /// The department whose mail this is: what begins with it belongs there.
    pub department: Option<DepartmentId>,
    /// When it was taken in, business time: the clocks run from here.
    pub received_at: Instant,
    /// Who says that they wrote it.
    pub from: Mailbox,
    /// Recipients as it says.
    pub to: Vec<Mailbox>,
    /// Copies as it says.
    pub cc: Vec<Mailbox>,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// How it is shown, when it came as HTML.
    pub document: Option<Document>,
    /// A meeting that it brings.
    pub invite: Option<crate::invite::Invite>,
    /// Language of the text, when known.
    pub language: Option<Language>,
    /// Its Message-ID, without brackets.
    pub mail_id: Option<String>,
    /// Message-IDs that it answers, oldest first, the one in In-Reply-To last.
    pub references: Vec<String>,
    /// What stood behind the plus of our addresses: claimed reply tags.
    pub reply_tags: Vec<String>,
    /// Why a machine is taken to have sent it.
    pub automatic: Option<String>,
    /// What it reports of a mail that did not arrive.
    pub bounce: Option<Bounced>,
    /// What the reader must know.
    pub warnings: Vec<String>,
    /// Whether it comes from whom it says; `None` when nobody looked.
    pub proof: Option<Proof>,
    /// Why the bytes could not be read.
    pub unreadable: Option<String>,
    /// Digest of the raw bytes.
    pub raw: String,
    /// Its attachments.
    pub files: Vec<InboundFile>,
    /// What matters for a receipt, beside all this.
    pub receipt: ForReceipt,
}

/// What a channel knows of a message that matters for a receipt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForReceipt {
    /// Whether it did not come just now: of an archive, or written days ago.
    pub old: bool,
    /// Whether it asks for no answer by a machine, or nobody would read one.
    pub declines: bool,
    /// Whether it is in our own name.
    pub from_us: bool,
    /// Minutes that its writer's clock is ahead of UTC, if it says.
    pub utc_offset: Option<i32>,
}

impl Inbound {
    /// Whether its sender is proved.
    #[must_use]
    pub fn is_proved(&self) -> bool {
        self.proof.as_ref().is_some_and(|proof| proof.verdict == Verdict::Proved)
    }

    /// Whether the domain of its sender denies it.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.proof.as_ref().is_some_and(|proof| proof.verdict == Verdict::Failed)
    }
}

/// A file that came with a message.
#[derive(Clone, Debug)]
pub struct InboundFile {
    /// A safe name.
    pub name: String,
    /// As declared.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Whether the text shows it in place.
    pub inline: bool,
    /// What the text calls it by.
    pub content_id: Option<String>,
    /// Path of the part within the raw bytes.
    pub part: String,
}
