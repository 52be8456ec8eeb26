//! A need is met for all who asked for it: each of them gets a draft of their own, in the conversation in which they
//! asked, in their language, with their name and their own words in it. Nothing is sent by itself.

use std::collections::BTreeMap;

use base::{Action, Actor, Language, Scope, allowed};
use people::PersonId;
use people::staff::Staff;
use platform::i18n::I18n;
use platform::{Platform, Tx};

use super::super::{CommandError, load, macros as filled, posting, sharing};
use super::{Answer, held, keep, tell};
use crate::ids::{DraftId, NeedId};
use crate::model::{Conversation, DraftText, Need, NeedChange, NeedState};
use crate::rules::needs as rule;
use crate::rules::states::{self, Refusal};
use crate::rules::{filling, macros};
use crate::store::{self, NeedsAsked};
use crate::{events::ConversationEvent, settings};

/// Needs that are gone through at once.
const AT_ONCE: i64 = 500;

/// Whose need is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// This one.
    One(NeedId),
    /// All that are about the topic of this key.
    Topic(String),
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// Needs that are met now and were not before.
    pub met: usize,
    /// Customers for whom a draft waits now.
    pub drafted: usize,
    /// Customers for whom none could be written: too many drafts wait in their conversation, or it is not there any more.
    pub left: usize,
    /// There are more than are gone through at once.
    pub more: bool,
}

/// Says that a need is met for all who asked, and writes each customer a draft out of `texts`, one a language; without a
/// text nobody is written to. Who has a draft already, or was told, gets no second one.
///
/// # Errors
/// [`Refusal::UnknownVariable`], [`Refusal::TooLong`].
pub async fn meet(p: &Platform, actor: &Actor, whom: &Whom, texts: &BTreeMap<Language, String>) -> Answer<Meeting> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let texts = checked(texts)?;
    let me = posting::staff_id(actor)?;
    let mut conn = p.db.read().await?;
    let me = people::staff::find(&mut conn, &Scope::All, &me).await?.ok_or(CommandError::Forbidden)?;
    let found = found(&mut conn, &scope, whom, texts.is_empty()).await?;
    drop(conn);
    let mut done =
        Meeting { more: found.len() >= usize::try_from(AT_ONCE).unwrap_or(usize::MAX), ..Meeting::default() };
    let mut each: BTreeMap<PersonId, Vec<Need>> = BTreeMap::new();
    for it in found {
        each.entry(it.person.clone()).or_default().push(it);
    }
    for needs in each.into_values() {
        match customer(p, actor, &me, &needs, &texts).await {
            Ok((met, drafted)) => {
                done.met += met;
                done.drafted += usize::from(drafted);
                done.left += usize::from(!drafted && !texts.is_empty());
            }
            Err(CommandError::NotFound) => done.left += 1,
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

/// The texts that say something, fit to be filled in.
fn checked(texts: &BTreeMap<Language, String>) -> Result<BTreeMap<Language, String>, Refusal> {
    let mut kept = BTreeMap::new();
    for (language, text) in texts.iter().filter(|(_, text)| !text.trim().is_empty()) {
        if rule::unknown(text).is_some() {
            return Err(Refusal::UnknownVariable);
        }
        kept.insert(*language, states::text(text)?);
    }
    Ok(kept)
}

/// The needs it is about, the newest first.
async fn found(conn: &mut platform::Conn, scope: &Scope, whom: &Whom, open: bool) -> Answer<Vec<Need>> {
    match whom {
        Whom::One(id) => {
            let it = store::find_need(conn, scope, id).await?.ok_or(CommandError::NotFound)?;
            let fits = if open { it.state == NeedState::Open } else { untold(&it) };
            Ok(if fits { vec![it] } else { Vec::new() })
        }
        Whom::Topic(key) => {
            let state = open.then_some(NeedState::Open);
            let topic = Some(key.clone()).filter(|key| !key.is_empty()).ok_or(CommandError::NotFound)?;
            let asked = NeedsAsked { state, topic: Some(topic), untold: !open, most: AT_ONCE, ..NeedsAsked::default() };
            Ok(store::list_needs(conn, scope, &asked).await?)
        }
    }
}

/// Whether nobody has begun to tell its customer.
fn untold(it: &Need) -> bool {
    it.state != NeedState::Declined && it.draft.is_none() && it.told_in.is_none()
}

/// The needs of one customer, the newest first, in one transaction: how many are met now, and whether a draft was written.
async fn customer(
    p: &Platform,
    actor: &Actor,
    me: &Staff,
    needs: &[Need],
    texts: &BTreeMap<Language, String>,
) -> Answer<(usize, bool)> {
    let mut tx = p.begin().await?;
    // All of them, always in one order: two who meet needs of the same customer wait for each other.
    let mut ids: Vec<_> = needs.iter().map(|it| &it.conversation).collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        match load(&mut tx, actor, id).await {
            Ok(_) | Err(CommandError::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    let (mut met, mut open) = (0, Vec::new());
    for found in needs {
        match held(&mut tx, actor, Action::WorkConversations, found).await {
            Ok(it) if it.state == NeedState::Open => {
                let after = rule::met(&it, tx.now())?;
                keep(&mut tx, &after).await?;
                tell(&mut tx, actor, &after, NeedChange::Met).await?;
                met += 1;
                open.push(after);
            }
            Ok(it) => open.push(it),
            Err(CommandError::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    open.retain(untold);
    let mut drafted = false;
    if let Some(newest) = open.first().filter(|_| !texts.is_empty()) {
        let conversation = load(&mut tx, actor, &newest.conversation).await?;
        if let Some(draft) = draft((&mut tx, &p.i18n), actor, me, (&conversation, newest), texts).await? {
            for it in &open {
                keep(&mut tx, &Need { draft: Some(draft.clone()), ..it.clone() }).await?;
            }
            drafted = true;
        }
    }
    tx.commit().await?;
    Ok((met, drafted))
}

/// Writes the draft; none where too many wait in the conversation.
async fn draft(
    (tx, i18n): (&mut Tx, &I18n),
    actor: &Actor,
    me: &Staff,
    (conversation, need): (&Conversation, &Need),
    texts: &BTreeMap<Language, String>,
) -> Answer<Option<DraftId>> {
    match sharing::room(tx, &conversation.id).await {
        Ok(()) => {}
        Err(CommandError::Refused(Refusal::TooManyDrafts)) => return Ok(None),
        Err(other) => return Err(other),
    }
    let business = settings::business(tx).await?;
    let asked = people::file::preferred_language(tx, &conversation.person).await?;
    let wanted = asked.or(conversation.language);
    let Some((language, text)) = macros::choose(texts, wanted, business.language) else { return Ok(None) };
    let say = i18n.to(language);
    let values: filling::Values = filled::values(tx, &say, me, conversation, (&business, text)).await?;
    let body = rule::told(text, &need.words, &values);
    let shared = sharing::fresh(tx, &conversation.id, &me.id, DraftText { body, ..DraftText::default() });
    store::insert_shared(tx, &shared).await?;
    let event = ConversationEvent::DraftShared {
        conversation: conversation.id.clone(),
        draft: shared.id.clone(),
        by: me.name.clone(),
        to: None,
        name: String::new(),
    };
    tx.record(&event, actor, None).await?;
    Ok(Some(shared.id))
}
