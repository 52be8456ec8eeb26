//! Who is next for what comes in, what is needed for it, and how evenly it went round.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::queries::{self, Line, Standing};
use crate::rules::turns::passed_over;
use crate::{TurnNeed, TurnNeedOf, commands, settings};

/// The colleagues who stand in line for what comes to a department.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TurnLine {
    /// The department; null for what belongs to none.
    department: Option<String>,
    /// Its name; empty for what belongs to none.
    name: String,
    /// Whether what comes in is given out by turns.
    on: bool,
    /// In which order: `least_open` work for their part of a position, or `round_robin`; null where it is not given out.
    order: Option<String>,
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
            on: line.order.is_some(),
            order: line.order.map(|order| order.code().to_owned()),
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
    /// In which order: `least_open` (also without) or `round_robin`.
    order: Option<TurnOrder>,
}

/// Turns the giving out by turns on or off
///
/// On, a new conversation goes to whoever has least open work for their part of a position, or in round robin to whose last
/// turn is longest ago; then by name. Who is away, has as much as they take, does not answer customers there, or lacks a
/// skill or the language that it needs is passed over; when nobody can take it, it waits until somebody can.
#[utoipa::path(put, path = "/turns", tag = "Settings", operation_id = "set_turns", security(("bearer" = ["admin"])),
    request_body = SetTurns, responses((status = 200, description = "The lines.", body = Page<TurnLine>)))]
pub(super) async fn set(caller: Caller, Body(set): Body<SetTurns>) -> Result<Json<Page<TurnLine>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let department = set.department.as_deref().map(str::parse).transpose();
    let department = department.map_err(|_| Problem::field("/department", "is not the id of a department"))?;
    let order = set.on.then(|| set.order.unwrap_or_default().into());
    commands::set_turns(&caller.p, &caller.actor(), department.as_ref(), order).await?;
    all(&caller).await
}

/// In which order turns go.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum TurnOrder {
    /// Least open work for their part of a position first.
    #[default]
    LeastOpen,
    /// One after the other.
    RoundRobin,
}

impl From<TurnOrder> for crate::TurnOrder {
    fn from(order: TurnOrder) -> Self {
        match order {
            TurnOrder::LeastOpen => Self::Least,
            TurnOrder::RoundRobin => Self::Round,
        }
    }
}

/// What becomes of what nobody can take now who has all that it needs.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Lacking {
    /// It goes to somebody who writes the language, though they lack the skill.
    Language,
    /// It waits.
    Wait,
    /// Whoever is next gets it.
    Anyone,
}

/// That something needs a skill.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NeededSkill {
    /// What it is of it: `department`, `mailbox` or `tag`.
    by: String,
    /// The id of the department or mailbox, or the name of the tag.
    of: String,
    /// The id of the skill.
    skill: String,
}

/// What is needed for what is given out by turns.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "by_language": true, "lacking": "language", "needs": [] }))]
pub(super) struct TurnRules {
    /// Whether a conversation needs somebody who writes its customer's language.
    by_language: bool,
    /// What becomes of what nobody can take now who has all that it needs.
    lacking: Lacking,
    /// What needs a skill.
    needs: Vec<NeededSkill>,
}

async fn rules(caller: &Caller) -> Result<Json<TurnRules>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let (set, skills) = (settings::turns(&mut conn).await?, people::skill::all(&mut conn).await?);
    // What is left of skills that are gone needs nothing.
    let needs = set.needs.iter().filter(|need| skills.iter().any(|skill| skill.id == need.skill));
    let needs = needs.map(|need| {
        let (by, of) = need.of.parts();
        NeededSkill { by: by.to_owned(), of: of.to_owned(), skill: need.skill.to_string() }
    });
    let lacking = match set.lacking {
        crate::Lacking::Language => Lacking::Language,
        crate::Lacking::Wait => Lacking::Wait,
        crate::Lacking::Anyone => Lacking::Anyone,
    };
    Ok(Json(TurnRules { by_language: set.by_language, lacking, needs: needs.collect() }))
}

/// Tells what is needed for what is given out by turns
#[utoipa::path(get, path = "/turns/rules", tag = "Settings", operation_id = "get_turn_rules",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is needed.", body = TurnRules)))]
pub(super) async fn show_rules(caller: Caller) -> Result<Json<TurnRules>, Problem> {
    caller.must(Action::ManageSettings)?;
    rules(&caller).await
}

/// Says what is needed for what is given out by turns
///
/// Those needs and no others. Why somebody got a conversation, or nobody did, stands in its history.
#[utoipa::path(put, path = "/turns/rules", tag = "Settings", operation_id = "set_turn_rules",
    security(("bearer" = ["admin"])), request_body = TurnRules,
    responses((status = 200, description = "What is needed now.", body = TurnRules)))]
pub(super) async fn set_rules(caller: Caller, Body(new): Body<TurnRules>) -> Result<Json<TurnRules>, Problem> {
    caller.must(Action::ManageSettings)?;
    let no_need = |at: usize| Problem::field(format!("/needs/{at}"), "names no skill, department, mailbox or tag");
    let mut needs = Vec::new();
    for (at, need) in new.needs.into_iter().enumerate() {
        let of = TurnNeedOf::of(&need.by, need.of).ok_or_else(|| no_need(at))?;
        needs.push(TurnNeed { of, skill: need.skill.parse().map_err(|_| no_need(at))? });
    }
    let lacking = match new.lacking {
        Lacking::Language => crate::Lacking::Language,
        Lacking::Wait => crate::Lacking::Wait,
        Lacking::Anyone => crate::Lacking::Anyone,
    };
    let set = commands::set_turn_rules(&caller.p, &caller.actor(), (new.by_language, lacking), needs).await?;
    set.map_err(no_need)?;
    rules(&caller).await
}
