//! The ground that every capability stands on: the database for both engines, the event log, jobs,
//! files, secrets, sign-in, the web kit, translations. It knows no word of customer care.
//!
//! Start with [`Platform`], what every handler and worker is given, and [`tx::Tx`], the unit of work.

pub mod blobs;
pub mod db;
pub mod fault;
pub mod jobs;
pub mod live;
pub mod log;
pub mod schema;
pub mod settings;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tx;
pub mod wake;

use std::sync::Arc;

use base::{Clock, IdSource, Random};

pub use blobs::Blobs;
pub use db::{Conn, Db, Engine, Migration, Row};
pub use fault::{Context, Fault, Result};
pub use live::Live;
pub use tx::Tx;
pub use wake::Wake;

/// Everything that is the same for all capabilities; every handler and worker gets a clone.
#[derive(Clone)]
pub struct Platform {
    /// The database.
    pub db: Db,
    /// The one clock.
    pub clock: Arc<dyn Clock>,
    /// Where ids come from.
    pub ids: Arc<IdSource>,
    /// Where other random numbers come from.
    pub random: Arc<dyn Random>,
    /// Stored bytes.
    pub blobs: Blobs,
    /// The bell that workers and readers sleep by.
    pub wake: Wake,
    /// Hints to open browsers.
    pub live: Live,
    /// This process among the nodes, fresh at every start.
    pub node: Arc<str>,
}
