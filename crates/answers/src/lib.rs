//! What customers find by themselves: the articles of the help centre. Written, reviewed and published in the desk,
//! read and searched by everybody under `/help`.
//!
//! Start with [`articles`]. It knows nothing of how messages travel: who is stuck is led to the contact form.

pub mod articles;
mod holding;

pub use holding::Pictures;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();
