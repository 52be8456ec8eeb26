//! The versions of a text: what changed from one to the next, and bringing one back.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::staff::{self, Who};
use platform::Platform;
use platform::args;
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;

use super::desk::{HERE, page};
use super::{error, language};
use crate::articles::commands;
use crate::articles::model::ArticleId;
use crate::articles::rules::changes::{self, Kind};
use crate::articles::store;

/// Versions that are listed.
const SHOWN: i64 = 100;

/// `?number=3`: what changed with that one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    number: Option<i64>,
}

/// `GET /settings/articles/{id}/{lang}/versions?number=…`.
///
/// # Errors
/// When the reader may not, when there is no such text, or the tables cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path((id, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadArticles)?;
    let id: ArticleId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    store::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let text = store::text(&mut conn, &id, language(&lang)?).await?.ok_or(Error::NotFound)?;
    let all = store::versions(&mut conn, &text.id, SHOWN).await?;
    let staff = staff::colleagues(&mut conn, &Scope::All).await?;
    let number = asked.number.or_else(|| all.first().map(|one| one.number)).unwrap_or_default();
    let chosen = store::version(&mut conn, &text.id, number).await?;
    let before = store::version(&mut conn, &text.id, number.saturating_sub(1)).await?;
    drop(conn);
    let say = &who.say;
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let path = format!("{HERE}/{id}/{lang}");
    let body = html! {
        p { a href=(path) { (say.text("articles-back")) } }
        section.card.col.g-4 aria-label=(say.text("articles-versions")) {
            @if all.is_empty() { p.quiet { (say.text("articles-no-versions")) } }
            ul.col.g-3 {
                @for one in &all {
                    li.row.wrap {
                        a.grow href={ (path) "/versions?number=" (one.number) } aria-current=[(one.number == number).then_some("true")] {
                            (say.with("articles-version", args![n = one.number, date = say.full(one.at, &who.zone)]))
                            @if let Some(by) = one.by.as_ref().and_then(|id| staff.iter().find(|one| one.id == *id)) {
                                " · " (by.name)
                            }
                        }
                        @if writes {
                            form method="post" action={ (path) "/versions/" (one.number) } {
                                button.btn.small aria-label=(say.with("articles-restore-one", args![n = one.number])) {
                                    (say.text("articles-restore"))
                                }
                            }
                        }
                    }
                }
            }
        }
        @if let Some(chosen) = &chosen {
            @let old = before.map(|one| one.draft).unwrap_or_default();
            section.card.col.g-4 lang=(lang) aria-label=(say.text("articles-changes")) {
                h3 { (compared(&old.title, &chosen.draft.title)) }
                p { (compared(&old.summary, &chosen.draft.summary)) }
                pre.wrap { (compared(&old.body, &chosen.draft.body)) }
            }
        }
    };
    page(&p, &who, StatusCode::OK, &text.draft.title, &body).await
}

fn compared(before: &str, now: &str) -> Markup {
    html! {
        @for one in changes::between(before, now) {
            @match one.kind {
                Kind::Same => { (one.text) }
                Kind::Gone => { del { (one.text) } }
                Kind::New => { ins { (one.text) } }
            }
        }
    }
}

/// `POST /settings/articles/{id}/{lang}/versions/{number}`: brings it back as working copy.
///
/// # Errors
/// See [`show`].
pub async fn restore(
    State(p): State<Platform>,
    who: Who,
    Path((id, lang, number)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let article: ArticleId = id.parse().map_err(|_| Error::NotFound)?;
    let number = number.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    commands::restore(&mut tx, &who.actor(), &article, language(&lang)?, number).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}/{id}/{lang}?done=restored")))
}
