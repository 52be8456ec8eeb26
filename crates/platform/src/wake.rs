//! Who must look again after a commit: workers of a lane and readers of the log sleep here. On PostgreSQL the
//! call travels to the other nodes too. It says only *where* something came, never what: the truth is
//! always read again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::{Platform, live, presence};

/// The channel name used on PostgreSQL. What is told there are lanes, and [`LOG`], with spaces between; nothing means all.
pub(crate) const CHANNEL: &str = "tillit_wake";

/// Stands for the event log among the lanes.
const LOG: &str = "-";

/// Bells that any number of sleepers hear: one for the log, one for each lane. Cheap to clone.
#[derive(Clone)]
pub struct Wake {
    log: watch::Sender<u64>,
    lanes: Arc<Mutex<HashMap<String, watch::Sender<u64>>>>,
}

/// Where a transaction left something to be looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// In the event log.
    pub log: bool,
    /// In these lanes.
    pub lanes: Vec<&'static str>,
}

impl Places {
    /// Adds a lane, once.
    pub fn add(&mut self, lane: &'static str) {
        if !self.lanes.contains(&lane) {
            self.lanes.push(lane);
        }
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        !self.log && self.lanes.is_empty()
    }

    /// What other nodes are told.
    pub fn told(&self) -> String {
        let log = self.log.then_some(LOG);
        log.into_iter().chain(self.lanes.iter().copied()).collect::<Vec<_>>().join(" ")
    }
}

fn ring(bell: &watch::Sender<u64>) {
    bell.send_modify(|n| *n = n.wrapping_add(1));
}

impl Default for Wake {
    fn default() -> Self {
        Self { log: watch::channel(0).0, lanes: Arc::default() }
    }
}

impl Wake {
    fn bell(&self, lane: &str) -> watch::Sender<u64> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.entry(lane.to_owned()).or_insert_with(|| watch::channel(0).0).clone()
    }

    /// Rings for every sleeper of this process.
    pub fn ring(&self) {
        ring(&self.log);
        let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.values().for_each(ring);
    }

    /// Rings for the workers of a lane.
    pub fn ring_lane(&self, lane: &str) {
        ring(&self.bell(lane));
    }

    /// Rings where a transaction left something.
    pub(crate) fn ring_at(&self, places: &Places) {
        if places.log {
            ring(&self.log);
        }
        places.lanes.iter().for_each(|lane| self.ring_lane(lane));
    }

    /// Rings where another node says that it left something.
    fn ring_told(&self, told: &str) {
        if told.is_empty() {
            return self.ring();
        }
        for place in told.split(' ') {
            if place == LOG { ring(&self.log) } else { self.ring_lane(place) }
        }
    }

    /// The ear of a reader of the log: `changed().await` returns after the next ring, also if it rang meanwhile.
    #[must_use]
    pub fn ear(&self) -> watch::Receiver<u64> {
        self.log.subscribe()
    }

    /// The ear of a lane's workers.
    #[must_use]
    pub fn ear_of(&self, lane: &str) -> watch::Receiver<u64> {
        self.bell(lane).subscribe()
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
                            _ => p.wake.ring_told(told.payload()),
                        }
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "cannot listen for other nodes; polling meanwhile"),
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_are_woken_who_have_something_to_look_at() {
        let wake = Wake::default();
        let (mut log, mut mail, mut out) = (wake.ear(), wake.ear_of("mail"), wake.ear_of("out"));
        let mut heard = || {
            let heard = [&mut log, &mut mail, &mut out].map(|ear| ear.has_changed().expect("a bell"));
            [&mut log, &mut mail, &mut out].into_iter().for_each(watch::Receiver::mark_unchanged);
            heard
        };
        let mut places = Places::default();
        assert!(places.is_empty());
        places.add("mail");
        places.add("mail");
        assert_eq!(places.told(), "mail");
        wake.ring_at(&places);
        assert_eq!(heard(), [false, true, false]);
        places.log = true;
        assert_eq!(places.told(), "- mail");
        wake.ring_told(&places.told());
        assert_eq!(heard(), [true, true, false]);
        wake.ring_told("out later");
        assert_eq!(heard(), [false, false, true]);
        wake.ring_told("");
        assert_eq!(heard(), [true, true, true]);
        wake.ring();
        assert_eq!(heard(), [true, true, true]);
        assert_eq!(heard(), [false, false, false]);
    }
}
