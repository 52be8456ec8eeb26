//! Any text: no panic, places within the text, and time that grows with it.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn any_text_is_read_in_order(text in "\\PC{0,60}", language in 0usize..5) {
        sound(&text, Language::ALL[language]);
    }
}

fn sound(text: &str, language: Language) {
    let now = now(language);
    let mut end = 0;
    for when in find(text, language, &now) {
        assert!(when.span.start >= end && when.span.start < when.span.end, "{text}");
        assert!(text.get(when.span.clone()).is_some(), "{text}");
        assert!(when.date <= when.last, "{text}: {when:?}");
        let _ = when.latest(&now);
        end = when.span.end;
    }
}
