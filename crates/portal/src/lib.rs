//! The customer's side: pages that the people who write to the business see themselves. The page of a request,
//! which opens by the link in every mail to them, and *my requests*, which opens by a link that they ask for.
//!
//! What may be seen is decided in `conversations` ([`conversations::rules::requests`]); here it is shown. What is
//! written here is handed to an [`Intake`] and comes back as a message from outside, like every mail: this crate
//! knows nothing of how messages travel. Its one table keeps the links that let customers in ([`entry`]).

pub mod entry;
mod holding;
pub mod http;

use base::Instant;
use conversations::{ConversationId, Mailbox};
use platform::web::desk::Later;

pub use holding::Visits;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();

/// What a customer wrote on the page of their request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Who they are.
    pub from: Mailbox,
    /// What the request is about.
    pub subject: String,
    /// The signed tag of their part in it.
    pub reply_tag: String,
    /// Names the form, so that sending it twice is one answer.
    pub once: String,
    /// When the form was made, business time.
    pub at: Instant,
    /// The words.
    pub text: String,
    /// Files with them.
    pub files: Vec<conversations::commands::NewFile>,
    /// Who was at the other end.
    pub peer: String,
}

/// The channel that takes answers in.
pub trait Intake: Send + Sync {
    /// Keeps an answer; it is durable when this is over. Says where it was put, if that is known by then.
    fn take(&self, answer: Answer) -> Later<'_, Option<ConversationId>>;
}
