//! The web kit: what every page and every answer has in common. It knows no page of any capability.

pub mod assets;
pub mod avatar;
pub mod desk;
pub mod errors;
pub mod form;
pub mod guard;
pub mod packing;
pub mod page;
mod palette;
pub mod respond;
pub mod room;
pub mod save_bar;
pub mod sending;
pub mod sidebar;
pub mod typeface;
pub mod watch;
