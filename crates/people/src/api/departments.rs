//! Departments: their names, who works in them, closing and opening.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::{Action, Scope};
use platform::Conn;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::department;
use crate::staff;
use crate::{DepartmentId, StaffId};

/// A part of the business.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Department {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
    /// The colleagues who work in it.
    members: Vec<String>,
    /// Since when nothing new comes to it; null while it is open.
    #[schema(format = DateTime)]
    closed_at: Option<String>,
}

async fn all(conn: &mut Conn) -> Result<Vec<Department>, Problem> {
    let people = staff::all(conn, &Scope::All).await?;
    let departments = department::all(conn).await?.into_iter().map(|one| Department {
        members: people.iter().filter(|it| it.departments.contains(&one.id)).map(|it| it.id.to_string()).collect(),
        id: one.id.to_string(),
        name: one.name,
        closed_at: one.closed_at.map(time),
    });
    Ok(departments.collect())
}

async fn one(caller: &Caller, id: &DepartmentId) -> Result<Json<Department>, Problem> {
    let all = all(&mut caller.p.db.read().await?).await?;
    all.into_iter().find(|one| one.id == id.as_str()).map(Json).ok_or_else(Problem::not_found)
}

fn named(id: &str) -> Result<DepartmentId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Lists departments
///
/// All of them; there is one page.
#[utoipa::path(get, path = "/departments", tag = "Departments", operation_id = "list_departments",
    responses((status = 200, description = "Departments.", body = Page<Department>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Department>>, Problem> {
    caller.must(Action::ReadStaff)?;
    Ok(Json(Page { data: all(&mut caller.p.db.read().await?).await?, next: None }))
}

/// A department to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Workshop" }))]
pub(super) struct NewDepartment {
    /// What it is called.
    #[schema(max_length = 60)]
    name: String,
}

/// Makes a department
///
/// Nobody works in it at first.
#[utoipa::path(post, path = "/departments", tag = "Departments", operation_id = "create_department",
    security(("bearer" = ["admin"])), request_body = NewDepartment,
    responses((status = 201, description = "The department.", body = Department)))]
pub(super) async fn create(
    caller: Caller,
    Body(new): Body<NewDepartment>,
) -> Result<(StatusCode, Json<Department>), Problem> {
    caller.must(Action::ManageStaff)?;
    let mut tx = caller.p.begin().await?;
    let made = department::make(&mut tx, &caller.actor(), &new.name).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, one(&caller, &made.id).await?))
}

/// What a department is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Workshop", "members": [], "open": true }))]
pub(super) struct ChangedDepartment {
    /// What it is called.
    #[schema(max_length = 60)]
    name: String,
    /// The colleagues who work in it, and nobody else.
    members: Vec<String>,
    /// Whether something new may come to it.
    open: bool,
}

/// Changes a department
#[utoipa::path(put, path = "/departments/{id}", tag = "Departments", operation_id = "update_department",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The department.", example = "dep_01kyf5b0000000000000000000")),
    request_body = ChangedDepartment, responses((status = 200, description = "The department as it is now.", body = Department)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(changed): Body<ChangedDepartment>,
) -> Result<Json<Department>, Problem> {
    caller.must(Action::ManageStaff)?;
    let id = named(&id)?;
    let members: Result<Vec<StaffId>, _> = changed.members.iter().map(|id| id.parse()).collect();
    let mut tx = caller.p.begin().await?;
    department::find(&mut tx, &id).await?.ok_or_else(Problem::not_found)?;
    let members = members.map_err(|_| Problem::field("/members", "holds what is not the id of a colleague"))?;
    department::set(&mut tx, &caller.actor(), &id, &changed.name, &members).await?;
    if changed.open {
        department::open(&mut tx, &caller.actor(), &id).await?;
    } else {
        department::close(&mut tx, &caller.actor(), &id).await?;
    }
    tx.commit().await?;
    one(&caller, &id).await
}
