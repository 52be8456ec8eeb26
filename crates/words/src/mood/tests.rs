//! Everyday sentences, reference vectors, and what holds for every text.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

#[test]
fn moods_are_told_apart() {
    use Language::{Da, En, Id, Nb, Sv};
    use Mood::{Negative, Neutral, Positive};
    for (text, language, expected) in [
        ("Not bad at all, thank you so much!", En, Positive),
        ("I am not happy with this.", En, Negative),
        ("It should have been here on Monday.", En, Negative),
        ("Where can I find the serial number?", En, Neutral),
        ("Thanks in advance for your reply.", En, Neutral),
        ("Great, broken again.", En, Negative),
        ("The lamp stopped working after a day.", En, Negative),
        ("GIVE ME MY MONEY BACK", En, Negative),
        ("Ikke verst!", Nb, Positive),
        ("Jeg er ikke fornøyd.", Nb, Negative),
        ("Den skulle kommet i går.", Nb, Negative),
        ("Hvor finner jeg serienummeret?", Nb, Neutral),
        ("Tusen takk for god hjelp!", Nb, Positive),
        ("Ikke værst!", Da, Positive),
        ("Jeg er ikke tilfreds.", Da, Negative),
        ("Den skulle være kommet i går.", Da, Negative),
        ("Hvor finder jeg serienummeret?", Da, Neutral),
        ("Tusind tak for god hjælp!", Da, Positive),
        ("Inte illa!", Sv, Positive),
        ("Jag är inte nöjd.", Sv, Negative),
        ("Den skulle ha kommit i går.", Sv, Negative),
        ("Var hittar jag serienumret?", Sv, Neutral),
        ("Tusen tack för bra hjälp!", Sv, Positive),
        ("Pelayanannya sangat memuaskan.", Id, Positive),
        ("Saya tidak puas.", Id, Negative),
        ("Barangnya belum sampai.", Id, Negative),
        ("Di mana nomor serinya?", Id, Neutral),
        ("Terima kasih banyak, barangnya bagus sekali!", Id, Positive),
    ] {
        assert_eq!(read(text, language).mood, expected, "{text}");
    }
}

#[test]
fn what_speaks_for_a_mood_is_shown() {
    let text = "The lamp is broken. Is there a spare part?";
    let read = read(text, Language::En);
    let why: Vec<&str> = read.why.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!((read.mood, why, read.sure), (Mood::Negative, vec!["broken"], true));
}

#[test]
fn vectors_are_answered_as_the_mission_asks() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/mood.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    for language in Language::ALL {
        let cases = file["cases"].as_array().expect("cases").iter().filter(|case| case["language"] == language.code());
        let (mut right, mut all) = (0, 0);
        for case in cases {
            let said = read(case["input"]["text"].as_str().expect("a text"), language).mood;
            let expected = case["expect"]["mood"].as_str().expect("a mood");
            assert!(expected != "negative" || said != Mood::Positive, "{case}");
            right += usize::from(format!("{said:?}").to_lowercase() == expected);
            all += 1;
        }
        assert!(right * 100 >= all * 85, "{language:?}: {right} of {all}");
    }
}

#[test]
fn what_was_heard_is_told_apart() {
    let (mut language, mut under) = (Language::En, "");
    let mut wrong = Vec::new();
    for line in include_str!("heard.txt").lines().filter(|line| !line.starts_with("# ")) {
        if let Some((code, mood)) = line.strip_prefix("## ").and_then(|heading| heading.split_once(' ')) {
            (language, under) = (Language::from_code(code).expect("one of five"), mood);
        } else if read(line, language).mood.name() != under {
            wrong.push((under, line));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn what_is_conceded_before_a_but_does_not_count() {
    for (text, mood) in [
        ("I was angry, but now I am happy.", Mood::Positive),
        ("I was happy, but now I am angry.", Mood::Negative),
        ("It is broken, but I am happy, though angry.", Mood::Negative),
        ("I could not be happier.", Mood::Positive),
    ] {
        assert_eq!(read(text, Language::En).mood, mood, "{text}");
    }
}

#[test]
fn every_phrase_is_written_in_signs_that_mean_something() {
    for language in Language::ALL {
        assert_eq!(ready(language).matcher.misspelt(), Vec::<&str>::new(), "{language:?}");
    }
}

proptest! {
    #[test]
    fn every_text_has_a_mood_and_its_reasons_are_in_it(text in "\\PC{0,80}|([a-zåøæäö!?.,\"'>\n ]{1,9}){0,20}") {
        for language in Language::ALL {
            for span in read(&text, language).why {
                prop_assert!(text.get(span).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
