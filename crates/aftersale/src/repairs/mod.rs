//! Repairs: their stages, estimates that the customer approves, what they cost.

pub mod rules;

pub use rules::*;
