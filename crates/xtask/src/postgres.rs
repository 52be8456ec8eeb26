//! A PostgreSQL for one test run: own folder, own port, own password, gone at the end.
//!
//! PostgreSQL refuses to run as root, so as root it runs as another user from a folder that user owns. Durability
//! is left as in production (fsync on), since tests kill servers and look at what survived.

use std::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::needs::find_on_path;
use crate::steps::send;

const OLDEST_MAJOR: u32 = 15;
const START_TIME_MAX: Duration = Duration::from_secs(60);
const STOP_TIME_MAX: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(50);

/// Ends the server and removes its folder when this process is gone, however it went: the pipe on its standard
/// input closes with us.
const LEASH: &str = r#"
cat >/dev/null
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
if [ -n "$pid" ]; then
  kill -INT "$pid" 2>/dev/null
  n=0
  while kill -0 "$pid" 2>/dev/null && [ "$n" -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
fi
rm -rf "$1"
"#;

/// A running cluster; dropping it stops the server and deletes its folder.
pub struct Cluster {
    server: Child,
    leash: Child,
    url: String,
    programs: PathBuf,
    user: User,
    port: u16,
    home: TempDir,
}

/// The folder that holds `initdb` and `postgres`, of the newest version that is new enough.
pub fn programs() -> Option<PathBuf> {
    let mut best: Option<(u32, PathBuf)> = None;
    for dir in candidate_dirs() {
        let Some(major) = major_version(&dir) else { continue };
        if major >= OLDEST_MAJOR && best.as_ref().is_none_or(|(known, _)| major > *known) {
            best = Some((major, dir));
        }
    }
    best.map(|(_, dir)| dir)
}

impl Cluster {
    /// Makes a fresh cluster and waits until it answers.
    pub fn start() -> Result<Self, Box<dyn Error>> {
        Self::start_in(&std::env::temp_dir())
    }

    /// The same on a disk of one's choice.
    pub fn start_in(disk: &Path) -> Result<Self, Box<dyn Error>> {
        let programs = programs().ok_or("PostgreSQL 15 or newer was not found")?;
        let home = tempfile::Builder::new().prefix("tillit-postgres-").tempdir_in(disk)?;
        let leash = leash(home.path())?;
        let user = User::for_server()?;
        let password = random_hex()?;
        fs::write(home.path().join("password"), &password)?;
        user.own(home.path())?;
        user.own(&home.path().join("password"))?;
        make(&programs, home.path(), &user)?;

        let port = free_port()?;
        let server = serve(&programs, home.path(), &user, port)?;
        let url = format!("postgres://tillit:{password}@127.0.0.1:{port}/postgres");
        let mut cluster = Self { server, leash, url, programs, user, port, home };
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    /// Ends the server as `end` says (INT: sessions are cut, QUIT: at once, as if it had crashed) and starts it again
    /// on the same data.
    pub fn restart(&mut self, end: Signal) -> Result<(), Box<dyn Error>> {
        send(&self.server, end);
        self.server.wait()?;
        self.server = serve(&self.programs, self.home.path(), &self.user, self.port)?;
        self.wait_until_ready()
    }

    /// Whether the server has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.server.try_wait(), Ok(None))
    }

    /// Where tests connect; each makes a database of its own there.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&mut self) -> Result<(), Box<dyn Error>> {
        let began = Instant::now();
        while began.elapsed() < START_TIME_MAX {
            if let Some(status) = self.server.try_wait()? {
                return Err(format!("PostgreSQL ended at once ({status}):\n{}", self.log()).into());
            }
            let mut ask = Command::new(self.programs.join("pg_isready"));
            ask.args(["-q", "-h", "127.0.0.1", "-d", "postgres", "-p"]).arg(self.port.to_string());
            if ask.status()?.success() {
                return Ok(());
            }
            std::thread::sleep(POLL);
        }
        Err(format!("PostgreSQL did not answer within {START_TIME_MAX:?}:\n{}", self.log()).into())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.home.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        send(&self.server, Signal::INT); // "fast" shutdown: sessions are cut, data is written
        let began = Instant::now();
        while matches!(self.server.try_wait(), Ok(None)) {
            if began.elapsed() > STOP_TIME_MAX {
                let _gone = self.server.kill();
            }
            std::thread::sleep(POLL);
        }
        drop(self.leash.stdin.take());
        let _reaped = self.leash.wait();
    }
}

fn candidate_dirs() -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = Vec::new();
    if let Some(Ok(real)) = find_on_path("postgres").map(fs::canonicalize) {
        dirs.extend(real.parent().map(Path::to_owned));
    }
    for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
        let Ok(entries) = fs::read_dir(parent) else { continue };
        dirs.extend(entries.flatten().map(|entry| entry.path().join("bin")));
    }
    dirs.extend(["/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin", "/usr/pgsql/bin"].map(PathBuf::from));
    dirs.retain(|dir| ["initdb", "postgres", "pg_isready"].iter().all(|program| dir.join(program).exists()));
    dirs
}

fn major_version(dir: &Path) -> Option<u32> {
    let output = Command::new(dir.join("postgres")).arg("--version").output().ok()?;
    parse_major(&String::from_utf8_lossy(&output.stdout))
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian …)` and `postgres (PostgreSQL) 18beta1`.
fn parse_major(text: &str) -> Option<u32> {
    let version = text.split_once(')')?.1.trim_start();
    let digits: String = version.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn make(programs: &Path, home: &Path, user: &User) -> Result<(), Box<dyn Error>> {
    let mut initdb = user.command(&programs.join("initdb"), home);
    initdb.arg("--pgdata").arg(home.join("data")).arg("--pwfile").arg(home.join("password"));
    initdb.args(["--username=tillit", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    let output = initdb.output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("initdb failed ({}):\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into())
}

fn serve(programs: &Path, home: &Path, user: &User, port: u16) -> Result<Child, Box<dyn Error>> {
    let log = File::options().create(true).append(true).open(home.join("log"))?;
    let mut postgres = user.command(&programs.join("postgres"), home);
    postgres.arg("-D").arg(home.join("data")).arg("-k").arg(home).arg("-p").arg(port.to_string());
    for setting in ["listen_addresses=127.0.0.1", "max_connections=200", "fsync=on", "log_min_messages=warning"] {
        postgres.arg("-c").arg(setting);
    }
    postgres.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    postgres.process_group(0); // ctrl-c is for us: we end the tests first, then the server
    Ok(postgres.spawn()?)
}

fn leash(home: &Path) -> Result<Child, Box<dyn Error>> {
    let mut shell = Command::new("sh");
    shell.args(["-c", LEASH, "leash"]).arg(home);
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    Ok(shell.spawn()?)
}

fn free_port() -> Result<u16, Box<dyn Error>> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn random_hex() -> Result<String, Box<dyn Error>> {
    let mut bytes = [0_u8; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Who runs the server: ourselves, or somebody without rights when we are root.
enum User {
    Ourselves,
    Other { uid: u32, gid: u32 },
}

impl User {
    fn for_server() -> Result<Self, Box<dyn Error>> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Ourselves);
        }
        let passwd = fs::read_to_string("/etc/passwd")?;
        let found = ["postgres", "nobody"].iter().find_map(|name| ids_of(&passwd, name));
        let (uid, gid) = found.ok_or("neither the user postgres nor nobody exists, and PostgreSQL refuses root")?;
        Ok(Self::Other { uid, gid })
    }

    fn own(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Ourselves => Ok(()),
            Self::Other { uid, gid } => Ok(chown(path, Some(*uid), Some(*gid))?),
        }
    }

    fn command(&self, program: &Path, home: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(home).env("HOME", home);
        if let Self::Other { uid, gid } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }
}

fn ids_of(passwd: &str, name: &str) -> Option<(u32, u32)> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next()? != name {
            return None;
        }
        let mut ids = fields.skip(1);
        Some((ids.next()?.parse().ok()?, ids.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_every_form() {
        assert_eq!(parse_major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(parse_major("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(parse_major("postgres (PostgreSQL) 9.6.24\n"), Some(9));
        assert_eq!(parse_major("something else"), None);
    }

    #[test]
    fn user_and_group_are_read_by_exact_name() {
        let passwd = "postgres2:x:1:2::/:/bin/sh\npostgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash\n";
        assert_eq!(ids_of(passwd, "postgres"), Some((101, 104)));
        assert_eq!(ids_of(passwd, "nobody"), None);
    }

    #[test]
    fn passwords_differ() {
        let one = random_hex().expect("random bytes");
        assert_eq!(one.len(), 32);
        assert_ne!(one, random_hex().expect("random bytes"));
    }

    #[test]
    fn the_leash_ends_the_server_and_removes_the_folder_when_its_holder_is_gone() {
        let dir = tempfile::tempdir().expect("a folder");
        let home = dir.path().join("cluster");
        fs::create_dir_all(home.join("data")).expect("made");
        let mut victim = Command::new("sleep").arg("60").spawn().expect("sleep starts");
        fs::write(home.join("data/postmaster.pid"), format!("{}\n/some/where\n", victim.id())).expect("written");
        let mut leash = leash(&home).expect("the leash starts");
        drop(leash.stdin.take());
        assert!(!victim.wait().expect("it ends").success());
        assert!(leash.wait().expect("it ends").success());
        assert!(!home.exists());
    }

    #[test]
    fn the_leash_removes_a_folder_that_no_server_came_to() {
        let dir = tempfile::tempdir().expect("a folder");
        let home = dir.path().join("cluster");
        fs::create_dir(&home).expect("made");
        let mut leash = leash(&home).expect("the leash starts");
        drop(leash.stdin.take());
        assert!(leash.wait().expect("it ends").success());
        assert!(!home.exists());
    }
}
