//! Who acts in a clause: we, a colleague, the customer, somebody else, or a thing.

use super::lexicon::{Class, Lexicon, Order};
use super::scan::Unit;

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody is named.
    Nobody,
    I,
    We,
    /// A colleague, a department, somebody.
    Ours,
    /// A word with a capital before a verb: perhaps a colleague's name.
    Name,
    You,
    /// A carrier, a manufacturer.
    Outside,
    /// Whoever was spoken of before.
    They,
    Thing,
}

impl Who {
    /// Whether they are of the business.
    pub const fn ours(self) -> bool {
        matches!(self, Self::I | Self::We | Self::Ours | Self::Name)
    }
}

/// Who acts, and which units name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub who: Who,
    pub first: usize,
    /// The unit behind them.
    pub end: usize,
}

/// Whether a unit can be the verb that carries a clause.
pub fn finite(unit: &Unit) -> bool {
    unit.set.any(&[
        Class::Will,
        Class::Would,
        Class::Can,
        Class::Must,
        Class::Be,
        Class::Have,
        Class::Present,
        Class::Past,
        Class::Passive,
    ])
}

/// Whether a unit says nothing of who does what and may stand between the two.
pub fn passes(unit: &Unit) -> bool {
    !unit.is_word()
        || unit.set.any(&[
            Class::Adverb,
            Class::Not,
            Class::Habit,
            Class::Hedge,
            Class::Soon,
            Class::SameDay,
            Class::Gladly,
            Class::And,
            Class::But,
            Class::So,
        ]) && !unit.set.any(&[Class::Infinitive, Class::Present])
}

/// The next unit from here on that says something.
pub fn next(units: &[Unit], from: usize) -> Option<(usize, &Unit)> {
    units.iter().enumerate().skip(from).find(|(_, unit)| !passes(unit))
}

/// Who acts in these units.
pub fn find(units: &[Unit], lexicon: &Lexicon) -> Subject {
    let finder = Finder { units, lexicon };
    if lexicon.order() == Order::Tenseless { finder.tenseless() } else { finder.tensed() }
}

struct Finder<'s> {
    units: &'s [Unit],
    lexicon: &'s Lexicon,
}

impl Finder<'_> {
    fn has(&self, at: usize, class: Class) -> bool {
        self.units.get(at).is_some_and(|unit| unit.has(class))
    }

    fn finite(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(finite)
    }

    /// A plain word of no table.
    fn plain(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.is_word() && unit.set.is_empty())
    }

    /// Whether a verb stands next, or a word that may be one.
    fn acts_next(&self, from: usize) -> bool {
        next(self.units, from)
            .is_some_and(|(_, unit)| finite(unit) || unit.set.is_empty() && self.lexicon.may_be_present(&unit.lower))
    }

    fn tensed(&self) -> Subject {
        let inverts = self.lexicon.order() == Order::VerbSecond;
        let mut verb: Option<usize> = None;
        let mut something = None;
        for at in 0..self.units.len() {
            let found = self.person(at, verb, inverts);
            if let Some(subject) = found {
                return subject;
            }
            let Some(unit) = self.units.get(at) else { break };
            // “and call you”: an infinitive first, and what follows is acted on.
            let bare = !inverts && something.is_none() && unit.set.any(&[Class::Infinitive, Class::Going]);
            if verb.is_none() && (finite(unit) || bare) {
                verb = Some(at);
            } else if verb.is_none() && something.is_none() && !passes(unit) && !unit.has(Class::Preposition) {
                something = Some(at);
            }
        }
        match (something, verb) {
            (Some(first), Some(verb)) if first < verb => Subject { who: Who::Thing, first, end: verb },
            (_, Some(verb)) if inverts && self.thing_behind(verb) => {
                Subject { who: Who::Thing, first: verb + 1, end: verb + 2 }
            }
            _ => Subject { who: Who::Nobody, first: 0, end: 0 },
        }
    }

    fn thing_behind(&self, verb: usize) -> bool {
        verb > 0 && (self.plain(verb + 1) || self.has(verb + 1, Class::It))
    }

    /// The person named here, if they are who acts.
    fn person(&self, at: usize, verb: Option<usize>, inverts: bool) -> Option<Subject> {
        let unit = self.units.get(at)?;
        let one = |who| Some(Subject { who, first: at, end: at + 1 });
        let object = at > 0
            && (self.has(at - 1, Class::Preposition)
                || self.has(at - 1, Class::Infinitive) && !self.finite(at - 1) && !self.has(at - 1, Class::Role));
        // Where the verb stands first or second, who acts is its neighbour.
        let placed = match verb {
            None => true,
            Some(verb) => inverts && (at == verb + 1 || next(self.units, verb + 1).is_some_and(|(next, _)| next == at)),
        };
        if unit.has(Class::I) {
            return one(Who::I);
        }
        if unit.has(Class::We) {
            // “Vi i banken opphever”.
            let end = if verb.is_none() && inverts { self.past_whence(at + 1) } else { at + 1 };
            return Some(Subject { who: Who::We, first: at, end });
        }
        // Danish “I” is “you” too, unless it is “in” at the start.
        let capital_i =
            inverts && unit.lower == "i" && unit.capital && (self.finite(at + 1) || at > 0 && self.finite(at - 1));
        if (unit.has(Class::You) || capital_i) && !object && placed {
            return one(Who::You);
        }
        if object || !placed {
            return None;
        }
        if unit.has(Class::Our) {
            let head = (at + 1..at + 4).find(|head| self.has(*head, Class::Role) || self.has(*head, Class::Outside));
            if let Some(head) = head.filter(|head| !(at + 1..*head).any(|between| self.finite(between))) {
                return Some(Subject { who: Who::Ours, first: at, end: self.past_whence(self.past_name(head + 1)) });
            }
            let ends = (at + 2..at + 4).find(|end| self.acts_next(*end) && (at + 1..*end).all(|word| self.plain(word)));
            return ends.map(|end| Subject { who: Who::Ours, first: at, end });
        }
        let ours = self.has(at + 1, Class::Our);
        if unit.has(Class::Stuff) || unit.has(Class::It) {
            return None;
        }
        // “en” is “a” before a noun.
        let article = self.has(at + 1, Class::Role) || self.plain(at + 1) && !self.acts_next(at + 1);
        if unit.has(Class::Someone) && article {
            return None;
        }
        if unit.has(Class::Someone) || unit.has(Class::Role) || unit.has(Class::Outside) && ours {
            let end = self.past_whence(self.past_name(if ours { at + 2 } else { at + 1 }));
            let who = if unit.has(Class::Outside) && !ours { Who::Outside } else { Who::Ours };
            return Some(Subject { who, first: at, end });
        }
        if unit.has(Class::They) && (verb.is_some() || self.acts_next(at + 1)) {
            return one(Who::They);
        }
        if unit.has(Class::Outside) {
            return one(Who::Outside);
        }
        if self.plain(at) && ours && (self.acts_next(at + 2) || verb.is_some()) {
            return Some(Subject { who: Who::Ours, first: at, end: at + 2 });
        }
        let surname = usize::from(self.plain(at + 1) && self.units.get(at + 1).is_some_and(|unit| unit.capital));
        let name = unit.capital && self.plain(at) && unit.lower.chars().all(char::is_alphabetic);
        let end = self.past_whence(at + 1 + surname);
        let verb_by = self.acts_next(end) || verb.is_some();
        // “Rapporten får du”: who acts stands behind the verb.
        let behind = next(self.units, end).and_then(|(verb, _)| self.units.get(verb + 1));
        let turned = inverts
            && behind.is_some_and(|unit| unit.set.any(&[Class::I, Class::We, Class::You, Class::Role, Class::Our]));
        let from_ours = (at + 1..end).any(|word| self.has(word, Class::Role) || self.has(word, Class::Our));
        let who = if from_ours { Who::Ours } else { Who::Name };
        (name && verb_by && !turned).then_some(Subject { who, first: at, end })
    }

    /// Behind the name of a colleague: “min kollega Eva”.
    fn past_name(&self, end: usize) -> usize {
        let name = self.plain(end) && self.units.get(end).is_some_and(|unit| unit.capital);
        if name && self.acts_next(end + 1) { end + 1 } else { end }
    }

    /// Behind the words that say where somebody is from: “Sara from the workshop”, “a colleague of mine”.
    fn past_whence(&self, end: usize) -> usize {
        if !self.has(end, Class::Preposition) {
            return end;
        }
        let verb = (end + 2..end + 5).find(|at| {
            let unit = self.units.get(*at);
            unit.is_some_and(|unit| {
                finite(unit) || unit.is_word() && unit.set.is_empty() && self.lexicon.may_be_present(&unit.lower)
            })
        });
        verb.filter(|verb| self.units.get(end..*verb).is_some_and(|between| between.iter().all(Unit::is_word)))
            .unwrap_or(end)
    }

    fn tenseless(&self) -> Subject {
        for (at, unit) in self.units.iter().enumerate() {
            let writer = unit.has(Class::I) || unit.has(Class::We);
            if writer && let Some(subject) = self.tenseless_writer(at, unit) {
                return subject;
            }
            let verb = next(self.units, at + 1).map(|(_, unit)| unit);
            if unit.has(Class::They) {
                return Subject { who: Who::They, first: at, end: at + 1 };
            }
            let object = at > 0 && (self.has(at - 1, Class::Preposition) || self.verb(at - 1));
            if object || writer {
                continue;
            }
            let ours = self.has(at + 1, Class::Our) || self.has(at + 1, Class::We) || self.has(at + 1, Class::I);
            // “rekan Ibu”: the customer's own people.
            let theirs = unit.has(Class::Role) && self.has(at + 1, Class::You);
            if theirs {
                return Subject { who: Who::Outside, first: at, end: at + 2 };
            }
            if unit.has(Class::Role) || unit.has(Class::Someone) || unit.has(Class::Outside) && ours {
                let verb = (at + 1..at + 5).find(|verb| self.verb(*verb) || self.has(*verb, Class::Will));
                // “teknisi kami”, “tim kami”: the pronoun behind belongs to the job.
                if let Some(verb) = verb {
                    return Subject { who: Who::Ours, first: at, end: verb };
                }
            }
            if unit.has(Class::Outside) {
                return Subject { who: Who::Outside, first: at, end: at + 1 };
            }
            let second = verb.is_some_and(|verb| {
                finite(verb) || verb.set.any(&[Class::Get, Class::Hear, Class::Feel, Class::State, Class::Infinitive])
            });
            let later = self.units.iter().enumerate().skip(at + 1).any(|(at, unit)| {
                (unit.has(Class::We) || unit.has(Class::I)) && self.tenseless_writer(at, unit).is_some()
            });
            let name = unit.capital && self.plain(at) && (at + 1..at + 5).any(|verb| self.has(verb, Class::Will));
            if name && !later {
                let end = (at + 1..at + 5).find(|verb| self.has(*verb, Class::Will)).unwrap_or(at + 1);
                let who = if (at..end).any(|word| self.has(word, Class::Role)) { Who::Ours } else { Who::Name };
                return Subject { who, first: at, end };
            }
            let possessed = at > 0 && self.plain(at - 1);
            if unit.has(Class::You)
                && second
                && !possessed
                && !(later && verb.is_some_and(|verb| verb.has(Class::Will)))
            {
                return Subject { who: Who::You, first: at, end: at + 1 };
            }
        }
        let verb = self.units.iter().position(|unit| finite(unit) || unit.has(Class::Infinitive));
        match verb {
            Some(end) if self.units.iter().take(end).any(|unit| !passes(unit)) => {
                Subject { who: Who::Thing, first: 0, end }
            }
            _ => Subject { who: Who::Nobody, first: 0, end: 0 },
        }
    }

    fn verb(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.set.any(&[Class::Infinitive, Class::Present, Class::Passive]) && !unit.has(Class::Role)
        })
    }

    /// “kami kirim”, “akan kami kirim”; “tim kami” is the team's; “rekening kami” is nobody.
    fn tenseless_writer(&self, at: usize, unit: &Unit) -> Option<Subject> {
        let who = if unit.has(Class::I) { Who::I } else { Who::We };
        let role = (1..3)
            .take_while(|back| at >= *back && !self.verb(at - back))
            .find(|back| self.has(at - back, Class::Role) || self.has(at - back, Class::Outside));
        let (_, verb) = next(self.units, at + 1)?;
        let acts = finite(verb) || verb.has(Class::Infinitive) || verb.has(Class::Vow);
        let behind_will = at > 0 && self.has(at - 1, Class::Will);
        if let Some(back) = role.filter(|_| !behind_will) {
            return Some(Subject { who: Who::Ours, first: at - back, end: at + 1 });
        }
        let possessed = at > 0
            && (self.plain(at - 1) && !self.nya(at - 1)
                || self.has(at - 1, Class::Stuff)
                || self.has(at - 1, Class::Preposition));
        let guess = verb.is_word() && verb.set.is_empty() && !possessed;
        (acts && !self.has(at.wrapping_sub(1), Class::Stuff) || behind_will || guess).then_some(Subject {
            who,
            first: at,
            end: at + 1,
        })
    }

    fn nya(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.lower.ends_with("nya"))
    }
}
