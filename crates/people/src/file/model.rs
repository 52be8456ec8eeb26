//! Plain data of a customer's file.

use base::{Instant, Language};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use super::rules::hours::Hours;
pub use super::rules::times::{Days, Times};
use crate::care::CareFlag;
use crate::ids::{NoteId, OrganisationId, PersonId, StaffId};

/// A telephone number of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// As kept: `+4791234567`.
    pub number: String,
    /// What it is, in a colleague's words: `work`. May be empty.
    pub label: String,
    /// When it became known.
    pub added_at: Instant,
}

/// How a customer wants to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By mail.
    Mail,
    /// By telephone.
    Phone,
    /// By letters.
    Post,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Phone, Self::Post];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Post => "post",
        }
    }

    /// Reads [`Channel::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// How a customer wants to be spoken to, in languages that tell the two apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// *De*, *Ni*, *Anda*.
    Formal,
    /// *du*, *kamu*.
    Familiar,
}

impl Manner {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Formal, Self::Familiar];

    /// The name in tables, forms and the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Familiar => "familiar",
        }
    }

    /// Reads [`Manner::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.code() == code)
    }

    /// What people read.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Formal => "customers-manner-formal",
            Self::Familiar => "customers-manner-familiar",
        }
    }
}

/// What a customer asked for: shown wherever one writes to them, and kept to by what writes by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language to write to them in, whatever they write themselves. `None` = as they write.
    pub language: Option<Language>,
    /// How to address them: `Bu Sari`, `Fru Solheim`. May be empty.
    pub addressed: String,
    /// How to speak to them. `None` = as the business does.
    #[serde(default)]
    pub manner: Option<Manner>,
    /// How to reach them.
    pub channel: Option<Channel>,
    /// Between which hours.
    pub hours: Hours,
    /// On which days.
    #[serde(default)]
    pub days: Days,
    /// By which clock: an IANA name; empty for the business's.
    #[serde(default)]
    pub zone: String,
}

impl Preferences {
    /// When they want to be reached.
    #[must_use]
    pub const fn times(&self) -> Times {
        Times { days: self.days, hours: self.hours }
    }

    /// The clock that their times go by; `house` is the business's.
    #[must_use]
    pub fn clock(&self, house: &TimeZone) -> TimeZone {
        if self.zone.is_empty() { house.clone() } else { TimeZone::get(&self.zone).unwrap_or_else(|_| house.clone()) }
    }

    /// The next moment at which it begins to suit them; `None` when it does now.
    #[must_use]
    pub fn next_time(&self, now: Instant, house: &TimeZone) -> Option<Instant> {
        self.times().next(now, &self.clock(house))
    }
}

/// Nobody answers this customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Since when, business time.
    pub since: Instant,
    /// Why, in a colleague's words.
    pub why: String,
}

/// What there is once of a customer, beside who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Their role or title: `Head of purchasing`. May be empty.
    pub title: String,
    /// Where letters and parcels go. May be empty.
    pub postal: String,
    /// What they asked for.
    pub preferences: Preferences,
    /// Goes before others.
    pub vip: bool,
    /// Answered by nobody.
    pub blocked: Option<Blocked>,
}

/// What a colleague wrote down about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Names it.
    pub id: NoteId,
    /// Whom it is about.
    pub person: PersonId,
    /// Who wrote it.
    pub author: Option<StaffId>,
    /// When.
    pub at: Instant,
    /// When it was last changed, if ever.
    pub changed_at: Option<Instant>,
    /// The text.
    pub body: String,
    /// Shown beside every conversation of theirs.
    pub pinned: bool,
}

/// All that colleagues know of a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// What there is once.
    pub details: Details,
    /// Where they belong: which, and what it is called.
    pub organisation: Option<(OrganisationId, String)>,
    /// Oldest first.
    pub phones: Vec<Phone>,
    /// Other names they go by, oldest first.
    pub names: Vec<String>,
    /// Pinned ones first, then the newest.
    pub notes: Vec<Note>,
    /// Care flags that nobody has taken away; which of them hold, [`File::cared`] says.
    pub care: Vec<CareFlag>,
}

impl File {
    /// The care flags that hold, the gravest first.
    #[must_use]
    pub fn cared(&self, now: Instant) -> Vec<&CareFlag> {
        crate::care::rules::holding(&self.care, now)
    }
}
