//! A row as a line of JSON: numbers as numbers, texts as texts, bytes in base64 under a name of their own.

use data_encoding::BASE64;
use serde_json::{Map, Value, json};

use super::super::catalogue::{Column, Kind, Table};
use super::super::rows::Cell;
use crate::fault::{Context, Fault, Result};

/// The name under which bytes stand.
const BYTES: &str = "base64";

pub(super) fn line(table: &Table, row: &[Cell]) -> String {
    let value = |cell: &Cell| match cell {
        Cell::Null => Value::Null,
        Cell::Int(number) => json!(number),
        Cell::Text(text) => json!(text),
        Cell::Bytes(bytes) => json!({ BYTES: BASE64.encode(bytes) }),
    };
    let all: Map<String, Value> =
        table.columns.iter().zip(row).map(|(column, cell)| (column.name.clone(), value(cell))).collect();
    Value::Object(all).to_string()
}

pub(super) fn row(table: &Table, line: &str) -> Result<Vec<Cell>> {
    let mut all: Map<String, Value> =
        serde_json::from_str(line).context(format!("a line of {} is no JSON object", table.name))?;
    let row = table
        .columns
        .iter()
        .map(|column| cell(column, all.remove(&column.name)))
        .collect::<Option<Vec<Cell>>>()
        .context(format!("a line of {} does not fit into its table", table.name))?;
    match all.keys().next() {
        None => Ok(row),
        Some(unknown) => Err(Fault::new(format!("{} has no column called {unknown}", table.name))),
    }
}

fn cell(column: &Column, value: Option<Value>) -> Option<Cell> {
    Some(match (value?, column.kind) {
        (Value::Null, _) => Cell::Null,
        (Value::Number(number), Kind::Int) => Cell::Int(number.as_i64()?),
        (Value::String(text), Kind::Text) => Cell::Text(text),
        (Value::Object(bytes), Kind::Bytes) => Cell::Bytes(BASE64.decode(bytes.get(BYTES)?.as_str()?.as_bytes()).ok()?),
        _ => return None,
    })
}
