//! Opening hours: how much of a stretch of time was open, and when so many open minutes will have passed.
//!
//! A [`Calendar`] is a time zone, the week's opening hours in local wall time, closed holidays and special dates.
//! An instant is open when its wall-clock time lies within the hours of its local date; everything else follows from
//! that: the hour repeated in autumn counts twice, the hour missing in spring not at all, a skipped date never comes.
//!
//! Knows nothing of conversations, of who waits for whom, or of the present: every instant comes in as a value.

pub mod holidays;
mod hours;
mod service;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use hours::{DayHours, Interval, LocalTime, Week};
pub use service::{Pause, calendar_hours};

/// When a team is there: zone, weekly hours, holidays, special dates.
///
/// As text it is JSON: `{"version": 3, "tz": "Europe/Oslo", "week": {"mon": [["08:00", "16:00"]]},
/// "holidays": ["2026-05-17"], "special": {"2026-12-24": [["08:00", "12:00"]]}}`. What is read is valid; a special
/// date goes before a holiday, since whoever wrote hours for that very date meant it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Calendar {
    version: u32,
    zone: TimeZone,
    week: Week,
    holidays: BTreeSet<Date>,
    special: BTreeMap<Date, DayHours>,
}

/// Why something is no calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The zone is in no IANA database we have.
    #[error("unknown time zone “{0}”; an IANA name such as “Europe/Oslo” is needed")]
    UnknownZone(String),
    /// Not a time of day.
    #[error("“{0}” is not a time of day between 00:00 and 24:00")]
    BadTime(String),
    /// Closing does not come after opening. A shift over midnight is two intervals.
    #[error("{from}–{to} does not end after it starts; hours over midnight are two intervals")]
    Reversed {
        /// Opening.
        from: LocalTime,
        /// Closing.
        to: LocalTime,
    },
    /// Two intervals of one day share time.
    #[error("{first} and {second} overlap")]
    Overlap {
        /// The interval that starts first.
        first: Interval,
        /// The one that starts before the first has ended.
        second: Interval,
    },
}

impl Calendar {
    /// A calendar with these hours and neither holidays nor special dates, version 1.
    ///
    /// # Errors
    /// [`CalendarError::UnknownZone`] when `zone` is no IANA name.
    pub fn new(zone: &str, week: Week) -> Result<Self, CalendarError> {
        let found = TimeZone::get(zone).ok().filter(|tz| !tz.is_unknown() && tz.iana_name().is_some());
        let zone = found.ok_or_else(|| CalendarError::UnknownZone(zone.to_owned()))?;
        Ok(Self { version: 1, zone, week, holidays: BTreeSet::new(), special: BTreeMap::new() })
    }

    /// The same with these closed dates instead of its own.
    #[must_use]
    pub fn with_holidays(self, holidays: impl IntoIterator<Item = Date>) -> Self {
        Self { holidays: holidays.into_iter().collect(), ..self }
    }

    /// The same with these dates of their own hours instead of its own.
    #[must_use]
    pub fn with_special(self, special: impl IntoIterator<Item = (Date, DayHours)>) -> Self {
        Self { special: special.into_iter().collect(), ..self }
    }

    /// The same under another version number: whoever changes a calendar gives it the next one, and what was
    /// measured keeps the number it was measured by.
    #[must_use]
    pub fn with_version(self, version: u32) -> Self {
        Self { version, ..self }
    }

    /// The version number.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The time zone.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The zone's IANA name.
    #[must_use]
    pub fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or_default()
    }

    /// The hours of an ordinary week.
    #[must_use]
    pub fn week(&self) -> &Week {
        &self.week
    }

    /// The closed dates.
    #[must_use]
    pub fn holidays(&self) -> &BTreeSet<Date> {
        &self.holidays
    }

    /// The dates with hours of their own.
    #[must_use]
    pub fn special(&self) -> &BTreeMap<Date, DayHours> {
        &self.special
    }

    /// The hours of one local date.
    #[must_use]
    pub fn hours_on(&self, date: Date) -> &[Interval] {
        match self.special.get(&date) {
            Some(hours) => hours.intervals(),
            None if self.holidays.contains(&date) => &[],
            None => self.week.on(date.weekday()).intervals(),
        }
    }

    /// Whether anything can be open once this date has begun: what lets a search end. The day before counts too,
    /// since clocks that go back over midnight return to it.
    fn may_open_around(&self, date: Date) -> bool {
        let last_special = self.special.last_key_value().map(|(last, _)| *last);
        !self.week.is_closed() || date.yesterday().ok() <= last_special
    }
}

/// A calendar as it is written down.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(default = "first_version")]
    version: u32,
    tz: String,
    week: Week,
    #[serde(default)]
    holidays: BTreeSet<Date>,
    #[serde(default)]
    special: BTreeMap<Date, DayHours>,
}

fn first_version() -> u32 {
    1
}

impl TryFrom<Written> for Calendar {
    type Error = CalendarError;

    fn try_from(written: Written) -> Result<Self, CalendarError> {
        let Written { version, tz, week, holidays, special } = written;
        Ok(Self::new(&tz, week)?.with_version(version).with_holidays(holidays).with_special(special))
    }
}

impl From<Calendar> for Written {
    fn from(calendar: Calendar) -> Self {
        let tz = calendar.zone_name().to_owned();
        let Calendar { version, zone: _, week, holidays, special } = calendar;
        Self { version, tz, week, holidays, special }
    }
}

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;
