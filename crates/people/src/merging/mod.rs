//! Making one customer of two, and taking them apart again. Only people do; what looks like one and the same is shown
//! with its reason ([`doubles`]).
//!
//! Knows what `people` keeps. What others keep of a customer is moved by them in the same transaction, which hands in
//! their own words on what they moved ([`merge`]). Start with `rules.rs`.

mod commands;
mod model;
mod rules;
mod store;
mod suggesting;
#[cfg(test)]
mod tests;

pub use commands::{FOLLOW_JOB, Followed, LANE, TakenApart, merge, plan, undo};
pub use model::{Merged, Plan};
pub use rules::{Field, Reason, plain};
pub(crate) use store::{hold, tables};
pub use store::{merged_into, once, where_merged};
pub(crate) use suggesting::doubles_of;
pub use suggesting::{Double, doubles, leave_apart};
