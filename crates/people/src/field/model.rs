//! Plain data about fields.

use serde::{Deserialize, Serialize};

use crate::ids::{FieldId, OrganisationId, PersonId};

/// The step of saving the form with the fields.
pub const SAVED: &str = "saved";

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Customers.
    Person,
    /// Organisations.
    Organisation,
    /// Conversations.
    Conversation,
}

impl About {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Conversation];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Conversation => "conversation",
        }
    }

    /// The steps before which a field can be asked for: saving the form, or states of a conversation by their codes.
    #[must_use]
    pub const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Person | Self::Organisation => &[SAVED],
            Self::Conversation => &["waiting_customer", "waiting_others", "solved"],
        }
    }

    /// Reads [`About::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.code() == code)
    }
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of a few words.
    Choice,
    /// Yes or no.
    YesNo,
    /// The address of a page.
    Link,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Text, Self::Number, Self::Date, Self::Choice, Self::YesNo, Self::Link];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::YesNo => "yesno",
            Self::Link => "link",
        }
    }

    /// Reads [`Kind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A field of the business's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Names it.
    pub id: FieldId,
    /// What it is about.
    pub about: About,
    /// What it is called.
    pub name: String,
    /// What may stand in it.
    pub kind: Kind,
    /// The words of a choice.
    pub choices: Vec<String>,
    /// The steps before which something must stand in it: see [`About::steps`].
    pub required: Vec<String>,
    /// It is asked for no more; what stands in it stays.
    pub retired: bool,
}

impl Field {
    /// Whether something must stand in it before this step.
    #[must_use]
    pub fn is_required(&self, step: &str) -> bool {
        !self.retired && self.required.iter().any(|one| one == step)
    }
}

/// A field as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewField {
    /// What it is about.
    pub about: About,
    /// What it is called.
    pub name: String,
    /// What may stand in it.
    pub kind: Kind,
    /// The words of a choice, one a line.
    pub choices: String,
    /// The steps before which something must stand in it.
    pub required: Vec<String>,
}

/// Whose field it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A customer's.
    Person(PersonId),
    /// An organisation's.
    Organisation(OrganisationId),
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// What the field is called.
    pub name: String,
    /// Before; empty for nothing.
    pub from: String,
    /// Now; empty for nothing.
    pub to: String,
}

impl Owner {
    /// What it is.
    #[must_use]
    pub const fn about(&self) -> About {
        match self {
            Self::Person(_) => About::Person,
            Self::Organisation(_) => About::Organisation,
        }
    }

    /// Its id as text.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Person(id) => id.as_str(),
            Self::Organisation(id) => id.as_str(),
        }
    }
}

/// A field and what stands in it; empty when nothing does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Which field.
    pub field: Field,
    /// As kept.
    pub text: String,
}
