//! When to ask after a purchase, by mail or by phone. Pure.
//!
//! Rules (domain guide, "Follow-up after purchase"): the first rule whose type and least value fit decides; a step on a
//! closed day moves to the next open one; steps of one customer within so many days of the first of a group become one,
//! by the warmer channel; an open complaint holds every step; what was returned drops its own; who wants no contact gets
//! none; an offer, unlike care, needs consent.

use base::Money;
use base::calendar::Calendar;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How the customer is asked, the warmer one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By mail.
    Email,
    /// By a call.
    Phone,
}

/// What a step is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Whether all is well, and whether there is anything more to do.
    Care,
    /// Something to buy: only with consent.
    Offer,
}

/// A step of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleStep {
    /// So many days after the purchase.
    pub after_days: u16,
    /// How.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
}

/// What follows a purchase of some kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name, shown as the reason.
    pub name: String,
    /// The types of products it is for; `*` is any.
    pub types: Vec<String>,
    /// The least value of a purchase, one for each currency; none: any value in any currency.
    pub least: Vec<Money>,
    /// What happens, and nothing where it is empty.
    pub steps: Vec<RuleStep>,
}

/// Something bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase<T> {
    /// Which.
    pub id: T,
    /// The type of product.
    pub product: String,
    /// What was paid.
    pub value: Money,
    /// The customer's day.
    pub bought: Date,
    /// Sent back: nobody asks whether it pleases.
    pub returned: bool,
}

/// Who bought it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Buyer {
    /// Whether they have a telephone number.
    pub phone: bool,
    /// What they like better, where they said so.
    pub prefers: Option<Channel>,
    /// Whether a complaint of theirs is open.
    pub open_complaint: bool,
    /// Whether they want no contact.
    pub no_contact: bool,
    /// Whether they agreed to offers.
    pub offers: bool,
}

/// A contact that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact<T> {
    /// On an open day.
    pub on: Date,
    /// How.
    pub channel: Channel,
    /// What for, the more careful of what was merged.
    pub purpose: Purpose,
    /// About which purchases, in the order they were given.
    pub about: Vec<T>,
    /// Whether it waits for the end of a complaint.
    pub held: bool,
}

/// Why a purchase brings no contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quiet {
    /// It was sent back.
    Returned,
    /// They want no contact.
    NoContact,
    /// This rule is for it and has no steps.
    ByRule(String),
    /// No rule is for it.
    NoRule,
    /// All that would come are offers, and they did not agree to any.
    NoConsent,
}

/// What is planned for a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<T> {
    /// By date.
    pub contacts: Vec<Contact<T>>,
    /// Purchases without a contact, each with the reason.
    pub quiet: Vec<(T, Quiet)>,
}

/// The rule for a purchase: the first that fits.
#[must_use]
pub fn rule_for<'a>(rules: &'a [Rule], product: &str, value: Money) -> Option<&'a Rule> {
    let enough = |rule: &Rule| {
        let reaches = |least: &Money| value.compare(*least).is_ok_and(std::cmp::Ordering::is_ge);
        rule.least.is_empty() || rule.least.iter().any(reaches)
    };
    rules.iter().find(|rule| rule.types.iter().any(|one| one == "*" || one == product) && enough(rule))
}

/// Whether a calendar is closed on a day, to plan by it.
pub fn closed_by(calendar: &Calendar) -> impl Fn(Date) -> bool {
    |day| calendar.hours_on(day).is_empty()
}

/// All contacts with one customer about these purchases. Steps that begin within `merge_days` of the first of a group are
/// one, on the day of that first.
#[must_use]
pub fn plan<T: Clone>(
    rules: &[Rule],
    closed: impl Fn(Date) -> bool,
    merge_days: u16,
    buyer: &Buyer,
    purchases: &[Purchase<T>],
) -> Plan<T> {
    let (mut quiet, mut steps) = (Vec::new(), Vec::new());
    for (place, purchase) in purchases.iter().enumerate() {
        match steps_of(rules, buyer, purchase) {
            Ok(found) => steps.extend(found.into_iter().filter_map(|step| {
                let day = purchase.bought.checked_add(i64::from(step.after_days).days()).ok()?;
                Some((next_open(day, &closed), place, step))
            })),
            Err(reason) => quiet.push((purchase.id.clone(), reason)),
        }
    }
    steps.sort_by_key(|(day, place, _)| (*day, *place));
    let mut contacts: Vec<(Contact<T>, Vec<usize>)> = Vec::new();
    for (on, place, step) in steps {
        let channel = channel_for(buyer, step.channel);
        let joins = |first: Date| first.checked_add(i64::from(merge_days).days()).is_ok_and(|last| on <= last);
        match contacts.last_mut().filter(|(contact, _)| joins(contact.on)) {
            Some((contact, places)) => {
                contact.channel = contact.channel.max(channel);
                contact.purpose = contact.purpose.min(step.purpose);
                places.push(place);
            }
            None => contacts.push((
                Contact { on, channel, purpose: step.purpose, about: Vec::new(), held: buyer.open_complaint },
                vec![place],
            )),
        }
    }
    let named = contacts.into_iter().map(|(contact, mut places)| {
        places.sort_unstable();
        places.dedup();
        let about = places.into_iter().filter_map(|place| purchases.get(place)).map(|one| one.id.clone()).collect();
        Contact { about, ..contact }
    });
    Plan { contacts: named.collect(), quiet }
}

fn steps_of<T>(rules: &[Rule], buyer: &Buyer, purchase: &Purchase<T>) -> Result<Vec<RuleStep>, Quiet> {
    if purchase.returned {
        return Err(Quiet::Returned);
    }
    if buyer.no_contact {
        return Err(Quiet::NoContact);
    }
    let rule = rule_for(rules, &purchase.product, purchase.value).ok_or(Quiet::NoRule)?;
    if rule.steps.is_empty() {
        return Err(Quiet::ByRule(rule.name.clone()));
    }
    let agreed = |step: &&RuleStep| step.purpose == Purpose::Care || buyer.offers;
    let steps: Vec<RuleStep> = rule.steps.iter().filter(agreed).copied().collect();
    if steps.is_empty() { Err(Quiet::NoConsent) } else { Ok(steps) }
}

/// As the customer likes it better, and never by a telephone they do not have.
fn channel_for(buyer: &Buyer, planned: Channel) -> Channel {
    match buyer.prefers.unwrap_or(planned) {
        Channel::Phone if !buyer.phone => Channel::Email,
        channel => channel,
    }
}

/// The first open day from this one on; the day itself where a whole year is closed, for then no calendar was kept.
fn next_open(day: Date, closed: impl Fn(Date) -> bool) -> Date {
    day.series(1.day()).take(366).find(|one| !closed(*one)).unwrap_or(day)
}

#[cfg(test)]
mod tests;
