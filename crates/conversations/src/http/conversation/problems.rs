//! The causes that a conversation has in common with others: shown beside it, found among all problems or made, and
//! taken away.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::super::problems as pages;
use super::refused;
use crate::commands::{self, Answer, CommandError};
use crate::queries::{self, ProblemQuery, Thread};
use crate::rules::problems::TITLE_MAX;
use crate::rules::states::Refusal;
use crate::{Conversation, ConversationId, Problem, ProblemId, ProblemText};

/// Problems that are offered at once.
const OFFERED: i64 = 20;

/// The causes, in the file of the conversation, and the way to find another.
pub(super) fn section(lens: Lens<'_>, thread: &Thread) -> Markup {
    let id = &thread.conversation.id;
    let text = lens.text("problem-same-cause");
    html! {
        section #problems {
            header {
                h2 { (lens.text("problems-title")) }
                a.btn.ghost.small.icon.push href={ "/conversations/" (id) "/problems" } aria-label=(text) title=(text) { (icon("plus")) }
            }
            @if !thread.problems.is_empty() {
                ul.col.g-4 { @for it in &thread.problems { li { (line(lens, id, it)) } } }
            }
        }
    }
}

fn line(lens: Lens<'_>, id: &ConversationId, it: &Problem) -> Markup {
    let remove = lens.say.with("problem-not-this", args![title = &it.of.title]);
    html! {
        div.row.g-3 {
            a.plain-link.cut.grow href={ "/problems/" (it.id) } { (it.of.title) }
            (pages::state(lens, it.state))
            form method="post" action={ "/conversations/" (id) "/problems" } {
                input type="hidden" name="problem" value=(it.id);
                button.btn.ghost.small.icon name="act" value="unlink" aria-label=(remove) title=(remove) { (icon("x")) }
            }
        }
        p.xs.quiet { (lens.say.with("problem-waiting", args![count = it.counts.waiting])) }
        @if !it.of.known.is_empty() { details.fold { summary.xs { (lens.text("problem-known")) } p.sm.pre { (it.of.known) } } }
    }
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Words of titles.
    q: String,
}

/// `GET /conversations/{id}/problems`: problems that may be the cause of it, those for which most wait first.
///
/// # Errors
/// When the reader may not, or there is no such conversation; so for both handlers here.
pub async fn pick(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let own = queries::problems_of(&mut conn, &scope, &id).await?;
    let query = ProblemQuery { words: asked.q.clone(), most: OFFERED, ..ProblemQuery::default() };
    let mut found = queries::problems(&mut conn, &scope, &query).await?.rows;
    drop(conn);
    found.retain(|one| own.iter().all(|linked| linked.id != one.id));
    let lens = Lens::of(&p, &who, &[]);
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, offered(lens, &id, &found)));
    }
    let title = lens.text("problem-same-cause");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane { (choose(lens, &it, &asked, &found)) }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

fn choose(lens: Lens<'_>, it: &Conversation, asked: &Asked, found: &[Problem]) -> Markup {
    let here = format!("/conversations/{}/problems", it.id);
    html! {
        div.page {
            header.page-head {
                a.btn.ghost.icon href={ "/conversations/" (it.id) } data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
                div.col.g-1 {
                    h1 tabindex="-1" { (lens.text("problem-same-cause")) }
                    p { "#" (it.number) " " (subject(lens, &it.subject)) }
                }
            }
            form.row.g-2 method="get" action=(here) role="search" {
                label.vh for="problem-q" { (lens.text("problems-search")) }
                input.input.grow #problem-q type="search" name="q" value=(asked.q) placeholder=(lens.text("problems-search"))
                    autocomplete="off" hx-get=(here) hx-trigger="input changed delay:200ms" hx-target="#problem-offers" hx-swap="outerHTML";
                button.btn { (icon("search")) (lens.text("word-search")) }
            }
            (offered(lens, &it.id, found))
            @if lens.works {
                form.card.row.wrap.g-3 method="post" action=(here) {
                    label.vh for="problem-title" { (lens.text("problem-title")) }
                    input.input.grow #problem-title name="title" required maxlength=(TITLE_MAX) value=(asked.q) autocomplete="off"
                        placeholder=(lens.text("problem-title"));
                    button.btn.primary name="act" value="make" { (icon("plus")) (lens.text("problem-make")) }
                }
            }
        }
    }
}

fn offered(lens: Lens<'_>, id: &ConversationId, found: &[Problem]) -> Markup {
    html! {
        div #problem-offers aria-live="polite" {
            @if found.is_empty() { p.quiet { (lens.text("problems-none")) } } @else {
                form method="post" action={ "/conversations/" (id) "/problems" } {
                    input type="hidden" name="act" value="link";
                    ul.col.g-3 {
                        @for one in found {
                            li.card.row.wrap.g-3 {
                                div.col.g-1.grow { a.plain-link.w-550 href={ "/problems/" (one.id) } { (one.of.title) } span.sm.quiet { (pages::figures(lens, one)) } }
                                (pages::state(lens, one.state))
                                button.btn.small name="problem" value=(one.id) { (icon("link")) (lens.text("problem-this")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    act: String,
    problem: String,
    title: String,
    back: String,
}

/// `POST /conversations/{id}/problems`: `act` is `link` or `unlink` with `problem`, or `make` with `title`.
///
/// # Errors
/// See [`pick`].
pub async fn problems(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match done(&p, &who, &id, &typed).await {
        Ok(Some(problem)) if typed.back == "problem" => Ok(respond::see(&format!("/problems/{problem}"))),
        Ok(_) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

async fn done(p: &Platform, who: &Who, id: &ConversationId, typed: &Typed) -> Answer<Option<ProblemId>> {
    let actor = who.actor();
    let problem = || typed.problem.parse::<ProblemId>().map_err(|_| CommandError::from(Refusal::NoSuchProblem));
    match typed.act.as_str() {
        "unlink" => {
            let problem = problem()?;
            commands::unlink_problem(p, &actor, id, &problem).await?;
            Ok(Some(problem))
        }
        "make" => {
            let of = ProblemText { title: typed.title.clone(), ..ProblemText::default() };
            let made = commands::make_problem_of(p, &actor, id, of).await?;
            Ok(Some(made))
        }
        _ => {
            let problem = problem()?;
            commands::link_problem(p, &actor, id, &problem).await?;
            Ok(Some(problem))
        }
    }
}
