//! `/problems`: causes that bring several conversations, those for which most customers wait first; and each on a page of
//! its own (`one.rs`), where it is changed and solved (`doing.rs`).

mod doing;
mod one;
#[cfg(test)]
mod tests;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;
use url::form_urlencoded::byte_serialize;

use super::lens::Lens;
use crate::queries::{self, ProblemPage, ProblemQuery};
use crate::rules::problems as rule;
use crate::{Problem, ProblemState};

pub use doing::{change, create, draft, move_to, remove, solve};
pub use one::show as one;

/// Rows of a page.
const MOST: i64 = 50;
/// Where it is.
pub(super) const HERE: &str = "/problems";

/// Which problems the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `solved`, `all`; those that are not solved without.
    show: String,
    /// Words of their titles.
    q: String,
    /// Where the page begins.
    after: String,
}

impl Asked {
    fn solved(&self) -> Option<bool> {
        match self.show.as_str() {
            "solved" => Some(true),
            "all" => None,
            _ => Some(false),
        }
    }

    /// The address of a list like this one.
    fn address(&self, show: &str) -> String {
        let words: String = byte_serialize(self.q.trim().as_bytes()).collect();
        format!("{HERE}?show={show}&q={words}")
    }
}

/// `GET /problems`.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let query = ProblemQuery { solved: asked.solved(), words: asked.q.clone(), after: asked.after.clone(), most: MOST };
    let page = queries::problems(&mut p.db.read().await?, &scope, &query).await?;
    let lens = Lens::of(&p, &who, &[]);
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, body(lens, &asked, &page)));
    }
    let title = lens.text("problems-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head { div.col.g-1 { h1 tabindex="-1" { (title) } p { (lens.text("problems-lead")) } } }
                (body(lens, &asked, &page))
                @if lens.works { (new(lens, "")) }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// The list; it fetches itself when something changes.
fn body(lens: Lens<'_>, asked: &Asked, page: &ProblemPage) -> Markup {
    let here = asked.address(&asked.show);
    let from = if asked.after.is_empty() { here.clone() } else { format!("{here}&after={}", asked.after) };
    let tab = |show: &str, text: &str| {
        let current = asked.show == show || show.is_empty() && asked.solved() == Some(false);
        html! { a href=(asked.address(show)) aria-current=[current.then_some("page")] { (lens.text(text)) } }
    };
    html! {
        div.col.g-5 #problem-list hx-get=(from) hx-swap="outerMorph" hx-trigger="inbox from:body, resync from:body" {
            div.row.wrap.g-4 {
                nav.seg aria-label=(lens.text("problems-which")) {
                    (tab("", "problems-unsolved")) (tab("solved", "problems-solved")) (tab("all", "problems-all"))
                }
                form.row.g-2 method="get" action=(HERE) role="search" {
                    input type="hidden" name="show" value=(asked.show);
                    label.vh for="problem-q" { (lens.text("problems-search")) }
                    input.input #problem-q type="search" name="q" value=(asked.q) placeholder=(lens.text("problems-search")) autocomplete="off";
                    @let search = lens.text("word-search");
                    button.btn.ghost.icon aria-label=(search) title=(search) { (icon("search")) }
                }
            }
            @if page.rows.is_empty() {
                div.card { div.empty data-tone="accent" { (icon("check")) h2 { (lens.text("problems-none")) } } }
            } @else {
                ul.col.g-3 { @for it in &page.rows { li { (line(lens, it)) } } }
            }
            @if let Some(next) = &page.next { p { a.btn href={ (here) "&after=" (next) } { (lens.text("word-more")) } } }
        }
    }
}

fn line(lens: Lens<'_>, it: &Problem) -> Markup {
    html! {
        div.card.col.g-2 id={ "r-" (it.id) } {
            div.row.wrap.g-3 {
                a.w-550.plain-link.grow href={ (HERE) "/" (it.id) } { (it.of.title) }
                (state(lens, it.state))
            }
            p.sm.quiet { (figures(lens, it)) }
            p.sm.quiet {
                @if it.owner_name.is_empty() { (lens.text("conversation-nobody")) } @else { (it.owner_name) }
                @if !it.department_name.is_empty() { " · " (it.department_name) }
                " · " (lens.time(it.linked_at))
            }
        }
    }
}

/// What it comes to, in one line.
pub(super) fn figures(lens: Lens<'_>, it: &Problem) -> Markup {
    let n = &it.counts;
    html! {
        b { (lens.say.with("problem-waiting", args![count = n.waiting])) }
        " · " (lens.say.with("problem-customers", args![count = n.customers]))
        " · " (lens.say.with("problem-conversations", args![count = n.conversations]))
        @if let Some(share) = rule::unhappy_share(it).filter(|share| *share > 0) {
            " · " (lens.say.with("problem-unhappy", args![share = share.to_string()]))
        }
        @if n.again > 0 { " · " (lens.say.with("problem-again", args![count = n.again])) }
    }
}

/// How far it has come, as a chip.
pub(super) fn state(lens: Lens<'_>, state: ProblemState) -> Markup {
    let (tone, text) = match state {
        ProblemState::Open => ("warn", "problem-open"),
        ProblemState::Working => ("info", "problem-working"),
        ProblemState::Solved => ("ok", "problem-solved"),
    };
    html! { span.chip data-tone=(tone) { (lens.text(text)) } }
}

/// The form that makes one; with the conversation that is linked with it at once, if it is about one.
pub(super) fn new(lens: Lens<'_>, title: &str) -> Markup {
    html! {
        form.card.row.wrap.g-3 method="post" action=(HERE) {
            label.vh for="problem-title" { (lens.text("problem-title")) }
            input.input.grow #problem-title name="title" required maxlength=(rule::TITLE_MAX) value=(title) autocomplete="off"
                placeholder=(lens.text("problem-title"));
            button.btn.primary { (icon("plus")) (lens.text("problem-make")) }
        }
    }
}
