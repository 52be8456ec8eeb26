//! Maintenance by time and by use: when the next is due, and what it costs.

pub mod rules;

pub use rules::*;
