//! What other capabilities find for a question, as lines that any page can show: so the desk's search shows articles,
//! and the help centre's the community, and neither knows the other.

use base::{Actor, Language};

use super::Later;
use crate::Platform;
use crate::db::Conn;

/// Who asks.
#[derive(Clone, Debug)]
pub enum Asker {
    /// Anybody.
    Stranger,
    /// A customer who is signed in.
    Customer,
    /// A colleague.
    Colleague(Actor),
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Who asks: nothing is found that they may not read.
    pub asker: &'a Asker,
    /// As it was typed.
    pub text: &'a str,
    /// Whether the last word may still be going on.
    pub open: bool,
    /// The language of the asker.
    pub language: Language,
    /// Lines, at most.
    pub most: usize,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Names it on the page.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it is read.
    pub href: String,
    /// The language of its words, where one is known.
    pub language: Option<Language>,
    /// The part that shows why it was found, in pieces; `true` marks what was looked for.
    pub pieces: Vec<(String, bool)>,
}

/// A capability that finds lines.
pub trait Elsewhere: Send + Sync {
    /// The message above its lines.
    fn title(&self) -> &'static str;
    /// Their picture.
    fn icon(&self) -> &'static str;
    /// What it finds, best first; nothing for who may read nothing of it.
    fn lines<'a>(&'a self, p: &'a Platform, conn: &'a mut Conn, look: Look<'a>) -> Later<'a, Vec<Line>>;
}

/// Those that a page asks besides, as an extension of its request.
#[derive(Clone, Copy, Default)]
pub struct Others(pub &'static [&'static dyn Elsewhere]);

/// Lines under the message above them, with their picture.
pub type Group = (&'static str, &'static str, Vec<Line>);

impl Others {
    /// What they all find; who finds nothing is left out.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub async fn groups(self, p: &Platform, conn: &mut Conn, look: Look<'_>) -> crate::Result<Vec<Group>> {
        let mut groups = Vec::new();
        if look.text.trim().is_empty() {
            return Ok(groups);
        }
        for one in self.0 {
            let lines = one.lines(p, conn, look).await?;
            if !lines.is_empty() {
                groups.push((one.title(), one.icon(), lines));
            }
        }
        Ok(groups)
    }
}
