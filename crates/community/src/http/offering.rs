//! Making a conversation public: the colleague's form, and the page on which its customer decides.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use conversations::ConversationId;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::{HERE, Hall, error, on_form, to};
use crate::commands::{self, Choice, Offer, OfferState, Proposed};
use crate::rules::rights::{NAME_MOST, TITLE_MOST};

/// What the colleague makes of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    title: String,
    body: String,
}

fn conversation_id(text: &str) -> Result<ConversationId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

/// `GET /desk/community/from/{id}`: what a conversation could be as a question, without its personal parts.
///
/// # Errors
/// When there is no community, or no such conversation for the reader, or they may not; so for both here.
pub async fn show(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let it = commands::propose(&mut p.db.read().await?, &who.actor(), &id).await.map_err(error)?;
    let typed = Typed { title: it.title.clone(), body: it.body.clone() };
    desk_page(&p, &who, StatusCode::OK, &id, (&it, &typed, None)).await
}

/// `POST /desk/community/from/{id}`: `title`, `body`; asks the customer by mail.
///
/// # Errors
/// See [`show`].
pub async fn ask(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let wrong = match commands::offer(&p, &who.actor(), &id, (&typed.title, &typed.body)).await {
        Ok(()) => return Ok(respond::see(&format!("/desk/community/from/{id}"))),
        Err(failure) => on_form(failure)?,
    };
    let it = commands::propose(&mut p.db.read().await?, &who.actor(), &id).await.map_err(error)?;
    desk_page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, &id, (&it, &typed, Some(wrong))).await
}

async fn desk_page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    id: &ConversationId,
    (it, typed, wrong): (&Proposed, &Typed, Option<&'static str>),
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("community-offer-title");
    let waits = it.asked.as_ref().is_some_and(|asked| asked.state == OfferState::Asked);
    let declined = it.asked.as_ref().is_some_and(|asked| asked.state == OfferState::Declined);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head { h1 tabindex="-1" { (title) } }
                div.col.g-5 {
                    p { a href={ "/conversations/" (id) } { (say.text("community-offer-back")) } }
                    @if let Some(topic) = &it.topic {
                        div.callout data-tone="ok" { (icon("check")) p {
                            (say.text("community-offer-public")) " "
                            a href={ "/desk/community/" (topic) } { (say.text("community-show")) }
                        } }
                    } @else if waits {
                        div.callout { (icon("clock")) p { (say.text("community-offer-waits")) } }
                    } @else {
                        @if declined { div.callout data-tone="warn" { (icon("alert")) p { (say.text("community-offer-declined")) } } }
                        (desk_form(who, id, it, typed, wrong))
                    }
                }
            }
        }
    };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn desk_form(who: &Who, id: &ConversationId, it: &Proposed, typed: &Typed, wrong: Option<&str>) -> Markup {
    let say = &who.say;
    html! {
        p.soft { (say.text("community-offer-lead")) }
        @if !it.taken.is_empty() {
            section.card.col.g-4 aria-labelledby="taken" {
                h2 #taken { (say.text("community-offer-taken")) }
                p.row.wrap { @for taken in &it.taken { span.chip { (taken) } } }
            }
        }
        form.card.col.g-6 method="post" action={ "/desk/community/from/" (id) } novalidate {
            @if let Some(wrong) = wrong {
                div.callout data-tone="bad" role="alert" { (icon("alert")) p { (say.text(wrong)) } }
            }
            div.field {
                label for="title" { (say.text("community-in-short")) }
                input.input id="title" name="title" maxlength=(TITLE_MOST) value=(typed.title) autocomplete="off";
            }
            div.field {
                label for="body" { (say.text("community-in-full")) }
                textarea.input id="body" name="body" rows="10" aria-describedby="body-h" { (typed.body) }
                p.hint id="body-h" { (say.text("community-offer-hint")) }
            }
            p { button.btn.primary { (icon("send")) (say.text("community-offer-ask")) } }
        }
    }
}

/// What the customer says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Said {
    choice: String,
    name: String,
}

/// `GET /community/offer/{key}`: what is to be public, for whoever has the mailed link. Changes nothing.
///
/// # Errors
/// When the link is none of ours, was used, or is too old; so for both here.
pub async fn decide_on(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(key): Path<String>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let offer = commands::look_at(&p, &key).await.map_err(error)?;
    Ok(page(&hall, StatusCode::OK, &key, &offer, "", None))
}

/// `POST /community/offer/{key}`: `choice` = `named` with `name`, `unnamed` or `no`.
///
/// # Errors
/// See [`decide_on`].
pub async fn decide(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(said): Form<Said>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let choice = match said.choice.as_str() {
        "named" => Choice::Named(said.name.clone()),
        "unnamed" => Choice::Unnamed,
        "no" => Choice::No,
        _ => return Err(Error::NotFound),
    };
    match commands::settle(&p, &key, choice).await {
        Ok(Some(topic)) => Ok(respond::see(&format!("{}?done=public", to(&topic)))),
        Ok(None) => Ok(respond::see(&format!("{HERE}?done=private"))),
        Err(failure) => {
            let wrong = on_form(failure)?;
            let offer = commands::look_at(&p, &key).await.map_err(error)?;
            Ok(page(&hall, StatusCode::UNPROCESSABLE_ENTITY, &key, &offer, &said.name, Some(wrong)))
        }
    }
}

fn page(hall: &Hall, status: StatusCode, key: &str, offer: &Offer, name: &str, wrong: Option<&str>) -> Response {
    let (say, title) = (&hall.say, hall.say.text("community-offer-may"));
    let business = &hall.business.name;
    let main = html! {
        div.shell.request.w-s {
            div.col.g-6 {
                header.col.prose.g-4 {
                    h1 { (title) }
                    p.soft { (say.with("community-offer-may-lead", args![business = business])) }
                }
                article.card.col.g-4.pad-card { h2 { (offer.title) } p.pre { (offer.body) } }
                form.card.col.g-5.pad-card method="post" action={ (HERE) "/offer/" (key) } novalidate {
                    div.field {
                        label for="name" { (say.text("community-name")) }
                        input.input id="name" name="name" maxlength=(NAME_MOST) value=(name) autocomplete="nickname"
                            aria-invalid=[wrong.map(|_| "true")]
                            aria-describedby=(if wrong.is_some() { "name-e" } else { "name-h" });
                        @if let Some(wrong) = wrong { p.error id="name-e" { (icon_small("alert")) (say.text(wrong)) } }
                        p.hint id="name-h" { (say.text("community-name-hint")) }
                    }
                    p { button.btn.primary name="choice" value="named" { (say.text("community-offer-named")) } }
                    div.row.wrap {
                        button.btn name="choice" value="unnamed" { (say.text("community-offer-unnamed")) }
                        button.btn.ghost name="choice" value="no" { (say.text("community-offer-no")) }
                    }
                }
            }
        }
    };
    // Who they are in the community already, they see on its own page; the key alone tells nobody.
    hall.page(status, &title, HERE, &main)
}
