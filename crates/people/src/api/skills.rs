//! The list of skills, and what colleagues can.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Language};
use platform::api::{Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::skill::{self, SkillId};
use crate::{StaffId, staff};

/// Something that not everybody can.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Skill {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
}

impl From<skill::Skill> for Skill {
    fn from(one: skill::Skill) -> Self {
        Self { id: one.id.to_string(), name: one.name }
    }
}

fn named(id: &str) -> Result<SkillId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Lists skills
///
/// The business's own short list, by name; there is one page.
#[utoipa::path(get, path = "/skills", tag = "Colleagues", operation_id = "list_skills",
    responses((status = 200, description = "Skills.", body = Page<Skill>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Skill>>, Problem> {
    caller.must(Action::ReadStaff)?;
    let all = skill::all(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.into_iter().map(Skill::from).collect(), next: None }))
}

/// A skill to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Repairs" }))]
pub(super) struct NewSkill {
    /// What it is called; no other is.
    #[schema(max_length = 60)]
    name: String,
}

/// Puts a skill on the list
///
/// Nobody has it at first, and nothing needs it.
#[utoipa::path(post, path = "/skills", tag = "Colleagues", operation_id = "create_skill",
    security(("bearer" = ["admin"])), request_body = NewSkill,
    responses((status = 201, description = "The skill.", body = Skill)))]
pub(super) async fn create(caller: Caller, Body(new): Body<NewSkill>) -> Result<(StatusCode, Json<Skill>), Problem> {
    caller.must(Action::ManageStaff)?;
    let mut tx = caller.p.begin().await?;
    let made = skill::make(&mut tx, &caller.actor(), &new.name).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// What a skill is to be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Mending" }))]
pub(super) struct ChangedSkill {
    /// What it is called; no other is.
    #[schema(max_length = 60)]
    name: String,
}

/// Calls a skill otherwise
#[utoipa::path(put, path = "/skills/{id}", tag = "Colleagues", operation_id = "update_skill",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The skill.", example = "skl_01kyf5b0000000000000000000")),
    request_body = ChangedSkill, responses((status = 200, description = "The skill as it is now.", body = Skill)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<ChangedSkill>,
) -> Result<Json<Skill>, Problem> {
    caller.must(Action::ManageStaff)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    skill::rename(&mut tx, &caller.actor(), &id, &new.name).await?;
    let now = skill::all(&mut tx).await?.into_iter().find(|one| one.id == id);
    tx.commit().await?;
    now.map(|one| Json(one.into())).ok_or_else(Problem::not_found)
}

/// Takes a skill off the list
///
/// Nobody has it any more, and nothing needs it.
#[utoipa::path(delete, path = "/skills/{id}", tag = "Colleagues", operation_id = "delete_skill",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The skill.", example = "skl_01kyf5b0000000000000000000")),
    responses((status = 204, description = "It is gone.")))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    caller.must(Action::ManageStaff)?;
    let mut tx = caller.p.begin().await?;
    skill::remove(&mut tx, &caller.actor(), &named(&id)?).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a colleague can.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "skills": [], "writes": ["en", "da"] }))]
pub(super) struct Abilities {
    /// The skills they have, by id.
    skills: Vec<String>,
    /// The languages they write: `en`, `nb`, `sv`, `da`, `id`. None while nobody has said which: then they count as writing
    /// all of them.
    writes: Vec<String>,
}

async fn shown(caller: &Caller, id: &StaffId) -> Result<Json<Abilities>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let mut conn = caller.p.db.read().await?;
    staff::find(&mut conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let can = skill::abilities_of(&mut conn, id).await?;
    Ok(Json(Abilities {
        skills: can.skills.iter().map(ToString::to_string).collect(),
        writes: can.writes.iter().map(|language| language.code().to_owned()).collect(),
    }))
}

/// Tells what a colleague can
#[utoipa::path(get, path = "/colleagues/{id}/abilities", tag = "Colleagues", operation_id = "get_abilities",
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Their skills and languages.", body = Abilities)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Abilities>, Problem> {
    shown(&caller, &id.parse().map_err(|_| Problem::not_found())?).await
}

/// Says what a colleague can
///
/// Those skills and languages, and no others. What is given out by turns goes to who has what it needs.
#[utoipa::path(put, path = "/colleagues/{id}/abilities", tag = "Colleagues", operation_id = "set_abilities",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    request_body = Abilities, responses((status = 200, description = "Their skills and languages.", body = Abilities)))]
pub(super) async fn set(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<Abilities>,
) -> Result<Json<Abilities>, Problem> {
    caller.must(Action::ManageStaff)?;
    let id: StaffId = id.parse().map_err(|_| Problem::not_found())?;
    let mut tx = caller.p.begin().await?;
    let there = skill::all(&mut tx).await?;
    let mut skills: Vec<SkillId> = Vec::new();
    for (at, wanted) in new.skills.iter().enumerate() {
        let found = there.iter().find(|one| one.id.as_str() == wanted);
        let found = found.ok_or_else(|| Problem::field(format!("/skills/{at}"), "is the id of no skill"))?;
        skills.push(found.id.clone());
    }
    let mut writes: Vec<Language> = Vec::new();
    for (at, code) in new.writes.iter().enumerate() {
        let language = Language::from_code(code);
        let none = || Problem::field(format!("/writes/{at}"), "is none of en, nb, sv, da, id");
        writes.push(language.ok_or_else(none)?);
    }
    skill::set_skills(&mut tx, &caller.actor(), &id, &skills).await?;
    skill::set_writes(&mut tx, &caller.actor(), &id, &writes).await?;
    tx.commit().await?;
    shown(&caller, &id).await
}
