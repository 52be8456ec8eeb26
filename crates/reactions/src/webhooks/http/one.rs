//! One webhook: what it wants, its secret, and what was sent.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::{Asked, HERE, Typed, done, fields, refused, said, state};
use crate::webhooks::{Delivery, Progress, Refusal, Webhook, WebhookId, commands};

/// What is shown beside the webhook.
#[derive(Default)]
pub(super) struct Shown {
    asked: Asked,
    secret: Option<String>,
    typed: Option<(Typed, Refusal)>,
}

impl Shown {
    pub(super) fn with_secret(secret: String) -> Self {
        Self { secret: Some(secret), ..Self::default() }
    }
}

fn id_of(text: &str) -> Result<WebhookId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

fn led(id: &WebhookId, done: &str) -> Response {
    respond::see(&format!("{HERE}/{id}?done={done}"))
}

/// The page of one.
///
/// # Errors
/// See [`super::index`]; so for all below.
pub async fn show(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    page(&p, &who, &id_of(&id)?, Shown { asked, ..Shown::default() }).await
}

/// Changes where it goes and what it wants.
///
/// # Errors
/// See [`show`].
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (id, typed) = (id_of(&id)?, Typed::of(fields));
    match commands::change(&p, &who.actor(), &id, typed.wanted()).await {
        Ok(()) => Ok(led(&id, "saved")),
        Err(failure) => {
            let refusal = refused(failure)?;
            page(&p, &who, &id, Shown { typed: Some((typed, refusal)), ..Shown::default() }).await
        }
    }
}

/// On or off.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Switch {
    on: String,
}

/// Switches it on or off.
///
/// # Errors
/// See [`show`].
pub async fn enable(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(switch): Form<Switch>,
) -> Result<Response, Error> {
    let id = id_of(&id)?;
    done(commands::switch(&p, &who.actor(), &id, switch.on == "1").await)?;
    Ok(led(&id, "saved"))
}

/// Gives it another secret, which is in this one answer and nowhere else.
///
/// # Errors
/// See [`show`].
pub async fn rotate(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id_of(&id)?;
    let secret = done(commands::rotate(&p, &who.actor(), &id).await)?;
    page(&p, &who, &id, Shown::with_secret(secret)).await
}

/// The secret's address, loaded again: there is nothing to see there any more.
///
/// # Errors
/// When it names no webhook, or the reader may not.
pub async fn back(who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    Ok(respond::see(&format!("{HERE}/{}", id_of(&id)?)))
}

/// Sends something to try the receiver.
///
/// # Errors
/// See [`show`].
pub async fn try_out(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id_of(&id)?;
    done(commands::test(&p, &who.actor(), &id).await)?;
    Ok(led(&id, "tried"))
}

/// Sends a delivery again.
///
/// # Errors
/// See [`show`].
pub async fn again(who: Who, State(p): State<Platform>, Path(delivery): Path<String>) -> Result<Response, Error> {
    let delivery = delivery.parse().map_err(|_| Error::NotFound)?;
    let id = done(commands::deliver_again(&p, &who.actor(), &delivery).await)?;
    Ok(led(&id, "again"))
}

/// Ends it.
///
/// # Errors
/// See [`show`].
pub async fn remove(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    done(commands::remove(&p, &who.actor(), &id_of(&id)?).await)?;
    Ok(respond::see("/settings/webhooks?done=removed"))
}

pub(super) async fn page(p: &Platform, who: &Who, id: &WebhookId, shown: Shown) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let (webhook, deliveries) = done(commands::shown(p, &who.actor(), id).await)?;
    let as_kept = Typed { url: webhook.url.clone(), kinds: webhook.kinds.clone() };
    let typed = shown.typed.as_ref().map_or(&as_kept, |typed| &typed.0);
    let body = html! {
        (said(say, &shown.asked))
        @if let Some(secret) = &shown.secret { (once(say, secret)) }
        (buttons(p, say, &webhook))
        form.card.col.g-6 method="post" action={ (HERE) "/" (id) } hx-boost="false" {
            (fields(say, Some(typed), shown.typed.as_ref().map(|typed| typed.1)))
            div.row.end-x { button.btn.primary { (say.text("word-save")) } }
        }
        section.card.col.g-5 aria-labelledby="sent-t" {
            h3 #sent-t { (say.text("webhooks-deliveries")) }
            @if deliveries.is_empty() { p.soft { (say.text("webhooks-deliveries-none")) } }
            @for delivery in &deliveries { (line(p, who, delivery)) }
        }
    };
    let title = say.text("webhooks-one");
    let main = viewer.settings(&title, &webhook.url, &body);
    let status = if shown.typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let send = if shown.secret.is_some() { respond::page_with_secret } else { respond::page };
    Ok(send(status, viewer.page(p, &title, &main).await?))
}

fn once(say: &Say, secret: &str) -> Markup {
    html! {
        div.callout data-tone="ok" role="status" {
            (icon("key"))
            h3 { (say.text("webhooks-secret-made")) }
            p { (say.text("webhooks-secret-once")) }
            input.input.mono #secret readonly value=(secret) aria-label=(say.text("webhooks-secret")) autocomplete="off";
        }
    }
}

fn buttons(p: &Platform, say: &Say, webhook: &Webhook) -> Markup {
    let button = |action: &str, text: &str, on: Option<&str>| {
        html! {
            form method="post" action={ (HERE) "/" (webhook.id) "/" (action) } hx-boost="false" {
                @if let Some(on) = on { input type="hidden" name="on" value=(on); }
                button.btn.small { (say.text(text)) }
            }
        }
    };
    html! {
        section.card.row.wrap aria-label=(say.text("webhooks-do")) {
            (state(p, say, webhook))
            div.row.wrap.push {
                @if webhook.enabled {
                    (button("test", "webhooks-try", None))
                    (button("enabled", "webhooks-switch-off", Some("0")))
                } @else {
                    (button("enabled", "webhooks-switch-on", Some("1")))
                }
                (button("secret", "webhooks-rotate", None))
                (button("remove", "webhooks-remove", None))
            }
        }
    }
}

fn line(p: &Platform, who: &Who, delivery: &Delivery) -> Markup {
    let (say, now) = (&who.say, p.clock.machine());
    let tone = match delivery.state {
        Progress::Pending => "info",
        Progress::Done => "ok",
        Progress::Failed => "bad",
    };
    let when = say.day_time(delivery.tried_at.unwrap_or(delivery.created_at), now, &who.zone);
    html! {
        details id=(delivery.id) {
            summary.row.wrap {
                span.chip data-tone=(tone) { (say.text(&format!("webhooks-delivery-{}", delivery.state.code()))) }
                code { (delivery.kind) }
                @if let Some(status) = delivery.status { span.num { (status) } }
                span.sm.quiet.push { (when) " · " (say.with("webhooks-attempts", args![n = delivery.attempts])) }
            }
            div.col.g-3.mt {
                pre.code tabindex="0" role="region" aria-label=(say.text("webhooks-body")) { code { (delivery.body) } }
                @if !delivery.answer.is_empty() {
                    pre.code tabindex="0" role="region" aria-label=(say.text("webhooks-answer")) { code { (delivery.answer) } }
                }
                form.row.end-x method="post" action={ (HERE) "/deliveries/" (delivery.id) "/again" } hx-boost="false" {
                    button.btn.small { (say.text("webhooks-deliver-again")) }
                }
            }
        }
    }
}
