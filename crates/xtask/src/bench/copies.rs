//! Copies of a conversation: the same in everything but who it is of, when it was, and by which ids it is known.
//!
//! Pure. A row is cut once at the places where its copies differ; a copy is then put together from the pieces.

/// How an id looks: three letters of what it is, and 26 of base 32.
const ID: usize = 26;
/// So many of them say which copy it is; the ones behind tell ids of one business apart.
const COPY: usize = 6;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// What belongs to a copy alone: conversations, messages, customers, files. Everything else is shared.
const OWN: [&str; 4] = ["cnv_", "msg_", "per_", "att_"];
/// Moments in microseconds lie here: from 2017 to 2036.
const MOMENTS: std::ops::Range<i64> = 1_500_000_000_000_000..2_100_000_000_000_000;

/// Which copy.
#[derive(Clone, Copy, Debug)]
pub struct Copy {
    /// From 1.
    pub number: u32,
    /// How much earlier everything was, in microseconds.
    pub earlier: i64,
}

/// A cell of a row that will be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// The same in every copy.
    Number(i64),
    /// Earlier in every copy.
    Moment(i64),
    /// A text, cut.
    Text(Cut),
}

/// What a copy has in such a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Nothing.
    Null,
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

/// A text, and where its copies differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    text: String,
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Here begin the letters of an id that say of which copy it is.
    Id(usize),
    /// Here a customer's address ends, before its `@`.
    Address(usize),
}

impl Cell {
    /// Of a number: a moment when it looks like one.
    pub fn number(value: i64) -> Self {
        if MOMENTS.contains(&value) { Self::Moment(value) } else { Self::Number(value) }
    }

    /// Of a text; addresses of `ours` are everybody's.
    pub fn text(text: &str, ours: &str) -> Self {
        Self::Text(Cut::of(text, ours))
    }

    /// What stands there in a copy.
    pub fn of(&self, copy: Copy) -> Made {
        match self {
            Self::Null => Made::Null,
            Self::Number(number) => Made::Number(*number),
            Self::Moment(at) => Made::Number(at - copy.earlier),
            Self::Text(cut) => Made::Text(cut.of_copy(copy)),
        }
    }
}

impl Cut {
    fn of(text: &str, ours: &str) -> Self {
        let bytes = text.as_bytes();
        let mut places: Vec<Place> = OWN
            .iter()
            .flat_map(|kind| text.match_indices(kind))
            .map(|(at, kind)| at + kind.len())
            .filter(|at| bytes.get(*at..at + ID).is_some_and(|id| id.iter().all(|byte| ALPHABET.contains(byte))))
            .map(Place::Id)
            .collect();
        let theirs = text.match_indices('@').filter(|(at, _)| !text[at + 1..].starts_with(ours));
        // Without a letter before it, it is no address.
        let theirs =
            theirs.filter(|(at, _)| at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric()));
        places.extend(theirs.map(|(at, _)| Place::Address(at)));
        places.sort_by_key(|place| match place {
            Place::Id(at) | Place::Address(at) => *at,
        });
        Self { text: text.to_owned(), places }
    }

    fn of_copy(&self, copy: Copy) -> String {
        let (mut made, mut from) = (String::with_capacity(self.text.len() + 8 * self.places.len()), 0);
        for place in &self.places {
            match *place {
                Place::Id(at) => {
                    made.push_str(&self.text[from..at]);
                    digits(copy.number, &mut made);
                    from = at + COPY;
                }
                Place::Address(at) => {
                    made.push_str(&self.text[from..at]);
                    made.push_str(&format!(".{}", copy.number));
                    from = at;
                }
            }
        }
        made.push_str(&self.text[from..]);
        made
    }
}

/// The number of a copy as the first letters of its ids, so that those of one copy lie together in every index.
fn digits(number: u32, into: &mut String) {
    for place in (0..COPY).rev() {
        let digit = (u64::from(number) >> (5 * place)) & 31;
        into.push(char::from(ALPHABET[usize::try_from(digit).unwrap_or(0)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: Copy = Copy { number: 33, earlier: 1_000_000 };

    fn copied(text: &str) -> String {
        match Cell::text(text, "brekkesund.example").of(TWO) {
            Made::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn ids_of_the_copy_change_and_others_stay() {
        let text = r#"{"a":"cnv_01m83eey15fb5r7hk41vq75mbf","b":"stf_01m08cbse0fk2t130y8n5xfx1t"}"#;
        let new = r#"{"a":"cnv_000011ey15fb5r7hk41vq75mbf","b":"stf_01m08cbse0fk2t130y8n5xfx1t"}"#;
        assert_eq!(copied(text), new);
        assert_eq!(copied("cnv_01m83eey15 is none, msg_ neither"), "cnv_01m83eey15 is none, msg_ neither");
    }

    #[test]
    fn customers_get_an_address_of_their_own_and_ours_stays() {
        let text = "<a1.s3@post.example> kari@post.example to hjelp@brekkesund.example, @ Kari, å@b.example";
        let new = "<a1.s3.33@post.example> kari.33@post.example to hjelp@brekkesund.example, @ Kari, å@b.example";
        assert_eq!(copied(text), new);
    }

    #[test]
    fn moments_move_and_other_numbers_do_not() {
        assert_eq!(Cell::number(1_795_004_940_000_000).of(TWO), Made::Number(1_795_004_939_000_000));
        assert_eq!(Cell::number(i64::MAX).of(TWO), Made::Number(i64::MAX));
        assert_eq!(Cell::number(900).of(TWO), Made::Number(900));
        assert_eq!(Cell::Null.of(TWO), Made::Null);
    }

    #[test]
    fn ids_of_copies_are_as_different_as_their_numbers() {
        let mut all = std::collections::BTreeSet::new();
        for number in 1..2000 {
            let mut id = String::new();
            digits(number, &mut id);
            assert_eq!(id.len(), COPY);
            assert!(all.last().is_none_or(|last| *last < id), "{id}");
            all.insert(id);
        }
    }
}
