//! One topic as colleagues see it: all of it, also what is out of sight, and what they can do with it.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::PersonId;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, args};
use serde::Deserialize;

use super::desk::decisions;
use super::{Done, Names, error, to, topic_id};
use crate::commands::{self, NewPost};
use crate::ids::TopicId;
use crate::model::{Idea, Kind, Member, Post, Topic, TopicState};
use crate::rules::rights;
use crate::store;

/// What was typed and why it will not do.
type Typed<'a> = (&'a str, Option<&'static str>);

/// `GET /desk/community/{id}`.
///
/// # Errors
/// When the reader may not, it is not there, or the database cannot be used; so for all here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    page(&p, &who, StatusCode::OK, &topic_id(&id)?, ("", None), &done.done).await
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    id: &TopicId,
    typed: Typed<'_>,
    done: &str,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let topic = store::topic(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let posts = store::posts(&mut conn, id).await?;
    let tags = store::tags(&mut conn, id).await?.join(", ");
    let voters = wanted_by(&mut conn, id).await?;
    let names = Names::of(&mut conn, std::slice::from_ref(&topic), &posts).await?;
    drop(conn);
    let (say, viewer) = (&who.say, who.viewer()?);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(topic.title) data-pane {
            div.page {
                header.page-head { h1 tabindex="-1" { (topic.title) } }
                div.col.g-5 {
                    (super::parts::said(say, done))
                    p.row.wrap {
                        a href="/desk/community" { (say.text("community-desk")) }
                        (super::parts::standing(say, &topic))
                        @if topic.is_public() { a href=(to(id)) { (say.text("community-show")) } }
                        @if let Some(conversation) = &topic.conversation {
                            a href={ "/conversations/" (conversation) } { (say.text("community-conversation")) }
                        }
                    }
                    @if let Some(wrong) = typed.1 {
                        div.callout data-tone="bad" role="alert" { (icon("alert")) p { (say.text(wrong)) } }
                    }
                    article.card.col.g-4 {
                        p.pre { (topic.body) }
                        (author(say, id, names.member(topic.person.as_ref())))
                        @if topic.state != TopicState::Merged { (decisions(say, id.as_str())) }
                    }
                    @for post in &posts { (written(say, &names, post)) }
                    (wanting(say, &topic, &voters))
                    @if topic.is_public() { (acts(say, &topic, &tags, typed.0)) }
                }
            }
        }
    };
    Ok(respond::page(status, viewer.page(p, &topic.title, &main).await?))
}

/// Of those who want it, so many are named; the API lists all.
const VOTERS: i64 = 50;

/// Who wants it: customers, by name in their file.
async fn wanted_by(conn: &mut Conn, id: &TopicId) -> Result<Vec<(PersonId, String)>, Error> {
    let ids = store::voters(conn, id, "", VOTERS).await?;
    let names = people::person::names(conn, &ids).await?;
    Ok(ids
        .into_iter()
        .map(|id| {
            let name = names.get(&id).cloned().unwrap_or_default();
            (id, name)
        })
        .collect())
}

fn wanting(say: &Say, topic: &Topic, voters: &[(PersonId, String)]) -> Markup {
    html! {
        @if !voters.is_empty() {
            details.card {
                summary { (say.with("community-wanted-by", args![count = topic.votes])) }
                ul.row.wrap { @for (id, name) in voters { li { a href={ "/customers/" (id) } { (name) } } } }
            }
        }
    }
}

/// Who wrote it, and what can be said of them.
fn author(say: &Say, topic: &TopicId, member: Option<&Member>) -> Markup {
    let Some(member) = member else { return html! { p.quiet { (say.text("community-somebody")) } } };
    let button = |act: &str, label: &str| {
        html! { button.btn.small name="act" value=(act) { (say.text(label)) } }
    };
    html! {
        form.row.wrap method="post" action={ "/desk/community/" (topic) "/member" } {
            input type="hidden" name="person" value=(member.person);
            a href={ "/customers/" (member.person) } { (member.name) }
            @if member.expert { span.chip data-tone="accent" { (icon_small("star")) (say.text("community-expert")) } }
            @if member.blocked { span.chip data-tone="bad" { (say.text("community-is-blocked")) } }
            @if member.expert { (button("plain", "community-no-expert")) } @else { (button("expert", "community-make-expert")) }
            @if member.blocked { (button("unblock", "community-unblock")) } @else { (button("block", "community-block")) }
        }
    }
}

fn written(say: &Say, names: &Names, post: &Post) -> Markup {
    html! {
        article.card.col.g-4 {
            p.row.wrap {
                @if post.under.is_some() { span.chip { (say.text("community-comment")) } }
                @if post.waits { span.chip data-tone="warn" { (say.text("community-waits")) } }
                @if post.hidden { span.chip data-tone="bad" { (say.text("community-hidden")) } }
                @if let Some(staff) = &post.staff {
                    span.chip data-tone="accent" { (icon_small("shield")) (names.staff.get(staff).map_or("", String::as_str)) }
                }
            }
            p.pre { (post.body) }
            @if post.staff.is_none() { (author(say, &post.topic, names.member(post.person.as_ref()))) }
            (decisions(say, post.id.as_str()))
        }
    }
}

fn acts(say: &Say, topic: &Topic, tags: &str, typed: &str) -> Markup {
    let path = format!("/desk/community/{}", topic.id);
    let locked = topic.state == TopicState::Locked;
    html! {
        form.card.col.g-4 method="post" action={ (path) "/answer" } {
            div.field {
                label for="answer" { (say.text("community-as-us")) }
                textarea.input id="answer" name="body" rows="6" { (typed) }
            }
            p { button.btn.primary { (icon("send")) (say.text("community-publish")) } }
        }
        @if topic.kind == Kind::Idea { (decision(say, topic, &path)) }
        div.row.wrap {
            form method="post" action={ (path) "/lock" } {
                input type="hidden" name="locked" value=(if locked { "0" } else { "1" });
                button.btn { (icon("lock")) (say.text(if locked { "community-unlock" } else { "community-lock" })) }
            }
            form.row.wrap method="post" action={ (path) "/merge" } {
                input.input name="into" maxlength="200" aria-label=(say.text("community-merge-into"))
                    placeholder=(say.text("community-merge-into"));
                button.btn { (icon("merge")) (say.text("community-merge")) }
            }
            @if rights::may_take_over(topic) {
                form method="post" action={ (path) "/take" } {
                    button.btn { (icon("inbox")) (say.text("community-take")) }
                }
            }
        }
        form.card.row.wrap method="post" action={ (path) "/move" } {
            select.input name="kind" aria-label=(say.text("community-kind")) {
                @for (kind, label) in [(Kind::Question, "community-question"), (Kind::Idea, "community-idea")] {
                    option value=(kind.code()) selected[kind == topic.kind] { (say.text(label)) }
                }
            }
            input.input name="tags" maxlength="200" value=(tags) aria-label=(say.text("community-tags"))
                placeholder=(say.text("community-tags"));
            button.btn { (say.text("community-move")) }
        }
    }
}

fn decision(say: &Say, topic: &Topic, path: &str) -> Markup {
    html! {
        form.card.col.g-4 method="post" action={ (path) "/idea" } {
            div.field {
                label for="idea" { (say.text("community-becomes")) }
                select.input id="idea" name="idea" {
                    @for idea in Idea::ALL { option value=(idea.code()) selected[idea == topic.idea] { (say.text(idea.message())) } }
                }
            }
            div.field {
                label for="reason" { (say.text("community-because")) }
                input.input id="reason" name="reason" maxlength="500" value=(topic.reason);
            }
            p { button.btn { (say.text("word-save")) } }
        }
    }
}

/// What the forms here send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    body: String,
    locked: String,
    into: String,
    idea: String,
    kind: String,
    tags: String,
    reason: String,
    person: String,
    act: String,
}

/// `POST /desk/community/{id}/answer`: `body`, for everybody to read, under the colleague's name.
///
/// # Errors
/// See [`show`].
pub async fn answer(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let new = NewPost { body: sent.body.clone(), ..NewPost::default() };
    let done = commands::answer_as_staff(&p, &who.actor(), &id, new).await.map(|_| ());
    shown(&p, &who, &id, done, &sent.body).await
}

/// `POST /desk/community/{id}/lock`: `locked` = `1` or `0`.
///
/// # Errors
/// See [`show`].
pub async fn lock(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let done = commands::lock(&p, &who.actor(), &id, sent.locked == "1").await;
    shown(&p, &who, &id, done, "").await
}

/// `POST /desk/community/{id}/merge`: `into`, the address or the id of the other.
///
/// # Errors
/// See [`show`].
pub async fn merge(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let last = sent.into.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let into = topic_id(last.split(['?', '#']).next().unwrap_or_default()).unwrap_or_else(|_| id.clone());
    let done = commands::merge(&p, &who.actor(), &id, &into).await;
    shown(&p, &who, &id, done, "").await
}

/// `POST /desk/community/{id}/move`: `kind`, `tags`.
///
/// # Errors
/// See [`show`].
pub async fn reshape(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let kind = Kind::from_code(&sent.kind).ok_or(Error::NotFound)?;
    let done = commands::reshape(&p, &who.actor(), &id, kind, &sent.tags).await;
    shown(&p, &who, &id, done, "").await
}

/// `POST /desk/community/{id}/take`: it becomes a conversation within moments.
///
/// # Errors
/// See [`show`].
pub async fn take(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    commands::take_over(&p, &who.actor(), &id).await.map_err(error)?;
    Ok(respond::see(&format!("/desk/community/{id}?done=taken")))
}

/// `POST /desk/community/{id}/idea`: `idea`, `reason`.
///
/// # Errors
/// See [`show`].
pub async fn idea(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = topic_id(&id)?;
    let idea = Idea::from_code(&sent.idea).ok_or(Error::NotFound)?;
    let done = commands::decide_idea(&p, &who.actor(), &id, idea, &sent.reason).await;
    shown(&p, &who, &id, done, "").await
}

/// `POST /desk/community/{id}/member`: `person`, `act` = `expert`, `plain`, `block`, `unblock`.
///
/// # Errors
/// See [`show`].
pub async fn member(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let (id, actor) = (topic_id(&id)?, who.actor());
    let person = sent.person.parse().map_err(|_| Error::NotFound)?;
    let done = match sent.act.as_str() {
        "expert" | "plain" => commands::set_expert(&p, &actor, &person, sent.act == "expert").await,
        "block" | "unblock" => commands::set_blocked(&p, &actor, &person, sent.act == "block").await,
        _ => return Err(Error::NotFound),
    };
    shown(&p, &who, &id, done, "").await
}

/// Back to the page; what can be mended is said there, with what was typed.
async fn shown(
    p: &Platform,
    who: &Who,
    id: &TopicId,
    done: commands::Answer<()>,
    typed: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(respond::see(&format!("/desk/community/{id}"))),
        Err(commands::CommandError::Refused(refusal)) => {
            page(p, who, StatusCode::UNPROCESSABLE_ENTITY, id, (typed, Some(refusal.message())), "").await
        }
        Err(other) => Err(error(other)),
    }
}
