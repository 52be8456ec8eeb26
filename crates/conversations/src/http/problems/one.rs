//! One problem: what is known, what prevents it, whom it concerns, who was told, and what happened to it.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, allowed};
use maud::{Markup, html};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::chips;
use super::super::colleagues;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::{HERE, figures, state};
use crate::queries::{self, ProblemRow, ProblemRows};
use crate::rules::filling::Variable;
use crate::rules::problems as rule;
use crate::rules::states::{Refusal, TEXT_MAX};
use crate::{Happening, Problem, ProblemId, ProblemState, ProblemTelling, ProblemTold, settings};

/// Conversations of a page.
const MOST: i64 = 50;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Where the page of conversations begins.
    after: String,
}

/// What was typed and cannot be kept, with why.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Why.
    pub refusal: Refusal,
    /// The problem as it was typed.
    pub typed: Problem,
}

/// Everything on the page.
struct Shown {
    it: Problem,
    rows: ProblemRows,
    telling: ProblemTelling,
    history: Vec<Happening>,
    staff: Vec<Colleague>,
    departments: Vec<Department>,
    house: Language,
}

/// `GET /problems/{id}`.
///
/// # Errors
/// When the reader may not, there is no such problem, or the database cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id: ProblemId = id.parse().map_err(|_| Error::NotFound)?;
    page(&p, &who, &id, &asked.after, None).await
}

/// The page; with what was refused, if something was.
pub(super) async fn page(
    p: &Platform,
    who: &Who,
    id: &ProblemId,
    after: &str,
    wrong: Option<Wrong>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    let it = queries::problem(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let rows = queries::problem_rows(&mut conn, &scope, &it, after, MOST).await?;
    let telling = queries::problem_telling(&mut conn, &it).await?;
    let history = queries::problem_history(&mut conn, id).await?;
    let staff = colleagues(&mut conn, who, now).await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none() || it.of.department.as_ref() == Some(&one.id));
    let house = settings::business(&mut conn).await?.language;
    drop(conn);
    let shown = Shown { it, rows, telling, history, staff, departments, house };
    let lens = Lens::of(p, who, &[]);
    let title = shown.it.of.title.clone();
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane { (body(lens, &shown, wrong.as_ref())) }
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

fn body(lens: Lens<'_>, shown: &Shown, wrong: Option<&Wrong>) -> Markup {
    let it = &shown.it;
    let typed = wrong.map_or(it, |wrong| &wrong.typed);
    html! {
        div.page #problem-page {
            header.page-head {
                a.btn.ghost.icon href=(HERE) data-key="Escape" aria-label=(lens.text("problems-title")) { (icon("back")) }
                div.col.g-1 { h1 tabindex="-1" { (it.of.title) } p { (figures(lens, it)) } }
                div.row.acts { (state(lens, it.state)) @if lens.works { (moves(lens, it)) } }
            }
            @if let Some(wrong) = wrong {
                div.callout data-tone="bad" role="alert" { (icon("alert")) p { (lens.text(wrong.refusal.message())) } }
            }
            @if lens.works { (form(lens, typed, shown)) } @else { (known(lens, it)) }
            @if lens.works { (solution(lens, typed, shown)) }
            @if it.solved_at.is_some() { (told(lens, shown)) }
            (conversations(lens, shown))
            (history(lens, shown))
            @if lens.works {
                form method="post" action={ (HERE) "/" (it.id) "/remove" } hx-boost="false" {
                    button.btn.ghost.small { (icon("x")) (lens.text("problem-remove")) }
                }
            }
        }
    }
}

/// To be at it, or to open it again.
fn moves(lens: Lens<'_>, it: &Problem) -> Markup {
    let (to, text) = match it.state {
        ProblemState::Open => ("working", "problem-begin"),
        ProblemState::Working => ("open", "problem-leave"),
        ProblemState::Solved => ("open", "problem-reopen"),
    };
    html! {
        form method="post" action={ (HERE) "/" (it.id) "/state" } {
            button.btn.small name="to" value=(to) { (lens.text(text)) }
        }
    }
}

/// What is known, for who only reads.
fn known(lens: Lens<'_>, it: &Problem) -> Markup {
    html! {
        section.card.col.g-4 {
            h2 { (lens.text("problem-known")) }
            @if it.of.known.is_empty() { p.quiet { (lens.text("problem-known-none")) } } @else { p.pre { (it.of.known) } }
            @if !it.of.prevention.is_empty() {
                h3 { (lens.text("problem-prevention")) }
                p.pre { (it.of.prevention) }
                p.sm.quiet {
                    (it.preventer_name) " "
                    @if it.of.prevented { (lens.text("problem-prevented")) }
                }
            }
        }
    }
}

/// Everything that is said of it.
fn form(lens: Lens<'_>, it: &Problem, shown: &Shown) -> Markup {
    let of = &it.of;
    let who = |name: &str, chosen: Option<&people::StaffId>, called: &str| {
        let there = shown.staff.iter().any(|one| Some(&one.id) == chosen);
        html! {
            select.input id={ "problem-" (name) } name=(name) {
                option value="" selected[chosen.is_none()] { (lens.text("conversation-nobody")) }
                @if let Some(gone) = chosen.filter(|_| !there) { option value=(gone) selected { (called) } }
                @for one in &shown.staff { option value=(one.id) selected[Some(&one.id) == chosen] { (one.name) } }
            }
        }
    };
    html! {
        form.card.col.g-5 method="post" action={ (HERE) "/" (shown.it.id) } {
            div.field {
                label for="problem-title" { (lens.text("problem-title")) }
                input.input #problem-title name="title" required maxlength=(rule::TITLE_MAX) value=(of.title) autocomplete="off";
            }
            div.field {
                label for="problem-known" { (lens.text("problem-known")) }
                textarea.input #problem-known name="known" rows="5" maxlength=(rule::KNOWN_MAX) { (of.known) }
            }
            div.row.wrap.g-5 {
                div.field {
                    label for="problem-owner" { (lens.text("problem-owner")) }
                    (who("owner", of.owner.as_ref(), &it.owner_name))
                }
                div.field {
                    label for="problem-department" { (lens.text("conversation-department")) }
                    select.input #problem-department name="department" {
                        option value="" selected[of.department.is_none()] { (lens.text("problem-everywhere")) }
                        @for one in &shown.departments {
                            option value=(one.id) selected[of.department.as_ref() == Some(&one.id)] { (one.name) }
                        }
                    }
                }
            }
            div.field {
                label for="problem-prevention" { (lens.text("problem-prevention")) }
                textarea.input #problem-prevention name="prevention" rows="2" maxlength=(rule::KNOWN_MAX) { (of.prevention) }
            }
            div.row.wrap.g-5 {
                div.field {
                    label for="problem-preventer" { (lens.text("problem-preventer")) }
                    (who("preventer", of.preventer.as_ref(), &it.preventer_name))
                }
                label.check {
                    input type="checkbox" name="prevented" value="1" checked[of.prevented];
                    span { (lens.text("problem-prevented")) }
                }
            }
            div.row { button.btn.primary { (icon("check")) (lens.text("word-save")) } }
        }
    }
}

/// What everybody who waits is told, in each language.
fn solution(lens: Lens<'_>, it: &Problem, shown: &Shown) -> Markup {
    let solved = shown.it.state.is_solved();
    let mut languages = Language::ALL;
    // That of the business first: most are written in it.
    languages.sort_by_key(|one| *one != shown.house);
    html! {
        details.card.fold open[!it.answers.is_empty() && !solved] {
            summary { (icon("right")) (lens.text(if solved { "problem-answers" } else { "problem-solve" })) }
            form.col.g-5.mt method="post" action={ (HERE) "/" (shown.it.id) "/solution" } {
                p.soft { (lens.say.with("problem-solve-lead", args![count = shown.it.counts.waiting])) }
                p.hint {
                    (lens.text("several-variables"))
                    @for one in Variable::ALL { " " code { "{{" (one.code()) "}}" } }
                }
                @for language in languages {
                    div.field {
                        label for={ "answer-" (language.code()) } lang=(language.code()) { (language.own_name()) }
                        textarea.input id={ "answer-" (language.code()) } name={ "text-" (language.code()) } rows="4"
                            maxlength=(TEXT_MAX) lang=(language.code()) {
                            (it.answers.get(&language).map(String::as_str).unwrap_or_default())
                        }
                    }
                }
                div.row {
                    button.btn.primary { (icon("check")) (lens.text(if solved { "problem-answers-save" } else { "problem-solve-now" })) }
                }
            }
        }
    }
}

/// Who was told, who not yet.
fn told(lens: Lens<'_>, shown: &Shown) -> Markup {
    let n = shown.telling;
    html! {
        section.card.col.g-4 #problem-told {
            h2 { (lens.text("problem-told-title")) }
            div.row.wrap.g-6 {
                div.stat { b { (n.told) } span { (lens.text("problem-told-told")) } }
                div.stat { b { (n.drafted) } span { (lens.text("problem-told-drafted")) } }
                div.stat { b { (n.not_yet) } span { (lens.text("problem-told-not-yet")) } }
            }
            p.soft { (lens.text("problem-told-lead")) }
            @if lens.works && shown.it.state.is_solved() && n.not_yet > 0 {
                form method="post" action={ (HERE) "/" (shown.it.id) "/drafts" } {
                    button.btn.small { (icon("edit")) (lens.text("problem-draft")) }
                }
            }
        }
    }
}

fn conversations(lens: Lens<'_>, shown: &Shown) -> Markup {
    html! {
        section.col.g-4 {
            h2 { (lens.text("file-conversations")) }
            @if shown.rows.rows.is_empty() { p.quiet { (lens.text("problem-conversations-none")) } } @else {
                ul.col.g-3 { @for row in &shown.rows.rows { li.row.wrap.g-3 { (line(lens, row, shown)) } } }
            }
            @if let Some(next) = &shown.rows.next {
                p { a.btn href={ (HERE) "/" (shown.it.id) "?after=" (next) } { (lens.text("word-more")) } }
            }
        }
    }
}

fn line(lens: Lens<'_>, row: &ProblemRow, shown: &Shown) -> Markup {
    let it = &row.row.conversation;
    let language = it.language.map(Language::code);
    // In another language than theirs, since there is no text in it.
    let other = row.link.language.filter(|one| it.language.is_some() && Some(*one) != it.language);
    let at = if row.told == Some(ProblemTold::Drafted) { "#shared-drafts" } else { "" };
    html! {
        span.sm { (row.row.person_name) }
        a.plain-link.cut.grow href={ "/conversations/" (it.id) (at) } lang=[language] { "#" (it.number) " " (subject(lens, &it.subject)) }
        span.row.g-3 {
            @if row.link.again { span.chip data-tone="warn" { (icon("repeat")) (lens.text("problem-came-back")) } }
            @if let Some(other) = other.filter(|_| row.told == Some(ProblemTold::Drafted)) {
                span.chip.line { (lens.say.with("problem-other-language", args![language = other.own_name()])) }
            }
            @if let Some(told) = row.told.filter(|told| row.waiting || *told != ProblemTold::NotYet) { (chip(lens, told)) }
            (chips::state(lens, it))
            form method="post" action={ "/conversations/" (it.id) "/problems" } {
                input type="hidden" name="back" value="problem";
                input type="hidden" name="problem" value=(shown.it.id);
                @let text = lens.say.with("problem-unlink", args![number = it.number.to_string()]);
                button.btn.ghost.small.icon name="act" value="unlink" aria-label=(text) title=(text) { (icon("x")) }
            }
        }
    }
}

fn chip(lens: Lens<'_>, told: ProblemTold) -> Markup {
    let (tone, text) = match told {
        ProblemTold::Told => ("ok", "problem-told-told"),
        ProblemTold::Drafted => ("info", "problem-told-drafted"),
        ProblemTold::NotYet => ("warn", "problem-told-not-yet"),
    };
    html! { span.chip data-tone=(tone) { (lens.text(text)) } }
}

fn history(lens: Lens<'_>, shown: &Shown) -> Markup {
    let who = |actor: &str| {
        let id = actor.strip_prefix("staff:")?;
        shown.staff.iter().find(|one| one.id.as_str() == id).map(|one| one.name.clone())
    };
    html! {
        details.fold {
            summary { (icon("right")) (lens.text("problem-history")) }
            ul.col.g-2 {
                @for event in shown.history.iter().rev() {
                    li.event { span { (lens.say.sentence(&event.sentence)) } @if let Some(who) = who(&event.actor) { " " b { (who) } } " " (lens.time(event.at)) }
                }
            }
        }
    }
}

#[cfg(test)]
pub(super) fn sample(lens: Lens<'_>, it: Problem, rows: Vec<ProblemRow>, wrong: Option<Refusal>) -> String {
    let wrong = wrong.map(|refusal| Wrong { refusal, typed: it.clone() });
    let rows = ProblemRows { rows, next: Some("1.cnv_x".into()) };
    let telling = ProblemTelling { told: 1, drafted: 2, not_yet: 3 };
    let (staff, departments, history) = (vec![], vec![], vec![]);
    let shown = Shown { it, rows, telling, history, staff, departments, house: Language::Nb };
    body(lens, &shown, wrong.as_ref()).into_string()
}
