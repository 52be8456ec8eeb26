//! Cuts a sentence into clauses, each with what opens it.

use std::ops::Range;

use super::lexicon::{Class, Lexicon, Order};
use super::scan::{Sort, Unit};
use super::subject::{finite, passes};

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// Nothing, or a mark.
    Plain,
    And,
    But,
    So,
    Because,
    If,
    When,
    Unless,
    That,
    Who,
    What,
}

/// A clause: its units in the sentence, without its opener.
#[derive(Clone, Debug)]
pub struct Clause {
    pub units: Range<usize>,
    pub opener: Opener,
}

/// The clauses of a sentence, in order.
pub fn split(units: &[Unit], lexicon: &Lexicon) -> Vec<Clause> {
    let splitter = Splitter { units, lexicon };
    let mut clauses: Vec<Clause> = Vec::new();
    let mut open = Clause { units: 0..0, opener: Opener::Plain };
    // What the open clause has so far: somebody who acts, a verb.
    let (mut person, mut verb) = (false, false);
    for at in 0..units.len() {
        let Some(unit) = units.get(at) else { break };
        let cut = if matches!(unit.sort, Sort::Mark(_)) {
            Some((Opener::Plain, at + 1))
        } else {
            splitter
                .opener(at, open.units.start)
                .map(|opener| (opener, at + 1))
                .or_else(|| splitter.hidden(at, person || open.opener == Opener::Who, verb).map(|opener| (opener, at)))
                .or_else(|| {
                    (open.opener == Opener::Who && splitter.resumes(at, open.units.start))
                        .then_some((Opener::Plain, at))
                })
        };
        if let Some((opener, start)) = cut {
            // “and if”, “, because”: the last one says how the clause is meant.
            let empty = open.units.is_empty();
            let kept = if empty && opener == Opener::Plain { open.opener } else { opener };
            let done = std::mem::replace(&mut open, Clause { units: start..start, opener: kept });
            splitter.push(&mut clauses, done);
            (person, verb) = (false, false);
        }
        if !matches!(unit.sort, Sort::Mark(_)) && at >= open.units.start {
            open.units.end = at + 1;
            person |= unit.set.any(&[Class::I, Class::We, Class::You, Class::Role, Class::It, Class::Someone])
                || verb_free_noun(unit);
            verb |= finite(unit)
                || person
                    && unit.set.is_empty()
                    && unit.is_word()
                    && lexicon.order() == Order::VerbSecond
                    && lexicon.may_be_present(&unit.lower)
                || splitter.order() != Order::VerbSecond && unit.has(Class::Infinitive);
        }
    }
    splitter.push(&mut clauses, open);
    clauses
}

/// A word of no table: a noun, mostly.
fn verb_free_noun(unit: &Unit) -> bool {
    unit.is_word() && unit.set.is_empty()
}

struct Splitter<'s> {
    units: &'s [Unit],
    lexicon: &'s Lexicon,
}

impl Splitter<'_> {
    fn order(&self) -> Order {
        self.lexicon.order()
    }

    fn has(&self, at: usize, classes: &[Class]) -> bool {
        self.units.get(at).is_some_and(|unit| unit.set.any(classes))
    }

    /// What a unit opens, if it opens a clause where it stands.
    fn opener(&self, at: usize, start: usize) -> Option<Opener> {
        const OPENERS: [(Class, Opener); 10] = [
            (Class::Unless, Opener::Unless),
            (Class::When, Opener::When),
            (Class::If, Opener::If),
            (Class::Because, Opener::Because),
            (Class::That, Opener::That),
            (Class::Who, Opener::Who),
            (Class::What, Opener::What),
            (Class::But, Opener::But),
            (Class::So, Opener::So),
            (Class::And, Opener::And),
        ];
        let unit = self.units.get(at)?;
        let (_, opener) = OPENERS.iter().find(|(class, _)| unit.has(*class))?;
        let begins = at == start;
        let opens = match opener {
            Opener::And | Opener::But | Opener::So => self.clause_follows(at + 1),
            Opener::That => self.opens_that(at),
            Opener::If => self.opens_if(at, begins),
            Opener::When if unit.has(Class::Preposition) => self.acts_within(at + 1),
            // “When can …” stands first in questions only; “what” and “who” may be a subject there.
            Opener::Who => !begins || at > 0,
            _ => self.units.get(at + 1).is_some(),
        };
        opens.then_some(*opener)
    }

    /// Whether the words from here on have their own verb: “and call you”, not “and noon”.
    fn clause_follows(&self, from: usize) -> bool {
        const STARTS: [Class; 15] = [
            Class::I,
            Class::We,
            Class::You,
            Class::Role,
            Class::Someone,
            Class::Our,
            Class::Will,
            Class::Would,
            Class::Can,
            Class::Must,
            Class::Be,
            Class::Have,
            Class::Present,
            Class::Passive,
            Class::It,
        ];
        let mut seen = 0;
        for (at, unit) in self.units.iter().enumerate().skip(from) {
            if matches!(unit.sort, Sort::Mark(_)) || unit.has(Class::And) {
                return false;
            }
            if unit.set.any(&STARTS) || unit.has(Class::If) || unit.has(Class::When) || unit.has(Class::Let) {
                return seen < 5 || self.order() == Order::Tenseless;
            }
            if unit.set.any(&[Class::Infinitive, Class::Past, Class::Request]) && seen == 0 {
                return true;
            }
            let named = unit.capital && seen == 0 && self.has(at + 1, &[Class::Will, Class::Present]);
            if named {
                return true;
            }
            if !passes(unit) || unit.is_day() {
                seen += 1;
            }
            if seen > 4 {
                return false;
            }
        }
        false
    }

    /// “that” behind a verb of saying or promising; before an infinitive, Danish “at” is none.
    fn opens_that(&self, at: usize) -> bool {
        let infinitive = self.has(at + 1, &[Class::Infinitive]) && !self.has(at + 1, &[Class::Present, Class::Role]);
        if infinitive && self.order() == Order::VerbSecond {
            return false;
        }
        if self.order() != Order::SubjectFirst {
            return true;
        }
        let before = at.checked_sub(1);
        before.is_some_and(|before| {
            self.has(
                before,
                &[Class::Vow, Class::Trust, Class::Said, Class::State, Class::Feel, Class::Adverb, Class::Tell],
            ) || self.has(before, &[Class::Customer, Class::Me, Class::You])
        })
    }

    /// Whether a verb follows soon: “before work ends”, not “before lunch”.
    fn acts_within(&self, from: usize) -> bool {
        let tenseless = self.order() == Order::Tenseless;
        let speaker = |at: usize| self.has(at, &[Class::I, Class::We]);
        let near = (from..from + 6).take_while(|at| {
            self.units.get(*at).is_some_and(|unit| !matches!(unit.sort, Sort::Mark(_)) && !unit.has(Class::And))
        });
        for at in near {
            // “After lunch I'll call”, “etter lunsj ringer jeg”: the main clause has begun.
            if at > from && !tenseless && (speaker(at) || self.order() == Order::VerbSecond && speaker(at + 1)) {
                return false;
            }
            if self.units.get(at).is_some_and(|unit| finite(unit) || tenseless && unit.has(Class::Infinitive)) {
                return !self.has(from, &[Class::Preposition]);
            }
        }
        false
    }

    /// Swedish “om” is “if” only before somebody or something that acts; behind a verb of asking it is “whether”.
    fn opens_if(&self, at: usize, begins: bool) -> bool {
        if self.units.get(at + 1).is_none_or(Unit::is_day) {
            return false;
        }
        let asks = (1..4)
            .any(|back| at.checked_sub(back).is_some_and(|before| self.has(before, &[Class::Prepare, Class::Said])));
        if asks && !begins {
            return false;
        }
        let loose = self.units.get(at).is_some_and(|unit| unit.has(Class::Preposition));
        !loose
            || begins
            || self.has(at + 1, &[Class::I, Class::We, Class::You, Class::Our])
                && !self.has(at + 2, &[Class::Preposition])
            || self.has(at + 1, &[Class::It, Class::Someone]) && (self.units.get(at + 2).is_some_and(finite))
    }

    /// Whether the verb here belongs to what a relative clause described: “the parts that are missing | will be sent”.
    fn resumes(&self, at: usize, start: usize) -> bool {
        const AUXILIARY: [Class; 6] = [Class::Will, Class::Would, Class::Can, Class::Must, Class::Be, Class::Have];
        let leads = self.has(at, &[Class::Will, Class::Be, Class::Passive, Class::Present]);
        let before = self.units.get(start..at).unwrap_or_default();
        let Some(verb) = before.iter().rposition(finite) else { return false };
        let auxiliary = before.get(verb).is_some_and(|unit| unit.set.any(&AUXILIARY));
        let between = before.iter().skip(verb + 1).any(|unit| !passes(unit));
        leads && (between || !auxiliary)
    }

    /// A clause that begins without a word that opens it.
    fn hidden(&self, at: usize, person: bool, verb: bool) -> Option<Opener> {
        if !person || !verb {
            return None;
        }
        let speaker = |at: usize| self.has(at, &[Class::I, Class::We]);
        let somebody = |at: usize| self.has(at, &[Class::I, Class::We, Class::You, Class::Our]);
        let behind = |classes: &[Class]| at.checked_sub(1).is_some_and(|before| self.has(before, classes));
        let unit = self.units.get(at)?;
        let said = behind(&[Class::Vow, Class::Trust, Class::Said]) || behind(&[Class::State]) && !unit.has(Class::Our);
        let assured = behind(&[Class::Vow, Class::Trust]) && unit.has(Class::It);
        if (somebody(at) && said || assured) && self.order() != Order::VerbSecond {
            return Some(Opener::That);
        }
        match self.order() {
            Order::SubjectFirst => {
                let acts = self.has(at + 1, &[Class::Will, Class::Be, Class::Have]);
                (speaker(at) && acts && !behind(&[Class::Will, Class::Can, Class::Would])).then_some(Opener::Plain)
            }
            Order::VerbSecond => {
                let verb = unit.set.any(&[Class::Present, Class::Will, Class::Have])
                    || unit.set.is_empty() && self.lexicon.may_be_present(&unit.lower);
                // “…, skal vi”: the verb before who acts begins the main clause.
                let gets = self.has(at, &[Class::Get, Class::Will]) && self.has(at + 1, &[Class::You]);
                (verb && (speaker(at + 1) || gets) && !self.has(at, &[Class::Vow])).then_some(Opener::Plain)
            }
            Order::Tenseless => None,
        }
    }

    /// Keeps a clause. What has no verb and nobody who acts belongs to the clause before it.
    fn push(&self, clauses: &mut Vec<Clause>, clause: Clause) {
        if clause.units.is_empty() {
            return;
        }
        let units = self.units.get(clause.units.clone()).unwrap_or_default();
        let bare = clause.opener == Opener::Plain
            && !units.iter().any(|unit| {
                finite(unit)
                    || unit.set.any(&[
                        Class::I,
                        Class::We,
                        Class::You,
                        Class::Infinitive,
                        Class::Let,
                        Class::Request,
                        Class::Expect,
                        Class::Going,
                        Class::Vow,
                        Class::Trust,
                    ])
                    || unit.has(Class::Role)
            });
        match clauses.last_mut() {
            Some(last) if bare && last.opener != Opener::That => last.units.end = clause.units.end,
            _ => clauses.push(clause),
        }
    }
}
