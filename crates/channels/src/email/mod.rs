//! Electronic mail: bytes in, bytes out.
//!
//! Reading: [`listener`] takes bytes from mail servers, [`parse`] understands them, [`identity`]
//! recognises a mail that comes a second time, [`imap`] fetches from a mailbox elsewhere. Writing: [`compose`] makes bytes, [`send`] hands
//! them to a mail server. [`reply_address`] and [`message_id`] carry our tokens through both.
//! Nothing here knows a conversation, and nothing here touches the database.

pub mod address;
pub mod compose;
pub mod html;
pub mod identity;
pub mod imap;
pub mod invite;
pub mod listener;
pub mod login;
pub mod message_id;
pub mod parse;
pub mod reply_address;
pub mod send;
pub mod tls;
pub mod trouble;

pub use address::MailAddress;
