//! One look through a mailbox: what is new is made durable first, then tidied up as wished, then
//! counted as done. Whatever is interrupted is done again, which changes nothing: the journal knows
//! every mail by what it says.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::join_all;

use super::connection::ours;
use super::{Reader, progress};
use crate::email::imap::{Listed, Session};
use crate::email::trouble::{Kind, Trouble};
use crate::journal::{self, Arrival, Source};
use crate::mailboxes::{Afterwards, Imap, Mailbox, Reading};

/// Mails looked at together.
const LOOKED_AT: usize = 500;
/// Mails fetched by one command.
const TOGETHER: usize = 50;
/// Bytes fetched by one command.
const TOGETHER_BYTES: usize = 8 * 1024 * 1024;
/// So often a mail, asked for alone, may break the connection before it is left where it is.
const STRIKES: u32 = 5;
/// A server's clock may be this wrong.
const SLACK: jiff::SignedDuration = jiff::SignedDuration::from_mins(10);

/// What a reader remembers of its mailbox from look to look.
pub(super) struct Round {
    reader: Reader,
    mailbox: Mailbox,
    imap: Imap,
    reading: Reading,
    /// Above [`Reading::last_uid`] and nothing left to do.
    done: BTreeSet<u32>,
    /// Durable with us, and still to be tidied up there.
    kept: BTreeSet<u32>,
    /// How often fetching a mail alone broke the connection.
    strikes: BTreeMap<u32, u32>,
    /// Whether mails are fetched one by one, to find the one that breaks things.
    careful: bool,
}

impl Round {
    pub fn new(reader: Reader, mailbox: Mailbox, imap: Imap) -> Self {
        let (done, kept) = (BTreeSet::new(), BTreeSet::new());
        let (reading, strikes) = (Reading::default(), BTreeMap::new());
        Self { reader, mailbox, imap, reading, done, kept, strikes, careful: false }
    }

    /// The folder was opened. Where numbers changed their meaning, nothing we remember holds.
    pub fn opened(&mut self, reading: Reading) {
        if reading.uid_validity != self.reading.uid_validity {
            self.done.clear();
            self.kept.clear();
            self.strikes.clear();
        }
        self.reading = reading;
    }

    /// Takes in what is new. Answers what people should know although reading goes on.
    pub async fn run(&mut self, session: &mut Session) -> Result<Option<Trouble>, Trouble> {
        let mut uids = session.from(self.reading.last_uid.saturating_add(1)).await?;
        uids.retain(|uid| !self.done.contains(uid) && !self.kept.contains(uid));
        // Those that broke the connection before come last.
        uids.sort_by_key(|uid| (self.strikes.contains_key(uid), *uid));
        let mut note = self.tidy_up(session).await?;
        for some in uids.chunks(LOOKED_AT) {
            let listed = session.list(some).await?;
            // What vanished between two commands is nobody's mail any more.
            self.done.extend(some.iter().filter(|uid| !listed.iter().any(|mail| mail.uid == **uid)));
            let mut wanted = Vec::new();
            for mail in listed {
                match self.judge(&mail).await? {
                    true => wanted.push(mail),
                    false => _ = self.done.insert(mail.uid),
                }
            }
            for together in batches(&wanted, self.careful) {
                self.take_in(session, together).await?;
                note = self.tidy_up(session).await?.or(note);
                self.advance().await?;
            }
            self.advance().await?;
        }
        self.careful = false;
        Ok(note)
    }

    /// Whether a mail is taken in; what is too large is listed.
    async fn judge(&mut self, mail: &Listed) -> Result<bool, Trouble> {
        if self.is_old(mail) && !self.reading.old_too {
            return Ok(false);
        }
        if self.strikes.get(&mail.uid).is_some_and(|strikes| *strikes >= STRIKES) {
            tracing::warn!(mailbox = %self.mailbox.id, uid = mail.uid, "a mail breaks the connection each time");
            self.strikes.remove(&mail.uid);
            self.refuse(mail.size, journal::NOT_HANDED_OUT).await?;
            return Ok(false);
        }
        if mail.size > self.reader.mail_max {
            self.refuse(mail.size, journal::TOO_LARGE).await?;
            return Ok(false);
        }
        Ok(true)
    }

    async fn refuse(&self, size: usize, reason: &str) -> Result<(), Trouble> {
        self.reader.journal.refuse(&self.arrival(false), size, reason).await.map_err(ours)
    }

    /// Whether it lay there before we came: by its number, or by its age once numbers changed.
    fn is_old(&self, mail: &Listed) -> bool {
        if self.reading.old_below > 0 {
            return mail.uid < self.reading.old_below;
        }
        let since = self.reading.connected_at.and_then(|at| at.checked_sub(SLACK).ok());
        mail.arrived.zip(since).is_some_and(|(arrived, since)| arrived < since)
    }

    fn arrival(&self, old: bool) -> Arrival {
        Arrival {
            source: if old { Source::Import } else { Source::Imap },
            envelope_from: String::new(),
            envelope_to: Vec::new(),
            peer: self.imap.account.host.clone(),
            mailbox: Some(self.mailbox.id.clone()),
        }
    }

    async fn take_in(&mut self, session: &mut Session, mails: &[Listed]) -> Result<(), Trouble> {
        let uids: Vec<u32> = mails.iter().map(|mail| mail.uid).collect();
        let (fetched, ended) = session.fetch(&uids, mails.iter().map(|mail| mail.size).sum()).await;
        let mut accepting = Vec::with_capacity(fetched.len());
        for mail in fetched {
            let old = mails.iter().find(|listed| listed.uid == mail.uid).is_some_and(|listed| self.is_old(listed));
            match mail.bytes {
                // Polled in this order, so the journal has them in this order.
                Ok(bytes) => accepting.push((mail.uid, self.reader.journal.accept(bytes, self.arrival(old)))),
                // It is larger than it said.
                Err(size) => {
                    self.refuse(size, journal::TOO_LARGE).await?;
                    self.done.insert(mail.uid);
                }
            }
        }
        let (came, accepting): (Vec<u32>, Vec<_>) = accepting.into_iter().unzip();
        for (uid, kept) in came.iter().zip(join_all(accepting).await) {
            kept.map_err(ours)?;
            self.strikes.remove(uid);
            self.kept.insert(*uid);
        }
        self.missing(&uids, ended).await
    }

    /// Mails that did not come: one that the server cannot hand out must not hold up the others.
    async fn missing(&mut self, uids: &[u32], ended: Result<(), Trouble>) -> Result<(), Trouble> {
        let missing: Vec<u32> =
            uids.iter().copied().filter(|uid| !self.kept.contains(uid) && !self.done.contains(uid)).collect();
        match (&missing[..], ended) {
            ([], ended) => ended,
            ([uid], Ok(()) | Err(Trouble { kind: Kind::ServerSaysNo, .. })) if uids.len() == 1 => {
                // Asked for alone, and the server says no, or nothing: people can look for it there.
                tracing::warn!(mailbox = %self.mailbox.id, uid, "a mail could not be fetched");
                self.refuse(0, journal::NOT_HANDED_OUT).await?;
                self.done.insert(*uid);
                Ok(())
            }
            (_, Ok(())) => {
                self.careful = true;
                Err(Trouble::new(Kind::ServerSaysNo, "not every mail was handed out"))
            }
            (missing, Err(trouble)) => {
                self.careful = true;
                if uids.len() == 1 {
                    missing.iter().for_each(|uid| *self.strikes.entry(*uid).or_default() += 1);
                }
                Err(trouble)
            }
        }
    }

    /// Does what was wished with mails that are safe. A no is told, and asked again at the next look.
    async fn tidy_up(&mut self, session: &mut Session) -> Result<Option<Trouble>, Trouble> {
        let kept: Vec<u32> = self.kept.iter().copied().collect();
        for uids in kept.chunks(LOOKED_AT) {
            let tidied = match &self.imap.afterwards {
                Afterwards::Leave => Ok(()),
                Afterwards::MarkRead => session.mark(uids, "\\Seen").await,
                Afterwards::Move(folder) => session.move_to(uids, folder).await,
                Afterwards::Delete => session.delete(uids).await,
            };
            match tidied {
                Ok(()) => {
                    self.done.extend(uids);
                    uids.iter().for_each(|uid| _ = self.kept.remove(uid));
                }
                Err(no) if matches!(no.kind, Kind::ServerSaysNo | Kind::FolderMissing) => return Ok(Some(no)),
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(None)
    }

    /// Remembers how far everything is done, without a gap.
    async fn advance(&mut self) -> Result<(), Trouble> {
        let Some(&last) = self.done.last() else { return Ok(()) };
        let first_open = self.kept.first().into_iter().chain(self.strikes.keys().next()).min();
        let last = first_open.map_or(last, |open| last.min(open - 1));
        if last > self.reading.last_uid {
            progress::advance(&self.reader.platform, &self.mailbox.id, last).await.map_err(ours)?;
            self.reading.last_uid = last;
        }
        self.done = self.done.split_off(&last.saturating_add(1));
        Ok(())
    }
}

/// What is fetched together: few enough, small enough; one by one when careful.
fn batches(mails: &[Listed], careful: bool) -> Vec<&[Listed]> {
    let most = if careful { 1 } else { TOGETHER };
    let (mut batches, mut start, mut bytes) = (Vec::new(), 0, 0);
    for (at, mail) in mails.iter().enumerate() {
        if at > start && (at - start == most || bytes + mail.size > TOGETHER_BYTES) {
            batches.push(&mails[start..at]);
            (start, bytes) = (at, 0);
        }
        bytes += mail.size;
    }
    if start < mails.len() {
        batches.push(&mails[start..]);
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_few_mails_of_few_bytes_and_every_mail_is_in_one() {
        let mail = |(uid, size): (u32, usize)| Listed { uid, size, arrived: None };
        let shape = |sizes: &[usize], careful: bool| -> Vec<usize> {
            let mails: Vec<Listed> = (1..).zip(sizes.iter().copied()).map(mail).collect();
            batches(&mails, careful).iter().map(|batch| batch.len()).collect()
        };
        assert_eq!(shape(&[], false), Vec::<usize>::new());
        assert_eq!(shape(&[1; 120], false), [50, 50, 20]);
        assert_eq!(shape(&[1; 3], true), [1, 1, 1]);
        assert_eq!(shape(&[1, TOGETHER_BYTES, 1, 1], false), [1, 1, 2]);
        assert_eq!(shape(&[TOGETHER_BYTES * 3], false), [1]);
    }
}
