//! Giving out by turns what comes in, where a department does so: to whoever has what it needs.

use base::calendar::Calendar;
use base::{Action, Actor, Language, Scope, allowed};
use jiff::civil::Date;
use people::skill::Skill;
use people::{DepartmentId, StaffId};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx, settings as kept};

use super::{Answer, CLOCK_LANE, GIVE_JOB, zone_of};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, GivenBecause, Group, Lacking, Missing, State, TurnNeed, TurnNeedOf, TurnOrder};
use crate::rules::states::Refusal;
use crate::rules::turns::{Choice, Gap, away_until, choose, passed_over};
use crate::settings::{TURN_NEEDS_MOST, Turns};
use crate::{queries, settings, store};

/// What waits is looked at so often, in seconds of business time.
const AGAIN: i64 = 600;
/// So many are read at once.
const AT_ONCE: i64 = 500;
/// Days that are looked at for an open one.
const WEEKS_AHEAD: usize = 28;

/// What is given out: what of it decides who can take it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Matter<'a> {
    /// The department it belongs to.
    pub department: Option<&'a DepartmentId>,
    /// The language of its customer.
    pub language: Option<Language>,
    /// By which mailbox it came, where it is not written yet.
    pub mailbox: Option<&'a str>,
    /// Which it is, once it is written.
    pub conversation: Option<&'a ConversationId>,
}

impl<'a> Matter<'a> {
    /// Of one that is written.
    pub fn of(it: &'a Conversation) -> Self {
        Self { department: it.department.as_ref(), language: it.language, mailbox: None, conversation: Some(&it.id) }
    }
}

/// Who gets something.
pub(super) enum Turn {
    /// It is not given out by turns.
    Off,
    /// This one, by id and name.
    To(StaffId, String, GivenBecause),
    /// Nobody could take it.
    Waits(Option<Missing>, Option<Date>),
}

impl Turn {
    /// Who, if anybody.
    pub fn to(self) -> Option<(StaffId, String)> {
        match self {
            Self::To(id, name, _) => Some((id, name)),
            Self::Off | Self::Waits(..) => None,
        }
    }
}

/// Gives a conversation that begins, and is still to be written, to whoever is next. What is to be told of it is
/// answered, for after its beginning.
///
/// Numbers of turns are given out one after the other, so that of two mails at once the second sees what became of the
/// first.
pub(super) async fn take_turn(
    tx: &mut Tx,
    it: &mut Conversation,
    mailbox: Option<&str>,
) -> Result<Option<ConversationEvent>> {
    if it.assignee.is_some() {
        return Ok(None);
    }
    let matter = Matter { mailbox, conversation: None, ..Matter::of(it) };
    let turn = whose_turn(tx, matter).await?;
    Ok(given(it, turn))
}

/// Makes it theirs whose turn it is. What is to be told of it is answered.
fn given(it: &mut Conversation, turn: Turn) -> Option<ConversationEvent> {
    let conversation = it.id.clone();
    match turn {
        Turn::Off => None,
        Turn::To(id, name, why) => {
            it.assignee = Some(id);
            if it.state == State::New {
                it.state = State::Open;
            }
            Some(ConversationEvent::Assigned { conversation, to: it.assignee.clone(), name, why: Some(why) })
        }
        Turn::Waits(missing, back) => Some(ConversationEvent::TurnWaits { conversation, missing, back }),
    }
}

/// Who gets something now; it was their turn then.
pub(super) async fn whose_turn(tx: &mut Tx, matter: Matter<'_>) -> Result<Turn> {
    let rules = settings::turns(tx).await?;
    let Some(order) = rules.of(matter.department) else { return Ok(Turn::Off) };
    let (number, now) = (store::take_number(tx).await?, tx.now());
    let skills = skills_for(tx, &rules, matter).await?;
    let language = matter.language.filter(|_| rules.by_language);
    let all = queries::candidates_of(tx, matter.department, now, (&skills, language)).await?;
    let (who, gap) = match choose(&all, order, rules.lacking) {
        Choice::To(who, gap) => (Some(who), gap),
        Choice::Waits(gap) => (None, gap),
    };
    let (missing, back) = match gap {
        Some(gap) => {
            let hours = settings::clock_policy(tx).await?.calendar;
            let back = away_until(&all, gap).map(|last| first_open(last, hours.as_ref()));
            (missing(gap, language, &skills), back)
        }
        None => (None, None),
    };
    let Some(who) = who else { return Ok(Turn::Waits(missing, back)) };
    store::keep_turn(tx, &who.id, number, now).await?;
    let passed: Vec<_> =
        all.iter().filter(|one| one.id != who.id).filter_map(|one| Some((&one.id, passed_over(one)?))).collect();
    let day = now.to_zoned(zone_of(&settings::business(tx).await?)).date();
    store::count_turn(tx, day, matter.department, &who.id, &passed).await?;
    let why = GivenBecause::Turn { by: Some(order), open: who.open, without: missing, back };
    Ok(Turn::To(who.id.clone(), who.name.clone(), why))
}

/// What nobody had, as it is told.
fn missing(gap: Gap, language: Option<Language>, skills: &[Skill]) -> Option<Missing> {
    let names = || skills.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>().join(", ");
    match (gap, language) {
        (Gap::Language, Some(language)) => Some(Missing::Language(language)),
        (Gap::Language, None) | (Gap::Skill, _) => Some(Missing::Skill(names())),
    }
}

/// The first open day after `last`; the next one where no hours say otherwise.
fn first_open(last: Date, hours: Option<&Calendar>) -> Date {
    let next = last.tomorrow().unwrap_or(last);
    let Some(hours) = hours else { return next };
    let mut days = next.series(jiff::ToSpan::days(1)).take(WEEKS_AHEAD);
    days.find(|day| !hours.hours_on(*day).is_empty()).unwrap_or(next)
}

/// The skills that something needs. What it came by and which tags it bears is read only where that matters.
async fn skills_for(tx: &mut Tx, rules: &Turns, matter: Matter<'_>) -> Result<Vec<Skill>> {
    if rules.needs.is_empty() {
        return Ok(Vec::new());
    }
    let by = |kind: &str| rules.needs.iter().any(|need| need.of.parts().0 == kind);
    let mailbox = match (matter.mailbox, matter.conversation) {
        (Some(mailbox), _) => Some(mailbox.to_owned()),
        (None, Some(id)) if by("mailbox") => store::mailbox_of(tx, id).await?,
        (None, _) => None,
    };
    let tags = match matter.conversation {
        Some(id) if by("tag") => store::tags_of(tx, id).await?,
        _ => Vec::new(),
    };
    let holds = |need: &TurnNeed| match &need.of {
        TurnNeedOf::Department(id) => matter.department.is_some_and(|one| one.as_str() == id),
        TurnNeedOf::Mailbox(name) => mailbox.as_ref() == Some(name),
        TurnNeedOf::Tag(name) => tags.iter().any(|tag| tag.name == *name),
    };
    let wanted: Vec<_> = rules.needs.iter().filter(|need| holds(need)).map(|need| &need.skill).collect();
    let mut skills = people::skill::all(tx).await?;
    skills.retain(|skill| wanted.contains(&&skill.id));
    Ok(skills)
}

/// Keeps that something waits for somebody, and looks again in a while.
pub(super) async fn wait(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    let now = tx.now();
    store::wait_for_turn(tx, id, now).await?;
    look_again(tx).await
}

/// The same where it was told that it waits.
pub(super) async fn wait_if_told(tx: &mut Tx, told: Option<&ConversationEvent>) -> Result<()> {
    match told {
        Some(ConversationEvent::TurnWaits { conversation, .. }) => wait(tx, conversation).await,
        Some(_) | None => Ok(()),
    }
}

/// Leaves the job for the next full ten minutes: whoever leaves it again before then does not put it off.
async fn look_again(tx: &mut Tx) -> Result<()> {
    let seconds = tx.now().as_second();
    let next = (seconds.div_euclid(AGAIN) + 1) * AGAIN;
    let due = base::Instant::from_second(next).unwrap_or_else(|_| tx.now());
    tx.enqueue(NewJob::new(CLOCK_LANE, GIVE_JOB).key(GIVE_JOB).at_business_time(due)).await
}

/// Job: what waits for somebody goes to whoever can take it by now.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn give_out(p: &Platform, job: &Job) -> std::result::Result<(), Failure> {
    let (mut since, mut behind) = (i64::MIN, String::new());
    // To the end: what nobody can take stays, and is never in the way of what waits behind it.
    loop {
        let waiting = store::waiting_for_turn(&mut p.db.read().await?, (since, behind.as_str()), AT_ONCE).await?;
        let Some((at, last)) = waiting.last() else { break };
        (since, behind) = (*at, last.to_string());
        for (_, id) in &waiting {
            let mut tx = p.begin().await?;
            give_waiting(&mut tx, id, &job.id).await?;
            tx.commit().await?;
        }
    }
    let mut tx = p.begin().await?;
    if !store::waiting_for_turn(&mut tx, (i64::MIN, ""), 1).await?.is_empty() {
        look_again(&mut tx).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Gives out one that waits; what somebody took, was closed or is not given out by turns any more waits no longer. What
/// is put away or waits for somebody else has no turn now, and may have one later.
async fn give_waiting(tx: &mut Tx, id: &ConversationId, cause: &str) -> Result<(), Fault> {
    let found = store::find_for_update(tx, &Scope::All, id).await?;
    let over = |it: &Conversation| it.assignee.is_some() || it.state.group() == Group::Closed || it.deleted.is_some();
    let Some(before) = found.filter(|it| !over(it)) else {
        return store::waits_no_more(tx, id).await;
    };
    if before.group() != Group::Open {
        return Ok(());
    }
    let mut after = before.clone();
    match whose_turn(tx, Matter::of(&before)).await? {
        // That it waits was told when it came.
        Turn::Waits(..) => return Ok(()),
        turn => {
            if let Some(event) = given(&mut after, turn) {
                store::save(tx, &before, &after).await?;
                tx.record(&event, &Actor::System, Some(cause)).await?;
            }
        }
    }
    store::waits_no_more(tx, id).await
}

/// Says in which order a department, or what belongs to none, gives out what comes in, or that it does not.
///
/// # Errors
/// Refused when the actor may not; [`Refusal::NoSuchDepartment`] for one that is gone or closed.
pub async fn set_turns(
    p: &Platform,
    actor: &Actor,
    department: Option<&DepartmentId>,
    order: Option<TurnOrder>,
) -> Answer<()> {
    let mut tx = begin(p, actor).await?;
    if let Some(id) = department {
        open_department(&mut tx, id).await?;
    }
    let mut turns = settings::turns(&mut tx).await?;
    if turns.set(department, order) {
        keep(&mut tx, actor, &turns).await?;
    }
    Ok(tx.commit().await?)
}

/// Says whether conversations need somebody who writes their language, and what becomes of what nobody can take.
///
/// # Errors
/// Refused when the actor may not.
pub async fn set_lacking(p: &Platform, actor: &Actor, by_language: bool, lacking: Lacking) -> Answer<()> {
    let mut tx = begin(p, actor).await?;
    let before = settings::turns(&mut tx).await?;
    let after = Turns { by_language, lacking, ..before.clone() };
    if after != before {
        keep(&mut tx, actor, &after).await?;
    }
    Ok(tx.commit().await?)
}

/// Says that something needs a skill, or does not any more.
///
/// # Errors
/// Refused when the actor may not; [`Refusal::NoSuchTurnNeed`] when there is no such skill, department or tag, or there are
/// too many needs.
pub async fn set_turn_need(p: &Platform, actor: &Actor, need: TurnNeed, on: bool) -> Answer<()> {
    let mut tx = begin(p, actor).await?;
    let mut turns = settings::turns(&mut tx).await?;
    let changed = if on {
        let need = checked(&mut tx, need).await?;
        if turns.needs.len() >= TURN_NEEDS_MOST {
            return Err(Refusal::NoSuchTurnNeed.into());
        }
        turns.needs.insert(need)
    } else {
        turns.needs.remove(&need)
    };
    if changed {
        keep(&mut tx, actor, &turns).await?;
    }
    Ok(tx.commit().await?)
}

/// Sets all of it at once but who gives out. What cannot be is answered by its place.
///
/// # Errors
/// Refused when the actor may not.
pub async fn set_turn_rules(
    p: &Platform,
    actor: &Actor,
    (by_language, lacking): (bool, Lacking),
    needs: Vec<TurnNeed>,
) -> Answer<std::result::Result<(), usize>> {
    let mut tx = begin(p, actor).await?;
    let before = settings::turns(&mut tx).await?;
    let mut after = Turns { by_language, lacking, needs: std::collections::BTreeSet::new(), ..before.clone() };
    for (at, need) in needs.into_iter().enumerate() {
        match checked(&mut tx, need).await {
            Ok(need) if at < TURN_NEEDS_MOST => after.needs.insert(need),
            Ok(_) | Err(super::CommandError::Refused(_)) => return Ok(Err(at)),
            Err(other) => return Err(other),
        };
    }
    if after != before {
        keep(&mut tx, actor, &after).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// For who may set it. Whoever sets something else of it at the same time waits here.
async fn begin(p: &Platform, actor: &Actor) -> Answer<Tx> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    store::take_number(&mut tx).await?;
    Ok(tx)
}

async fn keep(tx: &mut Tx, actor: &Actor, turns: &Turns) -> Answer<()> {
    settings::set_turns(tx, turns).await?;
    Ok(kept::record_change(tx, actor, "turns").await?)
}

async fn open_department(tx: &mut Tx, id: &DepartmentId) -> Answer<()> {
    let found = people::department::find(tx, id).await?;
    found.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    Ok(())
}

/// A need of what there is; a tag is called as it is written on conversations.
async fn checked(tx: &mut Tx, need: TurnNeed) -> Answer<TurnNeed> {
    let skills = people::skill::all(tx).await?;
    if !skills.iter().any(|skill| skill.id == need.skill) {
        return Err(Refusal::NoSuchTurnNeed.into());
    }
    let of = match need.of {
        TurnNeedOf::Department(id) => {
            let id: DepartmentId = id.parse().map_err(|_| Refusal::NoSuchTurnNeed)?;
            people::department::find(tx, &id).await?.ok_or(Refusal::NoSuchTurnNeed)?;
            TurnNeedOf::Department(id.to_string())
        }
        TurnNeedOf::Tag(name) => {
            let tag = store::tag_named(tx, &crate::rules::tags::fold(&name)).await?.ok_or(Refusal::NoSuchTurnNeed)?;
            TurnNeedOf::Tag(tag.name)
        }
        TurnNeedOf::Mailbox(name) if name.is_empty() || name.len() > 100 => return Err(Refusal::NoSuchTurnNeed.into()),
        mailbox @ TurnNeedOf::Mailbox(_) => mailbox,
    };
    Ok(TurnNeed { of, ..need })
}
