//! Guided answers: trees of questions and steps that lead to an answer or to a person. Customers walk them in the help
//! centre, colleagues beside a conversation as a script for the telephone. A guide has a working copy and versions, of
//! which one at most is walked; nothing becomes a version that [`rules::check`] finds a flaw in.

pub mod api;
pub mod commands;
mod events;
pub mod http;
mod model;
mod refusal;
pub mod rules;
mod schema;
pub mod store;
#[cfg(test)]
mod tests;

pub use events::GuideEvent;
pub use model::{Choice, Ending, Guide, GuideId, Kind, Node, Tested, Tree, Version};
pub use refusal::{Answer, Failure, Refusal};
pub use schema::MIGRATIONS;
