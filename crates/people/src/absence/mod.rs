//! Absences of colleagues: from which day to which, and who stands in for them.
//!
//! Days are days of the business: whoever answers from elsewhere is away when their house says so.

mod commands;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{NewAbsence, OVER_JOB, cancel, plan};
pub use model::{Absence, AbsenceId};
pub use rules::{StandIn, away_until, stand_in};
pub use store::{away, mark, of, tables, to_come, today, zone};
