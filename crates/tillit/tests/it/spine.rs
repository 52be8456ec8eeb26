//! The spine without a browser: mail in, journal, desk, reply, outbox, sink, and what hostile senders try on the way.
//!
//! Plain HTTP and plain mail against the real binary on both engines. How pages look and behave in a browser is not
//! tested here. `world` starts a business, `desk` is its colleague at work, `letter` writes mails.

mod access;
mod arriving;
mod desk;
mod files;
mod hostile;
mod letter;
mod operating;
mod outbox;
mod path;
mod settings;
mod signing_in;
mod starting;
mod world;
