//! The inbound journal: bytes first. What comes in is durable before anybody is told that it is, then
//! it is understood, and understood once.
//!
//! Mails that arrive together are written together: one commit, one sync for all of them. A mail that
//! comes a second time, by whatever way, is known by its [`identity`] and makes nothing new.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use platform::blobs::Prepared;
use platform::db::tuples;
use platform::jobs::NewJob;
use platform::{Conn, Context, Fault, Platform, Result, Tx, vals};
use tokio::sync::{mpsc, oneshot};

use crate::email::identity::identity;
use crate::mailboxes::MailboxId;

/// The lane of mails waiting to be understood.
pub const LANE: &str = "mail";
/// Job: understand one mail. Payload: its journal id.
pub const PROCESS_JOB: &str = "inbound.process";

/// Why a mail was not taken: it is larger than we take.
pub const TOO_LARGE: &str = "too_large";
/// Why a mail was not taken: the mail server lists it and does not hand it out.
pub const NOT_HANDED_OUT: &str = "not_handed_out";

/// Mails in one commit.
const TOGETHER_MOST: usize = 50;
/// Bytes in one commit.
const TOGETHER_BYTES: usize = 16 * 1024 * 1024;

/// How a mail came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From our LMTP listener.
    Lmtp,
    /// From our SMTP listener.
    Smtp,
    /// From a mail server's pipe.
    Pipe,
    /// From an archive, or old mail of a mailbox.
    Import,
    /// Fetched from a mailbox.
    Imap,
    /// Written by a customer on the page of their request.
    Request,
    /// Written in a contact form.
    Form,
}

impl Source {
    /// The name in the table.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lmtp => "lmtp",
            Self::Smtp => "smtp",
            Self::Pipe => "pipe",
            Self::Import => "import",
            Self::Imap => "imap",
            Self::Request => "request",
            Self::Form => "form",
        }
    }
}

/// What is known of a mail beside its bytes.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// How it came.
    pub source: Source,
    /// Who sends it, as the other server says; may be empty.
    pub envelope_from: String,
    /// For whom, as the other server says.
    pub envelope_to: Vec<String>,
    /// Who was at the other end.
    pub peer: String,
    /// The mailbox it was fetched from.
    pub mailbox: Option<MailboxId>,
}

/// A mail that is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the journal.
    pub id: String,
    /// Whether it had come before.
    pub known: bool,
}

/// Takes mails in. Cheap to clone; all clones write through one task.
#[derive(Clone)]
pub struct Journal {
    platform: Platform,
    queue: mpsc::Sender<Waiting>,
}

struct Waiting {
    bytes: Vec<u8>,
    arrival: Arrival,
    told: oneshot::Sender<Result<Kept, Arc<Fault>>>,
}

impl Journal {
    /// Starts the task that writes; it ends when the last clone is gone.
    #[must_use]
    pub fn start(platform: Platform) -> Self {
        let (queue, waiting) = mpsc::channel(TOGETHER_MOST * 2);
        tokio::spawn(write(platform.clone(), waiting));
        Self { platform, queue }
    }

    /// Keeps a mail. It is durable when this returns.
    ///
    /// # Errors
    /// When the disk or the database did not take it: nothing may be acknowledged.
    pub async fn accept(&self, bytes: Vec<u8>, arrival: Arrival) -> Result<Kept> {
        let (told, answer) = oneshot::channel();
        self.queue.send(Waiting { bytes, arrival, told }).await.ok().context("the journal has stopped")?;
        let kept = answer.await.context("the journal stopped before the mail was kept")?;
        kept.map_err(|fault| Fault::because("the mail could not be kept", fault))
    }

    /// Lists a mail that was not taken, so that people can see what they missed.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn refuse(&self, arrival: &Arrival, size: usize, reason: &str) -> Result<()> {
        let mut tx = self.platform.begin().await?;
        let (id, now) = (format!("ref_{}", tx.ids().next(tx.now())), tx.now());
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        let sql = "INSERT INTO refused (id, at, peer, envelope_from, size, reason) VALUES ($1, $2, $3, $4, $5, $6)";
        let from = people::person::clean_line(&arrival.envelope_from, 320);
        tx.run(sql, vals![id, now, arrival.peer.as_str(), from, size, reason]).await?;
        tx.commit().await
    }
}

async fn write(platform: Platform, mut waiting: mpsc::Receiver<Waiting>) {
    let mut next = None;
    loop {
        let first = match next.take() {
            Some(first) => first,
            None => match waiting.recv().await {
                Some(first) => first,
                None => return,
            },
        };
        let mut bytes = first.bytes.len();
        let mut together = vec![first];
        // Whoever came while the last commit was synced goes with this one.
        while together.len() < TOGETHER_MOST && bytes < TOGETHER_BYTES {
            match waiting.try_recv() {
                Ok(more) if bytes + more.bytes.len() > TOGETHER_BYTES => {
                    next = Some(more);
                    break;
                }
                Ok(more) => {
                    bytes += more.bytes.len();
                    together.push(more);
                }
                Err(_) => break,
            }
        }
        keep_together(&platform, together).await;
    }
}

async fn keep_together(platform: &Platform, together: Vec<Waiting>) {
    let (mut mails, mut tellers) = (Vec::new(), Vec::new());
    for Waiting { bytes, arrival, told } in together {
        mails.push((bytes, arrival));
        tellers.push(told);
    }
    // A sender who has hung up meanwhile hears nothing and sends again; that is then known.
    match keep_all(platform, mails).await {
        Ok(kept) => {
            for (told, kept) in tellers.into_iter().zip(kept) {
                let _ = told.send(Ok(kept));
            }
        }
        Err(fault) => {
            tracing::error!(error = %fault.chain(), mails = tellers.len(), "mails could not be kept; their senders will try again");
            let fault = Arc::new(fault);
            for told in tellers {
                let _ = told.send(Err(fault.clone()));
            }
        }
    }
}

/// A mail ready to be written down.
struct Ready {
    id: String,
    identity: String,
    blob: Prepared,
    arrival: Arrival,
}

async fn keep_all(platform: &Platform, mails: Vec<(Vec<u8>, Arrival)>) -> Result<Vec<Kept>> {
    let mut prepared = Vec::with_capacity(mails.len());
    for (bytes, arrival) in mails {
        let identity = data_encoding::HEXLOWER.encode(&identity(&bytes));
        prepared.push((identity, platform.blobs.prepare(bytes).await?, arrival));
    }
    let mut tx = platform.begin().await?;
    let named = prepared.into_iter().map(|(identity, blob, arrival)| {
        let id = format!("inb_{}", tx.ids().next(tx.now()));
        Ready { id, identity, blob, arrival }
    });
    let mails: Vec<Ready> = named.collect();
    let ids = keep(&mut tx, &mails).await?;
    let mut kept = Vec::with_capacity(mails.len());
    let (mut blobs, mut jobs) = (Vec::new(), Vec::new());
    for mail in &mails {
        let id = ids.get(&mail.identity).context("the journal did not answer for a mail")?;
        let known = *id != mail.id;
        if known {
            // Of a customer who was erased nothing is left to which its bytes could belong.
            platform.blobs.not_kept(&mut tx, &mail.blob).await?;
        } else {
            blobs.push(&mail.blob);
            jobs.push(NewJob::new(LANE, PROCESS_JOB).payload(id.as_str()));
        }
        kept.push(Kept { id: id.clone(), known });
    }
    platform.blobs.keep_all(&mut tx, &blobs).await?;
    if !jobs.is_empty() {
        tx.enqueue_all(jobs).await?;
    }
    tx.commit().await?;
    Ok(kept)
}

/// Writes all down in one statement; each identity with the id it has from now on.
async fn keep(tx: &mut Tx, mails: &[Ready]) -> Result<HashMap<String, String>> {
    // In one order, so that two writers of the same mails never wait for each other. What was offered twice at the
    // same moment is one row that counts both.
    let mut rows: BTreeMap<&str, (&Ready, i64)> = BTreeMap::new();
    for mail in mails {
        rows.entry(&mail.identity).and_modify(|(_, copies)| *copies += 1).or_insert((mail, 1));
    }
    let sql = format!(
        "INSERT INTO inbound (id, source, identity, blob, envelope_from, envelope_to, peer, received_at, mailbox, state, copies) \
         VALUES {} ON CONFLICT (identity) DO UPDATE SET copies = inbound.copies + excluded.copies RETURNING id, identity",
        tuples(rows.len(), 11)
    );
    let (now, mut values) = (tx.now(), Vec::with_capacity(rows.len() * 11));
    let clean = |text: &str| people::person::clean_line(text, 320);
    for (identity, (Ready { id, blob, arrival, .. }, copies)) in rows {
        let to: Vec<String> = arrival.envelope_to.iter().take(200).map(|to| clean(to)).collect();
        values.extend(vals![
            id.as_str(),
            arrival.source.code(),
            identity,
            blob.digest.as_str(),
            clean(&arrival.envelope_from),
            serde_json::to_string(&to)?,
            clean(&arrival.peer),
            now,
            arrival.mailbox.as_ref().map(MailboxId::as_str),
            "new",
            copies
        ]);
    }
    let rows = tx.all(&sql, values).await?;
    rows.iter().map(|row| Ok((row.text("identity")?, row.text("id")?))).collect()
}

/// A mail as the journal has it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub id: String,
    /// Its bytes.
    pub blob: String,
    /// Who sends it, as the other server said.
    pub envelope_from: String,
    /// For whom, as the other server said.
    pub envelope_to: Vec<String>,
    /// When it came, business time.
    pub received_at: base::Instant,
    /// Who was at the other end; empty when nobody was.
    pub peer: String,
    /// How it came.
    pub source: String,
    /// The mailbox it was fetched from.
    pub mailbox: Option<String>,
    /// `new`, `done`, `own`.
    pub state: String,
}

/// One entry.
///
/// # Errors
/// When the table cannot be read.
pub async fn entry(conn: &mut Conn, id: &str) -> Result<Option<Entry>> {
    let sql = "SELECT id, blob, envelope_from, envelope_to, peer, received_at, source, mailbox, state FROM inbound WHERE id = $1";
    let Some(row) = conn.one(sql, vals![id]).await? else { return Ok(None) };
    Ok(Some(Entry {
        id: row.text("id")?,
        blob: row.text("blob")?,
        envelope_from: row.text("envelope_from")?,
        envelope_to: serde_json::from_str(&row.text("envelope_to")?)?,
        received_at: row.at("received_at")?,
        peer: row.text("peer")?,
        source: row.text("source")?,
        mailbox: row.opt_text("mailbox")?,
        state: row.text("state")?,
    }))
}

/// What became of a mail: its conversation and message. `None` while it waits, and for our own mail
/// that came back.
///
/// # Errors
/// When the table cannot be read.
pub async fn made(conn: &mut Conn, id: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT conversation, message FROM inbound WHERE id = $1";
    let Some(row) = conn.one(sql, vals![id]).await? else { return Ok(None) };
    Ok(row.opt_text("conversation")?.zip(row.opt_text("message")?))
}

/// What became of a mail.
#[derive(Clone, Copy, Debug)]
pub enum Made<'a> {
    /// Nothing.
    Nothing,
    /// Nothing, but it is about this conversation and goes with it.
    NothingOf(&'a str),
    /// This message of this conversation.
    Message(&'a str, &'a str),
}

/// Writes down what became of a mail, in the transaction that made it so.
///
/// # Errors
/// When the table cannot be written, or the mail was understood before: then nothing may happen again.
pub async fn settle(tx: &mut Tx, id: &str, state: &str, made: Made<'_>, reason: Option<&str>) -> Result<()> {
    let sql =
        "UPDATE inbound SET state = $1, conversation = $2, message = $3, reason = $4 WHERE id = $5 AND state = 'new'";
    let (conversation, message) = match made {
        Made::Nothing => (None, None),
        Made::NothingOf(conversation) => (Some(conversation), None),
        Made::Message(conversation, message) => (Some(conversation), Some(message)),
    };
    match tx.run(sql, vals![state, conversation, message, reason, id]).await? {
        1 => Ok(()),
        _ => Err(Fault::new(format!("the mail {id} was understood already"))),
    }
}

/// A mail that was not taken.
#[derive(Clone, Debug)]
pub struct Refused {
    /// When, business time.
    pub at: base::Instant,
    /// Who was at the other end.
    pub peer: String,
    /// Who sent it, as the other server said.
    pub envelope_from: String,
    /// Its size in bytes, as far as known.
    pub size: i64,
    /// Why.
    pub reason: String,
}

/// What was refused, newest first.
///
/// # Errors
/// When the table cannot be read.
pub async fn refused(conn: &mut Conn, most: i64) -> Result<Vec<Refused>> {
    let sql = "SELECT at, peer, envelope_from, size, reason FROM refused ORDER BY id DESC LIMIT $1";
    let rows = conn.all(sql, vals![most]).await?;
    rows.iter()
        .map(|row| {
            Ok(Refused {
                at: row.at("at")?,
                peer: row.text("peer")?,
                envelope_from: row.text("envelope_from")?,
                size: row.int("size")?,
                reason: row.text("reason")?,
            })
        })
        .collect()
}
