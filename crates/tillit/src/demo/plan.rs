//! The past: which plots there were, how each stands at the start, and how it would go on.

use std::collections::BTreeSet;

use base::{Instant, Language};
use fastrand::Rng;

use super::arc::Arc;
use super::cast::{COLLEAGUES, Cast, Colleague, Customer, NEWCOMER};
use super::story::Story;
use super::texts::Texts;
use super::truth::gather;
use super::{After, PlotId, START, Size, Timed, showcase, times, wishes};

/// Only thanks came; nothing is left to answer.
pub const ONLY_THANKS: &str = "Only thanks, nothing left to answer";

/// The acts of all plots that were opened before the start, in the order of time.
#[derive(Debug)]
pub struct Plan {
    /// Acts of the past, and those that would follow if nobody interferes.
    pub acts: Vec<Timed>,
    /// How many plots there are.
    pub plots: u32,
}

/// Plans the past.
#[must_use]
pub fn plan(cast: &Cast, seed: u64, size: Size) -> Plan {
    let (mut acts, shown) = showcase::acts(cast, seed);
    let truths = gather(&acts);
    let open = size.open.saturating_sub(truths.values().filter(|one| one.outcome.is_open()).count());
    let waiting = size.waiting.saturating_sub(truths.values().filter(|one| one.outcome.is_waiting()).count());
    let rest = size.conversations.saturating_sub(truths.len());
    let mut director = Director::new(cast, seed, size, &acts);
    for n in 0..rest {
        let id = PlotId(shown + u32::try_from(n).unwrap_or(u32::MAX));
        let mut part = if n < open {
            director.open(id, n, open)
        } else if n < open + waiting {
            director.waiting(id, n - open)
        } else {
            wishes::noted(director.closed(id), id.0)
        };
        acts.append(&mut part);
    }
    acts.sort_by_key(|timed| timed.at);
    Plan { acts, plots: shown + u32::try_from(rest).unwrap_or(u32::MAX) }
}

/// Chance of a plot's own, whatever happens in the others.
#[must_use]
pub fn chance(seed: u64, plot: PlotId) -> Rng {
    let mut mixed = seed ^ (u64::from(plot.0) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    Rng::with_seed(mixed ^ (mixed >> 27))
}

/// Casts the parts: languages in fixed shares, customers who have no open matter, plots in turn.
pub struct Director<'a> {
    cast: &'a Cast,
    seed: u64,
    days: i64,
    rng: Rng,
    languages: Vec<Language>,
    decks: [Vec<usize>; 5],
    busy: BTreeSet<String>,
}

impl<'a> Director<'a> {
    /// A director for a business of that size; those who act in `shown` play no other part.
    #[must_use]
    pub fn new(cast: &'a Cast, seed: u64, size: Size, shown: &[Timed]) -> Self {
        let busy = gather(shown).into_values().map(|truth| truth.from).collect();
        let rng = Rng::with_seed(seed ^ 0x706c_616e);
        Self { cast, seed, days: size.days(), rng, languages: Vec::new(), decks: Default::default(), busy }
    }

    fn language(&mut self) -> Language {
        if self.languages.is_empty() {
            for (language, share) in Language::ALL.into_iter().zip([9_usize, 13, 10, 9, 9]) {
                self.languages.extend(std::iter::repeat_n(language, share));
            }
            self.rng.shuffle(&mut self.languages);
        }
        self.languages.pop().unwrap_or_default()
    }

    /// A story nobody has told lately, of somebody who is free.
    fn story(
        &mut self,
        id: PlotId,
        opened: Instant,
        language: Language,
        owner: &'static Colleague,
    ) -> Option<Story<'a>> {
        let plots = &Texts::of(language).plots;
        let deck = Language::ALL.iter().position(|one| *one == language).and_then(|n| self.decks.get_mut(n))?;
        if deck.is_empty() {
            deck.extend(0..plots.len());
            self.rng.shuffle(deck);
        }
        let plot = plots.get(deck.pop()?)?;
        let customer = self.customer(language)?;
        Some(Story::new(id, plot, customer, owner, opened, chance(self.seed, id)))
    }

    /// Somebody of that language who has no open matter. Tries at random: most are free.
    fn customer(&mut self, language: Language) -> Option<&'a Customer> {
        let cast = self.cast;
        (0..400).find_map(|_| {
            let one = cast.customers.get(self.rng.usize(0..cast.customers.len().max(1)))?;
            (one.language == language && !self.busy.contains(&one.address)).then_some(one)
        })
    }

    /// Who answers in that language; the newcomer only when asked for.
    pub fn owner(&mut self, language: Language, newcomer: bool) -> &'static Colleague {
        let able = |one: &&Colleague| one.writes.contains(&language) && (newcomer || one.key != NEWCOMER);
        self.rng.choice(COLLEAGUES.iter().filter(able).collect::<Vec<_>>()).unwrap_or(&COLLEAGUES[1])
    }

    /// A new matter that comes in at some hour of the day that begins at `day`: most are taken by a
    /// colleague; the others are left to the newcomer, and the customer asks again after a day.
    pub fn arrival(&mut self, id: PlotId, day: Instant) -> Vec<Timed> {
        let language = self.language();
        let owner = self.owner(language, false);
        let opened = moment(&mut self.rng, day, 24 * 60, language);
        let Some(story) = self.story(id, opened, language, owner) else { return Vec::new() };
        let mut arc = Arc::open(story, owner, opened, self.rng.fork());
        if self.rng.u8(0..10) < 7 {
            let reply = arc.promptly();
            arc.assign(times::on_duty(opened, 3).min(reply));
            arc.answer(0, After::Wait, reply);
            finish(&mut arc);
        } else {
            let again = arc.awake(25 * 60..30 * 60);
            arc.say("nudge", again);
        }
        arc.acts
    }

    fn closed(&mut self, id: PlotId) -> Vec<Timed> {
        let language = self.language();
        let owner = self.owner(language, true);
        for attempt in 0..40 {
            let latest = if attempt < 30 { 0 } else { 8 };
            let opened = past(&mut self.rng, self.days, latest, language);
            let Some(story) = self.story(id, opened, language, owner) else { continue };
            let mut arc = Arc::open(story, owner, opened, self.rng.fork());
            let late = self.rng.u8(0..25) == 0;
            let reply = if late { times::on_duty(times::plus_minutes(opened, 1450), 90) } else { arc.promptly() };
            let taken = times::on_duty(opened, 3).min(times::plus_minutes(reply, -2)).max(opened);
            arc.assign(taken);
            if self.rng.bool() {
                arc.note(times::plus_minutes(reply, -1).max(taken));
            }
            self.ending(&mut arc, reply);
            if arc.at < times::plus_minutes(START, -5) {
                return arc.acts;
            }
        }
        Vec::new()
    }

    /// One of the ways a matter comes to rest, from our first reply on.
    fn ending(&mut self, arc: &mut Arc<'_>, reply: Instant) {
        match self.rng.u8(0..20) {
            0..7 => arc.answer(0, After::Close, reply),
            7..18 => {
                arc.answer(0, if self.rng.u8(0..6) == 0 { After::WaitOthers } else { After::Wait }, reply);
                finish(arc);
            }
            18 => {
                arc.hold(reply);
                let waits = arc.on_duty(2..10);
                arc.wait(waits);
                let answer = arc.on_duty(120..900);
                arc.answer(0, After::Close, answer);
            }
            _ => {
                arc.answer(0, After::Close, reply);
                let again = arc.on_duty(20..300);
                arc.reopen(again);
                let closed = arc.on_duty(5..60);
                arc.close("Checked with the carrier once more, all is well", closed);
            }
        }
        if self.rng.u8(0..10) < 3 {
            let thanks = arc.awake(15..900);
            arc.say("thanks", thanks);
            let closed = arc.on_duty(10..150);
            arc.close(ONLY_THANKS, closed);
        }
    }

    fn waiting(&mut self, id: PlotId, n: usize) -> Vec<Timed> {
        let language = self.language();
        let newcomer = n.is_multiple_of(5);
        let owner = if newcomer { &COLLEAGUES[0] } else { self.owner(language, false) };
        let language = if newcomer { Language::Nb } else { language };
        for _ in 0..200 {
            let opened = past(&mut self.rng, 6, 0, language);
            let Some(story) = self.story(id, opened, language, owner) else { continue };
            let customer = story.customer.address.clone();
            let mut arc = Arc::open(story, owner, opened, self.rng.fork());
            let reply = arc.promptly();
            arc.assign(times::plus_minutes(reply, -2).max(opened));
            let then = if n % 6 == 1 { After::WaitOthers } else { After::Wait };
            arc.answer(0, then, reply);
            let long = n % 3 == 2;
            if long {
                let asks = arc.awake(60..1200);
                arc.ask(1, asks);
                let answers = arc.on_duty(20..240);
                arc.answer(1, then, answers);
            }
            if arc.at > times::plus_minutes(START, -10) {
                continue;
            }
            self.busy.insert(customer);
            arc.at = START;
            let later = arc.awake(15..30 * 60);
            if long {
                arc.say("thanks", later)
            } else {
                arc.ask(1, later)
            }
            if !newcomer {
                let answers = arc.on_duty(15..200);
                if long { arc.close(ONLY_THANKS, answers) } else { arc.answer(1, After::Close, answers) }
            }
            return arc.acts;
        }
        Vec::new()
    }

    fn open(&mut self, id: PlotId, n: usize, all: usize) -> Vec<Timed> {
        // The newcomer has a few; the rest are in colleagues' hands.
        let newcomer = n < 5;
        let language = if newcomer {
            [Language::Nb, Language::Da, Language::En, Language::Nb, Language::En][n]
        } else {
            self.language()
        };
        let owner = if newcomer { &COLLEAGUES[0] } else { self.owner(language, false) };
        for _ in 0..400 {
            let acts = match n * 4 / all.max(1) {
                0 => {
                    let at = recent(&mut self.rng, 5 * 60 + 40, language);
                    self.answered(id, language, owner, at)
                }
                1 => self.held(id, language, owner),
                _ => {
                    let at = recent(&mut self.rng, 14 * 60 + 30, language);
                    self.unanswered(id, language, owner, at)
                }
            };
            if let Some(acts) = acts {
                return acts;
            }
        }
        Vec::new()
    }

    /// Nobody has answered yet.
    fn unanswered(
        &mut self,
        id: PlotId,
        language: Language,
        owner: &'static Colleague,
        at: Instant,
    ) -> Option<Vec<Timed>> {
        let story = self.story(id, at, language, owner)?;
        let customer = story.customer.address.clone();
        let mut arc = Arc::open(story, owner, at, self.rng.fork());
        let taken = arc.on_duty(2..40);
        if taken >= START {
            return None;
        }
        arc.assign(taken);
        if self.rng.u8(0..3) == 0 {
            arc.note(taken);
        }
        self.busy.insert(customer);
        if owner.key != NEWCOMER {
            arc.at = START;
            let reply = arc.on_duty(4..380);
            arc.answer(0, After::Wait, reply);
            finish(&mut arc);
        }
        Some(arc.acts)
    }

    /// We answered some days ago, and the customer has written again at `at`.
    fn answered(
        &mut self,
        id: PlotId,
        language: Language,
        owner: &'static Colleague,
        at: Instant,
    ) -> Option<Vec<Timed>> {
        let opened = past(&mut self.rng, 5, 1, language);
        let story = self.story(id, opened, language, owner)?;
        let customer = story.customer.address.clone();
        let mut arc = Arc::open(story, owner, opened, self.rng.fork());
        let reply = arc.promptly();
        arc.assign(times::plus_minutes(reply, -3).max(opened));
        arc.answer(0, After::Wait, reply);
        if arc.at >= at {
            return None;
        }
        arc.ask(1, at);
        self.busy.insert(customer);
        if owner.key != NEWCOMER {
            arc.at = START;
            let reply = arc.on_duty(4..420);
            arc.answer(1, After::Close, reply);
        }
        Some(arc.acts)
    }

    /// We wrote that we are at it, and more is to come from us.
    fn held(&mut self, id: PlotId, language: Language, owner: &'static Colleague) -> Option<Vec<Timed>> {
        let opened = past(&mut self.rng, 3, 0, language);
        let story = self.story(id, opened, language, owner)?;
        let customer = story.customer.address.clone();
        let mut arc = Arc::open(story, owner, opened, self.rng.fork());
        let reply = arc.promptly();
        arc.assign(times::plus_minutes(reply, -3).max(opened));
        arc.hold(reply);
        let noted = arc.on_duty(3..40);
        arc.note(noted);
        if arc.at >= times::plus_minutes(START, -3) {
            return None;
        }
        self.busy.insert(customer);
        if owner.key != NEWCOMER {
            arc.at = START;
            let reply = arc.on_duty(10..500);
            arc.answer(0, After::Close, reply);
        }
        Some(arc.acts)
    }
}

/// The customer asks once more, and our second answer closes it.
fn finish(arc: &mut Arc<'_>) {
    let asks = arc.awake(25..1300);
    arc.ask(1, asks);
    let answers = arc.on_duty(12..240);
    arc.answer(1, After::Close, answers);
}

/// Some moment of the last days before the start, but not of the `latest` ones.
fn past(rng: &mut Rng, days: i64, latest: i64, language: Language) -> Instant {
    let from = times::plus_minutes(START, -days * 24 * 60);
    moment(rng, from, (days - latest) * 24 * 60, language)
}

/// Some moment within so many minutes after `from` at which people write; fewer at weekends.
fn moment(rng: &mut Rng, from: Instant, minutes: i64, language: Language) -> Instant {
    let mut at = from;
    for _ in 0..100 {
        let second = rng.i64(0..minutes.max(1) * 60);
        at = from.checked_add(jiff::SignedDuration::from_secs(second)).unwrap_or(from);
        let local = at.to_zoned(times::zone(language));
        let weekend = local.weekday().to_monday_zero_offset() >= 5;
        let rare = !(8..22).contains(&local.hour()) && rng.u8(0..3) > 0;
        if times::awake(at, language) == at && !rare && (!weekend || rng.u8(0..5) < 2) {
            break;
        }
    }
    at
}

/// Some moment in so many minutes before the start: since last night for first mails, since this
/// morning for further ones, so that nothing but the showcase is due before tonight.
fn recent(rng: &mut Rng, minutes: i64, language: Language) -> Instant {
    let mut at = START;
    for _ in 0..100 {
        at = times::plus_minutes(START, -rng.i64(4..minutes));
        if times::awake(at, language) == at {
            break;
        }
    }
    at
}
