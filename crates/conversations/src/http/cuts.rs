//! Where the texts of messages are cut, kept in memory: a page of a conversation is made anew for every reader and every
//! change, and finding signatures and quotes was an eighth of its time. Kept are places in a text, never words of it.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::{LazyLock, Mutex, PoisonError};

use words::reply::{self, Parts, Piece};

/// Texts whose cuts are kept at once; with one more, all are let go.
const TEXTS_MAX: usize = 2_000;
/// Texts shorter than this, in bytes, are cut as quickly as looked up.
const LEAST: usize = 256;

/// By two keyed digests of the text: nobody can write two texts that agree in both.
#[derive(Default)]
struct Cuts {
    digests: [RandomState; 2],
    kept: HashMap<(u64, u64), Vec<Piece>>,
}

static CUTS: LazyLock<Mutex<Cuts>> = LazyLock::new(Mutex::default);

/// The text in pieces: see [`reply::split`].
pub(super) fn parts(text: &str) -> Parts<'_> {
    if text.len() < LEAST {
        return reply::split(text);
    }
    let mut cuts = CUTS.lock().unwrap_or_else(PoisonError::into_inner);
    let [one, other] = &cuts.digests;
    let key = (one.hash_one(text), other.hash_one(text));
    if let Some(parts) = cuts.kept.get(&key).and_then(|pieces| reply::again(text, pieces)) {
        return parts;
    }
    drop(cuts);
    let parts = reply::split(text);
    cuts = CUTS.lock().unwrap_or_else(PoisonError::into_inner);
    if cuts.kept.len() >= TEXTS_MAX {
        cuts.kept.clear();
    }
    cuts.kept.insert(key, parts.pieces().to_vec());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_the_same_when_it_is_seen_again() {
        for n in 0..TEXTS_MAX + 10 {
            let text = format!("Takk {n}\n{}\n-- \nKari\n> Hei\n> du\n", "ord og ord igjen ".repeat(20));
            let first = parts(&text).pieces().to_vec();
            assert_eq!(first, reply::split(&text).pieces());
            assert_eq!(parts(&text).pieces(), first);
        }
        assert!(CUTS.lock().expect("nobody broke it").kept.len() <= TEXTS_MAX);
    }

    #[test]
    fn cuts_of_another_text_are_not_taken() {
        let pieces = reply::split("Hei\n-- \nKåre\n").pieces().to_vec();
        assert!(reply::again("Hei\n-- \nKåre\n", &pieces).is_some());
        assert!(reply::again("Hei\n-- \nKåre\n\n", &pieces).is_none(), "longer");
        assert!(reply::again("Hei\n", &pieces).is_none(), "shorter");
        let within = vec![
            Piece { kind: words::reply::Kind::Own, range: 0..1 },
            Piece { kind: words::reply::Kind::Own, range: 1..2 },
        ];
        assert!(reply::again("å", &within).is_none(), "within a letter");
    }
}
