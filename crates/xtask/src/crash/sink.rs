//! The customers' mail server: keeps every mail it says 250 to, in order, and never goes away.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Outcome;
use super::ledger::marks;

/// A reply as a customer got it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Its Message-ID, with brackets.
    pub message_id: String,
    /// Where an answer goes.
    pub reply_to: String,
    /// The customer.
    pub to: String,
    /// The mark in its text.
    pub mark: String,
}

/// A listening sink.
pub struct Sink {
    address: SocketAddr,
    kept: Arc<Mutex<Vec<Reply>>>,
}

impl Sink {
    /// Listens on a free loopback port, until this program ends.
    pub fn start() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let kept = Arc::new(Mutex::new(Vec::new()));
        let ours = Arc::clone(&kept);
        std::thread::spawn(move || {
            for peer in listener.incoming().flatten() {
                let kept = Arc::clone(&ours);
                // A peer that is killed in the middle is what we are here for.
                std::thread::spawn(move || drop(converse(peer, &kept)));
            }
        });
        Ok(Self { address, kept })
    }

    /// For `--relay`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Everything that came, in order.
    pub fn kept(&self) -> Vec<Reply> {
        locked(&self.kept).clone()
    }

    /// A way to look that others can hold.
    pub fn shelf(&self) -> Arc<Mutex<Vec<Reply>>> {
        Arc::clone(&self.kept)
    }
}

fn locked(kept: &Mutex<Vec<Reply>>) -> MutexGuard<'_, Vec<Reply>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

fn converse(peer: TcpStream, kept: &Mutex<Vec<Reply>>) -> Outcome {
    peer.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut peer = BufReader::new(peer);
    let mut to = String::new();
    say(&mut peer, "220 sink.crash.example")?;
    loop {
        let line = read_line(&mut peer)?;
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut peer, "250-sink.crash.example\r\n250-8BITMIME\r\n250 SMTPUTF8")?,
            "RCPT" => {
                to = within(&line, '<', '>').to_owned();
                say(&mut peer, "250 2.1.5 yes")?;
            }
            "DATA" => {
                say(&mut peer, "354 go on")?;
                let mut lines = Vec::new();
                loop {
                    let line = read_line(&mut peer)?;
                    if line == "." {
                        break;
                    }
                    lines.push(line);
                }
                locked(kept).push(understood(&lines, &to));
                say(&mut peer, "250 2.0.0 kept")?;
            }
            "QUIT" => return say(&mut peer, "221 2.0.0 bye"),
            _ => say(&mut peer, "250 2.0.0 yes")?,
        }
    }
}

fn understood(lines: &[String], to: &str) -> Reply {
    let field = |name: &str| {
        let head = lines.iter().take_while(|line| !line.is_empty());
        let mut values = head.skip_while(|line| !line.to_ascii_lowercase().starts_with(name));
        let mut value = values.next().map(|line| line[name.len()..].to_owned()).unwrap_or_default();
        for more in values.take_while(|line| line.starts_with([' ', '\t'])) {
            value.push_str(more.trim_start());
        }
        value
    };
    let bracketed =
        |value: &str| if value.contains('<') { within(value, '<', '>').to_owned() } else { value.trim().to_owned() };
    let mark = lines.iter().skip_while(|line| !line.is_empty()).find_map(|line| marks(line).next().map(str::to_owned));
    Reply {
        message_id: field("message-id:").trim().to_owned(),
        reply_to: bracketed(&field("reply-to:")),
        to: to.to_owned(),
        mark: mark.unwrap_or_default(),
    }
}

fn within(text: &str, open: char, close: char) -> &str {
    text.split_once(open).and_then(|(_, rest)| rest.split_once(close)).map_or("", |(inside, _)| inside)
}

fn read_line(peer: &mut BufReader<TcpStream>) -> Outcome<String> {
    let mut line = Vec::new();
    if peer.read_until(b'\n', &mut line)? == 0 || line.last() != Some(&b'\n') {
        return Err("the peer hung up".into());
    }
    Ok(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned())
}

fn say(peer: &mut BufReader<TcpStream>, line: &str) -> Outcome {
    Ok(peer.get_mut().write_all(format!("{line}\r\n").as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_understood_also_when_its_header_is_folded() {
        let mail =
            "From: x\nMESSAGE-ID:\n <a@b>\nReply-To: Us <hjelp+1.x@b.example>\n\nHei\nmark-r7-end\n> mark-m1-end";
        let lines: Vec<String> = mail.lines().map(str::to_owned).collect();
        let expected = Reply {
            message_id: "<a@b>".into(),
            reply_to: "hjelp+1.x@b.example".into(),
            to: "kari@x.example".into(),
            mark: "mark-r7-end".into(),
        };
        assert_eq!(understood(&lines, "kari@x.example"), expected);
    }
}
