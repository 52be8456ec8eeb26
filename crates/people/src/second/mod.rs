//! A colleague's second factor: codes of an authenticator app (RFC 6238) after the password, and recovery codes for
//! who lost the phone. Knows no pages; whoever signs somebody in asks [`is_on`] and then [`check`].
//!
//! The secret lies sealed, recovery codes as a MAC under the master key: who reads the database alone can use neither.
//! A code is good once, and its half minute and those beside it are what a phone's clock may be wrong by.

mod commands;
mod obliging;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{Passed, begin, check, confirm, renew, turn_off};
pub use obliging::{Obliged, must_set_up, oblige, obliged};
pub use rules::{grouped, setup_address};
pub use store::{Standing, is_on, pending, standing, who_has};
