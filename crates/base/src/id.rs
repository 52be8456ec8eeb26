//! Typed ids: a text prefix and the 26-character base32 of a UUIDv7, so that they sort by age.

use std::sync::{Mutex, PoisonError};

use crate::clock::Instant;

/// Where random bytes come from: the system, or a seed in demos and tests.
pub trait Random: Send + Sync {
    /// Fills `bytes` with random ones.
    fn fill(&self, bytes: &mut [u8]);
}

/// Makes ids that grow strictly, also within one millisecond and when the clock steps back.
pub struct IdSource {
    random: Box<dyn Random>,
    last: Mutex<u128>,
}

impl IdSource {
    /// A source drawing from `random`.
    #[must_use]
    pub fn new(random: Box<dyn Random>) -> Self {
        Self { random, last: Mutex::new(0) }
    }

    /// The 26 characters of the next id, made at `at`.
    #[must_use]
    pub fn next(&self, at: Instant) -> String {
        let mut noise = [0_u8; 16];
        self.random.fill(&mut noise);
        let millis = u128::try_from(at.as_millisecond().max(0)).unwrap_or(0) & 0xFFFF_FFFF_FFFF;
        let random = u128::from_be_bytes(noise);
        let (rand_a, rand_b) = ((random >> 64) & 0x0FFF, random & 0x3FFF_FFFF_FFFF_FFFF);
        let fresh = (millis << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = if fresh > *last { fresh } else { last.wrapping_add(1) };
        encode(*last)
    }
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Crockford's base32 in lower case: 130 bits in 26 characters, order kept.
fn encode(value: u128) -> String {
    (0..26).rev().map(|i| char::from(ALPHABET[((value >> (i * 5)) & 31) as usize])).collect()
}

/// When an id without its prefix was made; nothing when it is none of ours.
#[must_use]
pub fn made_at(id: &str) -> Option<Instant> {
    if id.len() != 26 {
        return None;
    }
    let value = id.bytes().try_fold(0_u128, |value, byte| {
        let place = ALPHABET.iter().position(|letter| *letter == byte)?;
        Some((value << 5) | place as u128)
    })?;
    Instant::from_millisecond(i64::try_from(value >> 80).ok()?).ok()
}

/// Whether `text` is `prefix` and 26 characters of our alphabet.
#[must_use]
pub fn is_valid(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| rest.len() == 26 && rest.bytes().all(|b| ALPHABET.contains(&b)))
}

/// Text that is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id of the expected kind")]
pub struct NotAnId;

/// Declares an id type: `id!(/// Names one conversation. ConversationId, "cnv_");`
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The next id, made at `at`.
            #[must_use]
            pub fn next(ids: &$crate::IdSource, at: $crate::Instant) -> Self {
                Self(format!("{}{}", $prefix, ids.next(at)))
            }
            /// The id as it lies in tables, addresses and logs.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::id::NotAnId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if $crate::id::is_valid($prefix, text) { Ok(Self(text.to_owned())) } else { Err($crate::id::NotAnId) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = $crate::id::NotAnId;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same(u8);
    impl Random for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    id!(
        /// For these tests.
        ThingId,
        "thg_"
    );

    #[test]
    fn ids_grow_within_a_millisecond_and_when_the_clock_steps_back() {
        let ids = IdSource::new(Box::new(Same(0xFF)));
        let late = Instant::from_second(2_000_000_000).expect("in range");
        let made: Vec<String> = (0..50).map(|i| ids.next(if i < 25 { late } else { Instant::UNIX_EPOCH })).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn an_id_tells_when_it_was_made() {
        let at = Instant::from_millisecond(1_795_006_080_123).expect("a time");
        assert_eq!(made_at(&IdSource::new(Box::new(Same(7))).next(at)), Some(at));
        assert_eq!((made_at(""), made_at("x"), made_at(&"u".repeat(26))), (None, None, None));
    }

    #[test]
    fn an_id_reads_back_only_as_its_own_kind() {
        let ids = IdSource::new(Box::new(Same(1)));
        let id = ThingId::next(&ids, Instant::UNIX_EPOCH);
        assert_eq!(id.as_str().parse::<ThingId>(), Ok(id.clone()));
        assert!(is_valid("thg_", id.as_str()));
        for bad in [
            "",
            "thg_",
            "cnv_01h00000000000000000000000",
            "thg_01H00000000000000000000000",
            "thg_' or 1=1 --00000000000",
        ] {
            assert_eq!(bad.parse::<ThingId>(), Err(NotAnId), "{bad}");
        }
    }
}
