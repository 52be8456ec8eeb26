//! A process that cannot outlive the test, however the test ends.
//!
//! Each child gets its own process group and a tiny shell on a pipe from us. When we are gone, even by SIGKILL, the
//! pipe closes and the shell ends the group and removes its scratch folder; when we drop the value, that happens at once.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use super::Outcome;

const LEASH: &str = r#"cat >/dev/null; kill -KILL "-$1" 2>/dev/null; rm -rf "$2""#;
const POLL: Duration = Duration::from_millis(5);

/// A running child and its leash.
pub struct Leashed {
    child: Child,
    leash: Child,
    scratch: PathBuf,
}

impl Leashed {
    /// Starts the command in a process group of its own, with its temporary files in a folder of its own.
    pub fn start(command: &mut Command) -> Outcome<Self> {
        let scratch = tempfile::Builder::new().prefix("tillit-it-").tempdir()?;
        command.env("TMPDIR", scratch.path());
        let child = command.process_group(0).spawn().map_err(|error| format!("cannot start {command:?}: {error}"))?;
        let mut shell = Command::new("sh");
        shell.args(["-c", LEASH, "leash"]).arg(child.id().to_string()).arg(scratch.path());
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        Ok(Self { child, leash: shell.spawn()?, scratch: scratch.keep() })
    }

    /// What the child says, once.
    pub fn output(&mut self) -> (Option<ChildStdout>, Option<ChildStderr>) {
        (self.child.stdout.take(), self.child.stderr.take())
    }

    /// A folder that goes when the process is gone.
    pub fn scratch(&self) -> &Path {
        &self.scratch
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// SIGKILL to the whole group: power loss, as far as a process can feel it.
    pub fn kill(&mut self) -> Outcome<ExitStatus> {
        if self.ended()?.is_none() {
            let _gone = kill_process_group(self.pid()?, Signal::KILL);
        }
        Ok(self.child.wait()?)
    }

    /// SIGTERM, and nothing more.
    pub fn ask_to_stop(&self) -> Outcome {
        Ok(kill_process(self.pid()?, Signal::TERM)?)
    }

    /// SIGTERM, as a service manager sends it, then the wait for a graceful end.
    pub fn stop(&mut self, patience: Duration) -> Outcome<ExitStatus> {
        let _gone = kill_process(self.pid()?, Signal::TERM);
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            std::thread::sleep(POLL);
        }
        Err(format!("process {} did not stop within {patience:?}", self.id()).into())
    }

    fn pid(&self) -> Outcome<Pid> {
        Ok(i32::try_from(self.id()).ok().and_then(Pid::from_raw).ok_or("no process id")?)
    }
}

impl Drop for Leashed {
    fn drop(&mut self) {
        let _ended = self.kill();
        drop(self.leash.stdin.take());
        let _reaped = self.leash.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_alive(id: u32) -> bool {
        // A zombie that nobody reaped yet is dead enough.
        std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
    }

    fn sleeper() -> Leashed {
        Leashed::start(Command::new("sleep").arg("60")).expect("sleep starts")
    }

    #[test]
    fn dropping_ends_the_process() {
        let process = sleeper();
        let (id, scratch) = (process.id(), process.scratch().to_owned());
        assert!(is_alive(id) && scratch.is_dir());
        drop(process);
        assert!(!is_alive(id) && !scratch.exists());
    }

    #[test]
    fn a_process_ends_when_its_holder_is_gone() {
        let mut process = sleeper();
        drop(process.leash.stdin.take());
        assert!(process.leash.wait().is_ok());
        assert!(!process.child.wait().expect("it ends").success());
    }

    #[test]
    fn a_stop_is_waited_for() {
        let mut process = sleeper();
        let status = process.stop(Duration::from_secs(10)).expect("sleep obeys");
        assert!(!status.success());
        assert!(process.ended().expect("asked").is_some());
    }
}
