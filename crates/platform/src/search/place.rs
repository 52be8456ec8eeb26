//! Where a document stands in the index: one number that sorts by shelf, then by time. Made from the document alone,
//! so that an index made anew looks the same, in whatever order it is made.

use base::{Instant, clock};

use super::{Ask, Document, Place, Shelf};

/// Bits for the documents of one second.
const WITHIN: u32 = 12;
/// Bits for everything on one shelf.
const SHELF: u32 = 56;
const MICROS: i64 = 1_000_000;

fn second(at: Instant) -> i64 {
    (clock::to_micros(at).div_euclid(MICROS)).clamp(0, (1 << (SHELF - WITHIN)) - 1)
}

fn first(shelf: Shelf, second: i64) -> i64 {
    ((shelf as i64) << SHELF) | (second << WITHIN)
}

/// The places for a document, best first: of its own second, then of later ones, ever further away. Which of a
/// second's places comes first is told by its subject, so that two writers seldom want the same.
pub(super) fn candidates(doc: &Document) -> impl Iterator<Item = Place> {
    let own = second(doc.at);
    let shelf = doc.shelf;
    let digest = doc
        .subject
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (0..24_u32).flat_map(move |round| {
        let later = own + (1_i64 << round) - 1;
        (0..4_u32).map(move |attempt| {
            let within = (digest >> (12 * attempt)) & ((1 << WITHIN) - 1);
            Place(first(shelf, later.min((1 << (SHELF - WITHIN)) - 1)) | i64::try_from(within).unwrap_or(0))
        })
    })
}

/// The first and the last place that a question allows.
pub(super) fn range(ask: &Ask<'_>) -> (i64, i64) {
    let low = first(ask.shelf, ask.since.map_or(0, second));
    let end = ask.until.map_or(((ask.shelf as i64) + 1) << SHELF, |until| first(ask.shelf, second(until)));
    let high = ask.after.map_or(i64::MAX, |after| after.0);
    (low, end.min(high) - 1)
}
