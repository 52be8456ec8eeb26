//! The index of SQLite: an FTS5 table that keeps no texts, its row numbers in the order of time. Newest first costs
//! nothing: FTS5 reads its lists from the end.

use words::search::{Indexed, Match, Term, Wanted};

use super::{Ask, Document, Hit, Later, Place, Search, place};
use crate::db::{Bind, Conn, Value};
use crate::tx::Tx;
use crate::vals;

pub(super) struct Fts5;

impl Search for Fts5 {
    fn write<'a>(&'a self, tx: &'a mut Tx, place: Place, doc: &'a Document, indexed: &'a Indexed) -> Later<'a, bool> {
        Box::pin(async move {
            let sql = "INSERT INTO search_doc (id, subject, thread) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
            if tx.run(sql, vals![place.0, doc.subject.as_str(), doc.thread.as_str()]).await? == 0 {
                return Ok(false);
            }
            let sql = "INSERT INTO search_text (rowid, words, also) VALUES ($1, $2, $3)";
            tx.run(sql, vals![place.0, indexed.words.join(" "), indexed.also.join(" ")]).await?;
            Ok(true)
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, place: Place) -> Later<'a, ()> {
        Box::pin(async move {
            tx.run("DELETE FROM search_text WHERE rowid = $1", vals![place.0]).await?;
            tx.run("DELETE FROM search_doc WHERE id = $1", vals![place.0]).await?;
            Ok(())
        })
    }

    fn clear<'a>(&'a self, tx: &'a mut Tx) -> Later<'a, ()> {
        Box::pin(async move {
            tx.run("INSERT INTO search_text (search_text) VALUES ('delete-all')", vals![]).await?;
            tx.run("DELETE FROM search_doc", vals![]).await?;
            Ok(())
        })
    }

    fn find<'a>(&'a self, conn: &'a mut Conn, ask: &'a Ask<'a>) -> Later<'a, Vec<Hit>> {
        Box::pin(async move {
            let (sql, values) = statement(ask);
            conn.all(&sql, values).await?.iter().map(super::hit).collect()
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
            let threads = bind(serde_json::to_string(threads)?.bind());
            let answers = conditions(ask.wanted, &mut bind);
            let sql = format!(
                "SELECT DISTINCT d.thread FROM search_doc d WHERE d.thread IN (SELECT value FROM json_each({threads})) \
                 AND d.id >= {newer} AND d.id <= {last}{answers}{}",
                ask.only.and()
            );
            conn.all(&sql, values).await?.iter().map(|row| row.text("thread")).collect()
        })
    }
}

fn statement(ask: &Ask<'_>) -> (String, Vec<Value>) {
    let mut values = ask.only.values.clone();
    let mut bind = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let (low, high) = place::range(ask);
    let (low, high, most) = (bind(low.bind()), bind(high.bind()), bind(ask.most.bind()));
    let and = ask.only.and();
    let sql = if ask.wanted.all.is_empty() {
        let not = conditions(ask.wanted, &mut bind);
        format!(
            "SELECT d.id, d.subject, d.thread FROM search_doc d WHERE d.id BETWEEN {low} AND {high}{not}{and} \
             ORDER BY d.id DESC LIMIT {most}"
        )
    } else {
        let wanted = bind(expression(ask.wanted).bind());
        // CROSS JOIN: the index is read first, from its end, and only as far as hits are needed.
        format!(
            "SELECT d.id, d.subject, d.thread FROM search_text CROSS JOIN search_doc d ON d.id = search_text.rowid \
             WHERE search_text MATCH {wanted} AND search_text.rowid BETWEEN {low} AND {high}{and} \
             ORDER BY search_text.rowid DESC LIMIT {most}"
        )
    };
    (sql, values)
}

/// What is wanted as a condition on one document.
fn conditions(wanted: &Wanted, bind: &mut impl FnMut(Value) -> String) -> String {
    let mut has = |is: &str, text: String| {
        let text = bind(text.bind());
        format!(" AND {is} (SELECT 1 FROM search_text t WHERE t.search_text MATCH {text} AND t.rowid = d.id)")
    };
    if wanted.all.is_empty() {
        if wanted.none.is_empty() { String::new() } else { has("NOT EXISTS", any(&wanted.none)) }
    } else {
        has("EXISTS", expression(wanted))
    }
}

/// In FTS5's own language; every word in quotes, so that nothing typed means anything there.
fn expression(wanted: &Wanted) -> String {
    let all: Vec<String> = wanted.all.iter().map(term).collect();
    let all = all.join(" AND ");
    if wanted.none.is_empty() { all } else { format!("({all}) NOT ({})", any(&wanted.none)) }
}

fn any(terms: &[Term]) -> String {
    terms.iter().map(term).collect::<Vec<_>>().join(" OR ")
}

fn term(term: &Term) -> String {
    let ways: Vec<String> = term.any.iter().map(way).collect();
    format!("({})", ways.join(" OR "))
}

fn way(way: &Match) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    match way {
        Match::Word(word) => quoted(word),
        Match::Prefix(start) => format!("{} *", quoted(start)),
        Match::Phrase(words) => format!("words : {}", quoted(&words.join(" "))),
    }
}

/// The table: the exact words in order, and what else finds them. Our words come cut and folded, so the tokenizer
/// only has to leave them alone; beginnings of two and three letters have lists of their own.
pub(super) const TABLE: &str = "CREATE VIRTUAL TABLE search_text USING fts5 (words, also, content = '', \
     contentless_delete = 1, prefix = '2 3', tokenize = \"ascii tokenchars '@._-+/='\")";
