//! Times of the day: 14:30, 2:30 pm, half past four, halv tre, spans of hours, noon.

use jiff::civil::Time;

use super::atoms::{Atom, Unit};
use super::lexicon::Beside;
use super::links::Link;
use super::reader::Reader;
use super::scan::Number;
use super::when::{Bound, Part};

/// A time as it was written, before the part of the day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    hour: u32,
    minute: u32,
    /// Written so that it means one time of the day only: `14:30`, `07:00`, “5 pm”, noon.
    pub fixed: bool,
    /// The end of a day: the day it is midnight of decides which.
    pub midnight: bool,
    /// A zone was named that may not be the writer's.
    pub elsewhere: bool,
    /// The hour that a span began with.
    since: Option<u32>,
}

impl Clock {
    const fn at(hour: u32, minute: u32, fixed: bool) -> Self {
        Self { hour, minute, fixed, midnight: false, elsewhere: false, since: None }
    }

    /// So many minutes before or after.
    const fn moved(self, minutes: i32) -> Self {
        let all = ((self.hour * 60 + self.minute) as i32 + minutes).rem_euclid(24 * 60) as u32;
        Self { hour: all / 60, minute: all % 60, ..self }
    }

    /// The local time, with the part of the day that stands beside it. Without one, one to six is the afternoon.
    pub fn time(self, part: Option<Part>) -> Option<Time> {
        let hour = match (part, self.hour) {
            _ if self.fixed => self.hour,
            (Some(Part::Evening | Part::Night), 12) => 0,
            (Some(Part::Morning | Part::Forenoon), hour) => hour,
            (Some(Part::Noon), hour @ 0..=4)
            | (Some(Part::Afternoon | Part::Evening), hour @ 0..=11)
            | (Some(Part::Night), hour @ 6..=11) => hour + 12,
            (Some(Part::Night), hour) => hour,
            (None, hour @ 1..=6) => hour + 12,
            // “quarter past twelve” moved under one o'clock
            (None, 0) => 12,
            (_, hour) => hour,
        };
        let hour = match self.since {
            Some(since) if hour < 12 && !self.fixed && part.is_none() && hour <= since => hour + 12,
            _ => hour,
        };
        match (hour, self.minute) {
            (24, 0) => Time::new(23, 59, 0, 0).ok(),
            (hour, minute) => Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok(),
        }
    }

    /// The last minute of a day.
    pub const LAST: Time = Time::constant(23, 59, 0, 0);
}

type Read = Option<(Clock, usize)>;

/// The hour before a dash and the time after it: “13.00-15.00”, “8-10:30”.
fn halves(number: &Number) -> Option<(u32, Clock)> {
    let clock = |hour: (u32, usize), minute: (u32, usize)| {
        let fits = hour.0 <= 24 && hour.1 <= 2 && minute.0 < 60 && minute.1 == 2;
        fits.then(|| Clock::at(hour.0, minute.0, hour.0 > 12 || hour.0 == 0 || hour.1 == 2 && hour.0 < 10))
    };
    match (number.parts.as_slice(), number.signs.as_slice()) {
        ([from, at, to, minute], ['.' | ':', '-', '.' | ':']) if !number.coded => {
            Some((clock(*from, *at)?.hour, clock(*to, *minute)?))
        }
        ([from, to, minute], ['-', '.' | ':']) if !number.coded => {
            Some((clock(*from, (0, 2))?.hour, clock(*to, *minute)?))
        }
        ([from, at, to], ['.' | ':', '-']) if !number.coded => Some((clock(*from, *at)?.hour, clock(*to, (0, 2))?)),
        _ => None,
    }
}

impl Reader<'_> {
    /// The time at a position after the small words before it; of a span the later end. `beside_day` when a day stands
    /// beside it, so that a bare figure may be a time.
    pub fn clock(&self, at: usize, link: &Link, beside_day: bool) -> Read {
        if let Some(((first, 1..=2), '-', (second, 1..=2))) = self.number(at).and_then(Number::pair)
            && (link.clock() || link.between || beside_day && !link.leads())
            && first <= 24
            && second <= 24
            && self.beside(at + 1) != Beside::Counted
        {
            return self
                .ended(Clock::at(second, 0, second > 12), at + 1)
                .map(|(clock, end)| (Clock { since: Some(first), ..clock }, end));
        }
        if let Some((first, second)) = self.number(at).and_then(halves)
            && (link.clock() || link.between || beside_day)
        {
            return self.ended(Clock { since: Some(first), ..second }, at + 1);
        }
        let span = link.between || link.from;
        let (first, end) = self.one_clock(at, link, beside_day || span)?;
        // “from 8 to 10”, “8 a.m. – noon”
        let joined = matches!(self.atom(end), Some(Atom::And)) && link.between
            || matches!(self.atom(end), Some(Atom::To | Atom::Until)) && !link.until
            || self.is_mark(end, &['-', '–', '—']);
        if joined {
            let (next, after) = self.link(end + 1);
            let next = Link { at: true, ..next };
            if next.bound.is_none()
                && let Some((second, end)) = self.one_clock(after, &next, true)
                && (second.fixed || link.clock() || beside_day || self.beside(end) == Beside::Follows)
            {
                return Some((Clock { since: Some(first.hour), ..second }, end));
            }
        }
        if span && !first.fixed && !link.clock() {
            return None;
        }
        Some((first, end))
    }

    fn one_clock(&self, at: usize, link: &Link, loose: bool) -> Read {
        self.worded(at, link, loose).or_else(|| self.figured(at, link, loose))
    }

    /// Noon, midnight, “half past four”, “ti på halv tre”, “empat lewat seperempat”.
    fn worded(&self, at: usize, link: &Link, loose: bool) -> Read {
        match self.atom(at)? {
            Atom::Noon | Atom::Midnight if !(link.leads() || link.clock() || link.between || loose) => return None,
            Atom::Noon => return Some((Clock::at(12, 0, true), at + 1)),
            Atom::Midnight => return Some((Clock { midnight: true, ..Clock::at(0, 0, true) }, at + 1)),
            Atom::Half => return self.half(at, link, loose),
            _ => {}
        }
        let led = link.clock() || loose;
        // “quarter past four”, “ten to three”, “fem over halv tre”
        let minutes = self.minutes(at);
        if let Some((minutes, end, sure)) = minutes
            && !self.lexicon.table.qualifies_after
            && (led || sure || self.is(end, Atom::Unit(Unit::Minute)))
        {
            let end = self.past(end, self.is(end, Atom::Unit(Unit::Minute)));
            let sign = match self.atom(end) {
                Some(Atom::Past) => 1,
                Some(Atom::ToHour | Atom::To | Atom::On) => -1,
                _ => 0,
            };
            if sign != 0
                && let Some((hour, end)) = self.half(end + 1, link, true).or_else(|| self.hour(end + 1))
            {
                return self.ended(hour.moved(sign * minutes), end);
            }
        }
        let (hour, end) = self.hour(at)?;
        // “empat lewat seperempat”, “lima kurang sepuluh”
        let sign = match self.atom(end) {
            Some(Atom::Past) => 1,
            Some(Atom::ToHour) => -1,
            _ => 0,
        };
        if sign != 0
            && led
            && let Some((minutes, end, _)) = self.minutes(end + 1)
        {
            let end = self.past(end, matches!(self.atom(end), Some(Atom::Unit(Unit::Minute))));
            return self.ended(hour.moved(sign * minutes), end);
        }
        // “jam tujuh setengah” is not said; “seven thirty” is.
        if link.clock()
            && let Some(Atom::Count(minutes @ 10..=59)) = self.atom(end)
            && self.unit(end + 1).is_none()
        {
            return self.ended(Clock::at(hour.hour, minutes, false), end + 1);
        }
        None
    }

    /// “halv tre”, “setengah tiga”: half an hour before; “half past four”, “half four”: after.
    fn half(&self, at: usize, link: &Link, loose: bool) -> Read {
        if !self.is(at, Atom::Half) {
            return None;
        }
        let past = self.is(at + 1, Atom::Past);
        let (hour, end) = self.hour(at + 1 + usize::from(past))?;
        let before = self.lexicon.table.half_before && !past;
        let led = past || link.clock() || loose || before && !self.lexicon.table.qualifies_after;
        let led = led && self.unit(end).is_none();
        led.then(|| self.ended(hour.moved(if before { -30 } else { 30 }), end))?
    }

    /// A quarter or a number of minutes, the position after it, and whether it can be nothing else.
    fn minutes(&self, at: usize) -> Option<(i32, usize, bool)> {
        match (self.atom(at), self.atom(at + 1)) {
            (Some(Atom::Quarter | Atom::Unit(Unit::Quarter)), _) => Some((15, at + 1, true)),
            (Some(Atom::Count(1)), Some(Atom::Quarter)) => Some((15, at + 2, true)),
            (Some(Atom::Half), _) if self.lexicon.table.qualifies_after => Some((30, at + 1, false)),
            (Some(Atom::Count(count @ 1..=59)), _) => Some((i32::try_from(count).ok()?, at + 1, false)),
            _ => match self.number(at)?.whole()? {
                count @ 1..=59 => Some((i32::try_from(count).ok()?, at + 1, false)),
                _ => None,
            },
        }
    }

    /// An hour of the clock in a word or a figure.
    fn hour(&self, at: usize) -> Read {
        match self.atom(at) {
            Some(Atom::Count(hour @ 1..=12)) => Some((Clock::at(hour, 0, false), at + 1)),
            Some(_) => None,
            None => match self.number(at)?.whole()? {
                hour @ 1..=24 => Some((Clock::at(hour, 0, hour > 12), at + 1)),
                _ => None,
            },
        }
    }

    /// `14:30`, `2.30 pm`, `5 pm`, “at 9”, “sjutiden”.
    fn figured(&self, at: usize, link: &Link, loose: bool) -> Read {
        let number = self.number(at);
        if let Some(((hour, digits), sign @ (':' | '.'), (minute, 2))) = number.and_then(Number::pair) {
            let half_day = matches!(self.atom(at + 1), Some(Atom::Am | Atom::Pm));
            let next = self.past(at + 1, number.is_some_and(|number| number.dot) && self.is_mark(at + 1, &['.']));
            let named = at.checked_sub(1).is_some_and(|before| self.is(before, Atom::Named));
            let led = link.clock() || loose || half_day || link.bound.is_some();
            let fits =
                hour <= 24 && minute < 60 && (sign == ':' && !named || led) && self.beside(next) != Beside::Counted;
            // “07:00” and “00.00” say which half of the day they mean; “2:30” does not.
            let fixed = hour > 12 || hour == 0 || digits == 2 && hour < 10;
            return fits.then(|| self.ended(Clock::at(hour, minute, fixed), at + 1))?;
        }
        let (hour, end) = match (self.hour(at), number.and_then(Number::whole)) {
            (Some(found), _) => found,
            (None, Some(0)) => (Clock::at(0, 0, true), at + 1),
            _ => return None,
        };
        // A leading nought is the clock of twenty-four hours.
        let fixed = hour.fixed || number.is_some_and(|number| matches!(number.parts.as_slice(), [(0..=9, 2)]));
        let hour = Clock { fixed, ..hour };
        let tide = self.past(end, self.is_mark(end, &['-']));
        if self.is(tide, Atom::Tide) {
            return Some((hour, tide + 1));
        }
        if matches!(self.atom(end), Some(Atom::OClock | Atom::Am | Atom::Pm)) {
            let twelve = hour.hour <= 12;
            return twelve.then(|| self.ended(hour, end))?;
        }
        if self.goes_on(end)
            || self.unit(end).is_some_and(|unit| unit != Unit::Day)
            || number.is_some_and(|number| number.ordinal)
        {
            return None;
        }
        self.is_hour(hour.hour, end, link, loose).then(|| self.ended(hour, end))?
    }

    /// Whether a bare number is an hour, by the words before it and by what follows.
    fn is_hour(&self, hour: u32, end: usize, link: &Link, loose: bool) -> bool {
        let beside = if self.begins(end) { Beside::Follows } else { self.beside(end) };
        // “klokka 9 kommer …”: its word leaves no doubt.
        if link.at {
            return beside != Beside::Counted;
        }
        let counts = self.number(end).is_some() || self.is_mark(end, &['/', '%', '€', '$', '#', '-', '–']);
        if beside != Beside::Follows || matches!(self.atom(end), Some(Atom::Month(_))) {
            return false;
        }
        if loose && link.between {
            return true;
        }
        let english = self.lexicon.table.month_before_day;
        let bounded = match link.bound {
            _ if link.the || link.mark || link.until => false,
            Some((Bound::Before, _)) if (7..=18).contains(&hour) => true,
            Some(_) => english && hour <= 12,
            None => false,
        };
        !counts && (link.maybe_at || link.around && (loose || self.day_follows(end)) || bounded)
    }

    /// Whether a day or a part of it follows, so that a figure before it is an hour: “around 7 tonight”.
    fn day_follows(&self, at: usize) -> bool {
        let (_, day) = self.link(at);
        let part = |at: usize| {
            matches!(self.atom(at), Some(Atom::DayPart(..) | Atom::Part(_) | Atom::Day(0 | 1) | Atom::Weekday(_)))
        };
        part(day) || self.is(day, Atom::This) && part(day + 1)
    }

    /// The half of the day and the zone after a time.
    fn ended(&self, clock: Clock, at: usize) -> Read {
        let end = self.past(at, self.is(at, Atom::OClock));
        let (clock, end) = match self.atom(end) {
            Some(Atom::Am) if clock.hour == 12 => (Clock { hour: 0, fixed: true, ..clock }, end + 1),
            Some(Atom::Pm) if clock.hour < 12 => (Clock { hour: clock.hour + 12, fixed: true, ..clock }, end + 1),
            Some(Atom::Am | Atom::Pm) => (Clock { fixed: true, ..clock }, end + 1),
            _ => (clock, end),
        };
        let end = self.past(end, self.is(end, Atom::OClock));
        Some(if self.is(end, Atom::Zone) { (Clock { elsewhere: true, ..clock }, end + 1) } else { (clock, end) })
    }
}
