//! Fields of the business's own, for customers, organisations and conversations: which there are, and what stands
//! in them. Conversations ask for the rights and tell the facts of theirs.
//!
//! Start with `rules`, which says what may stand in a field of each kind.

mod commands;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{add, arrange, change, retire, set_values, write};
pub use model::{About, Changed, Field, Kind, NewField, Owner, SAVED, Value};
pub use rules::{Unfit, choices, missing, read};
pub(crate) use store::put;
pub use store::{all, find, forget, kept, of, values, values_of, words};
