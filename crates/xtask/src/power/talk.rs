//! Who was told what, and when: the server's conversations with mail servers and browsers, as the record has them.
//!
//! What leaves is taken to have left when the call begins, and what was handed on when the other's 250 was heard, so
//! that each cut is judged as strictly as it can be.

use std::collections::HashMap;

use super::trace::{Call, Event};
use crate::crash::ledger::marks;

/// Something was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Somebody heard that this is safe.
    Acknowledged(String),
    /// The customers' mail server said that it has this.
    HandedOn(String),
}

/// All conversations of one process.
#[derive(Default)]
pub struct Talk {
    peers: HashMap<i64, Peer>,
}

#[derive(Default)]
struct Peer {
    heard: Vec<u8>,
    said: Vec<u8>,
}

impl Talk {
    /// Bytes begin to leave for a peer.
    pub fn says(&mut self, event: &Event) -> Vec<Told> {
        let Call::Write { fd, bytes, .. } = &event.call else { return Vec::new() };
        let peer = self.peers.entry(*fd).or_default();
        peer.said.extend_from_slice(bytes);
        let is_yes =
            bytes.starts_with(b"250") || bytes.starts_with(b"HTTP/1.1 303") || bytes.starts_with(b"HTTP/1.1 201");
        let is_answer = bytes.starts_with(b"HTTP/1.1 ") || bytes.get(3).is_some_and(|sign| b" -".contains(sign));
        let heard = if is_answer { std::mem::take(&mut peer.heard) } else { Vec::new() };
        if is_yes { found(&heard).map(Told::Acknowledged).collect() } else { Vec::new() }
    }

    /// Bytes came, or a peer is gone.
    pub fn ended(&mut self, event: &Event) -> Vec<Told> {
        match &event.call {
            Call::Heard { fd, bytes } if event.result > 0 => {
                let peer = self.peers.entry(*fd).or_default();
                let said = std::mem::take(&mut peer.said);
                if bytes.starts_with(b"250") {
                    return found(&said).map(Told::HandedOn).collect();
                }
                peer.heard.extend_from_slice(bytes);
            }
            Call::Close(fd) => {
                self.peers.remove(fd);
            }
            _ => {}
        }
        Vec::new()
    }
}

fn found(bytes: &[u8]) -> impl Iterator<Item = String> + use<> {
    let mut all: Vec<String> = marks(&String::from_utf8_lossy(bytes)).map(str::to_owned).collect();
    all.dedup();
    all.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(call: Call) -> Event {
        Event { begin: 1, end: 2, call, result: 9 }
    }

    fn says(talk: &mut Talk, fd: i64, text: &str) -> Vec<Told> {
        talk.says(&event(Call::Write { fd, at: None, bytes: text.into() }))
    }

    fn hears(talk: &mut Talk, fd: i64, text: &str) -> Vec<Told> {
        talk.ended(&event(Call::Heard { fd, bytes: text.into() }))
    }

    #[test]
    fn a_mail_is_acknowledged_by_the_250_behind_it() {
        let mut talk = Talk::default();
        assert!(hears(&mut talk, 4, "RCPT TO:<a@b>\r\n").is_empty());
        assert!(says(&mut talk, 4, "250 2.1.5 yes\r\n").is_empty());
        assert!(hears(&mut talk, 4, "Subject: x\r\n\r\nma").is_empty());
        assert!(hears(&mut talk, 4, "rk-m1-end\r\n.\r\n").is_empty());
        assert_eq!(says(&mut talk, 4, "250 2.0.0 kept\r\n"), [Told::Acknowledged("mark-m1-end".into())]);
        assert!(hears(&mut talk, 4, "mark-m2-end\r\n.\r\n").is_empty());
        assert!(says(&mut talk, 4, "451 4.3.0 later\r\n").is_empty());
        assert!(says(&mut talk, 4, "250 2.0.0 yes\r\n").is_empty(), "it was refused");
    }

    #[test]
    fn a_reply_is_acknowledged_by_the_page_that_follows_and_handed_on_by_the_others_250() {
        let mut talk = Talk::default();
        hears(&mut talk, 4, "POST /reply HTTP/1.1\r\n\r\nmark-r1-end");
        assert_eq!(says(&mut talk, 4, "HTTP/1.1 303 See Other\r\n"), [Told::Acknowledged("mark-r1-end".into())]);
        hears(&mut talk, 5, "354 go on\r\n");
        assert!(says(&mut talk, 5, "Message-ID: <x>\r\n\r\nmark-r1-end\r\n.\r\n").is_empty());
        assert_eq!(hears(&mut talk, 5, "250 2.0.0 kept\r\n"), [Told::HandedOn("mark-r1-end".into())]);
    }
}
