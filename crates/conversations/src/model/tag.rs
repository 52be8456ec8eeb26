//! A tag: a word that colleagues put on conversations to find them again.

use crate::ids::TagId;

/// A word on conversations. Whatever the case it is written in, it is one tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// As people read it.
    pub name: String,
    /// Its colour.
    pub tone: TagTone,
}

/// The colours a tag may have. Those of promises and notes are theirs alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagTone {
    /// Grey.
    #[default]
    Plain,
    /// The colour of the desk.
    Accent,
    /// Green.
    Ok,
    /// Amber.
    Warn,
    /// Red.
    Bad,
    /// Blue.
    Info,
}

impl TagTone {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Plain, Self::Accent, Self::Ok, Self::Warn, Self::Bad, Self::Info];

    /// The name in tables and in markup.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Accent => "accent",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
        }
    }

    /// Reads [`TagTone::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.code() == code)
    }
}
