//! Sending back and exchanging: what the policy says, and the way of what is sent back.

pub mod rules;

pub use rules::*;
