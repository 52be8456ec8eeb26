//! Side threads: the page where one begins, the page of one with all that was said and the form to write on, how they
//! stand in the conversation and in its file.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::inbox::subject;
use super::super::lens::Lens;
use super::super::{colleagues, error, undoing};
use super::draft::Problem;
use super::macros::Fields;
use super::messages::{self, Names};
use super::renaming;
use super::write::Sent;
use crate::commands::{self, CommandError, SideMessage};
use crate::queries::{self, Aside, Thread};
use crate::rules::recipients;
use crate::rules::states::TEXT_MAX;
use crate::{Attachment, Conversation, ConversationId, DraftText, Mailbox, Message, Side, SideId};

/// The way to the page where one begins, among what can be done with a conversation.
pub(super) fn item(lens: Lens<'_>, id: &ConversationId) -> Markup {
    html! {
        a.item href={ "/conversations/" (id) "/side" } data-key="w" aria-keyshortcuts="W" { (icon("users")) (lens.text("side-begin")) }
    }
}

/// The side threads of a conversation, in its file.
pub(super) fn section(lens: Lens<'_>, thread: &Thread) -> Markup {
    html! {
        @if !thread.sides.is_empty() {
            section #sides {
                header { h2 { (lens.text("side-threads")) } }
                ul.col.g-4 {
                    @for side in &thread.sides {
                        li.col.g-1 {
                            div.row { (icon_small("lock")) a.cut.plain-link href={ "/sides/" (side.id) } { (side.title) } (state(lens, side)) }
                            p.xs.quiet.cut { (with(side)) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether it is closed; what is usual is not said.
fn state(lens: Lens<'_>, side: &Side) -> Markup {
    html! { @if side.closed_at.is_some() { span.chip.line.push data-tone="plain" { (lens.text("side-closed")) } } }
}

/// With whom it is.
fn with(side: &Side) -> String {
    let name = |one: &Mailbox| if one.name.is_empty() { one.address.clone() } else { one.name.clone() };
    side.correspondents.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The head of one of its messages.
pub(super) fn head(lens: Lens<'_>, it: &Message, names: &Names<'_>, who: &str) -> Markup {
    let side = names.sides.iter().find(|side| Some(&side.id) == it.side.as_ref());
    html! {
        (icon_small("lock"))
        b { (who) }
        @if it.from.address != who && it.kind.came_in() { span.quiet { (it.from.address) } }
        @if let Some(side) = side {
            span.soft { (lens.text("side-title")) ": " a href={ "/sides/" (side.id) } { (side.title) } }
        }
        span.soft { (lens.time(it.at)) }
        span.xs.soft { (lens.text("message-note-private")) }
    }
}

/// `GET /conversations/{id}/side`: the form that begins one.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all handlers here.
pub async fn begin_side_page(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    begin_with(&p, &who, &id, &Sent::default(), None).await
}

async fn begin_with(
    p: &Platform,
    who: &Who,
    id: &ConversationId,
    sent: &Sent,
    problem: Option<&Problem>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let id = queries::where_merged(&mut conn, id).await?;
    let thread = queries::thread(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let it = &thread.conversation;
    let back = format!("/conversations/{id}");
    let files = files_of(&thread.messages);
    let main = html! {
        (page_head(lens, &back, &lens.text("side-begin"), &Markup::default(), it))
        p.soft { (lens.say.with("side-lead", args![name = &thread.person.name])) }
        (wrong(lens, problem))
        t-composer data-draft={ "side-of-" (id) } {
            form.col.g-6 #side-form data-kind="side" method="post" action={ (back) "/side" } enctype="multipart/form-data" {
                // Enter in a line sends nothing: the first button is the one it presses.
                button type="submit" disabled hidden {}
                (field(lens, "to", "composer-field-to", &sent.text.to, true))
                (copies(lens, &sent.text))
                (field(lens, "subject", "begin-subject", &sent.subject, true))
                (text(lens, &sent.text.body, false, problem.is_some()))
                (along(lens, &files, &sent.text))
                (chosen(lens))
                (ways(lens, it, sent.wait))
            }
        }
    };
    page(p, who, &lens.text("side-begin"), &main, (problem.is_some(), None), None).await
}

/// `POST /conversations/{id}/side` (multipart): `to`, `cc`, `bcc`, `subject`, `body`, `keep`, `files`, `wait`.
///
/// # Errors
/// See [`begin_side_page`].
pub async fn begin_side(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut sent = Sent::read(form).await?;
    let problem = match said(&mut sent) {
        Err(problem) => problem,
        Ok(new) => match commands::begin_side(&p, &who.actor(), &id, &sent.subject, new).await {
            Ok((_, message)) => return Ok(respond::see(&format!("/conversations/{id}#m-{message}"))),
            Err(CommandError::Refused(refusal)) => Problem::Refused(refusal),
            Err(other) => return Err(error(other)),
        },
    };
    begin_with(&p, &who, &id, &sent, Some(&problem)).await
}

/// What a form says.
fn said(sent: &mut Sent) -> Result<SideMessage, Problem> {
    let recipients = sent.recipients()?.filter(|given| given.all().next().is_some());
    Ok(SideMessage {
        recipients,
        body: sent.text.body.clone(),
        files: std::mem::take(&mut sent.files),
        keep: sent.text.keep.clone(),
        wait: sent.wait,
    })
}

/// What the address of a side thread asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A message was taken back: its text is there again.
    back: String,
    /// `subject`: another subject.
    ask: String,
    /// `undone`: what was done was just taken back.
    done: String,
    /// What was just done, and can be taken back.
    step: String,
}

/// What is different this time.
#[derive(Default)]
pub(super) struct Turn<'a> {
    sent: Option<&'a Sent>,
    problem: Option<&'a Problem>,
    /// A text was taken back.
    back: bool,
    /// A subject is asked for.
    asks: bool,
    /// One that did not fit.
    subject: Option<renaming::Wanted>,
    /// What was just done or taken back.
    toast: Option<Markup>,
}

impl Turn<'_> {
    /// A subject that did not fit is asked for again.
    pub(super) fn called(subject: renaming::Wanted) -> Self {
        Self { subject: Some(subject), ..Self::default() }
    }
}

/// `GET /sides/{id}`: all that was said in one, and the form to write on.
///
/// # Errors
/// See [`begin_side_page`].
pub async fn side_page(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id: SideId = id.parse().map_err(|_| Error::NotFound)?;
    let lens = Lens::of(&p, &who, &[]);
    let done = undoing::asked(&p, &mut p.db.read().await?, &who, &asked.step).await?;
    let toast = match done {
        Some(done) => Some(undoing::toast(lens, &done, &format!("/sides/{id}"))),
        None => (asked.done == "undone").then(|| undoing::taken_back(lens)),
    };
    let (back, asks) = (!asked.back.is_empty(), asked.ask == "subject");
    side_with(&p, &who, &id, Turn { back, asks, toast, ..Turn::default() }).await
}

pub(super) async fn side_with(p: &Platform, who: &Who, id: &SideId, turn: Turn<'_>) -> Result<Response, Error> {
    let Turn { sent, problem, back, asks, subject, toast } = turn;
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let aside = queries::side(&mut conn, &scope, id, Some(&who.staff.id)).await?.ok_or(Error::NotFound)?;
    let staff = colleagues(&mut conn, who, p.clock.business()).await?;
    let files = match sent.is_some() || Lens::of(p, who, &[]).works {
        true => queries::thread(&mut conn, &scope, &aside.conversation.id).await?.map(|thread| thread.messages),
        false => None,
    };
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let sides = std::slice::from_ref(&aside.side);
    let names = Names { person: &aside.person, staff: &staff, participants: &[], sides };
    let it = &aside.conversation;
    let open = aside.side.closed_at.is_none();
    let here = format!("/sides/{id}");
    let pen = renaming::pen(lens, &here, &aside.side.title);
    let refused = problem.is_some() || subject.is_some();
    let subject = subject.or_else(|| asks.then(|| renaming::Wanted::of(&aside.side.title)));
    let main = html! {
        (page_head(lens, &format!("/conversations/{}", it.id), &aside.side.title, &pen, it))
        (renaming::form(lens, &here, subject.as_ref()))
        div.row.wrap.g-4 {
            span.row.g-2.soft { (icon_small("lock")) (lens.say.with("side-with", args![who = with(&aside.side)])) }
            (state(lens, &aside.side))
            @if lens.works {
                form.push method="post" action={ "/sides/" (id) "/state" } {
                    @let text = if open { "side-close" } else { "side-reopen" };
                    button.btn.small name="open" value=(if open { "" } else { "1" }) { (icon(if open { "check" } else { "undo" })) (lens.text(text)) }
                }
            }
        }
        div.col.g-5 #side-thread {
            @for message in messages::shown(&aside.messages) { (messages::message(lens, message, &names)) }
        }
        (wrong(lens, problem))
        @if lens.works { (answer(lens, &aside, sent, files_of(files.as_deref().unwrap_or_default()), (problem.is_some(), back))) }
    };
    let live = format!("conversation-{}", it.id);
    let anew = if subject.is_some() { format!("{here}?ask=subject") } else { here };
    page(p, who, &aside.side.title, &main, (refused, toast), Some((&anew, &live))).await
}

/// The form to write on.
fn answer(
    lens: Lens<'_>,
    aside: &Aside,
    sent: Option<&Sent>,
    files: Vec<&Attachment>,
    (wrong, back): (bool, bool),
) -> Markup {
    let kept = aside.draft.clone().unwrap_or_default();
    let draft = sent.map_or(&kept, |sent| &sent.text);
    let everybody = recipients::write(&aside.side.correspondents);
    let to = if draft.to.trim().is_empty() { &everybody } else { &draft.to };
    let path = format!("/sides/{}", aside.side.id);
    html! {
        t-composer data-draft=(aside.side.id) hx-morph-skip {
            form.card.col.g-5 #side-form data-kind="side" method="post" action=(path) enctype="multipart/form-data" data-keep={ (path) "/draft" } {
                button type="submit" disabled hidden {}
                (field(lens, "to", "composer-field-to", to, true))
                (copies(lens, draft))
                (text(lens, &draft.body, sent.is_none() && aside.draft.is_some(), wrong || back))
                (along(lens, &files, draft))
                (chosen(lens))
                (ways(lens, &aside.conversation, sent.is_some_and(|sent| sent.wait)))
            }
        }
    }
}

/// `POST /sides/{id}` (multipart): `to`, `cc`, `bcc`, `body`, `keep`, `files`, `wait`.
///
/// # Errors
/// See [`begin_side_page`].
pub async fn write_side(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: SideId = id.parse().map_err(|_| Error::NotFound)?;
    let mut sent = Sent::read(form).await?;
    let problem = match said(&mut sent) {
        Err(problem) => problem,
        Ok(new) => match commands::write_side(&p, &who.actor(), &id, new).await {
            Ok(message) => {
                let scope = allowed(&who.actor(), Action::ReadConversations)?;
                let found =
                    queries::message(&mut p.db.read().await?, &scope, &message).await?.ok_or(Error::NotFound)?;
                return Ok(respond::see(&format!("/conversations/{}#m-{message}", found.conversation)));
            }
            Err(CommandError::Refused(refusal)) => Problem::Refused(refusal),
            Err(other) => return Err(error(other)),
        },
    };
    side_with(&p, &who, &id, Turn { sent: Some(&sent), problem: Some(&problem), ..Turn::default() }).await
}

/// `POST /sides/{id}/draft`: keeps what is typed; the page tells it while one types.
///
/// # Errors
/// See [`begin_side_page`]; when the text is longer than any.
pub async fn save_side_draft(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: SideId = id.parse().map_err(|_| Error::NotFound)?;
    match commands::save_side_draft(&p, &who.actor(), &id, &Fields::read(typed).text).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(CommandError::Refused(refusal)) => Err(Error::invalid(refusal.message())),
        Err(other) => Err(error(other)),
    }
}

/// The field of [`set_side`].
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wished {
    open: String,
}

/// `POST /sides/{id}/state`: `open`; without it, it is closed.
///
/// # Errors
/// See [`begin_side_page`].
pub async fn set_side(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(wished): Form<Wished>,
) -> Result<Response, Error> {
    let id: SideId = id.parse().map_err(|_| Error::NotFound)?;
    commands::close_side(&p, &who.actor(), &id, !wished.open.is_empty()).await.map_err(error)?;
    Ok(respond::see(&format!("/sides/{id}")))
}

fn page_head(lens: Lens<'_>, back: &str, title: &str, pen: &Markup, it: &Conversation) -> Markup {
    html! {
        header.page-head {
            a.btn.ghost.icon href=(back) data-key="Escape" aria-label=(lens.text("why-back")) { (icon("back")) }
            h1 tabindex="-1" { (title) }
            (pen)
            p { a href=(back) lang=[it.language.map(base::Language::code)] { "#" (it.number) " " (subject(lens, &it.subject)) } }
        }
    }
}

/// The page; with the name by which it is told of anew, it fetches what was said in it from a path.
async fn page(
    p: &Platform,
    who: &Who,
    title: &str,
    main: &Markup,
    (wrong, toast): (bool, Option<Markup>),
    live: Option<(&str, &str)>,
) -> Result<Response, Error> {
    let whole = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            @match live {
                Some((path, name)) => div.page.begin #aside hx-get=(path) hx-select="#aside" hx-swap="outerMorph" hx-push-url="false"
                    hx-trigger={ (name) " from:body, resync from:body" } { (main) },
                None => div.page.begin { (main) },
            }
        }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut answer = respond::page(status, who.viewer()?.page_with(p, title, &whole, toast).await?);
    if wrong {
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

fn wrong(lens: Lens<'_>, problem: Option<&Problem>) -> Markup {
    html! {
        @if let Some(problem) = problem {
            div.callout #side-error data-tone="bad" role="alert" {
                (icon("alert"))
                p {
                    @match problem {
                        Problem::Refused(refusal) => (lens.text(refusal.message())),
                        Problem::BadAddress(piece) => (lens.say.with("composer-bad-address", args![address = piece])),
                    }
                }
            }
        }
    }
}

fn field(lens: Lens<'_>, name: &str, label: &str, value: &str, needed: bool) -> Markup {
    html! {
        div.field {
            label for={ "side-" (name) } { (lens.text(label)) }
            input.input id={ "side-" (name) } name=(name) value=(value) required[needed] autocomplete="off";
        }
    }
}

fn copies(lens: Lens<'_>, text: &DraftText) -> Markup {
    html! {
        details.fold open[!text.cc.is_empty() || !text.bcc.is_empty()] {
            summary { (icon_small("right")) (lens.text("begin-copies")) }
            div.col.g-4.mt {
                (field(lens, "cc", "composer-field-cc", &text.cc, false))
                (field(lens, "bcc", "composer-field-bcc", &text.bcc, false))
            }
        }
    }
}

fn text(lens: Lens<'_>, body: &str, kept: bool, focus: bool) -> Markup {
    html! {
        div.field {
            label for="side-body" { (lens.text("begin-body")) }
            textarea.input #side-body name="body" rows="8" required maxlength=(TEXT_MAX) data-kept[kept] autofocus[focus] { (body) }
        }
    }
}

/// The files of the conversation, and those of its side threads; each once by name and size.
fn files_of(messages: &[Message]) -> Vec<&Attachment> {
    let mut files: Vec<&Attachment> = Vec::new();
    // A picture below a text of ours can go along again; one within a text stood in that text alone.
    let goes = |file: &&Attachment| !file.inline || file.alt.is_some();
    for file in messages.iter().flat_map(|message| &message.attachments).filter(goes) {
        if !files.iter().any(|known| (&known.name, known.size) == (&file.name, file.size)) {
            files.push(file);
        }
    }
    files
}

/// Which of them go along; none unless chosen.
fn along(lens: Lens<'_>, files: &[&Attachment], text: &DraftText) -> Markup {
    html! {
        @if !files.is_empty() {
            fieldset.field {
                legend { (lens.text("side-along")) }
                div.row.wrap {
                    @for file in files {
                        label.attach {
                            input.box type="checkbox" name="keep" value=(file.id) checked[text.keep.contains(&file.id)];
                            span.cut { (file.name) } " "
                            span.quiet.xs { (lens.say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                        }
                    }
                }
            }
        }
    }
}

/// The chosen files, once there are some.
fn chosen(lens: Lens<'_>) -> Markup {
    html! {
        ul.files #side-files aria-label=(lens.text("composer-files")) {
            template {
                li.attach {
                    (icon("file")) span data-name {} " " span.quiet.xs data-size {}
                    button.btn.ghost.icon.small type="button" data-remove aria-label=(lens.text("composer-remove")) { (icon("x")) }
                }
            }
        }
    }
}

/// Files, and the ways to send.
fn ways(lens: Lens<'_>, it: &Conversation, wait: bool) -> Markup {
    let waits = it.state == crate::State::WaitingOthers;
    html! {
        @if !waits {
            label.check { input.box type="checkbox" name="wait" value="1" checked[wait]; (lens.text("side-wait")) }
        }
        div.row.wrap {
            label.btn {
                (icon("clip")) (lens.text("composer-attach"))
                input.vh type="file" name="files" multiple data-files="side-files";
            }
            button.btn.primary.push data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                (icon("send")) (lens.text("begin-send"))
            }
        }
    }
}
