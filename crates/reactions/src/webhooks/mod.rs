//! Webhooks: what happened is posted to addresses of the business's own, signed as Standard Webhooks has it.
//!
//! `reading.rs` goes through the log with a durable cursor and leaves a delivery for each webhook that wants a fact;
//! `delivering.rs` sends them, one at a time for each webhook, so that a dead receiver costs nobody else anything;
//! `rules.rs` decides what an answer means. Calls nothing but through the one outbound client.

pub(crate) mod api;
mod commands;
pub mod delivering;
mod events;
mod holding;
pub mod http;
pub mod reading;
mod rules;
mod signing;
mod store;
#[cfg(test)]
mod tests;

use base::Instant;
use serde::{Deserialize, Serialize};

pub use commands::{Answer, Failure, Wanted, add, change, deliver_again, remove, rotate, switch, test};
pub use events::WebhookEvent;
pub use holding::Deliveries;
pub use rules::{PATTERNS, Refusal};
pub use store::MIGRATIONS;

base::id!(
    /// Names one webhook.
    WebhookId,
    "whk_"
);

base::id!(
    /// Names one delivery of a webhook; the same at every attempt.
    DeliveryId,
    "whd_"
);

/// An address that facts are posted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Names it.
    pub id: WebhookId,
    /// Where to.
    pub url: String,
    /// Which facts: see [`PATTERNS`].
    pub kinds: Vec<String>,
    /// Whether anything is sent.
    pub enabled: bool,
    /// Whether it was switched off because its address said that it is gone (410).
    pub gone: bool,
    /// When it was made, business time.
    pub created_at: Instant,
    /// Machine time before which nothing is sent, since it did not answer.
    pub pause_until: Instant,
    /// How often in a row it did not answer.
    pub failures: i64,
}

/// One fact on its way to one webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Names it.
    pub id: DeliveryId,
    /// Where to.
    pub webhook: WebhookId,
    /// What happened.
    pub kind: String,
    /// The JSON that is sent.
    pub body: String,
    /// How far it has come.
    pub state: Progress,
    /// Since when it has been tried, machine time.
    pub created_at: Instant,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was tried last, machine time.
    pub tried_at: Option<Instant>,
    /// The status that came back, if any.
    pub status: Option<i64>,
    /// The start of what came back, or why nothing did.
    pub answer: String,
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// To be sent, or sent again.
    Pending,
    /// It arrived.
    Done,
    /// Given up.
    Failed,
}

impl Progress {
    const ALL: [Self; 3] = [Self::Pending, Self::Done, Self::Failed];

    /// The name in tables and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The cursor of the reader.
const READER: &str = "webhooks";
/// The lane of deliveries: so many receivers are served side by side.
pub const LANE: &str = "webhooks";
/// How many.
pub const WIDTH: usize = 32;
/// Job: send what is due to one webhook. Payload: its id.
pub const JOB: &str = "webhook.deliver";
