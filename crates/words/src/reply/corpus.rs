//! How many replies of the reference corpus are cut as they should be; runs where `TILLIT_CORPUS` is set.

use serde_json::Value;

use super::split;

const SOURCES: [&str; 4] =
    ["email-reply-trimmer", "crisp-email-reply-parser", "github-email-reply-parser", "zapier-email-reply-parser"];

#[test]
fn replies_of_the_corpus_are_cut_as_they_should_be() {
    let Ok(corpus) = std::env::var("TILLIT_CORPUS") else { return };
    let (mut passed, mut total, mut wrong) = (0, 0, String::new());
    for source in SOURCES {
        let folder = std::path::Path::new(&corpus).join("mail").join(source);
        let facts = std::fs::read_to_string(folder.join("expected.json")).expect("the facts");
        let facts: Value = serde_json::from_str(&facts).expect("they are JSON");
        for (file, fact) in facts.as_object().expect("a table") {
            let Some(wanted) = fact["visible_reply"].as_str() else { continue };
            let text = std::fs::read_to_string(folder.join(file)).expect("a text");
            let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let found = squeeze(&split(&text).visible());
            total += 1;
            if found == squeeze(wanted) {
                passed += 1;
            } else {
                wrong += &format!("{source}/{file}: {found}\n");
            }
        }
    }
    assert!(passed * 100 >= total * 95, "{passed} of {total}\n{wrong}");
}
