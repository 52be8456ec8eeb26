//! A mailbox that is not connected yet. It travels in the form from step to step, sealed for the one who
//! fills it in, so that passwords are neither kept nor shown before the end.

use people::staff::Who;
use platform::{Platform, Result};
use serde::{Deserialize, Serialize};

use crate::discovery::{By, Found, Provider, Server};
use crate::mailboxes::{Account, Afterwards, Auth, Fetch, Imap, Secrets, Send, Settings};

/// What is known so far.
#[derive(Clone, Debug)]
pub(in crate::http) struct Draft {
    /// What will be kept.
    pub settings: Settings,
    /// What will lie sealed.
    pub secrets: Secrets,
    /// Who runs it, where known.
    pub provider: Option<&'static Provider>,
    /// Whether the servers are mere guesses.
    pub guessed: bool,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    address: String,
    fetch: Fetch,
    send: Send,
    secrets: Secrets,
    provider: String,
    guessed: bool,
}

fn purpose(who: &Who) -> String {
    format!("mailbox-draft:{}", who.staff.id)
}

impl Draft {
    /// From what was found for an address.
    pub fn begin(address: &str, password: &str, found: &Found) -> Self {
        let account = |server: &Server| Account {
            host: server.host.clone(),
            port: server.port,
            protection: server.protection,
            user: server.user.clone(),
            auth: Auth::Password,
        };
        let servers = &found.servers;
        let imap = Imap { account: account(&servers.fetch), folder: "INBOX".to_owned(), afterwards: Afterwards::Leave };
        let settings = Settings {
            address: address.to_owned(),
            fetch: Fetch::Imap(imap),
            send: Send::Smtp(account(&servers.send)),
            ..Settings::default()
        };
        let secrets = Secrets { fetch_password: password.to_owned(), send_password: password.to_owned(), tokens: None };
        Self { settings, secrets, provider: found.provider, guessed: found.by == By::Guess }
    }

    /// For the form.
    pub fn seal(&self, p: &Platform, who: &Who) -> Result<String> {
        let kept = Kept {
            address: self.settings.address.clone(),
            fetch: self.settings.fetch.clone(),
            send: self.settings.send.clone(),
            secrets: self.secrets.clone(),
            provider: self.provider.map(|provider| provider.code.to_owned()).unwrap_or_default(),
            guessed: self.guessed,
        };
        p.secrets.seal(&purpose(who), &serde_json::to_vec(&kept)?)
    }

    /// From the form; nothing when it is not ours or another's.
    pub fn open(p: &Platform, who: &Who, sealed: &str) -> Option<Self> {
        let plain = p.secrets.open(&purpose(who), sealed).ok()?;
        let Kept { address, fetch, send, secrets, provider, guessed } = serde_json::from_slice(&plain).ok()?;
        let settings = Settings { address, fetch, send, ..Settings::default() };
        Some(Self { settings, secrets, provider: Provider::from_code(&provider), guessed })
    }
}
