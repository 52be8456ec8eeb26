//! What stands in the business's own fields of a conversation, and what must stand there before a step.

use std::collections::HashMap;

use base::Actor;
use people::FieldId;
use people::field::{self, About, Unfit};
use platform::{Platform, Tx};

use super::{Answer, load};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::State;
use crate::rules::states::Refusal;
use crate::store;

/// Says what stands in the fields of a conversation. `typed` is by id; a field that it does not name stays as it is.
/// Nothing is kept when one does not fit: the first such field and why is the inner error.
///
/// # Errors
/// When the actor may not, or there is no such conversation.
pub async fn set_fields(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    typed: &HashMap<String, String>,
) -> Answer<Result<(), (FieldId, Unfit)>> {
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    load(&mut tx, actor, &id).await?;
    let changes = match field::write(&mut tx, About::Conversation, id.as_str(), typed).await? {
        Ok(changes) => changes,
        Err(unfit) => return Ok(Err(unfit)),
    };
    if changes.is_empty() {
        return Ok(Ok(()));
    }
    store::index_first(&mut tx, &id).await?;
    for change in changes {
        tx.record(&ConversationEvent::FieldChanged { conversation: id.clone(), change }, actor, None).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether a colleague may make a conversation stand so: what the business asks for before is there. Nobody is asked
/// where no colleague acts.
pub(super) async fn complete(tx: &mut Tx, actor: &Actor, id: &ConversationId, to: State) -> Answer<()> {
    if actor.staff_id().is_none() {
        return Ok(());
    }
    let values = field::values_of(tx, About::Conversation, id.as_str()).await?;
    if field::missing(&values, to.code()).is_empty() { Ok(()) } else { Err(Refusal::FieldsMissing.into()) }
}
