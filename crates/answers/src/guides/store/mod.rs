//! The SQL of guides.

mod counting;
mod guides;

pub use counting::{Counted, Counts, Line, add, counted};
pub use guides::{all, any_live, by_address, delete, find, insert, insert_version, live, save, version, versions};
