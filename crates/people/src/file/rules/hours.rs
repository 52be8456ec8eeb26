//! When in a day a customer wants to be reached: after, before or between two times. Pure.

use serde::{Deserialize, Serialize};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// From when to when, in minutes after midnight. Nothing on a side means no bound there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Not before.
    pub from: Option<u16>,
    /// Not after.
    pub until: Option<u16>,
}

impl Hours {
    /// Reads two times as forms send them (`16:00`, or empty). `None` when one is no time of day, or when the second
    /// is not behind the first.
    #[must_use]
    pub fn read(from: &str, until: &str) -> Option<Self> {
        let hours = Self { from: time(from)?, until: time(until)? };
        match (hours.from, hours.until) {
            (Some(from), Some(until)) if from >= until => None,
            _ => Some(hours),
        }
    }

    /// As kept: 0 to 1439 on either side, anything else is no bound.
    #[must_use]
    pub fn kept(from: Option<i64>, until: Option<i64>) -> Self {
        let side = |minutes: Option<i64>| minutes.and_then(|it| u16::try_from(it).ok()).filter(|it| *it < DAY);
        Self { from: side(from), until: side(until) }
    }

    /// Whether any time is as good as another.
    #[must_use]
    pub fn is_any(self) -> bool {
        self == Self::default()
    }
}

/// `Some(None)` for an empty text.
fn time(text: &str) -> Option<Option<u16>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let (hour, minute) = text.split_once([':', '.'])?;
    let plain = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
    if !plain(hour) || !plain(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(Some(hour * 60 + minute))
}

/// `16:00`, as forms take it; empty for no bound.
#[must_use]
pub fn written(minutes: Option<u16>) -> String {
    minutes.map(|it| format!("{:02}:{:02}", it / 60, it % 60)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let hours = |from, until| Some(Hours { from, until });
        for (from, until, read) in [
            ("", " ", hours(None, None)),
            ("16:00", "", hours(Some(960), None)),
            (" 9.30", "15:05", hours(Some(570), Some(905))),
            ("", "00:00", hours(None, Some(0))),
            ("23:59", "", hours(Some(1439), None)),
            ("16:00", "16:00", None),
            ("16:00", "15:00", None),
            ("24:00", "", None),
            ("12:60", "", None),
            ("12", "", None),
            ("+1:00", "", None),
            ("112:00", "", None),
            ("noon", "", None),
        ] {
            assert_eq!(Hours::read(from, until), read, "{from:?} {until:?}");
        }
    }

    #[test]
    fn what_was_read_is_written_and_kept_the_same() {
        let hours = Hours::read("09:05", "15:00").expect("hours");
        assert_eq!(
            (written(hours.from), written(hours.until), written(None)),
            ("09:05".into(), "15:00".into(), "".into())
        );
        assert_eq!(Hours::kept(Some(545), Some(900)), hours);
        assert_eq!(Hours::kept(Some(-1), Some(1440)), Hours::default());
        assert!(Hours::default().is_any() && !hours.is_any());
    }
}
