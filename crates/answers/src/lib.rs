//! What customers find by themselves: the articles of the help centre, and guided answers. Written, reviewed and
//! published in the desk, read, searched and walked by everybody under `/help`.
//!
//! Start with [`articles`] and [`guides`]. It knows nothing of how messages travel: who is stuck is led to the contact
//! form.

pub mod articles;
pub mod guides;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();
