//! When a reply is due.
//!
//! Two clocks (`domain.md`, "Service clock"). The *first-reply clock* runs from the first message for
//! 24 real hours, every day of the year, and never pauses. The *next-reply clock* runs from each
//! further message of the customer in open time of the business calendar, and stands still while the
//! conversation waits for others. Only a human reply stops them; an automatic one never does.

use base::Instant;
use base::calendar::Calendar;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::model::Clocks;

/// What the business has promised itself.
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
        from.saturating_add(SignedDuration::from_hours(self.first_reply_hours)).unwrap_or(Instant::MAX)
    }

    fn next_due(&self, from: Instant, spent: i64) -> Option<Instant> {
        let left = self.next_reply_minutes.saturating_mul(60_000_000).saturating_sub(spent).max(0);
        let left = SignedDuration::from_micros(left);
        match &self.calendar {
            Some(calendar) => calendar.due_after(from, left, &[]),
            None => from.checked_add(left).ok(),
        }
    }

    fn open_micros(&self, from: Instant, until: Instant) -> i64 {
        let open = match &self.calendar {
            Some(calendar) => calendar.elapsed(from, until),
            None => until.duration_since(from),
        };
        i64::try_from(open.as_micros()).unwrap_or(i64::MAX).max(0)
    }
}

/// Monday to Friday, 8 to 16, without holidays: what a business has before it says otherwise.
#[must_use]
pub fn office_hours() -> Option<Calendar> {
    let json = r#"{"tz":"Europe/Oslo","week":{"mon":[["08:00","16:00"]],"tue":[["08:00","16:00"]],
        "wed":[["08:00","16:00"]],"thu":[["08:00","16:00"]],"fri":[["08:00","16:00"]]}}"#;
    serde_json::from_str(json).ok()
}

impl Clocks {
    /// The customer wrote. The very first message starts the first-reply clock; later ones start the
    /// next-reply clock, unless one runs already: an impatient second mail moves no deadline.
    #[must_use]
    pub fn customer_wrote(mut self, policy: &ClockPolicy, now: Instant) -> Self {
        if self.first_replied_at.is_none() {
            self.first_due = self.first_due.or_else(|| Some(policy.first_due(now)));
        } else if self.next_due.is_none() {
            let spent = self.next_spent.take().unwrap_or(0);
            self.next_due = policy.next_due(now, spent);
            self.next_since = Some(now);
            self.next_breached = false;
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
    pub fn paused(mut self, policy: &ClockPolicy, now: Instant) -> Self {
        if let (Some(_), Some(since)) = (self.next_due, self.next_since) {
            let before = self.next_spent.unwrap_or(0);
            self.next_spent = Some(before.saturating_add(policy.open_micros(since, now)));
            self.next_due = None;
            self.next_since = None;
        }
        self
    }

    /// Ours again: a clock that was paused runs on with what is left.
    #[must_use]
    pub fn resumed(mut self, policy: &ClockPolicy, now: Instant) -> Self {
        if let (None, Some(spent)) = (self.next_due, self.next_spent) {
            self.next_due = policy.next_due(now, spent);
            self.next_since = Some(now);
        }
        self
    }

    /// The clocks of two conversations that became one: whichever runs out first. A first reply given in
    /// either was given.
    #[must_use]
    pub fn with(self, other: &Self) -> Self {
        let replied = match (self.first_replied_at, other.first_replied_at) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let other_first = match (self.due(), other.due()) {
            (Some(mine), Some(theirs)) => theirs < mine,
            (mine, theirs) => mine.is_none() && theirs.is_some(),
        };
        Self { first_replied_at: replied, ..if other_first { other.clone() } else { self } }
    }

    /// Solved or closed: nothing is owed.
    #[must_use]
    pub fn nothing_owed(mut self) -> Self {
        self.first_due = None;
        self.next_due = None;
        self.next_spent = None;
        self.next_since = None;
        self
    }

    /// Which clocks have run out by `now` and are not in the log yet: (first, next). A deadline is
    /// missed once it has passed, not at the very instant.
    #[must_use]
    pub fn newly_breached(&self, now: Instant) -> (bool, bool) {
        let over = |due: Option<Instant>| due.is_some_and(|due| due < now);
        (over(self.first_due) && !self.first_breached, over(self.next_due) && !self.next_breached)
    }
}
