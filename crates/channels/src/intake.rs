//! The listener's door into the journal.

use platform::{Platform, Result};

use crate::email::listener::{Accepted, Answer, Envelope, Intake, Protocol, Refusal};
use crate::journal::{self, Arrival, Journal, Source};
use crate::mailboxes;

/// Takes mail for the business's own address and its signed forms.
pub struct Door {
    platform: Platform,
    journal: Journal,
}

impl Door {
    /// A door into `journal`.
    #[must_use]
    pub fn new(platform: Platform, journal: Journal) -> Self {
        Self { platform, journal }
    }

    /// Whether mail for `address` is ours. Before the business has an address, everything is: mail is
    /// rather kept than lost.
    async fn is_ours(&self, address: &str) -> Result<bool> {
        let own = mailboxes::addresses(&mut self.platform.db.read().await?).await?;
        let mut domains = own.iter().filter_map(|ours| Some(ours.rsplit_once('@')?.1)).peekable();
        let Some((_, given)) = address.rsplit_once('@') else { return Ok(domains.peek().is_none()) };
        Ok(domains.peek().is_none() || domains.any(|domain| domain.eq_ignore_ascii_case(given)))
    }
}

fn arrival(envelope: Envelope) -> Arrival {
    Arrival {
        source: match envelope.protocol {
            Protocol::Lmtp => Source::Lmtp,
            Protocol::Smtp => Source::Smtp,
        },
        envelope_from: envelope.from,
        envelope_to: envelope.recipients,
        peer: envelope.peer.ip().to_string(),
        mailbox: None,
    }
}

impl Intake for Door {
    fn recipient<'a>(&'a self, address: &'a str) -> Answer<'a, Result<(), Refusal>> {
        Box::pin(async move {
            match self.is_ours(address).await {
                Ok(true) => Ok(()),
                Ok(false) => Err(Refusal::unknown_recipient()),
                Err(fault) => {
                    tracing::error!(error = %fault.chain(), "a recipient could not be looked up");
                    Err(Refusal::later("The address cannot be looked up right now"))
                }
            }
        })
    }

    fn accept(&self, envelope: Envelope, bytes: Vec<u8>) -> Answer<'_, Result<Accepted, Refusal>> {
        Box::pin(async move {
            match self.journal.accept(bytes, arrival(envelope)).await {
                Ok(kept) => Ok(Accepted { reference: kept.id }),
                // The journal has logged why.
                Err(_) => Err(Refusal::no_room("The mail cannot be kept right now")),
            }
        })
    }

    fn refused_oversize(&self, envelope: Envelope, size: u64, _beginning: Vec<u8>) -> Answer<'_, ()> {
        Box::pin(async move {
            let size = usize::try_from(size).unwrap_or(usize::MAX);
            if let Err(fault) = self.journal.refuse(&arrival(envelope), size, journal::TOO_LARGE).await {
                tracing::error!(error = %fault.chain(), "a refused mail could not be listed");
            }
        })
    }
}
