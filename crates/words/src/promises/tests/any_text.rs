//! Whatever the text: no panic, spans inside it and on its boundaries, nothing out of a quote, and time in proportion.

use std::time::Instant;

use proptest::prelude::*;

use super::{Kind, Language, find, moment};

/// Pieces that texts of promises are made of, in all languages, and what breaks them.
const PIECES: [&str; 40] = [
    "I will call you ",
    "tomorrow",
    "we'll ",
    "by Friday. ",
    "\n",
    "> ",
    "\"",
    "«",
    "»",
    "? ",
    "if you ",
    "Vi ringer deg ",
    "i morgen",
    "hvis du ",
    "Får du ",
    "ikke ",
    "og ",
    "kommer vi til å ",
    "senest fredag",
    "Jag skickar ",
    "om ",
    "om två dagar",
    "Kami akan ",
    "besok ",
    "kirim ",
    "yang ",
    "dan ",
    "’",
    "'ll",
    "–",
    "🚚",
    "å",
    "İ",
    "\u{301}",
    "1. ",
    "kl. 9",
    ", ",
    "that ",
    "I promise ",
    "Medmindre ",
];

fn texts() -> impl Strategy<Value = String> {
    let made = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..30).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => made, 1 => any::<String>()]
}

proptest! {
    #[test]
    fn promises_stand_inside_any_text(text in texts(), at in 0..Language::ALL.len()) {
        let now = moment("2026-11-24T10:15", "Europe/Oslo");
        let mut end = 0;
        for promise in find(&text, Language::ALL[at], &now) {
            let words = text.get(promise.span.clone());
            prop_assert_eq!(words, Some(promise.words.as_str()));
            prop_assert!(!promise.words.is_empty() && promise.words.trim() == promise.words);
            prop_assert!(promise.span.start >= end);
            end = promise.span.end;
            prop_assert_eq!(promise.kind == Kind::Dated, promise.due.is_some() && promise.kind == Kind::Dated);
            prop_assert!(promise.kind != Kind::Open || promise.due.is_none());
        }
    }

    #[test]
    fn quoted_lines_promise_nothing(text in texts(), at in 0..Language::ALL.len()) {
        let now = moment("2026-11-24T10:15", "Europe/Oslo");
        let quoted: String = text.lines().map(|line| format!("> {line}\n")).collect();
        prop_assert_eq!(find(&quoted, Language::ALL[at], &now), Vec::new());
        let above = format!("OK\n\n{quoted}");
        prop_assert_eq!(find(&above, Language::ALL[at], &now), Vec::new());
    }
}

#[test]
fn time_grows_with_the_length_of_the_text() {
    let now = moment("2026-11-24T10:15", "Europe/Oslo");
    let spent = |times: usize| {
        let text =
            "We will call you tomorrow and, if you are not at home, send you a note: \"we were there\". ".repeat(times);
        let best = (0..3).map(|_| {
            let start = Instant::now();
            assert!(find(&text, Language::En, &now).len() >= times);
            start.elapsed()
        });
        best.min().unwrap_or_default()
    };
    spent(10);
    let (short, long) = (spent(100), spent(1600));
    // Sixteen times the words; a square of that would be 256 times the time.
    assert!(long < short * 64, "{short:?}, then {long:?}");
}
