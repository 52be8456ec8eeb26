//! Promises as a calendar: giving it an address, and taking that away.

use base::{Action, Actor, allowed};
use platform::Platform;

use super::Answer;
use super::posting::staff_id;
use crate::store;

/// Gives the calendar of the actor's promises a new address, or none. The one of before shows nothing any more.
///
/// # Errors
/// When the actor may not, or the database cannot be used.
pub async fn set_promise_feed(p: &Platform, actor: &Actor, active: bool) -> Answer<()> {
    let _scope = allowed(actor, Action::ReadConversations)?;
    let me = staff_id(actor)?;
    let mut tx = p.begin().await?;
    store::renew_feed(&mut tx, &me, active).await?;
    Ok(tx.commit().await?)
}
