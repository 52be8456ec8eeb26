//! Faults that come again: at one item, or at many of one batch. Pure.

use std::collections::{BTreeMap, BTreeSet};

use base::Instant;
use jiff::SignedDuration;

/// A fault that was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The product.
    pub product: String,
    /// The number of the item.
    pub serial: String,
    /// The batch it was made in, where that is known.
    pub batch: Option<String>,
    /// What is wrong, as colleagues name it.
    pub what: String,
    /// When it was reported.
    pub at: Instant,
}

/// From when on faults are remarkable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RepeatBounds {
    /// So many times at one item; the same fault after a repair is a second time.
    pub at_item: usize,
    /// At so many items of one batch.
    pub in_batch: usize,
    /// Within this time.
    pub within: SignedDuration,
}

/// What came again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repeat {
    /// The same fault at one item.
    Item {
        /// The product.
        product: String,
        /// Its number.
        serial: String,
        /// What is wrong.
        what: String,
        /// The most there were within the time.
        times: usize,
    },
    /// The same fault at several items of a batch.
    Batch {
        /// The product.
        product: String,
        /// The batch.
        batch: String,
        /// What is wrong.
        what: String,
        /// The most items there were within the time.
        items: usize,
    },
}

/// When which item had a fault, by product, by item or batch, and by what is wrong.
type Seen<'a> = BTreeMap<(&'a str, &'a str, &'a str), Vec<(Instant, &'a str)>>;

/// What came again often enough to be noticed, in order.
#[must_use]
pub fn repeated(faults: &[Fault], bounds: &RepeatBounds) -> Vec<Repeat> {
    let mut items: Seen<'_> = BTreeMap::new();
    let mut batches: Seen<'_> = BTreeMap::new();
    for fault in faults {
        let (product, what, seen) = (fault.product.as_str(), fault.what.as_str(), (fault.at, fault.serial.as_str()));
        items.entry((product, &fault.serial, what)).or_default().push(seen);
        if let Some(batch) = &fault.batch {
            batches.entry((product, batch, what)).or_default().push(seen);
        }
    }
    let at_items = items.into_iter().filter_map(|((product, serial, what), seen)| {
        let times = most(seen, bounds.within, |window| window.len());
        (times >= bounds.at_item.max(2)).then(|| Repeat::Item {
            product: product.to_owned(),
            serial: serial.to_owned(),
            what: what.to_owned(),
            times,
        })
    });
    let in_batches = batches.into_iter().filter_map(|((product, batch, what), seen)| {
        let items =
            most(seen, bounds.within, |window| window.iter().map(|(_, serial)| serial).collect::<BTreeSet<_>>().len());
        (items >= bounds.in_batch.max(2)).then(|| Repeat::Batch {
            product: product.to_owned(),
            batch: batch.to_owned(),
            what: what.to_owned(),
            items,
        })
    });
    at_items.chain(in_batches).collect()
}

/// The largest size of all windows of this length, both ends included.
fn most(mut seen: Vec<(Instant, &str)>, within: SignedDuration, size: impl Fn(&[(Instant, &str)]) -> usize) -> usize {
    seen.sort_unstable();
    let windows = seen.iter().enumerate().map(|(place, (start, _))| {
        let rest = seen.get(place..).unwrap_or_default();
        let end = rest.partition_point(|(at, _)| at.duration_since(*start) <= within);
        size(rest.get(..end).unwrap_or_default())
    });
    windows.max().unwrap_or(0)
}
