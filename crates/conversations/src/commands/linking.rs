//! Conversations that belong together without being one: related, or one a part of the other.

use base::{Action, Actor, allowed};
use platform::{Fault, Platform, Tx};

use super::{Answer, load};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Conversation, LinkKind};
use crate::rules::states::Refusal;
use crate::store::{self, MovedLink};

/// Ancestors that are looked through: nobody nests deeper.
const ANCESTORS_MOST: usize = 200;

/// Links a conversation with the one of `number`, in place of how they were linked before.
///
/// # Errors
/// [`Refusal::NoSuchConversation`]; [`Refusal::LinkLoop`] when one would be a part of itself.
pub async fn link(p: &Platform, actor: &Actor, id: &ConversationId, number: i64, kind: LinkKind) -> Answer<()> {
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let one = load(&mut tx, actor, id).await?;
    let other = other(&mut tx, actor, &one, number).await?;
    if store::link_between(&mut tx, &one.id, &other.id).await? == Some(kind) {
        return Ok(());
    }
    let (parent, child) = match kind {
        LinkKind::Related => (None, None),
        LinkKind::Parent => (Some(&other.id), Some(&one.id)),
        LinkKind::Child => (Some(&one.id), Some(&other.id)),
    };
    // How they were linked before counts no more.
    store::put_link(&mut tx, &one.id, &other.id, None).await?;
    if let (Some(parent), Some(child)) = (parent, child)
        && is_within(&mut tx, parent, child).await?
    {
        return Err(Refusal::LinkLoop.into());
    }
    store::put_link(&mut tx, &one.id, &other.id, Some(kind)).await?;
    tell(&mut tx, actor, &one, &other, Some(kind)).await?;
    Ok(tx.commit().await?)
}

/// Links it no more with the one of `number`.
///
/// # Errors
/// [`Refusal::NoSuchConversation`].
pub async fn unlink(p: &Platform, actor: &Actor, id: &ConversationId, number: i64) -> Answer<()> {
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let one = load(&mut tx, actor, id).await?;
    let other = other(&mut tx, actor, &one, number).await?;
    if store::link_between(&mut tx, &one.id, &other.id).await?.is_none() {
        return Ok(());
    }
    store::put_link(&mut tx, &one.id, &other.id, None).await?;
    tell(&mut tx, actor, &one, &other, None).await?;
    Ok(tx.commit().await?)
}

/// The other, as far as the actor may work on it.
async fn other(tx: &mut Tx, actor: &Actor, one: &Conversation, number: i64) -> Answer<Conversation> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let found = store::find_by_number(tx, &scope, number).await?.ok_or(Refusal::NoSuchConversation)?;
    let id = store::where_merged(tx, &found.id).await?;
    let found = store::find(tx, &scope, &id).await?.filter(|found| found.id != one.id);
    Ok(found.ok_or(Refusal::NoSuchConversation)?)
}

/// Both are told: the link is seen from each side.
async fn tell(
    tx: &mut Tx,
    actor: &Actor,
    one: &Conversation,
    other: &Conversation,
    kind: Option<LinkKind>,
) -> Result<(), Fault> {
    let there = kind.map(LinkKind::seen_from_there);
    for (conversation, number, kind) in [(&one.id, other.number, kind), (&other.id, one.number, there)] {
        let event = ConversationEvent::Linked { conversation: conversation.clone(), number, kind };
        tx.record(&event, actor, None).await?;
    }
    Ok(())
}

/// Whether `this` lies within `of`, however deep.
async fn is_within(tx: &mut Tx, this: &ConversationId, of: &ConversationId) -> Result<bool, Fault> {
    let (mut known, mut at) = (vec![this.clone()], 0);
    while let Some(here) = known.get(at).cloned() {
        if here == *of {
            return Ok(true);
        }
        for parent in store::parents(tx, &here).await? {
            if !known.contains(&parent) && known.len() < ANCESTORS_MOST {
                known.push(parent);
            }
        }
        at += 1;
    }
    Ok(false)
}

/// What the one is linked with the other is linked with when it becomes part of it. Answers what to bring back.
pub(super) async fn bring(tx: &mut Tx, source: &Conversation, target: &Conversation) -> Result<Vec<MovedLink>, Fault> {
    let mut moved = Vec::new();
    for (other, kind) in store::links_of(tx, &source.id).await? {
        store::put_link(tx, &source.id, &other, None).await?;
        let new = other != target.id && store::link_between(tx, &target.id, &other).await?.is_none();
        // A part of a part of itself is only related.
        let (parent, child) = if kind == LinkKind::Parent { (&other, &target.id) } else { (&target.id, &other) };
        let loops = new && kind != LinkKind::Related && is_within(tx, parent, child).await?;
        if new {
            store::put_link(tx, &target.id, &other, Some(if loops { LinkKind::Related } else { kind })).await?;
        }
        moved.push(MovedLink { other, kind, new });
    }
    Ok(moved)
}

/// Brings it back.
pub(super) async fn take_back(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
    moved: &[MovedLink],
) -> Result<(), Fault> {
    for one in moved {
        if one.new {
            store::put_link(tx, &target.id, &one.other, None).await?;
        }
        store::put_link(tx, &source.id, &one.other, Some(one.kind)).await?;
    }
    Ok(())
}
