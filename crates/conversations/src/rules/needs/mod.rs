//! What customers need: how it is kept, what becomes of it, and how each is told that it is met.

pub mod rising;

#[cfg(test)]
mod tests;

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use people::person::clean_line;

use super::filling::{self, Values};
use super::states::{REASON_MAX, Refusal};
use super::tags;
use crate::model::{DeliveryState, Need, NeedState, NeedTold};

/// Characters of a customer's words.
pub const WORDS_MAX: usize = 500;
/// Characters of a topic.
pub const TOPIC_MAX: usize = tags::NAME_MAX;
/// Characters of what a product is called.
pub const PRODUCT_MAX: usize = 80;
/// What stands for the customer's own words in a text that is written once for all who asked.
pub const WORDS_HERE: &str = "{{need}}";

/// The customer's words as they are kept: on one line, cut where they are too long.
#[must_use]
pub fn words(text: &str) -> String {
    clean_line(text, WORDS_MAX)
}

/// What a need is about, as it is kept, and the form that topics are compared by; both are empty for none.
#[must_use]
pub fn topic(text: &str) -> (String, String) {
    let name = tags::name(text).unwrap_or_default();
    let key = tags::fold(&name);
    (name, key)
}

/// What a product is called, as it is kept.
#[must_use]
pub fn product(text: &str) -> String {
    clean_line(text, PRODUCT_MAX)
}

/// The need once it is met.
///
/// # Errors
/// [`Refusal::NeedOver`] for one that is not open.
pub fn met(it: &Need, now: Instant) -> Result<Need, Refusal> {
    open(it)?;
    Ok(Need { state: NeedState::Met, ended_at: Some(now), ..it.clone() })
}

/// The need once it is declined, for a reason.
///
/// # Errors
/// [`Refusal::NeedOver`] for one that is not open, [`Refusal::WhyMissing`].
pub fn declined(it: &Need, why: &str, now: Instant) -> Result<Need, Refusal> {
    open(it)?;
    let reason = clean_line(why, REASON_MAX);
    if reason.is_empty() {
        return Err(Refusal::WhyMissing);
    }
    Ok(Need { state: NeedState::Declined, reason, ended_at: Some(now), ..it.clone() })
}

/// The need once it is open after all. Whoever was told stays told of that time.
///
/// # Errors
/// [`Refusal::NeedOver`] for one that is open.
pub fn reopened(it: &Need) -> Result<Need, Refusal> {
    if it.state == NeedState::Open {
        return Err(Refusal::NeedOver);
    }
    let (draft, told_in) = (None, None);
    Ok(Need { state: NeedState::Open, reason: String::new(), ended_at: None, draft, told_in, ..it.clone() })
}

fn open(it: &Need) -> Result<(), Refusal> {
    if it.state == NeedState::Open { Ok(()) } else { Err(Refusal::NeedOver) }
}

/// The Monday of the week in which something was said, where the business is.
#[must_use]
pub fn week(at: Instant, zone: &TimeZone) -> Date {
    let day = at.to_zoned(zone.clone()).date();
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}

/// The text for one of those who asked, with their name and their own words in it. The words are text and nothing else.
#[must_use]
pub fn told(text: &str, words: &str, values: &Values) -> String {
    let pieces: Vec<String> = text.split(WORDS_HERE).map(|piece| filling::fill(piece, values)).collect();
    pieces.join(words)
}

/// The first thing between braces in such a text that nobody can fill in.
#[must_use]
pub fn unknown(text: &str) -> Option<&str> {
    text.split(WORDS_HERE).find_map(filling::unknown)
}

/// How far telling a customer has come, by the state of the reply that their draft became and whether the draft waits.
#[must_use]
pub const fn how_far(reply: Option<DeliveryState>, drafted: bool) -> NeedTold {
    match reply {
        Some(DeliveryState::Sent) => NeedTold::Yes,
        Some(DeliveryState::Waiting | DeliveryState::Sending | DeliveryState::Scheduled | DeliveryState::Held) => {
            NeedTold::Going
        }
        Some(DeliveryState::Failed | DeliveryState::Bounced | DeliveryState::Undone) | None if drafted => {
            NeedTold::Drafted
        }
        Some(DeliveryState::Failed | DeliveryState::Bounced | DeliveryState::Undone) | None => NeedTold::No,
    }
}
