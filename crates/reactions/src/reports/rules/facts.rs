//! What of a conversation's history counts, and when. Drawn anew from the whole history each time, so that it is the
//! same however often and in whichever portions the log is read.
//!
//! Times go by the definitions of the service clocks: a first answer is measured from the first mail that a person
//! wrote, a further one from the oldest mail that is unanswered, resolution from the beginning to the last time it
//! was solved or closed. Real time is all of it; open time is what lies in the opening hours, and of further answers
//! only what does not lie in a wait for others.

use std::collections::{BTreeMap, BTreeSet};

use base::Instant;
use base::calendar::{Calendar, Pause};
use conversations::events::{ClockKind, ConversationEvent};
use conversations::{DeliveryState, Group, MessageId, MessageKind, OldSaid, Outcome, State};
use jiff::SignedDuration;

use crate::reports::Measure;
use kept::Word;

mod kept;

/// Real hours within which anybody is answered.
pub const PROMISED: SignedDuration = SignedDuration::from_hours(24);

/// A fact of the log.
#[derive(Clone, Debug)]
pub struct Fact {
    /// When.
    pub at: Instant,
    /// Who: see [`base::Actor::key`].
    pub actor: String,
    /// What.
    pub event: ConversationEvent,
}

/// A conversation as it stands, with its history.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// When its first mail came.
    pub opened_at: Instant,
    /// Who has it, or empty.
    pub owner: &'a str,
    /// The service policy that it goes by, or empty.
    pub policy: &'a str,
    /// Whether it is solved or closed.
    pub done: bool,
    /// Whether it became part of another: then it is no matter of its own.
    pub merged: bool,
    /// What became of it, as far as somebody said.
    pub outcome: Option<Outcome>,
    /// Whether its customer began another on the same topic within a week after it was solved last.
    pub again: bool,
    /// What happened, oldest first.
    pub facts: &'a [Fact],
    /// The opening hours; without them every hour counts.
    pub hours: Option<&'a Calendar>,
}

/// Something that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub measure: Measure,
    /// When.
    pub at: Instant,
    /// Whose it is: who answered, who closed, who had it; or empty.
    pub staff: String,
    /// The service policy that it goes by, or that asked for this; or empty.
    pub policy: String,
    /// Seconds that it took.
    pub real: Option<i64>,
    /// Of these, seconds within the opening hours.
    pub open: Option<i64>,
}

/// All that counts of one conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Each thing, in the order it happened.
    pub entries: Vec<Entry>,
    /// Since when it has been open, if it is.
    pub open_since: Option<Instant>,
    /// Since when somebody has waited for a first answer, if one is owed.
    pub waits_since: Option<Instant>,
}

/// Draws what counts.
#[must_use]
pub fn told(case: &Case<'_>) -> Told {
    // What is blocked is filed as closed when it comes; nobody was meant to look at it.
    let moved =
        |fact: &Fact| matches!(fact.event, ConversationEvent::StateChanged { .. } | ConversationEvent::MovedIn { .. });
    let there = |fact: &Fact| match fact.event {
        ConversationEvent::Deleted { .. } | ConversationEvent::Erased { .. } => Some(false),
        ConversationEvent::Restored { .. } => Some(true),
        _ => None,
    };
    // What is deleted never was.
    if case.facts.iter().rev().find_map(there) == Some(false) {
        return Told::default();
    }
    if case.merged || (case.done && !case.facts.iter().any(moved)) {
        return Told::default();
    }
    let (vain, writers) = replies(case.facts);
    let undone = taken_back(case.facts);
    let mut fold = Fold::new(case);
    let mut passed_over = None;
    for (index, fact) in case.facts.iter().enumerate() {
        match &fact.event {
            _ if undone.contains(&index) => {}
            ConversationEvent::ReplySent { message, .. } if vain.contains(message) => passed_over = Some(fact.at),
            // What came with a reply that never went, went with it.
            ConversationEvent::StateChanged { .. } if passed_over == Some(fact.at) => {}
            ConversationEvent::ReplySent { message, .. } => {
                let writer = writers.get(message).map_or(fact.actor.as_str(), String::as_str);
                fold.replied(fact.at, writer);
            }
            ConversationEvent::MovedIn { made: true, state, ended, .. } => fold.past(&said(case.facts), *state, *ended),
            // A talk answers as well as a mail does.
            ConversationEvent::ContactLogged { at, answers: true, .. } => fold.replied(*at, &fact.actor),
            _ => fold.take(fact),
        }
    }
    fold.end()
}

/// What was said before a conversation was taken in from another system, oldest first.
fn said(facts: &[Fact]) -> Vec<&OldSaid> {
    let mut all: Vec<&OldSaid> = Vec::new();
    for fact in facts {
        if let ConversationEvent::MovedIn { said, .. } = &fact.event {
            all.extend(said);
        }
    }
    all.sort_by_key(|one| one.at);
    all
}

/// Replies that were taken back or never arrived, and who wrote those that went by themselves.
fn replies(facts: &[Fact]) -> (Vec<MessageId>, BTreeMap<MessageId, String>) {
    let (mut arrived, mut writers) = (BTreeMap::new(), BTreeMap::new());
    for fact in facts {
        match &fact.event {
            ConversationEvent::ReplyUndone { message, .. } => {
                arrived.insert(message.clone(), false);
            }
            ConversationEvent::DeliveryChanged { message, state, .. } => {
                let lost = matches!(state, DeliveryState::Failed | DeliveryState::Bounced);
                arrived.insert(message.clone(), !lost);
            }
            ConversationEvent::ReplyScheduled { message, .. } => {
                writers.insert(message.clone(), fact.actor.clone());
            }
            _ => {}
        }
    }
    (arrived.into_iter().filter(|(_, arrived)| !arrived).map(|(message, _)| message).collect(), writers)
}

/// Changes of state that a colleague took back, and those that brought the state back: neither counts.
fn taken_back(facts: &[Fact]) -> BTreeSet<usize> {
    let moved = |fact: &Fact| matches!(fact.event, ConversationEvent::StateChanged { .. });
    let mut undone = BTreeSet::new();
    for (index, fact) in facts.iter().enumerate() {
        let ConversationEvent::StepUndone { done_at, .. } = &fact.event else { continue };
        let before = (0..index).rev().find(|n| {
            facts[*n].at == *done_at && facts[*n].actor == fact.actor && moved(&facts[*n]) && !undone.contains(n)
        });
        let after = (index..facts.len()).find(|n| facts[*n].at == fact.at && moved(&facts[*n]));
        if let (Some(before), Some(after)) = (before, after) {
            undone.extend([before, after]);
        }
    }
    undone
}

/// The staff id of an actor's key; empty for others.
fn staff(actor: &str) -> &str {
    actor.strip_prefix("staff:").unwrap_or_default()
}

/// Whether one message of its customer was enough for what was solved at `solved` and stayed so; see
/// [`conversations::rules::fcr`].
fn is_first_contact(entries: &[Entry], solved: Instant) -> bool {
    let of = |measure: Measure| entries.iter().filter(move |entry| entry.measure == measure);
    of(Measure::Received).filter(|entry| entry.at <= solved).count() == 1 && of(Measure::Reopened).next().is_none()
}

struct Fold<'a> {
    case: &'a Case<'a>,
    told: Told,
    /// Whether a customer began it.
    asked: bool,
    /// Whether anything came in.
    heard: bool,
    began: Option<Instant>,
    owner: String,
    done: Option<Instant>,
    owed: Option<Instant>,
    answered: bool,
    pending: Option<Instant>,
    pauses: Vec<Pause>,
    paused: Option<Instant>,
    word: Word,
    lapses: Vec<usize>,
    /// What is told lies before the day on which it was taken in: nobody had promised anything then.
    past: bool,
    last: Instant,
}

impl<'a> Fold<'a> {
    fn new(case: &'a Case<'a>) -> Self {
        Self {
            case,
            told: Told::default(),
            asked: false,
            heard: false,
            began: None,
            owner: String::new(),
            done: None,
            owed: None,
            answered: false,
            pending: None,
            pauses: Vec::new(),
            paused: None,
            word: Word::default(),
            lapses: Vec::new(),
            past: false,
            last: case.opened_at,
        }
    }

    fn add(&mut self, measure: Measure, at: Instant, staff: &str) {
        let (staff, policy) = (staff.to_owned(), self.case.policy.to_owned());
        self.told.entries.push(Entry { measure, at, staff, policy, real: None, open: None });
    }

    /// What a policy asked for was kept or missed; that counts for the policy.
    fn asked_for(&mut self, what: Option<Measure>, at: Instant, staff: &str) {
        let Some(measure) = what else { return };
        let (staff, policy) = (staff.to_owned(), self.word.policy().to_owned());
        self.told.entries.push(Entry { measure, at, staff, policy, real: None, open: None });
    }

    /// Something that took from `from` until `at`; it counts at `when`.
    fn took(&mut self, measure: Measure, when: Instant, staff: &str, (from, at): (Instant, Instant)) {
        let pauses = if measure == Measure::Next { self.pauses.as_slice() } else { &[] };
        let open = match self.case.hours {
            Some(hours) => hours.elapsed_with_pauses(from, at, pauses),
            None => at.duration_since(from),
        };
        let (real, open) = (Some(at.duration_since(from).as_secs().max(0)), Some(open.as_secs().max(0)));
        let (staff, policy) = (staff.to_owned(), self.case.policy.to_owned());
        self.told.entries.push(Entry { measure, at: when, staff, policy, real, open });
    }

    /// What another system tells of a conversation. No clock runs on from it.
    fn past(&mut self, said: &[&OldSaid], state: State, ended: Option<Instant>) {
        self.past = true;
        self.heard = true;
        self.case.owner.clone_into(&mut self.owner);
        let spoken = |one: &&&OldSaid| !one.automatic && matches!(one.kind, MessageKind::Inbound | MessageKind::Reply);
        let ours = said.iter().find(spoken).is_some_and(|first| first.kind == MessageKind::Reply);
        self.began = Some(self.case.opened_at);
        (self.asked, self.answered) = (!ours, ours);
        if self.asked {
            self.add(Measure::Opened, self.case.opened_at, self.case.owner);
        }
        self.add(Measure::Enter, self.case.opened_at, self.case.owner);
        for one in said.iter().filter(spoken) {
            self.last = self.last.max(one.at);
            match one.kind {
                MessageKind::Inbound => self.received(one.at, false),
                _ => self.replied(one.at, &one.by.as_ref().map(|id| format!("staff:{id}")).unwrap_or_default()),
            }
        }
        if state.group() == Group::Closed {
            self.moved(ended.map_or(self.last, |ended| ended.max(self.last)), state, "");
        }
        (self.owed, self.pending, self.answered, self.past) = (None, None, true, false);
    }

    fn take(&mut self, fact: &Fact) {
        self.last = self.last.max(fact.at);
        match &fact.event {
            ConversationEvent::Opened { .. } => {
                (self.asked, self.began) = (true, Some(self.case.opened_at));
                self.add(Measure::Opened, self.case.opened_at, self.case.owner);
                self.add(Measure::Enter, self.case.opened_at, self.case.owner);
            }
            ConversationEvent::Begun { .. } | ConversationEvent::Recurred { .. } => {
                // Whoever is written to first owes us a word, not we them.
                (self.began, self.answered) = (Some(fact.at), true);
                self.add(Measure::Enter, fact.at, self.case.owner);
            }
            ConversationEvent::MessageReceived { automatic, .. } => {
                let opening = self.asked && !std::mem::replace(&mut self.heard, true);
                if !automatic {
                    self.received(fact.at, opening);
                }
            }
            ConversationEvent::Assigned { to, .. } => {
                self.owner = to.as_ref().map(ToString::to_string).unwrap_or_default();
            }
            ConversationEvent::StateChanged { to, .. } => self.moved(fact.at, *to, staff(&fact.actor)),
            ConversationEvent::ServiceChosen { policy, solution, .. } => self.word.chosen(policy.as_ref(), *solution),
            ConversationEvent::ClockTurned { runs, .. } => self.word.turned(*runs),
            ConversationEvent::ClockBreached { clock, .. } => {
                let owner = self.owner.clone();
                let missed = self.word.passed(*clock);
                self.asked_for(missed, fact.at, &owner);
                let measure = match clock {
                    ClockKind::First => Measure::LapseFirst,
                    ClockKind::Next => Measure::LapseNext,
                    // Lapses are of replies.
                    ClockKind::Resolution => return,
                };
                self.lapses.push(self.told.entries.len());
                self.add(measure, fact.at, &owner);
            }
            _ => {}
        }
    }

    /// `opening`: it is the mail that the conversation began with.
    fn received(&mut self, at: Instant, opening: bool) {
        let at = if opening { self.case.opened_at } else { at };
        self.add(Measure::Received, at, self.case.owner);
        if !self.answered {
            self.owed.get_or_insert(at);
        } else if self.pending.is_none() {
            self.pending = Some(at);
            self.pauses.clear();
            self.paused = None;
        }
    }

    fn replied(&mut self, at: Instant, actor: &str) {
        self.last = self.last.max(at);
        let who = match staff(actor) {
            "" => self.owner.clone(),
            id => id.to_owned(),
        };
        self.add(Measure::Replied, at, &who);
        if let Some(since) = self.owed.take() {
            self.took(Measure::First, at, &who, (since, at));
            let late = at.duration_since(since) > PROMISED;
            if !self.past {
                self.took(if late { Measure::Late } else { Measure::InTime }, since, &who, (since, at));
            }
            let kept = self.word.given(ClockKind::First);
            self.asked_for(kept, at, &who);
        } else if let Some(since) = self.pending.take() {
            self.resume(at);
            self.took(Measure::Next, at, &who, (since, at));
            let kept = self.word.given(ClockKind::Next);
            self.asked_for(kept, at, &who);
        }
        self.answered = true;
        for index in std::mem::take(&mut self.lapses) {
            let lapse = &mut self.told.entries[index];
            lapse.real = Some(at.duration_since(lapse.at).as_secs().max(0));
        }
    }

    fn resume(&mut self, at: Instant) {
        if let Some(from) = self.paused.take() {
            self.pauses.push(Pause { from, until: at });
        }
    }

    fn moved(&mut self, at: Instant, to: State, who: &str) {
        let who = if who.is_empty() { self.owner.clone() } else { who.to_owned() };
        match (self.done, to.group() == Group::Closed) {
            (None, true) => {
                self.add(Measure::Closed, at, &who);
                self.add(Measure::Leave, at, self.case.owner);
                self.done = Some(at);
                self.nothing_owed(at);
            }
            (Some(_), false) => {
                self.add(Measure::Reopened, at, &who);
                self.add(Measure::Enter, at, self.case.owner);
                self.done = None;
            }
            _ => {}
        }
        if to == State::WaitingOthers && self.pending.is_some() {
            self.paused.get_or_insert(at);
        } else {
            self.resume(at);
        }
    }

    /// Solved or closed: nothing is owed. Who had waited too long by then did.
    fn nothing_owed(&mut self, at: Instant) {
        let owed = self.owed.take().filter(|_| !self.past);
        if let Some(since) = owed.filter(|since| at.duration_since(*since) > PROMISED) {
            self.add(Measure::Late, since, self.case.owner);
        }
        self.pending = None;
        self.word.let_go();
        self.lapses.clear();
    }

    /// Whose it was to close it the last time.
    fn who_closed(&self) -> String {
        let last = self.told.entries.iter().rev().find(|entry| entry.measure == Measure::Closed);
        last.map(|entry| entry.staff.clone()).unwrap_or_default()
    }

    fn end(mut self) -> Told {
        // Merges and replies that never arrived move a conversation without a word in the log.
        match (self.done, self.case.done) {
            (None, true) => {
                self.add(Measure::Leave, self.last, self.case.owner);
                self.owed = None;
            }
            (Some(_), false) => self.add(Measure::Enter, self.last, self.case.owner),
            _ => {}
        }
        if let Some(at) = self.done.filter(|_| self.case.done && self.asked) {
            let who = self.who_closed();
            self.took(Measure::Resolved, at, &who, (self.case.opened_at, at));
            if !self.case.again && is_first_contact(&self.told.entries, at) {
                self.add(Measure::FirstContact, at, &who);
            }
        }
        if let Some(at) = self.done.filter(|_| self.case.done) {
            let (kept, who) = (self.word.solved(), self.who_closed());
            self.asked_for(kept, at, &who);
        }
        if let (Some(outcome), Some(at)) = (self.case.outcome, self.done.filter(|_| self.case.done)) {
            let who = self.who_closed();
            self.add(Measure::Ended(outcome.ending, outcome.known), at, &who);
        }
        self.told.open_since = self.began.filter(|_| !self.case.done);
        self.told.waits_since = self.owed.filter(|_| !self.case.done);
        self.told
    }
}

#[cfg(test)]
mod tests;
