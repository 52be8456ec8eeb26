//! Stems: what is left of a word without its endings, by Snowball's rules of the five languages.

use base::Language;
use frostem::{Algorithm, Stemmer};

use super::fold::fold;

/// Words longer than this are no words, and the rules need time for them.
const LONGEST: usize = 40;
/// A stem shorter than this says nothing.
const SHORTEST: usize = 3;

const fn algorithm(language: Language) -> Algorithm {
    match language {
        Language::En => Algorithm::English,
        Language::Nb => Algorithm::Norwegian,
        Language::Sv => Algorithm::Swedish,
        Language::Da => Algorithm::Danish,
        Language::Id => Algorithm::Indonesian,
    }
}

/// The stem of a word in lower case, folded; `None` for what has none.
pub(super) fn stem(lower: &str, language: Language) -> Option<String> {
    let letters = lower.chars().count();
    if !(SHORTEST..=LONGEST).contains(&letters) || !lower.chars().all(char::is_alphabetic) {
        return None;
    }
    let stem = fold(&Stemmer::new(algorithm(language)).stem(lower));
    (stem.chars().count() >= SHORTEST).then_some(stem)
}

/// The stems of a word: in one language, or in all five where none is known.
pub(super) fn stems(lower: &str, language: Option<Language>) -> impl Iterator<Item = String> {
    let languages = match language {
        Some(one) => vec![one],
        None => Language::ALL.to_vec(),
    };
    languages.into_iter().filter_map(move |language| stem(lower, language))
}
