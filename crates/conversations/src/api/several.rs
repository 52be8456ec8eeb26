//! The same with several conversations at once, with a result for each.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ending::Became;
use super::writing::Then;
use crate::commands::{self, CommandError, Several};
use crate::ids::ConversationId;
use crate::model::{Snooze, Stated};

/// Conversations of one request.
const MOST: usize = 100;

/// What is done.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Verb {
    /// `text` goes to the customer, and `then` says what becomes of the conversation.
    Reply,
    /// `text` is a note.
    Note,
    /// The words of `text` are put on it, with a comma between them.
    Tag,
    /// They are taken off it.
    Untag,
    /// It is given to the colleague `to`, or to nobody.
    Assign,
    /// It is handed to the department `to`, or to none.
    Department,
    /// It is put away until `until`, or until somebody writes.
    Snooze,
    /// It is closed, with `text` as the reason where one is needed.
    Close,
    /// It is opened again.
    Reopen,
    /// The macro `to` is used.
    Macro,
    /// It becomes part of the conversation with the number `into`.
    Merge,
    /// It is deleted.
    Delete,
    /// It has the cause that is the problem `to`.
    Problem,
}

/// What is done with which.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "ids": ["cnv_01kyf5b0000000000000000000"], "act": "tag", "text": "delivery" }))]
pub(super) struct Bulk {
    /// The conversations.
    #[schema(min_items = 1, max_items = 100)]
    ids: Vec<String>,
    /// What is done with each.
    #[schema(inline)]
    act: Verb,
    /// A text; `{{customer.first_name}}` and the like are filled in for each.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    text: String,
    /// What becomes of the conversation after a reply.
    #[serde(default)]
    #[schema(inline)]
    then: Then,
    /// A colleague, a department, a macro or a problem.
    to: Option<String>,
    /// A time.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// A number.
    into: Option<i64>,
    /// What became of each that is closed.
    #[serde(default)]
    #[schema(inline)]
    outcome: Option<Became>,
}

/// What became of one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Outcome {
    /// The conversation.
    id: String,
    /// Whether it was done.
    done: bool,
    /// Why not: the name of the rule, or `not_found`.
    code: Option<String>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Outcomes {
    /// In the order that they were asked for.
    results: Vec<Outcome>,
    /// The step that takes back what was done to them, for half an hour; null where nothing of it can be.
    step: Option<String>,
}

impl Bulk {
    fn read(&self) -> Result<Several, Problem> {
        let to = || self.to.clone().ok_or_else(|| Problem::field("/to", "is missing"));
        let wrong = |_: base::id::NotAnId| Problem::field("/to", "is not an id of this kind");
        Ok(match self.act {
            Verb::Reply => Several::Reply(self.text.clone(), self.then.into()),
            Verb::Note => Several::Note(self.text.clone()),
            Verb::Tag => Several::Tag(self.text.clone()),
            Verb::Untag => Several::Untag(self.text.clone()),
            Verb::Assign => Several::Assign(self.to.as_deref().map(str::parse).transpose().map_err(wrong)?),
            Verb::Department => Several::HandTo(self.to.as_deref().map(str::parse).transpose().map_err(wrong)?),
            Verb::Snooze => Several::Snooze(match &self.until {
                Some(until) => Snooze::Until(until.parse().map_err(|_| Problem::field("/until", "is not a time"))?),
                None => Snooze::NextReply,
            }),
            Verb::Close => Several::Close(
                Some(self.text.trim().to_owned()).filter(|reason| !reason.is_empty()),
                self.outcome.map(|one| Stated { ending: one.into(), known: None }),
            ),
            Verb::Reopen => Several::Reopen,
            Verb::Delete => Several::Delete,
            Verb::Macro => Several::Macro(to()?.parse().map_err(wrong)?),
            Verb::Problem => Several::Problem(to()?.parse().map_err(wrong)?),
            Verb::Merge => Several::MergeInto(self.into.ok_or_else(|| Problem::field("/into", "is missing"))?),
        })
    }
}

/// Does the same with several conversations
///
/// Each is done whole or not at all, and the answer says of each whether it was, and if not, why.
#[utoipa::path(post, path = "/conversations/bulk", tag = "Conversations", operation_id = "bulk",
    request_body = Bulk, responses((status = 200, description = "What became of each.", body = Outcomes)))]
pub(super) async fn bulk(caller: Caller, Body(bulk): Body<Bulk>) -> Result<Json<Outcomes>, Problem> {
    caller.must(Action::WorkConversations)?;
    if bulk.ids.is_empty() || bulk.ids.len() > MOST {
        return Err(Problem::field("/ids", "are none or more than 100"));
    }
    let what = bulk.read()?;
    let (mut results, step, mut undoable) = (Vec::new(), commands::new_step(&caller.p), false);
    for id in &bulk.ids {
        let code = match id.parse::<ConversationId>() {
            Err(_) => Some("not_found".to_owned()),
            Ok(at) => match commands::do_with(&caller.p, &caller.actor(), &at, &what, &step).await {
                Ok(kept) => {
                    undoable |= kept;
                    None
                }
                Err(CommandError::Refused(refusal)) => Some(refusal.code().to_owned()),
                Err(CommandError::NotFound) => Some("not_found".to_owned()),
                Err(other) => return Err(other.into()),
            },
        };
        results.push(Outcome { id: id.clone(), done: code.is_none(), code });
    }
    Ok(Json(Outcomes { results, step: undoable.then(|| step.to_string()) }))
}
