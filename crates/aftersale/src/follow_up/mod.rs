//! Asking after a purchase whether all is well: as much as fits what was bought, and no more.

pub mod rules;

pub use rules::*;
