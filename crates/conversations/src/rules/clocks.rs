//! When a reply is due, and a solution.
//!
//! Three clocks (`domain.md`, "Service clock"). The *first-reply clock* runs from the first message and never pauses; by
//! the usual times for 24 real hours, every day of the year. The *next-reply clock* runs from each further message of the
//! customer, by the usual times in open time of the business calendar, and stands still while the conversation waits for
//! others. Only a human reply stops them; an automatic one never does. The *resolution clock* runs where a service policy
//! asks for it, from the first message to the solution, and stands still while others have the word; reopened, a
//! conversation goes on with what was left.

use base::Instant;
use base::calendar::Calendar;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::service::used_when_warned;
use crate::model::{ClockKind, Clocks, Group, State, Warn};

const MINUTE: i64 = 60_000_000;

/// What the business has promised itself, unless a service policy says otherwise.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ClockPolicy {
    /// Real hours to the first human reply.
    pub first_reply_hours: i64,
    /// Open minutes to every further reply.
    pub next_reply_minutes: i64,
    /// Opening hours for the next-reply clock; without them every hour counts.
    pub calendar: Option<Calendar>,
}

impl Default for ClockPolicy {
    fn default() -> Self {
        Self { first_reply_hours: 24, next_reply_minutes: 8 * 60, calendar: office_hours() }
    }
}

impl ClockPolicy {
    /// When the first human reply to what came at `from` is due.
    #[must_use]
    pub fn first_due(&self, from: Instant) -> Instant {
        self.targets().first_due(from)
    }

    /// What it asks of clocks.
    #[must_use]
    pub fn targets(&self) -> Targets {
        Targets {
            first: Target { minutes: self.first_reply_hours.saturating_mul(60), calendar: None },
            next: Target { minutes: self.next_reply_minutes, calendar: self.calendar.clone() },
            resolution: None,
            warn: None,
        }
    }
}

/// Monday to Friday, 8 to 16, without holidays: what a business has before it says otherwise.
#[must_use]
pub fn office_hours() -> Option<Calendar> {
    let json = r#"{"tz":"Europe/Oslo","week":{"mon":[["08:00","16:00"]],"tue":[["08:00","16:00"]],
        "wed":[["08:00","16:00"]],"thu":[["08:00","16:00"]],"fri":[["08:00","16:00"]]}}"#;
    serde_json::from_str(json).ok()
}

/// How much time one clock has.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Minutes.
    pub minutes: i64,
    /// The hours that count; without them every hour does.
    pub calendar: Option<Calendar>,
}

impl Target {
    /// When `minutes` of the hours that count, less what was `spent` of them before, have passed since `from`; never
    /// where nothing is ever open.
    fn after(&self, minutes: i64, from: Instant, spent: i64) -> Option<Instant> {
        let left = minutes.saturating_mul(MINUTE).saturating_sub(spent).max(0);
        let left = SignedDuration::from_micros(left);
        match &self.calendar {
            Some(calendar) => calendar.due_after(from, left, &[]),
            None => from.checked_add(left).ok(),
        }
    }

    /// When it is due that runs since `from`, with so much spent before, in µs.
    #[must_use]
    pub fn due(&self, from: Instant, spent: i64) -> Option<Instant> {
        self.after(self.minutes, from, spent)
    }

    fn counted(&self, from: Instant, until: Instant) -> i64 {
        let open = match &self.calendar {
            Some(calendar) => calendar.elapsed(from, until),
            None => until.duration_since(from),
        };
        i64::try_from(open.as_micros()).unwrap_or(i64::MAX).max(0)
    }
}

/// What is asked of the clocks of one conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Targets {
    /// To the first human reply.
    pub first: Target,
    /// To every further one.
    pub next: Target,
    /// To the solution, if that is asked for.
    pub resolution: Option<Target>,
    /// When somebody is warned.
    pub warn: Option<Warn>,
}

impl Targets {
    /// When the first human reply to what came at `from` is due; where nothing is ever open, at the end of time: it is
    /// owed all the same.
    #[must_use]
    pub fn first_due(&self, from: Instant) -> Instant {
        self.first.due(from, 0).unwrap_or(Instant::MAX)
    }
}

/// What becomes of the resolution clock where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It runs.
    Runs,
    /// Others have the word, or it is solved.
    Still,
}

impl Holds {
    /// Where it stands; a name of the business's own may say otherwise of what is not solved.
    #[must_use]
    pub const fn at(state: State, own: Option<bool>) -> Self {
        let still = match (state.group(), own) {
            (Group::Closed, _) => true,
            (_, Some(own)) => own,
            (group, None) => matches!(group, Group::Waiting),
        };
        if still { Self::Still } else { Self::Runs }
    }
}

/// Whether the next-reply clock stands still: while others have the word, unless a name of the business's own says
/// otherwise.
#[must_use]
pub fn next_stands_still(state: State, own: Option<bool>) -> bool {
    own.unwrap_or(state == State::WaitingOthers)
}

/// One clock that runs.
struct Running<'a> {
    kind: ClockKind,
    due: Instant,
    since: Option<Instant>,
    spent: i64,
    breached: bool,
    warned: bool,
    target: Option<&'a Target>,
}

impl Running<'_> {
    /// When somebody is warned of it.
    fn warned_at(&self, warn: Option<Warn>) -> Option<Instant> {
        let (warn, since, target) = (warn?, self.since?, self.target?);
        let used = used_when_warned(warn, target.minutes);
        target.after(used, since, self.spent).filter(|at| *at < self.due)
    }
}

/// What time brings to a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its deadline is near.
    Near(ClockKind, Instant),
    /// Its deadline was missed.
    Over(ClockKind),
}

impl Clocks {
    /// The customer wrote. The very first message starts the first-reply clock; later ones start the
    /// next-reply clock, unless one runs already: an impatient second mail moves no deadline.
    #[must_use]
    pub fn customer_wrote(mut self, targets: &Targets, now: Instant) -> Self {
        if self.first_replied_at.is_none() {
            if self.first_due.is_none() {
                self.first_due = Some(targets.first_due(now));
                self.first_since = Some(now);
            }
        } else if self.next_due.is_none() {
            let spent = self.next_spent.take().unwrap_or(0);
            self.next_due = targets.next.due(now, spent);
            self.next_since = Some(now);
            self.next_breached = false;
            self.warned[1] = false;
        }
        self
    }

    /// A colleague answered: nothing is owed any more.
    #[must_use]
    pub fn replied(mut self, now: Instant) -> Self {
        self.first_replied_at = self.first_replied_at.or(Some(now));
        self.nothing_owed()
    }

    /// Waiting for others: the next-reply clock stands still. The first-reply clock never does.
    #[must_use]
    pub fn paused(mut self, targets: &Targets, now: Instant) -> Self {
        if let (Some(_), Some(since)) = (self.next_due, self.next_since) {
            let before = self.next_spent.unwrap_or(0);
            self.next_spent = Some(before.saturating_add(targets.next.counted(since, now)));
            self.next_due = None;
            self.next_since = None;
        }
        self
    }

    /// Ours again: a clock that was paused runs on with what is left.
    #[must_use]
    pub fn resumed(mut self, targets: &Targets, now: Instant) -> Self {
        if let (None, Some(spent)) = (self.next_due, self.next_spent) {
            self.next_due = targets.next.due(now, spent);
            self.next_since = Some(now);
        }
        self
    }

    /// The clocks of two conversations that became one: whichever runs out first. A first reply given in
    /// either was given; what is left to the solution is that of this one.
    #[must_use]
    pub fn with(self, other: &Self) -> Self {
        let replied = match (self.first_replied_at, other.first_replied_at) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let other_first = match (self.reply_due(), other.reply_due()) {
            (Some(mine), Some(theirs)) => theirs < mine,
            (mine, theirs) => mine.is_none() && theirs.is_some(),
        };
        if !other_first {
            return Self { first_replied_at: replied, ..self };
        }
        Self {
            first_replied_at: replied,
            resolve_due: self.resolve_due,
            resolve_spent: self.resolve_spent,
            resolve_since: self.resolve_since,
            resolve_breached: self.resolve_breached,
            warned: [other.warned[0], other.warned[1], self.warned[2]],
            ..other.clone()
        }
    }

    /// Solved or closed: nothing is owed. What is left to the solution stays, should it be opened again.
    #[must_use]
    pub fn nothing_owed(mut self) -> Self {
        self.first_due = None;
        self.first_since = None;
        self.next_due = None;
        self.next_spent = None;
        self.next_since = None;
        self
    }

    /// It is over for good: no clock runs or will run on.
    #[must_use]
    pub fn over(mut self) -> Self {
        self.resolve_due = None;
        self.resolve_spent = None;
        self.resolve_since = None;
        self.nothing_owed()
    }

    /// By other targets: what runs, runs from where it began with what was spent before; what stands still keeps what was
    /// spent. What was told of a clock is not told again. `began`: when the conversation did, for clocks that do not know
    /// their own beginning.
    #[must_use]
    pub fn by(mut self, targets: &Targets, began: Instant) -> Self {
        if self.first_due.is_some() {
            let since = self.first_since.unwrap_or(began);
            self.first_due = Some(targets.first_due(since));
            self.first_since = Some(since);
        }
        if let (Some(_), Some(since)) = (self.next_due, self.next_since) {
            self.next_due = targets.next.due(since, self.next_spent.unwrap_or(0));
        }
        if let (Some(since), Some(target)) = (self.resolve_since, &targets.resolution) {
            self.resolve_due = target.due(since, self.resolve_spent.unwrap_or(0));
        }
        self
    }

    /// The resolution clock as where the conversation stands has it. One that was never measured begins with the
    /// conversation while its first reply is owed, else now: nobody knows how long others had the word before.
    #[must_use]
    pub fn resolving(mut self, targets: &Targets, holds: Holds, (began, now): (Instant, Instant)) -> Self {
        let Some(target) = &targets.resolution else {
            (self.resolve_due, self.resolve_spent, self.resolve_since) = (None, None, None);
            return self;
        };
        match (holds, self.resolve_since) {
            (Holds::Runs, Some(_)) => {}
            (Holds::Runs, None) => {
                let fresh = if self.first_due.is_some() { self.first_since.unwrap_or(began) } else { now };
                let since = if self.resolve_spent.is_some() { now } else { fresh };
                self.resolve_due = target.due(since, self.resolve_spent.unwrap_or(0));
                self.resolve_since = Some(since);
            }
            (Holds::Still, Some(since)) => {
                let spent = self.resolve_spent.unwrap_or(0).saturating_add(target.counted(since, now));
                (self.resolve_due, self.resolve_spent, self.resolve_since) = (None, Some(spent), None);
            }
            (Holds::Still, None) => self.resolve_spent = Some(self.resolve_spent.unwrap_or(0)),
        }
        self
    }

    fn running<'a>(&self, targets: &'a Targets) -> impl Iterator<Item = Running<'a>> + use<'a> {
        let first = self.first_due.map(|due| Running {
            kind: ClockKind::First,
            due,
            since: self.first_since,
            spent: 0,
            breached: self.first_breached,
            warned: self.warned[0],
            target: Some(&targets.first),
        });
        let next = self.next_due.map(|due| Running {
            kind: ClockKind::Next,
            due,
            since: self.next_since,
            spent: self.next_spent.unwrap_or(0),
            breached: self.next_breached,
            warned: self.warned[1],
            target: Some(&targets.next),
        });
        let resolution = self.resolve_due.map(|due| Running {
            kind: ClockKind::Resolution,
            due,
            since: self.resolve_since,
            spent: self.resolve_spent.unwrap_or(0),
            breached: self.resolve_breached,
            warned: self.warned[2],
            target: targets.resolution.as_ref(),
        });
        first.into_iter().chain(next).chain(resolution)
    }

    /// When time next brings something that is not in the log yet.
    #[must_use]
    pub fn next_moment(&self, targets: &Targets) -> Option<Instant> {
        let moments = self.running(targets).filter(|it| !it.breached).flat_map(|it| {
            // A deadline is missed once it has passed, not at the very instant.
            let over = it.due.saturating_add(SignedDuration::from_micros(1)).unwrap_or(it.due);
            let near = if it.warned { None } else { it.warned_at(targets.warn) };
            near.into_iter().chain([over])
        });
        moments.min()
    }

    /// What time has brought by `now` that is not in the log yet, and the clocks once it is. Who was not warned before a
    /// deadline passed is not warned of it any more.
    #[must_use]
    pub fn told(mut self, targets: &Targets, now: Instant) -> (Self, Vec<Told>) {
        let mut told = Vec::new();
        let running: Vec<Running<'_>> = self.running(targets).filter(|it| !it.breached).collect();
        for it in running {
            if it.due < now {
                told.push(Told::Over(it.kind));
                match it.kind {
                    ClockKind::First => self.first_breached = true,
                    ClockKind::Next => self.next_breached = true,
                    ClockKind::Resolution => self.resolve_breached = true,
                }
            } else if !it.warned && it.warned_at(targets.warn).is_some_and(|at| at <= now) {
                told.push(Told::Near(it.kind, it.due));
                self.warned[it.kind as usize] = true;
            }
        }
        (self, told)
    }

    /// Whether a deadline was missed by `now` that is not in the log yet.
    #[must_use]
    pub fn owes_telling(&self, now: Instant) -> bool {
        let (first, next) = self.newly_breached(now);
        first || next || (self.resolve_due.is_some_and(|due| due < now) && !self.resolve_breached)
    }

    /// Which reply clocks have run out by `now` and are not in the log yet: (first, next). A deadline is
    /// missed once it has passed, not at the very instant.
    #[must_use]
    pub fn newly_breached(&self, now: Instant) -> (bool, bool) {
        let over = |due: Option<Instant>| due.is_some_and(|due| due < now);
        (over(self.first_due) && !self.first_breached, over(self.next_due) && !self.next_breached)
    }
}
