//! Until when a conversation is not to be seen: what is offered, what is taken, and what a promise says to it.
//!
//! What was decided: a snooze stops no clock. Where a reply is due before the chosen time, the conversation is back
//! an hour before it is due, so that nothing becomes late unseen; the menu says so. What is due within the hour or
//! late already can still be put away: then somebody knows what they do.

use base::Instant;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::states::Refusal;
use crate::model::{Clocks, Snooze, State, WokenBy};

/// How long before a reply is due it is back at the latest.
const BEFORE_DUE: SignedDuration = SignedDuration::from_hours(1);
/// Nobody puts a thing off for longer.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 366);
/// When a day begins, for the times that are offered.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// Later than this is not "later today" any more.
const EVENING: Time = Time::constant(20, 0, 0, 0);
/// How much later "later today" is, at the least.
const LATER: SignedDuration = SignedDuration::from_hours(3);

/// The times that are offered to whoever is in `zone`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// Three hours on, at a full hour, unless that is late in the evening.
    pub later_today: Option<Instant>,
    /// Tomorrow morning.
    pub tomorrow: Option<Instant>,
    /// Monday morning, unless that is tomorrow.
    pub next_week: Option<Instant>,
}

/// What is offered now.
#[must_use]
pub fn offered(now: Instant, zone: &TimeZone) -> Offered {
    let here = now.to_zoned(zone.clone());
    let today = here.date();
    let at = |date: jiff::civil::Date, time| zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok();
    let later = here.checked_add(LATER).ok().and_then(|later| {
        let full = later.with().minute(0).second(0).subsec_nanosecond(0).build().ok()?;
        if full < later { full.checked_add(1.hour()).ok() } else { Some(full) }
    });
    let tomorrow = today.checked_add(1.day()).ok();
    let monday = today.nth_weekday(1, Weekday::Monday).ok().filter(|monday| Some(*monday) != tomorrow);
    Offered {
        later_today: later.filter(|later| later.date() == today && later.time() <= EVENING).map(|it| it.timestamp()),
        tomorrow: tomorrow.and_then(|date| at(date, MORNING)),
        next_week: monday.and_then(|date| at(date, MORNING)),
    }
}

/// The morning in so many days.
#[must_use]
pub fn in_days(days: u16, now: Instant, zone: &TimeZone) -> Option<Instant> {
    let date = now.to_zoned(zone.clone()).date().checked_add(i64::from(days).days()).ok()?;
    zone.to_ambiguous_timestamp(date.to_datetime(MORNING)).compatible().ok()
}

/// What becomes of a wish: as it is, or sooner for the sake of a reply that is due.
#[must_use]
pub fn kept(wish: Snooze, clocks: &Clocks, now: Instant) -> Snooze {
    let Some(latest) = latest(clocks, now) else { return wish };
    match wish {
        Snooze::Until(until) if until <= latest => wish,
        Snooze::Until(_) | Snooze::NextReply => Snooze::Until(latest),
    }
}

/// When a conversation is back at the latest, for the sake of a reply that is due.
#[must_use]
pub fn latest(clocks: &Clocks, now: Instant) -> Option<Instant> {
    clocks.due()?.checked_sub(BEFORE_DUE).ok().filter(|latest| *latest > now)
}

/// Whether a wish can be granted.
///
/// # Errors
/// [`Refusal::AlreadyClosed`], [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn allowed(wish: Snooze, state: State, now: Instant) -> Result<(), Refusal> {
    if matches!(state, State::Solved | State::Closed) {
        return Err(Refusal::AlreadyClosed);
    }
    match wish {
        Snooze::Until(until) if until <= now => Err(Refusal::TimePassed),
        Snooze::Until(until) if until.duration_since(now) > FURTHEST => Err(Refusal::TimeTooFar),
        Snooze::Until(_) | Snooze::NextReply => Ok(()),
    }
}

/// Whether it is over by `now`.
#[must_use]
pub fn is_over(snooze: Snooze, now: Instant) -> bool {
    matches!(snooze, Snooze::Until(until) if until <= now)
}

/// The state of what is back. What waited was put away to be looked at then, so somebody should.
#[must_use]
pub const fn state_after(state: State, by: WokenBy) -> State {
    match (state, by) {
        (State::WaitingCustomer | State::WaitingOthers, WokenBy::Time) => State::Open,
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_some_days_is_a_morning_of_the_business() {
        let zone = TimeZone::get("Europe/Oslo").expect("a zone");
        let now = "2026-03-27T23:30:00Z".parse().expect("a time");
        let at = |text: &str| Some(text.parse().expect("a time"));
        assert_eq!(in_days(1, now, &zone), at("2026-03-29T06:00:00Z"), "summer time begins that night");
        assert_eq!(in_days(365, now, &zone), at("2027-03-28T06:00:00Z"));
        assert_eq!(in_days(1, Instant::MAX, &zone), None);
    }

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    fn oslo() -> TimeZone {
        TimeZone::get("Europe/Oslo").expect("a zone")
    }

    #[test]
    fn the_times_that_are_offered_are_those_of_who_looks() {
        // A Wednesday, 13:20 in Oslo.
        let found = offered(at("2026-11-18T12:20:00Z"), &oslo());
        let expected = Offered {
            later_today: Some(at("2026-11-18T16:00:00Z")),
            tomorrow: Some(at("2026-11-19T07:00:00Z")),
            next_week: Some(at("2026-11-23T07:00:00Z")),
        };
        assert_eq!(found, expected);
        let jakarta = TimeZone::get("Asia/Jakarta").expect("a zone");
        let found = offered(at("2026-11-18T12:20:00Z"), &jakarta);
        assert_eq!((found.later_today, found.tomorrow), (None, Some(at("2026-11-19T01:00:00Z"))));
        // At a full hour it is three hours on; on a Sunday Monday is tomorrow.
        let found = offered(at("2026-11-22T09:00:00Z"), &oslo());
        assert_eq!((found.later_today, found.next_week), (Some(at("2026-11-22T12:00:00Z")), None));
        // The night the clocks go back has an hour twice, and a morning all the same.
        let found = offered(at("2026-10-24T20:00:00Z"), &oslo());
        assert_eq!((found.later_today, found.tomorrow), (None, Some(at("2026-10-25T07:00:00Z"))));
    }

    #[test]
    fn a_reply_that_is_due_brings_it_back_an_hour_before() {
        let now = at("2026-11-18T12:00:00Z");
        let due = |text: &str| Clocks { first_due: Some(at(text)), ..Clocks::default() };
        let until = |text: &str| Snooze::Until(at(text));
        let table = [
            (until("2026-11-20T07:00:00Z"), Clocks::default(), until("2026-11-20T07:00:00Z")),
            (Snooze::NextReply, Clocks::default(), Snooze::NextReply),
            (until("2026-11-20T07:00:00Z"), due("2026-11-19T10:00:00Z"), until("2026-11-19T09:00:00Z")),
            (until("2026-11-19T07:00:00Z"), due("2026-11-19T10:00:00Z"), until("2026-11-19T07:00:00Z")),
            (Snooze::NextReply, due("2026-11-19T10:00:00Z"), until("2026-11-19T09:00:00Z")),
            // Late already, or nearly: it is their choice.
            (until("2026-11-20T07:00:00Z"), due("2026-11-18T12:59:00Z"), until("2026-11-20T07:00:00Z")),
            (Snooze::NextReply, due("2026-11-18T08:00:00Z"), Snooze::NextReply),
        ];
        for (wish, clocks, expected) in table {
            assert_eq!(kept(wish, &clocks, now), expected, "{wish:?} {clocks:?}");
        }
    }

    #[test]
    fn only_what_is_open_is_put_away_and_only_for_a_time_to_come() {
        let now = at("2026-11-18T12:00:00Z");
        let until = |text: &str| Snooze::Until(at(text));
        assert_eq!(allowed(until("2026-11-18T12:00:01Z"), State::New, now), Ok(()));
        assert_eq!(allowed(Snooze::NextReply, State::WaitingOthers, now), Ok(()));
        assert_eq!(allowed(until("2026-11-18T12:00:00Z"), State::Open, now), Err(Refusal::TimePassed));
        assert_eq!(allowed(until("2027-12-01T12:00:00Z"), State::Open, now), Err(Refusal::TimeTooFar));
        for state in [State::Solved, State::Closed] {
            assert_eq!(allowed(Snooze::NextReply, state, now), Err(Refusal::AlreadyClosed));
        }
        assert!(is_over(until("2026-11-18T12:00:00Z"), now) && !is_over(until("2026-11-18T12:00:01Z"), now));
        assert!(!is_over(Snooze::NextReply, now));
    }

    #[test]
    fn what_waited_is_ours_again_when_its_time_has_come() {
        for (state, by, expected) in [
            (State::WaitingCustomer, WokenBy::Time, State::Open),
            (State::WaitingOthers, WokenBy::Time, State::Open),
            (State::New, WokenBy::Time, State::New),
            (State::WaitingCustomer, WokenBy::Colleague, State::WaitingCustomer),
            (State::WaitingOthers, WokenBy::Message, State::WaitingOthers),
        ] {
            assert_eq!(state_after(state, by), expected);
        }
    }
}
