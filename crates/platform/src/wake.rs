//! Who must look again after a commit: workers and readers of the log sleep here. On PostgreSQL the
//! call travels to the other nodes too. It says only *that* something came, never what: the truth is
//! always read again.

use tokio::sync::watch;

use crate::{Platform, live, presence};

/// The channel name used on PostgreSQL.
pub(crate) const CHANNEL: &str = "tillit_wake";

/// A bell that any number of sleepers hear. Cheap to clone.
#[derive(Clone)]
pub struct Wake {
    bell: watch::Sender<u64>,
}

impl Default for Wake {
    fn default() -> Self {
        Self { bell: watch::channel(0).0 }
    }
}

impl Wake {
    /// Rings for every sleeper of this process.
    pub fn ring(&self) {
        self.bell.send_modify(|n| *n = n.wrapping_add(1));
    }

    /// A sleeper's ear: `changed().await` returns after the next ring, also if it rang meanwhile.
    #[must_use]
    pub fn ear(&self) -> watch::Receiver<u64> {
        self.bell.subscribe()
    }
}

/// Passes on the bells of other nodes, and who is where, for ever. Returns at once on SQLite, which has no others.
pub async fn hear_other_nodes(p: Platform) {
    let Some(pool) = p.db.postgres_pool().cloned() else { return };
    loop {
        match sea_orm::sqlx::postgres::PgListener::connect_with(&pool).await {
            Ok(mut listener) => {
                if listener.listen_all([CHANNEL, presence::CHANNEL, live::CHANNEL]).await.is_ok() {
                    p.wake.ring();
                    while let Ok(told) = listener.recv().await {
                        match told.channel() {
                            presence::CHANNEL => p.hear_of_presence(told.payload()),
                            live::CHANNEL => p.hear_hint(told.payload()),
                            _ => p.wake.ring(),
                        }
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "cannot listen for other nodes; polling meanwhile"),
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}
