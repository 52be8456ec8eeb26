//! Days that are counted: in three days, within two hours, two days ago, a week from Friday.

use super::atoms::{Atom, Unit};
use super::calendar::plus;
use super::days::{Days, Sort};
use super::lengths::{Length, from_reach};
use super::links::Link;
use super::reader::Reader;
use super::when::{Bound, Sure};

type Read = Option<(Days, usize)>;

impl Reader<'_> {
    /// Lengths: in three days, within two hours, two days ago, a week from Friday.
    pub fn counted_days(&self, at: usize, link: &Link) -> Read {
        // “the next two days”
        let next = self.past(at, matches!(self.atom(at), Some(Atom::Next | Atom::Coming)));
        let (length, end) = self.length(next)?;
        let after = self.lexicon.table.qualifies_after;
        if self.is(end, Atom::Ago) || after && self.is(end, Atom::Last) {
            let reach = length.reach(self.now, self.today, true)?;
            return Some((from_reach(reach, Sort::Other).gone_by(), end + 1));
        }
        if let Some((days, end)) = self.reckoned_from(length, end) {
            return Some((days, end));
        }
        let hence = self.is(end, Atom::Hence) || after && self.is(end, Atom::Next);
        let twice =
            self.number(next).is_some_and(|number| number.signs.iter().any(|sign| matches!(sign, 'x' | 'X' | '×')));
        let twice = twice || self.is(next + 1, Atom::Times);
        let ahead = link.ahead
            || link.bound.is_some() && !link.until
            || hence
            || twice
            || next > at && link.the && link.leads();
        if !ahead || link.since || link.after {
            return None;
        }
        let end = self.past(end, hence);
        let weeks = match length.unit {
            Unit::Week => Some(1),
            _ => None,
        };
        let reach = length.reach(self.now, self.today, false)?;
        let sort = weeks.map_or(Sort::Other, |_| {
            Sort::Weeks((reach.date.since(self.today).map_or(0, |span| i64::from(span.get_days()))) / 7)
        });
        let sort = if length.unit == Unit::Fortnight || length.unit == Unit::Day && reach.date == plus(self.today, 14)?
        {
            Sort::Weeks(2)
        } else {
            sort
        };
        let mut days = from_reach(reach, sort);
        if link.bound.is_some() || link.during || next > at {
            days.bound = Some(Bound::Within);
        }
        Some((if length.few { days.but(Sure::Ask) } else { days }, end))
    }

    /// “a week from today”, “two weeks from Monday”, “a week on Friday”.
    pub fn reckoned_from(&self, length: Length, at: usize) -> Read {
        let from = self.past(at, matches!(self.atom(at), Some(Atom::From | Atom::On | Atom::After)));
        if length.on_the_clock() || from == at && !self.is(at, Atom::Day(0)) {
            return None;
        }
        let (start, end) = self.near(from).or_else(|| self.weekday(from, &Link { on: true, ..Link::default() }))?;
        (!start.past).then_some(())?;
        let reach = length.reach(self.now, start.first, false)?;
        Some((from_reach(reach, Sort::Other), end))
    }
}
