//! Archives of every kind, read whole, in order, and once.

use std::fs;

use platform::testing::on_both_engines;
use platform::{Platform, vals};

use super::*;
use crate::tests::migrations;

fn mail(n: u32) -> String {
    format!("From: a{n}@x.example\r\nSubject: {n}\r\n\r\nText {n}\r\n")
}

fn texts(path: &Path, most: usize) -> Vec<String> {
    let mails = open(path).expect("an archive");
    let (to, mut from) = mpsc::channel(100);
    read_all(mails, most, &to).expect("readable");
    drop(to);
    let mut texts = Vec::new();
    while let Ok(handful) = from.try_recv() {
        let text = |found: Found| match found.mail {
            Ok(bytes) => String::from_utf8(bytes).expect("text"),
            Err(size) => format!("too large: {size}"),
        };
        texts.extend(handful.into_iter().map(text));
    }
    texts
}

#[test]
fn an_mbox_is_split_where_mails_begin() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("archive");
    let text = "From a@x Mon Jan  1 00:00:00 2026\nSubject: 1\n\nHei\nFrom here on, no new mail.\n>From here neither.\n\
        >>From twice.\n\nFrom b@x Tue\nSubject: 2\n\n";
    fs::write(&path, format!("{text}{}\n\nFrom c@x Wed\nSubject: 3\n\nend", "x".repeat(300_000))).expect("written");
    assert_eq!(open(&path).expect("an archive").total(), 3);
    let found = texts(&path, 1_000);
    assert_eq!(found[0], "Subject: 1\n\nHei\nFrom here on, no new mail.\nFrom here neither.\n>From twice.\n\n");
    assert_eq!(found[1], "too large: 300014");
    assert_eq!(found[2], "Subject: 3\n\nend");
}

#[test]
fn a_maildir_and_a_folder_of_files_are_read_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    for place in ["cur", "new", "tmp", ".Sent/cur", ".Sent/new", "more"] {
        fs::create_dir_all(folder.path().join(place)).expect("made");
    }
    for (place, n) in
        [("cur/1:2,S", 1), ("new/2", 2), ("tmp/3", 3), (".Sent/cur/4", 4), ("more/5.EML", 5), ("6.txt", 6)]
    {
        fs::write(folder.path().join(place), mail(n)).expect("written");
    }
    fs::write(folder.path().join("more/empty.eml"), "\n").expect("written");
    assert_eq!(texts(folder.path(), 1_000), [mail(4), mail(1), mail(5), mail(2)]);
    assert_eq!(texts(&folder.path().join("6.txt"), 1_000), [mail(6)], "one file by its own name");
}

#[test]
fn what_holds_no_mail_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = open(folder.path()).expect_err("empty").to_string();
    assert!(said.contains("no mail"), "{said}");
    let said = open(&folder.path().join("gone")).expect_err("gone").to_string();
    assert!(said.contains("gone"), "{said}");
}

async fn rows(p: &Platform) -> i64 {
    let mut conn = p.db.read().await.expect("read");
    conn.one("SELECT COUNT(*) AS n FROM inbound", vals![]).await.expect("count").expect("a row").int("n").expect("n")
}

#[test]
fn an_import_run_again_goes_on_where_it_was_and_takes_nothing_twice() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let folder = tempfile::tempdir().expect("a folder");
        for n in 0..120 {
            fs::write(folder.path().join(format!("{n:03}.eml")), mail(n)).expect("written");
        }
        let journal = Journal::start(p.clone());
        // The first run was broken off after some.
        for n in 0..30 {
            let found = Found { mail: Ok(mail(n).into_bytes()), origin: "x".into() };
            take_in(&journal, vec![found], &mut Report::default()).await.expect("taken");
        }
        fs::write(folder.path().join("large.eml"), "x".repeat(5_000)).expect("written");
        let mut steps = Vec::new();
        let report = run(&journal, open(folder.path()).expect("an archive"), 1_000, |done| steps.push(done)).await;
        assert_eq!(report.expect("an import"), Report { new: 90, known: 30, too_large: 1 });
        assert_eq!(steps.last(), Some(&121));
        assert_eq!(rows(p).await, 120);
        let again = run(&journal, open(folder.path()).expect("an archive"), 1_000, |_| {}).await;
        assert_eq!(again.expect("an import"), Report { new: 0, known: 120, too_large: 1 });
        assert_eq!(rows(p).await, 120);
        let sql = "SELECT j.payload FROM job j WHERE j.kind = $1 ORDER BY j.id";
        let mut conn = p.db.read().await.expect("read");
        let jobs = conn.all(sql, vals![crate::journal::PROCESS_JOB]).await.expect("jobs");
        let mut ids: Vec<String> = jobs.iter().map(|row| row.text("payload").expect("payload")).collect();
        let in_order = ids.clone();
        ids.sort();
        assert_eq!(ids, in_order, "mails wait in the order of the archive");
    });
}
