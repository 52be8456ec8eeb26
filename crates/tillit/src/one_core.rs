//! Keeps this process on one processor for a while.
//!
//! A task that hands each small step to another thread, as every statement for SQLite is, pays more for waking a
//! second processor than for the step. Where nothing runs beside it, the making of the demo takes half the time
//! on one. Only Linux can be told so; elsewhere nothing happens.

#[cfg(target_os = "linux")]
use rustix::thread::{CpuSet, Pid, sched_getaffinity, sched_getcpu, sched_setaffinity};

/// As long as it lives, all threads there are, and those they start, run on one processor.
#[must_use]
pub struct OneCore {
    #[cfg(target_os = "linux")]
    before: Option<CpuSet>,
}

impl OneCore {
    /// Begins; what cannot be had is let be.
    #[cfg(target_os = "linux")]
    pub fn keep() -> Self {
        let before = sched_getaffinity(None).ok();
        let here = sched_getcpu();
        if here < CpuSet::MAX_CPU {
            let mut one = CpuSet::new();
            one.set(here);
            everyone(&one);
        }
        Self { before }
    }

    /// Begins; what cannot be had is let be.
    #[cfg(not(target_os = "linux"))]
    pub fn keep() -> Self {
        Self {}
    }
}

#[cfg(target_os = "linux")]
impl Drop for OneCore {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            everyone(before);
        }
    }
}

/// Tells every thread of this process where it may run.
#[cfg(target_os = "linux")]
fn everyone(cores: &CpuSet) {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return };
    for thread in threads.flatten() {
        let id = thread.file_name().to_str().and_then(|name| name.parse().ok()).and_then(Pid::from_raw);
        // One that ended meanwhile runs nowhere anyway.
        let _ = id.map(|id| sched_setaffinity(Some(id), cores));
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn threads_old_and_new_keep_to_one_processor_and_are_free_afterwards() {
        let cores = || sched_getaffinity(None).expect("Linux tells").count();
        let before = cores();
        let (ask, asked) = mpsc::channel::<()>();
        let (tell, told) = mpsc::channel();
        let old = std::thread::spawn(move || asked.iter().try_for_each(|()| tell.send(cores())));
        let seen = || {
            ask.send(()).expect("it waits");
            (cores(), told.recv().expect("it answers"), std::thread::spawn(cores).join().expect("it ends"))
        };
        let kept = OneCore::keep();
        assert_eq!(seen(), (1, 1, 1));
        drop(kept);
        assert_eq!(seen(), (before, before, before));
        drop(ask);
        old.join().expect("it ends").expect("it was heard");
    }
}
