//! How a customer stands in a table and on a card. Pure.
//!
//! What customers write comes along: a cell that a table program would calculate (T39) is told to be text, and nothing
//! leaves its cell or its line.

use base::Instant;

/// What is handed out of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Names them.
    pub id: String,
    /// What to call them.
    pub name: String,
    /// Their addresses, the one known longest first.
    pub addresses: Vec<String>,
    /// Their telephones.
    pub phones: Vec<String>,
    /// Where they belong; may be empty.
    pub organisation: String,
    /// Their role; may be empty.
    pub title: String,
    /// Where letters go; may be empty.
    pub postal: String,
    /// The code of their language; may be empty.
    pub language: String,
    /// Since when they are known.
    pub since: Instant,
}

impl Card {
    /// As cells of a table, in the order of its columns.
    #[must_use]
    pub fn cells(&self) -> [String; 8] {
        [
            self.name.clone(),
            self.addresses.join(", "),
            self.phones.join(", "),
            self.organisation.clone(),
            self.title.clone(),
            self.postal.clone(),
            self.language.clone(),
            self.since.strftime("%Y-%m-%d").to_string(),
        ]
    }
}

/// A line of a table, with its end.
#[must_use]
pub fn row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|text| cell(text.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// A text in a cell. What begins like a formula gets an apostrophe before it, which table programs do not show.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', ';', '"', '\n', '\r', '\'']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A card (vCard 4.0), with its end.
#[must_use]
pub fn vcard(card: &Card) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned()];
    lines.push(format!("UID:{}", card.id));
    lines.push(format!("FN:{}", escaped(&card.name)));
    lines.extend(card.addresses.iter().map(|address| format!("EMAIL:{}", escaped(address))));
    lines.extend(card.phones.iter().map(|number| format!("TEL;VALUE=uri:tel:{}", escaped(number))));
    for (property, text) in [("ORG", &card.organisation), ("TITLE", &card.title), ("LANG", &card.language)] {
        if !text.is_empty() {
            lines.push(format!("{property}:{}", escaped(text)));
        }
    }
    if !card.postal.is_empty() {
        // Everything in the place of the street: nobody knows which line is what.
        lines.push(format!("ADR:;;{};;;;", escaped(&card.postal)));
    }
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// A text that cannot end its property.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// A line in pieces of 75 bytes at most, each but the first behind a space; no character is cut.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let (mut out, mut length) = (String::with_capacity(line.len() + 2), 0);
    for c in line.chars() {
        if length + c.len_utf8() > MOST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        Card {
            id: "per_1".into(),
            name: "=HYPERLINK(\"http://x\")".into(),
            addresses: vec!["kari@post.example".into(), "k;s@post.example".into()],
            phones: vec!["+4740000117".into()],
            organisation: "Havn, Hei og Sønn".into(),
            title: String::new(),
            postal: "Storgata 14\n9008 Tromsø".into(),
            language: "nb".into(),
            since: Instant::UNIX_EPOCH,
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_none_leaves_its_place() {
        for (text, stands) in [
            ("Kari", "Kari"),
            ("", ""),
            ("=1+1", "\"'=1+1\""),
            ("+4740000117", "\"'+4740000117\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("a\"b", "\"a\"\"b\""),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("a\r\nb", "\"a\r\nb\""),
            (" a ", "\" a \""),
            ("O'Neill", "\"O'Neill\""),
        ] {
            assert_eq!(cell(text), stands, "{text:?}");
        }
        assert_eq!(row(["a", "b,c"]), "a,\"b,c\"\r\n");
        let line = row(card().cells());
        assert!(
            line.starts_with("\"'=HYPERLINK(\"\"http://x\"\")\",\"kari@post.example, k;s@post.example\","),
            "{line}"
        );
        assert!(line.ends_with(",nb,1970-01-01\r\n"), "{line}");
    }

    #[test]
    fn a_card_holds_its_properties_whatever_stands_in_them() {
        let text = vcard(&Card { name: "Kari\r\nTEL:1;x".into(), ..card() });
        for line in [
            "BEGIN:VCARD",
            "VERSION:4.0",
            "UID:per_1",
            "FN:Kari\\nTEL:1\\;x",
            "EMAIL:kari@post.example",
            "EMAIL:k\\;s@post.example",
            "TEL;VALUE=uri:tel:+4740000117",
            "ORG:Havn\\, Hei og Sønn",
            "LANG:nb",
            "ADR:;;Storgata 14\\n9008 Tromsø;;;;",
            "END:VCARD",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} in {text}");
        }
        assert_eq!(text.lines().count(), 11);
    }

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_themselves() {
        let name = "å".repeat(300);
        let text = vcard(&Card { name: name.clone(), ..card() });
        assert!(text.lines().all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&format!("FN:{name}\r\n")));
    }
}
