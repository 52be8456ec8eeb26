//! Customers out of a file, for programs of admins: begun, looked after, stopped, and what became of every row.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Action;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Caller;
use crate::file::rules::phones::Country;
use crate::import::rules::charset::Charset;
use crate::import::rules::columns::Column;
use crate::import::rules::table::DELIMITERS;
use crate::import::{self, Import, ImportId, Outcome, Upload, Wanted};

/// A file of customers that is taken in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CustomerImport {
    /// Names it.
    id: String,
    /// What the file is called.
    name: String,
    /// How far it has come: `waiting`, `running`, `done`, `stopped`.
    state: String,
    /// Hundredths of the file that are done.
    percent: i64,
    /// Customers who were made.
    added: i64,
    /// Customers who are known better now.
    filled: i64,
    /// Rows of which all was known.
    unchanged: i64,
    /// Rows that were refused.
    refused: i64,
    /// What the columns of a table were taken for; empty for cards.
    columns: Vec<String>,
    /// When it was brought.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it ended.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
}

impl From<Import> for CustomerImport {
    fn from(it: Import) -> Self {
        Self {
            id: it.id.to_string(),
            name: it.name,
            state: it.state.code().to_owned(),
            percent: it.place.saturating_mul(100).checked_div(it.size).unwrap_or_default().clamp(0, 100),
            added: it.counts.added,
            filled: it.counts.filled,
            unchanged: it.counts.same,
            refused: it.counts.refused,
            columns: it.plan.columns.iter().map(|column| column.code().to_owned()).collect(),
            created_at: time(it.at),
            ended_at: it.ended_at.map(time),
        }
    }
}

fn import_id(id: &str) -> Result<ImportId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

async fn shown(caller: &Caller, id: &ImportId) -> Result<CustomerImport, Problem> {
    let mut conn = caller.p.db.read().await?;
    Ok(import::load(&mut conn, &caller.actor(), id).await?.into())
}

/// A file of customers as a text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "customers.csv", "text": "Name,E-mail\nKari Solheim,kari@post.example\n" }))]
pub(super) struct NewCustomerImport {
    /// What the file is called.
    #[schema(max_length = 200)]
    name: String,
    /// A table (CSV) or cards (vCard).
    text: String,
    /// What the columns of a table are, from the first: `skip`, `name`, `given`, `family`, `address`, `phone`,
    /// `organisation`, `title`, `postal`, `language`, `note`, or the id of a field. Told by headings when left out.
    columns: Option<Vec<String>>,
    /// What separates cells: a comma, semicolon, tab or bar. Told by looking when left out.
    #[schema(max_length = 1)]
    delimiter: Option<String>,
    /// Whether the first row is headings. Told by looking when left out.
    heading: Option<bool>,
    /// The country of telephones written without one: `NO`.
    #[schema(max_length = 2)]
    country: Option<String>,
    /// Whether what colleagues typed gives way to what stands in the file.
    overwrite: Option<bool>,
}

impl NewCustomerImport {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let mut columns = Vec::new();
        for (place, code) in self.columns.iter().flatten().enumerate() {
            let column = Column::from_code(code);
            columns.push(column.ok_or_else(|| Problem::field(format!("/columns/{place}"), "is no kind of column"))?);
        }
        let delimiter = match self.delimiter.as_deref().map(str::as_bytes) {
            None => None,
            Some([one]) if DELIMITERS.contains(one) => Some(*one),
            Some(_) => return Err(Problem::field("/delimiter", "is not a comma, semicolon, tab or bar")),
        };
        if self.country.as_deref().is_some_and(|code| Country::of(code).is_none()) {
            return Err(Problem::field("/country", "is not a country whose telephones are known"));
        }
        Ok(Wanted {
            charset: Some(Charset::Utf8),
            delimiter,
            heading: self.heading,
            columns: self.columns.is_some().then_some(columns),
            country: Some(self.country.clone().unwrap_or_default()),
            overwrite: self.overwrite.unwrap_or_default(),
        })
    }
}

/// Takes customers in from a file
///
/// Begins at once; a job does it. Customers are known by an address, else by a telephone; what colleagues typed stays
/// unless `overwrite`. Larger files go in parts, or by the desk.
#[utoipa::path(post, path = "/customers/imports", tag = "Customers", operation_id = "import_customers",
    security(("bearer" = ["admin"])), request_body = NewCustomerImport,
    responses((status = 202, description = "It has begun.", body = CustomerImport)))]
pub(super) async fn create(
    caller: Caller,
    Body(new): Body<NewCustomerImport>,
) -> Result<(StatusCode, Json<CustomerImport>), Problem> {
    caller.must(Action::ManagePrivacy)?;
    let wanted = new.wanted()?;
    let mut upload = Upload::begin(&caller.p, &caller.staff, &new.name).await?;
    upload.push(new.text.as_bytes()).await?;
    let it = upload.end(caller.staff.language, &wanted).await?;
    let mut tx = caller.p.begin().await?;
    import::start(&mut tx, &caller.actor(), &it.id).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&caller, &it.id).await?)))
}

/// Which files.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedImports {
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists files of customers
///
/// The newest first.
#[utoipa::path(get, path = "/customers/imports", tag = "Customers", operation_id = "list_customer_imports",
    security(("bearer" = ["admin"])), params(AskedImports),
    responses((status = 200, description = "A page of files.", body = Page<CustomerImport>)))]
pub(super) async fn list(
    caller: Caller,
    Query(asked): Query<AskedImports>,
) -> Result<Json<Page<CustomerImport>>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    let (listing, cursor) = (Listing::new("customer_imports", &""), Cursor(&caller.p.tokens));
    let before: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let before = before.map(|id| import_id(&id)).transpose()?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let mut found = import::list(&mut conn, &caller.actor(), before.as_ref(), most + 1).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > most;
    found.truncate(usize::try_from(most).unwrap_or(1));
    let next = found.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.id.to_string()));
    Ok(Json(Page { data: found.into_iter().map(CustomerImport::from).collect(), next }))
}

/// Shows how far a file of customers has come
#[utoipa::path(get, path = "/customers/imports/{id}", tag = "Customers", operation_id = "get_customer_import",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "imp_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file.", body = CustomerImport)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<CustomerImport>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    Ok(Json(shown(&caller, &import_id(&id)?).await?))
}

/// Stops taking a file of customers in
///
/// What is taken in stays.
#[utoipa::path(post, path = "/customers/imports/{id}/stop", tag = "Customers", operation_id = "stop_customer_import",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "imp_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The file, which has stopped.", body = CustomerImport)))]
pub(super) async fn stop(caller: Caller, Path(id): Path<String>) -> Result<Json<CustomerImport>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    let id = import_id(&id)?;
    let mut tx = caller.p.begin().await?;
    let mut it = import::load(&mut tx, &caller.actor(), &id).await?;
    import::stop(&mut tx, &caller.actor(), &id).await?;
    if it.state == import::State::Waiting {
        // A file that had not begun is let go of altogether.
        it.state = import::State::Stopped;
    } else {
        it = import::load(&mut tx, &caller.actor(), &id).await?;
    }
    tx.commit().await?;
    Ok(Json(it.into()))
}

/// Which rows.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedRows {
    /// Only those that came out so: `added`, `filled`, `unchanged`, `refused`.
    outcome: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A row of a file of customers.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportedRow {
    /// Which, as table programs number them.
    number: i64,
    /// What became of it: `added`, `filled`, `unchanged`, `refused`.
    outcome: String,
    /// The customer, if there is one.
    customer: Option<String>,
    /// What was not taken in.
    remarks: Vec<ImportRemark>,
}

/// Something of a row that was not taken in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportRemark {
    /// Why: `not_an_address`, `not_a_phone`, `not_a_language`, `unfit`, `nobody`, `broken`, `several`, `too_many`.
    #[schema(value_type = String)]
    why: import::Why,
    /// The heading of the column; empty for the whole row.
    column: String,
}

/// Lists what became of the rows of a file of customers
#[utoipa::path(get, path = "/customers/imports/{id}/rows", tag = "Customers", operation_id = "list_imported_rows",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The file.", example = "imp_01kyf5b0000000000000000000"), AskedRows),
    responses((status = 200, description = "A page of rows.", body = Page<ImportedRow>)))]
pub(super) async fn rows(
    caller: Caller,
    Path(id): Path<String>,
    Query(asked): Query<AskedRows>,
) -> Result<Json<Page<ImportedRow>>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    let id = import_id(&id)?;
    let code = asked.outcome.unwrap_or_default();
    let only = Outcome::from_code(&code);
    if only.is_none() && !code.is_empty() {
        return Err(Problem::parameter("outcome", "is not added, filled, unchanged or refused"));
    }
    let about = format!("{id} {code}");
    let (listing, cursor) = (Listing::new("imported_rows", &about), Cursor(&caller.p.tokens));
    let after: Option<i64> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let asked = (only, after.unwrap_or_default());
    let mut found = import::lines(&mut conn, &caller.actor(), &id, asked, most + 1).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > most;
    found.truncate(usize::try_from(most).unwrap_or(1));
    let next = found.last().filter(|_| more).map(|(last, _)| cursor.seal(&listing, &last.number));
    let row = |(line, _): (import::Line, String)| ImportedRow {
        number: line.number,
        outcome: line.outcome.code().to_owned(),
        customer: line.person.map(|id| id.to_string()),
        remarks: line.remarks.into_iter().map(|one| ImportRemark { why: one.why, column: one.column }).collect(),
    };
    Ok(Json(Page { data: found.into_iter().map(row).collect(), next }))
}
