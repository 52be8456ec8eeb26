//! What was answered before in cases like this one, asked for by a press; and in the form of a reply that began so, what
//! differs and the line by which its writer says that the customer's own point stands in it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::inbox::subject;
use super::super::lens::Lens;
use crate::commands;
use crate::queries::{self, LikeCase};
use crate::rules::likeness::{Kind, Mark};
use crate::rules::problems::wrote;
use crate::{Conversation, ConversationId, MessageId};

/// Letters of a question that are shown.
const QUESTION: usize = 600;

/// Where a draft began, and what of it may not fit here.
#[derive(Clone, Debug)]
pub(super) struct Like {
    /// The number of the other conversation.
    pub number: i64,
    /// What stands in the draft and not in this case.
    pub differs: Vec<Mark>,
    /// What the customer asked here.
    pub point: String,
}

/// The way there, beside the conversation.
pub(super) fn section(lens: Lens<'_>, id: &ConversationId) -> Markup {
    html! {
        @if lens.works {
            section.row.wrap.g-3 {
                a.btn.small href={ "/conversations/" (id) "/like" } { (icon("book")) (lens.text("like-title")) }
                // The pages of articles stand beside these; they look for what may fit when they are opened.
                a.btn.small href={ "/conversations/" (id) "/answers" } { (icon("file")) (lens.text("like-articles")) }
            }
        }
    }
}

/// In the form of a reply: what differs, and the line without which it is not sent.
pub(super) fn line(lens: Lens<'_>, from: &MessageId, like: Option<&Like>) -> Markup {
    html! {
        div.callout data-tone="warn" role="group" aria-labelledby="like-h" {
            (icon("book"))
            div.col.g-3 {
                input type="hidden" name="like" value=(from);
                p #like-h {
                    @match like {
                        Some(like) => (lens.say.with("like-began", args![number = like.number.to_string()])),
                        None => (lens.text("like-began-elsewhere")),
                    }
                }
                @if let Some(like) = like.filter(|like| !like.differs.is_empty()) {
                    p.sm { (lens.text("like-differs")) }
                    (marks(lens, &like.differs))
                }
                label.check {
                    input type="checkbox" name="like-read" value="1";
                    span {
                        (lens.text("like-read"))
                        @if let Some(point) = like.map(|like| wrote(&like.point)).filter(|point| !point.is_empty()) { " " q { (point) } }
                    }
                }
            }
        }
    }
}

/// What differs, each once, with what it is.
fn marks(lens: Lens<'_>, all: &[Mark]) -> Markup {
    let mut seen: Vec<(Kind, &str)> = Vec::new();
    for mark in all {
        if !seen.contains(&(mark.kind, mark.text.as_str())) {
            seen.push((mark.kind, &mark.text));
        }
    }
    html! {
        ul.row.wrap.g-3 {
            @for (kind, text) in seen { li { span.chip data-tone="warn" { (lens.text(kind_text(kind))) ": " b { (text) } } } }
        }
    }
}

const fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "like-name",
        Kind::Number => "like-number",
        Kind::Date => "like-date",
        Kind::Amount => "like-amount",
        Kind::Link => "like-link",
    }
}

/// A text with what differs marked in it.
fn marked(text: &str, all: &[Mark]) -> Markup {
    let mut at = 0;
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    for mark in all {
        pieces.push((text.get(at..mark.from).unwrap_or_default(), false));
        pieces.push((text.get(mark.from..mark.to).unwrap_or_default(), true));
        at = mark.to;
    }
    pieces.push((text.get(at..).unwrap_or_default(), false));
    html! { @for (piece, differs) in pieces { @if differs { mark { (piece) } } @else { (piece) } } }
}

/// `GET /conversations/{id}/like`: what was answered before.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for both.
pub async fn like(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let at = queries::case_at_hand(&mut conn, it.clone()).await?;
    let cases = queries::like_cases(&mut conn, &scope, &at).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    let title = lens.text("like-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane { (body(lens, &it, &cases)) }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

fn body(lens: Lens<'_>, it: &Conversation, cases: &[LikeCase]) -> Markup {
    html! {
        div.page {
            header.page-head {
                a.btn.ghost.icon href={ "/conversations/" (it.id) } data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
                div.col.g-1 {
                    h1 tabindex="-1" { (lens.text("like-title")) }
                    p { "#" (it.number) " " (subject(lens, &it.subject)) }
                }
            }
            @if cases.is_empty() {
                div.card { div.empty data-tone="plain" { (icon("book")) h2 { (lens.text("like-none")) } } }
            }
            @for case in cases { (shown(lens, it, case)) }
        }
    }
}

fn shown(lens: Lens<'_>, it: &Conversation, case: &LikeCase) -> Markup {
    let other = &case.conversation;
    let question: String = case.question.chars().take(QUESTION).collect();
    let language = other.language.map(base::Language::code);
    html! {
        article.card.col.g-4 {
            h2 lang=[language] { a.plain-link href={ "/conversations/" (other.id) } { "#" (other.number) " " (subject(lens, &other.subject)) } }
            details.fold { summary { (icon("right")) (lens.text("like-question")) } p.pre.sm lang=[language] { (question) } }
            p.pre lang=[language] { (marked(&case.reply.body, &case.differs)) }
            @if !case.differs.is_empty() { p.sm.quiet { (lens.text("like-differs")) } (marks(lens, &case.differs)) }
            form method="post" action={ "/conversations/" (it.id) "/like" } {
                input type="hidden" name="message" value=(case.reply.id);
                button.btn.primary { (icon("edit")) (lens.text("like-use")) }
            }
        }
    }
}

/// The fields of that form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    message: String,
}

/// `POST /conversations/{id}/like`: puts the answer `message` into one's draft.
///
/// # Errors
/// See [`like`].
pub async fn use_like(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let from: MessageId = asked.message.parse().map_err(|_| Error::NotFound)?;
    let id = commands::use_like(&p, &who.actor(), &id, &from).await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{id}?compose=reply#reply")))
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, conversation, lens, say};
    use crate::rules::likeness::differing;

    #[test]
    fn what_differs_is_marked_and_text_in_every_language() {
        for language in Language::ALL {
            let say = say(language);
            let lens = lens(&say);
            let text = format!("Order 10391 for Ola {NASTY}");
            let differs = differing(&text, &[], "");
            let out = marked(&text, &differs).into_string();
            assert!(out.contains("<mark>10391</mark>") && out.contains("<mark>Ola</mark>"), "{out}");
            let like = Like { number: 48213, differs, point: NASTY.into() };
            let from = format!("msg_{}", "0".repeat(26)).parse().expect("an id");
            let line = line(lens, &from, Some(&like)).into_string();
            assert!(line.contains("name=\"like-read\"") && !line.contains("checked"), "{line}");
            for out in [&out, &line, &body(lens, &conversation(), &[]).into_string()] {
                for bad in ["<img", "</script>", "{$", "{ $", "like-began", ">like-"] {
                    assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
                }
            }
        }
    }
}
