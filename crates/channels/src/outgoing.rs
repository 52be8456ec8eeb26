//! Which server carries a mail out: that of its mailbox, or the one that all share.

use base::Language;
use conversations::settings::Business;
use platform::{Platform, Result};

use crate::email::login::Proof;
use crate::email::send::{Outcome, Relay, Sender, Waits};
use crate::email::tls::Trust;
use crate::mailboxes::{self, Account, Identity, Mailbox, Send, account};
use crate::relay;

/// What mail servers say when they do not believe who we are.
const NOT_BELIEVED: [&str; 2] = ["535", "530"];

/// The business as this mailbox speaks for it.
#[must_use]
pub fn speaking(business: Business, identity: &Identity) -> Business {
    Business {
        name: identity.sender_name.clone(),
        address: identity.address.clone(),
        signature: identity.signature.clone(),
        ..business
    }
}

/// Hands one mail to the server of `mailbox`, or to the common one. While none is set or it cannot be
/// signed in, mails wait.
///
/// # Errors
/// When settings cannot be read.
pub async fn hand_over(
    p: &Platform,
    mailbox: Option<&Mailbox>,
    from: &str,
    to: &[String],
    bytes: &[u8],
) -> Result<Outcome> {
    let own = mailbox.and_then(|mailbox| match &mailbox.settings.send {
        Send::Relay => None,
        Send::Smtp(account) => Some((mailbox, account)),
    });
    let Some((mailbox, account)) = own else {
        let relay = relay::get(&mut p.db.read().await?).await?.open(p)?;
        let Some(relay) = relay else {
            return Ok(Outcome::Temporary { words: "no outgoing mail server is set yet".to_owned() });
        };
        return Ok(Sender::new(relay).send(from, to, bytes).await);
    };
    let relay = match relay_of(p, mailbox, account).await? {
        Ok(relay) => relay,
        Err(words) => return Ok(Outcome::Temporary { words }),
    };
    let login = relay.login.clone();
    let outcome = Sender::new(relay).send(from, to, bytes).await;
    if let (Outcome::Temporary { words }, Some(login)) = (&outcome, login)
        && matches!(login.proof, Proof::Token(_))
        && NOT_BELIEVED.iter().any(|code| words.starts_with(code))
    {
        account::forget_access(p, &mailbox.id, &login).await?;
    }
    Ok(outcome)
}

/// A mailbox's own server, signed in as it wants; the inner error is for people.
async fn relay_of(p: &Platform, mailbox: &Mailbox, account: &Account) -> Result<std::result::Result<Relay, String>> {
    let login = if account.user.is_empty() {
        None
    } else {
        match account::login(p, &mailbox.id, account, account::For::Sending).await? {
            Ok(login) => Some(login),
            Err(trouble) => return Ok(Err(trouble.sentence(&p.i18n.to(Language::default()), &account.host))),
        }
    };
    Ok(Ok(Relay {
        host: account.host.clone(),
        port: account.port,
        tls: account.protection.tls(),
        login,
        hello: relay::hello(&p.site.url),
        waits: Waits::default(),
        trust: Trust::of_this_machine(),
    }))
}

/// As whom Tillit's own mails can leave, best first: a mail that says that one way is blocked must not
/// have to go that way.
///
/// # Errors
/// When settings cannot be read.
pub async fn ways(p: &Platform) -> Result<Vec<Identity>> {
    let mut conn = p.db.read().await?;
    let mut ways = vec![mailboxes::identity_of(&mut conn, None).await?];
    for mailbox in mailboxes::list(&mut conn).await? {
        let known = ways.iter().any(|way| way.mailbox.as_ref().is_some_and(|known| known.id == mailbox.id));
        if !known {
            ways.push(mailboxes::identity_of(&mut conn, Some(mailbox.id.as_str())).await?);
        }
    }
    // Those without a server of their own share one; asking it once is enough.
    let mut shared = false;
    ways.retain(|way| {
        let own = way.mailbox.as_ref().is_some_and(|mailbox| matches!(mailbox.settings.send, Send::Smtp(_)));
        own || !std::mem::replace(&mut shared, true)
    });
    Ok(ways)
}
