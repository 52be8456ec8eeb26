//! Pure knowledge about text: which language it is written in, what of a mail is new, what it hands on,
//! by which words it is found, which dates it names, what it promises, and how it sounds.
//!
//! Knows no customer, no message and no database: text in, answer out, the same answer every time.

pub mod bursts;
pub mod dates;
pub mod forward;
pub mod language;
pub mod mood;
mod phrase;
pub mod private;
mod programs;
pub mod promises;
pub mod reply;
pub mod search;
pub mod tone;

#[cfg(test)]
mod vectors_stay_out;
