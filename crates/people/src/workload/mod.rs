//! How much work a colleague takes: how many open conversations at most, and which part of a whole position they fill.
//! Knows nothing of conversations; who counts them asks here.

mod commands;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use commands::set;
pub use model::{CAP_MAX, Workload};
pub use store::{all, of, tables};
