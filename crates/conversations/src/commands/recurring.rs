//! Conversations that begin again and again by themselves.
//!
//! Each waits with one job for its next moment. Whoever gets the job holds the row, looks whether the day has come and is
//! still to begin, and writes conversation, day and the next job in one transaction: with several nodes, and after the
//! server was away, a day begins once, and of what was missed the latest day alone.

use base::calendar::Calendar;
use base::{Action, Actor, Instant, Scope, allowed};
use people::care::{MaySend, Sending};
use people::person::clean_line;
use people::{PersonId, StaffId};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Context, Fault, Platform, Tx};

use super::beginning::SUBJECT_MAX;
use super::posting::{self, Written, our_message, post, staff_id};
use super::turning::Matter;
use super::{Answer, CLOCK_LANE, CommandError, RECUR_JOB, checklists, snippet, standing_in, tagging, zone_of};
use crate::events::{ConversationEvent, RecurringEvent};
use crate::ids::{ConversationId, RecurringId};
use crate::model::{
    Author, Beginning, Clocks, Conversation, MacroAct, Mailbox, Message, MessageKind, Recipients, Recurring, State,
    Template,
};
use crate::rules::checklists::ITEMS_MAX;
use crate::rules::departments::works_on;
use crate::rules::states::{self, Refusal};
use crate::rules::{recurring as rule, tags};
use crate::{settings, store};

/// More than these nobody looks after.
const MOST: usize = 200;
/// Under this address the business stands among its customers, for what recurs without one. Nothing is sent there.
const OURSELVES: &str = "ourselves@tillit.invalid";

/// Makes a conversation recur.
///
/// # Errors
/// [`Refusal::NoSubject`], [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::NoSuchColleague`],
/// [`Refusal::NoSuchDepartment`], [`Refusal::NoSuchMacro`], [`Refusal::NoRecipient`], [`Refusal::BadPlan`],
/// [`Refusal::TooManyRecurring`].
pub async fn make_recurring(p: &Platform, actor: &Actor, new: Template) -> Answer<RecurringId> {
    let mut tx = p.begin().await?;
    let _ = allowed(actor, Action::ManageSettings)?;
    let by = staff_id(actor)?;
    // From here on the hours stay as they are until it is there for whoever changes them.
    store::hold_plans(&mut tx).await?;
    let of = checked(&mut tx, new).await?;
    if store::all_recurring(&mut tx).await?.len() >= MOST {
        return Err(Refusal::TooManyRecurring.into());
    }
    let id = RecurringId::next(&tx.ids(), tx.now());
    let mut one = Recurring { id: id.clone(), of, by, next: None, last: None, made: 0 };
    plan_next(&mut tx, &mut one).await?;
    store::put_recurring(&mut tx, &one).await?;
    tx.record(&RecurringEvent::Made { id: id.clone(), subject: told(&one.of) }, actor, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes what recurs, or when, or whether it does.
///
/// # Errors
/// See [`make_recurring`]; not found when there is no such one.
pub async fn change_recurring(p: &Platform, actor: &Actor, id: &RecurringId, new: Template) -> Answer<()> {
    let mut tx = p.begin().await?;
    let _ = allowed(actor, Action::ManageSettings)?;
    let by = staff_id(actor)?;
    let before = store::hold_recurring(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    let of = checked(&mut tx, new).await?;
    if of == before.of {
        return Ok(());
    }
    let mut after = Recurring { of, by, ..before };
    plan_next(&mut tx, &mut after).await?;
    store::put_recurring(&mut tx, &after).await?;
    tx.record(&RecurringEvent::Changed { id: id.clone(), subject: told(&after.of) }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Ends it. What began by it stays.
///
/// # Errors
/// Not found when there is no such one.
pub async fn remove_recurring(p: &Platform, actor: &Actor, id: &RecurringId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let _ = allowed(actor, Action::ManageSettings)?;
    let gone = store::hold_recurring(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    store::remove_recurring(&mut tx, id).await?;
    tx.record(&RecurringEvent::Removed { id: id.clone(), subject: told(&gone.of) }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// What the history says it is about: of a customer's nothing, so that erasing them leaves nothing.
fn told(of: &Template) -> String {
    if of.person.is_some() { String::new() } else { of.subject.clone() }
}

/// What somebody wants, if there can be such a one.
async fn checked(tx: &mut Tx, new: Template) -> Answer<Template> {
    let subject = clean_line(&new.subject, SUBJECT_MAX);
    if subject.is_empty() {
        return Err(Refusal::NoSubject.into());
    }
    let body = states::text(&new.body)?;
    if !new.plan.every.makes_sense() {
        return Err(Refusal::BadPlan.into());
    }
    if let Some(department) = &new.department {
        let known = people::department::find(tx, department).await?;
        known.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    }
    if let Some(owner) = &new.owner {
        let known = people::staff::find(tx, &Scope::All, owner).await?.filter(|one| one.disabled_at.is_none());
        known.filter(|one| works_on(&one.actor(), new.department.as_ref())).ok_or(Refusal::NoSuchColleague)?;
    }
    match &new.person {
        Some(person) => {
            people::person::find(tx, &Scope::All, person).await?.ok_or(Refusal::NoRecipient)?;
            if people::privacy::erased(tx, person).await?.is_some() {
                return Err(Refusal::NoRecipient.into());
            }
        }
        None if new.beginning == Beginning::Message => return Err(Refusal::NoRecipient.into()),
        None => {}
    }
    if new.beginning == Beginning::Message && new.owner.is_none() {
        return Err(Refusal::NoSuchColleague.into());
    }
    if let Some(id) = &new.checklist {
        store::find_macro(tx, id).await?.ok_or(Refusal::NoSuchMacro)?;
    }
    let mut words = Vec::new();
    for word in new.tags.iter().flat_map(|typed| typed.split(',')) {
        words.extend(tags::name(word).filter(|word| !words.contains(word)));
    }
    Ok(Template { subject, body, tags: words, ..new })
}

/// Finds the next day and leaves the job that waits for it. The job of before comes to nothing.
async fn plan_next(tx: &mut Tx, one: &mut Recurring) -> Result<(), Fault> {
    let now = tx.now();
    one.next = if one.of.on { to_come(tx, one, now).await? } else { None };
    wait(tx, one).await
}

/// Leaves the job that waits for its next day.
async fn wait(tx: &mut Tx, one: &Recurring) -> Result<(), Fault> {
    if let Some((_, at)) = one.next {
        let job = NewJob::new(CLOCK_LANE, RECUR_JOB).key(format!("{RECUR_JOB}:{}", one.id)).payload(one.id.as_str());
        tx.enqueue(job.at_business_time(at)).await?;
    }
    Ok(())
}

/// Plans everything that recurs anew, since the calendar was another one, or the zone of the business. What has come
/// already is left to its job.
///
/// # Errors
/// When the database cannot be used.
pub(crate) async fn plan_anew(tx: &mut Tx, was: Option<&Calendar>) -> Result<(), Fault> {
    store::hold_plans(tx).await?;
    let now = tx.now();
    let zone = zone_of(&settings::business(tx).await?);
    let is = settings::clock_policy(tx).await?.calendar;
    for id in store::all_recurring(tx).await?.into_iter().map(|one| one.id) {
        let Some(mut one) = store::hold_recurring(tx, &id).await? else { continue };
        let Some((planned, _)) = one.next.filter(|(_, at)| one.of.on && *at > now) else { continue };
        let next = rule::planned_anew(&one.of.plan, (was, is.as_ref()), &zone, one.last, planned);
        if next != one.next {
            one.next = next;
            wait(tx, &one).await?;
            store::put_recurring(tx, &one).await?;
        }
    }
    Ok(())
}

async fn to_come(tx: &mut Tx, one: &Recurring, now: Instant) -> Result<Option<(jiff::civil::Date, Instant)>, Fault> {
    let zone = zone_of(&settings::business(tx).await?);
    let calendar = settings::clock_policy(tx).await?.calendar;
    Ok(rule::to_come(&one.of.plan, calendar.as_ref(), &zone, one.last, now))
}

/// Job: begins what recurs, if its day has come.
///
/// # Errors
/// When the database cannot be used; the job is tried again.
pub async fn recur(p: &Platform, job: &Job) -> Result<(), Failure> {
    let id: RecurringId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("not the id of what recurs")))?;
    let mut tx = p.begin().await?;
    let now = tx.now();
    if let Some(mut one) = store::hold_recurring(&mut tx, &id).await?.filter(|one| one.of.on) {
        if let Some((due, _)) = one.next.filter(|(_, at)| *at <= now) {
            let zone = zone_of(&settings::business(&mut tx).await?);
            let calendar = settings::clock_policy(&mut tx).await?.calendar;
            let day = rule::latest(&one.of.plan, calendar.as_ref(), &zone, due, now);
            begin(p, &mut tx, &one).await.map_err(|error| match error {
                CommandError::Fault(fault) => Failure::Again(fault),
                other => Failure::Never(Fault::because("what recurs cannot begin", other)),
            })?;
            one.last = Some(day);
            one.made += 1;
        }
        plan_next(&mut tx, &mut one).await?;
        store::put_recurring(&mut tx, &one).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Who the business is among its customers.
async fn ourselves(tx: &mut Tx) -> Result<PersonId, Fault> {
    let name = settings::business(tx).await?.name;
    Ok(people::person::resolve(tx, OURSELVES, &name, None).await?.0)
}

/// Begins one conversation. What cannot be any more is left out: an owner who is gone, a department that is closed, a
/// macro that was removed; a mail that cannot be sent becomes a note. While its owner is away it is who stands in for
/// them who begins it; a mail goes all the same where nobody does, in its owner's name.
async fn begin(p: &Platform, tx: &mut Tx, one: &Recurring) -> Answer<ConversationId> {
    let (of, now, actor) = (&one.of, tx.now(), Actor::System);
    let department = match &of.department {
        Some(id) => people::department::find(tx, id).await?.filter(|it| it.closed_at.is_none()).map(|it| it.id),
        None => None,
    };
    let owner = match &of.owner {
        Some(id) => people::staff::find(tx, &Scope::All, id).await?,
        None => None,
    };
    let owner = owner.filter(|it| it.disabled_at.is_none() && works_on(&it.actor(), department.as_ref()));
    let instead = match &owner {
        Some(it) => {
            let matter = Matter { department: department.as_ref(), ..Matter::default() };
            standing_in::instead_of(tx, &it.id, matter, false).await?
        }
        None => None,
    };
    let known = match &of.person {
        Some(id) => people::person::find(tx, &Scope::All, id).await?,
        None => None,
    };
    let person = match &known {
        Some(person) => person.id.clone(),
        None => ourselves(tx).await?,
    };
    let conversation = Conversation {
        id: ConversationId::next(&p.ids, now),
        number: store::next_number(tx).await?,
        subject: of.subject.clone(),
        person: person.clone(),
        state: State::Open,
        label: None,
        assignee: match &instead {
            Some(instead) => instead.to.clone(),
            None => owner.as_ref().map(|it| it.id.clone()),
        },
        language: known.and_then(|person| person.language),
        created_at: now,
        touched_at: now,
        clocks: Clocks::default(),
        snippet: snippet(&of.body),
        unread: true,
        customer_spoke_last: false,
        close_reason: None,
        linked_from: None,
        department,
        snoozed: None,
        deleted: None,
        goes_by: None,
    };
    store::insert(tx, &conversation).await?;
    let id = conversation.id.clone();
    let event = ConversationEvent::Recurred {
        conversation: id.clone(),
        number: conversation.number,
        person,
        recurring: one.id.clone(),
    };
    tx.record(&event, &actor, None).await?;
    let writer = conversation.assignee.clone().or_else(|| owner.as_ref().map(|it| it.id.clone()));
    let given = match (instead, owner) {
        (Some(instead), _) => Some(instead.event(id.clone())),
        (None, Some(owner)) => {
            let (conversation, to, name) = (id.clone(), Some(owner.id), owner.name);
            Some(ConversationEvent::Assigned { conversation, to, name, why: None })
        }
        (None, None) => None,
    };
    if let Some(given) = given {
        tx.record(&given, &actor, None).await?;
    }
    say(p, tx, one, &conversation, writer.as_ref()).await?;
    tagging::put(tx, &actor, &id, of.tags.clone()).await?;
    if let Some(of) = &of.checklist
        && let Some(found) = store::find_macro(tx, of).await?
    {
        let items = found.acts.into_iter().filter_map(|act| match act {
            MacroAct::Checklist(items) => Some(items),
            _ => None,
        });
        let items: Vec<String> = items.flatten().take(ITEMS_MAX).collect();
        if !items.is_empty() {
            checklists::put(tx, &actor, &id, items).await?;
        }
    }
    super::service::look_again(tx, &id).await?;
    Ok(id)
}

/// Its first words: a mail of its writer to the customer, or a note.
async fn say(
    p: &Platform,
    tx: &mut Tx,
    one: &Recurring,
    conversation: &Conversation,
    writer: Option<&StaffId>,
) -> Answer<()> {
    let (of, now, actor) = (&one.of, tx.now(), Actor::System);
    // What would hurt is kept back, and its owner told instead.
    let may = match of.beginning {
        Beginning::Message => people::care::verdict(tx, &conversation.person, Sending::Planned, now).await?,
        Beginning::Note => MaySend::Send,
    };
    let held = matches!(may, MaySend::HoldBack(_));
    let address = match of.beginning {
        Beginning::Message if !held => posting::address_of_customer(tx, conversation).await?,
        Beginning::Message | Beginning::Note => None,
    };
    if let (Some(writer), Some(address)) = (writer, address) {
        let language = words::language::detect_known(&of.body, conversation.language);
        let to = Recipients { to: vec![address], ..Recipients::default() };
        let body = of.body.clone();
        let written = Written { kind: MessageKind::Reply, body, to, about: None, language, side: None };
        let message = our_message(p, tx, &conversation.id, writer, written).await?;
        post(tx, &message.id, conversation, false).await?;
        let mut after = conversation.clone();
        after.clocks = after.clocks.replied(now);
        after.state = State::WaitingCustomer;
        after.unread = false;
        store::save(tx, conversation, &after).await?;
        let (by, snippet) = (message.from.name.clone(), after.snippet);
        let (conversation, message) = (conversation.id.clone(), message.id);
        return Ok(tx
            .record(&ConversationEvent::ReplySent { conversation, message, by, snippet }, &actor, None)
            .await?);
    }
    let author = writer.unwrap_or(&one.by).clone();
    let colleague = people::staff::find(tx, &Scope::All, &author).await?.context("a colleague who is gone")?;
    let by = colleague.name;
    let body = if held {
        format!("{}\n\n{}", p.i18n.to(colleague.language).text("recurring-held-back"), of.body)
    } else {
        of.body.clone()
    };
    let message = Message {
        from: Mailbox { name: by.clone(), address: String::new() },
        ..posting::message(p, tx, &conversation.id, Author::Staff(author), MessageKind::Note, body)
    };
    store::add_message(tx, &message, None, &[]).await?;
    let (conversation, message) = (conversation.id.clone(), message.id);
    Ok(tx.record(&ConversationEvent::NoteAdded { conversation, message, by }, &actor, None).await?)
}
