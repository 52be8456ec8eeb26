//! Live hints: names of things that changed, sent to every open browser. Never content: the browser
//! fetches what it shows with its own rights.

use tokio::sync::broadcast;

use crate::{Engine, Platform, Result, vals};

/// The channel name used on PostgreSQL.
pub(crate) const CHANNEL: &str = "tillit_hint";

/// So many hints are held for the slowest listener, whoever that is.
const HELD: usize = 1024;

/// Carries hints inside one process. Cheap to clone.
#[derive(Clone)]
pub struct Live {
    sender: broadcast::Sender<Hint>,
}

/// One hint: `conversation-cnv_…`, `inbox`.
pub type Hint = std::sync::Arc<str>;

impl Default for Live {
    fn default() -> Self {
        Self { sender: broadcast::channel(HELD).0 }
    }
}

impl Live {
    /// Tells every listener. A listener too slow to keep up is told to look at everything again.
    pub fn tell(&self, hint: &str) {
        // No listeners is no failure.
        let _ = self.sender.send(hint.into());
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Hint> {
        self.sender.subscribe()
    }
}

impl Platform {
    /// Gives a hint about something that no fact of the log tells of, to the browsers of every node.
    ///
    /// # Errors
    /// When the other nodes cannot be told.
    pub async fn tell(&self, hint: &str) -> Result<()> {
        self.live.tell(hint);
        if self.db.engine() == Engine::Postgres {
            let told = format!("{} {hint}", self.node);
            self.db.read().await?.all("SELECT pg_notify($1, $2)", vals![CHANNEL, told]).await?;
        }
        Ok(())
    }

    /// What another node told.
    pub(crate) fn hear_hint(&self, told: &str) {
        if let Some((node, hint)) = told.split_once(' ')
            && node != &*self.node
        {
            self.live.tell(hint);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::broadcast::error::TryRecvError;

    use super::*;

    #[test]
    fn who_never_reads_costs_no_more_than_what_is_held_for_all() {
        let live = Live::default();
        let mut slow: Vec<_> = (0..1_000).map(|_| live.listen()).collect();
        let hint: Hint = "inbox".into();
        for _ in 0..100_000 {
            let _ = live.sender.send(hint.clone());
        }
        // One copy each in the ring, and ours: nothing is kept for each of the thousand.
        assert_eq!(std::sync::Arc::strong_count(&hint), HELD + 1);
        let last = slow.last_mut().expect("a listener");
        assert!(matches!(last.try_recv(), Err(TryRecvError::Lagged(_))), "it is told that it missed some");
        assert_eq!(std::iter::from_fn(|| last.try_recv().ok()).count(), HELD);
    }
}
