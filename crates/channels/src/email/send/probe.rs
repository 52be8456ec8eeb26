//! Tries a mail server without sending anything.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::Mail;
use lettre::transport::smtp::extension::{ClientId, Extension};
use tokio::time::timeout;

use super::{Relay, Tls, address, sign_in, words};
use crate::email::imap::open_stream;
use crate::email::login::Proof;
use crate::email::trouble::{Kind, Trouble};

/// Connects, signs in, and asks whether mail may be sent as `from`; then leaves.
///
/// # Errors
/// Whatever stands in the way, told for people by [`Trouble::sentence`].
pub async fn probe(relay: &Relay, from: &str) -> Result<(), Trouble> {
    let trying = Box::pin(attempt(relay, from));
    timeout(relay.waits.connect, trying).await.unwrap_or_else(|_| Err(Trouble::bare(Kind::TimedOut)))
}

async fn attempt(relay: &Relay, from: &str) -> Result<(), Trouble> {
    // Looked up and knocked at by ourselves first: then what is wrong is known by its name.
    drop(open_stream(&relay.host, relay.port).await?);
    let hello = ClientId::Domain(relay.hello.clone());
    let tls = match relay.tls {
        Tls::None => None,
        Tls::StartTls | Tls::Implicit => Some(relay.trust.parameters(&relay.host).map_err(|error| trouble(&error))?),
    };
    let at_once = tls.clone().filter(|_| relay.tls == Tls::Implicit);
    let place = (relay.host.as_str(), relay.port);
    let connecting = AsyncSmtpConnection::connect_tokio1(place, Some(relay.waits.connect), &hello, at_once, None);
    let mut connection = connecting.await.map_err(|error| trouble(&error))?;
    if let Some(tls) = tls.filter(|_| relay.tls == Tls::StartTls) {
        if !connection.can_starttls() {
            return Err(Trouble::bare(Kind::StartTlsMissing));
        }
        connection.starttls(tls, &hello).await.map_err(|error| trouble(&error))?;
    }
    login(relay, &mut connection).await?;
    let sender = address(from).map_err(|_| Trouble::new(Kind::SenderRefused, format!("{from} is not an address")))?;
    let asked = connection.command(Mail::new(Some(sender), Vec::new())).await;
    connection.abort().await;
    match asked {
        Err(error) if error.status().is_some() => Err(Trouble::new(Kind::SenderRefused, words(&error))),
        asked => asked.map(|_| ()).map_err(|error| trouble(&error)),
    }
}

async fn login(relay: &Relay, connection: &mut AsyncSmtpConnection) -> Result<(), Trouble> {
    let Some(login) = &relay.login else { return Ok(()) };
    let (mechanisms, credentials) = sign_in(login);
    let offered = mechanisms.iter().any(|way| connection.server_info().supports_auth_mechanism(*way));
    if !offered {
        let kind = match (&login.proof, relay.tls) {
            (Proof::Token(_), _) => Kind::TokensNotTaken,
            (Proof::Password(_), Tls::None) => Kind::TlsNeeded,
            (Proof::Password(_), _) => Kind::LoginRefused,
        };
        let said = if connection.server_info().supports_feature(Extension::StartTls) { "STARTTLS" } else { "" };
        return Err(Trouble::new(kind, said));
    }
    connection.auth(mechanisms, &credentials).await.map(|_| ()).map_err(|error| match error.status() {
        Some(_) => Trouble::login(&words(&error)),
        // Asked back instead of answering: how a refused token is told.
        None if error.is_client() => Trouble::bare(Kind::LoginRefused),
        None => trouble(&error),
    })
}

fn trouble(error: &Error) -> Trouble {
    match error.status() {
        Some(_) => Trouble::new(Kind::ServerSaysNo, words(error)),
        None if error.is_response() => Trouble::new(Kind::NotAMailServer, words(error)),
        None => Trouble::network(error),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::relay;
    use super::*;
    use crate::email::listener::Protocol;
    use crate::email::listener::tests_support::{Kept, start};
    use crate::email::login::Login;

    #[tokio::test]
    async fn a_server_that_takes_our_mail_is_fine_and_nothing_is_sent() {
        let server = start(Protocol::Smtp, Kept::default()).await;
        assert_eq!(probe(&relay(server.port), "us@shop.example").await, Ok(()));
        assert!(server.kept.mails().is_empty());
    }

    #[tokio::test]
    async fn what_is_missing_is_called_by_its_name() {
        let server = start(Protocol::Smtp, Kept::default()).await;
        let kind = async |change: fn(&mut Relay)| {
            let mut relay = relay(server.port);
            change(&mut relay);
            probe(&relay, "us@shop.example").await.map_err(|trouble| trouble.kind)
        };
        assert_eq!(kind(|relay| relay.tls = Tls::StartTls).await, Err(Kind::StartTlsMissing));
        assert_eq!(kind(|relay| relay.tls = Tls::Implicit).await, Err(Kind::NotAMailServer));
        assert_eq!(kind(|relay| relay.login = Some(Login::password("us", "x"))).await, Err(Kind::TlsNeeded));
        assert_eq!(kind(|relay| relay.login = Some(Login::token("us", "x"))).await, Err(Kind::TokensNotTaken));
        assert_eq!(kind(|relay| relay.host = "no.such.host.invalid".into()).await, Err(Kind::HostNotFound));
        assert_eq!(kind(|relay| relay.port = 1).await, Err(Kind::ConnectionRefused));
    }
}
