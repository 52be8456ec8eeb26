//! Plain data about absences.

use jiff::civil::Date;

use crate::StaffId;

base::id!(
    /// Names one absence.
    AbsenceId,
    "abs_"
);

/// Days on which a colleague is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Names it.
    pub id: AbsenceId,
    /// Whose it is.
    pub staff: StaffId,
    /// The first day.
    pub first: Date,
    /// The last day; they are away on it.
    pub last: Date,
    /// Who takes what customers write meanwhile; nobody in particular without.
    pub deputy: Option<StaffId>,
}

impl Absence {
    /// Whether it has begun and is not over.
    #[must_use]
    pub fn holds(&self, today: Date) -> bool {
        self.first <= today && today <= self.last
    }
}
