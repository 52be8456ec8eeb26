//! Every schema that was ever given away can be brought up to today's, with what is in it.
//!
//! `tests/schema` holds a pair of files of each: the statements of its steps on both engines, and a small business in a
//! backup. `cargo xtask snapshot NAME` adds a pair; older pairs are never changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use platform::backup::{self, Progress};
use platform::check::{Check, boxed, run as look};
use platform::db::{Migration, applied, migrate, to_come};
use platform::random::SystemRandom;
use platform::system_clock::SystemClock;
use platform::testing::on_both_engines;
use platform::{Db, Engine, vals};
use serde::{Deserialize, Serialize};

use crate::api::tests::story::{House, tell};
use crate::config::{Config, Options};
use crate::open::{Purpose, migrations, open};

/// A step as it was when it was given away.
#[derive(Serialize, Deserialize)]
struct Step {
    id: String,
    sqlite: Vec<String>,
    postgres: Vec<String>,
}

impl Step {
    fn of(step: &Migration) -> Self {
        let (sqlite, postgres) = ((step.sql)(Engine::Sqlite), (step.sql)(Engine::Postgres));
        Self { id: step.id.to_owned(), sqlite, postgres }
    }

    fn sql(&self, engine: Engine) -> &[String] {
        if engine == Engine::Sqlite { &self.sqlite } else { &self.postgres }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/schema")
}

/// The names of all pairs.
fn names() -> BTreeSet<String> {
    let files = std::fs::read_dir(folder()).expect("the folder of schemas");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("a name"));
    names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect()
}

fn steps(name: &str) -> Vec<Step> {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).expect("a schema");
    serde_json::from_str(&text).expect("steps")
}

fn quiet() -> Progress {
    Arc::new(|_, _| {})
}

/// What a database looks like: columns and indexes, without their order.
async fn shape(db: &Db) -> BTreeSet<String> {
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk || ' ' || \
             COALESCE(c.dflt_value, '') AS part FROM pragma_table_list t JOIN pragma_table_info(t.name) c \
             WHERE t.schema = 'main' AND t.type = 'table' UNION ALL \
             SELECT sql AS part FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL UNION ALL \
             SELECT sql AS part FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
        }
        Engine::Postgres => {
            "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || \
             COALESCE(column_default, '') AS part FROM information_schema.columns WHERE table_schema = current_schema() \
             UNION ALL SELECT indexdef AS part FROM pg_indexes WHERE schemaname = current_schema()"
        }
    };
    let rows = db.read().await.expect("read").all(sql, vec![]).await.expect("asked");
    rows.iter().map(|row| row.text("part").expect("text")).collect()
}

#[test]
fn every_schema_becomes_the_one_of_a_new_tillit() {
    let fresh: Arc<Mutex<BTreeMap<bool, BTreeSet<String>>>> = Arc::default();
    on_both_engines(&migrations(), |test| {
        let fresh = fresh.clone();
        async move {
            let shape = shape(&test.platform.db).await;
            fresh.lock().expect("a lock").insert(test.platform.db.engine() == Engine::Sqlite, shape);
        }
    });
    for name in names() {
        on_both_engines(&[], |test| {
            let (fresh, name) = (fresh.clone(), name.clone());
            async move {
                let p = test.platform;
                let engine = p.db.engine();
                let mut tx = p.begin().await.expect("begin");
                for (seq, step) in steps(&name).iter().enumerate() {
                    for statement in step.sql(engine) {
                        tx.run(statement, vec![]).await.expect("a statement of then");
                    }
                    let values = vals![step.id.as_str(), i64::try_from(seq).expect("few")];
                    tx.run("INSERT INTO migration (id, seq) VALUES ($1, $2)", values).await.expect("noted");
                }
                tx.commit().await.expect("commit");
                migrate(&p.db, &migrations()).await.unwrap_or_else(|fault| panic!("{name}: {}", fault.chain()));
                let upgraded = shape(&p.db).await;
                let fresh = fresh.lock().expect("a lock")[&(engine == Engine::Sqlite)].clone();
                let differs: Vec<_> = fresh.symmetric_difference(&upgraded).collect();
                assert!(differs.is_empty() && upgraded.len() > 100, "{name}: {differs:#?}");
            }
        });
    }
}

#[test]
fn steps_that_were_given_away_are_never_changed() {
    for name in names() {
        for step in steps(&name) {
            let today = migrations().into_iter().find(|one| one.id == step.id);
            let today = Step::of(&today.unwrap_or_else(|| panic!("{name}: the step {} is gone", step.id)));
            assert_eq!((&today.sqlite, &today.postgres), (&step.sqlite, &step.postgres), "{name}: {}", step.id);
        }
    }
}

#[test]
fn a_business_of_every_schema_is_whole_after_the_upgrade() {
    for name in names() {
        on_both_engines(&[], |test| {
            let name = name.clone();
            async move {
                let p = test.platform;
                let mut tx = p.begin().await.expect("begin");
                tx.run("DROP TABLE migration", vec![]).await.expect("a database as it is made");
                tx.commit().await.expect("commit");
                let file = folder().join(format!("{name}.backup"));
                let kept =
                    backup::verify(&file, quiet()).await.unwrap_or_else(|fault| panic!("{name}: {}", fault.chain()));
                let restored = backup::restore(&kept, &p.db, &p.blobs, &migrations(), quiet()).await;
                let restored = restored.unwrap_or_else(|fault| panic!("{name}: {}", fault.chain()));
                assert_eq!(restored.rows, kept.contents.rows);
                migrate(&p.db, &migrations()).await.unwrap_or_else(|fault| panic!("{name}: {}", fault.chain()));
                let mut conn = p.db.read().await.expect("read");
                for (table, least) in [("conversation", 2), ("message", 5), ("person", 2), ("event", 20), ("staff", 1)]
                {
                    let rows =
                        conn.number(&format!("SELECT COUNT(*) AS n FROM {table}"), vec![]).await.expect("counted");
                    assert!(rows >= least, "{name}: {rows} rows of {table}");
                }
                let mut checks: Vec<Box<dyn Check>> = platform::check::checks(&p.blobs, true);
                checks.extend(boxed(conversations::check::RULES));
                checks.extend(boxed(channels::check::RULES));
                let found = look(&p.db, &checks, |_| {}).await.expect("checked");
                let found: Vec<String> =
                    found.iter().map(|one| format!("{}: {}", one.check, one.problem.what)).collect();
                assert!(found.is_empty(), "{name}: {found:#?}");
            }
        });
    }
}

#[test]
fn an_upgrade_that_breaks_off_at_any_step_changes_nothing() {
    let all = migrations();
    let broken =
        Migration { id: "broken-001", sql: |_| vec!["CREATE TABLE begun (n BIGINT)".into(), "NONSENSE".into()] };
    on_both_engines(&all[..1], |test| {
        let all = all.clone();
        async move {
            let db = test.platform.db;
            for at in [1, 2, all.len() / 2, all.len()] {
                let before = (shape(&db).await, applied(&mut db.read().await.expect("read")).await.expect("steps"));
                let mut steps = all[..at].to_vec();
                steps.push(broken);
                assert!(migrate(&db, &steps).await.is_err(), "after {at} steps");
                let after = (shape(&db).await, applied(&mut db.read().await.expect("read")).await.expect("steps"));
                assert_eq!(before, after, "after {at} steps");
            }
            assert_eq!(to_come(&db, &all).await.expect("asked").len(), all.len() - 1);
            migrate(&db, &all).await.expect("and then it works");
            assert!(to_come(&db, &all).await.expect("asked").is_empty());
        }
    });
}

#[test]
fn an_older_tillit_refuses_newer_data_and_writes_nothing() {
    on_both_engines(&migrations(), |test| async move {
        let db = test.platform.db;
        let all = migrations();
        let older = &all[..all.len() - 1];
        let before = backup::digest(&mut db.read().await.expect("read")).await.expect("a digest");
        for fault in [migrate(&db, older).await.expect_err("newer"), to_come(&db, older).await.expect_err("newer")] {
            let last = all[all.len() - 1].id;
            assert!(fault.to_string().contains("newer Tillit") && fault.to_string().contains(last), "{fault}");
        }
        assert_eq!(backup::digest(&mut db.read().await.expect("read")).await.expect("a digest"), before);
    });
}

#[tokio::test]
async fn before_an_upgrade_everything_is_kept() {
    let place = tempfile::tempdir().expect("a folder");
    let all = migrations();
    let old = Db::sqlite(&place.path().join("tillit.db")).await.expect("a database");
    migrate(&old, &all[..all.len() - 1]).await.expect("an older schema");
    old.close().await.expect("closed");
    let config = |backups: &str| {
        let backups = Some(backups.to_owned());
        Config::decide(Options { data: Some(place.path().to_owned()), backups, ..Options::default() }).expect("decides")
    };
    let folder = place.path().join("kept");
    std::fs::write(&folder, "in the way").expect("a file");
    let kept = config(folder.to_str().expect("a name"));
    let starting = async || open(&kept, Arc::new(SystemClock), Arc::new(SystemRandom), Purpose::Visit).await;
    let refused = starting().await.err().expect("no backup, no upgrade").chain();
    assert!(refused.contains("--backups off"), "{refused}");
    std::fs::remove_file(&folder).expect("out of the way");
    for _ in 0..2 {
        let opened = starting().await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
        opened.platform.db.clone().close().await.expect("closed");
    }
    let files = backup::automatic::names(&folder).expect("a folder");
    assert!(files.len() == 1 && files[0].starts_with("before-upgrade-tillit-"), "once: {files:?}");
    let verified = backup::verify(&folder.join(&files[0]), quiet()).await.expect("it is whole");
    assert_eq!(verified.header.steps.len(), all.len() - 1, "as it was before");
    assert!(config("off").backups.is_none());
}

/// What `cargo xtask snapshot NAME` runs; without a name it has nothing to do.
#[test]
fn a_snapshot_is_written_when_one_is_asked_for() {
    let Ok(name) = std::env::var("TILLIT_SNAPSHOT") else { return };
    assert!(!names().contains(&name), "there is a schema of that name; older ones are never changed");
    on_both_engines(&migrations(), |test| {
        let name = name.clone();
        async move {
            if test.platform.db.engine() == Engine::Postgres {
                return;
            }
            let house = House::build(test).await;
            tell(&house).await;
            let p = &house.p;
            let file = folder().join(format!("{name}.backup"));
            backup::write(&p.db, &p.blobs, p.clock.machine(), &file, true, quiet()).await.expect("written");
            let steps: Vec<Step> = migrations().iter().map(Step::of).collect();
            let text = serde_json::to_string_pretty(&steps).expect("text");
            std::fs::write(folder().join(format!("{name}.json")), text + "\n").expect("written");
        }
    });
}
