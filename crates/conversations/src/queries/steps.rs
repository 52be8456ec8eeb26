//! What a colleague just did and can take back.

use base::event::Sentence;
use base::{Instant, Scope};
use people::StaffId;
use platform::{Conn, Result};

use crate::events::ConversationEvent;
use crate::ids::{ConversationId, StepId, TagId};
use crate::model::{Snooze, Step, WokenBy};
use crate::rules::undoing;
use crate::store;

/// An act that can be taken back.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its name.
    pub id: StepId,
    /// What it was done to, by number where that is there.
    pub conversations: Vec<(ConversationId, Option<i64>)>,
    /// What it changed, where it was done to one.
    pub said: Vec<Sentence>,
    /// Until when that one was put away by it.
    pub snoozed: Option<Snooze>,
    /// Whether that one was deleted by it.
    pub deleted: bool,
}

/// An act of `me`, as long as it can be taken back; `now` is machine time.
///
/// # Errors
/// When the database cannot be read.
pub async fn step(conn: &mut Conn, me: &StaffId, id: &StepId, now: Instant) -> Result<Option<Done>> {
    let steps = store::steps_of(conn, me, id).await?;
    let waits = |step: &Step| !step.settled && !undoing::is_over(step.at, now);
    if !steps.iter().any(waits) {
        return Ok(None);
    }
    let ids: Vec<ConversationId> = steps.iter().map(|step| step.conversation.clone()).collect();
    let mut conversations = Vec::with_capacity(ids.len());
    for id in ids {
        let number = store::find_even_deleted(conn, &id).await?.map(|it| it.number);
        conversations.push((id, number));
    }
    let (mut said, mut snoozed, mut deleted) = (Vec::new(), None, false);
    if let [step] = steps.as_slice() {
        said = changes(conn, step).await?;
        snoozed = step.set.snoozed.filter(|_| step.set.snoozed != step.before.snoozed);
        deleted = step.set.deleted.is_some() && step.before.deleted.is_none();
    }
    Ok(Some(Done { id: id.clone(), conversations, said, snoozed, deleted }))
}

/// What it changed, in the words of the history.
async fn changes(conn: &mut Conn, step: &Step) -> Result<Vec<Sentence>> {
    let (before, set) = (&step.before, &step.set);
    let conversation = || step.conversation.clone();
    let mut facts = Vec::new();
    if before.department != set.department {
        let name = match &set.department {
            Some(id) => people::department::find(conn, id).await?.map(|one| one.name).unwrap_or_default(),
            None => String::new(),
        };
        facts.push(ConversationEvent::HandedTo { conversation: conversation(), to: set.department.clone(), name });
    }
    if before.owner != set.owner {
        let name = match &set.owner {
            Some(id) => people::staff::find(conn, &Scope::All, id).await?.map(|one| one.name).unwrap_or_default(),
            None => String::new(),
        };
        facts.push(ConversationEvent::Assigned {
            conversation: conversation(),
            to: set.owner.clone(),
            name,
            why: None,
        });
    }
    // Who takes what is new opens it; that is one thing.
    if (before.state, &before.label) != (set.state, &set.label) && before.owner == set.owner {
        let (from, to) = (before.state, set.state);
        facts.push(ConversationEvent::StateChanged { conversation: conversation(), from, to, reason: String::new() });
    }
    let on = names(conn, set.tags.difference(&before.tags)).await?;
    if !on.is_empty() {
        facts.push(ConversationEvent::Tagged { conversation: conversation(), tags: on });
    }
    let off = names(conn, before.tags.difference(&set.tags)).await?;
    if !off.is_empty() {
        facts.push(ConversationEvent::Untagged { conversation: conversation(), tags: off });
    }
    let put = store::checklist(conn, &step.conversation).await?.into_iter();
    let items: Vec<String> = put
        .filter(|item| set.items.contains_key(&item.id) && !before.items.contains_key(&item.id))
        .map(|item| item.text)
        .collect();
    if !items.is_empty() {
        facts.push(ConversationEvent::ItemsAdded { conversation: conversation(), items });
    }
    if before.snoozed.is_some() && set.snoozed.is_none() && facts.is_empty() {
        facts.push(ConversationEvent::Woken { conversation: conversation(), by: WokenBy::Colleague });
    }
    let mut said: Vec<Sentence> = facts.iter().map(base::Event::sentence).collect();
    if let Some(subject) = set.subject.as_ref().filter(|_| before.subject != set.subject) {
        said.push(Sentence { message: "subject-now", args: vec![("to", subject.clone())] });
    }
    for (_, title) in set.sides.iter().filter(|(side, title)| before.sides.get(*side) != Some(*title)) {
        said.push(Sentence { message: "side-subject-now", args: vec![("to", title.clone())] });
    }
    Ok(said)
}

async fn names(conn: &mut Conn, tags: impl Iterator<Item = &TagId>) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for tag in tags {
        names.extend(store::find_tag(conn, tag).await?.map(|tag| tag.name));
    }
    Ok(names)
}
