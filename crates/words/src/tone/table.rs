//! What a language's table holds, and how it is made ready, once.

use std::sync::OnceLock;

use base::Language;

use super::turns::warm;
use super::{Issue, Kind};
use crate::phrase::Matcher;

/// What jars, by what it is.
pub type Jars = &'static [(Issue, &'static [&'static str])];

/// A language's words. The signs of its phrases are those of [`crate::phrase`].
pub struct Table {
    /// Words that stand for each other, by the names that phrases use.
    pub classes: &'static [(&'static str, &'static str)],
    /// What jars.
    pub jars: Jars,
    /// Turns of phrase that jar, whatever the goods.
    pub turns: Jars,
    /// Swear words as they are written when they are not masked.
    pub curses: &'static str,
    /// What helps.
    pub helps: &'static [(Kind, &'static [&'static str])],
    /// In which nothing jars: goods, places, sayings.
    pub passes: &'static [&'static str],
    /// How a no is said.
    pub refusals: &'static [&'static str],
    /// A text that is nothing but a no.
    pub bare: &'static [&'static str],
    /// Verbs that order, at the beginning of a short text.
    pub orders: &'static [&'static str],
    /// What makes an order a request.
    pub polite: &'static [&'static str],
    /// Words that take a statement back.
    pub hedges: &'static [&'static str],
    /// Words that are in every sentence: capitals among them are no name of a product.
    pub common: &'static str,
    /// How one is not called by somebody who wishes *De* or *Ni*.
    pub familiar: &'static [&'static str],
    /// Forms of address that pass when the house says so.
    pub by_house: &'static [&'static str],
    /// What can be said instead.
    pub offers: &'static [(Issue, &'static [&'static str])],
}

/// What a phrase was filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    Jar(Issue),
    /// A turn of phrase: jars where no act, offer or reason of ours stands beside it.
    Turn(Issue),
    /// An act, offer or reason of ours.
    Warm,
    /// Jars where nothing kind stands beside it.
    Doubtful(Issue),
    /// What makes the doubtful harmless.
    Kindly,
    Help(Kind),
    Pass,
    Refusal,
    Bare,
    Order,
    Polite,
    Hedge,
    Familiar,
    ByHouse,
    Cold(Issue),
}

/// A table, ready to be looked for.
pub struct Ready {
    pub table: &'static Table,
    pub matcher: Matcher,
    filed: Vec<Filed>,
    curses: Vec<&'static str>,
}

impl Ready {
    fn of(language: Language) -> Self {
        let table = written(language);
        let mut all: Vec<(Filed, &'static str)> = Vec::new();
        let jars = table.jars.iter().map(|(issue, phrases)| (Filed::Jar(*issue), *phrases));
        let turns = table.turns.iter().map(|(issue, phrases)| (Filed::Turn(*issue), *phrases));
        let (away, withheld) = warm::away(language);
        let helps = table.helps.iter().map(|(kind, phrases)| (Filed::Help(*kind), *phrases));
        let others = [
            (Filed::Pass, table.passes),
            (Filed::Pass, warm::passes(language)),
            (Filed::Warm, warm::warm(language)),
            (Filed::Jar(Issue::Dismissive), away),
            (Filed::Jar(Issue::Threat), withheld),
            (Filed::Refusal, table.refusals),
            (Filed::Bare, table.bare),
            (Filed::Order, table.orders),
            (Filed::Polite, table.polite),
            (Filed::Hedge, table.hedges),
            (Filed::Familiar, table.familiar),
            (Filed::ByHouse, table.by_house),
        ];
        let doubts =
            super::turns::doubtful(language).iter().map(|(issue, phrases)| (Filed::Doubtful(*issue), *phrases));
        let kindly = [(Filed::Kindly, super::turns::kindly(language))];
        for (filed, phrases) in jars.chain(turns).chain(helps).chain(others).chain(doubts).chain(kindly) {
            all.extend(phrases.iter().map(|phrase| (filed, *phrase)));
        }
        for (issue, phrases) in cold(language) {
            all.extend(phrases.iter().map(|phrase| (Filed::Cold(*issue), *phrase)));
        }
        all.extend(table.curses.split_whitespace().map(|word| (Filed::Jar(Issue::Profanity), word)));
        let filed = all.iter().map(|(filed, _)| *filed).collect();
        let phrases = all.iter().enumerate().map(|(label, (_, phrase))| (label, *phrase));
        let curses = table.curses.split_whitespace().map(|word| word.trim_matches(['*', '~'])).collect();
        Self { table, matcher: Matcher::new(phrases, table.classes), filed, curses }
    }

    /// What a hit's phrase was filed under.
    pub fn filed(&self, label: usize) -> Filed {
        self.filed.get(label).copied().unwrap_or(Filed::Pass)
    }

    /// Swear words and the beginnings of some.
    pub fn curses(&self) -> &[&'static str] {
        &self.curses
    }
}

const fn written(language: Language) -> &'static Table {
    match language {
        Language::En => &super::en::TABLE,
        Language::Nb => &super::nb::TABLE,
        Language::Sv => &super::sv::TABLE,
        Language::Da => &super::da::TABLE,
        Language::Id => &super::id::TABLE,
    }
}

/// What jars only where nothing else in the text helps.
const fn cold(language: Language) -> Jars {
    match language {
        Language::Nb => super::turns::cold::NB,
        Language::Da => super::turns::cold::DA,
        _ => &[],
    }
}

/// The table of a language.
pub fn of(language: Language) -> &'static Ready {
    static READY: [OnceLock<Ready>; 5] = [const { OnceLock::new() }; 5];
    let place = match language {
        Language::En => &READY[0],
        Language::Nb => &READY[1],
        Language::Sv => &READY[2],
        Language::Da => &READY[3],
        Language::Id => &READY[4],
    };
    place.get_or_init(|| Ready::of(language))
}

pub fn offers(issue: Issue, language: Language) -> Vec<&'static str> {
    let found = written(language).offers.iter().filter(|(of, _)| *of == issue);
    found.flat_map(|(_, offers)| offers.iter().copied()).collect()
}
