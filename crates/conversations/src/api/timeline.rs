//! A customer's timeline, for programs.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::PersonId;
use people::api::Caller;
use platform::api::{self, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::queries::timeline::{self as timelines, Moment, TimelineKind, What};

/// What a timeline is narrowed to.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Part {
    /// That conversations began.
    Conversations,
    /// What was said with the customer.
    Messages,
    /// What colleagues wrote down.
    Notes,
    /// What became of the file.
    File,
}

impl From<Part> for TimelineKind {
    fn from(sort: Part) -> Self {
        match sort {
            Part::Conversations => Self::Conversations,
            Part::Messages => Self::Messages,
            Part::Notes => Self::Notes,
            Part::File => Self::File,
        }
    }
}

/// Which moments.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Only these.
    #[param(inline)]
    kind: Option<Part>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Something on a customer's timeline.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OnTimeline {
    /// Names it.
    id: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// What it belongs to.
    #[schema(inline)]
    kind: Part,
    /// The conversation, of what began or was said.
    conversation: Option<String>,
    /// How it begins: of a message or a note; the subject of a conversation; null for changes of the file, which
    /// `/events` tells whole.
    text: Option<String>,
}

impl From<Moment> for OnTimeline {
    fn from(moment: Moment) -> Self {
        let (kind, conversation, text) = match moment.what {
            What::Began(row) => {
                (Part::Conversations, Some(row.conversation.id.to_string()), Some(row.conversation.subject))
            }
            What::Said(line) => {
                let note = line.kind.is_internal() && line.kind != crate::MessageKind::Contact;
                let kind = if note { Part::Notes } else { Part::Messages };
                (kind, Some(line.conversation.to_string()), Some(line.text))
            }
            What::Noted(note) => (Part::Notes, None, Some(note.body)),
            What::Changed(..) => (Part::File, None, None),
        };
        Self { id: moment.id, at: time(moment.at), kind, conversation, text }
    }
}

/// Shows a customer's timeline
///
/// Conversations, messages, notes and changes of the file, the newest first.
#[utoipa::path(get, path = "/customers/{id}/timeline", tag = "Customers", operation_id = "get_timeline",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000"), Asked),
    responses((status = 200, description = "A page of the timeline.", body = Page<OnTimeline>)))]
pub(super) async fn show(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Page<OnTimeline>>, Problem> {
    let (conversations, people) = (caller.may(Action::ReadConversations)?, caller.may(Action::ReadPeople)?);
    let person: PersonId = id.parse().map_err(|_| Problem::not_found())?;
    let mut conn = caller.p.db.read().await?;
    people::person::find(&mut conn, &people, &person).await?.ok_or_else(Problem::not_found)?;
    let (listing, cursor) = (Listing::new("timeline", &(&person, asked.kind)), Cursor(&caller.p.tokens));
    let after: Option<(i64, String)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let asked = timelines::Asked {
        person: &person,
        conversations: &conversations,
        people: &people,
        only: asked.kind.map(TimelineKind::from),
        after: after.as_ref().map(|(at, id)| (*at, id.as_str())),
        most: api::limit(asked.limit)?,
    };
    let (found, next) = timelines::timeline(&mut conn, &asked).await?;
    let data = found.into_iter().map(OnTimeline::from).collect();
    Ok(Json(Page { data, next: next.map(|place| cursor.seal(&listing, &place)) }))
}
