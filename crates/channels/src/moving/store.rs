//! The tables of files of conversations.

use base::Instant;
use conversations::{OldOutcome, OldRemark};
use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::{Counts, Line, Moving, MovingId, State};

/// Bytes of one part; all but the last are as long.
pub(super) const PART: usize = 256 * 1024;

/// The tables, in both engines' words.
pub const TABLES: fn(Engine) -> Vec<String> = |engine| {
    let bytes = engine.blob();
    vec![
        "CREATE TABLE moving (id TEXT PRIMARY KEY, staff TEXT, name TEXT NOT NULL, shape TEXT NOT NULL, \
         size BIGINT NOT NULL, digest TEXT NOT NULL, plan TEXT NOT NULL, state TEXT NOT NULL, place BIGINT NOT NULL, \
         line BIGINT NOT NULL, made BIGINT NOT NULL, joined BIGINT NOT NULL, unchanged BIGINT NOT NULL, \
         refused BIGINT NOT NULL, at BIGINT NOT NULL, ended_at BIGINT)"
            .to_owned(),
        // The file itself has no path; those beside it have.
        format!(
            "CREATE TABLE moving_part (moving TEXT NOT NULL, path TEXT NOT NULL, place BIGINT NOT NULL, \
             data {bytes} NOT NULL, PRIMARY KEY (moving, path, place))"
        ),
        "CREATE TABLE moving_line (moving TEXT NOT NULL, number BIGINT NOT NULL, outcome TEXT NOT NULL, \
         old TEXT NOT NULL, conversation TEXT, remarks TEXT NOT NULL, PRIMARY KEY (moving, number))"
            .to_owned(),
        "CREATE INDEX moving_line_of ON moving_line (conversation) WHERE conversation IS NOT NULL".to_owned(),
    ]
};

const COLUMNS: &str = "id, staff, name, shape, size, digest, plan, state, place, line, made, joined, unchanged, refused, \
     at, ended_at";

fn moving(row: &Row) -> Result<Moving> {
    Ok(Moving {
        id: row.id("id")?,
        staff: row.opt_id("staff")?,
        name: row.text("name")?,
        shape: row.text("shape")?,
        size: row.int("size")?,
        digest: row.text("digest")?,
        plan: serde_json::from_str(&row.text("plan")?)?,
        state: State::from_code(&row.text("state")?).unwrap_or(State::Stopped),
        place: row.int("place")?,
        line: row.int("line")?,
        counts: Counts {
            made: row.int("made")?,
            joined: row.int("joined")?,
            unchanged: row.int("unchanged")?,
            refused: row.int("refused")?,
        },
        at: row.at("at")?,
        ended_at: row.opt_at("ended_at")?,
    })
}

pub(super) async fn find(conn: &mut Conn, id: &MovingId) -> Result<Option<Moving>> {
    let sql = format!("SELECT {COLUMNS} FROM moving WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| moving(&row)).transpose()
}

/// The same for whoever changes it now.
pub(super) async fn hold(tx: &mut Tx, id: &MovingId) -> Result<Option<Moving>> {
    let sql = format!("SELECT {COLUMNS} FROM moving WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| moving(&row)).transpose()
}

/// The newest ones that are whole, before the one of that id.
pub(super) async fn list(conn: &mut Conn, before: Option<&MovingId>, most: i64) -> Result<Vec<Moving>> {
    let sql = format!("SELECT {COLUMNS} FROM moving WHERE size > 0 AND ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2");
    let before = before.map_or("", |id| id.as_str());
    conn.all(&sql, vals![before, most]).await?.iter().map(moving).collect()
}

/// One of the same bytes that has begun and not ended.
pub(super) async fn running(conn: &mut Conn, digest: &str) -> Result<Option<Moving>> {
    let sql = format!("SELECT {COLUMNS} FROM moving WHERE digest = $1 AND state = $2 ORDER BY id DESC LIMIT 1");
    conn.one(&sql, vals![digest, State::Running.code()]).await?.map(|row| moving(&row)).transpose()
}

pub(super) async fn insert(tx: &mut Tx, it: &Moving) -> Result<()> {
    let sql = format!(
        "INSERT INTO moving ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    );
    let counts = it.counts;
    let values = vals![
        it.id.as_str(),
        it.staff.as_ref().map(|id| id.as_str()),
        it.name.as_str(),
        it.shape.as_str(),
        it.size,
        it.digest.as_str(),
        serde_json::to_string(&it.plan)?,
        it.state.code(),
        it.place,
        it.line,
        counts.made,
        counts.joined,
        counts.unchanged,
        counts.refused,
        it.at,
        it.ended_at
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

pub(super) async fn save(tx: &mut Tx, it: &Moving) -> Result<()> {
    let sql = "UPDATE moving SET shape = $2, size = $3, digest = $4, plan = $5, state = $6, place = $7, line = $8, \
               made = $9, joined = $10, unchanged = $11, refused = $12, ended_at = $13 WHERE id = $1";
    let counts = it.counts;
    let values = vals![
        it.id.as_str(),
        it.shape.as_str(),
        it.size,
        it.digest.as_str(),
        serde_json::to_string(&it.plan)?,
        it.state.code(),
        it.place,
        it.line,
        counts.made,
        counts.joined,
        counts.unchanged,
        counts.refused,
        it.ended_at
    ];
    tx.run(sql, values).await?;
    Ok(())
}

pub(super) async fn put_part(tx: &mut Tx, id: &MovingId, path: &str, place: i64, bytes: Vec<u8>) -> Result<()> {
    let sql = "INSERT INTO moving_part (moving, path, place, data) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.run(sql, vals![id.as_str(), path, place, bytes]).await?;
    Ok(())
}

pub(super) async fn part(conn: &mut Conn, id: &MovingId, path: &str, place: i64) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT data FROM moving_part WHERE moving = $1 AND path = $2 AND place = $3";
    conn.one(sql, vals![id.as_str(), path, place]).await?.map(|row| row.bytes("data")).transpose()
}

/// Lets go of the file and of those beside it; what came of it stays.
pub(super) async fn forget_parts(tx: &mut Tx, id: &MovingId) -> Result<()> {
    tx.run("DELETE FROM moving_part WHERE moving = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Lets go of the report.
pub(super) async fn forget_lines(tx: &mut Tx, id: &MovingId) -> Result<()> {
    tx.run("DELETE FROM moving_line WHERE moving = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Lets go of every file that nobody has begun, whoever is in it.
pub(crate) async fn forget_waiting(tx: &mut Tx) -> Result<()> {
    for row in tx.all("SELECT id FROM moving WHERE state = $1", vals![State::Waiting.code()]).await? {
        forget(tx, &row.id("id")?).await?;
    }
    Ok(())
}

/// Lets go of all of it.
pub(super) async fn forget(tx: &mut Tx, id: &MovingId) -> Result<()> {
    forget_parts(tx, id).await?;
    forget_lines(tx, id).await?;
    tx.run("DELETE FROM moving WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

pub(super) async fn put_line(tx: &mut Tx, id: &MovingId, line: &Line) -> Result<()> {
    let sql = "INSERT INTO moving_line (moving, number, outcome, old, conversation, remarks) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let conversation = line.conversation.as_ref().map(|(id, _)| id.as_str());
    let remarks = serde_json::to_string(&line.remarks)?;
    tx.run(sql, vals![id.as_str(), line.number, line.outcome.code(), line.old.as_str(), conversation, remarks]).await?;
    Ok(())
}

/// The next records of a report behind `after`. `only` is one outcome, or all.
pub(super) async fn lines(
    conn: &mut Conn,
    id: &MovingId,
    (only, after): (Option<OldOutcome>, i64),
    most: i64,
) -> Result<Vec<Line>> {
    let sql = "SELECT number, outcome, old, conversation, remarks FROM moving_line \
               WHERE moving = $1 AND number > $2 AND ($3 = '' OR outcome = $3) ORDER BY number LIMIT $4";
    let rows = conn.all(sql, vals![id.as_str(), after, only.map_or("", OldOutcome::code), most]).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        let remarks: Vec<OldRemark> = serde_json::from_str(&row.text("remarks")?)?;
        let outcome = OldOutcome::from_code(&row.text("outcome")?).unwrap_or(OldOutcome::Refused);
        let conversation = row.opt_id("conversation")?.map(|id| (id, 0));
        lines.push(Line { number: row.int("number")?, outcome, old: row.text("old")?, conversation, remarks });
    }
    let ids: Vec<_> = lines.iter().filter_map(|line| line.conversation.as_ref().map(|(id, _)| id.clone())).collect();
    for chunk in ids.chunks(500) {
        let numbers = conversations::queries::numbers(conn, &base::Scope::All, chunk).await?;
        for line in &mut lines {
            if let Some((id, shown)) = line.conversation.as_mut()
                && let Some(number) = numbers.get(id)
            {
                *shown = *number;
            }
        }
    }
    Ok(lines)
}

/// What the report says of a conversation that is erased: that it was there, and nothing else.
pub(crate) async fn erase(tx: &mut Tx, conversation: &str) -> Result<()> {
    let sql = "UPDATE moving_line SET old = '', remarks = '[]' WHERE conversation = $1";
    tx.run(sql, vals![conversation]).await?;
    Ok(())
}

/// When something is over and done with.
pub(super) fn later(now: Instant, hours: i64) -> Instant {
    now.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap_or(now)
}
