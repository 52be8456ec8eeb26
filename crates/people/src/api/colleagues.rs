//! Colleagues, and who one is.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Language, Role};
use platform::api::{Body, Level, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::StaffId;
use crate::absence;
use crate::department;
use crate::http::colleagues::invite_by_mail;
use crate::second::{self, Obliged};
use crate::staff::{self, NewStaff, Staff};

/// A colleague.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Colleague {
    /// Names them.
    id: String,
    /// What they are called.
    name: String,
    /// Their address.
    email: String,
    /// What they may do.
    role: String,
    /// The language of their desk.
    language: String,
    /// Their time zone, by its IANA name.
    zone: String,
    /// Whether they may enter.
    enabled: bool,
    /// Until which day of the business they are away; null when they are there.
    #[schema(format = Date)]
    away_until: Option<String>,
    /// When their account was made.
    #[schema(format = DateTime)]
    created_at: String,
}

impl From<Staff> for Colleague {
    fn from(staff: Staff) -> Self {
        Self {
            id: staff.id.to_string(),
            name: staff.name,
            email: staff.email,
            role: staff.role.code().to_owned(),
            language: staff.language.code().to_owned(),
            zone: staff.zone,
            enabled: staff.disabled_at.is_none(),
            away_until: None,
            created_at: time(staff.created_at),
        }
    }
}

/// Who asks.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Me {
    /// The colleague whose token it is.
    colleague: Colleague,
    /// The token.
    token: TokenUsed,
}

/// The token that a request came with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TokenUsed {
    /// Its id; opens nothing.
    id: String,
    /// What it is called.
    name: String,
    /// How far it reaches.
    level: Level,
    /// When it ends; null when it does not.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

/// Tells who you are
///
/// The colleague whose token it is, and the token: a good first call.
#[utoipa::path(get, path = "/me", tag = "Colleagues", operation_id = "me", responses((status = 200, description = "You.", body = Me)))]
pub(super) async fn me(caller: Caller) -> Result<Json<Me>, Problem> {
    let token = TokenUsed {
        id: caller.token.id.to_string(),
        name: caller.token.name.clone(),
        level: caller.token.level,
        expires_at: caller.token.expires_at.map(time),
    };
    let mut colleague = vec![caller.staff.clone().into()];
    mark(&caller, &mut colleague).await?;
    let colleague = colleague.pop().ok_or_else(Problem::not_found)?;
    Ok(Json(Me { colleague, token }))
}

/// Lists colleagues
///
/// All of them, those who may enter first; there is one page.
#[utoipa::path(get, path = "/colleagues", tag = "Colleagues", operation_id = "list_colleagues",
    responses((status = 200, description = "Colleagues.", body = Page<Colleague>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Colleague>>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let all = staff::all(&mut caller.p.db.read().await?, &scope).await?;
    let mut data: Vec<Colleague> = all.into_iter().map(Colleague::from).collect();
    mark(&caller, &mut data).await?;
    Ok(Json(Page { data, next: None }))
}

/// Says of each until when they are away.
async fn mark(caller: &Caller, colleagues: &mut [Colleague]) -> Result<(), Problem> {
    let mut conn = caller.p.db.read().await?;
    let today = absence::today(&mut conn, caller.p.clock.business()).await?;
    let all = absence::to_come(&mut conn, today).await?;
    for one in colleagues {
        let theirs = all.iter().filter(|absence| absence.staff.as_str() == one.id);
        one.away_until = absence::away_until(theirs, today).map(|day| day.to_string());
    }
    Ok(())
}

async fn one(caller: &Caller, id: &StaffId) -> Result<Json<Colleague>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let found = staff::find(&mut caller.p.db.read().await?, &scope, id).await?;
    let mut found: Vec<Colleague> = found.into_iter().map(Colleague::from).collect();
    mark(caller, &mut found).await?;
    found.pop().map(Json).ok_or_else(Problem::not_found)
}

fn named(id: &str) -> Result<StaffId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

fn role(code: &str) -> Result<Role, Problem> {
    Role::from_code(code).ok_or_else(|| Problem::field("/role", "is one of owner, admin, agent, light"))
}

/// A colleague to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Jonas Berg", "email": "jonas@brekkesund.example", "role": "agent" }))]
pub(super) struct NewColleague {
    /// What they are called.
    #[schema(max_length = 200)]
    name: String,
    /// Their address; the invitation goes there.
    email: String,
    /// `owner`, `admin`, `agent` or `light`.
    role: String,
    /// The language of their desk; that of the inviter when not said.
    language: Option<String>,
}

/// Invites a colleague
///
/// Makes an account and mails a link to choose a password, in the name of whose token it is.
#[utoipa::path(post, path = "/colleagues", tag = "Colleagues", operation_id = "invite_colleague",
    security(("bearer" = ["admin"])), request_body = NewColleague,
    responses((status = 201, description = "The colleague.", body = Colleague)))]
pub(super) async fn invite(
    caller: Caller,
    Body(new): Body<NewColleague>,
) -> Result<(StatusCode, Json<Colleague>), Problem> {
    caller.must(Action::ManageStaff)?;
    let language = match new.language.as_deref() {
        None => caller.staff.language,
        Some(code) => Language::from_code(code).ok_or_else(|| Problem::field("/language", "is none of the five"))?,
    };
    let (role, zone) = (role(&new.role)?, caller.staff.zone.clone());
    let new = NewStaff { name: new.name, email: new.email, role, language, zone };
    let mut tx = caller.p.begin().await?;
    let staff = staff::add(&mut tx, &caller.actor(), new).await?;
    invite_by_mail(&mut tx, &caller.p, &caller.staff, &staff.id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(staff.into())))
}

/// What a colleague may do; what is not said stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "enabled": true }))]
pub(super) struct ChangedColleague {
    /// `owner`, `admin`, `agent` or `light`.
    role: Option<String>,
    /// Whether they may enter. Who may not is out everywhere at once.
    enabled: Option<bool>,
    /// Whether they see the conversations of their departments alone.
    limited: Option<bool>,
}

/// Changes what a colleague may do
///
/// Nobody changes their own rights.
#[utoipa::path(patch, path = "/colleagues/{id}", tag = "Colleagues", operation_id = "update_colleague",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The colleague.", example = "stf_01kyf5b0000000000000000000")),
    request_body = ChangedColleague, responses((status = 200, description = "The colleague as they are now.", body = Colleague)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(changed): Body<ChangedColleague>,
) -> Result<Json<Colleague>, Problem> {
    caller.must(Action::ManageStaff)?;
    let (id, actor) = (named(&id)?, caller.actor());
    let mut tx = caller.p.begin().await?;
    staff::find(&mut tx, &caller.may(Action::ReadStaff)?, &id).await?.ok_or_else(Problem::not_found)?;
    let role = changed.role.as_deref().map(role).transpose()?;
    if let Some(role) = role {
        staff::change_role(&mut tx, &actor, &id, role).await?;
    }
    if let Some(limited) = changed.limited {
        department::limit(&mut tx, &actor, &id, limited).await?;
    }
    match changed.enabled {
        Some(true) => staff::enable(&mut tx, &actor, &id).await?,
        Some(false) => staff::disable(&mut tx, &actor, &id).await?,
        None => {}
    }
    tx.commit().await?;
    one(&caller, &id).await
}

/// Which roles must have a second factor.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SecondFactor {
    /// `owner`, `admin`, `agent` and `light`: colleagues of these who lack one set it up before anything else at the
    /// desk.
    roles: Vec<String>,
}

impl From<Obliged> for SecondFactor {
    fn from(set: Obliged) -> Self {
        Self { roles: set.roles.iter().map(|role| role.code().to_owned()).collect() }
    }
}

/// Shows who must have a second factor
///
/// Owners decide it: it can shut out everybody else.
#[utoipa::path(get, path = "/settings/second-factor", tag = "Colleagues", operation_id = "get_second_factor",
    security(("bearer" = ["admin"])), responses((status = 200, description = "What is set.", body = SecondFactor)))]
pub(super) async fn obliged(caller: Caller) -> Result<Json<SecondFactor>, Problem> {
    caller.must(Action::ManageStaff)?;
    Ok(Json(second::obliged(&mut caller.p.db.read().await?).await?.into()))
}

/// Who must have a second factor, as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "roles": ["owner", "admin"] }))]
pub(super) struct NewSecondFactor {
    /// `owner`, `admin`, `agent` and `light`; of none of them when it is empty.
    #[schema(max_items = 20)]
    roles: Vec<String>,
}

/// Sets who must have a second factor
///
/// For owners. Colleagues of these roles who lack one set it up before anything else at the desk; programs go on.
#[utoipa::path(put, path = "/settings/second-factor", tag = "Colleagues", operation_id = "set_second_factor",
    security(("bearer" = ["admin"])), request_body = NewSecondFactor,
    responses((status = 200, description = "What is set now.", body = SecondFactor)))]
pub(super) async fn oblige(caller: Caller, Body(new): Body<NewSecondFactor>) -> Result<Json<SecondFactor>, Problem> {
    caller.must(Action::ManageOwners)?;
    let mut roles = Vec::with_capacity(new.roles.len());
    for (at, code) in new.roles.iter().enumerate() {
        let unknown = || Problem::field(format!("/roles/{at}"), "is none of owner, admin, agent, light");
        roles.push(Role::from_code(code).ok_or_else(unknown)?);
    }
    let mut tx = caller.p.begin().await?;
    second::oblige(&mut tx, &caller.actor(), &Obliged::of(&roles)).await?;
    tx.commit().await?;
    Ok(Json(second::obliged(&mut caller.p.db.read().await?).await?.into()))
}
