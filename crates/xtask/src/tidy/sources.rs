//! Rules about single source files: headers, sizes, names, purity, no loose ends.

use super::tree::{File, Tree};
use super::{Problem, TreeCheck};

/// Every check.
pub const CHECKS: &[TreeCheck] =
    &[headers, sizes, names, pure_rules, no_loose_ends, one_clock, one_chance, pages_by_key, vectors_in_one_place];

const LINES_MAX: usize = 800;

/// Tables may be long; name them here.
const LONG_TABLES: &[&str] = &[];

/// Names that say nothing and so collect everything.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "common", "types", "services", "manager", "misc"];

/// Where the ambient clock and chance may be asked: one file each, and programs that run beside the product.
const CLOCK_PLACES: &[&str] = &["crates/platform/src/system_clock.rs", "crates/xtask/", "crates/tillit/tests/"];
const CHANCE_PLACES: &[&str] = &["crates/platform/src/random.rs", "crates/xtask/", "crates/tillit/tests/"];

/// This file names what it forbids.
const OURSELVES: &str = "crates/xtask/src/tidy/";

fn headers(tree: &Tree) -> Vec<Problem> {
    let bare = tree.rust().filter(|file| !file.text.starts_with("//! "));
    bare.map(|file| format!("{}: begin with `//!`: what it is for, what it does not know", file.path)).collect()
}

fn sizes(tree: &Tree) -> Vec<Problem> {
    let long = tree.rust().filter(|file| !LONG_TABLES.contains(&file.path.as_str()));
    long.filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > LINES_MAX).then(|| format!("{}: {lines} lines; split it by noun or by ability", file.path))
    })
    .collect()
}

fn names(tree: &Tree) -> Vec<Problem> {
    let empty = tree.rust().filter(|file| {
        let stem = file.path.trim_end_matches(".rs");
        stem.split('/').any(|part| EMPTY_NAMES.contains(&part))
    });
    empty.map(|file| format!("{}: name it after what is in it", file.path)).collect()
}

fn pure_rules(tree: &Tree) -> Vec<Problem> {
    const IMPURE: &[&str] = &["async", "sea_orm", "axum", "platform::db", "tokio", "Tx", "Conn"];
    let rules = tree.rust().filter(|file| file.path.ends_with("/rules.rs") || file.path.contains("/rules/"));
    rules.flat_map(|file| every(file, IMPURE, "rules take values and return decisions; no I/O")).collect()
}

fn no_loose_ends(tree: &Tree) -> Vec<Problem> {
    const LOOSE: &[&str] = &["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "#[ignore"];
    let ours = tree.rust().filter(|file| !file.path.starts_with(OURSELVES));
    let whole = |file: &File| {
        let lines = file.text.lines().enumerate();
        let hits = lines.flat_map(|(index, line)| {
            let found = LOOSE.iter().filter(|&&word| has_word(line, word));
            found
                .map(|word| format!("{}:{}: `{word}`; finish it or leave it out", file.path, index + 1))
                .collect::<Vec<_>>()
        });
        hits.collect::<Vec<_>>()
    };
    ours.flat_map(whole).collect()
}

/// Clippy knows these by type and through every alias; here we see to it that nobody tells it to look away. Deadlines
/// of sockets and measured durations (`std::time::Instant`) are no instants that anybody is shown or that are kept.
fn one_clock(tree: &Tree) -> Vec<Problem> {
    const AMBIENT: &[&str] = &["SystemTime::now", "Timestamp::now", "Zoned::now", "clippy::disallowed_methods"];
    outside(tree, CLOCK_PLACES, AMBIENT, "time comes in as a value (base::Clock)")
}

fn one_chance(tree: &Tree) -> Vec<Problem> {
    const AMBIENT: &[&str] = &["getrandom::fill", "Rng::new", "thread_rng", "rand::random", "fastrand::u64"];
    outside(tree, CHANCE_PLACES, AMBIENT, "chance comes in as a value (base::Random)")
}

fn outside(tree: &Tree, places: &[&str], words: &[&str], instead: &str) -> Vec<Problem> {
    let ours = tree.rust().filter(|file| !file.is_test() && !places.iter().any(|place| file.path.starts_with(place)));
    ours.flat_map(|file| every(file, words, instead)).collect()
}

fn pages_by_key(tree: &Tree) -> Vec<Problem> {
    let product = tree.rust().filter(|file| !file.is_test() && !file.path.starts_with("crates/xtask/"));
    product.flat_map(|file| every(file, &["OFFSET"], "lists page by key, never by offset")).collect()
}

/// One copy only, or the proof and the promise drift apart.
fn vectors_in_one_place(tree: &Tree) -> Vec<Problem> {
    let vectors = tree.files.iter().filter(|file| file.path.contains("vectors/") && !file.path.ends_with(".rs"));
    let stray = vectors.filter(|file| !file.path.starts_with("tests/vectors/"));
    stray.map(|file| format!("{}: reference vectors live in tests/vectors", file.path)).collect()
}

fn every(file: &File, words: &[&str], instead: &str) -> Vec<Problem> {
    let hits = file.code().flat_map(|(number, line)| {
        let found = words.iter().filter(|&&word| has_word(line, word));
        found.map(|word| format!("{}:{number}: `{word}`; {instead}", file.path)).collect::<Vec<_>>()
    });
    hits.collect()
}

/// True when the word stands in the line by itself, not as part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + word.len()..].chars().next();
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: fn(&Tree) -> Vec<Problem>, path: &str, text: &str, problems: usize) {
        let found = rule(&Tree::of(&[(path, text)]));
        assert_eq!(found.len(), problems, "{path}: {found:?}");
    }

    #[test]
    fn every_file_says_what_it_is_for() {
        check(headers, "crates/a/src/lib.rs", "//! What it is for.\n", 0);
        check(headers, "crates/a/src/lib.rs", "use std::fs;\n", 1);
        check(headers, "crates/a/src/lib.rs", "//!\n", 1);
    }

    #[test]
    fn a_file_has_at_most_800_lines() {
        check(sizes, "crates/a/src/lib.rs", &"\n".repeat(800), 0);
        check(sizes, "crates/a/src/lib.rs", &"\n".repeat(801), 1);
    }

    #[test]
    fn empty_names_are_refused_for_files_and_folders() {
        check(names, "crates/a/src/utils.rs", "", 1);
        check(names, "crates/a/src/common/mail.rs", "", 1);
        check(names, "crates/a/src/commons.rs", "", 0);
    }

    #[test]
    fn rules_do_no_io() {
        check(pure_rules, "crates/a/src/rules.rs", "pub async fn reply() {}\n", 1);
        check(pure_rules, "crates/a/src/rules/clock.rs", "use platform::db::Row;\n", 1);
        check(pure_rules, "crates/a/src/rules.rs", "fn f(tx: &mut Tx) {}\n", 1);
        check(pure_rules, "crates/a/src/rules.rs", "// never async\nfn asynchronous() {}\n", 0);
        check(pure_rules, "crates/a/src/store.rs", "pub async fn find() {}\n", 0);
    }

    #[test]
    fn loose_ends_are_refused_in_code_and_comments() {
        check(no_loose_ends, "crates/a/src/lib.rs", "// TODO: more\n", 1);
        check(no_loose_ends, "crates/a/src/lib.rs", "fn f() { todo!() }\n", 1);
        check(no_loose_ends, "crates/a/src/lib.rs", "#[ignore = \"slow\"]\n", 1);
        check(no_loose_ends, "crates/a/src/lib.rs", "const AUTODOCK: u8 = 1;\n", 0);
    }

    #[test]
    fn the_ambient_clock_is_read_in_one_place() {
        check(one_clock, "crates/people/src/store.rs", "let now = jiff::Timestamp::now();\n", 1);
        check(one_clock, "crates/people/src/store.rs", "#[expect(clippy::disallowed_methods)]\n", 1);
        check(one_clock, "crates/platform/src/system_clock.rs", "#[expect(clippy::disallowed_methods)]\n", 0);
    }

    #[test]
    fn chance_is_ambient_in_tests_alone() {
        check(one_chance, "crates/people/src/store.rs", "let n = fastrand::u64(..);\n", 1);
        check(one_chance, "crates/people/src/store.rs", "let n = self.fastrand.u64(..);\n", 0);
        check(one_chance, "crates/platform/src/testing.rs", "let n = fastrand::u64(..);\n", 0);
    }

    #[test]
    fn lists_have_no_offset() {
        check(pages_by_key, "crates/people/src/store.rs", "\"SELECT id FROM person LIMIT 10 OFFSET 20\"\n", 1);
        check(pages_by_key, "crates/people/src/store.rs", "const UTC_OFFSET: i64 = 0;\n", 0);
    }

    #[test]
    fn reference_vectors_lie_in_one_place() {
        check(vectors_in_one_place, "tests/vectors/mood.json", "{}", 0);
        check(vectors_in_one_place, "crates/words/tests/vectors/mood.json", "{}", 1);
        check(vectors_in_one_place, "crates/xtask/src/vectors/mood.rs", "//! Mood\n", 0);
    }
}
