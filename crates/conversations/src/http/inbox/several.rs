//! Several conversations that were chosen in a list, on a page of their own: writing to all of them, macros, merging,
//! and whatever has no room in the bar. Of each is said whether it was done, and a text is never lost.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::department::Department;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::conversation::ending;
use super::super::lens::Lens;
use super::super::undoing;
use super::bulk::{MOST, Outcome};
use super::{joining, subject};
use crate::commands::{self, CommandError, Several};
use crate::queries::ProblemQuery;
use crate::rules::filling::Variable;
use crate::rules::states::{AfterReply, REASON_MAX, Refusal, TEXT_MAX};
use crate::{Conversation, Ending, Macro, Problem, StepId, queries};

/// Problems that are offered: those for which most wait.
const PROBLEMS: i64 = 50;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The numbers of the conversations, with dots between them.
    n: String,
    /// The list that they were chosen in.
    back: String,
    /// The number of the one that the others are to become part of: how they would read then is shown.
    into: String,
}

/// The fields; each form has its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    n: String,
    back: String,
    act: String,
    body: String,
    then: String,
    department: String,
    reason: String,
    outcome: String,
    #[serde(rename = "macro")]
    used: String,
    into: String,
    problem: String,
}

impl Typed {
    /// What is to be done; nothing for what nobody asks for.
    fn read(&self) -> Option<Several> {
        Some(match self.act.as_str() {
            "reply" => Several::Reply(
                self.body.clone(),
                match self.then.as_str() {
                    "open" => AfterReply::StayOpen,
                    "solve" => AfterReply::Solve,
                    _ => AfterReply::Wait,
                },
            ),
            "note" => Several::Note(self.body.clone()),
            "department" => Several::HandTo(self.department.parse().ok()),
            "close" => Several::Close(
                Some(self.reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
                ending::stated(&self.outcome, ""),
            ),
            "reopen" => Several::Reopen,
            "delete" => Several::Delete,
            "macro" => Several::Macro(self.used.parse().ok()?),
            "merge" => Several::MergeInto(joining::number(&self.into)?),
            "problem" => Several::Problem(self.problem.parse().ok()?),
            _ => return None,
        })
    }

    /// The list to go back to.
    fn list(&self) -> &str {
        if self.back.starts_with("/inbox?") { &self.back } else { "/inbox?" }
    }

    /// Where one goes once all is done. Who did not come from a list goes on in the one that stays.
    fn done(&self, what: &Several, outcome: &Outcome) -> String {
        match what {
            Several::MergeInto(number) if !self.back.starts_with("/inbox?") => format!("/c/{number}"),
            _ => format!("{}&{}", self.list(), outcome.query()),
        }
    }
}

/// The conversations of these numbers that the reader may work on.
async fn chosen(p: &Platform, scope: &Scope, numbers: &str) -> Result<Vec<Conversation>, Error> {
    let mut conn = p.db.read().await?;
    let mut found = Vec::new();
    for number in numbers.split('.').filter_map(|number| number.parse().ok()).take(MOST) {
        found.extend(queries::by_number(&mut conn, scope, number).await?);
    }
    Ok(found)
}

/// `GET /inbox/several`. With `into` it shows how the chosen ones would read as part of that one.
///
/// # Errors
/// When the reader may not, or the database cannot be used; so for both handlers here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let typed = Typed { n: asked.n, back: asked.back, into: asked.into, ..Typed::default() };
    if typed.into.trim().is_empty() { page(&p, &who, &typed, None).await } else { look(&p, &who, &typed).await }
}

/// `POST /inbox/several`: `n`, and what is to be done with each by `act`.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(mut typed): Form<Typed>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let Some(what) = typed.read() else { return page(&p, &who, &typed, None).await };
    let (mut outcome, step, mut undoable) = (Outcome::default(), commands::new_step(&p), false);
    for one in chosen(&p, &scope, &typed.n).await? {
        match commands::do_with(&p, &who.actor(), &one.id, &what, &step).await {
            Ok(kept) => {
                outcome.done.push(one.number);
                undoable |= kept;
            }
            Err(CommandError::Refused(why)) => outcome.left.push((one.number, Some(why))),
            Err(CommandError::NotFound) => outcome.left.push((one.number, None)),
            Err(CommandError::Forbidden) => return Err(Error::Forbidden),
            Err(CommandError::Fault(fault)) => return Err(fault.into()),
        }
    }
    if outcome.left.is_empty() {
        let back = typed.done(&what, &outcome);
        return Ok(respond::see(&undoing::with_step(&back, undoable.then_some(&step))));
    }
    // What was left can be tried again, with what was typed.
    typed.n = outcome.left.iter().map(|(number, _)| number.to_string()).collect::<Vec<_>>().join(".");
    page(&p, &who, &typed, Some((&outcome, &step))).await
}

/// How the chosen ones would read as one.
async fn look(p: &Platform, who: &Who, typed: &Typed) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let chosen = chosen(p, &scope, &typed.n).await?;
    let numbers: Vec<i64> = chosen.iter().map(|one| one.number).collect();
    let as_one = match joining::number(&typed.into) {
        Some(into) => queries::as_one(&mut p.db.read().await?, &scope, into, &numbers).await?,
        None => None,
    };
    let lens = Lens::of(p, who, &[]);
    let title = lens.text("merge-look-title");
    let from_list = typed.back.starts_with("/inbox?");
    let back = match chosen.first() {
        Some(one) if !from_list => format!("/conversations/{}", one.id),
        _ => typed.list().to_owned(),
    };
    let main = joining::page(
        lens,
        &title,
        &joining::Look { as_one: as_one.as_ref(), chosen: &chosen, about: about(typed), back: &back },
    );
    let status = if as_one.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

async fn page(p: &Platform, who: &Who, typed: &Typed, outcome: Option<(&Outcome, &StepId)>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let chosen = chosen(p, &scope, &typed.n).await?;
    let mut conn = p.db.read().await?;
    let macros: Vec<Macro> = queries::macros(&mut conn, &who.staff).await?.into_iter().map(|(one, _)| one).collect();
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none());
    let unsolved = ProblemQuery { solved: Some(false), most: PROBLEMS, ..ProblemQuery::default() };
    let problems = queries::problems(&mut conn, &scope, &unsolved).await?.rows;
    let done = match outcome {
        Some((_, step)) => queries::step(&mut conn, &who.staff.id, step, p.clock.machine()).await?,
        None => None,
    };
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let title = lens.say.with("several-title", args![count = chosen.len()]);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href=(typed.list()) data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
                    h1 tabindex="-1" { (title) }
                }
                @if let Some((outcome, _)) = outcome { (super::bulk::told(lens, outcome, "inbox-bulk-done")) }
                @if chosen.is_empty() { p.quiet { (lens.text("several-none")) } } @else {
                    ul.col.g-3 { @for one in &chosen { li { a href={ "/conversations/" (one.id) } { "#" (one.number) " " (subject(lens, &one.subject)) } } } }
                    (writing(lens, typed))
                    (doing(lens, typed, &chosen, &macros, &departments))
                    (causing(lens, typed, &problems))
                }
            }
        }
    };
    let status = if outcome.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let toast = done.as_ref().map(|done| undoing::toast(lens, done, typed.list()));
    Ok(respond::page(status, who.viewer()?.page_with(p, &title, &main, toast).await?))
}

/// What every form says of what it is about.
fn about(typed: &Typed) -> Markup {
    html! { input type="hidden" name="n" value=(typed.n); input type="hidden" name="back" value=(typed.back); }
}

/// One text to all of them.
fn writing(lens: Lens<'_>, typed: &Typed) -> Markup {
    let then =
        |value: &str, label: &str| html! { option value=(value) selected[typed.then == value] { (lens.text(label)) } };
    html! {
        form.card.col.g-5 method="post" action="/inbox/several" {
            (about(typed))
            div.field {
                label for="body" { (lens.text("several-text")) }
                textarea.input #body name="body" rows="6" required maxlength=(TEXT_MAX) aria-describedby="body-hint" { (typed.body) }
                p.hint #body-hint {
                    (lens.text("several-variables"))
                    @for one in Variable::ALL { " " code { "{{" (one.code()) "}}" } }
                }
            }
            div.field {
                label for="then" { (lens.text("contact-then")) }
                select.input #then name="then" {
                    (then("wait", "state-waiting-customer"))
                    (then("open", "state-open"))
                    (then("solve", "state-solved"))
                }
            }
            div.row.wrap {
                button.btn.primary name="act" value="reply" { (icon("send")) (lens.text("several-reply")) }
                button.btn name="act" value="note" { (icon("lock")) (lens.text("several-note")) }
            }
        }
    }
}

/// What else can be done with all of them.
fn doing(
    lens: Lens<'_>,
    typed: &Typed,
    chosen: &[Conversation],
    macros: &[Macro],
    departments: &[Department],
) -> Markup {
    html! {
        section.card.col.g-5 {
            @if !macros.is_empty() {
                form.row.wrap method="post" action="/inbox/several" {
                    (about(typed))
                    label for="macro" { (lens.text("several-macro")) }
                    select.input #macro name="macro" { @for one in macros { option value=(one.id) { (one.name) } } }
                    button.btn name="act" value="macro" { (icon("auto")) (lens.text("several-macro-use")) }
                }
            }
            @if !departments.is_empty() {
                form.row.wrap method="post" action="/inbox/several" {
                    (about(typed))
                    label for="department" { (lens.text("conversation-department")) }
                    select.input #department name="department" {
                        @for one in departments { option value=(one.id) { (one.name) } }
                        option value="" { (lens.text("conversation-department-none")) }
                    }
                    button.btn name="act" value="department" { (icon("box")) (lens.text("several-hand")) }
                }
            }
            @if chosen.len() > 1 {
                (joining::choice(lens, chosen, None, &about(typed)))
            }
            form.row.wrap method="post" action="/inbox/several" {
                (about(typed))
                label for="reason" { (lens.text("close-reason")) }
                input.input #reason name="reason" maxlength=(REASON_MAX) value=(typed.reason);
                label for="several-outcome" { (lens.text("outcome-what")) }
                (ending::choice(lens, "several-outcome", Ending::from_code(&typed.outcome), false))
                button.btn name="act" value="close" { (icon("check")) (lens.text("conversation-close")) }
                button.btn.ghost name="act" value="reopen" { (icon("undo")) (lens.text("conversation-reopen")) }
                @if lens.deletes {
                    button.btn.ghost name="act" value="delete" { (icon("x")) (lens.text("conversation-delete")) }
                }
            }
        }
    }
}

/// The cause that they have in common.
fn causing(lens: Lens<'_>, typed: &Typed, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            form.card.row.wrap method="post" action="/inbox/several" {
                (about(typed))
                label for="cause" { (lens.text("problem-same-cause")) }
                select.input #cause name="problem" {
                    @for one in problems { option value=(one.id) selected[one.id.as_str() == typed.problem] { (one.of.title) } }
                }
                button.btn name="act" value="problem" { (icon("repeat")) (lens.text("problem-this")) }
            }
        }
    }
}

/// Why something was left.
pub(super) fn why(lens: Lens<'_>, why: Option<Refusal>) -> String {
    lens.text(why.map_or("inbox-bulk-gone", Refusal::message))
}
