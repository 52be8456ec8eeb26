//! What colleagues can do with care flags.

use base::{Action, Actor, allowed};
use jiff::civil::Date;
use platform::jobs::{self, Job, NewJob};
use platform::{Platform, Tx};

use super::events::CareEvent;
use super::model::{CareFlag, CareId, CareKind};
use super::rules::{self, WHY_MAX};
use super::store;
use crate::PersonId;
use crate::person::{self, clean_line};
use crate::refusal::{Answer, Refusal};
use crate::{absence, privacy};

/// The lane of [`END_JOB`]: that of clocks.
const END_LANE: &str = "clock";
/// A flag's last day is over: what it says goes.
pub const END_JOB: &str = "care.end";

/// A flag as somebody wants it.
#[derive(Clone, Debug)]
pub struct NewCare {
    /// What the customer goes through.
    pub kind: CareKind,
    /// More about it, in one's own words.
    pub why: String,
    /// Its last day in the business's zone. `None` = as long as is usual for its kind.
    pub until: Option<Date>,
}

/// The customer, held until the end: two who set flags at once do not make two of a kind.
async fn load(tx: &mut Tx, actor: &Actor, id: &PersonId) -> Answer<PersonId> {
    let scope = allowed(actor, Action::EditPeople)?;
    store::hold(tx, id).await?;
    let person = person::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    if privacy::erased(tx, &person.id).await?.is_some() {
        return Err(Refusal::NotFound.into());
    }
    Ok(person.id)
}

async fn load_flag(tx: &mut Tx, person: &PersonId, id: &CareId) -> Answer<CareFlag> {
    let now = tx.now();
    let kept = store::kept(tx, person).await?;
    Ok(kept.into_iter().find(|flag| flag.id == *id && flag.holds(now)).ok_or(Refusal::NotFound)?)
}

/// Says that a customer is treated with care. There is one flag of a kind: a second becomes the first, changed.
///
/// # Errors
/// Refused when the actor may not, when there is no such customer, without a reason, and when the last day does not do.
pub async fn set(tx: &mut Tx, actor: &Actor, id: &PersonId, new: &NewCare) -> Answer<CareId> {
    let person = load(tx, actor, id).await?;
    let now = tx.now();
    store::sweep(tx, now).await?;
    let known = store::kept(tx, &person).await?.into_iter().find(|flag| flag.kind == new.kind);
    let before = known.is_some();
    let id = known.as_ref().map_or_else(|| CareId::next(&tx.ids(), now), |flag| flag.id.clone());
    let since = known.as_ref().map_or(now, |flag| flag.since);
    let (flag, until) =
        made(tx, actor, new, |why, ends_at| CareFlag { id, person, kind: new.kind, why, since, ends_at, set_by: None })
            .await?;
    if known.as_ref() == Some(&flag) {
        return Ok(flag.id);
    }
    keep(tx, actor, flag, until, before).await
}

/// Changes a flag: to another kind, with other words, or until another day.
///
/// # Errors
/// Refused as by [`set`]; also when there is no such flag any more, or another one of that kind.
pub async fn change(tx: &mut Tx, actor: &Actor, id: &PersonId, flag: &CareId, new: &NewCare) -> Answer<()> {
    let person = load(tx, actor, id).await?;
    let before = load_flag(tx, &person, flag).await?;
    let now = tx.now();
    let others = store::kept(tx, &person).await?;
    let twice = others.iter().any(|other| other.id != *flag && other.kind == new.kind && other.holds(now));
    if twice && before.kind != new.kind {
        return Err(Refusal::CareTwice.into());
    }
    let (id, since) = (before.id.clone(), before.since);
    let (after, until) =
        made(tx, actor, new, |why, ends_at| CareFlag { id, person, kind: new.kind, why, since, ends_at, set_by: None })
            .await?;
    if (before.kind, &before.why, before.ends_at) == (after.kind, &after.why, after.ends_at) {
        return Ok(());
    }
    keep(tx, actor, after, until, true).await.map(drop)
}

/// Checks the words and the day, and says whose hand it is.
async fn made(
    tx: &mut Tx,
    actor: &Actor,
    new: &NewCare,
    flag: impl FnOnce(String, base::Instant) -> CareFlag,
) -> Answer<(CareFlag, Date)> {
    let why = clean_line(&new.why, WHY_MAX);
    if why.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let zone = absence::zone(tx).await?;
    let day = rules::last_day(new.kind, new.until, tx.now().to_zoned(zone.clone()).date())?;
    let set_by = actor.staff_id().and_then(|id| id.parse().ok());
    Ok((CareFlag { set_by, ..flag(why, rules::end_of(day, &zone)) }, day))
}

async fn keep(tx: &mut Tx, actor: &Actor, flag: CareFlag, until: Date, known: bool) -> Answer<CareId> {
    store::put(tx, &flag).await?;
    // Another day moves it; who ends it early leaves it behind, and it finds nothing.
    let job = NewJob::new(END_LANE, END_JOB).key(format!("{END_JOB}:{}", flag.id));
    tx.enqueue(job.at_business_time(flag.ends_at)).await?;
    let (person, id, kind, until) = (flag.person, flag.id, flag.kind, until.to_string());
    let event = if known {
        CareEvent::CareChanged { person, flag: id.clone(), kind, until }
    } else {
        CareEvent::CareSet { person, flag: id.clone(), kind, until }
    };
    tx.record(&event, actor, None).await?;
    Ok(id)
}

/// Ends a flag before its day; its words go with it.
///
/// # Errors
/// Refused when the actor may not, or when there is no such flag any more.
pub async fn end(tx: &mut Tx, actor: &Actor, id: &PersonId, flag: &CareId) -> Answer<()> {
    let person = load(tx, actor, id).await?;
    let flag = load_flag(tx, &person, flag).await?;
    store::remove(tx, &flag.id).await?;
    Ok(tx.record(&CareEvent::CareEnded { person, flag: flag.id, kind: flag.kind }, actor, None).await?)
}

/// Takes away what has ended by itself.
///
/// # Errors
/// When the database cannot be used or the job is another worker's by now.
pub async fn sweep_ended(p: &Platform, job: &Job) -> Result<(), jobs::Failure> {
    let mut tx = p.begin().await?;
    let now = tx.now();
    store::sweep(&mut tx, now).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}
