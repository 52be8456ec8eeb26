//! Settings → Mail: the mailboxes and how reading them goes, the common outgoing server, and the mails
//! that were not taken.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::account;
use crate::journal::{self, Refused};
use crate::mailboxes::{self, Mailbox, Reading};
use crate::relay::{self, Protection, RelaySettings};

/// Refused mails shown.
const MOST: i64 = 50;

/// The form as typed. An empty password keeps the one that is set.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    host: String,
    port: String,
    protection: String,
    user: String,
    password: String,
}

/// `?done=…` after a change.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Typed {
    fn of(relay: &RelaySettings) -> Self {
        Self {
            host: relay.host.clone(),
            port: if relay.port == 0 { String::new() } else { relay.port.to_string() },
            protection: relay.protection.code().to_owned(),
            user: relay.user.clone(),
            password: String::new(),
        }
    }

    /// The settings to keep, or the field and the message that says what to put right.
    fn read(&self, p: &Platform, before: &RelaySettings) -> Result<RelaySettings, (&'static str, &'static str)> {
        let host = self.host.trim().to_owned();
        if host.chars().any(|c| c.is_whitespace() || matches!(c, '/' | '@' | ':')) || host.len() > 253 {
            return Err(("host", "mail-host-wrong"));
        }
        let protection = Protection::from_code(&self.protection).unwrap_or_default();
        let port = match self.port.trim() {
            "" => protection.usual_port(),
            text => text.parse().ok().filter(|port| *port > 0).ok_or(("port", "mail-port-wrong"))?,
        };
        let user = self.user.trim().to_owned();
        let sealed_password = match self.password.as_str() {
            "" if user == before.user => before.sealed_password.clone(),
            "" => String::new(),
            password => relay::seal(p, password).map_err(|_| ("password", "mail-password-wrong"))?,
        };
        if !user.is_empty() && sealed_password.is_empty() {
            return Err(("password", "mail-password-missing"));
        }
        Ok(RelaySettings { host, port, protection, user, sealed_password })
    }
}

/// `GET /settings/mail`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let relay = relay::get(&mut p.db.read().await?).await?;
    let done = match asked.done.as_str() {
        "saved" => Some("mail-saved"),
        "connected" => Some("mailbox-connected"),
        "removed" => Some("mailbox-removed"),
        _ => None,
    };
    page(&p, &who, &Typed::of(&relay), None, done).await
}

/// `POST /settings/mail`.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let before = relay::get(&mut tx).await?;
    match typed.read(&p, &before) {
        Ok(relay) => {
            relay::set(&mut tx, &relay).await?;
            platform::settings::record_change(&mut tx, &who.actor(), "mail").await?;
            tx.commit().await?;
            Ok(respond::see("/settings/mail?done=saved"))
        }
        Err(wrong) => {
            drop(tx);
            page(&p, &who, &typed, Some(wrong), None).await
        }
    }
}

type Wrong = Option<(&'static str, &'static str)>;

async fn page(p: &Platform, who: &Who, typed: &Typed, wrong: Wrong, done: Option<&str>) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let mut conn = p.db.read().await?;
    let refused = journal::refused(&mut conn, MOST).await?;
    let mailboxes = mailboxes::list(&mut conn).await?;
    drop(conn);
    let body = html! {
        @if let Some(done) = done { (super::form::done(&say.text(done))) }
        (boxes(say, &mailboxes, p.clock.machine()))
        (form(say, typed, wrong))
        p { a href="/settings/mail/providers" { (say.text("providers-title")) } }
        (list(say, &viewer.zone, p.clock.business(), &refused))
    };
    let title = say.text("mail-title");
    let status = if wrong.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    super::form::page(p, who, status, (&title, &say.text("mail-lead")), &body).await
}

/// The mailboxes, each with how reading it goes.
fn boxes(say: &Say, mailboxes: &[Mailbox], now: base::Instant) -> Markup {
    let connect =
        html! { a.btn.primary href="/settings/mail/connect" { (icon("plus")) (say.text("mailbox-connect")) } };
    html! {
        section.col.g-5 aria-labelledby="boxes-h" {
            div.row.wrap {
                h3 #boxes-h { (say.text("mailbox-list")) }
                @if !mailboxes.is_empty() { span.push { (connect) } }
            }
            @if mailboxes.is_empty() {
                div.card.empty data-tone="accent" {
                    (icon("mail"))
                    h3 { (say.text("mailbox-none-title")) }
                    p { (say.text("mailbox-none-body")) }
                    div.row { (connect) }
                }
            }
            @for mailbox in mailboxes { (one(say, mailbox, now)) }
        }
    }
}

fn one(say: &Say, mailbox: &Mailbox, now: base::Instant) -> Markup {
    let settings = &mailbox.settings;
    let failing = mailbox.reading.as_ref().filter(|reading| mailbox.enabled && reading.failing_since.is_some());
    html! {
        div.card.col.g-4 {
            div.row.wrap {
                h4 { (settings.name) }
                @if mailbox.is_default { span.chip { (say.text("mailbox-default")) } }
                @if !mailbox.enabled { span.chip data-tone="warn" { (say.text("mailbox-paused")) } }
                a.btn.small.push href={ "/settings/mail/" (mailbox.id) }
                    aria-label=(say.with("mailbox-edit-one", args![name = &settings.name])) { (say.text("mailbox-edit")) }
            }
            p.sm.soft {
                @if settings.address != settings.name { (settings.address) " · " }
                (account::in_short(say, settings))
            }
            @if let Some(reading) = failing {
                (trouble(say, mailbox, reading, now))
            } @else if mailbox.enabled {
                @if let Some(reading) = &mailbox.reading { p.sm.quiet { (read_ago(say, reading.last_read_at, now)) } }
            }
        }
    }
}

/// Since when it is not read, and what is wrong.
fn trouble(say: &Say, mailbox: &Mailbox, reading: &Reading, now: base::Instant) -> Markup {
    let host = account::in_short(say, &mailbox.settings);
    let since = reading.failing_since.map_or(0, |since| minutes(since, now));
    html! {
        div.callout data-tone="bad" {
            (icon("alert"))
            h4 { (say.with("mailbox-failing", args![time = &say.duration_short(since.max(1))])) }
            @if let Some(trouble) = &reading.trouble { p { (trouble.sentence(say, &host)) } }
        }
    }
}

fn read_ago(say: &Say, last: Option<base::Instant>, now: base::Instant) -> String {
    match last.map(|last| minutes(last, now)) {
        None => say.text("mailbox-not-read-yet"),
        Some(..1) => say.text("mailbox-read-now"),
        Some(passed) => say.with("mailbox-read-ago", args![time = &say.duration_short(passed)]),
    }
}

fn minutes(since: base::Instant, now: base::Instant) -> i64 {
    (base::clock::to_micros(now) - base::clock::to_micros(since)) / 60_000_000
}

fn form(say: &Say, typed: &Typed, wrong: Wrong) -> Markup {
    let field = |name: &'static str, label: &str, kind: &str, value: &str, hint: Option<&str>| {
        let error = wrong.filter(|(field, _)| *field == name).map(|(_, message)| message);
        html! {
            div.field {
                label for=(name) { (say.text(label)) }
                input.input id=(name) name=(name) type=(kind) value=(value) autocomplete="off"
                    aria-invalid=[error.map(|_| "true")] autofocus[error.is_some()]
                    aria-describedby=[error.map(|_| format!("{name}-e")).or(hint.map(|_| format!("{name}-h")))];
                @if let Some(hint) = hint { p.hint id={ (name) "-h" } { (say.text(hint)) } }
                @if let Some(error) = error { p.error id={ (name) "-e" } { (icon_small("alert")) (say.text(error)) } }
            }
        }
    };
    html! {
        form.col.g-7 method="post" action="/settings/mail" novalidate {
            section.card.col.g-6 {
                div.col.g-2 { h3 { (say.text("mail-out")) } p.sm.soft { (say.text("mail-out-why")) } }
                (field("host", "mail-host", "text", &typed.host, Some("mail-host-hint")))
                div.field {
                    label for="protection" { (say.text("mail-protection")) }
                    select.input id="protection" name="protection" {
                        @for (way, words) in [("implicit", "mail-implicit"), ("start_tls", "mail-start-tls"), ("none", "mail-none")] {
                            option value=(way) selected[way == typed.protection] { (say.text(words)) }
                        }
                    }
                }
                (field("port", "mail-port", "text", &typed.port, Some("mail-port-hint")))
                (field("user", "mail-user", "text", &typed.user, None))
                (field("password", "mail-password", "password", "", Some("mail-password-hint")))
            }
            (save_bar(say, None))
        }
    }
}

fn list(say: &Say, zone: &jiff::tz::TimeZone, now: base::Instant, refused: &[Refused]) -> Markup {
    html! {
        section.card.col.g-5 aria-labelledby="refused-h" {
            h3 #refused-h { (say.text("mail-refused")) }
            @if refused.is_empty() { p.quiet { (say.text("mail-refused-none")) } }
            @for mail in refused {
                @let size = say.bytes(u64::try_from(mail.size).unwrap_or(0));
                div.callout data-tone="warn" {
                    (icon("mail"))
                    @if mail.reason == journal::NOT_HANDED_OUT {
                        p { (say.text("mail-not-handed-out")) }
                    } @else {
                        p { (say.with("mail-refused-line", args![from = &mail.envelope_from, size = &size])) }
                    }
                    p.xs.quiet {
                        time datetime=(mail.at.to_string()) title=(say.full(mail.at, zone)) { (say.day_time(mail.at, now, zone)) }
                        " " (mail.peer)
                    }
                }
            }
        }
    }
}
