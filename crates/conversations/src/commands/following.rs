//! Who follows a conversation: by their own wish, or since a note names them.

use base::{Action, Actor, Scope, allowed};
use people::StaffId;
use people::staff::Colleague;
use platform::{Fault, Platform, Tx};

use super::posting::staff_id;
use super::{Answer, actor_name, load_to};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::Conversation;
use crate::rules::departments::reaches;
use crate::rules::mentions;
use crate::rules::states::Refusal;
use crate::store::{self, Following, MovedFollower};

/// Follows a conversation, or does not any more.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn follow(p: &Platform, actor: &Actor, id: &ConversationId, follows: bool) -> Answer<()> {
    let staff = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let id = &store::where_merged(&mut tx, id).await?;
    let conversation = load_to(&mut tx, actor, Action::NoteConversations, id).await?;
    let before = store::following_of(&mut tx, id, &staff).await?;
    if before.follows == follows {
        return Ok(());
    }
    store::put_following(&mut tx, &conversation, &staff, Following { follows, ..before }).await?;
    let by = actor_name(&mut tx, actor).await?;
    tx.record(&ConversationEvent::Followed { conversation: id.clone(), by, follows }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Has a colleague follow it by a rule's doing. Who does not see it, or is gone, would look for it in vain.
///
/// # Errors
/// [`Refusal::NoSuchColleague`].
pub(super) async fn put_by_rule(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    staff: &StaffId,
) -> Answer<()> {
    let found = people::staff::find(tx, &Scope::All, staff).await?;
    let sees = |one: &people::staff::Staff| {
        let scope = allowed(&one.actor(), Action::ReadConversations);
        one.disabled_at.is_none() && scope.is_ok_and(|scope| reaches(&scope, conversation.department.as_ref()))
    };
    let found = found.filter(sees).ok_or(Refusal::NoSuchColleague)?;
    let before = store::following_of(tx, &conversation.id, staff).await?;
    if before.follows {
        return Ok(());
    }
    store::put_following(tx, conversation, staff, Following { follows: true, ..before }).await?;
    let event = ConversationEvent::Followed { conversation: conversation.id.clone(), by: found.name, follows: true };
    Ok(tx.record(&event, actor, None).await?)
}

/// Whoever a note names follows from then on, and finds it under their mentions.
pub(super) async fn mention(
    tx: &mut Tx,
    actor: &Actor,
    conversation: &Conversation,
    me: &StaffId,
    text: &str,
) -> Result<(), Fault> {
    // Who does not see this department would look for it in vain.
    let sees = |one: &Colleague| {
        let scope = allowed(&one.actor(), Action::ReadConversations);
        scope.is_ok_and(|scope| reaches(&scope, conversation.department.as_ref()))
    };
    let colleagues = people::staff::colleagues(tx, &Scope::All).await?.into_iter().filter(sees);
    let colleagues: Vec<_> = colleagues.map(|one| (one.id, one.name)).collect();
    let mut named: Vec<StaffId> = mentions::mentioned(text, &colleagues);
    named.retain(|one| one != me);
    // In a fixed order: two notes at once wait for each other.
    named.sort();
    let at = store::mentioned_now(tx.now());
    for staff in &named {
        let after = Following { follows: true, mentioned_at: at, unseen: true };
        store::put_following(tx, conversation, staff, after).await?;
    }
    if named.is_empty() {
        return Ok(());
    }
    let event = ConversationEvent::Mentioned { conversation: conversation.id.clone(), staff: named };
    tx.record(&event, actor, None).await
}

/// Notes that a colleague has looked; answers whether there was something to see.
pub(super) async fn seen(tx: &mut Tx, conversation: &Conversation, staff: &StaffId) -> Result<bool, Fault> {
    let before = store::following_of(tx, &conversation.id, staff).await?;
    if before.unseen {
        store::put_following(tx, conversation, staff, Following { unseen: false, ..before }).await?;
    }
    Ok(before.unseen)
}

/// Who follows the one follows the other when it becomes part of it. Answers what to bring back.
pub(super) async fn bring(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
) -> Result<Vec<MovedFollower>, Fault> {
    let mut moved = Vec::new();
    for (staff, there) in store::all_following(tx, &source.id).await? {
        let here = store::following_of(tx, &target.id, &staff).await?;
        let after = Following {
            follows: here.follows || there.follows,
            mentioned_at: here.mentioned_at.max(there.mentioned_at),
            unseen: here.unseen || there.unseen,
        };
        store::put_following(tx, source, &staff, Following::default()).await?;
        store::put_following(tx, target, &staff, after).await?;
        moved.push(MovedFollower { staff, source: there, target: here, after });
    }
    Ok(moved)
}

/// Brings it back, as far as nothing else has happened to it since.
pub(super) async fn take_back(
    tx: &mut Tx,
    source: &Conversation,
    target: &Conversation,
    moved: &[MovedFollower],
) -> Result<(), Fault> {
    for one in moved {
        if store::following_of(tx, &target.id, &one.staff).await? == one.after {
            store::put_following(tx, target, &one.staff, one.target).await?;
        }
        store::put_following(tx, source, &one.staff, one.source).await?;
    }
    Ok(())
}
