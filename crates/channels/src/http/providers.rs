//! Settings → Mail → Sign-in at providers: the id and secret of our own application at Google, Microsoft
//! or another provider, which the operator gets there once. Secrets are never shown.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;
use url::Url;

use super::form::{self, Fields, Wrong};
use super::mailbox::Asked;
use crate::oauth;
use crate::oauth::client::{self, ClientSettings, Clients};

/// The form as typed. An empty secret keeps the one that is set, as long as the id is the same.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    google_id: String,
    google_secret: String,
    microsoft_id: String,
    microsoft_secret: String,
    microsoft_tenant: String,
    custom_id: String,
    custom_secret: String,
    custom_authorize: String,
    custom_token: String,
    custom_scope: String,
}

impl Typed {
    fn of(clients: Clients) -> Self {
        Self {
            google_id: clients.google.id,
            microsoft_id: clients.microsoft.id,
            microsoft_tenant: clients.microsoft.tenant,
            custom_id: clients.custom.id,
            custom_authorize: clients.custom.authorize_url,
            custom_token: clients.custom.token_url,
            custom_scope: clients.custom.scope,
            ..Self::default()
        }
    }

    /// What to put right; of another provider only once it has an id.
    fn wrong(&self) -> Wrong {
        let mut wrong = Wrong::default();
        if !self.custom_id.trim().is_empty() {
            for (field, typed) in [("custom_authorize", &self.custom_authorize), ("custom_token", &self.custom_token)] {
                let good = Url::parse(typed.trim()).is_ok_and(|url| matches!(url.scheme(), "https" | "http"));
                if !good {
                    wrong.add(field, "providers-url-wrong");
                }
            }
        }
        wrong
    }

    fn apply(&self, p: &Platform, clients: &mut Clients) -> platform::Result<()> {
        set(p, &mut clients.google, &self.google_id, &self.google_secret)?;
        set(p, &mut clients.microsoft, &self.microsoft_id, &self.microsoft_secret)?;
        set(p, &mut clients.custom, &self.custom_id, &self.custom_secret)?;
        clients.microsoft.tenant = tenant(&self.microsoft_tenant);
        clients.custom.authorize_url = self.custom_authorize.trim().to_owned();
        clients.custom.token_url = self.custom_token.trim().to_owned();
        clients.custom.scope = one_line(&self.custom_scope, 500);
        Ok(())
    }
}

fn set(p: &Platform, client: &mut ClientSettings, id: &str, secret: &str) -> platform::Result<()> {
    let id = one_line(id, 300);
    if !secret.is_empty() {
        client.sealed_secret = client::seal(p, secret.trim())?;
    } else if id != client.id {
        client.sealed_secret.clear();
    }
    client.id = id;
    Ok(())
}

/// Part of an address at Microsoft: letters, digits, dots and hyphens alone.
fn tenant(text: &str) -> String {
    text.trim().chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).take(200).collect()
}

/// `GET /settings/mail/providers`.
///
/// # Errors
/// When the reader may not, or settings cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let clients = client::get(&mut p.db.read().await?).await?;
    page(&p, &who, &Typed::of(clients), &Wrong::default(), asked.is("saved")).await
}

/// `POST /settings/mail/providers`.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let wrong = typed.wrong();
    if !wrong.is_empty() {
        return page(&p, &who, &typed, &wrong, false).await;
    }
    let mut tx = p.begin().await?;
    let mut clients = client::get(&mut tx).await?;
    typed.apply(&p, &mut clients)?;
    client::set(&mut tx, &clients).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "providers").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/mail/providers?done=saved"))
}

async fn page(p: &Platform, who: &Who, typed: &Typed, wrong: &Wrong, saved: bool) -> Result<Response, Error> {
    let say = &who.say;
    let body = html! {
        p { a href="/settings/mail" { (say.text("mailbox-all")) } }
        @if saved { (form::done(&say.text("mail-saved"))) }
        (wrong.summary(say))
        div.callout data-tone="info" {
            (platform::web::assets::icon("info"))
            p { (say.text("providers-return")) " " code { (oauth::return_address(p)) } }
        }
        (fields(Fields { say, wrong }, typed))
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    form::page(p, who, status, (&say.text("providers-title"), &say.text("providers-lead")), &body).await
}

fn fields(fields: Fields<'_>, typed: &Typed) -> Markup {
    let secret = Some("mail-password-hint");
    html! {
        form.col.g-7 method="post" action="/settings/mail/providers" novalidate {
            section.card.col.g-6 {
                h3 { "Google" }
                (fields.text("google_id", "providers-id", &typed.google_id, None))
                (fields.password("google_secret", "providers-secret", secret))
            }
            section.card.col.g-6 {
                h3 { "Microsoft" }
                (fields.text("microsoft_id", "providers-id", &typed.microsoft_id, None))
                (fields.password("microsoft_secret", "providers-secret", secret))
                (fields.text("microsoft_tenant", "providers-tenant", &typed.microsoft_tenant, Some("providers-tenant-hint")))
            }
            section.card.col.g-6 {
                h3 { (fields.say.text("providers-other")) }
                (fields.text("custom_id", "providers-id", &typed.custom_id, None))
                (fields.password("custom_secret", "providers-secret", secret))
                (fields.text("custom_authorize", "providers-authorize", &typed.custom_authorize, None))
                (fields.text("custom_token", "providers-token", &typed.custom_token, None))
                (fields.text("custom_scope", "providers-scope", &typed.custom_scope, None))
            }
            (save_bar(fields.say, None))
        }
    }
}
