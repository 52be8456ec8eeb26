//! What a customer needs, beside their conversation and noted out of it: words that somebody selects in a message go into
//! a form below it; without scripts a sign in its head leads to the same form.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::super::needs::told;
use super::refused;
use crate::commands::{self, CommandError, NewNeed};
use crate::queries::{self, Thread};
use crate::rules::needs as rule;
use crate::rules::states::{REASON_MAX, Refusal};
use crate::{Conversation, ConversationId, Message, MessageId, MessageKind, Need, NeedId, NeedState};

/// Needs that are over and still shown beside the conversation.
const OVER_MOST: usize = 3;

/// Whether a customer can have said something in it that is worth noting.
const fn heard(it: &Message) -> bool {
    matches!(it.kind, MessageKind::Inbound | MessageKind::Contact | MessageKind::Note)
}

/// The sign in the head of a message: its script takes along what is selected there.
pub(super) fn sign(lens: Lens<'_>, it: &Message) -> Markup {
    let label = lens.text("need-note");
    html! {
        @if heard(it) {
            t-need {
                a.btn.ghost.icon.small href={ "/conversations/" (it.conversation) "/needs/new?message=" (it.id) }
                    data-into={ "need-" (it.id) } aria-label=(label) title=(label) { (icon("heart")) }
            }
        }
    }
}

/// Where the form opens, below a message.
pub(super) fn place(it: &Message) -> Markup {
    html! { @if heard(it) { div #{ "need-" (it.id) } hx-morph-skip {} } }
}

/// What a customer needs, beside their conversation.
pub(super) fn section(lens: Lens<'_>, thread: &Thread) -> Markup {
    let over = thread.needs.iter().rev().filter(|one| one.state != NeedState::Open).take(OVER_MOST);
    let label = lens.text("need-note");
    html! {
        section #needs {
            header {
                h2 { (lens.text("needs-title")) }
                t-need.push {
                    a.btn.ghost.icon.small href={ "/conversations/" (thread.conversation.id) "/needs/new" }
                        data-into="need-new" data-key="b" aria-keyshortcuts="B" aria-label=(label) title=(label) { (icon("plus")) }
                }
            }
            div #need-new hx-morph-skip {}
            ul.col.g-4 {
                @for it in thread.needs.iter().filter(|one| one.state == NeedState::Open) { li { (open(lens, it)) } }
                @for it in over { li { (ended(lens, it)) } }
            }
        }
    }
}

/// What it is about, and where it was said.
fn about(lens: Lens<'_>, it: &Need) -> Markup {
    html! {
        span.xs.quiet.row.wrap.g-2 {
            @if !it.topic.is_empty() { a.quiet href={ "/needs?" (topic_query(&it.topic)) } { (it.topic) } }
            @if !it.product.is_empty() { span { (it.product) } }
            @if let Some(message) = &it.message { a.quiet href={ "#m-" (message) } { (lens.text("need-said")) } }
        }
    }
}

/// The part of an address that asks for a topic.
pub(in crate::http) fn topic_query(topic: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair("topic", topic).finish()
}

fn open(lens: Lens<'_>, it: &Need) -> Markup {
    let own = it.noted_by.is_some() && it.noted_by.as_ref() == lens.me;
    html! {
        div.col.g-2.sm #{ "n-" (it.id) } {
            q { (it.words) }
            (about(lens, it))
            @if lens.works || own { (more(lens, it)) }
        }
    }
}

/// What can become of one that is open.
fn more(lens: Lens<'_>, it: &Need) -> Markup {
    let action = format!("/needs/{}", it.id);
    html! {
        details.fold {
            summary { (icon_small("right")) (lens.text("need-more")) span.vh { " " (it.words) } }
            div.col.g-4 {
                @if lens.works {
                    div.row.wrap.g-3 {
                        form method="post" action=(action) { button.btn.small name="change" value="meet" { (lens.text("need-meet")) } }
                        a.btn.small.ghost href={ "/needs/tell?need=" (it.id) } { (lens.text("need-meet-tell")) }
                    }
                    form.row.wrap.g-3 method="post" action=(action) {
                        label.row.g-2.xs.grow {
                            (lens.text("need-why"))
                            input.input name="reason" required maxlength=(REASON_MAX) autocomplete="off";
                        }
                        button.btn.small name="change" value="decline" { (lens.text("need-decline")) }
                    }
                }
                form.col.g-3 method="post" action=(action) {
                    (fields(lens, &format!("change-{}", it.id), (&it.words, &it.topic, &it.product), &[]))
                    div.row.g-3 {
                        button.btn.small name="change" value="change" { (lens.text("word-save")) }
                        button.btn.small.ghost name="change" value="remove" formnovalidate { (lens.text("need-remove")) }
                    }
                }
            }
        }
    }
}

/// One that is met or declined.
fn ended(lens: Lens<'_>, it: &Need) -> Markup {
    let met = it.state == NeedState::Met;
    html! {
        div.row.xs.quiet.g-2 #{ "n-" (it.id) } {
            (icon_small(if met { "check" } else { "x" }))
            span.grow {
                q { (it.words) } " · " (lens.text(if met { "need-met" } else { "need-declined" }))
                @if met { " · " (told(lens, it)) }
                @if !it.reason.is_empty() { " · " (it.reason) }
            }
            @if lens.works {
                form method="post" action={ "/needs/" (it.id) } {
                    button.btn.ghost.small name="change" value="reopen" { (lens.text("need-reopen")) }
                }
            }
        }
    }
}

/// Words, topic and product. `topics` are offered to choose from.
fn fields(lens: Lens<'_>, id: &str, (words, topic, product): (&str, &str, &str), topics: &[String]) -> Markup {
    let (said, of, thing) = (format!("{id}-words"), format!("{id}-topic"), format!("{id}-product"));
    let list = format!("{id}-topics");
    html! {
        div.field {
            label for=(said) { (lens.text("need-words")) }
            textarea.input #(said) name="words" rows="2" required maxlength=(rule::WORDS_MAX) { (words) }
        }
        div.row.wrap.g-3 {
            div.field.grow {
                label for=(of) { (lens.text("need-topic")) }
                input.input #(of) name="topic" value=(topic) maxlength=(rule::TOPIC_MAX) autocomplete="off"
                    list=[(!topics.is_empty()).then_some(&list)];
                @if !topics.is_empty() { datalist #(list) { @for one in topics { option value=(one) {} } } }
            }
            div.field.grow {
                label for=(thing) { (lens.text("need-product")) }
                input.input #(thing) name="product" value=(product) maxlength=(rule::PRODUCT_MAX) autocomplete="off";
            }
        }
    }
}

/// What the form is opened with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Begun {
    message: String,
    words: String,
}

/// The fields of these forms.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    change: String,
    words: String,
    topic: String,
    product: String,
    message: String,
    reason: String,
    /// A list that one comes from.
    back: String,
}

impl Typed {
    fn new_need(&self) -> Result<NewNeed, Error> {
        Ok(NewNeed {
            words: self.words.clone(),
            topic: self.topic.clone(),
            product: self.product.clone(),
            message: named(&self.message)?,
        })
    }
}

/// The message that a form names, if it names one.
fn named(text: &str) -> Result<Option<MessageId>, Error> {
    let given = Some(text).filter(|text| !text.is_empty());
    given.map(|text| text.parse().map_err(|_| Error::NotFound)).transpose()
}

/// The form, alone.
fn form(lens: Lens<'_>, id: &ConversationId, typed: &Typed, topics: &[String], wrong: Option<Refusal>) -> Markup {
    let slot = if typed.message.is_empty() { "need-new".to_owned() } else { format!("need-{}", typed.message) };
    let post = format!("/conversations/{id}/needs");
    html! {
        form.card.col.g-4 #{ (slot) "-form" } method="post" action=(post) hx-post=(post) hx-target={ "#" (slot) } hx-swap="innerHTML" {
            input type="hidden" name="message" value=(typed.message);
            @if let Some(wrong) = wrong { div.callout data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(wrong.message())) } } }
            (fields(lens, &slot, (&typed.words, &typed.topic, &typed.product), topics))
            div.row.g-3 {
                button.btn.small.primary { (lens.text("need-keep")) }
                a.btn.small.ghost href={ "/conversations/" (id) } data-need-close { (lens.text("word-cancel")) }
            }
        }
    }
}

/// The form as a page of its own, or alone below the message.
async fn answered(
    (p, who, wants): (&Platform, &Who, &Wants),
    it: &Conversation,
    typed: &Typed,
    wrong: Option<Refusal>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::NoteConversations)?;
    let topics = queries::known_topics(&mut p.db.read().await?, &scope).await?;
    let lens = Lens::of(p, who, &[]);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = form(lens, &it.id, typed, &topics, wrong);
    if wants.fragment {
        return Ok(respond::page(status, form));
    }
    let title = lens.text("need-note");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href={ "/conversations/" (it.id) } data-key="Escape" aria-label=(lens.text("why-back")) { (icon("back")) }
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { "#" (it.number) " " (it.subject) } }
                }
                div #{ @if typed.message.is_empty() { "need-new" } @else { "need-" (typed.message) } } { (form) }
            }
        }
    };
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

/// The conversation, for whoever may note something there.
async fn found(p: &Platform, who: &Who, id: &str) -> Result<Conversation, Error> {
    let scope = allowed(&who.actor(), Action::NoteConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    queries::find(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)
}

/// `GET /conversations/{id}/needs/new`: the form; `message` is what it was said in, `words` what is selected there.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all.
pub async fn new_need(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Query(begun): Query<Begun>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let message = named(&begun.message)?.map(|id| id.to_string()).unwrap_or_default();
    let typed = Typed { words: rule::words(&begun.words), message, ..Typed::default() };
    answered((&p, &who, &wants), &it, &typed, None).await
}

/// `POST /conversations/{id}/needs`: notes `words` about `topic` and `product`, said in `message`.
///
/// # Errors
/// See [`new_need`].
pub async fn note_need(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let new = typed.new_need()?;
    match commands::note_need(&p, &who.actor(), &it.id, &new).await {
        Ok(need) if wants.fragment => {
            let lens = Lens::of(&p, &who, &[]);
            Ok(respond::page(StatusCode::OK, noted(lens, &need, &rule::words(&typed.words), &typed.message)))
        }
        Ok(need) => Ok(respond::see(&format!("/conversations/{}#n-{need}", it.id))),
        Err(CommandError::Refused(refusal)) => answered((&p, &who, &wants), &it, &typed, Some(refusal)).await,
        Err(other) => Err(error(other)),
    }
}

/// That it is noted, with the way back.
fn noted(lens: Lens<'_>, id: &NeedId, words: &str, message: &str) -> Markup {
    let slot = if message.is_empty() { "need-new".to_owned() } else { format!("need-{message}") };
    let action = format!("/needs/{id}");
    html! {
        form.row.wrap.sm.g-3 method="post" action=(action) hx-post=(action) hx-target={ "#" (slot) } hx-swap="innerHTML" {
            (icon_small("check"))
            span.grow role="status" { (lens.say.with("need-noted", args![words = words])) }
            button.btn.ghost.small name="change" value="remove" { (lens.text("need-undo")) }
        }
    }
}

/// `POST /needs/{id}`: `change` says what becomes of it: `meet`, `decline` (`reason`), `reopen`, `remove`, `change`
/// (`words`, `topic`, `product`).
///
/// # Errors
/// See [`new_need`].
pub async fn change_need(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id: NeedId = id.parse().map_err(|_| Error::NotFound)?;
    let actor = who.actor();
    let scope = allowed(&actor, Action::NoteConversations)?;
    let found = queries::need(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    let outcome = match typed.change.as_str() {
        "meet" => commands::meet_need(&p, &actor, &id).await,
        "decline" => commands::decline_need(&p, &actor, &id, &typed.reason).await,
        "reopen" => commands::reopen_need(&p, &actor, &id).await,
        "remove" => commands::remove_need(&p, &actor, &id).await,
        "change" => commands::change_need(&p, &actor, &id, &typed.new_need()?).await,
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    match outcome {
        Ok(_) if wants.fragment => Ok(respond::page(StatusCode::OK, html! {})),
        Ok(_) if typed.back.starts_with("/needs") => Ok(respond::see(&typed.back)),
        Ok(conversation) => Ok(respond::see(&format!("/conversations/{conversation}#needs"))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &found.conversation, refusal).await,
        Err(other) => Err(error(other)),
    }
}
