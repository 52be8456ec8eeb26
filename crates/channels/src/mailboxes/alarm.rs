//! Says that a mailbox is not read: on every desk page, by mail to admins, in the log; once for each
//! time it happens. Machine time: a quarter of an hour is one, whatever the business's clock says.
//!
//! Each look that goes well puts the alarm off; so it also goes off when the reader itself is gone.

use base::{Action, Actor, Instant, Scope, allowed};
use maud::{Markup, html};
use people::system_mail::{self, SystemMail};
use platform::i18n::Say;
use platform::jobs::{self, Failure, Job};
use platform::web::assets::icon;
use platform::web::desk::{Later, NoticeSource};
use platform::{Platform, Result, Tx, args, vals};

use super::events::MailboxEvent;
use super::reading::progress;
use super::{Fetch, Mailbox, MailboxId, store};
use crate::email::trouble::Trouble;

/// The lane of those who watch.
pub const LANE: &str = "watch";
/// Job: looks whether a mailbox was read. Payload: its id.
pub const JOB: &str = "mailbox.alarm";
/// So long a mailbox may stay unread.
pub(super) const PATIENCE: jiff::SignedDuration = jiff::SignedDuration::from_mins(15);

/// Job: a mailbox should have been read by now.
///
/// # Errors
/// When the database cannot be used.
pub async fn look(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    if let Ok(id) = job.payload.parse::<MailboxId>()
        && let Some(mailbox) = store::find(&mut tx, &id).await?
        && mailbox.enabled
        && let Some(since) = unread_since(&mailbox)
    {
        if since + PATIENCE > tx.machine_now() {
            progress::watch(&mut tx, &id, since).await?;
        } else {
            let trouble = mailbox.reading.as_ref().and_then(|reading| reading.trouble.clone());
            raise(p, &mut tx, &mailbox, trouble.as_ref()).await?;
        }
    }
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    Ok(())
}

/// Since when nobody read it although somebody should have.
fn unread_since(mailbox: &Mailbox) -> Option<Instant> {
    let reading = mailbox.reading.as_ref()?;
    reading.last_read_at.into_iter().chain(reading.since).max()
}

/// Tells people, unless they were told already.
pub(super) async fn raise(p: &Platform, tx: &mut Tx, mailbox: &Mailbox, trouble: Option<&Trouble>) -> Result<()> {
    let sql = "UPDATE mailbox_reading SET alarmed_at = $1 WHERE mailbox = $2 AND alarmed_at IS NULL";
    let now = tx.machine_now();
    if tx.run(sql, vals![now, mailbox.id.as_str()]).await? == 0 {
        return Ok(());
    }
    let code = trouble.map_or(String::new(), |trouble| trouble.kind.code().to_owned());
    let address = mailbox.settings.address.clone();
    tracing::warn!(mailbox = %mailbox.id, code, "a mailbox is not being read");
    tx.record(&MailboxEvent::Failed { mailbox: mailbox.id.clone(), address, code }, &Actor::System, None).await?;
    for admin in people::staff::all(tx, &Scope::All).await? {
        if allowed(&admin.actor(), Action::ManageSettings).is_ok() && admin.disabled_at.is_none() {
            let say = p.i18n.to(admin.language);
            let address = mailbox.settings.address.as_str();
            let mail = SystemMail {
                to: admin.email,
                subject: say.with("mailbox-alarm-subject", args![address = address]),
                text: text(p, &say, mailbox, trouble),
                language: admin.language,
            };
            system_mail::send(tx, &mail).await?;
        }
    }
    Ok(())
}

fn text(p: &Platform, say: &Say, mailbox: &Mailbox, trouble: Option<&Trouble>) -> String {
    let address = mailbox.settings.address.as_str();
    let why = why(say, mailbox, trouble);
    let link = format!("{}{}", p.site.url, page(&mailbox.id));
    say.with("mailbox-alarm-text", args![address = address, why = why, link = link])
}

/// What is wrong, in words, as far as anybody knows.
fn why(say: &Say, mailbox: &Mailbox, trouble: Option<&Trouble>) -> String {
    let host = match &mailbox.settings.fetch {
        Fetch::Imap(imap) => imap.account.host.as_str(),
        Fetch::None => "",
    };
    trouble.map_or_else(|| say.text("mailbox-alarm-no-reason"), |trouble| trouble.sentence(say, host))
}

/// The page of one mailbox.
#[must_use]
pub fn page(id: &MailboxId) -> String {
    format!("/settings/mail/{id}")
}

/// The line above every desk page while a mailbox is not read.
pub struct UnreadMailboxes;

impl NoticeSource for UnreadMailboxes {
    fn notices<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say) -> Later<'a, Vec<Markup>> {
        Box::pin(async move {
            let admin = allowed(actor, Action::ManageSettings).is_ok();
            let all = store::alarmed(&mut p.db.read().await?).await?;
            Ok(all.iter().map(|mailbox| notice(say, mailbox, admin)).collect())
        })
    }
}

fn notice(say: &Say, mailbox: &Mailbox, admin: bool) -> Markup {
    let address = mailbox.settings.address.as_str();
    let trouble = mailbox.reading.as_ref().and_then(|reading| reading.trouble.as_ref());
    html! {
        div.callout data-tone="bad" role="status" {
            (icon("alert"))
            p {
                b { (say.with("mailbox-alarm-notice", args![address = address])) }
                " " (why(say, mailbox, trouble))
                @if admin { " " a href=(page(&mailbox.id)) { (say.text("mailbox-alarm-open")) } }
            }
        }
    }
}
