//! Pure decisions: what is personal in a text, what it becomes in a reply, and whether an article surely answers.

pub mod composing;
pub mod stripping;
pub mod sureness;
