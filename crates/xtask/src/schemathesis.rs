//! `cargo xtask schemathesis`: throws made-up requests at every operation of the API of a demo, with tokens of every
//! level, and compares each answer with the document (P20).
//!
//! Schemathesis comes by pip into an environment of its own in the build folder; nothing else of it is kept. Sees the
//! product only from outside. The demo stands on loopback, and its mail goes to a sink.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;
use rustix::process::{Pid, Signal, kill_process};

use crate::crash::http::{self, Form};
use crate::needs::on_path;
use crate::test::{cargo, target_dir};

/// The version that is asked for.
const WANTED: &str = "schemathesis==4.32.5";
/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
                      response_schema_conformance";
/// Seconds of one token's run, and of one when it must be quick.
const SECONDS: u32 = 300;
const QUICK: u32 = 22;
/// What the made-up requests begin with.
pub const SEED: u64 = 7;
/// Of a hundred operations so many must have been tried.
const TRIED: usize = 95;
/// How long the demo may take to be there, and to go.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to run.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// A minute and a half in all
    #[arg(long)]
    pub quick: bool,
    /// A server that is built already
    #[arg(long, value_name = "FILE")]
    pub binary: Option<PathBuf>,
    /// Begin the made-up requests with this number
    #[arg(long, default_value_t = SEED)]
    pub seed: u64,
    /// Hold answers against every check it knows, also those that ask for more than our document promises
    #[arg(long)]
    pub all_checks: bool,
}

/// Runs it with a token of each level; false when an answer was not as the document says. Where pip reaches nothing it
/// says so and is content: who runs the tests may have no way to the index of Python's packages.
pub fn run(root: &Path, options: &Options) -> Result<bool, Box<dyn Error>> {
    let target = target_dir(root)?;
    let program = match installed(&target.join("xtask/schemathesis")) {
        Ok(program) => program,
        Err(why) => {
            println!("skipped: schemathesis cannot be installed: {why}");
            return Ok(true);
        }
    };
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => build(root, &target)?,
    };
    let demo = Demo::start(&binary)?;
    let cookie = demo.sign_in()?;
    let mut good = true;
    for level in ["read", "write", "admin"] {
        let token = demo.token(&cookie, level)?;
        println!("schemathesis with a token of the level «{level}»");
        let begun = Instant::now();
        let passed = ask(&program, &demo, &token, options)?;
        println!(
            "  {} after {} s",
            if passed { "as described" } else { "NOT as described" },
            begun.elapsed().as_secs()
        );
        good &= passed;
    }
    Ok(good)
}

/// The program, installed when it is not there in the version that is wanted.
fn installed(home: &Path) -> Result<PathBuf, String> {
    let (program, stamp) = (home.join("bin/schemathesis"), home.join("installed"));
    if program.is_file() && fs::read_to_string(&stamp).is_ok_and(|version| version == WANTED) {
        return Ok(program);
    }
    if !on_path(&["python3"]) {
        return Err("there is no python3".into());
    }
    let step = |command: &mut Command| -> Result<(), String> {
        let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it did not say why").to_owned();
        if output.status.success() { Ok(()) } else { Err(last) }
    };
    step(Command::new("python3").args(["-m", "venv"]).arg(home))?;
    let mut pip = Command::new(home.join("bin/python"));
    step(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", WANTED]))?;
    fs::write(&stamp, WANTED).map_err(|error| error.to_string())?;
    Ok(program)
}

fn build(root: &Path, target: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let status = Command::new(cargo()).current_dir(root).args(["build", "-p", "tillit"]).status()?;
    if status.success() { Ok(target.join("debug/tillit")) } else { Err("the server cannot be built".into()) }
}

/// One run, in a folder for what it drops.
fn ask(program: &Path, demo: &Demo, token: &str, options: &Options) -> Result<bool, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new(program);
    command.current_dir(folder.path()).arg("run").arg(format!("http://{}/api/v1/openapi.json", demo.address));
    command.args([
        "--header",
        &format!("Authorization: Bearer {token}"),
        "--checks",
        if options.all_checks { "all" } else { CHECKS },
    ]);
    command.args(["--phases", if options.quick { "examples,fuzzing" } else { "examples,coverage,fuzzing" }]);
    command.args(["--max-examples", if options.quick { "4" } else { "60" }, "--workers", "1", "--no-color"]);
    command.args(["--max-time", &(if options.quick { QUICK } else { SECONDS }).to_string()]);
    command.args(["--request-timeout", "30", "--suppress-health-check", "all", "--warnings", "off", "--no-shrink"]);
    command.args(["--seed", &options.seed.to_string()]);
    let output = command.stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        println!("{said}{}", String::from_utf8_lossy(&output.stderr));
        return Ok(false);
    }
    said.lines().filter(|line| line.contains("generated")).for_each(|line| println!("  {}", line.trim()));
    let (tried, all) = tried(&said).ok_or("it did not say how many operations it tried")?;
    println!("  {tried} of {all} operations tried");
    Ok(tried * 100 >= all * TRIED)
}

/// How many operations were tried, and how many there are, as its summary says: `Selected: 134/134`, `Tested: 130`.
fn tried(said: &str) -> Option<(usize, usize)> {
    let number = |name: &str| {
        let line = said.lines().find_map(|line| line.trim().strip_prefix(name))?;
        line.trim().split('/').next_back()?.parse().ok()
    };
    number("Tested:").zip(number("Selected:"))
}

/// A demo on loopback, gone when this is.
struct Demo {
    process: Child,
    address: SocketAddr,
    link: String,
}

impl Demo {
    fn start(binary: &Path) -> Result<Self, Box<dyn Error>> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(binary);
        command.args(["demo", "--no-browser", "--conversations", "40", "--api-requests", "1000000"]);
        command.args(["--listen", &address.to_string()]);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut link = String::new();
        let said = process.stdout.take().ok_or("no output")?;
        let mut demo = Self { process, address, link: String::new() };
        BufReader::new(said).read_line(&mut link)?;
        link.trim().clone_into(&mut demo.link);
        let begun = Instant::now();
        while !http::get(address, "/health", "").is_ok_and(|answer| answer.status == 200) {
            if begun.elapsed() > PATIENCE {
                return Err("the demo does not answer".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(demo)
    }

    /// The cookie of the colleague whom the printed link lets in.
    fn sign_in(&self) -> Result<String, Box<dyn Error>> {
        let path = self.link.find("/signin/").map(|at| &self.link[at..]).ok_or("the demo printed no link")?;
        let answer = http::get(self.address, path, "").map_err(|_| "the link does not work")?;
        let cookie = answer.header("set-cookie").and_then(|line| line.split(';').next()).ok_or("no cookie")?;
        Ok(cookie.to_owned())
    }

    /// A token of this level, made as people make one.
    fn token(&self, cookie: &str, level: &str) -> Result<String, Box<dyn Error>> {
        let form = Form::Plain("name", format!("schemathesis&level={level}&days="));
        let answer = http::post(self.address, "/settings/api", cookie, &form).map_err(|_| "no token is made")?;
        let at = answer.body.find(TOKEN).ok_or_else(|| format!("no token of the level {level}: {}", answer.status))?;
        Ok(answer.body[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect())
    }
}

/// What tokens begin with.
const TOKEN: &str = "tillit_";

impl Drop for Demo {
    fn drop(&mut self) {
        // Asked politely, it removes its folder.
        if let Some(pid) = Pid::from_raw(i32::try_from(self.process.id()).unwrap_or_default()) {
            let _ = kill_process(pid, Signal::TERM);
        }
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if matches!(self.process.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::tried;

    #[test]
    fn the_summary_tells_how_many_operations_were_tried() {
        assert_eq!(tried("API Operations:\n  Selected: 134/140\n  Tested: 130\n"), Some((130, 140)));
        assert_eq!(tried("nothing"), None);
    }
}
