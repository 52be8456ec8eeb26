//! What belongs into somebody's day, and where: to answer, to keep, to call. Each conversation stands once in each
//! part; who asked to be called is called and not written to.

use base::Instant;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use crate::ids::ConversationId;

/// How long a call that reached nobody is remembered.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Why something stands in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A reply is due.
    Due,
    /// A reply is due, and they asked to be called.
    DueByPhone,
    /// It was put away until this time today.
    Back(Instant),
    /// A reply goes by itself then, or was held back at it.
    Leaves(Instant),
    /// Something on its checklist is not done.
    Unfinished,
    /// A call reached nobody.
    Tried(Instant),
}

/// The midnight that ends the day that it is in `zone`.
#[must_use]
pub fn ends(now: Instant, zone: &TimeZone) -> Instant {
    let tomorrow = now.to_zoned(zone.clone()).date().tomorrow().ok();
    let midnight = tomorrow.and_then(|date| date.to_zoned(zone.clone()).ok());
    midnight.map_or(Instant::MAX, |at| at.timestamp())
}

/// The first of each conversation, in order.
#[must_use]
pub fn once<T>(all: Vec<T>, id: impl Fn(&T) -> &ConversationId) -> Vec<T> {
    let mut seen = std::collections::HashSet::new();
    all.into_iter().filter(|one| seen.insert(id(one).clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_where_one_is() {
        let at = |text: &str| text.parse::<Instant>().expect("an instant");
        for (now, zone, end) in [
            ("2026-11-18T12:00:00Z", "Europe/Oslo", "2026-11-18T23:00:00Z"),
            ("2026-11-18T23:30:00Z", "Europe/Oslo", "2026-11-19T23:00:00Z"),
            ("2026-11-18T12:00:00Z", "Asia/Jakarta", "2026-11-18T17:00:00Z"),
            // The night of 23 hours, and the one of 25.
            ("2026-03-28T23:30:00Z", "Europe/Oslo", "2026-03-29T22:00:00Z"),
            ("2026-10-24T22:30:00Z", "Europe/Oslo", "2026-10-25T23:00:00Z"),
        ] {
            assert_eq!(ends(at(now), &TimeZone::get(zone).expect("a zone")), at(end), "{now} {zone}");
        }
        assert_eq!(ends(Instant::MAX, &TimeZone::UTC), Instant::MAX);
    }

    #[test]
    fn each_conversation_stands_once() {
        let id = |n: u8| format!("cnv_{n:026}").parse::<ConversationId>().expect("an id");
        let all = vec![(id(1), 'a'), (id(2), 'b'), (id(1), 'c')];
        let kept: String = once(all, |one| &one.0).into_iter().map(|one| one.1).collect();
        assert_eq!(kept, "ab");
    }
}
