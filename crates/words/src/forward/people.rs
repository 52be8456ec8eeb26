//! Names and addresses as mail programs write them into header lines.

use super::Person;
use crate::programs;

/// More people than this are nobody's to look at.
const MOST: usize = 200;

/// Everybody in a header's value. A comma divides only behind an address: `Nes, Kari <kari@…>` is one person.
pub fn list(value: &str) -> Vec<Person> {
    let mut people = Vec::new();
    let (mut start, mut quoted, mut depth, mut address) = (0, false, 0_usize, false);
    for (at, letter) in value.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            '@' if !quoted => address = true,
            ';' | ',' if !quoted && depth == 0 && (letter == ';' || address) => {
                people.extend(one(&value[start..at]));
                (start, address) = (at + 1, false);
            }
            _ => {}
        }
        if people.len() >= MOST {
            return people;
        }
    }
    people.extend(one(&value[start..]));
    people
}

/// One person: a name, an address, or both.
pub fn one(value: &str) -> Option<Person> {
    let value = value.trim();
    let bracket = value.find(['<', '[']).or_else(|| value.find('(').filter(|at| value[*at..].contains('@')));
    let (name, rest) = bracket.map_or((value, value), |at| value.split_at(at));
    let address = address(rest).or_else(|| address(name));
    let named = behalf_cut(name);
    let name = clean(named);
    let is_address = name.contains('@') && !name.contains(' ');
    let name = (!name.is_empty() && !is_address).then(|| name.to_owned());
    (name.is_some() || address.is_some()).then_some(Person { name, address })
}

/// The writer in a line above a quote: their name stands before the address, behind date and verb.
pub fn in_attribution(line: &str) -> Option<Person> {
    let address = address(line)?;
    let before = line.find(['<', '(']).map_or("", |at| &line[..at]).trim_end();
    let quoted = before.strip_suffix('"').and_then(|before| before.rsplit_once('"')).map(|(_, name)| name);
    let plain = before.rsplit(|letter: char| letter.is_ascii_digit() || matches!(letter, ',' | ':')).next();
    let plain = plain.unwrap_or_default().trim();
    let words = plain.split_whitespace().skip_while(|word| word.starts_with(char::is_lowercase));
    let name = quoted.map_or_else(|| words.collect::<Vec<_>>().join(" "), str::to_owned);
    let name = clean(&name);
    Some(Person { name: (!name.is_empty()).then(|| name.to_owned()), address: Some(address) })
}

/// Without "on behalf of …".
fn behalf_cut(name: &str) -> &str {
    let lower = name.to_lowercase();
    // Small letters may take another number of bytes; then the name stays whole.
    programs::behalf(&lower).filter(|_| lower.len() == name.len()).and_then(|at| name.get(..at)).unwrap_or(name)
}

fn clean(name: &str) -> &str {
    name.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '"' | '\'' | '*' | ',' | ';' | '\u{200e}')
    })
}

/// The first mail address in a text.
fn address(text: &str) -> Option<String> {
    let pieces = text.split(|letter: char| {
        letter.is_whitespace() || matches!(letter, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | '"' | '*')
    });
    let mut found = pieces.filter_map(|piece| {
        let piece = piece.trim_matches(['\'', ':', '.']);
        let piece = piece.strip_prefix("mailto:").unwrap_or(piece);
        let (name, host) = piece.split_once('@')?;
        (!name.is_empty() && !host.is_empty() && !host.contains('@')).then(|| piece.to_owned())
    });
    found.next()
}
