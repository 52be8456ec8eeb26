//! The ground that every capability stands on: the database for both engines, the event log, jobs,
//! files, secrets, sign-in, the web kit, translations. It knows no word of customer care.
//!
//! Start with [`Platform`], what every handler and worker is given, and [`tx::Tx`], the unit of work.

pub mod api;
pub mod backup;
pub mod blobs;
pub mod check;
pub mod db;
pub mod erasing;
pub mod fault;
pub mod folders;
pub mod i18n;
pub mod jobs;
pub mod live;
pub mod log;
pub mod metrics;
pub mod outbound;
pub mod password;
pub mod picture;
pub mod presence;
pub mod random;
pub mod schema;
pub mod search;
pub mod secrets;
pub mod sessions;
pub mod settings;
pub mod settings_files;
pub mod system_clock;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod throttle;
pub mod tokens;
pub mod tx;
pub mod wake;
pub mod web;

use std::sync::Arc;

use base::{Clock, IdSource, Random};

pub use blobs::Blobs;
pub use db::{Conn, Db, Engine, Migration, Row};
pub use fault::{Context, Fault, Result};
pub use i18n::I18n;
pub use live::Live;
pub use outbound::Outbound;
pub use password::Passwords;
pub use presence::Presence;
pub use secrets::Secrets;
pub use tokens::Tokens;
pub use tx::Tx;
pub use wake::Wake;

/// Where this Tillit is reached, from the configuration: links in mails are built from it and from
/// nothing a request says.
#[derive(Clone, Debug)]
pub struct Site {
    /// Scheme, host and port without a slash at the end: `https://desk.brekkesund.example`.
    pub url: String,
    /// Whether this is the demo: a slim bar moves business time, mail stays on this machine.
    pub demo: bool,
}

impl Site {
    /// Whether browsers reach it by TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.url.starts_with("https://")
    }
}

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
    /// The one client that calls web addresses.
    pub outbound: Outbound,
    /// Stored bytes.
    pub blobs: Blobs,
    /// What must lie encrypted.
    pub secrets: Arc<Secrets>,
    /// Signed tokens for links, reply addresses and message ids.
    pub tokens: Arc<Tokens>,
    /// Password hashing, a few at a time.
    pub passwords: Passwords,
    /// Every text in five languages.
    pub i18n: I18n,
    /// Where people reach this Tillit.
    pub site: Arc<Site>,
    /// The bell that workers and readers sleep by.
    pub wake: Wake,
    /// Hints to open browsers.
    pub live: Live,
    /// Who is where right now.
    pub presence: Presence,
    /// The words that texts have, for those who mistype.
    pub words: search::Words,
    /// This process among the nodes, fresh at every start.
    pub node: Arc<str>,
}
