//! Which days are asked for. Days are those of the business's zone, however long they are.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A ready-made period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Today alone.
    Today,
    /// Today and the six days before.
    Week,
    /// Today and the 27 days before: whole weeks compare well.
    FourWeeks,
    /// Since the first of this month.
    Month,
    /// The month before this one.
    LastMonth,
    /// Today and the 364 days before.
    Year,
}

/// The longest period that is taken, in days.
const LONGEST: i32 = 3660;

impl Preset {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Today, Self::Week, Self::FourWeeks, Self::Month, Self::LastMonth, Self::Year];

    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Week => "7d",
            Self::FourWeeks => "28d",
            Self::Month => "month",
            Self::LastMonth => "last-month",
            Self::Year => "year",
        }
    }

    /// Reads [`Preset::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Its days, as of `today`.
    #[must_use]
    pub fn period(self, today: Date) -> Period {
        let back = |days: i64| today.checked_sub(days.days()).unwrap_or(today);
        let first = today.first_of_month();
        match self {
            Self::Today => Period { from: today, to: today },
            Self::Week => Period { from: back(6), to: today },
            Self::FourWeeks => Period { from: back(27), to: today },
            Self::Month => Period { from: first, to: today },
            Self::LastMonth => {
                let last = first.yesterday().unwrap_or(first);
                Period { from: last.first_of_month(), to: last }
            }
            Self::Year => Period { from: back(364), to: today },
        }
    }
}

impl Period {
    /// The period between two dates as people wrote them (`2026-11-18`). None when one is no date, they are the wrong
    /// way round, or ten years lie between them.
    #[must_use]
    pub fn written(from: &str, to: &str) -> Option<Self> {
        let period = Self { from: from.parse().ok()?, to: to.parse().ok()? };
        (1..=LONGEST).contains(&period.days()).then_some(period)
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> i32 {
        self.to.since(self.from).map_or(0, |span| span.get_days().saturating_add(1))
    }

    /// As many days, just before.
    #[must_use]
    pub fn before(self) -> Self {
        let days = i64::from(self.days());
        let back = |date: Date| date.checked_sub(days.days()).unwrap_or(Date::MIN);
        Self { from: back(self.from), to: back(self.to) }
    }

    /// Every day of it.
    pub fn each(self) -> impl Iterator<Item = Date> {
        self.from.series(1.day()).take_while(move |day| *day <= self.to)
    }
}

/// A day as a number that sorts: 20261118.
#[must_use]
pub fn number(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn ends(period: Period) -> (String, String) {
        (period.from.to_string(), period.to.to_string())
    }

    #[test]
    fn presets_are_days_of_the_calendar() {
        let today = day("2026-03-30");
        for (preset, from, to) in [
            (Preset::Today, "2026-03-30", "2026-03-30"),
            (Preset::Week, "2026-03-24", "2026-03-30"),
            (Preset::FourWeeks, "2026-03-03", "2026-03-30"),
            (Preset::Month, "2026-03-01", "2026-03-30"),
            (Preset::LastMonth, "2026-02-01", "2026-02-28"),
            (Preset::Year, "2025-03-31", "2026-03-30"),
        ] {
            assert_eq!(ends(preset.period(today)), (from.into(), to.into()), "{preset:?}");
            assert_eq!(Preset::from_code(preset.code()), Some(preset));
        }
    }

    #[test]
    fn the_period_before_is_as_long_and_touches() {
        let period = Period::written("2026-03-24", "2026-03-30").expect("a week over the change of the clocks");
        assert_eq!((period.days(), ends(period.before())), (7, ("2026-03-17".into(), "2026-03-23".into())));
        assert_eq!(period.each().count(), 7);
        assert_eq!(period.before().to.tomorrow().ok(), Some(period.from));
    }

    #[test]
    fn what_is_no_period_is_none() {
        for (from, to) in [
            ("2026-03-02", "2026-03-01"),
            ("x", "2026-03-01"),
            ("2026-02-30", "2026-03-01"),
            ("1990-01-01", "2026-01-01"),
        ] {
            assert_eq!(Period::written(from, to), None, "{from} {to}");
        }
        assert_eq!(Period::written("2026-03-01", "2026-03-01").map(Period::days), Some(1));
    }

    #[test]
    fn numbers_of_days_sort_as_days_do() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2026-10-25"];
        let numbers: Vec<i64> = days.iter().map(|one| number(day(one))).collect();
        assert!(numbers.is_sorted() && numbers[0] == 20_251_231);
    }
}
