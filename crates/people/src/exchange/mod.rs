//! Customers as files that other programs read: a table (CSV), and cards (vCard).
//!
//! Start with `rules`, which says how a text stands in either.

mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use rules::{Card, row, vcard};
pub use store::cards;
