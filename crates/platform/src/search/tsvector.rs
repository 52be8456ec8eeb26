//! The index of PostgreSQL: a `tsvector` of the very same words beside each document, under a GIN index. Words in
//! order have their positions; what else finds a text has none, so that no phrase goes over it.

use std::collections::BTreeMap;

use words::search::{Indexed, Match, Term, Wanted};

use super::{Ask, Document, Hit, Later, Place, Search, place};
use crate::db::{Bind, Conn, Value};
use crate::fault::Result;
use crate::tx::Tx;
use crate::vals;

pub(super) struct TsVector;

/// Positions that PostgreSQL keeps of one word.
const POSITIONS_MAX: usize = 255;

impl Search for TsVector {
    fn write<'a>(&'a self, tx: &'a mut Tx, place: Place, doc: &'a Document, indexed: &'a Indexed) -> Later<'a, bool> {
        Box::pin(async move {
            let sql = "INSERT INTO search_doc (id, subject, thread, words) \
                       VALUES ($1, $2, $3, CAST(CAST($4 AS text) AS tsvector)) ON CONFLICT (id) DO NOTHING";
            let values = vals![place.0, doc.subject.as_str(), doc.thread.as_str(), vector(indexed)];
            Ok(tx.run(sql, values).await? > 0)
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, place: Place) -> Later<'a, ()> {
        Box::pin(async move {
            tx.run("DELETE FROM search_doc WHERE id = $1", vals![place.0]).await?;
            Ok(())
        })
    }

    fn clear<'a>(&'a self, tx: &'a mut Tx) -> Later<'a, ()> {
        Box::pin(async move {
            tx.run("TRUNCATE search_doc", vals![]).await?;
            Ok(())
        })
    }

    /// GIN knows no order: it finds all, and all would have to be looked at to tell the newest. So the newest part is
    /// asked alone first, then a larger one; what is rare is found as fast in the whole.
    fn find<'a>(&'a self, conn: &'a mut Conn, ask: &'a Ask<'a>) -> Later<'a, Vec<Hit>> {
        Box::pin(async move {
            let (low, high) = place::range(ask);
            if ask.wanted.all.is_empty() {
                return part(conn, ask, low, high, ask.most).await;
            }
            let mut found = Vec::new();
            let mut below = high;
            for start in starts(conn, low, high).await? {
                let most = ask.most - i64::try_from(found.len()).unwrap_or(i64::MAX);
                found.extend(part(conn, ask, start, below, most).await?);
                below = start - 1;
                if i64::try_from(found.len()).unwrap_or(i64::MAX) >= ask.most || below < low {
                    break;
                }
            }
            Ok(found)
        })
    }

    fn answered_before<'a>(
        &'a self,
        conn: &'a mut Conn,
        ask: &'a Ask<'a>,
        threads: &'a [String],
    ) -> Later<'a, Vec<String>> {
        Box::pin(async move {
            let mut values = ask.only.values.clone();
            let mut bind = |value: Value| {
                values.push(value);
                format!("${}", values.len())
            };
            let (_, last) = place::range(&Ask { after: None, ..*ask });
            let newer = bind(ask.after.map_or(i64::MAX, |after| after.0).bind());
            let last = bind(last.bind());
            let threads = bind(threads.join(" ").bind());
            let answers = conditions(ask.wanted, &mut bind);
            // The thread's few documents are looked at, not the whole index.
            let sql = format!(
                "WITH d AS MATERIALIZED (SELECT * FROM search_doc WHERE thread = \
                 ANY (string_to_array({threads}, ' ')) AND id >= {newer} AND id <= {last}) \
                 SELECT DISTINCT d.thread FROM d WHERE TRUE{answers}{}",
                ask.only.and()
            );
            conn.all(&sql, values).await?.iter().map(|row| row.text("thread")).collect()
        })
    }
}

/// Where the parts begin, newest first: a hundredth, a tenth, all, by time.
async fn starts(conn: &mut Conn, low: i64, high: i64) -> Result<Vec<i64>> {
    let sql = "SELECT (SELECT id FROM search_doc WHERE id BETWEEN $1 AND $2 ORDER BY id LIMIT 1) AS oldest, \
               (SELECT id FROM search_doc WHERE id BETWEEN $1 AND $2 ORDER BY id DESC LIMIT 1) AS newest";
    let row = conn.one(sql, vals![low, high]).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let (Some(oldest), Some(newest)) = (row.opt_int("oldest")?, row.opt_int("newest")?) else { return Ok(Vec::new()) };
    let span = newest - oldest;
    Ok(vec![newest - span / 100, newest - span / 10, low])
}

async fn part(conn: &mut Conn, ask: &Ask<'_>, low: i64, high: i64, most: i64) -> Result<Vec<Hit>> {
    let mut values = ask.only.values.clone();
    let mut bind = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let (low, high, most) = (bind(low.bind()), bind(high.bind()), bind(most.bind()));
    let answers = conditions(ask.wanted, &mut bind);
    let sql = format!(
        "SELECT d.id, d.subject, d.thread FROM search_doc d WHERE d.id BETWEEN {low} AND {high}{answers}{} \
         ORDER BY d.id DESC LIMIT {most}",
        ask.only.and()
    );
    conn.all(&sql, values).await?.iter().map(super::hit).collect()
}

fn conditions(wanted: &Wanted, bind: &mut impl FnMut(Value) -> String) -> String {
    if wanted.is_empty() {
        return String::new();
    }
    let text = bind(expression(wanted).bind());
    format!(" AND d.words @@ CAST(CAST({text} AS text) AS tsquery)")
}

/// In PostgreSQL's own language; every word in quotes, so that nothing typed means anything there.
fn expression(wanted: &Wanted) -> String {
    let all = wanted.all.iter().map(term);
    let none = wanted.none.iter().map(|one| format!("!{}", term(one)));
    all.chain(none).collect::<Vec<_>>().join(" & ")
}

fn term(term: &Term) -> String {
    let ways: Vec<String> = term.any.iter().map(way).collect();
    format!("({})", ways.join(" | "))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
}

fn way(way: &Match) -> String {
    match way {
        Match::Word(word) => quoted(word),
        Match::Prefix(start) => format!("{}:*", quoted(start)),
        Match::Phrase(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            format!("({})", words.join(" <-> "))
        }
    }
}

fn vector(indexed: &Indexed) -> String {
    let mut positions: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (number, word) in indexed.words.iter().enumerate() {
        let at = positions.entry(word).or_default();
        if at.len() < POSITIONS_MAX {
            at.push((number + 1).to_string());
        }
    }
    let words = positions.iter().map(|(word, at)| format!("{}:{}", quoted(word), at.join(",")));
    words.chain(indexed.also.iter().map(|word| quoted(word))).collect::<Vec<_>>().join(" ")
}
