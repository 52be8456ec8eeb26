//! How conversations behave, what their states are called, and the pages that customers see of them.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use platform::web::form::one_line;
use platform::web::typeface::{self, Typeface};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::shapes::Standing;
use super::{Settings, changed};
use crate::State;
use crate::rules::states::ClosedReply;
use crate::rules::subject_tag::SubjectTag;
use crate::settings;

/// Which states may bear names of the business's own, and how many names there may be.
const NAMEABLE: [State; 3] = [State::Open, State::WaitingCustomer, State::WaitingOthers];
const NAMES_MOST: usize = 30;

/// How conversations behave.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "closed_reply": "link", "quiet_days": 14, "undo_seconds": 10, "subject_tag": "off",
    "soon_hours": 4 }))]
pub(in crate::api) struct Manners {
    /// What an answer to a closed conversation becomes: `link` for a new one that is linked to it, `reopen` for the
    /// same again.
    #[schema(max_length = 20)]
    closed_reply: String,
    /// Quiet days after which solved becomes closed.
    #[schema(minimum = 1, maximum = 3650)]
    quiet_days: i64,
    /// Seconds in which a reply can be taken back.
    #[schema(minimum = 0, maximum = 600)]
    undo_seconds: i64,
    /// Where subjects bear the number: `off`, `left` or `right`.
    #[schema(max_length = 20)]
    subject_tag: String,
    /// Hours before a reply is due from which on it is due soon.
    #[schema(minimum = 1, maximum = 72)]
    soon_hours: i64,
}

impl From<&settings::Manners> for Manners {
    fn from(set: &settings::Manners) -> Self {
        Self {
            closed_reply: set.closed_reply.code().to_owned(),
            quiet_days: set.quiet_days,
            undo_seconds: set.undo_seconds,
            subject_tag: set.subject_tag.code().to_owned(),
            soon_hours: set.soon_hours,
        }
    }
}

impl Manners {
    /// Puts them into what is set; what other pages hold of it stays.
    fn put(&self, set: &mut settings::Manners) -> Result<(), Problem> {
        let closed_reply = ClosedReply::from_code(&self.closed_reply);
        set.closed_reply = closed_reply.ok_or_else(|| Problem::field("/closed_reply", "is none of link, reopen"))?;
        let subject_tag = SubjectTag::from_code(&self.subject_tag);
        set.subject_tag = subject_tag.ok_or_else(|| Problem::field("/subject_tag", "is none of off, left, right"))?;
        for (name, value, within) in [
            ("/quiet_days", self.quiet_days, 1..=3650),
            ("/undo_seconds", self.undo_seconds, 0..=600),
            ("/soon_hours", self.soon_hours, 1..=72),
        ] {
            if !within.contains(&value) {
                return Err(Problem::field(name, format!("must be between {} and {}", within.start(), within.end())));
            }
        }
        (set.quiet_days, set.undo_seconds, set.soon_hours) = (self.quiet_days, self.undo_seconds, self.soon_hours);
        Ok(())
    }
}

/// Sets how conversations behave
#[utoipa::path(put, path = "/settings/manners", tag = "Settings", operation_id = "set_manners",
    security(("bearer" = ["admin"])), request_body = Manners,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_manners(
    caller: Caller,
    Body(new): Body<Manners>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut tx = caller.p.begin().await?;
    let mut manners = settings::manners(&mut tx).await?;
    new.put(&mut manners)?;
    settings::set_manners(&mut tx, &manners).await?;
    changed(caller, tx, "business").await
}

/// The pages that customers see of their requests.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "links": true, "hue": 220, "typeface": "system" }))]
pub(in crate::api) struct RequestPages {
    /// Whether mails bear the link to them, and it opens.
    links: bool,
    /// The business's colour on them, in degrees, a multiple of ten; null for Tillit's.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, minimum = 0, maximum = 350)]
    hue: Option<u16>,
    /// In which typeface all pages stand, the desk's too: `system` for the one of each reader's device, or `inter`,
    /// which is 48 KB more at the first visit. Where it is not said, it stays as it is; what is set always says it.
    #[schema(max_length = 20)]
    typeface: Option<String>,
}

impl From<(settings::Requests, Typeface)> for RequestPages {
    fn from((set, typeface): (settings::Requests, Typeface)) -> Self {
        Self { links: set.links, hue: set.hue, typeface: Some(typeface.code().to_owned()) }
    }
}

/// Sets how customers see their requests
#[utoipa::path(put, path = "/settings/requests", tag = "Settings", operation_id = "set_request_pages",
    security(("bearer" = ["admin"])), request_body = RequestPages,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_requests(
    caller: Caller,
    Body(new): Body<RequestPages>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    if new.hue.is_some_and(|hue| hue > 350 || hue % 10 != 0) {
        return Err(Problem::field("/hue", "must be a multiple of 10 from 0 to 350"));
    }
    let known =
        |code: &str| Typeface::from_code(code).ok_or_else(|| Problem::field("/typeface", "is none of system, inter"));
    let chosen = new.typeface.as_deref().map(known).transpose()?;
    let mut tx = caller.p.begin().await?;
    settings::set_requests(&mut tx, &settings::Requests { links: new.links, hue: new.hue }).await?;
    if let Some(chosen) = chosen {
        typeface::choose(&mut tx, chosen).await?;
    }
    changed(caller, tx, "requests").await
}

/// A name of the business's own for a state.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct StateName {
    /// Names it; conversations have it as `label`.
    id: String,
    /// The state it means.
    #[schema(inline)]
    state: Standing,
    /// What people read.
    name: String,
    /// Whether service clocks stand still meanwhile; null: as the state that it means has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pauses: Option<bool>,
}

impl From<settings::StateName> for StateName {
    fn from(one: settings::StateName) -> Self {
        Self { id: one.id, state: one.state.into(), name: one.name, pauses: one.pauses }
    }
}

/// The names of states as they are to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "names": [{ "state": "waiting_others", "name": "Waiting for parts" }] }))]
pub(in crate::api) struct StateNames {
    /// All of them, in the order in which they are offered. What is not among them is a name no longer.
    #[schema(max_items = 30)]
    names: Vec<WantedStateName>,
}

/// A name of the business's own for a state.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WantedStateName {
    /// Which it was; without it a new one.
    id: Option<String>,
    /// The state it means: `open`, `waiting_customer` or `waiting_others`.
    #[schema(max_length = 20)]
    state: String,
    /// What people read.
    #[schema(min_length = 1, max_length = 40)]
    name: String,
    /// Whether service clocks stand still meanwhile; without it, as the state that it means has it.
    pauses: Option<bool>,
}

/// Sets the business's own names of states
#[utoipa::path(put, path = "/settings/states", tag = "Settings", operation_id = "set_state_names",
    security(("bearer" = ["admin"])), request_body = StateNames,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_states(
    caller: Caller,
    Body(new): Body<StateNames>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    if new.names.len() > NAMES_MOST {
        return Err(Problem::field("/names", format!("holds more than {NAMES_MOST}")));
    }
    let mut tx = caller.p.begin().await?;
    let known = settings::state_names(&mut tx).await?;
    let now = tx.now();
    let mut names: Vec<settings::StateName> = Vec::new();
    for (at, wanted) in new.names.into_iter().enumerate() {
        let at = format!("/names/{at}");
        let state = State::from_code(&wanted.state).filter(|state| NAMEABLE.contains(state));
        let state = state.ok_or_else(|| {
            Problem::field(format!("{at}/state"), "is none of open, waiting_customer, waiting_others")
        })?;
        let name = one_line(&wanted.name, 40);
        if name.is_empty() {
            return Err(Problem::field(format!("{at}/name"), "is empty"));
        }
        let id = match wanted.id {
            None => format!("sta_{}", caller.p.ids.next(now)),
            Some(id) if names.iter().any(|earlier| earlier.id == id) => {
                return Err(Problem::field(format!("{at}/id"), "stands there twice"));
            }
            Some(id) if known.iter().any(|known| known.id == id) => id,
            Some(_) => return Err(Problem::field(format!("{at}/id"), "is not the id of a name")),
        };
        names.push(settings::StateName { id, state, name, pauses: wanted.pauses });
    }
    settings::set_state_names(&mut tx, &names).await?;
    changed(caller, tx, "states").await
}
