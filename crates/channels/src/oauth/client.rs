//! What the operator sets once for each provider: the id and the secret of their own application
//! there. Google and Microsoft have fixed addresses; another provider brings its own.

use platform::{Conn, Context, Fault, Platform, Result, Tx, settings};
use serde::{Deserialize, Serialize};
use url::Url;

use super::Provider;

const KEY: &str = "oauth_clients";
const SEALED_FOR: &str = "oauth-client";

const GOOGLE_AUTHORIZE: &str = "https://accounts.google.com/o/oauth2/v2/auth";
const GOOGLE_TOKEN: &str = "https://oauth2.googleapis.com/token";
const GOOGLE_SCOPE: &str = "https://mail.google.com/";
/// Without both, Google gives no refresh token the second time.
const GOOGLE_MORE: &[(&str, &str)] = &[("access_type", "offline"), ("prompt", "consent")];
const MICROSOFT: &str = "https://login.microsoftonline.com";
const MICROSOFT_SCOPE: &str =
    "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access";
/// Accounts of any organisation, and private ones.
const MICROSOFT_ANYBODY: &str = "common";

/// What is set, for all providers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clients {
    /// Google.
    pub google: ClientSettings,
    /// Microsoft.
    pub microsoft: ClientSettings,
    /// Another.
    pub custom: ClientSettings,
}

/// What is set for one provider. Nothing counts as long as the id is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientSettings {
    /// The application's id at the provider.
    pub id: String,
    /// Its secret, sealed ([`seal`]); empty for applications without one.
    pub sealed_secret: String,
    /// Microsoft: the organisation; empty for any.
    pub tenant: String,
    /// Another provider: where people agree.
    pub authorize_url: String,
    /// Another provider: where tokens come from.
    pub token_url: String,
    /// Another provider: what is asked for.
    pub scope: String,
}

impl Clients {
    /// Of one provider.
    #[must_use]
    pub const fn of(&self, provider: Provider) -> &ClientSettings {
        match provider {
            Provider::Google => &self.google,
            Provider::Microsoft => &self.microsoft,
            Provider::Custom => &self.custom,
        }
    }

    /// Of one provider, to be changed.
    pub const fn of_mut(&mut self, provider: Provider) -> &mut ClientSettings {
        match provider {
            Provider::Google => &mut self.google,
            Provider::Microsoft => &mut self.microsoft,
            Provider::Custom => &mut self.custom,
        }
    }

    /// The providers that are set up.
    #[must_use]
    pub fn ready(&self) -> Vec<Provider> {
        Provider::ALL.into_iter().filter(|provider| !self.of(*provider).id.is_empty()).collect()
    }
}

/// Our application at a provider, ready to be used. The secret is in it: never shown or logged.
pub struct Client {
    pub(super) id: String,
    pub(super) secret: String,
    pub(super) authorize_url: Url,
    pub(super) token_url: Url,
    pub(super) scope: String,
    pub(super) more: &'static [(&'static str, &'static str)],
}

/// What is set.
///
/// # Errors
/// When settings cannot be read.
pub async fn get(conn: &mut Conn) -> Result<Clients> {
    settings::get(conn, KEY).await
}

/// Sets it.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(tx: &mut Tx, clients: &Clients) -> Result<()> {
    settings::set(tx, KEY, clients).await
}

/// Seals a secret for [`ClientSettings::sealed_secret`].
///
/// # Errors
/// When sealing fails.
pub fn seal(p: &Platform, secret: &str) -> Result<String> {
    p.secrets.seal(SEALED_FOR, secret.as_bytes())
}

/// Our application at `provider`; `None` until the operator sets it up.
///
/// # Errors
/// When settings cannot be read, or the secret was sealed with another key.
pub(super) async fn find(p: &Platform, provider: Provider) -> Result<Option<Client>> {
    let clients = get(&mut p.db.read().await?).await?;
    let set = clients.of(provider);
    if set.id.is_empty() {
        return Ok(None);
    }
    let secret = match set.sealed_secret.as_str() {
        "" => String::new(),
        sealed => {
            let plain = p.secrets.open(SEALED_FOR, sealed);
            let plain = plain.map_err(|error| Fault::because("the client secret cannot be opened", error))?;
            String::from_utf8_lossy(&plain).into_owned()
        }
    };
    let tenant = if set.tenant.is_empty() { MICROSOFT_ANYBODY } else { &set.tenant };
    let microsoft = |what: &str| format!("{MICROSOFT}/{tenant}/oauth2/v2.0/{what}");
    let (authorize, token, scope, more): (String, String, &str, &'static [_]) = match provider {
        Provider::Google => (GOOGLE_AUTHORIZE.into(), GOOGLE_TOKEN.into(), GOOGLE_SCOPE, GOOGLE_MORE),
        Provider::Microsoft => (microsoft("authorize"), microsoft("token"), MICROSOFT_SCOPE, &[]),
        Provider::Custom => (set.authorize_url.clone(), set.token_url.clone(), &set.scope, &[]),
    };
    Ok(Some(Client {
        id: set.id.clone(),
        secret,
        authorize_url: Url::parse(&authorize).context("the provider's address is not a web address")?,
        token_url: Url::parse(&token).context("the provider's token address is not a web address")?,
        scope: scope.to_owned(),
        more,
    }))
}
