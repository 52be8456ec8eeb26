//! How cards are cut out of a file and read (vCard 2.1, 3.0 and 4.0). Pure.

use super::charset::Charset;

/// Longest card, with its picture.
pub const CARD_MAX: usize = 4 * 1024 * 1024;
/// Most properties of a card that are looked at.
const PROPERTIES_MAX: usize = 500;

/// What we understand of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What they are called.
    pub name: String,
    /// Their mail addresses.
    pub addresses: Vec<String>,
    /// Their telephones.
    pub phones: Vec<String>,
    /// Where they belong.
    pub organisation: String,
    /// Their role.
    pub title: String,
    /// Where letters go, a line each.
    pub postal: String,
    /// Their language.
    pub language: String,
    /// What was written down about them.
    pub note: String,
}

/// A card in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Its length, with all that stands before it.
    pub length: usize,
    /// Whether it is a whole card.
    pub whole: bool,
}

/// The first card of `bytes`; nothing when more of them are needed, or when none are left. `at_end` says that nothing
/// comes behind them.
#[must_use]
pub fn cut(bytes: &[u8], at_end: bool) -> Option<Cut> {
    let (mut at, mut began) = (0, false);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let ended = line.ends_with(b"\n");
        at += line.len();
        let word = line.trim_ascii();
        if word.eq_ignore_ascii_case(b"BEGIN:VCARD") && (ended || at_end) {
            began = true;
        } else if word.eq_ignore_ascii_case(b"END:VCARD") && (ended || at_end) {
            return Some(Cut { length: at, whole: began });
        }
        if at >= CARD_MAX {
            return Some(Cut { length: at, whole: false });
        }
    }
    let blank = bytes.trim_ascii().is_empty();
    (at_end && !blank).then_some(Cut { length: bytes.len(), whole: false })
}

/// Reads a card that was cut out.
#[must_use]
pub fn read(bytes: &[u8], charset: Charset) -> Card {
    let (mut card, mut parts) = (Card::default(), Vec::new());
    for property in unfolded(bytes).iter().take(PROPERTIES_MAX) {
        let Some((head, value)) = split_once_outside_quotes(property) else { continue };
        let head = String::from_utf8_lossy(head).to_ascii_uppercase();
        let mut words = head.split(';');
        let name = words.next().unwrap_or_default();
        // `item1.EMAIL` belongs to a group; which one is nothing to us.
        let name = name.rsplit('.').next().unwrap_or(name);
        if matches!(name, "PHOTO" | "LOGO" | "SOUND" | "KEY") {
            continue;
        }
        let told: Vec<&str> = words.collect();
        let text = decoded(value, &told, charset);
        match name {
            "FN" => card.name = plain(&text),
            "N" => parts = fields(&text),
            "EMAIL" => card.addresses.push(plain(&text)),
            "TEL" => card.phones.push(without_scheme(&plain(&text), "tel:")),
            "ORG" if card.organisation.is_empty() => {
                card.organisation = fields(&text).into_iter().next().unwrap_or_default()
            }
            "TITLE" | "ROLE" if card.title.is_empty() => card.title = plain(&text),
            "ADR" if card.postal.is_empty() => card.postal = postal(&fields(&text)),
            "LANG" if card.language.is_empty() => card.language = plain(&text),
            "NOTE" if card.note.is_empty() => card.note = plain(&text),
            _ => {}
        }
    }
    if card.name.trim().is_empty() {
        let order = [3, 1, 2, 0];
        let words = order.iter().filter_map(|place| parts.get(*place)).filter(|word| !word.is_empty());
        card.name = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    }
    for list in [&mut card.addresses, &mut card.phones] {
        list.retain(|one| !one.is_empty());
    }
    card
}

/// The lines of a card, each with what is folded below it.
fn unfolded(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match lines.last_mut() {
            // In 2.1 a line that ends so goes on, though nothing is before the next.
            Some(last) if last.ends_with(b"=") && is_quoted_printable(last) => {
                last.pop();
                last.extend_from_slice(line);
            }
            Some(last) if line.starts_with(b" ") || line.starts_with(b"\t") => last.extend_from_slice(&line[1..]),
            _ => lines.push(line.to_vec()),
        }
    }
    lines
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(16).any(|word| word == b"QUOTED-PRINTABLE")
}

/// What is before the first colon that is in no quotation marks, and what is behind it.
fn split_once_outside_quotes(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut quoted = false;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some((&line[..at], &line[at + 1..])),
            _ => {}
        }
    }
    None
}

fn decoded(value: &[u8], told: &[&str], charset: Charset) -> String {
    let named = told.iter().find_map(|word| word.strip_prefix("CHARSET="));
    let charset = match named {
        Some("UTF-8" | "\"UTF-8\"") => Charset::Utf8,
        Some(name) if name.contains("8859-1") || name.contains("1252") => Charset::Windows,
        _ => charset,
    };
    if told.iter().any(|word| word.ends_with("QUOTED-PRINTABLE")) {
        return charset.decode(&unquoted(value));
    }
    charset.decode(value)
}

/// `=C3=85se` as bytes. What is no code stays as it is.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let (mut bytes, mut at) = (Vec::with_capacity(value.len()), 0);
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some(byte) = value.get(at) {
        let pair = value.get(at + 1).and_then(digit).zip(value.get(at + 2).and_then(digit));
        match pair {
            Some((high, low)) if *byte == b'=' => {
                bytes.push(high * 16 + low);
                at += 3;
            }
            _ => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

/// A text as its writer meant it: `\,` is a comma, `\n` a new line.
fn plain(text: &str) -> String {
    fields_at(text, None).join("").trim().to_owned()
}

/// The fields of a text with semicolons between.
fn fields(text: &str) -> Vec<String> {
    fields_at(text, Some(';')).into_iter().map(|field| field.trim().to_owned()).collect()
}

fn fields_at(text: &str, between: Option<char>) -> Vec<String> {
    let (mut all, mut one, mut chars) = (Vec::new(), String::new(), text.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => one.push('\n'),
                Some(other) => one.push(other),
                None => {}
            },
            c if Some(c) == between => all.push(std::mem::take(&mut one)),
            c => one.push(c),
        }
    }
    all.push(one);
    all
}

fn without_scheme(text: &str, scheme: &str) -> String {
    match text.get(..scheme.len()) {
        // Behind a semicolon stand an extension and the like.
        Some(head) if head.eq_ignore_ascii_case(scheme) => {
            text[scheme.len()..].split(';').next().unwrap_or_default().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Box, extension and street, then postcode and town, then region and country.
fn postal(fields: &[String]) -> String {
    let field = |place: usize| fields.get(place).map_or("", String::as_str);
    let town = format!("{} {}", field(5), field(3));
    let lines = [field(0), field(1), field(2), town.trim(), field(4), field(6)];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Card {
        read(text.as_bytes(), Charset::Utf8)
    }

    #[test]
    fn cards_of_all_three_kinds_are_read() {
        let four = read_text(
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kari Solheim\r\nN:Solheim;Kari;;;\r\nEMAIL;TYPE=home:kari@post.example\r\n\
             TEL;VALUE=uri:tel:+47-400-00-117;ext=5\r\nORG:Havn\\, Hei;Salg\r\nTITLE:Lærer\r\n\
             ADR;LABEL=\"a:b\":;;Storgata 14;Tromsø;;9008;Norge\r\nLANG:nb\r\nNOTE:Allergic\\nto wool\r\nEND:VCARD\r\n",
        );
        let expected = Card {
            name: "Kari Solheim".into(),
            addresses: vec!["kari@post.example".into()],
            phones: vec!["+47-400-00-117".into()],
            organisation: "Havn, Hei".into(),
            title: "Lærer".into(),
            postal: "Storgata 14\n9008 Tromsø\nNorge".into(),
            language: "nb".into(),
            note: "Allergic\nto wool".into(),
        };
        assert_eq!(four, expected);
        let three = read_text(
            "BEGIN:VCARD\nVERSION:3.0\nN:Berg;Ola;;Dr.;\nitem1.EMAIL;type=INTERNET:o@\n x.no\nTEL:\nEND:VCARD\n",
        );
        assert_eq!((three.name.as_str(), three.addresses.as_slice()), ("Dr. Ola Berg", &["o@x.no".to_owned()][..]));
        assert_eq!(three.phones, Vec::<String>::new());
        let two = read(
            b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85se=\r\n Bj=C3=B8rn=C3=\r\n=A6s\r\n\
              NOTE;CHARSET=ISO-8859-1:\xe5\r\nEND:VCARD",
            Charset::Utf8,
        );
        assert_eq!((two.name.as_str(), two.note.as_str()), ("Åse Bjørnæs", "å"));
    }

    #[test]
    fn cards_are_cut_out_one_by_one_and_a_broken_one_does_not_stop_the_rest() {
        let text = "x\r\nBEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n\r\nbegin:vcard\nFN:B\nend:vcard\nBEGIN:VCARD\nFN:C\n";
        let (mut rest, mut found) = (text.as_bytes(), Vec::new());
        while let Some(cut) = cut(rest, true) {
            found.push((cut.whole, read(&rest[..cut.length], Charset::Utf8).name));
            rest = &rest[cut.length..];
        }
        assert_eq!(found, [(true, "A".into()), (true, "B".into()), (false, "C".to_owned())]);
        assert_eq!(cut(b"BEGIN:VCARD\nFN:A\nEND:VCARD", false), None, "the rest of the line is not there yet");
        assert_eq!(cut(b" \r\n", true), None);
        let endless = [b"BEGIN:VCARD\n".to_vec(), b"x\n".repeat(CARD_MAX)].concat();
        let first = cut(&endless, true).expect("a piece");
        assert!(!first.whole && first.length <= CARD_MAX + 2);
    }

    #[test]
    fn nothing_that_stands_in_a_card_is_too_odd() {
        for text in [
            "",
            ":",
            "FN",
            "FN:",
            "FN:\\",
            "FN;ENCODING=QUOTED-PRINTABLE:=",
            "FN;ENCODING=QUOTED-PRINTABLE:=Z",
            "N:;;",
            "ADR:",
            "TEL:té",
            "\u{1}:\u{2}",
        ] {
            let _ = read_text(text);
        }
    }
}
