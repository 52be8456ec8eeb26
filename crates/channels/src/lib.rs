//! Channels: how messages travel between Tillit and the outside world.
//!
//! A channel turns an outside format into something `conversations` can take in, and carries out
//! what `conversations` wants to send. It never writes conversation tables by itself and knows no
//! rule of the desk. Start with [`email`].

pub mod api;
pub mod check;
pub mod discovery;
pub mod email;
mod holding;
pub mod http;
pub mod import;
pub mod intake;
pub mod journal;
pub mod mailboxes;
pub mod moving;
mod numbers;
pub mod oauth;
pub mod outbox;
mod outgoing;
pub mod process;
pub mod rehearsal;
pub mod relay;
pub mod requests;
mod schema;
pub mod sources;
pub mod trust;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use platform::i18n::Locales;
use platform::jobs::Workers;
use platform::{Context, Platform, Result};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::email::listener::{self, Limits, Protocol, Settings};
use crate::email::tls::Trust;
use crate::journal::Journal;
use crate::mailboxes::reading::{Pace, Reader};

#[cfg(test)]
mod tests;

pub use holding::Mails;
pub use numbers::GAUGES;
pub use schema::MIGRATIONS;

/// The texts of this crate.
pub const LOCALES: Locales = platform::locales!();

/// Adds what channels do in the background.
#[must_use]
pub fn workers(workers: Workers) -> Workers {
    use conversations::commands::{SEND_JOB, SEND_LANE};
    workers
        // One at a time: an answer must not be understood before the mail it answers.
        .lane_of_short_work(journal::LANE, 1, 16)
        .handle(journal::PROCESS_JOB, |p, job| async move { process::process(&p, &job).await })
        .lane(mailboxes::alarm::LANE, 1)
        .handle(mailboxes::alarm::JOB, |p, job| async move { mailboxes::alarm::look(&p, &job).await })
        .handle(moving::JOB, moving::work)
        .handle(moving::LEAVE_JOB, moving::leave)
        .handle(moving::FORGET_JOB, moving::forget)
        .lane(SEND_LANE, 4)
        .handle(SEND_JOB, |p, job| async move { outbox::deliver(&p, &job).await })
        .handle(people::system_mail::KIND, |p, job| async move { outbox::deliver_system(&p, &job).await })
}

/// Reads the mailboxes until `stop` becomes true.
pub fn read_mailboxes(
    p: &Platform,
    journal: &Journal,
    mail_max: usize,
    stop: watch::Receiver<bool>,
) -> impl Future<Output = Result<()>> + Send + 'static + use<> {
    let reader = Reader {
        platform: p.clone(),
        journal: journal.clone(),
        mail_max,
        trust: Trust::of_this_machine(),
        pace: Pace::default(),
    };
    mailboxes::reading::run(reader, stop)
}

/// Listens for mail servers. The addresses are bound before this returns; each part then serves until
/// `stop` becomes true.
///
/// # Errors
/// When an address cannot be bound.
pub async fn listen(
    p: &Platform,
    journal: &Journal,
    lmtp: Option<SocketAddr>,
    smtp: Option<SocketAddr>,
    mail_max: usize,
    stop: watch::Receiver<bool>,
) -> Result<Vec<impl Future<Output = Result<()>> + Send + 'static + use<>>> {
    let mut parts = Vec::new();
    let host_name = url::Url::parse(&p.site.url).ok().and_then(|url| url.host_str().map(str::to_owned));
    let doors = [(Protocol::Lmtp, lmtp), (Protocol::Smtp, smtp)];
    for (protocol, address) in doors.into_iter().filter_map(|(protocol, address)| Some((protocol, address?))) {
        let socket = TcpListener::bind(address).await.context(format!("cannot take mail at {address}"))?;
        tracing::info!(?protocol, %address, "mail is taken");
        let settings = Settings {
            protocol,
            host_name: host_name.clone().unwrap_or_else(|| "localhost".to_owned()),
            limits: Limits { message_bytes: mail_max, ..Limits::default() },
        };
        let door = Arc::new(intake::Door::new(p.clone(), journal.clone()));
        let stop = stop.clone();
        parts.push(async move {
            listener::serve(socket, settings, door, stop).await;
            Ok(())
        });
    }
    Ok(parts)
}
