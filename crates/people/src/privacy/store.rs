//! What this capability erases of its own tables, and the mark that it did.

use platform::{Conn, Engine, Result, Tx, vals};

use super::model::{About, Erased, Gone, Kind};
use crate::PersonId;
use crate::{care, field};

/// That a customer was erased, if they were.
///
/// # Errors
/// When the table cannot be read.
pub async fn erased(conn: &mut Conn, id: &PersonId) -> Result<Option<Erased>> {
    let row = conn.one("SELECT erased FROM person WHERE id = $1", vals![id.as_str()]).await?;
    let Some(text) = row.map(|row| row.opt_text("erased")).transpose()?.flatten() else { return Ok(None) };
    Ok(Some(serde_json::from_str(&text)?))
}

/// Takes everything away but that there was somebody.
pub(super) async fn erase(tx: &mut Tx, of: &About, gone: &mut Gone) -> Result<()> {
    for id in &of.ids {
        let id = id.as_str();
        for (kind, sql) in [
            (Some(Kind::Contacts), "DELETE FROM person_address WHERE person = $1"),
            (Some(Kind::Contacts), "DELETE FROM person_phone WHERE person = $1"),
            (Some(Kind::Contacts), "DELETE FROM person_name WHERE person = $1"),
            (Some(Kind::Notes), "DELETE FROM person_note WHERE person = $1"),
            (None, "DELETE FROM person_merge WHERE source = $1 OR target = $1"),
            (None, "DELETE FROM organisation_declined WHERE person = $1"),
            (None, "DELETE FROM person_apart WHERE first = $1 OR second = $1"),
            (None, "DELETE FROM person_relation WHERE person = $1 OR other = $1"),
        ] {
            let n = i64::try_from(tx.run(sql, vals![id]).await?).unwrap_or(i64::MAX);
            if let Some(kind) = kind {
                gone.count(kind, n);
            }
        }
        gone.count(Kind::Notes, i64::try_from(field::forget(tx, id).await?).unwrap_or(i64::MAX));
        gone.count(Kind::Notes, i64::try_from(care::forget(tx, id).await?).unwrap_or(i64::MAX));
        let facts = platform::log::remove(tx, &format!("person:{id}")).await?;
        gone.count(Kind::Facts, facts);
    }
    // Who is in a file that was brought and not begun nobody knows: it is brought again.
    crate::import::forget_waiting(tx).await
}

/// Leaves a customer without anything that was known of them.
pub(super) async fn empty(tx: &mut Tx, id: &PersonId, called: &str, erased: &Erased) -> Result<()> {
    let sql = "UPDATE person SET name = $2, name_folded = $3, name_doubtful = 0, language = NULL, title = '', \
               postal = '', prefers_language = NULL, addressed = '', channel = NULL, reach_from = NULL, \
               reach_until = NULL, reach_days = 0, reach_zone = '', manner = NULL, organisation = NULL, vip = 0, blocked_at = NULL, blocked_why = NULL, erased = $4 WHERE id = $1";
    let folded = crate::person::fold_name(called);
    tx.run(sql, vals![id.as_str(), called, folded, serde_json::to_string(erased)?]).await?;
    Ok(())
}

/// When, and how much of what, as JSON.
pub(crate) fn column(_: Engine) -> Vec<String> {
    vec!["ALTER TABLE person ADD COLUMN erased TEXT".to_owned()]
}
