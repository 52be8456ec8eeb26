//! Days by their names: tomorrow, Friday, next Friday, this week, a month's end, Christmas Eve, week 49.

use jiff::civil::Date;

use super::atoms::{Atom, Unit};
use super::calendar::{feast, gone, in_week, plus, upcoming, weekday_of};
use super::lengths::Reach;
use super::links::Link;
use super::reader::Reader;
use super::when::{Bound, Part, Sure};

/// A day or a stretch of days that was read.
#[derive(Clone, Debug)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Last days of other readings.
    pub also: Vec<Date>,
    /// How sure.
    pub sure: Sure,
    /// Gone by.
    pub past: bool,
    /// A bound that the words themselves bear.
    pub bound: Option<Bound>,
    /// Where it is counted on the clock, and from now.
    pub reach: Option<Reach>,
    /// A part of the day in the same words.
    pub part: Option<Part>,
    /// What sort of words.
    pub sort: Sort,
}

/// What sort of words named the day; it decides what it joins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A weekday alone.
    Weekday(i8),
    /// The number of a day without a month.
    Number,
    /// Day and month.
    Full,
    /// Today, tomorrow.
    Near,
    /// A week.
    Week,
    /// A length of whole weeks.
    Weeks(i64),
    /// A day's end, whichever day stands beside it.
    DayEnd,
    /// Anything else.
    Other,
}

impl Days {
    /// One day.
    pub fn one(date: Date, sort: Sort) -> Self {
        Self::range(date, date, sort)
    }

    /// Several days.
    pub fn range(first: Date, last: Date, sort: Sort) -> Self {
        let (also, sure) = (Vec::new(), Sure::Certain);
        Self { first, last, also, sure, past: false, bound: None, reach: None, part: None, sort }
    }

    /// The same, less sure.
    #[must_use]
    pub fn but(mut self, sure: Sure) -> Self {
        self.sure = self.sure.min(sure);
        self
    }

    /// The same, gone by.
    #[must_use]
    pub fn gone_by(mut self) -> Self {
        self.past = true;
        self
    }

    /// The same, as a last day.
    #[must_use]
    pub fn by(mut self) -> Self {
        self.bound = Some(Bound::By);
        self
    }
}

type Read = Option<(Days, usize)>;

impl Reader<'_> {
    /// The day at a position after the small words before it, and the position after it.
    pub fn day(&self, at: usize, link: &Link) -> Read {
        self.written_date(at, link)
            .or_else(|| self.near(at))
            .or_else(|| self.weekday(at, link))
            .or_else(|| self.edge(at))
            .or_else(|| self.stretch(at, link))
            .or_else(|| self.counted_days(at, link))
            .or_else(|| self.named(at, link))
    }

    /// Today, tomorrow, tonight, this afternoon.
    pub fn near(&self, at: usize) -> Read {
        let day = |days: i32| plus(self.today, i64::from(days));
        let part = |days: i32, part: Part, past: bool, end: usize| {
            let mut found = Days::one(day(days)?, Sort::Near);
            (found.part, found.past) = (Some(part), past);
            Some((found, end))
        };
        match (self.atom(at)?, self.atom(at + 1)) {
            (Atom::Day(days), _) => {
                let mut found = Days::one(day(days)?, Sort::Near);
                found.past = days < 0;
                Some((found, at + 1))
            }
            (Atom::DayPart(days, named), _) => part(days, named, days < 0, at + 1),
            (Atom::Gone(days, named), _) => part(days, named, true, at + 1),
            // “this evening”, “sore ini”, “nanti sore”, “later today”
            (Atom::This | Atom::Later | Atom::Coming, Some(Atom::Part(named))) => {
                part(0, named, false, self.past(at + 2, self.is(at + 2, Atom::This)))
            }
            (Atom::Part(named), Some(Atom::This)) => part(0, named, false, at + 2),
            (Atom::Later | Atom::Start, Some(Atom::Day(_) | Atom::DayPart(..))) => self.near(at + 1),
            _ => None,
        }
    }

    pub fn weekday(&self, at: usize, link: &Link) -> Read {
        let one = |date: Option<Date>, sort: Sort, end: usize| Some((Days::one(date?, sort), end));
        let turned = |at: usize| matches!(self.atom(at), Some(Atom::This | Atom::Next | Atom::Coming | Atom::Last));
        match self.atom(at)? {
            Atom::Gonesday(day) => {
                return one(gone(self.today, day), Sort::Other, at + 1).map(|(days, end)| (days.gone_by(), end));
            }
            atom @ (Atom::This | Atom::Next | Atom::Coming | Atom::Last) => {
                let mut name = at + 1;
                while name < at + 3 && matches!(self.atom(name), Some(Atom::On | Atom::Coming | Atom::Until)) {
                    name += 1;
                }
                let atom = if self.is(at + 1, Atom::Coming) { Atom::Coming } else { atom };
                let (day, end) = self.weekday_name(name, link)?;
                return self.turned(atom, day, end);
            }
            Atom::TheWeekday(day) => {
                // Only with its date or in the course of it: alone it is a habit or a story.
                let dated = link.during
                    || link.bound.is_some()
                    || self.is(at + 1, Atom::The)
                    || self.number(at + 1).is_some()
                    || self.atom(at + 1) == Some(Atom::Coming);
                return dated.then(|| one(upcoming(self.today, day), Sort::Weekday(day), at + 1))?;
            }
            _ => {}
        }
        let (day, end) = self.weekday_name(at, link)?;
        // “Jumat depan”, “fredag næste”; a week after it is another word's.
        if turned(end) && self.unit(end + 1).is_none() && self.lexicon.table.qualifies_after {
            return self.turned(self.atom(end)?, day, end + 1);
        }
        if link.since {
            return one(gone(self.today, day), Sort::Weekday(day), end).map(|(days, end)| (days.gone_by(), end));
        }
        // “Friday week”
        if self.lexicon.table.month_before_day
            && self.is(end, Atom::Unit(Unit::Week))
            && self.atom(end + 1).is_none()
            && self.number(end + 1).is_none()
        {
            return one(plus(upcoming(self.today, day)?, 7), Sort::Other, end + 1);
        }
        one(upcoming(self.today, day), Sort::Weekday(day), end)
    }

    /// The name of a weekday; a short one only where it can be no other word.
    fn weekday_name(&self, at: usize, link: &Link) -> Option<(i8, usize)> {
        match self.atom(at)? {
            // “The Monday Company”
            Atom::Weekday(_) if self.follows(at, Atom::The) && self.is_word_name(at + 1) => None,
            Atom::Weekday(day) => Some((day, at + 1)),
            Atom::Short(day) => {
                let dot = self.past(at + 1, self.is_mark(at + 1, &['.']) && self.is_glued(at + 1));
                let next = self.past(dot, self.is_mark(dot, &[',']));
                let next = self.past(next, matches!(self.atom(next), Some(Atom::The | Atom::DateMark)));
                let dated = self.number(next).is_some_and(|number| !number.coded)
                    || matches!(self.atom(next), Some(Atom::Month(_)));
                let timed = matches!(self.atom(dot), Some(Atom::At | Atom::MaybeAt | Atom::Jam))
                    && self.number(dot + 1).is_some();
                (dated || timed || dot > at + 1 && link.leads()).then_some((day, dot))
            }
            // “hari Minggu” is a phrase of its own; here a capital tells the day from the week.
            Atom::Minggu if link.leads() || link.is_bare() => {
                let comma = self.is_mark(at + 1, &[',']) && self.number(at + 2).is_some()
                    || self.number(at + 1).is_some_and(|number| number.whole().is_some());
                let day = matches!(self.atom(at + 1), Some(Atom::Part(_)))
                    || self.is_name(at) && !matches!(self.atom(at + 1), Some(Atom::Last | Atom::Hence))
                    || comma;
                day.then_some((6, at + 1))
            }
            _ => None,
        }
    }

    /// “next Friday”: the following week's, and perhaps the nearer one.
    fn turned(&self, turn: Atom, day: i8, end: usize) -> Read {
        let near = upcoming(self.today, day)?;
        let found = match turn {
            Atom::Last => Days::one(gone(self.today, day)?, Sort::Other).gone_by(),
            Atom::Next => {
                let mut found = Days::one(in_week(self.today, 1, day)?, Sort::Other).but(Sure::Ask);
                let other = if near == found.first { plus(near, 7)? } else { near };
                found.also.push(other);
                found
            }
            Atom::This if weekday_of(self.today) == day => Days::one(self.today, Sort::Other).but(Sure::Ask),
            _ => Days::one(near, Sort::Other),
        };
        Some((found, end))
    }

    /// Christmas Eve; New Year where a preposition tells it from a wish.
    fn named(&self, at: usize, link: &Link) -> Read {
        let day = match self.atom(at)? {
            Atom::Feast(day) => day,
            Atom::ShyFeast(day) if link.leads() => day,
            _ => return None,
        };
        Some((Days::one(feast(self.today, day)?, Sort::Other), at + 1))
    }
}
