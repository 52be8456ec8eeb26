//! Jobs whose owners die, freeze or fail.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::watch;

use super::store::{Now, claim, renew};
use super::*;
use crate::Platform;
use crate::testing::{TestPlatform, on_both_engines};

fn now(p: &Platform) -> Now {
    Now { machine: p.clock.machine(), business: p.clock.business() }
}

async fn add(p: &Platform, job: NewJob) {
    let mut tx = p.begin().await.expect("begin");
    tx.enqueue(job).await.expect("enqueue");
    tx.commit().await.expect("commit");
}

async fn take(p: &Platform, owner: &str, most: i64) -> Vec<Job> {
    let mut tx = p.begin().await.expect("begin");
    let jobs = claim(&mut tx, owner, "lane", now(p), most).await.expect("claim");
    tx.commit().await.expect("commit");
    jobs
}

async fn count(p: &Platform) -> i64 {
    p.db.read().await.expect("read").number("SELECT COUNT(*) AS n FROM job", vec![]).await.expect("count")
}

#[test]
fn a_rolled_back_change_leaves_no_job() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        tx.enqueue(NewJob::new("lane", "k")).await.expect("enqueue");
        drop(tx);
        assert_eq!(count(&p).await, 0);
    });
}

#[test]
fn a_batch_of_jobs_is_done_in_its_order() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        tx.enqueue_all(Vec::new()).await.expect("nothing");
        let batch = ["a", "b", "c"].map(|text| NewJob::new("lane", "k").payload(text));
        tx.enqueue_all(batch.to_vec()).await.expect("enqueue");
        tx.commit().await.expect("commit");
        let taken = take(&p, "one", 5).await;
        assert_eq!(taken.iter().map(|job| job.payload.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert!(taken.iter().all(|job| job.attempt == 1 && job.attempts_max > 1));
    });
}

#[test]
fn a_frozen_owner_loses_the_job_and_cannot_finish_it() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        add(&p, NewJob::new("lane", "k").payload("x")).await;
        let frozen = take(&p, "one", 5).await;
        assert_eq!((frozen.len(), frozen[0].attempt, frozen[0].payload.as_str()), (1, 1, "x"));
        assert!(take(&p, "two", 5).await.is_empty(), "a lease keeps others away");

        test.clock.advance_machine(SignedDuration::from_secs(LEASE_SECONDS - 1));
        let mut tx = p.begin().await.expect("begin");
        assert!(renew(&mut tx, &frozen[0], p.clock.machine()).await.expect("renew"));
        tx.commit().await.expect("commit");
        test.clock.advance_machine(SignedDuration::from_secs(LEASE_SECONDS - 1));
        assert!(take(&p, "two", 5).await.is_empty(), "a renewed lease keeps others away");

        test.clock.advance_machine(SignedDuration::from_secs(2));
        let taken = take(&p, "two", 5).await;
        assert_eq!((taken.len(), taken[0].attempt), (1, 2));
        let mut late = p.begin().await.expect("begin");
        assert!(finish(&mut late, &frozen[0]).await.is_err(), "the effect must not happen twice");
        assert!(!renew(&mut late, &frozen[0], p.clock.machine()).await.expect("renew"));
        drop(late);
        let mut tx = p.begin().await.expect("begin");
        finish(&mut tx, &taken[0]).await.expect("finish");
        tx.commit().await.expect("commit");
        assert_eq!(count(&p).await, 0);
    });
}

#[test]
fn jobs_wait_for_the_reading_of_the_clock_they_were_given() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        let hour = SignedDuration::from_hours(1);
        let due = p.clock.business().saturating_add(hour).expect("in range");
        add(&p, NewJob::new("lane", "b").at_business_time(due)).await;
        add(&p, NewJob::new("lane", "m").at_machine_time(due)).await;
        assert!(take(&p, "one", 5).await.is_empty());
        test.clock.advance_business(hour);
        let jobs = take(&p, "one", 5).await;
        assert_eq!(jobs.iter().map(|j| j.kind.as_str()).collect::<Vec<_>>(), ["b"]);
        test.clock.advance_machine(hour);
        assert!(take(&p, "two", 5).await.iter().any(|j| j.kind == "m"));
    });
}

#[test]
fn a_key_waits_once_and_may_wait_again_while_it_runs() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        add(&p, NewJob::new("lane", "k").key("a").payload("old")).await;
        add(&p, NewJob::new("lane", "k").key("a").payload("new")).await;
        let running = take(&p, "one", 5).await;
        assert_eq!(running.iter().map(|j| j.payload.as_str()).collect::<Vec<_>>(), ["new"]);
        add(&p, NewJob::new("lane", "k").key("a")).await;
        assert_eq!(count(&p).await, 2);
    });
}

/// Runs workers over the test's platform until nothing is left to do or `rounds` naps have passed.
async fn work(test: &TestPlatform, workers: Workers) {
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(workers.run(test.platform.clone(), stopped));
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        // Retries wait for machine time, which stands still here; it moves only while nothing is in
        // hand or about to be, since it would take the leases away.
        let busy = "SELECT COUNT(*) AS n FROM job WHERE status = 1 OR (status = 0 AND due <= $1)";
        let mut conn = test.platform.db.read().await.expect("read");
        if conn.number(busy, crate::vals![test.platform.clock.machine()]).await.expect("count") > 0 {
            continue;
        }
        test.clock.advance_machine(SignedDuration::from_hours(1));
        let open = "SELECT COUNT(*) AS n FROM job WHERE status <> 3";
        if test.platform.db.read().await.expect("read").number(open, vec![]).await.expect("count") == 0 {
            break;
        }
    }
    stop.send(true).expect("workers listen");
    running.await.expect("joins").expect("runs");
}

#[test]
fn failing_work_is_tried_again_then_buried_then_revived_by_people() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let tries = Arc::new(AtomicUsize::new(0));
        let healed = Arc::new(AtomicUsize::new(0));
        let workers = || {
            let (tries, healed) = (tries.clone(), healed.clone());
            Workers::default().lane("lane", 3).handle("k", move |_, job| {
                let (tries, healed) = (tries.clone(), healed.clone());
                async move {
                    tries.fetch_add(1, Ordering::SeqCst);
                    match (job.payload.as_str(), healed.load(Ordering::SeqCst)) {
                        ("panics", 0) => panic!("on purpose"),
                        ("fails", 0) => Err(Failure::Again(Fault::new("not today"))),
                        ("never", 0) => Err(Failure::Never(Fault::new("not ever"))),
                        _ => Ok(()),
                    }
                }
            })
        };
        for payload in ["fails", "panics", "never", "works"] {
            add(&test.platform, NewJob::new("lane", "k").payload(payload).attempts_max(3)).await;
        }
        work(&test, workers()).await;
        assert_eq!(tries.load(Ordering::SeqCst), 3 + 3 + 1 + 1);
        let mut conn = test.platform.db.read().await.expect("read");
        let buried = dead(&mut conn, 10).await.expect("dead");
        let mut whats: Vec<_> = buried.iter().map(|d| (d.payload.as_str(), d.attempts)).collect();
        whats.sort_unstable();
        assert_eq!(whats, [("fails", 3), ("never", 1), ("panics", 3)]);
        assert!(buried.iter().any(|d| d.error.contains("not ever")));

        healed.store(1, Ordering::SeqCst);
        let mut tx = test.platform.begin().await.expect("begin");
        for letter in &buried {
            assert!(retry(&mut tx, &letter.id).await.expect("retry"));
        }
        assert!(!retry(&mut tx, "job_none").await.expect("retry"));
        tx.commit().await.expect("commit");
        work(&test, workers()).await;
        assert_eq!(count(&test.platform).await, 0);
    });
}

#[test]
fn waiting_doubles_up_to_six_hours_and_is_spread() {
    let minutes = |attempt, noise| back_off(attempt, noise).as_secs_f64() / 60.0;
    assert!((minutes(1, 128) - 5.0 / 60.0).abs() < 0.001);
    assert!(minutes(2, 0) < minutes(2, 255));
    assert!((minutes(5, 128) - 80.0 / 60.0).abs() < 0.01);
    assert!(minutes(60, 255) <= 432.1 && minutes(60, 0) >= 287.9);
}

#[test]
fn what_is_due_can_be_done_at_once_and_the_rest_says_when() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        let later = p.clock.business().saturating_add(SignedDuration::from_hours(2)).expect("in range");
        add(&p, NewJob::new("lane", "k")).await;
        add(&p, NewJob::new("lane", "k").at_business_time(later)).await;
        add(&p, NewJob::new("other", "k").at_business_time(p.clock.business())).await;
        let done = Arc::new(AtomicUsize::new(0));
        let counted = done.clone();
        let workers = Workers::default().lane("lane", 2).handle("k", move |_, _| {
            counted.fetch_add(1, Ordering::SeqCst);
            async { Ok(()) }
        });
        assert_eq!(workers.run_due(&p, "lane").await.expect("run"), 1);
        assert_eq!(done.load(Ordering::SeqCst), 1);
        let next = jobs_next(&p, "lane").await;
        assert_eq!(next, Some(later));
        test.clock.set_business(later);
        assert_eq!(workers.run_due(&p, "lane").await.expect("run"), 1);
        assert_eq!(jobs_next(&p, "lane").await, None);
        assert!(workers.run_due(&p, "other").await.is_err(), "nobody works that lane");
        assert!(super::busy(&p).await.expect("look"), "the other lane has work");
        take_of(&p, "other").await;
        assert!(super::busy(&p).await.expect("look"), "work in hand is work");
        assert_eq!(count(&p).await, 1, "another lane is not touched");
    });
}

async fn take_of(p: &Platform, lane: &str) {
    let mut tx = p.begin().await.expect("begin");
    assert_eq!(claim(&mut tx, "one", lane, now(p), 5).await.expect("claim").len(), 1);
    tx.commit().await.expect("commit");
}

async fn jobs_next(p: &Platform, lane: &str) -> Option<base::Instant> {
    super::next_due(&mut p.db.read().await.expect("read"), lane).await.expect("look")
}
