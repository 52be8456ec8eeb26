//! By which words a text is found: how texts and queries are cut, folded and stemmed, which words lie near a
//! mistyped one, and which part of a text shows why it was found.
//!
//! An index keeps for each text its words in order ([`Indexed::words`]) and a bag of what else it is found by
//! ([`Indexed::also`]): stems, and ids and addresses as a whole. A query ([`Wanted`]) asks for words, their stems in
//! all five languages, beginnings and phrases. Knows no database and none of what is searched.

mod compound;
mod excerpt;
mod fold;
mod query;
mod ranking;
mod stem;
mod tokens;
mod typo;
mod wanted;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use base::Language;

pub use excerpt::{Excerpt, excerpt};
pub use fold::fold;
pub use query::{LENGTH_MAX, Part, parse};
pub use ranking::{Found, likely, ranked};
pub use typo::{Near, Vocabulary, reach};
pub use wanted::{Match, Term, Wanted};

/// Words of one text that are kept; what lies behind them is not found. A long mail has a thousand.
pub const WORDS_MAX: usize = 10_000;

/// Bytes of them: an index takes no longer texts.
const BYTES_MAX: usize = 200_000;

/// What an index keeps of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indexed {
    /// Its words, folded, in their order.
    pub words: Vec<String>,
    /// What it is found by besides: stems that are no words of it, ids and addresses as a whole. Sorted, each once.
    pub also: Vec<String>,
}

/// Cuts a text for an index. A text in no known language is stemmed as if it were in each of the five.
#[must_use]
pub fn index(text: &str, language: Option<Language>) -> Indexed {
    let mut words = Vec::new();
    let mut also = BTreeSet::new();
    // A text says most of its words more than once.
    let mut known: HashMap<String, String> = HashMap::new();
    let mut bytes = 0;
    for token in tokens::of(text).take(WORDS_MAX) {
        bytes += token.range.len().min(4 * tokens::LONGEST);
        if bytes > BYTES_MAX {
            break;
        }
        match token.part {
            tokens::Part::Whole => {
                also.insert(token.folded());
            }
            tokens::Part::Word => {
                if let Some(folded) = known.get(&token.lower) {
                    words.push(folded.clone());
                    continue;
                }
                also.extend(stem::stems(&token.lower, language));
                let folded = token.folded();
                words.push(folded.clone());
                known.insert(token.lower, folded);
            }
        }
    }
    for word in &words {
        also.remove(word);
    }
    Indexed { words, also: also.into_iter().collect() }
}

/// What stands under a mark, such as who a message is from: `from=kari`, `from=kari@example.com`.
#[must_use]
pub fn marked(mark: &str, value: &str) -> Vec<String> {
    tokens::of(value).take(WORDS_MAX / 100).map(|token| format!("{mark}={}", token.folded())).collect()
}

/// Words of a text that a mistyped word may have meant: letters only, four or more, each once.
#[must_use]
pub fn vocabulary(indexed: &Indexed) -> BTreeSet<&str> {
    indexed.words.iter().map(String::as_str).filter(|word| typo::fits(word)).collect()
}
