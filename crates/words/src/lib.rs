//! Pure knowledge about text: which language it is written in, what of a mail is new, what it hands on,
//! and by which words it is found.
//!
//! Knows no customer, no message and no database: text in, answer out, the same answer every time.

pub mod bursts;
pub mod forward;
pub mod language;
pub mod mood;
mod phrase;
pub mod private;
mod programs;
pub mod reply;
pub mod search;
pub mod tone;
