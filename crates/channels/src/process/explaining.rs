//! What would become of a mail if it came now, for people who ask before or wonder afterwards.

use std::fmt;
use std::sync::Arc;

use conversations::Mailbox;
use conversations::commands::{self, ByMail, Inbound, InboundFile, Placed};
use conversations::rules::placing::{Place, Step};
use platform::{Context, Platform, Result, Tx};
use serde::Serialize;

use super::{inbound, own, proof, understand};
use crate::journal::Entry;
use crate::mailboxes;

/// What would become of a mail, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Whether it could be read; else why not.
    pub unreadable: Option<String>,
    /// Its own id.
    pub message_id: Option<String>,
    /// Who says that they wrote it.
    pub from: Mailbox,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// And to whom else.
    pub cc: Vec<Mailbox>,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Names, types and sizes of what it carries.
    pub attachments: Vec<ExplainedFile>,
    /// Why a machine is taken to have written it.
    pub automatic: Option<String>,
    /// What the reader would be told.
    pub warnings: Vec<String>,
    /// `new_conversation`, `joins`, `joins_new_here`, `continues_closed`, `own_mail_ignored`, `already_here`,
    /// `note_of_colleague`.
    pub outcome: String,
    /// Number of the conversation it would join or go on from.
    pub conversation: Option<i64>,
    /// Whether the sender would become a new customer.
    pub new_person: bool,
    /// How it was decided, step by step.
    pub trace: Vec<Step>,
}

/// A file of an explained mail.
#[derive(Clone, Debug, Serialize)]
pub struct ExplainedFile {
    /// A safe name.
    pub name: String,
    /// As declared.
    pub content_type: String,
    /// In bytes.
    pub size: i64,
    /// Whether the text shows it in place.
    pub inline: bool,
}

/// Says what would become of a mail if it came now. Nothing is written.
///
/// # Errors
/// When the database cannot be used.
pub async fn explain(p: &Platform, bytes: &[u8]) -> Result<Explanation> {
    let identity = data_encoding::HEXLOWER.encode(&crate::email::identity::identity(bytes));
    let read = understand(Arc::new(bytes.to_vec())).await;
    let ours = mailboxes::addresses(&mut p.db.read().await?).await?;
    let own = own(p, &ours, &read).is_some();
    let entry = Entry {
        id: String::new(),
        blob: String::new(),
        envelope_from: String::new(),
        envelope_to: Vec::new(),
        peer: String::new(),
        received_at: p.clock.business(),
        source: "explain".to_owned(),
        mailbox: None,
        state: "new".to_owned(),
    };
    let proof = proof(p, &entry, bytes, &read).await?;
    let mut tx = p.begin().await?;
    let known = tx.one("SELECT id FROM inbound WHERE identity = $1", platform::vals![identity]).await?.is_some();
    let inbound = inbound(&mut tx, &entry, read, proof).await?;
    let noted = commands::note_by_mail(p, &mut tx, &inbound).await?;
    let placed = commands::receive(p, &mut tx, inbound.clone()).await?;
    let conversation = number_of(&mut tx, &placed).await?;
    drop(tx); // Never committed: it did not happen.
    let own = own || matches!(noted, ByMail::Machine(_));
    let explained = explained(inbound, placed, conversation, own, known);
    Ok(match noted {
        ByMail::Noted(..) if !own && !known => Explanation { outcome: "note_of_colleague".to_owned(), ..explained },
        _ => explained,
    })
}

async fn number_of(tx: &mut Tx, placed: &Placed) -> Result<Option<i64>> {
    let Some(id) = placed.place.found() else { return Ok(None) };
    let found = conversations::queries::find(tx, &base::Scope::All, id).await?;
    Ok(Some(found.context("the conversation is gone")?.number))
}

fn explained(inbound: Inbound, placed: Placed, conversation: Option<i64>, own: bool, known: bool) -> Explanation {
    let outcome = match (&placed.place, own, known) {
        (_, true, _) => "own_mail_ignored",
        (_, _, true) => "already_here",
        (Place::New, ..) => "new_conversation",
        (Place::Join(..), ..) => "joins",
        (Place::JoinNewHere(..), ..) => "joins_new_here",
        (Place::Continue(..), ..) => "continues_closed",
        (Place::Aside(..), ..) => "joins_side",
    };
    let file = |file: InboundFile| ExplainedFile {
        name: file.name,
        content_type: file.content_type,
        size: file.size,
        inline: file.inline,
    };
    Explanation {
        unreadable: inbound.unreadable,
        message_id: inbound.mail_id,
        from: inbound.from,
        to: inbound.to,
        cc: inbound.cc,
        subject: inbound.subject,
        text: inbound.text,
        attachments: inbound.files.into_iter().map(file).collect(),
        automatic: inbound.automatic,
        warnings: inbound.warnings,
        outcome: outcome.to_owned(),
        conversation,
        new_person: placed.new_person,
        trace: placed.trace,
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let box_of =
            |m: &Mailbox| if m.name.is_empty() { m.address.clone() } else { format!("{} <{}>", m.name, m.address) };
        if let Some(reason) = &self.unreadable {
            writeln!(f, "cannot be read   {reason}; it would be kept and shown as it is")?;
        }
        writeln!(f, "from             {}", box_of(&self.from))?;
        for to in &self.to {
            writeln!(f, "to               {}", box_of(to))?;
        }
        writeln!(f, "subject          {}", self.subject)?;
        writeln!(f, "text             {} characters", self.text.chars().count())?;
        for file in &self.attachments {
            writeln!(f, "attachment       {} ({}, {} bytes)", file.name, file.content_type, file.size)?;
        }
        if let Some(reason) = &self.automatic {
            writeln!(f, "written by       a machine ({reason}); nobody answers it by itself")?;
        }
        for warning in &self.warnings {
            writeln!(f, "warning          {warning}")?;
        }
        match self.conversation {
            Some(number) => writeln!(f, "outcome          {} #{number}", self.outcome)?,
            None => writeln!(f, "outcome          {}", self.outcome)?,
        }
        for step in &self.trace {
            let args: Vec<String> = step.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            writeln!(f, "because          {}{}", step.code, args.concat())?;
        }
        Ok(())
    }
}
