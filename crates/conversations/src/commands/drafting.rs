//! What colleagues have typed and not sent. Theirs alone, no fact, so the log does not hear of it.

use base::Actor;
use platform::Platform;

use super::posting::staff_id;
use super::{Answer, load};
use crate::ids::ConversationId;
use crate::model::{DraftText, MessageKind};
use crate::rules::states::{Refusal, TEXT_MAX};
use crate::store;

/// Longest text of a field for addresses.
const FIELD_MAX: usize = 20_000;

/// Keeps what a colleague has typed in place of what they had typed before; without a text it is
/// forgotten.
///
/// # Errors
/// [`Refusal::TooLong`].
pub async fn save_draft(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    kind: MessageKind,
    draft: &DraftText,
) -> Answer<()> {
    let staff = staff_id(actor)?;
    let fields = [&draft.to, &draft.cc, &draft.bcc];
    if draft.body.chars().count() > TEXT_MAX || fields.into_iter().any(|field| field.len() > FIELD_MAX) {
        return Err(Refusal::TooLong.into());
    }
    let mut tx = p.begin().await?;
    // A page that was open when the conversation became part of another writes on there.
    let id = &store::where_merged(&mut tx, id).await?;
    load(&mut tx, actor, id).await?;
    if draft.is_empty() {
        store::forget_draft(&mut tx, &staff, id, kind).await?;
    } else {
        store::keep_draft(&mut tx, &staff, id, kind, draft).await?;
    }
    Ok(tx.commit().await?)
}
