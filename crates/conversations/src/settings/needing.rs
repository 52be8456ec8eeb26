//! The topics by which a business sorts what its customers need.

use std::collections::BTreeSet;

use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::rules::needs as rule;

/// The topics that are offered first where a need is noted; others can be typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NeedTopics {
    /// Their names, each once, in whatever case.
    pub topics: Vec<String>,
}

/// The key under which they lie.
const NEEDS: &str = "needs";
/// Most topics of the list.
pub const TOPICS_MOST: usize = 50;

/// The list of topics.
///
/// # Errors
/// When settings cannot be read.
pub async fn need_topics(conn: &mut Conn) -> Result<NeedTopics> {
    settings::get(conn, NEEDS).await
}

/// Keeps the list of topics.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_need_topics(tx: &mut Tx, topics: &NeedTopics) -> Result<()> {
    settings::set(tx, NEEDS, topics).await
}

/// Why topics are not taken, with the place of the one that is meant, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTopic {
    /// There are too many.
    TooMany,
    /// It is too long.
    TooLong(usize),
    /// No word is in it.
    NoWord(usize),
}

/// Topics as they are kept: each on one line and once, in whatever case.
///
/// # Errors
/// When they are not taken.
pub fn topics(given: &[String]) -> std::result::Result<NeedTopics, BadTopic> {
    if given.len() > TOPICS_MOST {
        return Err(BadTopic::TooMany);
    }
    let (mut topics, mut keys) = (Vec::new(), BTreeSet::new());
    for (at, typed) in given.iter().enumerate() {
        if typed.trim().chars().count() > rule::TOPIC_MAX {
            return Err(BadTopic::TooLong(at));
        }
        let (name, key) = rule::topic(typed);
        if !name.chars().any(char::is_alphanumeric) {
            return Err(BadTopic::NoWord(at));
        }
        if keys.insert(key) {
            topics.push(name);
        }
    }
    Ok(NeedTopics { topics })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_words_on_one_line_each_once() {
        let all = |given: &[&str]| topics(&given.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        let kept = |names: &[&str]| Ok(NeedTopics { topics: names.iter().map(|one| (*one).to_owned()).collect() });
        assert_eq!(all(&[" Rain  covers", "#Bags", "BAGS", "Å"]), kept(&["Rain covers", "Bags", "Å"]));
        assert_eq!(all(&["a", "…"]), Err(BadTopic::NoWord(1)));
        assert_eq!(all(&["a", "b", &"c".repeat(41)]), Err(BadTopic::TooLong(2)));
        assert_eq!(all(&["a"; 51]), Err(BadTopic::TooMany));
        assert_eq!(all(&["a"; 50]), kept(&["a"]));
    }
}
