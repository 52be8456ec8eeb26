//! What stands in the database, asked when somebody looks: each number is one question.

use std::collections::BTreeMap;
use std::time::Duration;

use base::Instant;
use prometheus_client::metrics::family::Family;
use prometheus_client::registry::Registry;

use super::Fraction;
use crate::Platform;
use crate::db::{Conn, Row};
use crate::fault::Result;
use crate::vals;

/// What the column `n` of a gauge's question means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// How many.
    Things,
    /// Since when: the gauge shows the seconds since.
    Since,
}

/// A number that the database knows.
#[derive(Clone, Copy, Debug)]
pub struct Gauge {
    /// Its name behind `tillit_`.
    pub name: &'static str,
    /// What it says, for people.
    pub help: &'static str,
    /// The question: a column `n`, and a column of text for each label. Without labels and without an answer it is 0.
    pub sql: &'static str,
    /// The columns that tell its rows apart: never people.
    pub labels: &'static [&'static str],
    /// What `n` means.
    pub counts: Counts,
}

/// Facts behind a reader beyond which nobody counts on: the answer must not cost more than the reader's own work.
const LAG_MOST: i64 = 100_000;

/// What the platform's own tables say, beside ages of jobs and the lag of readers.
pub const GAUGES: &[Gauge] = &[
    Gauge {
        name: "jobs",
        help: "Jobs by lane and state",
        sql: "SELECT lane, CASE status WHEN 0 THEN 'waiting' WHEN 1 THEN 'running' ELSE 'dead' END AS state, \
              COUNT(*) AS n FROM job GROUP BY lane, status",
        labels: &["lane", "state"],
        counts: Counts::Things,
    },
    Gauge {
        name: "dead_letters",
        help: "Jobs that failed too often and wait for people",
        sql: "SELECT COUNT(*) AS n FROM job WHERE status = 3",
        labels: &[],
        counts: Counts::Things,
    },
];

type Numbers = BTreeMap<Vec<(String, String)>, f64>;

/// Asks all questions and registers their answers.
pub(super) async fn measure(p: &Platform, gauges: &[Gauge], registry: &mut Registry) -> Result<()> {
    let now = p.clock.machine();
    let mut conn = p.db.read().await?;
    for gauge in gauges {
        let rows = conn.all(gauge.sql, vec![]).await?;
        let mut numbers = Numbers::new();
        for row in &rows {
            let labels = gauge.labels.iter().map(|label| Ok(((*label).to_owned(), row.text(label)?)));
            if let Some(number) = number(gauge.counts, row, now)? {
                numbers.insert(labels.collect::<Result<_>>()?, number);
            }
        }
        if gauge.labels.is_empty() {
            numbers.entry(Vec::new()).or_insert(0.0);
        }
        put(registry, gauge.name, gauge.help, numbers);
    }
    put(registry, "job_age_seconds", "How long the oldest job that is due waits, by lane", ages(&mut conn, now).await?);
    put(registry, "event_log_lag", "Facts that a reader of the log has not read", lags(&mut conn).await?);
    put(registry, "database_connections", "Connections of this process by state", connections(p));
    Ok(())
}

fn number(counts: Counts, row: &Row, now: Instant) -> Result<Option<f64>> {
    Ok(match counts {
        Counts::Things => row.opt_int("n")?.map(|n| n as f64),
        Counts::Since => row.opt_at("n")?.map(|since| seconds(since, now)),
    })
}

fn seconds(since: Instant, now: Instant) -> f64 {
    Duration::try_from(now.duration_since(since)).unwrap_or_default().as_secs_f64()
}

/// A job that nobody put off bears no time, but its id does.
async fn ages(conn: &mut Conn, now: Instant) -> Result<Numbers> {
    let sql = "SELECT lane, MIN(CASE WHEN due > 0 THEN due END) AS due, MIN(CASE WHEN due <= 0 THEN id END) AS id \
               FROM job WHERE status = 0 AND waits = 0 AND due <= $1 GROUP BY lane";
    let mut ages = Numbers::new();
    for row in conn.all(sql, vals![now]).await? {
        let made = row.opt_text("id")?.and_then(|id| base::id::made_at(id.strip_prefix("job_")?));
        let oldest = made.into_iter().chain(row.opt_at("due")?).min();
        ages.insert(vec![("lane".into(), row.text("lane")?)], oldest.map_or(0.0, |since| seconds(since, now)));
    }
    Ok(ages)
}

async fn lags(conn: &mut Conn) -> Result<Numbers> {
    let sql = format!(
        "SELECT c.reader AS reader, (SELECT COUNT(*) FROM (SELECT 1 FROM event e WHERE (e.xid, e.seq) > (c.xid, c.seq) \
         LIMIT {LAG_MOST}) AS behind) AS n FROM event_cursor c"
    );
    let rows = conn.all(&sql, vec![]).await?;
    rows.iter().map(|row| Ok((vec![("reader".into(), row.text("reader")?)], row.int("n")? as f64))).collect()
}

fn connections(p: &Platform) -> Numbers {
    let (open, idle) = p.db.connections();
    let state = |name: &str, number: usize| (vec![("state".to_owned(), name.to_owned())], number as f64);
    [state("busy", open.saturating_sub(idle)), state("idle", idle)].into()
}

fn put(registry: &mut Registry, name: &str, help: &str, numbers: Numbers) {
    // Without labels it is one number, and written without empty braces.
    if let Some(number) = numbers.get(&Vec::new()) {
        let one = Fraction::default();
        one.set(*number);
        return registry.register(name, help, one);
    }
    let family = Family::<Vec<(String, String)>, Fraction>::default();
    for (labels, number) in numbers {
        family.get_or_create(&labels).set(number);
    }
    registry.register(name, help, family);
}
