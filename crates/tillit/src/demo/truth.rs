//! What was planted: for every plot, the facts that reports must find again.

use std::collections::BTreeMap;

use base::{Instant, Language};

use super::deed::Deed;
use super::{Act, After, PlotId, Timed, times};

/// How a plot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Nobody has answered yet.
    New,
    /// It waits for us.
    Open,
    /// It waits for the customer.
    WaitingCustomer,
    /// It waits for somebody else.
    WaitingOthers,
    /// It is put away for a while.
    Snoozed,
    /// Solved or closed.
    Closed,
}

impl Outcome {
    /// Whether it stands under Open at the desk.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Open)
    }

    /// Whether it stands under Waiting at the desk.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::WaitingCustomer | Self::WaitingOthers)
    }
}

/// The facts of one plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// Which plot.
    pub plot: PlotId,
    /// The customer's language.
    pub language: Language,
    /// The address it was opened from.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// When the first mail came.
    pub opened_at: Instant,
    /// Minutes from the first mail to our first reply.
    pub first_reply_minutes: Option<i64>,
    /// Minutes from the oldest unanswered mail to each further reply.
    pub next_reply_minutes: Vec<i64>,
    /// Replies, by who wrote them.
    pub answered_by: BTreeMap<&'static str, u32>,
    /// When it was closed last, as long as it is.
    pub closed_at: Option<Instant>,
    /// How often it was open again.
    pub reopened: u32,
    /// The oldest customer's mail that is still unanswered.
    pub waits_since: Option<Instant>,
    /// Mails that people sent us.
    pub messages_in: u32,
    /// Mails that machines sent us.
    pub automatic_in: u32,
    /// Replies.
    pub messages_out: u32,
    /// Mails that were passed on.
    pub passed_on: u32,
    /// Replies that wait for their time.
    pub later: u32,
    /// Talks that were written down.
    pub talks: u32,
    /// Internal notes.
    pub notes: u32,
    /// The words that it was sorted under first.
    pub sorted: Vec<String>,
    /// Who has it.
    pub owner: Option<&'static str>,
    /// How often it was closed.
    pub closed: u32,
    /// How it stands.
    pub outcome: Outcome,
}

/// Draws the truth from the acts themselves, in their order.
#[must_use]
pub fn gather<'a>(acts: impl IntoIterator<Item = &'a Timed>) -> BTreeMap<PlotId, Truth> {
    let mut truths = BTreeMap::new();
    for timed in acts {
        match (truths.get_mut(&timed.plot), &timed.act) {
            (Some(truth), act) => tell(truth, timed.at, act),
            (None, Act::MailIn(letter)) => {
                let automatic = letter.form.is_automatic();
                truths.insert(
                    timed.plot,
                    Truth {
                        plot: timed.plot,
                        language: letter.language,
                        from: letter.from_address.clone(),
                        subject: letter.subject.clone(),
                        opened_at: timed.at,
                        first_reply_minutes: None,
                        next_reply_minutes: Vec::new(),
                        answered_by: BTreeMap::new(),
                        closed_at: None,
                        reopened: 0,
                        waits_since: (!automatic).then_some(timed.at),
                        messages_in: u32::from(!automatic),
                        automatic_in: u32::from(automatic),
                        messages_out: 0,
                        passed_on: 0,
                        later: 0,
                        talks: 0,
                        notes: 0,
                        sorted: Vec::new(),
                        owner: None,
                        closed: 0,
                        outcome: Outcome::New,
                    },
                );
            }
            (None, _) => {}
        }
    }
    truths
}

fn tell(truth: &mut Truth, at: Instant, act: &Act) {
    match act {
        Act::MailIn(letter) if letter.form.is_automatic() => truth.automatic_in += 1,
        Act::MailIn(_) => {
            truth.messages_in += 1;
            truth.waits_since.get_or_insert(at);
            if truth.outcome != Outcome::New {
                open_again(truth);
            }
        }
        Act::Reply { who, then, .. } => {
            truth.messages_out += 1;
            answered(truth, who, at, *then);
        }
        Act::Later { .. } => {
            truth.later += 1;
            if truth.outcome == Outcome::New {
                truth.outcome = Outcome::Open;
            }
        }
        // A talk answers as a mail does.
        Act::Do { who, deed: Deed::Talk { .. }, .. } => {
            truth.talks += 1;
            answered(truth, who, at, After::Wait);
        }
        Act::Tag { words, .. } if truth.sorted.is_empty() => {
            truth.sorted = words.split(',').map(|word| word.trim().to_owned()).collect();
        }
        Act::Draft { .. } | Act::Tag { .. } | Act::Do { .. } => {}
        Act::Snooze { .. } => truth.outcome = Outcome::Snoozed,
        Act::Forward { .. } => truth.passed_on += 1,
        Act::Note { .. } => truth.notes += 1,
        Act::Assign { to, .. } => truth.owner = Some(to),
        Act::Wait { .. } => truth.outcome = Outcome::WaitingOthers,
        Act::Close { .. } => {
            truth.closed += 1;
            truth.closed_at = Some(at);
            truth.waits_since = None;
            truth.outcome = Outcome::Closed;
        }
        Act::Reopen { .. } => open_again(truth),
    }
}

fn answered(truth: &mut Truth, who: &'static str, at: Instant, then: After) {
    *truth.answered_by.entry(who).or_default() += 1;
    if let Some(since) = truth.waits_since.take().filter(|_| truth.first_reply_minutes.is_some()) {
        truth.next_reply_minutes.push(times::minutes_between(since, at));
    }
    truth.reopened += u32::from(truth.closed_at.is_some() && then != After::Close);
    truth.closed_at = (then == After::Close).then_some(at);
    truth.first_reply_minutes.get_or_insert(times::minutes_between(truth.opened_at, at));
    truth.closed += u32::from(then == After::Close);
    truth.outcome = match then {
        After::Stay => Outcome::Open,
        After::Wait => Outcome::WaitingCustomer,
        After::WaitOthers => Outcome::WaitingOthers,
        After::Close => Outcome::Closed,
    };
}

fn open_again(truth: &mut Truth) {
    truth.reopened += u32::from(truth.closed_at.take().is_some());
    truth.outcome = Outcome::Open;
}
