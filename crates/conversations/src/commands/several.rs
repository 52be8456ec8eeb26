//! The same with several conversations, one after the other: each is done whole or refused with a reason, and none of
//! them stands in another's way.

use base::{Action, Actor, allowed};
use people::{DepartmentId, StaffId};
use platform::Platform;

use super::{Answer, CommandError, NewReply, answering, closing, macros, merging, owning, snoozing, tagging};
use crate::ids::{ConversationId, MacroId};
use crate::model::Snooze;
use crate::rules::states::{AfterReply, Refusal};
use crate::{queries, store};

/// What is done with each.
#[derive(Clone, Debug)]
pub enum Several {
    /// The customer is written to; variables are filled in for each.
    Reply(String, AfterReply),
    /// A note is written, filled in likewise.
    Note(String),
    /// Words are put on it, with a comma between them.
    Tag(String),
    /// Words are taken off it.
    Untag(String),
    /// It is given to a colleague, or to nobody.
    Assign(Option<StaffId>),
    /// It is handed to a department, or to none.
    HandTo(Option<DepartmentId>),
    /// It is put away.
    Snooze(Snooze),
    /// It is solved, for this reason where one is needed.
    Close(Option<String>),
    /// It is opened again.
    Reopen,
    /// A macro is used.
    Macro(MacroId),
    /// It becomes part of the conversation of this number, unless it is that one.
    MergeInto(i64),
}

/// Does it with one of them.
///
/// # Errors
/// Those of what is done; [`Refusal::UnknownVariable`] for a text that cannot be filled in.
pub async fn do_with(p: &Platform, actor: &Actor, id: &ConversationId, what: &Several) -> Answer<()> {
    match what {
        Several::Reply(text, then) => {
            let body = filled_in(p, actor, id, text).await?;
            let new = NewReply { body, then: *then, ..NewReply::default() };
            answering::reply(p, actor, id, new).await.map(drop)
        }
        Several::Note(text) => {
            let body = filled_in(p, actor, id, text).await?;
            answering::note(p, actor, id, &body).await.map(drop)
        }
        Several::Tag(words) => tagging::tag(p, actor, id, std::slice::from_ref(words)).await,
        Several::Untag(words) => tagging::untag(p, actor, id, std::slice::from_ref(words)).await,
        Several::Assign(to) => owning::assign(p, actor, id, to.as_ref()).await,
        Several::HandTo(to) => owning::hand_to(p, actor, id, to.as_ref()).await,
        Several::Snooze(wish) => snoozing::snooze(p, actor, id, *wish).await,
        Several::Close(reason) => closing::close(p, actor, id, reason.as_deref()).await,
        Several::Reopen => closing::reopen(p, actor, id, None).await,
        Several::Macro(used) => macros::apply_macro(p, actor, id, used, None).await.map(drop),
        Several::MergeInto(number) => {
            let scope = allowed(actor, Action::WorkConversations)?;
            let here = queries::find(&mut p.db.read().await?, &scope, id).await?.ok_or(CommandError::NotFound)?;
            if here.number == *number { Ok(()) } else { merging::merge(p, actor, id, *number).await.map(drop) }
        }
    }
}

/// The text as this customer reads it.
async fn filled_in(p: &Platform, actor: &Actor, id: &ConversationId, text: &str) -> Answer<String> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty.into());
    }
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let id = store::where_merged(&mut conn, id).await?;
    let conversation = store::find(&mut conn, &scope, &id).await?.ok_or(CommandError::NotFound)?;
    macros::said_in(&mut conn, actor, &conversation, text).await
}
