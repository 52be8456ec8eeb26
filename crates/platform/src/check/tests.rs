//! A healthy database is silent; each seeded fault is found by the check that is meant for it.

use base::event::Sentence;
use base::{Actor, Event, Subject};

use super::*;
use crate::blobs::INLINE_MAX;
use crate::db::{Engine, Migration};
use crate::jobs::NewJob;
use crate::testing::{TestPlatform, on_both_engines};
use crate::{Platform, settings};

const MORE: &[Migration] = &[Migration {
    id: "test-001",
    sql: |_| {
        vec![
            "CREATE TABLE zone (id TEXT PRIMARY KEY)".into(),
            "CREATE TABLE area (id TEXT PRIMARY KEY, zone TEXT NOT NULL REFERENCES zone (id))".into(),
        ]
    },
}];

fn migrations() -> Vec<Migration> {
    [crate::schema::MIGRATIONS, MORE].concat()
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Happened;

impl Event for Happened {
    const VERSION: i64 = 1;
    fn kind(&self) -> &'static str {
        "thing.happened"
    }
    fn subject(&self) -> Subject {
        Subject::new("thing", 1)
    }
    fn sentence(&self) -> Sentence {
        Sentence { message: "event-thing", args: vec![] }
    }
    fn public(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
    fn search_text(&self) -> String {
        String::new()
    }
}

/// A database with something of everything, and the digests of its small and its large blob.
async fn healthy(p: &Platform) -> (String, String) {
    let small = p.blobs.prepare(b"small".to_vec()).await.expect("prepare");
    let large = p.blobs.prepare(vec![5; INLINE_MAX + 1]).await.expect("prepare");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &small).await.expect("keep");
    p.blobs.keep(&mut tx, &large).await.expect("keep");
    for kind in ["waiting", "claimed", "dead"] {
        tx.enqueue(NewJob::new("lane", kind)).await.expect("enqueue");
    }
    let sql = "UPDATE job SET status = 1, owner = 'me', leased_until = 9 WHERE kind = 'claimed'";
    tx.run(sql, vec![]).await.expect("claim");
    tx.run("UPDATE job SET status = 3 WHERE kind = 'dead'", vec![]).await.expect("bury");
    tx.record(&Happened, &Actor::System, None).await.expect("record");
    tx.run("INSERT INTO event_cursor (reader, xid, seq) VALUES ('reader', 0, 1)", vec![]).await.expect("cursor");
    settings::set(&mut tx, "name", &"x").await.expect("set");
    tx.run("INSERT INTO zone (id) VALUES ('z')", vec![]).await.expect("zone");
    tx.run("INSERT INTO area (id, zone) VALUES ('a', 'z')", vec![]).await.expect("area");
    tx.commit().await.expect("commit");
    (small.digest, large.digest)
}

async fn found(p: &Platform, deep: bool) -> Vec<Found> {
    run(&p.db, &checks(&p.blobs, deep), |_| {}).await.expect("looks")
}

async fn change(p: &Platform, sql: &str) {
    let mut tx = p.begin().await.expect("begin");
    tx.run(sql, vec![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    tx.commit().await.expect("commit");
}

#[test]
fn healthy_data_is_silent() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        healthy(&test.platform).await;
        for deep in [false, true] {
            assert_eq!(found(&test.platform, deep).await, []);
        }
    });
}

#[test]
fn every_fault_in_a_row_is_found_by_its_check() {
    let faults: &[(&str, &str)] = &[
        ("UPDATE job SET status = 2 WHERE kind = 'waiting'", "jobs"),
        ("UPDATE job SET waits = 5 WHERE kind = 'waiting'", "jobs"),
        ("UPDATE job SET attempts = -1 WHERE kind = 'dead'", "jobs"),
        ("UPDATE job SET owner = NULL WHERE kind = 'claimed'", "jobs in hand"),
        ("UPDATE job SET leased_until = NULL WHERE kind = 'claimed'", "jobs in hand"),
        ("UPDATE job SET key = 'k' WHERE kind = 'claimed'", "jobs in hand"),
        ("UPDATE job SET owner = 'me' WHERE kind = 'waiting'", "waiting jobs"),
        ("UPDATE event_cursor SET seq = 77", "readers of the log"),
        ("UPDATE blob SET size = 4 WHERE data IS NOT NULL", "stored bytes"),
        ("UPDATE event SET subject = 'nothing'", "the log"),
        ("UPDATE event SET actor = ''", "the log"),
        ("UPDATE setting SET value = '{'", "settings"),
    ];
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        healthy(p).await;
        for (fault, name) in faults {
            // Never committed: the next fault finds everything healthy again.
            let mut tx = p.begin().await.expect("begin");
            tx.run(fault, vec![]).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
            let mut speaking = Vec::new();
            for check in checks(&p.blobs, false) {
                for problem in check.run(&mut tx).await.expect("looks") {
                    assert!(!problem.mend.contains("{}") && !problem.place.is_empty(), "{problem:?}");
                    speaking.push(check.name());
                }
            }
            assert_eq!(speaking, [*name], "{fault}");
        }
    });
}

#[test]
fn what_the_check_says_to_run_mends_it() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        healthy(p).await;
        change(p, "UPDATE job SET status = 2 WHERE kind = 'waiting'").await;
        change(p, "UPDATE job SET owner = NULL WHERE kind = 'claimed'").await;
        change(p, "UPDATE job SET owner = 'me' WHERE kind = 'dead'").await;
        change(p, "UPDATE event_cursor SET seq = 77").await;
        change(p, "UPDATE setting SET value = '{'").await;
        let problems = found(p, false).await;
        assert_eq!(problems.len(), 5);
        for found in problems {
            let (_, sql) = found.problem.mend.split_once("run in the database: ").expect("says what to run");
            change(p, sql.split(';').next().expect("a statement")).await;
        }
        assert_eq!(found(p, true).await, []);
    });
}

#[test]
fn missing_cut_and_changed_files_are_found_the_last_only_when_looking_deep() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        let (small, large) = healthy(p).await;
        let file = p.blobs.file(&large);
        std::fs::write(&file, vec![6; INLINE_MAX + 1]).expect("writes");
        assert_eq!(found(p, false).await, []);
        let deep = found(p, true).await;
        assert_eq!((deep.len(), deep[0].problem.what.as_str()), (1, "a stored file has changed"));
        assert!(deep[0].problem.mend.contains(&large));
        std::fs::write(&file, b"cut").expect("writes");
        assert!(found(p, false).await[0].problem.what.contains("another length"));
        std::fs::remove_file(&file).expect("removes");
        let missing = found(p, false).await;
        assert_eq!((missing.len(), missing[0].problem.what.as_str()), (1, "a stored file is missing"));
        assert_eq!(missing[0].problem.place, file.display().to_string());
        std::fs::write(&file, vec![5; INLINE_MAX + 1]).expect("writes");
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE blob SET data = $1 WHERE digest = $2", vals![b"smell".to_vec(), small]).await.expect("update");
        tx.commit().await.expect("commit");
        let deep = found(p, true).await;
        assert_eq!((deep.len(), deep[0].problem.what.as_str()), (1, "stored bytes in the database have changed"));
    });
}

#[test]
fn a_name_that_is_no_digest_is_a_missing_file_and_no_panic() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        change(&test.platform, "INSERT INTO blob (digest, size, data) VALUES ('é', 1, NULL)").await;
        assert_eq!(found(&test.platform, true).await.len(), 1);
    });
}

#[test]
fn dangling_references_and_a_damaged_file_are_found_on_sqlite() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = test.platform;
        if p.db.engine() == Engine::Postgres {
            return; // It never lets the first happen, and has tools of its own for the second.
        }
        healthy(&p).await;
        let sql = "PRAGMA foreign_keys = OFF; DELETE FROM zone; PRAGMA foreign_keys = ON";
        p.db.outside_transaction(sql).await.expect("deletes");
        let found = found(&p, false).await;
        assert_eq!((found.len(), found[0].check), (1, "references between tables"));
        for n in 0..400 {
            change(&p, &format!("INSERT INTO zone (id) VALUES ('{n:0400}')")).await;
        }
        let file = test.folder.join("tillit.db");
        let blobs = p.blobs.clone();
        p.db.close().await.expect("closes");
        let mut bytes = std::fs::read(&file).expect("reads");
        let length = bytes.len();
        bytes[length - 20_000..].fill(0x5A);
        std::fs::write(&file, bytes).expect("writes");
        let db = Db::sqlite(&file).await.expect("opens");
        let found = run(&db, &checks(&blobs, false), |_| {}).await.expect("looks");
        assert!(found.iter().any(|found| found.check == "the database file"), "{found:?}");
    });
}

#[test]
fn a_check_that_cannot_be_done_is_a_problem_and_the_rest_go_on() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        healthy(p).await;
        change(p, "DROP TABLE setting").await;
        change(p, "UPDATE job SET status = 2 WHERE kind = 'waiting'").await;
        let found = found(p, false).await;
        let checks: Vec<_> = found.iter().map(|found| found.check).collect();
        assert_eq!(checks, ["jobs", "settings"]);
        assert!(found[1].problem.what.contains("could not be looked at"));
    });
}

#[test]
fn many_of_one_sort_are_told_shortly() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        for n in 0..60 {
            change(p, &format!("INSERT INTO blob (digest, size, data) VALUES ('{n}', 9, '')")).await;
        }
        let found = found(p, false).await;
        assert_eq!((found.len(), found[50].problem.place.as_str()), (51, "more of the same"));
    });
}
