//! Free, covered or chargeable: said before anybody works, and the best for the customer of all that applies. Pure.

use base::{Money, MoneyError};
use jiff::civil::Date;

use super::{Contract, Left, Standing, Unit};

/// What a case needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need<T> {
    /// Which case.
    pub case: T,
    /// What it uses.
    pub unit: Unit,
    /// How much of it.
    pub amount: u32,
    /// What all of it costs by the price list.
    pub price: Money,
}

/// What makes a case free whatever plans there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Granted {
    /// A warranty covers it: the name of its term.
    Warranty(String),
    /// We always do this for free: the name of the policy.
    Policy(String),
}

/// Where something was considered, and what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered {
    /// The place of the contract.
    pub contract: usize,
    /// What it came to.
    pub why: Why,
}

/// What a plan comes to for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It covers all.
    Covers,
    /// It covers a part.
    CoversPart,
    /// It was counted for this case already and is not counted again.
    CountedBefore,
    /// Nothing is left in this period.
    UsedUp,
    /// It does not give this.
    NotInPlan,
    /// Not yet begun.
    NotBegun,
    /// Paused.
    Paused,
    /// Over.
    Ended,
}

/// What the customer is told before work begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It costs nothing and nothing is counted.
    Free(Granted),
    /// A plan covers it.
    Covered {
        /// The place of the contract.
        contract: usize,
        /// What is left now.
        before: Left,
        /// What is left then.
        after: Left,
        /// For what the plan does not cover; nothing where it covers all.
        to_pay: Money,
    },
    /// It costs this, and the customer accepts it first.
    Chargeable(Money),
}

impl Decision {
    /// What the customer would pay; nothing where nothing.
    #[must_use]
    pub fn to_pay(&self) -> Option<Money> {
        match self {
            Self::Free(_) => None,
            Self::Covered { to_pay, .. } => Some(*to_pay).filter(|pay| !pay.is_zero()),
            Self::Chargeable(price) => Some(*price).filter(|pay| !pay.is_zero()),
        }
    }
}

/// Decides what a case is entitled to on a day: what is granted goes before plans, of plans the one that leaves the least
/// to pay, then one without bound, then the one whose period ends first. Beside it what each plan came to.
///
/// # Errors
/// A sum that cannot be reckoned.
pub fn entitlement<T: PartialEq>(
    need: &Need<T>,
    granted: &[Granted],
    contracts: &[Contract<T>],
    day: Date,
) -> Result<(Decision, Vec<Considered>), MoneyError> {
    let mut considered = Vec::new();
    let mut best: Option<(Rank, Decision)> = None;
    for (place, contract) in contracts.iter().enumerate() {
        let (why, offer) = ask(need, place, contract, day)?;
        considered.push(Considered { contract: place, why });
        if let Some(offer) = offer
            && best.as_ref().is_none_or(|(rank, _)| offer.0 < *rank)
        {
            best = Some(offer);
        }
    }
    let decision = match (granted.first(), best) {
        (Some(granted), _) => Decision::Free(granted.clone()),
        (None, Some((_, covered))) => covered,
        (None, None) => Decision::Chargeable(need.price),
    };
    Ok((decision, considered))
}

/// The smaller the better: what is paid, whether it is counted at all, when it would be lost anyway.
type Rank = (i64, bool, Option<Date>);

fn ask<T: PartialEq>(
    need: &Need<T>,
    place: usize,
    contract: &Contract<T>,
    day: Date,
) -> Result<(Why, Option<(Rank, Decision)>), MoneyError> {
    let Standing::Active(period) = contract.standing(day) else {
        let why = match contract.standing(day) {
            Standing::NotBegun => Why::NotBegun,
            Standing::Paused => Why::Paused,
            _ => Why::Ended,
        };
        return Ok((why, None));
    };
    let Some(before) = contract.left(need.unit, day) else { return Ok((Why::NotInPlan, None)) };
    let counted = contract.counted(&need.case, need.unit).map(|used| used.amount);
    // What was counted for this case covers as much of it as was counted, and takes nothing again.
    let (covers, after) = match counted {
        Some(amount) => (amount.min(need.amount), before),
        None => (before.covers(need.amount), before.less(need.amount)),
    };
    if covers == 0 && need.amount > 0 {
        return Ok((Why::UsedUp, None));
    }
    let rest = need.amount - covers;
    let to_pay = match need.amount {
        0 => Money::zero(need.price.currency()),
        whole => need.price.share(i64::from(rest), i64::from(whole))?,
    };
    let why = match counted {
        Some(_) => Why::CountedBefore,
        None if rest > 0 => Why::CoversPart,
        None => Why::Covers,
    };
    let takes = before != after;
    let rank = (to_pay.minor(), takes, Some(period.to.unwrap_or(Date::MAX)));
    Ok((why, Some((rank, Decision::Covered { contract: place, before, after, to_pay }))))
}

/// Whether work may begin: whatever is to pay was accepted by the customer, to this sum or to more.
#[must_use]
pub fn may_begin(decision: &Decision, accepted: Option<Money>) -> bool {
    match (decision.to_pay(), accepted) {
        (None, _) => true,
        (Some(price), Some(accepted)) => accepted.compare(price).is_ok_and(std::cmp::Ordering::is_ge),
        (Some(_), None) => false,
    }
}
