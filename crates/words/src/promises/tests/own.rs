//! Sentences as people in support write them, in whole replies and alone: promises and what only looks like one.

use super::{Kind, Language, Promise, find, moment};

const TABLES: [(Language, &str, &str); 5] = [
    (Language::En, "America/New_York", include_str!("own/en.txt")),
    (Language::Nb, "Europe/Oslo", include_str!("own/nb.txt")),
    (Language::Da, "Europe/Copenhagen", include_str!("own/da.txt")),
    (Language::Sv, "Europe/Stockholm", include_str!("own/sv.txt")),
    (Language::Id, "Asia/Jakarta", include_str!("own/id.txt")),
];

/// What a text was found to promise, in the words of the tables: the earliest day, “open”, “if” or “-”.
fn said(found: &[Promise]) -> String {
    let day = found.iter().filter(|promise| promise.kind == Kind::Dated).filter_map(|promise| promise.due.as_ref());
    let of = |kind| found.iter().any(|promise| promise.kind == kind);
    match day.min_by(|a, b| a.latest.cmp(&b.latest)) {
        Some(due) => due.date.to_string(),
        None if of(Kind::Open) => "open".to_owned(),
        None if of(Kind::Conditional) => "if".to_owned(),
        None => "-".to_owned(),
    }
}

#[test]
fn promises_of_own_sentences_are_found() {
    let mut wrong = String::new();
    for (language, zone, table) in TABLES {
        let now = moment("2026-11-24T10:15", zone);
        let mut count = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (wanted, text) = line.split_once(" | ").expect("two columns");
            let text = text.replace("\\n", "\n");
            let said = said(&find(&text, language, &now));
            // A condition need not be found: it binds nobody yet.
            let right = said == wanted || wanted == "-" && said == "if";
            count += 1;
            if !right {
                wrong += &format!("{} said {said}, wanted {line}\n", language.code());
            }
        }
        assert!(count >= 60, "{}: {count}", language.code());
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
