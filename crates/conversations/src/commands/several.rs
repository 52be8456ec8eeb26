//! The same with several conversations, one after the other: each is done whole or refused with a reason, and none of
//! them stands in another's way.

use base::{Action, Actor, allowed};
use people::{DepartmentId, StaffId};
use platform::Platform;

use super::stepping::{self, Act};
use super::{Answer, Closing, CommandError, NewReply, answering, macros, merging};
use crate::ids::{ConversationId, MacroId, ProblemId, StepId};
use crate::model::{Snooze, Stated};
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
    /// It is solved, for this reason where one is needed, and what became of it.
    Close(Option<String>, Option<Stated>),
    /// It is opened again.
    Reopen,
    /// A macro is used.
    Macro(MacroId),
    /// It becomes part of the conversation of this number, unless it is that one.
    MergeInto(i64),
    /// It is deleted.
    Delete,
    /// It has this cause, too.
    Problem(ProblemId),
}

/// Does it with one of them, as part of the act `step`; answers whether it can be taken back by it.
///
/// # Errors
/// Those of what is done; [`Refusal::UnknownVariable`] for a text that cannot be filled in.
pub async fn do_with(p: &Platform, actor: &Actor, id: &ConversationId, what: &Several, step: &StepId) -> Answer<bool> {
    let act = match what {
        Several::Reply(text, then) => {
            let body = filled_in(p, actor, id, text).await?;
            let new = NewReply { body, then: *then, ..NewReply::default() };
            return answering::reply(p, actor, id, new).await.map(|_| false);
        }
        Several::Note(text) => {
            let body = filled_in(p, actor, id, text).await?;
            return answering::note(p, actor, id, &body).await.map(|_| false);
        }
        Several::Macro(used) => {
            return macros::apply_as(p, actor, id, used, None, Some(step)).await.map(|(_, step)| step.is_some());
        }
        Several::MergeInto(number) => {
            let scope = allowed(actor, Action::WorkConversations)?;
            let here = queries::find(&mut p.db.read().await?, &scope, id).await?.ok_or(CommandError::NotFound)?;
            if here.number != *number {
                merging::merge(p, actor, id, *number).await?;
            }
            return Ok(false);
        }
        Several::Problem(problem) => {
            return super::link_problem(p, actor, id, problem).await.map(|()| false);
        }
        Several::Tag(words) => Act::Tags { add: std::slice::from_ref(words), remove: &[] },
        Several::Untag(words) => Act::Tags { add: &[], remove: std::slice::from_ref(words) },
        Several::Assign(to) => Act::Assign(to.as_ref()),
        Several::HandTo(to) => Act::HandTo(to.as_ref()),
        Several::Snooze(wish) => Act::Snooze(*wish),
        Several::Close(reason, outcome) => {
            Act::Close(Closing { reason: reason.as_deref(), outcome: *outcome, ..Closing::default() })
        }
        Several::Reopen => Act::Reopen(None),
        Several::Delete => Act::Delete,
    };
    stepping::take(p, actor, id, Some(step), act).await.map(|step| step.is_some())
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
    macros::said_in(&mut conn, &p.i18n, actor, &conversation, (text, None)).await
}
