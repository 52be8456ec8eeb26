//! The customer's side: pages that the people who write to the business see themselves. The page of a request,
//! which opens by the link in every mail to them, *my requests*, which opens by a link that they ask for, and the
//! contact forms, which are open to anybody.
//!
//! What may be seen is decided in `conversations` ([`conversations::rules::requests`]); here it is shown. What is
//! written here is handed to an [`Intake`] and comes back as a message from outside, like every mail: this crate
//! knows nothing of how messages travel. Its one table keeps the links that let customers in ([`entry`]).
//!
//! Whoever fills in a contact form may name anybody's address. So such a request counts as unproved, the address is
//! mailed nothing but a link to confirm that it was them ([`entry::confirm`]), and the page tells nothing back.

pub mod api;
pub mod entry;
pub mod forms;
mod holding;
pub mod http;
pub mod logo;
pub mod model;
pub mod offers;
pub mod rules;

use base::Instant;
use conversations::{ConversationId, Mailbox};
use people::DepartmentId;
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

/// What somebody asked by a contact form.
#[derive(Clone, Debug)]
pub struct Enquiry {
    /// Who they say they are.
    pub from: Mailbox,
    /// Whether they came in by a link that was mailed to this address.
    pub proved: bool,
    /// Whose matter the form is.
    pub department: Option<DepartmentId>,
    /// What it is about; may be empty.
    pub subject: String,
    /// Names the form as it was shown, so that sending it twice is one request.
    pub once: String,
    /// When it was shown, business time.
    pub at: Instant,
    /// The words, and what was answered besides.
    pub text: String,
    /// Files with them.
    pub files: Vec<conversations::commands::NewFile>,
    /// Who was at the other end.
    pub peer: String,
}

/// The channel that takes in what customers write on pages.
pub trait Intake: Send + Sync {
    /// Keeps an answer; it is durable when this is over. Says where it was put, if that is known by then.
    fn take(&self, answer: Answer) -> Later<'_, Option<ConversationId>>;

    /// Keeps what a contact form brought; see [`Intake::take`].
    fn ask(&self, enquiry: Enquiry) -> Later<'_, Option<ConversationId>>;
}
