//! The runner over the project's own vectors, as they are and disguised.

use std::path::PathBuf;

use fastrand::Rng;
use serde_json::json;

use super::topic::TopicFile;
use super::*;

fn ours() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

fn file(value: Value) -> TopicFile {
    serde_json::from_value(value).expect("a topic file")
}

fn small(expect: &Value) -> TopicFile {
    let input = json!({"start": "2026-11-20T14:00:00Z", "open_minutes": 60});
    file(json!({
        "topic": "business_hours",
        "calendars": {"never": {"tz": "UTC", "week": {}}},
        "cases": [{"id": "a", "op": "due", "language": "nb", "calendar": "never", "input": input, "expect": expect}],
    }))
}

#[test]
fn business_hours_pass_whole() {
    let report = Report::of(&read(&ours()).expect("readable")).expect("well formed");
    let line = &report.topics["business_hours"];
    assert!(line.score.failures.is_empty(), "{:?}", line.score.failures);
    assert_eq!((line.built, line.score.passed, line.score.total), (true, 82, 82));
    assert!(report.all_pass());
}

#[test]
fn dates_pass_whole() {
    let report = Report::of(&read(&ours()).expect("readable")).expect("well formed");
    let line = &report.topics["dates"];
    assert!(line.score.failures.is_empty(), "{:?}", line.score.failures);
    assert_eq!((line.built, line.score.passed, line.score.total, line.score.languages.len()), (true, 160, 160, 5));
}

#[test]
fn the_rota_passes_whole() {
    let report = Report::of(&read(&ours()).expect("readable")).expect("well formed");
    let line = &report.topics["rota"];
    assert!(line.score.failures.is_empty(), "{:?}", line.score.failures);
    assert_eq!((line.built, line.score.passed, line.score.total), (true, 18, 18));
}

#[test]
fn shuffled_and_renamed_cases_give_equal_results() {
    let files = read(&ours()).expect("readable");
    let written =
        |files: &[TopicFile]| serde_json::to_value(Report::of(files).expect("well formed")).expect("writable");
    let plain = written(&files);
    for seed in 0..5 {
        let mut rng = Rng::with_seed(seed);
        let disguise = |mut file: TopicFile| {
            rng.shuffle(&mut file.cases);
            for (number, case) in file.cases.iter_mut().enumerate() {
                case["id"] = json!(format!("{}-{number}", rng.u32(..)));
                case["note"] = json!(format!("note {}", rng.u32(..)));
            }
            file
        };
        let disguised: Vec<_> = files.iter().cloned().map(disguise).collect();
        assert_eq!(written(&disguised), plain);
    }
}

#[test]
fn the_same_question_gets_the_same_answer_whatever_came_before() {
    let files = read(&ours()).expect("readable");
    let file = files.iter().find(|file| file.topic == "business_hours").expect("there");
    let answers = |file: &TopicFile| -> BTreeMap<String, String> {
        let ask = |case: &topic::Case<'_>| {
            let question = &case.question;
            (format!("{question:?}"), format!("{:?}", business_hours::BusinessHours.answer(question)))
        };
        file.cases().expect("well formed").iter().map(ask).collect()
    };
    let mut backwards = file.clone();
    backwards.cases.reverse();
    assert_eq!(answers(&backwards), answers(file));
}

#[test]
fn a_wrong_or_missing_field_fails_the_case_and_the_run() {
    let right = Report::of(&[small(&json!({"due": null, "due_local": null}))]).expect("well formed");
    assert!(right.all_pass());
    for wrong in [json!({"due": "2026-11-20T15:00:00Z"}), json!({"due": null, "late": null})] {
        let report = Report::of(&[small(&wrong)]).expect("well formed");
        assert!(!report.all_pass());
        let score = &report.topics["business_hours"].score;
        assert_eq!((score.passed, score.total, score.failures.len()), (0, 1, 1));
        assert_eq!((score.languages["nb"].passed, score.languages["nb"].total), (0, 1));
    }
}

#[test]
fn a_question_we_cannot_be_asked_fails_its_case() {
    let mut file = small(&json!({"due": null}));
    file.cases[0]["op"] = json!("overdue");
    let report = Report::of(&[file]).expect("well formed");
    assert_eq!(report.topics["business_hours"].score.failures, ["a (overdue): unknown operation “overdue”"]);
}

#[test]
fn topics_without_rules_say_so_and_fail_nothing() {
    let report = Report::of(&[file(json!({"topic": "tea", "cases": [{}, {}]}))]).expect("well formed");
    let written = serde_json::to_value(&report).expect("writable");
    assert_eq!(written, json!({"topics": {"tea": {"built": false, "passed": 0, "total": 2, "languages": {}}}}));
    assert!(report.all_pass());
}

#[test]
fn the_written_report_has_languages() {
    let report = Report::of(&[small(&json!({"due": null}))]).expect("well formed");
    let line = json!({"built": true, "passed": 1, "total": 1, "languages": {"nb": {"passed": 1, "total": 1}}});
    assert_eq!(serde_json::to_value(&report).expect("writable"), json!({"topics": {"business_hours": line}}));
}

#[test]
fn the_table_names_every_failure() {
    let failing = small(&json!({"due": 1}));
    let report = Report::of(&[failing, file(json!({"topic": "tea", "cases": []}))]).expect("well formed");
    let mut table = Vec::new();
    report.print(&mut table).expect("a vector takes all");
    let table = String::from_utf8(table).expect("text");
    assert!(table.contains("a (due): due should be 1, is null"), "{table}");
    assert!(table.contains("tea") && table.contains("(not built)"), "{table}");
}

#[test]
fn folders_and_files_that_are_not_topics_are_errors() {
    let dir = tempfile::tempdir().expect("a folder");
    assert!(run(dir.path(), true).expect_err("empty").to_string().contains("no topic files"));
    assert!(run(&dir.path().join("away"), true).is_err());
    std::fs::write(dir.path().join("x.csv"), "1,2").expect("writable");
    std::fs::write(dir.path().join("x.json"), "{}").expect("writable");
    assert!(run(dir.path(), true).expect_err("no topic").to_string().contains("x.json"));
}

#[test]
fn cases_that_are_not_whole_and_topics_in_two_files_are_errors() {
    for spoil in [json!({"calendar": "tea"}), json!({"input": null, "expect": []})] {
        let mut file = small(&json!({"due": null}));
        for (field, value) in spoil.as_object().expect("an object") {
            file.cases[0][field] = value.clone();
        }
        assert!(Report::of(&[file]).expect_err("spoilt").to_string().contains("case “a”"));
    }
    let twice = [small(&json!({})), small(&json!({}))];
    assert!(Report::of(&twice).expect_err("twice").to_string().contains("two files"));
}

#[test]
fn numbers_are_compared_by_value() {
    assert!(same(&json!(120), &json!(120.0)) && !same(&json!(120), &json!(120.1)));
    assert!(same(&json!(null), &json!(null)) && !same(&json!(null), &json!(0)) && !same(&json!("1"), &json!(1)));
}
