//! What tests of every crate start from: a platform on a fresh database, on both engines.
//!
//! SQLite is always there. PostgreSQL is, when `TILLIT_TEST_POSTGRES` names a server on which this
//! user may create databases (`cargo xtask test` starts one); otherwise the skip is printed, and
//! under `TILLIT_REQUIRE_ALL=1` it fails.

use std::future::Future;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use base::{IdSource, Instant};

use crate::db::{Db, Migration, migrate};
use crate::i18n::Locales;
use crate::outbound::{Gate, Outbound};
use crate::random::SeededRandom;
use crate::system_clock::ManualClock;
use crate::{Blobs, I18n, Live, Passwords, Platform, Presence, Result, Secrets, Site, Tokens, Wake};

/// A platform of its own for one test, with what the test may want to turn.
pub struct TestPlatform {
    /// The platform.
    pub platform: Platform,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    /// Its folder, deleted after the test.
    pub folder: std::path::PathBuf,
}

/// Tests that show pages hand in their capability's texts; these are enough for the rest.
const LOCALES_OF_TESTS: &[Locales] = &[crate::i18n::LOCALES];

/// Wednesday 18 November 2026, 13:48 in Oslo.
#[must_use]
pub fn a_wednesday() -> Instant {
    Instant::from_second(1_795_006_080).unwrap_or(Instant::UNIX_EPOCH)
}

/// Runs one test body on every engine that is there.
#[expect(clippy::print_stdout, reason = "a skip must be seen by whoever runs the tests")]
pub fn on_both_engines<F, R>(migrations: &[Migration], body: F)
where
    F: Fn(TestPlatform) -> R,
    R: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("no runtime: {error}"));
    runtime.block_on(async {
        let (test, folder) = on_sqlite(migrations).await;
        body(test).await;
        drop(folder);
        let Ok(server) = std::env::var("TILLIT_TEST_POSTGRES") else {
            assert!(
                std::env::var("TILLIT_REQUIRE_ALL").as_deref() != Ok("1"),
                "PostgreSQL is required here: set TILLIT_TEST_POSTGRES"
            );
            println!("skipped on PostgreSQL: TILLIT_TEST_POSTGRES is not set");
            return;
        };
        let folder = temporary_folder();
        let (db, name) = open_postgres(&server).await;
        body(start(db, folder.path(), migrations).await).await;
        let admin = Db::postgres(&server).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
        // Best effort: the whole cluster goes when the run ends.
        let _ = admin.outside_transaction(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    });
}

/// A platform on an SQLite database of its own, and the folder it lies in until that is dropped.
///
/// # Panics
/// When there is no place for it.
pub async fn on_sqlite(migrations: &[Migration]) -> (TestPlatform, tempfile::TempDir) {
    let folder = temporary_folder();
    (start(open_sqlite(folder.path()).await, folder.path(), migrations).await, folder)
}

fn temporary_folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"))
}

async fn start(db: Db, folder: &Path, migrations: &[Migration]) -> TestPlatform {
    migrate(&db, migrations).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    let clock = Arc::new(ManualClock::new(a_wednesday()));
    let random = Arc::new(SeededRandom::new(7));
    let secrets = Arc::new(Secrets::from_key(&[7; 32], random.clone()));
    let platform = Platform {
        db,
        clock: clock.clone(),
        ids: Arc::new(IdSource::new(Box::new(SeededRandom::new(8)))),
        outbound: outbound(),
        blobs: Blobs::new(&folder.join("files")).unwrap_or_else(|fault| panic!("{}", fault.chain())),
        tokens: Arc::new(Tokens::new(&secrets)),
        secrets,
        passwords: Passwords::new(random.clone(), 2).unwrap_or_else(|fault| panic!("{}", fault.chain())),
        random,
        i18n: I18n::new(LOCALES_OF_TESTS).unwrap_or_else(|bad| panic!("{bad}")),
        site: Arc::new(Site { url: "http://desk.example".into(), demo: false }),
        wake: Wake::default(),
        live: Live::default(),
        presence: Presence::default(),
        words: crate::search::Words::default(),
        node: "test".into(),
    };
    TestPlatform { platform, clock, folder: folder.to_owned() }
}

/// Calls this machine alone; made once, for it reads the machine's certificates.
fn outbound() -> Outbound {
    static MADE: OnceLock<Outbound> = OnceLock::new();
    let gate = || Gate::listing(&["127.0.0.0/8"]).unwrap_or_else(|error| panic!("{error}"));
    MADE.get_or_init(|| Outbound::new(gate())).clone()
}

async fn open_sqlite(folder: &Path) -> Db {
    Db::sqlite(&folder.join("tillit.db")).await.unwrap_or_else(|fault| panic!("{}", fault.chain()))
}

async fn open_postgres(server: &str) -> (Db, String) {
    let name = format!("t_{:016x}", fastrand::u64(..));
    let admin = Db::postgres(server).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    let made = admin.outside_transaction(&format!("CREATE DATABASE {name}")).await;
    made.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    let url = with_database(server, &name);
    (Db::postgres(&url).await.unwrap_or_else(|fault| panic!("{}", fault.chain())), name)
}

/// Writes to a database that belongs to no platform, for tools that make much data at once.
///
/// # Errors
/// When the database does not answer, or with what `body` answers; nothing is written then.
pub async fn write(db: &Db, statements: impl IntoIterator<Item = (String, Vec<crate::db::Value>)>) -> Result<()> {
    let mut conn = db.begin().await?;
    for (sql, values) in statements {
        conn.execute(&sql, values).await?;
    }
    conn.commit().await
}

/// The same server's address, another database.
#[must_use]
pub fn with_database(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).unwrap_or_else(|error| panic!("{server}: {error}"));
    url.set_path(name);
    url.into()
}
