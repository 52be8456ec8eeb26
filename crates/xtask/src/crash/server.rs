//! The server's lives and deaths: started, killed, stopped, timed. Its data stays between them.

use std::ffi::OsString;
use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use super::{Outcome, http};
use crate::steps::send;

/// Where customers write to.
pub const MAIL_ADDRESS: &str = "help@crash.example";

const START_MAX: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(5);

/// Ends the server and removes its folder when this program is gone, however it went.
const LEASH: &str =
    r#"cat >/dev/null; pid=$(cat "$1/pid" 2>/dev/null); [ -n "$pid" ] && kill -KILL "$pid"; rm -rf "$1""#;

/// Where it is reached, in every life the same.
#[derive(Clone, Copy, Debug)]
pub struct Ports {
    /// By browsers.
    pub desk: SocketAddr,
    /// By mail servers.
    pub lmtp: SocketAddr,
}

/// How a life ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// SIGKILL: at once, whatever is in hand.
    Kill,
    /// SIGTERM: as a service manager does it.
    Stop,
}

/// What all lives together were like.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lives {
    /// How many ended by SIGKILL.
    pub kills: u64,
    /// How many ended by SIGTERM.
    pub drains: u64,
    /// The longest way from start to the first good answer.
    pub ready_max: Duration,
    /// The longest polite stop.
    pub drain_max: Duration,
}

/// One server and its data.
pub struct Server {
    binary: PathBuf,
    database: Option<String>,
    relay: String,
    ports: Ports,
    home: TempDir,
    data: PathBuf,
    address: Option<&'static str>,
    under: Option<Vec<OsString>>,
    leash: Child,
    running: Option<Child>,
    lives: Lives,
}

impl Server {
    /// An empty place; nothing runs yet.
    pub fn prepare(binary: &Path, database: Option<String>, relay: &str) -> Outcome<Self> {
        let home = tempfile::Builder::new().prefix("tillit-crash-").tempdir()?;
        let held = [TcpListener::bind("127.0.0.1:0")?, TcpListener::bind("127.0.0.1:0")?];
        let ports = Ports { desk: held[0].local_addr()?, lmtp: held[1].local_addr()? };
        let mut shell = Command::new("sh");
        shell.args(["-c", LEASH, "leash"]).arg(home.path());
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let leash = shell.spawn()?;
        let (binary, relay, data) = (binary.to_owned(), relay.to_owned(), home.path().join("data"));
        let (address, lives) = (Some(MAIL_ADDRESS), Lives::default());
        Ok(Self { binary, database, relay, ports, home, data, address, under: None, leash, running: None, lives })
    }

    /// A business that is there already, in a folder that stays.
    pub fn of(binary: &Path, data: &Path, relay: &str) -> Outcome<Self> {
        let mut server = Self::prepare(binary, None, relay)?;
        server.data = data.to_owned();
        server.address = None;
        Ok(server)
    }

    /// Runs it from now on under another program, such as one that watches it.
    pub fn under(&mut self, words: Option<Vec<OsString>>) {
        self.under = words;
    }

    /// The folder that its data folder lies in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.data.clone()
    }

    /// Puts its data folder elsewhere; before its first start.
    pub fn put_data(&mut self, folder: &Path) {
        folder.clone_into(&mut self.data);
    }

    /// One more node of the same business: on its database, with its files and keys.
    pub fn beside(&self) -> Outcome<Self> {
        let mut node = Self::prepare(&self.binary, self.database.clone(), &self.relay)?;
        node.data.clone_from(&self.data);
        Ok(node)
    }

    /// Stops the process where it stands, or lets it go on.
    pub fn freeze(&self, frozen: bool) {
        if let Some(child) = &self.running {
            send(child, if frozen { Signal::STOP } else { Signal::CONT });
        }
    }

    /// Where it is reached.
    pub fn ports(&self) -> Ports {
        self.ports
    }

    /// What its lives were like so far.
    pub fn lives(&self) -> Lives {
        self.lives
    }

    /// A colleague; the link that lets them in.
    pub fn add_colleague(&self, name: &str) -> Outcome<String> {
        let mut command = self.command(&["user", "add", "--role", "agent", "--name", name]);
        command.arg("--url").arg(format!("http://{}", self.ports.desk));
        let output = command.arg("--email").arg(format!("{name}@crash.example")).output()?;
        if !output.status.success() {
            return Err(format!("no colleague: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// The link that lets in a colleague who is there already.
    pub fn link(&self, address: &str) -> Outcome<String> {
        let mut command = self.command(&["user", "link", address]);
        let output = command.arg("--url").arg(format!("http://{}", self.ports.desk)).output()?;
        if !output.status.success() {
            return Err(format!("no link: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// Starts it and waits for nothing.
    pub fn launch(&mut self) -> Outcome {
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut command = self.command(&["serve", "--undo-seconds", "0"]);
        if let Some(address) = self.address {
            command.args(["--mail-address", address]);
        }
        command.arg("--listen").arg(self.ports.desk.to_string());
        command.arg("--lmtp").arg(self.ports.lmtp.to_string()).arg("--relay").arg(&self.relay);
        command.stdout(log.try_clone()?).stderr(log).process_group(0);
        let child = command.spawn()?;
        std::fs::write(self.home.path().join("pid"), child.id().to_string())?;
        self.running = Some(child);
        Ok(())
    }

    /// Starts it, waits for the first good answer, and remembers how long that took.
    pub fn start(&mut self) -> Outcome {
        let begun = Instant::now();
        self.launch()?;
        while begun.elapsed() < START_MAX {
            if let Some(status) = self.running.as_mut().and_then(|child| child.try_wait().transpose()) {
                return Err(format!("the server ended by itself ({}):\n{}", status?, self.last_words()).into());
            }
            if http::get(self.ports.desk, "/health", "").is_ok_and(|answer| answer.status == 200) {
                self.lives.ready_max = self.lives.ready_max.max(begun.elapsed());
                return Ok(());
            }
            std::thread::sleep(POLL);
        }
        Err(format!("the server is not ready after {START_MAX:?}:\n{}", self.last_words()).into())
    }

    /// Ends this life. A polite stop must succeed in time.
    pub fn end(&mut self, end: End, patience: Duration) -> Outcome {
        let Some(mut child) = self.running.take() else { return Err("the server does not run".into()) };
        let begun = Instant::now();
        match end {
            End::Kill => {
                child.kill()?;
                child.wait()?;
                self.lives.kills += 1;
            }
            End::Stop => {
                send(&child, Signal::TERM);
                let status = loop {
                    if let Some(status) = child.try_wait()? {
                        break status;
                    }
                    if begun.elapsed() > patience {
                        child.kill()?;
                        child.wait()?;
                        return Err(format!("no end within {patience:?}:\n{}", self.last_words()).into());
                    }
                    std::thread::sleep(POLL);
                };
                if !status.success() {
                    return Err(format!("a polite stop ended with {status}:\n{}", self.last_words()).into());
                }
                self.lives.drains += 1;
                self.lives.drain_max = self.lives.drain_max.max(begun.elapsed());
            }
        }
        std::fs::remove_file(self.home.path().join("pid"))?;
        Ok(())
    }

    /// A life that ends at the `nth` of these system calls of one of its threads, before the call is made; whether it
    /// did so in time. Takes `strace`.
    pub fn die_at(&mut self, calls: &str, nth: usize, patience: Duration) -> Outcome<bool> {
        let fatal = [format!("trace={calls}"), format!("inject={calls}:signal=KILL:when={nth}")];
        let words = ["strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", &fatal[0], "-e", &fatal[1]];
        self.under = Some(words.map(OsString::from).to_vec());
        let launched = self.launch();
        self.under = None;
        launched?;
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if self.running.as_mut().is_some_and(|child| !matches!(child.try_wait(), Ok(None))) {
                self.running = None;
                self.lives.kills += 1;
                std::fs::remove_file(self.home.path().join("pid"))?;
                return Ok(true);
            }
            std::thread::sleep(POLL);
        }
        self.end(End::Kill, patience)?;
        Ok(false)
    }

    /// The id of the process of this life.
    pub fn process(&self) -> Option<u32> {
        self.running.as_ref().map(Child::id)
    }

    /// Whether the product finds its own data whole.
    pub fn check(&self) -> Outcome<bool> {
        let output = self.command(&["check"]).output()?;
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            eprintln!("tillit check: {}", String::from_utf8_lossy(&said));
        }
        Ok(output.status.success())
    }

    /// The end of its log.
    pub fn last_words(&self) -> String {
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    fn log(&self) -> PathBuf {
        self.home.path().join("log")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = match self.under.as_deref().and_then(<[OsString]>::split_first) {
            Some((program, words)) => {
                let mut command = Command::new(program);
                command.args(words).arg(&self.binary);
                command
            }
            None => Command::new(&self.binary),
        };
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("TILLIT_")) {
            command.env_remove(name);
        }
        command.args(arguments).arg("--data").arg(&self.data);
        if let Some(url) = &self.database {
            command.arg("--database").arg(url);
        }
        command.stdin(Stdio::null()).env("NO_COLOR", "1");
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.running {
            let _gone = child.kill();
            let _reaped = child.wait();
        }
        let _nothing_to_end = std::fs::remove_file(self.home.path().join("pid"));
        drop(self.leash.stdin.take());
        let _reaped = self.leash.wait();
    }
}
