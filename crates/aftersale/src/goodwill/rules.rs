//! Whether to give more than is owed: cost of granting beside expected loss of refusing, and who may grant. Pure.
//!
//! Formula (domain guide, "Whom to help first; refunds"): net cost = refund − salvage; loss if refused =
//! ΔP · CLV + told · p · CLV, where ΔP is by how much likelier the customer leaves when refused, *told* how many
//! people hear of it, *p* the chance to lose each of them, and CLV what a customer is worth.
//! There is no advice to refuse: where granting is not plain, a person decides.

use std::cmp::Ordering;

use base::{Money, MoneyError, Role};
use serde::{Deserialize, Serialize};

/// What is at stake. Amounts are in any one unit of one currency; the answer is in the same. They are estimates, so they
/// may be fractions; what is paid is [`Money`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stakes {
    /// What the customer would get.
    pub refund: f64,
    /// What comes back to us is still worth.
    pub salvage: f64,
    /// What a customer is worth over their life with us.
    pub clv: f64,
    /// By how much likelier they leave when refused, −1 to 1.
    pub churn_uplift: f64,
    /// How many people hear of a refusal.
    pub people_told: f64,
    /// The chance to lose each of those, 0 to 1.
    pub lost_per_told: f64,
    /// Up to this refund nobody needs to think.
    pub always_grant_up_to: f64,
}

/// What to do. Refusing is no answer of this rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Grant it: it is small, or refusing costs as much.
    Grant,
    /// A person decides, with these figures before them.
    DecideByPerson,
}

/// Both sides of the scales.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// What granting costs.
    pub net_cost: f64,
    /// What refusing is expected to cost.
    pub expected_loss: f64,
    /// The second less the first.
    pub advantage: f64,
    /// The likelihood of leaving at which both cost the same; none for a customer worth nothing. Below 0 when word of
    /// mouth alone outweighs the cost.
    pub break_even: Option<f64>,
    /// What to do.
    pub advice: Advice,
}

/// Why nothing could be weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadStakes {
    /// Infinite or no number.
    #[error("a figure is no number")]
    NotANumber,
    /// Below nothing.
    #[error("an amount or a count is below 0")]
    Negative,
    /// Not a chance.
    #[error("a chance lies outside its bounds")]
    NoChance,
}

/// Sums that differ by less than this share are one sum: in doubt the loss reaches the cost.
const SAME: f64 = 1e-9;

/// Puts both on the scales.
///
/// # Errors
/// Figures that cannot be: see [`BadStakes`].
pub fn weigh(stakes: &Stakes) -> Result<Weighed, BadStakes> {
    check(stakes)?;
    let net_cost = stakes.refund - stakes.salvage;
    let told = stakes.people_told * stakes.lost_per_told * stakes.clv;
    let expected_loss = stakes.churn_uplift * stakes.clv + told;
    let small = stakes.refund <= stakes.always_grant_up_to;
    let reaches = expected_loss >= net_cost - SAME * net_cost.abs();
    Ok(Weighed {
        net_cost,
        expected_loss,
        advantage: expected_loss - net_cost,
        break_even: (stakes.clv > 0.0).then(|| (net_cost - told) / stakes.clv),
        advice: if small || reaches { Advice::Grant } else { Advice::DecideByPerson },
    })
}

fn check(stakes: &Stakes) -> Result<(), BadStakes> {
    let Stakes { refund, salvage, clv, churn_uplift, people_told, lost_per_told, always_grant_up_to } = *stakes;
    let amounts = [refund, salvage, clv, people_told, always_grant_up_to];
    if !amounts.iter().chain(&[churn_uplift, lost_per_told]).all(|figure| figure.is_finite()) {
        return Err(BadStakes::NotANumber);
    }
    if amounts.iter().any(|amount| *amount < 0.0) {
        return Err(BadStakes::Negative);
    }
    let chances = (-1.0..=1.0).contains(&churn_uplift) && (0.0..=1.0).contains(&lost_per_told);
    if chances { Ok(()) } else { Err(BadStakes::NoChance) }
}

/// What is not known exactly, from its lowest to its highest guess.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Guesses {
    /// By how much likelier they leave.
    pub churn_uplift: (f64, f64),
    /// How many people hear of it; 11.4 to 15.7 by the usual claim, whose source is weak.
    pub people_told: (f64, f64),
    /// The chance to lose each.
    pub lost_per_told: (f64, f64),
}

/// The expected loss is shown as a range, never as one exact number: weighed with the lowest guesses and with the
/// highest. Ends that were given the wrong way round are turned.
///
/// # Errors
/// See [`BadStakes`].
pub fn weigh_range(stakes: &Stakes, guesses: &Guesses) -> Result<(Weighed, Weighed), BadStakes> {
    let end = |pick: fn(f64, f64) -> f64| {
        let of = |(one, other): (f64, f64)| pick(one, other);
        weigh(&Stakes {
            churn_uplift: of(guesses.churn_uplift),
            people_told: of(guesses.people_told),
            lost_per_told: of(guesses.lost_per_told),
            ..*stakes
        })
    };
    Ok((end(f64::min)?, end(f64::max)?))
}

/// What a role may grant without asking anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Whose it is.
    pub role: Role,
    /// Up to this much each time.
    pub each: Money,
    /// Up to this much in a month, all together; no bound where none is set.
    pub month: Option<Money>,
}

/// Whether somebody may grant by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum May {
    /// At once.
    AtOnce,
    /// A person with a larger allowance decides: more than may be given each time.
    AboveEach,
    /// A person with a larger allowance decides: the month's sum would be passed.
    AboveMonth,
    /// A person with a larger allowance decides: this role has none in that currency.
    NoAllowance,
}

/// Whether `role` may grant `asked` alone, having granted `so_far` in this month. It depends on the sum alone: who the
/// customer is, and what they asked for before, may be shown and never blocks.
///
/// # Errors
/// `so_far` is in another currency, or the sum is too large.
pub fn may_grant(allowances: &[Allowance], role: Role, asked: Money, so_far: Money) -> Result<May, MoneyError> {
    let mine = allowances.iter().find(|one| one.role == role && one.each.currency() == asked.currency());
    let Some(allowance) = mine else { return Ok(May::NoAllowance) };
    if asked.compare(allowance.each)? == Ordering::Greater {
        return Ok(May::AboveEach);
    }
    let sum = so_far.plus(asked)?;
    let passes = match allowance.month {
        Some(month) => sum.compare(month)? == Ordering::Greater,
        None => false,
    };
    Ok(if passes { May::AboveMonth } else { May::AtOnce })
}

#[cfg(test)]
mod tests;
