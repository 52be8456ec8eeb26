//! Saved views: what they ask for, and what they list.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use people::api::Caller;
use platform::api::{self, BASE, Body, Cursor, Page, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shapes::{self, Conversation};
use crate::commands::{self, NewView};
use crate::ids::ViewId;
use crate::model::{self, Column, Condition, Grouping, Listing, Mode, Order, SavedView, Test, Visible};
use crate::store::{self, Looking};
use crate::{queries, rules};

fn view_id(text: &str) -> Result<ViewId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// What must hold of a conversation: either one of `all`, `any` and `none` with conditions in it, or a `field` with a
/// `value`. Groups lie in each other four deep at most, and a view has forty conditions at most.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "field": "owner", "value": "me" }))]
pub struct When {
    /// All of these hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion, max_items = 40)]
    all: Option<Vec<Self>>,
    /// One of these holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion, max_items = 40)]
    any: Option<Vec<Self>>,
    /// None of these holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion, max_items = 40)]
    none: Option<Vec<Self>>,
    /// `status`, `state`, `owner`, `department`, `tag`, `mailbox`, `language`, `customer`, `subject`, `due_within` and
    /// `waiting_over` (hours), `created_within`, `created_before`, `touched_within` and `touched_before` (days),
    /// `followed`, `mentioned`, `unanswered`, `complaint` (`us`), or `mood` (of what last came in: `negative`, `neutral` or
    /// `positive`).
    /// `followed`, `mentioned`, `unanswered`, `mood` (of what last came in: `negative`, `neutral` or `positive`), or
    /// `problem` (`any`, `unsolved` or `solved`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20)]
    field: Option<String>,
    /// What it must be: `open`, `waiting`, `closed` or `snoozed`; a state; `me`, `nobody` or a colleague; `none` or a
    /// department; a tag; a mailbox; a language or `unknown`; words; a number; `me`; `us`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    value: Option<String>,
}

impl From<&Condition> for When {
    fn from(condition: &Condition) -> Self {
        match condition {
            Condition::Test(test) => {
                Self { field: Some(test.kind().to_owned()), value: Some(test.value()), ..Self::default() }
            }
            Condition::Group(mode, parts) => {
                let parts = Some(parts.iter().map(Self::from).collect());
                match mode {
                    Mode::All => Self { all: parts, ..Self::default() },
                    Mode::Any => Self { any: parts, ..Self::default() },
                    Mode::None => Self { none: parts, ..Self::default() },
                }
            }
        }
    }
}

impl When {
    /// The tree that is meant. It has come through a parser that bounds its depth, so it may be walked.
    ///
    /// # Errors
    /// What is wrong, at its place below `at`.
    pub fn read(&self, at: &str) -> Result<Condition, Problem> {
        let wrong = |why: &str| Problem::field(at, why);
        let group = |mode, name: &str, parts: &[Self]| {
            let part = |(n, part): (usize, &Self)| part.read(&format!("{at}/{name}/{n}"));
            Ok(Condition::Group(mode, parts.iter().enumerate().map(part).collect::<Result<_, Problem>>()?))
        };
        match (&self.all, &self.any, &self.none, &self.field, &self.value) {
            (Some(parts), None, None, None, None) => group(Mode::All, "all", parts),
            (None, Some(parts), None, None, None) => group(Mode::Any, "any", parts),
            (None, None, Some(parts), None, None) => group(Mode::None, "none", parts),
            (None, None, None, Some(field), Some(value)) => {
                let read = Test::from_code(&format!("{field}:{value}"));
                read.map(Condition::Test).ok_or_else(|| wrong("is nothing that can be looked for"))
            }
            _ => Err(wrong("is either all, any or none, or a field with a value")),
        }
    }
}

/// A saved view.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct View {
    /// Names it; its list at the desk is `/inbox?view=` and this.
    id: String,
    /// What colleagues call it.
    name: String,
    /// The department that alone sees it, if one does.
    department: Option<String>,
    /// Whether you alone see it.
    own: bool,
    /// Which conversations.
    when: When,
    /// What is shown of each: `number`, `owner`, `department`, `tags`, `state`, `language`, `time`, `created`, `snippet`.
    columns: Vec<String>,
    /// Under which headings: `nothing`, `status`, `owner`, `department`.
    grouped_by: String,
    /// In which order: `due`, `newest`, `oldest`, `created_last`, `created_first`.
    ordered_by: String,
}

impl From<SavedView> for View {
    fn from(view: SavedView) -> Self {
        Self {
            id: view.id.to_string(),
            name: view.name,
            own: matches!(view.visible, Visible::Own(_)),
            department: match view.visible {
                Visible::Department(id) => Some(id.to_string()),
                _ => None,
            },
            when: When::from(&view.of.when),
            columns: view.of.columns.iter().map(|column| column.code().to_owned()).collect(),
            grouped_by: view.of.grouped.code().to_owned(),
            ordered_by: view.of.order.code().to_owned(),
        }
    }
}

/// A view as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Motors that wait", "own": true, "when": { "all": [
    { "field": "status", "value": "open" }, { "any": [{ "field": "tag", "value": "motor" },
    { "field": "subject", "value": "motor" }] }] }, "ordered_by": "oldest" }))]
pub(super) struct WantedView {
    /// What colleagues call it.
    #[schema(max_length = 1000)]
    name: String,
    /// The department that alone sees it; everybody does when none is named.
    department: Option<String>,
    /// Whether you alone see it.
    #[serde(default)]
    own: bool,
    /// Which conversations: a group of conditions.
    when: When,
    /// What is shown of each; the usual when not said.
    columns: Option<Vec<String>>,
    /// Under which headings; none when not said.
    grouped_by: Option<String>,
    /// In which order; by the time left when not said.
    ordered_by: Option<String>,
}

impl WantedView {
    fn read(self, caller: &Caller) -> Result<NewView, Problem> {
        let visible = match (self.own, self.department) {
            (true, Some(_)) => return Err(Problem::field("/department", "goes not together with own")),
            (true, None) => Visible::Own(caller.staff.id.clone()),
            (false, None) => Visible::Everyone,
            (false, Some(id)) => {
                let id = id.parse().map_err(|_| Problem::field("/department", "is not the id of a department"))?;
                Visible::Department(id)
            }
        };
        let when = self.when.read("/when")?;
        let when = rules::views::checked(&when).map_err(|refusal| Problem::field("/when", refusal.to_string()))?;
        let columns = match self.columns {
            None => Column::USUAL.to_vec(),
            Some(codes) => {
                let all: Option<Vec<Column>> = codes.iter().map(|code| Column::from_code(code)).collect();
                all.ok_or_else(|| Problem::field("/columns", "has one that is not known"))?
            }
        };
        let grouped = self.grouped_by.map_or(Some(Grouping::Nothing), |code| Grouping::from_code(&code));
        let grouped = grouped.ok_or_else(|| Problem::field("/grouped_by", "is not known"))?;
        let order = self.ordered_by.map_or(Some(Order::Due), |code| Order::from_code(&code));
        let order = order.ok_or_else(|| Problem::field("/ordered_by", "is not known"))?;
        Ok(NewView { name: self.name, visible, of: Listing { when, columns, grouped, order } })
    }
}

async fn seen(caller: &Caller, id: &str) -> Result<model::SavedView, Problem> {
    let id = view_id(id)?;
    let mut conn = caller.p.db.read().await?;
    queries::find_view(&mut conn, &caller.staff, &id).await?.ok_or_else(Problem::not_found)
}

/// Lists saved views
///
/// Those for everybody, for where you work, and your own, by name; all of them at once.
#[utoipa::path(get, path = "/views", tag = "Views", operation_id = "list_views",
    responses((status = 200, description = "The views.", body = Page<View>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<View>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let all = queries::views(&mut caller.p.db.read().await?, &caller.staff).await?;
    Ok(Json(Page { data: all.into_iter().map(View::from).collect(), next: None }))
}

/// Shows a saved view
#[utoipa::path(get, path = "/views/{id}", tag = "Views", operation_id = "get_view",
    params(("id" = String, Path, description = "The view.", example = "viw_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The view.", body = View)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<View>, Problem> {
    caller.must(Action::ReadConversations)?;
    Ok(Json(seen(&caller, &id).await?.into()))
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<View>);

/// Makes a saved view
///
/// Whoever may not change settings makes views for themselves alone (`own`).
#[utoipa::path(post, path = "/views", tag = "Views", operation_id = "create_view", request_body = WantedView,
    responses((status = 201, description = "The view; `Location` is its address here.", body = View)))]
pub(super) async fn create(caller: Caller, Body(wanted): Body<WantedView>) -> Result<Created, Problem> {
    caller.must(Action::ReadConversations)?;
    let id = commands::make_view(&caller.p, &caller.actor(), wanted.read(&caller)?).await?;
    let location = [(header::LOCATION, format!("{BASE}/views/{id}"))];
    Ok((StatusCode::CREATED, location, Json(seen(&caller, id.as_str()).await?.into())))
}

/// Changes a saved view
///
/// All of it is replaced.
#[utoipa::path(put, path = "/views/{id}", tag = "Views", operation_id = "update_view",
    params(("id" = String, Path, description = "The view.", example = "viw_01kyf5b0000000000000000000")),
    request_body = WantedView, responses((status = 200, description = "The view as it is now.", body = View)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<WantedView>,
) -> Result<Json<View>, Problem> {
    caller.must(Action::ReadConversations)?;
    commands::change_view(&caller.p, &caller.actor(), &view_id(&id)?, wanted.read(&caller)?).await?;
    Ok(Json(seen(&caller, &id).await?.into()))
}

/// Removes a saved view
///
/// For a month it can be brought back at the desk.
#[utoipa::path(delete, path = "/views/{id}", tag = "Views", operation_id = "delete_view",
    params(("id" = String, Path, description = "The view.", example = "viw_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The view as it was.", body = View)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<View>, Problem> {
    caller.must(Action::ReadConversations)?;
    let gone = seen(&caller, &id).await?;
    commands::remove_view(&caller.p, &caller.actor(), &gone.id).await?;
    Ok(Json(gone.into()))
}

/// Which stretch of a view.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Stretch {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists the conversations of a saved view
///
/// In its order, as far as you see them. What depends on who looks depends on you.
#[utoipa::path(get, path = "/views/{id}/conversations", tag = "Views", operation_id = "list_view_conversations",
    params(Stretch, ("id" = String, Path, description = "The view.", example = "viw_01kyf5b0000000000000000000")),
    responses((status = 200, description = "A page of conversations.", body = Page<Conversation>)))]
pub(super) async fn conversations(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<Stretch>,
) -> Result<Json<Page<Conversation>>, Problem> {
    let scope = caller.may(Action::ReadConversations)?;
    let view = seen(&caller, &id).await?;
    // A cursor is of the view as it was: one that was changed since begins anew.
    let of = (view.id.as_str(), view.of.grouped.code(), view.of.order.code());
    let (listing, cursor) = (api::Listing::new("view_conversations", &of), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let looking = Looking { scope: &scope, me: &caller.staff.id, now: caller.p.clock.business() };
    let mut conn = caller.p.db.read().await?;
    let mut found = store::saved_page(&mut conn, &looking, &view.of, after.as_deref(), most + 1).await?;
    let more = i64::try_from(found.len()).is_ok_and(|found| found > most);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|(_, key)| cursor.seal(&listing, key));
    let found = found.into_iter().map(|(one, _)| one).collect();
    Ok(Json(Page { data: shapes::rows(&mut conn, found).await?, next }))
}
