//! The logo of the business for programs.

use axum::Json;
use base::Action;
use data_encoding::BASE64;
use people::api::Caller;
use platform::Platform;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::logo::{self, Mark};
use crate::rules::logo::{Unfit, judge};

/// Every route of the logo.
pub(super) fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(show, update, delete))
}

/// The logo on the pages of customers.
#[derive(Debug, Serialize, ToSchema)]
struct Logo {
    /// Where its bytes lie on this site, open to everybody; another picture has another path.
    path: String,
    /// `image/png`, `image/jpeg` or `image/webp`.
    media_type: String,
    /// Points across.
    width: u32,
    /// Points down.
    height: u32,
    /// Whether the business's name stands beside it.
    named: bool,
}

impl From<Mark> for Logo {
    fn from(mark: Mark) -> Self {
        let path = mark.logo().src;
        Self { path, media_type: mark.media, width: mark.width, height: mark.height, named: mark.named }
    }
}

/// A picture that is to be the logo.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "picture": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "named": true }))]
struct WantedLogo {
    /// A PNG, JPEG or WebP of at most 200 kB and 2,000 points to a side, as Base64.
    #[schema(max_length = 280_000)]
    picture: String,
    /// Whether the business's name is to stand beside it.
    #[serde(default = "yes")]
    named: bool,
}

const fn yes() -> bool {
    true
}

/// What stands at the head of customers' pages.
#[derive(Debug, Serialize, ToSchema)]
struct LogoOfBusiness {
    /// The logo; null while the first letter of the name stands for it.
    logo: Option<Logo>,
}

async fn current(caller: &Caller) -> Result<Json<LogoOfBusiness>, Problem> {
    let mark = logo::mark(&mut caller.p.db.read().await?).await?;
    Ok(Json(LogoOfBusiness { logo: mark.map(Logo::from) }))
}

/// Shows the logo
///
/// Its picture lies at its `path`.
#[utoipa::path(get, path = "/logo", tag = "Settings", operation_id = "get_logo",
    responses((status = 200, description = "The logo, if there is one.", body = LogoOfBusiness)))]
async fn show(caller: Caller) -> Result<Json<LogoOfBusiness>, Problem> {
    caller.must(Action::ManageSettings)?;
    current(&caller).await
}

/// Sets the logo
#[utoipa::path(put, path = "/logo", tag = "Settings", operation_id = "set_logo", request_body = WantedLogo,
    responses((status = 200, description = "The logo as it is now.", body = LogoOfBusiness)))]
async fn update(caller: Caller, Body(wanted): Body<WantedLogo>) -> Result<Json<LogoOfBusiness>, Problem> {
    caller.must(Action::ManageSettings)?;
    let bytes = BASE64.decode(wanted.picture.as_bytes()).map_err(|_| Problem::field("/picture", "is not Base64"))?;
    let shape = judge(&bytes).map_err(|unfit| Problem::field("/picture", why(unfit)))?;
    let mut tx = caller.p.begin().await?;
    logo::set(&mut tx, &caller.actor(), shape, &bytes, wanted.named).await?;
    tx.commit().await?;
    current(&caller).await
}

const fn why(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Nothing => "is empty",
        Unfit::Heavy => "has more than 200 kB",
        Unfit::Unknown => "is no PNG, JPEG or WebP that can be read",
        Unfit::Large => "has more than 2,000 points to a side",
        Unfit::Stretched => "is more than eight times as long as it is wide",
    }
}

/// Takes the logo away
#[utoipa::path(delete, path = "/logo", tag = "Settings", operation_id = "delete_logo",
    responses((status = 200, description = "No logo.", body = LogoOfBusiness)))]
async fn delete(caller: Caller) -> Result<Json<LogoOfBusiness>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut tx = caller.p.begin().await?;
    logo::remove(&mut tx, &caller.actor()).await?;
    tx.commit().await?;
    current(&caller).await
}
