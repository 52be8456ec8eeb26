//! Articles: one matter each, with a text in every language that somebody wrote. A text has a working copy, which
//! colleagues see, and versions, of which one at most is live. Nothing that is not live is ever seen outside.

pub mod api;
pub mod commands;
mod elsewhere;
mod events;
pub mod found;
pub mod http;
mod model;
mod refusal;
pub mod rules;
mod schema;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub mod unpacking;

pub use elsewhere::Found;
pub use events::ArticleEvent;
pub use found::Articles;
pub use model::{
    About, Article, ArticleId, Audience, Category, CategoryId, Draft, Line, Live, Names, Picture, Reader, Snippet,
    State, Text, TextId, Version,
};
pub use refusal::{Answer, Failure, Refusal};
pub use schema::MIGRATIONS;
