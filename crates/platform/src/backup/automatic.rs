//! Backups that nobody has to think of: one a day by a job, read back before it counts, older ones rotated away; and one
//! before the schema changes. Each try is kept in a table, so that people see them and an alarm can tell when none is good.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::Instant;
use jiff::SignedDuration;

use super::rotation::{self, Wanted};
use super::{Written, write};
use crate::db::{Conn, Row};
use crate::fault::{Context, Fault, Result};
use crate::jobs::{self, Failure, Job, NewJob};
use crate::{Blobs, Db, Platform, Tx, settings, vals};

/// The lane of backups: one at a time.
pub const LANE: &str = "backup";
/// Job: write one. Payload: who asked for it, or nothing when it is the daily one.
pub const JOB: &str = "backup.write";
/// Key of the setting that holds [`Wanted`].
const SETTING: &str = "backups";
/// Between two daily ones.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// How soon after a start the first one is written, so that starting stays quick.
const FIRST: SignedDuration = SignedDuration::from_mins(2);
/// Tries that are remembered.
const REMEMBERED: i64 = 100;
/// Backups from before upgrades that are kept.
const BEFORE_UPGRADES: usize = 3;
const BEFORE_UPGRADE: &str = "before-upgrade-";

/// One try to write a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it was begun, machine time.
    pub at: Instant,
    /// The name of its file, in the folder of backups.
    pub file: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// Rows in it.
    pub rows: i64,
    /// Stored files that were missing or damaged, and so are not in it.
    pub damaged: i64,
    /// Why it failed; empty when it is whole and was read back.
    pub error: String,
}

/// What is wanted, as set or as usual.
///
/// # Errors
/// When the database cannot be used; so for all below.
pub async fn wanted(conn: &mut Conn) -> Result<Wanted> {
    settings::get(conn, SETTING).await
}

/// Sets what is wanted, and when the next one is due.
///
/// # Errors
/// See [`wanted`].
pub async fn set_wanted(tx: &mut Tx, wanted: Wanted) -> Result<()> {
    settings::set(tx, SETTING, &wanted).await?;
    plan(tx).await
}

/// Sees to it that the next daily backup is waiting; for every start, and whenever it is switched on.
///
/// # Errors
/// See [`wanted`].
pub async fn plan(tx: &mut Tx) -> Result<()> {
    if !wanted(tx).await?.daily {
        return Ok(());
    }
    let soon = tx.machine_now() + FIRST;
    let due = last_good(tx).await?.map_or(soon, |last| (last + DAY).max(soon));
    tx.enqueue(job("").key("backup.daily").at_machine_time(due)).await
}

/// Has one written as soon as possible, for `who`.
///
/// # Errors
/// See [`wanted`].
pub async fn ask(tx: &mut Tx, who: &str) -> Result<()> {
    tx.enqueue(job(who).key("backup.asked")).await
}

/// A day of failures is no reason to give up: it is tried again, later and later.
fn job(who: &str) -> NewJob {
    NewJob::new(LANE, JOB).payload(who).attempts_max(i64::MAX)
}

/// When the last one that is whole was begun.
///
/// # Errors
/// See [`wanted`].
pub async fn last_good(conn: &mut Conn) -> Result<Option<Instant>> {
    moment(conn, "SELECT MAX(at) AS at FROM backup_run WHERE error = ''").await
}

/// Since when backups fail to come, when it is time to tell people.
///
/// # Errors
/// See [`wanted`].
pub async fn late(conn: &mut Conn, now: Instant) -> Result<Option<Instant>> {
    let (wanted, good) = (wanted(conn).await?, last_good(conn).await?);
    let tried = moment(conn, "SELECT MIN(at) AS at FROM backup_run").await?;
    Ok(rotation::late(wanted, good, tried, now))
}

async fn moment(conn: &mut Conn, sql: &str) -> Result<Option<Instant>> {
    let rows = conn.all_kept(&["backup_run"], sql, vec![]).await?;
    Ok(rows.first().map(|row| row.opt_at("at")).transpose()?.flatten())
}

/// The last tries, newest first.
///
/// # Errors
/// See [`wanted`].
pub async fn runs(conn: &mut Conn, most: i64) -> Result<Vec<Run>> {
    let sql = "SELECT at, file, bytes, rows, damaged, error FROM backup_run ORDER BY at DESC, id DESC LIMIT $1";
    conn.all(sql, vals![most]).await?.iter().map(run).collect()
}

fn run(row: &Row) -> Result<Run> {
    Ok(Run {
        at: row.at("at")?,
        file: row.text("file")?,
        bytes: row.int("bytes")?,
        rows: row.int("rows")?,
        damaged: row.int("damaged")?,
        error: row.text("error")?,
    })
}

/// Does [`JOB`]: writes a backup into `folder`, reads it back, and takes away what need not be kept.
///
/// # Errors
/// When it could not be written: the try is remembered, and made again later.
pub async fn perform(p: &Platform, job: &Job, folder: &Path) -> Result<(), Failure> {
    let asked = !job.payload.is_empty();
    let wanted = wanted(&mut p.db.read().await?).await?;
    if !asked && !wanted.daily {
        return Ok(());
    }
    let at = p.clock.machine();
    let name = rotation::name(at);
    let written = write_into(&p.db, &p.blobs, at, folder, &name).await;
    let mut tx = p.begin().await?;
    remember(&mut tx, at, &name, &written).await?;
    if let Err(fault) = written {
        tx.commit().await?;
        return Err(fault.into());
    }
    plan(&mut tx).await?;
    jobs::finish(&mut tx, job).await?;
    tx.commit().await?;
    rotate(folder, wanted)?;
    Ok(())
}

async fn remember(tx: &mut Tx, at: Instant, file: &str, written: &Result<Written>) -> Result<()> {
    let id = format!("bak_{}", tx.ids().next(at));
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let (bytes, rows, damaged, error) = match written {
        Ok(done) => {
            let contents = &done.contents;
            (number(done.bytes), number(contents.rows), number(contents.damaged.len() as u64), String::new())
        }
        Err(fault) => (0, 0, 0, fault.chain()),
    };
    let sql = "INSERT INTO backup_run (id, at, file, bytes, rows, damaged, error) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.run(sql, vals![id, at, file, bytes, rows, damaged, error]).await?;
    let old = "DELETE FROM backup_run WHERE id NOT IN (SELECT id FROM backup_run ORDER BY at DESC, id DESC LIMIT $1)";
    tx.run(old, vals![REMEMBERED]).await?;
    Ok(())
}

/// Writes everything into `folder` before the schema changes, and answers where. Older ones of their kind go.
///
/// # Errors
/// When it cannot be written.
pub async fn before_upgrade(db: &Db, blobs: &Blobs, at: Instant, folder: &Path) -> Result<PathBuf> {
    let name = format!("{BEFORE_UPGRADE}{}", rotation::name(at));
    write_into(db, blobs, at, folder, &name).await?;
    let mut old: Vec<String> = names(folder)?.into_iter().filter(|name| name.starts_with(BEFORE_UPGRADE)).collect();
    old.retain(|name| name.strip_prefix(BEFORE_UPGRADE).is_some_and(|rest| rotation::begun(rest).is_some()));
    old.sort();
    for name in old.iter().rev().skip(BEFORE_UPGRADES) {
        fs::remove_file(folder.join(name)).context(format!("cannot remove the old backup {name}"))?;
    }
    Ok(folder.join(name))
}

async fn write_into(db: &Db, blobs: &Blobs, at: Instant, folder: &Path, name: &str) -> Result<Written> {
    if !folder.is_dir() {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.context(format!("cannot make the folder of backups {}", folder.display()))?;
    }
    let written = write(db, blobs, at, &folder.join(name), true, Arc::new(|_, _| {})).await?;
    if written.verified { Ok(written) } else { Err(Fault::new("the backup was not read back")) }
}

fn rotate(folder: &Path, wanted: Wanted) -> Result<()> {
    let all: Vec<Instant> = names(folder)?.iter().filter_map(|name| rotation::begun(name)).collect();
    for at in rotation::surplus(&all, wanted) {
        let name = rotation::name(at);
        fs::remove_file(folder.join(&name)).context(format!("cannot remove the old backup {name}"))?;
    }
    Ok(())
}

/// The names of the files in a folder.
///
/// # Errors
/// When it cannot be read.
pub fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).context(format!("cannot read {}", folder.display()))? {
        names.extend(entry?.file_name().into_string().ok());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::testing::on_both_engines;

    async fn do_next(p: &Platform, folder: &Path) -> Result<(), Failure> {
        let row = p.db.read().await?.one("SELECT id, payload FROM job WHERE lane = 'backup'", vec![]).await?;
        let row = row.context("a job waits")?;
        let job = Job::for_tests(&row.text("id")?, JOB, &row.text("payload")?, "me");
        let mut tx = p.begin().await?;
        tx.run("UPDATE job SET status = 1, owner = 'me', key = NULL WHERE id = $1", vals![job.id.as_str()]).await?;
        tx.commit().await?;
        perform(p, &job, folder).await
    }

    async fn due(p: &Platform) -> Option<Instant> {
        let sql = "SELECT MAX(due) AS at FROM job WHERE lane = 'backup' AND status = 0";
        moment(&mut p.db.read().await.expect("read"), sql).await.expect("asked")
    }

    #[test]
    fn one_is_written_a_day_read_back_and_the_next_is_planned() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let (p, folder) = (test.platform, test.folder.join("backups"));
            let mut tx = p.begin().await.expect("begin");
            plan(&mut tx).await.expect("planned");
            plan(&mut tx).await.expect("planned once");
            tx.commit().await.expect("commit");
            let start = p.clock.machine();
            assert_eq!(due(&p).await, Some(start + FIRST));
            for day in 0..20 {
                assert!(do_next(&p, &folder).await.is_ok(), "day {day}");
                assert_eq!(due(&p).await, Some(p.clock.machine() + DAY));
                test.clock.advance(DAY);
            }
            let kept = names(&folder).expect("a folder");
            assert_eq!(kept.len(), 7 + 2, "{kept:?}");
            let newest = folder.join(rotation::name(p.clock.machine() - DAY));
            assert_eq!(fs::metadata(&newest).expect("the newest").permissions().mode() & 0o777, 0o600);
            assert_eq!(fs::metadata(&folder).expect("a folder").permissions().mode() & 0o777, 0o700);
            super::super::verify(&newest, Arc::new(|_, _| {})).await.expect("it is whole");
            let mut conn = p.db.read().await.expect("read");
            let all = runs(&mut conn, 50).await.expect("runs");
            assert_eq!((all.len(), all[0].at, all[0].error.as_str()), (20, p.clock.machine() - DAY, ""));
            assert!(all[0].bytes > 0 && all[0].rows > 0 && newest.ends_with(&all[0].file));
            assert_eq!(late(&mut conn, p.clock.machine() + DAY).await.expect("asked"), None);
            let since = Some(all[0].at);
            assert_eq!(late(&mut conn, p.clock.machine() + DAY + DAY).await.expect("asked"), since);
        });
    }

    #[test]
    fn what_fails_is_remembered_with_its_reason_and_tried_again() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let (p, folder) = (test.platform, test.folder.join("backups"));
            fs::write(&folder, "in the way").expect("a file");
            let mut tx = p.begin().await.expect("begin");
            ask(&mut tx, "stf_1").await.expect("asked");
            tx.commit().await.expect("commit");
            assert!(matches!(do_next(&p, &folder).await, Err(Failure::Again(_))));
            let mut conn = p.db.read().await.expect("read");
            let all = runs(&mut conn, 50).await.expect("runs");
            assert!(all.len() == 1 && all[0].error.contains("cannot make the folder of backups"), "{all:?}");
            assert_eq!(last_good(&mut conn).await.expect("asked"), None);
            test.clock.advance(DAY + DAY + FIRST);
            assert_eq!(late(&mut conn, p.clock.machine()).await.expect("asked"), Some(all[0].at));
        });
    }

    #[test]
    fn switched_off_nothing_is_written_unless_somebody_asks() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let (p, folder) = (test.platform, test.folder.join("backups"));
            let mut tx = p.begin().await.expect("begin");
            plan(&mut tx).await.expect("planned");
            set_wanted(&mut tx, Wanted { daily: false, days: 2, weeks: 0 }).await.expect("set");
            tx.commit().await.expect("commit");
            assert!(do_next(&p, &folder).await.is_ok());
            assert!(!folder.exists());
            let mut tx = p.begin().await.expect("begin");
            tx.run("DELETE FROM job", vec![]).await.expect("gone");
            ask(&mut tx, "stf_1").await.expect("asked");
            tx.commit().await.expect("commit");
            assert!(do_next(&p, &folder).await.is_ok());
            assert_eq!(names(&folder).expect("a folder").len(), 1);
            assert_eq!(due(&p).await, None, "and no other is planned");
        });
    }

    #[test]
    fn before_upgrades_the_last_three_are_kept_and_others_files_stay() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let (p, folder) = (test.platform, test.folder.join("backups"));
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(folder.join("before-upgrade-mine.backup"), "mine").expect("a file");
            let mut last = PathBuf::new();
            for _ in 0..5 {
                test.clock.advance(DAY);
                last = before_upgrade(&p.db, &p.blobs, p.clock.machine(), &folder).await.expect("written");
            }
            let names = names(&folder).expect("a folder");
            assert!(names.len() == 4 && last.is_file(), "{names:?}");
            assert!(names.contains(&"before-upgrade-mine.backup".to_owned()));
        });
    }
}
