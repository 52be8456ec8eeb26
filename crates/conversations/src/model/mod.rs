//! Plain data: what a conversation, a message and its delivery are.

mod conversation;
mod delivery;
mod message;

pub use conversation::*;
pub use delivery::*;
pub use message::*;
