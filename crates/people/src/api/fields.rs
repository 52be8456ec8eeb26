//! Fields of the business's own: which there are, and what stands in those of customers and organisations. Other
//! capabilities show theirs in the same form: [`Fields`], [`NewValues`].

use std::collections::HashMap;

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::Action;
use platform::api::{BASE, Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Caller;
use crate::field::{self, About, Kind, NewField, Owner, Unfit, Value};
use crate::ids::FieldId;

/// About what a field is.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Of {
    /// Customers.
    Person,
    /// Organisations.
    Organisation,
    /// Conversations.
    Conversation,
}

impl From<About> for Of {
    fn from(about: About) -> Self {
        match about {
            About::Person => Self::Person,
            About::Organisation => Self::Organisation,
            About::Conversation => Self::Conversation,
        }
    }
}

impl From<Of> for About {
    fn from(of: Of) -> Self {
        match of {
            Of::Person => Self::Person,
            Of::Organisation => Self::Organisation,
            Of::Conversation => Self::Conversation,
        }
    }
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// One line of text.
    Text,
    /// A number, with a point: `1200.5`.
    Number,
    /// A day: `2026-11-18`.
    Date,
    /// One of a few words.
    Choice,
    /// `yes` or `no`.
    YesNo,
    /// The address of a page.
    Link,
}

impl From<Kind> for Sort {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::Number => Self::Number,
            Kind::Date => Self::Date,
            Kind::Choice => Self::Choice,
            Kind::YesNo => Self::YesNo,
            Kind::Link => Self::Link,
        }
    }
}

impl From<Sort> for Kind {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Text => Self::Text,
            Sort::Number => Self::Number,
            Sort::Date => Self::Date,
            Sort::Choice => Self::Choice,
            Sort::YesNo => Self::YesNo,
            Sort::Link => Self::Link,
        }
    }
}

/// A field of the business's own.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnField {
    /// Names it.
    id: String,
    /// What it is about.
    #[schema(inline)]
    about: Of,
    /// What it is called.
    name: String,
    /// What may stand in it.
    #[schema(inline)]
    kind: Sort,
    /// The words of a choice.
    choices: Vec<String>,
    /// The steps before which something must stand in it: `saved`, or states of a conversation.
    required: Vec<String>,
    /// It is asked for no more; what stands in it stays.
    retired: bool,
}

impl From<field::Field> for OwnField {
    fn from(it: field::Field) -> Self {
        Self {
            id: it.id.to_string(),
            about: it.about.into(),
            name: it.name,
            kind: it.kind.into(),
            choices: it.choices,
            required: it.required,
            retired: it.retired,
        }
    }
}

/// Every field, in its order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AllFields {
    /// All of them; there are never many.
    data: Vec<OwnField>,
}

/// Lists the business's own fields
#[utoipa::path(get, path = "/fields", tag = "Fields", operation_id = "list_fields",
    responses((status = 200, description = "Every field.", body = AllFields)))]
pub(super) async fn list(caller: Caller) -> Result<Json<AllFields>, Problem> {
    let _all = caller.may(Action::ReadPeople)?;
    let data = field::all(&mut caller.p.db.read().await?).await?.into_iter().map(OwnField::from).collect();
    Ok(Json(AllFields { data }))
}

/// A field about to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "about": "conversation", "name": "Order", "kind": "text", "required": ["solved"] }))]
pub(super) struct NewOwnField {
    /// What it is about; it stays.
    #[schema(inline)]
    about: Of,
    /// What it is called.
    #[schema(max_length = 1000)]
    name: String,
    /// What may stand in it; it stays.
    #[schema(inline)]
    kind: Sort,
    /// The words of a choice.
    #[serde(default)]
    choices: Vec<String>,
    /// The steps before which something must stand in it: `saved` of customers and organisations; `waiting_customer`,
    /// `waiting_others`, `solved` of conversations.
    #[serde(default)]
    required: Vec<String>,
}

/// Makes a field
#[utoipa::path(post, path = "/fields", tag = "Fields", operation_id = "create_field", request_body = NewOwnField,
    security(("bearer" = ["admin"])),
    responses((status = 201, description = "The field.", body = OwnField)))]
pub(super) async fn create(
    caller: Caller,
    Body(new): Body<NewOwnField>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<OwnField>), Problem> {
    caller.must(Action::ManageSettings)?;
    let NewOwnField { about, name, kind, choices, required } = new;
    let new = NewField { about: about.into(), name, kind: kind.into(), choices: choices.join("\n"), required };
    let mut tx = caller.p.begin().await?;
    let id = field::add(&mut tx, &caller.actor(), &new).await?;
    let made = field::find(&mut tx, &id).await?.ok_or_else(Problem::not_found)?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("{BASE}/fields"))], Json(made.into())))
}

/// What to change about a field; what is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Order number", "retired": false }))]
pub(super) struct ChangeField {
    /// What it is called.
    #[schema(max_length = 1000)]
    name: Option<String>,
    /// The words of a choice.
    choices: Option<Vec<String>>,
    /// The steps before which something must stand in it.
    required: Option<Vec<String>>,
    /// Whether it is asked for no more.
    retired: Option<bool>,
}

/// Changes a field
///
/// What it is about and what may stand in it stays, since things stand in it.
#[utoipa::path(patch, path = "/fields/{id}", tag = "Fields", operation_id = "update_field",
    params(("id" = String, Path, description = "The field.", example = "fld_01kyf5b0000000000000000000")),
    security(("bearer" = ["admin"])), request_body = ChangeField,
    responses((status = 200, description = "The field as it is now.", body = OwnField)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(change): Body<ChangeField>,
) -> Result<Json<OwnField>, Problem> {
    caller.must(Action::ManageSettings)?;
    let id: FieldId = id.parse().map_err(|_| Problem::not_found())?;
    let mut tx = caller.p.begin().await?;
    let before = field::find(&mut tx, &id).await?.ok_or_else(Problem::not_found)?;
    let wanted = NewField {
        about: before.about,
        name: change.name.unwrap_or(before.name),
        kind: before.kind,
        choices: change.choices.unwrap_or(before.choices).join("\n"),
        required: change.required.unwrap_or(before.required),
    };
    field::change(&mut tx, &caller.actor(), &id, &wanted).await?;
    if let Some(retired) = change.retired {
        field::retire(&mut tx, &caller.actor(), &id, retired).await?;
    }
    let now = field::find(&mut tx, &id).await?.ok_or_else(Problem::not_found)?;
    tx.commit().await?;
    Ok(Json(now.into()))
}

/// What stands in the fields of somebody or something.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fields {
    /// Every field that is asked for, in its order.
    data: Vec<Filled>,
}

/// A field and what stands in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Filled {
    /// The field.
    field: String,
    /// What it is called.
    name: String,
    /// What may stand in it.
    #[schema(inline)]
    kind: Sort,
    /// What stands in it; null for nothing.
    value: Option<String>,
}

impl From<Vec<Value>> for Fields {
    fn from(values: Vec<Value>) -> Self {
        let filled = |it: Value| Filled {
            field: it.field.id.to_string(),
            name: it.field.name,
            kind: it.field.kind.into(),
            value: Some(it.text).filter(|text| !text.is_empty()),
        };
        Self { data: values.into_iter().map(filled).collect() }
    }
}

/// What to write into fields.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "values": {} }))]
pub struct NewValues {
    /// By the field's id; null empties it. Fields that are not named stay as they are.
    values: HashMap<String, Option<String>>,
}

impl NewValues {
    /// As commands take them.
    ///
    /// # Errors
    /// When one of the ids is none of these fields.
    pub fn typed(self, known: &[Value]) -> Result<HashMap<String, String>, Problem> {
        if let Some(unknown) = self.values.keys().find(|id| known.iter().all(|it| it.field.id.as_str() != id.as_str()))
        {
            return Err(Problem::field(format!("/values/{}", pointed(unknown)), "is not the id of a field here"));
        }
        Ok(self.values.into_iter().map(|(id, value)| (id, value.unwrap_or_default())).collect())
    }
}

/// As RFC 6901 writes a name within a pointer.
fn pointed(name: &str) -> String {
    name.chars().take(100).collect::<String>().replace('~', "~0").replace('/', "~1")
}

/// The problem of a value that does not fit, with a pointer to it.
#[must_use]
pub fn unfit((field, why): &(FieldId, Unfit)) -> Problem {
    let why = match why {
        Unfit::Missing => "must not be empty",
        Unfit::Number => "is not a number",
        Unfit::Date => "is not a day",
        Unfit::Choice => "is none of the choices",
        Unfit::Link => "is not the address of a page",
    };
    Problem::field(format!("/values/{field}"), why)
}

async fn shown(caller: &Caller, owner: &Owner) -> Result<Vec<Value>, Problem> {
    let scope = caller.may(Action::ReadPeople)?;
    let mut conn = caller.p.db.read().await?;
    let there = match owner {
        Owner::Person(id) => crate::person::find(&mut conn, &scope, id).await?.is_some(),
        Owner::Organisation(id) => crate::organisation::find(&mut conn, &scope, id).await?.is_some(),
    };
    if there { Ok(field::values(&mut conn, &scope, owner).await?) } else { Err(Problem::not_found()) }
}

async fn set(caller: Caller, owner: Owner, new: NewValues) -> Result<Json<Fields>, Problem> {
    caller.must(Action::EditPeople)?;
    let typed = new.typed(&shown(&caller, &owner).await?)?;
    let mut tx = caller.p.begin().await?;
    field::set_values(&mut tx, &caller.actor(), &owner, &typed).await?.map_err(|wrong| unfit(&wrong))?;
    tx.commit().await?;
    Ok(Json(shown(&caller, &owner).await?.into()))
}

/// A customer, by id.
fn customer(id: &str) -> Result<Owner, Problem> {
    Ok(Owner::Person(super::customers::person_id(id)?))
}

fn organisation(id: &str) -> Result<Owner, Problem> {
    id.parse().map(Owner::Organisation).map_err(|_| Problem::not_found())
}

/// Shows what stands in a customer's fields
#[utoipa::path(get, path = "/customers/{id}/fields", tag = "Fields", operation_id = "get_customer_fields",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The fields.", body = Fields)))]
pub(super) async fn of_customer(caller: Caller, Path(id): Path<String>) -> Result<Json<Fields>, Problem> {
    Ok(Json(shown(&caller, &customer(&id)?).await?.into()))
}

/// Writes into a customer's fields
///
/// Everything or nothing.
#[utoipa::path(put, path = "/customers/{id}/fields", tag = "Fields", operation_id = "set_customer_fields",
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = NewValues, responses((status = 200, description = "The fields as they are now.", body = Fields)))]
pub(super) async fn set_of_customer(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewValues>,
) -> Result<Json<Fields>, Problem> {
    set(caller, customer(&id)?, new).await
}

/// Shows what stands in an organisation's fields
#[utoipa::path(get, path = "/organisations/{id}/fields", tag = "Fields", operation_id = "get_organisation_fields",
    params(("id" = String, Path, description = "The organisation.", example = "org_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The fields.", body = Fields)))]
pub(super) async fn of_organisation(caller: Caller, Path(id): Path<String>) -> Result<Json<Fields>, Problem> {
    Ok(Json(shown(&caller, &organisation(&id)?).await?.into()))
}

/// Writes into an organisation's fields
///
/// Everything or nothing.
#[utoipa::path(put, path = "/organisations/{id}/fields", tag = "Fields", operation_id = "set_organisation_fields",
    params(("id" = String, Path, description = "The organisation.", example = "org_01kyf5b0000000000000000000")),
    request_body = NewValues, responses((status = 200, description = "The fields as they are now.", body = Fields)))]
pub(super) async fn set_of_organisation(
    caller: Caller,
    Path(id): Path<String>,
    Body(new): Body<NewValues>,
) -> Result<Json<Fields>, Problem> {
    set(caller, organisation(&id)?, new).await
}
