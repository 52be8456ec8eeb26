//! Words that are taken back: the page where one edits a note, the page where words are taken out of a message, and
//! the offer to mask card numbers.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::privacy::Holders;
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::files::Mails;
use super::super::lens::Lens;
use super::super::text::text;
use super::refused;
use crate::commands::{self, Answer, CommandError, Redaction};
use crate::queries::{self, Thread};
use crate::rules::redacting::{STRETCH_MAX, Taken};
use crate::rules::states::{REASON_MAX, Refusal, TEXT_MAX};
use crate::{Author, ConversationId, Message, MessageId, MessageKind, Version};

/// Signs in the head of a message that lead to these pages, as far as the reader may.
pub(super) fn tools(lens: Lens<'_>, it: &Message) -> Markup {
    let own = matches!(&it.author, Author::Staff(id) if lens.me == Some(id));
    let sign = |path: &str, sign: &str, label: &str| {
        let label = lens.text(label);
        html! { a.btn.ghost.icon.small href={ "/messages/" (it.id) "/" (path) } aria-label=(label) title=(label) { (icon(sign)) } }
    };
    html! {
        @if own && it.kind == MessageKind::Note { (sign("note", "edit", "note-edit")) }
        @if lens.works && (own || lens.privacy) { (sign("redact", "shield", "redact-title")) }
    }
}

/// That it is not as it was written.
pub(super) fn changed(lens: Lens<'_>, it: &Message) -> Markup {
    html! {
        @if let Some(at) = it.edited_at {
            p.row.xs.quiet.g-2 { (icon_small("edit")) a.quiet href={ "/messages/" (it.id) "/note" } { (lens.text("note-edited")) } " " (lens.time(at)) }
        }
        @if let Some(at) = it.redacted_at {
            p.row.sm.quiet.mb { (icon_small("shield")) span { (lens.text("redact-was")) " " (lens.time(at)) } }
        }
    }
}

/// Card numbers in it can be masked with one press.
pub(super) fn cards(lens: Lens<'_>, thread: &Thread) -> Markup {
    let said = thread.messages.iter().any(|it| Taken::Cards.stands_in(it));
    let was_called = thread
        .history
        .iter()
        .filter(|one| matches!(one.kind.as_str(), "conversation.subject_changed" | "conversation.side_renamed"));
    let was_called = was_called.flat_map(|one| &one.sentence.args).map(|(_, text)| text);
    let called = std::iter::once(&thread.conversation.subject).chain(&thread.came_as).chain(&thread.parts_called);
    let mut names = called.chain(thread.sides.iter().map(|side| &side.title)).chain(was_called);
    let named = names.any(|text| Taken::Cards.out_of(text).is_some());
    html! {
        @if lens.works && (said || named) {
            form.callout #cards data-tone="warn" method="post" action={ "/conversations/" (thread.conversation.id) "/cards" } {
                (icon("shield"))
                div.col.g-4 {
                    p { (lens.text("cards-found")) }
                    div.row.wrap { button.btn.small { (lens.text("cards-mask")) } }
                }
            }
        }
    }
}

fn parse(id: &str) -> Result<MessageId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// The message, for whoever may see it.
async fn found(p: &Platform, who: &Who, id: &MessageId) -> Result<(Message, Vec<Version>), Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let mut message = queries::message(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    message.attachments = queries::files(&mut conn, id).await?;
    let versions = queries::versions(&mut conn, &who.actor(), &message).await?;
    Ok((message, versions))
}

async fn page(
    p: &Platform,
    who: &Who,
    it: &Message,
    title: &str,
    main: &Markup,
    wrong: bool,
) -> Result<Response, Error> {
    let lens = Lens::of(p, who, &[]);
    let whole = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href={ "/conversations/" (it.conversation) "#m-" (it.id) } data-key="Escape"
                        aria-label=(lens.text("why-back")) { (icon("back")) }
                    h1 tabindex="-1" { (title) }
                }
                (main)
            }
        }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, who.viewer()?.page(p, title, &whole).await?))
}

/// `GET /messages/{id}/note`: one's own note, and what stood in it before.
///
/// # Errors
/// When there is no such note for the reader, or the database cannot be used; so for all handlers here.
pub async fn note_page(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    note_with(&p, &who, &parse(&id)?, None).await
}

async fn note_with(p: &Platform, who: &Who, id: &MessageId, typed: Option<(&str, Refusal)>) -> Result<Response, Error> {
    let (it, versions) = found(p, who, id).await?;
    let own = it.author == Author::Staff(who.staff.id.clone());
    if it.kind != MessageKind::Note || !own && versions.is_empty() {
        return Err(Error::NotFound);
    }
    let lens = Lens::of(p, who, &[]);
    let body = typed.map_or(it.body.as_str(), |(body, _)| body);
    let main = html! {
        @if let Some((_, refusal)) = typed { div.callout data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(refusal.message())) } } }
        @if own {
            form.card.col.g-5 method="post" action={ "/messages/" (it.id) "/note" } {
                div.field {
                    label for="body" { (lens.text("message-note")) }
                    textarea.input #body name="body" rows="8" required maxlength=(TEXT_MAX) { (body) }
                    p.hint { (lens.text("note-edit-kept")) }
                }
                div.row { button.btn.primary { (lens.say.text("word-save")) } }
            }
        }
        @if !versions.is_empty() {
            section.col.g-4 {
                h2.t-md { (lens.text("note-before")) }
                @for version in versions.iter().rev() {
                    article.card.col.g-3 { p.xs.quiet { (lens.text("note-until")) " " (lens.time(version.until)) } (text(lens.say, &version.body, None)) }
                }
            }
        }
    };
    page(p, who, &it, &lens.text("note-edit"), &main, typed.is_some()).await
}

/// The field of a note.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Noted {
    body: String,
}

/// `POST /messages/{id}/note`: what it says from now on.
///
/// # Errors
/// See [`note_page`].
pub async fn edit_note(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(noted): Form<Noted>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    match commands::edit_note(&p, &who.actor(), &id, &noted.body).await {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}#m-{id}"))),
        Err(CommandError::Refused(refusal)) => note_with(&p, &who, &id, Some((&noted.body, refusal))).await,
        Err(other) => Err(error(other)),
    }
}

/// What was asked to be taken out.
#[derive(Debug, Default)]
struct Wish {
    words: String,
    whole: bool,
    files: Vec<String>,
    why: String,
}

impl Wish {
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut wish = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "words" => wish.words = value,
                "whole" => wish.whole = true,
                "file" => wish.files.push(value),
                "why" => wish.why = value,
                _ => {}
            }
        }
        wish
    }
}

/// `GET /messages/{id}/redact`.
///
/// # Errors
/// See [`note_page`].
pub async fn redact_page(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    redact_with(&p, &who, &parse(&id)?, &Wish::default(), None).await
}

async fn redact_with(
    p: &Platform,
    who: &Who,
    id: &MessageId,
    wish: &Wish,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let (it, _) = found(p, who, id).await?;
    if !commands::may_redact(&who.actor(), &it) {
        return Err(Error::Forbidden);
    }
    let lens = Lens::of(p, who, &[]);
    let main = html! {
        @if let Some(refusal) = refusal { div.callout data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(refusal.message())) } } }
        section.card.col.g-4 { (text(lens.say, &it.body, it.language)) }
        form.card.col.g-5 method="post" action={ "/messages/" (it.id) "/redact" } {
            div.field {
                label for="words" { (lens.text("redact-words")) }
                textarea.input #words name="words" rows="3" aria-describedby="words-hint" { (wish.words) }
                p.hint #words-hint { (lens.say.with("redact-words-hint", args![most = STRETCH_MAX])) }
            }
            fieldset.col.g-3 {
                legend.vh { (lens.text("redact-more")) }
                @for file in &it.attachments {
                    label.check { input.box type="checkbox" name="file" value=(file.id) checked[wish.files.contains(&file.id.to_string())]; (lens.say.with("redact-file", args![name = &file.name])) }
                }
                label.check { input.box type="checkbox" name="whole" value="1" checked[wish.whole]; (lens.text("redact-whole")) }
            }
            div.field {
                label for="why" { (lens.text("redact-why")) }
                input.input #why name="why" required maxlength=(REASON_MAX) value=(wish.why);
                p.hint { (lens.text("redact-why-hint")) }
            }
            div.callout data-tone="warn" { (icon("info")) p { (lens.text("redact-for-good")) } }
            div.row { button.btn.primary { (lens.text("redact-do")) } }
        }
    };
    page(p, who, &it, &lens.text("redact-title"), &main, refusal.is_some()).await
}

/// `POST /messages/{id}/redact`: the fields `words` (a stretch a line), `file` (several), `whole` and `why`.
///
/// # Errors
/// See [`note_page`].
pub async fn redact(
    State(p): State<Platform>,
    who: Who,
    Extension(mails): Extension<Mails>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let wish = Wish::read(fields);
    let (it, _) = found(&p, &who, &id).await?;
    if !commands::may_redact(&who.actor(), &it) {
        return Err(Error::Forbidden);
    }
    let cut = mails.cut_out(&p, std::slice::from_ref(&id)).await?;
    let redaction = Redaction {
        taken: Taken::typed(&wish.words),
        whole: wish.whole,
        files: wish.files.iter().filter_map(|id| id.parse().ok()).collect(),
        why: wish.why.clone(),
    };
    match commands::redact(&p, &who.actor(), holders, &id, (redaction, cut)).await {
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}#m-{id}"))),
        Err(CommandError::Refused(refusal)) => redact_with(&p, &who, &id, &wish, Some(refusal)).await,
        Err(other) => Err(error(other)),
    }
}

/// `POST /conversations/{id}/cards`: masks all card numbers in it.
///
/// # Errors
/// See [`note_page`].
pub async fn mask_cards(
    State(p): State<Platform>,
    who: Who,
    Extension(mails): Extension<Mails>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    match masked(&p, &who.actor(), &mails, holders, &id).await {
        // Somebody was quicker.
        Ok(_) | Err(CommandError::Refused(Refusal::NothingRedacted)) => {
            Ok(respond::see(&format!("/conversations/{id}")))
        }
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// Masks the card numbers of a conversation, with the files of the mails that hold one cut out first.
pub(crate) async fn masked(
    p: &Platform,
    actor: &base::Actor,
    mails: &Mails,
    holders: Holders,
    id: &ConversationId,
) -> Answer<usize> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let ids = queries::with_cards(&mut p.db.read().await?, &scope, id).await?;
    let cut = mails.cut_out(p, &ids).await.map_err(|error| match error {
        Error::Fault(fault) => CommandError::Fault(fault),
        _ => CommandError::NotFound,
    })?;
    commands::mask_cards(p, actor, holders, id, cut).await
}
