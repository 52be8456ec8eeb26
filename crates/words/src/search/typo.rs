//! Words near a mistyped one: one slip in a short word, two in a longer one.

/// Letters of the words that are kept for this.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=24;

/// Whether a folded word is one that may be mistyped: letters, not few, not many.
pub(super) fn fits(word: &str) -> bool {
    LENGTHS.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

/// How many slips a word of so many letters may have.
#[must_use]
pub fn reach(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word near another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The word.
    pub word: String,
    /// Slips between the two; letters that changed places are one.
    pub slips: usize,
}

/// Every word that texts have, to look for near ones in.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// By number of letters: the words, one behind the other.
    by_length: Vec<String>,
    count: usize,
}

impl Vocabulary {
    /// Adds a word; each is to be added once.
    pub fn add(&mut self, word: &str) {
        if !fits(word) {
            return;
        }
        let letters = word.chars().count();
        if self.by_length.len() <= letters {
            self.by_length.resize(letters + 1, String::new());
        }
        self.by_length[letters].push_str(word);
        self.by_length[letters].push(' ');
        self.count += 1;
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether this word is there, with an ending of so many letters at most or without.
    pub(super) fn knows(&self, word: &str, ending: usize) -> bool {
        let letters = word.chars().count();
        let lists = self.by_length.iter().skip(letters).take(ending + 1);
        lists.flat_map(|all| all.split_terminator(' ')).any(|one| one.starts_with(word))
    }

    /// Words of more letters than this, shorter ones first.
    pub(super) fn longer_than(&self, letters: usize) -> impl Iterator<Item = &str> {
        self.by_length.iter().skip(letters + 1).flat_map(|all| all.split_terminator(' '))
    }

    /// Words within [`reach`] of `word`, nearest first, at most `most`; those that begin alike come before others.
    #[must_use]
    pub fn near(&self, word: &str, most: usize) -> Vec<Near> {
        let (letters, reach) = (word.chars().count(), reach(word));
        if reach == 0 || !fits(word) {
            return Vec::new();
        }
        let pattern = Pattern::of(word);
        let mut found: Vec<(usize, bool, &str)> = Vec::new();
        for length in letters - reach..=letters + reach {
            for other in self.by_length.get(length).map_or("", String::as_str).split_terminator(' ') {
                let slips = pattern.slips(other);
                let swapped = slips == 2 && reach == 1 && length == letters && swap(word, other);
                if slips > 0 && (slips <= reach || swapped) {
                    let slips = if slips == 2 && swap(word, other) { 1 } else { slips };
                    found.push((slips, other.chars().next() != word.chars().next(), other));
                }
            }
        }
        found.sort_unstable();
        found.truncate(most);
        found.into_iter().map(|(slips, _, word)| Near { word: word.to_owned(), slips }).collect()
    }
}

/// Whether two words differ by two neighbours that changed places.
fn swap(a: &str, b: &str) -> bool {
    let different: Vec<(usize, (char, char))> =
        a.chars().zip(b.chars()).enumerate().filter(|(_, (x, y))| x != y).take(3).collect();
    match different.as_slice() {
        [(i, (a1, b1)), (j, (a2, b2))] => *j == i + 1 && a1 == b2 && a2 == b1 && a.len() == b.len(),
        _ => false,
    }
}

/// A word made ready to be compared with many, by bits (Myers 1999).
struct Pattern {
    letters: u32,
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
}

impl Pattern {
    fn of(word: &str) -> Self {
        let mut pattern = Self { letters: 0, ascii: [0; 128], others: Vec::new() };
        for c in word.chars().take(64) {
            let bit = 1_u64 << pattern.letters;
            match pattern.ascii.get_mut(c as usize) {
                Some(bits) => *bits |= bit,
                None => match pattern.others.iter_mut().find(|(other, _)| *other == c) {
                    Some((_, bits)) => *bits |= bit,
                    None => pattern.others.push((c, bit)),
                },
            }
            pattern.letters += 1;
        }
        pattern
    }

    fn bits(&self, c: char) -> u64 {
        let others = || self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, bits)| *bits);
        self.ascii.get(c as usize).copied().unwrap_or_else(others)
    }

    /// How many letters are to be put in, left out or changed to make one of the other.
    fn slips(&self, other: &str) -> usize {
        let last = 1_u64 << self.letters.saturating_sub(1);
        let (mut plus, mut minus, mut slips) = (u64::MAX, 0_u64, self.letters as usize);
        for c in other.chars() {
            let same = self.bits(c);
            let vertical = same | minus;
            let horizontal = ((same & plus).wrapping_add(plus) ^ plus) | same;
            let mut up = minus | !(horizontal | plus);
            let mut down = plus & horizontal;
            slips += usize::from(up & last != 0);
            slips -= usize::from(down & last != 0);
            up = (up << 1) | 1;
            down <<= 1;
            plus = down | !(vertical | up);
            minus = up & vertical;
        }
        slips
    }
}

#[cfg(test)]
pub(super) fn slips(a: &str, b: &str) -> usize {
    Pattern::of(a).slips(b)
}
