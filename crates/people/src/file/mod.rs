//! The customer's file: what colleagues know of a customer beside who writes from where. Telephones, other names,
//! preferences, notes, who goes first and who is answered by nobody.
//!
//! Knows nothing of conversations; these read [`card`] and [`is_blocked`]. Start with `rules`.

mod commands;
mod events;
mod model;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{
    About, add_name, add_note, add_phone, block, change_name, change_note, change_phone, pin_note, remove_name,
    remove_note, remove_phone, set_about, set_preferences, unblock,
};
pub use events::{Detail, FileEvent, happening};
pub use model::{Blocked, Channel, Days, Details, File, Hours, Manner, Note, Phone, Preferences, Times};
pub(crate) use store::{add_name_row, add_phone_row, details, phones, remove_name_row, remove_phone_row, set_details};
pub use store::{blocked_among, card, file, is_blocked, is_vip, phones_of_others, preferences, preferred_language};
