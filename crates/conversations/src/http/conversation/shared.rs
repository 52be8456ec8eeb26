//! Shared drafts: how they stand in the conversation, and what can be done with one there. One that is open is written
//! in the composer, by one colleague at a time.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::web::assets::{icon, icon_small};
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::super::text::text;
use super::composer::To;
use super::draft::{Draft, Problem};
use super::macros::Fields;
use super::write::{self, Sent};
use super::{load, refused};
use crate::commands::{self, CommandError, Typed};
use crate::rules::departments::reaches;
use crate::rules::drafts;
use crate::rules::states::Refusal;
use crate::{ConversationId, DraftId, SharedDraft, queries};

/// A shared draft that is open in the composer.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// As it stands.
    pub draft: SharedDraft,
    /// The version whose words its writer knows.
    pub version: i64,
    /// Whether they know that somebody else has it open.
    pub over: bool,
    /// Whether what they typed was refused: then they see both texts.
    pub both: bool,
}

/// All that are shared in a conversation, and what was thrown away and can be brought back. They fetch themselves when
/// somebody opens one or writes in it.
pub(super) fn cards(
    lens: Lens<'_>,
    id: &ConversationId,
    (all, gone): (&[SharedDraft], &[SharedDraft]),
    machine: Instant,
) -> Markup {
    let may = |it: &&SharedDraft| lens.me.is_some_and(|me| drafts::may_write(it, me, lens.works));
    let gone: Vec<_> = gone.iter().filter(may).collect();
    html! {
        div.col #shared-drafts hx-get={ "/conversations/" (id) "/drafts" } hx-swap="outerMorph"
            hx-trigger={ "drafts-" (id) " from:body, resync from:body" } {
            @for draft in all { (card(lens, draft, machine)) }
            @if !gone.is_empty() {
                details.fold {
                    summary { (icon_small("right")) (lens.text("draft-gone")) }
                    @for draft in gone { (line(lens, draft)) }
                }
            }
        }
    }
}

/// One that was thrown away, with the way back.
fn line(lens: Lens<'_>, it: &SharedDraft) -> Markup {
    let title = lens.say.with("draft-by", args![name = &it.author_name]);
    let label = format!("{}: {title}", lens.text("draft-bring-back"));
    html! {
        div.row.sm.mt {
            (icon_small("edit"))
            span { (title) }
            span.quiet.cut { (it.text.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()) }
            form.push method="post" action={ "/drafts/" (it.id) "/bring-back" } {
                button.btn.ghost.small aria-label=(label) { (icon("undo")) (lens.text("draft-bring-back")) }
            }
        }
    }
}

fn card(lens: Lens<'_>, it: &SharedDraft, machine: Instant) -> Markup {
    let title = lens.say.with("draft-by", args![name = &it.author_name]);
    let held = lens.me.and_then(|me| drafts::held_by_other(it, me, machine));
    let mine = lens.me == Some(&it.author);
    let may = lens.me.is_some_and(|me| drafts::may_write(it, me, lens.works));
    let path = format!("/drafts/{}", it.id);
    html! {
        article.msg.note #{ "d-" (it.id) } data-tone="info" aria-label=(title) {
            (avatar(&it.author_name, it.author.as_str(), true, Size::Usual))
            div.body {
                header {
                    (icon_small("edit"))
                    b { (title) }
                    span.soft { (lens.time(it.changed_at)) }
                    @if it.changed_by != it.author {
                        span.soft { (lens.say.with("draft-changed-by", args![name = &it.changed_by_name])) }
                    }
                    span.push.xs.soft { (lens.text("draft-not-sent")) }
                }
                @if !it.text.to.trim().is_empty() { p.xs.quiet.cut { (lens.say.with("composer-to", args![address = it.text.to.as_str()])) } }
                (text(lens.say, &it.text.body, None))
                @if let Some(held) = held {
                    p.row.sm role="status" {
                        span.chip data-tone="warn" { (icon("edit")) span.cut { (lens.say.with("draft-held", args![name = &held.name])) } }
                    }
                }
                @if may {
                    div.row.wrap.mt {
                        form method="post" action={ (path) "/open" } {
                            @match held {
                                Some(held) => {
                                    input type="hidden" name="over" value="1";
                                    button.btn.small title=(lens.say.with("draft-take-over-hint", args![name = &held.name])) {
                                        (icon("alert")) (lens.text("draft-take-over"))
                                    }
                                },
                                None => button.btn.small { (icon("edit")) (lens.text("draft-open")) },
                            }
                        }
                        @if held.is_none() {
                            @if mine { form method="post" action={ (path) "/take" } { button.btn.ghost.small { (lens.text("draft-take")) } } }
                            form method="post" action={ (path) "/throw-away" } { button.btn.ghost.small { (lens.text("draft-throw-away")) } }
                        }
                    }
                    @if let Some(held) = held { p.xs.quiet { (lens.say.with("draft-take-over-hint", args![name = &held.name])) } }
                }
            }
        }
    }
}

/// What stands above the fields while a shared draft is open: whose it is; and both texts, when one was refused.
pub(super) fn above(lens: Lens<'_>, open: &Open) -> Markup {
    let (it, names) = (&open.draft, |id: &str, name: &str| lens.say.with(id, args![name = name]));
    let held = open.over && it.held.is_some();
    let who = if held { it.held.as_ref().map_or("", |held| held.name.as_str()) } else { &it.changed_by_name };
    html! {
        input type="hidden" name="draft" value=(it.id);
        input type="hidden" name="version" value=(open.version);
        input type="hidden" name="in" value=(it.conversation);
        @if open.over { input type="hidden" name="over" value="1"; }
        @if open.both {
            div.callout.mt data-tone="warn" role="alert" {
                (icon("alert"))
                div.col.g-3 {
                    p { b { (names(if held { "draft-both-held" } else { "draft-both" }, who)) } }
                    p.xs.quiet { (names("draft-their-words", who)) }
                    (text(lens.say, &it.text.body, None))
                    p.xs.quiet { (lens.text("draft-both-then")) }
                }
            }
        } @else {
            p.row.sm.pad-bar { span.chip data-tone="info" { (icon("edit")) span.cut { (names("draft-by", &it.author_name)) } } span.quiet { (lens.text("draft-open-hint")) } }
            div.callout.mt data-refused hidden data-tone="warn" role="alert" { (icon("alert")) p { (lens.text("draft-refused")) } }
        }
    }
}

/// The way out of an open draft: kept, and given back to all.
pub(super) fn give_back(lens: Lens<'_>, open: &Open, first: bool) -> Markup {
    let action = format!("/drafts/{}/back", open.draft.id);
    html! {
        button.btn.primary[first].push[first] formaction=(action) formnovalidate
            data-key=[first.then_some("Ctrl+Enter")] aria-keyshortcuts=[first.then_some("Control+Enter")] {
            (icon("undo")) (lens.text("draft-give-back"))
        }
    }
}

/// The button that shares what is typed, and who can be asked to look at it. `first` is where one cannot send.
pub(super) fn share(lens: Lens<'_>, to: &To<'_>, first: bool) -> Markup {
    let action = format!("/conversations/{}/drafts", to.conversation);
    // Only who could answer here.
    let able = |one: &&Colleague| {
        let sees = allowed(&one.actor(), Action::WorkConversations).is_ok_and(|scope| reaches(&scope, to.department));
        sees && one.takes_work() && lens.me != Some(&one.id)
    };
    let item = |value: &str, inner: &Markup| {
        html! {
            button.item name="ask" value=(value) formaction=(action) formnovalidate data-sends hx-post=(action)
                hx-encoding="multipart/form-data" hx-target="#main" hx-select="#main" hx-swap="outerHTML" { (inner) }
        }
    };
    html! {
        button.btn.primary[first].push[first].ghost[!first].small[!first] type="button" popovertarget="share-menu" {
            (icon("users")) (lens.text("draft-share"))
        }
        div.menu.scroll #share-menu popover {
            (item("", &html! { (icon("users")) (lens.text("draft-share-all")) }))
            p.head-s { (lens.text("draft-ask")) }
            @for one in to.staff.iter().filter(able) {
                (item(one.id.as_str(), &html! { (avatar(&one.name, one.id.as_str(), true, Size::Small)) (one.name) }))
            }
        }
    }
}

/// That it was thrown away, and the way back.
pub(super) fn thrown_away(lens: Lens<'_>, id: &DraftId) -> Markup {
    html! {
        t-toast.toast #{ "gone-" (id) } data-tone="plain" data-seconds="15" {
            (icon("check"))
            span { (lens.text("draft-thrown-away")) }
            form method="post" action={ "/drafts/" (id) "/bring-back" } {
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (lens.text("word-undo")) " " kbd.vh { "Z" } }
            }
            button.btn.small.icon type="button" data-dismiss aria-label=(lens.text("word-close")) { (icon("x")) }
        }
    }
}

/// The form at hand holds this draft, unless somebody else has it open or the reader may not write in it.
pub(super) fn opened(all: &[SharedDraft], me: &StaffId, works: bool, id: &str, machine: Instant) -> Option<Draft> {
    let it = all.iter().find(|one| one.id.as_str() == id)?;
    if !drafts::may_write(it, me, works) || drafts::held_by_other(it, me, machine).is_some() {
        return None;
    }
    let shared = Some(Open { draft: it.clone(), version: it.version, over: false, both: false });
    Some(Draft { text: it.text.clone(), shared, back: true, ..Draft::default() })
}

/// The form with what was typed in a shared draft and refused; the draft as it stands beside it. Sent once more it goes.
pub(super) fn both(all: &[SharedDraft], sent: &Sent, refusal: Refusal) -> Option<Open> {
    let (id, _, _) = sent.draft.as_ref()?;
    let draft = all.iter().find(|one| one.id == *id)?.clone();
    let clash = matches!(refusal, Refusal::DraftHeld | Refusal::DraftChanged);
    let known = sent.draft.as_ref().map_or(0, |(_, version, _)| *version);
    let over = sent.draft.as_ref().is_some_and(|(.., over)| *over) || refusal == Refusal::DraftHeld;
    Some(Open { version: if clash { draft.version } else { known }, draft, over, both: clash })
}

fn of(id: &str) -> Result<DraftId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /conversations/{id}/drafts`: those that are shared there.
///
/// # Errors
/// When the reader may not, there is no such conversation or draft, or the database cannot be used; so for all here.
pub async fn shared_drafts(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let all = queries::shared_drafts(&mut conn, &id).await?;
    let gone = queries::thrown_away(&mut conn, &id, p.clock.business()).await?;
    drop(conn);
    let cards = cards(Lens::of(&p, &who, &[]), &id, (&all, &gone), p.clock.machine());
    Ok(respond::page(StatusCode::OK, cards))
}

/// `POST /conversations/{id}/drafts` (multipart, as a reply): shares what is typed; `ask` is who should look at it.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn share_draft(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let sent = Sent::read(form).await?;
    let ask = sent.ask.parse().ok();
    let done = if sent.files.is_empty() {
        commands::share_typed(&p, &who.actor(), &id, &sent.shared_text(), ask.as_ref()).await.map(drop)
    } else {
        Err(Refusal::DraftFiles.into())
    };
    match done {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => {
            let problem = Some(Problem::Refused(refusal));
            write::again(&p, &who, &wants, &id, Draft { text: sent.text, problem, ..Draft::default() }).await
        }
        Err(other) => Err(error(other)),
    }
}

/// The field of a form that opens a draft.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Opening {
    over: String,
}

/// `POST /drafts/{id}/open`: nobody else writes in it meanwhile; `over` takes it out of another's hands.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn open_draft(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Opening>,
) -> Result<Response, Error> {
    let id = of(&id)?;
    match commands::open_draft(&p, &who.actor(), &id, !asked.over.is_empty()).await {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}?draft={id}#reply"))),
        Err(other) => there(&p, &who, &id, other).await,
    }
}

/// A refusal, on the page of the conversation.
async fn there(p: &Platform, who: &Who, id: &DraftId, error: CommandError) -> Result<Response, Error> {
    let CommandError::Refused(refusal) = error else { return Err(super::super::error(error)) };
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let draft = queries::shared_draft(&mut p.db.read().await?, &scope, id).await?.ok_or(Error::NotFound)?;
    refused(p, who, &draft.conversation, refusal).await
}

/// `POST /drafts/{id}/save`: keeps what is typed in it; the page tells it while one types. Answers the version, or
/// `refused`: then somebody else writes in it or has, or it is not shared any more, and what was typed is kept among the
/// reader's own drafts.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn save_shared(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = of(&id)?;
    let value = |wanted: &str| typed.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let version = value("version").and_then(|text| text.parse().ok()).unwrap_or(0);
    let over = value("over").is_some_and(|text| !text.is_empty());
    let (on, here) = (value("leaving").is_none(), value("in").and_then(|id| id.parse::<ConversationId>().ok()));
    let text = Fields::read(typed).text;
    let typed = Typed { text: &text, version, over, on };
    match commands::save_shared_draft(&p, &who.actor(), &id, typed).await {
        Ok(version) => Ok((StatusCode::OK, version.to_string()).into_response()),
        // An empty field is on its way to something else.
        Err(CommandError::Refused(Refusal::Empty)) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(CommandError::Refused(Refusal::DraftHeld | Refusal::DraftChanged)) => Ok(REFUSED.into_response()),
        Err(CommandError::NotFound) if here.is_some() => {
            if let Some(here) = &here {
                commands::keep_typed(&p, &who.actor(), here, &text).await.map_err(error)?;
            }
            Ok(REFUSED.into_response())
        }
        Err(other) => Err(error(other)),
    }
}

/// What scripts are told instead of a version.
const REFUSED: &str = "refused";

/// `POST /drafts/{id}/release`: it is out of the reader's hands; the page tells it when they leave. One that is not there
/// any more is in nobody's.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn release_draft(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    match commands::release_draft(&p, &who.actor(), &of(&id)?).await {
        Ok(_) | Err(CommandError::NotFound) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(other) => Err(error(other)),
    }
}

/// `POST /drafts/{id}/back` (multipart, as a reply): keeps what is typed in it and gives it back.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn give_draft_back(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id = of(&id)?;
    let sent = Sent::read(form).await?;
    let scope = allowed(&who.actor(), Action::NoteConversations)?;
    let Some(there) = queries::shared_draft(&mut p.db.read().await?, &scope, &id).await? else {
        // Sent, taken back or thrown away meanwhile: what was typed is here.
        let here: ConversationId = sent.place.parse().map_err(|_| Error::NotFound)?;
        return again(&p, &who, &wants, &here, sent, Refusal::DraftGone).await;
    };
    let (_, version, over) = sent.draft.clone().unwrap_or((id.clone(), 0, false));
    let done = if sent.files.is_empty() {
        let typed = Typed { text: &sent.shared_text(), version, over, on: false };
        commands::save_shared_draft(&p, &who.actor(), &id, typed).await.map(drop)
    } else {
        Err(Refusal::DraftFiles.into())
    };
    match done {
        Ok(()) => Ok(respond::see(&format!("/conversations/{}", there.conversation))),
        Err(CommandError::Refused(refusal)) => again(&p, &who, &wants, &there.conversation, sent, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// The form once more, with both texts where they clash.
pub(super) async fn again(
    p: &Platform,
    who: &Who,
    wants: &Wants,
    id: &ConversationId,
    sent: Sent,
    refusal: Refusal,
) -> Result<Response, Error> {
    let shared = both(&load(p, who, id).await?.shared, &sent, refusal);
    let clash = shared.as_ref().is_some_and(|open| open.both);
    let problem = (!clash).then_some(Problem::Refused(refusal));
    write::again(p, who, wants, id, Draft { text: sent.text, shared, problem, back: true, ..Draft::default() }).await
}

/// `POST /drafts/{id}/take`: its author takes it back to themself.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn take_draft(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = of(&id)?;
    match commands::take_draft(&p, &who.actor(), &id).await {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}?back=reply#reply"))),
        Err(other) => there(&p, &who, &id, other).await,
    }
}

/// `POST /drafts/{id}/throw-away`.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn throw_draft_away(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = of(&id)?;
    match commands::throw_draft_away(&p, &who.actor(), &id).await {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}?gone={id}"))),
        Err(other) => there(&p, &who, &id, other).await,
    }
}

/// `POST /drafts/{id}/bring-back`.
///
/// # Errors
/// See [`shared_drafts`].
pub async fn bring_draft_back(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let conversation = commands::bring_draft_back(&p, &who.actor(), &of(&id)?).await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{conversation}")))
}
