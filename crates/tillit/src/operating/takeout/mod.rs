//! The whole business as a packed file, from the desk: a page of the settings for owners, the same for programs, and the
//! line above every page once it is there. Writing and keeping it are the platform's.

pub mod api;
mod page;
#[cfg(test)]
pub(crate) mod tests;

use std::path::Path as FilePath;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
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
use serde::Deserialize;

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

/// What the page was called with.
#[derive(Default, Deserialize)]
pub struct Asked {
    proved: Option<String>,
}

/// `GET /settings/takeout`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let actor = who.actor();
    let _all = allowed(&actor, Action::MoveBusiness)?;
    let news = takeout::news(&mut p.db.read().await?, &actor).await?;
    if news.is_some() {
        let mut tx = p.begin().await?;
        takeout::seen(&mut tx, &actor).await?;
        tx.commit().await?;
    }
    let said = asked.proved.is_some().then_some(page::Said::Proved);
    page::whole(&p, &who, StatusCode::OK, None, said).await
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
            let said = Some(page::Said::Running);
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

/// One that can be fetched.
async fn there(p: &Platform, who: &Who, id: &str) -> Result<Takeout, Error> {
    let it = takeout::load(&mut p.db.read().await?, &who.actor(), &number(id)?).await?;
    if it.state == Stage::Done { Ok(it) } else { Err(Error::NotFound) }
}

/// `GET /settings/takeout/{id}/prove`: asks who wants to fetch one to prove that it is they.
///
/// # Errors
/// See [`show`].
pub async fn ask(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let it = there(&p, &who, &id).await?;
    page::proving(&p, &who, StatusCode::OK, &it.id, None).await
}

/// `POST /settings/takeout/{id}/prove`: from then on what is packed can be fetched for a while.
///
/// # Errors
/// See [`show`].
pub async fn prove(
    State(p): State<Platform>,
    who: Who,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    Path(id): Path<String>,
    Form(proof): Form<Proof>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let it = there(&p, &who, &id).await?;
    match proof::judge(&p, &who, &throttle, peer, &proof).await? {
        None => Ok(respond::see(&format!("{HERE}?proved=1"))),
        wrong => page::proving(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, &it.id, wrong).await,
    }
}

/// `GET /settings/takeout/{id}/file`: the file, or the rest of it, for who proved lately that it is they. Whoever else
/// has the session, at an unlocked computer or by theft, is asked first.
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
    let it = there(&p, &who, &id).await?;
    let needs = proof::needs(&mut p.db.read().await?, &who).await?;
    if !proof::is_lately(&p, &who, needs) {
        // Who goes on with what broke off would take the page for the rest of the file.
        if headers.contains_key(header::RANGE) {
            return Err(Error::Forbidden);
        }
        return Ok(respond::see(&format!("{HERE}/{}/prove", it.id)));
    }
    fetched(&p, &who.actor(), &it.id, &headers).await?.ok_or(Error::NotFound)
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
