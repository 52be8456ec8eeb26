//! How a table is cut into rows and cells (CSV). Pure.
//!
//! Works on bytes: what separates cells is the same in every set of characters that we read. A file that was written
//! wrongly costs the rows that are wrong, and nothing else: a quotation mark that is never closed ends with its line.

/// Longest row. A longer one is most likely a quotation mark that is never closed.
pub const ROW_MAX: usize = 128 * 1024;
/// Most cells of a row that are looked at.
const CELLS_MAX: usize = 200;
/// What may stand between cells, the likeliest first.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows by which the delimiter is told.
const SAMPLE: usize = 40;

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its length in the file, with its end.
    pub length: usize,
    /// What stands in its cells.
    pub cells: Vec<Vec<u8>>,
    /// It is no row: too long, or a quotation mark is not closed.
    pub broken: bool,
}

/// The row at the beginning of `bytes`; nothing when more of them are needed, or when none are left. `at_end` says that
/// nothing comes behind them.
#[must_use]
pub fn row(bytes: &[u8], delimiter: u8, at_end: bool) -> Option<Row> {
    if bytes.is_empty() {
        return None;
    }
    let (mut cells, mut cell, mut at) = (Vec::new(), Vec::new(), 0);
    let mut quoted = false;
    while let Some(byte) = bytes.get(at).copied().filter(|_| at < ROW_MAX) {
        let next = bytes.get(at + 1).copied();
        if next.is_none() && !at_end && matches!(byte, b'"' | b'\r') {
            return None;
        }
        at += 1;
        match byte {
            b'"' if quoted && next == Some(b'"') => {
                cell.push(b'"');
                at += 1;
            }
            b'"' if quoted && next.is_none_or(|next| next == delimiter || matches!(next, b'\n' | b'\r')) => {
                quoted = false;
            }
            b'"' if !quoted && cell.is_empty() => quoted = true,
            b'\n' | b'\r' if !quoted => {
                let both = byte == b'\r' && next == Some(b'\n');
                put(&mut cells, cell);
                return Some(Row { length: at + usize::from(both), cells, broken: false });
            }
            byte if byte == delimiter && !quoted => put(&mut cells, std::mem::take(&mut cell)),
            byte => cell.push(byte),
        }
    }
    if at < ROW_MAX && !at_end {
        return None;
    }
    if quoted || at >= ROW_MAX {
        return Some(broken(bytes));
    }
    put(&mut cells, cell);
    Some(Row { length: at, cells, broken: false })
}

fn put(cells: &mut Vec<Vec<u8>>, cell: Vec<u8>) {
    if cells.len() < CELLS_MAX {
        cells.push(cell);
    }
}

/// The first line as it stands.
fn broken(bytes: &[u8]) -> Row {
    let line = bytes.iter().take(ROW_MAX).position(|byte| *byte == b'\n').map_or(bytes.len().min(ROW_MAX), |at| at + 1);
    Row { length: line, cells: vec![bytes[..line.min(200)].to_vec()], broken: true }
}

/// What most likely separates the cells of a table that begins so.
#[must_use]
pub fn delimiter(bytes: &[u8]) -> u8 {
    let weight = |delimiter: u8| {
        let (mut rest, mut widths) = (bytes, Vec::new());
        while let Some(row) = row(rest, delimiter, true) {
            rest = &rest[row.length..];
            // The last one may be cut, and empty lines say nothing.
            if !row.broken && !rest.is_empty() && row.cells.iter().any(|cell| !cell.is_empty()) {
                widths.push(row.cells.len());
            }
            if widths.len() >= SAMPLE {
                break;
            }
        }
        let first =
            widths.first().copied().unwrap_or_else(|| row(bytes, delimiter, true).map_or(0, |row| row.cells.len()));
        let alike = widths.iter().filter(|width| **width == first).count();
        if first < 2 { 0 } else { alike * 1000 / widths.len().max(1) + first.min(100) + 1 }
    };
    let best = DELIMITERS.into_iter().map(weight).max().unwrap_or_default();
    DELIMITERS.into_iter().find(|one| weight(*one) == best).unwrap_or(b',')
}

/// A line that tells table programs what separates the cells (`sep=;`): the delimiter and the length of the line.
#[must_use]
pub fn announced(bytes: &[u8]) -> Option<(u8, usize)> {
    let line = &bytes[..bytes.iter().take(8).position(|byte| *byte == b'\n')? + 1];
    match line.trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', one] if DELIMITERS.contains(one) => Some((*one, line.len())),
        // A tab at the end is white space as well.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if line.contains(&b'\t') => Some((b'\t', line.len())),
        _ => None,
    }
}

/// What a cell says: without the apostrophe that tells table programs that this is no formula.
#[must_use]
pub fn said(cell: &str) -> &str {
    let text = cell.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest.trim(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let (mut rest, mut found) = (text.as_bytes(), Vec::new());
        while let Some(row) = row(rest, delimiter, true) {
            assert!(row.length > 0);
            rest = &rest[row.length..];
            let cells = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned());
            found.push(if row.broken { vec!["broken".into()] } else { cells.collect() });
        }
        found
    }

    #[test]
    fn rows_and_cells_are_read_as_table_programs_write_them() {
        assert_eq!(rows("a,b\r\nc,d", b','), [["a", "b"], ["c", "d"]]);
        assert_eq!(rows("a,b\rc,d\r", b','), [["a", "b"], ["c", "d"]]);
        assert_eq!(rows("a;\"b;\nc\"\n", b';'), [["a", "b;\nc"]]);
        assert_eq!(rows("\"a \"\"b\"\"\",\n", b','), [["a \"b\"", ""]]);
        assert_eq!(rows("\"a\"", b','), [["a"]]);
        assert_eq!(rows("a\"b,c\n", b','), [["a\"b", "c"]]);
        assert_eq!(rows("\"say \"hi\" now\",c\n", b','), [["say \"hi\" now", "c"]], "a mark in the middle is a mark");
        assert_eq!(rows("\n\n", b','), [[""], [""]]);
    }

    #[test]
    fn what_is_broken_costs_its_line_alone() {
        assert_eq!(rows("a,\"b\nc,d\n", b','), [vec!["broken"], vec!["c", "d"]]);
        let long = format!("{}\na,b\n", "x".repeat(ROW_MAX * 2));
        assert_eq!(rows(&long, b',').len(), 4, "two pieces that are none, the end of that line, and a row");
        let wide = format!("{}\n", ",".repeat(1000));
        assert_eq!(rows(&wide, b',')[0].len(), CELLS_MAX);
    }

    #[test]
    fn a_row_waits_for_the_bytes_that_decide() {
        for cut in ["", "a,b", "a,\"b", "a,\"b\"", "a,b\r"] {
            assert_eq!(row(cut.as_bytes(), b',', false), None, "{cut:?}");
        }
        assert!(row(b"a,\"b\"\n", b',', false).is_some());
        let text = "a,\"b\"\"\nc\"\r\nd,e\n";
        let whole = rows(text, b',');
        for cut in 0..text.len() {
            let mut found = Vec::new();
            let mut held = text.as_bytes()[..cut].to_vec();
            while let Some(row) = row(&held, b',', false) {
                held.drain(..row.length);
                found.push(row.cells);
            }
            held.extend_from_slice(&text.as_bytes()[cut..]);
            while let Some(row) = row(&held, b',', true) {
                held.drain(..row.length);
                found.push(row.cells);
            }
            let found: Vec<Vec<String>> = found
                .into_iter()
                .map(|row| row.into_iter().map(|cell| String::from_utf8_lossy(&cell).into_owned()).collect())
                .collect();
            assert_eq!(found, whole, "cut at {cut}");
        }
    }

    #[test]
    fn the_delimiter_is_told_by_looking() {
        for (text, told) in [
            ("Name,Mail\nKari,k@x.no\n", b','),
            ("Navn;Adresse\nSolheim, Kari;k@x.no\nBerg, Ola;o@x.no\n", b';'),
            ("Name\tMail\n\"a,b\"\tc\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("Name\nKari\n", b','),
            ("a;b", b';'),
            ("", b','),
        ] {
            assert_eq!(char::from(delimiter(text.as_bytes())), char::from(told), "{text:?}");
        }
        assert_eq!(announced(b"sep=;\r\na;b\n"), Some((b';', 7)));
        assert_eq!(announced(b"SEP=\t\na\n"), Some((b'\t', 6)));
        assert_eq!(announced(b"separate,b\n"), None);
        assert_eq!(announced(b"sep=;"), None);
    }

    #[test]
    fn a_cell_that_was_kept_from_being_a_formula_says_what_it_said() {
        for (cell, text) in [
            ("'=1+1", "=1+1"),
            ("'+4740000117", "+4740000117"),
            ("'tis", "'tis"),
            (" O'Neill ", "O'Neill"),
            ("=1+1", "=1+1"),
            ("'", "'"),
        ] {
            assert_eq!(said(cell), text, "{cell:?}");
        }
    }
}
