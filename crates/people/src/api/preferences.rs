//! What customers asked for, for programs.

use axum::Json;
use axum::extract::Path;
use base::{Action, Language};
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use super::customers::person_id;
use crate::PersonId;
use crate::file::rules::hours::{Hours, written};
use crate::file::{self, Channel, Days, Manner};

/// What a customer asked for. What is null or empty they left to us.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "language": "nb", "addressed": "Fru Solheim", "manner": "formal", "channel": "phone",
    "days": ["mon", "tue"], "from": "16:00", "until": null, "zone": null }))]
pub(super) struct Preferences {
    /// The language to write to them in, whatever they write themselves: `en`, `nb`, `sv`, `da`, `id`.
    language: Option<String>,
    /// How to address them.
    #[serde(default)]
    #[schema(max_length = 120)]
    addressed: String,
    /// `formal` (*De*, *Ni*, *Anda*) or `familiar` (*du*, *kamu*).
    manner: Option<String>,
    /// How to reach them: `mail`, `phone` or `post`.
    channel: Option<String>,
    /// On which days: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`. None of them means any.
    #[serde(default)]
    #[schema(max_items = 7)]
    days: Vec<String>,
    /// Not before this time of day: `16:00`.
    from: Option<String>,
    /// Not after this time of day.
    until: Option<String>,
    /// The time zone of these times: `Asia/Jakarta`. Null means the business's.
    zone: Option<String>,
}

impl From<file::Preferences> for Preferences {
    fn from(it: file::Preferences) -> Self {
        let time = |minutes: Option<u16>| minutes.map(|minutes| written(Some(minutes)));
        Self {
            language: it.language.map(|language| language.code().to_owned()),
            addressed: it.addressed,
            manner: it.manner.map(|manner| manner.code().to_owned()),
            channel: it.channel.map(|channel| channel.code().to_owned()),
            days: it.days.names().into_iter().map(str::to_owned).collect(),
            from: time(it.hours.from),
            until: time(it.hours.until),
            zone: Some(it.zone).filter(|zone| !zone.is_empty()),
        }
    }
}

/// Reads a name of something; what is no name of any is said at its field.
fn named<T>(typed: Option<&String>, pointer: &str, from: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
    typed.map(|code| from(code).ok_or_else(|| Problem::field(pointer, "is none of these"))).transpose()
}

impl Preferences {
    fn read(self) -> Result<file::Preferences, Problem> {
        let (from, until) = (self.from.as_deref().unwrap_or_default(), self.until.as_deref().unwrap_or_default());
        let hours = Hours::read(from, until);
        let days = Days::read(self.days.iter().map(String::as_str));
        Ok(file::Preferences {
            language: named(self.language.as_ref(), "/language", Language::from_code)?,
            addressed: self.addressed,
            manner: named(self.manner.as_ref(), "/manner", Manner::from_code)?,
            channel: named(self.channel.as_ref(), "/channel", Channel::from_code)?,
            hours: hours.ok_or_else(|| Problem::field("/from", "is no time of day before the other"))?,
            days: days.ok_or_else(|| Problem::field("/days", "holds something that is no day of the week"))?,
            zone: self.zone.unwrap_or_default(),
        })
    }
}

async fn shown(caller: &Caller, id: &PersonId) -> Result<Json<Preferences>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    crate::person::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    Ok(Json(file::preferences(&mut conn, &scope, id).await?.into()))
}

/// Shows what a customer asked for
#[utoipa::path(get, path = "/customers/{id}/preferences", tag = "Customers", operation_id = "get_preferences",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Their preferences.", body = Preferences)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Preferences>, Problem> {
    shown(&caller, &person_id(&id)?).await
}

/// Says what a customer asked for
///
/// All of it at once: what is not named they left to us.
#[utoipa::path(put, path = "/customers/{id}/preferences", tag = "Customers", operation_id = "set_preferences",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Preferences,
    responses((status = 200, description = "Their preferences as they are now.", body = Preferences)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Preferences>,
) -> Result<Json<Preferences>, Problem> {
    caller.must(Action::EditPeople)?;
    let (id, wanted) = (person_id(&id)?, new.read()?);
    let mut tx = caller.p.begin().await?;
    let scope = caller.may(Action::ReadPeople)?;
    crate::person::find(&mut tx, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let vip = file::is_vip(&mut tx, &scope, &id).await?;
    file::set_preferences(&mut tx, &caller.actor(), &id, &wanted, vip).await?;
    tx.commit().await?;
    shown(&caller, &id).await
}
