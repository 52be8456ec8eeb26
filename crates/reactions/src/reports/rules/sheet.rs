//! The sums of one day, and of as many as one likes: counts, and how long things took, to the minute.

use std::collections::BTreeMap;

use conversations::events::ClockKind;
use serde::{Deserialize, Serialize};

use crate::reports::Measure;

/// How often something took so many minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread(BTreeMap<i64, i64>);

impl Spread {
    fn add(&mut self, minutes: i64, by: i64) {
        let n = self.0.entry(minutes).or_default();
        *n += by;
        if *n == 0 {
            self.0.remove(&minutes);
        }
    }

    fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(minutes, n)| self.add(*minutes, *n));
    }

    /// How many there are.
    #[must_use]
    pub fn n(&self) -> i64 {
        self.0.values().sum()
    }

    /// The value in the middle, in minutes; between two, halfway, rounded down. None when there are none.
    #[must_use]
    pub fn median(&self) -> Option<i64> {
        let n = self.n();
        let (low, high) = (self.at_rank((n + 1) / 2)?, self.at_rank(n / 2 + 1)?);
        Some((low + high).div_euclid(2))
    }

    /// The smallest value that at least `percent` of a hundred do not exceed. None when there are none.
    #[must_use]
    pub fn percentile(&self, percent: i64) -> Option<i64> {
        self.at_rank((self.n() * percent.clamp(1, 100) + 99) / 100)
    }

    /// The value at a place in order, counted from one.
    fn at_rank(&self, rank: i64) -> Option<i64> {
        let mut seen = 0;
        self.0.iter().find_map(|(minutes, n)| {
            seen += n;
            (seen >= rank).then_some(*minutes)
        })
    }
}

/// How long something took, by both clocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// Real time.
    #[serde(rename = "r", default)]
    pub real: Spread,
    /// Within the opening hours.
    #[serde(rename = "o", default)]
    pub open: Spread,
}

impl Times {
    fn add(&mut self, real: Option<i64>, open: Option<i64>, by: i64) {
        let minutes = |seconds: i64| seconds.div_euclid(60);
        real.into_iter().for_each(|seconds| self.real.add(minutes(seconds), by));
        open.into_iter().for_each(|seconds| self.open.add(minutes(seconds), by));
    }

    fn join(&mut self, other: &Self) {
        self.real.join(&other.real);
        self.open.join(&other.open);
    }

    fn is_empty(&self) -> bool {
        self.real.0.is_empty() && self.open.0.is_empty()
    }
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    #[serde(rename = "n", default)]
    counts: BTreeMap<String, i64>,
    /// First answers.
    #[serde(rename = "f", default, skip_serializing_if = "Times::is_empty")]
    pub first: Times,
    /// Further answers.
    #[serde(rename = "x", default, skip_serializing_if = "Times::is_empty")]
    pub next: Times,
    /// Resolutions.
    #[serde(rename = "d", default, skip_serializing_if = "Times::is_empty")]
    pub resolved: Times,
}

impl Sheet {
    /// Counts an entry, `by` one or, when it is taken back, by less than none.
    pub fn add(&mut self, measure: Measure, real: Option<i64>, open: Option<i64>, by: i64) {
        let n = self.counts.entry(measure.code().to_owned()).or_default();
        *n += by;
        if *n == 0 {
            self.counts.remove(measure.code());
        }
        match measure {
            Measure::First => self.first.add(real, open, by),
            Measure::Next => self.next.add(real, open, by),
            Measure::Resolved => self.resolved.add(real, open, by),
            _ => {}
        }
    }

    /// Takes in another.
    pub fn join(&mut self, other: &Self) {
        for (code, n) in &other.counts {
            *self.counts.entry(code.clone()).or_default() += n;
        }
        self.first.join(&other.first);
        self.next.join(&other.next);
        self.resolved.join(&other.resolved);
    }

    /// How often.
    #[must_use]
    pub fn count(&self, measure: Measure) -> i64 {
        self.counts.get(measure.code()).copied().unwrap_or_default()
    }

    /// Missed deadlines.
    #[must_use]
    pub fn lapses(&self) -> i64 {
        self.count(Measure::LapseFirst) + self.count(Measure::LapseNext)
    }

    /// How much of what service policies asked for by these clocks was kept, and how much was asked for.
    #[must_use]
    pub fn kept(&self, clocks: &[ClockKind]) -> (i64, i64) {
        let sum = |of: fn(ClockKind) -> Measure| clocks.iter().map(|clock| self.count(of(*clock))).sum::<i64>();
        let kept = sum(Measure::Kept);
        (kept, kept + sum(Measure::Missed))
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(values: &[i64]) -> Spread {
        let mut spread = Spread::default();
        values.iter().for_each(|value| spread.add(*value, 1));
        spread
    }

    #[test]
    fn medians_and_percentiles_are_those_of_the_values() {
        for (values, median, ninetieth) in [
            (vec![], None, None),
            (vec![7], Some(7), Some(7)),
            (vec![4, 1], Some(2), Some(4)),
            (vec![1, 2, 3], Some(2), Some(3)),
            (vec![5, 5, 5, 9], Some(5), Some(9)),
            ((1..=10).collect(), Some(5), Some(9)),
            ((1..=11).collect(), Some(6), Some(10)),
            ((1..=100).rev().collect(), Some(50), Some(90)),
        ] {
            let spread = spread(&values);
            assert_eq!((spread.median(), spread.percentile(90)), (median, ninetieth), "{values:?}");
            assert_eq!(spread.n(), i64::try_from(values.len()).expect("few"));
        }
    }

    #[test]
    fn what_is_taken_back_was_never_counted() {
        let mut sheet = Sheet::default();
        for measure in Measure::ALL {
            sheet.add(measure, Some(3700), Some(60), 1);
        }
        assert_eq!((sheet.count(Measure::Opened), sheet.lapses(), sheet.first.real.median()), (1, 2, Some(61)));
        assert_eq!((sheet.kept(&ClockKind::ALL), sheet.kept(&[ClockKind::Next])), ((3, 6), (1, 2)));
        for measure in Measure::ALL {
            sheet.add(measure, Some(3700), Some(60), -1);
        }
        assert!(sheet.is_empty());
        assert_eq!(sheet, Sheet::default());
    }

    #[test]
    fn sheets_of_days_make_the_sheet_of_all_days() {
        let (mut one, mut two, mut all) = (Sheet::default(), Sheet::default(), Sheet::default());
        for (at, seconds) in [60, 600, 6000, 86_500].into_iter().enumerate() {
            let day = if at % 2 == 0 { &mut one } else { &mut two };
            day.add(Measure::First, Some(seconds), Some(seconds / 2), 1);
            all.add(Measure::First, Some(seconds), Some(seconds / 2), 1);
        }
        one.join(&two);
        assert_eq!(one, all);
        let written = serde_json::to_string(&all).expect("JSON");
        assert_eq!(serde_json::from_str::<Sheet>(&written).expect("a sheet"), all);
    }
}
