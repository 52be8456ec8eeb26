//! The business that is measured: Brekkesund as the demo's generator makes it, and copies of what was closed there, back
//! through ten years, until there are so many conversations. Made once and kept below the build folder, by seed, schema
//! and size; `tillit check` says whether it is whole before it is used.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use platform::db::{Value, tuples};
use platform::{Conn, Db, vals};
use serde_json::json;

use super::copies::{Cell, Copy, Made};
use crate::crash::Outcome;

/// The seed of the generator.
const SEED: u64 = 7;
/// Conversations that the generator makes, the model of all others.
const MODEL: usize = 2_000;
/// How far back the copies go.
const YEARS_MICROS: i64 = 10 * 365 * 24 * 3600 * 1_000_000;
/// Values of one statement: the driver looks each of them up among all, so many cost their square.
const VALUES_MAX: usize = 320;
/// Where copies of what belongs to the business end: addresses of it are the same in all.
const OURS: &str = "brekkesund.example";
/// Messages that a conversation has on average.
const MESSAGES: usize = 5;

/// Tables that a conversation is kept in, with the condition that finds its rows, in the order in which they are filled.
/// `{c}` is the list of its ids.
const TABLES: [(&str, &str); 9] = [
    ("person", "id IN (SELECT person FROM conversation WHERE id IN {c})"),
    ("person_address", "person IN (SELECT person FROM conversation WHERE id IN {c})"),
    ("conversation", "id IN {c}"),
    ("message", "conversation IN {c}"),
    ("message_reference", "message IN (SELECT id FROM message WHERE conversation IN {c})"),
    ("delivery", "message IN (SELECT id FROM message WHERE conversation IN {c})"),
    ("attachment", "message IN (SELECT id FROM message WHERE conversation IN {c})"),
    ("tagged", "conversation IN {c}"),
    (
        "event",
        "subject IN (SELECT 'conversation:' || id FROM conversation WHERE id IN {c} UNION ALL \
         SELECT 'person:' || person FROM conversation WHERE id IN {c})",
    ),
];

/// What is copied of one table.
struct Model {
    table: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// The folder of a business with so many conversations; made when it is not there yet.
pub fn business(binary: &Path, below: &Path, conversations: usize) -> Outcome<PathBuf> {
    let folder = below.join(format!("{SEED}-{}-{conversations}", schema()));
    if folder.join("whole").exists() {
        return Ok(folder);
    }
    let making = below.join(format!("making-{conversations}"));
    if making.exists() {
        std::fs::remove_dir_all(&making)?;
    }
    std::fs::create_dir_all(below)?;
    let begun = std::time::Instant::now();
    eprintln!("making a business of {conversations} conversations …");
    let args = ["demo", "--seed", &SEED.to_string(), "--conversations", &MODEL.to_string(), "--into"];
    tillit(binary, &args, &making)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(multiply(&making, conversations))?;
    eprintln!("  rows after {} s; now the search …", begun.elapsed().as_secs());
    tillit(binary, &["search", "rebuild", "--data"], &making)?;
    tillit(binary, &["check", "--data"], &making)?;
    eprintln!("  whole after {} s", begun.elapsed().as_secs());
    std::fs::write(making.join("whole"), json!({ "seconds": begun.elapsed().as_secs() }).to_string())?;
    std::fs::rename(&making, &folder)?;
    Ok(folder)
}

/// By the last step of each part of the schema, short enough for a folder's name.
fn schema() -> String {
    let all: Vec<&str> = platform::schema::MIGRATIONS
        .iter()
        .chain(people::MIGRATIONS)
        .chain(conversations::MIGRATIONS)
        .map(|migration| migration.id)
        .collect();
    let sum = all
        .join(",")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", sum >> 32)
}

fn tillit(binary: &Path, arguments: &[&str], folder: &Path) -> Outcome {
    let mut command = Command::new(binary);
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TILLIT_")) {
        command.env_remove(name);
    }
    let output = command.args(arguments).arg(folder).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("tillit {}: {}", arguments.join(" "), String::from_utf8_lossy(&said)).into())
}

async fn multiply(folder: &Path, conversations: usize) -> Outcome {
    let db = Db::throw_away(&folder.join("tillit.db")).await.map_err(|fault| fault.chain())?;
    let done = fill(&db, conversations).await;
    db.close().await.map_err(|fault| fault.chain())?;
    done
}

/// Adds copies until there are so many.
async fn fill(db: &Db, conversations: usize) -> Outcome {
    let mut conn = db.read().await.map_err(|fault| fault.chain())?;
    let there = conn.number("SELECT COUNT(*) AS n FROM conversation", vec![]).await.map_err(|fault| fault.chain())?;
    let mut number = conn.number("SELECT MAX(number) AS n FROM conversation", vec![]).await.map_err(|f| f.chain())?;
    let mut models = BTreeMap::new();
    let chosen = chosen(&mut conn).await?;
    let mut missing = conversations.saturating_sub(usize::try_from(there)?);
    // Rows that come in no order are put into an index at once, not one by one.
    let indexes = indexes(&mut conn).await?;
    let dropped: Vec<(String, Vec<Value>)> =
        indexes.iter().map(|(name, _)| (format!("DROP INDEX {name}"), vec![])).collect();
    platform::testing::write(db, dropped).await.map_err(|fault| fault.chain())?;
    let copies = u32::try_from(missing.div_ceil(chosen.len()))?;
    // Oldest first, as they would have come.
    for copy in (1..=copies).rev() {
        // The last ones are as many as are still missing.
        let some = &chosen[..missing.min(chosen.len())];
        missing -= some.len();
        let model = match models.entry(some.len()) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(none) => none.insert(read(&mut conn, some).await?),
        };
        let earlier = YEARS_MICROS / i64::from(copies) * i64::from(copy);
        let statements = statements(model, Copy { number: copy, earlier }, &mut number);
        platform::testing::write(db, statements).await.map_err(|fault| fault.chain())?;
    }
    for (_, sql) in indexes {
        platform::testing::write(db, [(sql, vec![])]).await.map_err(|fault| fault.chain())?;
    }
    // Kept beside the rows: how many there are of each, and the next number.
    let counts = [
        "DELETE FROM tally",
        "INSERT INTO tally (state, assignee, department, n) SELECT CASE WHEN deleted_at IS NOT NULL THEN 'deleted' \
         WHEN snoozed_until IS NULL THEN state ELSE 'snoozed' END, assignee, department, COUNT(*) FROM conversation \
         GROUP BY 1, 2, 3",
        "INSERT INTO tally (state, assignee, department, n) SELECT 'unanswered', assignee, department, COUNT(*) \
         FROM conversation WHERE unanswered = 1 GROUP BY assignee, department",
        "UPDATE tag SET n = (SELECT COUNT(*) FROM tagged WHERE tagged.tag = tag.id AND tagged.grp <> 4)",
    ];
    let mut last: Vec<(String, Vec<Value>)> = counts.iter().map(|sql| ((*sql).to_owned(), vec![])).collect();
    // Old news are no news.
    let read = "UPDATE event_cursor SET seq = (SELECT MAX(seq) FROM event) WHERE reader = 'notices'";
    last.push((read.to_owned(), vec![]));
    // Measured as a business is before it chose anything: Brekkesund chose Inter, which is 48 KB more at the first visit.
    last.push(("DELETE FROM setting WHERE key = 'typeface'".to_owned(), vec![]));
    last.push(("UPDATE sequence SET value = $1 WHERE name = 'conversation'".to_owned(), vals![number]));
    platform::testing::write(db, last).await.map_err(|fault| fault.chain())?;
    Ok(())
}

/// The indexes of the tables that are filled: their names, and how each is made.
async fn indexes(conn: &mut Conn) -> Outcome<Vec<(String, String)>> {
    let tables: Vec<String> = TABLES.iter().map(|(table, _)| format!("'{table}'")).collect();
    let sql = format!(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({})",
        tables.join(", ")
    );
    let mut all = Vec::new();
    for row in conn.all(&sql, vec![]).await.map_err(|fault| fault.chain())? {
        all.push((row.text("name").map_err(|fault| fault.chain())?, row.text("sql").map_err(|fault| fault.chain())?));
    }
    Ok(all)
}

/// Conversations that are over, belong to no other and were not brought along from another system, such that they have
/// five messages on average: those of most messages first.
async fn chosen(conn: &mut Conn) -> Outcome<Vec<String>> {
    let sql = "SELECT c.id AS id, COUNT(m.id) AS n FROM conversation c JOIN message m ON m.conversation = c.id \
               WHERE c.state = 'closed' AND c.label IS NULL AND c.linked_from IS NULL AND c.deleted_at IS NULL \
               AND c.mailbox IS NULL AND c.id NOT IN (SELECT conversation FROM conversation_origin) \
               GROUP BY c.id ORDER BY COUNT(m.id) DESC, c.id";
    let rows = conn.all(sql, vec![]).await.map_err(|fault| fault.chain())?;
    let (mut all, mut messages) = (Vec::new(), 0);
    for row in rows {
        let n = usize::try_from(row.int("n").map_err(|fault| fault.chain())?)?;
        if messages + n < (all.len() + 1) * MESSAGES {
            break;
        }
        messages += n;
        all.push(row.text("id").map_err(|fault| fault.chain())?);
    }
    if all.is_empty() { Err("the generator made nothing to copy".into()) } else { Ok(all) }
}

/// The rows of these conversations, cut.
async fn read(conn: &mut Conn, chosen: &[String]) -> Outcome<Vec<Model>> {
    let list: BTreeSet<String> = chosen.iter().map(|id| format!("'{id}'")).collect();
    let list = format!("({})", list.into_iter().collect::<Vec<_>>().join(","));
    let mut models = Vec::new();
    for (table, condition) in TABLES {
        let sql = format!("SELECT name, type FROM pragma_table_info('{table}') ORDER BY cid");
        let mut columns = Vec::new();
        for row in conn.all(&sql, vec![]).await.map_err(|fault| fault.chain())? {
            let (name, kind) = (row.text("name"), row.text("type"));
            columns.push((name.map_err(|fault| fault.chain())?, kind.map_err(|fault| fault.chain())?));
        }
        // The log counts by itself.
        columns.retain(|(name, _)| !(table == "event" && name == "seq"));
        let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
        let order = if table == "event" { "subject, seq" } else { "1, 2" };
        let sql = format!(
            "SELECT {} FROM {table} WHERE {} ORDER BY {order}",
            names.join(", "),
            condition.replace("{c}", &list)
        );
        let mut rows = Vec::new();
        for row in conn.all(&sql, vec![]).await.map_err(|fault| fault.chain())? {
            let cells = columns.iter().map(|(name, kind)| {
                let text = kind == "TEXT";
                let cell = if text {
                    row.opt_text(name).map(|text| text.map(|text| Cell::text(&text, OURS)))
                } else {
                    row.opt_int(name).map(|number| number.map(Cell::number))
                };
                cell.map(|cell| cell.unwrap_or(Cell::Null)).map_err(|fault| fault.chain())
            });
            rows.push(cells.collect::<Result<Vec<Cell>, String>>()?);
        }
        models.push(Model { table, columns: names, rows });
    }
    Ok(models)
}

/// A copy of all of it, as statements.
fn statements(models: &[Model], copy: Copy, number: &mut i64) -> Vec<(String, Vec<Value>)> {
    let mut all = Vec::new();
    for model in models {
        let width = model.columns.len();
        let numbered = model.columns.iter().position(|name| model.table == "conversation" && name == "number");
        for rows in model.rows.chunks(VALUES_MAX / width) {
            let mut values = Vec::with_capacity(rows.len() * width);
            for row in rows {
                for (place, cell) in row.iter().enumerate() {
                    values.push(match cell.of(copy) {
                        _ if numbered == Some(place) => {
                            *number += 1;
                            Value::BigInt(Some(*number))
                        }
                        Made::Null => Value::String(None),
                        Made::Number(number) => Value::BigInt(Some(number)),
                        Made::Text(text) => Value::String(Some(text)),
                    });
                }
            }
            let (columns, places) = (model.columns.join(", "), tuples(rows.len(), width));
            all.push((format!("INSERT INTO {} ({columns}) VALUES {places}", model.table), values));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use base::Actor;
    use conversations::commands::{CLOCK_LANE, CLOSE_JOB, close, close_quiet};
    use jiff::SignedDuration;
    use platform::check::{Check, boxed, checks, run};
    use platform::jobs::Workers;

    use super::*;
    use crate::mails::desk::Desk;

    /// Two customers, each with a conversation of six mails that was closed long ago.
    async fn small() -> Desk {
        let desk = Desk::open().await.expect("a desk");
        for who in ["kari", "ola"] {
            let mails: Vec<String> = (0..6)
                .map(|n| {
                    format!(
                        "From: {who} <{who}@post.example>\r\nTo: desk@tillit.example\r\nSubject: Jakke\r\n\
                         Message-ID: <{who}.{n}@post.example>\r\nReferences: <{who}.0@post.example>\r\n\r\nHei {n}\r\n"
                    )
                })
                .collect();
            let bytes: Vec<&[u8]> = mails.iter().map(String::as_bytes).collect();
            let all = desk.take(&bytes).await.expect("taken");
            let id = all[0].as_deref().expect("a conversation").parse().expect("an id");
            let p = &desk.stands_on().platform;
            close(p, &Actor::System, &id, Some("All is said")).await.expect("solved");
        }
        let test = desk.stands_on();
        test.clock.advance(SignedDuration::from_hours(24 * 20));
        let workers = Workers::default()
            .lane(CLOCK_LANE, 1)
            .handle(CLOSE_JOB, |p, job| async move { close_quiet(&p, &job).await });
        workers.run_due(&test.platform, CLOCK_LANE).await.expect("closed");
        desk
    }

    async fn count(conn: &mut Conn, of: &str) -> i64 {
        conn.number(&format!("SELECT COUNT(*) AS n FROM {of}"), vec![]).await.expect("counted")
    }

    #[tokio::test]
    async fn copies_are_whole_and_share_nothing_that_is_a_customers() {
        let desk = small().await;
        let p = &desk.stands_on().platform;
        fill(&p.db, 13).await.expect("filled");
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(count(&mut conn, "conversation").await, 13);
        assert_eq!(count(&mut conn, "(SELECT DISTINCT number FROM conversation) AS all_of_them").await, 13);
        assert_eq!(count(&mut conn, "message").await, 13 * 6);
        assert_eq!(count(&mut conn, "person").await, 13);
        assert_eq!(count(&mut conn, "(SELECT DISTINCT person FROM conversation) AS all_of_them").await, 13);
        assert!(count(&mut conn, "event WHERE kind = 'conversation.opened'").await == 13);
        let last = "SELECT value AS n FROM sequence WHERE name = 'conversation'";
        let most = "SELECT MAX(number) AS n FROM conversation";
        let (last, most) =
            (conn.number(last, vec![]).await.expect("last"), conn.number(most, vec![]).await.expect("most"));
        assert_eq!(last, most, "the next one gets a number of its own");
        let mut rules: Vec<Box<dyn Check>> = checks(&p.blobs, true);
        rules.extend(boxed(conversations::check::RULES));
        rules.extend(boxed(channels::check::RULES));
        let found = run(&p.db, &rules, |_| {}).await.expect("looked");
        let found: Vec<_> = found.iter().filter(|found| found.problem.place.contains("cnv_0000")).collect();
        assert!(found.is_empty(), "{} problems", found.len());
    }
}
