//! The community: customers ask in public, answer each other, and bring ideas; colleagues answer beside them and look
//! after what is written. A question that nobody answers in time becomes a conversation, so that none falls through.
//!
//! Members are customers who are signed in by the link that `portal` mails; each has a public name of their own
//! choosing, and nothing else of their file is ever shown here. Off until the settings switch it on.

pub mod api;
pub mod commands;
mod events;
mod found;
mod holding;
pub mod http;
mod ids;
mod marked;
mod model;
pub mod rules;
mod schema;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;

pub use events::CommunityEvent;
pub use found::Topics;
pub use holding::Writings;
pub use ids::{OfferId, PostId, TopicId};
pub use marked::MemberEvent;
pub use model::{Idea, Kind, Member, Post, Reviewed, Subject, Topic, TopicState};
pub use schema::MIGRATIONS;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();
