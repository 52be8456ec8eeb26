//! As whom we speak: which addresses are ours, which mailbox a mail was written to, and from where a
//! conversation is answered. One place, so that everybody agrees.

use conversations::settings::{self, Business};
use platform::{Conn, Result};

use super::{Mailbox, MailboxId, store};
use crate::email::reply_address;

/// The addresses that are ours.
#[derive(Clone, Debug, Default)]
pub struct Own {
    all: Vec<(Option<MailboxId>, String)>,
}

impl Own {
    /// All of them, the business's own first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(_, address)| address.as_str())
    }

    /// Whether `address` is one of ours, also with a tag behind a plus.
    #[must_use]
    pub fn is_ours(&self, address: &str) -> bool {
        self.iter().any(|ours| is_same(ours, address))
    }

    /// What stands behind the plus, when `address` is one of ours with a tag.
    #[must_use]
    pub fn tag<'a>(&self, address: &'a str) -> Option<&'a str> {
        self.iter().find_map(|ours| reply_address::token(ours, address))
    }

    /// The mailbox that mail to `address` belongs to.
    #[must_use]
    pub fn mailbox_of(&self, address: &str) -> Option<&MailboxId> {
        self.all.iter().filter(|(_, ours)| is_same(ours, address)).find_map(|(id, _)| id.as_ref())
    }
}

fn is_same(ours: &str, address: &str) -> bool {
    ours.eq_ignore_ascii_case(address) || reply_address::token(ours, address).is_some()
}

/// The addresses that are ours: the business's, and those of all mailboxes that are or were.
///
/// # Errors
/// When the tables cannot be read; so for all below.
pub async fn addresses(conn: &mut Conn) -> Result<Own> {
    let business = settings::business(conn).await?;
    let mut all: Vec<_> = store::addresses(conn).await?.into_iter().map(|(id, address)| (Some(id), address)).collect();
    if !business.address.is_empty() {
        all.insert(0, (None, business.address));
    }
    Ok(Own { all })
}

/// The mailbox that a mail to one of `recipients` was written to.
///
/// # Errors
/// See [`addresses`].
pub async fn find_for(conn: &mut Conn, recipients: &[String]) -> Result<Option<MailboxId>> {
    let own = addresses(conn).await?;
    Ok(recipients.iter().find_map(|address| own.mailbox_of(address)).cloned())
}

/// As whom a conversation is answered.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The mailbox, where there is one.
    pub mailbox: Option<Mailbox>,
    /// The address that replies come from.
    pub address: String,
    /// What stands behind the writer's name; may be empty.
    pub sender_name: String,
    /// What stands under replies; may be empty.
    pub signature: String,
}

/// As whom a conversation that came to `mailbox` is answered: that mailbox, else the default one,
/// else the business itself.
///
/// # Errors
/// See [`addresses`].
pub async fn identity_of(conn: &mut Conn, mailbox: Option<&str>) -> Result<Identity> {
    let business = settings::business(conn).await?;
    let named = match mailbox.and_then(|id| id.parse().ok()) {
        Some(id) => store::find(conn, &id).await?,
        None => None,
    };
    let found = match named {
        Some(mailbox) => Some(mailbox),
        None => store::find_default(conn).await?,
    };
    Ok(speaking(business, found))
}

/// All that we can speak as, the one that is used where nothing else is chosen first.
///
/// # Errors
/// See [`addresses`].
pub async fn identities(conn: &mut Conn) -> Result<Vec<Identity>> {
    let business = settings::business(conn).await?;
    let mailboxes = store::list(conn).await?;
    let itself = mailboxes.first().is_none_or(|first| !first.is_default).then_some(None);
    let all = itself.into_iter().chain(mailboxes.into_iter().map(Some));
    Ok(all.map(|mailbox| speaking(business.clone(), mailbox)).collect())
}

fn speaking(business: Business, mailbox: Option<Mailbox>) -> Identity {
    let Some(mailbox) = mailbox else {
        let Business { name, address, signature, .. } = business;
        return Identity { mailbox: None, address, sender_name: name, signature };
    };
    let or = |own: &str, else_: String| if own.is_empty() { else_ } else { own.to_owned() };
    Identity {
        address: mailbox.settings.address.clone(),
        sender_name: or(&mailbox.settings.sender_name, business.name),
        signature: or(&mailbox.settings.signature, business.signature),
        mailbox: Some(mailbox),
    }
}
