//! Which drafts began as an answer of another case: `began_as` of `draft` and `shared_draft`, and rows of `merge_copy`
//! for what a merge that is undone brings back. So they are found by that answer when it is taken out of the world.

use std::collections::BTreeSet;

use platform::db::Engine;
use platform::{Result, Tx, vals};

use super::merges::{Moved, MovedDraft};
use crate::ids::{ConversationId, MessageId};
use crate::model::DraftText;

/// Columns, table and indexes, filled from what is kept already.
pub(super) fn tables(engine: Engine) -> Vec<String> {
    // A quote within a text is never bare in JSON, so these words stand nowhere but where they mean something.
    let (began_as, of_merges) = match engine {
        Engine::Sqlite => (
            "json_extract(content, '$.like')",
            "SELECT DISTINCT t.value, m.source FROM merge m, json_tree(m.moved) t WHERE t.key = 'like' AND t.type = 'text'",
        ),
        Engine::Postgres => (
            "substring(content from '\"like\":\"([^\"]+)\"')",
            "SELECT DISTINCT t.found[1], m.source FROM merge m, \
             LATERAL regexp_matches(m.moved, '\"like\":\"([^\"]+)\"', 'g') AS t (found)",
        ),
    };
    let mut all = Vec::new();
    for table in ["draft", "shared_draft"] {
        all.push(format!("ALTER TABLE {table} ADD COLUMN began_as TEXT"));
        all.push(format!("UPDATE {table} SET began_as = {began_as} WHERE content LIKE '%\"like\":\"%'"));
        all.push(format!("CREATE INDEX {table}_began_as ON {table} (began_as) WHERE began_as IS NOT NULL"));
    }
    all.push(
        "CREATE TABLE merge_copy (message TEXT NOT NULL, source TEXT NOT NULL REFERENCES merge (source), \
         PRIMARY KEY (message, source))"
            .to_owned(),
    );
    all.push("CREATE INDEX merge_copy_of ON merge_copy (source)".to_owned());
    all.push(format!("INSERT INTO merge_copy (message, source) {of_merges}"));
    all
}

/// What drafts that a merge moved began as.
fn copies(moved: &Moved) -> BTreeSet<&MessageId> {
    let along = &moved.along;
    let drafts = along.drafts.iter().flat_map(|one| [Some(&one.source), Some(&one.after), one.target.as_ref()]);
    let shared = along.shared.iter().map(|one| Some(&one.was));
    drafts.chain(shared).flatten().filter_map(|draft| draft.like.as_ref()).collect()
}

/// Says anew what the drafts of a merge began as.
pub(super) async fn keep_of_merge(tx: &mut Tx, source: &ConversationId, moved: &Moved) -> Result<()> {
    forget_of_merge(tx, source).await?;
    for message in copies(moved) {
        let sql = "INSERT INTO merge_copy (message, source) VALUES ($1, $2)";
        tx.run(sql, vals![message.as_str(), source.as_str()]).await?;
    }
    Ok(())
}

/// A merge is undone, or its drafts are gone.
pub(super) async fn forget_of_merge(tx: &mut Tx, source: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM merge_copy WHERE source = $1", vals![source.as_str()]).await?;
    Ok(())
}

/// What was put into drafts of other customers out of these messages goes, also where it would come back with a merge
/// that is undone; answers how many drafts went.
pub(crate) async fn forget_copies(tx: &mut Tx, messages: &[MessageId]) -> Result<i64> {
    let mut went = 0;
    let mut merges = BTreeSet::new();
    for message in messages {
        for sql in ["DELETE FROM draft WHERE began_as = $1", "DELETE FROM shared_draft WHERE began_as = $1"] {
            went += tx.run(sql, vals![message.as_str()]).await?;
        }
        let sql = "SELECT source FROM merge_copy WHERE message = $1";
        for row in tx.all(sql, vals![message.as_str()]).await? {
            merges.insert(row.id::<ConversationId>("source")?);
        }
    }
    for source in &merges {
        forget_in_merge(tx, source, messages).await?;
    }
    Ok(i64::try_from(went).unwrap_or(i64::MAX))
}

/// The same, of what undoing a merge would bring back.
async fn forget_in_merge(tx: &mut Tx, source: &ConversationId, messages: &[MessageId]) -> Result<()> {
    let Some(merge) = super::merge_of(tx, source).await? else { return Ok(()) };
    let mut moved = merge.moved;
    let copied = |draft: &DraftText| draft.like.as_ref().is_some_and(|like| messages.contains(like));
    let theirs =
        |one: &MovedDraft| copied(&one.source) || copied(&one.after) || one.target.as_ref().is_some_and(copied);
    moved.along.drafts.retain(|one| !theirs(one));
    moved.along.shared.retain(|one| !copied(&one.was));
    super::merges::save_moved(tx, source, &moved).await
}
