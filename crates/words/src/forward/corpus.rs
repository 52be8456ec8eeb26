//! How many forwarded mails of the reference corpus are read as they should be; runs where `TILLIT_CORPUS` is set.

use serde_json::Value;

use super::{Person, read};

#[test]
fn forwarded_mails_of_the_corpus_are_read() {
    let Ok(corpus) = std::env::var("TILLIT_CORPUS") else { return };
    let folder = std::path::Path::new(&corpus).join("mail/crisp-email-forward-parser");
    let facts = std::fs::read_to_string(folder.join("expected.json")).expect("the facts");
    let facts: Value = serde_json::from_str(&facts).expect("they are JSON");
    let (mut passed, mut total, mut wrong) = (0, 0, String::new());
    for (file, fact) in facts.as_object().expect("a table") {
        let text = std::fs::read_to_string(folder.join(file)).expect("a text");
        // A file with nothing but a subject line holds no mail.
        if text.trim().lines().count() < 2 {
            continue;
        }
        total += 1;
        match differs(fact, &text) {
            None => passed += 1,
            Some(what) => wrong += &format!("{file}: {what}\n"),
        }
    }
    assert!(passed * 100 >= total * 95, "{passed} of {total}\n{wrong}");
}

fn differs(fact: &Value, text: &str) -> Option<String> {
    let found = read(fact["outer_subject"].as_str().unwrap_or_default(), text);
    if found.is_some() != fact["forwarded"].as_bool().unwrap_or_default() {
        return Some(format!("forwarded: {}", found.is_some()));
    }
    let (Some(found), original) = (found, &fact["original"]) else { return None };
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let person = |value: &Value| {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        Person { name: text("name"), address: text("address") }
    };
    let people =
        |value: &Value| value.as_array().map(|all| all.iter().map(person).collect::<Vec<_>>()).unwrap_or_default();
    let pairs = [
        ("note", squeeze(&found.note), squeeze(fact["message_above"].as_str().unwrap_or_default())),
        ("from", format!("{:?}", found.from.unwrap_or_default()), format!("{:?}", person(&original["from"]))),
        ("to", format!("{:?}", found.to), format!("{:?}", people(&original["to"]))),
        ("cc", format!("{:?}", found.cc), format!("{:?}", people(&original["cc"]))),
        ("body", squeeze(&found.body), squeeze(original["body"].as_str().unwrap_or_default())),
    ];
    let subject =
        ("subject", found.subject.unwrap_or_default(), original["subject"].as_str().unwrap_or_default().to_owned());
    let mut pairs = pairs.into_iter().chain([subject]);
    pairs.find(|(_, found, wanted)| found != wanted).map(|(what, found, wanted)| format!("{what}: {found} != {wanted}"))
}
