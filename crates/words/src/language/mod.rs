//! Which language a text is written in: one of the five, another one, or too little to tell.
//!
//! Every word adds what it says about each language (`model`); what decides is how clearly one language
//! leads. Languages we do not speak take part so that a letter in German is not answered as if it were Danish.
//! Nynorsk counts for Bokmål. It knows nothing of who wrote the text, except in [`detect_known`].

pub mod model;
mod visible;

use base::Language;
use model::{Class, Scores};

/// A text with fewer letters never changes the language that a customer is known to write.
const ENOUGH_LETTERS: usize = 40;

/// Fewer letters are an abbreviation or initials.
const FEWEST_LETTERS: usize = 3;

/// So far a language must lead among the five before we say it.
const LEAD: f32 = 0.25;

/// So far a language we do not speak must lead before we say that it is none of the five; Malay and its
/// neighbours share too many words with Indonesian to be told from a few of them.
const FOREIGN_LEAD: f32 = 1.5;
const NEIGHBOUR_LEAD: f32 = 3.0;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// One of the five.
    Known(Language),
    /// Some other language.
    Other,
    /// Too little text, or two languages fit alike.
    Unknown,
}

impl Detected {
    /// The language, if it is one of the five.
    #[must_use]
    pub const fn known(self) -> Option<Language> {
        match self {
            Self::Known(language) => Some(language),
            Self::Other | Self::Unknown => None,
        }
    }
}

/// Says which language a text is written in. Quoted lines and addresses do not count.
#[must_use]
pub fn detect(text: &str) -> Detected {
    let text = visible::visible(text);
    let words = visible::words(&text);
    if visible::foreign_script(&words) {
        Detected::Other
    } else if count(&words) < FEWEST_LETTERS {
        Detected::Unknown
    } else {
        decide(&model::read(&words))
    }
}

/// The language to keep for a customer: the one just written, unless the text is short and one is known
/// already. A text that says nothing changes nothing.
#[must_use]
pub fn detect_known(text: &str, stored: Option<Language>) -> Option<Language> {
    if stored.is_some() && letters(text) < ENOUGH_LETTERS {
        return stored;
    }
    detect(text).known().or(stored)
}

/// How many letters the words of a text have together, as far as it is looked at.
fn letters(text: &str) -> usize {
    count(&visible::words(&visible::visible(text)))
}

fn count(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

fn decide(scores: &Scores) -> Detected {
    let norwegian = scores.of(Class::Nb).max(scores.of(Class::Nn));
    let score = |language| match language {
        Language::En => scores.of(Class::En),
        Language::Nb => norwegian,
        Language::Sv => scores.of(Class::Sv),
        Language::Da => scores.of(Class::Da),
        Language::Id => scores.of(Class::Id),
    };
    let mut ranked = Language::ALL.map(|language| (language, score(language)));
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let [(best, lead), (_, next), ..] = ranked;
    let (rival, foreign) = scores.rival();
    let needed = if rival.is_neighbour_of_indonesian() { NEIGHBOUR_LEAD } else { FOREIGN_LEAD };
    if scores.words == 0 {
        Detected::Unknown
    } else if foreign - lead > needed {
        Detected::Other
    } else if foreign - lead > needed / 2.0 || lead - next < LEAD {
        Detected::Unknown
    } else {
        Detected::Known(best)
    }
}

#[cfg(test)]
mod tests;
