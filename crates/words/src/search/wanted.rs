//! What a query asks of an index, in words that are folded and cut as the index has them.

use std::collections::BTreeSet;

use super::{Part, stem, tokens, typo};

/// One way in which a text answers a [`Term`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It has this word, or is found by it.
    Word(String),
    /// It has a word that begins like this.
    Prefix(String),
    /// It has these words one after the other.
    Phrase(Vec<String>),
}

/// A part of a query: any of its ways will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The ways; never empty.
    pub any: Vec<Match>,
    /// As typed, where it is a single word that may be mistyped.
    pub word: Option<String>,
}

/// What is looked for: all of these, and none of those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Each must be answered.
    pub all: Vec<Term>,
    /// None may be.
    pub none: Vec<Term>,
}

impl Wanted {
    /// From the words and phrases of a query. With `open` the last word may still be going on.
    #[must_use]
    pub fn of(parts: &[Part], open: bool) -> Self {
        let mut wanted = Self::default();
        let last = parts.len().saturating_sub(1);
        for (number, part) in parts.iter().enumerate() {
            let (not, term) = match part {
                Part::Word { not, text } => (*not, word(text, open && number == last)),
                Part::Phrase { not, text } => (*not, phrase(text)),
                Part::Field { .. } => continue,
            };
            let into = if not { &mut wanted.none } else { &mut wanted.all };
            into.extend(term);
        }
        wanted
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }

    /// Also looks for what an index keeps under a mark, such as `from=kari`: each word of `value`, the last one also
    /// as a beginning.
    pub fn marked(&mut self, mark: &str, value: &str, not: bool) {
        let words: Vec<_> = tokens::of(value).filter(|token| token.part == tokens::Part::Word).collect();
        let whole = tokens::of(value).find(|token| token.part == tokens::Part::Whole).map(|token| token.folded());
        let into = if not { &mut self.none } else { &mut self.all };
        let folded: Vec<String> = whole.map_or_else(|| words.iter().map(tokens::Token::folded).collect(), |w| vec![w]);
        for word in folded {
            into.push(Term { any: vec![Match::Prefix(format!("{mark}={word}"))], word: None });
        }
    }

    /// Also looks for what an index keeps under a mark with exactly this value.
    pub fn exactly(&mut self, mark: &str, value: &str, not: bool) {
        let into = if not { &mut self.none } else { &mut self.all };
        into.push(Term { any: vec![Match::Word(format!("{mark}={value}"))], word: None });
    }
}

/// A word with its stems in all five languages; one made of parts as a whole or as its parts in a row.
fn word(text: &str, open: bool) -> Option<Term> {
    let found: Vec<_> = tokens::of(text).collect();
    let parts: Vec<_> = found.iter().filter(|token| token.part == tokens::Part::Word).collect();
    let one = |text: String| if open { Match::Prefix(text) } else { Match::Word(text) };
    let mut any = BTreeSet::new();
    let mut asked = None;
    match parts.as_slice() {
        [] => return None,
        [only] => {
            let folded = only.folded();
            any.extend(stem::stems(&only.lower, None).filter(|stem| *stem != folded).map(Match::Word));
            asked = typo::fits(&folded).then(|| folded.clone());
            any.insert(one(folded));
        }
        several => {
            any.insert(Match::Phrase(several.iter().map(|token| token.folded()).collect()));
            let wholes = found.iter().filter(|token| token.part == tokens::Part::Whole);
            any.extend(wholes.map(|whole| one(whole.folded())));
        }
    }
    Some(Term { any: any.into_iter().collect(), word: asked })
}

fn phrase(text: &str) -> Option<Term> {
    let mut words: Vec<String> =
        tokens::of(text).filter(|token| token.part == tokens::Part::Word).map(|token| token.folded()).collect();
    let way = match words.len() {
        0 => return None,
        1 => Match::Word(words.remove(0)),
        _ => Match::Phrase(words),
    };
    Some(Term { any: vec![way], word: None })
}
