//! The verdict: every page of every conversation and every mail in the sink, held against the ledger.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::ledger::{Entry, Kind, Ledger, marks};
use super::sink::{Reply, Sink};
use super::{Outcome, http};

/// How long everything that was acknowledged may take to come through once nothing dies any more.
const SETTLE_MAX: Duration = Duration::from_secs(120);
/// The number of the first conversation, and how many missing ones in a row are the end.
const FIRST_NUMBER: u64 = 1001;
const GAP: u64 = 20;

/// How many of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Somebody was told that they are safe.
    pub acknowledged: usize,
    /// Of these, how many are there.
    pub present: usize,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Customers' mails.
    pub mails: Share,
    /// Replies, in the sink.
    pub replies: Share,
    /// Notes.
    pub notes: Share,
    /// Marks of what somebody was told is safe, and is not there.
    pub lost: BTreeSet<String>,
    /// Marks of what is there twice: shown twice, or sent under two Message-IDs.
    pub duplicated: BTreeSet<String>,
    /// Marks of answers that are not in the conversation they answer.
    pub astray: BTreeSet<String>,
    /// Answers in the conversation they answer.
    pub joined: usize,
    /// Mails in the sink once more under the same Message-ID.
    pub resent: u64,
    /// The most that one of them came again.
    pub resent_most: u64,
    /// Mails handed over once more, on purpose or in doubt.
    pub offered_again: u64,
    /// Requests that a polite stop left without an answer.
    pub broken_in_drain: u64,
}

impl Verdict {
    /// Whether the promise is broken.
    pub fn is_bad(&self) -> bool {
        !self.lost.is_empty() || !self.duplicated.is_empty() || !self.astray.is_empty()
    }

    /// All that somebody was told is safe.
    pub fn acknowledged(&self) -> usize {
        self.mails.acknowledged + self.replies.acknowledged + self.notes.acknowledged
    }

    /// Of these, how many are there.
    pub fn present(&self) -> usize {
        self.mails.present + self.replies.present + self.notes.present
    }

    /// The marks behind the figures, for whoever looks into it.
    pub fn details(&self) -> String {
        format!("lost: {:?}\nduplicated: {:?}\nastray: {:?}", self.lost, self.duplicated, self.astray)
    }
}

/// What can be seen from outside: how often each mark stands on which conversation's page.
pub type Pages = HashMap<String, Vec<u64>>;

/// Waits until everything is there and then for `quiet`, in which late doubles would come, and judges.
pub fn when_settled(ledger: &Ledger, sink: &Sink, desk: SocketAddr, cookie: &str, quiet: Duration) -> Outcome<Verdict> {
    let begun = Instant::now();
    let all = ledger.all();
    loop {
        let verdict = judge(&all, &look(desk, cookie)?, &sink.kept());
        let complete = verdict.lost.is_empty();
        if (complete && begun.elapsed() > quiet) || begun.elapsed() > SETTLE_MAX {
            let (offered_again, broken_in_drain) = (ledger.offered_again(), ledger.broken_in_drain());
            return Ok(Verdict { offered_again, broken_in_drain, ..verdict });
        }
        std::thread::sleep(if complete { quiet.saturating_sub(begun.elapsed()) } else { Duration::from_millis(500) });
    }
}

/// Opens every conversation, as a colleague would.
pub fn look(desk: SocketAddr, cookie: &str) -> Outcome<Pages> {
    let mut pages = Pages::new();
    let (mut number, mut missing) = (FIRST_NUMBER, 0);
    while missing < GAP {
        let page = |path: &str| http::get(desk, path, cookie).map_err(|lost| format!("{path}: {lost:?}"));
        let short = page(&format!("/c/{number}"))?;
        match (short.status, short.header("location")) {
            (404, _) => missing += 1,
            (303, Some(path)) => {
                missing = 0;
                let shown = page(path)?;
                if shown.status != 200 {
                    return Err(format!("{path} answers {}", shown.status).into());
                }
                for mark in marks(&shown.body) {
                    pages.entry(mark.to_owned()).or_default().push(number);
                }
            }
            (status, _) => return Err(format!("/c/{number} answers {status}").into()),
        }
        number += 1;
    }
    Ok(pages)
}

fn judge(all: &HashMap<String, Entry>, pages: &Pages, kept: &[Reply]) -> Verdict {
    let mut verdict = Verdict::default();
    let mut sent: HashMap<&str, BTreeMap<&str, u64>> = HashMap::new();
    for reply in kept {
        *sent.entry(&reply.mark).or_default().entry(&reply.message_id).or_default() += 1;
    }
    for (mark, entry) in all {
        let shown = pages.get(mark).map_or(0, Vec::len);
        let ids = sent.get(mark.as_str());
        let there = match entry.kind {
            Kind::Mail | Kind::Note => shown > 0,
            Kind::Reply => shown > 0 && ids.is_some(),
        };
        // A reply that nobody was told about is no loss, unless it stands on the page as if it were sent.
        let due = entry.acknowledged || (entry.kind == Kind::Reply && shown > 0);
        if due && !there {
            verdict.lost.insert(mark.clone());
        }
        if shown > 1 || ids.is_some_and(|ids| ids.len() > 1) {
            verdict.duplicated.insert(mark.clone());
        }
        let share = match entry.kind {
            Kind::Mail => &mut verdict.mails,
            Kind::Reply => &mut verdict.replies,
            Kind::Note => &mut verdict.notes,
        };
        share.acknowledged += usize::from(entry.acknowledged);
        share.present += usize::from(entry.acknowledged && there);
        if let Some(answered) = entry.answers.as_ref().filter(|_| shown > 0) {
            if pages.get(answered).is_some_and(|place| place == &pages[mark]) {
                verdict.joined += 1;
            } else {
                verdict.astray.insert(mark.clone());
            }
        }
    }
    for times in sent.values().flat_map(BTreeMap::values) {
        verdict.resent += times - 1;
        verdict.resent_most = verdict.resent_most.max(times - 1);
    }
    verdict
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: Kind, acknowledged: bool) -> Entry {
        Entry { kind, acknowledged, answers: None }
    }

    fn judged(entries: &[(&str, Entry)], shown: &[(&str, u64)], kept: &[(&str, &str)]) -> Verdict {
        let all = entries.iter().map(|(mark, entry)| ((*mark).to_owned(), entry.clone())).collect();
        let mut pages = Pages::new();
        for (mark, number) in shown {
            pages.entry((*mark).to_owned()).or_default().push(*number);
        }
        let reply = |(mark, id): &(&str, &str)| Reply {
            mark: (*mark).to_owned(),
            message_id: (*id).to_owned(),
            ..Reply::default()
        };
        judge(&all, &pages, &kept.iter().map(reply).collect::<Vec<_>>())
    }

    #[test]
    fn what_was_promised_and_is_not_there_is_lost() {
        let mails =
            [("m1", entry(Kind::Mail, true)), ("m2", entry(Kind::Mail, true)), ("m3", entry(Kind::Mail, false))];
        let verdict = judged(&mails, &[("m1", 1)], &[]);
        assert_eq!(verdict.lost, BTreeSet::from(["m2".to_owned()]));
        assert_eq!((verdict.acknowledged(), verdict.present()), (2, 1));
        assert!(verdict.is_bad());
    }

    #[test]
    fn a_reply_is_there_when_it_is_on_the_page_and_in_the_sink() {
        let replies =
            [("r1", entry(Kind::Reply, true)), ("r2", entry(Kind::Reply, true)), ("r3", entry(Kind::Reply, false))];
        let verdict = judged(&replies, &[("r1", 1), ("r2", 1), ("r3", 2)], &[("r1", "<a>")]);
        assert_eq!(verdict.lost, BTreeSet::from(["r2".to_owned(), "r3".to_owned()]));
        assert_eq!(verdict.replies, Share { acknowledged: 2, present: 1 });
    }

    #[test]
    fn twice_shown_and_two_message_ids_are_doubles_but_a_resent_one_is_not() {
        let all =
            [("m1", entry(Kind::Mail, false)), ("r1", entry(Kind::Reply, true)), ("r2", entry(Kind::Reply, true))];
        let shown = [("m1", 1), ("m1", 2), ("r1", 1), ("r2", 1)];
        let verdict =
            judged(&all, &shown, &[("r1", "<a>"), ("r1", "<b>"), ("r2", "<c>"), ("r2", "<c>"), ("r2", "<c>")]);
        assert_eq!(verdict.duplicated, BTreeSet::from(["m1".to_owned(), "r1".to_owned()]));
        assert_eq!((verdict.resent, verdict.resent_most), (2, 2));
        assert!(verdict.lost.is_empty());
    }

    #[test]
    fn an_answer_elsewhere_is_astray() {
        let answer = |to: &str| Entry { answers: Some(to.to_owned()), ..entry(Kind::Mail, true) };
        let all = [("r1", entry(Kind::Reply, true)), ("m1", answer("r1")), ("m2", answer("r1"))];
        let verdict = judged(&all, &[("r1", 1), ("m1", 1), ("m2", 2)], &[("r1", "<a>")]);
        assert_eq!((verdict.joined, verdict.astray), (1, BTreeSet::from(["m2".to_owned()])));
    }
}
