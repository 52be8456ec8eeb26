//! The heart: conversations with customers, their messages, states, assignment and service clocks.
//!
//! Commands ([`commands`]) load in scope, decide by pure [`rules`], and write rows, events and jobs in
//! one transaction. Knows nothing of how a message travels: channels hand in an [`commands::Inbound`] and take
//! away an [`commands::Outbound`].

pub mod api;
pub mod check;
pub mod commands;
pub mod document;
pub mod events;
mod holding;
pub mod http;
mod ids;
pub mod invite;
pub mod model;
pub mod naming;
mod numbers;
pub mod queries;
pub mod rules;
pub mod searching;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;

pub use document::Document;
pub use holding::Conversations;
pub use ids::{
    AttachmentId, ConversationId, DraftId, HoursId, ItemId, MacroFileId, MacroId, MessageId, NeedId, OpinionId,
    ProblemId, PromiseId, RecurringId, ServicePolicyId, SideId, SpentId, StepId, TagId, ViewId,
};
pub use model::*;
pub use numbers::GAUGES;
pub use store::{MIGRATIONS, Messages};
