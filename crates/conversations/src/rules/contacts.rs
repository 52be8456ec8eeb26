//! Calls and visits that are written down afterwards: when they can have been, and whether they answer the customer.

use base::Instant;
use jiff::SignedDuration;

use super::states::Refusal;
use crate::model::Contact;

/// Minutes of one call or visit.
pub const MINUTES_MAX: u16 = 24 * 60;
/// Days back that somebody remembers.
const DAYS_BACK: i64 = 366;
/// Minutes by which the clocks of two computers may differ.
const AHEAD: i64 = 5;

/// When it was: not in a time to come, not longer ago than anybody remembers.
///
/// # Errors
/// [`Refusal::NoTime`].
pub fn when(at: Instant, now: Instant) -> Result<Instant, Refusal> {
    let since = now.duration_since(at);
    if since < SignedDuration::from_mins(-AHEAD) || since > SignedDuration::from_hours(24 * DAYS_BACK) {
        return Err(Refusal::NoTime);
    }
    Ok(at.min(now))
}

/// Whether nothing is owed to the customer after it: the two talked, after what the customer wrote last.
#[must_use]
pub fn answers(contact: &Contact, at: Instant, wrote: Option<Instant>) -> bool {
    contact.spoke && wrote.is_none_or(|wrote| wrote <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(n: i64) -> Instant {
        Instant::UNIX_EPOCH + SignedDuration::from_mins(600_000 + n)
    }

    #[test]
    fn it_was_before_now_and_within_memory() {
        for (at, expected) in [
            (0, Ok(minute(0))),
            (-60, Ok(minute(-60))),
            (5, Ok(minute(0))),
            (6, Err(Refusal::NoTime)),
            (-366 * 1440, Ok(minute(-366 * 1440))),
            (-366 * 1440 - 1, Err(Refusal::NoTime)),
        ] {
            assert_eq!(when(minute(at), minute(0)), expected, "{at}");
        }
    }

    #[test]
    fn who_talked_after_the_last_mail_has_answered_it() {
        for (spoke, wrote, expected) in [
            (true, None, true),
            (true, Some(minute(0)), true),
            (true, Some(minute(-1)), true),
            (true, Some(minute(1)), false),
            (false, None, false),
            (false, Some(minute(-1)), false),
        ] {
            let contact = Contact { spoke, ..Contact::default() };
            assert_eq!(answers(&contact, minute(0), wrote), expected, "{spoke} {wrote:?}");
        }
    }
}
