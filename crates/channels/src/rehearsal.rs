//! A dry run: what would become of the newest mails of a mailbox that is about to be connected.
//!
//! The very code that takes mails in does its work, in a transaction that is let go. Nothing is written,
//! nobody is told, nothing is sent.

use std::collections::HashMap;
use std::sync::Arc;

use base::Actor;
use conversations::rules::placing::Place;
use conversations::{ConversationId, Mailbox, commands};
use platform::{Platform, vals};

use crate::journal::{Entry, Source};
use crate::mailboxes::{self, Answer, MailboxId, Secrets, Settings, Start};
use crate::process;

/// What would become of some mails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// Each of them, in the order given.
    pub mails: Vec<Rehearsed>,
    /// How many conversations they would be.
    pub conversations: usize,
}

/// What would become of one mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsed {
    /// Who says that they wrote it.
    pub from: Mailbox,
    /// What it is about.
    pub subject: String,
    /// Whether a machine wrote it.
    pub automatic: bool,
    /// Whether it could be read.
    pub unreadable: bool,
    /// Where it would lie.
    pub fate: Fate,
}

/// Where a mail would lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// In a conversation of its own or of these mails, counted from 1; `first` when it begins it.
    New {
        /// Which of them.
        which: usize,
        /// Whether it begins it.
        first: bool,
    },
    /// In a conversation that is there already, by its number.
    Joins(i64),
    /// Nowhere: we sent it ourselves.
    Own,
    /// Nowhere: it is here already.
    Known,
}

/// Says what would become of `mails`, oldest first, if this mailbox were connected and they came now.
///
/// # Errors
/// When the mailbox could not be connected, or the database cannot be used.
pub async fn rehearse(p: &Platform, actor: &Actor, settings: &Settings, mails: Vec<Vec<u8>>) -> Answer<Rehearsal> {
    let mut ready = Vec::with_capacity(mails.len());
    for bytes in mails {
        // Understood before the transaction begins, which holds everybody else up.
        let identity = data_encoding::HEXLOWER.encode(&crate::email::identity::identity(&bytes));
        ready.push((identity, process::understand(Arc::new(bytes)).await));
    }
    let mut tx = p.begin().await?;
    // As it will be: its address is ours.
    let mailbox = mailboxes::insert(p, &mut tx, actor, settings.clone(), &Secrets::default(), Start::Now).await?;
    let mut rehearsal = Rehearsal::default();
    let mut seen: HashMap<ConversationId, Fate> = HashMap::new();
    let entry = old(tx.now(), &mailbox.id);
    let ours = mailboxes::addresses(&mut tx).await?;
    for (identity, read) in ready {
        let known = tx.one("SELECT 1 AS n FROM inbound WHERE identity = $1", vals![identity]).await?.is_some();
        let own = process::own(p, &ours, &read).is_some();
        let inbound = process::inbound(&mut tx, &entry, read, None).await?;
        let (from, subject) = (inbound.from.clone(), inbound.subject.clone());
        let (automatic, unreadable) = (inbound.automatic.is_some(), inbound.unreadable.is_some());
        let fate = if own {
            Fate::Own
        } else if known {
            Fate::Known
        } else {
            let placed = commands::receive(p, &mut tx, inbound).await?;
            let before = seen.get(&placed.conversation).copied();
            let fate = match (before, &placed.place) {
                (Some(Fate::New { which, .. }), _) => Fate::New { which, first: false },
                (Some(fate), _) => fate,
                (None, Place::New | Place::Continue(..)) => {
                    rehearsal.conversations += 1;
                    Fate::New { which: rehearsal.conversations, first: true }
                }
                (None, _) => Fate::Joins(placed.number),
            };
            seen.insert(placed.conversation, fate);
            fate
        };
        rehearsal.mails.push(Rehearsed { from, subject, automatic, unreadable, fate });
    }
    drop(tx); // Never committed: it did not happen.
    Ok(rehearsal)
}

/// A mail that lay there before we came.
fn old(now: base::Instant, mailbox: &MailboxId) -> Entry {
    Entry {
        id: String::new(),
        blob: String::new(),
        envelope_from: String::new(),
        envelope_to: Vec::new(),
        received_at: now,
        peer: String::new(),
        source: Source::Import.code().to_owned(),
        state: "new".to_owned(),
        mailbox: Some(mailbox.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use base::Role;
    use platform::testing::{TestPlatform, on_both_engines};

    use super::*;
    use crate::tests::migrations;

    fn mail(from: &str, subject: &str, id: &str, more: &str) -> Vec<u8> {
        format!(
            "From: {from}\r\nTo: hei@shop.example\r\nSubject: {subject}\r\nMessage-ID: <{id}>\r\n\
             Date: Mon, 16 Nov 2026 10:00:00 +0100\r\n{more}\r\nHei\r\n"
        )
        .into_bytes()
    }

    async fn count(p: &Platform) -> Vec<i64> {
        let mut conn = p.db.read().await.expect("read");
        let mut counts = Vec::new();
        for table in ["conversation", "message", "person", "mailbox", "job", "event", "inbound"] {
            let row = conn.one(&format!("SELECT COUNT(*) AS n FROM {table}"), vals![]).await.expect("counts");
            counts.push(row.expect("a row").int("n").expect("a number"));
        }
        counts
    }

    #[test]
    fn mails_are_placed_as_they_would_be_and_nothing_is_written() {
        on_both_engines(&migrations(), async |test: TestPlatform| {
            let p = &test.platform;
            let mails = vec![
                mail("kari@post.example", "Motoren", "1@post.example", ""),
                mail("liv@home.example", "Sadelen", "2@home.example", ""),
                mail("kari@post.example", "Re: Motoren", "3@post.example", "In-Reply-To: <1@post.example>\r\n"),
                mail("bot@list.example", "Nyheter", "4@list.example", "Auto-Submitted: auto-generated\r\n"),
            ];
            let before = count(p).await;
            let admin = Actor::staff("stf_1", Role::Admin);
            let settings = Settings { address: "hei@shop.example".into(), ..Settings::default() };
            let rehearsal = rehearse(p, &admin, &settings, mails).await.expect("rehearses");
            assert_eq!(count(p).await, before);
            assert_eq!(rehearsal.conversations, 3);
            let fates: Vec<Fate> = rehearsal.mails.iter().map(|mail| mail.fate).collect();
            let new = |which, first| Fate::New { which, first };
            assert_eq!(fates, [new(1, true), new(2, true), new(1, false), new(3, true)]);
            assert_eq!(rehearsal.mails[1].from.address, "liv@home.example");
            assert!(rehearsal.mails[3].automatic && !rehearsal.mails[0].automatic);
        });
    }
}
