//! The whole business as a packed file, from the desk: a page of the settings for owners, the same for programs, and the
//! line above every page once it is there. Writing and keeping it are the platform's.

pub mod api;
mod page;
#[cfg(test)]
pub(crate) mod tests;

use std::path::Path as FilePath;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Action, Actor, allowed};
use maud::{Markup, html};
use people::http::proof::{self, Proof, Wrong};
use people::staff::Who;
use platform::backup::takeout::{self, JOB, LANE, SWEEP, State as Stage, Takeout, TakeoutId};
use platform::i18n::Say;
use platform::jobs::Workers;
use platform::throttle::Throttle;
use platform::web::assets::icon;
use platform::web::desk::{Later, NoticeSource};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::respond;
use platform::web::sending::{self, Sent};
use platform::{Platform, Result};

const HERE: &str = "/settings/takeout";

/// Adds the lane in which they are written, and who takes their files away.
pub fn workers(workers: Workers) -> Workers {
    let workers = workers.handle(SWEEP, takeout::sweep);
    workers.lane(LANE, 1).handle(JOB, |p, job| takeout::perform(p, job, crate::open::LEFT_OUT, free))
}

/// What is free on the disk that a folder lies on.
fn free(folder: &FilePath) -> Option<u64> {
    rustix::fs::statvfs(folder).ok().map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// The line above every page once one is whole, has failed, or is gone because somebody was erased, for whoever asked for
/// it, until they have looked.
pub struct TakeoutNews;

impl NoticeSource for TakeoutNews {
    fn notices<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say) -> Later<'a, Vec<Markup>> {
        Box::pin(async move {
            if allowed(actor, Action::MoveBusiness).is_err() {
                return Ok(Vec::new());
            }
            let news = takeout::news(&mut p.db.read().await?, actor).await?;
            Ok(news.map(|it| line(say, &it)).into_iter().collect())
        })
    }
}

fn line(say: &Say, it: &Takeout) -> Markup {
    let (tone, sign, text) = match it.state {
        Stage::Failed => ("bad", "alert", "takeout-news-failed"),
        Stage::Removed => ("warn", "alert", "takeout-news-gone"),
        _ => ("ok", "check", "takeout-news-done"),
    };
    html! {
        div.callout data-tone=(tone) role="status" {
            (icon(sign))
            p { b { (say.text(text)) } " " a href=(HERE) { (say.text("takeout-news-open")) } }
        }
    }
}

fn number(id: &str) -> Result<TakeoutId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /settings/takeout`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all here.
pub async fn show(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let actor = who.actor();
    let _all = allowed(&actor, Action::MoveBusiness)?;
    let news = takeout::news(&mut p.db.read().await?, &actor).await?;
    if news.is_some() {
        let mut tx = p.begin().await?;
        takeout::seen(&mut tx, &actor).await?;
        tx.commit().await?;
    }
    page::whole(&p, &who, StatusCode::OK, None, None).await
}

/// `POST /settings/takeout`: begins one, for who proves that it is they.
///
/// # Errors
/// See [`show`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    Form(proof): Form<Proof>,
) -> Result<Response, Error> {
    let actor = who.actor();
    let _all = allowed(&actor, Action::MoveBusiness)?;
    let wrong: Option<Wrong> = proof::judge(&p, &who, &throttle, peer, &proof).await?;
    if wrong.is_some() {
        return page::whole(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, wrong, None).await;
    }
    let mut tx = p.begin().await?;
    match takeout::begin(&mut tx, &actor).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(respond::see(HERE))
        }
        Err(takeout::Failure::Running) => {
            drop(tx);
            let said = Some("takeout-running-already");
            page::whole(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, None, said).await
        }
        Err(failure) => Err(failure.into()),
    }
}

/// `POST /settings/takeout/{id}/remove`: lets go of one, or stops it.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let mut tx = p.begin().await?;
    takeout::remove(&mut tx, &who.actor(), &number(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see(HERE))
}

/// `GET /settings/takeout/{id}/file`: the file, or the rest of it.
///
/// # Errors
/// See [`show`].
pub async fn file(
    State(p): State<Platform>,
    who: Who,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    fetched(&p, &who.actor(), &number(&id)?, &headers).await?.ok_or(Error::NotFound)
}

/// The file of one, or a part of it; none when it is not where it was put. Who fetches it is noted, whatever part they
/// ask for: a byte left out is no reason not to know.
async fn fetched(
    p: &Platform,
    actor: &Actor,
    id: &TakeoutId,
    headers: &HeaderMap,
) -> Result<Option<Response>, takeout::Failure> {
    let it = takeout::load(&mut p.db.read().await?, actor, id).await?;
    if it.state != Stage::Done {
        return Err(takeout::Failure::NotThere);
    }
    let (path, name) = (takeout::path(&p.blobs, &it), it.name());
    let sent = Sent { path: &path, name: &name, kind: "application/zip", digest: &it.digest };
    let Some(answer) = sending::send(headers, sent).await? else { return Ok(None) };
    let mut tx = p.begin().await?;
    takeout::downloaded(&mut tx, actor, id).await?;
    tx.commit().await?;
    Ok(Some(answer))
}
