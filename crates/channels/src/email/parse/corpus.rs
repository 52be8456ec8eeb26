//! Real mails that nobody on the team wrote: `TILLIT_CORPUS` names the folder that holds `mail/`.
//!
//! Where two other parsers agree on a fact, we should find it too. The figures below are what we
//! reach; they may only grow.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{ParsedMail, attachment, parse};
use crate::email::identity::identity;

/// The corpus, or `None` with a note when it is not there and need not be.
fn corpus() -> Option<PathBuf> {
    let required = std::env::var("TILLIT_REQUIRE_CORPUS").is_ok_and(|value| value == "1");
    match std::env::var_os("TILLIT_CORPUS") {
        Some(folder) => Some(PathBuf::from(folder).join("mail")),
        None => {
            assert!(!required, "TILLIT_REQUIRE_CORPUS=1 but TILLIT_CORPUS is not set");
            println!("skipped: TILLIT_CORPUS is not set, the real mails were not read");
            None
        }
    }
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).expect("the corpus can be listed");
    let mut folders: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn no_file_of_the_corpus_panics_and_all_text_can_be_stored() {
    let Some(root) = corpus() else { return };
    let mut read = 0;
    for folder in folders(&root) {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let bytes = std::fs::read(&path).expect("a file");
            let _ = identity(&bytes);
            if let Ok(mail) = parse(&bytes) {
                assert!(!mail.text.contains('\0') && !mail.subject.contains(['\0', '\n', '\r']), "{}", path.display());
                for part in &mail.attachments {
                    let content = attachment(&bytes, &part.part).expect("a listed part is found");
                    assert_eq!(content.len() as u64, part.size, "{}", path.display());
                    assert!(!part.name.is_empty() && !part.name.contains(['/', '\\', '\0']), "{}", path.display());
                }
            }
            read += 1;
        }
    }
    assert!(read > 1_700, "only {read} files were found in {}", root.display());
}

/// Where we differ knowingly: Japanese that nobody declared is decoded here and left raw by the
/// others; a forwarded mail is an attachment here; files that are no mail at all are unreadable;
/// recipients beyond the thousandth are not kept.
const KNOWN_MISSES: [(&str, usize); 6] =
    [("attachment", 3), ("no attachment", 16), ("readable", 4), ("subject", 0), ("text", 10), ("to", 2)];

#[derive(Default)]
struct Score {
    right: BTreeMap<&'static str, usize>,
    all: BTreeMap<&'static str, usize>,
    misses: Vec<String>,
}

impl Score {
    fn note(&mut self, fact: &'static str, right: bool, miss: impl FnOnce() -> String) {
        *self.all.entry(fact).or_default() += 1;
        *self.right.entry(fact).or_default() += usize::from(right);
        if !right {
            self.misses.push(format!("{fact}: {}", miss()));
        }
    }
}

#[test]
fn facts_that_other_parsers_agree_on_are_found() {
    let Some(root) = corpus() else { return };
    let mut score = Score::default();
    for folder in folders(&root) {
        let Ok(json) = std::fs::read(folder.join("expected.json")) else { continue };
        let expected: BTreeMap<String, Value> = serde_json::from_slice(&json).expect("expected.json is JSON");
        for (name, facts) in expected {
            if facts["kind"] != "mail" {
                continue;
            }
            let bytes = std::fs::read(folder.join(&name)).expect("the mail is there");
            let file = format!("{}/{name}", folder.file_name().unwrap_or_default().to_string_lossy());
            match parse(&bytes) {
                Ok(mail) => compare(&mut score, &file, &mail, &facts["agreed"]),
                Err(error) => score.note("readable", false, || format!("{file} {error}")),
            }
        }
    }
    println!("{}\n{:?} of {:?}", score.misses.join("\n"), score.right, score.all);
    for (fact, all) in &score.all {
        let missed = all - score.right.get(fact).copied().unwrap_or_default();
        let known = KNOWN_MISSES.iter().find(|(name, _)| name == fact).map_or(0, |(_, count)| *count);
        assert!(missed <= known, "{fact}: {missed} of {all} are missed, {known} were; see the list above");
    }
    assert!(score.all.get("text").is_some_and(|all| *all > 2_500), "the corpus is not whole: {:?}", score.all);
}

fn compare(score: &mut Score, file: &str, mail: &ParsedMail, facts: &Value) {
    score.note("readable", true, String::new);
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(subject) = facts["subject"].as_str() {
        score.note("subject", squeeze(&mail.subject) == squeeze(subject), || {
            format!("{file} {:?} not {subject:?}", mail.subject)
        });
    }
    if let Some(id) = facts["message_id"].as_str() {
        let id = id.trim().trim_matches(['<', '>']);
        score.note("message_id", mail.message_id.as_deref() == Some(id), || {
            format!("{file} {:?} not {id:?}", mail.message_id)
        });
    }
    let from: Vec<_> = mail.from.iter().map(|from| from.address.to_lowercase()).collect();
    for (fact, found) in [("from", from), ("to", lower(&mail.to)), ("cc", lower(&mail.cc))] {
        if let Some(list) = facts[fact].as_array() {
            let wanted: Vec<_> = list.iter().filter_map(Value::as_str).map(str::to_lowercase).collect();
            let wanted = if fact == "from" { wanted.into_iter().take(1).collect() } else { wanted };
            score.note(fact, found == wanted, || format!("{file} {found:?} not {wanted:?}"));
        }
    }
    let text = squeeze(&mail.text);
    for line in facts["text_contains"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        score.note("text", text.contains(&squeeze(line)), || {
            format!("{file} {line:?} is not in {:?}", text.chars().take(200).collect::<String>())
        });
    }
    for wanted in facts["named_attachments"].as_array().into_iter().flatten() {
        let (name, size) = (wanted["name"].as_str().unwrap_or_default(), wanted["size"].as_u64());
        let name = super::clean_name(name);
        let right = mail
            .attachments
            .iter()
            .any(|part| part.name == name && size.is_none_or(|size| part.size.abs_diff(size) <= 2));
        score.note("attachment", right, || {
            let found: Vec<_> = mail.attachments.iter().map(|part| (&part.name, part.size)).collect();
            format!("{file} {name:?} {size:?} not in {found:?}")
        });
    }
    if facts["attachment_count"] == 0 {
        score.note("no attachment", mail.attachments.is_empty(), || format!("{file} {:?}", mail.attachments));
    }
}

fn lower(addresses: &[crate::email::MailAddress]) -> Vec<String> {
    addresses.iter().map(|address| address.address.to_lowercase()).collect()
}
