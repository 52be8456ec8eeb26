//! What is covered, by which term, until when; faults that come again.

pub mod rules;

pub use rules::*;
