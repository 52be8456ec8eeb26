//! Pure knowledge about text: which language it is written in.
//!
//! Knows no customer, no message and no database: text in, answer out, the same answer every time.

pub mod language;
