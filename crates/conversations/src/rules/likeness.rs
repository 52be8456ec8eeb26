//! What differs between two cases that look alike: names, numbers, days, amounts and links that stand in the one and not
//! in the other. What was answered before is used again only by whoever has seen these.
//!
//! A rule of thumb on the shape of words, in all five languages at once: it marks a little too much rather than too little.
//! Takes time in proportion to the texts. Knows no database, no clock and no screen.

use std::collections::BTreeSet;

/// What something that differs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Of a person, a place or a thing: a word that begins large within a sentence.
    Name,
    /// Of an order, a part, a count.
    Number,
    /// A day or a time of one.
    Date,
    /// Of money.
    Amount,
    /// An address on the web, or of mail.
    Link,
}

/// Something in a text that another case may not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// As it stands in the text.
    pub text: String,
    /// Where it begins there, in bytes.
    pub from: usize,
    /// Where it ends there, in bytes.
    pub to: usize,
}

/// Marks of one text, at most.
const MOST: usize = 200;

/// Months and days of the week in the five languages, by how they begin. A word is one when it is one of these, or begins
/// with one of four letters or more.
const DAYS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "oct",
    "nov",
    "dec",
    "des",
    "agt",
    "mai",
    "maj",
    "may",
    "mei",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "januar",
    "februar",
    "march",
    "mars",
    "marts",
    "maret",
    "april",
    "june",
    "juni",
    "july",
    "juli",
    "august",
    "agustus",
    "septem",
    "oktob",
    "octob",
    "novem",
    "decem",
    "desem",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag",
    "søndag",
    "måndag",
    "tisdag",
    "lördag",
    "söndag",
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "sabtu",
    "minggu",
];
/// What stands beside an amount.
const MONEY: &[&str] =
    &["kr", "nok", "sek", "dkk", "eur", "euro", "usd", "idr", "gbp", "rp", "rupiah", "kroner", "kronor", "€", "$", "£"];
/// Words that begin large within a sentence and are no names.
const POLITE: &[&str] = &["anda", "bapak", "ibu", "saudara", "de", "dem", "deres", "ni", "er", "eder"];

/// Everything of that kind in a text, in its order. `names` are known names, which are marked wherever they stand.
#[must_use]
pub fn marks(text: &str, names: &[&str]) -> Vec<Mark> {
    let known: BTreeSet<String> = names
        .iter()
        .flat_map(|name| name.split_whitespace())
        .map(key)
        .filter(|name| name.chars().count() > 1)
        .collect();
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at).filter(|_| found.len() < MOST) {
        let (kind, end) = match kind(&words, at, &known) {
            Some(found) => found,
            None => {
                at += 1;
                continue;
            }
        };
        let last = words.get(end).unwrap_or(word);
        let (from, to) = (word.from, last.to);
        found.push(Mark { kind, text: text.get(from..to).unwrap_or_default().to_owned(), from, to });
        at = end + 1;
    }
    found
}

/// What stands in `theirs` and nowhere in `ours`.
#[must_use]
pub fn differing(theirs: &str, names: &[&str], ours: &str) -> Vec<Mark> {
    let all: BTreeSet<String> = words(ours).iter().map(|word| key(word.text)).collect();
    let own: BTreeSet<String> = marks(ours, &[]).iter().map(|mark| key(&mark.text)).collect();
    let there = |mark: &Mark| {
        let key = key(&mark.text);
        let bare = key.strip_suffix('s').unwrap_or(&key);
        own.contains(&key)
            || all.contains(&key)
            || (mark.kind == Kind::Name && (all.contains(bare) || own.contains(bare)))
    };
    marks(theirs, names).into_iter().filter(|mark| !there(mark)).collect()
}

/// Things in the order of what they share with a question: each list holds what one of its words was found in, and a word
/// counts the more the fewer it was found in; one found in `common` or more counts least. What was found by no other
/// word than such ones is left out, unless all are common.
#[must_use]
pub fn ranked(found: &[Vec<String>], common: usize) -> Vec<String> {
    let rare = found.iter().any(|all| !all.is_empty() && all.len() < common);
    let mut weights: std::collections::BTreeMap<&str, (u32, u32)> = std::collections::BTreeMap::new();
    for all in found {
        let n = u32::try_from(all.len()).unwrap_or(u32::MAX).max(1);
        let is_rare = all.len() < common;
        for one in all {
            let entry = weights.entry(one.as_str()).or_default();
            entry.0 = entry.0.saturating_add(WEIGHT / n);
            entry.1 = entry.1.saturating_add(u32::from(is_rare));
        }
    }
    let mut all: Vec<(&str, (u32, u32))> = weights.into_iter().filter(|(_, (_, by))| !rare || *by > 0).collect();
    // Of those that share as much the newest, whose id is the greatest.
    all.sort_by_key(|(id, (weight, _))| std::cmp::Reverse((*weight, *id)));
    all.into_iter().map(|(id, _)| id.to_owned()).collect()
}

/// What a word weighs that was found in one thing.
const WEIGHT: u32 = 720_720;

/// A word and where it stands.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    from: usize,
    to: usize,
    /// Whether a sentence or a line begins with it.
    begins: bool,
}

/// The words of a text without the marks around them.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut at = 0;
    let mut begins = true;
    for piece in text.split_inclusive(char::is_whitespace) {
        let (from, end) = (at, at + piece.len());
        at = end;
        let bare = piece.trim_end();
        let open = bare.trim_start_matches(|c: char| !c.is_alphanumeric() && !MONEY_SIGNS.contains(&c));
        let core = open.trim_end_matches(|c: char| !c.is_alphanumeric() && !MONEY_SIGNS.contains(&c));
        let start = from + (bare.len() - open.len());
        if !core.is_empty() {
            found.push(Word { text: core, from: start, to: start + core.len(), begins });
            begins = false;
        }
        let behind = open.get(core.len()..).unwrap_or_default();
        begins |= behind.contains(['.', '!', '?', ':']) || piece.ends_with('\n');
    }
    found
}

/// Signs of money, which belong to a word.
const MONEY_SIGNS: [char; 3] = ['€', '$', '£'];

/// What begins with the word at `at`, and with which word it ends.
fn kind(words: &[Word<'_>], at: usize, known: &BTreeSet<String>) -> Option<(Kind, usize)> {
    let word = words.get(at)?;
    let lower = word.text.to_lowercase();
    let is_link = ["http://", "https://", "www."].iter().any(|begins| lower.starts_with(begins))
        || lower.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.'));
    if is_link {
        return Some((Kind::Link, at));
    }
    let next = |n: usize| words.get(n).map(|word| word.text.to_lowercase()).unwrap_or_default();
    if word.text.chars().any(|c| c.is_ascii_digit()) {
        return Some(number(words, at, &lower));
    }
    if is_money(&lower) && starts_with_digit(&next(at + 1)) {
        return Some((Kind::Amount, groups(words, at + 1)));
    }
    if is_day(&lower) && (is_large(word.text) || starts_with_digit(&next(at + 1))) {
        let end = if starts_with_digit(&next(at + 1)) { at + 1 } else { at };
        return Some((Kind::Date, end));
    }
    let known =
        known.contains(&key(word.text)) || key(word.text).strip_suffix('s').is_some_and(|name| known.contains(name));
    let named = is_large(word.text) && !word.begins && !POLITE.contains(&lower.as_str()) && !is_me(&lower);
    (known || named).then_some((Kind::Name, at))
}

/// What a word with digits is, and with which word it ends.
fn number(words: &[Word<'_>], at: usize, lower: &str) -> (Kind, usize) {
    let text = |n: usize| words.get(n).map(|word| word.text.to_lowercase()).unwrap_or_default();
    let end = groups(words, at);
    let beside = is_money(&text(end + 1)) || lower.chars().any(|c| MONEY_SIGNS.contains(&c)) || has_money(lower);
    if beside {
        return (Kind::Amount, if is_money(&text(end + 1)) { end + 1 } else { end });
    }
    if is_date(lower) {
        return (Kind::Date, at);
    }
    let short = lower.trim_end_matches(|c: char| c.is_alphabetic());
    if short.len() <= 2 && end == at && is_day(&text(at + 1)) {
        let year = text(at + 2).len() == 4 && starts_with_digit(&text(at + 2));
        return (Kind::Date, if year { at + 2 } else { at + 1 });
    }
    (Kind::Number, end)
}

/// The last word of a number whose groups of three stand apart: `4 290`.
fn groups(words: &[Word<'_>], at: usize) -> usize {
    let digits = |n: usize, most: usize| {
        words
            .get(n)
            .is_some_and(|word| (1..=most).contains(&word.text.len()) && word.text.bytes().all(|b| b.is_ascii_digit()))
    };
    let three = |n: usize| digits(n, 3) && words.get(n).is_some_and(|word| word.text.len() == 3 && !word.begins);
    let mut end = at;
    while digits(at, 3) && three(end + 1) && end < at + 3 {
        end += 1;
    }
    end
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_money(lower: &str) -> bool {
    MONEY.contains(&lower)
}

/// `kr12`, `12kr`: a word of digits with a currency at one end.
fn has_money(lower: &str) -> bool {
    let letters = lower.trim_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    is_money(letters)
}

/// `2026-11-13`, `13.11.2026`, `13/11`, `14:30`.
fn is_date(lower: &str) -> bool {
    let parts: Vec<&str> = lower.split(['-', '.', '/', ':']).collect();
    let all = parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let long = parts.iter().filter(|part| part.len() > 2).count();
    all && match parts.as_slice() {
        [hour, minute] => lower.contains([':', '/']) && hour.len() <= 2 && minute.len() <= 2,
        [_, middle, _] => middle.len() <= 2 && long <= 1,
        _ => false,
    }
}

fn is_day(lower: &str) -> bool {
    DAYS.iter().any(|day| lower == *day || (day.chars().count() >= 4 && lower.starts_with(day)))
}

fn is_large(text: &str) -> bool {
    text.chars().count() > 1 && text.starts_with(char::is_uppercase)
}

/// `I'm` and the like: oneself in English.
fn is_me(lower: &str) -> bool {
    lower.starts_with("i'") || lower.starts_with("i’")
}

/// The form that two are compared by: small letters and digits alone, so that `4 290` is `4290`.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
