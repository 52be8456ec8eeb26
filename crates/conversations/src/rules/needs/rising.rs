//! Which topics rise: bursts over weeks, and how sure it is that there is more of it now than before.
//!
//! A topic rises when its last week, or the one before, lies in a burst (`words::bursts`, two states, the high one twice
//! the usual share, going up costs the logarithm of the number of weeks) and in the burst at least [`LEAST`] needs were
//! said. Whoever asks counts their customers: fewer than [`CUSTOMERS_LEAST`] make no topic rise.

use words::bursts::{Batch, bursts, rise};

/// Needs of a burst, at least.
pub const LEAST: u64 = 5;
/// Customers of a burst, at least.
pub const CUSTOMERS_LEAST: i64 = 3;
/// Weeks that are looked at, this one among them.
pub const WEEKS: usize = 26;
/// The high state's share, in usual shares.
const SCALE: f64 = 2.0;
/// What going up costs, in logarithms of the number of weeks.
const GAMMA: f64 = 1.0;
/// Days of a week.
const DAYS: f64 = 7.0;

/// A topic's burst that goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rising {
    /// The first week of the burst, counted from the first week that was looked at.
    pub since: usize,
    /// Needs of the topic in the burst.
    pub needs: u64,
    /// All needs in these weeks.
    pub of: u64,
    /// The probability that there are more a day now than before, 0 to 1; none where the burst is all there is.
    pub sure: Option<f64>,
}

/// Whether a topic rises by its needs and all needs of each week, the oldest first.
#[must_use]
pub fn rising(weeks: &[Batch]) -> Option<Rising> {
    let states = bursts(weeks, SCALE, GAMMA);
    let last = states.iter().rposition(|bursts| *bursts)?;
    if last + 2 < states.len() {
        return None;
    }
    let since = states.iter().take(last).rposition(|bursts| !*bursts).map_or(0, |quiet| quiet + 1);
    let (before, now) = weeks.split_at_checked(since)?;
    let sum = |weeks: &[Batch], count: fn(&Batch) -> u64| weeks.iter().map(count).fold(0_u64, u64::saturating_add);
    let needs = sum(now, |week| week.topic);
    if needs < LEAST {
        return None;
    }
    let sure = rise(sum(before, |week| week.topic), days(before), needs, days(now)).map(|rise| rise.p_rising);
    Some(Rising { since, needs, of: sum(now, |week| week.all), sure })
}

#[expect(clippy::cast_precision_loss, reason = "a few weeks")]
fn days(weeks: &[Batch]) -> f64 {
    weeks.len() as f64 * DAYS
}
