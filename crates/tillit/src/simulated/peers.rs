//! Everybody whom the business talks to and who is not always there: the server that takes its mail, and a program that
//! its webhook calls. They run on threads of their own and live on when the business's server dies.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::fate::Fate;

/// What a peer does with what it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Takes it.
    #[default]
    Takes,
    /// Not now.
    Later,
    /// Never.
    Never,
    /// Says nothing, and has not taken it; the business's server dies waiting.
    DiesBefore,
    /// Has taken it, and the business's server dies before it hears so.
    DiesAfter,
}

/// Something that a peer was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name: a Message-ID, or the id of a delivery.
    pub id: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// What was done with it.
    pub mood: Mood,
}

#[derive(Default)]
struct State {
    mood: Mood,
    given: Vec<Given>,
}

/// A peer as the simulation holds it.
#[derive(Clone)]
pub struct Peer {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Peer {
    /// A server that takes mail.
    pub fn post(fate: Arc<Fate>) -> Self {
        Self::new(fate, mail)
    }

    /// A program that listens for facts.
    pub fn program(fate: Arc<Fate>) -> Self {
        Self::new(fate, call)
    }

    fn new(fate: Arc<Fate>, serve: fn(TcpStream, &Held) -> std::io::Result<()>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::<Mutex<State>>::default();
        let held = Held { state: state.clone(), fate };
        // Ends with the process: nobody else is told of the port.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let held = held.clone();
                thread::spawn(move || {
                    let _gone = serve(stream, &held);
                });
            }
        });
        Self { address, state }
    }

    /// What it does from now on. Dying happens once.
    pub fn feels(&self, mood: Mood) {
        self.state().mood = mood;
    }

    /// What it does now.
    pub fn mood(&self) -> Mood {
        self.state().mood
    }

    /// What it was given since it was given so much.
    pub fn since(&self, count: usize) -> Vec<Given> {
        self.state().given.iter().skip(count).cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Clone)]
struct Held {
    state: Arc<Mutex<State>>,
    fate: Arc<Fate>,
}

impl Held {
    /// Writes down what was given, and answers what to do about it.
    fn decide(&self, id: String, bytes: Vec<u8>) -> Mood {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mood = state.mood;
        state.given.push(Given { id, bytes, mood });
        if matches!(mood, Mood::DiesBefore | Mood::DiesAfter) {
            state.mood = Mood::Takes;
        }
        drop(state);
        mood
    }

    /// Lets the business's server die, and waits until it has hung up.
    fn strike(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        self.fate.strike();
        let mut rest = [0; 64];
        while stream.read(&mut rest)? > 0 {}
        Ok(())
    }
}

fn mail(stream: TcpStream, held: &Held) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let say = |words: &str| (&stream).write_all(format!("{words}\r\n").as_bytes());
    say("220 sink.example")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say("250-sink.example\r\n250-SMTPUTF8\r\n250 8BITMIME")?,
            "DATA" => {
                say("354 go on")?;
                let bytes = until_dot(&mut lines)?;
                let id = header(&bytes, "Message-ID").unwrap_or_default();
                let id = id.trim_matches(['<', '>', ' ']).to_owned();
                match held.decide(id, bytes) {
                    Mood::Takes => say("250 taken")?,
                    Mood::Later => say("451 not now")?,
                    Mood::Never => say("554 never")?,
                    Mood::DiesBefore | Mood::DiesAfter => return held.strike(&stream),
                }
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 well")?,
        }
    }
}

fn until_dot(lines: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 || line == b".\r\n" {
            return Ok(bytes);
        }
        bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

/// A header of a mail, unfolded.
pub fn header(bytes: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n ", " ").replace("\r\n\t", " ");
    let head = text.split("\r\n\r\n").next()?.to_owned();
    let starts = format!("{}:", name.to_ascii_lowercase());
    let found = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&starts))?;
    Some(found.get(starts.len()..)?.trim().to_owned())
}

fn call(stream: TcpStream, held: &Held) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let (mut id, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "webhook-id" => value.trim().clone_into(&mut id),
            "content-length" => length = value.trim().parse().unwrap_or(0),
            _ => {}
        }
    }
    let mut bytes = vec![0; length];
    lines.read_exact(&mut bytes)?;
    let status = match held.decide(id, bytes) {
        Mood::Takes => "200 OK",
        Mood::Later | Mood::Never => "503 Service Unavailable",
        Mood::DiesBefore | Mood::DiesAfter => return held.strike(&stream),
    };
    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    (&stream).write_all(answer.as_bytes())
}
