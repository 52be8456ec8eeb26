//! Asking: first in a few words, then what others asked already stands beside the form. Works without scripts.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};
use platform::Platform;
use platform::throttle::{Key, Throttle};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::web::respond;
use serde::Deserialize;

use super::{HERE, Hall, came, lists, made, on_form, parts, to};
use crate::commands::{self, NewTopic};
use crate::model::{Kind, Topic};
use crate::rules::rights::TITLE_MOST;

/// Like questions that are shown.
const ALIKE: usize = 5;

/// What was typed so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    kind: String,
    title: String,
    body: String,
    tags: String,
    made: String,
    website: String,
}

/// `GET /community/ask?title=…`: without a title, asks for it; with one, shows what is like it and the rest of the form.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    let (hall, _) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    page(&p, &hall, StatusCode::OK, &typed, None).await
}

/// `POST /community/ask`: `kind`, `title`, `body`, `tags`.
///
/// # Errors
/// See [`super::lists::index`]; and when somebody sends too much.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let account = format!("community {person}");
    let keys = [Key::Account(&account), Key::Peer(peer.0)];
    throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
    let new = NewTopic {
        kind: Kind::from_code(&typed.kind).unwrap_or_default(),
        title: typed.title.clone(),
        body: typed.body.clone(),
        tags: typed.tags.clone(),
        came: came(&p, &typed.made, &typed.website),
    };
    match commands::ask(&p, &person, new).await {
        Ok(topic) => {
            if !topic.waits {
                throttle.succeed(&keys);
            }
            let done = if topic.waits { "waits" } else { "asked" };
            Ok(respond::see(&format!("{}?done={done}", to(&topic.id))))
        }
        Err(failure) => {
            let message = on_form(failure)?;
            page(&p, &hall, StatusCode::UNPROCESSABLE_ENTITY, &typed, Some(message)).await
        }
    }
}

async fn page(
    p: &Platform,
    hall: &Hall,
    status: StatusCode,
    typed: &Typed,
    wrong: Option<&'static str>,
) -> Result<Response, Error> {
    if hall.member.is_none() {
        return Ok(super::me::page(hall, StatusCode::OK, &[], "", None, "ask"));
    }
    let title = one_line(&typed.title, TITLE_MOST);
    let alike =
        if title.is_empty() { Vec::new() } else { lists::alike(&mut p.db.read().await?, &title, ALIKE).await? };
    let whole = !title.is_empty() || wrong.is_some();
    let heading = hall.say.text("community-ask");
    let main = if whole { rest(p, hall, &heading, typed, &alike, wrong) } else { first(hall, &heading, typed) };
    Ok(hall.page(status, &heading, &format!("{HERE}/ask"), &main))
}

fn kinds(hall: &Hall, chosen: &str) -> Markup {
    let say = &hall.say;
    html! {
        fieldset.field {
            legend { (say.text("community-kind")) }
            div.row.wrap {
                @for (kind, label) in [(Kind::Question, "community-question"), (Kind::Idea, "community-idea")] {
                    label.check {
                        input.dot type="radio" name="kind" value=(kind.code())
                            checked[kind == Kind::from_code(chosen).unwrap_or_default()];
                        span { (say.text(label)) }
                    }
                }
            }
        }
    }
}

/// Asks what it is about, in a few words.
fn first(hall: &Hall, heading: &str, typed: &Typed) -> Markup {
    let say = &hall.say;
    html! {
        div.shell.request.w-s {
            div.col.g-6 {
                header.col.prose.g-4 { h1 { (heading) } p.soft { (say.text("community-ask-lead")) } }
                form.card.col.g-6.pad-card method="get" action={ (HERE) "/ask" } {
                    (kinds(hall, &typed.kind))
                    div.field {
                        label for="title" { (say.text("community-in-short")) }
                        input.input id="title" name="title" maxlength=(TITLE_MOST) required autocomplete="off";
                    }
                    p { button.btn.primary { (say.text("community-next")) } }
                }
            }
        }
    }
}

/// The rest of the form, beside what is like it.
fn rest(p: &Platform, hall: &Hall, heading: &str, typed: &Typed, alike: &[Topic], wrong: Option<&str>) -> Markup {
    let say = &hall.say;
    let invalid = wrong.map(|_| "true");
    html! {
        div.shell.request {
            div.col.g-6 {
                header.col.prose.g-4 { h1 { (heading) } }
                @if !alike.is_empty() {
                    section.card.col.g-4 aria-labelledby="alike" {
                        h2 #alike { (say.text("community-alike")) }
                        p.soft { (say.text("community-alike-lead")) }
                        (parts::lines(hall, alike))
                    }
                }
                form.card.col.g-6.pad-card method="post" action={ (HERE) "/ask" } novalidate {
                    (parts::guard(&made(p)))
                    (kinds(hall, &typed.kind))
                    div.field {
                        label for="title" { (say.text("community-in-short")) }
                        input.input id="title" name="title" maxlength=(TITLE_MOST) value=(typed.title) autocomplete="off";
                    }
                    div.field {
                        label for="body" { (say.text("community-in-full")) }
                        textarea.input id="body" name="body" rows="8" aria-invalid=[invalid]
                            aria-describedby=[wrong.map_or(Some("body-h"), |_| Some("body-e"))] { (typed.body) }
                        @if let Some(wrong) = wrong { p.error id="body-e" { (icon_small("alert")) (say.text(wrong)) } }
                        p.hint id="body-h" { (say.text("community-private-hint")) }
                    }
                    div.field {
                        label for="tags" { (say.text("community-tags")) " " span.quiet { (say.text("contact-optional")) } }
                        input.input id="tags" name="tags" value=(typed.tags) maxlength="200" autocomplete="off"
                            aria-describedby="tags-h";
                        p.hint id="tags-h" { (say.text("community-tags-hint")) }
                    }
                    p { button.btn.primary { (icon("send")) (say.text("community-publish")) } }
                }
            }
        }
    }
}
