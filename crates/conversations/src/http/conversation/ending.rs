//! How a conversation ends: what became of it, whether it is a complaint, and what its customer says once it is solved.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::{Colleague, Who};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;
use words::mood::Mood;

use super::super::lens::Lens;
use super::super::{error, undoing};
use super::{Shown, refused};
use crate::commands::{self, CommandError};
use crate::queries::Thread;
use crate::rules::complaints::{Stands, TRIES};
use crate::rules::states::{REASON_MAX, Refusal};
use crate::{Conversation, ConversationId, Ending, Group, MessageKind, Opinion, Said, Stated};

/// What is asked before it closes, because it was not said: nothing is asked without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing.
    #[default]
    Nothing,
    /// What became of it.
    Outcome,
    /// Whether its customer is content, as it is a complaint that stands like this.
    Content(Stands),
}

impl Wanted {
    /// As the address has it.
    pub(super) const fn code(&self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Outcome => Some("outcome"),
            Self::Content(_) => Some("complaint"),
        }
    }
}

/// What became of it, in a word.
pub(in crate::http) const fn text(ending: Ending) -> &'static str {
    match ending {
        Ending::Righted => "outcome-righted",
        Ending::Informed => "outcome-informed",
        Ending::Ordered => "outcome-ordered",
        Ending::Lost => "outcome-lost",
        Ending::Other => "outcome-other",
    }
}

/// A choice of what became of it; `required` where it is not closed without. `id` names the field on the page.
pub(in crate::http) fn choice(lens: Lens<'_>, id: &str, chosen: Option<Ending>, required: bool) -> Markup {
    html! {
        select.input id=(id) name="outcome" required[required] {
            option value="" { (lens.text(if required { "outcome-choose" } else { "outcome-unsaid" })) }
            @for one in Ending::ALL { option value=(one.code()) selected[chosen == Some(one)] { (lens.text(text(one))) } }
        }
    }
}

/// Both fields of a form: what became of it, and whether the customer was known, as far as what is kept of them tells.
pub(super) fn fields(lens: Lens<'_>, shown: &Shown, id: &str, required: bool) -> Markup {
    let said = shown.thread.ended.outcome;
    let known = said.map_or_else(|| was_known(shown), |said| said.known);
    html! {
        div.row.wrap.g-4 {
            div.field {
                label for=(id) { (lens.text("outcome-what")) }
                (choice(lens, id, said.map(|said| said.ending), required))
            }
            div.field {
                label for={ (id) "-known" } { (lens.text("outcome-who")) }
                select.input id={ (id) "-known" } name="known" {
                    option value="new" selected[!known] { (lens.text("outcome-new")) }
                    option value="known" selected[known] { (lens.text("outcome-known")) }
                }
            }
        }
    }
}

/// Whether something of its customer's stands beside it that began before.
fn was_known(shown: &Shown) -> bool {
    let began = shown.thread.conversation.created_at;
    shown.others.iter().any(|row| row.conversation.created_at < began)
}

/// What stands in the thread: the question what became of it, whether it is a complaint, and what is missing before one
/// is closed.
pub(super) fn cards(lens: Lens<'_>, shown: &Shown, wanted: &Wanted) -> Markup {
    let (thread, it) = (&shown.thread, &shown.thread.conversation);
    if !lens.works {
        return html! {};
    }
    html! {
        @match wanted {
            Wanted::Nothing => {},
            Wanted::Outcome => (asked(lens, shown)),
            Wanted::Content(stands) => (not_yet(lens, it, stands)),
        }
        @if it.state.group() == Group::Closed && thread.ended.outcome.is_none() && *wanted == Wanted::Nothing {
            form.hintline #outcome-ask method="post" action={ "/conversations/" (it.id) "/outcome" } hx-morph-skip {
                (icon("check"))
                div.col.g-3 {
                    (fields(lens, shown, "outcome-said", true))
                    div.row { button.btn.small.tint { (lens.text("outcome-save")) } }
                }
            }
        }
        @if may_be_complaint(thread) {
            form.hintline #complaint-ask method="post" action={ "/conversations/" (it.id) "/complaint" } {
                (icon("info"))
                span.say { (lens.text("complaint-ask")) }
                button.btn.small.tint name="act" value="mark" { (lens.text("complaint-mark")) }
                button.btn.small.ghost name="act" value="clear" { (lens.text("complaint-is-none")) }
            }
        }
    }
}

/// Nobody said whether it is one, and its customer did not sound glad when they last wrote.
fn may_be_complaint(thread: &Thread) -> bool {
    let last = thread.messages.iter().rev().find(|one| one.kind == MessageKind::Inbound && one.automatic.is_none());
    thread.ended.complaint.is_none()
        && thread.conversation.state.group() != Group::Closed
        && last.is_some_and(|last| last.mood == Some(Mood::Negative))
}

/// Its department wants to know what became of it.
fn asked(lens: Lens<'_>, shown: &Shown) -> Markup {
    let it = &shown.thread.conversation;
    html! {
        form.callout #outcome-form data-tone="warn" method="post" action={ "/conversations/" (it.id) "/close" } hx-morph-skip {
            (icon("info"))
            div.col.g-4 {
                p { (lens.text("refusal-outcome-needed")) }
                (fields(lens, shown, "outcome-needed", true))
                @if it.customer_spoke_last {
                    div.field {
                        label for="outcome-reason" { (lens.text("close-reason")) }
                        input.input #outcome-reason name="reason" required maxlength=(REASON_MAX);
                    }
                }
                div.row.wrap {
                    // Whoever comes here has been asked about what is open.
                    input type="hidden" name="anyway" value="1";
                    button.btn.primary { (lens.text("conversation-close")) }
                    a.btn.ghost href={ "/conversations/" (it.id) } { (lens.text("word-cancel")) }
                }
            }
        }
    }
}

/// A complaint is not closed yet: what is missing, and how it can be closed all the same.
fn not_yet(lens: Lens<'_>, it: &Conversation, stands: &Stands) -> Markup {
    let tried = stands.tried.len();
    html! {
        div.callout #complaint-form data-tone="warn" {
            (icon("info"))
            div.col.g-4 {
                p { (lens.text("refusal-complaint-open")) }
                p { (lens.say.with("complaint-tried", args![count = tried, most = TRIES.to_string()])) }
                @if tried > 0 { ul { @for day in &stands.tried { li { (lens.say.day(*day)) } } } }
                (said_yes(lens, it, "complaint-how-asked"))
                @if lens.leads {
                    form.col.g-3 method="post" action={ "/conversations/" (it.id) "/close" } {
                        div.field {
                            label for="complaint-despite" { (lens.text("complaint-despite-why")) }
                            input.input #complaint-despite name="reason" required maxlength=(REASON_MAX);
                        }
                        input type="hidden" name="anyway" value="1";
                        div.row { button.btn name="despite" value="1" { (lens.text("complaint-despite")) } }
                    }
                }
                div.row { a.btn.ghost href={ "/conversations/" (it.id) } { (lens.text("word-cancel")) } }
            }
        }
    }
}

/// A field for how the customer said that they are content.
fn said_yes(lens: Lens<'_>, it: &Conversation, id: &str) -> Markup {
    html! {
        form.col.g-3 method="post" action={ "/conversations/" (it.id) "/complaint" } {
            div.field {
                label for=(id) { (lens.text("complaint-how")) }
                input.input id=(id) name="how" required maxlength=(REASON_MAX) placeholder=(lens.text("complaint-how-like"));
            }
            div.row { button.btn.small.tint name="act" value="content" { (lens.text("complaint-content")) } }
        }
    }
}

/// How it ended, in the file of the conversation; and whether it is a complaint.
pub(super) fn section(lens: Lens<'_>, thread: &Thread, staff: &[Colleague]) -> Markup {
    let (it, ended) = (&thread.conversation, &thread.ended);
    let complaint = ended.complaint.as_ref().filter(|one| one.is);
    if !lens.works && ended.outcome.is_none() && complaint.is_none() && ended.opinions.is_empty() {
        return html! {};
    }
    let name = |id: &people::StaffId| staff.iter().find(|one| one.id == *id).map(|one| one.name.clone());
    html! {
        section #ending {
            header {
                h2 { (lens.text("outcome-title")) }
                @if complaint.is_some() { span.chip.push data-tone="warn" { (lens.text("complaint-is")) } }
            }
            @if let Some(outcome) = ended.outcome {
                form.row.wrap.g-3 method="post" action={ "/conversations/" (it.id) "/outcome" } {
                    span { (lens.text(text(outcome.ending))) }
                    span.quiet { (lens.text(if outcome.known { "outcome-known" } else { "outcome-new" })) }
                    @if lens.works { button.btn.ghost.small.push { (lens.text("outcome-take-away")) } }
                }
            }
            @for one in ended.opinions.iter().rev() { (opinion(lens, one)) }
            @if let Some(yes) = complaint.and_then(|one| one.yes.as_ref()) {
                p.sm {
                    (lens.text("complaint-said-yes")) " " (lens.time(yes.at))
                    @if let Some(to) = yes.to.as_ref().and_then(name) { " · " (to) }
                    @if !yes.how.is_empty() { ": " q { (yes.how) } }
                }
            }
            @if lens.works {
                @if complaint.is_some() {
                    @if it.state.group() != Group::Closed { (said_yes(lens, it, "complaint-how")) }
                    (mark(lens, it, "clear", "complaint-is-none"))
                } @else {
                    (mark(lens, it, "mark", "complaint-mark"))
                }
            }
        }
    }
}

fn mark(lens: Lens<'_>, it: &Conversation, act: &str, words: &str) -> Markup {
    html! {
        form method="post" action={ "/conversations/" (it.id) "/complaint" } {
            button.btn.ghost.small name="act" value=(act) { (lens.text(words)) }
        }
    }
}

/// What the customer said, and when; fainter once it is about how it stood before.
fn opinion(lens: Lens<'_>, one: &Opinion) -> Markup {
    html! {
        div.col.g-1.quiet[!one.open] {
            p.row.wrap.g-3.sm { b { (lens.text(said(one.said))) } span.xs.quiet { (lens.time(one.at)) } }
            @if !one.comment.is_empty() { p { q { (one.comment) } } }
        }
    }
}

/// Their word, as it is told to colleagues.
const fn said(said: Said) -> &'static str {
    match said {
        Said::Exactly => "opinion-exactly",
        Said::Almost => "opinion-almost",
        Said::No => "opinion-no",
    }
}

/// What two fields of a form say: `outcome` by its code, and `known` as `new` or `known`.
pub(in crate::http) fn stated(outcome: &str, known: &str) -> Option<Stated> {
    let known = match known {
        "new" => Some(false),
        "known" => Some(true),
        _ => None,
    };
    Ending::from_code(outcome).map(|ending| Stated { ending, known })
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    outcome: String,
    known: String,
    act: String,
    how: String,
}

/// `POST /conversations/{id}/outcome`: `outcome` by its code (empty takes it away), and `known` as `new` or `known`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for both here.
pub async fn outcome(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let stated = stated(&typed.outcome, &typed.known);
    match commands::state_outcome(&p, &who.actor(), &id, stated).await {
        Ok(step) => Ok(respond::see(&undoing::with_step(&format!("/conversations/{id}"), step.as_ref()))),
        // Somebody opened it meanwhile: it is closed with its outcome.
        Err(CommandError::Refused(Refusal::NotAsked)) => Ok(respond::see(&format!("/conversations/{id}?ask=outcome"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/complaint`: `act` is `mark`, `clear`, or `content` with `how` the customer said it.
///
/// # Errors
/// See [`outcome`].
pub async fn complaint(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let done = match typed.act.as_str() {
        "mark" => commands::mark_complaint(&p, &who.actor(), &id, true).await,
        "clear" => commands::mark_complaint(&p, &who.actor(), &id, false).await,
        "content" => commands::customer_content(&p, &who.actor(), &id, &typed.how).await,
        _ => {
            let _may = allowed(&who.actor(), Action::WorkConversations)?;
            return Err(Error::invalid("problem-invalid-body"));
        }
    };
    match done {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}#ending"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
