//! Promises in tables, in the reference cases, in cases that a generator has changed, and in any text at all.

mod any_text;
mod generator;
mod own;
mod vectors;

use base::Language;
use jiff::Zoned;

use super::{Kind, Promise, find};

/// A moment in the zone of a writer.
fn moment(local: &str, zone: &str) -> Zoned {
    let local = local.get(..16).unwrap_or(local);
    let at: jiff::civil::DateTime = local.parse().expect("a local time");
    at.in_tz(zone).expect("a zone")
}
