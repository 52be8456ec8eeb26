//! OAuth 2 with the providers of mailboxes: people agree in their browser, we get tokens, renew them,
//! and sign in with them (SASL XOAUTH2).
//!
//! [`client`] is what the operator sets once for each provider, [`begin`] and [`finish`] are the two
//! ends of a visit to the provider (authorization code with PKCE), [`renew`] gets the next access
//! token. Everything goes through the one outbound client. Knows no mailbox: who keeps the tokens is
//! `mailboxes`.

pub mod client;
mod exchange;
#[cfg(test)]
pub(crate) mod tests;

use base::Instant;
use data_encoding::BASE64URL_NOPAD;
use platform::{Platform, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::email::trouble::{Kind, Trouble};
pub use client::{Client, Clients};

/// Where the provider sends the browser back to, on our own site.
pub const RETURN_PATH: &str = "/settings/mail/oauth";
/// How long somebody may stay at the provider.
const VISIT: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);
const SEALED_FOR: &str = "oauth-visit";

/// Who gives out tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// Google: Gmail, Workspace.
    Google,
    /// Microsoft: Outlook, Exchange Online.
    Microsoft,
    /// Another, whose addresses the operator sets.
    Custom,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Google, Self::Microsoft, Self::Custom];

    /// The name in addresses and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Microsoft => "microsoft",
            Self::Custom => "custom",
        }
    }

    /// Reads [`Provider::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.code() == code)
    }
}

/// What a provider gave us. Never shown or logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// Opens the mailbox for a while.
    pub access: String,
    /// Gets the next one.
    pub refresh: String,
    /// Until when the first is good, machine time.
    pub expires_at: Instant,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tokens(until {})", self.expires_at)
    }
}

/// A visit to the provider that is about to begin.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Where the browser goes.
    pub url: Url,
    /// To be kept by this browser alone (a cookie, HttpOnly) and handed to [`finish`]; sealed.
    pub kept: String,
}

/// What a browser keeps during its visit.
#[derive(Serialize, Deserialize)]
struct Kept {
    provider: Provider,
    state: String,
    verifier: String,
    until: Instant,
}

/// Begins a visit. `user` is the address to agree for, as a hint to the provider.
///
/// # Errors
/// The outer when settings cannot be read, the inner ([`Kind::ClientMissing`]) when the provider is
/// not set up.
pub async fn begin(p: &Platform, provider: Provider, user: &str) -> Result<std::result::Result<Visit, Trouble>> {
    let Some(client) = client::find(p, provider).await? else { return Ok(Err(Trouble::bare(Kind::ClientMissing))) };
    let (state, verifier) = (secret(p), secret(p));
    let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(verifier.as_bytes()));
    let mut url = client.authorize_url.clone();
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &client.id)
        .append_pair("redirect_uri", &return_address(p))
        .append_pair("scope", &client.scope)
        .append_pair("state", &state)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256")
        .append_pair("login_hint", user)
        .extend_pairs(client.more);
    let kept = Kept { provider, state, verifier, until: p.clock.machine() + VISIT };
    Ok(Ok(Visit { url, kept: p.secrets.seal(SEALED_FOR, &serde_json::to_vec(&kept)?)? }))
}

/// Ends a visit: `kept` is what [`begin`] gave to this browser, `state` and `code` what the provider
/// sent it back with.
///
/// # Errors
/// The outer when settings cannot be read, the inner when this browser began no such visit, or the
/// provider does not agree.
pub async fn finish(
    p: &Platform,
    kept: &str,
    state: &str,
    code: &str,
) -> Result<std::result::Result<(Provider, Tokens), Trouble>> {
    let opened = p.secrets.open(SEALED_FOR, kept).ok().and_then(|plain| serde_json::from_slice::<Kept>(&plain).ok());
    let begun = opened.filter(|kept| kept.state == state && kept.until > p.clock.machine());
    let Some(kept) = begun else { return Ok(Err(Trouble::new(Kind::TokenRefused, "this visit was not begun here"))) };
    let Some(client) = client::find(p, kept.provider).await? else {
        return Ok(Err(Trouble::bare(Kind::ClientMissing)));
    };
    let redirect = return_address(p);
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirect.as_str()),
        ("code_verifier", kept.verifier.as_str()),
    ];
    Ok(exchange::ask(p, &client, &fields, "").await.map(|tokens| (kept.provider, tokens)))
}

/// The next tokens. Providers may give a new refresh token each time; then the old one is void.
///
/// # Errors
/// The outer when settings cannot be read; the inner [`Kind::TokenRefused`] when somebody must agree
/// again, [`Kind::TokenUnavailable`] when it is worth another try.
pub async fn renew(p: &Platform, provider: Provider, refresh: &str) -> Result<std::result::Result<Tokens, Trouble>> {
    let Some(client) = client::find(p, provider).await? else { return Ok(Err(Trouble::bare(Kind::ClientMissing))) };
    let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
    Ok(exchange::ask(p, &client, &fields, refresh).await)
}

/// The address that has to be entered at the provider as an allowed return.
#[must_use]
pub fn return_address(p: &Platform) -> String {
    format!("{}{RETURN_PATH}", p.site.url)
}

fn secret(p: &Platform) -> String {
    let mut bytes = [0; 32];
    p.random.fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}
