//! What every part of Tillit agrees on: ids, the clock, who acts, what they may do, what an event
//! is, opening hours, and money.
//!
//! Pure and slow to change: no async, no I/O, no database, no screen. Start with [`event`], the
//! shape of every fact that Tillit remembers.

pub mod access;
pub mod actor;
pub mod calendar;
pub mod clock;
pub mod event;
pub mod id;
pub mod language;
pub mod money;

pub use access::{Action, Forbidden, Role, Scope, allowed};
pub use actor::{Actor, Reach};
pub use clock::{Clock, Instant};
pub use event::{Event, Subject};
pub use id::{IdSource, Random};
pub use language::Language;
pub use money::{Currency, Money, MoneyError};
