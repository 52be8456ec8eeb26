//! The message after DATA: finds its end, takes the stuffed dots out, holds to the size limit.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What of a refused message is kept to tell people about it.
const BEGINNING_BYTES: usize = 16 * 1024;
/// Up to here a message needs no place in the common budget.
const SMALL_BYTES: usize = 256 * 1024;
const KIB: usize = 1024;

/// Memory for large messages, shared by all connections. A message takes all it may need at once,
/// so that those who hold a share can always finish.
#[derive(Debug)]
pub(super) struct Budget {
    kib: Arc<Semaphore>,
    all_kib: usize,
}

impl Budget {
    pub fn new(bytes: usize) -> Self {
        let all_kib = (bytes / KIB).clamp(1, Semaphore::MAX_PERMITS);
        Self { kib: Arc::new(Semaphore::new(all_kib)), all_kib }
    }

    async fn take(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let kib = u32::try_from(bytes.div_ceil(KIB).min(self.all_kib)).ok()?;
        Arc::clone(&self.kib).acquire_many_owned(kib).await.ok()
    }
}

/// Where in a line the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    LineStart,
    /// Behind a dot at the start of a line.
    Dot,
    /// Behind a dot and a CR.
    DotReturn,
    Middle,
    /// Behind a CR.
    Return,
}

/// A message while it arrives.
#[derive(Debug)]
pub(super) struct Message {
    at: At,
    bytes: Vec<u8>,
    size: u64,
    limit: usize,
    share: Option<OwnedSemaphorePermit>,
}

impl Message {
    pub fn new(limit: usize) -> Self {
        Self { at: At::LineStart, bytes: Vec::new(), size: 0, limit, share: None }
    }

    /// Whether more memory than is free for everybody would be needed to take `more` bytes.
    pub fn needs_share(&self, more: usize) -> bool {
        self.share.is_none() && !self.is_oversize() && self.bytes.len() + more > SMALL_BYTES
    }

    /// Waits for a share of the common memory: `announced` bytes, or as much as the limit.
    pub async fn take_share(&mut self, budget: &Budget, announced: usize) {
        let announced = if announced == 0 { self.limit } else { announced };
        let wanted = announced.clamp(SMALL_BYTES, self.limit.max(SMALL_BYTES));
        self.share = budget.take(wanted).await;
        self.bytes.reserve_exact(wanted.saturating_sub(self.bytes.len()));
    }

    /// Takes bytes off the wire; `Some(n)` when the message ended, after `n` of them.
    pub fn take(&mut self, wire: &[u8]) -> Option<usize> {
        let mut position = 0;
        while let Some(&byte) = wire.get(position) {
            if self.at == At::Middle && byte != b'\r' {
                let rest = &wire[position..];
                let run = rest.iter().position(|byte| *byte == b'\r').unwrap_or(rest.len());
                self.keep(&rest[..run]);
                position += run;
                continue;
            }
            position += 1;
            self.at = match (self.at, byte) {
                (At::LineStart, b'.') => At::Dot,
                (At::Dot, b'\r') => At::DotReturn,
                (At::DotReturn, b'\n') => return Some(position),
                (At::DotReturn, byte) => {
                    self.keep(b"\r");
                    self.keep(&[byte]);
                    if byte == b'\r' { At::Return } else { At::Middle }
                }
                (At::Return, b'\n') => {
                    self.keep(b"\n");
                    At::LineStart
                }
                (_, byte) => {
                    self.keep(&[byte]);
                    if byte == b'\r' { At::Return } else { At::Middle }
                }
            };
        }
        None
    }

    fn keep(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        if !self.is_oversize() {
            self.bytes.extend_from_slice(bytes);
        } else if self.bytes.len() > BEGINNING_BYTES {
            self.bytes.truncate(BEGINNING_BYTES);
            self.bytes.shrink_to_fit();
            self.share = None;
        }
    }

    pub fn is_oversize(&self) -> bool {
        self.size > self.limit as u64
    }

    /// Bytes so far, also those not kept.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The message, and its share of the common memory to be held while it is in use.
    pub fn finish(self) -> (Vec<u8>, Option<OwnedSemaphorePermit>) {
        (self.bytes, self.share)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn taken(wire: &[u8], step: usize) -> (Vec<u8>, Option<usize>) {
        let mut message = Message::new(1_000_000);
        let mut done = 0;
        for chunk in wire.chunks(step) {
            if let Some(end) = message.take(chunk) {
                return (message.finish().0, Some(done + end));
            }
            done += chunk.len();
        }
        (message.finish().0, None)
    }

    #[test]
    fn only_a_dot_alone_between_two_line_breaks_ends_a_message() {
        let cases: [(&str, &str, bool); 16] = [
            ("a\r\n.\r\n", "a\r\n", true),
            (".\r\n", "", true),
            ("\r\n.\r\n", "\r\n", true),
            ("..\r\n.\r\n", ".\r\n", true),
            ("..a\r\n...b\r\n.\r\n", ".a\r\n..b\r\n", true),
            (".a\r\n.\r\n", "a\r\n", true),
            ("a\n.\r\n", "a\n.\r\n", false),
            ("a\n.\n", "a\n.\n", false),
            ("a\r.\r\n", "a\r.\r\n", false),
            ("a\r\n.\n", "a\r\n\n", false),
            ("a\r\n.\r\r\n", "a\r\n\r\r\n", false),
            ("a\r\n.\rb\r\n", "a\r\n\rb\r\n", false),
            ("a\r\r\n.\r\n", "a\r\r\n", true),
            ("a\r\n. \r\n", "a\r\n \r\n", false),
            ("a\0\r\n.\r\n", "a\0\r\n", true),
            ("a", "a", false),
        ];
        for (wire, expected, ends) in cases {
            for step in 1..=wire.len() {
                let (bytes, end) = taken(wire.as_bytes(), step);
                assert_eq!(String::from_utf8_lossy(&bytes), expected, "{wire:?} by {step}");
                assert_eq!(end, ends.then_some(wire.len()), "{wire:?} by {step}");
            }
        }
    }

    #[test]
    fn what_follows_the_end_is_left_for_the_next_command() {
        let mut message = Message::new(100);
        assert_eq!(message.take(b"a\r\n.\r\nQUIT\r\n"), Some(6));
    }

    #[test]
    fn too_much_is_counted_but_not_kept() {
        let mut message = Message::new(50_000);
        for _ in 0..100 {
            assert_eq!(message.take(&[b'x'; 10_000]), None);
        }
        assert!(message.is_oversize());
        assert_eq!(message.size(), 1_000_000);
        assert!(message.finish().0.len() <= BEGINNING_BYTES);
    }

    #[tokio::test]
    async fn large_messages_wait_for_their_share() {
        let budget = Arc::new(Budget::new(1024 * 1024));
        let mut first = Message::new(1024 * 1024);
        assert!(!first.needs_share(1_000) && first.needs_share(SMALL_BYTES + 1));
        first.take_share(&budget, 0).await;
        assert!(!first.needs_share(SMALL_BYTES + 1));
        let mut second = Message::new(1024 * 1024);
        let waiting = tokio::time::timeout(std::time::Duration::from_millis(20), second.take_share(&budget, 300_000));
        assert!(waiting.await.is_err(), "no share while the first holds all");
        drop(first);
        second.take_share(&budget, 300_000).await;
        assert!(second.share.is_some());
    }

    proptest! {
        #[test]
        fn stuffed_dots_come_out_again(text in "[.\\r\\na]{0,40}", step in 1_usize..9) {
            let body = format!("{}\r\n", text.replace("\r\n", "\n").replace('\r', "").replace('\n', "\r\n"));
            let stuffed: String = body.split_inclusive("\r\n").map(|line| if line.starts_with('.') { format!(".{line}") } else { line.to_owned() }).collect();
            let wire = format!("{stuffed}.\r\n");
            let (bytes, end) = taken(wire.as_bytes(), step);
            prop_assert_eq!(String::from_utf8_lossy(&bytes), body);
            prop_assert_eq!(end, Some(wire.len()));
        }
    }
}
