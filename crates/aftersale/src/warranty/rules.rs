//! What a warranty covers, and until when. Pure.
//!
//! Terms are counted as the European rule on periods counts (Regulation 1182/71, article 3): the day of the event is not
//! counted; a period of months or years ends with the day of the same number, or with the month's last where there is
//! none; the last day is covered whole, by the clock of where the customer lives. What is in doubt is decided for the
//! customer: an unknown day counts as its latest, an unknown cause as covered unless every cause were left out.

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

mod faults;

pub use faults::{Fault, Repeat, RepeatBounds, repeated};

/// Who answers for a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The law's: the seller.
    Legal,
    /// The maker's promise.
    Maker,
    /// An insurance that was bought.
    Bought,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// It was made wrong, or breaks by itself.
    Defect,
    /// Used up.
    Wear,
    /// An accident.
    Accident,
    /// Used against its instructions.
    Misuse,
}

/// What a term is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goods {
    /// Everything we sell.
    All,
    /// A category.
    Category(String),
    /// One product.
    Product(String),
}

/// How long a term lasts; its parts are added, the larger first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// Years.
    #[serde(default)]
    pub years: u8,
    /// Months.
    #[serde(default)]
    pub months: u16,
    /// Days.
    #[serde(default)]
    pub days: u16,
}

/// From which day a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Begins {
    /// The purchase.
    Purchase,
    /// The delivery, or the purchase where none is known.
    Delivery,
}

/// A warranty term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// Whose promise it is.
    pub kind: Kind,
    /// For what.
    pub goods: Goods,
    /// The country it holds in, two letters; everywhere where none is named.
    pub country: Option<String>,
    /// How long.
    pub length: Length,
    /// From when.
    pub from: Begins,
    /// Which causes it answers for.
    pub causes: Vec<Cause>,
    /// Whether days in repair are added.
    pub longer_by_repairs: bool,
}

/// A day that may be known roughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// Proved.
    On(Date),
    /// Between two days, both possible; the later one counts.
    Between(Date, Date),
}

/// What somebody owns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The product.
    pub product: String,
    /// Its category.
    pub category: String,
    /// Where it was bought, two letters.
    pub country: String,
    /// The customer's zone, by whose clock days end.
    pub zone: TimeZone,
    /// When it was bought.
    pub bought: Day,
    /// When it was delivered.
    pub delivered: Option<Day>,
    /// Days in repair, handed in and got back; in any order, also with overlaps.
    pub repairs: Vec<(Date, Date)>,
    /// Names of terms that were bought for it; terms of kind [`Kind::Bought`] hold for nothing else.
    pub bought_terms: Vec<String>,
}

/// Why a term covers or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It covers this.
    Covers,
    /// It covers this as long as nobody shows another cause.
    CoversInDoubt,
    /// It has ended.
    Ended,
    /// Reported before the customer had it.
    NotBegun,
    /// It does not answer for that cause.
    OtherCause,
}

/// A term that is about this item, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied<'a> {
    /// The term.
    pub term: &'a Term,
    /// From this day.
    pub first_day: Date,
    /// To this day, which is covered whole.
    pub last_day: Date,
    /// The first instant that is no longer covered: where the day after begins in the customer's zone.
    pub ends: Instant,
    /// What it says.
    pub reason: Reason,
}

impl Applied<'_> {
    /// Whether it covers.
    #[must_use]
    pub fn covers(&self) -> bool {
        matches!(self.reason, Reason::Covers | Reason::CoversInDoubt)
    }
}

/// The answer to "covered?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// All terms that are about the item, the best for the customer first: it decides.
    pub terms: Vec<Applied<'a>>,
}

impl<'a> Verdict<'a> {
    /// The term that covers, the best there is; none when nothing does.
    #[must_use]
    pub fn covered_by(&self) -> Option<&Applied<'a>> {
        self.terms.first().filter(|one| one.covers())
    }
}

/// Whether a fault that was reported at an instant is covered. `cause` is none while nobody knows it.
///
/// Who reports in time is covered, however long the rest takes. Of terms that cover, one beyond doubt goes before one in
/// doubt, then the one that lasts longer, then the law's before the maker's before a bought one. A term whose end lies
/// beyond the calendar is left out.
#[must_use]
pub fn covered<'a>(terms: &'a [Term], item: &Item, cause: Option<Cause>, reported: Instant) -> Verdict<'a> {
    let about = terms.iter().filter(|term| is_about(term, item));
    let mut applied: Vec<_> = about.filter_map(|term| apply(term, item, cause, reported)).collect();
    let rank = |reason| match reason {
        Reason::Covers => 0,
        Reason::CoversInDoubt => 1,
        _ => 2,
    };
    applied.sort_by_key(|one| (rank(one.reason), std::cmp::Reverse(one.ends), one.term.kind));
    Verdict { terms: applied }
}

fn is_about(term: &Term, item: &Item) -> bool {
    let goods = match &term.goods {
        Goods::All => true,
        Goods::Category(category) => *category == item.category,
        Goods::Product(product) => *product == item.product,
    };
    let here = term.country.as_ref().is_none_or(|country| country.eq_ignore_ascii_case(&item.country));
    let ours = term.kind != Kind::Bought || item.bought_terms.contains(&term.name);
    goods && here && ours
}

fn apply<'a>(term: &'a Term, item: &Item, cause: Option<Cause>, reported: Instant) -> Option<Applied<'a>> {
    let (first_day, last_day) = days(term, item)?;
    let ends = day_after_begins(last_day, &item.zone)?;
    let bought = match item.bought {
        Day::On(day) | Day::Between(day, _) => day,
    };
    let begun = bought.to_zoned(item.zone.clone()).is_ok_and(|start| start.timestamp() <= reported);
    let reason = match cause {
        _ if reported >= ends => Reason::Ended,
        _ if !begun => Reason::NotBegun,
        Some(cause) if term.causes.contains(&cause) => Reason::Covers,
        None if !term.causes.is_empty() => Reason::CoversInDoubt,
        _ => Reason::OtherCause,
    };
    Some(Applied { term, first_day, last_day, ends, reason })
}

/// The first and the last day of a term for an item; none beyond the calendar.
#[must_use]
pub fn days(term: &Term, item: &Item) -> Option<(Date, Date)> {
    let start = match (term.from, item.delivered) {
        (Begins::Delivery, Some(delivered)) => delivered,
        _ => item.bought,
    };
    let first = match start {
        Day::On(day) => day,
        Day::Between(one, other) => one.max(other),
    };
    let last = first.checked_add(span(term.length)).ok()?;
    let last = if term.longer_by_repairs { longer(last, first, &item.repairs)? } else { last };
    Some((first, last))
}

fn span(length: Length) -> Span {
    i64::from(length.years).years().months(i64::from(length.months)).days(i64::from(length.days))
}

/// Adds days in repair that began within the term. Each day counts once; the day it came back is the customer's again,
/// but a repair within one day gives that day back.
fn longer(mut last: Date, first: Date, repairs: &[(Date, Date)]) -> Option<Date> {
    let mut repairs: Vec<_> = repairs.iter().map(|(one, other)| (*one.min(other), *one.max(other))).collect();
    repairs.sort_unstable();
    let mut counted_to = first;
    for (handed_in, got_back) in repairs {
        if handed_in > last {
            break;
        }
        let back = if got_back == handed_in { got_back.tomorrow().ok()? } else { got_back };
        let from = handed_in.max(counted_to);
        if back > from {
            last = last.checked_add(from.until(back).ok()?).ok()?;
            counted_to = back;
        }
    }
    Some(last)
}

/// Where the day after begins: the first instant that no longer belongs to `day` by the zone's clock, also where midnight
/// is left out.
fn day_after_begins(day: Date, zone: &TimeZone) -> Option<Instant> {
    day.tomorrow().ok()?.to_zoned(zone.clone()).ok().map(|start| start.timestamp())
}

/// The day to remind the customer on, so many days before the last; none when it is past, or when the term is shorter.
#[must_use]
pub fn remind_on(first_day: Date, last_day: Date, days_before: u16, today: Date) -> Option<Date> {
    let day = last_day.checked_sub(i64::from(days_before).days()).ok()?;
    (day > first_day && day >= today).then_some(day)
}

#[cfg(test)]
mod tests;
