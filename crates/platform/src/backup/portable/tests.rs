//! Out and in again, between the engines.

use std::path::Path;

use super::super::tests::{LARGE, Target, digests, fill, migrations, quiet};
use super::*;
use crate::db::migrate;
use crate::testing::{TestPlatform, on_both_engines};
use crate::vals;

const LEFT: LeftOut = LeftOut { tables: &["area"], columns: &[("zone", "n")], rows: &[] };

async fn secret(p: &crate::Platform) -> String {
    let sealed = p.secrets.seal("test", b"a password").expect("sealed");
    let mut tx = p.begin().await.expect("begin");
    let value = serde_json::json!({ "host": "mail.example", "sealed": sealed, "list": [{ "deep": sealed }] });
    crate::settings::set(&mut tx, "with_secret", &value).await.expect("set");
    tx.run("INSERT INTO counted (name) VALUES ($1)", crate::vals![sealed.as_str()]).await.expect("kept");
    tx.commit().await.expect("commit");
    sealed
}

#[test]
fn what_went_out_comes_in_equal_on_either_engine_and_goes_out_equal_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let sealed = secret(p).await;
        let folder = test.folder.join("out");
        let out = write(&p.db, &p.blobs, p.clock.machine(), &folder, LEFT, quiet()).await.expect("written");
        assert_eq!((out.files, out.damaged.len()), (2, 0));
        assert!(!out.tables.contains_key("session") && !out.tables.contains_key("area"));
        for path in std::fs::read_dir(folder.join("tables")).expect("a folder") {
            let text = std::fs::read_to_string(path.expect("a file").path()).expect("text");
            assert!(!text.contains(&sealed) && text.lines().all(|line| line.starts_with('{')));
        }
        let again = write(&p.db, &p.blobs, p.clock.machine(), &folder, LEFT, quiet()).await;
        assert!(again.is_err_and(|fault| fault.to_string().contains("exists already")));
        for target in Target::each().await {
            let (_, done) = load(&folder, &target.db, &target.blobs, &migrations(), quiet())
                .await
                .unwrap_or_else(|fault| panic!("{}", fault.chain()));
            assert_eq!(done.files, 2);
            assert!(migrate(&target.db, &migrations()).await.expect("opens").is_empty());
            let mut conn = target.db.read().await.expect("read");
            let large = crate::blobs::digest(&vec![42; LARGE]);
            assert_eq!(target.blobs.read(&mut conn, &large).await.expect("reads").len(), LARGE);
            drop(conn);
            let back = test.folder.join(format!("back-{}", fastrand::u64(..)));
            let twice =
                write(&target.db, &target.blobs, p.clock.machine(), &back, LEFT, quiet()).await.expect("written");
            assert_eq!(twice.tables, out.tables, "file by file, byte by byte");
            let (here, there) = (digests(&p.db).await, digests(&target.db).await);
            let differ: Vec<_> = here.keys().filter(|name| here[*name] != there[*name]).collect();
            assert_eq!(differ, ["area", "counted", "setting", "zone"], "only where the secrets were");
            let full = load(&folder, &target.db, &target.blobs, &migrations(), quiet()).await;
            assert!(full.is_err_and(|fault| fault.to_string().contains("not empty")));
            target.gone().await;
        }
    });
}

#[test]
fn what_is_not_as_it_was_written_changes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let folder = test.folder.join("out");
        write(&p.db, &p.blobs, p.clock.machine(), &folder, LEFT, quiet()).await.expect("written");
        let large = crate::blobs::digest(&vec![42; LARGE]);
        let bent = [
            folder.join("tables/event.jsonl"),
            folder.join("files").join(&large[..2]).join(&large),
            folder.join("manifest.json"),
        ];
        for path in bent {
            let before = std::fs::read(&path).expect("read");
            let mut bytes = before.clone();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            std::fs::write(&path, &bytes).expect("bent");
            let target = Target::sqlite().await;
            let done = load(&folder, &target.db, &target.blobs, &migrations(), quiet()).await;
            assert!(done.is_err(), "{}", path.display());
            assert!(digests(&target.db).await.is_empty(), "the database is empty still");
            std::fs::write(&path, &before).expect("mended");
        }
        let mut newer: Manifest =
            serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).expect("read")).expect("a manifest");
        newer.steps.push("platform-999".into());
        assert!(newer.fits(&migrations()).is_err());
        newer.format = "x".into();
        assert!(newer.fits(&migrations()).is_err());
    });
}

#[test]
fn small_stored_bytes_stand_in_lines_and_large_ones_alone_are_files() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let mut tx = p.begin().await.expect("begin");
        for n in 0..100 {
            let mail = p.blobs.prepare(format!("mail number {n}").into_bytes()).await.expect("prepared");
            p.blobs.keep(&mut tx, &mail).await.expect("kept");
        }
        tx.commit().await.expect("commit");
        let packed = test.folder.join("out.zip");
        let out = pack(&p.db, &p.blobs, p.clock.machine(), &packed, LEFT, quiet()).await.expect("packed");
        assert_eq!((out.files, out.damaged.len()), (102, 0));
        let archive = zip::ZipArchive::new(std::fs::File::open(&packed).expect("a file")).expect("an archive");
        // What stands at the end of it is in memory while it is packed.
        assert_eq!(archive.len(), out.tables.len() + 2, "the tables, the manifest and one large file");
        let folder = test.folder.join("unpacked");
        std::fs::create_dir(&folder).expect("a folder");
        unpack(&packed, &folder).expect("unpacked");
        for target in Target::each().await {
            let (_, done) = load(&folder, &target.db, &target.blobs, &migrations(), quiet())
                .await
                .unwrap_or_else(|fault| panic!("{}", fault.chain()));
            assert_eq!(done.files, 102);
            let back = test.folder.join(format!("back-{}", fastrand::u64(..)));
            let twice =
                write(&target.db, &target.blobs, p.clock.machine(), &back, LEFT, quiet()).await.expect("written");
            assert_eq!((twice.tables, twice.files), (out.tables.clone(), out.files), "out, in and out again");
            target.gone().await;
        }
    });
}

/// Makes of an export what the first edition was: every stored file lies by itself.
fn as_the_first_edition(folder: &Path) {
    let path = folder.join(path_of_table(BLOB));
    let mut lines = String::new();
    for line in std::fs::read_to_string(&path).expect("text").lines() {
        let mut row: serde_json::Value = serde_json::from_str(line).expect("a row");
        if let Some(text) = row["data"]["base64"].as_str() {
            let bytes = data_encoding::BASE64.decode(text.as_bytes()).expect("bytes");
            let file = folder.join(path_of_file(row["digest"].as_str().expect("a digest")));
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            std::fs::write(file, bytes).expect("written");
            row["data"] = serde_json::Value::Null;
        }
        lines.push_str(&format!("{row}\n"));
    }
    std::fs::write(&path, &lines).expect("written");
    let path = folder.join(MANIFEST);
    let mut manifest: Manifest = serde_json::from_slice(&std::fs::read(&path).expect("read")).expect("a manifest");
    manifest.edition = 1;
    manifest.tables.get_mut(BLOB).expect("a table").sha256 = crate::blobs::digest(lines.as_bytes());
    std::fs::write(&path, serde_json::to_vec(&manifest).expect("JSON")).expect("written");
}

#[test]
fn an_export_of_the_first_edition_is_understood_and_damage_in_a_line_is_told() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        fill(p, LARGE).await;
        let folder = test.folder.join("out");
        let out = write(&p.db, &p.blobs, p.clock.machine(), &folder, LEFT, quiet()).await.expect("written");
        as_the_first_edition(&folder);
        let target = Target::sqlite().await;
        let (_, done) = load(&folder, &target.db, &target.blobs, &migrations(), quiet())
            .await
            .unwrap_or_else(|fault| panic!("{}", fault.chain()));
        assert_eq!(done.files, out.files);
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE blob SET data = $1 WHERE size < 100", vals![b"bent".to_vec()]).await.expect("bent");
        tx.commit().await.expect("commit");
        let bent = test.folder.join("bent");
        let out = write(&p.db, &p.blobs, p.clock.machine(), &bent, LEFT, quiet()).await.expect("written");
        assert_eq!((out.files, &out.damaged), (1, &vec![crate::blobs::digest(b"a small mail")]));
        let target = Target::sqlite().await;
        let (_, done) = load(&bent, &target.db, &target.blobs, &migrations(), quiet())
            .await
            .unwrap_or_else(|fault| panic!("{}", fault.chain()));
        assert_eq!((done.files, done.damaged), (1, out.damaged), "the rest comes in");
    });
}

#[test]
fn what_goes_by_its_time_meanwhile_is_told_apart_from_damage_and_the_rest_comes_in() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = test.platform.clone();
        fill(&p, LARGE).await;
        let large = crate::blobs::digest(&vec![42; LARGE]);
        let (of, name) = (p.clone(), large.clone());
        let goes: super::super::Progress = std::sync::Arc::new(move |done, _| {
            if done == 0 {
                let going = async {
                    let mut tx = of.begin().await.expect("begin");
                    tx.run("DELETE FROM blob WHERE digest = $1", vals![name.as_str()]).await.expect("gone");
                    tx.commit().await.expect("commit");
                };
                tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(going));
                let _ = std::fs::remove_file(of.blobs.file(&name));
            }
        });
        let folder = test.folder.join("out");
        let out = write(&p.db, &p.blobs, p.clock.machine(), &folder, LEFT, goes).await.expect("written");
        assert_eq!((&out.damaged, &out.gone), (&vec![large.clone()], &vec![large]));
        assert_eq!(out.lost(), Vec::<String>::new());
        let target = Target::sqlite().await;
        let (_, done) = load(&folder, &target.db, &target.blobs, &migrations(), quiet())
            .await
            .unwrap_or_else(|fault| panic!("{}", fault.chain()));
        assert_eq!(done.files, out.files);
    });
}
