//! Public holidays that a rule fixes: national days and those counted from Easter, for any year.
//!
//! They fill a calendar's list, which people then edit. Holidays that are announced (the Indonesian religious ones
//! among them) are never computed: they are data, entered each year.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// A country whose fixed holidays we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// Norway.
    Norway,
    /// Sweden, with the three eves that are closed by custom.
    Sweden,
    /// Denmark; Store Bededag until 2023.
    Denmark,
    /// Indonesia: only what has a fixed date.
    Indonesia,
}

/// The holidays of a region in a year. Empty outside the years 1900 to 2999, of which nobody asks.
#[must_use]
pub fn of(region: Region, year: i16) -> BTreeSet<Date> {
    if !(1900..3000).contains(&year) {
        return BTreeSet::new();
    }
    let fixed = |days: &[(i8, i8)]| days.iter().map(|(month, day)| date(year, *month, *day)).collect::<Vec<_>>();
    let sunday = easter(year);
    let around_easter = |days: &[i32]| days.iter().map(|days| sunday + days.days()).collect::<Vec<_>>();
    let (fixed, moving) = match region {
        Region::Norway => (
            fixed(&[(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)]),
            around_easter(&[MAUNDY_THURSDAY, GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, WHIT_SUNDAY, WHIT_MONDAY]),
        ),
        Region::Sweden => {
            let fixed = fixed(&[(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)]);
            let mut moving = around_easter(&[GOOD_FRIDAY, EASTER, EASTER_MONDAY, ASCENSION, WHIT_SUNDAY]);
            // The national day took the place of Whit Monday in 2005.
            moving.push(if year >= 2005 { date(year, 6, 6) } else { sunday + WHIT_MONDAY.days() });
            moving.push(first(Weekday::Friday, date(year, 6, 19)));
            moving.push(first(Weekday::Saturday, date(year, 6, 20)));
            moving.push(first(Weekday::Saturday, date(year, 10, 31)));
            (fixed, moving)
        }
        Region::Denmark => {
            let mut moving = around_easter(&[MAUNDY_THURSDAY, GOOD_FRIDAY, EASTER, EASTER_MONDAY]);
            moving.extend(around_easter(&[ASCENSION, WHIT_SUNDAY, WHIT_MONDAY]));
            if year < 2024 {
                moving.push(sunday + STORE_BEDEDAG.days());
            }
            (fixed(&[(1, 1), (12, 25), (12, 26)]), moving)
        }
        Region::Indonesia => (fixed(&[(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)]), Vec::new()),
    };
    fixed.into_iter().chain(moving).collect()
}

// Days from Easter Sunday.
const MAUNDY_THURSDAY: i32 = -3;
const GOOD_FRIDAY: i32 = -2;
const EASTER: i32 = 0;
const EASTER_MONDAY: i32 = 1;
const STORE_BEDEDAG: i32 = 26;
const ASCENSION: i32 = 39;
const WHIT_SUNDAY: i32 = 49;
const WHIT_MONDAY: i32 = 50;

/// The first such weekday on or after a date.
fn first(weekday: Weekday, from: Date) -> Date {
    from + i32::from(from.weekday().until(weekday)).days()
}

/// Easter Sunday of the Gregorian calendar (the anonymous rule of 1876, as Meeus gives it).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let leap_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - leap_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 21;
    // Counted from 1 March, so that April needs no case of its own.
    date(year, 3, 1) + days.days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(calendar: &str, year: i16) -> BTreeSet<Date> {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../../../tests/vectors/business_hours.json"))
                .expect("the vector file is JSON");
        let calendar: crate::calendar::Calendar =
            serde_json::from_value(file["calendars"][calendar].clone()).expect("its calendars are valid");
        calendar.holidays().iter().copied().filter(|date| date.year() == year).collect()
    }

    #[test]
    fn easter_falls_where_the_almanac_has_it() {
        for sunday in [
            date(1961, 4, 2),
            date(1981, 4, 19),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2011, 4, 24),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2038, 4, 25),
            date(2049, 4, 18),
            date(2285, 3, 22),
        ] {
            assert_eq!(easter(sunday.year()), sunday);
        }
    }

    #[test]
    fn norway_and_denmark_are_as_listed_for_2026() {
        assert_eq!(of(Region::Norway, 2026), listed("oslo", 2026));
        assert_eq!(of(Region::Denmark, 2026), listed("copenhagen", 2026));
    }

    #[test]
    fn sweden_is_as_listed_for_2026_and_knows_whit_sunday_too() {
        let mut listed = listed("stockholm", 2026);
        assert!(listed.insert(date(2026, 5, 24)));
        assert_eq!(of(Region::Sweden, 2026), listed);
    }

    #[test]
    fn indonesia_has_only_fixed_dates_and_all_are_listed() {
        let fixed = of(Region::Indonesia, 2026);
        assert_eq!(fixed.len(), 5);
        assert!(fixed.is_subset(&listed("jakarta", 2026)));
    }

    #[test]
    fn store_bededag_ends_after_2023() {
        assert!(of(Region::Denmark, 2023).contains(&date(2023, 5, 5)));
        assert!(!of(Region::Denmark, 2024).contains(&date(2024, 4, 26)));
    }

    #[test]
    fn swedens_national_day_replaced_whit_monday_in_2005() {
        assert!(of(Region::Sweden, 2004).contains(&date(2004, 5, 31)));
        assert!(!of(Region::Sweden, 2004).contains(&date(2004, 6, 6)));
        assert!(of(Region::Sweden, 2005).contains(&date(2005, 6, 6)));
        assert!(!of(Region::Sweden, 2005).contains(&date(2005, 5, 16)));
    }

    #[test]
    fn midsummer_and_all_saints_keep_to_their_weekdays() {
        for year in 1953..2100 {
            let days = of(Region::Sweden, year);
            let june: Vec<_> = days.iter().filter(|d| d.month() == 6 && (19..=26).contains(&d.day())).collect();
            assert_eq!(june.iter().map(|d| d.weekday()).collect::<Vec<_>>(), [Weekday::Friday, Weekday::Saturday]);
            let saints = days.range(date(year, 10, 31)..=date(year, 11, 6)).next().map(|d| d.weekday());
            assert_eq!(saints, Some(Weekday::Saturday), "{year}");
        }
    }

    #[test]
    fn years_nobody_asks_of_have_none() {
        for year in [i16::MIN, -1, 0, 1899, 3000, i16::MAX] {
            assert!(of(Region::Norway, year).is_empty());
        }
        assert!(!of(Region::Norway, 1900).is_empty() && !of(Region::Norway, 2999).is_empty());
    }
}
