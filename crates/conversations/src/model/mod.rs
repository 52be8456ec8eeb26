//! Plain data: what a conversation, a message and its delivery are.

mod checklist;
mod contact;
mod conversation;
mod delivery;
mod draft;
mod link;
mod macros;
mod message;
mod old;
mod promise;
mod recurring;
mod rule;
mod side;
mod spent;
mod step;
mod tag;
mod toning;
mod view;

pub use checklist::*;
pub use contact::*;
pub use conversation::*;
pub use delivery::*;
pub use draft::*;
pub use link::*;
pub use macros::*;
pub use message::*;
pub use old::*;
pub use promise::*;
pub use recurring::*;
pub use rule::*;
pub use side::*;
pub use spent::*;
pub use step::*;
pub use tag::*;
pub use toning::*;
pub use view::*;
