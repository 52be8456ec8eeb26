//! Joins the pages of the customer's side with the channel that takes in what is written there; neither knows the
//! other.

use std::time::Duration;

use channels::journal::{self, Journal};
use channels::requests::{self, Place, Written};
use conversations::ConversationId;
use conversations::commands::NewFile;
use platform::web::desk::Later;
use platform::{Platform, Result};
use portal::{Answer, Enquiry, Intake};

/// How often one looks whether an answer is understood by now, so that its page shows it at once, and how long
/// between two looks. What takes longer shows itself on the page a little later.
const LOOKS: u32 = 30;
const BETWEEN: Duration = Duration::from_millis(100);

/// The way in for answers.
pub struct Answers {
    platform: Platform,
    journal: Journal,
}

impl Answers {
    /// Into this journal.
    #[must_use]
    pub fn new(p: &Platform, journal: &Journal) -> Self {
        Self { platform: p.clone(), journal: journal.clone() }
    }

    async fn answer(&self, answer: Answer) -> Result<Option<ConversationId>> {
        let written = Written {
            from: answer.from,
            subject: answer.subject,
            place: Place::Request(answer.reply_tag),
            once: answer.once,
            at: answer.at,
            text: answer.text,
            files: files(answer.files),
            peer: answer.peer,
        };
        self.keep(written).await
    }

    async fn enquiry(&self, enquiry: Enquiry) -> Result<Option<ConversationId>> {
        let department = enquiry.department.map(|id| id.to_string());
        let written = Written {
            from: enquiry.from,
            subject: enquiry.subject,
            place: Place::Form { department, proved: enquiry.proved },
            once: enquiry.once,
            at: enquiry.at,
            text: enquiry.text,
            files: files(enquiry.files),
            peer: enquiry.peer,
        };
        self.keep(written).await
    }

    async fn keep(&self, written: Written) -> Result<Option<ConversationId>> {
        let kept = requests::accept(&self.platform, &self.journal, written).await?;
        for _ in 0..LOOKS {
            let made = journal::made(&mut self.platform.db.read().await?, &kept.id).await?;
            if let Some((conversation, _)) = made {
                return Ok(conversation.parse().ok());
            }
            tokio::time::sleep(BETWEEN).await;
        }
        Ok(None)
    }
}

fn files(files: Vec<NewFile>) -> Vec<(String, String, Vec<u8>)> {
    files.into_iter().map(|file| (file.name, file.content_type, file.bytes)).collect()
}

impl Intake for Answers {
    fn take(&self, answer: Answer) -> Later<'_, Option<ConversationId>> {
        Box::pin(self.answer(answer))
    }

    fn ask(&self, enquiry: Enquiry) -> Later<'_, Option<ConversationId>> {
        Box::pin(self.enquiry(enquiry))
    }
}
