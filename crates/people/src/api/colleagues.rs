//! Colleagues, and who one is.

use axum::Json;
use base::Action;
use platform::api::{Level, Page, Problem, time};
use serde::Serialize;
use utoipa::ToSchema;

use super::Caller;
use crate::staff::{self, Staff};

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
    Ok(Json(Me { colleague: caller.staff.into(), token }))
}

/// Lists colleagues
///
/// All of them, those who may enter first; there is one page.
#[utoipa::path(get, path = "/colleagues", tag = "Colleagues", operation_id = "list_colleagues",
    responses((status = 200, description = "Colleagues.", body = Page<Colleague>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Colleague>>, Problem> {
    let scope = caller.may(Action::ReadStaff)?;
    let all = staff::all(&mut caller.p.db.read().await?, &scope).await?;
    Ok(Json(Page { data: all.into_iter().map(Colleague::from).collect(), next: None }))
}
