//! What there is to back up: tables, columns and keys, as the database itself lists them.
//!
//! Nobody has to remember to add a new table here. Only what must not travel is named: sessions, and
//! the few columns that mean something to one database alone.

use std::collections::BTreeSet;

use crate::db::{Conn, Engine};
use crate::fault::{Fault, Result};
use crate::vals;

/// Rows that stay where they are: whoever has the backup must not be signed in by it; and what finds texts is made
/// anew from the texts.
const LEFT_OUT: &[&str] = &["session", "search_doc", "search_word", "search_state"];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Text,
    Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
}

/// A table, its columns by name, and the key that its rows are read by.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    pub key: Vec<Column>,
    parents: BTreeSet<String>,
}

/// Every table that belongs into a backup; one that others refer to comes before them.
pub(super) async fn tables(conn: &mut Conn) -> Result<Vec<Table>> {
    let mut found = Vec::new();
    for name in names(conn).await? {
        if !LEFT_OUT.contains(&name.as_str()) {
            found.push(table(conn, name).await?);
        }
    }
    Ok(parents_first(found))
}

/// The names of all tables, those left out included.
pub(super) async fn names(conn: &mut Conn) -> Result<Vec<String>> {
    let sql = match conn.engine() {
        // Full-text tables are made anew from the rows they index.
        Engine::Sqlite => {
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' \
             AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
        }
        Engine::Postgres => {
            "SELECT relname::text AS name FROM pg_class WHERE relkind IN ('r', 'p') \
             AND relnamespace = current_schema()::regnamespace ORDER BY relname"
        }
    };
    conn.all(sql, vec![]).await?.iter().map(|row| row.text("name")).collect()
}

async fn table(conn: &mut Conn, name: String) -> Result<Table> {
    let (columns, parents) = match conn.engine() {
        Engine::Sqlite => (
            "SELECT name, type, pk FROM pragma_table_info($1)",
            "SELECT DISTINCT \"table\" AS parent FROM pragma_foreign_key_list($1)",
        ),
        Engine::Postgres => (
            "SELECT a.attname::text AS name, format_type(a.atttypid, NULL) AS type, \
             COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint AS pk FROM pg_attribute a \
             LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary \
             WHERE a.attrelid = quote_ident($1)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''",
            "SELECT DISTINCT parent.relname::text AS parent FROM pg_constraint k \
             JOIN pg_class parent ON parent.oid = k.confrelid \
             WHERE k.contype = 'f' AND k.conrelid = quote_ident($1)::regclass",
        ),
    };
    let mut all = Vec::new();
    for row in conn.all(columns, vals![name.as_str()]).await? {
        let column = Column { name: row.text("name")?, kind: kind(&name, &row.text("type")?)? };
        all.push((row.int("pk")?, column));
    }
    all.sort_by_key(|(place, _)| *place);
    let key: Vec<Column> = all.iter().filter(|(place, _)| *place > 0).map(|(_, column)| column.clone()).collect();
    if key.is_empty() {
        return Err(Fault::new(format!("the table {name} has no primary key; its rows cannot be read in order")));
    }
    let mut columns: Vec<Column> = all.into_iter().map(|(_, column)| column).collect();
    columns.sort_by(|a, b| a.name.cmp(&b.name));
    let parents = conn.all(parents, vals![name.as_str()]).await?;
    let parents = parents.iter().map(|row| row.text("parent")).collect::<Result<_>>()?;
    Ok(Table { name, columns, key, parents })
}

fn kind(table: &str, declared: &str) -> Result<Kind> {
    match declared.to_ascii_uppercase().as_str() {
        "BIGINT" | "INTEGER" => Ok(Kind::Int),
        "TEXT" => Ok(Kind::Text),
        "BLOB" | "BYTEA" => Ok(Kind::Bytes),
        other => Err(Fault::new(format!("the table {table} has a column of the type {other}, which cannot be kept"))),
    }
}

fn parents_first(mut waiting: Vec<Table>) -> Vec<Table> {
    let mut placed: Vec<Table> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let open: BTreeSet<String> = waiting.iter().map(|table| table.name.clone()).collect();
        let free = |table: &Table| table.parents.iter().all(|parent| *parent == table.name || !open.contains(parent));
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(free);
        if ready.is_empty() {
            // Tables that refer to each other in a circle: any order is as good.
            placed.extend(rest);
            break;
        }
        placed.extend(ready);
        waiting = rest;
    }
    placed
}

impl Table {
    /// `SELECT` of all columns in a form that means the same in every database.
    ///
    /// Transaction numbers belong to one PostgreSQL, leases to processes that run there. A durable
    /// reader of the log, which goes by transaction, comes to stand before the first event it has not
    /// read: better to read a few again than to skip one.
    pub(super) fn select(&self) -> String {
        let column = |c: &Column| format!("{} AS \"{}\"", self.portable(&c.name), c.name);
        let columns: Vec<String> = self.columns.iter().map(column).collect();
        format!("SELECT {} FROM \"{}\"", columns.join(", "), self.name)
    }

    fn portable(&self, column: &str) -> String {
        match (self.name.as_str(), column) {
            ("event" | "event_cursor", "xid") => "CAST(0 AS BIGINT)".to_owned(),
            ("event_cursor", "seq") => "COALESCE((SELECT MIN(e.seq) - 1 FROM event e WHERE (e.xid, e.seq) > \
                 (event_cursor.xid, event_cursor.seq)), (SELECT MAX(e.seq) FROM event e), CAST(0 AS BIGINT))"
                .to_owned(),
            ("job", "status") => "CASE WHEN status = 1 THEN CAST(0 AS BIGINT) ELSE status END".to_owned(),
            ("job", "owner") => "CAST(NULL AS TEXT)".to_owned(),
            ("job", "leased_until") => "CAST(NULL AS BIGINT)".to_owned(),
            _ => format!("\"{}\".\"{column}\"", self.name),
        }
    }
}
