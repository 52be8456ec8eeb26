//! What a clause holds that tells a deed from a state: its verb, particles, days, who is named.

use super::lexicon::{Class, Order, Set};
use super::scan::{Sort, Unit};
use super::subject::{Subject, Who, next, passes};
use super::verdict::{Case, Commitment};

impl Commitment {
    /// To see to it that something does not come about.
    pub const fn to_spare(who: Who) -> Self {
        Self { who, hedged: false, needs_day: false, prepares: false, tells: false, spares: true }
    }
}

impl Case<'_> {
    /// Indonesian “sedang”: under way, nothing that is to come.
    pub(super) fn busy(&self) -> bool {
        self.is(Order::Tenseless) && self.any(Class::Going)
    }

    /// Whether a verb is a deed that support commits to by its mere present.
    pub(super) fn acts(&self, set: Set) -> bool {
        set.any(&[Class::Act, Class::Tell, Class::Prepare]) || self.particle(set)
    }

    pub(super) fn particle(&self, set: Set) -> bool {
        set.has(Class::Light) && self.any(Class::Particle)
    }

    pub(super) fn names_customer(&self) -> bool {
        self.units.iter().any(|unit| unit.set.any(&[Class::Customer, Class::You]))
    }

    /// Indonesian needs no “that”: “montirnya bilang akan selesai”.
    pub(super) fn hearsay(&self, subject: Subject) -> bool {
        let said =
            self.units.iter().position(|unit| unit.has(Class::Said) && !unit.set.any(&[Class::Vow, Class::Tell]));
        let will = self.units.iter().position(|unit| unit.has(Class::Will));
        self.is(Order::Tenseless)
            && !matches!(subject.who, Who::I | Who::We)
            && said.zip(will).is_some_and(|(said, will)| 0 < said && said < will)
    }

    /// Whether the verb is no deed: being, knowing, feeling, closing the shop.
    pub(super) fn idle(&self, verb: usize, will: bool) -> bool {
        let set = self.at(verb);
        let deed = set.any(&[Class::Act, Class::Tell, Class::Prepare]) || self.particle(set);
        // “we keep the shop open”, “we have a meeting”; but “we raise it when we meet”.
        if set.has(Class::Shut) && self.intransitive(verb) {
            return true;
        }
        if !set.has(Class::Shut)
            && self.any(Class::Shut)
            && !(deed && (will || !set.has(Class::Light) || self.particle(set)))
        {
            return true;
        }
        if set.has(Class::Have) {
            // “have it ready by Friday”; “we have a meeting” is a state, which the table calls Shut.
            return !(self.dated() || will || self.any(Class::Particle) || self.any(Class::Ready));
        }
        if set.has(Class::Be) {
            let busy = next(self.units, verb + 1).is_some_and(|(_, unit)| unit.set.any(&[Class::Going]));
            return !(busy || self.any(Class::Place) || self.any(Class::Ready) || self.any(Class::Particle));
        }
        // “we get it fixed”, “vi får den sendt”; but “we get new goods”.
        let done = self
            .units
            .iter()
            .skip(verb + 1)
            .any(|unit| unit.has(Class::Participle) && unit.has(Class::Act) || unit.has(Class::Ready));
        if done && set.any(&[Class::Get, Class::Take, Class::Light]) {
            return false;
        }
        set.any(&[Class::State, Class::Feel, Class::Said, Class::Take, Class::Must, Class::Hear]) && !deed
    }

    /// Whether nothing but the shop itself stands behind the verb: “we close at six”, not “we close your case”.
    pub(super) fn intransitive(&self, verb: usize) -> bool {
        if self.is(Order::Tenseless) {
            return !self.units.iter().take(verb).any(|unit| unit.is_word() && unit.set.is_empty());
        }
        let mut behind =
            self.units.iter().skip(verb + 1).filter(|unit| !passes(unit) && !unit.set.any(&[Class::I, Class::We]));
        behind.next().is_none_or(|unit| unit.set.any(&[Class::Preposition, Class::Role, Class::Stuff]))
    }

    /// Whether a thing stands between “have” and its day.
    pub(super) fn holds_something(&self, verb: usize) -> bool {
        let mut behind = self.units.iter().skip(verb + 1).filter(|unit| !unit.has(Class::You));
        // “you have until noon”.
        let only_time = behind.next().is_some_and(Unit::is_day);
        self.is(Order::VerbSecond)
            && !only_time
            && self
                .units
                .iter()
                .skip(verb + 1)
                .any(|unit| unit.is_word() && unit.set.is_empty() || unit.set.any(&[Class::It, Class::Place]))
    }

    /// “All the tenants, you too”, “every penny from us”: all and each of what is the customer's.
    pub(super) fn for_this_customer(&self, subject: Subject) -> bool {
        match subject.who {
            Who::You => self.any(Class::Me),
            who => who.ours() && self.dated() && self.names_customer(),
        }
    }

    pub(super) fn names_us(&self) -> bool {
        self.units.iter().any(|unit| unit.set.any(&[Class::Me, Class::Our, Class::Role]))
            || self.is(Order::Tenseless) && (self.any(Class::We) || self.any(Class::I))
    }

    /// Whether something is done to who stands first: “will be sent”, “blir sendt”, “sendes”, “dikirim”.
    pub(super) fn passive(&self, verb: usize) -> bool {
        if self.at(verb).has(Class::Passive) {
            return true;
        }
        let be = self.units.iter().position(|unit| unit.has(Class::Be) && !unit.set.any(&[Class::Past, Class::Is]));
        be.is_some_and(|be| self.units.iter().skip(be + 1).any(|unit| unit.has(Class::Participle)))
    }

    /// “Nothing is charged before …”, “we will not close your case until …”.
    pub(super) fn spares(&self) -> bool {
        // “We never send invoices by post” is how things are.
        let never = self.units.iter().any(|unit| matches!(unit.lower.as_str(), "never" | "aldri" | "aldrig"));
        let habit = never && !self.any(Class::Will);
        self.any(Class::Protect) && !habit && !self.any(Class::Can) && !self.any(Class::Would) && !self.any(Class::Vow)
    }

    /// Whether a day to come is named before a place, or an end: “Wednesday it is there already”.
    pub(super) fn later_before(&self, end: usize) -> bool {
        self.units.iter().enumerate().any(|(at, unit)| match unit.sort {
            Sort::Day { past: false, today: false, bound, .. } => bound || at < end,
            _ => false,
        })
    }

    pub(super) fn gone(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit.sort, Sort::Day { past: true, .. }))
    }

    pub(super) fn dated(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit.sort, Sort::Day { past: false, .. }))
    }

    /// English “we” takes the bare form of a verb.
    pub(super) fn speaks_plainly(&self, subject: Subject) -> bool {
        self.is(Order::SubjectFirst) && matches!(subject.who, Who::I | Who::We)
    }

    /// Whether a colleague is something rather than does something: Indonesian needs no verb for that.
    pub(super) fn stands(&self, subject: Subject, verb: usize) -> bool {
        let unknown = self.units.get(verb).filter(|unit| unit.is_word() && unit.set.is_empty());
        let acts = |unit: &Unit| ["me", "ber", "di"].iter().any(|prefix| unit.lower.starts_with(prefix));
        self.is(Order::Tenseless) && subject.who == Who::Ours && unknown.is_some_and(|unit| !acts(unit))
    }
}
