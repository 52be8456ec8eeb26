//! When a reply goes that somebody wants to go later: which times are offered, which are taken.

use base::Instant;
use jiff::civil::{DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::states::Refusal;

/// When the business begins its day, for the times that are offered.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// Nobody plans a mail further ahead.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 366);

/// A time in the field of a form: `2026-11-23T08:00`, in the business's zone.
///
/// # Errors
/// [`Refusal::NoTime`] when it is none; [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn read(text: &str, zone: &TimeZone, now: Instant) -> Result<Instant, Refusal> {
    let civil: DateTime = text.trim().parse().map_err(|_| Refusal::NoTime)?;
    let due = zone.to_ambiguous_timestamp(civil).compatible().map_err(|_| Refusal::NoTime)?;
    if due <= now {
        return Err(Refusal::TimePassed);
    }
    if due.duration_since(now) > FURTHEST {
        return Err(Refusal::TimeTooFar);
    }
    Ok(due)
}

/// As a form's field has it.
#[must_use]
pub fn field(at: Instant, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).datetime().strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The times that are offered: tomorrow morning, and Monday morning unless that is tomorrow.
#[must_use]
pub fn offered(now: Instant, zone: &TimeZone) -> (Option<Instant>, Option<Instant>) {
    let today = now.to_zoned(zone.clone()).date();
    let morning = |date: jiff::civil::Date| zone.to_ambiguous_timestamp(date.to_datetime(MORNING)).compatible().ok();
    let tomorrow = today.checked_add(1.day()).ok();
    let monday = today.nth_weekday(1, Weekday::Monday).ok();
    (tomorrow.and_then(morning), monday.filter(|monday| Some(*monday) != tomorrow).and_then(morning))
}

/// A time that somebody else likes, as a form's field can hold it: a full minute that lies ahead.
#[must_use]
pub fn on_the_minute(at: Instant, now: Instant) -> Option<Instant> {
    let up = at.round(jiff::TimestampRound::new().smallest(jiff::Unit::Minute).mode(jiff::RoundMode::Ceil)).ok()?;
    (up > now && up.duration_since(now) <= FURTHEST).then_some(up)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn oslo() -> TimeZone {
        TimeZone::get("Europe/Oslo").expect("a zone")
    }

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    #[test]
    fn times_are_the_businesss_and_lie_ahead() {
        // A Wednesday, 13:00 in Oslo.
        let now = at("2026-11-18T12:00:00Z");
        let table = [
            ("2026-11-18T13:01", Ok("2026-11-18T12:01:00Z")),
            (" 2026-11-23T08:00 ", Ok("2026-11-23T07:00:00Z")),
            ("2027-06-01T08:00", Ok("2027-06-01T06:00:00Z")),
            ("2026-11-18T13:00", Err(Refusal::TimePassed)),
            ("2025-01-01T08:00", Err(Refusal::TimePassed)),
            ("2027-12-01T08:00", Err(Refusal::TimeTooFar)),
            ("tomorrow", Err(Refusal::NoTime)),
            ("", Err(Refusal::NoTime)),
            ("2026-02-30T08:00", Err(Refusal::NoTime)),
        ];
        for (text, expected) in table {
            assert_eq!(read(text, &oslo(), now), expected.map(at), "{text}");
        }
        assert_eq!(field(at("2026-11-23T07:00:00Z"), &oslo()), "2026-11-23T08:00");
    }

    #[test]
    fn what_somebody_likes_is_offered_on_the_minute() {
        let now = at("2026-11-18T12:00:30Z");
        for (liked, expected) in [
            ("2026-11-18T15:00:00Z", Some("2026-11-18T15:00:00Z")),
            ("2026-11-18T15:00:01Z", Some("2026-11-18T15:01:00Z")),
            ("2026-11-18T12:00:00Z", None),
            ("2028-11-18T12:00:00Z", None),
        ] {
            assert_eq!(on_the_minute(at(liked), now), expected.map(at), "{liked}");
        }
    }

    #[test]
    fn mornings_are_offered_and_monday_is_not_said_twice() {
        let table = [
            ("2026-11-18T12:00:00Z", "2026-11-19T07:00:00Z", Some("2026-11-23T07:00:00Z")),
            // Late on a Tuesday in UTC is Wednesday in Oslo.
            ("2026-11-17T23:30:00Z", "2026-11-19T07:00:00Z", Some("2026-11-23T07:00:00Z")),
            // On a Sunday tomorrow is Monday.
            ("2026-11-22T12:00:00Z", "2026-11-23T07:00:00Z", None),
            // On a Monday the next one is a week away.
            ("2026-11-23T12:00:00Z", "2026-11-24T07:00:00Z", Some("2026-11-30T07:00:00Z")),
        ];
        for (now, tomorrow, monday) in table {
            assert_eq!(offered(at(now), &oslo()), (Some(at(tomorrow)), monday.map(at)), "{now}");
        }
    }
}
