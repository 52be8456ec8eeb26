//! The people on both sides: customers (`person`) and colleagues (`staff`).
//!
//! Knows addresses, names, languages, sign-in and roles; knows nothing of conversations or of how a
//! message travels.

mod ids;

pub use ids::{PersonId, StaffId};
