//! Promises and who has their conversation: somebody who gives it to a colleague gives them what its owner was to keep
//! there, and taking that back gives back the same promises and no others. What goes to a deputy, or by turns, moves no
//! promise.

use base::{Actor, Scope};
use people::StaffId;
use platform::{Fault, Tx};

use super::tell;
use crate::ids::PromiseId;
use crate::model::{Conversation, Promise, PromiseChange};
use crate::store;

/// What the owner of a conversation was to keep there goes to its new one. Answers what did.
pub(in crate::commands) async fn go_with(
    tx: &mut Tx,
    actor: &Actor,
    before: &Conversation,
    to: &StaffId,
) -> Result<Vec<PromiseId>, Fault> {
    let mut went = Vec::new();
    for it in store::unfinished_promises(tx, &before.id, before.assignee.as_ref()).await? {
        went.push(it.id.clone());
        hand(tx, actor, it, Some(to)).await?;
    }
    Ok(went)
}

/// A promise goes back to whose it was, unless it is over or somebody else's than `from` by now.
pub(in crate::commands) async fn hand_back(
    tx: &mut Tx,
    actor: &Actor,
    id: &PromiseId,
    (from, to): (Option<&StaffId>, Option<&StaffId>),
) -> Result<(), Fault> {
    match store::find_promise(tx, &Scope::All, id).await? {
        Some(it) if !it.state.is_over() && it.owner.as_ref() == from => hand(tx, actor, it, to).await,
        Some(_) | None => Ok(()),
    }
}

async fn hand(tx: &mut Tx, actor: &Actor, it: Promise, to: Option<&StaffId>) -> Result<(), Fault> {
    let after = Promise { owner: to.cloned(), ..it };
    store::put_promise(tx, &after).await?;
    // What is merely suggested is nothing that anybody is to keep yet.
    if after.state.is_open() {
        tell(tx, actor, &after, PromiseChange::Handed, None).await?;
    }
    Ok(())
}
