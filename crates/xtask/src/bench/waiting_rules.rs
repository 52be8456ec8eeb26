//! Rules over the whole business: one that waits for a time has a row for every conversation, a few of which become due.
//! Whoever does what is due must look at those alone, however many wait.

use std::path::Path;

use base::{Clock as _, clock};
use platform::db::Value;
use platform::system_clock::SystemClock;
use platform::{Db, vals};

use crate::crash::Outcome;

/// The rule. It waits five days, and asks for a word that no subject bears: nothing of the business is changed.
pub const RULE: &str = "rul_01kyf5b0000000000000000000";
const SPEC: &str = r#"{"name":"Bench","trigger":"time:opened:5:days","when":[[0,"all"],[1,"subject:qzxqzxqzx"]],"acts":["tag:bench"]}"#;
/// What it waits for, in microseconds.
const WAITS: i64 = 5 * 24 * 3600 * 1_000_000;

type Statement = (String, Vec<Value>);

/// Has the rule wait for every conversation, for a year from now on. The server must not run: it remembers which rules
/// are on.
pub fn plant(folder: &Path) -> Outcome {
    let now = now();
    let year = now + 365 * 24 * 3600 * 1_000_000;
    let rule = "INSERT INTO automation_rule (id, list, place, enabled, spec, behalf, version, created_at) \
                SELECT $1, 'time', 1000, 1, $2, id, 1, $3 FROM staff WHERE role IN ('owner', 'admin') LIMIT 1";
    let waits = "INSERT INTO automation_wake (rule, conversation, since, due) \
                 SELECT $1, id, $2, $3 + number FROM conversation";
    // The log is read from here on where nobody reads it yet.
    let from = "INSERT INTO event_cursor (reader, xid, seq) \
                SELECT 'automation', xid, seq FROM event WHERE seq = (SELECT MAX(seq) FROM event) \
                ON CONFLICT (reader) DO NOTHING";
    let mut all = gone();
    all.push((from.to_owned(), vec![]));
    all.push((rule.to_owned(), vals![RULE, SPEC, now]));
    all.push((waits.to_owned(), vals![RULE, year - WAITS, year]));
    write(folder, all)
}

/// Takes all of it away again.
pub fn clear(folder: &Path) -> Outcome {
    write(folder, gone())
}

/// Has the time come for so many of them; beside the server, which finds them by itself.
pub fn make_due(folder: &Path, count: u32) -> Outcome {
    let sql = "UPDATE automation_wake SET since = $2, due = $3 WHERE rule = $1 AND conversation IN \
               (SELECT conversation FROM automation_wake WHERE rule = $1 ORDER BY due LIMIT $4)";
    let now = now();
    write(folder, vec![(sql.to_owned(), vals![RULE, now - WAITS, now, i64::from(count)])])
}

fn gone() -> Vec<Statement> {
    ["automation_wake WHERE rule", "automation_hit WHERE rule", "automation_rule WHERE id"]
        .map(|of| (format!("DELETE FROM {of} = $1"), vals![RULE]))
        .into()
}

/// The server that is measured goes by the machine's time.
fn now() -> i64 {
    clock::to_micros(SystemClock.business())
}

fn write(folder: &Path, statements: Vec<Statement>) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let path = folder.join("tillit.db");
    runtime.block_on(async {
        let db = Db::sqlite(&path).await.map_err(|fault| fault.chain())?;
        let written: Result<(), String> =
            platform::testing::write(&db, statements).await.map_err(|fault| fault.chain());
        db.close().await.map_err(|fault| fault.chain())?;
        written
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_is_one_that_can_be_kept() {
        assert!(RULE.strip_prefix("rul_").is_some_and(|rest| rest.len() == 26));
        let spec: serde_json::Value = serde_json::from_str(SPEC).expect("a rule's own words");
        assert_eq!(spec["trigger"], "time:opened:5:days");
    }
}
