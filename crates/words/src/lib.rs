//! Pure knowledge about text: which language it is written in, what of a mail is new, what it hands on,
//! by which words it is found, and which dates it names.
//!
//! Knows no customer, no message and no database: text in, answer out, the same answer every time.

pub mod dates;
pub mod forward;
pub mod language;
mod programs;
pub mod reply;
pub mod search;

#[cfg(test)]
mod vectors_stay_out;
