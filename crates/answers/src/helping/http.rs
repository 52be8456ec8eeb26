//! Beside a conversation: articles that may help, put into the reply, and what was answered here as a new article.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /conversations/{id}/answers` | [`show`], [`insert`] |
//! | `GET`, `POST /conversations/{id}/answers/new` | [`new`], [`create`] |

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, allowed};
use conversations::commands::{CommandError, put_in_reply};
use conversations::{Conversation, ConversationId, Group, queries};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, args};
use serde::Deserialize;
use words::search::Excerpt;

use super::rules::composing;
use super::rules::stripping::Kind;
use super::{Made, made_of, near, suggested};
use crate::articles::commands::{self, NewArticle};
use crate::articles::found::passages;
use crate::articles::store::{self, Counted};
use crate::articles::{About, Audience, Draft, Failure, Live, Reader, Refusal, TextId};

/// The conversation, for who answers in it and reads articles.
async fn conversation(conn: &mut Conn, who: &Who, id: &str) -> Result<Conversation, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let _all = allowed(&who.actor(), Action::ReadArticles)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    queries::find(conn, &scope, &id).await?.ok_or(Error::NotFound)
}

/// `GET /conversations/{id}/answers`: articles that may answer what its customer asked last.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the tables cannot be used; so for all here.
pub async fn show(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let it = conversation(&mut conn, &who, &id).await?;
    let found = suggested(&p, &mut conn, &it).await?;
    let passages = passages(&mut conn, Reader::Colleague, &found).await?;
    drop(conn);
    let title = who.say.text("answers-title");
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let body = html! {
        @if found.articles.is_empty() {
            div.card { div.empty data-tone="plain" { (icon("file")) h2 { (who.say.text("answers-none")) } } }
        }
        @for (one, why) in found.articles.iter().zip(&passages) { (suggestion(&who, &it, one, why)) }
        // What is still open may turn out otherwise.
        @if writes && it.state.group() == Group::Closed {
            p { a.btn href={ "/conversations/" (it.id) "/answers/new" } { (icon("plus")) (who.say.text("answers-make")) } }
        }
    };
    page(&p, &who, &it, (StatusCode::OK, &title), &body).await
}

async fn page(
    p: &Platform,
    who: &Who,
    it: &Conversation,
    (status, title): (StatusCode, &str),
    body: &Markup,
) -> Result<Response, Error> {
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href={ "/conversations/" (it.id) } data-key="Escape"
                        aria-label=(who.say.text("conversation-back")) { (icon("back")) }
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { "#" (it.number) " " (it.subject) } }
                }
                (body)
            }
        }
    };
    Ok(respond::page(status, who.viewer()?.page(p, title, &main).await?))
}

fn suggestion(who: &Who, it: &Conversation, one: &Live, why: &Excerpt) -> Markup {
    let say = &who.say;
    html! {
        article.card.col.g-4 {
            h2 lang=(one.language.code()) {
                a.plain-link href={ "/settings/articles/" (one.article) "/" (one.language.code()) } { (one.draft.title) }
            }
            p.sm.soft lang=(one.language.code()) {
                @for (text, marked) in &why.pieces {
                    @if *marked { mark data-tone="warn" { (text) } } @else { (text) }
                }
            }
            p.sm.quiet { (say.with("answers-version", args![version = one.version, date = say.date(one.at, &who.zone)])) }
            @if one.audience == Audience::Internal {
                p.sm { (say.text("answers-internal")) }
            } @else {
                form.row.wrap.g-3 method="post" action={ "/conversations/" (it.id) "/answers" } {
                    input type="hidden" name="text" value=(one.id);
                    button.btn.primary name="how" value="text" { (icon("edit")) (say.text("answers-as-text")) }
                    button.btn name="how" value="link" { (icon("link")) (say.text("answers-as-link")) }
                }
            }
        }
    }
}

/// The fields of that form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Inserted {
    text: String,
    how: String,
}

/// `POST /conversations/{id}/answers`: puts the article `text` into one's reply, `how` it says: `text` or `link`. What
/// is internal goes into no reply.
///
/// # Errors
/// See [`show`].
pub async fn insert(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Inserted>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let it = conversation(&mut conn, &who, &id).await?;
    let text: TextId = typed.text.parse().map_err(|_| Error::NotFound)?;
    let found = store::by_ids(&mut conn, Reader::Customer, &[text.to_string()]).await?;
    let one = found.into_iter().next().ok_or(Error::NotFound)?;
    let body = store::live_body(&mut conn, Reader::Customer, &text).await?.unwrap_or_default();
    drop(conn);
    let address = format!("{}/help/{}/{}", p.site.url, one.language.code(), one.address);
    let words = match typed.how.as_str() {
        "link" => composing::link(&one.draft.title, &address),
        "text" => composing::plain(&body, &p.site.url),
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    let id = put_in_reply(&p, &who.actor(), &it.id, &words).await.map_err(refused)?;
    let today = p.clock.business().to_zoned(who.zone.clone()).date();
    let mut tx = p.begin().await?;
    store::add_count(&mut tx, today, &text, Counted::Used, 1).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/conversations/{id}?compose=reply#reply")))
}

fn refused(error: CommandError) -> Error {
    match error {
        CommandError::NotFound => Error::NotFound,
        CommandError::Forbidden => Error::Forbidden,
        CommandError::Refused(refusal) => Error::invalid(refusal.message()),
        CommandError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /conversations/{id}/answers/new`: what was answered, without what is personal, before it becomes a draft.
///
/// # Errors
/// See [`show`].
pub async fn new(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let (it, made, near) = proposed(&p, &who, &id).await?;
    let title = who.say.text("answers-make");
    let body = match &made {
        Some(made) => proposal(&who, &it, made, &near, &made.draft, None),
        None => unanswered(&who),
    };
    page(&p, &who, &it, (StatusCode::OK, &title), &body).await
}

fn unanswered(who: &Who) -> Markup {
    html! { div.card { div.empty data-tone="plain" { (icon("file")) h2 { (who.say.text("answers-no-reply")) } } } }
}

async fn proposed(p: &Platform, who: &Who, id: &str) -> Result<(Conversation, Option<Made>, Vec<Live>), Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let mut conn = p.db.read().await?;
    let it = conversation(&mut conn, who, id).await?;
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let usual = conversations::settings::business(&mut conn).await?.language;
    let made = made_of(&mut conn, &scope, &it.id, usual).await?;
    let near = match &made {
        Some(made) => near(p, &mut conn, made).await?,
        None => Vec::new(),
    };
    Ok((it, made, near))
}

fn proposal(
    who: &Who,
    it: &Conversation,
    made: &Made,
    near: &[Live],
    draft: &Draft,
    refusal: Option<Refusal>,
) -> Markup {
    let say = &who.say;
    html! {
        @if let Some(refusal) = refusal {
            div.callout data-tone="bad" role="alert" { (icon("alert")) p { (say.text(refusal.message())) } }
        }
        @if !near.is_empty() {
            div.callout data-tone="warn" {
                (icon("alert"))
                div.col.g-2 {
                    p { (say.text("answers-near")) }
                    ul { @for one in near { li {
                        a href={ "/settings/articles/" (one.article) "/" (one.language.code()) } { (one.draft.title) }
                    } } }
                }
            }
        }
        section.card.col.g-3 aria-labelledby="taken-h" {
            h2 #taken-h { (say.text("answers-taken")) }
            @if made.taken.is_empty() { p.soft { (say.text("answers-taken-nothing")) } }
            @else {
                ul.row.wrap.g-3 {
                    @for one in &made.taken { li { span.chip data-tone="warn" { (say.text(name(one.kind))) ": " b { (one.text) } } } }
                }
                p.sm.soft { (say.text("answers-taken-why")) }
            }
        }
        form.card.col.g-5 method="post" action={ "/conversations/" (it.id) "/answers/new" } novalidate {
            div.field {
                label for="title" { (say.text("answers-field-title")) }
                input.input #title name="title" value=(draft.title) maxlength="160" lang=(made.language.code());
            }
            div.field {
                label for="body" { (say.text("answers-field-body")) }
                textarea.input #body name="body" rows="16" lang=(made.language.code()) { (draft.body) }
            }
            p.sm.quiet { (say.with("answers-language", args![language = made.language.own_name()])) }
            p { button.btn.primary { (icon("check")) (say.text("answers-save")) } }
        }
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "answers-kind-name",
        Kind::Mail => "answers-kind-mail",
        Kind::Phone => "answers-kind-phone",
        Kind::Address => "answers-kind-address",
        Kind::Number => "answers-kind-number",
        Kind::Link => "answers-kind-link",
    }
}

/// What was written of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Written {
    title: String,
    body: String,
}

/// `POST /conversations/{id}/answers/new`: `title`, `body`; begins a draft in the language of the conversation.
///
/// # Errors
/// See [`show`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(written): Form<Written>,
) -> Result<Response, Error> {
    let (it, made, near) = proposed(&p, &who, &id).await?;
    let Some(made) = made else {
        let title = who.say.text("answers-make");
        return page(&p, &who, &it, (StatusCode::UNPROCESSABLE_ENTITY, &title), &unanswered(&who)).await;
    };
    let draft = Draft { title: written.title, summary: String::new(), body: written.body };
    let language: Language = made.language;
    let about = About { sources: format!("#{}", it.number), ..About::default() };
    let mut tx = p.begin().await?;
    match commands::begin(&mut tx, &who.actor(), NewArticle { language, draft: draft.clone(), about }).await {
        Ok(article) => {
            tx.commit().await?;
            Ok(respond::see(&format!("/settings/articles/{article}/{}?done=saved", language.code())))
        }
        Err(Failure::Refused(refusal @ (Refusal::TitleMissing | Refusal::TooLong))) => {
            let title = who.say.text("answers-make");
            let body = proposal(&who, &it, &made, &near, &draft, Some(refusal));
            page(&p, &who, &it, (StatusCode::UNPROCESSABLE_ENTITY, &title), &body).await
        }
        Err(Failure::Refused(Refusal::Forbidden)) => Err(Error::Forbidden),
        Err(Failure::Refused(refusal)) => Err(Error::invalid(refusal.message())),
        Err(Failure::Fault(fault)) => Err(Error::Fault(fault)),
    }
}
