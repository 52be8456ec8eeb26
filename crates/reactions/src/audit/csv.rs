//! A table as text that other programs read: every cell in quotes, and none that a spreadsheet takes for a formula (T39).

/// One line.
#[must_use]
pub fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_what_they_are_and_never_become_formulas() {
        assert_eq!(line(&["a", "b \"c\"", "d,\ne"]), "\"a\",\"b \"\"c\"\"\",\"d,\ne\"\r\n");
        for formula in ["=1+1", "+1", "-1", "@x", "\tx", "\rx"] {
            assert!(line(&[formula]).starts_with("\"'"), "{formula}");
        }
        assert_eq!(line(&["1-1", ""]), "\"1-1\",\"\"\r\n");
    }
}
