//! How long a care flag holds, and what may be sent to whom while it does. Pure.

use base::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::model::{CareFlag, CareKind};
use crate::refusal::Refusal;

/// Longest reason, in characters.
pub const WHY_MAX: usize = 500;
/// The last day lies at most so many days ahead; whoever knows better renews it.
pub const DAYS_MOST: i32 = 366;

/// For how many days a flag holds when nobody says otherwise.
#[must_use]
pub const fn usual_days(kind: CareKind) -> i32 {
    match kind {
        CareKind::Bereavement | CareKind::Hardship => 180,
        CareKind::Illness | CareKind::NewBaby => 90,
        CareKind::Help => DAYS_MOST,
        CareKind::Other => 30,
    }
}

/// The last day of a flag: the one that somebody wants, or the usual one.
///
/// # Errors
/// [`Refusal::CareUntil`] when it lies before `today`, or more than [`DAYS_MOST`] days ahead.
pub fn last_day(kind: CareKind, wanted: Option<Date>, today: Date) -> Result<Date, Refusal> {
    let day = wanted.unwrap_or_else(|| today.saturating_add(usual_days(kind).days()));
    if day < today || day > today.saturating_add(DAYS_MOST.days()) {
        return Err(Refusal::CareUntil);
    }
    Ok(day)
}

/// The moment at which a day is over in `zone`.
#[must_use]
pub fn end_of(day: Date, zone: &TimeZone) -> Instant {
    let next = day.saturating_add(1.day());
    next.to_zoned(zone.clone()).map_or(Instant::MAX, |midnight| midnight.timestamp())
}

/// The last day on which a flag holds, in `zone`.
#[must_use]
pub fn day_of(ends_at: Instant, zone: &TimeZone) -> Date {
    let last = ends_at.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(ends_at);
    last.to_zoned(zone.clone()).date()
}

/// The flags that hold at `now`, the gravest first.
#[must_use]
pub fn holding(flags: &[CareFlag], now: Instant) -> Vec<&CareFlag> {
    let mut holding: Vec<&CareFlag> = flags.iter().filter(|flag| flag.holds(now)).collect();
    holding.sort_by(|a, b| (a.kind, b.ends_at, &a.id).cmp(&(b.kind, a.ends_at, &b.id)));
    holding
}

/// What somebody is about to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sending {
    /// What a person writes to them.
    Reply,
    /// What they asked for or cannot do without: a link to sign in, the link to a request.
    Needed,
    /// That what they wrote has come.
    Receipt,
    /// What a colleague planned long before for this customer, and goes by itself on its day.
    Planned,
    /// Something to buy, and whatever sells.
    Offer,
    /// News of the business.
    News,
    /// Questions that help the business more than them.
    Survey,
    /// That something could be bought again.
    Reminder,
    /// *Was it exactly what you wanted?*, after a conversation.
    Question,
}

impl Sending {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Reply,
        Self::Needed,
        Self::Receipt,
        Self::Planned,
        Self::Offer,
        Self::News,
        Self::Survey,
        Self::Reminder,
        Self::Question,
    ];
}

/// Whether something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaySend {
    /// As it is.
    Send,
    /// In its plain form: what has to be said, without thanks or cheer.
    Plain,
    /// Not by itself, because of this. A person may still write.
    HoldBack(CareKind),
}

/// Whether `sending` goes to a customer of whom flags of these `kinds` hold. The one rule that everything asks which sends
/// by itself.
///
/// Under a bereavement, an illness or hardship nothing sells and nothing asks for anything; of something else nobody but
/// its setter knows how grave it is, so it counts as grave. A new child and a need of help keep back the question alone.
#[must_use]
pub fn may_send(sending: Sending, kinds: &[CareKind]) -> MaySend {
    let grave = |kind: &CareKind| !matches!(kind, CareKind::NewBaby | CareKind::Help);
    let gravest = kinds.iter().copied().min();
    match sending {
        Sending::Reply | Sending::Needed => MaySend::Send,
        Sending::Receipt => {
            if kinds.iter().any(grave) {
                MaySend::Plain
            } else {
                MaySend::Send
            }
        }
        Sending::Planned | Sending::Offer | Sending::News | Sending::Survey | Sending::Reminder => {
            kinds.iter().copied().filter(|kind| grave(kind)).min().map_or(MaySend::Send, MaySend::HoldBack)
        }
        Sending::Question => gravest.map_or(MaySend::Send, MaySend::HoldBack),
    }
}
