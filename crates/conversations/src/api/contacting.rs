//! Calls and visits that a program writes down.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use people::PersonId;
use people::api::Caller;
use platform::api::{BASE, Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::ending::Became;
use super::messages::whole;
use super::shapes::{self, Conversation, Message};
use super::writing::Then;
use crate::commands::{self, NewContact};
use crate::model;

/// How two people talked.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    /// By telephone.
    #[default]
    Phone,
    /// In one place.
    Visit,
}

/// Who went to whom.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Direction {
    /// They came or called.
    In,
    /// We did.
    #[default]
    Out,
}

/// What a call or a visit was.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Contact {
    /// How.
    #[schema(inline)]
    way: Way,
    /// Who went to whom.
    #[schema(inline)]
    direction: Direction,
    /// Whether the two talked.
    spoke: bool,
    /// How long.
    minutes: i64,
    /// With whom; empty for the customer.
    with: String,
}

impl From<model::Contact> for Contact {
    fn from(contact: model::Contact) -> Self {
        Self {
            way: match contact.way {
                model::ContactWay::Phone => Way::Phone,
                model::ContactWay::Visit => Way::Visit,
            },
            direction: match contact.direction {
                model::Direction::In => Direction::In,
                model::Direction::Out => Direction::Out,
            },
            spoke: contact.spoke,
            minutes: i64::from(contact.minutes),
            with: contact.with,
        }
    }
}

/// A call or a visit.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "way": "phone", "direction": "in", "minutes": 6, "text": "Asked for the spare key." }))]
pub(super) struct NewTalk {
    /// How.
    #[serde(default)]
    #[schema(inline)]
    way: Way,
    /// Who went to whom.
    #[serde(default)]
    #[schema(inline)]
    direction: Direction,
    /// Whether the two talked: then the customer is answered, unless they have written since.
    #[serde(default = "yes")]
    spoke: bool,
    /// How long.
    #[serde(default)]
    #[schema(maximum = 1440)]
    minutes: u16,
    /// With whom; the customer when not said.
    #[serde(default)]
    #[schema(max_length = 200)]
    with: String,
    /// When; now when not said.
    #[schema(format = DateTime)]
    at: Option<String>,
    /// What was said.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    text: String,
    /// What becomes of the conversation, if it answers the customer.
    #[serde(default = "stays")]
    #[schema(inline)]
    then: Then,
    /// What became of the matter, where it closes; some departments want to know it (`outcome_needed`).
    #[schema(inline)]
    outcome: Option<Became>,
}

/// A call or a visit that begins a conversation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "subject": "Spare key", "contact": { "direction": "in", "minutes": 6 } }))]
pub(super) struct FirstTalk {
    /// What it is about.
    #[schema(min_length = 1, max_length = 1000)]
    subject: String,
    /// What it was.
    contact: NewTalk,
}

const fn yes() -> bool {
    true
}

const fn stays() -> Then {
    Then::StayOpen
}

impl NewTalk {
    fn read(self, pointer: &str) -> Result<NewContact, Problem> {
        let at = self.at.as_deref().map(str::parse).transpose();
        let at = at.map_err(|_| Problem::field(format!("{pointer}/at"), "is not a time"))?;
        if self.minutes > crate::rules::contacts::MINUTES_MAX {
            return Err(Problem::field(format!("{pointer}/minutes"), "is more than a day"));
        }
        Ok(NewContact {
            contact: model::Contact {
                way: match self.way {
                    Way::Phone => model::ContactWay::Phone,
                    Way::Visit => model::ContactWay::Visit,
                },
                direction: match self.direction {
                    Direction::In => model::Direction::In,
                    Direction::Out => model::Direction::Out,
                },
                spoke: self.spoke,
                minutes: self.minutes,
                with: self.with,
            },
            at,
            body: self.text,
            then: self.then.into(),
            outcome: self.outcome.map(|one| model::Stated { ending: one.into(), known: None }),
            promises: model::PromiseChoices::default(),
        })
    }
}

type Created<T> = (StatusCode, [(HeaderName, String); 1], Json<T>);

/// Writes down a call or a visit
#[utoipa::path(post, path = "/conversations/{id}/contacts", tag = "Conversations", operation_id = "log_contact",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = NewTalk, responses((status = 201, description = "What was written down; `Location` is its address here.", body = Message)))]
pub(super) async fn log(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewTalk>,
) -> Result<Created<Message>, Problem> {
    caller.must(Action::WorkConversations)?;
    let message = commands::log_contact(&caller.p, &caller.actor(), &conversation_id(&id)?, new.read("")?).await?;
    let location = [(header::LOCATION, format!("{BASE}/messages/{message}"))];
    Ok((StatusCode::CREATED, location, whole(&caller, &message).await?))
}

/// Begins a conversation with a call or a visit
#[utoipa::path(post, path = "/customers/{id}/contacts", tag = "Conversations", operation_id = "begin_contact",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = FirstTalk, responses((status = 201, description = "The conversation; `Location` is its address here.", body = Conversation)))]
pub(super) async fn begin(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<FirstTalk>,
) -> Result<Created<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let person: PersonId = id.parse().map_err(|_| Problem::not_found())?;
    let contact = new.contact.read("/contact")?;
    let (id, _) = commands::begin_contact(&caller.p, &caller.actor(), &person, &new.subject, contact).await?;
    let location = [(header::LOCATION, format!("{BASE}/conversations/{id}"))];
    Ok((StatusCode::CREATED, location, shapes::after(&caller, &id).await?))
}
