//! What must hold of every split.

use super::{Kind, split};

#[test]
fn a_quote_below_and_a_signature_are_folded_and_nothing_is_lost() {
    let text = "It works now, thank you!\n\n-- \nKari\n\n> Does it work?\n";
    let parts = split(text);
    assert_eq!(parts.visible(), "It works now, thank you!");
    assert_eq!(parts.signature(), "-- \nKari");
    assert_eq!(parts.quoted().trim(), "> Does it work?");
    assert!(!parts.is_whole());
    assert_eq!(parts.iter().map(|(_, words)| words).collect::<String>(), text);
}

#[test]
fn a_text_of_quotes_alone_is_shown_whole() {
    let parts = split("> only\n> this\n");
    assert_eq!(parts.visible(), "> only\n> this");
    assert_eq!(parts.pieces()[0].kind, Kind::Own);
    assert!(parts.is_whole());
}
