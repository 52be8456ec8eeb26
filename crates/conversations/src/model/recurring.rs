//! What begins again and again by itself.

use base::Instant;
use jiff::civil::Date;
use people::{DepartmentId, PersonId, StaffId};

use crate::ids::{MacroId, RecurringId};
use crate::rules::recurring::Plan;

/// What the text of one becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beginning {
    /// A note for colleagues.
    #[default]
    Note,
    /// A mail to the customer, in the name of its owner.
    Message,
}

impl Beginning {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Note, Self::Message];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Message => "message",
        }
    }

    /// Reads [`Beginning::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a conversation that recurs is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is about.
    pub subject: String,
    /// Whose it is; the business's own without a customer.
    pub person: Option<PersonId>,
    /// What its text becomes.
    pub beginning: Beginning,
    /// Its text.
    pub body: String,
    /// The words on it, as typed.
    pub tags: Vec<String>,
    /// Who has it.
    pub owner: Option<StaffId>,
    /// The department it belongs to.
    pub department: Option<DepartmentId>,
    /// The macro whose checklist it gets.
    pub checklist: Option<MacroId>,
    /// When it begins.
    pub plan: Plan,
    /// Whether it does.
    pub on: bool,
}

/// A conversation that recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// Names it.
    pub id: RecurringId,
    /// What it is made of.
    pub of: Template,
    /// Who made it or changed it last; notes are theirs where nobody has it.
    pub by: StaffId,
    /// The day and moment on which it begins next, business time; nothing while it is off.
    pub next: Option<(Date, Instant)>,
    /// The day for which it began last.
    pub last: Option<Date>,
    /// How often it began.
    pub made: i64,
}
