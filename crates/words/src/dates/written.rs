//! Days by their numbers: 2026-12-03, 3/12, 3 December, December 3rd, the 5th, 3–5 December, in January.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::atoms::{Atom, Unit};
use super::calendar::{day_of_month, month, occurrence, plus_months};
use super::days::{Days, Sort};
use super::lexicon::Beside;
use super::links::Link;
use super::reader::Reader;
use super::scan::Number;
use super::when::Sure;

/// Years that a reply of a business can mean.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2199;

type Read = Option<(Days, usize)>;

impl Reader<'_> {
    /// A day that is written with its number.
    pub fn written_date(&self, at: usize, link: &Link) -> Read {
        match self.atom(at) {
            Some(Atom::Month(number)) => self.month_first(at, number, link),
            Some(Atom::Ordinal(day @ 1..=31)) => self.day_first(at, at + 1, day, link),
            Some(_) => None,
            None => {
                let number = self.number(at)?;
                if self.follows(at, Atom::Named) {
                    return None;
                }
                match (number.whole(), number.parts.len()) {
                    (Some(day @ 1..=31), _) => self.day_first(at, self.placed(at), day, link),
                    (None, 2 | 3) => self.span_of_days(at, number).or_else(|| self.figures(at, number, link)),
                    _ => None,
                }
            }
        }
    }

    /// The position after a day's number with its full stop or ending.
    fn placed(&self, at: usize) -> usize {
        let stop = self.number(at).is_some_and(|number| number.dot) && self.is_mark(at + 1, &['.']);
        let place = self.is(at + 1, Atom::Place) && self.goes_on(at + 1);
        self.past(at + 1, stop || place)
    }

    /// The year at a position and the position after it.
    pub fn year(&self, at: usize) -> (Option<i16>, usize) {
        let number = self.past(at, self.is_mark(at, &[',']));
        let year = self.number(number).filter(|number| number.parts.first().is_some_and(|(_, digits)| *digits == 4));
        let year =
            year.and_then(Number::whole).filter(|year| YEARS.contains(year)).and_then(|year| i16::try_from(year).ok());
        (year, if year.is_some() { number + 1 } else { at })
    }

    fn dated(&self, day: u32, month: i8, year: Option<i16>) -> Option<Date> {
        let day = i8::try_from(day).ok()?;
        match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => occurrence(self.today, month, day),
        }
    }

    /// “3 December 2026”, “3. i tolvte”, “3.–5. desember”, or the number alone.
    fn day_first(&self, at: usize, after: usize, day: u32, link: &Link) -> Read {
        // The second day of “3 to 5 December”.
        let dash = self.is_mark(after, &['-', '–', '—']);
        let to = matches!(self.atom(after), Some(Atom::To | Atom::Until))
            || self.is(after, Atom::And) && link.between
            || self.is(after, Atom::Or);
        if dash || to {
            let second = after + 1 + usize::from(matches!(self.atom(after + 1), Some(Atom::The | Atom::DateMark)));
            if let Some(last @ 1..=31) = self.number(second).and_then(Number::whole)
                && let Some((days, end)) = self.with_month(self.placed(second), last, Some(day))
            {
                return Some((days, end));
            }
        }
        // “3 and 5 December”: the first of two days.
        if self.is(after, Atom::And)
            && let Some(second @ 1..=31) = self.number(after + 1).and_then(Number::whole)
            && let Some((days, _)) = self.with_month(self.placed(after + 1), second, Some(day))
        {
            return Some((Days::one(days.first, Sort::Full), after));
        }
        if let Some(found) = self.with_month(after, day, None) {
            return Some(found);
        }
        let named = self.past(after, matches!(self.atom(after), Some(Atom::Of)));
        if matches!(self.atom(named), Some(Atom::Month(_))) {
            return None; // 31 November
        }
        self.bare_number(at, after, day, link)
    }

    /// “3–5 December”
    fn span_of_days(&self, at: usize, number: &Number) -> Read {
        match number.pair()? {
            ((first @ 1..=31, _), '-', (last @ 1..=31, _)) if first < last => {
                self.with_month(self.placed(at), last, Some(first))
            }
            _ => None,
        }
    }

    /// The month and year after a day's number; the first day of a range as well.
    fn with_month(&self, after: usize, day: u32, from: Option<u32>) -> Read {
        let named = self.past(after, matches!(self.atom(after), Some(Atom::Of)));
        let (month, next) = match (self.atom(named), self.atom(named + 1)) {
            (Some(Atom::Month(month)), _) => (month, named + 1),
            (Some(Atom::On), Some(Atom::Ordinal(month @ 1..=12))) => (i8::try_from(month).ok()?, named + 2),
            _ => return self.with_turned_month(after, day),
        };
        let needs_capital = self.lexicon.table.capital_months.contains(&month);
        if needs_capital && named == after && !self.items.get(named)?.capital {
            return None; // “you and 3 may …”
        }
        // “12 March Street”; “12. Juli Hansen”, where months have no capital
        let bears_capital = self.lexicon.table.months_bear_capitals;
        if self.beside(next) == Beside::Counted
            || !bears_capital && self.items.get(named)?.capital && self.is_word_name(next)
        {
            return None;
        }
        let (year, end) = self.year(next);
        let last = self.dated(day, month, year)?;
        let first = match from {
            Some(from) => {
                Date::new(last.year(), month, i8::try_from(from).ok()?).ok().filter(|first| *first <= last)?
            }
            None => last,
        };
        Some((Days::range(first, last, if from.is_none() { Sort::Full } else { Sort::Other }), end))
    }

    /// “the 5th of next month”, “tanggal 5 bulan depan”.
    fn with_turned_month(&self, after: usize, day: u32) -> Read {
        let at = self.past(after, matches!(self.atom(after), Some(Atom::Of | Atom::On)));
        let (turn, end) = match (self.unit(at), self.unit(at + 1)) {
            (_, Some(Unit::Month)) => (self.atom(at)?, at + 2),
            (Some(Unit::Month), _) => (self.atom(at + 1)?, at + 2),
            _ => return None,
        };
        let months = match turn {
            Atom::This => 0,
            Atom::Next | Atom::Coming => 1,
            _ => return None,
        };
        let month = plus_months(self.today.first_of_month(), months)?;
        let date = Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
        Some((Days::one(date, Sort::Full), end))
    }

    /// “December 3rd, 2026”, “December 3–5”, “in December”.
    fn month_first(&self, at: usize, number: i8, link: &Link) -> Read {
        let table = self.lexicon.table;
        if table.capital_months.contains(&number) && !self.items.get(at)?.capital {
            return None;
        }
        let the = self.past(at + 1, self.is(at + 1, Atom::The));
        if table.month_before_day {
            if let Some((first, '-', last)) = self.number(the).and_then(Number::pair) {
                let last = self.dated(last.0, number, None)?;
                let first =
                    Date::new(last.year(), number, i8::try_from(first.0).ok()?).ok().filter(|first| *first <= last)?;
                return Some((Days::range(first, last, Sort::Other), the + 1));
            }
            let day = self.number(the).and_then(Number::whole).or(match self.atom(the) {
                Some(Atom::Ordinal(day)) => Some(day),
                _ => None,
            });
            if let Some(day @ 1..=99) = day {
                let after =
                    if self.atom(the).is_some() || self.is(the + 1, Atom::Place) { self.placed(the) } else { the + 1 };
                let (year, end) = self.year(after);
                return Some((Days::one(self.dated(day, number, year)?, Sort::Full), end));
            }
        }
        let (year, end) = self.year(at + 1);
        let capital = self.items.get(at)?.capital;
        let fits = if table.months_bear_capitals { capital } else { !capital || self.begins(at) };
        let name = self.items.get(at + 1).is_some_and(|next| next.capital) && !self.begins(at + 1)
            || self.is_mark(at + 1, &['&']);
        if !link.leads() && year.is_none() || !fits || name {
            return None;
        }
        let (first, last) = month(self.today, number, year)?;
        Some((Days::range(first, last, Sort::Other), end))
    }

    /// “the 5th”, “den 5.”, “tanggal 5”, “fredag 27.”
    fn bare_number(&self, at: usize, after: usize, day: u32, link: &Link) -> Read {
        let before = at.checked_sub(1).and_then(|before| self.atom(before));
        let weekday = matches!(before, Some(Atom::Weekday(_) | Atom::TheWeekday(_) | Atom::Short(_)));
        let worded = self.atom(at).is_some();
        let placed = after > at + 1 || worded || self.number(at).is_some_and(|number| number.ordinal);
        let ends = after > at + 1 && self.begins(after) && self.items.get(after).is_none_or(|item| item.capital);
        let beside = if ends { Beside::Follows } else { self.beside(after) };
        let (english, bounded) = (self.lexicon.table.month_before_day, link.bound.is_some());
        // Much is counted in English (“the 3rd attempt”), so that only a word we know may follow there.
        if beside == Beside::Counted || english && beside == Beside::Unknown {
            return None;
        }
        let as_place = placed && (link.the || weekday) && (!worded || link.on || bounded);
        let plain = !english && !worded && link.the && (beside == Beside::Follows || bounded);
        let hour = link.clock() && !link.maybe_at;
        if !(link.mark || as_place || plain) || hour || self.goes_on(after) {
            return None;
        }
        let date = day_of_month(self.today, i8::try_from(day).ok()?)?;
        Some((Days::one(date, Sort::Number).but(Sure::Likely), after))
    }

    /// A date in figures alone.
    fn figures(&self, at: usize, number: &Number, link: &Link) -> Read {
        if link.at || self.goes_on(at + 1) || self.beside(at + 1) == Beside::Counted {
            return None;
        }
        let named = at.checked_sub(1).is_some_and(|before| {
            self.is(before, Atom::Named)
                || self.is_mark(before, &['.', ':']) && before > 0 && self.is(before - 1, Atom::Named)
        });
        if named {
            return None;
        }
        if let ([(first, first_digits), (second, _), (third, third_digits)], [one, two]) =
            (number.parts.as_slice(), number.signs.as_slice())
        {
            if !matches!((one, two), ('/' | '.' | '-', '/' | '.' | '-')) {
                return None;
            }
            let date = if *first_digits == 4 {
                self.of_figures(*third, *second, *first)?
            } else if matches!(third_digits, 2 | 4) {
                let year = if *third_digits == 2 { 2000 + third } else { *third };
                let (day, month) = self.in_order(*first, *second, *one);
                self.of_figures(day, month, year)?
            } else {
                return None;
            };
            return Some((Days::one(date, Sort::Full), self.past(at + 1, number.dot && self.is_mark(at + 1, &['.']))));
        }
        let ((first, _), sign, (second, digits)) = number.pair()?;
        let (day, month) = self.in_order(first, second, sign);
        let led = link.leads() || link.the || self.follows_weekday(at);
        let fits = match sign {
            // “24/7”, “1/2”
            '/' if (first, second) == (24, 7) => link.the,
            '/' if first < second && second < 5 => led,
            '/' => {
                digits <= 2 && (led || self.lexicon.table.follow.is_empty() || self.beside(at + 1) == Beside::Follows)
            }
            '.' => self.lexicon.table.dotted_dates && digits <= 2 && (led || number.dot && self.begins(at)),
            _ => false,
        };
        let month = i8::try_from(month).ok().filter(|_| fits)?;
        let after = self.past(at + 1, number.dot && self.is_mark(at + 1, &['.']));
        let (year, end) = self.year(after);
        let date = self.dated(day, month, year)?;
        Some((Days::one(date, Sort::Full).but(if sign == '/' { Sure::Certain } else { Sure::Likely }), end))
    }

    fn follows_weekday(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .map(|before| if self.is_mark(before, &[',', '.']) { before.saturating_sub(1) } else { before });
        before.is_some_and(|before| {
            matches!(self.atom(before), Some(Atom::Weekday(_) | Atom::Short(_) | Atom::The | Atom::TheWeekday(_)))
        })
    }

    const fn in_order(&self, first: u32, second: u32, sign: char) -> (u32, u32) {
        if self.month_first && sign != '.' { (second, first) } else { (first, second) }
    }

    fn of_figures(&self, day: u32, month: u32, year: u32) -> Option<Date> {
        let year = i16::try_from(year).ok().filter(|year| YEARS.contains(&u32::from(year.unsigned_abs())))?;
        self.dated(day, i8::try_from(month).ok()?, Some(year))
    }
}

/// Whether a zone lies in the United States, where the month stands before the day. Names of the IANA database.
pub fn is_american(zone: &TimeZone) -> bool {
    const CITIES: [&str; 20] = [
        "New_York",
        "Detroit",
        "Chicago",
        "Menominee",
        "Denver",
        "Boise",
        "Phoenix",
        "Los_Angeles",
        "Anchorage",
        "Juneau",
        "Sitka",
        "Metlakatla",
        "Yakutat",
        "Nome",
        "Adak",
        "Louisville",
        "Shiprock",
        "Atka",
        "Fort_Wayne",
        "Indianapolis",
    ];
    const STATES: [&str; 3] = ["Indiana/", "Kentucky/", "North_Dakota/"];
    let name = zone.iana_name().unwrap_or_default();
    match name.strip_prefix("America/") {
        Some(place) => CITIES.contains(&place) || STATES.iter().any(|state| place.starts_with(state)),
        None => {
            name.starts_with("US/")
                || matches!(name, "Pacific/Honolulu" | "EST5EDT" | "CST6CDT" | "MST7MDT" | "PST8PDT")
        }
    }
}
