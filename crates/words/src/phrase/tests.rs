//! Words, quotations and patterns.

use super::*;

fn hits(text: &str, pattern: &'static str) -> Vec<String> {
    let spoken = Spoken::of(text);
    let matcher = Matcher::new([(0, pattern)], &[("you", "you u")]);
    matcher.find(&spoken.words).iter().map(|hit| text[spoken.span(&hit.words)].to_owned()).collect()
}

#[test]
fn parts_take_what_they_say() {
    for (text, pattern, expected) in [
        ("Stop calling us.", "stop call*", vec!["Stop calling"]),
        ("Stop. Calling us.", "stop call*", vec![]),
        ("you really are right", "@you ?really|so are", vec!["you really are"]),
        ("u are right", "@you ?really|so are", vec!["u are"]),
        ("as you see all this just now", "as ... now", vec![]),
        ("as you see this now", "as ... now", vec!["as you see this now"]),
        ("I say no. No more.", "< no", vec!["No"]),
        ("I say no. No more.", "no >", vec!["no"]),
        ("Whatever, it is so", "whatever ,", vec!["Whatever"]),
        ("whatever it is", "whatever ,", vec![]),
        ("a fool proof lid", "fool !proof", vec![]),
        ("a fool", "fool !proof", vec!["fool"]),
        ("not your fault; your fault", "^not your fault", vec!["your fault"]),
        ("Mr Dick, dick", "~dick", vec!["dick"]),
        ("shitty bullshit", "*shit", vec!["bullshit"]),
    ] {
        assert_eq!(hits(text, pattern), expected, "{text} / {pattern}");
    }
}

#[test]
fn what_is_quoted_is_not_said() {
    for text in ["he said \"stop\" to me", "» stop «", "> stop", "„stop“ and “stop”", "«stop»", "he wrote 'stop' then"]
    {
        assert_eq!(hits(text, "stop"), Vec::<String>::new(), "{text}");
    }
    assert_eq!(hits("5\" stop", "stop"), ["stop"]);
    assert_eq!(hits("the customers' stop", "stop"), ["stop"]);
}

#[test]
fn veiled_words_are_known() {
    for (written, word) in
        [("f**k", "fuck"), ("f@en", "faen"), ("sh1t", "shit"), ("h3lvete", "helvete"), ("f***", "fuck")]
    {
        assert!(veils(written, word), "{written}");
    }
    for (written, word) in [("a55", "ass"), ("fuck", "fuck"), ("***", "ass"), ("n**", "nei"), ("f**k", "fan")] {
        assert!(!veils(written, word), "{written}");
    }
}

#[test]
fn drawn_out_letters_count_once() {
    let words: Vec<String> = Spoken::of("Soooo noooo 1000 Hellooo").words.into_iter().map(|word| word.lower).collect();
    assert_eq!(words, ["so", "no", "1000", "hello"]);
}
