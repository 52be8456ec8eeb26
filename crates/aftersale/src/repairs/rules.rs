//! A repair from the counter and back: its stages, the estimate that the customer approves, what it costs. Pure.
//!
//! ```text
//! registered → received → diagnosed → estimated → approved → repairing ⇄ waiting for parts
//!                             │           └→ declined → ready (as it was)     └→ tested → ready → collected
//!                             └ covered: nothing to approve → repairing
//! registered → cancelled: only while nothing is here; later an estimate is declined
//! ```

use base::{Currency, Money, MoneyError};
use serde::{Deserialize, Serialize};

/// Where a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Asked for; the item is not here.
    Registered,
    /// The item is here.
    Received,
    /// It is known what is wrong.
    Diagnosed,
    /// The customer has the estimate.
    Estimated,
    /// The customer agreed.
    Approved,
    /// The customer did not; the item goes back as it is.
    Declined,
    /// Being mended.
    Repairing,
    /// Parts are on their way.
    WaitingForParts,
    /// Mended and tried.
    Tested,
    /// The customer may fetch it.
    Ready,
    /// It is back. An end.
    Collected,
    /// Called off before it came. An end.
    Cancelled,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Registered,
        Self::Received,
        Self::Diagnosed,
        Self::Estimated,
        Self::Approved,
        Self::Declined,
        Self::Repairing,
        Self::WaitingForParts,
        Self::Tested,
        Self::Ready,
        Self::Collected,
        Self::Cancelled,
    ];
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Take it in.
    Receive,
    /// Find out what is wrong.
    Diagnose,
    /// Send the estimate, or a new one that costs more.
    Estimate,
    /// The customer agrees.
    Approve,
    /// The customer declines.
    Decline,
    /// Begin, or go on once the parts are there.
    Begin,
    /// Order parts.
    Order,
    /// It works again.
    Test,
    /// Tell the customer to fetch it.
    Notify,
    /// Hand it over.
    HandOver,
    /// Call it off.
    Cancel,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Receive,
        Self::Diagnose,
        Self::Estimate,
        Self::Approve,
        Self::Decline,
        Self::Begin,
        Self::Order,
        Self::Test,
        Self::Notify,
        Self::HandOver,
        Self::Cancel,
    ];
}

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Terms {
    /// The customer, what they approved.
    Chargeable,
    /// Nobody: warranty or plan. There is nothing to estimate or approve.
    Free,
}

/// A step that does not follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{step:?} does not follow {stage:?}")]
pub struct Forbidden {
    /// Where it is.
    pub stage: Stage,
    /// What was tried.
    pub step: Step,
}

/// The stage that a step leads to. No work begins that somebody pays for and did not approve.
///
/// # Errors
/// [`Forbidden`] for every other step.
pub fn next(stage: Stage, step: Step, terms: Terms) -> Result<Stage, Forbidden> {
    use Stage as S;
    let chargeable = terms == Terms::Chargeable;
    let to = match (stage, step) {
        (S::Registered, Step::Receive) => S::Received,
        (S::Registered, Step::Cancel) => S::Cancelled,
        (S::Received, Step::Diagnose) => S::Diagnosed,
        // Also while it is mended: what turns out to cost more is asked again.
        (S::Diagnosed | S::Estimated | S::Approved | S::Repairing | S::WaitingForParts, Step::Estimate)
            if chargeable =>
        {
            S::Estimated
        }
        (S::Diagnosed, Step::Begin) if !chargeable => S::Repairing,
        (S::Estimated, Step::Approve) if chargeable => S::Approved,
        (S::Estimated, Step::Decline) if chargeable => S::Declined,
        (S::Approved | S::WaitingForParts, Step::Begin) => S::Repairing,
        (S::Approved | S::Repairing, Step::Order) => S::WaitingForParts,
        (S::Repairing, Step::Test) => S::Tested,
        // Tried, and it does not work yet.
        (S::Tested, Step::Begin) => S::Repairing,
        (S::Tested | S::Declined, Step::Notify) => S::Ready,
        (S::Ready, Step::HandOver) => S::Collected,
        _ => return Err(Forbidden { stage, step }),
    };
    Ok(to)
}

/// What a line of an estimate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A part.
    Part,
    /// Work, by the minute.
    Work,
    /// Sending it.
    Freight,
    /// Anything else.
    Other,
}

/// A line of an estimate or of what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// For what.
    pub kind: LineKind,
    /// In words.
    pub what: String,
    /// How many pieces, or minutes of work.
    pub count: u32,
    /// The price of one piece, or of an hour of work.
    pub price: Money,
    /// What it costs us, the same way.
    pub cost: Money,
}

impl Line {
    /// What the customer pays for the line.
    ///
    /// # Errors
    /// Too large a sum.
    pub fn total(&self) -> Result<Money, MoneyError> {
        self.reckon(self.price)
    }

    /// What the line costs us.
    ///
    /// # Errors
    /// Too large a sum.
    pub fn own_cost(&self) -> Result<Money, MoneyError> {
        self.reckon(self.cost)
    }

    fn reckon(&self, amount: Money) -> Result<Money, MoneyError> {
        match self.kind {
            LineKind::Work => amount.share(i64::from(self.count), 60),
            LineKind::Part | LineKind::Freight | LineKind::Other => amount.times(i64::from(self.count)),
        }
    }
}

/// What the customer was told, and what they said; an approval is of this edition and of no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// 1 for the first.
    pub edition: u32,
    /// In which currency.
    pub currency: Currency,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The tax as given with it, shown beside and never reckoned.
    pub tax: Option<Money>,
}

impl Estimate {
    /// The sum of its lines.
    ///
    /// # Errors
    /// Two currencies; too large a sum.
    pub fn total(&self) -> Result<Money, MoneyError> {
        self.lines.iter().try_fold(Money::zero(self.currency), |sum, line| sum.plus(line.total()?))
    }
}

/// Whether what the customer pressed is what they saw: the newest edition, at its sum.
///
/// # Errors
/// Two currencies; too large a sum.
pub fn is_approval_of(estimate: &Estimate, edition: u32, shown: Money) -> Result<bool, MoneyError> {
    Ok(edition == estimate.edition && estimate.total()?.compare(shown)?.is_eq())
}

/// What a repair came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// What the customer pays: never more than they approved, and nothing when it is free.
    pub charged: Money,
    /// What it cost us.
    pub cost: Money,
}

/// Reckons what was done against what was approved; without an approval nothing is charged.
///
/// # Errors
/// Two currencies; too large a sum.
pub fn bill(currency: Currency, done: &[Line], approved: Option<Money>, terms: Terms) -> Result<Bill, MoneyError> {
    let nothing = Money::zero(currency);
    let cost = done.iter().try_fold(nothing, |sum, line| sum.plus(line.own_cost()?))?;
    let price = done.iter().try_fold(nothing, |sum, line| sum.plus(line.total()?))?;
    let charged = match (terms, approved) {
        (Terms::Free, _) | (_, None) => nothing,
        (Terms::Chargeable, Some(approved)) if price.compare(approved)?.is_gt() => approved,
        (Terms::Chargeable, Some(_)) => price,
    };
    Ok(Bill { charged, cost })
}

#[cfg(test)]
mod tests;
