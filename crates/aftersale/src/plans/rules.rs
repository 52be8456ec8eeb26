//! Service plans: their periods, what is left of them, and what a case is entitled to before work begins. Pure.
//!
//! Periods are counted from the first day and not from one another, so that a plan of 31 January renews on 28 February
//! and on 31 March. While a plan is paused it covers nothing, and its period lasts so many days longer.

mod entitlement;

pub use entitlement::{Considered, Decision, Granted, Need, Why, entitlement, may_begin};

use base::Money;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is counted down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Visits.
    Visits,
    /// Minutes of work.
    Minutes,
    /// Parts.
    Parts,
}

/// A plan that can be bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its name.
    pub name: String,
    /// For each period.
    pub price: Money,
    /// Months in a period; 0 is read as 1.
    pub months: u16,
    /// What each period gives; none as the amount is without bound. What is not named is not covered.
    pub gives: Vec<(Unit, Option<u32>)>,
    /// The first answer within so many open minutes, for the service clock.
    pub response_minutes: Option<u32>,
}

/// Something that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<T> {
    /// For which case.
    pub case: T,
    /// What.
    pub unit: Unit,
    /// How much.
    pub amount: u32,
    /// When.
    pub on: Date,
}

/// A plan that a customer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract<T> {
    /// The plan, as it was bought.
    pub plan: Plan,
    /// The first day.
    pub starts: Date,
    /// The first day that it no longer covers, once it was cancelled.
    pub ends: Option<Date>,
    /// Pauses: the first day, and the first day after; none while one lasts.
    pub pauses: Vec<(Date, Option<Date>)>,
    /// What was counted.
    pub uses: Vec<Use<T>>,
}

/// A period: from a day to the one before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The first day of the next; none while a pause holds it open.
    pub to: Option<Date>,
}

/// How a plan stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not yet begun.
    NotBegun,
    /// It covers, in this period.
    Active(Period),
    /// Paused.
    Paused,
    /// Cancelled, and over.
    Ended,
}

/// When a cancelled plan ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cancelling {
    /// With the period that is paid.
    WithPeriod,
    /// On the day.
    AtOnce,
}

/// Why a use was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotCounted {
    /// It was counted for this case already.
    #[error("this case was counted already")]
    Already,
    /// The plan covers nothing on that day.
    #[error("the plan does not cover that day")]
    NotActive,
    /// The plan does not give that much.
    #[error("only {0} is left")]
    Left(u32),
}

/// What is left of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// So much.
    Some(u32),
    /// Without bound.
    Unbounded,
}

impl Left {
    /// What is left when so much is taken; never below nothing.
    #[must_use]
    pub fn less(self, amount: u32) -> Self {
        match self {
            Self::Some(left) => Self::Some(left.saturating_sub(amount)),
            Self::Unbounded => Self::Unbounded,
        }
    }

    /// How much of `amount` it covers.
    #[must_use]
    pub fn covers(self, amount: u32) -> u32 {
        match self {
            Self::Some(left) => left.min(amount),
            Self::Unbounded => amount,
        }
    }
}

impl<T: PartialEq> Contract<T> {
    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, day: Date) -> Standing {
        if day < self.starts {
            return Standing::NotBegun;
        }
        if self.ends.is_some_and(|end| day >= end) {
            return Standing::Ended;
        }
        if self.pauses.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| day < to)) {
            return Standing::Paused;
        }
        self.period(day).map_or(Standing::Ended, Standing::Active)
    }

    /// The period that a day lies in, paused or not; none before the first, or beyond the calendar.
    #[must_use]
    pub fn period(&self, day: Date) -> Option<Period> {
        let mut from = self.begins(0)?;
        if day < from {
            return None;
        }
        // A period has 28 days at least, so the calendar's end bounds this.
        for count in 1.. {
            match self.begins(count) {
                Some(next) if next <= day => from = next,
                to => return Some(Period { from, to }),
            }
        }
        None
    }

    /// The day it is paid again; none when it ends before, or while a pause lasts.
    #[must_use]
    pub fn renews(&self, day: Date) -> Option<Date> {
        let next = if day < self.starts { Some(self.starts) } else { self.period(day)?.to };
        next.filter(|next| self.ends.is_none_or(|end| *next < end))
    }

    /// The first day it would no longer cover if it were cancelled on `day`; what is paid is given.
    #[must_use]
    pub fn would_end(&self, day: Date, how: Cancelling) -> Date {
        match how {
            Cancelling::AtOnce => day.max(self.starts),
            Cancelling::WithPeriod => self.period(day).and_then(|period| period.to).unwrap_or(day).max(self.starts),
        }
    }

    /// What is left on a day; none when the plan does not give the unit, or does not cover the day.
    #[must_use]
    pub fn left(&self, unit: Unit, day: Date) -> Option<Left> {
        let Standing::Active(period) = self.standing(day) else { return None };
        let (_, amount) = self.plan.gives.iter().find(|(one, _)| *one == unit)?;
        let Some(amount) = amount else { return Some(Left::Unbounded) };
        let inside = |on: Date| period.from <= on && period.to.is_none_or(|to| on < to);
        let used = self.uses.iter().filter(|one| one.unit == unit && inside(one.on));
        Some(Left::Some(used.fold(*amount, |left, one| left.saturating_sub(one.amount))))
    }

    /// Whether something was counted for a case already.
    #[must_use]
    pub fn counted(&self, case: &T, unit: Unit) -> Option<&Use<T>> {
        self.uses.iter().find(|one| one.case == *case && one.unit == unit)
    }

    /// Counts a use, once for each case and unit, and never more than is left.
    ///
    /// # Errors
    /// [`NotCounted`]; nothing has changed then.
    pub fn count(&mut self, used: Use<T>) -> Result<Left, NotCounted> {
        if self.counted(&used.case, used.unit).is_some() {
            return Err(NotCounted::Already);
        }
        let left = self.left(used.unit, used.on).ok_or(NotCounted::NotActive)?;
        if let Left::Some(left) = left
            && used.amount > left
        {
            return Err(NotCounted::Left(left));
        }
        let after = left.less(used.amount);
        self.uses.push(used);
        Ok(after)
    }

    /// Where period number `count` begins: so many months after the first day, and the days of pauses that began before.
    fn begins(&self, count: i64) -> Option<Date> {
        let months = i64::from(self.plan.months.max(1)).checked_mul(count)?;
        let mut day = self.starts.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
        let mut pauses = self.pauses.clone();
        pauses.sort_unstable();
        let mut counted_to = self.starts;
        for (from, to) in pauses {
            if from >= day {
                break;
            }
            let (from, to) = (from.max(counted_to), to?);
            if to > from {
                let days = i64::from(from.until(to).ok()?.get_days());
                day = day.checked_add(days.days()).ok()?;
                counted_to = to;
            }
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests;
