//! Everything that is held about a customer: handed out, and erased for good.
//!
//! Each capability is a [`Holder`] of what it keeps; the wiring names them all ([`Holders`]), and nothing here knows
//! their tables. What must stay (that a conversation took place, when, in which state) stays without the person.

mod commands;
mod events;
mod held;
mod model;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;

use platform::{Conn, Result, Tx};

pub use commands::{Confirmed, erase, everything, forget};
pub use events::PrivacyEvent;
pub use model::{About, Erased, Field, Gone, Held, Kind, at, list, text};
pub(crate) use store::column;
pub use store::erased;

/// An answer that is still to come.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// A capability that keeps something of customers.
pub trait Holder: Send + Sync {
    /// All that it keeps of a customer.
    fn held<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>>;
    /// Whether something still goes out to them: then nothing is erased yet.
    fn waits<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, bool> {
        let _ = (conn, of);
        Box::pin(async { Ok(false) })
    }
    /// Erases it. Bytes and ids that it let go of are told.
    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, gone: &'a mut Gone) -> Later<'a, ()>;
    /// Those of these digests that it still keeps for somebody.
    fn uses<'a>(&'a self, conn: &'a mut Conn, digests: &'a BTreeSet<String>) -> Later<'a, Vec<String>> {
        let _ = (conn, digests);
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// All of them; an extension of requests.
#[derive(Clone, Copy)]
pub struct Holders(pub &'static [&'static dyn Holder]);
