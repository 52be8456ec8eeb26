//! What single words say about languages: a table of word parts, made by `cargo xtask language-table`.
//!
//! A row is a part (two to five letters, `_` for the edge of a word; or a whole word) and, for every
//! [`Class`], how much less likely the part is there than in the language that likes it best.
//! Where the words come from: `crates/words/model/README.md`.

use super::visible;

/// The rows: four bytes of hash, ascending, then half a byte a class.
static TABLE: &[u8] = include_bytes!("../../model/table.bin");

/// Half a byte counts steps of this size in natural logarithms.
pub const STEP: f32 = 0.5;
/// The longest part that is not a whole word.
const LONGEST_PART: usize = 5;
/// No word says more against a language than this: it may be a name, or mistyped.
const LOUDEST: f32 = -8.0;
/// The parts of a word overlap, so many of them do not say many times as much.
const OVERLAP: f32 = 0.6;
/// What a noun with its article at the end and its owner behind it says for Norwegian (“pakken min”).
const OWNER_BEHIND: f32 = 2.0;
/// What an owner elsewhere (“min pakke”) says against it: the others have no choice.
const OWNER_BEFORE: f32 = 0.5;
/// A word known as a whole says this share once more.
const WHOLE: f32 = 0.5;
const OWNERS: [&str; 18] = [
    "min", "mi", "mitt", "mine", "din", "di", "ditt", "dine", "sin", "si", "sitt", "sine", "vår", "vårt", "våre",
    "hans", "hennes", "deres",
];

/// A language, or a family of languages that need not be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// English.
    En,
    /// Norwegian Bokmål.
    Nb,
    /// Swedish.
    Sv,
    /// Danish.
    Da,
    /// Indonesian.
    Id,
    /// Norwegian Nynorsk.
    Nn,
    /// Malay.
    Ms,
    /// German.
    De,
    /// Dutch and Afrikaans.
    Nl,
    /// Spanish, Portuguese, Italian.
    Romance,
    /// French.
    Fr,
    /// Finnish and Estonian.
    Finnic,
    /// Icelandic.
    Is,
    /// Polish and Czech.
    Slavic,
    /// Turkish.
    Tr,
    /// Tagalog.
    Tl,
    /// Javanese.
    Jv,
}

impl Class {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::En,
        Self::Nb,
        Self::Sv,
        Self::Da,
        Self::Id,
        Self::Nn,
        Self::Ms,
        Self::De,
        Self::Nl,
        Self::Romance,
        Self::Fr,
        Self::Finnic,
        Self::Is,
        Self::Slavic,
        Self::Tr,
        Self::Tl,
        Self::Jv,
    ];

    /// How many of them are ours: the five, and Nynorsk.
    const OURS: usize = 6;

    /// The class of a language code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "en" => Self::En,
            "nb" => Self::Nb,
            "sv" => Self::Sv,
            "da" => Self::Da,
            "id" => Self::Id,
            "nn" => Self::Nn,
            "ms" => Self::Ms,
            "de" => Self::De,
            "nl" | "af" => Self::Nl,
            "es" | "pt" | "it" => Self::Romance,
            "fr" => Self::Fr,
            "fi" | "et" => Self::Finnic,
            "is" => Self::Is,
            "pl" | "cs" => Self::Slavic,
            "tr" => Self::Tr,
            "tl" => Self::Tl,
            "jv" => Self::Jv,
            _ => return None,
        })
    }

    /// Whether it shares much of its vocabulary with Indonesian.
    #[must_use]
    pub const fn is_neighbour_of_indonesian(self) -> bool {
        matches!(self, Self::Ms | Self::Tl | Self::Jv)
    }
}

/// Bytes of a row: the hash, and half a byte a class.
pub const ROW: usize = 4 + Class::ALL.len().div_ceil(2);

/// How well each class fits; nought is the best that can be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    by_class: [f32; Class::ALL.len()],
    /// How many words said anything.
    pub words: usize,
}

impl Scores {
    /// How well one fits.
    #[must_use]
    pub const fn of(&self, class: Class) -> f32 {
        self.by_class[class as usize]
    }

    /// The language we do not speak that fits best.
    #[must_use]
    pub fn rival(&self) -> (Class, f32) {
        let rivals = Class::ALL.into_iter().skip(Class::OURS).map(|class| (class, self.of(class)));
        rivals.fold((Class::De, f32::MIN), |best, rival| if rival.1 > best.1 { rival } else { best })
    }
}

/// What the words say together.
pub(super) fn read(words: &[String]) -> Scores {
    let mut scores = Scores::default();
    let mut before = "";
    for word in words {
        if let Some(said) = word_says(word) {
            scores.words += 1;
            scores.by_class.iter_mut().zip(said).for_each(|(score, said)| *score += said.max(LOUDEST));
        }
        if OWNERS.contains(&word.as_str()) {
            let says = if has_article_behind(before) { OWNER_BEHIND } else { -OWNER_BEFORE };
            scores.by_class[Class::Nb as usize] += says;
            scores.by_class[Class::Nn as usize] += says;
        }
        before = word;
    }
    scores
}

fn has_article_behind(noun: &str) -> bool {
    noun.len() >= 4 && ["en", "et", "ene", "a"].iter().any(|article| noun.ends_with(article))
}

/// What one word says, by class, nought for the language that likes it best; `None` when no part of it is known.
fn word_says(word: &str) -> Option<[f32; Class::ALL.len()]> {
    let mut sum = [0.0_f32; Class::ALL.len()];
    let mut whole = sum;
    let mut known = 0_u16;
    parts(word, |hash, length| {
        if let Some(row) = row(hash) {
            known += 1;
            for (class, sum) in sum.iter_mut().enumerate() {
                let less = f32::from(row[4 + class / 2] >> (4 * (class % 2)) & 15) * STEP;
                *sum -= less;
                if length > LONGEST_PART {
                    whole[class] = -less * WHOLE;
                }
            }
        }
    });
    if known == 0 {
        return None;
    }
    let share = 1.0 + f32::from(known).powf(OVERLAP);
    let said: [f32; Class::ALL.len()] = std::array::from_fn(|class| sum[class] / share + whole[class]);
    let best = said.iter().copied().fold(f32::MIN, f32::max);
    Some(said.map(|score| score - best))
}

fn row(hash: u32) -> Option<&'static [u8]> {
    let (rows, _) = TABLE.as_chunks::<ROW>();
    let key = |row: &[u8; ROW]| u32::from_le_bytes([row[0], row[1], row[2], row[3]]);
    rows.binary_search_by_key(&hash, key).ok().map(|at| rows[at].as_slice())
}

/// The words of a text in small letters, as they are looked up.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    visible::words(text)
}

/// Hands on the hash of every part of a word, with the part's length; a whole word longer than the
/// longest part counts as one letter more than that.
pub fn parts(word: &str, mut each: impl FnMut(u32, usize)) {
    let mut edged = String::with_capacity(word.len() + 2);
    edged.push('_');
    edged.push_str(word);
    edged.push('_');
    for (start, _) in edged.char_indices() {
        let mut hash = Fnv::NEW;
        for (length, letter) in edged[start..].chars().take(LONGEST_PART).enumerate() {
            hash = hash.with(letter);
            if length > 0 {
                each(hash.0, length + 1);
            }
        }
    }
    if edged.chars().nth(LONGEST_PART).is_some() {
        each(edged.chars().fold(Fnv::NEW, Fnv::with).0, LONGEST_PART + 1);
    }
}

/// FNV-1a over the letters: short, quick, and the same on every machine.
#[derive(Clone, Copy)]
struct Fnv(u32);

impl Fnv {
    const NEW: Self = Self(0x811c_9dc5);

    fn with(self, letter: char) -> Self {
        let bytes = u32::from(letter).to_le_bytes();
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)))
    }
}
