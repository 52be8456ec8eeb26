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

use crate::phrase::{Case, Hit, Matcher, Sentence, Spoken};

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
    /// Words of who asks for something: their *not* is no complaint.
    asks: &'static str,
    /// How a question begins that is none.
    accuses: &'static str,
    /// Words after which the opposite comes.
    but: &'static str,
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
    asks: Vec<&'static str>,
    accuses: Vec<&'static str>,
    but: Vec<&'static str>,
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
            asks: table.asks.split_whitespace().collect(),
            accuses: table.accuses.split_whitespace().collect(),
            but: table.but.split_whitespace().collect(),
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
    let hits = ready.matcher.find(&spoken.words);
    let sign = |label: usize| ready.signs.get(label).copied().unwrap_or(Sign::Flat);
    let mut flat = vec![false; spoken.words.len()];
    for at in hits.iter().filter(|hit| sign(hit.label) == Sign::Flat).flat_map(|hit| hit.words.clone()) {
        if let Some(flat) = flat.get_mut(at) {
            *flat = true;
        }
    }
    let mut signs: Vec<Told> = Vec::new();
    let mut counted = (0, 0);
    for hit in &hits {
        let sign = sign(hit.label);
        let covered = flat.get(hit.words.clone()).is_none_or(|flat| flat.contains(&true));
        // Phrases that overlap say one thing.
        let again = match sign {
            Sign::Sad => hit.words.start < counted.1,
            _ => hit.words.start < counted.0,
        };
        if sign == Sign::Flat || covered || again || is_part(&hit.words, sign, &hits, ready) {
            continue;
        }
        match sign {
            Sign::Sad => counted.1 = hit.words.end,
            _ => counted.0 = hit.words.end,
        }
        let turned = is_turned(&spoken, ready, hit.words.start);
        let happy = (sign == Sign::Sad) == turned;
        let weight = match (happy, sign) {
            (true, Sign::Faint) => PLAIN / 2,
            (false, Sign::Faint) => 0,
            _ => PLAIN,
        };
        signs.push(Told { happy, weight, words: hit.words.clone() });
    }
    let mut signs = without_conceded(signs, &spoken, ready);
    if only_asks(&spoken, ready) {
        // In a plain question a word is the name of something: *the complaint form*, *bad weather*.
        signs.retain(|told| told.happy || told.words.len() > 1);
    }
    let sum = |happy: bool| signs.iter().filter(|told| told.happy == happy).map(|told| told.weight).sum::<usize>();
    let (glad, mut sad) = (sum(true), sum(false));
    let capitals = spoken.words.iter().filter(|word| word.case == Case::Capitals && word.lower.len() > 2).count();
    if capitals >= SHOUTED && capitals * 2 >= spoken.words.len() && glad == 0 {
        sad += PLAIN;
    }
    if (glad, sad) == (0, 0) && denies(&spoken, ready, &flat) {
        sad = PLAIN;
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
    let why = signs.iter().filter(|told| speaks(told.happy)).map(|told| spoken.span(&told.words)).collect();
    Read { mood, why, sure }
}

/// Whether all that is said are plain questions.
fn only_asks(spoken: &Spoken, ready: &Ready) -> bool {
    let plain = |first: &str| !ready.accuses.contains(&first);
    let asks = |sentence: &Sentence| {
        sentence.asks > 0 && spoken.of_sentence(sentence).first().is_some_and(|word| plain(&word.lower))
    };
    !spoken.sentences.is_empty() && spoken.sentences.iter().all(asks)
}

/// Whether something is said not to be, and nothing is asked for: who wants nothing and still writes complains.
fn denies(spoken: &Spoken, ready: &Ready, flat: &[bool]) -> bool {
    let asked = spoken.sentences.iter().any(|sentence| sentence.asks > 0)
        || spoken.words.iter().any(|word| ready.asks.contains(&word.lower.as_str()));
    let plain = |at: usize| flat.get(at) == Some(&false);
    !asked && spoken.words.iter().enumerate().any(|(at, word)| plain(at) && ready.turns.contains(&word.lower.as_str()))
}

/// A sign that counts.
struct Told {
    happy: bool,
    weight: usize,
    words: Range<usize>,
}

/// Whether a phrase of the other kind says more than these words: *could not be happier*.
fn is_part(words: &Range<usize>, sign: Sign, hits: &[Hit], ready: &Ready) -> bool {
    hits.iter().any(|hit| {
        let other = matches!(
            (sign, ready.signs.get(hit.label)),
            (Sign::Sad, Some(Sign::Glad)) | (Sign::Glad | Sign::Faint, Some(Sign::Sad))
        );
        other && hit.words.start <= words.start && words.end <= hit.words.end && hit.words.len() > words.len()
    })
}

/// What stands before a *but* is conceded, where what follows says the opposite: *worried at first, but …*.
fn without_conceded(signs: Vec<Told>, spoken: &Spoken, ready: &Ready) -> Vec<Told> {
    let last = spoken.words.iter().rposition(|word| ready.but.contains(&word.lower.as_str()));
    let Some(but) = last else { return signs };
    let Some(sentence) = spoken.words.get(but).map(|word| word.sentence) else { return signs };
    let after = |happy: bool| signs.iter().any(|told| told.happy == happy && told.words.start > but && told.weight > 0);
    let (glad, sad) = (after(true), after(false));
    let conceded = |told: &Told| {
        let same = spoken.words.get(told.words.start).is_some_and(|word| word.sentence == sentence);
        same && told.words.end <= but && if told.happy { sad && !glad } else { glad && !sad }
    };
    signs.into_iter().filter(|told| !conceded(told)).collect()
}

/// Whether a word shortly before, in the same clause, turns this one round.
fn is_turned(spoken: &Spoken, ready: &Ready, at: usize) -> bool {
    let Some(here) = spoken.words.get(at) else { return false };
    let before = spoken.words.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let clause = before.iter().rev().take_while(|word| word.sentence == here.sentence && !word.pauses);
    clause.filter(|word| ready.turns.contains(&word.lower.as_str())).count() % 2 == 1
}
