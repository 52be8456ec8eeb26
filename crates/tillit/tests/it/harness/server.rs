//! The real binary, started, watched, killed and started again.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::leash::Leashed;
use super::place::{Place, tillit};
use super::wait::{PATIENCE, wait_until};
use super::{Outcome, free_addresses};

/// How the server is to be started; the same launch can start it again after a kill, on the same ports.
#[derive(Clone)]
pub struct Launch {
    program: Vec<String>,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    http: SocketAddr,
    lmtp: Option<SocketAddr>,
    smtp: Option<SocketAddr>,
}

/// A running server; killed when dropped. Its words are shown when the test fails.
pub struct Server {
    process: Leashed,
    launch: Launch,
    words: Words,
}

/// What a process used so far, as the kernel counts it.
#[derive(Clone, Copy, Debug)]
pub struct Used {
    /// Processor time, of all its threads.
    pub cpu: Duration,
    /// Memory that it holds.
    pub resident: u64,
    /// The most it held since [`Server::forget_peak`], in bytes.
    pub peak: u64,
}

#[derive(Clone, Default)]
struct Words {
    /// Standard output, then everything, line by line.
    out: Arc<Mutex<Vec<String>>>,
    all: Arc<Mutex<Vec<String>>>,
}

impl Launch {
    /// `tillit serve` at this place, with both mail listeners, on free ports.
    pub fn serve(place: &Place) -> Outcome<Self> {
        let [http, lmtp, smtp] = free_addresses()?;
        let mut launch = Self::program(tillit().get_program().to_string_lossy().as_ref(), http);
        launch.arguments = place.tillit(&["serve"]).get_args().map(|one| one.to_string_lossy().into_owned()).collect();
        launch.lmtp = Some(lmtp);
        launch.smtp = Some(smtp);
        let listeners = [("--listen", http), ("--lmtp", lmtp), ("--smtp", smtp)];
        Ok(listeners.into_iter().fold(launch, |launch, (flag, at)| launch.with([flag, &at.to_string()])))
    }

    /// `tillit demo`; the sign-in link is [`Server::sign_in_link`].
    pub fn demo(seed: u64) -> Outcome<Self> {
        let [http] = free_addresses()?;
        let launch = Self::program(tillit().get_program().to_string_lossy().as_ref(), http);
        Ok(launch.with(["demo", "--no-browser", "--seed", &seed.to_string(), "--listen", &http.to_string()]))
    }

    /// Any program that answers `/health` at this address.
    fn program(program: &str, http: SocketAddr) -> Self {
        let program = vec![program.to_owned()];
        Self { program, arguments: Vec::new(), environment: Vec::new(), http, lmtp: None, smtp: None }
    }

    /// More arguments.
    #[must_use]
    pub fn with<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.arguments.extend(arguments.into_iter().map(str::to_owned));
        self
    }

    /// One more environment variable, such as `TILLIT_URL`.
    #[must_use]
    pub fn environment(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts it and waits until `/health` answers 200.
    pub async fn start(&self) -> Outcome<Server> {
        let mut server = self.start_unready()?;
        wait_until("the server's /health", async || {
            if let Some(status) = server.process.ended()? {
                return Err(format!("the server ended at once ({status}):\n{}", server.logs()).into());
            }
            Ok(get(self.http, "/health").await.ok().filter(|(status, _)| *status == 200))
        })
        .await?;
        Ok(server)
    }

    /// Starts it and waits for nothing: for kills while it starts.
    pub fn start_unready(&self) -> Outcome<Server> {
        let mut command = tillit_like(&self.program);
        command.args(&self.arguments).envs(self.environment.iter().cloned());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = Leashed::start(&mut command)?;
        let words = Words::default();
        let (out, err) = process.output();
        words.listen(out, true);
        words.listen(err, false);
        Ok(Server { process, launch: self.clone(), words })
    }
}

impl Server {
    /// The address of a page, such as `server.url("/inbox")`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.launch.http)
    }

    /// Where its pages are.
    pub fn http(&self) -> SocketAddr {
        self.launch.http
    }

    /// Where it takes mail by LMTP.
    pub fn lmtp(&self) -> Outcome<SocketAddr> {
        self.launch.lmtp.ok_or_else(|| "this launch has no LMTP listener".into())
    }

    /// Where it takes mail by SMTP.
    pub fn smtp(&self) -> Outcome<SocketAddr> {
        self.launch.smtp.ok_or_else(|| "this launch has no SMTP listener".into())
    }

    /// Status and body of one page, without cookies or scripts.
    pub async fn get(&self, path: &str) -> Outcome<(u16, String)> {
        get(self.launch.http, path).await
    }

    /// The one line a demo prints on standard output.
    pub async fn sign_in_link(&self) -> Outcome<String> {
        let link = wait_until("the sign-in link", async || Ok(locked(&self.words.out).first().cloned()));
        link.await
    }

    /// Everything it said so far, on both outputs.
    pub fn logs(&self) -> String {
        locked(&self.words.all).join("\n")
    }

    /// What it used; nothing where the kernel does not tell it the way Linux does.
    pub fn used(&self) -> Outcome<Option<Used>> {
        let of = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", self.process.id()));
        let (Ok(status), Ok(stat)) = (of("status"), of("stat")) else { return Ok(None) };
        let bytes = |name: &str| {
            let kib = status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
            kib.map(|kib: u64| kib * 1024).ok_or_else(|| format!("no {name}"))
        };
        // Behind the name, which stands in brackets: user and system time are the twelfth and thirteenth, in ticks.
        let ticks = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
        let ticks: u64 = ticks.map(|one| one.parse::<u64>().unwrap_or_default()).sum();
        let cpu = Duration::from_millis(ticks * 10);
        Ok(Some(Used { cpu, resident: bytes("VmRSS:")?, peak: bytes("VmHWM:")? }))
    }

    /// Counts the most memory from here on.
    pub fn forget_peak(&self) -> Outcome {
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.process.id()), "5")?)
    }

    /// SIGKILL, at once.
    pub fn kill(&mut self) -> Outcome {
        self.process.kill().map(drop)
    }

    /// SIGTERM, and nothing more.
    pub fn ask_to_stop(&self) -> Outcome {
        self.process.ask_to_stop()
    }

    /// SIGTERM, then the wait for a graceful end.
    pub fn stop(&mut self) -> Outcome<ExitStatus> {
        self.process.stop(PATIENCE)
    }

    /// Kills it and starts it again with the same data on the same ports.
    pub async fn kill_and_restart(mut self) -> Outcome<Self> {
        self.kill()?;
        let launch = self.launch.clone();
        launch.start().await
    }
}

impl Drop for Server {
    #[expect(clippy::print_stderr, reason = "a failed test shows what the server said")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("── the server said:\n{}", self.logs());
        }
    }
}

impl Words {
    /// Reads one output to its end on a thread of its own.
    fn listen(&self, output: Option<impl Read + Send + 'static>, is_out: bool) {
        let Some(output) = output else { return };
        let words = self.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if is_out {
                    locked(&words.out).push(line.clone());
                }
                locked(&words.all).push(line);
            }
        });
    }
}

fn tillit_like(program: &[String]) -> Command {
    let clean = tillit();
    let mut command = Command::new(&program[0]);
    for (name, value) in clean.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.args(&program[1..]).current_dir(Path::new("/"));
    command
}

fn locked(words: &Mutex<Vec<String>>) -> std::sync::MutexGuard<'_, Vec<String>> {
    words.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One plain request; enough for pages that are not chunked.
async fn get(address: SocketAddr, path: &str) -> Outcome<(u16, String)> {
    let mut peer = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    peer.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    peer.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("a whole answer")?;
    let status = head.split(' ').nth(1).ok_or("a status")?.parse()?;
    Ok((status, body.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Node.js is needed for the build anyway; here it plays the product.
    const STAND_IN: &str = r#"
        const at = process.argv[process.argv.indexOf("--listen") + 1].split(":");
        console.log("http://link.example/" + (process.env.TILLIT_GREETING ?? "none"));
        console.error("listening");
        process.on("SIGTERM", () => { console.error("bye"); process.exit(0); });
        require("http").createServer((q, a) => { a.statusCode = q.url === "/health" ? 200 : 404; a.end("ok"); })
            .listen(Number(at[1]), at[0]);
    "#;

    fn stand_in() -> Outcome<Launch> {
        let [http] = free_addresses()?;
        let mut launch = Launch::program("node", http);
        launch.program.extend(["-e".to_owned(), STAND_IN.to_owned(), "--".to_owned()]);
        Ok(launch.with(["--listen", &http.to_string()]))
    }

    #[tokio::test]
    async fn a_server_is_ready_when_start_returns() -> Outcome {
        let mut server = stand_in()?.environment("TILLIT_GREETING", "hei").start().await?;
        assert_eq!(server.get("/health").await?, (200, "ok".to_owned()));
        assert_eq!(server.get("/nowhere").await?.0, 404);
        assert_eq!(server.sign_in_link().await?, "http://link.example/hei");
        assert!(server.logs().contains("listening"));
        assert_eq!(server.url("/x"), format!("http://{}/x", server.http()));
        assert!(server.lmtp().is_err() && server.smtp().is_err());
        assert!(server.stop()?.success());
        assert!(get(server.http(), "/health").await.is_err());
        Ok(())
    }

    #[tokio::test]
    async fn a_killed_server_comes_back_on_the_same_port() -> Outcome {
        let server = stand_in()?.start().await?;
        let address = server.http();
        let again = server.kill_and_restart().await?;
        assert_eq!(again.http(), address);
        assert_eq!(again.get("/health").await?.0, 200);
        assert!(!again.logs().contains("bye"));
        Ok(())
    }

    #[tokio::test]
    async fn a_server_that_ends_at_once_is_told_with_its_words() -> Outcome {
        let [http] = free_addresses()?;
        let mut launch = Launch::program("sh", http);
        launch.program.extend(["-c".to_owned(), "echo no such flag >&2; exit 3".to_owned()]);
        let Err(error) = launch.start().await else { return Err("it cannot start".into()) };
        assert!(error.to_string().contains("ended at once"), "{error}");
        Ok(())
    }

    #[test]
    fn the_product_is_started_with_its_place_and_three_listeners() -> Outcome {
        let place = Place::sqlite()?;
        let launch = Launch::serve(&place)?;
        let line = launch.arguments.join(" ");
        assert!(line.starts_with(&format!("serve --data {} --listen 127.0.0.1:", place.data().display())), "{line}");
        assert!(line.contains(" --lmtp 127.0.0.1:") && line.contains(" --smtp 127.0.0.1:"), "{line}");
        let demo = Launch::demo(7)?.arguments.join(" ");
        assert!(demo.starts_with("demo --no-browser --seed 7 --listen 127.0.0.1:"), "{demo}");
        Ok(())
    }
}
