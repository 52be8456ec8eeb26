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
    (clock::to_micros(at).div_euclid(MICROS)).clamp(0, LAST)
}

fn first(shelf: Shelf, second: i64) -> i64 {
    ((shelf as i64) << SHELF) | (second << WITHIN)
}

/// The last second that an index knows.
const LAST: i64 = (1 << (SHELF - WITHIN)) - 1;

/// A number that looks like any other.
fn stirred(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The places for a document, best first: of its own second, then anywhere in the next two, four, eight and so on, so
/// that the room grows with what is there, and the order bends no further than it must. Which places are tried is told
/// by its subject, so that two writers seldom want the same.
pub(super) fn candidates(doc: &Document) -> impl Iterator<Item = Place> {
    let own = second(doc.at);
    let shelf = doc.shelf;
    let digest = doc
        .subject
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (0..30_u32).flat_map(move |round| {
        (0..4_u32).map(move |attempt| {
            let chosen = match round {
                0 => digest >> (WITHIN * attempt),
                _ => stirred(digest ^ u64::from(round * 4 + attempt)),
            };
            let within = i64::try_from(chosen & ((1 << WITHIN) - 1)).unwrap_or(0);
            let away = i64::try_from((chosen >> WITHIN) & ((1 << round) - 1)).unwrap_or(0);
            let second = if own + away > LAST { own - away } else { own + away };
            Place(first(shelf, second) | within)
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
