//! Care flags: what a customer goes through, such as an illness or a death in the family. As long as one holds,
//! colleagues are told how to write, and what sends by itself keeps back what would hurt.
//!
//! Whatever sends by itself asks [`verdict`] first; what may go to whom is decided by [`rules::may_send`] alone. A flag is
//! private: customers never see it, and outsiders hear only that one was set. It ends by itself with its last day.

mod commands;
mod events;
mod model;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{END_JOB, NewCare, change, end, set, sweep_ended};
pub use events::CareEvent;
pub use model::{CareFlag, CareId, CareKind};
pub use rules::{MaySend, Sending, may_send};
pub(crate) use store::{forget, kept, move_all, move_these};
pub use store::{holding, tables, verdict};
