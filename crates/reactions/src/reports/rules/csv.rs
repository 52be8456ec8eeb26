//! A table as a file for other programs (RFC 4180), which cannot make a spreadsheet run anything.

/// One line of the file.
#[must_use]
pub fn line<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|one| cell(one.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// A spreadsheet takes what begins with one of these for a formula; with a `'` before it, it is a text.
fn cell(text: &str) -> String {
    let number =
        text.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !number {
        "'"
    } else {
        ""
    };
    let text = format!("{guard}{}", text.replace('\0', ""));
    if text.contains(['"', ',', '\n', '\r', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(line(["=1+1", "@a", "+47 22", "-x", "-5", "5"]), "'=1+1,'@a,'+47 22,'-x,-5,5\r\n");
        assert_eq!(line(["\t=1", "-"]), "'\t=1,'-\r\n");
    }

    #[test]
    fn separators_and_quotes_stay_within_their_cell() {
        assert_eq!(
            line(["a,b", "say \"hi\"", "two\nlines", "=\"x\""]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"'=\"\"x\"\"\"\r\n"
        );
    }
}
