//! Settings → Conversations from elsewhere: the page that takes a file, what would become of it, how far it is, its
//! report.

mod pages;
mod report;

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::{Failure, Moving, MovingId, Refusal, State as Stage, Upload};

const HERE: &str = "/settings/moving";
/// Largest body with a file in it.
pub const BODY_MAX: usize = super::FILE_MAX + 64 * 1024;
/// Longest name of a system in a form.
const FIELD_MAX: usize = 400;

/// Where one file has its page.
fn page_of(id: &MovingId) -> String {
    format!("{HERE}/{id}")
}

/// `GET /settings/moving`: the form for a file, and those that came before.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn index(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    pages::bringing(&p, &who, None, "").await
}

/// `POST /settings/moving` (multipart, `source`, `file`): takes a file, and goes to its page. Nothing is written of it yet.
///
/// # Errors
/// See [`index`].
pub async fn create(who: Who, State(p): State<Platform>, mut form: Multipart) -> Result<Response, Error> {
    let actor = who.actor();
    let _all = allowed(&actor, Action::MoveBusiness)?;
    let mut source = String::new();
    while let Some(mut part) = form.next_field().await.map_err(|error| broken(&error))? {
        if part.name() == Some("source") {
            while let Some(bytes) = part.chunk().await.map_err(|error| broken(&error))? {
                if source.len() < FIELD_MAX {
                    source.push_str(&String::from_utf8_lossy(&bytes));
                }
            }
            continue;
        }
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or_default().to_owned();
        let mut upload = Upload::begin(&p, &actor, &name, &source).await?;
        let taken = loop {
            match part.chunk().await {
                Ok(None) => break upload.end(None).await,
                Ok(Some(bytes)) => {
                    if let Err(failure) = upload.push(&bytes).await {
                        break Err(failure);
                    }
                }
                Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => break Err(Refusal::TooLarge.into()),
                Err(error) => return Err(broken(&error)),
            }
        };
        return match taken {
            Ok(it) => Ok(respond::see(&page_of(&it.id))),
            Err(Failure::Refused(refusal)) => pages::bringing(&p, &who, Some(refusal), &source).await,
            Err(failure) => Err(failure.into()),
        };
    }
    pages::bringing(&p, &who, Some(Refusal::Empty), &source).await
}

fn broken(error: &MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<Moving, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    Ok(super::load(&mut p.db.read().await?, &who.actor(), &id).await?)
}

/// `GET /settings/moving/{id}`.
///
/// # Errors
/// See [`index`].
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    pages::one(&p, &who, &it, None).await
}

/// The form of a file that waits.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    source: String,
    #[serde(rename = "do")]
    wish: String,
}

/// `POST /settings/moving/{id}`: says what the other system is called; with `do=start` begins.
///
/// # Errors
/// See [`index`].
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (it, actor) = (found(&p, &who, &id).await?, who.actor());
    let mut tx = p.begin().await?;
    let mut done = super::name(&mut tx, &actor, &it.id, &typed.source).await;
    if done.is_ok() && typed.wish == "start" {
        done = super::start(&mut tx, &actor, &it.id).await;
    }
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&page_of(&it.id)))
        }
        Err(Failure::Refused(refusal)) => {
            drop(tx);
            pages::one(&p, &who, &it, Some(refusal)).await
        }
        Err(failure) => Err(failure.into()),
    }
}

/// `POST /settings/moving/{id}/stop`: stops before the end, or lets go of a file that has not begun.
///
/// # Errors
/// See [`index`].
pub async fn stop(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let mut tx = p.begin().await?;
    super::stop(&mut tx, &who.actor(), &it.id).await?;
    tx.commit().await?;
    Ok(respond::see(if it.state == Stage::Waiting { HERE.to_owned() } else { page_of(&it.id) }.as_str()))
}

/// `GET /settings/moving/{id}/report.csv`: what became of every record.
///
/// # Errors
/// See [`index`].
pub async fn report_csv(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let text = report::csv(&p, &who.actor(), &who.say, &it).await?;
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"import-report.csv\"")),
    ];
    let mut answer = (head, text).into_response();
    respond::seal(&mut answer);
    Ok(answer)
}

pub use report::csv;
