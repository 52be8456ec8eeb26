//! How what stands in a file of conversations is understood. Pure.

pub mod dates;
pub mod fields;
pub mod paths;
