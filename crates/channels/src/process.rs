//! From bytes to a message: understands a mail of the journal and hands it to `conversations`.
//!
//! What would happen to a mail can be asked without it happening: [`explain`] runs the same code and
//! lets the transaction go.

mod explaining;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use base::{Instant, Scope};
use conversations::Document;
use conversations::commands::{self, ByMail, ForReceipt, Inbound, InboundFile};
use conversations::invite::Invite;
use conversations::{Mailbox, Proof, naming};
use jiff::SignedDuration;
use platform::jobs::{self, Failure, Job};
use platform::{Platform, Result, Tx};

use crate::email::MailAddress;
use crate::email::address::Mark;
use crate::email::parse::{self, ParsedMail, Unreadable};
use crate::journal::{self, Entry, Made, Source};
use crate::mailboxes::{self, Own};
use crate::requests::Place;
use crate::sources::{document_of, invite_of, part_of};
use crate::trust;

pub use explaining::{ExplainedFile, Explanation, explain};

/// From this attempt on, some minutes after the first, a mail is taken in unread.
const PLAIN_FROM: i64 = 6;

/// A mail that was written longer ago is no news to its writer.
const WAITED_MOST: SignedDuration = SignedDuration::from_hours(72);

/// Stands for a sender that no mail names.
const NOBODY: &str = "unknown@sender.invalid";

/// Job: understands one mail, once.
///
/// # Errors
/// When the database cannot be used; the job is tried again. A mail that cannot be read is no error:
/// it becomes a conversation that says so.
pub async fn process(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut conn = p.db.read().await?;
    let Some(entry) = journal::entry(&mut conn, &job.payload).await?.filter(|entry| entry.state == "new") else {
        return Ok(()); // Understood by somebody who could not finish the job.
    };
    let bytes = p.blobs.read(&mut conn, &entry.blob).await?;
    let bytes = Arc::new(bytes);
    // What failed so often for reasons of its own is shown as it is, rather than to nobody.
    let plain = job.attempt >= PLAIN_FROM;
    let read = if plain { Err("not_understood".to_owned()) } else { understand(bytes.clone()).await };
    let ours = mailboxes::addresses(&mut conn).await?;
    drop(conn);
    // Asked before the transaction begins: nothing is held while name servers think.
    let proof = if plain { None } else { proof(p, &entry, &bytes, &read).await? };
    drop(bytes);
    let mut tx = p.begin().await?;
    // What somebody typed on a page is theirs, whatever address they gave.
    let typed = Place::of(&entry.source, &entry.envelope_to).is_some();
    if let Some(why) = own(p, &ours, &read).filter(|_| !typed) {
        journal::settle(&mut tx, &entry.id, "own", Made::Nothing, Some(why)).await?;
    } else {
        let inbound = inbound(&mut tx, &entry, read, proof).await?;
        let reason = inbound.unreadable.clone();
        match commands::note_by_mail(p, &mut tx, &inbound).await? {
            ByMail::Noted(conversation, message) => {
                let made = Made::Message(conversation.as_str(), message.as_str());
                journal::settle(&mut tx, &entry.id, "done", made, None).await?;
            }
            ByMail::Machine(conversation) => {
                // It may quote what is told there.
                let (made, why) = (Made::NothingOf(conversation.as_str()), "a colleague's machine answered a notice");
                journal::settle(&mut tx, &entry.id, "own", made, Some(why)).await?;
            }
            ByMail::Other => {
                let placed = commands::receive(p, &mut tx, inbound).await?;
                let made = Made::Message(placed.conversation.as_str(), placed.message.as_str());
                journal::settle(&mut tx, &entry.id, "done", made, reason.as_deref()).await?;
            }
        }
    }
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    Ok(())
}

/// A mail as far as it could be read.
pub(crate) type Read = Result<Understood, String>;

/// What a mail says, and how it is shown when it came as HTML.
pub(crate) struct Understood {
    pub mail: ParsedMail,
    pub document: Option<Document>,
    pub invite: Option<Invite>,
}

/// Reads a mail aside, since it may take a while, and behind a net, since nothing that anybody sends
/// may stop the worker.
pub(crate) async fn understand(bytes: Arc<Vec<u8>>) -> Read {
    let reading = tokio::task::spawn_blocking(move || {
        let mail = std::panic::catch_unwind(AssertUnwindSafe(|| parse::parse(&bytes)))
            .map_err(|_| "panicked".to_owned())
            .and_then(|read| read.map_err(|Unreadable { reason }| reason.code().to_owned()))?;
        // A mail whose form breaks us is still read as its words.
        let document = std::panic::catch_unwind(AssertUnwindSafe(|| document_of(&bytes))).ok().flatten();
        let invite = std::panic::catch_unwind(AssertUnwindSafe(|| invite_of(&bytes, &mail))).ok().flatten();
        Ok(Understood { mail, document, invite })
    });
    reading.await.unwrap_or_else(|_| Err("interrupted".to_owned()))
}

/// Why this is a mail of our own, if it is: we signed it, or it is from the address that it came to
/// (T08). A form on a website writes in our name for somebody whom it says an answer should go to.
pub(crate) fn own(p: &Platform, ours: &Own, read: &Read) -> Option<&'static str> {
    let mail = &read.as_ref().ok()?.mail;
    if mail.message_id.as_deref().is_some_and(|id| naming::is_our_message_id(p, id)) {
        return Some("our own mail came back");
    }
    let from_us = mail.from.as_ref().is_some_and(|from| ours.is_ours(&from.address));
    (from_us && answer_to(ours, mail).is_none()).then_some("it is from our own address")
}

/// Somebody else whom a mail asks to answer.
fn answer_to<'a>(ours: &Own, mail: &'a ParsedMail) -> Option<&'a MailAddress> {
    mail.reply_to.iter().find(|one| !ours.is_ours(&one.address))
}

/// What is known of the sender.
async fn proof(p: &Platform, entry: &Entry, bytes: &[u8], read: &Read) -> Result<Option<Proof>> {
    let from = read.as_ref().ok().and_then(|read| read.mail.from.as_ref());
    trust::proof(p, entry, bytes, from.map_or("", |from| &from.address)).await
}

pub(crate) async fn inbound(tx: &mut Tx, entry: &Entry, read: Read, proof: Option<Proof>) -> Result<Inbound> {
    let own = mailboxes::addresses(tx).await?;
    let received_at = entry.received_at;
    let (Understood { mail, document, invite }, unreadable) = match read {
        Ok(understood) => (understood, None),
        Err(reason) => (Understood { mail: ParsedMail::default(), document: None, invite: None }, Some(reason)),
    };
    // An archive's mails came when they say, not when they were read.
    let received_at =
        if entry.source == "import" { mail.date.unwrap_or(received_at).min(received_at) } else { received_at };
    let place = Place::of(&entry.source, &entry.envelope_to);
    let (channel, reply_tags) = match &place {
        // The page of a request says itself whose part in which conversation it is for.
        Some(Place::Request(tag)) => ("request", vec![tag.clone()]),
        Some(Place::Form { .. }) => ("form", Vec::new()),
        None => ("email", reply_tags(&own, &mail, &entry.envelope_to)),
    };
    let typed = place.is_some();
    let mut references = mail.references.clone();
    references.extend(mail.in_reply_to.iter().filter(|id| !mail.references.contains(id)).cloned());
    let from = sender(&own, &mail, &entry.envelope_from);
    // What is proved is the address in From, not the one that an answer should go to.
    let proof = proof.filter(|_| mail.from.as_ref().is_none_or(|claimed| claimed.address == from.address));
    let automatic = mail.automatic.map(|automatic| automatic.code().to_owned());
    let writer = people::person::by_address(tx, &Scope::All, &from.address).await?;
    let language = words::language::detect_known(&mail.text, writer.and_then(|person| person.language));
    let receipt = ForReceipt {
        old: entry.source == Source::Import.code() || written_long_ago(mail.date, received_at),
        declines: mail.no_receipt,
        from_us: own.is_ours(&from.address),
        utc_offset: mail.utc_offset,
    };
    let mailbox = mailbox_of(&own, entry, &mail).filter(|_| !typed);
    let department = match (mailbox.as_deref().and_then(|id| id.parse().ok()), place) {
        (Some(id), _) => mailboxes::department_of(tx, &id).await?,
        (None, Some(Place::Form { department, .. })) => department.and_then(|id| id.parse().ok()),
        (None, _) => None,
    };
    Ok(Inbound {
        receipt,
        channel,
        mailbox,
        department,
        received_at,
        from,
        to: mailboxes(&mail.to),
        cc: mailboxes(&mail.cc),
        warnings: warnings(&mail),
        proof,
        subject: mail.subject,
        text: mail.text,
        document,
        invite,
        language,
        mail_id: mail.message_id,
        references,
        reply_tags,
        automatic,
        bounce: mail.bounce.map(bounced),
        unreadable,
        raw: entry.blob.clone(),
        files: mail
            .attachments
            .into_iter()
            .map(|part| InboundFile {
                part: part_of(&part),
                name: part.name,
                content_type: part.content_type,
                size: i64::try_from(part.size).unwrap_or(i64::MAX),
                inline: part.inline,
                content_id: part.content_id,
            })
            .collect(),
    })
}

/// Whether the writer's clock says that a mail waited somewhere for days: in an archive that somebody moved back
/// among the new mails, or at a mail server. It is answered by people, not by a receipt.
fn written_long_ago(written: Option<Instant>, received: Instant) -> bool {
    written.is_some_and(|written| received.duration_since(written) > WAITED_MOST)
}

fn bounced(bounce: parse::Bounce) -> commands::Bounced {
    let of = |one: parse::BouncedRecipient| commands::BouncedFor {
        addresses: std::iter::once(one.address).chain(one.final_address).collect(),
        hard: one.hard,
        words: one.words,
    };
    commands::Bounced {
        given_up: bounce.kind != parse::BounceKind::Delayed,
        returned: bounce.returned,
        recipients: bounce.recipients.into_iter().map(of).collect(),
    }
}

/// Who wrote it: as the mail says, else as the other server said, else nobody. For what a form writes in
/// our name, whom it says an answer should go to.
fn sender(ours: &Own, mail: &ParsedMail, envelope_from: &str) -> Mailbox {
    let from = mail.from.as_ref().filter(|from| !ours.is_ours(&from.address));
    let claimed = from
        .or_else(|| answer_to(ours, mail))
        .or(mail.from.as_ref())
        .cloned()
        .or_else(|| MailAddress::read(None, envelope_from));
    claimed.map_or_else(|| Mailbox { name: String::new(), address: NOBODY.to_owned() }, |from| mailbox(&from))
}

fn mailbox(address: &MailAddress) -> Mailbox {
    let shown = address.shown(|_| false);
    Mailbox { name: shown.name.unwrap_or_default(), address: address.address.clone() }
}

fn mailboxes(addresses: &[MailAddress]) -> Vec<Mailbox> {
    // A thousand recipients are nobody's reading.
    addresses.iter().take(200).map(mailbox).collect()
}

fn warnings(mail: &ParsedMail) -> Vec<String> {
    let mut warnings: Vec<String> = mail.warnings.iter().map(|warning| warning.code().to_owned()).collect();
    let marks = mail.from.iter().flat_map(|from| from.shown(|_| false).marks);
    warnings.extend(marks.map(|mark| code(mark).to_owned()));
    warnings
}

const fn code(mark: Mark) -> &'static str {
    match mark {
        Mark::NameHoldsAddress => "name-holds-address",
        Mark::NameOfColleague => "name-of-colleague",
        Mark::HiddenCharacters => "hidden-characters",
        Mark::ForeignLetters => "foreign-letters",
    }
}

/// The mailbox it was fetched from, else the one it was written to.
fn mailbox_of(own: &Own, entry: &Entry, mail: &ParsedMail) -> Option<String> {
    let named = mail.to.iter().chain(&mail.cc).map(|to| to.address.as_str());
    let mut written_to = entry.envelope_to.iter().map(String::as_str).chain(named);
    entry.mailbox.clone().or_else(|| written_to.find_map(|to| own.mailbox_of(to)).map(ToString::to_string))
}

/// What stands behind the plus of an address of ours, wherever the mail was sent to.
fn reply_tags(own: &Own, mail: &ParsedMail, envelope_to: &[String]) -> Vec<String> {
    let named = mail.to.iter().chain(&mail.cc).map(|to| to.address.as_str());
    let mut tags: Vec<String> = Vec::new();
    for address in envelope_to.iter().map(String::as_str).chain(named) {
        if let Some(tag) = own.tag(address)
            && !tags.iter().any(|known| known == tag)
        {
            tags.push(tag.to_owned());
        }
    }
    tags
}
