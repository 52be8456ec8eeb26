//! What monitoring is told of replies on their way out.

use platform::metrics::{Counts, Gauge};

/// One question each.
pub const GAUGES: &[Gauge] = &[Gauge {
    name: "outbox",
    help: "Replies that have not left, by state",
    sql: "SELECT state, COUNT(*) AS n FROM delivery WHERE state IN ('held', 'waiting', 'sending', 'failed') \
              GROUP BY state",
    labels: &["state"],
    counts: Counts::Things,
}];
