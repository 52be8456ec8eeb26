//! Everyday expressions of replies.

use super::*;

#[test]
fn everyday_expressions_are_read() {
    ask(Language::Nb, CASES);
}

const CASES: &[(&str, &str)] = &[];
