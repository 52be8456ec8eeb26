//! One timeline of a customer: conversations, messages, notes and what became of their file, newest first and by key.
//! Each source is asked for what lies behind the last one shown, and the newest of all are kept.

use base::event::Sentence;
use base::{Instant, Scope, clock};
use people::PersonId;
use people::file::{self, Note};
use platform::{Conn, Result, log};

use super::ListRow;
use crate::store;
pub use crate::store::Line;

/// What a timeline is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// That conversations began.
    Conversations,
    /// What was said with the customer, by whatever channel.
    Messages,
    /// What colleagues wrote down, about the customer and in conversations.
    Notes,
    /// What became of the file: names, addresses, telephones, fields, merges.
    File,
}

impl TimelineKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Conversations, Self::Messages, Self::Notes, Self::File];

    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Conversations => "conversations",
            Self::Messages => "messages",
            Self::Notes => "notes",
            Self::File => "file",
        }
    }

    /// Reads [`TimelineKind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Something on a timeline.
#[derive(Clone, Debug)]
pub struct Moment {
    /// When.
    pub at: Instant,
    /// Names it.
    pub id: String,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum What {
    /// A conversation began.
    Began(Box<ListRow>),
    /// Somebody said something.
    Said(Box<Line>),
    /// A colleague wrote something down about the customer.
    Noted(Note),
    /// The file changed: what, and by whom (see [`base::Actor::key`]).
    Changed(Sentence, String),
}

/// Whose timeline, for whom.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The customer.
    pub person: &'a PersonId,
    /// The conversations that the reader may see.
    pub conversations: &'a Scope,
    /// The customers that the reader may see.
    pub people: &'a Scope,
    /// Only this, if anything.
    pub only: Option<TimelineKind>,
    /// The last one shown: when, in µs, and its id.
    pub after: Option<(i64, &'a str)>,
    /// How many.
    pub most: i64,
}

/// Behind every id.
const LAST: &str = "zzzz";
/// What each source's ids begin with; of one moment, what stands later here comes first.
const BEGAN: &str = "cnv_";
const CHANGED: &str = "evt_";
const SAID: &str = "msg_";
const NOTED: &str = "pnt_";
/// Facts of one file that are read.
const FACTS: i64 = 10_000;

/// Where a source with such ids goes on.
fn bound<'a>(after: Option<(i64, &'a str)>, prefix: &str) -> (i64, &'a str) {
    match after {
        None => (i64::MAX, LAST),
        Some((at, id)) if id.starts_with(prefix) => (at, id),
        Some((at, id)) if prefix < id => (at, LAST),
        Some((at, _)) => (at, ""),
    }
}

/// The next stretch of a timeline, and where the one after begins.
///
/// # Errors
/// When the tables cannot be read.
pub async fn timeline(conn: &mut Conn, asked: &Asked<'_>) -> Result<(Vec<Moment>, Option<(i64, String)>)> {
    let wants = |kind| asked.only.is_none_or(|only| only == kind);
    let (scope, person, most) = (asked.conversations, asked.person, asked.most + 1);
    let mut all: Vec<Moment> = Vec::new();
    if wants(TimelineKind::Conversations) {
        for row in store::began(conn, scope, person, bound(asked.after, BEGAN), most).await? {
            let it = &row.conversation;
            all.push(Moment { at: it.created_at, id: it.id.to_string(), what: What::Began(Box::new(row)) });
        }
    }
    for (kind, notes) in [(TimelineKind::Messages, false), (TimelineKind::Notes, true)] {
        if wants(kind) {
            for line in store::said(conn, scope, (person, notes), bound(asked.after, SAID), most).await? {
                all.push(Moment { at: line.at, id: line.id.to_string(), what: What::Said(Box::new(line)) });
            }
        }
    }
    if wants(TimelineKind::Notes) {
        all.extend(noted(conn, asked).await?);
    }
    if wants(TimelineKind::File) {
        all.extend(changed(conn, asked).await?);
    }
    all.sort_by(|one, other| (other.at, &other.id).cmp(&(one.at, &one.id)));
    let keep = usize::try_from(asked.most).unwrap_or(usize::MAX);
    let more = all.len() > keep;
    all.truncate(keep);
    let next = all.last().filter(|_| more).map(|last| (clock::to_micros(last.at), last.id.clone()));
    Ok((all, next))
}

fn lies_behind(at: Instant, id: &str, bound: (i64, &str)) -> bool {
    (clock::to_micros(at), id) < bound
}

async fn noted(conn: &mut Conn, asked: &Asked<'_>) -> Result<Vec<Moment>> {
    let bound = bound(asked.after, NOTED);
    let notes = file::file(conn, asked.people, asked.person).await?.notes.into_iter();
    let moments = notes.map(|note| Moment { at: note.at, id: note.id.to_string(), what: What::Noted(note) });
    Ok(moments.filter(|it| lies_behind(it.at, &it.id, bound)).collect())
}

async fn changed(conn: &mut Conn, asked: &Asked<'_>) -> Result<Vec<Moment>> {
    if people::person::find(conn, asked.people, asked.person).await?.is_none() {
        return Ok(Vec::new());
    }
    let bound = bound(asked.after, CHANGED);
    let facts = log::history(conn, &format!("person:{}", asked.person), FACTS).await?;
    // A note is told by itself.
    let facts = facts.into_iter().filter(|fact| fact.kind != "person.note_added");
    let moments = facts.filter_map(|fact| {
        let what = What::Changed(file::happening(&fact)?, fact.actor);
        Some(Moment { at: fact.at, id: format!("{CHANGED}{:020}", fact.place.seq), what })
    });
    Ok(moments.filter(|it| lies_behind(it.at, &it.id, bound)).collect())
}
