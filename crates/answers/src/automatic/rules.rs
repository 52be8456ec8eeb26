//! What a threshold would have come to: of past questions, how many would have been answered rightly, wrongly, or not.

use serde::{Deserialize, Serialize};

/// Thresholds that are tried, in hundredths.
pub const THRESHOLDS: [u32; 7] = [20, 30, 40, 50, 60, 70, 80];

/// A past question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The articles that colleagues answered it with, by id.
    pub linked: Vec<String>,
    /// The article that would have been shown, and how sure that is in hundredths.
    pub shown: Option<(String, u32)>,
}

/// What became of all cases at one threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// In hundredths.
    pub threshold: u32,
    /// The article that a colleague chose.
    pub right: usize,
    /// Another one.
    pub wrong: usize,
    /// None was sure enough.
    pub none: usize,
}

/// Counts at every threshold.
#[must_use]
pub fn counted(cases: &[Case]) -> Vec<Counted> {
    THRESHOLDS.into_iter().map(|threshold| at(cases, threshold)).collect()
}

fn at(cases: &[Case], threshold: u32) -> Counted {
    let mut counted = Counted { threshold, ..Counted::default() };
    for case in cases {
        match &case.shown {
            Some((id, sure)) if *sure > 0 && *sure >= threshold => {
                if case.linked.contains(id) {
                    counted.right += 1;
                } else {
                    counted.wrong += 1;
                }
            }
            _ => counted.none += 1,
        }
    }
    counted
}

/// The articles that a text links to: language and address, each once. `site` is where this house stands.
#[must_use]
pub fn linked<'t>(text: &'t str, site: &str) -> Vec<(&'t str, &'t str)> {
    let mut found = Vec::new();
    let start = format!("{site}/help/");
    for (at, _) in text.match_indices(&start) {
        let rest = text.get(at + start.len()..).unwrap_or_default();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '/'))).unwrap_or(rest.len());
        let Some((language, address)) = rest.get(..end).and_then(|path| path.split_once('/')) else { continue };
        let address = address.trim_end_matches('/');
        if !address.is_empty() && !address.contains('/') && !found.contains(&(language, address)) {
            found.push((language, address));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_is_right_wrong_or_without_an_answer() {
        let case = |shown: Option<(&str, u32)>| Case {
            linked: vec!["a".into(), "b".into()],
            shown: shown.map(|(id, sure)| (id.to_owned(), sure)),
        };
        let cases =
            [case(Some(("a", 90))), case(Some(("b", 35))), case(Some(("c", 45))), case(None), case(Some(("a", 0)))];
        let all = counted(&cases);
        let of = |threshold| all.iter().find(|one| one.threshold == threshold).copied().expect("tried");
        assert_eq!(of(20), Counted { threshold: 20, right: 2, wrong: 1, none: 2 });
        assert_eq!(of(40), Counted { threshold: 40, right: 1, wrong: 1, none: 3 });
        assert_eq!(of(80), Counted { threshold: 80, right: 1, wrong: 0, none: 4 });
        assert!(all.iter().all(|one| one.right + one.wrong + one.none == cases.len()));
    }

    #[test]
    fn links_to_articles_are_read_out_of_replies_and_no_others() {
        let text = "See https://h.example/help/en/money-back. Also (https://h.example/help/nb/retur), \
            https://h.example/help/en/money-back, https://h.example/help/en, https://h.example/help/en/topics/x \
            and https://other.example/help/en/x";
        assert_eq!(linked(text, "https://h.example"), [("en", "money-back"), ("nb", "retur")]);
        assert_eq!(linked("", "https://h.example"), []);
    }
}
