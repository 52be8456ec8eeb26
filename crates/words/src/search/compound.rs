//! Words written as one, as the languages of the north do: `returfrakt` is `retur` and `frakt`, and whoever looks for
//! one of the parts means the whole, too.

use super::typo::{Vocabulary, fits};

/// Letters of a part, at least: shorter ones stand in words that have nothing to do with them.
const PART: usize = 4;
/// Letters of what stands beside a part that was looked for, at least.
const BESIDE: usize = 3;
/// Letters of an ending that a part may have: `returfrakt` + `ene`.
const ENDING: usize = 3;
/// What may stand between two parts: `service` + `s` + `avtale`, `dag` + `e` + `tall`.
const JOINTS: [&str; 3] = ["", "s", "e"];

impl Vocabulary {
    /// Words that have `part` as their first or last part, at most `most`; shorter ones first.
    #[must_use]
    pub fn wholes(&self, part: &str, most: usize) -> Vec<String> {
        let letters = part.chars().count();
        if !fits(part) || letters < PART {
            return Vec::new();
        }
        self.longer_than(letters + BESIDE - 1)
            .filter(|word| begins_or_ends(word, part))
            .take(most)
            .map(str::to_owned)
            .collect()
    }

    /// The two words that a word is made of, where both are known, with an ending or without; of several ways the one
    /// with the longest last part, which is what the whole is a kind of.
    #[must_use]
    pub fn parts(&self, whole: &str) -> Option<(String, String)> {
        if !fits(whole) {
            return None;
        }
        let cuts = whole.char_indices().map(|(at, _)| at).skip(PART);
        for at in cuts {
            let (first, last) = whole.split_at_checked(at)?;
            if last.chars().count() < PART {
                return None;
            }
            for joint in JOINTS {
                let Some(bare) = first.strip_suffix(joint) else { continue };
                if bare.chars().count() >= PART && self.knows(bare, ENDING) && self.knows(last, ENDING) {
                    return Some((bare.to_owned(), last.to_owned()));
                }
            }
        }
        None
    }
}

/// Whether a word has `part` as its first part, or as its last but for an ending.
fn begins_or_ends(word: &str, part: &str) -> bool {
    let last = || word.rsplit_once(part).filter(|(before, _)| before.chars().count() >= BESIDE);
    word.starts_with(part) || last().is_some_and(|(_, after)| after.chars().count() <= ENDING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut known = Vocabulary::default();
        for word in [
            "retur",
            "frakt",
            "returfrakt",
            "service",
            "avtale",
            "serviceavtale",
            "batteri",
            "fraktbrev",
            "fraktbatterier",
        ] {
            known.add(word);
        }
        known
    }

    #[test]
    fn a_part_leads_to_the_words_it_stands_in() {
        let known = vocabulary();
        assert_eq!(known.wholes("frakt", 5), ["fraktbrev", "returfrakt", "fraktbatterier"]);
        assert_eq!(known.wholes("avtale", 5), ["serviceavtale"]);
        assert_eq!(known.wholes("batter", 5), ["fraktbatterier"], "with its ending");
        assert_eq!(known.wholes("frakt", 1).len(), 1);
        for none in ["service ", "kt", "", "fra"] {
            assert!(known.wholes(none, 5).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_word_of_two_known_ones_is_cut_between_them() {
        let known = vocabulary();
        let two = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(known.parts("returavtale"), two("retur", "avtale"));
        assert_eq!(known.parts("batterisfrakt"), two("batteri", "frakt"));
        assert_eq!(known.parts("fraktbrevfrakt"), two("fraktbrev", "frakt"), "the longest way is not taken for none");
        assert_eq!(known.parts("servicebatter"), two("service", "batter"), "known with an ending");
        for none in ["frakt", "returxyz", "xyzfrakt", "", "retur", "åååååååå"] {
            assert_eq!(known.parts(none), None, "{none}");
        }
    }
}
