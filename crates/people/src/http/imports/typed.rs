//! The form that says how a file is to be read.

use crate::import::rules::charset::Charset;
use crate::import::rules::columns::Column;
use crate::import::rules::table::DELIMITERS;
use crate::import::{Plan, Wanted};

/// What stands in the form, and whether it is to begin. Columns are taken from it only while the file is read as it was
/// when they were shown; else they are guessed anew.
pub(super) fn wanted(fields: &[(String, String)], shown: &Plan) -> (Wanted, bool) {
    let text = |name: &str| fields.iter().rev().find(|(one, _)| one == name).map(|(_, value)| value.as_str());
    let delimiter = text("delimiter").and_then(|code| code.parse().ok()).filter(|one| DELIMITERS.contains(one));
    let charset = text("charset").and_then(Charset::from_code);
    let heading = text("heading").is_some();
    let alike = delimiter.is_none_or(|one| one == shown.delimiter)
        && charset.is_none_or(|one| one == shown.charset())
        && heading == shown.heading;
    let column = |place: usize| text(&format!("column-{place}")).and_then(Column::from_code);
    let columns = (0..shown.columns.len()).map(|place| column(place).unwrap_or_default()).collect();
    let wanted = Wanted {
        charset,
        delimiter,
        heading: Some(heading),
        columns: alike.then_some(columns),
        country: text("country").map(str::to_owned),
        overwrite: text("overwrite").is_some(),
    };
    // What one has not seen does not begin.
    (wanted, alike && text("do") == Some("start"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_that_was_not_shown_as_it_is_read() {
        let plan = Plan {
            charset: "utf-8".into(),
            delimiter: b';',
            heading: true,
            columns: vec![Column::Name, Column::Skip],
            ..Plan::default()
        };
        let form = |pairs: &[(&str, &str)]| {
            let fields: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            wanted(&fields, &plan)
        };
        let all =
            [("charset", "utf-8"), ("delimiter", "59"), ("heading", "1"), ("column-1", "address"), ("do", "start")];
        let (it, starts) = form(&all);
        assert!(starts && !it.overwrite);
        assert_eq!(it.columns, Some(vec![Column::Skip, Column::Address]));
        let (it, starts) = form(&[("charset", "cp850"), ("delimiter", "59"), ("heading", "1"), ("do", "start")]);
        assert_eq!((it.columns, starts), (None, false));
        let (it, starts) = form(&[("do", "start"), ("delimiter", "7"), ("charset", "x")]);
        assert_eq!((it.delimiter, it.charset, starts), (None, None, false), "headings became a row");
    }
}
