//! What the journal holds of a customer: told, and erased. That a mail came stays, with the digest by which it would
//! be known if it came again.

use std::collections::BTreeSet;

use people::privacy::{About, Field, Gone, Held, Holder, Kind, Later, at, list, text};
use platform::{Conn, Result, Tx, vals};

/// The state of a mail that was erased.
pub const ERASED: &str = "erased";

/// Mails as they came.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mails;

/// Mails of their conversations, and what they wrote into others.
const THEIRS: &str = "conversation IN (SELECT id FROM conversation WHERE person = $1) \
     OR message IN (SELECT id FROM message WHERE author = $1 AND kind = 'inbound') \
     OR message IN (SELECT id FROM message WHERE author = $1 AND kind = 'side_in')";

/// The mails of a conversation, found by their messages; those that made none, by what they are about.
const THROUGH_MESSAGES: &str = "SELECT id, blob FROM inbound WHERE message IN \
     (SELECT id FROM message WHERE conversation = $1) \
     UNION SELECT id, blob FROM inbound WHERE conversation = $1 AND message IS NULL";

impl Holder for Mails {
    fn held<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async move {
            let mut mails = Vec::new();
            for person in &of.ids {
                let sql = format!(
                    "SELECT id, received_at, envelope_from, envelope_to, peer FROM inbound WHERE {THEIRS} ORDER BY id"
                );
                for row in conn.all(&sql, vals![person.as_str()]).await? {
                    let fields = [
                        text("id", "held-id", &row.text("id")?),
                        at("at", "held-at", row.at("received_at")?),
                        text("from", "held-from", &row.text("envelope_from")?),
                        text("to", "held-to", &row.text("envelope_to")?),
                        text("peer", "held-peer", &row.text("peer")?),
                    ];
                    mails.push(Held::Fields(fields.into_iter().flatten().collect()));
                }
            }
            Ok(list("mails", "held-mails", mails).into_iter().collect())
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(erase(tx, of, gone))
    }

    fn uses<'a>(&'a self, conn: &'a mut Conn, digests: &'a BTreeSet<String>) -> Later<'a, Vec<String>> {
        Box::pin(platform::blobs::among(conn, "inbound", "blob", digests))
    }
}

async fn erase(tx: &mut Tx, of: &About, gone: &mut Gone) -> Result<()> {
    for person in &of.ids {
        let sql = format!("SELECT id, blob FROM inbound WHERE {THEIRS}");
        for row in tx.all(&sql, vals![person.as_str()]).await? {
            let sql = "UPDATE inbound SET state = $2, blob = '', envelope_from = '', envelope_to = '[]', peer = '', \
                       reason = NULL WHERE id = $1 AND state <> 'new'";
            let id = row.text("id")?;
            if tx.run(sql, vals![id.as_str(), ERASED]).await? > 0 {
                gone.blobs.insert(row.text("blob")?);
                gone.ids.insert(id);
                gone.count(Kind::Mails, 1);
            }
        }
    }
    if !of.ids.is_empty() {
        // Who is in a file that was brought and not begun nobody knows: it is brought again.
        crate::moving::forget_waiting(tx).await?;
    }
    // The mails of a conversation that went for good.
    for id in gone.ids.clone().into_iter().filter(|id| id.starts_with("cnv_")) {
        crate::moving::erase(tx, &id).await?;
        for row in tx.all(THROUGH_MESSAGES, vals![id.as_str()]).await? {
            let sql = "UPDATE inbound SET state = $2, blob = '', envelope_from = '', envelope_to = '[]', peer = '', \
                       reason = NULL WHERE id = $1 AND state NOT IN ('new', $2)";
            let mail = row.text("id")?;
            if tx.run(sql, vals![mail.as_str(), ERASED]).await? > 0 {
                gone.blobs.insert(row.text("blob")?);
                gone.ids.insert(mail);
            }
        }
    }
    // What others let go of is not kept as it came, either.
    for digest in gone.blobs.clone() {
        let sql = "UPDATE inbound SET state = $2, blob = '', reason = NULL WHERE blob = $1 AND state <> 'new'";
        tx.run(sql, vals![digest, ERASED]).await?;
    }
    for address in &of.addresses {
        tx.run("DELETE FROM refused WHERE LOWER(envelope_from) = $1", vals![address.as_str()]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use platform::testing::{TestPlatform, on_both_engines};

    use super::*;
    use crate::tests::migrations;

    #[test]
    fn holding_the_mails_of_a_conversation_are_found_without_reading_the_whole_journal() {
        on_both_engines(&migrations(), |test: TestPlatform| async move {
            let p = &test.platform;
            let mut conn = p.db.read().await.expect("read");
            assert_eq!(conn.all(THROUGH_MESSAGES, vals!["cnv_1"]).await.expect("read").len(), 0);
            if p.db.engine() != platform::Engine::Sqlite {
                return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
            }
            let plan = conn.all(&format!("EXPLAIN QUERY PLAN {THROUGH_MESSAGES}"), vals!["cnv_1"]).await.expect("plan");
            let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
            let plan = plan.join("; ");
            assert!(plan.contains("INDEX inbound_message") && plan.contains("INDEX inbound_about"), "{plan}");
            assert!(!plan.contains("SCAN"), "{plan}");
        });
    }
}
