//! Everyday sentences, reference vectors, and what holds for every text.

mod everyday;

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::phrase::Spoken;

fn verdict(text: &str, language: Language) -> Verdict {
    look(text, language, &House::default()).verdict()
}

fn issues(text: &str, language: Language, house: &House<'_>) -> Vec<Issue> {
    look(text, language, house).jars.into_iter().map(|jar| jar.issue).collect()
}

fn vectors() -> Vec<(Language, String, bool)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/tone.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    let case = |case: &Value| {
        let language = Language::from_code(case["language"].as_str()?)?;
        Some((language, case["input"]["text"].as_str()?.to_owned(), case["expect"]["verdict"] == "ok"))
    };
    file["cases"].as_array().expect("cases").iter().filter_map(case).collect()
}

#[test]
fn everyday_sentences_are_told_apart() {
    for everyday::Everyday { language, good, jarring } in everyday::ALL {
        assert!(good.lines().count() + jarring.lines().count() >= 60);
        let wrong = |lines: &'static str, expected: Verdict| -> Vec<&str> {
            lines.lines().filter(|line| verdict(line, language) != expected).collect()
        };
        assert_eq!(wrong(good, Verdict::Ok), Vec::<&str>::new());
        assert_eq!(wrong(jarring, Verdict::Warn), Vec::<&str>::new());
    }
}

/// Sentences that nobody who wrote the tables had seen when they were first counted.
#[test]
fn what_was_heard_is_told_apart() {
    let files = [
        (Language::En, include_str!("heard/en.txt")),
        (Language::Nb, include_str!("heard/nb.txt")),
        (Language::Sv, include_str!("heard/sv.txt")),
        (Language::Da, include_str!("heard/da.txt")),
        (Language::Id, include_str!("heard/id.txt")),
    ];
    let mut wrong = Vec::new();
    for (language, file) in files {
        let mut under = "";
        for line in file.lines().filter(|line| !line.starts_with("# ")) {
            match line.strip_prefix("## ") {
                Some(heading) => under = heading,
                None if (verdict(line, language) == Verdict::Ok) != (under == "ok") => wrong.push((under, line)),
                None => {}
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn vectors_are_answered_as_the_mission_asks() {
    let mut right: BTreeMap<Language, (usize, usize)> = BTreeMap::new();
    let (mut false_alarms, mut good) = (0, 0);
    for (language, text, ok) in vectors() {
        let said = verdict(&text, language) == Verdict::Ok;
        let (hits, all) = right.entry(language).or_default();
        *hits += usize::from(said == ok);
        *all += 1;
        good += usize::from(ok);
        false_alarms += usize::from(ok && !said);
    }
    for (language, (hits, all)) in right {
        assert!(hits * 100 >= all * 95, "{language:?}: {hits} of {all}");
    }
    assert!(false_alarms * 100 <= good * 2, "{false_alarms} of {good}");
}

#[test]
fn tables_hold_no_four_words_of_a_vector_in_a_row() {
    fn rows(text: &str) -> Vec<Vec<String>> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<_> = words.map(str::to_lowercase).collect();
        words.windows(4).map(<[String]>::to_vec).collect()
    }
    let known: HashSet<Vec<String>> = vectors().iter().flat_map(|(_, text, _)| rows(text)).collect();
    for table in [
        include_str!("../en.rs"),
        include_str!("../nb.rs"),
        include_str!("../sv.rs"),
        include_str!("../da.rs"),
        include_str!("../id.rs"),
        include_str!("../turns/en.rs"),
        include_str!("../turns/nb.rs"),
        include_str!("../turns/sv.rs"),
        include_str!("../turns/da.rs"),
        include_str!("../turns/id.rs"),
    ] {
        let copied: Vec<_> = rows(table).into_iter().filter(|row| known.contains(row)).collect();
        assert_eq!(copied, Vec::<Vec<String>>::new());
    }
}

#[test]
fn every_phrase_takes_a_word_and_every_issue_has_better_words() {
    for language in Language::ALL {
        assert_eq!(table::of(language).matcher.idle(), 0, "{language:?}");
        assert_eq!(table::of(language).matcher.misspelt(), Vec::<&str>::new(), "{language:?}");
        let mut jarring: Vec<(&str, &str)> = Vec::new();
        for issue in Issue::ALL {
            assert!(!offers(issue, language).is_empty(), "{issue:?} in {language:?}");
            let spoken = !matches!(issue, Issue::Shouting | Issue::Address | Issue::House);
            for offer in offers(issue, language).into_iter().filter(|_| spoken) {
                let jars = look(offer, language, &House::default()).jars;
                jarring.extend(jars.into_iter().map(|jar| (offer, &offer[jar.span])));
            }
        }
        assert_eq!(jarring, []);
    }
}

#[test]
fn what_the_customer_said_passes() {
    for text in
        ["You wrote \u{201c}you idiots\u{201d}, and we understand.", "> You are idiots!\n\nThank you for telling us."]
    {
        assert_eq!(verdict(text, Language::En), Verdict::Ok, "{text}");
    }
}

#[test]
fn house_phrases_pass_and_others_jar() {
    let allowed = ["Stupid Deal".to_owned()];
    let jarring = ["reach out".to_owned()];
    let house = House { allowed: &allowed, jarring: &jarring, ..House::default() };
    assert_eq!(issues("Our Stupid Deal customers get more.", Language::En, &house), []);
    assert_eq!(issues("We will reach out soon.", Language::En, &house), [Issue::House]);
    assert_eq!(issues("We will reach out soon.", Language::En, &House::default()), []);
}

#[test]
fn the_customer_is_addressed_as_they_wish() {
    let formal = House { formal: true, ..House::default() };
    for (text, language) in
        [("Jeg ringer deg.", Language::Nb), ("Jag ringer dig.", Language::Sv), ("Jeg ringer dig.", Language::Da)]
    {
        assert_eq!(issues(text, language, &House::default()), [], "{text}");
        assert_eq!(issues(text, language, &formal), [Issue::Address], "{text}");
    }
    let familiar = House { familiar: true, ..House::default() };
    assert_eq!(issues("Pesanan kamu sudah dikirim.", Language::Id, &House::default()), [Issue::Address]);
    assert_eq!(issues("Pesanan kamu sudah dikirim.", Language::Id, &familiar), []);
    assert_eq!(issues("Pesanan lo sudah dikirim.", Language::Id, &familiar), [Issue::Address]);
}

#[test]
fn a_no_wants_a_reason_or_another_way() {
    let tone = look("We cannot refund this.", Language::En, &House::default());
    assert_eq!(tone.gravest(), Some(Issue::BareRefusal));
    assert_eq!(tone.missing, [Kind::Greeting, Kind::Regret, Kind::Reason, Kind::Alternative]);
    let tone =
        look("Hello Ann, I am sorry: we cannot refund this because it was worn.", Language::En, &House::default());
    assert_eq!(tone.verdict(), Verdict::Ok);
    assert_eq!(tone.missing, [Kind::Alternative]);
}

#[test]
fn shouting_is_more_than_a_heading_or_a_name() {
    for (text, expected) in [
        ("WARNING: hot surface.", Verdict::Ok),
        ("The USB HDMI VGA adapter fits.", Verdict::Ok),
        ("Thank you so much!!!", Verdict::Ok),
        ("I TOLD YOU before.", Verdict::Warn),
        ("Where is it??", Verdict::Warn),
        ("The parcel is there!!!", Verdict::Warn),
    ] {
        assert_eq!(verdict(text, Language::En), expected, "{text}");
    }
}

#[test]
fn a_long_reply_is_looked_at_in_time_that_grows_with_it_alone() {
    let long = "Hello, you should know that we can send it to you as soon as it is here, no later. ".repeat(2_000);
    assert_eq!(verdict(&long, Language::En), Verdict::Ok);
    for unit in ["\"", "«", "you ", "no, ", "f*", "!?", "'a ", ">", "a\n"] {
        for language in Language::ALL {
            let _ = look(&unit.repeat(2_000), language, &House::default());
        }
    }
}

proptest! {
    #[test]
    fn every_text_has_an_answer_on_char_boundaries(text in "\\PC{0,80}|([a-zåøæäö*@!?.,\"'>\n ]{1,9}){0,20}") {
        for language in Language::ALL {
            let tone = look(&text, language, &House::default());
            for span in tone.jars.iter().map(|jar| &jar.span).chain(tone.helps.iter().map(|help| &help.span)) {
                prop_assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn quoted_lines_never_jar(text in "([a-zA-Z*!? ]{1,9}){0,9}") {
        for language in Language::ALL {
            let quoted: String = text.lines().map(|line| format!("> idiot! {line}\n")).collect();
            prop_assert_eq!(look(&quoted, language, &House::default()).jars, Vec::new());
            prop_assert!(Spoken::of(&quoted).words.is_empty());
        }
    }
}
