//! The only place that knows the tables. Reads take a `Scope`; a query without one does not compile.

mod attachments;
mod conversations;
mod deliveries;
mod lists;
mod messages;
mod schema;

pub(crate) use attachments::{NewAttachmentRow, add_attachments, attachments_of, files_of, stored_attachment};
pub(crate) use conversations::{find, find_by_number, find_for_update, insert, next_number, save};
pub(crate) use deliveries::{Before, deliveries_of, delivery, failed_deliveries, insert_delivery, set_delivery};
#[cfg(test)]
pub(crate) use lists::page_sql;
pub(crate) use lists::{After, Selection, breaching, list, of_person, tallies};
pub(crate) use messages::{
    add as add_message, by_mail_ids, find as find_message, mail_id_of, references_before, thread,
};
pub use schema::MIGRATIONS;
