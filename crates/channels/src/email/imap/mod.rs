//! Reading a mailbox by IMAP: connecting, looking ([`probe`]), and what [`Session`] can do.
//!
//! Speaks the protocol over a parser kept by others; which mails are new and what happens to them
//! afterwards is decided in `mailboxes/reading`.

#[cfg(test)]
pub(crate) mod dovecot;
mod folder;
mod names;
mod session;
mod syntax;
#[cfg(test)]
mod tests;
mod wire;

use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::rustls::pki_types::ServerName;

pub use folder::{Fetched, Folder, Listed, Opened};
pub use session::Session;

use crate::email::login::Login;
use crate::email::send::Tls;
use crate::email::tls::Trust;
use crate::email::trouble::{Kind, Trouble};

/// For the look-up, the connection and TLS together.
const CONNECT: Duration = Duration::from_secs(30);
/// Of one mail, what a dry run looks at.
const LOOK_BYTES: usize = 64 * 1024;
/// A look into a mailbox is over by then, whatever it found.
const LOOK: Duration = Duration::from_secs(120);

/// Where a server listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
}

/// Connects and greets; `largest` is the largest mail that will be kept in memory.
///
/// # Errors
/// Whatever stands between us and the server.
pub async fn connect(place: &Place, trust: &Trust, largest: usize) -> Result<Session, Trouble> {
    let connecting = Box::pin(connect_now(place, trust, largest));
    timeout(CONNECT, connecting).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
}

async fn connect_now(place: &Place, trust: &Trust, largest: usize) -> Result<Session, Trouble> {
    let stream = open_stream(&place.host, place.port).await?;
    let plain: Box<dyn wire::Duplex> = Box::new(stream);
    match place.tls {
        Tls::None => Session::greeted(wire::Wire::new(plain, largest)).await,
        Tls::Implicit => Session::greeted(wire::Wire::new(secured(place, trust, plain).await?, largest)).await,
        Tls::StartTls => {
            let plain = Session::greeted(wire::Wire::new(plain, largest)).await?.start_tls().await?;
            Session::after_tls(wire::Wire::new(secured(place, trust, plain).await?, largest)).await
        }
    }
}

/// A connection to the first address of `host` that answers.
pub(crate) async fn open_stream(host: &str, port: u16) -> Result<TcpStream, Trouble> {
    let found = tokio::net::lookup_host((host, port)).await;
    let addresses: Vec<_> = found.map_err(|error| Trouble::new(Kind::HostNotFound, error.to_string()))?.collect();
    let mut trouble = Trouble::bare(Kind::HostNotFound);
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => {
                // Commands are small and awaited; without it they only are slower.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Err(error) => trouble = Trouble::network(&error),
        }
    }
    Err(trouble)
}

async fn secured(place: &Place, trust: &Trust, plain: Box<dyn wire::Duplex>) -> Result<Box<dyn wire::Duplex>, Trouble> {
    let connector = trust.connector().map_err(|error| Trouble::new(Kind::OnOurSide, error.to_string()))?;
    let name = ServerName::try_from(place.host.clone()).map_err(|_| Trouble::bare(Kind::HostNotFound))?;
    let secured = connector.connect(name, plain).await.map_err(|error| Trouble::network(&error))?;
    Ok(Box::new(secured))
}

/// Where reading `folder` begins when mails since `day` are wanted: the open folder, and the number of
/// the first of them.
///
/// # Errors
/// See [`probe`].
pub async fn find_since(
    place: &Place,
    trust: &Trust,
    login: &Login,
    folder: &str,
    day: jiff::civil::Date,
) -> Result<(Opened, u32), Trouble> {
    let finding = Box::pin(async {
        let mut session = connect(place, trust, LOOK_BYTES).await?;
        session.sign_in(login).await?;
        let opened = session.open(folder, true).await?;
        let first = session.first_since(day).await?.unwrap_or(opened.uid_next);
        session.leave().await;
        Ok((opened, first))
    });
    timeout(LOOK, finding).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
}

/// What a look into a mailbox found. Nothing was changed there, no mail was marked.
#[derive(Clone, Debug)]
pub struct Probe {
    /// The folders there are, the inbox first.
    pub folders: Vec<Folder>,
    /// The folder that was looked into.
    pub opened: Opened,
    /// Its newest mails, newest first, each as far as it was read.
    pub newest: Vec<Glimpse>,
    /// Whether the server tells us of new mails by itself (IDLE); else we ask each minute.
    pub can_wait: bool,
}

/// The beginning of a mail: all of it when it is small.
#[derive(Clone, Debug)]
pub struct Glimpse {
    /// Its number.
    pub uid: u32,
    /// Its whole size.
    pub size: usize,
    /// When the server got it.
    pub arrived: Option<base::Instant>,
    /// Its first bytes.
    pub bytes: Vec<u8>,
}

/// Looks into `folder` and reads the beginnings of its `newest` mails, without changing anything.
///
/// # Errors
/// Whatever stands in the way, told for people by [`Trouble::sentence`].
pub async fn probe(place: &Place, trust: &Trust, login: &Login, folder: &str, newest: usize) -> Result<Probe, Trouble> {
    let looking = Box::pin(look(place, trust, login, folder, newest));
    timeout(LOOK, looking).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
}

async fn look(place: &Place, trust: &Trust, login: &Login, folder: &str, newest: usize) -> Result<Probe, Trouble> {
    let mut session = connect(place, trust, LOOK_BYTES * 2).await?;
    session.sign_in(login).await?;
    let folders = session.folders().await?;
    let opened = session.open(folder, true).await?;
    let mut glimpses = Vec::new();
    if newest > 0 && opened.mails > 0 {
        let uids = session.from(1).await?;
        let last = &uids[uids.len().saturating_sub(newest)..];
        for mail in session.list(last).await?.into_iter().rev() {
            let bytes = session.beginning(mail.uid, LOOK_BYTES).await?;
            glimpses.push(Glimpse { uid: mail.uid, size: mail.size, arrived: mail.arrived, bytes });
        }
    }
    let can_wait = session.can("IDLE");
    session.leave().await;
    Ok(Probe { folders, opened, newest: glimpses, can_wait })
}
