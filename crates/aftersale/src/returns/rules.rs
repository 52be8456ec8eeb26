//! Whether something can be sent back, until when, and who pays; and the way of what is sent back. Pure.
//!
//! One checker answers staff and customers alike. What is not known (whether it was opened, when it came) is decided for
//! the customer.

mod flow;

pub use flow::{Forbidden, Lot, State, Step, advance};

use base::{Money, MoneyError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who pays for sending it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// We do.
    Us,
    /// The customer does.
    Customer,
}

/// In which state it must be at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Still sealed.
    Sealed,
    /// Opened and tried.
    Opened,
    /// Used.
    Used,
}

/// What the policy of a country says of goods of a category, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// So many days after it came, the last one included.
    pub days: u16,
    /// How worn it may be and still bring back everything.
    pub full_up_to: Condition,
    /// Of what is worn more, so much is kept back, in hundredths of a percent; none: it is not taken back.
    pub less_beyond: Option<u16>,
    /// Who pays for sending.
    pub payer: Payer,
    /// Whether a proof of purchase is needed; an order that we have is proof.
    pub proof: bool,
    /// Whether it can be sent back at all without a fault (made to measure, fresh food, unsealed hygiene goods).
    pub returnable: bool,
}

/// Exceptions go before what is said of all goods; of two for one category the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The country, two letters; the policy for all others has none.
    pub country: Option<String>,
    /// What is said of all goods.
    pub terms: Terms,
    /// What is said of some categories instead.
    pub exceptions: Vec<(String, Terms)>,
}

/// Why the customer wants to send it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// They changed their mind.
    Regret,
    /// It is broken, or not what was ordered: our fault.
    OurFault,
}

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where the customer is, two letters.
    pub country: String,
    /// The category.
    pub category: String,
    /// The day it was bought.
    pub bought: Date,
    /// The day it came; unknown, or not yet, if none.
    pub delivered: Option<Date>,
    /// How worn it is, if that was said.
    pub condition: Option<Condition>,
    /// Whether there is proof, or an order that we have.
    pub proof: bool,
    /// Why.
    pub cause: Cause,
    /// What was paid for it.
    pub paid: Money,
}

/// Why it is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Within its days, in its state.
    Within,
    /// Our fault: neither days of regret nor state matter.
    OurFault,
    /// Within its days, but worn: a part is kept back.
    Worn,
    /// The days are over.
    TooLate,
    /// Goods of this category are not taken back without a fault.
    NotReturnable,
    /// Too worn.
    TooWorn,
    /// A proof is needed first.
    ProofNeeded,
    /// There is no policy for this country.
    NoPolicy,
}

/// The answer, the same for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Whether it can be sent back by right. If not, a person may still be kind: see [`crate::goodwill`].
    pub by_right: bool,
    /// Why.
    pub reason: Reason,
    /// The last day to ask; none where no days count.
    pub until: Option<Date>,
    /// What comes back.
    pub refund: Money,
    /// Who pays for sending.
    pub payer: Payer,
}

/// The policy of a country, or the one for all others.
#[must_use]
pub fn policy_for<'a>(policies: &'a [Policy], country: &str) -> Option<&'a Policy> {
    let of = |policy: &&Policy| policy.country.as_ref().is_some_and(|one| one.eq_ignore_ascii_case(country));
    policies.iter().find(of).or_else(|| policies.iter().find(|policy| policy.country.is_none()))
}

/// Whether this can be sent back by right, asked on `today` of the customer's calendar. Whoever asks in time is in time,
/// whenever the parcel arrives.
///
/// # Errors
/// A sum that cannot be reckoned.
pub fn may_return(policies: &[Policy], asked: &Asked, today: Date) -> Result<Answer, MoneyError> {
    let nothing = Money::zero(asked.paid.currency());
    let no = |reason, until, payer| Answer { by_right: false, reason, until, refund: nothing, payer };
    if asked.cause == Cause::OurFault {
        let reason = Reason::OurFault;
        return Ok(Answer { by_right: true, reason, until: None, refund: asked.paid, payer: Payer::Us });
    }
    let Some(policy) = policy_for(policies, &asked.country) else {
        return Ok(no(Reason::NoPolicy, None, Payer::Customer));
    };
    let exception = policy.exceptions.iter().find(|(category, _)| *category == asked.category);
    let terms = exception.map_or(&policy.terms, |(_, terms)| terms);
    let until = last_day(terms, asked);
    let no = |reason| Ok(no(reason, until, terms.payer));
    if !terms.returnable {
        return no(Reason::NotReturnable);
    }
    // Nothing that has not come can be late.
    if until.is_some_and(|last| today > last) {
        return no(Reason::TooLate);
    }
    if terms.proof && !asked.proof {
        return no(Reason::ProofNeeded);
    }
    let worn = asked.condition.is_some_and(|condition| condition > terms.full_up_to);
    let (reason, refund) = match terms.less_beyond {
        _ if !worn => (Reason::Within, asked.paid),
        Some(less) => (Reason::Worn, asked.paid.minus(asked.paid.percent(i64::from(less.min(10_000)))?)?),
        None => return no(Reason::TooWorn),
    };
    Ok(Answer { by_right: true, reason, until, refund, payer: terms.payer })
}

/// The last day to ask: so many days after it came, the day it came not counted. Where nobody knows when it came, none.
fn last_day(terms: &Terms, asked: &Asked) -> Option<Date> {
    asked.delivered?.max(asked.bought).checked_add(i64::from(terms.days).days()).ok()
}

#[cfg(test)]
mod tests;
