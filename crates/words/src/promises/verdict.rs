//! Whether a clause commits the business, taken by itself.

use super::clauses::Opener;
use super::lexicon::{Class, Lexicon, Order, Set};
use super::scan::Unit;
use super::subject::{self, Subject, Who, finite, next, passes};

/// What a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Somebody of the business commits themselves.
    Commits(Commitment),
    /// Vouches for what the clause behind it says, or the one before.
    Vouches,
    /// Takes back or only reports what the clause behind it says.
    Refuses,
    /// Says when something comes about; a promise beside it may mean that day.
    Tells,
    Nothing,
}

/// How somebody commits themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub who: Who,
    pub hedged: bool,
    /// Only with a day that some clause beside it names.
    pub needs_day: bool,
    /// What is done before the deed that counts: check, ask.
    pub prepares: bool,
    /// Tells the customer something.
    pub tells: bool,
    /// By not doing something; days in it say nothing.
    pub spares: bool,
}

/// What a clause leaves to one behind it that names nobody.
#[derive(Clone, Copy, Debug)]
pub struct Carry {
    pub who: Who,
    pub will: bool,
    /// Whether what was carried was itself no promise: “could”, “did”.
    pub dead: bool,
}

/// How the verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Will,
    Present,
    /// English “am sending”.
    Going,
    Past,
    /// None that says anything.
    Missing,
}

/// A clause to be judged.
pub struct Case<'s> {
    pub units: &'s [Unit],
    pub lexicon: &'s Lexicon,
    pub opener: Opener,
    pub carry: Option<Carry>,
    /// Whether a clause before it vouches for it.
    pub vouched: bool,
    /// Whether it is the first of its sentence.
    pub first: bool,
    /// Whether “they” are ours: a colleague was named last.
    pub about_ours: bool,
}

impl Case<'_> {
    pub(super) fn any(&self, class: Class) -> bool {
        self.units.iter().any(|unit| unit.has(class))
    }

    pub(super) fn at(&self, at: usize) -> Set {
        self.units.get(at).map(|unit| unit.set).unwrap_or_default()
    }

    pub(super) fn is(&self, order: Order) -> bool {
        self.lexicon.order() == order
    }

    /// What the clause says, and what it leaves to the next one.
    pub fn judge(&self) -> (Verdict, Option<Carry>) {
        let mut subject = subject::find(self.units, self.lexicon);
        if subject.who == Who::They {
            subject.who = if self.about_ours { Who::Ours } else { Who::Outside };
        }
        let carried = self.carry.filter(|_| self.continues(subject));
        if let Some(carry) = carried {
            subject.who = carry.who;
            // “could send and call”, but “have sent it and will call”.
            let revived = next(self.units, 0)
                .is_some_and(|(_, verb)| verb.set.any(&[Class::Will, Class::Present, Class::Passive]));
            if carry.dead && !revived {
                return (Verdict::Nothing, Some(carry));
            }
        }
        let (tense, verb) = self.verb(subject, carried.is_some_and(|carry| carry.will));
        let will = tense == Tense::Will;
        let dead = tense == Tense::Past || self.any(Class::Would) || self.any(Class::Can) || self.any(Class::Not);
        let leaves = (subject.who != Who::Nobody).then_some(Carry { who: subject.who, will, dead });
        (self.verdict(subject, tense, verb), leaves)
    }

    /// Whether the clause goes on with who acted before it: a verb stands first.
    fn continues(&self, subject: Subject) -> bool {
        if !matches!(self.opener, Opener::And | Opener::But | Opener::Plain | Opener::So) || self.any(Class::Request) {
            return false;
        }
        let Some((_, first)) = next(self.units, 0) else { return false };
        let verb = finite(first) || first.set.any(&[Class::Infinitive, Class::Going]);
        match subject.who {
            Who::Nobody => verb,
            // “and send you the parcel”: what stands behind a verb is acted on.
            Who::Thing | Who::Ours | Who::Name => verb && subject.first > 0 && self.is(Order::SubjectFirst),
            _ => false,
        }
    }

    fn verb(&self, subject: Subject, carried_will: bool) -> (Tense, usize) {
        let units = self.units;
        let within = |at: usize| subject.who != Who::Nobody && (subject.first..subject.end).contains(&at);
        let will = units.iter().position(|unit| unit.has(Class::Will));
        if let Some(will) = will {
            // The subject may stand between the two: “skal du ha”.
            let main = units.iter().enumerate().skip(will + 1).find(|(at, unit)| {
                let acted_on = unit.has(Class::Customer) && !unit.has(Class::Infinitive);
                !(passes(unit) || within(*at) || acted_on || unit.set.any(&[Class::Me, Class::Our]))
            });
            let alone = units.get(will).is_some_and(|unit| unit.set.any(&[Class::Infinitive, Class::Get]));
            return match main {
                Some((at, _)) => (Tense::Will, at),
                None if alone => (Tense::Present, will),
                None => (Tense::Missing, will),
            };
        }
        let Some((at, unit)) = self.beside(subject, within) else { return (Tense::Missing, 0) };
        let set = unit.set;
        let after = next(units, at + 1).filter(|(at, _)| !within(*at)).or_else(|| next(units, subject.end.max(at + 1)));
        if self.is(Order::Tenseless) {
            // “sudah kami kirim”; but “yang sudah dibayar kami kirim”.
            let from = if subject.who.ours() { subject.first.saturating_sub(1) } else { 0 };
            let gone = units.get(from..at).is_some_and(|units| units.iter().any(|unit| unit.has(Class::Past)));
            return (if gone && !self.later_before(at) { Tense::Past } else { Tense::Present }, at);
        }
        if set.has(Class::Have)
            && after.is_some_and(|(_, unit)| unit.has(Class::Participle) && !unit.has(Class::Present))
        {
            return (Tense::Past, at);
        }
        if set.has(Class::Be)
            && let Some((at, unit)) = after
        {
            if unit.has(Class::Going) {
                return (Tense::Going, at);
            }
            if set.has(Class::Past) && !set.has(Class::Present) {
                return (Tense::Past, at);
            }
        }
        if carried_will && set.has(Class::Infinitive) {
            return (Tense::Will, at);
        }
        let present = set.any(&[Class::Present, Class::Passive, Class::Be, Class::Have, Class::Vow, Class::Trust])
            || set.has(Class::Infinitive) && self.is(Order::SubjectFirst)
            || set.is_empty() && (self.lexicon.may_be_present(&unit.lower) || self.speaks_plainly(subject));
        match present {
            true if set.has(Class::Past) && !set.has(Class::Present) && !set.has(Class::Infinitive) => {
                (Tense::Past, at)
            }
            true => (Tense::Present, at),
            false if set.any(&[Class::Past, Class::Participle]) => (Tense::Past, at),
            false => (Tense::Missing, at),
        }
    }

    /// The verb beside who acts: behind them, or before where the language turns them round.
    fn beside(&self, subject: Subject, within: impl Fn(usize) -> bool) -> Option<(usize, &Unit)> {
        if subject.who == Who::Nobody {
            return next(self.units, 0);
        }
        if self.is(Order::Tenseless) {
            let mut behind = self.units.iter().enumerate().skip(subject.end);
            return behind.find(|(at, unit)| !passes(unit) && !unit.has(Class::Past) && !within(*at));
        }
        let verb_second = self.is(Order::VerbSecond);
        let before =
            subject.first.checked_sub(1).filter(|_| verb_second).and_then(|at| Some((at, self.units.get(at)?)));
        let verbal = |unit: &Unit| {
            finite(unit) || unit.is_word() && unit.set.is_empty() && self.lexicon.may_be_present(&unit.lower)
        };
        if let Some(before) = before.filter(|(_, unit)| verbal(unit)) {
            return Some(before);
        }
        // With an adverb between: “ringer derfor jeg”.
        next(self.units, subject.end).filter(|(at, _)| !within(*at))
    }

    fn verdict(&self, subject: Subject, tense: Tense, verb: usize) -> Verdict {
        let matrix = self.units.iter().any(|unit| unit.set.any(&[Class::Vow, Class::Trust]));
        let not = self.any(Class::Not);
        if not && !self.spares() || self.hearsay(subject) {
            return Verdict::Refuses;
        }
        if self.any(Class::Would) || self.gone() && tense != Tense::Will || tense == Tense::Past {
            return Verdict::Refuses;
        }
        if self.any(Class::Request) && !subject.who.ours() {
            return Verdict::Nothing;
        }
        let commitment = Commitment {
            who: subject.who,
            // Beside a future, “nok” assures: “skal nok”.
            hedged: self
                .units
                .iter()
                .any(|unit| unit.has(Class::Hedge) && !(unit.has(Class::Adverb) && tense == Tense::Will)),
            needs_day: false,
            prepares: self.at(verb).has(Class::Prepare),
            tells: self.any(Class::Tell) || self.any(Class::Particle),
            spares: not,
        };
        if not {
            return Verdict::Commits(commitment);
        }
        if self.any(Class::Habit)
            || self.any(Class::Automatic)
            || self.any(Class::Every) && tense == Tense::Present && !matrix && !self.for_this_customer(subject)
        {
            return Verdict::Nothing;
        }
        let lets = next(self.units, 0).is_some_and(|(_, unit)| unit.has(Class::Let));
        let verdict = match subject.who {
            _ if lets => self.nobodys(tense, verb, commitment),
            who if who.ours() => self.ours(subject, tense, verb, commitment),
            Who::You => self.customers(subject, tense, verb, commitment),
            Who::Thing => self.things(tense, verb, commitment),
            Who::Outside => Verdict::Nothing,
            _ => self.nobodys(tense, verb, commitment),
        };
        match verdict {
            Verdict::Nothing if matrix => Verdict::Vouches,
            Verdict::Nothing if self.dated() && subject.who != Who::Outside && !self.any(Class::Must) => Verdict::Tells,
            verdict => verdict,
        }
    }

    /// Somebody of the business acts.
    fn ours(&self, subject: Subject, tense: Tense, verb: usize, commitment: Commitment) -> Verdict {
        if self.any(Class::Can) || self.any(Class::Must) {
            return Verdict::Nothing;
        }
        let set = self.at(verb);
        let yes = Verdict::Commits(commitment);
        let named = set.any(&[Class::Tell, Class::Act]) && self.names_customer() || self.particle(set);
        if subject.who == Who::Name && !named {
            return self.things(tense, verb, commitment);
        }
        if set.has(Class::Vow) || self.units.iter().any(|unit| unit.has(Class::Vow)) && tense == Tense::Will {
            return self.vows(verb, commitment);
        }
        match tense {
            Tense::Missing | Tense::Past => Verdict::Nothing,
            Tense::Will if self.idle(verb, true) => Verdict::Nothing,
            Tense::Will => yes,
            Tense::Going if set.has(Class::State) => Verdict::Nothing,
            Tense::Going => self.with_a_day(set, commitment),
            Tense::Present if self.idle(verb, false) || self.stands(subject, verb) => Verdict::Nothing,
            Tense::Present => {
                let open = !self.is(Order::SubjectFirst) || set.has(Class::Trust);
                let named = self.units.get(subject.first..subject.end).is_some_and(|units| {
                    units
                        .iter()
                        .any(|unit| unit.set.any(&[Class::I, Class::We, Class::Role, Class::Someone, Class::Outside]))
                });
                if open && (named || subject.end == 0) && self.acts(set) && !self.any(Class::Gladly) && !self.busy() {
                    return yes;
                }
                self.with_a_day(set, commitment)
            }
        }
    }

    fn with_a_day(&self, set: Set, commitment: Commitment) -> Verdict {
        let deed = set.any(&[Class::Act, Class::Tell, Class::Prepare, Class::Light]) || set.is_empty();
        let soon = (self.any(Class::SameDay) || self.any(Class::Soon) && deed) && !self.any(Class::Gladly);
        if self.dated() || soon {
            return Verdict::Commits(commitment);
        }
        match self.any(Class::Gladly) {
            true => Verdict::Nothing,
            false => Verdict::Commits(Commitment { needs_day: true, ..commitment }),
        }
    }

    /// “I promise to call”, “we guarantee delivery by Friday”; the clause behind “that” is judged by itself.
    fn vows(&self, verb: usize, commitment: Commitment) -> Verdict {
        let rest = self.units.get(verb + 1..).unwrap_or_default();
        let deed = rest.iter().find(|unit| unit.has(Class::Infinitive) || finite(unit));
        match deed {
            Some(deed) if deed.set.any(&[Class::Feel, Class::You]) => Verdict::Nothing,
            Some(deed) if deed.has(Class::Infinitive) && !self.at(verb).has(Class::Trust) => {
                Verdict::Commits(commitment)
            }
            _ if self.dated() => Verdict::Commits(commitment),
            _ => Verdict::Vouches,
        }
    }

    /// The customer acts: gets something, or something is done for them.
    fn customers(&self, subject: Subject, tense: Tense, verb: usize, commitment: Commitment) -> Verdict {
        if self.any(Class::Expect) && self.names_us() && !self.any(Class::Must) {
            return Verdict::Commits(commitment);
        }
        if self.any(Class::Can) || self.any(Class::Must) || self.any(Class::Deadline) {
            return Verdict::Nothing;
        }
        let set = self.at(verb);
        let will = tense == Tense::Will;
        let due = will || self.dated() || self.names_us() || self.any(Class::Soon) || self.any(Class::SameDay);
        let passive = self.passive(verb)
            && self.units.iter().any(|unit| unit.set.any(&[Class::Act, Class::Tell, Class::Prepare]));
        let waits = next(self.units, subject.end.max(verb + 1)).is_some_and(|(_, unit)| {
            unit.has(Class::Infinitive) && !unit.has(Class::Participle) && set.has(Class::Get)
        });
        let gets = set.has(Class::Get) && (!waits || self.is(Order::Tenseless));
        let hears = set.has(Class::Hear) && self.names_us();
        let has = set.has(Class::Have) && (self.names_us() || will || self.dated() && self.holds_something(verb));
        let feels = set.has(Class::Feel) && !gets;
        if due && !feels && (gets || hears || has || passive) {
            return Verdict::Commits(Commitment { who: Who::We, ..commitment });
        }
        Verdict::Nothing
    }

    /// A thing acts, or something is done to it.
    fn things(&self, tense: Tense, verb: usize, commitment: Commitment) -> Verdict {
        if self.any(Class::Can) || self.any(Class::Must) || self.any(Class::Shut) {
            return Verdict::Nothing;
        }
        let set = self.at(verb);
        let due = tense == Tense::Will || self.dated() || self.any(Class::Soon) || self.any(Class::SameDay);
        let deed = |unit: &Unit| {
            unit.set.any(&[Class::Act, Class::Tell, Class::Prepare])
                && unit.set.any(&[Class::Participle, Class::Passive])
                && !unit.has(Class::State)
        };
        let done = self.passive(verb) && self.units.iter().any(deed);
        let stands =
            self.any(Class::Ready) || self.any(Class::Place) && set.any(&[Class::Be, Class::Arrive, Class::State]);
        let leaves = set.has(Class::Arrive) && !set.has(Class::Be) && (self.vouched || self.names_us());
        let vouched = self.vouched && self.dated() && !set.has(Class::Feel);
        if due && (done || stands && self.dated() || leaves || vouched) {
            return Verdict::Commits(Commitment { who: Who::We, ..commitment });
        }
        Verdict::Nothing
    }

    /// Nobody is named: “let me check”, “expect our answer”, “will call you tomorrow”, “sender den i dag”.
    fn nobodys(&self, tense: Tense, verb: usize, commitment: Commitment) -> Verdict {
        let mine = Commitment { who: Who::I, ..commitment };
        let set = self.at(verb);
        if self.any(Class::Let) {
            let deed = self
                .units
                .iter()
                .any(|unit| unit.set.any(&[Class::Act, Class::Tell, Class::Prepare]) || self.particle(unit.set));
            return if deed { Verdict::Commits(mine) } else { Verdict::Nothing };
        }
        if self.any(Class::Can) || self.any(Class::Must) {
            return Verdict::Nothing;
        }
        if self.any(Class::Expect) && self.names_us() {
            return Verdict::Commits(mine);
        }
        // Only who writes briefly leaves themselves out, and only at the start.
        if !self.first && !matches!(self.opener, Opener::Plain) {
            return Verdict::Nothing;
        }
        let deed = self.acts(set);
        let soon = self.dated() || self.any(Class::Soon);
        match (self.lexicon.order(), tense) {
            (Order::SubjectFirst, Tense::Will) if deed => Verdict::Commits(mine),
            (Order::SubjectFirst, _) if set.has(Class::Going) && deed && soon => Verdict::Commits(mine),
            (Order::VerbSecond, Tense::Present)
                if set.has(Class::Present) && deed && (soon || self.names_customer()) =>
            {
                Verdict::Commits(mine)
            }
            (Order::VerbSecond, Tense::Will) if deed && (soon || self.names_customer()) => Verdict::Commits(mine),
            (Order::Tenseless, _) if set.has(Class::Passive) && deed && (soon || tense == Tense::Will) => {
                Verdict::Commits(Commitment { who: Who::We, ..commitment })
            }
            (Order::Tenseless, Tense::Will) if deed => Verdict::Commits(mine),
            _ => Verdict::Nothing,
        }
    }
}
