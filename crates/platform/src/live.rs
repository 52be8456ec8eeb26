//! Live hints: names of things that changed, sent to every open browser. Never content: the browser
//! fetches what it shows with its own rights.

use tokio::sync::broadcast;

/// Carries hints inside one process. Cheap to clone.
#[derive(Clone)]
pub struct Live {
    sender: broadcast::Sender<Hint>,
}

/// One hint: `conversation-cnv_…`, `inbox`.
pub type Hint = std::sync::Arc<str>;

impl Default for Live {
    fn default() -> Self {
        Self { sender: broadcast::channel(1024).0 }
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
