//! One mailbox of the settings: what is set about it, a try of its servers, pause, default, removal.

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
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::account::{self, Typed};
use super::checks::{self, Checked};
use super::form::{self, Fields, Wrong};
use super::oauth;
use crate::mailboxes::{self, Answer, Failure, Fetch, Mailbox, MailboxId, Refusal, Secrets, Settings};
use crate::oauth::client;

/// `?done=…` after a change.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    pub(super) fn is(&self, done: &str) -> bool {
        self.done == done
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Forbidden) => Self::Forbidden,
            Failure::Refused(Refusal::NotFound) => Self::NotFound,
            Failure::Refused(refusal) => Self::invalid(refusal.message()),
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}

async fn load(p: &Platform, who: &Who, id: &str) -> Result<(Mailbox, Secrets), Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let id: MailboxId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let mailbox = mailboxes::find(&mut conn, &id).await?.ok_or(Error::NotFound)?;
    // What cannot be opened any more is typed again.
    let secrets = mailboxes::secrets(p, &mut conn, &id).await?.unwrap_or_default();
    Ok((mailbox, secrets))
}

/// `GET /settings/mail/{id}`.
///
/// # Errors
/// When the reader may not, or there is no such mailbox; so for all here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (mailbox, _) = load(&p, &who, &id).await?;
    let typed = Typed::of(&mailbox.settings);
    let top = html! {
        @if asked.is("saved") { (form::done(&who.say.text("mail-saved"))) }
        @if asked.is("agreed") { (form::done(&who.say.text("oauth-agreed"))) }
    };
    page(&p, &who, &mailbox, &typed, &Wrong::default(), &top).await
}

/// `POST /settings/mail/{id}`: keeps what is set.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (mailbox, kept) = load(&p, &who, &id).await?;
    let (settings, secrets) = match typed.read(&mailbox.settings, &kept) {
        Ok(read) => read,
        Err(wrong) => return page(&p, &who, &mailbox, &typed, &wrong, &wrong.summary(&who.say)).await,
    };
    match keep(&p, &who, &mailbox.id, settings, (&kept, &secrets)).await {
        Ok(()) => Ok(respond::see(&format!("/settings/mail/{}?done=saved", mailbox.id))),
        Err(Failure::Refused(refusal @ (Refusal::NotAnAddress | Refusal::AddressTaken))) => {
            let wrong = Wrong::one("address", refusal.message());
            page(&p, &who, &mailbox, &typed, &wrong, &wrong.summary(&who.say)).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn keep(
    p: &Platform,
    who: &Who,
    id: &MailboxId,
    settings: Settings,
    (before, secrets): (&Secrets, &Secrets),
) -> Answer<()> {
    let mut tx = p.begin().await?;
    mailboxes::update(&mut tx, &who.actor(), id, settings).await?;
    if secrets != before {
        mailboxes::set_secrets(p, &mut tx, &who.actor(), id, secrets).await?;
    }
    Ok(tx.commit().await?)
}

/// `POST /settings/mail/{id}/test`: tries what stands in the form, and keeps nothing.
///
/// # Errors
/// See [`show`].
pub async fn test(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (mailbox, kept) = load(&p, &who, &id).await?;
    match typed.read(&mailbox.settings, &kept) {
        Ok((settings, secrets)) => {
            let checked: Checked = checks::check(&p, &settings, &secrets).await;
            let top = checks::lines(&who.say, &settings, &checked);
            page(&p, &who, &mailbox, &typed, &Wrong::default(), &top).await
        }
        Err(wrong) => page(&p, &who, &mailbox, &typed, &wrong, &wrong.summary(&who.say)).await,
    }
}

/// Whether it is to be read.
#[derive(Debug, Deserialize)]
pub struct Switch {
    on: String,
}

/// `POST /settings/mail/{id}/enabled`: pauses reading or goes on with it.
///
/// # Errors
/// See [`show`].
pub async fn enable(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(switch): Form<Switch>,
) -> Result<Response, Error> {
    let (mailbox, _) = load(&p, &who, &id).await?;
    let mut tx = p.begin().await?;
    mailboxes::set_enabled(&mut tx, &who.actor(), &mailbox.id, switch.on == "1").await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/settings/mail/{}", mailbox.id)))
}

/// Whose mail it brings.
#[derive(Debug, Deserialize)]
pub struct To {
    department: String,
}

/// `POST /settings/mail/{id}/department`: `department` is one, or empty for none.
///
/// # Errors
/// See [`show`].
pub async fn hand_to(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(to): Form<To>,
) -> Result<Response, Error> {
    let (mailbox, _) = load(&p, &who, &id).await?;
    let department = match to.department.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    let mut tx = p.begin().await?;
    mailboxes::set_department(&mut tx, &who.actor(), &mailbox.id, department.as_ref()).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/settings/mail/{}?done=saved", mailbox.id)))
}

/// `POST /settings/mail/{id}/default`: new conversations leave from it from now on.
///
/// # Errors
/// See [`show`].
pub async fn make_default(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let (mailbox, _) = load(&p, &who, &id).await?;
    let mut tx = p.begin().await?;
    mailboxes::make_default(&mut tx, &who.actor(), &mailbox.id).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/settings/mail/{}", mailbox.id)))
}

/// `POST /settings/mail/{id}/remove`: its conversations stay.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let (mailbox, _) = load(&p, &who, &id).await?;
    let mut tx = p.begin().await?;
    mailboxes::remove(&mut tx, &who.actor(), &mailbox.id).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/mail?done=removed"))
}

async fn page(
    p: &Platform,
    who: &Who,
    mailbox: &Mailbox,
    typed: &Typed,
    wrong: &Wrong,
    top: &Markup,
) -> Result<Response, Error> {
    let say = &who.say;
    let action = format!("/settings/mail/{}", mailbox.id);
    let fields = Fields { say, wrong };
    let body = html! {
        p { a href="/settings/mail" { (say.text("mailbox-all")) } }
        (top)
        form.col.g-7 method="post" action=(action) novalidate {
            (account::face(fields, typed))
            (account::fetching(fields, typed))
            section.card.col.g-6.if-imap {
                h3 { (say.text("mailbox-read-mail")) }
                (account::afterwards(fields, typed))
            }
            (account::sending(fields, typed))
            (save_bar(say, Some(html! { button.btn formaction={ (action) "/test" } { (say.text("mailbox-test")) } })))
        }
        (agreeing(p, say, &action, mailbox).await?)
        (department(p, say, &action, mailbox).await?)
        (acts(say, &action, mailbox))
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    form::page(p, who, status, (&mailbox.settings.name, &say.text("mailbox-lead")), &body).await
}

/// The ways to the providers that are set up.
async fn agreeing(p: &Platform, say: &Say, action: &str, mailbox: &Mailbox) -> Result<Markup, Error> {
    let ready = client::get(&mut p.db.read().await?).await?.ready();
    let now = oauth::provider_of(&mailbox.settings);
    Ok(html! {
        @if !ready.is_empty() {
            section.card.col.g-5 {
                h3 { (say.text("oauth-title")) }
                p.sm.soft {
                    @match now {
                        Some(provider) => (say.with("oauth-now", args![provider = oauth::name(provider)])),
                        None => (say.text("oauth-not-now")),
                    }
                }
                div.row.wrap {
                    @for provider in ready { (oauth::link(say, provider, &format!("{action}/oauth/{}", provider.code()))) }
                }
            }
        }
    })
}

/// Whose mail it brings, once there are departments.
async fn department(p: &Platform, say: &Say, action: &str, mailbox: &Mailbox) -> Result<Markup, Error> {
    let all = people::department::all(&mut p.db.read().await?).await?;
    let now = mailbox.department.as_ref();
    Ok(html! {
        @if !all.is_empty() {
            form.card.col.g-5 method="post" action={ (action) "/department" } {
                div.field {
                    label for="department" { (say.text("mailbox-department")) }
                    select.input #department name="department" aria-describedby="department-h" {
                        option value="" selected[now.is_none()] { (say.text("mailbox-department-none")) }
                        @for one in all.iter().filter(|one| one.closed_at.is_none()) {
                            option value=(one.id) selected[now == Some(&one.id)] { (one.name) }
                        }
                    }
                    p.hint #department-h { (say.text("mailbox-department-hint")) }
                }
                div.row.end-x { button.btn { (say.text("word-save")) } }
            }
        }
    })
}

/// What else can be done with it.
fn acts(say: &Say, action: &str, mailbox: &Mailbox) -> Markup {
    html! {
        section.card.col.g-5 {
            @if mailbox.settings.fetch != Fetch::None {
                form.row.wrap method="post" action={ (action) "/enabled" } {
                    @if mailbox.enabled {
                        span { (say.text("mailbox-pause-why")) }
                        button.btn.push name="on" value="0" { (say.text("mailbox-pause")) }
                    } @else {
                        span { (say.text("mailbox-paused-why")) }
                        button.btn.push name="on" value="1" { (say.text("mailbox-go-on")) }
                    }
                }
            }
            @if !mailbox.is_default {
                form.row.wrap method="post" action={ (action) "/default" } {
                    span { (say.text("mailbox-default-why")) }
                    button.btn.push { (say.text("mailbox-make-default")) }
                }
            }
            details {
                summary { span.btn { (icon("x")) (say.text("mailbox-remove")) } }
                form.row.wrap.mt method="post" action={ (action) "/remove" } {
                    span { (say.text("mailbox-remove-why")) }
                    button.btn.danger.push { (say.text("mailbox-remove-sure")) }
                }
            }
        }
    }
}
