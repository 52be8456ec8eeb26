//! The reference vectors measure rules; a rule that holds their sentences would measure itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// So many words in a row of a case may not stand in our sources.
const IN_A_ROW: usize = 4;

/// Topics whose rules read texts of people.
const TOPICS: [&str; 3] = ["dates", "promises", "tone"];

/// The words of a text, without case and signs.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'));
    words.filter(|word| !word.is_empty()).map(|word| word.replace('’', "'").to_lowercase()).collect()
}

fn rows(text: &str) -> HashSet<String> {
    words(text).windows(IN_A_ROW).map(|row| row.join(" ")).collect()
}

/// Sources of rules: everything but tests, whose cases are not rules.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let name = |path: &Path| path.file_name().expect("named").to_string_lossy().into_owned();
    let rules = files.into_iter().filter(|path| {
        let name = name(path);
        name.ends_with(".rs") && !name.contains("tests") && name != "vectors_stay_out.rs"
    });
    let deeper = folders.into_iter().filter(|path| name(path) != "tests").flat_map(|path| sources(&path));
    rules.chain(deeper).collect()
}

#[test]
fn no_rule_holds_four_words_in_a_row_of_a_vector() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known = HashSet::new();
    for topic in TOPICS {
        let file = root.join(format!("../../tests/vectors/{topic}.json"));
        let file: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("there")).expect("JSON");
        for case in file["cases"].as_array().expect("cases") {
            known.extend(rows(case["input"]["text"].as_str().expect("a text")));
        }
    }
    assert!(known.len() > 2_000 && known.contains("i will call you"));
    let mut copied = Vec::new();
    for path in sources(&root.join("src")) {
        // The sources of the list are read line by line and whole: a table's line break does not hide a sentence.
        let text = std::fs::read_to_string(&path).expect("readable");
        copied.extend(rows(&text).intersection(&known).map(|row| format!("{}: {row}", path.display())));
    }
    assert!(copied.is_empty(), "{copied:#?}");
}
