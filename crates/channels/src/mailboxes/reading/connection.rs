//! The life of one mailbox's reader: connect, read, wait, read; after a failure try again, later and
//! later. Machine time throughout: nobody moves it.

use std::time::Duration;

use platform::{Fault, Platform};

use super::round::Round;
use super::{Reader, progress};
use crate::email::imap::{self, Session};
use crate::email::trouble::{Kind, Trouble};
use crate::mailboxes::{Imap, Mailbox, account};

/// Reads one mailbox.
pub(super) struct Connection {
    reader: Reader,
    mailbox: Mailbox,
    imap: Imap,
}

impl Connection {
    pub fn new(reader: Reader, mailbox: Mailbox, imap: Imap) -> Self {
        Self { reader, mailbox, imap }
    }

    fn platform(&self) -> &Platform {
        &self.reader.platform
    }

    /// Ends only by being ended.
    pub async fn read_for_ever(self) {
        let mut round = Round::new(self.reader.clone(), self.mailbox.clone(), self.imap.clone());
        let mut failures = 0;
        loop {
            let Err(trouble) = Box::pin(self.read(&mut round, &mut failures)).await;
            failures += 1;
            let (mailbox, kind, words) = (&self.mailbox.id, trouble.kind.code(), &trouble.words);
            tracing::warn!(%mailbox, kind, words, failures, "a mailbox could not be read");
            if let Err(fault) = progress::failed(self.platform(), &self.mailbox.id, &trouble).await {
                tracing::error!(error = %fault.chain(), "a failure could not be written down");
            }
            tokio::time::sleep(self.pause(failures)).await;
        }
    }

    /// Longer after each failure, never quite the same for two mailboxes.
    fn pause(&self, failures: u32) -> Duration {
        let mut noise = [0];
        self.platform().random.fill(&mut noise);
        let longest = self.reader.pace.first.saturating_mul(1 << failures.clamp(1, 16).saturating_sub(1));
        longest.min(self.reader.pace.longest).mul_f64(0.8 + f64::from(noise[0]) * 0.4 / 255.0)
    }

    async fn read(&self, round: &mut Round, failures: &mut u32) -> Result<std::convert::Infallible, Trouble> {
        let mut session = self.sign_in().await?;
        let opened = session.open(&self.imap.folder, self.only_looks()).await?;
        let reading = progress::opened(self.platform(), &self.mailbox.id, opened).await.map_err(ours)?;
        round.opened(reading);
        loop {
            let note = round.run(&mut session).await?;
            progress::read(self.platform(), &self.mailbox.id, note.as_ref()).await.map_err(ours)?;
            *failures = 0;
            self.wait(&mut session).await?;
        }
    }

    /// A folder in which nothing is changed is opened so that nothing can be.
    fn only_looks(&self) -> bool {
        self.imap.afterwards == crate::mailboxes::Afterwards::Leave
    }

    async fn sign_in(&self) -> Result<Session, Trouble> {
        let login = account::login(self.platform(), &self.mailbox.id, &self.imap.account, account::For::Fetching);
        let login = login.await.map_err(ours)??;
        let place = self.imap.account.place();
        let mut session = imap::connect(&place, &self.reader.trust, self.reader.mail_max).await?;
        if let Err(trouble) = session.sign_in(&login).await {
            if trouble.kind == Kind::LoginRefused {
                // A token may have been taken back before its time; the next try gets a fresh one.
                account::forget_access(self.platform(), &self.mailbox.id, &login).await.map_err(ours)?;
            }
            return Err(trouble);
        }
        Ok(session)
    }

    async fn wait(&self, session: &mut Session) -> Result<(), Trouble> {
        if session.can("IDLE") {
            return session.idle(self.reader.pace.idle).await;
        }
        tokio::time::sleep(self.reader.pace.poll).await;
        session.noop().await
    }
}

/// What failed here is told like everything else, and is in the log with its reasons.
pub(super) fn ours(fault: Fault) -> Trouble {
    tracing::error!(error = %fault.chain(), "reading a mailbox failed on our side");
    Trouble::new(Kind::OnOurSide, fault.to_string())
}
