//! Colleagues: their accounts, roles and how they get in.
//!
//! `commands.rs` is what can be done with accounts, `first.rs` how the first is made, `links.rs` the single-use links that let someone in
//! without a password, `rules.rs` the decisions.

mod commands;
mod events;
mod first;
mod links;
mod model;
mod reset;
mod rules;
mod signins;
mod store;
#[cfg(test)]
mod tests;
mod who;

pub(crate) use commands::managed;
pub use commands::{NewStaff, Profile, add, change_role, disable, enable, invite, set_password, update_profile};
pub use events::StaffEvent;
pub use first::{add_first, first_link, is_first_link};
pub use links::{Purpose, issue, look, redeem};
pub use model::{Colleague, Staff};
pub use reset::{RESET, ask_for_reset, send_reset};
pub(crate) use rules::zone;
pub use signins::SignInEvent;
pub use store::{all, by_email, colleagues, find, is_empty};
pub(crate) use store::{hold, set_departments, set_limited};
pub use who::{Doing, MaybeWho, Who, reading};
