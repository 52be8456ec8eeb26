//! The life of the business: what is planned, act by act, and what answers the newcomer's replies.
//!
//! Whoever drives it asks for the next act, performs it, and tells which of our mails it saw. It
//! reads no clock: moments come in and go out as values.

use std::collections::BTreeMap;

use base::Instant;
use jiff::civil::Weekday;

use super::cast::{Cast, Customer};
use super::ledger::{Ledger, OurMail};
use super::letter::{Letter, Link};
use super::plan::{Director, chance, plan};
use super::story::Story;
use super::truth::{Truth, gather};
use super::{Act, PlotId, START, Size, Timed, times};

/// A running life.
pub struct Life {
    seed: u64,
    size: Size,
    cast: Cast,
    truths: BTreeMap<PlotId, Truth>,
    queue: BTreeMap<(Instant, u64), Timed>,
    queued: u64,
    ledger: Ledger,
    openings: BTreeMap<PlotId, Letter>,
    /// Replies of the plan that were handed out.
    scripted: BTreeMap<PlotId, usize>,
    /// Answers to replies that nobody planned.
    reactions: BTreeMap<PlotId, u32>,
    plots: u32,
    planned_to: Instant,
}

impl Life {
    /// The life of that seed and size, from its first mail on.
    #[must_use]
    pub fn new(seed: u64, size: Size) -> Self {
        let cast = Cast::new(seed, size.conversations);
        let plan = plan(&cast, seed, size);
        let truths = gather(plan.acts.iter().take_while(|timed| timed.at <= START));
        let mut life = Self {
            seed,
            size,
            cast,
            truths,
            queue: BTreeMap::new(),
            queued: 0,
            ledger: Ledger::default(),
            openings: BTreeMap::new(),
            scripted: BTreeMap::new(),
            reactions: BTreeMap::new(),
            plots: plan.plots,
            planned_to: START,
        };
        plan.acts.into_iter().for_each(|timed| life.queue(timed));
        life
    }

    /// What is true at [`START`], by plot.
    #[must_use]
    pub fn truths(&self) -> &BTreeMap<PlotId, Truth> {
        &self.truths
    }

    /// Our mails as far as they were seen.
    #[cfg(test)]
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    fn queue(&mut self, timed: Timed) {
        self.queue.insert((timed.at, self.queued), timed);
        self.queued += 1;
    }

    /// When the next act is due.
    pub fn next_at(&mut self) -> Option<Instant> {
        let first = self.queue.keys().next().map(|(at, _)| *at);
        if first.is_none_or(|at| at >= self.planned_to) {
            self.plan_day();
        }
        self.queue.keys().next().map(|(at, _)| *at)
    }

    /// Takes the next act, if it is due at `until` or before.
    pub fn next(&mut self, until: Instant) -> Option<Timed> {
        if self.next_at().is_none_or(|at| at > until) {
            return None;
        }
        let (_, timed) = self.queue.pop_first()?;
        match &timed.act {
            Act::MailIn(letter) => {
                self.ledger.posted(letter);
                self.openings.entry(timed.plot).or_insert_with(|| letter.as_ref().clone());
            }
            Act::Reply { .. } => *self.scripted.entry(timed.plot).or_default() += 1,
            _ => {}
        }
        Some(timed)
    }

    /// The mail of a letter that is due now, answering ours when that was seen.
    #[must_use]
    pub fn bytes(&self, letter: &Letter) -> Vec<u8> {
        letter.bytes(self.answered(letter))
    }

    /// The mail of ours that a letter answers, when it was seen.
    #[must_use]
    pub fn answered(&self, letter: &Letter) -> Option<&OurMail> {
        match letter.link {
            Link::Ours(n) => self.ledger.ours(letter.plot, n),
            _ => None,
        }
    }

    /// One of our mails was seen at `now`. When nobody planned it, the newcomer wrote it: the plan for
    /// that plot is dropped, and the customer answers within the hour.
    pub fn saw(&mut self, mail: OurMail, now: Instant) {
        let Some((plot, n)) = self.ledger.saw(mail) else { return };
        if n < self.scripted.get(&plot).copied().unwrap_or(0) {
            return;
        }
        self.leave(plot);
        if let Some(letter) = self.reaction(plot, n, now) {
            self.queue(Timed { at: letter.at, plot, act: Act::MailIn(Box::new(letter)) });
        }
    }

    /// A letter answers a mail of ours that was not seen yet: it comes a little later, and not at all
    /// when that mail has not come after a day.
    pub fn put_off(&mut self, timed: Timed) {
        let Act::MailIn(letter) = &timed.act else { return };
        if times::minutes_between(letter.at, timed.at) < 24 * 60 {
            self.queue(Timed { at: times::plus_minutes(timed.at, 2), ..timed });
        }
    }

    /// The newcomer has taken the matter over: nothing planned happens in it any more.
    pub fn leave(&mut self, plot: PlotId) {
        self.queue.retain(|_, timed| timed.plot != plot);
    }

    fn reaction(&mut self, plot: PlotId, n: usize, now: Instant) -> Option<Letter> {
        let opening = self.openings.get(&plot)?;
        if opening.form.is_automatic() {
            return None;
        }
        let ours = self.ledger.ours(plot, n)?;
        let customer = self.customer(opening);
        let count = self.reactions.entry(plot).or_default();
        *count += 1;
        let mut rng = chance(self.seed ^ u64::from(*count).rotate_left(40), plot);
        let list = match (*count, ours.text.contains('?'), rng.u8(0..10)) {
            (1 | 2, true, _) => "details",
            (1, false, 0..4) => "acknowledge",
            (1, false, 4..7) => "another",
            _ => "thanks",
        };
        let at = times::plus_minutes(now, rng.i64(1..=60));
        let agent = ours.from_name.split(' ').next().unwrap_or_default();
        let mut story = Story::again(opening, &customer, agent, now, rng)?;
        let mut letter = story.says(list, Link::Ours(n), at);
        // Each answer of the plot needs an id of its own, also two with the same words.
        letter.message_id = format!("r{count}.{}", letter.message_id);
        Some(letter)
    }

    fn customer(&self, opening: &Letter) -> Customer {
        let known = self
            .cast
            .customers
            .iter()
            .find(|one| one.address == opening.from_address || one.second.as_ref() == Some(&opening.from_address));
        known.cloned().unwrap_or_else(|| Customer {
            name: opening.from_name.clone(),
            address: opening.from_address.clone(),
            second: None,
            language: opening.language,
            town: "Oslo".to_owned(),
            program: opening.program,
            title: String::new(),
            organisation: None,
        })
    }

    /// The mails that come in during the next day.
    fn plan_day(&mut self) {
        let day = self.planned_to;
        self.planned_to = times::plus_minutes(day, 24 * 60);
        let local = day.to_zoned(times::oslo());
        let mut rng = chance(self.seed ^ 0x6461_7973, PlotId(self.plots));
        let count = match local.weekday() {
            Weekday::Saturday | Weekday::Sunday => rng.u32(7..12),
            _ => rng.u32(22..30),
        };
        let mut acts = Vec::new();
        let mut director = Director::new(&self.cast, rng.u64(..), self.size, &[]);
        for n in 0..count {
            acts.append(&mut director.arrival(PlotId(self.plots + n), day));
        }
        self.plots += count;
        acts.into_iter().for_each(|timed| self.queue(timed));
    }
}
