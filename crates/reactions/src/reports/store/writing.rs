//! Keeps what counts of a conversation, and the sums of the days it counts on.

use std::collections::{BTreeMap, BTreeSet};

use base::Instant;
use platform::db::tuples;
use platform::{Conn, Context, Result, Tx, vals};

use crate::reports::rules::facts::{Entry, Told};
use crate::reports::rules::sheet::Sheet;
use crate::reports::{Dim, Measure};

/// What counts of one conversation, and by what it is told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reports) struct Row {
    pub department: String,
    pub staff: String,
    pub policy: String,
    pub mailbox: String,
    pub language: String,
    pub tags: BTreeSet<String>,
    pub told: Told,
}

/// Whether days were cut in this zone by this edition of the rules.
pub(in crate::reports) async fn zone(conn: &mut Conn, name: &str, edition: i64) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM report_zone WHERE name = $1 AND edition = $2";
    Ok(!conn.all_kept(&["report_zone"], sql, vals![name, edition]).await?.is_empty())
}

/// Forgets everything, to be read again from the beginning of the log, with days cut in this zone.
pub(in crate::reports) async fn forget(tx: &mut Tx, zone: &str, edition: i64) -> Result<()> {
    for table in ["report_case", "report_tag", "report_entry", "report_day", "report_zone"] {
        tx.run(&format!("DELETE FROM {table}"), vec![]).await?;
    }
    tx.run("INSERT INTO report_zone (name, edition) VALUES ($1, $2)", vals![zone, edition]).await?;
    Ok(())
}

/// The conversations with a tag, as far as is known here.
pub(in crate::reports) async fn tagged_with(conn: &mut Conn, tag: &str) -> Result<Vec<String>> {
    let rows = conn.all("SELECT conversation FROM report_tag WHERE tag = $1", vals![tag]).await?;
    rows.iter().map(|row| row.text("conversation")).collect()
}

/// What was kept of a conversation.
pub(in crate::reports) async fn kept(conn: &mut Conn, conversation: &str) -> Result<Option<Row>> {
    let sql = "SELECT department, staff, policy, mailbox, language, open_since, waits_since FROM report_case \
               WHERE conversation = $1";
    let Some(row) = conn.one(sql, vals![conversation]).await? else { return Ok(None) };
    let sql = "SELECT measure, at, staff, policy, taken, worked FROM report_entry WHERE conversation = $1 ORDER BY n";
    let rows = conn.all(sql, vals![conversation]).await?;
    let entries = rows.iter().map(|row| {
        let measure = Measure::from_code(&row.text("measure")?).context("an entry's measure")?;
        let (real, open) = (row.opt_int("taken")?, row.opt_int("worked")?);
        let (staff, policy) = (row.text("staff")?, row.text("policy")?);
        Ok(Entry { measure, at: row.at("at")?, staff, policy, real, open })
    });
    let told = Told {
        entries: entries.collect::<Result<_>>()?,
        open_since: row.opt_at("open_since")?,
        waits_since: row.opt_at("waits_since")?,
    };
    let rows = conn.all("SELECT tag FROM report_tag WHERE conversation = $1", vals![conversation]).await?;
    Ok(Some(Row {
        department: row.text("department")?,
        staff: row.text("staff")?,
        policy: row.text("policy")?,
        mailbox: row.text("mailbox")?,
        language: row.text("language")?,
        tags: rows.iter().map(|row| row.text("tag")).collect::<Result<_>>()?,
        told,
    }))
}

/// Which sums an entry is part of.
type Key = (&'static str, String, String, i64);

/// Keeps these conversations anew, and moves the sums of their days by what changed. `day` names the day of a moment.
pub(in crate::reports) async fn put(
    tx: &mut Tx,
    rows: &[(String, Option<Row>)],
    day: &(dyn Fn(Instant) -> i64 + Sync),
) -> Result<()> {
    let mut moved: BTreeMap<Key, Vec<(Entry, i64)>> = BTreeMap::new();
    for (conversation, new) in rows {
        let old = kept(tx, conversation).await?;
        if old == *new {
            continue;
        }
        for (row, by) in [(&old, -1), (new, 1)] {
            let Some(row) = row else { continue };
            for entry in &row.told.entries {
                for (dim, name) in names(row, entry) {
                    let key = (dim.code(), name, row.department.clone(), day(entry.at));
                    moved.entry(key).or_default().push((entry.clone(), by));
                }
            }
        }
        write(tx, conversation, old.is_some(), new.as_ref(), day).await?;
    }
    for (key, entries) in moved {
        sum(tx, &key, &entries).await?;
    }
    Ok(())
}

/// By what an entry is summed.
fn names(row: &Row, entry: &Entry) -> Vec<(Dim, String)> {
    let mut all = vec![(Dim::All, String::new())];
    let each = [
        (Dim::Staff, &entry.staff),
        (Dim::Policy, &entry.policy),
        (Dim::Mailbox, &row.mailbox),
        (Dim::Language, &row.language),
    ];
    all.extend(each.into_iter().filter(|(_, name)| !name.is_empty()).map(|(dim, name)| (dim, name.clone())));
    all.extend(row.tags.iter().map(|tag| (Dim::Tag, tag.clone())));
    all
}

async fn write(
    tx: &mut Tx,
    conversation: &str,
    there: bool,
    new: Option<&Row>,
    day: &(dyn Fn(Instant) -> i64 + Sync),
) -> Result<()> {
    if there {
        for table in ["report_entry", "report_tag", "report_case"] {
            tx.run(&format!("DELETE FROM {table} WHERE conversation = $1"), vals![conversation]).await?;
        }
    }
    let Some(row) = new else { return Ok(()) };
    let sql = "INSERT INTO report_case (conversation, department, staff, policy, mailbox, language, open_since, \
               waits_since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (open, waits) = (row.told.open_since, row.told.waits_since);
    let (department, staff) = (row.department.as_str(), row.staff.as_str());
    let (mailbox, language) = (row.mailbox.as_str(), row.language.as_str());
    tx.run(sql, vals![conversation, department, staff, row.policy.as_str(), mailbox, language, open, waits]).await?;
    for tag in &row.tags {
        let sql = "INSERT INTO report_tag (conversation, tag) VALUES ($1, $2)";
        tx.run(sql, vals![conversation, tag]).await?;
    }
    for (chunk, entries) in row.told.entries.chunks(50).enumerate() {
        let mut values = Vec::with_capacity(entries.len() * 12);
        for (place, entry) in entries.iter().enumerate() {
            let n = i64::try_from(chunk * 50 + place).unwrap_or(i64::MAX);
            values.extend(vals![conversation, n, entry.measure.code(), entry.at, day(entry.at), entry.staff.as_str()]);
            values.extend(vals![entry.real, entry.open, department, mailbox, language, entry.policy.as_str()]);
        }
        let sql = format!(
            "INSERT INTO report_entry (conversation, n, measure, at, day, staff, taken, worked, department, mailbox, \
             language, policy) VALUES {}",
            tuples(entries.len(), 12)
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
}

async fn sum(tx: &mut Tx, (dim, name, department, day): &Key, entries: &[(Entry, i64)]) -> Result<()> {
    let key = || vals![*dim, name, department, *day];
    let sql = "SELECT net, sums FROM report_day WHERE dim = $1 AND name = $2 AND department = $3 AND day = $4";
    let row = tx.one(sql, key()).await?;
    let (mut net, mut sheet) = match &row {
        Some(row) => (row.int("net")?, serde_json::from_str(&row.text("sums")?)?),
        None => (0, Sheet::default()),
    };
    for (entry, by) in entries {
        sheet.add(entry.measure, entry.real, entry.open, *by);
        match entry.measure {
            Measure::Enter => net += by,
            Measure::Leave => net -= by,
            _ => {}
        }
    }
    if sheet.is_empty() {
        let sql = "DELETE FROM report_day WHERE dim = $1 AND name = $2 AND department = $3 AND day = $4";
        tx.run(sql, key()).await?;
        return Ok(());
    }
    let sql = "INSERT INTO report_day (dim, name, department, day, net, sums) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (dim, name, department, day) DO UPDATE SET net = excluded.net, sums = excluded.sums";
    let mut values = key();
    values.extend(vals![net, serde_json::to_string(&sheet)?]);
    tx.run(sql, values).await?;
    Ok(())
}
