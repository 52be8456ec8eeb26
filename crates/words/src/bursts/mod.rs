//! Rising topics: from how many messages a day or week speak of something, when they came thick, and how sure it is
//! that there are more now than before. Counts in, answer out; it knows no message.
//!
//! J. Kleinberg, "Bursty and hierarchical structure in streams" (2002), two states over batches; rates compared with
//! a Jeffreys prior, gamma(1/2, 0) each, exactly by the beta distribution.

mod beta;

#[cfg(test)]
mod tests;

/// One batch: a day's or a week's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Messages about the topic; never more than `all`.
    pub topic: u64,
    /// All messages.
    pub all: u64,
}

/// In which batches the topic bursts.
///
/// The low state's share is the topic's share of all messages, the high state's is `scale` times that; going up costs
/// `gamma` · ln(number of batches), going down nothing. Of equal ways the lower one is taken. Nothing bursts where
/// nobody speaks of the topic, or `scale` is not above one.
#[must_use]
pub fn bursts(batches: &[Batch], scale: f64, gamma: f64) -> Vec<bool> {
    let (topic, all) = batches
        .iter()
        .fold((0.0, 0.0), |(topic, all), batch| (topic + float(batch.topic.min(batch.all)), all + float(batch.all)));
    let low = topic / all;
    let high = (low * scale).min(1.0 - 1e-9);
    if !(low > 0.0 && high > low && gamma.is_finite()) {
        return vec![false; batches.len()];
    }
    let up = gamma.max(0.0) * float(batches.len() as u64).ln();
    // What the cheapest way into each state costs, and whether it came from the high one.
    let mut costs = (0.0, f64::INFINITY);
    let mut ways: Vec<(bool, bool)> = Vec::with_capacity(batches.len());
    for batch in batches {
        let from_high = (costs.1 < costs.0, costs.1 < costs.0 + up);
        let reach = (costs.0.min(costs.1), costs.1.min(costs.0 + up));
        costs = (reach.0 + cost(*batch, low), reach.1 + cost(*batch, high));
        ways.push(from_high);
    }
    let mut state = costs.1 < costs.0;
    let mut states = vec![false; batches.len()];
    for (place, way) in states.iter_mut().zip(&ways).rev() {
        *place = state;
        state = if state { way.1 } else { way.0 };
    }
    states
}

/// How unlikely a batch is where a share of all messages speaks of the topic; what both states pay alike is left out.
fn cost(batch: Batch, share: f64) -> f64 {
    let topic = batch.topic.min(batch.all);
    -(float(topic) * share.ln() + float(batch.all - topic) * (-share).ln_1p())
}

/// How sure it is that a rate rose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rise {
    /// The probability that the rate now is above the one before, 0 to 1.
    pub p_rising: f64,
    /// The mean of the rate now over the mean of the rate before.
    pub ratio: f64,
}

/// Compares counts over two stretches of days; `None` where a stretch has no length.
#[must_use]
pub fn rise(before: u64, days_before: f64, now: u64, days_now: f64) -> Option<Rise> {
    let lengths = days_before > 0.0 && days_now > 0.0 && days_before.is_finite() && days_now.is_finite();
    if !lengths {
        return None;
    }
    let (a, b) = (float(now) + 0.5, float(before) + 0.5);
    // now/(now + before) is beta distributed once both are brought to the same length.
    let p_rising = 1.0 - beta::below(days_now / (days_now + days_before), a, b);
    Some(Rise { p_rising, ratio: (a / days_now) / (b / days_before) })
}

#[expect(clippy::cast_precision_loss, reason = "counts of messages stay far below 2^53")]
const fn float(count: u64) -> f64 {
    count as f64
}
