//! Which questions ask nearly the same: by the stems of the words in their titles.

use std::collections::BTreeSet;

use base::Language;

/// Stems of a title that are kept, at most.
pub const STEMS_MOST: usize = 40;
/// From this likeness on, in hundredths, a question is worth showing.
pub const WORTH: u32 = 15;

/// How like two sets are, in hundredths: twice what they share over what they have (Dice). Two empty ones are not like.
#[must_use]
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> u32 {
    let both = one.len() + other.len();
    if both == 0 {
        return 0;
    }
    let shared = one.intersection(other).count();
    u32::try_from(200 * shared / both).unwrap_or(100)
}

/// What a title is found by. Words of fewer than four letters are mostly those that every title has.
#[must_use]
pub fn stems(title: &str, language: Option<Language>) -> BTreeSet<String> {
    let indexed = words::search::index(title, language);
    let long = |word: &String| word.chars().count() >= 4;
    indexed.words.into_iter().chain(indexed.also).filter(long).take(STEMS_MOST).collect()
}

/// The most alike first, at most `most`; of two that are equally so the newer, which stands first in `candidates`.
#[must_use]
pub fn best<T>(asked: &BTreeSet<String>, candidates: Vec<(BTreeSet<String>, T)>, most: usize) -> Vec<T> {
    let mut found: Vec<(u32, T)> = candidates
        .into_iter()
        .map(|(stems, it)| (likeness(asked, &stems), it))
        .filter(|(like, _)| *like >= WORTH)
        .collect();
    found.sort_by_key(|(like, _)| std::cmp::Reverse(*like));
    found.into_iter().take(most).map(|(_, it)| it).collect()
}
