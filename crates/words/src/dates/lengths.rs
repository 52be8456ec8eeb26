//! Lengths: three days, one and a half hours, 2–3 weeks, the next two days; and what they lead to from now.

use jiff::civil::Date;
use jiff::{SignedDuration, Zoned};

use super::atoms::{Atom, Unit};
use super::calendar::{plus, plus_months, workdays};
use super::days::{Days, Sort};
use super::reader::Reader;
use super::scan::Number;

/// So many halves of a unit, and perhaps minutes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    halves: u32,
    /// The unit.
    pub unit: Unit,
    more_minutes: u32,
    /// Nobody counted it: “a couple of”.
    pub few: bool,
}

/// Where a length leads to.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The day.
    pub date: Date,
    /// The moment, where it is counted on the clock.
    pub exact: Option<Zoned>,
}

impl Length {
    /// One of a unit.
    pub const fn one(unit: Unit) -> Self {
        Self { halves: 2, unit, more_minutes: 0, few: false }
    }

    /// Where it leads to, counted from now or from a day; back when `back`. Minutes and hours are real ones.
    pub fn reach(self, now: &Zoned, from: Date, back: bool) -> Option<Reach> {
        let sign = if back { -1 } else { 1 };
        let halves = i64::from(self.halves);
        let whole = || (halves % 2 == 0).then_some(sign * halves / 2);
        let minutes = |unit: i64| sign * (halves * unit / 2 + i64::from(self.more_minutes));
        let clock = |minutes: i64| {
            let exact = now.checked_add(SignedDuration::from_mins(minutes)).ok()?;
            Some(Reach { date: exact.date(), exact: Some(exact) })
        };
        let date = match self.unit {
            Unit::Minute => return clock(minutes(1)),
            Unit::Quarter => return clock(minutes(15)),
            Unit::Hour => return clock(minutes(60)),
            Unit::Round => return clock(minutes(24 * 60)),
            // A day and a half is two, half a week four: what is promised for a day lasts until it ends.
            Unit::Day => plus(from, sign * half_up(halves)),
            Unit::Week => plus(from, sign * half_up(7 * halves)),
            Unit::Fortnight => plus(from, sign * 7 * halves),
            Unit::Workday => workdays(from, sign * half_up(halves)),
            Unit::Month => match whole() {
                Some(months) => plus_months(from, months),
                None => plus(plus_months(from, sign * halves / 2)?, sign * 15),
            },
            Unit::Year => plus_months(from, sign * 6 * halves),
            Unit::Weekend => None,
        };
        Some(Reach { date: date?, exact: None })
    }

    /// Whether it is counted on the clock.
    pub const fn on_the_clock(self) -> bool {
        matches!(self.unit, Unit::Minute | Unit::Quarter | Unit::Hour | Unit::Round)
    }
}

/// Half of it, upwards.
const fn half_up(halves: i64) -> i64 {
    (halves + 1) / 2
}

/// What a length leads to as a day.
pub fn from_reach(reach: Reach, sort: Sort) -> Days {
    let mut days = Days::one(reach.date, sort);
    days.reach = Some(reach);
    days
}

impl Reader<'_> {
    /// A length at a position, and the position after it.
    pub fn length(&self, at: usize) -> Option<(Length, usize)> {
        let (length, mut end) = self.simple_length(at)?;
        // “a day or two”, “sehari dua hari”
        let or = self.past(end, self.is(end, Atom::Or));
        let doubled = matches!(self.atom(at), Some(Atom::Span(..)));
        if (or > end || doubled)
            && let Some((later, _, after)) = self.plain_amount(or)
            && later > length.halves
            && self.unit(after).is_none_or(|unit| doubled && unit == length.unit)
        {
            let end = self.past(after, doubled && self.unit(after).is_some());
            return Some((Length { halves: later, ..length }, end));
        }
        // “an hour and half of one”, “an hour and 30 minutes”, “1 hour 30 minutes”
        let link = self.past(end, self.is(end, Atom::And));
        if link > end {
            let half = self.past(link, matches!(self.atom(link), Some(Atom::Count(1))));
            if self.is(half, Atom::Half) && self.unit(half + 1).is_none() {
                return Some((Length { halves: length.halves + 1, ..length }, half + 1));
            }
        }
        if length.unit == Unit::Hour
            && let Some((more, after)) = self.simple_length(link)
            && more.unit == Unit::Minute
        {
            end = after;
            return Some((Length { more_minutes: more.halves / 2, ..length }, end));
        }
        Some((length, end))
    }

    fn simple_length(&self, at: usize) -> Option<(Length, usize)> {
        if let Some(Atom::Span(halves, unit)) = self.atom(at) {
            return Some((Length { halves, unit, more_minutes: 0, few: false }, at + 1));
        }
        // “en halvtime”
        if let (Some(Atom::Count(count)), Some(Atom::Span(halves, unit))) = (self.atom(at), self.atom(at + 1)) {
            return Some((Length { halves: count * halves, unit, more_minutes: 0, few: false }, at + 2));
        }
        // “2x24 jam”
        if let Some(((days, _), 'x' | 'X' | '×', (24, _))) = self.number(at).and_then(Number::pair)
            && self.unit(at + 1) == Some(Unit::Hour)
        {
            return Some((
                Length { halves: days.min(9999) * 48, unit: Unit::Hour, more_minutes: 0, few: false },
                at + 2,
            ));
        }
        // “1 x 24 jam”
        if let (Some(days), true, Some(24)) = (
            self.number(at).and_then(Number::whole),
            self.is(at + 1, Atom::Times),
            self.number(at + 2).and_then(Number::whole),
        ) && self.unit(at + 3) == Some(Unit::Hour)
        {
            return Some((
                Length { halves: days.min(9999) * 48, unit: Unit::Hour, more_minutes: 0, few: false },
                at + 4,
            ));
        }
        let (halves, few, end) = self.amount(at)?;
        // “five (5) days”
        let closed = self.is_mark(end, &['(']) && self.number(end + 1).is_some() && self.is_mark(end + 2, &[')']);
        let end = if closed { end + 3 } else { end };
        // “a quarter of an hour”
        if self.is(end, Atom::Quarter) {
            let unit = self.past(end + 1, self.is(end + 1, Atom::Of));
            let unit = self.past(unit, matches!(self.atom(unit), Some(Atom::Count(1))));
            let hour = self.unit(unit) == Some(Unit::Hour);
            let length = Length { halves, unit: Unit::Quarter, more_minutes: 0, few };
            // “om en kvart”
            let alone = self.lexicon.table.half_before && !self.is(end + 1, Atom::Past);
            return if hour { Some((length, unit + 1)) } else { alone.then_some((length, end + 1)) };
        }
        let end = self.past(end, few && self.is(end, Atom::Of));
        // “om en ukes tid”, “in a month's time”
        let unit = self.unit(end).or(match self.atom(end) {
            Some(Atom::OfUnit(unit)) => Some(unit),
            _ => None,
        })?;
        Some((Length { halves, unit, more_minutes: 0, few }, end + 1))
    }

    /// A number of units in halves, whether it is vague, and the position after it.
    fn amount(&self, at: usize) -> Option<(u32, bool, usize)> {
        let (mut halves, few, mut end) = self.plain_amount(at)?;
        // “two to three”, “2–3”, “2 or 3”: the later.
        let mark = self.is_mark(end, &['-', '–', '—']);
        if (mark || matches!(self.atom(end), Some(Atom::To | Atom::Until | Atom::Or | Atom::ToHour)))
            && let Some((later, _, after)) = self.plain_amount(end + 1)
            && later > halves
        {
            (halves, end) = (later, after);
        }
        Some((halves, few, end))
    }

    fn plain_amount(&self, at: usize) -> Option<(u32, bool, usize)> {
        let halved = |end: usize| self.past(end, matches!(self.atom(end), Some(Atom::Count(1))));
        match self.atom(at) {
            Some(Atom::Half) => {
                // “half an hour”
                let end = halved(at + 1);
                return self.unit(end).map(|_| (1, false, end));
            }
            Some(Atom::OneHalf) => return Some((3, false, at + 1)),
            Some(Atom::Few(count)) => return Some((2 * count, true, at + 1)),
            Some(Atom::Quarter) => return Some((2, false, at)),
            Some(Atom::Count(count)) => return self.counted(count, at),
            _ => {}
        }
        let number = self.number(at)?;
        match (number.whole(), number.pair()) {
            (Some(count), _) if count < 10_000 => self.counted(count, at),
            (_, Some(((first, _), '-', (second, _)))) if first < second && second < 1000 => {
                Some((2 * second, false, at + 1))
            }
            (_, Some(((count, _), ',' | '.', (5, 1)))) if count < 1000 => Some((2 * count + 1, false, at + 1)),
            _ => None,
        }
    }

    /// A count and the half that may follow it: “two and a half”, “en halv”, “satu setengah”.
    fn counted(&self, count: u32, at: usize) -> Option<(u32, bool, usize)> {
        let end = at + 1;
        let adds = self.lexicon.table.qualifies_after;
        if self.is(end, Atom::Half) {
            return match (count, adds) {
                (_, true) => Some((2 * count + 1, false, end + 1)),
                (1, false) => Some((1, false, end + 1)),
                _ => None,
            };
        }
        if let (1, Some(Atom::Few(few))) = (count, self.atom(end)) {
            return Some((2 * few, true, end + 1));
        }
        let half = self.past(end + 1, matches!(self.atom(end + 1), Some(Atom::Count(1))));
        if self.is(end, Atom::And) && self.is(half, Atom::Half) && self.unit(half + 1).is_some() {
            return Some((2 * count + 1, false, half + 1));
        }
        Some((2 * count, false, end))
    }
}
