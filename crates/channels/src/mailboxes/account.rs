//! What a mailbox signs in with: its sealed password, or a token that is renewed when its time comes.
//!
//! A refresh token may be good for one use only, so one process at a time renews it.

use std::time::Duration;

use base::Instant;
use platform::{Platform, Result, vals};

use super::{Account, Auth, MailboxId, Secrets, store};
use crate::email::login::{Login, Proof};
use crate::email::trouble::{Kind, Trouble};
use crate::oauth::{self, Provider, Tokens};

/// A token is renewed while it is still good for so long.
const AHEAD: jiff::SignedDuration = jiff::SignedDuration::from_mins(2);
/// Who renews is left alone for so long: more than the outbound client takes.
const RENEWING: jiff::SignedDuration = jiff::SignedDuration::from_secs(40);
/// How often others look whether it is done, and for how long.
const LOOK: Duration = Duration::from_millis(250);
const LOOKS: u32 = 200;

/// What the account is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Reading.
    Fetching,
    /// Sending.
    Sending,
}

type Signing = std::result::Result<Login, Trouble>;

/// What to sign in with.
///
/// # Errors
/// The outer when the database cannot be used, the inner when a person or the provider must do
/// something first.
pub async fn login(p: &Platform, id: &MailboxId, account: &Account, for_what: For) -> Result<Signing> {
    match account.auth {
        Auth::Password => {
            let secrets = store::secrets(p, &mut p.db.read().await?, id).await?;
            Ok(secrets.map(|secrets| {
                let password = match for_what {
                    For::Fetching => secrets.fetch_password,
                    For::Sending => secrets.send_password,
                };
                Login::password(account.user.clone(), password)
            }))
        }
        Auth::Oauth(provider) => {
            let token = access_token(p, id, provider).await?;
            Ok(token.map(|token| Login::token(account.user.clone(), token)))
        }
    }
}

/// An access token that is good for a while.
async fn access_token(
    p: &Platform,
    id: &MailboxId,
    provider: Provider,
) -> Result<std::result::Result<String, Trouble>> {
    for _ in 0..LOOKS {
        let secrets = match store::secrets(p, &mut p.db.read().await?, id).await? {
            Ok(secrets) => secrets,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let Some(tokens) = secrets.tokens.clone() else {
            return Ok(Err(Trouble::new(Kind::TokenRefused, "nobody has agreed yet")));
        };
        if tokens.expires_at - AHEAD > p.clock.machine() {
            return Ok(Ok(tokens.access));
        }
        if may_renew(p, id).await? {
            // Somebody may have renewed it while we asked; what we read before would be void.
            let now = store::secrets(p, &mut p.db.read().await?, id).await?.unwrap_or_default();
            let renewed = match &now.tokens {
                Some(newer) if *newer != tokens => Ok(Ok(newer.clone())),
                _ => oauth::renew(p, provider, &tokens.refresh).await,
            };
            return keep(p, id, now, renewed).await;
        }
        tokio::time::sleep(LOOK).await;
    }
    Ok(Err(Trouble::bare(Kind::TokenUnavailable)))
}

async fn may_renew(p: &Platform, id: &MailboxId) -> Result<bool> {
    let mut tx = p.begin().await?;
    let now = tx.machine_now();
    let sql =
        "UPDATE mailbox SET renewing_until = $1 WHERE id = $2 AND (renewing_until IS NULL OR renewing_until < $3)";
    let ours = tx.run(sql, vals![now + RENEWING, id.as_str(), now]).await? == 1;
    tx.commit().await?;
    Ok(ours)
}

/// Keeps the new tokens before anybody uses them: the old refresh token may be void by now.
async fn keep(
    p: &Platform,
    id: &MailboxId,
    secrets: Secrets,
    renewed: Result<std::result::Result<Tokens, Trouble>>,
) -> Result<std::result::Result<String, Trouble>> {
    let mut tx = p.begin().await?;
    tx.run("UPDATE mailbox SET renewing_until = NULL WHERE id = $1", vals![id.as_str()]).await?;
    if let Ok(Ok(tokens)) = &renewed {
        let secrets = Secrets { tokens: Some(tokens.clone()), ..secrets };
        store::renew_secrets(&mut tx, id, &store::seal(p, id, &secrets)?).await?;
    }
    tx.commit().await?;
    Ok(renewed?.map(|tokens| tokens.access))
}

/// A token that the mail server refused is not used again.
///
/// # Errors
/// When the database cannot be used.
pub async fn forget_access(p: &Platform, id: &MailboxId, login: &Login) -> Result<()> {
    let Proof::Token(refused) = &login.proof else { return Ok(()) };
    let mut tx = p.begin().await?;
    let Ok(mut secrets) = store::secrets(p, &mut tx, id).await? else { return Ok(()) };
    if let Some(tokens) = secrets.tokens.as_mut().filter(|tokens| tokens.access == *refused) {
        tokens.expires_at = Instant::UNIX_EPOCH;
        store::renew_secrets(&mut tx, id, &store::seal(p, id, &secrets)?).await?;
    }
    tx.commit().await
}
