//! Turns of phrase that jar whatever the goods and the house: sayings, and constructions with an open place in them.

pub mod da;
pub mod en;
pub mod id;
pub mod nb;
pub mod sv;
