//! Everything that is held about a customer, and erasing it, for programs of admins.

use axum::extract::Path;
use axum::{Extension, Json};
use base::Action;
use platform::api::{Body, Problem, time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::Caller;
use super::customers::person_id;
use crate::privacy::{self, Confirmed, Holders, Kind, PrivacyEvent};

/// Shows everything that is held about a customer
///
/// The file, all conversations with messages and notes, mails, drafts and the history. Names in it stay; more may come.
#[utoipa::path(get, path = "/customers/{id}/held", tag = "Customers", operation_id = "get_held",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    responses((status = 200, description = "Everything.", body = Object)))]
pub(super) async fn show(
    caller: Caller,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    let id = person_id(&id)?;
    let held = privacy::everything(&mut caller.p.db.read().await?, &caller.actor(), &id, holders).await?;
    let mut tx = caller.p.begin().await?;
    tx.record(&PrivacyEvent::HandedOut { person: id }, &caller.actor(), None).await?;
    tx.commit().await?;
    Ok(Json(held.json()))
}

/// Whose data is erased, for certain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Kari Solheim" }))]
pub(super) struct Erase {
    /// What the customer is called: nothing is erased under another name.
    #[schema(max_length = 1000)]
    name: String,
}

/// What was erased.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ErasedCustomer {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// How much of what.
    counts: Vec<Count>,
}

/// How much of a kind was erased.
#[derive(Debug, Serialize, ToSchema)]
struct Count {
    /// Of what: `messages`, `files`, `mails`, ….
    #[schema(value_type = String)]
    kind: Kind,
    /// How much.
    count: i64,
}

/// Erases a customer
///
/// Everything that is held about them: texts, files, mails, drafts, notes, the index and what the history says. That
/// conversations took place stays, without the person. It cannot be undone.
#[utoipa::path(post, path = "/customers/{id}/erase", tag = "Customers", operation_id = "erase_customer",
    security(("bearer" = ["admin"])),
    params(("id" = String, Path, description = "The customer.", example = "per_01kyf5b0000000000000000000")),
    request_body = Erase, responses((status = 200, description = "What was erased.", body = ErasedCustomer)))]
pub(super) async fn erase(
    caller: Caller,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Body(erase): Body<Erase>,
) -> Result<Json<ErasedCustomer>, Problem> {
    caller.must(Action::ManagePrivacy)?;
    let id = person_id(&id)?;
    let say = caller.p.i18n.to(caller.staff.language);
    let (called, instead) = (say.text("erased-customer"), say.text("erased-words"));
    let confirmed = Confirmed { name: &erase.name, called: &called, instead: &instead };
    let mut tx = caller.p.begin().await?;
    let erased = privacy::erase(&caller.p, &mut tx, &caller.actor(), &id, confirmed, holders).await?;
    tx.commit().await?;
    let counts = erased.counts.into_iter().map(|(kind, count)| Count { kind, count }).collect();
    Ok(Json(ErasedCustomer { at: time(erased.at), counts }))
}
