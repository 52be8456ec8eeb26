//! What customers find by themselves: the articles of the help centre. Written, reviewed and published in the desk,
//! read and searched by everybody under `/help`.
//!
//! Start with [`articles`]; [`helping`] brings them to colleagues who answer. It knows nothing of how messages travel:
//! who is stuck is led to the contact form.

pub mod articles;
pub mod automatic;
pub mod helping;
mod holding;

pub use holding::Pictures;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();
