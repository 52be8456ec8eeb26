//! What tests of every crate start from: a platform on a fresh database, on both engines.
//!
//! SQLite is always there. PostgreSQL is, when `TILLIT_TEST_POSTGRES` names a server on which this
//! user may create databases (`cargo xtask test` starts one); otherwise the skip is printed, and
//! under `TILLIT_REQUIRE_ALL=1` it fails.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;

use base::{Clock, IdSource, Instant, Random};

use crate::db::{Db, Migration, migrate};
use crate::{Blobs, Live, Platform, Wake};

/// A clock that stands still until told: both readings apart.
pub struct StillClock(std::sync::Mutex<(Instant, Instant)>);

impl StillClock {
    /// Both readings at `at`.
    #[must_use]
    pub fn at(at: Instant) -> Self {
        Self(std::sync::Mutex::new((at, at)))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (Instant, Instant)> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Moves business time.
    pub fn business_forward(&self, by: jiff::SignedDuration) {
        let mut readings = self.lock();
        readings.0 = readings.0.saturating_add(by).unwrap_or(Instant::MAX);
    }

    /// Moves machine time.
    pub fn machine_forward(&self, by: jiff::SignedDuration) {
        let mut readings = self.lock();
        readings.1 = readings.1.saturating_add(by).unwrap_or(Instant::MAX);
    }
}

impl Clock for StillClock {
    fn business(&self) -> Instant {
        self.lock().0
    }
    fn machine(&self) -> Instant {
        self.lock().1
    }
}

struct Seeded(std::sync::Mutex<fastrand::Rng>);

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill(bytes);
    }
}

/// A platform of its own for one test, with what the test may want to turn.
pub struct TestPlatform {
    /// The platform.
    pub platform: Platform,
    /// Its clock.
    pub clock: Arc<StillClock>,
    /// Its folder, deleted after the test.
    pub folder: std::path::PathBuf,
}

/// Wednesday 18 November 2026, 13:48 in Oslo.
#[must_use]
pub fn a_wednesday() -> Instant {
    Instant::from_second(1_795_006_080).unwrap_or(Instant::UNIX_EPOCH)
}

/// Runs one test body on every engine that is there.
pub fn on_both_engines<F, R>(migrations: &[Migration], body: F)
where
    F: Fn(TestPlatform) -> R,
    R: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("no runtime: {error}"));
    runtime.block_on(async {
        let folder = temporary_folder();
        body(start(open_sqlite(folder.path()).await, folder.path(), migrations).await).await;
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

fn temporary_folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"))
}

async fn start(db: Db, folder: &Path, migrations: &[Migration]) -> TestPlatform {
    migrate(&db, migrations).await.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    let clock = Arc::new(StillClock::at(a_wednesday()));
    let seeded = || Seeded(std::sync::Mutex::new(fastrand::Rng::with_seed(7)));
    let platform = Platform {
        db,
        clock: clock.clone(),
        ids: Arc::new(IdSource::new(Box::new(seeded()))),
        random: Arc::new(seeded()),
        blobs: Blobs::new(&folder.join("files")).unwrap_or_else(|fault| panic!("{}", fault.chain())),
        wake: Wake::default(),
        live: Live::default(),
        node: "test".into(),
    };
    TestPlatform { platform, clock, folder: folder.to_owned() }
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

/// The same server's address, another database.
#[must_use]
pub fn with_database(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).unwrap_or_else(|error| panic!("{server}: {error}"));
    url.set_path(name);
    url.into()
}
