//! What was answered before in cases like one, for programs.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Page, Problem};
use serde::Serialize;
use utoipa::ToSchema;

use super::conversation_id;
use crate::queries;
use crate::rules::likeness;

/// A case that was answered and looks like this one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LikeCase {
    /// Its conversation.
    conversation: String,
    /// What people call that.
    number: i64,
    /// What it is about.
    subject: String,
    /// What its customer asked first.
    question: String,
    /// The message by which it was answered.
    message: String,
    /// What that says. Whoever uses it again looks at `differs` first.
    reply: String,
    /// What stands in the answer and in nothing that the customer of this case wrote, in order.
    differs: Vec<Differing>,
}

/// Something in an answer that another case may not share.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Differing {
    /// `name`, `number`, `date`, `amount` or `link`.
    kind: String,
    /// As it stands in the answer.
    text: String,
}

const fn code(kind: likeness::Kind) -> &'static str {
    match kind {
        likeness::Kind::Name => "name",
        likeness::Kind::Number => "number",
        likeness::Kind::Date => "date",
        likeness::Kind::Amount => "amount",
        likeness::Kind::Link => "link",
    }
}

impl From<queries::LikeCase> for LikeCase {
    fn from(case: queries::LikeCase) -> Self {
        let differs = case.differs.into_iter();
        Self {
            conversation: case.conversation.id.to_string(),
            number: case.conversation.number,
            subject: case.conversation.subject,
            question: case.question,
            message: case.reply.id.to_string(),
            reply: case.reply.body,
            differs: differs.map(|mark| Differing { kind: code(mark.kind).to_owned(), text: mark.text }).collect(),
        }
    }
}

/// Lists answered cases like a conversation
///
/// Up to three in the same language, as far as you see them; those that share the rarest words of its question first. They
/// are looked for now: ask where somebody wants to see them, and not for every conversation.
#[utoipa::path(get, path = "/conversations/{id}/like-cases", tag = "Conversations", operation_id = "list_like_cases",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The cases.", body = Page<LikeCase>)))]
pub(super) async fn list(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<LikeCase>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let id = conversation_id(&id)?;
    let mut conn = caller.p.db.read().await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let at = queries::case_at_hand(&mut conn, it).await?;
    let cases = queries::like_cases(&mut conn, &scope, &at).await?;
    Ok(Json(Page { data: cases.into_iter().map(LikeCase::from).collect(), next: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_name() {
        use likeness::Kind;
        let all = [Kind::Name, Kind::Number, Kind::Date, Kind::Amount, Kind::Link];
        assert_eq!(all.map(code), ["name", "number", "date", "amount", "link"]);
    }
}
