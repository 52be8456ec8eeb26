//! Files of customers that are taken in: tables (CSV) and cards (vCard).
//!
//! A file comes in pieces ([`Upload`]) and lies in the database, so that it goes where backups go and is let go of in
//! the transaction that needs it no more. It is told what it is by looking at it ([`rules`]); nothing is written
//! before somebody begins ([`start`]). Then a job takes a few rows at a time in, with the place that it has come to:
//! what is interrupted goes on there. Every row is done as if a colleague typed it, by the same commands.

mod applying;
mod commands;
mod events;
mod model;
mod reading;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use applying::take;
pub use commands::{
    FILE_MAX, FORGET_JOB, JOB, LANE, LEAVE_JOB, Upload, forget, leave, lines, list, load, read_as, rehearse, start,
    stop, work,
};
pub use events::ImportEvent;
pub use model::{Counts, Form, Import, ImportId, Line, Outcome, Plan, Remark, State, Why};
pub use reading::Wanted;
pub(crate) use store::forget_waiting;
pub use store::tables;
