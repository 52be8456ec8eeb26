//! Signing in at Google, Microsoft or another provider instead of a password: there and back. What the
//! visit is for lies sealed in a cookie of this browser alone; the rest of it is [`crate::oauth`].

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Context, Platform, args};
use serde::Deserialize;

use super::connect::{self, Draft};
use super::form;
use crate::email::trouble::{Kind, Trouble};
use crate::mailboxes::{self, Auth, Fetch, Mailbox, MailboxId, Secrets, Send, Settings};
use crate::oauth::{self, Provider, Tokens};

/// What the visit is for: a sealed draft, or the id of a mailbox that is kept.
const ERRAND: &str = "mailbox_errand";
/// What [`oauth::begin`] gave.
const VISIT: &str = "mailbox_visit";
/// Seconds that both are kept: as long as a visit may last.
const KEPT_SECONDS: u32 = 1800;

/// A cookie for these pages alone.
fn cookie(p: &Platform, name: &str, value: &str, seconds: u32) -> platform::Result<HeaderValue> {
    let secure = if p.site.is_https() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/settings/mail; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).context("a cookie that is no header")
}

fn from_cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Remembers in this browser what a visit would be for.
pub(super) fn remember(p: &Platform, mut page: Response, sealed: &str) -> Result<Response, Error> {
    page.headers_mut().append(header::SET_COOKIE, cookie(p, ERRAND, sealed, KEPT_SECONDS)?);
    Ok(page)
}

/// `GET /settings/mail/oauth/begin`: for the mailbox that is being connected.
///
/// # Errors
/// When the reader may not; so for all here.
pub async fn begin(State(p): State<Platform>, who: Who, headers: HeaderMap) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let draft = from_cookie(&headers, ERRAND).and_then(|sealed| Draft::open(&p, &who, sealed));
    let Some(draft) = draft else { return connect::back(who).await };
    let Some(provider) = provider_of(&draft.settings) else { return connect::back(who).await };
    leave(&p, &who, provider, &draft.settings.address, None).await
}

/// `GET /settings/mail/{id}/oauth/{provider}`: for a mailbox that is kept, the first time or once more.
///
/// # Errors
/// See [`begin`]; when there is no such mailbox or provider.
pub async fn again(
    State(p): State<Platform>,
    who: Who,
    Path((id, provider)): Path<(String, String)>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mailbox = kept(&p, &id).await?.ok_or(Error::NotFound)?;
    let provider = Provider::from_code(&provider).ok_or(Error::NotFound)?;
    let errand = cookie(&p, ERRAND, mailbox.id.as_str(), KEPT_SECONDS)?;
    leave(&p, &who, provider, &mailbox.settings.address, Some(errand)).await
}

async fn kept(p: &Platform, id: &str) -> Result<Option<Mailbox>, Error> {
    let Ok(id) = id.parse::<MailboxId>() else { return Ok(None) };
    Ok(mailboxes::find(&mut p.db.read().await?, &id).await?)
}

/// Whom one signs in with for this mailbox.
pub(super) fn provider_of(settings: &Settings) -> Option<Provider> {
    let fetch = match &settings.fetch {
        Fetch::Imap(imap) => Some(&imap.account),
        Fetch::None => None,
    };
    let send = match &settings.send {
        Send::Smtp(account) => Some(account),
        Send::Relay => None,
    };
    fetch.into_iter().chain(send).find_map(|account| match account.auth {
        Auth::Oauth(provider) => Some(provider),
        Auth::Password => None,
    })
}

/// The same mailbox, signed in at by tokens of `provider`.
pub(super) fn signing_in(mut settings: Settings, provider: Provider) -> Settings {
    if let Fetch::Imap(imap) = &mut settings.fetch {
        imap.account.auth = Auth::Oauth(provider);
    }
    if let Send::Smtp(account) = &mut settings.send {
        account.auth = Auth::Oauth(provider);
    }
    settings
}

/// Off to the provider.
async fn leave(
    p: &Platform,
    who: &Who,
    provider: Provider,
    address: &str,
    errand: Option<HeaderValue>,
) -> Result<Response, Error> {
    let visit = match oauth::begin(p, provider, address).await? {
        Ok(visit) => visit,
        Err(trouble) => return failed(p, who, &trouble).await,
    };
    let to = HeaderValue::from_str(visit.url.as_str()).context("an address that is no header")?;
    let mut answer = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
    respond::seal(&mut answer);
    let headers = answer.headers_mut();
    headers.append(header::SET_COOKIE, cookie(p, VISIT, &visit.kept, KEPT_SECONDS)?);
    if let Some(errand) = errand {
        headers.append(header::SET_COOKIE, errand);
    }
    Ok(answer)
}

/// What the provider sends the browser back with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Returned {
    state: String,
    code: String,
    error: String,
    error_description: String,
}

/// `GET /settings/mail/oauth`: back from the provider.
///
/// # Errors
/// See [`begin`].
pub async fn back(
    State(p): State<Platform>,
    who: Who,
    headers: HeaderMap,
    Query(returned): Query<Returned>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let visit = from_cookie(&headers, VISIT).unwrap_or_default();
    let errand = from_cookie(&headers, ERRAND).unwrap_or_default();
    let mut answer = if returned.error.is_empty() {
        match oauth::finish(&p, visit, &returned.state, &returned.code).await? {
            Ok((provider, tokens)) => arrived(&p, &who, errand, provider, tokens).await?,
            Err(trouble) => failed(&p, &who, &trouble).await?,
        }
    } else {
        let words = format!("{} {}", returned.error, returned.error_description);
        failed(&p, &who, &Trouble::new(Kind::TokenRefused, words)).await?
    };
    for name in [VISIT, ERRAND] {
        answer.headers_mut().append(header::SET_COOKIE, cookie(&p, name, "", 0)?);
    }
    Ok(answer)
}

/// Somebody agreed: the next step of connecting, or the mailbox with its new tokens.
async fn arrived(p: &Platform, who: &Who, errand: &str, provider: Provider, tokens: Tokens) -> Result<Response, Error> {
    if let Some(mailbox) = kept(p, errand).await? {
        let mut tx = p.begin().await?;
        let before = mailboxes::secrets(p, &mut tx, &mailbox.id).await?.unwrap_or_default();
        let secrets = Secrets { tokens: Some(tokens), ..before };
        let settings = signing_in(mailbox.settings, provider);
        mailboxes::update(&mut tx, &who.actor(), &mailbox.id, settings).await?;
        mailboxes::set_secrets(p, &mut tx, &who.actor(), &mailbox.id, &secrets).await?;
        tx.commit().await?;
        return Ok(respond::see(&format!("/settings/mail/{}?done=agreed", mailbox.id)));
    }
    let draft = Draft::open(p, who, errand).filter(|draft| provider_of(&draft.settings) == Some(provider));
    let Some(mut draft) = draft else { return Ok(respond::see("/settings/mail/connect")) };
    draft.secrets.tokens = Some(tokens);
    connect::tried(p, who, &draft).await
}

async fn failed(p: &Platform, who: &Who, trouble: &Trouble) -> Result<Response, Error> {
    let say = &who.say;
    let body = html! {
        div.callout data-tone="bad" role="alert" { (icon("alert")) p { (trouble.sentence(say, "")) } }
        p { a.btn href="/settings/mail/connect" { (say.text("connect-title")) } " " a href="/settings/mail" { (say.text("mailbox-all")) } }
    };
    let title = say.text("oauth-failed");
    form::page(p, who, StatusCode::UNPROCESSABLE_ENTITY, (&title, &say.text("oauth-lead")), &body).await
}

/// The name of a provider, as people know it.
pub(super) const fn name(provider: Provider) -> &'static str {
    match provider {
        Provider::Google => "Google",
        Provider::Microsoft => "Microsoft",
        Provider::Custom => "OAuth 2",
    }
}

/// The way to the provider.
pub(super) fn link(say: &Say, provider: Provider, to: &str) -> Markup {
    html! {
        // Away from here: not a swap of this page.
        a.btn.primary href=(to) hx-boost="false" { (icon("key")) (say.with("oauth-sign-in", args![provider = name(provider)])) }
    }
}
