//! The mailboxes of the business: which addresses it has, how their mail is fetched, how replies
//! leave from them, and how reading them goes.
//!
//! # For those who build on it
//! - [`list`], [`find`], [`default_one`] read; [`Mailbox::reading`] says how reading goes, its
//!   [`Trouble`] has a sentence for people.
//! - [`insert`], [`update`], [`set_secrets`], [`set_enabled`], [`make_default`], [`remove`] change, each
//!   with its event, within the caller's transaction. Readers notice by themselves, on every node.
//! - Before anything is kept, [`crate::email::imap::probe`] looks into a mailbox ([`Account::place`]
//!   says where) and [`crate::email::send::probe`] tries a mail server, with the same words for what
//!   is wrong. Pass what the look found to [`Start::after`].
//! - [`identity_of`] says as whom and by which server a conversation is answered, [`addresses`] what
//!   is ours, [`find_for`] which mailbox a mail was written to.
//!
//! A business needs no mailbox here: its one address and the common outgoing server are enough where
//! mail is brought by LMTP. Once there are some, the default one's address is the business's address.

pub mod account;
pub mod alarm;
pub mod events;
mod identity;
mod model;
pub mod reading;
mod store;
#[cfg(test)]
mod tests;

use base::{Action, Actor, Forbidden, allowed};
use conversations::settings as desk;
use people::DepartmentId;
use platform::{Conn, Fault, Platform, Result, Tx};

use crate::email::MailAddress;
use crate::email::trouble::Trouble;
use events::MailboxEvent;
pub use identity::{Identity, Own, addresses, find_for, identities, identity_of};
pub use model::{Account, Afterwards, Auth, Fetch, Imap, Mailbox, MailboxId, Reading, Secrets, Send, Settings, Start};

/// Why a change did not happen.
#[derive(Debug)]
pub enum Failure {
    /// A person may mend it.
    Refused(Refusal),
    /// Nobody's mistake at the keyboard.
    Fault(Fault),
}

/// What people may mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// There is no such mailbox.
    #[error("not found")]
    NotFound,
    /// The text is no mail address.
    #[error("not an address")]
    NotAnAddress,
    /// Another mailbox has this address.
    #[error("the address is taken")]
    AddressTaken,
}

impl Refusal {
    /// The sentence for the person.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Forbidden => "mailbox-refused-forbidden",
            Self::NotFound => "mailbox-refused-not-found",
            Self::NotAnAddress => "mailbox-refused-not-an-address",
            Self::AddressTaken => "mailbox-refused-address-taken",
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Forbidden> for Failure {
    fn from(_: Forbidden) -> Self {
        Self::Refused(Refusal::Forbidden)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What commands of mailboxes answer.
pub type Answer<T> = std::result::Result<T, Failure>;

/// All mailboxes, the default one first.
///
/// # Errors
/// When the table cannot be read; so for all that read.
pub async fn list(conn: &mut Conn) -> Result<Vec<Mailbox>> {
    store::list(conn).await
}

/// One mailbox.
///
/// # Errors
/// See [`list`].
pub async fn find(conn: &mut Conn, id: &MailboxId) -> Result<Option<Mailbox>> {
    store::find(conn, id).await
}

/// The mailbox that new conversations leave from, where one is kept here.
///
/// # Errors
/// See [`list`].
pub async fn default_one(conn: &mut Conn) -> Result<Option<Mailbox>> {
    store::find_default(conn).await
}

/// What lies sealed for a mailbox; the inner error when the key is another one now.
///
/// # Errors
/// See [`list`].
pub async fn secrets(p: &Platform, conn: &mut Conn, id: &MailboxId) -> Result<std::result::Result<Secrets, Trouble>> {
    store::secrets(p, conn, id).await
}

/// Connects a mailbox. The first becomes the default, unless the business has another address
/// already. Nothing is sent to anybody.
///
/// # Errors
/// [`Refusal::NotAnAddress`], [`Refusal::AddressTaken`].
pub async fn insert(
    p: &Platform,
    tx: &mut Tx,
    actor: &Actor,
    settings: Settings,
    secrets: &Secrets,
    start: Start,
) -> Answer<Mailbox> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let settings = vetted(tx, None, settings).await?;
    let business = desk::business(tx).await?;
    let free = business.address.is_empty() || business.address.eq_ignore_ascii_case(&settings.address);
    let is_default = free && store::find_default(tx).await?.is_none();
    let id = MailboxId::next(&p.ids, tx.now());
    let reading = matches!(settings.fetch, Fetch::Imap(_)).then(|| begin(tx, start));
    let mailbox = Mailbox { id, settings, is_default, enabled: true, department: None, created_at: tx.now(), reading };
    store::insert(tx, &mailbox, &store::seal(p, &mailbox.id, secrets)?).await?;
    if let Some(reading) = &mailbox.reading {
        store::start_reading(tx, &mailbox.id, reading).await?;
        watch(tx, &mailbox.id).await?;
    }
    if is_default {
        speak_for_the_business(tx, &mailbox.settings.address).await?;
    }
    let (id, address) = (mailbox.id.clone(), mailbox.settings.address.clone());
    tx.record(&MailboxEvent::Connected { mailbox: id, address }, actor, None).await?;
    Ok(mailbox)
}

/// Somebody notices when it is not read.
async fn watch(tx: &mut Tx, id: &MailboxId) -> Result<()> {
    let now = tx.machine_now();
    reading::progress::watch(tx, id, now).await
}

/// Where reading begins.
fn begin(tx: &Tx, start: Start) -> Reading {
    let now = Some(tx.machine_now());
    let mut reading = Reading { since: now, connected_at: now, ..Reading::default() };
    match start {
        Start::After { uid_validity, uid_next } => {
            reading.uid_validity = Some(uid_validity);
            reading.last_uid = uid_next.saturating_sub(1);
            reading.old_below = uid_next;
        }
        Start::Now => {}
        Start::Since { uid_validity, first, uid_next } => {
            reading.uid_validity = Some(uid_validity);
            reading.last_uid = first.saturating_sub(1);
            reading.old_below = uid_next;
            reading.old_too = true;
        }
        Start::Everything => reading.old_too = true,
    }
    reading
}

/// Changes what is set. When another mailbox or folder is read from now on, reading begins at its
/// end; what lies there stays unread.
///
/// # Errors
/// See [`insert`]; [`Refusal::NotFound`].
pub async fn update(tx: &mut Tx, actor: &Actor, id: &MailboxId, settings: Settings) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let before = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    let settings = vetted(tx, Some(id), settings).await?;
    store::update(tx, id, &settings).await?;
    match (what_is_read(&before.settings.fetch), what_is_read(&settings.fetch)) {
        (before, Some(after)) if before != Some(after) => {
            let reading = begin(tx, Start::Now);
            store::start_reading(tx, id, &reading).await?;
            watch(tx, id).await?;
        }
        (Some(_), None) => store::stop_reading(tx, id).await?,
        _ => {}
    }
    if before.is_default {
        speak_for_the_business(tx, &settings.address).await?;
    }
    let event = MailboxEvent::Changed { mailbox: id.clone(), address: settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

/// Numbers of mails mean something only within these.
fn what_is_read(fetch: &Fetch) -> Option<(&str, &str, &str)> {
    match fetch {
        Fetch::None => None,
        Fetch::Imap(imap) => Some((&imap.account.host, &imap.account.user, &imap.folder)),
    }
}

/// Sets passwords or tokens anew.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn set_secrets(p: &Platform, tx: &mut Tx, actor: &Actor, id: &MailboxId, secrets: &Secrets) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mailbox = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    store::set_secrets(tx, id, &store::seal(p, id, secrets)?).await?;
    let event = MailboxEvent::Changed { mailbox: id.clone(), address: mailbox.settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

/// Pauses reading, or goes on with it where it stopped.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn set_enabled(tx: &mut Tx, actor: &Actor, id: &MailboxId, enabled: bool) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mailbox = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    store::set_enabled(tx, id, enabled).await?;
    if enabled && mailbox.reading.is_some() {
        store::watch_anew(tx, id).await?;
        watch(tx, id).await?;
    }
    let event = MailboxEvent::Changed { mailbox: id.clone(), address: mailbox.settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

/// Says whose mail it brings. What is there already stays where it is.
///
/// # Errors
/// [`Refusal::NotFound`], also for a department that is gone or closed.
pub async fn set_department(tx: &mut Tx, actor: &Actor, id: &MailboxId, to: Option<&DepartmentId>) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mailbox = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    if let Some(to) = to {
        let department = people::department::find(tx, to).await?;
        department.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NotFound)?;
    }
    store::set_department(tx, id, to).await?;
    let event = MailboxEvent::Changed { mailbox: id.clone(), address: mailbox.settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

/// The department whose mail a mailbox brings, as long as it is open.
///
/// # Errors
/// See [`list`].
pub async fn department_of(conn: &mut Conn, id: &MailboxId) -> Result<Option<DepartmentId>> {
    let Some(id) = store::department_of(conn, id).await? else { return Ok(None) };
    let department = people::department::find(conn, &id).await?;
    Ok(department.filter(|one| one.closed_at.is_none()).map(|one| one.id))
}

/// Makes this the mailbox that new conversations leave from; its address becomes the business's.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn make_default(tx: &mut Tx, actor: &Actor, id: &MailboxId) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mailbox = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    store::set_default(tx, id).await?;
    speak_for_the_business(tx, &mailbox.settings.address).await?;
    let event = MailboxEvent::Changed { mailbox: id.clone(), address: mailbox.settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

/// Takes a mailbox away. Its conversations stay, and are answered from the default one.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn remove(tx: &mut Tx, actor: &Actor, id: &MailboxId) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mailbox = store::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    store::remove(tx, id).await?;
    let event = MailboxEvent::Removed { mailbox: id.clone(), address: mailbox.settings.address };
    Ok(tx.record(&event, actor, None).await?)
}

async fn speak_for_the_business(tx: &mut Tx, address: &str) -> Result<()> {
    let mut business = desk::business(tx).await?;
    address.clone_into(&mut business.address);
    desk::set_business(tx, &business).await
}

/// Cleaned, and no address twice.
async fn vetted(tx: &mut Tx, id: Option<&MailboxId>, mut settings: Settings) -> Answer<Settings> {
    let address = MailAddress::read(None, settings.address.trim()).and_then(|read| read.for_sending());
    settings.address = address.ok_or(Refusal::NotAnAddress)?;
    let clean = |text: &str| people::person::clean_line(text, 200);
    settings.name = clean(&settings.name);
    if settings.name.is_empty() {
        settings.name.clone_from(&settings.address);
    }
    settings.sender_name = clean(&settings.sender_name);
    let others = store::list(tx).await?;
    let taken = others
        .iter()
        .any(|other| Some(&other.id) != id && other.settings.address.eq_ignore_ascii_case(&settings.address));
    if taken { Err(Refusal::AddressTaken.into()) } else { Ok(settings) }
}
