//! Joins the pages of the customer's side with the channel that takes in what is written there; neither knows the
//! other.

use std::time::Duration;

use channels::journal::{self, Journal};
use channels::requests::{self, Written};
use conversations::ConversationId;
use platform::web::desk::Later;
use platform::{Platform, Result};
use portal::{Answer, Intake};

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

    async fn keep(&self, answer: Answer) -> Result<Option<ConversationId>> {
        let written = Written {
            from: answer.from,
            subject: answer.subject,
            reply_tag: answer.reply_tag,
            once: answer.once,
            at: answer.at,
            text: answer.text,
            files: answer.files.into_iter().map(|file| (file.name, file.content_type, file.bytes)).collect(),
            peer: answer.peer,
        };
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

impl Intake for Answers {
    fn take(&self, answer: Answer) -> Later<'_, Option<ConversationId>> {
        Box::pin(self.keep(answer))
    }
}
