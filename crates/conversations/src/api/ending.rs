//! What became of conversations, whether they are complaints, and what their customers say.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes;
use crate::commands;
use crate::ids::ConversationId;
use crate::model::{self, Ending};
use crate::queries;
use crate::settings::{self, Outcomes};

/// What became of a matter.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Became {
    /// Something had gone wrong and was put right.
    Righted,
    /// They know now what they wanted to know.
    Informed,
    /// They ordered.
    Ordered,
    /// They, or their order, were lost.
    Lost,
    /// None of these.
    Other,
}

impl From<Became> for Ending {
    fn from(became: Became) -> Self {
        match became {
            Became::Righted => Self::Righted,
            Became::Informed => Self::Informed,
            Became::Ordered => Self::Ordered,
            Became::Lost => Self::Lost,
            Became::Other => Self::Other,
        }
    }
}

impl From<Ending> for Became {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Righted => Self::Righted,
            Ending::Informed => Self::Informed,
            Ending::Ordered => Self::Ordered,
            Ending::Lost => Self::Lost,
            Ending::Other => Self::Other,
        }
    }
}

/// How a conversation ended.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConversationOutcome {
    /// What became of it; null while nobody said, and again once it is opened.
    #[schema(inline)]
    outcome: Option<Became>,
    /// Whether its customer was known before; null while nobody said what became of it.
    known_customer: Option<bool>,
    /// Whether it is a complaint: closed only with its customer's yes, or once they were tried to be reached on three days.
    complaint: bool,
    /// When the customer of a complaint said that they are content; null until then.
    #[schema(format = DateTime)]
    content_at: Option<String>,
    /// On how many more days the customer of a complaint is to be tried to be reached before it may be closed; null where it
    /// is none.
    tries_missing: Option<usize>,
    /// What the customer said each time that it was solved, oldest first.
    opinions: Vec<CustomerOpinion>,
}

/// What a customer said once their request was solved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CustomerOpinion {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// Whether it was what they wanted: `exactly`, `almost` or `no`.
    said: String,
    /// What they added; may be empty.
    comment: String,
    /// Whether it is about how the conversation stands now.
    current: bool,
}

impl From<model::Opinion> for CustomerOpinion {
    fn from(one: model::Opinion) -> Self {
        Self { at: time(one.at), said: one.said.code().to_owned(), comment: one.comment, current: one.open }
    }
}

async fn now(caller: &Caller, id: &ConversationId) -> Result<Json<ConversationOutcome>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let mut conn = caller.p.db.read().await?;
    queries::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let ended = queries::ended(&mut conn, id).await?;
    let stands = queries::complaint_stands(&mut conn, id).await?;
    let complaint = ended.complaint.filter(|one| one.is);
    Ok(Json(ConversationOutcome {
        outcome: ended.outcome.map(|one| one.ending.into()),
        known_customer: ended.outcome.map(|one| one.known),
        complaint: complaint.is_some(),
        content_at: complaint.and_then(|one| one.yes).map(|yes| time(yes.at)),
        tries_missing: stands.map(|stands| stands.missing()),
        opinions: ended.opinions.into_iter().map(CustomerOpinion::from).collect(),
    }))
}

/// Shows how a conversation ended
#[utoipa::path(get, path = "/conversations/{id}/outcome", tag = "Conversations", operation_id = "get_outcome",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    responses((status = 200, description = "How it ended.", body = ConversationOutcome)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<ConversationOutcome>, Problem> {
    now(&caller, &conversation_id(&id)?).await
}

/// What became of a conversation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "outcome": "righted", "known_customer": true }))]
pub(super) struct StateOutcome {
    /// What became of it; null takes it away.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(inline, required)]
    outcome: Option<Became>,
    /// Whether its customer was known before; without, whether they had a conversation before.
    known_customer: Option<bool>,
}

/// Says what became of a closed conversation
#[utoipa::path(put, path = "/conversations/{id}/outcome", tag = "Conversations", operation_id = "set_outcome",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = StateOutcome, responses((status = 200, description = "How it ended.", body = ConversationOutcome)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<StateOutcome>,
) -> Result<Json<ConversationOutcome>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let stated = new.outcome.map(|one| model::Stated { ending: one.into(), known: new.known_customer });
    commands::state_outcome(&caller.p, &caller.actor(), &id, stated).await?;
    now(&caller, &id).await
}

/// Whether a conversation is a complaint.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "complaint": true }))]
pub(super) struct MarkComplaint {
    /// Whether it is one.
    complaint: bool,
    /// How its customer said to you that they are content, if they did.
    #[serde(default)]
    #[schema(max_length = 500)]
    content: String,
}

/// Says whether a conversation is a complaint
///
/// One is closed only with its customer's yes: their answer on the page of their request, or what they said to a
/// colleague; or once they were tried to be reached on three days without a word from them.
#[utoipa::path(put, path = "/conversations/{id}/complaint", tag = "Conversations", operation_id = "set_complaint",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = MarkComplaint, responses((status = 200, description = "How it stands.", body = ConversationOutcome)))]
pub(super) async fn complaint(
    caller: Caller,
    Path(id): Path<String>,
    Body(mark): Body<MarkComplaint>,
) -> Result<Json<ConversationOutcome>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    drop(shapes::after(&caller, &id).await?);
    commands::mark_complaint(&caller.p, &caller.actor(), &id, mark.complaint).await?;
    if !mark.content.trim().is_empty() {
        commands::customer_content(&caller.p, &caller.actor(), &id, &mark.content).await?;
    }
    now(&caller, &id).await
}

/// What is asked when conversations are closed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "required": [null], "ask_customers": false }))]
pub(super) struct OutcomeSettings {
    /// The departments where nothing is closed without its outcome; null for what belongs to none.
    #[schema(max_items = 1000)]
    required: Vec<Option<String>>,
    /// Whether a mail that closes asks its customer if it was what they wanted, by a link to the page of their request.
    ask_customers: bool,
}

impl From<Outcomes> for OutcomeSettings {
    fn from(set: Outcomes) -> Self {
        let required = set.required.into_iter().map(|id| Some(id).filter(|id| !id.is_empty())).collect();
        Self { required, ask_customers: set.ask }
    }
}

/// Shows what is asked when conversations are closed
#[utoipa::path(get, path = "/settings/outcomes", tag = "Settings", operation_id = "get_outcome_settings",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = OutcomeSettings)))]
pub(super) async fn settings(caller: Caller) -> Result<Json<OutcomeSettings>, Problem> {
    caller.must(Action::ManageSettings)?;
    Ok(Json(settings::outcomes(&mut caller.p.db.read().await?).await?.into()))
}

/// Sets what is asked when conversations are closed
#[utoipa::path(put, path = "/settings/outcomes", tag = "Settings", operation_id = "set_outcome_settings",
    security(("bearer" = ["admin"])), request_body = OutcomeSettings,
    responses((status = 200, description = "What is set now.", body = OutcomeSettings)))]
pub(super) async fn update_settings(
    caller: Caller,
    Body(new): Body<OutcomeSettings>,
) -> Result<Json<OutcomeSettings>, Problem> {
    caller.must(Action::ManageSettings)?;
    if new.required.iter().flatten().any(String::is_empty) {
        return Err(Problem::field("/required", "holds what is not the id of a department"));
    }
    let required: BTreeSet<String> = new.required.into_iter().map(Option::unwrap_or_default).collect();
    let wish = Outcomes { required, ask: new.ask_customers };
    let set = commands::set_outcomes(&caller.p, &caller.actor(), wish).await;
    set.map_err(|error| super::at("/required", error))?;
    settings(caller).await
}
