//! Joins days, times, parts of the day and their bounds into one reading.

use jiff::Zoned;
use jiff::civil::{Date, Time};

use super::atoms::{Atom, Unit};
use super::calendar::{in_week, plus, upcoming};
use super::clocks::Clock;
use super::days::{Days, Sort};
use super::links::Link;
use super::reader::Reader;
use super::when::{Bound, Part, Sure, When};

/// What was found of a reading so far.
#[derive(Debug, Default)]
struct Found {
    days: Option<Days>,
    clock: Option<Clock>,
    part: Option<Part>,
    /// Business's end: a last moment that only the business knows.
    closing: bool,
    bound: Option<(Bound, Option<Bound>)>,
    /// What stood before it all.
    first: Link,
    /// What stood before the time.
    clock_after: bool,
}

impl Found {
    const fn is_empty(&self) -> bool {
        self.days.is_none() && self.clock.is_none() && self.part.is_none() && !self.closing
    }
}

/// What begins at a position.
#[derive(Debug)]
pub enum Here {
    /// A reading, and the position after it.
    Read(Box<When>, usize),
    /// Words that look like a reading and are none; go on after them.
    Skip(usize),
    /// Nothing.
    Nothing,
}

impl Reader<'_> {
    /// The reading that begins at a position.
    pub fn reading(&self, from: usize) -> Here {
        let mut found = Found::default();
        let mut end = from;
        // The second half of a doubled or joined word (“bertahun-tahun”) begins nothing.
        let joined = from.checked_sub(1).is_some_and(|before| self.is_mark(before, &['-']) && self.is_glued(before));
        if joined && self.goes_on(from) {
            return Here::Nothing;
        }
        // “hverdage kl. 9–16”
        if self.unit(from) == Some(Unit::Workday) {
            let (link, at) = self.link(from + 1);
            if let Some((_, after)) = self.clock(at, &link, true) {
                return Here::Skip(after);
            }
        }
        // “every day at 9”
        let (first, unit) = self.link(from);
        let habit = first.idle && self.unit(unit).is_some();
        if habit {
            end = unit + 1;
        }
        loop {
            // A paragraph ends what it began.
            if end > from && self.items.get(end).is_some_and(|item| item.apart) {
                break;
            }
            let (link, at) = self.link(end);
            if found.is_empty() {
                found.first = link;
                if link.comma || self.is_mark(from, &[',', '(']) {
                    return Here::Nothing;
                }
            } else if link.idle || link.after || link.since {
                break;
            }
            let Some(after) = self.piece(&mut found, at, &link) else { break };
            if link.bound.is_some() {
                found.bound = link.bound;
            }
            end = after;
            if link.comma && self.is_mark(end, &[')']) {
                end += 1;
            }
        }
        match self.habit(&found, from, end) {
            Some(after) => return Here::Skip(after),
            None if habit => return Here::Skip(end),
            None if found.is_empty() => return Here::Nothing,
            None => {}
        }
        if self.is(end, Atom::Latest) {
            found.bound = Some((Bound::By, None));
            end += 1;
        }
        match self.finish(found, from, end) {
            Some(when) => Here::Read(Box::new(when), end),
            None => Here::Nothing,
        }
    }

    /// Takes one more piece into what was found; the position after it.
    fn piece(&self, found: &mut Found, at: usize, link: &Link) -> Option<usize> {
        let led = link.bound.is_some() || link.clock() || link.on || link.after || !found.is_empty();
        if self.is(at, Atom::Closing) && !found.closing && led {
            found.closing = true;
            return Some(at + 1);
        }
        if found.clock.is_none()
            && (link.clock() || link.between && !self.is_day_span(at, link))
            && let Some(end) = self.take_clock(found, at, link)
        {
            return Some(end);
        }
        // A second day after a comma is another day, unless it says the first one again.
        if let Some((days, end)) = self.day_or_span(at, link) {
            match found.days.take() {
                None => {
                    found.part = days.part.or(found.part);
                    found.days = Some(days);
                    return Some(end);
                }
                Some(first) => {
                    let merged = self.merge(&first, &days, link);
                    let fits = merged.is_some();
                    found.days = Some(merged.unwrap_or(first));
                    return fits.then_some(end);
                }
            }
        }
        if found.clock.is_none()
            && let Some(end) = self.take_clock(found, at, link)
        {
            return Some(end);
        }
        match self.atom(at) {
            Some(Atom::Part(part)) if found.part.is_none() => {
                found.part = Some(part);
                Some(self.past(at + 1, self.is(at + 1, Atom::This)))
            }
            _ => None,
        }
    }

    fn take_clock(&self, found: &mut Found, at: usize, link: &Link) -> Option<usize> {
        let exact =
            found.days.as_ref().is_some_and(|days| days.reach.as_ref().is_some_and(|reach| reach.exact.is_some()));
        let (clock, end) = self.clock(at, link, found.days.is_some() || found.part.is_some()).filter(|_| !exact)?;
        found.clock = Some(clock);
        found.clock_after = link.after;
        Some(end)
    }

    fn is_day_span(&self, at: usize, link: &Link) -> bool {
        self.day_or_span(at, link).is_some_and(|(days, _)| days.first != days.last)
    }

    /// A day, or two with “and” or “to” between them.
    fn day_or_span(&self, at: usize, link: &Link) -> Option<(Days, usize)> {
        let (first, end) = self.day(at, link)?;
        let both = self.is(end, Atom::And) && link.between
            || self.is(end, Atom::Or)
            || matches!(self.atom(end), Some(Atom::To));
        let until = self.is(end, Atom::Until) && (link.from || matches!(first.sort, Sort::Weekday(_)));
        let both = both || until || self.is_mark(end, &['-', '–', '—', '/']);
        if !both || first.past || first.reach.as_ref().is_some_and(|reach| reach.exact.is_some()) {
            return Some((first, end));
        }
        let (next, after) = self.link(end + 1);
        let Some((second, after)) =
            self.day(after, &Link { on: true, ..next }).filter(|_| next.bound.is_none() && !next.clock())
        else {
            return Some((first, end));
        };
        let mut last = second.last;
        if last <= first.first && matches!(second.sort, Sort::Weekday(_)) {
            last = plus(last, 7)?;
        }
        if last <= first.first {
            return Some((first, end));
        }
        let days = Days { last, also: second.also, part: second.part, ..first }.but(Sure::Likely);
        Some((days, after))
    }

    /// “Tuesday next week”, “Friday the 27th”, “tomorrow (Wednesday)”: two words for one day.
    fn merge(&self, first: &Days, second: &Days, link: &Link) -> Option<Days> {
        // “arbeidsdagens slutt i morgen”, “tomorrow before the day's end”
        match (first.sort, second.sort) {
            (Sort::DayEnd, _) if !link.comma => return Some(Days { bound: first.bound, ..second.clone() }),
            (_, Sort::DayEnd) if first.first == first.last => {
                return Some(Days { bound: second.bound, ..first.clone() });
            }
            _ => {}
        }
        if second.past != first.past || link.bound.is_some() || link.from || link.until {
            return None;
        }
        let kept = |days: &Days, other: &Days| Days {
            part: days.part.or(other.part),
            bound: days.bound.or(other.bound),
            ..days.clone()
        };
        match (first.sort, second.sort) {
            (Sort::Weekday(_), Sort::Full | Sort::Number) => Some(kept(second, first)),
            (Sort::Weekday(day), Sort::Week) | (Sort::Week, Sort::Weekday(day)) if !link.comma => {
                let week = if first.sort == Sort::Week { first } else { second };
                let date = in_week(week.last, 0, day)?;
                let sure = if date <= self.today { Sure::Ask } else { Sure::Certain };
                Some(Days::one(date, Sort::Other).but(sure))
            }
            // “Jumat besok”: the coming one.
            (Sort::Weekday(_), Sort::Near) if !link.comma && self.lexicon.table.qualifies_after => Some(first.clone()),
            // “i dag om en uke”
            (Sort::Near, Sort::Weeks(weeks)) if !link.comma => {
                Some(Days::one(plus(first.first, 7 * weeks)?, Sort::Other))
            }
            // “fredag om to uker”: of that week; “Friday in a week” the same.
            (Sort::Weekday(day), Sort::Weeks(weeks)) if !link.comma => {
                let near = plus(upcoming(self.today, day)?, 7 * weeks)?;
                let date = in_week(self.today, weeks, day)?;
                let mut days = Days::one(date, Sort::Other).but(Sure::Likely);
                days.also.extend((near != date).then_some(near));
                Some(days)
            }
            (_, Sort::Weekday(_) | Sort::Full | Sort::Number | Sort::Near)
                if first.first == second.first && first.last == second.last =>
            {
                Some(Days { sort: Sort::Other, ..kept(first, second) })
            }
            _ => None,
        }
    }

    /// Where opening hours, habits and wishes end: “Monday to Friday”, “9–16 on weekdays”, “every Friday at 9”.
    fn habit(&self, found: &Found, from: usize, end: usize) -> Option<usize> {
        if found.is_empty() {
            return None;
        }
        if found.first.idle {
            return Some(end);
        }
        let Some(days) = &found.days else {
            let (link, after) = self.link(end);
            let workdays = self.unit(after) == Some(Unit::Workday) && !link.ahead;
            return (found.clock.is_some() && (workdays || link.idle)).then_some(self.past(after, workdays));
        };
        let name = |at: usize| matches!(self.atom(at), Some(Atom::Weekday(_) | Atom::Short(_)));
        let names = (from..end).filter(|at| name(*at)).count();
        // “between Monday and Friday”, “Monday or Tuesday” and “from Monday to Friday” are days to come.
        let chosen =
            (from..end).any(|at| matches!(self.atom(at), Some(Atom::Or | Atom::And)) && at > from && name(at - 1));
        let span = matches!(days.sort, Sort::Weekday(_)) && days.first != days.last && names > 1;
        let hours = found.clock.is_some();
        (span && !chosen && found.bound.is_none() && (hours || !found.first.from)).then_some(end)
    }

    fn finish(&self, found: Found, from: usize, end: usize) -> Option<When> {
        let Found { days, clock, part, closing, bound, first, clock_after } = found;
        let nothing_but_part = days.is_none() && clock.is_none() && !closing;
        if nothing_but_part && !(first.ahead || first.during || first.bound.is_some()) {
            return None;
        }
        let stated = days.is_some();
        let days = match days {
            Some(days) => days,
            None => Days::one(self.day_of_time(clock, part, &first)?, Sort::Other).but(Sure::Likely),
        };
        let mut sure = days.sure;
        let exact = days.reach.as_ref().and_then(|reach| reach.exact.clone());
        let (mut bound, mut also) = bound.unwrap_or((Bound::On, None));
        bound = match (days.bound, bound) {
            // What ends before a month's end has all of it; “paling lambat 3 hari” is counted.
            (Some(Bound::Within), _) => Bound::Within,
            (Some(own), Bound::Before | Bound::On) => {
                also = None;
                own
            }
            _ if closing => Bound::By,
            // “before today is over”
            (_, Bound::Before) if days.first <= self.today && clock.is_none() => Bound::By,
            (_, bound) => bound,
        };
        if exact.is_some() && bound != Bound::On {
            bound = Bound::Within;
        }
        let mut date = days.first;
        let mut last = days.last;
        let time = match (&exact, clock) {
            (Some(exact), _) => Some(minute(exact)),
            (None, Some(clock)) if clock.midnight => {
                let ends = !stated || last == self.today || matches!(bound, Bound::By | Bound::Before);
                Some(if ends { Clock::LAST } else { Time::midnight() })
            }
            (None, Some(clock)) => {
                if clock.elsewhere {
                    sure = Sure::Ask;
                }
                if !clock.fixed {
                    sure = sure.min(Sure::Likely);
                }
                Some(clock.time(part)?)
            }
            (None, None) => None,
        };
        let after = first.after || clock_after;
        if after {
            sure = Sure::Ask;
        }
        if first.since && date > self.today {
            return None;
        }
        if first.night_to && time.is_none() {
            date = plus(date, -1)?;
            last = date;
        }
        let span = self.items.get(from)?.span.start..self.items.get(end.checked_sub(1)?)?.span.end;
        let past = days.past || first.since || last < self.today;
        let also = (days.also, also.into_iter().collect());
        Some(When {
            span,
            date,
            last,
            time: time.filter(|_| !after || exact.is_some()),
            part,
            also: also.0,
            bound,
            bound_also: also.1,
            exact,
            sure,
            past,
        })
    }

    /// The day of a time or a part of the day that stands alone: today, or tomorrow when that is over.
    fn day_of_time(&self, clock: Option<Clock>, part: Option<Part>, link: &Link) -> Option<Date> {
        let over = match (clock, part) {
            (Some(clock), _) if !clock.midnight => clock.time(part)? <= self.now.time(),
            (None, Some(part)) if !link.during => {
                self.now.time().hour()
                    >= match part {
                        Part::Morning => 9,
                        Part::Forenoon | Part::Noon => 12,
                        Part::Afternoon => 17,
                        Part::Evening | Part::Night => 22,
                    }
            }
            _ => false,
        };
        plus(self.today, i64::from(over))
    }
}

/// The local time of a moment to the minute.
fn minute(exact: &Zoned) -> Time {
    let time = exact.time();
    Time::new(time.hour(), time.minute(), 0, 0).unwrap_or(time)
}
