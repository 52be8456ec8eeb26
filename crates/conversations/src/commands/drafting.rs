//! What colleagues have typed and not sent. Theirs alone, no fact, so the log does not hear of it.

use base::{Action, Actor, Instant};
use jiff::SignedDuration;
use platform::Platform;

use super::posting::staff_id;
use super::{Answer, load_to};
use crate::ids::ConversationId;
use crate::model::{DraftText, MessageKind};
use crate::rules::states::{self, Refusal, TEXT_MAX};
use crate::store;

/// How long after sending what was typed before it may still arrive.
pub(super) const LATE: SignedDuration = SignedDuration::from_mins(1);
/// Longest text of a field for addresses.
pub(super) const FIELD_MAX: usize = 20_000;

/// A text as it is kept and compared: browsers say CRLF in forms that they send, scripts LF; and PostgreSQL takes no NUL.
pub(super) fn plain(body: &str) -> String {
    body.replace('\0', "").replace("\r\n", "\n")
}

/// Keeps what a colleague has typed in place of what they had typed before; without a text, or when it has just been
/// sent or shared, it is forgotten.
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
    let draft = &DraftText { body: plain(&draft.body), ..draft.clone() };
    let fields = [&draft.to, &draft.cc, &draft.bcc];
    if draft.body.chars().count() > TEXT_MAX || fields.into_iter().any(|field| field.len() > FIELD_MAX) {
        return Err(Refusal::TooLong.into());
    }
    let mut tx = p.begin().await?;
    // A page that was open when the conversation became part of another writes on there.
    let id = &store::where_merged(&mut tx, id).await?;
    // Whoever does not answer customers may still write a reply, and share it.
    let forward = kind == MessageKind::Forward;
    let action = if forward { Action::WorkConversations } else { Action::NoteConversations };
    load_to(&mut tx, actor, action, id).await?;
    // What is kept as one types may arrive after what was sent: that is no draft any more.
    let lately = tx.now().checked_sub(LATE).unwrap_or(Instant::MIN);
    let sent = store::newest_by(&mut tx, &staff, id, kind, lately).await?;
    let sent = sent.is_some_and(|body| states::text(&draft.body).is_ok_and(|typed| typed == body));
    let shared = kind == MessageKind::Reply
        && store::shared_of(&mut tx, id).await?.iter().any(|it| it.author == staff && it.text.body == draft.body);
    if sent || shared || draft.is_empty() {
        store::forget_draft(&mut tx, &staff, id, kind).await?;
    } else {
        let mut draft = draft.clone();
        if draft.like.is_none() && kind == MessageKind::Reply {
            // What is kept as one types does not say where the text comes from; it stays what it began as.
            let before = store::drafts_of(&mut tx, &staff, id).await?.into_iter().find(|(of, _)| *of == kind);
            draft.like = before.and_then(|(_, before)| before.like);
        }
        store::keep_draft(&mut tx, &staff, id, kind, &draft).await?;
    }
    Ok(tx.commit().await?)
}
