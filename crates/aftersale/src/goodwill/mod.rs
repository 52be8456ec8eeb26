//! Giving more than is owed: what it costs, what refusing may cost, who may grant it.

pub mod rules;

pub use rules::*;
