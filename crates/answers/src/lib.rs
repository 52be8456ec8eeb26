//! What customers find by themselves: the articles of the help centre, and guided answers. Written, reviewed and
//! published in the desk, read, searched and walked by everybody under `/help`.
//!
//! Start with [`articles`] and [`guides`]; [`helping`] brings them to colleagues who answer. It knows nothing of how
//! messages travel: who is stuck is led to the contact form.

pub mod articles;
pub mod automatic;
pub mod guides;
pub mod helping;
mod holding;

pub use holding::Pictures;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();
