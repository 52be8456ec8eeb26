//! Settings → As a file: take it along, bring one, see what it would change, take it in.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use people::api::Caller;
use people::staff::Who;
use platform::settings_files::{self as files, Brought, SettingsFileId};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Fault, Platform};
use serde::Deserialize;
use serde_json::Value;

use super::{FILE_MAX, Failure, How, Wrong, page, text};

const HERE: &str = "/settings/file";
/// Largest body with a file in it.
pub const BODY_MAX: usize = FILE_MAX + 64 * 1024;
/// Longest name of a file that is kept.
const NAME_MAX: usize = 120;

pub(super) fn page_of(id: &SettingsFileId) -> String {
    format!("{HERE}/{id}")
}

fn caller(who: &Who, p: &Platform) -> Result<Caller, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    Ok(Caller::from_within(who.staff.clone(), p))
}

/// Only what the file's writer can put right comes back to them.
fn told<T>(done: Result<T, Failure>) -> Result<Result<T, Vec<Wrong>>, Error> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Failure::Wrong(all)) => Ok(Err(all)),
        Err(Failure::Problem(problem)) => match problem.kind() {
            platform::api::problem::Kind::Forbidden => Err(Error::Forbidden),
            _ => Err(Error::Fault(Fault::new(format!("{problem:?}")))),
        },
    }
}

/// `GET /settings/file`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all here.
pub async fn index(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    page::index(&p, &who, None).await
}

fn file(name: &str, text: String) -> Response {
    let mut answer = (StatusCode::OK, text).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    headers.insert(header::CONTENT_DISPOSITION, name.unwrap_or(HeaderValue::from_static("attachment")));
    respond::seal(&mut answer);
    answer
}

/// `GET /settings/file/now.json`: the settings as they are.
///
/// # Errors
/// See [`index`].
pub async fn now(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    let found = told(super::read(&caller(&who, &p)?).await)?;
    let found = found.map_err(|wrong| Error::Fault(Fault::new(format!("settings cannot be read: {wrong:?}"))))?;
    let day = p.clock.business().to_zoned(who.zone.clone()).date();
    Ok(file(&format!("tillit-settings-{day}.json"), text(&found)))
}

/// `POST /settings/file` (multipart, `file`): takes a file, and goes to its page. Nothing is changed yet.
///
/// # Errors
/// See [`index`].
pub async fn create(who: Who, State(p): State<Platform>, mut form: Multipart) -> Result<Response, Error> {
    let _caller = caller(&who, &p)?;
    let broken = || Error::invalid("problem-invalid-body");
    let (mut name, mut bytes) = (String::new(), Vec::new());
    while let Some(mut part) = form.next_field().await.map_err(|_| broken())? {
        if part.name() != Some("file") {
            continue;
        }
        name = people::person::clean_line(part.file_name().unwrap_or_default(), NAME_MAX);
        while let Some(more) = part.chunk().await.map_err(|_| Error::TooLarge)? {
            bytes.extend_from_slice(&more);
            if bytes.len() > FILE_MAX {
                return Err(Error::TooLarge);
            }
        }
    }
    let whole = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match serde_json::from_slice::<Value>(whole) {
        Err(_) if whole.trim_ascii().is_empty() => page::index(&p, &who, Some(Wrong::at("", ""))).await,
        Err(error) => page::index(&p, &who, Some(Wrong::at("", error.to_string()))).await,
        Ok(value) => {
            let mut tx = p.begin().await?;
            let id = files::bring(&mut tx, who.staff.id.as_str(), &name, &value.to_string()).await?;
            tx.commit().await?;
            Ok(respond::see(&page_of(&id)))
        }
    }
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<Brought, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    files::find(&mut p.db.read().await?, &id).await?.ok_or(Error::NotFound)
}

/// `GET /settings/file/{id}`: what it would change, or that it was taken in.
///
/// # Errors
/// See [`index`].
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    looked_at(&p, &who, &it, false).await
}

async fn looked_at(p: &Platform, who: &Who, it: &Brought, remove: bool) -> Result<Response, Error> {
    if it.taken_at.is_some() {
        return page::taken(p, who, it).await;
    }
    let wanted: Value = serde_json::from_str(&it.text).map_err(Fault::from)?;
    let how = How { dry_run: true, remove };
    let looked = told(super::take(&caller(who, p)?, &wanted, how).await)?;
    page::looked(p, who, it, remove, &looked.map(|taken| taken.lines)).await
}

/// The form of a file that waits.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    remove: String,
    /// What `remove` was when the page was shown.
    looked: String,
    #[serde(rename = "do")]
    wish: String,
}

/// `POST /settings/file/{id}`: looks again, takes it in (`do=take`), or lets go of it (`do=leave`). Only what was shown is
/// taken in: whoever ticked something else since is shown that first.
///
/// # Errors
/// See [`index`].
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let remove = !typed.remove.is_empty();
    match (typed.wish.as_str(), it.taken_at) {
        ("leave", None) => {
            let mut tx = p.begin().await?;
            files::forget(&mut tx, &it.id).await?;
            tx.commit().await?;
            Ok(respond::see(HERE))
        }
        ("take", None) if typed.looked == typed.remove => take_in(&p, &who, &it, remove).await,
        _ => looked_at(&p, &who, &it, remove).await,
    }
}

/// That it was taken in is kept with what it changed, or not at all.
async fn take_in(p: &Platform, who: &Who, it: &Brought, remove: bool) -> Result<Response, Error> {
    let wanted: Value = serde_json::from_str(&it.text).map_err(Fault::from)?;
    let around = p.around().await?;
    let inner = around.platform();
    let mut tx = inner.begin().await?;
    if !files::claim(&mut tx, &it.id).await? {
        // Pressed twice, or left in another window: nothing happens here.
        return Ok(respond::see(&page_of(&it.id)));
    }
    tx.commit().await?;
    let how = How { dry_run: false, remove };
    // Let go of before it is committed: who asks holds on to what is within.
    let done = told(super::take(&caller(who, &inner)?, &wanted, how).await)?;
    match done {
        Ok(taken) => {
            let changes = taken.lines.iter().filter(|line| line.what != super::What::Same).count();
            let changes = i64::try_from(changes).unwrap_or(i64::MAX);
            let mut tx = inner.begin().await?;
            files::take(&mut tx, &it.id, &text(&taken.before), changes).await?;
            tx.commit().await?;
            drop(inner);
            around.commit().await?;
            Ok(respond::see(&page_of(&it.id)))
        }
        Err(wrong) => {
            drop((inner, around));
            page::looked(p, who, it, remove, &Err(wrong)).await
        }
    }
}

/// `GET /settings/file/{id}/before.json`: the settings as they were before it was taken in.
///
/// # Errors
/// See [`index`].
pub async fn before(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let Some(at) = it.taken_at else { return Err(Error::NotFound) };
    let day = at.to_zoned(who.zone.clone()).date();
    Ok(file(&format!("tillit-settings-before-{day}.json"), it.text))
}
