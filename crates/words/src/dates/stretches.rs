//! Stretches of days: this week, next month, week 49, a month's end, the last working day, the weekend.

use jiff::civil::Date;

use super::atoms::{Atom, Unit};
use super::calendar::{in_week, month, plus, plus_months, upcoming, week, weekday_of, workdays};
use super::days::{Days, Sort};
use super::lengths::{Length, from_reach};
use super::links::Link;
use super::reader::Reader;
use super::scan::Number;
use super::when::Sure;

type Read = Option<(Days, usize)>;

impl Reader<'_> {
    /// “this week”, “minggu depan”, “within the month”, “the next working day”.
    pub fn stretch(&self, at: usize, link: &Link) -> Read {
        let turn = |at: usize| {
            self.atom(at)
                .filter(|atom| matches!(atom, Atom::This | Atom::Next | Atom::Coming | Atom::Last | Atom::Later))
        };
        let later = self.past(at, self.is(at, Atom::Later));
        // “senere i uken”, “nu i veckan”
        let soon = self.past(at, matches!(self.atom(at), Some(Atom::Later | Atom::Coming)));
        if soon > at
            && self.is(soon, Atom::On)
            && let Some(Atom::TheUnit(unit)) = self.atom(soon + 1)
        {
            return self.unit_turned(Atom::This, unit, soon + 2);
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
            let (first, mut last) = week(self.today, i8::try_from(count).ok()?, None)?;
            let mut end = number + 1;
            // “uke 49 eller 50”
            if (matches!(self.atom(end), Some(Atom::Or | Atom::And | Atom::Until | Atom::To))
                || self.is_mark(end, &['-', '–']))
                && let Some(later) = self.number(end + 1).and_then(Number::whole)
                && self.unit(end + 2).is_none()
                && let Some((_, later)) = i8::try_from(later).ok().and_then(|later| week(first, later, None))
            {
                (last, end) = (later, end + 2);
            }
            return Some((Days::range(first, last, Sort::Week), end));
        }
        // “vecka 49–50”
        if self.unit(at) == Some(Unit::Week)
            && let Some(((early, _), '-', (later, _))) = self.number(number).and_then(Number::pair)
        {
            let (first, _) = week(self.today, i8::try_from(early).ok()?, None)?;
            let (_, last) = week(first, i8::try_from(later).ok()?, None)?;
            return Some((Days::range(first, last, Sort::Week), number + 1));
        }
        if let Some(Atom::NextUnit(unit)) = self.atom(at) {
            return self.unit_turned(Atom::Next, unit, at + 1);
        }
        // “the week of December 7”
        if self.unit(at) == Some(Unit::Week) && matches!(self.atom(at + 1), Some(Atom::Of | Atom::From | Atom::Start)) {
            let (link, date) = self.link(at + 2);
            if let Some((days, end)) = self.written_date(date, &link)
                && days.sort == Sort::Full
            {
                return Some((
                    Days::range(in_week(days.first, 0, 0)?, in_week(days.first, 0, 4)?, Sort::Week).but(Sure::Likely),
                    end,
                ));
            }
        }
        // “during the day”, “innen uken”, “before the month is out”, “under veckan”
        let unit = match self.atom(at)? {
            Atom::TheUnit(unit) => unit,
            Atom::Unit(unit) if link.the || link.during && self.lexicon.table.qualifies_after => unit,
            _ => return None,
        };
        let led =
            link.during || link.bound.is_some() || link.ahead || link.after || unit == Unit::Weekend && link.leads();
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

    pub fn unit_turned(&self, turn: Atom, unit: Unit, end: usize) -> Read {
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
                let mut days =
                    Days::range(first, if friday < first { sunday } else { friday }, Sort::Week).but(Sure::Likely);
                days.also.extend((days.last != sunday).then_some(sunday));
                days
            }
            Unit::Weekend => Days::range(
                in_week(today, step, 5)?.max(if step == 0 { today } else { Date::MIN }),
                in_week(today, step, 6)?,
                Sort::Other,
            ),
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
    pub fn edge(&self, at: usize) -> Read {
        // “månadens slut”
        if let (Some(Atom::OfUnit(unit) | Atom::Unit(unit)), Some(Atom::End)) = (self.atom(at), self.atom(at + 1)) {
            let (days, end) = self.unit_turned(Atom::This, unit, at + 2)?;
            return Some((self.at_edge(Atom::End, days, unit)?, end));
        }
        if let Some(found) = self.placed_in(at) {
            return Some(found);
        }
        let edge = self.atom(at).filter(|atom| matches!(atom, Atom::End | Atom::Start | Atom::Mid))?;
        let mut next = at + 1;
        while (matches!(self.atom(next), Some(Atom::Of | Atom::On | Atom::The | Atom::DateMark))
            || self.is_mark(next, &['-']))
            && next < at + 4
        {
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

    /// “the last working day of the month”, “the first week of December”.
    fn placed_in(&self, at: usize) -> Read {
        let place = |at: usize| match self.atom(at)? {
            Atom::Last => Some(0),
            Atom::Ordinal(place @ 1..=4) => Some(place),
            _ => None,
        };
        // “minggu pertama Januari”
        let after = self.lexicon.table.qualifies_after;
        let (place, unit) = if after { (place(at + 1)?, at) } else { (place(at)?, at + 1) };
        let unit = self.unit(unit).filter(|unit| matches!(unit, Unit::Day | Unit::Workday | Unit::Week))?;
        let of = |at: usize| matches!(self.atom(at), Some(Atom::Of | Atom::On | Atom::In));
        let mut next = self.past(at + 2, of(at + 2));
        next = self.past(next, self.is(next, Atom::The));
        let named =
            after && self.unit(next) == Some(Unit::Month) && matches!(self.atom(next + 1), Some(Atom::Month(_)));
        next = self.past(next, named);
        let (days, end) = if let Some(Atom::Month(number)) = self.atom(next) {
            let (first, last) = month(self.today, number, None)?;
            (Days::range(first, last, Sort::Other), next + 1)
        } else if let Some((turn, Unit::Month)) = self.atom(next).zip(self.unit(next + 1)) {
            self.unit_turned(turn, Unit::Month, next + 2)?
        } else if after && self.unit(next) == Some(Unit::Month) {
            self.unit_turned(self.atom(next + 1)?, Unit::Month, next + 2)?
        } else if of(at + 2) && self.unit(next) == Some(Unit::Month) {
            self.unit_turned(Atom::This, Unit::Month, next + 1)?
        } else {
            return None;
        };
        let month = days.first.first_of_month();
        let days = match (unit, place) {
            (Unit::Week, 1..) => {
                let middle = plus(month, 7 * i64::from(place) - 4)?;
                Days::range(in_week(middle, 0, 0)?.max(month), in_week(middle, 0, 4)?, Sort::Week).but(Sure::Ask)
            }
            (Unit::Week, _) => Days::range(plus(days.last, -6)?, days.last, Sort::Week).but(Sure::Ask),
            (Unit::Day, 0) => Days::one(days.last, Sort::Other),
            (Unit::Workday, 0) => Days::one(workdays(days.last.tomorrow().ok()?, -1)?, Sort::Other),
            (Unit::Workday, place) => Days::one(workdays(month.yesterday().ok()?, i64::from(place))?, Sort::Other),
            (_, place) => Days::one(plus(month, i64::from(place) - 1)?, Sort::Other),
        };
        Some((days, end))
    }

    fn at_edge(&self, edge: Atom, days: Days, unit: Unit) -> Option<Days> {
        let Days { first, last, .. } = days;
        let of = |first: Date, last: Date| Days { first, last, ..days.clone() };
        Some(match (edge, unit) {
            (Atom::End, Unit::Day) => Days { sort: Sort::DayEnd, ..days }.by(),
            (Atom::End, _) => of(last, last).by(),
            (Atom::Start, Unit::Week) => of(first, plus(first, 1)?).but(Sure::Ask),
            (Atom::Start, Unit::Month) => of(first, plus(first.first_of_month(), 9)?.max(first)).but(Sure::Ask),
            (Atom::Start, Unit::Year) => of(first, plus(first.first_of_year(), 30)?.max(first)).but(Sure::Ask),
            (Atom::Mid, Unit::Week) => {
                Days::one(plus(last, 2 - i64::from(weekday_of(last)))?, Sort::Other).but(Sure::Ask)
            }
            (Atom::Mid, Unit::Month) => {
                let middle = plus(last.first_of_month(), 14)?;
                Days::one(if middle < self.today { plus_months(middle, 1)? } else { middle }, Sort::Other)
                    .but(Sure::Ask)
            }
            _ => return None,
        })
    }
}
