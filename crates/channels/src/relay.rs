//! Which server carries our mail out, as the business set it. Its password lies sealed.

use platform::{Conn, Fault, Platform, Result, Tx, settings};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::email::login::Login;
use crate::email::send::{Relay, Tls, Waits};
use crate::email::tls::Trust;

const KEY: &str = "relay";
const SEALED_FOR: &str = "relay-password";

/// How the connection is protected, as it is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Protection {
    /// Not at all: only for a server on the same machine.
    None,
    /// STARTTLS, and nothing is sent without it.
    #[default]
    StartTls,
    /// From the first byte.
    Implicit,
}

impl Protection {
    /// The name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::StartTls => "start_tls",
            Self::Implicit => "implicit",
        }
    }

    /// Reads [`Protection::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::None, Self::StartTls, Self::Implicit].into_iter().find(|way| way.code() == code)
    }

    /// As the sender and the reader know it.
    #[must_use]
    pub const fn tls(self) -> Tls {
        match self {
            Self::None => Tls::None,
            Self::StartTls => Tls::StartTls,
            Self::Implicit => Tls::Implicit,
        }
    }

    /// The port that servers usually take mail at.
    #[must_use]
    pub const fn usual_port(self) -> u16 {
        match self {
            Self::None => 25,
            Self::StartTls => 587,
            Self::Implicit => 465,
        }
    }
}

/// The outgoing server, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RelaySettings {
    /// Its name; empty until one is set.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// Name to sign in with; empty when none is needed.
    pub user: String,
    /// The password, sealed by [`platform::Secrets`].
    pub sealed_password: String,
}

impl RelaySettings {
    /// Reads `smtp://host:25` (no protection), `starttls://user:password@host:587` or
    /// `smtps://user:password@host:465`, and seals the password.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn from_url(p: &Platform, text: &str) -> Result<Self> {
        // The text may hold a password: errors never show it.
        let wrong = || Fault::new("the outgoing server must look like smtps://user:password@mail.example:465");
        let url = Url::parse(text).map_err(|_| wrong())?;
        let protection = match url.scheme() {
            "smtp" => Protection::None,
            "starttls" => Protection::StartTls,
            "smtps" => Protection::Implicit,
            _ => return Err(wrong()),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(wrong)?.to_owned();
        let decoded = |part: &str| percent_decoded(part).ok_or_else(wrong);
        let password = decoded(url.password().unwrap_or_default())?;
        let sealed_password = if password.is_empty() { String::new() } else { seal(p, &password)? };
        let port = url.port().unwrap_or(protection.usual_port());
        Ok(Self { host, port, protection, user: decoded(url.username())?, sealed_password })
    }

    /// The server as the sender needs it; `None` until one is set.
    ///
    /// # Errors
    /// When the password was sealed with another key.
    pub fn open(&self, p: &Platform) -> Result<Option<Relay>> {
        if self.host.is_empty() {
            return Ok(None);
        }
        let login = if self.user.is_empty() {
            None
        } else {
            let plain = p.secrets.open(SEALED_FOR, &self.sealed_password);
            let plain =
                plain.map_err(|error| Fault::because("the password of the outgoing server cannot be opened", error))?;
            let password = String::from_utf8_lossy(&plain).into_owned();
            Some(Login::password(self.user.clone(), password))
        };
        Ok(Some(Relay {
            host: self.host.clone(),
            port: self.port,
            tls: self.protection.tls(),
            login,
            hello: hello(&p.site.url),
            waits: Waits::default(),
            trust: Trust::of_this_machine(),
        }))
    }
}

/// Seals a password for [`RelaySettings::sealed_password`].
///
/// # Errors
/// When sealing fails.
pub fn seal(p: &Platform, password: &str) -> Result<String> {
    p.secrets.seal(SEALED_FOR, password.as_bytes())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The name we greet other servers with.
pub(crate) fn hello(site: &str) -> String {
    let host = Url::parse(site).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "localhost".to_owned())
}

/// The outgoing server that is set.
///
/// # Errors
/// When settings cannot be read.
pub async fn get(conn: &mut Conn) -> Result<RelaySettings> {
    settings::get(conn, KEY).await
}

/// Sets the outgoing server.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(tx: &mut Tx, relay: &RelaySettings) -> Result<()> {
    settings::set(tx, KEY, relay).await
}
