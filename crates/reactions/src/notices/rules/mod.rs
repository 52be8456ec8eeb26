//! Who is told, and when it is mailed.

pub mod telling;
pub mod timing;
