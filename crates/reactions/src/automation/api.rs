//! Rules for programs: all that their pages do.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Instant};
use conversations::RuleAct;
use conversations::api::When;
use jiff::SignedDuration;
use people::api::Caller;
use platform::api::{BASE, Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::store::{self, hits};
use super::{Counted, Failure, Hit, NewRule, Order, Rule, RuleId, Spec, Trigger, Version, commands, trying};

/// What a program may see of hits and versions at once.
const SHOWN: i64 = 100;

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Forbidden => base::Forbidden.into(),
            Failure::NotFound => Self::not_found(),
            Failure::Refused("conditions", refusal) => Self::field("/when", refusal.detail()),
            Failure::Refused(field, refusal) => Self::field(format!("/{field}"), refusal.detail()),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

/// One thing that a rule does.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "tag", "value": "unhappy" }))]
pub(crate) struct RuleAction {
    /// `state`, `assign`, `department`, `checklist`, `tag`, `untag`, `snooze`, `outcome`, `note`, `tell`, `follow` or `reply`.
    #[schema(max_length = 20)]
    kind: String,
    /// A state; `nobody` or a colleague; `none` or a department; things to be done with `|` between them; a tag; a number
    /// of days or `reply`; a text; `owner` or a colleague; a colleague; a macro that writes to customers.
    #[schema(max_length = 20_000)]
    value: String,
}

/// A rule: what is done by itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Rule)]
pub(crate) struct Shown {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
    /// What it waits for: see `RuleWanted`.
    trigger: String,
    /// What must hold of the conversation then.
    when: When,
    /// What it does.
    acts: Vec<RuleAction>,
    /// Whether it does anything.
    enabled: bool,
    /// Who saved it last and answers for it: it may what they may.
    behalf: String,
    /// Counts its changes, from 1.
    version: i64,
    /// How often it acted within the last seven days.
    hits: i64,
    /// How often it could not, within the same.
    failures: i64,
    /// When its conditions last held.
    #[schema(format = DateTime)]
    last_hit_at: Option<String>,
    /// With which other rule it fought, if it was stopped for that.
    stopped_by: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
}

impl Shown {
    fn of(rule: Rule, counted: Counted) -> Self {
        let act = |act: &RuleAct| RuleAction { kind: act.kind().to_owned(), value: act.value() };
        Self {
            id: rule.id.to_string(),
            name: rule.spec.name,
            trigger: rule.spec.trigger.code(),
            when: When::from(&rule.spec.when),
            acts: rule.spec.acts.iter().map(act).collect(),
            enabled: rule.enabled,
            behalf: rule.behalf.to_string(),
            version: rule.version,
            hits: counted.hits,
            failures: counted.failures,
            last_hit_at: counted.last.map(time),
            stopped_by: rule.stopped.map(|stopped| stopped.other),
            created_at: time(rule.created_at),
        }
    }
}

/// A rule as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "An unhappy customer", "trigger": "on:customer_wrote",
    "when": { "all": [{ "field": "mood", "value": "negative" }] }, "acts": [{ "kind": "tag", "value": "unhappy" }] }))]
pub(crate) struct RuleWanted {
    /// What it is called.
    #[schema(max_length = 1000)]
    name: String,
    /// What it waits for: `on:opened`, `on:customer_wrote`, `on:reply_sent`, `on:note_added`, `on:state_changed`,
    /// `on:reopened`, `on:assigned`, `on:handed_to`, `on:tagged`, `on:overdue`, `on:promise_late`, `on:merged`,
    /// `on:woken`; or a time: `time:customer:4:open_hours`, since the customer wrote what nobody answered; `time:us`,
    /// since our last answer; `time:opened`; `time:deadline`, before a reply is due. In `hours`, `open_hours` or `days`.
    #[schema(max_length = 100)]
    trigger: String,
    /// What must hold of the conversation then: a group of conditions, as of a saved view.
    when: When,
    /// What it does.
    #[schema(min_items = 1, max_items = 20)]
    acts: Vec<RuleAction>,
    /// Whether it is on: off for a new one, as it was for another, when not said.
    enabled: Option<bool>,
}

impl RuleWanted {
    fn read(&self) -> Result<Spec, Problem> {
        let trigger = Trigger::from_code(&self.trigger);
        let trigger = trigger.ok_or_else(|| Problem::field("/trigger", "is nothing that can be waited for"))?;
        let when = self.when.read("/when")?;
        let when = conversations::rules::views::checked(&when);
        let when = when.map_err(|refusal| Problem::field("/when", refusal.to_string()))?;
        let mut acts = Vec::new();
        for (at, act) in self.acts.iter().enumerate() {
            let read = RuleAct::from_code(&format!("{}:{}", act.kind, act.value));
            acts.push(read.ok_or_else(|| Problem::field(format!("/acts/{at}"), "is nothing that a rule can do"))?);
        }
        Ok(Spec { name: self.name.clone(), trigger, when, acts })
    }
}

fn named(id: &str) -> Result<RuleId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

fn week(caller: &Caller) -> Instant {
    let now = caller.p.clock.business();
    now.saturating_sub(SignedDuration::from_hours(24 * 7)).unwrap_or(Instant::MIN)
}

async fn one(caller: &Caller, id: &RuleId) -> Result<Shown, Problem> {
    let mut conn = caller.p.db.read().await?;
    let rule = store::find(&mut conn, id).await?.ok_or_else(Problem::not_found)?;
    let counted = hits::counted(&mut conn, week(caller)).await?;
    let counted = counted.get(id).copied().unwrap_or_default();
    Ok(Shown::of(rule, counted))
}

/// Lists rules
///
/// All of them: those for what happens, then those for times, each in their order. There is one page.
#[utoipa::path(get, path = "/automation/rules", tag = "Rules", operation_id = "list_rules", security(("bearer" = ["admin"])),
    responses((status = 200, description = "Rules.", body = Page<Shown>)))]
pub(crate) async fn list(caller: Caller) -> Result<Json<Page<Shown>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut conn = caller.p.db.read().await?;
    let all = store::all(&mut conn).await?;
    let counted = hits::counted(&mut conn, week(&caller)).await?;
    let shown = |rule: Rule| {
        let counted = counted.get(&rule.id).copied().unwrap_or_default();
        Shown::of(rule, counted)
    };
    Ok(Json(Page { data: all.into_iter().map(shown).collect(), next: None }))
}

/// Shows a rule
#[utoipa::path(get, path = "/automation/rules/{id}", tag = "Rules", operation_id = "get_rule", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The rule.", body = Shown)))]
pub(crate) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    Ok(Json(one(&caller, &named(&id)?).await?))
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Shown>);

/// Makes a rule
///
/// At the end of its list. You answer for it: it may what you may, as long as you may.
#[utoipa::path(post, path = "/automation/rules", tag = "Rules", operation_id = "create_rule", security(("bearer" = ["admin"])),
    request_body = RuleWanted,
    responses((status = 201, description = "The rule; `Location` is its address here.", body = Shown)))]
pub(crate) async fn create(caller: Caller, Body(wanted): Body<RuleWanted>) -> Result<Created, Problem> {
    caller.must(Action::ManageSettings)?;
    let new = NewRule { spec: wanted.read()?, enabled: wanted.enabled.unwrap_or(false) };
    let id = commands::make(&caller.p, &caller.actor(), new).await?;
    let location = [(header::LOCATION, format!("{BASE}/automation/rules/{id}"))];
    Ok((StatusCode::CREATED, location, Json(one(&caller, &id).await?)))
}

/// Changes a rule
///
/// All of it is replaced, as another version. What happens while it is off it never hears of.
#[utoipa::path(put, path = "/automation/rules/{id}", tag = "Rules", operation_id = "update_rule", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    request_body = RuleWanted, responses((status = 200, description = "The rule as it is now.", body = Shown)))]
pub(crate) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<RuleWanted>,
) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    // What is not there is told before what is wrong with the rest.
    drop(one(&caller, &id).await?);
    commands::change(&caller.p, &caller.actor(), &id, wanted.read()?).await?;
    if let Some(on) = wanted.enabled {
        commands::switch(&caller.p, &caller.actor(), &id, on).await?;
    }
    Ok(Json(one(&caller, &id).await?))
}

/// Removes a rule
///
/// For a month it can be brought back at the desk.
#[utoipa::path(delete, path = "/automation/rules/{id}", tag = "Rules", operation_id = "delete_rule", security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The rule as it was.", body = Shown)))]
pub(crate) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let gone = one(&caller, &id).await?;
    commands::remove(&caller.p, &caller.actor(), &id).await?;
    Ok(Json(gone))
}

/// One time that a rule's conditions held.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleHit {
    /// On which conversation.
    conversation: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// `done`; `nothing`, since all was so already; `too_often`, since it acted there so often within the hour;
    /// `failed`; `stopped`, since it fought with another.
    outcome: String,
    /// Why it was not done, or why nothing was written to the customer; empty else.
    reason: String,
}

impl From<Hit> for RuleHit {
    fn from(hit: Hit) -> Self {
        Self {
            conversation: hit.conversation.to_string(),
            at: time(hit.at),
            outcome: hit.outcome.code().to_owned(),
            reason: hit.reason,
        }
    }
}

/// Lists what a rule did
///
/// The newest hundred; there is one page.
#[utoipa::path(get, path = "/automation/rules/{id}/hits", tag = "Rules", operation_id = "list_rule_hits",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    responses((status = 200, description = "What it did, the newest first.", body = Page<RuleHit>)))]
pub(crate) async fn list_hits(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<RuleHit>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    drop(one(&caller, &id).await?);
    let all = hits::of(&mut caller.p.db.read().await?, &id, SHOWN).await?;
    Ok(Json(Page { data: all.into_iter().map(RuleHit::from).collect(), next: None }))
}

/// A rule as it was.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleVersion {
    /// Which, from 1.
    version: i64,
    /// What it was called.
    name: String,
    /// What it waited for.
    trigger: String,
    /// What had to hold.
    when: When,
    /// What it did.
    acts: Vec<RuleAction>,
    /// Who saved it.
    by: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
}

impl From<Version> for RuleVersion {
    fn from(one: Version) -> Self {
        let act = |act: &RuleAct| RuleAction { kind: act.kind().to_owned(), value: act.value() };
        Self {
            version: one.version,
            name: one.spec.name,
            trigger: one.spec.trigger.code(),
            when: When::from(&one.spec.when),
            acts: one.spec.acts.iter().map(act).collect(),
            by: one.by.to_string(),
            at: time(one.at),
        }
    }
}

/// Lists what a rule was
///
/// Its versions, the newest first, a hundred at most; there is one page.
#[utoipa::path(get, path = "/automation/rules/{id}/versions", tag = "Rules", operation_id = "list_rule_versions",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Its versions.", body = Page<RuleVersion>)))]
pub(crate) async fn list_versions(caller: Caller, Path(id): Path<String>) -> Result<Json<Page<RuleVersion>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    drop(one(&caller, &id).await?);
    let all = store::versions(&mut caller.p.db.read().await?, &id, SHOWN).await?;
    Ok(Json(Page { data: all.into_iter().map(RuleVersion::from).collect(), next: None }))
}

/// Which version a rule is to be again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "version": 1 }))]
pub(crate) struct BroughtBack {
    /// Which.
    #[schema(minimum = 1)]
    version: i64,
}

/// Brings an earlier version of a rule back
///
/// As a version of its own, for which you answer.
#[utoipa::path(post, path = "/automation/rules/{id}/versions", tag = "Rules", operation_id = "bring_rule_back",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    request_body = BroughtBack, responses((status = 200, description = "The rule as it is now.", body = Shown)))]
pub(crate) async fn bring_back(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<BroughtBack>,
) -> Result<Json<Shown>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    commands::bring_back(&caller.p, &caller.actor(), &id, wanted.version).await?;
    Ok(Json(one(&caller, &id).await?))
}

/// What a rule would have done within the last month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleTrial {
    /// How often what it waits for happened, as far as was looked back.
    occasions: usize,
    /// How often its conditions hold of those conversations now. How they stood then, nobody kept.
    fits: usize,
    /// Whether there was so much that it was not looked back a whole month.
    cut: bool,
    /// From when on everything was looked at.
    #[schema(format = DateTime)]
    from: Option<String>,
    /// Whether it cannot be told: earlier deadlines are not kept.
    unknowable: bool,
    /// On what, the newest hundred.
    on: Vec<RuleTrialHit>,
}

/// One time that a rule would have acted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleTrialHit {
    /// On which conversation.
    conversation: String,
    /// When.
    #[schema(format = DateTime)]
    at: String,
}

/// Tries a rule out on the last month
///
/// Nothing is done. Conditions are asked of conversations as they are now, of the newest thousand occasions.
#[utoipa::path(get, path = "/automation/rules/{id}/trial", tag = "Rules", operation_id = "try_rule",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The rule.", example = "rul_01kyf5b0000000000000000000")),
    responses((status = 200, description = "What it would have done.", body = RuleTrial)))]
pub(crate) async fn trial(caller: Caller, Path(id): Path<String>) -> Result<Json<RuleTrial>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id = named(&id)?;
    let rule = store::find(&mut caller.p.db.read().await?, &id).await?.ok_or_else(Problem::not_found)?;
    let tried = trying::try_out(&caller.p, &caller.actor(), &rule.spec).await?;
    let hit =
        |one: &trying::TriedOn| RuleTrialHit { conversation: one.row.conversation.id.to_string(), at: time(one.at) };
    Ok(Json(RuleTrial {
        occasions: tried.occasions,
        fits: tried.fits,
        cut: tried.cut,
        from: tried.from.map(time),
        unknowable: tried.unknowable,
        on: tried.on.iter().map(hit).collect(),
    }))
}

/// How rules for what happens are gone through.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "first": false }))]
pub(crate) struct RuleOrder {
    /// Whether the first that fits acts and no other after it; else each that fits does.
    first: bool,
}

/// Shows how rules are gone through
#[utoipa::path(get, path = "/automation/order", tag = "Rules", operation_id = "get_rule_order", security(("bearer" = ["admin"])),
    responses((status = 200, description = "How.", body = RuleOrder)))]
pub(crate) async fn order(caller: Caller) -> Result<Json<RuleOrder>, Problem> {
    caller.must(Action::ManageSettings)?;
    let order = commands::order(&mut caller.p.db.read().await?).await?;
    Ok(Json(RuleOrder { first: order == Order::First }))
}

/// Sets how rules are gone through
#[utoipa::path(put, path = "/automation/order", tag = "Rules", operation_id = "set_rule_order", security(("bearer" = ["admin"])),
    request_body = RuleOrder, responses((status = 200, description = "How.", body = RuleOrder)))]
pub(crate) async fn set_order(caller: Caller, Body(wanted): Body<RuleOrder>) -> Result<Json<RuleOrder>, Problem> {
    caller.must(Action::ManageSettings)?;
    let order = if wanted.first { Order::First } else { Order::All };
    commands::set_order(&caller.p, &caller.actor(), order).await?;
    Ok(Json(wanted))
}
