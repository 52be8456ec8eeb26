//! How telephone numbers are read, kept and shown. Pure.
//!
//! Kept in the one form that needs no country beside it (E.164: `+4791234567`), so that the same number is the same
//! text. Shown grouped as people of its country group it, and without the country for readers at home there.

use base::Language;

/// Longest text that is looked at.
const WRITTEN_MAX: usize = 60;

/// A country whose way of writing numbers is known.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// Its code (ISO 3166).
    pub code: &'static str,
    /// What stands behind the `+`.
    pub prefix: &'static str,
    /// What is dialled before a number within the country.
    trunk: &'static str,
    /// Fewest and most digits behind the prefix.
    digits: (usize, usize),
    /// What stands between the groups.
    between: char,
    /// First digits of a number, and how it is grouped then; the first that fits counts.
    groups: &'static [(&'static str, &'static [usize])],
}

const PAIRS: &[usize] = &[2, 2, 2, 2];

/// The countries that forms offer.
pub const COUNTRIES: [Country; 10] = [
    country("NO", "47", "", (8, 8), ' ', &[("4", &[3, 2, 3]), ("9", &[3, 2, 3]), ("8", &[3, 2, 3]), ("", PAIRS)]),
    country("SE", "46", "0", (7, 10), ' ', &[("8", &[1, 3, 3, 2]), ("", &[2, 3, 2, 2])]),
    country("DK", "45", "", (8, 8), ' ', &[("", PAIRS)]),
    country("ID", "62", "0", (7, 12), '-', &[("8", &[3, 4, 4]), ("", &[2, 4, 4])]),
    country("GB", "44", "0", (9, 10), ' ', &[("2", &[2, 4, 4]), ("", &[4, 6])]),
    country("FI", "358", "0", (5, 12), ' ', &[("", &[2, 3, 4])]),
    country("IS", "354", "", (7, 7), ' ', &[("", &[3, 4])]),
    country("DE", "49", "0", (6, 13), ' ', &[("", &[3, 8])]),
    country("NL", "31", "0", (9, 9), ' ', &[("6", &[1, 8]), ("", &[2, 3, 4])]),
    country("US", "1", "1", (10, 10), '-', &[("", &[3, 3, 4])]),
];

const fn country(
    code: &'static str,
    prefix: &'static str,
    trunk: &'static str,
    digits: (usize, usize),
    between: char,
    groups: &'static [(&'static str, &'static [usize])],
) -> Country {
    Country { code, prefix, trunk, digits, between, groups }
}

impl Country {
    /// The country of that code.
    #[must_use]
    pub fn of(code: &str) -> Option<&'static Self> {
        COUNTRIES.iter().find(|one| one.code == code)
    }

    /// Where most people who write a language live. English is written in too many places to say.
    #[must_use]
    pub fn speaking(language: Language) -> Option<&'static Self> {
        let code = match language {
            Language::Nb => "NO",
            Language::Sv => "SE",
            Language::Da => "DK",
            Language::Id => "ID",
            Language::En => return None,
        };
        Self::of(code)
    }

    /// The digits behind the prefix, without what is only dialled within the country; `None` when there are too few
    /// or too many.
    fn inner<'a>(&self, digits: &'a str) -> Option<&'a str> {
        let bare = match digits.strip_prefix(self.trunk).filter(|_| !self.trunk.is_empty()) {
            // A 1 may also be the first of the number itself.
            Some(rest) if self.trunk == "0" || rest.len() >= self.digits.0 => rest,
            _ => digits,
        };
        (self.digits.0..=self.digits.1).contains(&bare.len()).then_some(bare)
    }
}

/// The number as it is kept, or nothing when this is none. `home` is the country of numbers written without one.
#[must_use]
pub fn normalise(written: &str, home: Option<&Country>) -> Option<String> {
    let text: String = written.trim().chars().take(WRITTEN_MAX + 1).collect();
    if text.chars().count() > WRITTEN_MAX {
        return None;
    }
    // As in +46 (0)70: dialled at home, and not from elsewhere.
    let international = text.starts_with('+') || text.starts_with("00");
    let text = if international { text.replacen("(0)", "", 1) } else { text };
    let mut digits = String::new();
    for (place, c) in text.chars().enumerate() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if place == 0 => {}
            ' ' | '\u{a0}' | '\t' | '-' | '.' | '/' | '(' | ')' | '\u{2010}'..='\u{2013}' => {}
            _ => return None,
        }
    }
    if !international {
        let home = home?;
        return Some(format!("+{}{}", home.prefix, home.inner(&digits)?));
    }
    let whole = if text.starts_with('+') { digits.as_str() } else { &digits[2..] };
    if let Some(country) = country_of(whole) {
        let behind = &whole[country.prefix.len()..];
        // Nobody dials a 1 behind +1.
        let inner = if country.trunk == "0" { country.inner(behind)? } else { behind };
        let (least, most) = country.digits;
        return (least..=most).contains(&inner.len()).then(|| format!("+{}{inner}", country.prefix));
    }
    let fits = (7..=15).contains(&whole.len()) && !whole.starts_with('0');
    fits.then(|| format!("+{whole}"))
}

/// The country of the digits behind a `+`.
fn country_of(whole: &str) -> Option<&'static Country> {
    COUNTRIES.iter().filter(|one| whole.starts_with(one.prefix)).max_by_key(|one| one.prefix.len())
}

/// A kept number for people: `912 34 567` for readers at home in its country, `+47 912 34 567` for others.
#[must_use]
pub fn shown(number: &str, home: Option<&Country>) -> String {
    let whole = number.strip_prefix('+').unwrap_or(number);
    if !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return number.to_owned();
    }
    let Some(country) = country_of(whole) else { return format!("+{}", grouped(whole, &[3], ' ')) };
    let inner = &whole[country.prefix.len()..];
    let groups = country.groups.iter().find(|(first, _)| inner.starts_with(first)).map_or(PAIRS, |(_, groups)| groups);
    let grouped = grouped(inner, groups, country.between);
    if home.is_some_and(|home| home == country) {
        let trunk = if country.trunk == "0" { "0" } else { "" };
        format!("{trunk}{grouped}")
    } else {
        format!("+{} {grouped}", country.prefix)
    }
}

/// Digits in groups of these sizes; what is left over comes in groups of the last size, and never alone.
fn grouped(digits: &str, sizes: &[usize], between: char) -> String {
    let mut text = String::new();
    let mut rest = digits;
    let mut sizes = sizes.iter().copied().peekable();
    let mut size = 3;
    while !rest.is_empty() {
        size = sizes.next().unwrap_or(size).max(1);
        let take = if rest.len() <= size + 1 && sizes.peek().is_none() { rest.len() } else { size.min(rest.len()) };
        let (group, behind) = rest.split_at(take);
        if !text.is_empty() {
            text.push(between);
        }
        text.push_str(group);
        rest = behind;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, home: &str, number: Option<&str>) {
        assert_eq!(normalise(written, Country::of(home)).as_deref(), number, "{written:?} in {home:?}");
    }

    #[test]
    fn one_number_is_kept_as_one_text_however_it_is_written() {
        for written in
            ["912 34 567", "+47 91234567", "0047 912 34 567", "+47-912.34/567", " (912) 34 567 ", "+4791234567"]
        {
            check(written, "NO", Some("+4791234567"));
        }
        for written in ["070-123 45 67", "+46 (0)70 123 45 67", "+46 070 123 45 67", "0046701234567"] {
            check(written, "SE", Some("+46701234567"));
        }
        check("0812-3456-7890", "ID", Some("+6281234567890"));
        check("32 12 34 56", "DK", Some("+4532123456"));
        check("020 7946 0018", "GB", Some("+442079460018"));
        check("1 415 555 0100", "US", Some("+14155550100"));
        check("415 555 0100", "US", Some("+14155550100"));
        check("+1 (415) 555-0100", "NO", Some("+14155550100"));
        check("+33 1 42 68 53 00", "", Some("+33142685300"));
        check("+358 40 123 4567", "NO", Some("+358401234567"));
        check("+353 1 234 5678", "NO", Some("+35312345678"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for written in [
            "",
            "+",
            "00",
            "kari",
            "+47 912 34 56",
            "+47 912 34 5678",
            "+0 1234567",
            "91+234567",
            "1234",
            "912 34 567 ext 3",
        ] {
            check(written, "NO", None);
        }
        check("912 34 567", "", None);
        check("+1234567890123456", "", None);
        check("+123456", "", None);
        check(&"1".repeat(100_000), "NO", None);
        check("９１２３４５６７", "NO", None);
    }

    #[test]
    fn what_is_kept_is_read_as_itself() {
        for number in ["+4791234567", "+46701234567", "+14155550100", "+33142685300", "+358401234567"] {
            for home in COUNTRIES.iter().map(Some).chain([None]) {
                assert_eq!(normalise(number, home).as_deref(), Some(number));
                let again = normalise(&shown(number, home), home);
                assert_eq!(again.as_deref(), Some(number), "shown at {:?}", home.map(|home| home.code));
            }
        }
    }

    #[test]
    fn numbers_are_grouped_as_in_their_country_and_short_at_home() {
        for (number, home, text) in [
            ("+4791234567", "NO", "912 34 567"),
            ("+4791234567", "SE", "+47 912 34 567"),
            ("+4722123456", "NO", "22 12 34 56"),
            ("+46701234567", "SE", "070 123 45 67"),
            ("+46701234567", "", "+46 70 123 45 67"),
            ("+46812345678", "DK", "+46 8 123 456 78"),
            ("+4532123456", "DK", "32 12 34 56"),
            ("+6281234567890", "ID", "0812-3456-7890"),
            ("+442079460018", "NO", "+44 20 7946 0018"),
            ("+14155550100", "NO", "+1 415-555-0100"),
            ("+33142685300", "NO", "+331 426 853 00"),
            ("not a number", "NO", "not a number"),
            ("+", "NO", "+"),
        ] {
            assert_eq!(shown(number, Country::of(home)), text, "{number}");
        }
    }

    #[test]
    fn every_language_but_english_has_its_country() {
        let codes = Language::ALL.map(|language| Country::speaking(language).map(|country| country.code));
        for code in ["NO", "SE", "DK", "ID"] {
            assert!(codes.contains(&Some(code)), "{code}");
        }
        assert_eq!(Country::speaking(Language::En), None);
    }
}
