//! Runs commands one after the other, stops politely on ctrl-c, and sums up at the end.
//!
//! Knows nothing of what the steps are for.

use std::error::Error;
use std::process::{Child, Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

const POLL: Duration = Duration::from_millis(50);
const GRACE: Duration = Duration::from_secs(10);

/// Steps done so far, in order, and whether somebody asked us to stop.
pub struct Steps {
    stop_asked: Arc<AtomicBool>,
    done: Vec<Done>,
}

struct Done {
    name: String,
    outcome: String,
    good: bool,
    took: Duration,
}

impl Steps {
    /// Starts listening for ctrl-c, so that whatever a step started is tidied away by its owner's `Drop`.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let stop_asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            signal_hook::flag::register(signal, Arc::clone(&stop_asked))?;
        }
        Ok(Self { stop_asked, done: Vec::new() })
    }

    /// Runs one command to its end; true when it succeeded.
    pub fn run(&mut self, name: &str, command: &mut Command) -> Result<bool, Box<dyn Error>> {
        self.stop_if_asked()?;
        println!("\n── {name}");
        let began = Instant::now();
        let mut child = command.spawn().map_err(|error| format!("{name}: cannot start {command:?}: {error}"))?;
        let status = self.wait(&mut child)?;
        let outcome = if status.success() { "passed".to_owned() } else { format!("failed ({status})") };
        self.note(name, outcome, status.success(), began.elapsed());
        self.stop_if_asked()?;
        Ok(status.success())
    }

    /// Does one piece of our own work and times it.
    pub fn time<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Box<dyn Error>>,
    ) -> Result<T, Box<dyn Error>> {
        self.stop_if_asked()?;
        let began = Instant::now();
        let result = work();
        let outcome = if result.is_ok() { "done" } else { "failed" };
        self.note(name, outcome.to_owned(), result.is_ok(), began.elapsed());
        result
    }

    /// Writes down a step that somebody else carried out.
    pub fn note(&mut self, name: &str, outcome: String, good: bool, took: Duration) {
        self.done.push(Done { name: name.to_owned(), outcome, good, took });
    }

    /// True when every step so far went well.
    pub fn all_good(&self) -> bool {
        self.done.iter().all(|step| step.good)
    }

    /// One line a step, with its seconds.
    pub fn summary(&self) -> String {
        let width = self.done.iter().map(|step| step.name.chars().count()).max().unwrap_or(0);
        self.done
            .iter()
            .map(|step| format!("  {:width$}  {:>6.1} s  {}\n", step.name, step.took.as_secs_f64(), step.outcome))
            .collect()
    }

    fn stop_if_asked(&self) -> Result<(), Box<dyn Error>> {
        if self.stop_asked.load(Ordering::Relaxed) { Err("stopped on request".into()) } else { Ok(()) }
    }

    /// Waits; once a stop is asked for, the child has a while to end by itself (ctrl-c reaches it too).
    fn wait(&self, child: &mut Child) -> Result<ExitStatus, Box<dyn Error>> {
        let mut asked_at = None;
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            if asked_at.is_none() && self.stop_asked.load(Ordering::Relaxed) {
                asked_at = Some(Instant::now());
                send(child, Signal::TERM);
            }
            if asked_at.is_some_and(|at| at.elapsed() > GRACE) {
                child.kill()?;
            }
            std::thread::sleep(POLL);
        }
    }
}

/// Sends a signal to a child of ours; one that is gone already is fine.
pub fn send(child: &Child, signal: Signal) {
    if let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _gone = kill_process(pid, signal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_command_is_told_and_remembered() {
        let mut steps = Steps::new().expect("signals can be listened to");
        assert!(steps.run("right", &mut Command::new("true")).expect("true runs"));
        assert!(steps.all_good());
        assert!(!steps.run("wrong", &mut Command::new("false")).expect("false runs"));
        assert!(!steps.all_good());
        let summary = steps.summary();
        assert!(summary.contains("right") && summary.contains("passed"), "{summary}");
        assert!(summary.contains("wrong") && summary.contains("failed"), "{summary}");
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error_with_its_name() {
        let mut steps = Steps::new().expect("signals can be listened to");
        let error = steps.run("odd", &mut Command::new("no-such-program-here")).expect_err("it cannot start");
        assert!(error.to_string().contains("no-such-program-here"), "{error}");
    }

    #[test]
    fn a_stop_ends_the_running_command_and_every_later_one() {
        let mut steps = Steps::new().expect("signals can be listened to");
        let stop = Arc::clone(&steps.stop_asked);
        let asker = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(100));
            stop.store(true, Ordering::Relaxed);
        });
        let began = Instant::now();
        assert!(steps.run("long", Command::new("sleep").arg("60")).is_err());
        assert!(began.elapsed() < Duration::from_secs(30));
        assert!(steps.run("next", &mut Command::new("true")).is_err());
        asker.join().expect("the asker ends");
    }
}
