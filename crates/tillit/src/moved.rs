//! Moving out and in again: a business in which everything has happened, from one engine to the other and back.

use std::path::Path;
use std::sync::Arc;

use platform::backup::portable::{self, Manifest};
use platform::backup::{Progress, digest};
use platform::testing::{TestPlatform, on_both_engines, with_database};
use platform::{Blobs, Db};

use crate::api::tests::story::{self, House};
use crate::open::{LEFT_OUT, migrations};
use crate::serve::workers;

fn quiet() -> Progress {
    Arc::new(|_, _| {})
}

async fn out(db: &Db, blobs: &Blobs, to: &Path) -> Manifest {
    let at = platform::testing::a_wednesday();
    portable::write(db, blobs, at, to, LEFT_OUT, quiet()).await.unwrap_or_else(|fault| panic!("{}", fault.chain()))
}

/// Into an empty place, and out of it again.
async fn through(db: &Db, folder: &Path, from: &Path) -> Manifest {
    let blobs = Blobs::new(&folder.join("files")).expect("a folder");
    let done = portable::load(from, db, &blobs, &migrations(), quiet()).await;
    let (_, restored) = done.unwrap_or_else(|fault| panic!("{}", fault.chain()));
    assert!(restored.rows > 100 && restored.files > 0, "{restored:?}");
    out(db, &blobs, &folder.join("out")).await
}

#[test]
fn a_business_goes_out_of_one_engine_into_the_other_and_back_and_is_equal() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let house = House::build(test).await;
        story::tell(&house).await;
        let done = workers().run_due(&house.p, people::import::LANE).await.expect("worked");
        assert!(done > 0, "customers are taken in from a file");
        let folder = tempfile::tempdir().expect("a folder");
        let first = out(&house.p.db, &house.p.blobs, &folder.path().join("out")).await;
        let all = digest(&mut house.p.db.snapshot().await.expect("snapshot")).await.expect("digest");
        for name in all.keys() {
            assert_eq!(first.tables.contains_key(name), !LEFT_OUT.tables.contains(&name.as_str()), "{name}");
        }
        let lite = tempfile::tempdir().expect("a folder");
        let db = Db::sqlite(&lite.path().join("tillit.db")).await.expect("opens");
        let mut last = through(&db, lite.path(), &folder.path().join("out")).await;
        assert_eq!((&last.tables, last.files), (&first.tables, first.files), "SQLite, byte by byte");
        let Ok(server) = std::env::var("TILLIT_TEST_POSTGRES") else { return };
        let big = tempfile::tempdir().expect("a folder");
        let name = format!("t_moved_{}_{:?}", std::process::id(), house.p.db.engine()).to_lowercase();
        let admin = Db::postgres(&server).await.expect("connects");
        admin.outside_transaction(&format!("CREATE DATABASE {name}")).await.expect("made");
        let db = Db::postgres(&with_database(&server, &name)).await.expect("connects");
        last = through(&db, big.path(), &lite.path().join("out")).await;
        assert_eq!(last.tables, first.tables, "PostgreSQL, byte by byte");
        let back = tempfile::tempdir().expect("a folder");
        let db = Db::sqlite(&back.path().join("tillit.db")).await.expect("opens");
        last = through(&db, back.path(), &big.path().join("out")).await;
        assert_eq!((last.tables, last.files), (first.tables, first.files), "and back");
        let _ = admin.outside_transaction(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    });
}
