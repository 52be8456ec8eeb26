//! What customers write on pages, of their requests or in contact forms: taken into the journal as the mail that
//! they could have written instead, and understood like it.

use base::Instant;
use conversations::Mailbox;
use data_encoding::BASE32_NOPAD;
use platform::{Context, Fault, Platform, Result};
use sha2::{Digest as _, Sha256};

use crate::email::MailAddress;
use crate::email::compose::OutgoingAttachment;
use crate::email::compose::typed::{Typed, typed};
use crate::journal::{Arrival, Journal, Kept, Source};

/// Where something that was written on a page belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To a request: the signed tag of the writer's part in it.
    Request(String),
    /// To a new request, of a contact form.
    Form {
        /// Whose matter the form is.
        department: Option<String>,
        /// Whether the writer came in by a link that was mailed to them.
        proved: bool,
    },
}

/// Stands in the journal for a writer who came in by a mailed link.
const PROVED: &str = "proved";
const DEPARTMENT: &str = "department:";

impl Place {
    const fn source(&self) -> Source {
        match self {
            Self::Request(_) => Source::Request,
            Self::Form { .. } => Source::Form,
        }
    }

    /// As it stands in the journal, where a mail says for whom it is.
    fn envelope(&self) -> Vec<String> {
        match self {
            Self::Request(tag) => vec![tag.clone()],
            Self::Form { department, proved } => {
                let department = department.iter().map(|id| format!("{DEPARTMENT}{id}"));
                department.chain(proved.then(|| PROVED.to_owned())).collect()
            }
        }
    }

    /// Where something in the journal belongs; `None` for mails, whose envelopes say nothing of the kind.
    #[must_use]
    pub fn of(source: &str, envelope: &[String]) -> Option<Self> {
        if source == Source::Request.code() {
            return Some(Self::Request(envelope.first().cloned().unwrap_or_default()));
        }
        let department = envelope.iter().find_map(|line| line.strip_prefix(DEPARTMENT)).map(ToOwned::to_owned);
        let proved = envelope.iter().any(|line| line == PROVED);
        (source == Source::Form.code()).then_some(Self::Form { department, proved })
    }
}

/// What a customer wrote.
#[derive(Clone, Debug)]
pub struct Written {
    /// Who they are.
    pub from: Mailbox,
    /// What the request is about.
    pub subject: String,
    /// Where it belongs.
    pub place: Place,
    /// Names the form, so that sending it twice is one answer.
    pub once: String,
    /// When the form was made.
    pub at: Instant,
    /// The words.
    pub text: String,
    /// Name, type and bytes.
    pub files: Vec<(String, String, Vec<u8>)>,
    /// Who was at the other end.
    pub peer: String,
}

/// Keeps it. It is durable when this returns, and understood soon afterwards.
///
/// # Errors
/// When it cannot be made a mail, or was not kept.
pub async fn accept(p: &Platform, journal: &Journal, written: Written) -> Result<Kept> {
    let business = conversations::settings::business(&mut p.db.read().await?).await?;
    let nobody = || MailAddress { name: None, address: "desk@tillit.invalid".to_owned() };
    let theirs = match &written.place {
        Place::Request(tag) => tag,
        Place::Form { .. } => &written.from.address,
    };
    let digest = Sha256::digest([theirs.as_bytes(), b" ", written.once.as_bytes()].concat());
    let name = BASE32_NOPAD.encode(&digest).to_lowercase();
    let file = |(name, content_type, bytes)| OutgoingAttachment { name, content_type, bytes };
    let mail = Typed {
        from: MailAddress::read(Some(&written.from.name), &written.from.address)
            .context("a customer without address")?,
        to: MailAddress::read(Some(&business.name), &business.address).unwrap_or_else(nobody),
        subject: written.subject,
        message_id: format!("{}@request.tillit.invalid", &name[..26]),
        date: written.at,
        text: written.text,
        files: written.files.into_iter().map(file).collect(),
    };
    let bytes = typed(&mail).map_err(|error| Fault::because("an answer cannot be made a mail", error))?;
    let arrival = Arrival {
        source: written.place.source(),
        envelope_from: written.from.address,
        envelope_to: written.place.envelope(),
        peer: written.peer,
        mailbox: None,
    };
    journal.accept(bytes, arrival).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_from_the_journal_and_a_mail_has_none() {
        let places = [
            Place::Request("r-12-abc".to_owned()),
            Place::Form { department: Some("dep_1".to_owned()), proved: true },
            Place::Form { department: None, proved: false },
        ];
        for place in places {
            assert_eq!(Place::of(place.source().code(), &place.envelope()), Some(place));
        }
        assert_eq!(Place::of("smtp", &["proved".to_owned(), "department:dep_1".to_owned()]), None);
    }
}
