//! Rows on their way: read page by page, packed into bytes that no engine owns, and summed up so that
//! two databases can be compared.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::catalogue::{Kind, Table, tables};
use crate::db::{Conn, Row, Value};
use crate::fault::{Fault, Result};

/// A page is about this many bytes, however long its rows are.
const PAGE_BYTES: usize = 2 * 1024 * 1024;
const PAGE_ROWS: usize = 2000;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    fn read(row: &Row, column: &str, kind: Kind) -> Result<Self> {
        Ok(match kind {
            Kind::Int => row.opt_int(column)?.map_or(Self::Null, Self::Int),
            Kind::Text => row.opt_text(column)?.map_or(Self::Null, Self::Text),
            Kind::Bytes => row.opt_bytes(column)?.map_or(Self::Null, Self::Bytes),
        })
    }

    /// The value as a column of `kind` takes it.
    pub(super) fn bind(self, kind: Kind) -> Result<Value> {
        match (self, kind) {
            (Self::Null, Kind::Int) => Ok(Value::BigInt(None)),
            (Self::Null, Kind::Text) => Ok(Value::String(None)),
            (Self::Null, Kind::Bytes) => Ok(Value::Bytes(None)),
            (Self::Int(number), Kind::Int) => Ok(Value::BigInt(Some(number))),
            (Self::Text(text), Kind::Text) => Ok(Value::String(Some(text))),
            (Self::Bytes(bytes), Kind::Bytes) => Ok(Value::Bytes(Some(bytes))),
            (cell, kind) => Err(Fault::new(format!("{cell:?} does not fit into a column of the type {kind:?}"))),
        }
    }

    fn pack(&self, to: &mut Vec<u8>) {
        let mut long = |tag: u8, bytes: &[u8]| {
            to.push(tag);
            to.extend((bytes.len() as u64).to_le_bytes());
            to.extend(bytes);
        };
        match self {
            Self::Null => to.push(0),
            Self::Int(number) => {
                to.push(1);
                to.extend(number.to_le_bytes());
            }
            Self::Text(text) => long(2, text.as_bytes()),
            Self::Bytes(bytes) => long(3, bytes),
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (tag, rest) = from.split_first()?;
        *from = rest;
        if *tag == 0 {
            return Some(Self::Null);
        }
        let (number, rest) = from.split_first_chunk::<8>()?;
        *from = rest;
        if *tag == 1 {
            return Some(Self::Int(i64::from_le_bytes(*number)));
        }
        let length = usize::try_from(u64::from_le_bytes(*number)).ok()?;
        let (bytes, rest) = from.split_at_checked(length)?;
        *from = rest;
        match tag {
            2 => Some(Self::Text(String::from_utf8(bytes.to_vec()).ok()?)),
            3 => Some(Self::Bytes(bytes.to_vec())),
            _ => None,
        }
    }
}

/// Unpacks rows of `columns` values each; every one is added to `sum`.
pub(super) fn unpack(mut bytes: &[u8], columns: usize, sum: &mut Sum) -> Option<Vec<Vec<Cell>>> {
    let mut rows = Vec::new();
    while !bytes.is_empty() {
        let before = bytes;
        let row: Vec<Cell> = (0..columns).map(|_| Cell::unpack(&mut bytes)).collect::<Option<_>>()?;
        sum.add(&before[..before.len() - bytes.len()]);
        rows.push(row);
    }
    Some(rows)
}

/// The rows of a table, whatever their order: how many, and the sum of their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub rows: u64,
    lanes: [u64; 4],
}

impl Sum {
    /// Counts a row in.
    pub(super) fn add_row(&mut self, row: &[Cell]) {
        let mut packed = Vec::new();
        row.iter().for_each(|cell| cell.pack(&mut packed));
        self.add(&packed);
    }

    fn add(&mut self, packed: &[u8]) {
        self.rows += 1;
        let digest = Sha256::digest(packed);
        for (lane, bytes) in self.lanes.iter_mut().zip(digest.as_chunks::<8>().0) {
            *lane = lane.wrapping_add(u64::from_le_bytes(*bytes));
        }
    }

    /// As it is compared and kept: `12:00ff…`.
    pub(super) fn text(&self) -> String {
        let [a, b, c, d] = self.lanes;
        format!("{}:{a:016x}{b:016x}{c:016x}{d:016x}", self.rows)
    }
}

/// Reads a table from its first row to its last, a page at a time, always going on behind the last key.
pub(super) struct Pages<'a> {
    table: &'a Table,
    after: Option<Vec<Value>>,
    limit: usize,
    pub(super) sum: Sum,
}

impl<'a> Pages<'a> {
    pub(super) fn of(table: &'a Table) -> Self {
        Self { table, after: None, limit: 50, sum: Sum::default() }
    }

    /// The next page, packed; `None` at the end.
    pub(super) async fn next(&mut self, conn: &mut Conn) -> Result<Option<Vec<u8>>> {
        let (sql, values) = self.statement();
        let rows = conn.all(&sql, values).await?;
        let Some(last) = rows.last() else { return Ok(None) };
        let key = self.table.key.iter().map(|column| Cell::read(last, &column.name, column.kind)?.bind(column.kind));
        self.after = Some(key.collect::<Result<_>>()?);
        let (mut page, mut start) = (Vec::new(), 0);
        for row in &rows {
            for column in &self.table.columns {
                Cell::read(row, &column.name, column.kind)?.pack(&mut page);
            }
            self.sum.add(&page[start..]);
            start = page.len();
        }
        let each = page.len() / rows.len();
        self.limit = (PAGE_BYTES / each.max(1)).clamp(8, PAGE_ROWS);
        Ok(Some(page))
    }

    fn statement(&self) -> (String, Vec<Value>) {
        let name = &self.table.name;
        let key: Vec<String> = self.table.key.iter().map(|column| format!("\"{name}\".\"{}\"", column.name)).collect();
        let key = key.join(", ");
        let select = self.table.select();
        let (behind, values) = match &self.after {
            None => (String::new(), Vec::new()),
            Some(after) => {
                let marks: Vec<String> = (1..=after.len()).map(|n| format!("${n}")).collect();
                (format!(" WHERE ({key}) > ({})", marks.join(", ")), after.clone())
            }
        };
        (format!("{select}{behind} ORDER BY {key} LIMIT {}", self.limit), values)
    }
}

/// What all tables hold, one line a table, the same on either engine and whatever the order of rows.
/// Two databases with the same answer hold the same data, as far as it belongs into a backup.
///
/// # Errors
/// When a table cannot be read.
pub async fn digest(conn: &mut Conn) -> Result<BTreeMap<String, String>> {
    let mut digests = BTreeMap::new();
    for table in tables(conn).await? {
        let mut pages = Pages::of(&table);
        while pages.next(conn).await?.is_some() {}
        digests.insert(table.name.clone(), pages.sum.text());
    }
    Ok(digests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_back_as_they_were_and_bent_bytes_are_refused() {
        let row = vec![Cell::Null, Cell::Int(-3), Cell::Text("ærlig".into()), Cell::Bytes(vec![0, 255])];
        let mut packed = Vec::new();
        row.iter().for_each(|cell| cell.pack(&mut packed));
        let mut sum = Sum::default();
        assert_eq!(unpack(&packed, 4, &mut sum), Some(vec![row]));
        assert_eq!(sum.rows, 1);
        for length in 1..packed.len() {
            assert_eq!(unpack(&packed[..length], 4, &mut Sum::default()), None, "{length}");
        }
        let endless = [2, 255, 255, 255, 255, 255, 255, 255, 255];
        assert_eq!(unpack(&endless, 1, &mut Sum::default()), None);
        assert_eq!(unpack(&[9, 0, 0, 0, 0, 0, 0, 0, 0], 1, &mut Sum::default()), None);
    }

    #[test]
    fn the_sum_knows_rows_but_not_their_order() {
        let sum = |rows: &[&[u8]]| {
            let mut sum = Sum::default();
            rows.iter().for_each(|row| sum.add(row));
            sum.text()
        };
        assert_eq!(sum(&[b"a", b"b"]), sum(&[b"b", b"a"]));
        assert_ne!(sum(&[b"a", b"b"]), sum(&[b"a", b"c"]));
        assert_ne!(sum(&[b"a", b"a"]), sum(&[b"a"]));
    }
}
