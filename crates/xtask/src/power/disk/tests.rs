//! What a power cut leaves, call by call.

use super::*;
use crate::power::trace;

const WRITTEN: &str = "7 mkdir(\"/r/d\", 0700) = 0\n\
    7 openat(AT_FDCWD, \"/r/d/db\", O_RDWR|O_CREAT, 0644) = 5\n\
    7 openat(AT_FDCWD, \"/r/d\", O_RDONLY) = 6\n\
    7 openat(AT_FDCWD, \"/r\", O_RDONLY) = 8\n\
    7 pwrite64(5, \"mark-m1-end\", 11, 4) = 11\n";

/// The paths and bytes of a record in plain letters.
fn packed(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('"').enumerate() {
        match index % 2 {
            0 => out.push_str(part),
            _ => out.push_str(&format!("\"{}\"", part.bytes().map(|b| format!("\\x{b:02x}")).collect::<String>())),
        }
    }
    out
}

fn after(lines: &str) -> Disk {
    let mut disk = Disk::new(Path::new("/r"));
    for (number, event) in trace::read(&packed(lines), 0).iter().enumerate() {
        disk.begin(number, event);
        if event.end != usize::MAX {
            disk.end(number, event);
        }
    }
    disk
}

fn left(disk: &Disk, rest: Rest) -> Option<Vec<u8>> {
    let home = tempfile::tempdir().expect("a folder");
    disk.leave(home.path(), rest, &mut fastrand::Rng::with_seed(7)).expect("written");
    fs::read(home.path().join("d/db")).ok()
}

#[test]
fn only_what_was_synced_with_all_its_names_is_safe() {
    let with = |more: &str| after(&format!("{WRITTEN}{more}"));
    let (file, folder, top) = ("7 fdatasync(5) = 0\n", "7 fsync(6) = 0\n", "7 fsync(8) = 0\n");
    let whole = with(&format!("{file}{folder}{top}"));
    assert!(whole.is_safe("mark-m1-end"));
    assert_eq!(left(&whole, Rest::Gone), Some(b"\0\0\0\0mark-m1-end".to_vec()));
    for missing in [format!("{folder}{top}"), format!("{file}{top}"), format!("{file}{folder}")] {
        assert!(!with(&missing).is_safe("mark-m1-end"), "{missing}");
    }
    assert!(with("").was_written("mark-m1-end") && !with("").was_written("mark-m2-end"));
    assert_eq!(left(&with(&format!("{folder}{top}")), Rest::Gone), Some(Vec::new()));
    assert_eq!(left(&with(file), Rest::Gone), None);
    assert_eq!(left(&with(""), Rest::Kept), Some(b"\0\0\0\0mark-m1-end".to_vec()));
}

#[test]
fn a_sync_that_failed_or_had_begun_before_keeps_nothing() {
    let failed = after(&format!("{WRITTEN}7 fsync(6) = 0\n7 fsync(8) = 0\n7 fdatasync(5) = -1 EIO (Input)\n"));
    assert!(!failed.is_safe("mark-m1-end"));
    let beside = "7 fsync(6) = 0\n7 fsync(8) = 0\n9 fdatasync(5 <unfinished ...>\n\
        7 pwrite64(5, \"mark-m2-end\", 11, 40) = 11\n9 <... fdatasync resumed>) = 0\n";
    let disk = after(&format!("{WRITTEN}{beside}"));
    assert!(disk.is_safe("mark-m1-end") && !disk.is_safe("mark-m2-end"));
}

#[test]
fn a_rename_is_there_or_not_and_never_half() {
    let both = "7 fdatasync(5) = 0\n7 fsync(6) = 0\n7 fsync(8) = 0\n7 rename(\"/r/d/db\", \"/r/d/new\") = 0\n";
    let disk = after(&format!("{WRITTEN}{both}"));
    assert!(left(&disk, Rest::Gone).is_some());
    assert_eq!(left(&disk, Rest::Kept), None);
    assert!(disk.is_safe("mark-m1-end"));
}

#[test]
fn writes_tear_at_borders_of_the_file() {
    let long = format!("7 pwrite64(5, \"{}\", 1024, 100) = 1024\n", "x".repeat(1024));
    let names = "7 fsync(6) = 0\n7 fsync(8) = 0\n";
    let disk = after(&format!("{WRITTEN}7 fdatasync(5) = 0\n{names}{long}"));
    let home = tempfile::tempdir().expect("a folder");
    let mut seen = BTreeSet::new();
    for seed in 0..40 {
        let place = home.path().join(seed.to_string());
        fs::create_dir(&place).expect("made");
        disk.leave(&place, Rest::Torn(512), &mut fastrand::Rng::with_seed(seed)).expect("written");
        let bytes = fs::read(place.join("d/db")).expect("there");
        let is_there = |at: usize| bytes.get(at) == Some(&b'x');
        for (one, other) in [(100, 511), (512, 1023), (1024, 1123)] {
            assert_eq!(is_there(one), is_there(other), "one piece is whole or not there");
        }
        seen.insert((is_there(100), is_there(512), is_there(1024)));
    }
    assert_eq!(seen.len(), 8, "each piece goes its own way");
}

#[test]
fn a_file_that_was_cut_short_is_short_once_it_is_synced() {
    let cut = "7 fsync(6) = 0\n7 fsync(8) = 0\n7 fdatasync(5) = 0\n7 ftruncate(5, 2) = 0\n";
    let disk = after(&format!("{WRITTEN}{cut}"));
    assert_eq!(left(&disk, Rest::Gone).map(|bytes| bytes.len()), Some(15));
    assert_eq!(left(&disk, Rest::Kept).map(|bytes| bytes.len()), Some(2));
}
