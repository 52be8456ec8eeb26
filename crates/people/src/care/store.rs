//! The table of care flags. Reads take a [`Scope`].

use base::{Instant, Scope};
use platform::{Conn, Engine, Result, Row, Tx, vals};

use super::model::{CareFlag, CareId, CareKind};
use super::rules::{self, MaySend, Sending, may_send};
use crate::ids::PersonId;

/// The table.
pub fn tables(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE care_flag (id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, why TEXT NOT NULL, \
         since BIGINT NOT NULL, ends_at BIGINT NOT NULL, set_by TEXT)",
        "CREATE INDEX care_flag_of ON care_flag (person, id)",
        "CREATE INDEX care_flag_ended ON care_flag (ends_at)",
    ]
    .map(str::to_owned)
    .into()
}

const FLAG: &str = "id, person, kind, why, since, ends_at, set_by";

fn flag(row: &Row) -> Result<CareFlag> {
    Ok(CareFlag {
        id: row.id("id")?,
        person: row.id("person")?,
        // What a newer version wrote is still something to be careful about.
        kind: CareKind::from_code(&row.text("kind")?).unwrap_or(CareKind::Other),
        why: row.text("why")?,
        since: row.at("since")?,
        ends_at: row.at("ends_at")?,
        set_by: row.opt_id("set_by")?,
    })
}

/// All flags of a customer that nobody has taken away, also those that have ended by themselves.
pub(crate) async fn kept(conn: &mut Conn, person: &PersonId) -> Result<Vec<CareFlag>> {
    let sql = format!("SELECT {FLAG} FROM care_flag WHERE person = $1 ORDER BY id");
    conn.all(&sql, vals![person.as_str()]).await?.iter().map(flag).collect()
}

/// The flags of a customer that hold, the gravest first; none for whom the scope leaves out.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn holding(conn: &mut Conn, scope: &Scope, person: &PersonId, now: Instant) -> Result<Vec<CareFlag>> {
    if !matches!(scope, Scope::All) {
        return Ok(Vec::new());
    }
    let kept = kept(conn, person).await?;
    Ok(rules::holding(&kept, now).into_iter().cloned().collect())
}

/// Whether something goes to a customer by itself: asked by everything that sends without a person.
///
/// # Errors
/// See [`holding`].
pub async fn verdict(conn: &mut Conn, person: &PersonId, sending: Sending, now: Instant) -> Result<MaySend> {
    let kinds: Vec<CareKind> = holding(conn, &Scope::All, person, now).await?.iter().map(|flag| flag.kind).collect();
    Ok(may_send(sending, &kinds))
}

/// Holds a customer until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, person: &PersonId) -> Result<()> {
    let sql = format!("SELECT id FROM person WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![person.as_str()]).await?;
    Ok(())
}

/// Keeps a flag as it is now.
pub(super) async fn put(tx: &mut Tx, it: &CareFlag) -> Result<()> {
    let sql = "INSERT INTO care_flag (id, person, kind, why, since, ends_at, set_by) VALUES ($1, $2, $3, $4, $5, $6, $7) \
               ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, why = excluded.why, ends_at = excluded.ends_at, \
               set_by = excluded.set_by";
    let by = it.set_by.as_ref().map(|id| id.as_str());
    let (id, person, kind) = (it.id.as_str(), it.person.as_str(), it.kind.code());
    tx.run(sql, vals![id, person, kind, it.why.as_str(), it.since, it.ends_at, by]).await?;
    Ok(())
}

/// Takes a flag away.
pub(super) async fn remove(tx: &mut Tx, id: &CareId) -> Result<()> {
    tx.run("DELETE FROM care_flag WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Takes away what has ended by itself, of all customers: what somebody went through is not kept beyond its day.
pub(super) async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    tx.run("DELETE FROM care_flag WHERE ends_at <= $1", vals![now]).await?;
    Ok(())
}

/// Takes away all of a customer; answers how many.
pub(crate) async fn forget(tx: &mut Tx, person: &str) -> Result<u64> {
    tx.run("DELETE FROM care_flag WHERE person = $1", vals![person]).await
}

/// Makes all flags of one customer those of another; answers which.
pub(crate) async fn move_all(tx: &mut Tx, from: &PersonId, to: &PersonId) -> Result<Vec<CareId>> {
    let ids: Vec<CareId> = kept(tx, from).await?.into_iter().map(|flag| flag.id).collect();
    move_these(tx, &ids, from, to).await?;
    Ok(ids)
}

/// The same of these, as far as they are still there.
pub(crate) async fn move_these(tx: &mut Tx, ids: &[CareId], from: &PersonId, to: &PersonId) -> Result<()> {
    for id in ids {
        let sql = "UPDATE care_flag SET person = $3 WHERE id = $1 AND person = $2";
        tx.run(sql, vals![id.as_str(), from.as_str(), to.as_str()]).await?;
    }
    Ok(())
}
