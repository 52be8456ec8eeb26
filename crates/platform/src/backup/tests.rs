//! There and back between the engines, and beside a busy desk.

mod damage;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base::event::Sentence;
use base::{Actor, Event, Subject};

use super::*;
use crate::blobs::INLINE_MAX;
use crate::db::{Db, Engine, migrate};
use crate::jobs::NewJob;
use crate::testing::{TestPlatform, on_both_engines, with_database};
use crate::{Blobs, Platform, log, settings, vals};

/// Tables of every sort beside the platform's own; the child's name sorts before its parent's.
const MORE: &[Migration] = &[Migration {
    id: "test-001",
    sql: |engine| {
        vec![
            "CREATE TABLE zone (id TEXT PRIMARY KEY, n BIGINT)".into(),
            format!(
                "CREATE TABLE area (zone TEXT NOT NULL REFERENCES zone (id), n BIGINT NOT NULL, data {}, name TEXT, \
                 PRIMARY KEY (zone, n))",
                engine.blob()
            ),
            format!("CREATE TABLE counted (number {}, name TEXT NOT NULL)", engine.serial()),
            "INSERT INTO zone (id, n) VALUES ('seed', 1)".into(),
        ]
    },
}];

pub(super) fn migrations() -> Vec<Migration> {
    [crate::schema::MIGRATIONS, MORE].concat()
}

pub(super) fn quiet() -> Progress {
    Arc::new(|_, _| {})
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Happened(i64);

impl Event for Happened {
    const VERSION: i64 = 1;
    fn kind(&self) -> &'static str {
        "thing.happened"
    }
    fn subject(&self) -> Subject {
        Subject::new("thing", self.0)
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

/// A file of more than one frame.
pub(super) const LARGE: usize = INLINE_MAX * 5;

/// A business with a little of everything.
pub(super) async fn fill(p: &Platform, large: usize) {
    let large = p.blobs.prepare(vec![42; large]).await.expect("prepare");
    let small = p.blobs.prepare(b"a small mail".to_vec()).await.expect("prepare");
    let mut tx = p.begin().await.expect("begin");
    tx.run("UPDATE zone SET n = 7, id = 'zone ærø' WHERE id = 'seed'", vec![]).await.expect("zone");
    for n in 0..1200_i64 {
        let (data, name) =
            if n % 3 == 0 { (None, None) } else { (Some(vec![n as u8; 90]), Some(format!("nr {n} 🛟"))) };
        let sql = "INSERT INTO area (zone, n, data, name) VALUES ('zone ærø', $1, $2, $3)";
        tx.run(sql, vals![n - 600, data, name]).await.expect("area");
    }
    for name in ["one", "two", "gone", "three"] {
        tx.run("INSERT INTO counted (name) VALUES ($1)", vals![name]).await.expect("counted");
    }
    tx.run("DELETE FROM counted WHERE name = 'gone'", vec![]).await.expect("gone");
    p.blobs.keep(&mut tx, &large).await.expect("keep");
    p.blobs.keep(&mut tx, &small).await.expect("keep");
    settings::set(&mut tx, "name", &"Brekkesund").await.expect("set");
    for n in 0..5 {
        tx.record(&Happened(n), &Actor::System, None).await.expect("record");
    }
    tx.enqueue(NewJob::new("lane", "waits").key("k").payload("x")).await.expect("enqueue");
    tx.enqueue(NewJob::new("lane", "runs")).await.expect("enqueue");
    let sql = "UPDATE job SET status = 1, owner = 'someone', leased_until = 5 WHERE kind = 'runs'";
    tx.run(sql, vec![]).await.expect("claim");
    let sql = "INSERT INTO session (digest, staff, created_at, expires_at, seen_at, peer, browser) \
               VALUES ('d', 's', 1, 2, 3, 'p', 'b')";
    tx.run(sql, vec![]).await.expect("session");
    tx.commit().await.expect("commit");
    let place = events(&mut p.db.read().await.expect("read"), log::Place::default(), 5).await[1].place;
    let mut tx = p.begin().await.expect("begin");
    log::advance(&mut tx, "reader", place).await.expect("advance");
    tx.commit().await.expect("commit");
}

/// `count` events behind a place. Other databases of the same PostgreSQL may hold a transaction open,
/// and the log keeps back what is younger: wait for them.
async fn events(conn: &mut crate::Conn, place: log::Place, count: usize) -> Vec<log::Recorded> {
    for _ in 0..500 {
        let found = log::after(conn, place, 10).await.expect("after");
        if found.len() >= count {
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    panic!("{count} events behind {place:?} did not come");
}

async fn back_up(p: &Platform, to: &Path) -> Written {
    write(&p.db, &p.blobs, p.clock.machine(), to, true, quiet())
        .await
        .unwrap_or_else(|fault| panic!("{}", fault.chain()))
}

pub(super) async fn digests(db: &Db) -> BTreeMap<String, String> {
    digest(&mut db.snapshot().await.expect("snapshot")).await.expect("digest")
}

/// A place to restore to.
pub(super) struct Target {
    pub(super) db: Db,
    pub(super) blobs: Blobs,
    _folder: tempfile::TempDir,
    dropped: Option<(String, String)>,
}

impl Target {
    pub(super) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let db = Db::sqlite(&folder.path().join("tillit.db")).await.expect("opens");
        let blobs = Blobs::new(&folder.path().join("files")).expect("folder");
        Self { db, blobs, _folder: folder, dropped: None }
    }

    async fn postgres(server: &str) -> Self {
        let name = format!("t_{:016x}", fastrand::u64(..));
        let admin = Db::postgres(server).await.expect("connects");
        admin.outside_transaction(&format!("CREATE DATABASE {name}")).await.expect("creates");
        let db = Db::postgres(&with_database(server, &name)).await.expect("connects");
        Self { db, dropped: Some((server.to_owned(), name)), ..Self::sqlite().await }
    }

    /// One on every engine that is there.
    pub(super) async fn each() -> Vec<Self> {
        let mut targets = vec![Self::sqlite().await];
        if let Ok(server) = std::env::var("TILLIT_TEST_POSTGRES") {
            targets.push(Self::postgres(&server).await);
        }
        targets
    }

    async fn restore(&self, from: &Path) -> Result<Restored> {
        let backup = verify(from, quiet()).await?;
        restore(&backup, &self.db, &self.blobs, &migrations(), quiet()).await
    }

    async fn number(&self, sql: &str) -> i64 {
        self.db.read().await.expect("read").number(sql, vec![]).await.expect("number")
    }

    pub(super) async fn gone(self) {
        let Some((server, name)) = self.dropped else { return };
        let admin = Db::postgres(&server).await.expect("connects");
        // Best effort: the whole cluster goes when the run ends.
        let _ = admin.outside_transaction(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    }
}

#[test]
fn what_was_backed_up_is_there_again_on_either_engine() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let file = test.folder.join("a.backup");
        let written = back_up(p, &file).await;
        assert!(written.verified && written.contents.damaged.is_empty());
        assert_eq!((written.contents.files, written.bytes), (1, std::fs::metadata(&file).expect("is").len()));
        assert_eq!(std::fs::metadata(&file).expect("is").permissions().mode() & 0o777, 0o600);
        assert!(!test.folder.join("a.backup.partial").exists());
        let before = digests(&p.db).await;
        assert_eq!(written.contents.tables, before);
        assert!(!before.contains_key("session") && before.contains_key("migration"), "{:?}", before.keys());
        for target in Target::each().await {
            let restored = target.restore(&file).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
            assert_eq!((restored.files, restored.rows), (1, written.contents.rows));
            assert_eq!(digests(&target.db).await, before);
            works_on(&target).await;
            target.gone().await;
        }
    });
}

/// What was restored is a database one can work with.
async fn works_on(target: &Target) {
    let mut conn = target.db.read().await.expect("read");
    let area = conn.one("SELECT data, name FROM area WHERE n = -599", vec![]).await.expect("reads").expect("is there");
    assert_eq!((area.bytes("data").expect("data"), area.text("name").expect("name")), (vec![1; 90], "nr 1 🛟".into()));
    let name: String = settings::get(&mut conn, "name").await.expect("setting");
    assert_eq!(name, "Brekkesund");
    let large = crate::blobs::digest(&vec![42; LARGE]);
    assert_eq!(target.blobs.read(&mut conn, &large).await.expect("reads").len(), LARGE);
    for (range, length) in [(7..9, 2), (LARGE - 3..LARGE + 3, 3), (LARGE + 1..LARGE + 2, 0)] {
        assert_eq!(target.blobs.read_range(&mut conn, &large, range).await.expect("reads").len(), length);
    }
    assert_eq!(target.number("SELECT COUNT(*) AS n FROM job WHERE status = 0 AND owner IS NULL").await, 2);
    assert_eq!(target.number("SELECT COUNT(*) AS n FROM session").await, 0);
    assert_eq!(target.number("SELECT COUNT(*) AS n FROM event WHERE xid <> 0").await, 0);
    let place = log::cursor(&mut conn, "reader").await.expect("cursor");
    let unread = events(&mut conn, place, 3).await;
    let numbers: Vec<i64> = unread.iter().filter_map(log::Recorded::read::<Happened>).map(|event| event.0).collect();
    assert_eq!(numbers, [2, 3, 4], "the reader goes on where it stood");
    assert!(migrate(&target.db, &migrations()).await.expect("opens").is_empty());
    let mut conn = target.db.begin().await.expect("begin");
    conn.execute("INSERT INTO counted (name) VALUES ('four')", vec![]).await.expect("a fresh number");
    log::append(&mut conn, &Happened(9), &Actor::System, None, base::Instant::UNIX_EPOCH).await.expect("event");
    conn.commit().await.expect("commit");
    assert_eq!(target.number("SELECT number AS n FROM counted WHERE name = 'four'").await, 5);
    let mut conn = target.db.read().await.expect("read");
    let newest = events(&mut conn, unread[2].place, 1).await;
    assert_eq!(newest.len(), 1, "new events come after restored ones");
}

#[test]
fn a_reader_never_skips_an_event_because_transaction_numbers_are_gone() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        if p.db.engine() == Engine::Sqlite {
            return; // One writer: numbers and transactions have the same order.
        }
        let mut early = p.begin().await.expect("begin");
        early.all("SELECT pg_current_xact_id()::text AS x", vec![]).await.expect("takes a number");
        let mut late = p.begin().await.expect("begin");
        late.record(&Happened(1), &Actor::System, None).await.expect("record");
        late.commit().await.expect("commit");
        early.record(&Happened(2), &Actor::System, None).await.expect("record");
        early.commit().await.expect("commit");
        let first = events(&mut p.db.read().await.expect("read"), log::Place::default(), 2).await;
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(first[0].read::<Happened>().expect("reads").0, 2, "the older transaction comes first");
        log::advance(&mut tx, "reader", first[0].place).await.expect("advance");
        tx.commit().await.expect("commit");
        let file = test.folder.join("a.backup");
        back_up(p, &file).await;
        let target = Target::sqlite().await;
        target.restore(&file).await.expect("restores");
        let mut conn = target.db.read().await.expect("read");
        let place = log::cursor(&mut conn, "reader").await.expect("cursor");
        let unread = events(&mut conn, place, 1).await;
        let unread: Vec<_> = unread.iter().filter_map(log::Recorded::read::<Happened>).map(|event| event.0).collect();
        assert!(unread.contains(&1), "{unread:?}");
    });
}

#[test]
fn a_backup_beside_a_busy_desk_is_one_moment() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = test.platform.clone();
        fill(&p, INLINE_MAX + 1).await;
        let stop = Arc::new(AtomicBool::new(false));
        let (busy, told) = (p.clone(), stop.clone());
        // Every transaction adds a zone, its area, an event, and counts them in a setting.
        let writer = tokio::spawn(async move {
            let mut n = 0_i64;
            while !told.load(Ordering::Relaxed) {
                n += 1;
                let mut tx = busy.begin().await.expect("begin");
                tx.run("INSERT INTO zone (id, n) VALUES ($1, $2)", vals![format!("z{n}"), n]).await.expect("zone");
                let sql = "INSERT INTO area (zone, n) VALUES ($1, 0)";
                tx.run(sql, vals![format!("z{n}")]).await.expect("area");
                tx.record(&Happened(n), &Actor::System, None).await.expect("event");
                settings::set(&mut tx, "zones", &n).await.expect("set");
                tx.commit().await.expect("commit");
            }
            n
        });
        let file = test.folder.join("a.backup");
        for _ in 0..3 {
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
            back_up(&p, &file).await;
        }
        stop.store(true, Ordering::Relaxed);
        let all = writer.await.expect("writes to the end");
        let target = Target::sqlite().await;
        target.restore(&file).await.expect("restores");
        let zones: i64 = settings::get(&mut target.db.read().await.expect("read"), "zones").await.expect("get");
        assert!(0 < zones && zones <= all, "{zones} of {all}");
        assert_eq!(target.number("SELECT COUNT(*) AS n FROM zone").await, zones + 1);
        assert_eq!(target.number("SELECT COUNT(*) AS n FROM area WHERE zone LIKE 'z_%' AND n = 0").await, zones + 1);
        assert_eq!(target.number("SELECT COUNT(*) AS n FROM event").await, zones + 5);
    });
}

#[test]
fn an_older_backup_is_restored_and_brought_up_to_date_at_the_next_start() {
    on_both_engines(crate::schema::MIGRATIONS, async |test: TestPlatform| {
        let file = test.folder.join("a.backup");
        back_up(&test.platform, &file).await;
        let target = Target::sqlite().await;
        target.restore(&file).await.expect("restores");
        assert_eq!(digests(&target.db).await, digests(&test.platform.db).await);
        assert_eq!(migrate(&target.db, &migrations()).await.expect("migrates"), ["test-001"]);
    });
}

#[test]
fn neither_the_key_nor_a_session_is_in_the_file() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        let key = *b"0123456789ABCDEF0123456789abcdef";
        std::fs::write(test.folder.join("secret.key"), key).expect("writes");
        let secrets = crate::Secrets::from_key(&key, p.random.clone());
        let sealed = secrets.seal("smtp", b"the password of the mail server").expect("seals");
        let mut tx = p.begin().await.expect("begin");
        settings::set(&mut tx, "smtp", &sealed).await.expect("set");
        let sql = "INSERT INTO session (digest, staff, created_at, expires_at, seen_at, peer, browser) \
                   VALUES ('digest of a session', 's', 1, 2, 3, 'p', 'b')";
        tx.run(sql, vec![]).await.expect("session");
        tx.commit().await.expect("commit");
        let file = test.folder.join("a.backup");
        back_up(p, &file).await;
        let all = unpacked(&file);
        let holds = |needle: &[u8]| all.windows(needle.len()).any(|window| window == needle);
        assert!(holds(sealed.as_bytes()), "what was looked through is the data");
        for secret in
            [&key[..], b"the password", b"digest of a session", &data_encoding::HEXLOWER.encode(&key).into_bytes()]
        {
            assert!(!holds(secret), "{}", String::from_utf8_lossy(secret));
        }
    });
}

/// Every frame's plain bytes, one behind the other.
fn unpacked(file: &Path) -> Vec<u8> {
    let mut frames = frames::Reader::new(std::fs::File::open(file).expect("opens")).expect("begins");
    let mut all = std::fs::read(file).expect("reads");
    loop {
        let (kind, plain) = frames.next().expect("reads");
        all.extend(plain);
        if kind == frames::Kind::End {
            return all;
        }
    }
}

#[test]
fn the_header_names_engine_steps_and_time() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let file = test.folder.join("a.backup");
        back_up(&test.platform, &file).await;
        let header = verify(&file, quiet()).await.expect("is whole").header;
        assert_eq!(header.engine, engine_name(test.platform.db.engine()));
        let steps: Vec<&str> = migrations().iter().map(|step| step.id).collect();
        assert!(header.steps == steps && steps.ends_with(&["test-001"]), "{:?}", header.steps);
        assert_eq!(header.written_at, base::clock::to_micros(test.platform.clock.machine()));
    });
}
