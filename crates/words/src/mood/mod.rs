//! The mood of what a customer writes: words and turns of phrase in five languages, negation, broken expectation.
//!
//! It helps to see whom to answer first, and is a guess: an angry text is never read as a happy one, and where the
//! signs contradict each other the mood is neutral. What is quoted is not the customer's.

mod da;
mod en;
mod id;
mod nb;
mod sv;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

use base::Language;

use crate::phrase::{Case, Matcher, Spoken};

/// How many words before a word can turn it round.
const REACH: usize = 3;
/// What a plain word weighs; a faint one, such as thanks, half of it.
const PLAIN: usize = 2;
/// So many words in capitals are shouted.
const SHOUTED: usize = 3;

/// How somebody feels about what they write of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mood {
    /// Disappointed, angry, tired of it.
    Negative,
    /// A question or a fact, or signs that contradict each other.
    Neutral,
    /// Glad, thankful.
    Positive,
}

impl Mood {
    /// All of them, the saddest first.
    pub const ALL: [Self; 3] = [Self::Negative, Self::Neutral, Self::Positive];

    /// Its name in tables, in the API and in vectors.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Neutral => "neutral",
            Self::Positive => "positive",
        }
    }

    /// Reads [`Mood::name`] back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mood| mood.name() == name)
    }
}

/// What was read in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The mood.
    pub mood: Mood,
    /// The bytes that say so, in order.
    pub why: Vec<Range<usize>>,
    /// Whether nothing speaks against it, and more than one faint sign for it.
    pub sure: bool,
}

/// A language's words. The signs of its phrases are those of [`crate::phrase`].
struct Table {
    classes: &'static [(&'static str, &'static str)],
    /// Glad.
    glad: &'static [&'static str],
    /// A little glad: thanks and greetings.
    faint: &'static [&'static str],
    /// Not glad.
    sad: &'static [&'static str],
    /// Neither, though a word of them is.
    flat: &'static [&'static str],
    /// Words that turn the next ones round.
    turns: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Glad,
    Faint,
    Sad,
    Flat,
}

struct Ready {
    matcher: Matcher,
    signs: Vec<Sign>,
    turns: Vec<&'static str>,
}

impl Ready {
    fn of(table: &'static Table) -> Self {
        let parts =
            [(Sign::Glad, table.glad), (Sign::Faint, table.faint), (Sign::Sad, table.sad), (Sign::Flat, table.flat)];
        let all: Vec<_> = parts.iter().flat_map(|(sign, list)| list.iter().map(|phrase| (*sign, *phrase))).collect();
        let phrases = all.iter().enumerate().map(|(label, (_, phrase))| (label, *phrase));
        Self {
            matcher: Matcher::new(phrases, table.classes),
            signs: all.iter().map(|(sign, _)| *sign).collect(),
            turns: table.turns.split_whitespace().collect(),
        }
    }
}

fn ready(language: Language) -> &'static Ready {
    static READY: [OnceLock<Ready>; 5] = [const { OnceLock::new() }; 5];
    let (place, table) = match language {
        Language::En => (&READY[0], &en::TABLE),
        Language::Nb => (&READY[1], &nb::TABLE),
        Language::Sv => (&READY[2], &sv::TABLE),
        Language::Da => (&READY[3], &da::TABLE),
        Language::Id => (&READY[4], &id::TABLE),
    };
    place.get_or_init(|| Ready::of(table))
}

/// Reads a customer's text. Takes time in proportion to it; answers for every text.
#[must_use]
pub fn read(text: &str, language: Language) -> Read {
    let spoken = Spoken::of(text);
    let ready = ready(language);
    let hits: Vec<_> = ready.matcher.find(&spoken.words).into_iter().collect();
    let sign = |label: usize| ready.signs.get(label).copied().unwrap_or(Sign::Flat);
    let mut flat = vec![false; spoken.words.len()];
    for at in hits.iter().filter(|hit| sign(hit.label) == Sign::Flat).flat_map(|hit| hit.words.clone()) {
        if let Some(flat) = flat.get_mut(at) {
            *flat = true;
        }
    }
    let (mut glad, mut sad) = (0, 0);
    let mut why: Vec<(bool, Range<usize>)> = Vec::new();
    let mut counted = (0, 0);
    for hit in &hits {
        let sign = sign(hit.label);
        let covered = flat.get(hit.words.clone()).is_none_or(|flat| flat.contains(&true));
        // Phrases that overlap say one thing.
        let again = match sign {
            Sign::Sad => hit.words.start < counted.1,
            _ => hit.words.start < counted.0,
        };
        if sign == Sign::Flat || covered || again {
            continue;
        }
        match sign {
            Sign::Sad => counted.1 = hit.words.end,
            _ => counted.0 = hit.words.end,
        }
        let turned = is_turned(&spoken, ready, hit.words.start);
        let happy = (sign == Sign::Sad) == turned;
        match (happy, sign) {
            (true, Sign::Faint) => glad += PLAIN / 2,
            (true, _) => glad += PLAIN,
            (false, Sign::Faint) => {}
            (false, _) => sad += PLAIN,
        }
        why.push((happy, spoken.span(&hit.words)));
    }
    let capitals = spoken.words.iter().filter(|word| word.case == Case::Capitals && word.lower.len() > 2).count();
    if capitals >= SHOUTED && capitals * 2 >= spoken.words.len() && glad == 0 {
        sad += PLAIN;
    }
    let mood = match (glad, sad) {
        (0, 1..) => Mood::Negative,
        (PLAIN.., 0) => Mood::Positive,
        (glad, sad) if sad > 0 && glad <= sad => Mood::Negative,
        (glad, sad) if sad > 0 && glad >= sad + 2 * PLAIN => Mood::Positive,
        _ => Mood::Neutral,
    };
    let sure = match mood {
        Mood::Negative => glad < PLAIN,
        Mood::Neutral => glad == 0 && sad == 0,
        Mood::Positive => sad == 0,
    };
    let speaks = |happy: bool| match mood {
        Mood::Negative => !happy,
        Mood::Neutral => false,
        Mood::Positive => happy,
    };
    let why = why.into_iter().filter(|(happy, _)| speaks(*happy)).map(|(_, span)| span).collect();
    Read { mood, why, sure }
}

/// Whether a word shortly before, in the same clause, turns this one round.
fn is_turned(spoken: &Spoken, ready: &Ready, at: usize) -> bool {
    let Some(here) = spoken.words.get(at) else { return false };
    let before = spoken.words.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let clause = before.iter().rev().take_while(|word| word.sentence == here.sentence && !word.pauses);
    clause.filter(|word| ready.turns.contains(&word.lower.as_str())).count() % 2 == 1
}
