//! Customers: who they are, by which addresses they write, and in which language.
//!
//! A customer appears by writing ([`resolve`]); one address belongs to one customer, one customer may
//! have several addresses. Start with `rules.rs` for how addresses and names are read.

mod commands;
mod events;
mod found;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{
    add, add_address, add_unwritten, change_address, clear_failing, prove_address, remove_address, rename, resolve,
    set_failing,
};
pub use events::PersonEvent;
pub(crate) use found::unfind;
pub use found::{Customers, index, search};
pub use model::{Address, Failing, Person};
pub(crate) use rules::fold_name;
pub use rules::{CleanName, clean_line, clean_name, fold_address, looks_like_address};
pub use store::{Customer, Page, addresses, by_address, find, list, names};
