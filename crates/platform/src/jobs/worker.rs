//! Workers: one loop a lane, a few jobs side by side, leases renewed while they run.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::store::{self, Now};
use super::{Failure, Job, RENEW_SECONDS};
use crate::Platform;
use crate::db::Engine;
use crate::fault::{Context, Fault, Result};

/// What a handler answers.
pub type Outcome = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

/// Does the work of one kind. Must call [`super::finish`] inside the transaction of its result;
/// a handler without a transaction of its own may leave that to the worker.
pub type Handler = Arc<dyn Fn(Platform, Job) -> Outcome + Send + Sync>;

/// A queue of its own, so that slow work of one sort never holds up another.
#[derive(Clone)]
pub struct Lane {
    /// Its name, as in [`super::NewJob::new`].
    pub name: &'static str,
    /// How many of its jobs run side by side on one node.
    pub width: usize,
    /// How many are claimed at once for each that runs, to be done one after the other; for short work.
    pub batch: usize,
}

/// All lanes and handlers of this process.
#[derive(Default)]
pub struct Workers {
    lanes: Vec<Lane>,
    handlers: HashMap<&'static str, Handler>,
}

impl Workers {
    /// Adds a lane.
    #[must_use]
    pub fn lane(self, name: &'static str, width: usize) -> Self {
        self.lane_of_short_work(name, width, 1)
    }

    /// Adds a lane whose jobs are claimed so many at once.
    #[must_use]
    pub fn lane_of_short_work(mut self, name: &'static str, width: usize, batch: usize) -> Self {
        self.lanes.push(Lane { name, width, batch });
        self
    }

    /// Says who does the jobs of `kind`.
    #[must_use]
    pub fn handle<F, R>(mut self, kind: &'static str, handler: F) -> Self
    where
        F: Fn(Platform, Job) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        self.handlers.insert(kind, Arc::new(move |platform, job| Box::pin(handler(platform, job))));
        self
    }

    /// Runs until `stop` becomes true; then finishes what is in hand.
    ///
    /// # Errors
    /// When the leases of an earlier life cannot be released at the start.
    pub async fn run(self, platform: Platform, stop: watch::Receiver<bool>) -> Result<()> {
        if platform.db.engine() == Engine::Sqlite {
            let mut tx = platform.begin().await?;
            store::release_all(&mut tx).await?;
            tx.commit().await?;
        }
        let handlers = Arc::new(self.handlers);
        let mut loops = JoinSet::new();
        for lane in self.lanes {
            loops.spawn(run_lane(platform.clone(), lane, handlers.clone(), stop.clone()));
        }
        while loops.join_next().await.is_some() {}
        Ok(())
    }

    /// Does everything of one lane that is due now, one after the other, and answers how much that was:
    /// for a business that is built up in one go, when nothing else runs.
    ///
    /// # Errors
    /// When there is no such lane or the table cannot be read. A job that fails is put back as ever.
    pub async fn run_due(&self, platform: &Platform, lane: &str) -> Result<usize> {
        let lane = self.lanes.iter().find(|known| known.name == lane).context("there is no such lane")?;
        let owner = format!("{}:{}", platform.node, lane.name);
        let mut done = 0;
        loop {
            let (jobs, _) = claim(platform, &owner, lane, lane.width).await?;
            if jobs.is_empty() {
                return Ok(done);
            }
            for job in jobs {
                run_one(platform, &self.handlers, job).await;
                done += 1;
            }
        }
    }
}

/// How long a lane sleeps when nothing rings: the net below wake-ups that were lost, and the finest
/// step of due times.
const NAP: Duration = Duration::from_millis(500);

/// Work that comes together is claimed together: how long it is waited for more of it.
const GATHER: Duration = Duration::from_millis(8);

async fn run_lane(
    platform: Platform,
    lane: Lane,
    handlers: Arc<HashMap<&'static str, Handler>>,
    mut stop: watch::Receiver<bool>,
) {
    let owner = format!("{}:{}", platform.node, lane.name);
    let room = Arc::new(Semaphore::new(lane.width));
    // Whether something may be due that there was no room for.
    let full = Arc::new(AtomicBool::new(false));
    let mut ear = platform.wake.ear_of(lane.name);
    let mut running = JoinSet::new();
    while !*stop.borrow() {
        ear.mark_unchanged();
        full.store(true, Ordering::SeqCst);
        let free = room.available_permits();
        // Another node would take what waits here too long, and overtake it.
        let batch = if platform.db.engine() == Engine::Postgres { 1 } else { lane.batch };
        let most = free * batch;
        let claimed = if free == 0 { Ok((Vec::new(), false)) } else { claim(&platform, &owner, &lane, most).await };
        let found = match claimed {
            Ok((jobs, more)) => {
                let found = if more { most } else { jobs.len() };
                for jobs in shares(jobs, free) {
                    let Ok(permit) = room.clone().acquire_owned().await else { return };
                    let (platform, handlers, lane) = (platform.clone(), handlers.clone(), lane.name);
                    let (full, stop) = (full.clone(), stop.clone());
                    running.spawn(async move {
                        for job in jobs {
                            if *stop.borrow() {
                                put_back(&platform, &job).await;
                            } else {
                                run_one(&platform, &handlers, job).await;
                            }
                        }
                        drop(permit);
                        // There is room again: the lane must hear of it if it waits for that.
                        if full.load(Ordering::SeqCst) {
                            platform.wake.ring_lane(lane);
                        }
                    });
                }
                found
            }
            Err(fault) => {
                tracing::warn!(lane = lane.name, error = %fault.chain(), "cannot look for work; trying again");
                0
            }
        };
        while running.try_join_next().is_some() {}
        if found < most.max(1) {
            full.store(free == 0, Ordering::SeqCst);
            // What finished just before that has not rung.
            if free == 0 && room.available_permits() > 0 {
                continue;
            }
            tokio::select! {
                _ = ear.changed() => tokio::time::sleep(GATHER).await,
                _ = stop.changed() => {}
                () = tokio::time::sleep(NAP) => {}
            }
        }
    }
    while running.join_next().await.is_some() {}
}

/// Jobs in so many parts at most, each in order.
fn shares(jobs: Vec<Job>, parts: usize) -> Vec<Vec<Job>> {
    let each = jobs.len().div_ceil(parts.max(1)).max(1);
    let mut shares = Vec::new();
    let mut jobs = jobs.into_iter().peekable();
    while jobs.peek().is_some() {
        shares.push(jobs.by_ref().take(each).collect());
    }
    shares
}

/// Takes what is due, so much at most; and whether some of it was put back, so that there is more. What was begun before
/// is tried alone: whatever breaks the process must not count against those behind it.
async fn claim(platform: &Platform, owner: &str, lane: &Lane, free: usize) -> Result<(Vec<Job>, bool)> {
    let now = Now { machine: platform.clock.machine(), business: platform.clock.business() };
    if !store::anything_due(&mut platform.db.read().await?, lane.name, now).await? {
        return Ok((Vec::new(), false));
    }
    let mut tx = platform.begin().await?;
    let mut jobs = store::claim(&mut tx, owner, lane.name, now, i64::try_from(free).unwrap_or(1)).await?;
    let tried = jobs.iter().position(|job| job.attempt > 1).filter(|_| lane.batch > 1);
    let back = tried.map(|at| jobs.split_off(at.max(1).min(jobs.len()))).unwrap_or_default();
    for job in &back {
        store::put_back(&mut tx, job).await?;
    }
    tx.commit().await?;
    Ok((jobs, !back.is_empty()))
}

/// Puts back a job that is not begun any more, since the server stops.
async fn put_back(platform: &Platform, job: &Job) {
    let back = async {
        let mut tx = platform.begin().await?;
        store::put_back(&mut tx, job).await?;
        tx.commit().await
    };
    if let Err(fault) = back.await {
        tracing::warn!(job = job.id, error = %fault.chain(), "a job could not be put back; its lease will end");
    }
}

async fn run_one(platform: &Platform, handlers: &HashMap<&'static str, Handler>, job: Job) {
    // It may have waited behind others of its share.
    let waited = job.claimed_at.elapsed() > Duration::from_secs(RENEW_SECONDS);
    if waited && !still_ours(platform, &job).await {
        return;
    }
    let Some(handler) = handlers.get(job.kind.as_str()).cloned() else {
        let unknown = Fault::new(format!("nobody does jobs of the kind «{}»", job.kind));
        return give_back(platform, &job, Failure::Never(unknown)).await;
    };
    let mut work = tokio::spawn(handler(platform.clone(), job.clone()));
    let outcome = loop {
        tokio::select! {
            done = &mut work => break done.unwrap_or_else(|panic| Err(Failure::Again(Fault::because("the work panicked", panic)))),
            () = tokio::time::sleep(Duration::from_secs(RENEW_SECONDS)) => {
                if !still_ours(platform, &job).await {
                    work.abort();
                    tracing::warn!(job = job.id, "the lease was lost; another worker has the job");
                    return;
                }
            }
        }
    };
    match outcome {
        Ok(()) => finish_if_open(platform, &job).await,
        Err(failure) => give_back(platform, &job, failure).await,
    }
}

async fn still_ours(platform: &Platform, job: &Job) -> bool {
    let renewed = async {
        let mut tx = platform.begin().await?;
        let ours = store::renew(&mut tx, job, platform.clock.machine()).await?;
        tx.commit().await?;
        Ok::<_, Fault>(ours)
    };
    // A database that does not answer does not take the job away; finishing decides in the end.
    renewed.await.unwrap_or(true)
}

async fn finish_if_open(platform: &Platform, job: &Job) {
    if job.finished.load(Ordering::SeqCst) {
        return;
    }
    let sql = "SELECT 1 AS n FROM job WHERE id = $1 AND owner = $2 AND status = 1";
    let done = async {
        let values = crate::vals![job.id.as_str(), job.owner.as_str()];
        if platform.db.read().await?.one(sql, values).await?.is_none() {
            return Ok(());
        }
        let mut tx = platform.begin().await?;
        store::finish(&mut tx, job).await?;
        tx.commit().await
    };
    if let Err(fault) = done.await {
        tracing::warn!(job = job.id, error = %fault.chain(), "a finished job could not be marked; it may run again");
    }
}

async fn give_back(platform: &Platform, job: &Job, failure: Failure) {
    let (fault, never) = match failure {
        Failure::Again(fault) => (fault, false),
        Failure::Never(fault) => (fault, true),
    };
    tracing::warn!(job = job.id, kind = job.kind, attempt = job.attempt, error = %fault.chain(), "a job failed");
    let mut noise = [0_u8];
    platform.random.fill(&mut noise);
    let back = async {
        let mut tx = platform.begin().await?;
        store::fail(&mut tx, job, platform.clock.machine(), noise[0], &fault.chain(), never).await?;
        tx.commit().await
    };
    if let Err(error) = back.await {
        tracing::warn!(job = job.id, error = %error.chain(), "a failed job could not be put back; its lease will end");
    }
}
