//! What customers said of oneself, on a page of one's own. It is nobody else's, and ranks nobody.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::clock::{from_micros, to_micros};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use serde::Deserialize;

use super::error;
use super::inbox::subject;
use super::lens::Lens;
use crate::commands;
use crate::queries::{self, BehindPraise, Praise};

/// Rows of a page.
const MOST: i64 = 30;
/// Characters of what is shown of one.
const SHOWN: usize = 600;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Behind which it goes on.
    after: String,
}

impl Asked {
    fn behind(&self) -> Option<BehindPraise> {
        let (at, id) = self.after.split_once('.')?;
        Some((from_micros(at.parse().ok()?), id.parse().ok()?))
    }
}

/// `GET /praise`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for both here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let found = queries::praise_of(&mut conn, &scope, &who.staff.id, asked.behind().as_ref(), MOST).await?;
    drop(conn);
    let (all, next) = found;
    let lens = Lens::of(&p, &who, &[]);
    let title = lens.text("praise-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { (lens.text("praise-lead")) } }
                }
                @if all.is_empty() && next.is_none() {
                    div.card { div.empty data-tone="accent" {
                        (icon("bulb"))
                        h2 { (lens.text("praise-none")) }
                        p { (lens.text("praise-none-lead")) }
                    } }
                } @else {
                    ul.col.g-5 aria-label=(title) { @for one in &all { (line(lens, one)) } }
                }
                @if let Some((at, id)) = next {
                    p.row.centre-x { a.btn href={ "/praise?after=" (to_micros(at)) "." (id) } { (lens.text("word-more")) } }
                }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

fn line(lens: Lens<'_>, one: &Praise) -> Markup {
    let it = &one.conversation;
    html! {
        li.card.col.g-3 {
            blockquote lang=[it.language.map(base::Language::code)] { (one.words.chars().take(SHOWN).collect::<String>()) }
            div.row.wrap.g-4.sm {
                b { (one.customer) }
                a href={ "/conversations/" (it.id) } { "#" (it.number) " " (subject(lens, &it.subject)) }
                (lens.quiet_time(one.at))
                form.push method="post" action={ "/praise/" (one.message) "/no" } {
                    button.btn.ghost.small { (lens.text("praise-no")) }
                }
            }
        }
    }
}

/// `POST /praise/{message}/no`: it is none.
///
/// # Errors
/// See [`show`]; not found when it never was.
pub async fn no(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    commands::not_praise(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see("/praise"))
}
