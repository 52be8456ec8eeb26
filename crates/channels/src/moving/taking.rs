//! Does what a record says, or shows what would come of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use base::{Action, Actor, allowed};
use conversations::commands::{CommandError, take_in};
use conversations::{OldFile, OldOutcome, OldPlace, OldRemark, OldWhy, TakenIn};
use jiff::tz::TimeZone;
use platform::{Conn, Platform, Result, Tx};

use super::model::{Line, Moving, MovingId, Plan};
use super::reading::{Reader, Record};
use super::rules::paths;
use super::shapes::{self, About, Heard, Said};
use super::store::{self, PART};
use super::upload::BESIDE_MAX;
use super::{Answer, Failure};
use crate::mailboxes::{self, Own};

/// Records that are shown before one begins.
const SHOWN: usize = 20;
/// Records that are looked at for them.
const LOOKED: usize = 500;

/// What all records of a file are read with.
pub(super) struct Knows {
    plan: Plan,
    shape: &'static dyn shapes::Shape,
    zone: TimeZone,
    own: Arc<Own>,
}

impl Knows {
    pub async fn of(conn: &mut Conn, it: &Moving) -> Result<Self> {
        let zone = conversations::settings::business(conn).await?.zone;
        Ok(Self {
            plan: it.plan.clone(),
            shape: shapes::named(&it.shape).unwrap_or(&shapes::Sheet),
            zone: TimeZone::get(&zone).unwrap_or(TimeZone::UTC),
            own: Arc::new(mailboxes::addresses(conn).await?),
        })
    }

    /// What a record says; read behind a net, since nothing that anybody wrote may stop the worker.
    pub fn said(&self, record: Record) -> Said {
        let Record::Whole(bytes) = record else { return Said::TooLong };
        let about = About { plan: &self.plan, zone: &self.zone, own: &self.own };
        let read = || self.shape.read(&bytes, &about);
        let mut said = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Said::Broken);
        if let Said::Conversation(heard) = &mut said {
            heard.old.source.clone_from(&self.plan.source);
        }
        said
    }
}

/// What would become of a record.
pub struct Shown {
    /// What.
    pub line: Line,
    /// What it is about.
    pub subject: String,
    /// Who its customer is, by name or address.
    pub customer: String,
    /// Messages in it.
    pub messages: usize,
}

/// What would become of the first records, if one began now: done, looked at, and not kept.
///
/// # Errors
/// When the actor may not.
pub async fn rehearse(p: &Platform, actor: &Actor, it: &Moving) -> Answer<Vec<Shown>> {
    let _all = allowed(actor, Action::MoveBusiness)?;
    let mut tx = p.begin().await?;
    let knows = Knows::of(&mut tx, it).await?;
    let mut reader = Reader::at(&mut tx, it).await?;
    let (mut shown, mut looked) = (Vec::new(), 0);
    while shown.len() < SHOWN
        && looked < LOOKED
        && let Some(record) = reader.next(&mut tx).await?
    {
        looked += 1;
        let said = knows.said(record);
        let (subject, customer, messages) = match &said {
            Said::Conversation(heard) => {
                let (old, draft) = (&heard.old, &heard.old.customer);
                let customer = if draft.name.is_empty() { draft.addresses.first() } else { Some(&draft.name) };
                (old.subject.clone(), customer.cloned().unwrap_or_default(), old.said.len())
            }
            _ => (String::new(), String::new(), 0),
        };
        if let Some(line) = record_in(p, &mut tx, actor, (&it.id, reader.line), said, false).await? {
            shown.push(Shown { line, subject, customer, messages });
        }
    }
    // Nothing of this is committed.
    drop(tx);
    Ok(shown)
}

/// Takes a record in; without `keeps` its files are only looked for.
pub(super) async fn record_in(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    (id, number): (&MovingId, i64),
    said: Said,
    keeps: bool,
) -> Answer<Option<Line>> {
    let refused = |why| {
        let remarks = vec![OldRemark::new(why, "")];
        Line { number, outcome: OldOutcome::Refused, old: String::new(), conversation: None, remarks }
    };
    let heard = match said {
        Said::Nothing => return Ok(None),
        Said::Broken => return Ok(Some(refused(OldWhy::Broken))),
        Said::TooLong => return Ok(Some(refused(OldWhy::TooLong))),
        Said::Conversation(heard) => *heard,
    };
    let Heard { mut old, raw, files } = heard;
    for (place, path) in files {
        match beside(tx, id, &path).await? {
            Ok(bytes) if keeps => {
                let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
                let bytes = p.blobs.prepare(bytes).await?;
                if let Some(message) = old.said.get_mut(place) {
                    let name = paths::name(path.trim()).to_owned();
                    let content_type = "application/octet-stream".to_owned();
                    let place = OldPlace::Bytes(bytes);
                    message.files.push(OldFile { name, content_type, size, inline: false, content_id: None, place });
                }
            }
            Ok(_) => {}
            Err(why) => old.remarks.push(OldRemark::new(why, &path)),
        }
    }
    match (raw, old.said.first_mut()) {
        (Some(raw), Some(message)) if keeps => message.raw = Some(p.blobs.prepare(raw).await?),
        _ => {}
    }
    let TakenIn { outcome, conversation, remarks } =
        take_in(p, tx, actor, &old).await.map_err(|error| match error {
            CommandError::Fault(fault) => Failure::Fault(fault),
            other => Failure::Fault(platform::Fault::new(other.to_string())),
        })?;
    for message in &old.said {
        let own = message.files.iter().filter_map(|file| match &file.place {
            OldPlace::Bytes(bytes) => Some(bytes),
            OldPlace::Part(_) => None,
        });
        for bytes in own.chain(&message.raw) {
            p.blobs.not_kept(tx, bytes).await?;
        }
    }
    Ok(Some(Line { number, outcome, old: old.number, conversation, remarks }))
}

/// A file beside the file.
async fn beside(conn: &mut Conn, id: &MovingId, path: &str) -> Result<Result<Vec<u8>, OldWhy>> {
    let Some(path) = paths::within(path) else { return Ok(Err(OldWhy::OutOfFolder)) };
    let mut bytes = Vec::new();
    for place in 0.. {
        let Some(part) = store::part(conn, id, &path, place).await? else {
            return Ok(if place == 0 { Err(OldWhy::NoFile) } else { Ok(bytes) });
        };
        let last = part.len() < PART;
        bytes.extend(part);
        if bytes.len() > BESIDE_MAX {
            return Ok(Err(OldWhy::FileTooLarge));
        }
        if last {
            break;
        }
    }
    Ok(Ok(bytes))
}
