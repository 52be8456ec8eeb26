//! The settings as one file, for programs of owners.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::Platform;
use platform::api::{Body, Problem, Query};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{How, Line};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(show, update))
}

/// All settings as one file, with names in place of ids. Parts that are left out stay as they are. What stands in no file:
/// passwords and keys, mailboxes and servers, colleagues, what recurs for a customer, the logo, files of macros, and to
/// which colleague a macro gives conversations.
#[derive(Debug, ToSchema)]
#[schema(example = json!({ "format": "tillit-settings", "edition": 1, "receipts": { "on": true },
    "departments": [{ "name": "Workshop", "open": true }] }))]
#[expect(dead_code, reason = "describes a file that is read as it is, so that each error has its place")]
struct SettingsFile {
    /// `tillit-settings`.
    format: String,
    /// Of this format: 1.
    edition: i64,
    /// The business, as `PUT /settings/business` takes it; not there as long as nobody has said who they are.
    #[schema(value_type = Option<Object>)]
    business: Option<Value>,
    /// As `PUT /settings/manners` takes them.
    #[schema(value_type = Option<Object>)]
    manners: Option<Value>,
    /// As `PUT /settings/times` takes them.
    #[schema(value_type = Option<Object>)]
    times: Option<Value>,
    /// As `PUT /settings/hours` takes them; null when every hour counts.
    #[schema(value_type = Option<Object>)]
    hours: Option<Value>,
    /// `policies` and `hours`, as `PUT /settings/service` takes them, without those about single customers or organisations.
    #[schema(value_type = Option<Object>)]
    service: Option<Value>,
    /// As `PUT /settings/receipts` takes it.
    #[schema(value_type = Option<Object>)]
    receipts: Option<Value>,
    /// As `PUT /settings/requests` takes it.
    #[schema(value_type = Option<Object>)]
    requests: Option<Value>,
    /// As `PUT /settings/tone` takes it.
    #[schema(value_type = Option<Object>)]
    tone: Option<Value>,
    /// As `PUT /settings/needs` takes them.
    #[schema(value_type = Option<Object>)]
    needs: Option<Value>,
    /// As `PUT /settings/community` takes it.
    #[schema(value_type = Option<Object>)]
    community: Option<Value>,
    /// As `PUT /settings/senders` takes it.
    #[schema(value_type = Option<Object>)]
    senders: Option<Value>,
    /// As `PUT /settings/deleted` takes it.
    #[schema(value_type = Option<Object>)]
    deleted: Option<Value>,
    /// As `PUT /settings/sign-in` takes it.
    #[schema(value_type = Option<Object>)]
    sign_in: Option<Value>,
    /// As `PUT /settings/second-factor` takes it.
    #[schema(value_type = Option<Object>)]
    second_factor: Option<Value>,
    /// Names of states: `state`, `name`.
    #[schema(value_type = Option<Vec<Object>>)]
    states: Option<Value>,
    /// `name`, and whether it is `open`.
    #[schema(value_type = Option<Vec<Object>>)]
    departments: Option<Value>,
    /// `department` (its name, or null), whether what comes is given out by turns: `on`, and in which `order`.
    #[schema(value_type = Option<Vec<Object>>)]
    turns: Option<Value>,
    /// `name`, as `POST /skills` takes it.
    #[schema(value_type = Option<Vec<Object>>)]
    skills: Option<Value>,
    /// As `PUT /turns/rules` takes it, with names of departments and skills, and addresses of mailboxes.
    #[schema(value_type = Option<Object>)]
    turn_rules: Option<Value>,
    /// As `PUT /settings/rota` takes it, with addresses of colleagues.
    #[schema(value_type = Option<Object>)]
    rota: Option<Value>,
    /// As `PUT /settings/outcomes` takes it, with names of departments.
    #[schema(value_type = Option<Object>)]
    outcomes: Option<Value>,
    /// As `PUT /settings/automatic-answers` takes it, with names of departments. It begins only where it was measured.
    #[schema(value_type = Option<Object>)]
    automatic_answers: Option<Value>,
    /// As `POST /fields` takes them, with `retired`.
    #[schema(value_type = Option<Vec<Object>>)]
    fields: Option<Value>,
    /// As the API shows them, with the name of their `department`. The `slug` is made of the name. What is not named of a
    /// form that is there stays.
    #[schema(value_type = Option<Vec<Object>>)]
    contact_forms: Option<Value>,
    /// As `POST /macros` takes them, with names of departments; without files and colleagues. What is not named of a macro
    /// that is there stays.
    #[schema(value_type = Option<Vec<Object>>)]
    macros: Option<Value>,
    /// `name` and `tone`, as `POST /tags` takes them.
    #[schema(value_type = Option<Vec<Object>>)]
    tags: Option<Value>,
    /// As `POST /views` takes them, with names of departments, also in `when`, where colleagues and mailboxes are named by
    /// their addresses; without those of one colleague alone. What is not named of a view that is there stays.
    #[schema(value_type = Option<Vec<Object>>)]
    views: Option<Value>,
    /// As `POST /recurring` takes them, with the names of `department` and `checklist` and the address of the `assignee`;
    /// without those of a customer. What is not named of one that is there stays.
    #[schema(value_type = Option<Vec<Object>>)]
    recurring: Option<Value>,
    /// As `POST /automation/rules` takes them, with names of departments and macros and addresses of colleagues; without
    /// those that name what is gone, and without their order. What is not named of one that is there stays.
    #[schema(value_type = Option<Vec<Object>>)]
    rules: Option<Value>,
    /// As `PUT /automation/order` takes it.
    #[schema(value_type = Option<Object>)]
    rule_order: Option<Value>,
}

/// How it is taken in.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AskedSettingsFile {
    /// Only says what would change.
    dry_run: Option<bool>,
    /// What the file's lists do not name goes: departments are closed, fields retired, the rest is removed, of tags those
    /// that stand on no conversation, not even on a deleted one, and of forms and macros texts in languages that are not
    /// named. Without it they stay.
    remove: Option<bool>,
}

/// What became of the settings.
#[derive(Debug, Serialize, ToSchema)]
struct SettingsTaken {
    /// Whether it was only tried.
    dry_run: bool,
    /// What is different, one line each.
    changes: Vec<SettingsChange>,
    /// Things that are as they were.
    unchanged: i64,
    /// The settings as they were before; taken in, they bring them back.
    #[schema(value_type = Object)]
    before: Value,
}

/// Something that is set otherwise than before.
#[derive(Debug, Serialize, ToSchema)]
struct SettingsChange {
    /// The part of the file.
    part: String,
    /// What it is called there.
    name: String,
    /// `added`, `changed` or `removed`.
    what: String,
    /// What it was, as JSON in a text; of something with fields only those that differ.
    from: Option<String>,
    /// What it is.
    to: Option<String>,
}

impl From<Line> for SettingsChange {
    fn from(line: Line) -> Self {
        let text = |value: Value| (!value.is_null()).then(|| value.to_string());
        let (part, what) = (line.part.to_owned(), line.what.code().to_owned());
        Self { part, name: line.name, what, from: text(line.from), to: text(line.to) }
    }
}

/// Shows all settings as one file
///
/// For owners. The same settings give the same file, byte by byte.
#[utoipa::path(get, path = "/settings/file", tag = "Settings", operation_id = "get_settings_file",
    security(("bearer" = ["admin"])),
    responses((status = 200, description = "The file.", body = SettingsFile)))]
async fn show(caller: Caller) -> Result<Json<Value>, Problem> {
    caller.must(Action::MoveBusiness)?;
    Ok(Json(super::read(&caller).await?))
}

/// Takes settings in from a file
///
/// For owners. All of it or nothing: each part goes through the operation that sets it, and every error points at its
/// place in the file. Parts that are not in it stay as they are.
#[utoipa::path(put, path = "/settings/file", tag = "Settings", operation_id = "set_settings_file",
    security(("bearer" = ["admin"])), params(AskedSettingsFile), request_body = SettingsFile,
    responses((status = 200, description = "What is different now, or would be.", body = SettingsTaken)))]
async fn update(
    caller: Caller,
    Query(asked): Query<AskedSettingsFile>,
    Body(file): Body<Map<String, Value>>,
) -> Result<Json<SettingsTaken>, Problem> {
    caller.must(Action::MoveBusiness)?;
    let how = How { dry_run: asked.dry_run.unwrap_or_default(), remove: asked.remove.unwrap_or_default() };
    let taken = super::take(&caller, &Value::Object(file), how).await?;
    let (same, changes): (Vec<Line>, Vec<Line>) =
        taken.lines.into_iter().partition(|line| line.what == super::What::Same);
    Ok(Json(SettingsTaken {
        dry_run: how.dry_run,
        changes: changes.into_iter().map(SettingsChange::from).collect(),
        unchanged: i64::try_from(same.len()).unwrap_or(i64::MAX),
        before: taken.before,
    }))
}
