//! What people do at the desk, in a real browser against the real server with real mail.
//!
//! Begin with `desk`, which sets the stage. Each other module is one part of a working day; `crawler` walks every
//! page and uses every control without knowing any of them.

mod arriving;
mod asides;
mod away;
mod composing;
mod crawler;
mod deleting;
pub mod desk;
mod ending;
mod erasing;
mod file;
mod finding;
mod first_run;
mod hostile;
mod importing;
mod keyboard;
mod logo;
mod macros;
mod many;
mod mentioning;
mod merging_customers;
mod moving;
mod needing;
mod noticing;
mod phone;
mod plain;
mod problems;
mod programs;
mod promising;
mod renaming;
mod replying;
mod reporting;
mod requests;
mod ruling;
mod screens;
mod second;
mod service;
mod settings;
mod settings_file;
mod sharing;
mod signing_in;
mod snoozing;
mod tagging;
mod taking_along;
mod taking_back;
mod today;
mod together;
mod toning;
mod turns;
mod verbs;
mod whole;
mod working;
