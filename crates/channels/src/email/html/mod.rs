//! HTML of mails, which is the most hostile thing that anybody sends: never shown as it is.
//!
//! Two things are made of it. [`document()`]: what our pages show, a small tree of our own without a trace of
//! the sender's markup. [`original()`]: what a colleague sees who asks for the original, cleaned, and only ever
//! put into a frame that can do nothing. Both begin with the same scanner (`scan`, `nest`), in time that is
//! in proportion to the length. Knows nothing of mails and their parts.

mod address;
mod document;
mod fold;
mod hints;
mod nest;
mod original;
mod scan;
mod style;
mod table;
#[cfg(test)]
mod tests;

use conversations::document::{Document, Source};

/// What our pages show of this HTML.
#[must_use]
pub fn document(html: &str) -> Document {
    document::document(html)
}

/// The HTML without anything that runs, moves, submits or calls out. `pictures` says at which address of
/// ours a picture can be had, if it is to be shown.
#[must_use]
pub fn original(html: &str, pictures: &dyn Fn(&Source) -> Option<String>) -> String {
    original::clean(html, pictures)
}

/// [`document()`] of any bytes whatever, as a fuzzer has them.
pub fn document_of_bytes(bytes: &[u8]) {
    let _ = document(&String::from_utf8_lossy(bytes));
}

/// [`original()`] of any bytes whatever, as a fuzzer has them.
pub fn original_of_bytes(bytes: &[u8]) {
    let _ = original(&String::from_utf8_lossy(bytes), &|_| Some("/picture".to_owned()));
}
