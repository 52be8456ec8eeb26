//! When an item needs its next service, by time and by use, and what that costs its owner. Pure.
//!
//! Nothing is typed that can be derived: the next day due follows from the last visit, from the schedule and from what the
//! meter showed. Of time and use the earlier decides.

use base::{Money, MoneyError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How often, and what is given with the item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Every so many months.
    pub months: Option<u16>,
    /// Every so much use: kilometres, hours, washes.
    pub uses: Option<u32>,
    /// So many visits are free.
    pub free: u32,
    /// So much off the visits after those, in hundredths of a percent.
    pub discount: u16,
    /// So many visits have that discount; all where none is set.
    pub discounted: Option<u32>,
}

/// What the meter showed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reading {
    /// The day.
    pub on: Date,
    /// What it showed since the item was new.
    pub meter: u64,
}

/// A visit that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The day.
    pub on: Date,
    /// What the meter showed, if it was read.
    pub meter: Option<u64>,
}

/// An item in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Since when.
    pub since: Date,
    /// What the meter showed on other days than those of visits, in any order.
    pub readings: Vec<Reading>,
    /// Visits made, in any order.
    pub visits: Vec<Visit>,
}

/// What a day due follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// So many months have passed.
    Time,
    /// It will have been used so much, going by the meter so far.
    Use,
}

/// When the next visit is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day; one in the past is overdue.
    pub on: Date,
    /// Why then.
    pub because: Because,
    /// What the meter will show, where use counts.
    pub meter: Option<u64>,
}

/// What the next visit costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// Nothing: number so many of so many.
    Free {
        /// From 1.
        number: u32,
        /// Of all free ones.
        of: u32,
    },
    /// Less than the price.
    Discounted(Money),
    /// The price.
    Full(Money),
}

/// When the next visit is due; none when the schedule names neither time nor a use that can be foreseen.
#[must_use]
pub fn next_due(schedule: &Schedule, item: &Item) -> Option<Due> {
    let last = item.visits.iter().map(|visit| visit.on).max().unwrap_or(item.since).max(item.since);
    let months = schedule.months.filter(|months| *months > 0);
    let by_time = months.and_then(|months| last.checked_add(i64::from(months).months()).ok());
    let meter = schedule.uses.filter(|uses| *uses > 0).map(|uses| at_last_visit(item).saturating_add(u64::from(uses)));
    let by_use = meter.and_then(|meter| reaches(item, meter));
    let time = by_time.map(|on| Due { on, because: Because::Time, meter });
    let used = by_use.map(|on| Due { on, because: Because::Use, meter });
    [time, used].into_iter().flatten().min_by_key(|due| due.on)
}

/// What the meter showed at the last visit, or the most that it is known to have shown until then.
fn at_last_visit(item: &Item) -> u64 {
    let Some(last) = item.visits.iter().map(|visit| visit.on).max() else { return 0 };
    known(item).into_iter().filter(|one| one.on <= last).map(|one| one.meter).max().unwrap_or(0)
}

/// All that is known of the meter, by day; it showed nothing when the item was new.
fn known(item: &Item) -> Vec<Reading> {
    let visited = item.visits.iter().filter_map(|visit| visit.meter.map(|meter| Reading { on: visit.on, meter }));
    let new = Reading { on: item.since, meter: 0 };
    let mut all: Vec<Reading> = std::iter::once(new).chain(visited).chain(item.readings.iter().copied()).collect();
    all.sort_unstable();
    all
}

/// The day the meter shows so much, going on as it did since the item was new: the last whole day before, so that nobody
/// comes too late. If it showed that already, the first day on which it is known to have.
fn reaches(item: &Item, meter: u64) -> Option<Date> {
    let known = known(item);
    if let Some(there) = known.iter().find(|one| one.meter >= meter) {
        return Some(there.on);
    }
    let last = known.last()?;
    let days = u128::try_from(item.since.until(last.on).ok()?.get_days()).ok()?;
    // Nothing can be foreseen of what was not used, or not for a day.
    if last.meter == 0 || days == 0 {
        return None;
    }
    let ahead = u128::from(meter - last.meter) * days / u128::from(last.meter);
    last.on.checked_add(jiff::Span::new().try_days(i64::try_from(ahead).ok()?).ok()?).ok()
}

/// What the next visit costs its owner, of this price: free ones first, counted by the visits made.
///
/// # Errors
/// Too large a sum.
pub fn cost_of_next(schedule: &Schedule, item: &Item, price: Money) -> Result<Cost, MoneyError> {
    let made = u32::try_from(item.visits.len()).unwrap_or(u32::MAX);
    if made < schedule.free {
        return Ok(Cost::Free { number: made + 1, of: schedule.free });
    }
    let paid = made - schedule.free;
    let less = schedule.discount > 0 && schedule.discounted.is_none_or(|count| paid < count);
    if less {
        let off = price.percent(i64::from(schedule.discount.min(10_000)))?;
        return Ok(Cost::Discounted(price.minus(off)?));
    }
    Ok(Cost::Full(price))
}

#[cfg(test)]
mod tests;
