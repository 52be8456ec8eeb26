//! The measure over a small source of our own, as it is and disguised, and over the corpus where there is one.

use std::path::PathBuf;

use fastrand::Rng;
use serde_json::{Value, json};

use super::corpus::{Item, Source};
use super::score::{KINDS, Kind, Tally, holds};
use super::*;

fn item(text: &str, facts: Value) -> Item {
    let automatic = facts["auto"].as_bool();
    Item { file: format!("{}.eml", text.len()), bytes: text.as_bytes().to_vec(), facts, automatic }
}

fn mail(facts: Value) -> Item {
    let text = "From: Kari <Kari@post.example>\nTo: desk@shop.example\nCc: ola@post.example\nSubject: Bl\u{e5}b\u{e6}r\n\
                Message-ID: <a@post.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\n\
                Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=UTF-8\n\n\
                Hello   there,\nall of you.\n--b\nContent-Type: text/csv\n\
                Content-Disposition: attachment; filename=list.csv\n\n1,2\n--b--\n";
    item(text, facts)
}

fn right() -> Value {
    json!({
        "kind": "mail", "from": "Kari <kari@post.example>", "to": ["desk@shop.example"], "cc": "ola@post.example",
        "subject": "Blåbær", "message_id": "<a@post.example>", "text_contains": ["Hello there, all"],
        "attachments": [{"name": "list.csv", "size": 3}], "is_bounce": false, "auto": false, "thread": "T1",
        "agreed": {"charset": "utf-8", "subject": "wrong, but the top level wins"},
    })
}

fn wrong() -> Value {
    json!({
        "kind": "mail", "from": ["ola@post.example"], "to": [], "cc": ["kari@post.example"], "subject": "Blabar",
        "message_id": "b@post.example", "text_contains": ["Hello", "Goodbye"], "charset": "iso-8859-1",
        "attachments": [], "is_bounce": true, "auto": true,
    })
}

fn source(items: Vec<Item>) -> Source {
    Source { name: "ours".to_owned(), items }
}

fn report(items: Vec<Item>) -> Report {
    of(&[source(items)]).expect("measured")
}

fn small() -> Vec<Item> {
    let answer = "From: desk@shop.example\nMessage-ID: <c@shop.example>\nSubject: Other\n\nHello\n";
    vec![
        mail(right()),
        item(answer, json!({"kind": "mail", "message_id": "c@shop.example", "thread": "T2"})),
        item("Thanks!\n\nOn Monday, Ola wrote:\n> Hei\n", json!({"kind": "text", "visible_reply": "Thanks!"})),
        item("\u{1}\u{2}", Value::Null),
    ]
}

#[test]
fn what_is_right_passes_and_what_is_wrong_does_not() {
    let kinds =
        [Kind::From, Kind::To, Kind::Cc, Kind::Subject, Kind::MessageId, Kind::Text, Kind::Attachments, Kind::Charset];
    let (good, bad) = (report(vec![mail(right())]), report(vec![mail(wrong())]));
    for kind in kinds {
        assert_eq!(good.totals.of(kind), Tally { passed: 1, total: 1, excluded: 0 }, "{kind:?} {:?}", good.failures);
        assert_eq!(bad.totals.of(kind), Tally { passed: 0, total: 1, excluded: 0 }, "{kind:?}");
        assert!(bad.failures.iter().any(|failure| failure.kind == kind), "{kind:?}");
    }
    for (kind, report, passed) in [
        (Kind::BounceFalse, &good, 1),
        (Kind::AutoFalse, &good, 1),
        (Kind::Threads, &good, 1),
        (Kind::Bounce, &bad, 0),
        (Kind::Auto, &bad, 0),
        (Kind::Kept, &bad, 1),
        (Kind::Panics, &bad, 1),
        (Kind::Slow, &bad, 1),
    ] {
        assert_eq!(report.totals.of(kind), Tally { passed, total: 1, excluded: 0 }, "{kind:?}");
    }
}

#[test]
fn the_result_has_exactly_the_kinds_that_are_asked_for() {
    let json = serde_json::to_value(report(small())).expect("an object");
    let names: Vec<&str> = KINDS.into_iter().map(Kind::name).collect();
    for tallies in [&json["totals"], &json["sources"]["ours"]] {
        let object = tallies.as_object().expect("kinds");
        assert_eq!(object.len(), names.len());
        assert!(names.iter().all(|name| object[*name]["total"].is_u64()), "{object:?}");
    }
    assert_eq!(json.as_object().expect("an object").len(), 2);
    assert_eq!(json["totals"]["threads"], json!({"passed": 2, "total": 2, "excluded": 0}));
    assert_eq!(json["totals"]["kept"]["passed"], 3, "a text is no mail, an empty one is kept as it is");
}

#[test]
fn two_threads_in_one_conversation_are_both_wrong() {
    let mut items = small();
    for item in &mut items[..2] {
        item.facts["thread"] = json!("T1");
    }
    assert_eq!(report(items).totals.of(Kind::Threads), Tally { passed: 0, total: 2, excluded: 0 });
}

#[test]
fn shuffled_and_renamed_files_give_equal_results() {
    let plain = serde_json::to_value(report(small())).expect("an object");
    for seed in 0..3 {
        let disguised = disguised(vec![source(small())], seed);
        assert_eq!(serde_json::to_value(of(&disguised).expect("measured")).expect("an object"), plain);
    }
}

fn disguised(mut sources: Vec<Source>, seed: u64) -> Vec<Source> {
    let mut rng = Rng::with_seed(seed);
    for source in &mut sources {
        rng.shuffle(&mut source.items);
        for item in &mut source.items {
            item.file = format!("{:x}", rng.u64(..));
        }
    }
    sources
}

#[test]
fn a_rule_leaves_out_facts_and_says_how_many() {
    let mut facts = right();
    facts["subject"] = json!("Bl\u{FFFD}b\u{E6}r");
    let totals = report(vec![mail(facts)]).totals;
    assert_eq!(totals.of(Kind::Subject), Tally { passed: 0, total: 0, excluded: 1 });
}

#[test]
fn a_kind_holds_when_it_reaches_its_bar_with_few_left_out() {
    let tally = |passed, total, excluded| Tally { passed, total, excluded };
    for (kind, tally, expected) in [
        (Kind::Text, tally(99, 100, 0), true),
        (Kind::Text, tally(98, 100, 0), false),
        (Kind::Text, tally(97, 97, 3), true),
        (Kind::Text, tally(96, 96, 4), false),
        (Kind::VisibleReply, tally(95, 100, 0), true),
        (Kind::BounceFalse, tally(1, 2, 0), true),
        (Kind::BounceFalse, tally(98, 100, 0), false),
        (Kind::Kept, tally(999, 1_000, 0), false),
        (Kind::Panics, tally(0, 0, 0), true),
    ] {
        assert_eq!(holds(kind, tally), expected, "{kind:?} {tally:?}");
    }
}

#[test]
fn a_folder_is_read_with_its_facts_and_its_table_of_truth() {
    let folder = tempfile::tempdir().expect("a folder");
    let one = folder.path().join("one");
    std::fs::create_dir(&one).expect("a source");
    std::fs::write(one.join("a.eml"), "From: a@b.example\n\nHei").expect("written");
    std::fs::write(one.join("b.eml"), "From: b@b.example\n\nHei").expect("written");
    std::fs::write(one.join("expected.json"), r#"{"a.eml": {"is_bounce": true}, "b.eml": {"from": "b@b.example"}}"#)
        .expect("written");
    let read = |dir: &Path| -> Vec<Option<bool>> {
        let sources = corpus::read(dir).expect("sources");
        assert_eq!((sources.len(), sources[0].name.as_str()), (1, "one"));
        sources[0].items.iter().map(|item| item.automatic).collect()
    };
    assert_eq!(read(folder.path()), [Some(true), None], "labels tell where no table does");
    std::fs::write(folder.path().join("auto_truth.tsv"), "file\tauto\twhy\none/a.eml\t0\t\none/b.eml\t1\tfrom\n")
        .expect("written");
    assert_eq!(read(folder.path()), [Some(false), Some(true)]);
    assert_eq!(read(&one), [Some(false), Some(true)], "one source finds the table above it");
    assert!(corpus::read(&folder.path().join("two")).is_err());
}

#[test]
fn the_corpus_reaches_its_bars_whatever_its_files_are_called() {
    let required = std::env::var("TILLIT_REQUIRE_CORPUS").is_ok_and(|value| value == "1");
    let Some(folder) = std::env::var_os("TILLIT_CORPUS").map(PathBuf::from) else {
        assert!(!required, "TILLIT_REQUIRE_CORPUS=1 but TILLIT_CORPUS is not set");
        println!("skipped: TILLIT_CORPUS is not set, real mails were not measured");
        return;
    };
    let sources = corpus::read(&folder.join("mail")).expect("the corpus");
    let report = of(&disguised(sources, 1)).expect("measured");
    let missed = KINDS.into_iter().filter(|kind| !holds(*kind, report.totals.of(*kind)));
    let missed: Vec<_> = missed.map(|kind| (kind, report.totals.of(kind))).collect();
    assert!(missed.is_empty(), "{missed:?}");
}
