//! Looking back through the log for facts of a few kinds, newest first.

use base::Instant;

use super::{COLUMNS, Recorded, recorded};
use crate::db::{Bind, Conn};
use crate::fault::Result;

/// Which facts.
#[derive(Clone, Copy, Debug)]
pub struct Newest<'a> {
    /// Their kinds; of those that begin with `conversation.` only [`ENDS`], so that they are found without reading over
    /// the others.
    pub kinds: &'a [&'a str],
    /// Only what this actor did.
    pub actor: Option<&'a str>,
    /// Not before.
    pub from: Option<Instant>,
    /// Before.
    pub until: Option<Instant>,
    /// Below this number: where the page before ended.
    pub before: Option<i64>,
}

/// What most facts are not.
pub(crate) const BESIDE_CONVERSATIONS: &str = "substr(kind, 1, 13) <> 'conversation.'";
/// What of conversations is looked back for as well: that one was taken away, and brought back.
pub const ENDS: [&str; 3] = ["conversation.deleted", "conversation.erased", "conversation.restored"];

/// The condition of an index of the few facts that are looked back for.
pub(crate) fn looked_for() -> String {
    format!("({BESIDE_CONVERSATIONS} OR kind IN ('{}'))", ENDS.join("', '"))
}

/// The facts of these kinds whose numbers lie below `before`, no further back than `reach` numbers and not before
/// `from`, newest first: one stretch of a look back over the whole log, whose cost does not depend on what is in it.
///
/// # Errors
/// When the log cannot be read.
pub async fn stretch(conn: &mut Conn, kinds: &[&str], before: i64, reach: i64, from: Instant) -> Result<Vec<Recorded>> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vec![before.bind(), before.saturating_sub(reach).bind(), from.bind()];
    let marks: Vec<String> = (4..kinds.len() + 4).map(|n| format!("${n}")).collect();
    values.extend(kinds.iter().map(|kind| (*kind).bind()));
    let sql = format!(
        "SELECT {COLUMNS} FROM event WHERE seq < $1 AND seq >= $2 AND at >= $3 AND kind IN ({}) ORDER BY seq DESC",
        marks.join(", ")
    );
    conn.all(&sql, values).await?.iter().map(recorded).collect()
}

/// The newest number of the log; 0 for an empty one.
///
/// # Errors
/// When the log cannot be read.
pub async fn newest_number(conn: &mut Conn) -> Result<i64> {
    conn.number("SELECT COALESCE(MAX(seq), 0) AS n FROM event", vec![]).await
}

/// The newest `most` of these facts, newest first.
///
/// # Errors
/// When the log cannot be read.
pub async fn newest(conn: &mut Conn, wanted: Newest<'_>, most: i64) -> Result<Vec<Recorded>> {
    if wanted.kinds.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let mut place = |value| {
        values.push(value);
        format!("${}", values.len())
    };
    let kinds: Vec<String> = wanted.kinds.iter().map(|kind| place((*kind).bind())).collect();
    let mut conditions = vec![looked_for(), format!("kind IN ({})", kinds.join(", "))];
    if let Some(actor) = wanted.actor {
        conditions.push(format!("actor = {}", place(actor.bind())));
    }
    if let Some(from) = wanted.from {
        conditions.push(format!("at >= {}", place(from.bind())));
    }
    if let Some(until) = wanted.until {
        conditions.push(format!("at < {}", place(until.bind())));
    }
    if let Some(before) = wanted.before {
        conditions.push(format!("seq < {}", place(before.bind())));
    }
    let limit = place(most.bind());
    let sql = format!("SELECT {COLUMNS} FROM event WHERE {} ORDER BY seq DESC LIMIT {limit}", conditions.join(" AND "));
    conn.all(&sql, values).await?.iter().map(recorded).collect()
}
