//! API tokens: what programs of a colleague come in with. Each belongs to who made it and never does more than
//! they may; only its digest is kept. What requests may do with one is next door, in `api/`.

mod commands;
mod events;
mod store;
#[cfg(test)]
mod tests;

use base::Instant;
use platform::api::Level;

use crate::StaffId;

pub use commands::{Ends, NewToken, levels, listed, make, revoke, used};
pub use events::TokenEvent;
pub use store::{all, by_secret};

base::id!(
    /// Names one API token.
    TokenId,
    "tok_"
);

/// How every token begins, so that people and scanners of source code know one.
pub const START: &str = "tillit_";

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id; opens nothing.
    pub id: TokenId,
    /// Whose it is.
    pub staff: StaffId,
    /// What they call it.
    pub name: String,
    /// How far it reaches.
    pub level: Level,
    /// When it was made, machine time.
    pub created_at: Instant,
    /// When it ends, machine time.
    pub expires_at: Option<Instant>,
    /// When it was last used, to the minute.
    pub used_at: Option<Instant>,
}

impl Token {
    /// Whether it opens anything at this machine time.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}
