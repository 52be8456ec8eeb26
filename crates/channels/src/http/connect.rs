//! Connecting a mailbox, step by step: address and password, a real try of what was found, what to take
//! in with a dry run, and done. Between the steps everything travels sealed in the form itself: nothing
//! is kept before the last one.

mod draft;
mod steps;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::respond;
use serde::Deserialize;

use super::account::{self, Typed};
use super::checks;
use super::form::Wrong;
use crate::discovery::{self, Found, Provider, Way};
use crate::email::trouble::Trouble;
use crate::mailboxes::{self, Failure, Fetch, Secrets, Settings, Start};
use crate::oauth::{self, client};
use crate::rehearsal::{self, Rehearsal};
pub(super) use draft::Draft;
use steps::Preview;

/// Mails of the dry run.
const REHEARSED: usize = 40;

/// The first form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct First {
    address: String,
    password: String,
    provider: String,
}

/// `GET /settings/mail/connect`.
///
/// # Errors
/// When the reader may not; so for all here.
pub async fn show(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    steps::first(&p, &who, &First::default(), &Wrong::default()).await
}

/// `GET` of a later step, as by reloading: the steps begin anew.
///
/// # Errors
/// When the reader may not.
pub async fn back(who: Who) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    Ok(respond::see("/settings/mail/connect"))
}

/// `POST /settings/mail/connect`: finds the servers and tries them.
///
/// # Errors
/// When the reader may not.
pub async fn find(State(p): State<Platform>, who: Who, Form(first): Form<First>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let address = one_line(&first.address, 254);
    if !people::person::looks_like_address(&address) {
        return steps::first(&p, &who, &first, &Wrong::one("address", "mailbox-refused-not-an-address")).await;
    }
    let found = match Provider::from_code(&first.provider) {
        Some(provider) => discovery::of_provider(provider, &address),
        None => Box::pin(discovery::discover(&p.outbound, &address)).await,
    };
    let draft = Draft::begin(&address, &first.password, &found);
    if let Some(provider) = agreeing(&found, &first.password) {
        let ready = client::get(&mut p.db.read().await?).await?.ready().contains(&provider);
        if ready {
            let settings = super::oauth::signing_in(draft.settings.clone(), provider);
            let draft = Draft { settings, ..draft };
            let page = steps::agree(&p, &who, &draft, provider).await?;
            return super::oauth::remember(&p, page, &draft.seal(&p, &who)?);
        }
    }
    // Without a password or the name to sign in with there is nothing to try yet.
    if first.password.is_empty() || found.servers.fetch.user.is_empty() {
        return steps::settings(&p, &who, &draft, &Typed::of(&draft.settings), &Wrong::default()).await;
    }
    tried(&p, &who, &draft).await
}

/// Where one signs in at the provider rather than here: always at Microsoft, at Google without a password.
fn agreeing(found: &Found, password: &str) -> Option<oauth::Provider> {
    match found.provider?.way {
        Way::Microsoft => Some(oauth::Provider::Microsoft),
        Way::Google if password.is_empty() => Some(oauth::Provider::Google),
        _ => None,
    }
}

/// The settings as changed, with what was known before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Changed {
    draft: String,
    #[serde(flatten)]
    typed: Typed,
}

/// `POST /settings/mail/connect/check`: tries the settings as they were changed.
///
/// # Errors
/// When the reader may not.
pub async fn check(State(p): State<Platform>, who: Who, Form(changed): Form<Changed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let Some(draft) = Draft::open(&p, &who, &changed.draft) else { return back(who).await };
    match changed.typed.read(&draft.settings, &draft.secrets) {
        Ok((settings, secrets)) => {
            let name = draft.settings.name.clone();
            let settings = Settings { name, address: draft.settings.address.clone(), ..settings };
            tried(&p, &who, &Draft { settings, secrets, ..draft }).await
        }
        Err(wrong) => steps::settings(&p, &who, &draft, &changed.typed, &wrong).await,
    }
}

pub(super) async fn tried(p: &Platform, who: &Who, draft: &Draft) -> Result<Response, Error> {
    let checked = checks::check(p, &draft.settings, &draft.secrets).await;
    steps::tried(p, who, draft, &checked).await
}

/// What to take in, and what happens to mails afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    draft: String,
    start: String,
    days: String,
    afterwards: String,
    move_to: String,
}

/// `POST /settings/mail/connect/choose`: what to take in, with a dry run of the newest mails.
///
/// # Errors
/// When the reader may not.
pub async fn choose(State(p): State<Platform>, who: Who, Form(chosen): Form<Chosen>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let Some(draft) = Draft::open(&p, &who, &chosen.draft) else { return back(who).await };
    chosen_page(&p, &who, &draft, &chosen, &Wrong::default()).await
}

async fn chosen_page(
    p: &Platform,
    who: &Who,
    draft: &Draft,
    chosen: &Chosen,
    wrong: &Wrong,
) -> Result<Response, Error> {
    if draft.settings.fetch == Fetch::None {
        return steps::choose(p, who, draft, chosen, wrong, &Preview::Nothing).await;
    }
    let preview = match checks::look(&draft.settings, &draft.secrets, REHEARSED).await {
        Err(trouble) => Preview::Trouble(trouble),
        Ok(probe) => {
            let count = probe.opened.mails;
            // The newest came first; they are taken in as they came.
            let mails = probe.newest.into_iter().rev().map(|glimpse| glimpse.bytes).collect();
            match rehearsal::rehearse(p, &who.actor(), &draft.settings, mails).await {
                Ok(rehearsal) => Preview::Mails { count, rehearsal: newest_first(rehearsal) },
                Err(failure) => return refused(p, who, draft, failure).await,
            }
        }
    };
    steps::choose(p, who, draft, chosen, wrong, &preview).await
}

fn newest_first(mut rehearsal: Rehearsal) -> Rehearsal {
    rehearsal.mails.reverse();
    rehearsal
}

/// `POST /settings/mail/connect/finish`: connects it.
///
/// # Errors
/// When the reader may not, or the database cannot be written.
pub async fn finish(State(p): State<Platform>, who: Who, Form(chosen): Form<Chosen>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let Some(draft) = Draft::open(&p, &who, &chosen.draft) else { return back(who).await };
    let mut settings = draft.settings.clone();
    if let Fetch::Imap(imap) = &mut settings.fetch {
        match account::afterwards_read(&chosen.afterwards, &chosen.move_to, &imap.folder) {
            Ok(afterwards) => imap.afterwards = afterwards,
            Err(message) => {
                return chosen_page(&p, &who, &draft, &chosen, &Wrong::one("move_to", message)).await;
            }
        }
    }
    let since = match days(&chosen) {
        Ok(since) => since,
        Err(wrong) => return chosen_page(&p, &who, &draft, &chosen, &wrong).await,
    };
    let start = match begin_at(&p, &settings, &draft.secrets, chosen.start.as_str(), since).await {
        Ok(start) => start,
        Err(trouble) => {
            let preview = Preview::Trouble(trouble);
            return steps::choose(&p, &who, &draft, &chosen, &Wrong::default(), &preview).await;
        }
    };
    let mut tx = p.begin().await?;
    match mailboxes::insert(&p, &mut tx, &who.actor(), settings, &draft.secrets, start).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(respond::see("/settings/mail?done=connected"))
        }
        Err(failure) => {
            drop(tx);
            refused(&p, &who, &draft, failure).await
        }
    }
}

/// Days of old mail that are wanted, where they are.
fn days(chosen: &Chosen) -> Result<i64, Wrong> {
    if chosen.start != "days" {
        return Ok(0);
    }
    let days = chosen.days.trim().parse().ok().filter(|days| (1..=3650).contains(days));
    days.ok_or_else(|| Wrong::one("days", "connect-days-wrong"))
}

/// Where reading begins.
async fn begin_at(
    p: &Platform,
    settings: &Settings,
    secrets: &Secrets,
    start: &str,
    days: i64,
) -> Result<Start, Trouble> {
    let Fetch::Imap(imap) = &settings.fetch else { return Ok(Start::Now) };
    match start {
        "everything" => Ok(Start::Everything),
        "days" => {
            let now = p.clock.machine().to_zoned(jiff::tz::TimeZone::UTC);
            let day = now.date().saturating_sub(jiff::Span::new().days(days));
            let (opened, first) = checks::find_since(imap, secrets, day).await?;
            Ok(Start::since(opened, first))
        }
        // From this very moment, not from whenever it is first read.
        _ => Ok(Start::after(checks::look(settings, secrets, 0).await?.opened)),
    }
}

/// Back to the first step with what stands in the way.
async fn refused(p: &Platform, who: &Who, draft: &Draft, failure: Failure) -> Result<Response, Error> {
    match failure {
        Failure::Refused(refusal) => {
            let first = First { address: draft.settings.address.clone(), ..First::default() };
            steps::first(p, who, &first, &Wrong::one("address", refusal.message())).await
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}

const fn status(wrong: bool) -> StatusCode {
    if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}
