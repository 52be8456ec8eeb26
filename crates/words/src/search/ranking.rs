//! Which of what was found stands first, where any of the words of a question will do: what many of them lead to, rare
//! ones above all, and most of all where they stand in the title.

use std::collections::BTreeMap;

/// How much more a word counts that stands in a title.
const TITLED: f64 = 2.5;

/// What one word of a question found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The word, folded, as it stands in folded titles; empty where it is none.
    pub word: String,
    /// How sure it is that this word was meant, from nothing to one: less for one that is only near what was typed.
    pub sure: f64,
    /// Ids of texts.
    pub texts: Vec<String>,
}

impl Found {
    /// How much it tells that a text has this word, of `total` texts: one that is everywhere tells next to nothing.
    #[must_use]
    pub fn weight(&self, total: usize) -> f64 {
        let many = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let (all, with) = (many(total.max(self.texts.len())), many(self.texts.len()));
        self.sure * (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }
}

/// The ids of texts by their words alone, best first, `most` at most, of `total` texts that might have been found.
#[must_use]
pub fn likely(all: &[Found], total: usize, most: usize) -> Vec<String> {
    let titles = BTreeMap::new();
    ranked(all, total, &titles, most).into_iter().map(|(id, _)| id).collect()
}

/// Texts with their weights, best first, `most` at most. `titles` are folded, by id.
#[must_use]
pub fn ranked(all: &[Found], total: usize, titles: &BTreeMap<String, String>, most: usize) -> Vec<(String, f64)> {
    let mut weights: BTreeMap<&str, f64> = BTreeMap::new();
    for found in all {
        let weight = found.weight(total);
        for text in &found.texts {
            let title = titles.get(text).map_or("", String::as_str);
            let titled = !found.word.is_empty() && title.split_whitespace().any(|word| near(word, &found.word));
            *weights.entry(text.as_str()).or_default() += if titled { weight * TITLED } else { weight };
        }
    }
    let mut ranked: Vec<(&str, f64)> = weights.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked.into_iter().take(most).map(|(id, weight)| (id.to_owned(), weight)).collect()
}

/// Whether two words begin alike: one of them within the other but for an ending.
fn near(a: &str, b: &str) -> bool {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    alike >= 3 && alike + 1 >= shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, texts: &[&str]) -> Found {
        Found { word: word.into(), sure: 1.0, texts: texts.iter().map(|id| (*id).to_owned()).collect() }
    }

    fn order(all: &[Found], titles: &[(&str, &str)], most: usize) -> Vec<String> {
        let titles = titles.iter().map(|(id, title)| ((*id).to_owned(), (*title).to_owned())).collect();
        ranked(all, 10, &titles, most).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn rare_words_and_titles_come_first_and_equals_stay_in_order() {
        let common = found("the", &["a", "b", "c", "d"]);
        assert_eq!(order(&[common.clone(), found("warranty", &["c"])], &[], 2), ["c", "a"]);
        assert_eq!(order(std::slice::from_ref(&common), &[("d", "the end")], 2), ["d", "a"]);
        assert_eq!(order(&[found("refunds", &["a", "b"])], &[("b", "my refund")], 5), ["b", "a"]);
        assert_eq!(order(&[], &[], 5), Vec::<String>::new());
        let unsure = Found { sure: 0.5, ..found("x", &["a"]) };
        assert_eq!(order(&[unsure, found("y", &["b"])], &[], 5), ["b", "a"]);
        assert_eq!(likely(&[common], 4, 1), ["a"]);
    }

    #[test]
    fn a_word_that_is_everywhere_tells_next_to_nothing() {
        let everywhere = found("the", &["a", "b", "c"]).weight(3);
        let rare = found("warranty", &["a"]).weight(3);
        assert!(everywhere > 0.0 && everywhere * 5.0 < rare, "{everywhere} {rare}");
        assert!(found("x", &["a", "b"]).weight(0).is_finite());
    }
}
