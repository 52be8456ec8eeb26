//! Packed, fetched, taken in again; stopped, out of date, too large, interrupted.

use std::path::Path;
use std::sync::Mutex;

use base::{Actor, Role};
use jiff::SignedDuration;

use super::super::portable::{self, LeftOut};
use super::super::tests::{LARGE, Target, fill, migrations, quiet};
use super::*;
use crate::jobs::Workers;
use crate::testing::{TestPlatform, on_both_engines};
use crate::{Platform, erasing, vals};

const LEFT: LeftOut = LeftOut {
    tables: &["takeout", "takeout_era"],
    columns: &[],
    rows: &[("job", "kind", JOB), ("job", "kind", SWEEP)],
};

fn owner() -> Actor {
    Actor::staff("stf_1", Role::Owner)
}

fn workers(free: Free) -> Workers {
    let workers = Workers::default().lane(LANE, 1).lane(erasing::LANE, 1).handle(SWEEP, sweep);
    workers.handle(JOB, move |p, job| perform(p, job, LEFT, free))
}

async fn asked(p: &Platform) -> TakeoutId {
    let mut tx = p.begin().await.expect("begin");
    let id = begin(&mut tx, &owner()).await.expect("begun");
    tx.commit().await.expect("commit");
    id
}

async fn seen_now(p: &Platform, id: &TakeoutId) -> Takeout {
    load(&mut p.db.read().await.expect("read"), &owner(), id).await.expect("is there")
}

fn files(p: &Platform) -> Vec<String> {
    let Ok(all) = std::fs::read_dir(p.blobs.folder().join("takeout")) else { return Vec::new() };
    all.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn what_is_packed_comes_in_equal_on_either_engine() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let id = asked(p).await;
        assert_eq!(seen_now(p, &id).await.state, State::Running);
        let mut tx = p.begin().await.expect("begin");
        assert!(matches!(begin(&mut tx, &owner()).await, Err(Failure::Running)), "one at a time");
        let admin = Actor::staff("stf_2", Role::Admin);
        assert!(matches!(begin(&mut tx, &admin).await, Err(Failure::Forbidden)), "owners alone");
        drop(tx);
        assert_eq!(workers(FREE).run_due(p, LANE).await.expect("worked"), 1);
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.files, it.tries), (State::Done, 2, 1), "{it:?}");
        let file = path(&p.blobs, &it);
        let bytes = std::fs::read(&file).expect("a file");
        assert_eq!(
            (i64::try_from(bytes.len()).expect("a length"), crate::blobs::digest(&bytes)),
            (it.bytes, it.digest)
        );
        assert_eq!(files(p), [format!("{id}-1-1.zip")], "nothing else lies there");
        let unpacked = test.folder.join("unpacked");
        std::fs::create_dir(&unpacked).expect("a folder");
        portable::unpack(&file, &unpacked).expect("unpacked");
        for target in Target::each().await {
            let loaded = portable::load(&unpacked, &target.db, &target.blobs, &migrations(), quiet()).await;
            let (manifest, _) = loaded.unwrap_or_else(|fault| panic!("{}", fault.chain()));
            let back = test.folder.join(format!("back-{}", fastrand::u64(..)));
            let again = portable::write(&target.db, &target.blobs, p.clock.machine(), &back, LEFT, quiet()).await;
            assert_eq!(again.expect("written").tables, manifest.tables, "row by row");
            target.gone().await;
        }
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(news(&mut conn, &owner()).await.expect("asked").map(|it| it.id), Some(id.clone()));
        assert_eq!(news(&mut conn, &admin).await.expect("asked"), None);
        drop(conn);
        let mut tx = p.begin().await.expect("begin");
        assert!(downloaded(&mut tx, &owner(), &id).await.is_ok());
        seen(&mut tx, &owner()).await.expect("seen");
        assert_eq!(news(&mut tx, &owner()).await.expect("asked"), None);
        tx.commit().await.expect("commit");
        test.clock.advance(SignedDuration::from_hours(48));
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.reason, files(p).len()), (State::Removed, Reason::Time, 0));
        let mut tx = p.begin().await.expect("begin");
        assert!(matches!(downloaded(&mut tx, &owner(), &id).await, Err(Failure::NotThere)));
    });
}

static MEANWHILE: Mutex<Option<Platform>> = Mutex::new(None);

/// Somebody is erased after packing was begun.
fn with_an_erasure(_: &Path) -> Option<u64> {
    let p = MEANWHILE.lock().expect("a lock").take()?;
    tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(async {
            let mut tx = p.begin().await.expect("begin");
            erased(&mut tx).await.expect("erased");
            tx.commit().await.expect("commit");
        });
    });
    None
}

#[test]
fn nobody_who_is_erased_is_in_a_file_that_can_be_fetched() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let id = asked(p).await;
        *MEANWHILE.lock().expect("a lock") = Some(p.clone());
        workers(with_an_erasure).run_due(p, LANE).await.expect("worked");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.round), (State::Done, 2), "it was begun anew: {it:?}");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        assert_eq!(files(p), [format!("{id}-2-1.zip")]);
        let mut tx = p.begin().await.expect("begin");
        seen(&mut tx, &owner()).await.expect("seen");
        erased(&mut tx).await.expect("erased");
        tx.commit().await.expect("commit");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.reason, files(p).len()), (State::Removed, Reason::Erased, 0));
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(news(&mut tx, &owner()).await.expect("asked"), Some(it), "who asked for it is told");
        seen(&mut tx, &owner()).await.expect("seen");
        assert_eq!(news(&mut tx, &owner()).await.expect("asked"), None);
    });
}

#[test]
fn each_try_has_a_file_of_its_own_and_what_earlier_ones_left_goes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let id = asked(p).await;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE takeout SET tries = 1 WHERE id = $1", vals![id.as_str()]).await.expect("set");
        tx.commit().await.expect("commit");
        // A node that was frozen in its first try writes here once it wakes.
        let folder = p.blobs.folder().join("takeout");
        std::fs::create_dir(&folder).expect("a folder");
        let frozen = folder.join(format!("{id}-1-1.zip.partial"));
        std::fs::write(&frozen, "half").expect("a file");
        workers(FREE).run_due(p, LANE).await.expect("worked");
        assert_eq!(seen_now(p, &id).await.state, State::Done);
        assert_eq!(std::fs::read(&frozen).expect("is there"), b"half", "nobody else wrote into it");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        assert_eq!(files(p), [format!("{id}-1-2.zip")]);
    });
}

#[test]
fn what_cannot_be_packed_says_why_and_another_can_be_begun() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let id = asked(p).await;
        workers(|_| Some(1)).run_due(p, LANE).await.expect("worked");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.reason), (State::Failed, Reason::Room));
        assert!(it.error.ends_with(" 1"), "{}", it.error);

        let id = asked(p).await;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE takeout SET tries = 5 WHERE id = $1", vals![id.as_str()]).await.expect("set");
        tx.commit().await.expect("commit");
        workers(FREE).run_due(p, LANE).await.expect("worked");
        assert_eq!(seen_now(p, &id).await.reason, Reason::Interrupted);

        let id = asked(p).await;
        std::fs::write(p.blobs.folder().join("takeout/in the way"), "x").expect("a file");
        let mut tx = p.begin().await.expect("begin");
        remove(&mut tx, &owner(), &id).await.expect("stopped");
        tx.commit().await.expect("commit");
        workers(FREE).run_due(p, LANE).await.expect("worked");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.reason, files(p).len()), (State::Removed, Reason::Hand, 0));
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(list(&mut conn, &owner(), 10).await.expect("listed").len(), 3);
    });
}

static SHUT_OUT: Mutex<Option<Platform>> = Mutex::new(None);

/// Whoever asked for it is shut out after packing was begun.
fn with_them_shut_out(_: &Path) -> Option<u64> {
    let p = SHUT_OUT.lock().expect("a lock").take()?;
    tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(async {
            let mut tx = p.begin().await.expect("begin");
            stop_for(&mut tx, &Actor::staff("stf_2", Role::Owner), "stf_9").await.expect("somebody else's stays");
            assert_eq!(store::list(&mut tx, Some(State::Running), 9).await.expect("listed").len(), 1);
            stop_for(&mut tx, &Actor::staff("stf_2", Role::Owner), "stf_1").await.expect("stopped");
            tx.commit().await.expect("commit");
        });
    });
    None
}

#[test]
fn what_is_packed_for_somebody_who_is_shut_out_is_stopped_and_told() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let id = asked(p).await;
        *SHUT_OUT.lock().expect("a lock") = Some(p.clone());
        workers(with_them_shut_out).run_due(p, LANE).await.expect("worked");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept");
        let it = seen_now(p, &id).await;
        assert_eq!((it.state, it.reason, files(p).len()), (State::Removed, Reason::Account, 0), "{it:?}");
        let told = "SELECT COUNT(*) AS n FROM event WHERE kind = $1";
        let mut conn = p.db.read().await.expect("read");
        for (kind, count) in [("takeout.stopped", 1), ("takeout.done", 0), ("takeout.removed", 0)] {
            assert_eq!(conn.number(told, vals![kind]).await.expect("counted"), count, "{kind}");
        }
        drop(conn);
        asked(p).await;
    });
}

#[test]
fn what_a_program_that_broke_off_left_goes_at_the_next_start() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let whole = asked(p).await;
        workers(FREE).run_due(p, LANE).await.expect("worked");
        let folder = p.blobs.folder().join("takeout");
        std::fs::write(folder.join(format!("{whole}-1-9.zip.partial")), b"half").expect("left");
        std::fs::write(folder.join(format!("{}-1-1.zip", TakeoutId::next(&p.ids, p.clock.machine()))), b"x")
            .expect("left");
        workers(FREE).run_due(p, erasing::LANE).await.expect("swept once it was whole");
        std::fs::write(folder.join(format!("{whole}-1-9.zip.partial")), b"half").expect("left");
        plan_sweep(p).await.expect("planned");
        plan_sweep(p).await.expect("by another node, too");
        assert_eq!(workers(FREE).run_due(p, erasing::LANE).await.expect("swept"), 1, "once");
        assert_eq!(files(p), [format!("{whole}-1-1.zip")], "what is there stays");
    });
}
