//! A conversation as another system knew it, and what becomes of it here.

use base::{Instant, Language};
use people::import::rules::draft::Draft;
use platform::blobs::Prepared;
use serde::{Deserialize, Serialize};

use super::{Mailbox, MessageKind, State};
use crate::document::Document;
use crate::ids::ConversationId;
use crate::invite::Invite;

/// A conversation of another system, or a part of one: what belongs to a conversation that was taken in before joins it.
#[derive(Default)]
pub struct Old {
    /// What the other system is called; may be empty.
    pub source: String,
    /// Names it there for ever.
    pub key: String,
    /// What people called it there; empty when nobody ever saw a number.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// Its customer.
    pub customer: Draft,
    /// Where it stood.
    pub state: Option<State>,
    /// When it began, if that is known apart from its messages.
    pub began: Option<Instant>,
    /// When it was done, if that is known.
    pub ended: Option<Instant>,
    /// The address of the colleague who had it; may be empty.
    pub owner: String,
    /// The name of its department; may be empty.
    pub department: String,
    /// Words on it.
    pub tags: Vec<String>,
    /// The customer's language.
    pub language: Option<Language>,
    /// What was said.
    pub said: Vec<OldMessage>,
    /// Keys of messages that it answers: it joins what one of them lies in.
    pub answers: Vec<String>,
    /// What stood behind the plus of our addresses, if it is a mail: claimed reply tags.
    pub reply_tags: Vec<String>,
    /// What of it could not be read.
    pub remarks: Vec<OldRemark>,
}

/// Something that was said in it.
pub struct OldMessage {
    /// Names it in the other system.
    pub key: String,
    /// What kind of thing.
    pub kind: MessageKind,
    /// When.
    pub at: Instant,
    /// By whom; empty for the customer, or for nobody that is known.
    pub from: Mailbox,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// And to whom else.
    pub cc: Vec<Mailbox>,
    /// The text.
    pub body: String,
    /// How it is shown when it came as HTML.
    pub document: Option<Document>,
    /// A meeting that it brought.
    pub invite: Option<Invite>,
    /// Its Message-ID, if it was a mail.
    pub mail_id: Option<String>,
    /// Why it counts as a machine's, by the rule for mail that comes by itself; nothing for a person's.
    pub automatic: Option<String>,
    /// The mail as it came.
    pub raw: Option<Prepared>,
    /// Its files.
    pub files: Vec<OldFile>,
}

/// A file of an old message.
pub struct OldFile {
    /// What it is called.
    pub name: String,
    /// What it says it is.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Whether the text shows it in place.
    pub inline: bool,
    /// What the text calls it by.
    pub content_id: Option<String>,
    /// Where it lies.
    pub place: OldPlace,
}

/// Where the bytes of an old file are.
pub enum OldPlace {
    /// In the mail that brought it.
    Part(String),
    /// By themselves.
    Bytes(Prepared),
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OldOutcome {
    /// A conversation was made.
    Made,
    /// It joined one that was taken in before.
    Joined,
    /// All of it was here.
    Unchanged,
    /// Nothing was taken in.
    Refused,
}

impl OldOutcome {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Made, Self::Joined, Self::Unchanged, Self::Refused];

    /// The name in tables and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Joined => "joined",
            Self::Unchanged => "unchanged",
            Self::Refused => "refused",
        }
    }

    /// Reads [`OldOutcome::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The word for it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Made => "moving-outcome-made",
            Self::Joined => "moving-outcome-joined",
            Self::Unchanged => "moving-outcome-unchanged",
            Self::Refused => "moving-outcome-refused",
        }
    }
}

/// Why something was not taken in, or not as it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OldWhy {
    /// It cannot be read at all.
    Broken,
    /// It is longer than anything that is taken in.
    TooLong,
    /// It has no number by which it would be known again.
    NoNumber,
    /// Nobody can be known as its customer.
    NoCustomer,
    /// What it says of its customer is true of several.
    SeveralCustomers,
    /// Nothing was said in it.
    NothingSaid,
    /// Something has no date that can be read.
    NoDate,
    /// A date lies in the future.
    Future,
    /// It was deleted here.
    Deleted,
    /// It was erased here.
    Erased,
    /// The state is none of the six; it is closed.
    NotAState,
    /// The kind of a message is none of the three.
    NotAKind,
    /// There is no colleague with this address.
    NoColleague,
    /// There is no department of this name.
    NoDepartment,
    /// It is none of the five languages.
    NotALanguage,
    /// It is no mail address, or no telephone.
    NotAnAddress,
    /// The file is not there.
    NoFile,
    /// The path of the file leads out of its folder.
    OutOfFolder,
    /// The file is larger than files may be.
    FileTooLarge,
}

impl OldWhy {
    /// The sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Broken => "moving-why-broken",
            Self::TooLong => "moving-why-too-long",
            Self::NoNumber => "moving-why-no-number",
            Self::NoCustomer => "moving-why-no-customer",
            Self::SeveralCustomers => "moving-why-several",
            Self::NothingSaid => "moving-why-nothing-said",
            Self::NoDate => "moving-why-no-date",
            Self::Future => "moving-why-future",
            Self::Deleted => "moving-why-deleted",
            Self::Erased => "moving-why-erased",
            Self::NotAState => "moving-why-state",
            Self::NotAKind => "moving-why-kind",
            Self::NoColleague => "moving-why-colleague",
            Self::NoDepartment => "moving-why-department",
            Self::NotALanguage => "moving-why-language",
            Self::NotAnAddress => "moving-why-address",
            Self::NoFile => "moving-why-no-file",
            Self::OutOfFolder => "moving-why-out-of-folder",
            Self::FileTooLarge => "moving-why-file-too-large",
        }
    }
}

/// Something that was not taken in, or not as it stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldRemark {
    /// Why.
    pub why: OldWhy,
    /// The column, the field or the file; never what stands in it.
    pub place: String,
}

impl OldRemark {
    /// Of a column, a field or a file.
    #[must_use]
    pub fn new(why: OldWhy, place: &str) -> Self {
        Self { why, place: people::person::clean_line(place, 80) }
    }
}

/// What became of an old conversation.
#[derive(Clone, Debug)]
pub struct TakenIn {
    /// What.
    pub outcome: OldOutcome,
    /// The conversation and its number here.
    pub conversation: Option<(ConversationId, i64)>,
    /// What of it was not taken in.
    pub remarks: Vec<OldRemark>,
}

impl TakenIn {
    /// Nothing was, and why.
    #[must_use]
    pub fn refused(why: OldWhy, place: &str, mut remarks: Vec<OldRemark>) -> Self {
        remarks.insert(0, OldRemark::new(why, place));
        Self { outcome: OldOutcome::Refused, conversation: None, remarks }
    }
}

/// What was said in an old conversation, and when: what figures are drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldSaid {
    /// When.
    pub at: Instant,
    /// What kind of thing.
    pub kind: MessageKind,
    /// The colleague who said it, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<people::StaffId>,
    /// Whether a machine said it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
}
