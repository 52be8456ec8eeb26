//! Amounts as people write and read them, in five languages (marks and places of signs after CLDR).

use super::{Currency, Money, MoneyError};
use crate::Language;

const NO_BREAK_SPACE: char = '\u{a0}';

/// The decimal mark of a language.
const fn decimal_mark(language: Language) -> char {
    match language {
        Language::En => '.',
        Language::Nb | Language::Sv | Language::Da | Language::Id => ',',
    }
}

/// What stands between thousands.
const fn group_mark(language: Language) -> char {
    match language {
        Language::En => ',',
        Language::Nb | Language::Sv => NO_BREAK_SPACE,
        Language::Da | Language::Id => '.',
    }
}

/// The sign a reader of the language knows for a currency beyond doubt; elsewhere its code is written.
fn sign(language: Language, currency: Currency) -> Option<&'static str> {
    match (language, currency) {
        (_, Currency::EUR) => Some("€"),
        (Language::Nb, Currency::NOK) | (Language::Sv, Currency::SEK) => Some("kr"),
        (Language::Da, Currency::DKK) => Some("kr."),
        (Language::Id, Currency::IDR) => Some("Rp"),
        (Language::En, Currency::USD) => Some("$"),
        (Language::En, Currency::GBP) => Some("£"),
        _ => None,
    }
}

impl Money {
    /// The number alone, `1 299,50`, with all decimals of the currency; for fields that are filled in again.
    #[must_use]
    pub fn digits(&self, language: Language) -> String {
        let (units, decimals) = (self.currency.units().unsigned_abs(), self.currency.decimals());
        let (whole, rest) = (self.minor.unsigned_abs() / units, self.minor.unsigned_abs() % units);
        let digits = whole.to_string();
        let mut text = String::with_capacity(digits.len() * 2 + 6);
        if self.minor < 0 {
            text.push('−');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(group_mark(language));
            }
            text.push(digit);
        }
        if let Some(width) = usize::try_from(decimals).ok().filter(|width| *width > 0) {
            text.push(decimal_mark(language));
            text.push_str(&format!("{rest:0width$}"));
        }
        text
    }

    /// The amount for people: `1 299,50 kr`, `NOK 1,299.50`, `Rp 15.000`. Whole rupiah stand without decimals, as
    /// nobody writes them.
    #[must_use]
    pub fn print(&self, language: Language) -> String {
        let whole = self.currency == Currency::IDR && self.minor % self.currency.units() == 0;
        let full = self.digits(language);
        let digits = match full.split_once(decimal_mark(language)) {
            Some((digits, _)) if whole => digits,
            _ => &full,
        };
        let sign = sign(language, self.currency);
        match (language, sign) {
            // In English a sign of one letter touches its number, and a minus stands before both.
            (Language::En, Some(sign)) => match digits.strip_prefix('−') {
                Some(digits) => format!("−{sign}{digits}"),
                None => format!("{sign}{digits}"),
            },
            (Language::En | Language::Id, sign) => {
                format!("{}{NO_BREAK_SPACE}{digits}", sign.unwrap_or(self.currency.code()))
            }
            (_, sign) => format!("{digits}{NO_BREAK_SPACE}{}", sign.unwrap_or(self.currency.code())),
        }
    }

    /// Reads a number as people write it: `1 299,50`, `1,299.50`, `1299.5`, `-3`.
    ///
    /// Of two kinds of marks the last is the decimal one; a mark that comes twice parts thousands. A single mark is the
    /// decimal one if the language's is; the other mark parts thousands when three digits follow it, else it is
    /// decimal too, as machines write. What is left in doubt is an error and never a guess.
    ///
    /// # Errors
    /// Not a number; more decimals than the currency has; readable in two ways; too large.
    pub fn parse(text: &str, currency: Currency, language: Language) -> Result<Self, MoneyError> {
        let bad = || MoneyError::NotAnAmount(text.to_owned());
        let trimmed = text.trim();
        let (negative, body) = match trimmed.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, trimmed),
        };
        let plain = |letter: char| match letter {
            // Spaces and apostrophes part thousands in every language.
            ' ' | NO_BREAK_SPACE | '\u{202f}' | '\u{2009}' | '\'' | '’' => '_',
            other => other,
        };
        let body: String = body.chars().map(plain).collect();
        if !body.starts_with(|letter: char| letter.is_ascii_digit())
            || !body.ends_with(|letter: char| letter.is_ascii_digit())
        {
            return Err(bad());
        }
        let (whole, decimals) = match decimal_place(&body, currency, language) {
            Place::None => (body.as_str(), ""),
            Place::At(place) => {
                let (whole, rest) = body.split_at_checked(place).ok_or_else(bad)?;
                (whole, rest.get(1..).ok_or_else(bad)?)
            }
            Place::InDoubt => return Err(MoneyError::Ambiguous(text.to_owned())),
        };
        let whole = ungrouped(whole).ok_or_else(bad)?;
        if !decimals.bytes().all(|letter| letter.is_ascii_digit()) {
            return Err(bad());
        }
        let width = usize::try_from(currency.decimals()).unwrap_or(0);
        if decimals.len() > width {
            return Err(MoneyError::TooFine { text: text.to_owned(), currency });
        }
        let digits = format!("{}{whole}{decimals:0<width$}", if negative { "-" } else { "" });
        digits.parse().map(|minor| Self::of(minor, currency)).map_err(|_| MoneyError::TooLarge)
    }
}

/// Where the decimal mark is.
enum Place {
    None,
    At(usize),
    InDoubt,
}

fn decimal_place(body: &str, currency: Currency, language: Language) -> Place {
    let marks: Vec<(usize, char)> = body.char_indices().filter(|(_, letter)| matches!(letter, ',' | '.')).collect();
    let (Some((last, mark)), Some((_, first))) = (marks.last().copied(), marks.first().copied()) else {
        return Place::None;
    };
    if marks.len() > 1 {
        return if first == mark { Place::None } else { Place::At(last) };
    }
    let follow = body.len() - last - 1;
    if mark == decimal_mark(language) || body.contains('_') || follow != 3 || last > 3 || body.starts_with('0') {
        return Place::At(last);
    }
    if currency.decimals() >= 3 { Place::InDoubt } else { Place::None }
}

/// Digits without the marks between thousands: all of one kind, and three digits behind each.
fn ungrouped(text: &str) -> Option<String> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit());
    let Some(mark) = mark else { return Some(text.to_owned()) };
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|letter| letter.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let fits = (1..=3).contains(&first.len()) && digits(first);
    (fits && rest.iter().all(|group| group.len() == 3 && digits(group))).then(|| format!("{first}{}", rest.concat()))
}
