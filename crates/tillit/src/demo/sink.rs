//! Where the demo's outgoing mail ends: the product's own SMTP listener on a free port of this
//! machine. It takes mail for `.example` alone and hands every mail to whoever plays the customers.

use std::net::SocketAddr;
use std::sync::Arc;

use base::Instant;
use channels::email::MailAddress;
use channels::email::listener::{self, Accepted, Answer, Envelope, Intake, Limits, Protocol, Refusal, Settings};
use channels::email::parse;
use platform::{Context, Result};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use super::ledger::OurMail;

/// What has left the house, as raw bytes.
pub type Sent = mpsc::UnboundedReceiver<Vec<u8>>;

/// Opens a sink on a free loopback port; answers where it listens and what comes in there.
///
/// # Errors
/// When no port is free.
pub async fn open(stop: watch::Receiver<bool>) -> Result<(SocketAddr, Sent)> {
    let socket = TcpListener::bind(("127.0.0.1", 0)).await.context("no free port for the demo's mail")?;
    let address = socket.local_addr()?;
    let (sender, sent) = mpsc::unbounded_channel();
    let settings =
        Settings { protocol: Protocol::Smtp, host_name: "sink.example".to_owned(), limits: Limits::default() };
    tokio::spawn(listener::serve(socket, settings, Arc::new(Sink { sender }), stop));
    Ok((address, sent))
}

struct Sink {
    sender: mpsc::UnboundedSender<Vec<u8>>,
}

/// Whether nobody real can have this address.
#[must_use]
pub fn is_example(address: &str) -> bool {
    address.rsplit_once('@').is_some_and(|(_, domain)| domain.to_ascii_lowercase().ends_with(".example"))
}

impl Intake for Sink {
    fn recipient<'a>(&'a self, address: &'a str) -> Answer<'a, Result<(), Refusal>> {
        let taken = if is_example(address) {
            Ok(())
        } else {
            Err(Refusal::never("The demo writes to .example addresses only"))
        };
        Box::pin(std::future::ready(taken))
    }

    fn accept(&self, _: Envelope, bytes: Vec<u8>) -> Answer<'_, Result<Accepted, Refusal>> {
        let kept = match self.sender.send(bytes) {
            Ok(()) => Ok(Accepted { reference: "read".to_owned() }),
            Err(_) => Err(Refusal::later("Nobody reads here any more")),
        };
        Box::pin(std::future::ready(kept))
    }

    fn refused_oversize(&self, _: Envelope, _: u64, _: Vec<u8>) -> Answer<'_, ()> {
        Box::pin(std::future::ready(()))
    }
}

/// What a customer sees of one of our mails. `None` for bytes that are no mail of ours, and for what a machine of
/// ours wrote, such as a receipt, which nobody answers.
#[must_use]
pub fn read(bytes: &[u8], seen: Instant) -> Option<OurMail> {
    let mail = parse::parse(bytes).ok().filter(|mail| mail.automatic.is_none())?;
    let from = mail.from?;
    let first = |list: &[MailAddress]| list.first().map(|one| one.address.clone());
    let mut references = mail.references;
    references.extend(mail.in_reply_to.into_iter().filter(|id| !id.is_empty()));
    references.dedup();
    Some(OurMail {
        from_name: from.name.unwrap_or_default(),
        to: first(&mail.to).unwrap_or_default(),
        message_id: mail.message_id?,
        reply_to: first(&mail.reply_to).unwrap_or_else(|| from.address.clone()),
        from_address: from.address,
        subject: mail.subject,
        text: mail.text,
        references,
        at: mail.date.unwrap_or(seen),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_nobody_has_are_written_to() {
        for (address, ok) in [
            ("kari@post.example", true),
            ("kari@POST.EXAMPLE", true),
            ("kari@example.com", false),
            ("kari@post.example.com", false),
            ("kari@notexample", false),
            ("example", false),
        ] {
            assert_eq!(is_example(address), ok, "{address}");
        }
    }

    #[test]
    fn our_mail_tells_how_to_answer_it() {
        let bytes = b"From: Ingrid Moen <hjelp@brekkesund.example>\r\nTo: <kari@post.example>\r\n\
            Reply-To: <hjelp+7.abc@brekkesund.example>\r\nMessage-ID: <m1@brekkesund.example>\r\n\
            In-Reply-To: <k2@post.example>\r\nReferences: <k1@post.example> <k2@post.example>\r\n\
            Subject: Sv: Varg\r\nDate: Wed, 18 Nov 2026 13:48:00 +0100\r\n\r\nHei Kari.\r\n";
        let mail = read(bytes, Instant::UNIX_EPOCH).expect("a mail");
        assert_eq!(mail.message_id, "m1@brekkesund.example");
        assert_eq!(mail.reply_to, "hjelp+7.abc@brekkesund.example");
        assert_eq!(mail.references, ["k1@post.example", "k2@post.example"]);
        assert_eq!((mail.from_name.as_str(), mail.to.as_str()), ("Ingrid Moen", "kari@post.example"));
        assert_eq!(mail.at, super::super::START);
        assert_eq!(read(b"nonsense", Instant::UNIX_EPOCH), None);
        let receipt = [b"Auto-Submitted: auto-replied\r\n", bytes.as_slice()].concat();
        assert_eq!(read(&receipt, Instant::UNIX_EPOCH), None);
    }
}
