//! One colleague's day: what is to be answered, what was promised for it, and who is to be called. Nothing of it is
//! kept: it is read from reply times, snoozes, replies for later, checklists and calls that reached nobody.

use base::{Instant, Scope};
use jiff::tz::TimeZone;
use people::StaffId;
use platform::{Conn, Result};

use super::{ListRow, OPEN_TAGGED_MOST};
use crate::rules::today::{self, REMEMBERED, Reason};
use crate::store::{self, Day, OfDay, Pressing};

/// Rows of each part.
pub const TODAY_MOST: i64 = 50;

/// Something of a day.
#[derive(Clone, Debug)]
pub struct TodayRow {
    /// The conversation.
    pub row: ListRow,
    /// Why it stands there.
    pub reason: Reason,
    /// Their telephone number, if one is known.
    pub phone: Option<String>,
}

/// A day.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// Due today or late, and theirs or nobody's.
    pub answer: Vec<TodayRow>,
    /// Put away until today, going out today, or not done yet.
    pub keep: Vec<TodayRow>,
    /// Not reached, or wants to be called.
    pub call: Vec<TodayRow>,
    /// How much is due, no further than [`OPEN_TAGGED_MOST`].
    pub due: i64,
}

fn day<'a>(scope: &'a Scope, me: &'a StaffId, (now, zone): (Instant, &TimeZone), most: i64) -> Day<'a> {
    let since = now.saturating_sub(REMEMBERED).unwrap_or(Instant::MIN);
    Day { scope, me, until: today::ends(now, zone), since, most }
}

/// How much is due today, no further than [`OPEN_TAGGED_MOST`].
///
/// # Errors
/// See [`super::list`].
pub async fn due_today(conn: &mut Conn, scope: &Scope, me: &StaffId, (now, zone): (Instant, &TimeZone)) -> Result<i64> {
    store::due_today(conn, &day(scope, me, (now, zone), OPEN_TAGGED_MOST)).await
}

/// The same, with what else stands beside every page and is counted by the clock or kept for the reader: one question.
pub(super) async fn pressing(
    conn: &mut Conn,
    scope: &Scope,
    me: &StaffId,
    (now, zone): (Instant, &TimeZone),
    soon: Instant,
) -> Result<Pressing> {
    store::pressing(conn, &day(scope, me, (now, zone), OPEN_TAGGED_MOST), (now, soon)).await
}

/// The day of a colleague in their zone.
///
/// # Errors
/// See [`super::list`].
pub async fn today(conn: &mut Conn, scope: &Scope, me: &StaffId, (now, zone): (Instant, &TimeZone)) -> Result<Today> {
    if matches!(scope, Scope::Own(_)) {
        return Ok(Today::default());
    }
    let day = day(scope, me, (now, zone), TODAY_MOST);
    let row = |one: OfDay, reason| TodayRow { row: one.row, phone: one.phone, reason };
    let (by_phone, answer): (Vec<OfDay>, Vec<OfDay>) =
        store::answer(conn, &day).await?.into_iter().partition(|one| one.by_phone);
    let answer = answer.into_iter().map(|one| row(one, Reason::Due)).collect();
    let mut keep = Vec::new();
    for one in store::leaving(conn, &day).await? {
        let at = one.at;
        keep.push(row(one, Reason::Leaves(at)));
    }
    for one in store::back(conn, &day).await? {
        let at = one.at;
        keep.push(row(one, Reason::Back(at)));
    }
    keep.extend(store::unfinished(conn, &day).await?.into_iter().map(|one| row(one, Reason::Unfinished)));
    let mut call: Vec<TodayRow> = by_phone.into_iter().map(|one| row(one, Reason::DueByPhone)).collect();
    for one in store::calls(conn, &day).await? {
        let at = one.at;
        call.push(row(one, Reason::Tried(at)));
    }
    let due = due_today(conn, scope, me, (now, zone)).await?;
    let mut all = Today { answer, keep: once(keep), call: once(call), due };
    items(conn, &mut all.keep).await?;
    Ok(all)
}

fn once(all: Vec<TodayRow>) -> Vec<TodayRow> {
    today::once(all, |one| &one.row.conversation.id)
}

/// How much of each checklist is done.
async fn items(conn: &mut Conn, rows: &mut [TodayRow]) -> Result<()> {
    let ids: Vec<_> = rows.iter().map(|one| &one.row.conversation.id).collect();
    let mut counts: std::collections::HashMap<_, _> = store::checklist_counts(conn, &ids).await?.into_iter().collect();
    for one in rows {
        one.row.items = counts.remove(&one.row.conversation.id);
    }
    Ok(())
}
