//! Service plans, and what a case is entitled to before anybody works on it.

pub mod rules;

pub use rules::*;
