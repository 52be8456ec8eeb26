//! What may stand in a field, and in which form it is kept. Pure.

use jiff::civil::Date;
use url::Url;

use super::model::{Field, Kind, SAVED, Value};
use crate::person::clean_line;

/// Longest text of a field, in characters.
const TEXT_MAX: usize = 500;
/// Longest word of a choice, in characters, and most words.
const CHOICE_MAX: usize = 80;
const CHOICES_MOST: usize = 50;
/// Most digits of a number, before and behind the point together.
const DIGITS_MAX: usize = 18;

/// Why something cannot stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It must not be empty.
    Missing,
    /// It is no number.
    Number,
    /// It is no day.
    Date,
    /// It is none of the words.
    Choice,
    /// It is no address of a page.
    Link,
}

impl Unfit {
    /// The sentence for the person.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Missing => "fields-unfit-missing",
            Self::Number => "fields-unfit-number",
            Self::Date => "fields-unfit-date",
            Self::Choice => "fields-unfit-choice",
            Self::Link => "fields-unfit-link",
        }
    }
}

/// What was typed, as it is kept: numbers with a point, days as 2026-11-18. Empty is empty in every kind.
///
/// # Errors
/// Why it cannot stand there.
pub fn read(field: &Field, typed: &str) -> Result<String, Unfit> {
    let text = clean_line(typed, TEXT_MAX);
    if text.is_empty() {
        return if field.is_required(SAVED) { Err(Unfit::Missing) } else { Ok(text) };
    }
    match field.kind {
        Kind::Text => Ok(text),
        Kind::Number => number(&text).ok_or(Unfit::Number),
        Kind::Date => text.parse::<Date>().map(|date| date.to_string()).map_err(|_| Unfit::Date),
        Kind::Choice => {
            if field.choices.contains(&text) {
                Ok(text)
            } else {
                Err(Unfit::Choice)
            }
        }
        Kind::YesNo => {
            if ["yes", "no"].contains(&text.as_str()) {
                Ok(text)
            } else {
                Err(Unfit::Choice)
            }
        }
        Kind::Link => link(&text).ok_or(Unfit::Link),
    }
}

/// `1 200,50` and `1200.5` are one number. A comma or a point is taken for the decimal mark, so it stands once.
fn number(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, plain) = match plain.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.to_owned()),
        None => ("", plain),
    };
    let (whole, part) = plain.split_once(['.', ',']).unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() + part.len() > DIGITS_MAX || whole.len() + part.len() == 0 {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    let sign = if whole == "0" && part.is_empty() { "" } else { sign };
    Some(if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

/// Only pages: no scripts, no files, nothing with a password in it.
fn link(text: &str) -> Option<String> {
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&with_scheme).ok()?;
    let page = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    let host = url.host_str().is_some_and(|host| host.contains('.'));
    (page && host && url.as_str().len() <= TEXT_MAX).then(|| url.to_string())
}

/// The fields that must be filled before a step, and are empty.
#[must_use]
pub fn missing<'a>(values: &'a [Value], step: &str) -> Vec<&'a Field> {
    values.iter().filter(|it| it.text.is_empty() && it.field.is_required(step)).map(|it| &it.field).collect()
}

/// The words of a choice, one a line, each once.
#[must_use]
pub fn choices(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for line in typed.lines().take(CHOICES_MOST * 4) {
        let word = clean_line(line, CHOICE_MAX);
        if !word.is_empty() && !words.contains(&word) && words.len() < CHOICES_MOST {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::model::About;
    use super::*;

    fn field(kind: Kind, required: bool) -> Field {
        let id = "fld_00000000000000000000000000".parse().expect("an id");
        let choices = vec!["Gold".to_owned(), "Silver".to_owned()];
        let required = if required { vec![SAVED.to_owned()] } else { Vec::new() };
        Field { id, about: About::Person, name: "F".into(), kind, choices, required, retired: false }
    }

    fn check(kind: Kind, typed: &str, kept: Result<&str, Unfit>) {
        let read = read(&field(kind, false), typed);
        assert_eq!(read.as_deref().map_err(|unfit| *unfit), kept, "{typed:?} as {kind:?}");
        if let Ok(kept) = read {
            assert_eq!(super::read(&field(kind, false), &kept), Ok(kept.clone()), "what is kept is read as itself");
        }
    }

    #[test]
    fn each_kind_takes_what_it_is_for_and_keeps_it_in_one_form() {
        check(Kind::Text, " a\u{202e} b\n", Ok("a b"));
        for (typed, kept) in [
            ("1 200,50", Ok("1200.5")),
            ("1200.5", Ok("1200.5")),
            ("-007", Ok("-7")),
            ("\u{2212}0,0", Ok("0")),
            (",5", Ok("0.5")),
            ("1,200.5", Err(Unfit::Number)),
            ("1e9", Err(Unfit::Number)),
            ("-", Err(Unfit::Number)),
            (".", Err(Unfit::Number)),
            ("1234567890123456789", Err(Unfit::Number)),
        ] {
            check(Kind::Number, typed, kept);
        }
        check(Kind::Date, "2028-02-29", Ok("2028-02-29"));
        check(Kind::Date, "2027-02-29", Err(Unfit::Date));
        check(Kind::Date, "tomorrow", Err(Unfit::Date));
        check(Kind::Choice, "Gold", Ok("Gold"));
        check(Kind::Choice, "gold", Err(Unfit::Choice));
        check(Kind::YesNo, "yes", Ok("yes"));
        check(Kind::YesNo, "maybe", Err(Unfit::Choice));
        check(Kind::Link, "havn.example/om", Ok("https://havn.example/om"));
        check(Kind::Link, "http://havn.example", Ok("http://havn.example/"));
        for bad in [
            "javascript://havn.example/%0aalert(1)",
            "https://a:b@havn.example",
            "https://havn",
            "ftp://a.example",
            "https://",
        ] {
            check(Kind::Link, bad, Err(Unfit::Link));
        }
    }

    #[test]
    fn empty_is_empty_unless_something_must_stand_there() {
        for kind in Kind::ALL {
            check(kind, " \u{200b}", Ok(""));
            assert_eq!(read(&field(kind, true), ""), Err(Unfit::Missing));
        }
        assert!(read(&field(Kind::Text, true), &"x".repeat(100_000)).is_ok_and(|text| text.len() == TEXT_MAX));
    }

    #[test]
    fn what_is_missing_is_empty_and_asked_for_before_this_step() {
        let before = |step: &str, text: &str, retired: bool| {
            let field = Field { required: vec![step.to_owned()], retired, ..field(Kind::Text, false) };
            Value { field, text: text.to_owned() }
        };
        let values = [before("solved", "", false), before("solved", "x", false), before("waiting_others", "", false)];
        assert_eq!(missing(&values, "solved"), [&values[0].field]);
        assert_eq!(missing(&values, "open"), Vec::<&Field>::new());
        assert_eq!(missing(&[before("solved", "", true)], "solved"), Vec::<&Field>::new(), "retired ones ask nothing");
    }

    #[test]
    fn words_of_a_choice_are_clean_and_each_once() {
        assert_eq!(choices(" Gold\r\n\r\nSilver\nGold\n"), ["Gold", "Silver"]);
        let many: String = (0..90).map(|n| format!("{n}\n")).collect();
        assert_eq!(choices(&many).len(), CHOICES_MOST);
    }
}
