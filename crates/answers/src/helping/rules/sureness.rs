//! Whether an article surely answers a question: how much of what the question says the article says, too, rare words
//! above all; and whether no other says as much.

use std::collections::BTreeMap;

use words::search::Found;

/// Rare words that an article and a question share at least, before anything is sure.
const RARE_LEAST: usize = 2;
/// A word in so many of a hundred texts is rare; of few texts, a word in one or two.
const RARE_SHARE: usize = 5;
const RARE_FEW: usize = 2;

/// What an article has of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Of what the question says, by weight, in hundredths.
    pub share: u32,
    /// Rare words that both have.
    pub rare: usize,
}

/// A verdict on the best of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This text, by id, with how sure it is in hundredths.
    Sure(String, u32),
    /// None is sure enough.
    Unsure,
}

/// The score of every text that a question found, of `asked` words, among `total` texts. A word that nothing has counts
/// against all: what it means is not known.
#[must_use]
pub fn scores(found: &[Found], asked: usize, total: usize) -> BTreeMap<String, Score> {
    let unknown = asked.saturating_sub(found.len());
    let alone = Found { word: String::new(), sure: 1.0, texts: vec![String::new()] }.weight(total);
    // Much of what people write around their question is said by no article; half of it is taken for such.
    let missing = alone * 0.5 * f64::from(u32::try_from(unknown).unwrap_or(u32::MAX));
    let whole = found.iter().map(|one| one.weight(total)).sum::<f64>() + missing;
    let rare = RARE_FEW.max(total * RARE_SHARE / 100);
    let mut weights: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for one in found {
        for text in &one.texts {
            let entry = weights.entry(text.as_str()).or_default();
            entry.0 += one.weight(total);
            entry.1 += usize::from(one.texts.len() <= rare && one.word.chars().count() >= 4);
        }
    }
    let score = |(weight, rare): (f64, usize)| Score { share: hundredths(weight, whole), rare };
    weights.into_iter().map(|(id, of)| (id.to_owned(), score(of))).collect()
}

fn hundredths(part: f64, whole: f64) -> u32 {
    if whole <= 0.0 {
        return 0;
    }
    // A whole is a whole, however its parts were rounded.
    let share = (100.0 * part / whole + 1e-9).clamp(0.0, 100.0);
    (0..=100_u32).rev().find(|n| f64::from(*n) <= share).unwrap_or(0)
}

/// How sure the best is: its share, less where the next one says nearly as much. Without rare words in common it is 0.
#[must_use]
pub fn best(scores: &BTreeMap<String, Score>) -> Option<(String, u32)> {
    let mut order: Vec<(&String, &Score)> = scores.iter().collect();
    order.sort_by(|a, b| b.1.share.cmp(&a.1.share).then_with(|| a.0.cmp(b.0)));
    let (id, first) = order.first()?;
    let next = order.get(1).map_or(0, |(_, score)| score.share);
    let lead = first.share.saturating_sub(next);
    let sure = if first.rare < RARE_LEAST { 0 } else { (first.share + lead).div_ceil(2).min(first.share) };
    Some(((*id).clone(), sure))
}

/// Sure or not, by the threshold that the business set, in hundredths.
#[must_use]
pub fn judged(scores: &BTreeMap<String, Score>, threshold: u32) -> Verdict {
    match best(scores) {
        Some((id, sure)) if sure > 0 && sure >= threshold => Verdict::Sure(id, sure),
        _ => Verdict::Unsure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, texts: &[&str]) -> Found {
        Found { word: word.into(), sure: 1.0, texts: texts.iter().map(|id| (*id).to_owned()).collect() }
    }

    #[test]
    fn what_shares_the_rare_words_alone_is_sure_and_what_shares_common_ones_is_not() {
        let the = found("have", &["a", "b", "c", "d"]);
        let (cold, motor) = (found("cold", &["a"]), found("motor", &["a"]));
        let all = scores(&[the.clone(), cold.clone(), motor.clone()], 3, 40);
        assert_eq!(all["a"].rare, 2);
        assert!(all["a"].share > 90 && all["b"].share < 40, "{all:?}");
        assert!(matches!(judged(&all, 60), Verdict::Sure(id, sure) if id == "a" && sure > 60));
        assert_eq!(judged(&scores(&[the], 1, 40), 1), Verdict::Unsure, "no rare word");
        assert_eq!(judged(&scores(&[cold], 1, 40), 1), Verdict::Unsure, "one rare word is chance");
        assert_eq!(judged(&BTreeMap::new(), 0), Verdict::Unsure);
    }

    #[test]
    fn two_that_say_the_same_and_words_that_nobody_knows_make_it_less_sure() {
        let words = |texts: &[&str]| [found("cold", texts), found("motor", texts)];
        let alone = best(&scores(&words(&["a"]), 2, 40)).expect("one").1;
        let twins = best(&scores(&words(&["a", "b"]), 2, 40)).expect("one").1;
        let strange = best(&scores(&words(&["a"]), 8, 40)).expect("one").1;
        assert!(twins < alone && strange < alone, "{alone} {twins} {strange}");
        assert_eq!(alone, 100);
    }
}
