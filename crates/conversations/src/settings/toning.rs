//! What a business wishes of how its replies sound.

use people::file::Manner;
use platform::web::form::one_line;
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};
use words::tone::House;

/// Whether replies are looked at before they are sent, and what passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tone {
    /// Whether they are.
    pub on: bool,
    /// Phrases that pass, whatever is in them.
    pub allowed: Vec<String>,
    /// Phrases that the house does not want.
    pub jarring: Vec<String>,
    /// Whether *kamu* may be used.
    pub familiar: bool,
    /// Whether customers are called *De* or *Ni*.
    pub formal: bool,
}

impl Default for Tone {
    fn default() -> Self {
        Self { on: true, allowed: Vec::new(), jarring: Vec::new(), familiar: false, formal: false }
    }
}

impl Tone {
    /// As the look takes it.
    #[must_use]
    pub fn house(&self) -> House<'_> {
        House { allowed: &self.allowed, jarring: &self.jarring, familiar: self.familiar, formal: self.formal }
    }

    /// The same for a customer who asked to be spoken to in some manner: that goes before the house's.
    #[must_use]
    pub fn house_for(&self, manner: Option<Manner>) -> House<'_> {
        match manner {
            None => self.house(),
            Some(Manner::Formal) => House { formal: true, familiar: false, ..self.house() },
            Some(Manner::Familiar) => House { formal: false, familiar: true, ..self.house() },
        }
    }
}

/// The key under which it lies.
const TONE: &str = "tone";

/// How replies are to sound.
///
/// # Errors
/// When settings cannot be read.
pub async fn tone(conn: &mut Conn) -> Result<Tone> {
    settings::get(conn, TONE).await
}

/// Keeps how they are.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_tone(tx: &mut Tx, tone: &Tone) -> Result<()> {
    settings::set(tx, TONE, tone).await
}

/// Most phrases of each kind, and the longest one, in characters.
pub const PHRASES_MOST: usize = 200;
/// See [`PHRASES_MOST`].
pub const PHRASE_MAX: usize = 100;

/// Why phrases are not taken, with the place of the one that is meant, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPhrase {
    /// There are too many.
    TooMany,
    /// It is too long.
    TooLong(usize),
    /// No word is in it.
    NoWord(usize),
    /// It is to pass and not wanted at once.
    Both(usize),
}

/// Phrases as they are kept: each on one line and once, in whatever case.
///
/// # Errors
/// When they are not taken.
pub fn phrases(given: &[String]) -> std::result::Result<Vec<String>, BadPhrase> {
    if given.len() > PHRASES_MOST {
        return Err(BadPhrase::TooMany);
    }
    let mut kept: Vec<String> = Vec::new();
    for (at, phrase) in given.iter().enumerate() {
        let phrase = one_line(phrase, PHRASE_MAX + 1);
        if phrase.chars().count() > PHRASE_MAX {
            return Err(BadPhrase::TooLong(at));
        }
        if !phrase.chars().any(char::is_alphanumeric) {
            return Err(BadPhrase::NoWord(at));
        }
        if !holds(&kept, &phrase) {
            kept.push(phrase);
        }
    }
    Ok(kept)
}

/// Checks both kinds beside each other.
///
/// # Errors
/// When one phrase is among both, with its place among those that are not wanted.
pub fn apart(allowed: &[String], jarring: &[String]) -> std::result::Result<(), BadPhrase> {
    match jarring.iter().position(|phrase| holds(allowed, phrase)) {
        Some(at) => Err(BadPhrase::Both(at)),
        None => Ok(()),
    }
}

fn holds(phrases: &[String], phrase: &str) -> bool {
    phrases.iter().any(|known| known.to_lowercase() == phrase.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_words_on_one_line_and_not_of_both_kinds() {
        let all = |given: &[&str]| given.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        assert_eq!(phrases(&all(&[" Cheerio\n then ", "CHEERIO then"])), Ok(all(&["Cheerio then"])));
        assert_eq!(phrases(&all(&["a", "…"])), Err(BadPhrase::NoWord(1)));
        assert_eq!(phrases(&["ø".repeat(PHRASE_MAX)]), Ok(vec!["ø".repeat(PHRASE_MAX)]));
        assert_eq!(phrases(&["ø".repeat(PHRASE_MAX + 1)]), Err(BadPhrase::TooLong(0)));
        assert_eq!(phrases(&vec!["a".to_owned(); PHRASES_MOST + 1]), Err(BadPhrase::TooMany));
        assert_eq!(apart(&all(&["Hei"]), &all(&["ok", "hei"])), Err(BadPhrase::Both(1)));
        assert_eq!(apart(&all(&["Hei"]), &all(&["ok"])), Ok(()));
    }
}
