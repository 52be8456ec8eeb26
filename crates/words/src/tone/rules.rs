//! From phrases to what jars: what passes, what is only a fault without a reason, and how loud a text is.

use std::collections::HashMap;
use std::ops::Range;

use base::Language;

use super::table::{self, Filed, Ready};
use super::{Help, House, Issue, Jar, Kind, Tone};
use crate::phrase::{Case, Sentence, Spoken, Word, veils};

/// A text of more words than these tells more than its no.
const BARE_WORDS_MOST: usize = 30;
/// A text of more words than these is more than one cold sentence.
const COLD_WORDS_MOST: usize = 30;
/// An order is bare in texts of so many words at most.
const ORDER_WORDS_MOST: usize = 8;
/// What may be meant well is looked at in texts of so many words at most.
const DOUBTFUL_WORDS_MOST: usize = 40;
/// So many hedges in one sentence say nothing any more.
const HEDGES_FEW: usize = 3;
/// So many exclamation marks in a row are loud.
const CRIES_FEW: usize = 3;

pub fn look(text: &str, language: Language, house: &House<'_>) -> Tone {
    let spoken = Spoken::of(text);
    let ready = table::of(language);
    let mut looking = Looking::over(&spoken, ready, house, language);
    looking.phrases(house);
    looking.doubtful();
    looking.veiled();
    looking.loud();
    looking.refusals();
    looking.orders();
    looking.hedges();
    looking.cold();
    looking.tone(language)
}

struct Looking<'a> {
    spoken: &'a Spoken,
    ready: &'static Ready,
    found: Vec<(Filed, Range<usize>)>,
    passes: Vec<bool>,
    jars: Vec<(Issue, Range<usize>)>,
}

impl<'a> Looking<'a> {
    fn over(spoken: &'a Spoken, ready: &'static Ready, house: &House<'_>, language: Language) -> Self {
        let hits = ready.matcher.find(&spoken.words);
        let mut found: Vec<_> = hits.into_iter().map(|hit| (ready.filed(hit.label), hit.words)).collect();
        found.retain(|(filed, _)| match filed {
            Filed::Familiar => house.formal,
            Filed::ByHouse => language == Language::Id && !house.familiar,
            _ => true,
        });
        let mut passes = vec![false; spoken.words.len()];
        let allowed = places(&spoken.words, house.allowed);
        let goods = found.iter().filter(|(filed, _)| *filed == Filed::Pass).map(|(_, words)| words.clone());
        for at in goods.chain(allowed).flatten() {
            if let Some(passes) = passes.get_mut(at) {
                *passes = true;
            }
        }
        Self { spoken, ready, found, passes, jars: Vec::new() }
    }

    fn passes(&self, words: &Range<usize>) -> bool {
        self.passes.get(words.clone()).is_some_and(|passes| passes.contains(&true))
    }

    fn jar(&mut self, issue: Issue, words: Range<usize>) {
        // Goods in capitals are not shouted, but what is shouted may have goods in it.
        let passes = if issue == Issue::Shouting {
            self.passes.get(words.clone()).is_some_and(|passes| !passes.contains(&false))
        } else {
            self.passes(&words)
        };
        if issue == Issue::House || !passes {
            self.jars.push((issue, words));
        }
    }

    fn has(&self, such: fn(Filed) -> bool) -> bool {
        self.found.iter().any(|(filed, _)| such(*filed))
    }

    fn phrases(&mut self, house: &House<'_>) {
        for at in 0..self.found.len() {
            match self.found.get(at) {
                Some((Filed::Jar(issue), words)) if !self.names(*issue, words) && !self.warmed(*issue, words) => {
                    self.jar(*issue, words.clone())
                }
                Some((Filed::Turn(issue), words)) if !self.names(*issue, words) && !self.warmed(*issue, words) => {
                    self.jar(*issue, words.clone());
                }
                Some((Filed::Familiar | Filed::ByHouse, words)) => self.jar(Issue::Address, words.clone()),
                _ => {}
            }
        }
        for words in places(&self.spoken.words, house.jarring) {
            self.jar(Issue::House, words);
        }
    }

    /// Whether a single hard word is part of a name: a capital among capitals, or joined to digits.
    fn names(&self, issue: Issue, words: &Range<usize>) -> bool {
        let all = &self.spoken.words;
        let Some(word) = all.get(words.start).filter(|_| words.len() == 1) else { return false };
        if !matches!(issue, Issue::Profanity | Issue::Insult | Issue::Condescending) || word.case == Case::Lower {
            return false;
        }
        let same = |other: &&Word| other.sentence == word.sentence;
        let next = all.get(words.end).filter(same);
        let last = words.start.checked_sub(1).and_then(|at| all.get(at)).filter(same);
        let first = |at: usize| self.spoken.sentences.iter().any(|sentence| sentence.words.start == at);
        let digits = next.is_some_and(|next| {
            next.lower.starts_with(|sign: char| sign.is_ascii_digit()) && next.range.start <= word.range.end + 1
        }) || word.lower.contains(|sign: char| sign.is_ascii_digit());
        let capital = |word: Option<&Word>| word.is_some_and(|word| word.case == Case::Capital);
        let among = capital(next) || (capital(last) && !first(words.start.saturating_sub(1)));
        digits || (word.case == Case::Capital && !first(words.start) && among)
    }

    /// Whether an act, an offer or a reason of ours beside it makes a mild turn harmless.
    fn warmed(&self, issue: Issue, words: &Range<usize>) -> bool {
        let mild = matches!(issue, Issue::Condescending | Issue::Dismissive | Issue::BareRefusal);
        mild && self.of(Filed::Warm).any(|at| !(words.start <= at.start && at.end <= words.end))
    }

    /// What reads unkindly only in a text that has no kind word at all.
    fn doubtful(&mut self) {
        let kind = |filed| {
            matches!(filed, Filed::Kindly | Filed::Warm | Filed::Help(Kind::Thanks | Kind::Greeting | Kind::Regret))
        };
        if self.spoken.words.len() > DOUBTFUL_WORDS_MOST || self.has(kind) {
            return;
        }
        for at in 0..self.found.len() {
            let Some((Filed::Doubtful(issue), words)) = self.found.get(at) else { continue };
            let meant_well = match issue {
                Issue::Command => self.has(|filed| filed == Filed::Polite),
                Issue::BareRefusal => self.has(|filed| matches!(filed, Filed::Help(Kind::Reason | Kind::Alternative))),
                _ => false,
            };
            if !meant_well {
                self.jar(*issue, words.clone());
            }
        }
    }

    /// Swear words behind signs, and with gaps between their letters.
    fn veiled(&mut self) {
        let curses = self.ready.curses();
        let spoken = self.spoken;
        let mut apart = String::new();
        for (at, word) in spoken.words.iter().enumerate() {
            let signs = word.veiled || (word.case == Case::Other && word.lower.starts_with(char::is_alphabetic));
            if signs && (curses.iter().any(|curse| veils(&word.lower, curse)) || nothing_but_signs(&word.lower)) {
                self.jar(Issue::Profanity, at..at + 1);
            }
            if word.lower.chars().count() == 1 && word.lower.starts_with(char::is_alphabetic) {
                apart.push_str(&word.lower);
            } else {
                apart.clear();
            }
            let letters = apart.chars().count();
            if letters >= 3 && curses.contains(&apart.as_str()) {
                self.jar(Issue::Profanity, at + 1 - letters..at + 1);
            }
        }
    }

    /// Capitals and rows of signs. One word in capitals is a heading, three without a common word are a name.
    fn loud(&mut self) {
        let spoken = self.spoken;
        for sentence in &spoken.sentences {
            let words = spoken.of_sentence(sentence);
            if let Some(run) = self.shouted(words, sentence) {
                self.jar(Issue::Shouting, run);
                continue;
            }
            let glad = self.found.iter().any(|(filed, at)| {
                matches!(filed, Filed::Help(Kind::Thanks | Kind::Greeting)) && sentence.words.contains(&at.start)
            });
            let rows = sentence.asks >= 2 || (sentence.asks >= 1 && sentence.cries >= 1);
            if rows || (sentence.cries >= CRIES_FEW && !glad) {
                let last = sentence.words.end.saturating_sub(1).max(sentence.words.start);
                self.jar(Issue::Shouting, last..sentence.words.end);
            }
        }
    }

    fn shouted(&self, words: &[Word], sentence: &Sentence) -> Option<Range<usize>> {
        let mut start = 0;
        while start < words.len() {
            let run = words[start..].iter().take_while(|word| word.case == Case::Capitals).count();
            let these = &words[start..start + run];
            let common = |word: &&Word| self.ready.table.common.split(' ').any(|common| common == word.lower);
            let common = these.iter().filter(common).count();
            let long = these.iter().any(|word| word.lower.chars().count() >= 4);
            let loud = match run {
                0 => false,
                1 => long && sentence.cries >= 2,
                2 => sentence.cries >= 1 && (common > 0 || (long && words.len() == 2)),
                _ => common > 0 || (sentence.cries >= 1 && long),
            };
            if loud {
                let from = sentence.words.start + start;
                return Some(from..from + run);
            }
            start += run.max(1);
        }
        None
    }

    /// A no is bare where neither regret nor a reason nor another way stands beside it.
    fn refusals(&mut self) {
        if self.spoken.words.len() > BARE_WORDS_MOST {
            return;
        }
        let softens = |no: &Range<usize>| {
            self.found.iter().any(|(filed, at)| {
                let kind = matches!(filed, Filed::Help(Kind::Regret | Kind::Reason | Kind::Alternative | Kind::Thanks));
                // "Sorry, no." is sorry for nothing.
                kind && !(no.start <= at.start && at.end <= no.end)
            })
        };
        let bare: Vec<_> =
            self.of(Filed::Refusal).chain(self.of(Filed::Bare)).filter(|words| !softens(words)).collect();
        for words in bare {
            self.jar(Issue::BareRefusal, words);
        }
    }

    fn of(&self, such: Filed) -> impl Iterator<Item = Range<usize>> + '_ {
        self.found.iter().filter(move |(filed, _)| *filed == such).map(|(_, words)| words.clone())
    }

    /// A short text that begins with an order, without any word that makes it a request.
    fn orders(&mut self) {
        let asked = self.has(|filed| {
            matches!(filed, Filed::Polite | Filed::Help(Kind::Reason | Kind::Regret | Kind::Thanks | Kind::Greeting))
        });
        if asked || self.spoken.words.len() > ORDER_WORDS_MOST {
            return;
        }
        let orders: Vec<_> = self.of(Filed::Order).collect();
        for words in orders {
            self.jar(Issue::Command, words);
        }
    }

    fn hedges(&mut self) {
        let mut sentences: HashMap<usize, (usize, Range<usize>)> = HashMap::new();
        for words in self.of(Filed::Hedge) {
            let Some(word) = self.spoken.words.get(words.start) else { continue };
            let (count, span) = sentences.entry(word.sentence).or_insert((0, words.clone()));
            *count += 1;
            span.end = span.end.max(words.end);
        }
        for (count, words) in sentences.into_values() {
            if count >= HEDGES_FEW {
                self.jar(Issue::Hedging, words);
            }
        }
    }

    /// What is cold, but warm enough where something beside it helps.
    fn cold(&mut self) {
        if self.spoken.words.len() > COLD_WORDS_MOST {
            return;
        }
        let helps = |words: &Range<usize>| {
            self.found.iter().any(|(filed, at)| {
                let kind = matches!(filed, Filed::Help(kind) if *kind != Kind::Greeting)
                    || matches!(filed, Filed::Polite | Filed::Warm);
                kind && !(words.start <= at.start && at.end <= words.end)
            })
        };
        let alone = self.found.iter().filter_map(|(filed, words)| match filed {
            Filed::Cold(issue) if !helps(words) => Some((*issue, words.clone())),
            _ => None,
        });
        for (issue, words) in alone.collect::<Vec<_>>() {
            self.jar(issue, words);
        }
    }

    fn tone(mut self, language: Language) -> Tone {
        self.jars.sort_by_key(|(issue, words)| (words.start, std::cmp::Reverse(words.end), *issue));
        let mut kept: Vec<(Issue, Range<usize>)> = Vec::new();
        for (issue, words) in std::mem::take(&mut self.jars) {
            // The same words are told of once, by the gravest of what jars in them.
            match kept.iter_mut().rev().find(|(_, other)| words.start < other.end) {
                Some((of, other)) if *of == issue => other.end = other.end.max(words.end),
                Some((of, other)) if words.end <= other.end => *of = (*of).min(issue),
                _ => kept.push((issue, words)),
            }
        }
        let mut told: HashMap<Issue, usize> = HashMap::new();
        let jars = kept.into_iter().map(|(issue, words)| {
            let offers = table::offers(issue, language);
            let turn = told.entry(issue).or_default();
            let better = offers.get(*turn % offers.len().max(1)).map(|better| (*better).to_owned());
            *turn += 1;
            Jar { span: self.spoken.span(&words), issue, better }
        });
        let jars = jars.collect();
        let mut helps: Vec<Help> = Vec::new();
        for (filed, words) in &self.found {
            if let Filed::Help(kind) = filed {
                helps.push(Help { kind: *kind, span: self.spoken.span(words) });
            }
        }
        helps.dedup_by(|next, last| next.kind == last.kind && next.span.start < last.span.end);
        let missing = self.missing(&helps);
        Tone { jars, helps, missing }
    }

    fn missing(&self, helps: &[Help]) -> Vec<Kind> {
        let refuses = self.has(|filed| matches!(filed, Filed::Refusal | Filed::Bare));
        let wanted: &[Kind] = match refuses {
            _ if self.spoken.words.is_empty() => &[],
            true => &[Kind::Greeting, Kind::Regret, Kind::Reason, Kind::Alternative],
            false => &[Kind::Greeting],
        };
        wanted.iter().copied().filter(|kind| helps.iter().all(|help| help.kind != *kind)).collect()
    }
}

/// `@#$%`
fn nothing_but_signs(word: &str) -> bool {
    let mut signs: Vec<char> = word.chars().collect();
    let none = signs.iter().all(|sign| !sign.is_alphanumeric());
    signs.sort_unstable();
    signs.dedup();
    none && signs.len() >= 3
}

/// Where phrases of the house stand, word by word.
fn places(words: &[Word], phrases: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for phrase in phrases {
        let phrase = Spoken::of(phrase).words;
        let (Some(first), length) = (phrase.first(), phrase.len()) else { continue };
        for (at, run) in words.windows(length).enumerate() {
            let same =
                run[0].lower == first.lower && run.iter().zip(&phrase).all(|(one, other)| one.lower == other.lower);
            if same {
                found.push(at..at + length);
            }
        }
    }
    found
}
