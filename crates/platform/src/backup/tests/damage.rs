//! Bent, cut, foreign and newer backups, places that are not empty, files that are gone.

use super::*;

/// A backup from SQLite, with its bytes.
fn with_backup<F: AsyncFn(TestPlatform, std::path::PathBuf, Vec<u8>)>(body: F) {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        if test.platform.db.engine() == Engine::Postgres {
            return; // The file is the same.
        }
        fill(&test.platform, INLINE_MAX + 1).await;
        let file = test.folder.join("a.backup");
        back_up(&test.platform, &file).await;
        let bytes = std::fs::read(&file).expect("reads");
        body(test, file, bytes).await;
    });
}

#[test]
fn two_hundred_flipped_bytes_are_found_and_so_is_a_missing_end() {
    with_backup(async |test, _, bytes| {
        let bent = test.folder.join("bent.backup");
        let mut random = fastrand::Rng::with_seed(2_026);
        for round in 0..200 {
            let mut copy = bytes.clone();
            let at = random.usize(..copy.len());
            copy[at] ^= random.u8(1..);
            std::fs::write(&bent, &copy).expect("writes");
            assert!(verify(&bent, quiet()).await.is_err(), "round {round}: byte {at}");
        }
        for _ in 0..50 {
            std::fs::write(&bent, &bytes[..random.usize(..bytes.len())]).expect("writes");
            assert!(verify(&bent, quiet()).await.is_err());
        }
        std::fs::write(&bent, [bytes.as_slice(), b"\n"].concat()).expect("writes");
        assert!(verify(&bent, quiet()).await.is_err());
    });
}

#[test]
fn what_changed_between_verifying_and_restoring_is_found_and_nothing_stays() {
    with_backup(async |test, file, mut bytes| {
        let backup = verify(&file, quiet()).await.expect("is whole");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        std::fs::write(&file, &bytes).expect("writes");
        let target = Target::sqlite().await;
        assert!(restore(&backup, &target.db, &target.blobs, &migrations(), quiet()).await.is_err());
        assert_eq!(target.number("SELECT COUNT(*) AS n FROM sqlite_master").await, 0);
        bytes[last] ^= 1;
        std::fs::write(&file, &bytes).expect("writes");
        target.restore(&file).await.expect("the same folder takes it when it is whole again");
        assert_eq!(digests(&target.db).await, digests(&test.platform.db).await);
    });
}

#[test]
fn other_files_are_no_backups() {
    with_backup(async |test, _, _| {
        for (name, bytes) in [("empty", &b""[..]), ("short", b"tillit"), ("other", b"SQLite format 3\0and more of it")]
        {
            let file = test.folder.join(name);
            std::fs::write(&file, bytes).expect("writes");
            let fault = verify(&file, quiet()).await.expect_err("no backup").chain();
            assert!(fault.contains("no backup made by Tillit"), "{fault}");
            let p = &test.platform;
            let fault =
                write(&p.db, &p.blobs, p.clock.machine(), &file, true, quiet()).await.expect_err("kept").chain();
            assert!(fault.contains("is no backup"), "{fault}");
            assert_eq!(std::fs::read(&file).expect("reads"), bytes);
        }
        assert!(verify(&test.folder.join("nothing"), quiet()).await.is_err());
    });
}

#[test]
fn a_newer_backup_is_refused_and_nothing_is_written() {
    with_backup(async |_, file, _| {
        let backup = verify(&file, quiet()).await.expect("is whole");
        let target = Target::sqlite().await;
        let older = restore(&backup, &target.db, &target.blobs, crate::schema::MIGRATIONS, quiet()).await;
        let fault = older.expect_err("an older Tillit").chain();
        assert!(fault.contains("newer Tillit") && fault.contains("test-001"), "{fault}");
        assert_eq!(target.number("SELECT COUNT(*) AS n FROM sqlite_master").await, 0);
    });
}

#[test]
fn a_place_that_is_not_empty_is_refused_and_left_alone() {
    with_backup(async |test, file, _| {
        for target in Target::each().await {
            migrate(&target.db, MORE).await.expect("migrates");
            let before = digests(&target.db).await;
            let fault = target.restore(&file).await.expect_err("not empty").chain();
            assert!(fault.contains("not empty") && fault.contains("--data"), "{fault}");
            assert_eq!(digests(&target.db).await, before);
            target.gone().await;
        }
        let target = Target::sqlite().await;
        let foreign = target.blobs.file(&"ab".repeat(32));
        std::fs::create_dir_all(foreign.parent().expect("folder")).expect("folder");
        std::fs::write(&foreign, b"somebody else's").expect("writes");
        let fault = target.restore(&file).await.expect_err("not empty").chain();
        assert!(fault.contains("is not part of this backup"), "{fault}");
        assert_eq!(test.platform.blobs.folder().read_dir().expect("reads").count(), 1);
    });
}

#[test]
fn a_damaged_file_is_named_and_everything_else_is_kept() {
    on_both_engines(&migrations(), async |test: TestPlatform| {
        let p = &test.platform;
        fill(p, INLINE_MAX + 1).await;
        let lost = p.blobs.prepare(vec![1; INLINE_MAX + 1]).await.expect("prepare");
        let bent = p.blobs.prepare(vec![2; INLINE_MAX + 1]).await.expect("prepare");
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &lost).await.expect("keep");
        p.blobs.keep(&mut tx, &bent).await.expect("keep");
        tx.commit().await.expect("commit");
        std::fs::remove_file(p.blobs.file(&lost.digest)).expect("removes");
        std::fs::write(p.blobs.file(&bent.digest), vec![3; INLINE_MAX + 1]).expect("writes");
        let file = test.folder.join("a.backup");
        let written = back_up(p, &file).await;
        let mut damaged = written.contents.damaged.clone();
        damaged.sort();
        let mut expected = vec![lost.digest.clone(), bent.digest.clone()];
        expected.sort();
        assert_eq!((damaged, written.contents.files), (expected, 1));
        let target = Target::sqlite().await;
        let restored = target.restore(&file).await.expect("restores");
        assert_eq!((restored.files, restored.damaged.len()), (1, 2));
        assert!(!target.blobs.file(&bent.digest).exists());
        assert_eq!(digests(&target.db).await, digests(&p.db).await);
    });
}

#[test]
fn an_older_backup_of_that_name_stays_until_the_new_one_is_whole() {
    with_backup(async |test, file, bytes| {
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        tx.run("CREATE TABLE odd (id TEXT PRIMARY KEY, what REAL)", vec![]).await.expect("a table we cannot keep");
        tx.commit().await.expect("commit");
        let fault = write(&p.db, &p.blobs, p.clock.machine(), &file, true, quiet()).await.expect_err("fails").chain();
        assert!(fault.contains("odd"), "{fault}");
        assert_eq!(std::fs::read(&file).expect("reads"), bytes);
        assert!(!test.folder.join("a.backup.partial").exists());
        let other = std::fs::File::create(test.folder.join("a.backup.partial")).expect("creates");
        other.try_lock().expect("locks");
        let fault = write(&p.db, &p.blobs, p.clock.machine(), &file, true, quiet()).await.expect_err("busy").chain();
        assert!(fault.contains("another backup"), "{fault}");
    });
}
