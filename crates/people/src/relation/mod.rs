//! Customers who have to do with each other: family, colleagues, who assists or speaks for whom.
//!
//! A tie is kept from both sides, so that either file says what the other is to them.

mod commands;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{named_by, relate, unrelate};
pub use model::{Related, Tie};
pub use store::{of, tables};
pub(crate) use store::{put, take};
