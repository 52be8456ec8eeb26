//! Who is next for what comes in.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands;
use crate::queries::{self, Line, Standing};
use crate::rules::turns::passed_over;

/// The colleagues who stand in line for what comes to a department.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnLine {
    /// The department; null for what belongs to none.
    department: Option<String>,
    /// Its name; empty for what belongs to none.
    name: String,
    /// Whether what comes in is given out by turns.
    on: bool,
    /// Who is next first; those who are passed over last.
    colleagues: Vec<InLine>,
}

/// A colleague in a line.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InLine {
    /// Who.
    id: String,
    /// What they are called.
    name: String,
    /// Open conversations that they have.
    open: i64,
    /// Open conversations at most; null for any number.
    cap: Option<i64>,
    /// Which part of a whole position they fill, in hundredths.
    weight: i64,
    /// When they had their last turn; null before the first.
    #[schema(format = DateTime)]
    last_turn_at: Option<String>,
    /// Why they are passed over: `unable` (does not answer customers there), `away`, `full`; null when they are not.
    passed_over: Option<String>,
}

impl From<Standing> for InLine {
    fn from(one: Standing) -> Self {
        Self {
            passed_over: passed_over(&one.of).map(|why| why.code().to_owned()),
            id: one.of.id.to_string(),
            name: one.of.name,
            open: one.of.open,
            cap: one.of.workload.cap,
            weight: one.of.workload.weight,
            last_turn_at: one.last_at.map(time),
        }
    }
}

impl From<Line> for TurnLine {
    fn from(line: Line) -> Self {
        Self {
            department: line.department.as_ref().map(|one| one.id.to_string()),
            name: line.department.map(|one| one.name).unwrap_or_default(),
            on: line.on,
            colleagues: line.line.into_iter().map(InLine::from).collect(),
        }
    }
}

async fn all(caller: &Caller) -> Result<Json<Page<TurnLine>>, Problem> {
    let lines = queries::turns(&mut caller.p.db.read().await?, caller.p.clock.business()).await?;
    Ok(Json(Page { data: lines.into_iter().map(TurnLine::from).collect(), next: None }))
}

/// Lists who is next for what comes in
///
/// One line for each open department and one for what belongs to none, also where nothing is given out by turns; there
/// is one page.
#[utoipa::path(get, path = "/turns", tag = "Settings", operation_id = "list_turns", security(("bearer" = ["admin"])),
    responses((status = 200, description = "The lines.", body = Page<TurnLine>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<TurnLine>>, Problem> {
    caller.must(Action::ManageSettings)?;
    all(&caller).await
}

/// Whether a department gives out by turns.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "department": null, "on": true }))]
pub(super) struct SetTurns {
    /// The department; null for what belongs to none.
    department: Option<String>,
    /// Whether what comes in is given out by turns.
    on: bool,
}

/// Turns the giving out by turns on or off
///
/// On, a new conversation goes to whoever has least open work for their part of a position, then to whose last turn is
/// longest ago, then by name. Who is away, has as much as they take, or does not answer customers there is passed over;
/// when that is everybody it goes to nobody.
#[utoipa::path(put, path = "/turns", tag = "Settings", operation_id = "set_turns", security(("bearer" = ["admin"])),
    request_body = SetTurns, responses((status = 200, description = "The lines.", body = Page<TurnLine>)))]
pub(super) async fn set(caller: Caller, Body(set): Body<SetTurns>) -> Result<Json<Page<TurnLine>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let department = set.department.as_deref().map(str::parse).transpose();
    let department = department.map_err(|_| Problem::field("/department", "is not the id of a department"))?;
    commands::set_turns(&caller.p, &caller.actor(), department.as_ref(), set.on).await?;
    all(&caller).await
}
