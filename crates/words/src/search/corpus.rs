//! Stems of words that nobody on the team chose: `TILLIT_CORPUS` names the folder that holds `text/stem-*.tsv`, the
//! vocabularies of the Snowball project with the stem that each word has by its rules.

use std::path::PathBuf;

use base::Language;

use super::fold::fold;
use super::stem::stem;
use super::tokens;

/// Of a hundred words, as many have the expected stem at least.
const BAR: f64 = 98.0;
/// Words of a language, at least: a file that is cut off proves nothing.
const WORDS_LEAST: usize = 5_000;

fn folder() -> Option<PathBuf> {
    let required = std::env::var_os("TILLIT_REQUIRE_CORPUS").is_some_and(|v| v == "1");
    let folder = std::env::var_os("TILLIT_CORPUS").map(|dir| PathBuf::from(dir).join("text"));
    let there = folder.filter(|dir| dir.join("stem-en.tsv").is_file());
    assert!(there.is_some() || !required, "TILLIT_REQUIRE_CORPUS=1 but TILLIT_CORPUS names no folder with text/stem-*");
    there
}

#[test]
fn words_of_five_languages_have_the_stems_that_others_say() {
    let Some(folder) = folder() else {
        println!("skipped: TILLIT_CORPUS is not set, stems were not measured");
        return;
    };
    for language in Language::ALL {
        let path = folder.join(format!("stem-{}.tsv", language.code()));
        let file = std::fs::read_to_string(&path).expect("the file can be read");
        let (mut right, mut all, mut wrong) = (0_usize, 0_usize, Vec::new());
        for line in file.lines().skip(1) {
            let mut fields = line.split('\t').skip(2);
            let (Some(word), Some(expected)) = (fields.next(), fields.next()) else { continue };
            // What is not one word, or too short to be looked for by its stem, is found as it is written.
            let mut cut = tokens::of(word);
            let (Some(token), None) = (cut.next(), cut.next()) else { continue };
            if token.lower != word || expected.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            all += 1;
            let found = stem(word, language);
            if found.as_deref() == Some(fold(expected).as_str()) {
                right += 1;
            } else {
                wrong.push(format!("{word}: {found:?}, not {expected}"));
            }
        }
        let share = 100.0 * f64::from(u32::try_from(right).expect("few")) / f64::from(u32::try_from(all).expect("few"));
        println!("{}: {right} of {all} stems ({share:.2} %)", language.code());
        assert!(all >= WORDS_LEAST, "{language:?}: {all} words");
        wrong.truncate(20);
        assert!(share >= BAR, "{language:?}: {share:.2} %: {wrong:#?}");
    }
}
