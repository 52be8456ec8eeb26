//! Days by their names: tomorrow, Friday, next Friday, this week, a month's end, Christmas Eve, week 49.

use jiff::civil::Date;

use super::atoms::{Atom, Unit};
use super::calendar::{feast, gone, in_week, month, plus, plus_months, upcoming, week, weekday_of, workdays};
use super::lengths::{Length, Reach};
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

    fn gone_by(mut self) -> Self {
        self.past = true;
        self
    }

    fn by(mut self) -> Self {
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
    fn near(&self, at: usize) -> Read {
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

    fn weekday(&self, at: usize, link: &Link) -> Read {
        let one = |date: Option<Date>, sort: Sort, end: usize| Some((Days::one(date?, sort), end));
        let turned = |at: usize| matches!(self.atom(at), Some(Atom::This | Atom::Next | Atom::Coming | Atom::Last));
        match self.atom(at)? {
            Atom::Gonesday(day) => return one(gone(self.today, day), Sort::Other, at + 1).map(|(days, end)| (days.gone_by(), end)),
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
                // Only with its date: alone it is a habit or a story.
                let dated = self.is(at + 1, Atom::The) || self.number(at + 1).is_some() || self.atom(at + 1) == Some(Atom::Coming);
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
        one(upcoming(self.today, day), Sort::Weekday(day), end)
    }

    /// The name of a weekday; a short one only where it can be no other word.
    fn weekday_name(&self, at: usize, link: &Link) -> Option<(i8, usize)> {
        match self.atom(at)? {
            Atom::Weekday(day) => Some((day, at + 1)),
            Atom::Short(day) => {
                let dot = self.past(at + 1, self.is_mark(at + 1, &['.']) && self.goes_on_dot(at + 1));
                let next = self.past(dot, self.is_mark(dot, &[',']));
                let next = self.past(next, matches!(self.atom(next), Some(Atom::The | Atom::DateMark)));
                let dated = self.number(next).is_some_and(|number| !number.coded) || matches!(self.atom(next), Some(Atom::Month(_)));
                let timed = matches!(self.atom(dot), Some(Atom::At | Atom::MaybeAt | Atom::Jam)) && self.number(dot + 1).is_some();
                (dated || timed || dot > at + 1 && link.leads()).then_some((day, dot))
            }
            // “hari Minggu” is a phrase of its own; here a capital tells the day from the week.
            Atom::Minggu if link.leads() || link.is_bare() => {
                let comma = self.is_mark(at + 1, &[',']) && self.number(at + 2).is_some() || self.number(at + 1).is_some_and(|number| number.whole().is_some());
                let day = self.is_name(at) && !matches!(self.atom(at + 1), Some(Atom::Last | Atom::Hence)) || comma;
                day.then_some((6, at + 1))
            }
            _ => None,
        }
    }

    fn goes_on_dot(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued)
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

    /// “this week”, “minggu depan”, “within the month”, “the next working day”.
    fn stretch(&self, at: usize, link: &Link) -> Read {
        let turn = |at: usize| self.atom(at).filter(|atom| matches!(atom, Atom::This | Atom::Next | Atom::Coming | Atom::Last | Atom::Later));
        let later = self.past(at, self.is(at, Atom::Later));
        // “senere i uken”
        if later > at
            && self.is(later, Atom::On)
            && let Some(Atom::TheUnit(unit)) = self.atom(later + 1)
        {
            return self.unit_turned(Atom::This, unit, later + 2);
        }
        // “første virkedag”
        if self.is(at, Atom::Ordinal(1)) && self.unit(at + 1) == Some(Unit::Workday) {
            return self.unit_turned(Atom::Next, Unit::Workday, at + 2);
        }
        if let Some((turn, unit)) = turn(later).zip(self.unit(later + 1)) {
            let unit = if self.is(later + 1, Atom::Days) { return self.some_days(later + 2) } else { unit };
            return self.unit_turned(turn, unit, later + 2);
        }
        if let Some((unit, turn)) = self.unit(at).zip(turn(at + 1)) {
            return self.unit_turned(turn, unit, at + 2);
        }
        // “vecka 49”, “minggu ke-49”
        let number = self.past(at + 1, self.is(at + 1, Atom::Ordinal(0)) || self.is_mark(at + 1, &['.', '-']));
        let number = self.past(number, self.is_mark(number, &['-']));
        if self.unit(at) == Some(Unit::Week)
            && let Some(count) = self.number(number).and_then(|number| number.whole())
            && self.unit(number + 1).is_none()
        {
            let (first, last) = week(self.today, i8::try_from(count).ok()?, None)?;
            return Some((Days::range(first, last, Sort::Week), number + 1));
        }
        // “during the day”, “innen uken”, “before the month is out”, “under veckan”
        let unit = match self.atom(at)? {
            Atom::TheUnit(unit) => unit,
            Atom::Unit(unit) if link.the || link.during && self.lexicon.table.qualifies_after => unit,
            _ => return None,
        };
        let led = link.during || link.bound.is_some() || link.ahead || link.after || unit == Unit::Weekend && link.leads();
        if !led || unit == Unit::Workday {
            return None;
        }
        if unit == Unit::Hour {
            let reach = Length::one(unit).reach(self.now, self.today, false)?;
            return Some((from_reach(reach, Sort::Other), at + 1));
        }
        if unit == Unit::Weekend && link.after {
            return Some((Days::one(upcoming(self.today, 0)?, Sort::Other).but(Sure::Likely), at + 1));
        }
        let (days, end) = self.unit_turned(Atom::This, unit, at + 1)?;
        let keeps = unit == Unit::Weekend;
        Some((if keeps { days } else { days.by() }, end))
    }

    fn some_days(&self, end: usize) -> Read {
        let last = plus(self.today, 3)?;
        Some((Days::range(self.today, last, Sort::Other).but(Sure::Ask), end))
    }

    fn unit_turned(&self, turn: Atom, unit: Unit, end: usize) -> Read {
        let (today, back) = (self.today, turn == Atom::Last);
        let step: i64 = match turn {
            Atom::Last => -1,
            Atom::This | Atom::Later => 0,
            _ => 1,
        };
        let days = match unit {
            Unit::Day if step == 0 => Days::one(today, Sort::Near),
            Unit::Workday => Days::one(workdays(today, step.abs().max(1) * if back { -1 } else { 1 })?, Sort::Other),
            // The working week ends on Friday; who means Sunday is heard as well.
            Unit::Week => {
                let (friday, sunday) = (in_week(today, step, 4)?, in_week(today, step, 6)?);
                let first = if step == 0 { today } else { in_week(today, step, 0)? };
                let mut days = Days::range(first, if friday < first { sunday } else { friday }, Sort::Week).but(Sure::Likely);
                days.also.extend((days.last != sunday).then_some(sunday));
                days
            }
            Unit::Weekend => Days::range(in_week(today, step, 5)?.max(if step == 0 { today } else { Date::MIN }), in_week(today, step, 6)?, Sort::Other),
            Unit::Month => {
                let first = plus_months(today.first_of_month(), step)?;
                Days::range(if step == 0 { today } else { first }, first.last_of_month(), Sort::Other)
            }
            Unit::Year => {
                let first = plus_months(today.first_of_year(), 12 * step)?;
                Days::range(if step == 0 { today } else { first }, first.last_of_year(), Sort::Other)
            }
            _ => return None,
        };
        Some((if back { days.gone_by() } else { days }, end))
    }

    /// The end, beginning or middle of a week, a month, a year.
    fn edge(&self, at: usize) -> Read {
        // “månadens slut”
        if let (Some(Atom::OfUnit(unit) | Atom::Unit(unit)), Some(Atom::End)) = (self.atom(at), self.atom(at + 1)) {
            let (days, end) = self.unit_turned(Atom::This, unit, at + 2)?;
            return Some((self.at_edge(Atom::End, days, unit)?, end));
        }
        let edge = self.atom(at).filter(|atom| matches!(atom, Atom::End | Atom::Start | Atom::Mid))?;
        let mut next = at + 1;
        while (matches!(self.atom(next), Some(Atom::Of | Atom::On | Atom::The | Atom::DateMark)) || self.is_mark(next, &['-'])) && next < at + 4 {
            next += 1;
        }
        if let Some(Atom::Month(number)) = self.atom(next) {
            let (year, end) = self.year(next + 1);
            let (first, last) = month(self.today, number, year)?;
            return Some((self.at_edge(edge, Days::range(first, last, Sort::Other), Unit::Month)?, end));
        }
        if let Some(Atom::Day(_)) = self.atom(next) {
            return self.near(next).map(|(days, end)| (days.by(), end));
        }
        if let Some((turn, unit)) = self.atom(next).zip(self.unit(next + 1))
            && matches!(turn, Atom::This | Atom::Next | Atom::Coming)
        {
            let (days, end) = self.unit_turned(turn, unit, next + 2)?;
            return Some((self.at_edge(edge, days, unit)?, end));
        }
        let unit = match (self.unit(next), self.atom(next)) {
            (Some(Unit::Workday), _) => Unit::Day,
            (Some(unit), _) | (None, Some(Atom::OfUnit(unit))) => unit,
            _ => return None,
        };
        let turn = self.atom(next + 1).filter(|atom| matches!(atom, Atom::This | Atom::Next));
        let (days, end) = self.unit_turned(turn.unwrap_or(Atom::This), unit, next + 1 + usize::from(turn.is_some()))?;
        Some((self.at_edge(edge, days, unit)?, end))
    }

    fn at_edge(&self, edge: Atom, days: Days, unit: Unit) -> Option<Days> {
        let Days { first, last, .. } = days;
        let of = |first: Date, last: Date| Days { first, last, ..days.clone() };
        Some(match (edge, unit) {
            (Atom::End, _) => of(last, last).by(),
            (Atom::Start, Unit::Week) => of(first, plus(first, 1)?).but(Sure::Ask),
            (Atom::Start, Unit::Month) => of(first, plus(first.first_of_month(), 9)?.max(first)).but(Sure::Ask),
            (Atom::Start, Unit::Year) => of(first, plus(first.first_of_year(), 30)?.max(first)).but(Sure::Ask),
            (Atom::Mid, Unit::Week) => Days::one(plus(last, 2 - i64::from(weekday_of(last)))?, Sort::Other).but(Sure::Ask),
            (Atom::Mid, Unit::Month) => {
                let middle = plus(last.first_of_month(), 14)?;
                Days::one(if middle < self.today { plus_months(middle, 1)? } else { middle }, Sort::Other).but(Sure::Ask)
            }
            _ => return None,
        })
    }

    /// Lengths: in three days, within two hours, two days ago, a week from Friday.
    fn counted_days(&self, at: usize, link: &Link) -> Read {
        // “the next two days”
        let next = self.past(at, matches!(self.atom(at), Some(Atom::Next | Atom::Coming)));
        let (length, end) = self.length(next)?;
        let after = self.lexicon.table.qualifies_after;
        if self.is(end, Atom::Ago) || after && self.is(end, Atom::Last) {
            let reach = length.reach(self.now, self.today, true)?;
            return Some((from_reach(reach, Sort::Other).gone_by(), end + 1));
        }
        if let Some((days, end)) = self.from_there(length, end) {
            return Some((days, end));
        }
        let hence = self.is(end, Atom::Hence) || after && self.is(end, Atom::Next);
        let twice = self.number(next).is_some_and(|number| number.signs.iter().any(|sign| matches!(sign, 'x' | 'X' | '×')));
        let ahead = link.ahead || link.bound.is_some() && !link.until || hence || twice || next > at && link.the && link.leads();
        if !ahead || link.since || link.after {
            return None;
        }
        let end = self.past(end, hence);
        let weeks = match length.unit {
            Unit::Week => Some(1),
            _ => None,
        };
        let reach = length.reach(self.now, self.today, false)?;
        let sort = weeks.map_or(Sort::Other, |_| Sort::Weeks((reach.date.since(self.today).map_or(0, |span| i64::from(span.get_days()))) / 7));
        let sort = if length.unit == Unit::Fortnight || length.unit == Unit::Day && reach.date == plus(self.today, 14)? { Sort::Weeks(2) } else { sort };
        let mut days = from_reach(reach, sort);
        if link.bound.is_some() || link.during || next > at {
            days.bound = Some(Bound::Within);
        }
        Some((if length.few { days.but(Sure::Ask) } else { days }, end))
    }

    /// “a week from today”, “two weeks from Monday”, “a week on Friday”.
    fn from_there(&self, length: Length, at: usize) -> Read {
        let from = self.past(at, matches!(self.atom(at), Some(Atom::From | Atom::On | Atom::After)));
        if length.on_the_clock() || from == at && !self.is(at, Atom::Day(0)) {
            return None;
        }
        let (start, end) = self.near(from).or_else(|| self.weekday(from, &Link { on: true, ..Link::default() }))?;
        (!start.past).then_some(())?;
        let reach = length.reach(self.now, start.first, false)?;
        Some((from_reach(reach, Sort::Other), end))
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

fn from_reach(reach: Reach, sort: Sort) -> Days {
    let mut days = Days::one(reach.date, sort);
    days.reach = Some(reach);
    days
}
