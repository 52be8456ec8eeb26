//! Which of what was found stands first: what many of the words lead to, rare ones above all, and most of all where
//! they stand in the title.

use std::collections::BTreeMap;

/// What one word of a question found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The word, folded, as it stands in folded titles; empty where it is none.
    pub word: String,
    /// Ids of texts.
    pub texts: Vec<String>,
}

/// The ids of texts, best first, `most` at most. `titles` are folded, by id; texts without a title are left out.
#[must_use]
pub fn ranked(all: &[Found], titles: &BTreeMap<String, String>, most: usize) -> Vec<String> {
    let mut weights: BTreeMap<&str, f64> = BTreeMap::new();
    for found in all {
        let many = u32::try_from(found.texts.len()).unwrap_or(u32::MAX);
        // A word that is everywhere tells little; one that is nowhere tells nothing.
        let weight = 1.0 / (1.0 + f64::from(many)).sqrt();
        for text in &found.texts {
            let Some(title) = titles.get(text) else { continue };
            let titled = !found.word.is_empty() && title.split_whitespace().any(|word| near(word, &found.word));
            *weights.entry(text.as_str()).or_default() += if titled { weight * 3.0 } else { weight };
        }
    }
    let mut ranked: Vec<(&str, f64)> = weights.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked.into_iter().take(most).map(|(id, _)| id.to_owned()).collect()
}

/// Whether two words begin alike: one of them within the other but for an ending.
fn near(a: &str, b: &str) -> bool {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    alike >= 3 && alike + 1 >= shorter
}
