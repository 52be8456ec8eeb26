//! What was answered in another case, put into a colleague's draft here. It is marked with where it comes from, and goes
//! to nobody before its writer has said that the customer's own point stands in it.

use base::{Action, Actor, Scope, allowed};
use people::StaffId;
use platform::{Platform, Tx};

use super::posting::staff_id;
use super::sharing::beside;
use super::{Answer, CommandError, load};
use crate::ids::{ConversationId, MessageId};
use crate::model::{DraftText, MessageKind};
use crate::rules::states::{Refusal, TEXT_MAX};
use crate::store;

/// Puts what was answered elsewhere below what the colleague has typed here.
///
/// # Errors
/// Not found when there is no such answer, or not in a conversation that they see.
pub async fn use_like(p: &Platform, actor: &Actor, id: &ConversationId, from: &MessageId) -> Answer<ConversationId> {
    let (staff, scope): (StaffId, Scope) = (staff_id(actor)?, allowed(actor, Action::ReadConversations)?);
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    load(&mut tx, actor, &id).await?;
    let said = store::find_message(&mut tx, &scope, from).await?;
    let said = said.filter(|one| one.kind == MessageKind::Reply && one.conversation != id);
    let said = said.ok_or(CommandError::NotFound)?;
    let own = store::drafts_of(&mut tx, &staff, &id).await?;
    let own = own.into_iter().find(|(kind, _)| *kind == MessageKind::Reply).map(|(_, draft)| draft);
    let text = DraftText { body: said.body, like: Some(from.clone()), ..DraftText::default() };
    let text = match own.filter(|own| !own.is_empty()) {
        Some(own) => DraftText { like: Some(from.clone()), ..beside(own, text) },
        None => text,
    };
    store::keep_draft(&mut tx, &staff, &id, MessageKind::Reply, &text).await?;
    tx.commit().await?;
    Ok(id)
}

/// Puts a text below what the colleague has typed into their reply, such as an article.
///
/// # Errors
/// Not found when there is no such conversation for them; refused when they may not answer, or it grows too long.
pub async fn put_in_reply(p: &Platform, actor: &Actor, id: &ConversationId, text: &str) -> Answer<ConversationId> {
    let staff = staff_id(actor)?;
    let mut tx = p.begin().await?;
    let id = store::where_merged(&mut tx, id).await?;
    load(&mut tx, actor, &id).await?;
    let own = store::drafts_of(&mut tx, &staff, &id).await?;
    let own = own.into_iter().find(|(kind, _)| *kind == MessageKind::Reply).map(|(_, draft)| draft);
    let text = DraftText { body: text.to_owned(), ..DraftText::default() };
    let text = match own.filter(|own| !own.is_empty()) {
        Some(own) => beside(own, text),
        None => text,
    };
    if text.body.chars().count() > TEXT_MAX {
        return Err(Refusal::TooLong.into());
    }
    store::keep_draft(&mut tx, &staff, &id, MessageKind::Reply, &text).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether what is about to be sent may go: what began as the answer of another case is confirmed by its writer first.
pub(super) async fn read_first(
    tx: &mut Tx,
    staff: &StaffId,
    id: &ConversationId,
    (like, read, shared): (Option<&MessageId>, bool, Option<&DraftText>),
) -> Answer<()> {
    if read {
        return Ok(());
    }
    if like.is_some() || shared.is_some_and(|shared| shared.like.is_some()) {
        return Err(Refusal::LikeUnread.into());
    }
    // A form that forgot where its text comes from is asked all the same.
    let own = store::drafts_of(tx, staff, id).await?;
    let from_there = |(kind, draft): &(MessageKind, DraftText)| *kind == MessageKind::Reply && draft.like.is_some();
    if shared.is_none() && own.iter().any(from_there) { Err(Refusal::LikeUnread.into()) } else { Ok(()) }
}
