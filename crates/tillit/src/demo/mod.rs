//! The demo business Brekkesund: its people, its mails, and its life on a clock that can be moved.
//!
//! Everything is made from a seed, so that two machines show the same desk. Nothing here knows a
//! table or a socket: the life is a row of timed [`Act`]s, performed through the [`desk::Desk`]
//! trait by mail bytes and public commands. What was planted is known as [`truth::Truth`].

pub mod act;
pub mod arc;
mod articles;
pub mod automation;
pub mod bar;
mod beside;
pub mod cast;
mod community;
pub mod deed;
pub mod desk;
pub mod director;
pub mod driver;
pub mod files;
pub mod forms;
mod guides;
pub mod known;
pub mod ledger;
pub mod letter;
pub mod life;
pub mod lmtp;
pub mod looks;
pub mod macros;
pub mod moved;
pub mod plan;
pub mod quoting;
pub mod service;
pub mod showcase;
pub mod sink;
pub mod stage;
pub mod story;
pub mod team;
pub mod texts;
pub mod times;
pub mod truth;
pub mod views;
pub mod wishes;

pub use act::{Act, After, PlotId, Timed};

use base::Instant;

/// The texts of this crate.
pub const LOCALES: platform::i18n::Locales = platform::locales!();

/// When the newcomer opens the desk: Wednesday 18 November 2026, 13:48 in Oslo.
pub const START: Instant = Instant::constant(1_795_006_080, 0);

/// How much life there is at [`START`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// All conversations.
    pub conversations: usize,
    /// Those that wait for us.
    pub open: usize,
    /// Those that wait for somebody else.
    pub waiting: usize,
}

impl Default for Size {
    fn default() -> Self {
        Self { conversations: 400, open: 47, waiting: 19 }
    }
}

impl Size {
    /// A longer history of `conversations`: the desk of today stays as it is.
    #[must_use]
    pub fn of(conversations: usize) -> Self {
        let plain = Self::default();
        Self { conversations: conversations.max(plain.open + plain.waiting + 30), ..plain }
    }

    /// How many days of history that takes: the three weeks of the default, longer beyond it.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::try_from(self.conversations / 19).unwrap_or(i64::MAX).clamp(21, 3650)
    }
}

#[cfg(test)]
mod tests;
