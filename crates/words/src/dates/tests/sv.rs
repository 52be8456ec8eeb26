//! Everyday expressions of replies.

use super::*;

#[test]
fn everyday_expressions_are_read() {
    ask(Language::Sv, CASES);
}

const CASES: &[(&str, &str)] = &[];
