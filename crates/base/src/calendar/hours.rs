//! Opening hours of a day and of a week, in local wall time; valid by construction. Knows no zone and no date.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use super::CalendarError;

/// A wall-clock time of a day in whole minutes, 00:00 to 24:00 (the end of the day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalTime(u16);

impl LocalTime {
    /// Minutes since 00:00 of the clock's face, 0 to 1440.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for LocalTime {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let number = |part: &str| {
            let two_digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            two_digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let minutes = || {
            let (hour, minute) = text.split_once(':')?;
            let (hour, minute) = (number(hour)?, number(minute)?);
            (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
        };
        minutes().map(Self).ok_or_else(|| CalendarError::BadTime(text.to_owned()))
    }
}

impl TryFrom<String> for LocalTime {
    type Error = CalendarError;

    fn try_from(text: String) -> Result<Self, CalendarError> {
        text.parse()
    }
}

impl From<LocalTime> for String {
    fn from(time: LocalTime) -> Self {
        time.to_string()
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Open from one time of a day (included) to a later one (left out). Written `["08:00", "16:00"]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(LocalTime, LocalTime)", into = "(LocalTime, LocalTime)")]
pub struct Interval {
    from: LocalTime,
    to: LocalTime,
}

impl Interval {
    /// An interval of one day.
    ///
    /// # Errors
    /// [`CalendarError::Reversed`] unless `to` is after `from`.
    pub fn new(from: LocalTime, to: LocalTime) -> Result<Self, CalendarError> {
        if from < to { Ok(Self { from, to }) } else { Err(CalendarError::Reversed { from, to }) }
    }

    /// Opening time.
    #[must_use]
    pub fn from(self) -> LocalTime {
        self.from
    }

    /// Closing time.
    #[must_use]
    pub fn to(self) -> LocalTime {
        self.to
    }
}

impl TryFrom<(LocalTime, LocalTime)> for Interval {
    type Error = CalendarError;

    fn try_from((from, to): (LocalTime, LocalTime)) -> Result<Self, CalendarError> {
        Self::new(from, to)
    }
}

impl From<Interval> for (LocalTime, LocalTime) {
    fn from(interval: Interval) -> Self {
        (interval.from, interval.to)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.from, self.to)
    }
}

/// The intervals of one day, in order and apart from one another; none when closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Interval>", into = "Vec<Interval>")]
pub struct DayHours(Vec<Interval>);

impl DayHours {
    /// Puts the intervals in order; they may touch.
    ///
    /// # Errors
    /// [`CalendarError::Overlap`] when two of them share time.
    pub fn new(mut intervals: Vec<Interval>) -> Result<Self, CalendarError> {
        intervals.sort_unstable();
        match intervals.windows(2).find(|pair| pair[1].from < pair[0].to) {
            Some(pair) => Err(CalendarError::Overlap { first: pair[0], second: pair[1] }),
            None => Ok(Self(intervals)),
        }
    }

    /// The intervals in order.
    #[must_use]
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }
}

impl TryFrom<Vec<Interval>> for DayHours {
    type Error = CalendarError;

    fn try_from(intervals: Vec<Interval>) -> Result<Self, CalendarError> {
        Self::new(intervals)
    }
}

impl From<DayHours> for Vec<Interval> {
    fn from(hours: DayHours) -> Self {
        hours.0
    }
}

/// The hours of an ordinary week. A weekday left out is closed; a misspelt one is an error, not a closed day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// Monday.
    pub mon: DayHours,
    /// Tuesday.
    pub tue: DayHours,
    /// Wednesday.
    pub wed: DayHours,
    /// Thursday.
    pub thu: DayHours,
    /// Friday.
    pub fri: DayHours,
    /// Saturday.
    pub sat: DayHours,
    /// Sunday.
    pub sun: DayHours,
}

impl Week {
    /// The same hours from Monday to Friday, the weekend closed.
    #[must_use]
    pub fn weekdays(hours: &DayHours) -> Self {
        let day = || hours.clone();
        Self { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), ..Self::default() }
    }

    /// The hours of a weekday.
    #[must_use]
    pub fn on(&self, weekday: Weekday) -> &DayHours {
        match weekday {
            Weekday::Monday => &self.mon,
            Weekday::Tuesday => &self.tue,
            Weekday::Wednesday => &self.wed,
            Weekday::Thursday => &self.thu,
            Weekday::Friday => &self.fri,
            Weekday::Saturday => &self.sat,
            Weekday::Sunday => &self.sun,
        }
    }

    /// Whether no day of the week has hours.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        let days = [&self.mon, &self.tue, &self.wed, &self.thu, &self.fri, &self.sat, &self.sun];
        days.iter().all(|day| day.0.is_empty())
    }
}
