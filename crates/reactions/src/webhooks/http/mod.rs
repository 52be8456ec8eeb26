//! Settings → Webhooks: where facts are posted to, and how that goes.

mod one;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use people::http::fields::Field;
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

pub use one::{again, back, enable, remove, rotate, show, try_out, update};

use super::{Answer, Failure, PATTERNS, Refusal, Wanted, Webhook, commands};

const HERE: &str = "/settings/webhooks";

/// `?done=…` of pages that forms lead back to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// The form: each pattern is a field of its own, named after it, with anything in it when it is wanted.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    url: String,
    kinds: Vec<String>,
}

impl Typed {
    fn of(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "url" => typed.url = value,
                "kind" => typed.kinds.push(value),
                _ => {}
            }
        }
        typed
    }

    fn wanted(&self) -> Wanted {
        Wanted { url: self.url.clone(), kinds: self.kinds.clone() }
    }
}

fn refused(failure: Failure) -> Result<Refusal, Error> {
    match failure {
        Failure::Refused(refusal) => Ok(refusal),
        Failure::Forbidden => Err(Error::Forbidden),
        Failure::NotFound => Err(Error::NotFound),
        Failure::Fault(fault) => Err(Error::Fault(fault)),
    }
}

fn done<T>(answer: Answer<T>) -> Result<T, Error> {
    answer.map_err(|failure| match refused(failure) {
        Ok(_) => Error::invalid("problem-invalid-body"),
        Err(error) => error,
    })
}

/// The list, and the form for a new one.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn index(who: Who, State(p): State<Platform>, Query(asked): Query<Asked>) -> Result<Response, Error> {
    page(&p, &who, &asked, None).await
}

/// Makes one. Its secret is in this one answer and nowhere else, so nobody is led to another page.
///
/// # Errors
/// See [`index`].
pub async fn create(
    who: Who,
    State(p): State<Platform>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let typed = Typed::of(fields);
    match commands::add(&p, &who.actor(), typed.wanted()).await {
        Ok((webhook, secret)) => one::page(&p, &who, &webhook.id, one::Shown::with_secret(secret)).await,
        Err(failure) => {
            let refusal = refused(failure)?;
            page(&p, &who, &Asked::default(), Some((typed, refusal))).await
        }
    }
}

async fn page(p: &Platform, who: &Who, asked: &Asked, typed: Option<(Typed, Refusal)>) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let all = done(commands::listed(p, &who.actor()).await)?;
    let body = html! {
        (said(say, asked))
        section.card.col.g-6 aria-labelledby="webhooks-t" {
            h3 #webhooks-t { (say.text("webhooks-title")) }
            @if all.is_empty() { p.soft { (say.text("webhooks-none")) } }
            ul.col.g-5 { @for webhook in &all { li.row.wrap { (line(p, say, webhook)) } } }
        }
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="new-t" {
            div { h3 #new-t { (say.text("webhooks-new")) } p.sm.quiet { (say.text("webhooks-new-lead")) } }
            (fields(say, typed.as_ref().map(|one| &one.0), typed.as_ref().map(|one| one.1)))
            div.row.end-x { button.btn.primary { (say.text("webhooks-submit")) } }
        }
    };
    let title = say.text("webhooks-title");
    let main = viewer.settings(&title, &say.text("webhooks-lead"), &body);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn said(say: &Say, asked: &Asked) -> Markup {
    let text = match asked.done.as_str() {
        "saved" => say.text("webhooks-saved"),
        "tried" => say.text("webhooks-tried"),
        "again" => say.text("webhooks-again"),
        "removed" => say.text("webhooks-removed"),
        _ => return html! {},
    };
    html! { div.callout data-tone="ok" role="status" { (icon("check")) p { (text) } } }
}

fn line(p: &Platform, say: &Say, webhook: &Webhook) -> Markup {
    html! {
        div.col.g-1 {
            a.w-550 href={ (HERE) "/" (webhook.id) } { (webhook.url) }
            span.sm.quiet { (webhook.kinds.join(", ")) }
        }
        span.push { (state(p, say, webhook)) }
    }
}

fn state(p: &Platform, say: &Say, webhook: &Webhook) -> Markup {
    let (tone, text) = if webhook.gone {
        ("bad", "webhooks-gone")
    } else if !webhook.enabled {
        ("plain", "webhooks-off")
    } else if webhook.pause_until > p.clock.machine() {
        ("warn", "webhooks-silent")
    } else {
        ("ok", "webhooks-on")
    };
    html! { span.chip data-tone=(tone) { (say.text(text)) } }
}

fn fields(say: &Say, typed: Option<&Typed>, refusal: Option<Refusal>) -> Markup {
    let url = Field {
        name: "url",
        label: say.text("webhooks-url"),
        kind: "url",
        value: typed.map_or("", |typed| &typed.url),
        autocomplete: "off",
        hint: Some(say.text("webhooks-url-hint")),
        error: (refusal == Some(Refusal::Address)).then(|| say.text("webhooks-url-refused")),
        large: false,
    };
    let chosen = |pattern: &str| typed.is_some_and(|typed| typed.kinds.iter().any(|kind| kind == pattern));
    let none = refusal == Some(Refusal::NoKinds);
    html! {
        (url.markup())
        fieldset.field aria-describedby=[none.then_some("kinds-e")] {
            legend { (say.text("webhooks-kinds")) }
            div.col.g-2.mt {
                @for pattern in PATTERNS {
                    label.check {
                        input.box type="checkbox" name="kind" value=(pattern) checked[chosen(pattern)];
                        span { code { (pattern) } }
                    }
                }
            }
            @if none { p.error #kinds-e { (icon_small("alert")) (say.text("webhooks-kinds-none")) } }
        }
    }
}
