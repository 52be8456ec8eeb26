//! Numbers that are made up after the rules, and those that only look so.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<(Kind, &str)> {
    find(text).into_iter().map(|private| (private.kind, &text[private.span])).collect()
}

#[test]
fn private_numbers_are_found() {
    for (text, kind, written) in [
        ("card 4111 1111 1111 1111 ok", Kind::Card, "4111 1111 1111 1111"),
        ("fnr. 01010750160.", Kind::Norwegian, "01010750160"),
        ("fnr 010107 50160", Kind::Norwegian, "010107 50160"),
        ("pnr 811218-9876", Kind::Swedish, "811218-9876"),
        ("pnr 198112189876", Kind::Swedish, "198112189876"),
        ("cpr 070761-4285", Kind::Danish, "070761-4285"),
        ("cpr 0707614285", Kind::Danish, "0707614285"),
        ("NIK 3171234567890123", Kind::Indonesian, ""),
        ("NIK 3174015708900003", Kind::Indonesian, "3174015708900003"),
        ("SSN 123-45-6789", Kind::American, "123-45-6789"),
    ] {
        let expected = if written.is_empty() { vec![] } else { vec![(kind, written)] };
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_one_is_left_alone() {
    for text in [
        "01010750161",
        "811218-9875 ",
        "0707614286",
        "000-12-3456",
        "666-12-3456",
        "987-65-4321",
        "order A01010750160",
        "+4701010750160",
        "990199-4285",
        "call 22 33 44 55",
        "2026-11-18",
        "",
    ] {
        assert_eq!(found(text).iter().filter(|(kind, _)| *kind != Kind::Danish).count(), 0, "{text}");
    }
    assert_eq!(found("990199-4285"), []);
}

proptest! {
    #[test]
    fn spans_are_in_the_text(text in "[0-9 +\\-aø•]{0,60}") {
        for private in find(&text) {
            prop_assert!(text.get(private.span).is_some());
        }
    }
}
