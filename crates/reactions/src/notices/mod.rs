//! Notices: a colleague is told what concerns them, in the desk and, if they wish, by mail.
//!
//! `reading.rs` goes through the log with a durable cursor; `rules/telling.rs` decides who is told of a fact, and
//! `rules/timing.rs` when it is mailed, as their [`settings::Wishes`] have it. A notice keeps no words of customers:
//! what it is about is read when it is shown, with the rights that its reader has then. Looking at a conversation
//! marks its notices as read.

pub mod api;
mod holding;
pub mod http;
pub mod mailing;
pub mod reading;
mod rules;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use base::{Action, Instant, Scope, allowed};
use conversations::ConversationId;
use conversations::queries::{self as desk, ListRow};
use people::staff::Staff;
use people::{PersonId, StaffId};
use platform::{Conn, Platform, Result};
use serde::{Deserialize, Serialize};

pub use holding::Notices;
pub use rules::timing;
pub use store::MIGRATIONS;

base::id!(
    /// Names one notice.
    NoticeId,
    "ntc_"
);

/// The cursor of the reader.
const READER: &str = "notices";
/// Unread notices are counted no further.
pub const COUNTED_MOST: i64 = 99;

/// What a notice tells. One can choose for each how one is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = NoticeKind)]
pub enum Kind {
    /// A note names them.
    Mentioned,
    /// A colleague asks them to look at a draft.
    Draft,
    /// A reply of theirs did not arrive.
    Undelivered,
    /// A conversation was given to them.
    Assigned,
    /// A customer wrote in one of theirs.
    Wrote,
    /// A customer wrote in one that they follow.
    Followed,
    /// Somebody answered aside in one of theirs, in one that they follow, or what they asked.
    Aside,
    /// In one of theirs a reply is due soon.
    Soon,
    /// In one of theirs a reply is overdue.
    Late,
    /// In a department that they lead a reply is overdue.
    Lapse,
    /// A promise that they keep is to be kept soon.
    Promise,
    /// A promise that they keep, or of a department that they lead, is late.
    Broken,
    /// A customer praised them.
    Praise,
    /// A rule tells them of a conversation.
    Rule,
    /// Two rules led to each other and were stopped; for those who look after settings.
    Fight,
}

impl Kind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 15] = [
        Self::Mentioned,
        Self::Draft,
        Self::Undelivered,
        Self::Assigned,
        Self::Wrote,
        Self::Followed,
        Self::Aside,
        Self::Soon,
        Self::Late,
        Self::Lapse,
        Self::Promise,
        Self::Broken,
        Self::Fight,
        Self::Praise,
        Self::Rule,
    ];

    /// The name in tables, forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mentioned => "mentioned",
            Self::Draft => "draft",
            Self::Undelivered => "undelivered",
            Self::Assigned => "assigned",
            Self::Wrote => "wrote",
            Self::Followed => "followed",
            Self::Aside => "aside",
            Self::Soon => "soon",
            Self::Late => "late",
            Self::Lapse => "lapse",
            Self::Promise => "promise",
            Self::Broken => "broken",
            Self::Praise => "praise",
            Self::Rule => "rule",
            Self::Fight => "fight",
        }
    }

    /// Reads [`Kind::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Something that a colleague is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it.
    pub id: NoticeId,
    /// Who is told.
    pub staff: StaffId,
    /// What.
    pub kind: Kind,
    /// The conversation that it is about.
    pub conversation: ConversationId,
    /// The message that it is about, if it is one.
    pub message: Option<String>,
    /// Who did it: see [`base::Actor::key`].
    pub actor: String,
    /// When it happened, business time.
    pub at: Instant,
    /// When it was read, business time.
    pub read_at: Option<Instant>,
}

/// A notice with what is known of its conversation.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The notice.
    pub notice: Notice,
    /// Its conversation, by now.
    pub row: ListRow,
    /// The name of the colleague who did it, if one did; of an answer aside, of whoever wrote it.
    pub by: Option<String>,
}

/// Which notices are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Only those that are not read.
    pub unread: bool,
    /// Those before this one.
    pub after: Option<&'a NoticeId>,
    /// How many.
    pub most: i64,
}

/// A colleague's notices, the newest first, and whether there are more. Those about what they do not see (any more)
/// are left out.
///
/// # Errors
/// When the tables cannot be read; so for all below.
pub async fn list(conn: &mut Conn, me: &Staff, asked: Asked<'_>) -> Result<(Vec<Shown>, Option<NoticeId>)> {
    let Ok(scope) = allowed(&me.actor(), Action::ReadConversations) else { return Ok((Vec::new(), None)) };
    let mut found = store::list(conn, &me.id, asked.unread, asked.after, asked.most.saturating_add(1)).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > asked.most;
    found.truncate(usize::try_from(asked.most).unwrap_or(usize::MAX));
    let next = found.last().map(|last| last.id.clone()).filter(|_| more);
    Ok((shown(conn, &scope, found).await?, next))
}

/// With what is known of their conversations, as far as `scope` reaches.
async fn shown(conn: &mut Conn, scope: &Scope, found: Vec<Notice>) -> Result<Vec<Shown>> {
    let mut ids: Vec<String> = found.iter().map(|one| one.conversation.to_string()).collect();
    ids.sort();
    ids.dedup();
    let rows = if ids.is_empty() { Vec::new() } else { desk::these(conn, scope, &ids).await? };
    let staff = people::staff::all(conn, &Scope::All).await?;
    let outside = |one: &Notice| one.actor.strip_prefix("customer:").and_then(|id| id.parse::<PersonId>().ok());
    let asides = found.iter().filter(|one| one.kind == Kind::Aside);
    let writers: BTreeSet<PersonId> = asides.filter_map(outside).collect();
    let writers = people::person::names(conn, &writers.into_iter().collect::<Vec<_>>()).await?;
    let name = |one: &Notice| match one.actor.strip_prefix("staff:") {
        Some(id) => staff.iter().find(|one| one.id.as_str() == id).map(|one| one.name.clone()),
        None if one.kind == Kind::Aside => outside(one).and_then(|id| writers.get(&id).cloned()),
        None => None,
    };
    let with = |notice: Notice| {
        let row = rows.iter().find(|row| row.conversation.id == notice.conversation)?.clone();
        Some(Shown { by: name(&notice).filter(|name| !name.is_empty()), row, notice })
    };
    Ok(found.into_iter().filter_map(with).collect())
}

/// How many notices a colleague has not read, at most one more than [`COUNTED_MOST`].
///
/// # Errors
/// See [`list`].
pub async fn unread(conn: &mut Conn, me: &StaffId, scope: &Scope) -> Result<i64> {
    if *scope == Scope::All {
        return store::count_unread(conn, me, COUNTED_MOST + 1).await;
    }
    let found = store::list(conn, me, true, None, COUNTED_MOST + 1).await?;
    Ok(i64::try_from(shown(conn, scope, found).await?.len()).unwrap_or(i64::MAX))
}

/// Marks one of their notices as read; answers whether there is such a one.
///
/// # Errors
/// See [`list`].
pub async fn read_one(p: &Platform, me: &StaffId, id: &NoticeId) -> Result<bool> {
    let mut tx = p.begin().await?;
    let there = store::read_one(&mut tx, me, id).await?;
    tx.commit().await?;
    p.tell(&bell(me)).await?;
    Ok(there)
}

/// Marks all of their notices as read.
///
/// # Errors
/// See [`list`].
pub async fn read_all(p: &Platform, me: &StaffId) -> Result<()> {
    let mut tx = p.begin().await?;
    store::read_all(&mut tx, me).await?;
    tx.commit().await?;
    p.tell(&bell(me)).await
}

/// The live hint of a colleague's bell. Nobody else hears it.
fn bell(staff: &StaffId) -> String {
    format!("notices-{staff}")
}

/// Who looks at a conversation has read what they were told of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looking;

impl conversations::http::conversation::Onlooker for Looking {
    fn waits<'a>(
        &'a self,
        conn: &'a mut Conn,
        me: &'a StaffId,
        id: &'a ConversationId,
    ) -> platform::web::desk::Later<'a, bool> {
        Box::pin(store::waits(conn, me, id))
    }

    fn looked<'a>(
        &'a self,
        p: &'a Platform,
        me: &'a StaffId,
        id: &'a ConversationId,
    ) -> platform::web::desk::Later<'a, ()> {
        Box::pin(async move {
            if !store::waits(&mut p.db.read().await?, me, id).await? {
                return Ok(());
            }
            let mut tx = p.begin().await?;
            store::read_of(&mut tx, me, id).await?;
            tx.commit().await?;
            p.tell(&bell(me)).await
        })
    }
}
