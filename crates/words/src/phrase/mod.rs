//! Finds turns of phrase in texts: words with their inflections, gaps and what must not stand beside them. The tables
//! of `tone` and `mood` are written in its signs; it knows no word itself.

mod pattern;
mod spoken;
mod veiled;

#[cfg(test)]
mod tests;

pub use pattern::{Hit, Matcher};
pub use spoken::{Case, Sentence, Spoken, Word};
pub use veiled::veils;
