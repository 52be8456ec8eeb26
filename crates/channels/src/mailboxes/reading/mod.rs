//! Reads the mailboxes: one task for each that is enabled, on one node at a time.
//!
//! A node holds a mailbox by a lease in the database and renews it; who loses it stops. Changed
//! settings begin a new task. What a task does is next door: `connection`.

mod connection;
pub(super) mod progress;
mod round;

use std::collections::HashMap;
use std::time::Duration;

use platform::{Platform, Result};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

use super::{Fetch, Mailbox, MailboxId, store};
use crate::email::tls::Trust;
use crate::journal::Journal;

/// How often settings and leases are looked at, if nothing rings before.
const LOOK: Duration = Duration::from_secs(10);

/// How long readers wait, by the machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Between two looks where the server does not tell of new mail by itself.
    pub poll: Duration,
    /// Until waiting (IDLE) is begun anew: below the 29 minutes of the standard, and below what routers
    /// forget, and often enough that a quiet mailbox is seen to be read.
    pub idle: Duration,
    /// Between two tries after the first failure; doubled up to [`Pace::longest`].
    pub first: Duration,
    /// Between two tries at most.
    pub longest: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            poll: Duration::from_secs(60),
            idle: Duration::from_secs(240),
            first: Duration::from_secs(5),
            longest: Duration::from_secs(300),
        }
    }
}

/// What every reader needs.
#[derive(Clone)]
pub struct Reader {
    /// The platform.
    pub platform: Platform,
    /// Where mails go.
    pub journal: Journal,
    /// Larger mails are refused and listed, as the listener does.
    pub mail_max: usize,
    /// Whose certificates are believed.
    pub trust: Trust,
    /// How long to wait.
    pub pace: Pace,
}

/// What this node read last, so that a gap while nobody ran is not taken for a failure. To be
/// called before the workers begin.
///
/// # Errors
/// When the table cannot be written.
pub async fn begin(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    progress::watch_anew(&mut tx).await?;
    tx.commit().await
}

/// Reads every mailbox until `stop` becomes true.
///
/// # Errors
/// Never by itself; what fails is told with the mailbox.
pub async fn run(reader: Reader, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut ear = reader.platform.wake.ear();
    let mut readers = Readers { reader, tasks: JoinSet::new(), running: HashMap::new() };
    loop {
        if let Err(fault) = readers.look().await {
            tracing::error!(error = %fault.chain(), "mailboxes could not be looked at");
        }
        tokio::select! {
            () = stopped(&mut stop) => break,
            () = tokio::time::sleep(LOOK) => {}
            rung = ear.changed() => {
                if rung.is_err() {
                    break;
                }
                // Bells ring for every mail; settings may wait a moment.
                tokio::time::sleep(Duration::from_millis(250)).await;
            }
        }
    }
    // What was taken in is safe; what was in hand is read again.
    readers.tasks.shutdown().await;
    progress::release(&readers.reader.platform).await
}

/// Waits until the server is to stop; also when nobody is left to say so.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

struct Readers {
    reader: Reader,
    tasks: JoinSet<()>,
    running: HashMap<MailboxId, (i64, AbortHandle)>,
}

impl Readers {
    /// Begins, ends and renews what should be read here.
    async fn look(&mut self) -> Result<()> {
        while self.tasks.try_join_next().is_some() {}
        let p = self.reader.platform.clone();
        let wanted = store::versions(&mut p.db.read().await?).await?;
        self.running.retain(|id, (version, task)| {
            let stays = wanted.get(id) == Some(version) && !task.is_finished();
            if !stays {
                task.abort();
            }
            stays
        });
        for (id, version) in wanted {
            if !progress::lease(&p, &id).await? {
                if let Some((_, task)) = self.running.remove(&id) {
                    tracing::warn!(mailbox = %id, "another node reads this mailbox now");
                    task.abort();
                }
                continue;
            }
            if self.running.contains_key(&id) {
                continue;
            }
            let Some(mailbox) = super::find(&mut p.db.read().await?, &id).await? else { continue };
            if let Some(task) = self.begin(mailbox) {
                self.running.insert(id, (version, task));
            }
        }
        Ok(())
    }

    fn begin(&mut self, mailbox: Mailbox) -> Option<AbortHandle> {
        let Fetch::Imap(imap) = mailbox.settings.fetch.clone() else { return None };
        let connection = connection::Connection::new(self.reader.clone(), mailbox, imap);
        Some(self.tasks.spawn(connection.read_for_ever()))
    }
}

#[cfg(test)]
mod tests;
