//! Where a macro fits: in which conversations it is offered first.

use base::Language;
use people::DepartmentId;
use serde::{Deserialize, Serialize};

use super::{ContactWay, Message, MessageKind};

/// In which conversations a macro is offered: one of each kind that is named has to fit; a kind without any says nothing.
/// It is about what is offered alone: whoever looks for a macro elsewhere still finds and uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MacroWhen {
    /// The customer was last heard by one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<HeardBy>,
    /// It belongs to one of these departments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<DepartmentId>,
    /// It bears one of these tags, in whatever case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The customer's language is one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
}

impl MacroWhen {
    /// Whether it fits everywhere.
    #[must_use]
    pub const fn is_anywhere(&self) -> bool {
        self.channels.is_empty() && self.departments.is_empty() && self.tags.is_empty() && self.languages.is_empty()
    }
}

/// How a customer was last heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeardBy {
    /// They wrote: a mail, a contact form, the page of their request.
    Writing,
    /// By telephone.
    Phone,
    /// They were there, or we were at theirs.
    Visit,
}

impl HeardBy {
    /// All of them, as forms offer them.
    pub const ALL: [Self; 3] = [Self::Writing, Self::Phone, Self::Visit];

    /// The name in tables, in forms and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Phone => "phone",
            Self::Visit => "visit",
        }
    }

    /// Reads [`HeardBy::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// How the customer was heard in a message, if they were.
    #[must_use]
    pub fn of(message: &Message) -> Option<Self> {
        match (message.kind, &message.contact) {
            (MessageKind::Inbound, _) => Some(Self::Writing),
            (MessageKind::Contact, Some(contact)) => Some(match contact.way {
                ContactWay::Phone => Self::Phone,
                ContactWay::Visit => Self::Visit,
            }),
            _ => None,
        }
    }
}
