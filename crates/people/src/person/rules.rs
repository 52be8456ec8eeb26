//! How addresses are compared and names are cleaned. Pure.
//!
//! Both come from strangers: they may hold control characters, marks that turn the direction of
//! writing, invisible characters, and names that pretend to be somebody else's address (T44).

use unicode_normalization::UnicodeNormalization;

/// Longest address kept, in characters. No mail system delivers to longer ones; index entries end
/// somewhere too.
const ADDRESS_MAX: usize = 320;
/// Longest name kept, in characters.
const NAME_MAX: usize = 120;

/// The form that addresses are compared by: composed (NFC), lower case as a whole, the domain in
/// ASCII. A plus part stays: `kari+bike@…` is an address of its own. Takes any text.
#[must_use]
pub fn fold_address(address: &str) -> String {
    let clean: String = visible(address).filter(|c| !c.is_whitespace()).take(ADDRESS_MAX).collect();
    let lower = clean.to_lowercase();
    let Some((local, domain)) = lower.rsplit_once('@') else { return lower };
    match idna::domain_to_ascii(domain) {
        Ok(ascii) => format!("{local}@{ascii}"),
        Err(_) => lower,
    }
}

/// Whether a mail could be sent to this: one `@`, something on both sides, a dot in the domain and
/// nothing that would need quoting.
#[must_use]
pub fn looks_like_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"@".contains(c);
    !local.is_empty()
        && text.chars().count() <= 254
        && text.chars().all(|c| c == '@' || plain(c))
        && local.chars().all(plain)
        && domain.split('.').count() > 1
        && domain.split('.').all(|label| !label.is_empty() && label.len() <= 63)
        && idna::domain_to_ascii_strict(domain).is_ok()
}

/// One line of somebody's text, safe to show anywhere: composed, without control, direction and
/// zero-width characters, white space single, at most `most` characters.
#[must_use]
pub fn clean_line(text: &str, most: usize) -> String {
    let words = visible(text).collect::<String>();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(most).collect();
    short.trim_end().to_owned()
}

/// A name, fit to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanName {
    /// The name; empty when nothing was left.
    pub name: String,
    /// It holds an address other than the real one.
    pub doubtful: bool,
}

/// Cleans the name that came with `address`.
#[must_use]
pub fn clean_name(name: &str, address: &str) -> CleanName {
    let line = clean_line(name, NAME_MAX);
    let name = line.trim_matches(['"', '\'', ' ']).to_owned();
    let real = fold_address(address);
    let doubtful = name
        .replace(['\u{ff20}', '\u{fe6b}'], "@")
        .split(|c: char| c.is_whitespace() || "<>()[]{},;:\"'|/".contains(c))
        .any(|word| word.trim_matches('.').split_once('@').is_some_and(both_sides) && fold_address(word) != real);
    CleanName { name, doubtful }
}

fn both_sides((local, domain): (&str, &str)) -> bool {
    !local.is_empty() && !domain.is_empty()
}

/// The form that names are searched and sorted by.
pub(crate) fn fold_name(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Composed characters without the ones nobody sees; those that separate become spaces.
fn visible(text: &str) -> impl Iterator<Item = char> {
    let seen = text.chars().filter(|c| !is_invisible(*c)).filter_map(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    });
    // Composed last: what was apart may stand together now.
    seen.nfc()
}

/// Zero-width characters, direction marks and overrides, soft hyphens, fillers and tags.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_case_and_with_ascii_domains() {
        for (written, folded) in [
            ("Kari.Solheim@Example.COM", "kari.solheim@example.com"),
            (" kari+bike@example.com ", "kari+bike@example.com"),
            ("post@BLÅBÆR.example", "post@xn--blbr-roah.example"),
            ("post@xn--blbr-roah.example", "post@xn--blbr-roah.example"),
            // Å as A and ring, before and after the @.
            ("A\u{30a}se@bla\u{30a}.example", "åse@xn--bl-zia.example"),
            ("kari\u{200b}@exam\u{202e}ple.com\0", "kari@example.com"),
            ("\"a@b\"@example.com", "\"a@b\"@example.com"),
            ("undisclosed", "undisclosed"),
            ("x@-\u{fffd}.no", "x@-\u{fffd}.no"),
            ("", ""),
        ] {
            assert_eq!(fold_address(written), folded, "{written:?}");
            assert_eq!(fold_address(folded), folded, "folding again changes nothing: {folded:?}");
        }
        assert_eq!(fold_address(&"a".repeat(5000)).len(), 320);
    }

    #[test]
    fn only_what_a_mail_can_reach_is_an_address() {
        for good in ["kari@example.com", "k+x@post.example", "åse@blå.example"] {
            assert!(looks_like_address(good), "{good}");
        }
        let long = format!("{}@example.com", "a".repeat(250));
        for bad in [
            "",
            "kari",
            "@example.com",
            "kari@",
            "kari@example",
            "a b@example.com",
            "a@b@example.com",
            "kari@exa mple.com",
            "kari@example..com",
            "kari@example.com\r\nBcc: x@y.com",
            "Kari <kari@example.com>",
            "kari@[127.0.0.1]",
            &long,
        ] {
            assert!(!looks_like_address(bad), "{bad:?}");
        }
    }

    fn check(name: &str, clean: &str, doubtful: bool) {
        let expected = CleanName { name: clean.into(), doubtful };
        assert_eq!(clean_name(name, "kari@example.com"), expected, "{name:?}");
    }

    #[test]
    fn names_lose_what_nobody_sees() {
        check("  Kari \r\n Solheim\t", "Kari Solheim", false);
        check("\"Solheim, Kari\"", "Solheim, Kari", false);
        check("Kari\u{202e}miehloS\u{200b}\u{feff}", "KarimiehloS", false);
        check("A\u{30a}se\0\u{1b}[31m", "Åse[31m", false);
        check("\u{200b}\u{2066} ", "", false);
        check(&"å".repeat(500), &"å".repeat(120), false);
    }

    #[test]
    fn a_name_that_holds_another_address_is_doubtful() {
        check("kari@example.com", "kari@example.com", false);
        check("KARI@Example.com", "KARI@Example.com", false);
        check("boss@brekkesund.example", "boss@brekkesund.example", true);
        check("Kari <boss@brekkesund.example>", "Kari <boss@brekkesund.example>", true);
        check("boss＠brekkesund.example", "boss＠brekkesund.example", true);
        check("boss@\u{200b}brekkesund.example", "boss@brekkesund.example", true);
        check("Kari @ home", "Kari @ home", false);
    }
}
