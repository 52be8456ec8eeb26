//! The kinds of files that conversations come in. The files of another system are one more [`Shape`], named in [`ALL`].

mod lines;
mod mails;
mod sheet;

use conversations::Old;
use jiff::tz::TimeZone;

use super::model::Plan;
use crate::mailboxes::Own;

pub use lines::Lines;
pub use mails::Mails;
pub use sheet::{Sheet, begin as read_heading};

/// Every kind, the most peculiar first: what a file is, is told by looking at it.
pub const ALL: [&dyn Shape; 3] = [&Mails, &Lines, &Sheet];

/// The kind of this name.
#[must_use]
pub fn named(code: &str) -> Option<&'static dyn Shape> {
    ALL.into_iter().find(|shape| shape.code() == code)
}

/// What a file that begins so is.
#[must_use]
pub fn of(start: &[u8]) -> &'static dyn Shape {
    ALL.into_iter().find(|shape| shape.begins(start)).unwrap_or(&Sheet)
}

/// What a reader of records knows beside the record.
pub struct About<'a> {
    /// How the file is read.
    pub plan: &'a Plan,
    /// Where dates without a zone are meant.
    pub zone: &'a TimeZone,
    /// Which addresses are ours: what they wrote is ours.
    pub own: &'a Own,
}

/// One kind of file: how it is cut into records, and what a record says. Pure: files beside it are asked for by name.
pub trait Shape: Sync {
    /// The name in tables and on the command line.
    fn code(&self) -> &'static str;

    /// Whether a file that begins so is of this kind.
    fn begins(&self, start: &[u8]) -> bool;

    /// The length of the record at the beginning of `bytes`; nothing when more of them are needed, or none are left.
    fn cut(&self, bytes: &[u8], at_end: bool, plan: &Plan) -> Option<Cut>;

    /// What a record says.
    fn read(&self, record: &[u8], about: &About<'_>) -> Said;
}

/// A record within a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Its length, with its end. Never nothing.
    pub length: usize,
    /// It is longer than any honest one: a piece of it, which is passed over.
    pub too_long: bool,
}

/// Something that a record says.
pub enum Said {
    /// A conversation, or a part of one.
    Conversation(Box<Heard>),
    /// It cannot be read.
    Broken,
    /// It is longer than what is taken in.
    TooLong,
    /// Nothing at all: an empty line, the headings.
    Nothing,
}

/// What a record says, before its files are there.
#[derive(Default)]
pub struct Heard {
    /// The conversation.
    pub old: Old,
    /// The mail itself, of a record with one message that is one.
    pub raw: Option<Vec<u8>>,
    /// Files beside it: of which message, and the path as it stands there.
    pub files: Vec<(usize, String)>,
}

/// The lines of `bytes` that end: the length of the first, and whether it is longer than `most`.
fn line(bytes: &[u8], at_end: bool, most: usize) -> Option<Cut> {
    match bytes.iter().position(|byte| *byte == b'\n') {
        Some(at) => Some(Cut { length: at + 1, too_long: at >= most }),
        None if bytes.len() >= most => Some(Cut { length: bytes.len(), too_long: true }),
        None if at_end && !bytes.is_empty() => Some(Cut { length: bytes.len(), too_long: false }),
        None => None,
    }
}
