//! The mood of what comes in. A guess that helps to see whom to answer first; what machines write has none.

use base::Language;
use words::mood::{self, Mood};

/// How the writer of a message feels; nothing where a machine wrote it, or where its language is not read. Takes time in
/// proportion to the text.
#[must_use]
pub fn of(text: &str, language: Option<Language>, by_machine: bool) -> Option<Mood> {
    let language = language.filter(|_| !by_machine && !text.trim().is_empty())?;
    Some(mood::read(text, language).mood)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_who_are_understood_have_a_mood() {
        let sad = "I am not happy with this.";
        assert_eq!(of(sad, Some(Language::En), false), Some(Mood::Negative));
        assert_eq!(of("Tusen takk for god hjelp!", Some(Language::Nb), false), Some(Mood::Positive));
        assert_eq!(of("Where is it?", Some(Language::En), false), Some(Mood::Neutral));
        assert_eq!(of(sad, Some(Language::En), true), None);
        assert_eq!(of(sad, None, false), None);
        assert_eq!(of(" \n", Some(Language::En), false), None);
    }
}
