//! Plain data: what a conversation, a message and its delivery are.

mod conversation;
mod delivery;
mod macros;
mod message;
mod tag;

pub use conversation::*;
pub use delivery::*;
pub use macros::*;
pub use message::*;
pub use tag::*;
