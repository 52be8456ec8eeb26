//! Praise: warm words of a customer that name a colleague, or answer one.
//!
//! It is found where the whole text is glad (`words::mood`) and thanks somebody, so that a bare *thank you* below a
//! question is none. Whoever is named gets it, by the whole name, or by the first one where only one colleague has it;
//! where nobody is named, whoever wrote the reply that it answers. It ranks nobody.

use base::Language;
use people::StaffId;
use words::mood::{self, Mood};
use words::search::fold;

/// Words by which somebody thanks, folded; where two stand, one behind the other.
const fn thanks(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &["thank", "thanks", "thankful", "grateful", "kudos"],
        Language::Nb => &["takk", "takknemlig", "tusen takk"],
        Language::Sv => &["tack", "tacksam", "tackar"],
        Language::Da => &["tak", "taknemmelig", "takker"],
        Language::Id => &["terima kasih", "terimakasih", "makasih"],
    }
}

/// Longest text that is looked at, in bytes: praise is short.
const LONGEST: usize = 20_000;

/// A colleague who can be praised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
}

/// The words of a text, folded, with one space around each.
fn padded(text: &str) -> String {
    let folded = fold(text);
    let mut padded = String::with_capacity(folded.len() + 2);
    padded.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        padded.push_str(word);
        padded.push(' ');
    }
    padded
}

/// Whether somebody is thanked in a text, however it goes on. Takes time in proportion to the text, and none where it is
/// longer than praise is.
#[must_use]
pub fn thanks_somebody(text: &str, language: Language) -> bool {
    let words = if text.len() > LONGEST { String::new() } else { padded(text) };
    thanks(language).iter().any(|word| words.contains(&format!(" {} ", fold(word))))
}

/// Whether a text is glad and thanks somebody. Takes time in proportion to the text, and hardly any where nobody is thanked.
#[must_use]
pub fn is_warm(text: &str, language: Language) -> bool {
    thanks_somebody(text, language) && mood::read(text, language).mood == Mood::Positive
}

/// Whom a warm text praises, of these; `answered` wrote the reply that it answers, if somebody did.
#[must_use]
pub fn praised(text: &str, colleagues: &[Colleague], answered: Option<&StaffId>) -> Vec<StaffId> {
    let words = padded(text);
    let first = |one: &Colleague| padded(&one.name).split_whitespace().next().map(str::to_owned).unwrap_or_default();
    let firsts: Vec<String> = colleagues.iter().map(first).collect();
    let named = |(one, first): &(&Colleague, &String)| {
        let whole = padded(&one.name);
        let only = firsts.iter().filter(|other| other == first).count() == 1;
        // A letter alone is no name.
        whole.trim().chars().count() > 1 && words.contains(&whole)
            || only && first.chars().count() > 1 && words.contains(&format!(" {first} "))
    };
    let all: Vec<StaffId> = colleagues.iter().zip(&firsts).filter(named).map(|(one, _)| one.id.clone()).collect();
    if !all.is_empty() {
        return all;
    }
    answered.filter(|id| colleagues.iter().any(|one| one.id == **id)).cloned().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn who(n: u8) -> StaffId {
        format!("stf_{n:026}").parse().expect("an id")
    }

    fn house(names: &[&str]) -> Vec<Colleague> {
        let one =
            |(n, name): (usize, &&str)| Colleague { id: who(u8::try_from(n).expect("few")), name: (*name).to_owned() };
        names.iter().enumerate().map(one).collect()
    }

    #[test]
    fn warm_is_what_is_glad_and_thanks() {
        let table = [
            (Language::En, "Thank you so much, Ingrid, you were wonderful!", true),
            (Language::Nb, "Tusen takk for god hjelp, Ingrid!", true),
            (Language::En, "Where is my order? Thanks.", false),
            (Language::En, "Thanks for nothing, this is terrible.", false),
            (Language::En, "The bike is wonderful!", false),
            (Language::En, "", false),
        ];
        for (language, text, warm) in table {
            assert_eq!(is_warm(text, language), warm, "{text}");
        }
        assert!(!is_warm(&"Thank you, wonderful! ".repeat(2000), Language::En), "nobody praises at such length");
    }

    #[test]
    fn whoever_is_named_gets_it_else_whoever_was_answered() {
        let house = house(&["Ingrid Moen", "Jonas Berg", "Jonas Lie", "Åse"]);
        let of = |text: &str, answered: Option<u8>| praised(text, &house, answered.map(who).as_ref());
        assert_eq!(of("Thanks, Ingrid!", None), [who(0)]);
        assert_eq!(of("Thanks INGRID and Åse", Some(1)), [who(0), who(3)], "the reply was another's");
        assert_eq!(of("Thanks, Jonas!", None), Vec::<StaffId>::new(), "there are two");
        assert_eq!(of("Thanks, Jonas!", Some(2)), [who(2)]);
        assert_eq!(of("Thanks, Jonas Lie!", None), [who(2)]);
        assert_eq!(of("Thanks, Ingridson!", None), Vec::<StaffId>::new(), "a part of a word is no name");
        assert_eq!(of("Thanks!", Some(9)), Vec::<StaffId>::new(), "somebody who is gone");
    }

    proptest! {
        #[test]
        fn nobody_is_praised_who_is_not_there_and_any_text_can_be_read(
            text in any::<String>(), names in proptest::collection::vec(any::<String>(), 0..5), answered in 0..6_u8,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let house = house(&names);
            let found = praised(&text, &house, Some(&who(answered)));
            prop_assert!(found.iter().all(|id| house.iter().any(|one| one.id == *id)));
            for language in Language::ALL {
                let _ = is_warm(&text, language);
            }
        }
    }
}
