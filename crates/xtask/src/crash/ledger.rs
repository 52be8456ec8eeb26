//! What was offered, and what somebody was told is safe. Everything carries a mark, by which it is found again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A customer's mail; acknowledged by a 250.
    Mail,
    /// A colleague's reply; acknowledged by the desk.
    Reply,
    /// A colleague's note; acknowledged by the desk.
    Note,
}

/// One thing that was offered.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Whether somebody was told that it is safe.
    pub acknowledged: bool,
    /// The mark of the reply that this mail answers.
    pub answers: Option<String>,
}

/// All of them; shared by everybody who makes load.
#[derive(Default)]
pub struct Ledger {
    entries: Mutex<HashMap<String, Entry>>,
    numbers: AtomicU64,
    offered_again: AtomicU64,
    draining: AtomicBool,
    broken_in_drain: AtomicU64,
}

impl Ledger {
    /// A new thing about to be offered; its mark.
    pub fn open(&self, kind: Kind, answers: Option<String>) -> String {
        let letter = match kind {
            Kind::Mail => 'm',
            Kind::Reply => 'r',
            Kind::Note => 'n',
        };
        let mark = format!("mark-{letter}{}-end", self.numbers.fetch_add(1, Ordering::Relaxed));
        self.entries().insert(mark.clone(), Entry { kind, acknowledged: false, answers });
        mark
    }

    /// Somebody was told that it is safe.
    pub fn acknowledged(&self, mark: &str) {
        if let Some(entry) = self.entries().get_mut(mark) {
            entry.acknowledged = true;
        }
    }

    /// A mail was handed over once more, on purpose or because nobody had answered.
    pub fn again(&self) {
        self.offered_again.fetch_add(1, Ordering::Relaxed);
    }

    /// From now on the server is stopping politely, or no longer.
    pub fn draining(&self, draining: bool) {
        self.draining.store(draining, Ordering::SeqCst);
    }

    /// A colleague's request was taken and not answered; a server that stops politely does not do that.
    pub fn unanswered(&self) {
        if self.draining.load(Ordering::SeqCst) {
            self.broken_in_drain.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many mails were handed over once more.
    pub fn offered_again(&self) -> u64 {
        self.offered_again.load(Ordering::Relaxed)
    }

    /// How many requests a polite stop left without an answer.
    pub fn broken_in_drain(&self) -> u64 {
        self.broken_in_drain.load(Ordering::Relaxed)
    }

    /// A copy of all there is.
    pub fn all(&self) -> HashMap<String, Entry> {
        self.entries().clone()
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<String, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Every mark in a text, in order.
pub fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("mark-").filter_map(move |(start, _)| {
        let rest = &text[start..];
        let end = rest.find("-end")?;
        let number = rest.get(6..end)?;
        let whole = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| &rest[..end + 4])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_whole() {
        let text = "<p>mark-m1-end</p> mark- mark-r22-end mark-x-end mark-n3-en";
        assert_eq!(marks(text).collect::<Vec<_>>(), ["mark-m1-end", "mark-r22-end"]);
    }

    #[test]
    fn only_a_drain_counts_what_was_left_unanswered() {
        let ledger = Ledger::default();
        ledger.unanswered();
        ledger.draining(true);
        ledger.unanswered();
        assert_eq!(ledger.broken_in_drain(), 1);
    }

    #[test]
    fn every_mark_is_its_own() {
        let ledger = Ledger::default();
        let (one, other) = (ledger.open(Kind::Mail, None), ledger.open(Kind::Reply, None));
        assert_ne!(one, other);
        ledger.acknowledged(&one);
        assert!(ledger.all()[&one].acknowledged && !ledger.all()[&other].acknowledged);
    }
}
