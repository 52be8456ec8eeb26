//! When the time of a rule comes.

use base::Instant;
use base::calendar::Calendar;
use jiff::SignedDuration;

use super::triggers::{Since, Unit};

/// When a rule is due that counts `amount` of `unit` from `at`, or back from it where that is a deadline. Without a
/// calendar every hour is an open one. Nothing where the business never opens again.
#[must_use]
pub fn due(since: Since, amount: u32, unit: Unit, at: Instant, calendar: Option<&Calendar>) -> Option<Instant> {
    let hours = match unit {
        Unit::Hours | Unit::OpenHours => i64::from(amount),
        Unit::Days => i64::from(amount) * 24,
    };
    let time = SignedDuration::from_hours(hours);
    match (since, unit, calendar) {
        (Since::Deadline, _, _) => at.checked_sub(time).ok(),
        (_, Unit::OpenHours, Some(calendar)) => calendar.due_after(at, time, &[]),
        _ => at.checked_add(time).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    #[test]
    fn time_is_counted_on_from_what_was_said_and_back_from_what_is_due() {
        let office = conversations::rules::clocks::office_hours().expect("office hours");
        // A Friday at 14:00 in Oslo; open until 16:00, and again on Monday at 8:00.
        let friday = at("2026-11-20T13:00:00Z");
        let table = [
            (Since::Customer, 4, Unit::Hours, "2026-11-20T17:00:00Z"),
            (Since::Customer, 4, Unit::OpenHours, "2026-11-23T09:00:00Z"),
            (Since::Us, 3, Unit::Days, "2026-11-23T13:00:00Z"),
            (Since::Opened, 1, Unit::Days, "2026-11-21T13:00:00Z"),
            (Since::Deadline, 2, Unit::Hours, "2026-11-20T11:00:00Z"),
            (Since::Deadline, 1, Unit::Days, "2026-11-19T13:00:00Z"),
        ];
        for (since, amount, unit, expected) in table {
            assert_eq!(
                due(since, amount, unit, friday, Some(&office)),
                Some(at(expected)),
                "{since:?} {amount} {unit:?}"
            );
        }
        let plain = due(Since::Customer, 4, Unit::OpenHours, friday, None);
        assert_eq!(plain, Some(at("2026-11-20T17:00:00Z")), "without hours every hour is open");
    }

    #[test]
    fn no_time_is_too_far_to_be_asked_for() {
        for since in Since::ALL {
            for unit in Unit::ALL {
                for moment in [Instant::MIN, Instant::MAX] {
                    let _ = due(since, u32::MAX, unit, moment, None);
                }
            }
        }
    }
}
