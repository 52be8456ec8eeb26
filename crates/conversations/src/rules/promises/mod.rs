//! The life of a promise: found, tracked, moved, kept or broken, given up. Pure.
//!
//! What counts is the word that the customer was given ([`Promise::word`]): moving a promise without telling them leaves
//! it, and so does moving it when it is late already. A promise for which nobody gave a day cannot be late for the
//! customer; it is only looked at. Who keeps it is decided in [`keeping`], when people are told in [`timing`].

pub mod calendar;
mod finding;
pub mod keeping;
#[cfg(test)]
mod tests;
pub mod timing;

use base::Instant;
use jiff::civil::DateTime;

use super::later;
use super::states::{REASON_MAX, Refusal};
use crate::ids::{MessageId, PromiseId};
use crate::model::{
    Promise, PromiseAnswer, PromiseChoice, PromiseChoices, PromiseDue, PromiseKind, PromiseState, PromiseSure,
};

pub use finding::{Found, found};
pub use timing::{Hours, Lateness};

/// Longest words of a promise that are kept, in characters.
pub const WORDS_MAX: usize = 500;
/// More promises than these are not looked at in one message.
pub const FOUND_MOST: usize = 20;

/// How an open promise stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Its last minute is over.
    Late,
    /// It is to be kept today.
    Today,
    /// It is to be kept later.
    Coming,
}

/// The last minute that counts: the word that was given, else the day on which we look at it.
#[must_use]
pub fn deadline(it: &Promise) -> Option<Instant> {
    it.word.or_else(|| it.due.as_ref().map(|due| due.latest))
}

/// Of what was promised, what is to be kept next: what is open and has the earliest day, and before what has none.
#[must_use]
pub fn next(all: Vec<Promise>) -> Option<Promise> {
    let open = all.into_iter().filter(|it| it.state.is_open());
    open.min_by_key(|it| (deadline(it).unwrap_or(Instant::MAX), it.id.clone()))
}

/// Whether the last minute that the customer was given is over.
#[must_use]
pub fn is_broken_by(it: &Promise, at: Instant) -> bool {
    it.word.is_some_and(|word| timing::is_over(word, at))
}

/// How an open promise stands now, by its [`deadline`] alone, as lists are cut; nothing for one that is not open.
#[must_use]
pub fn standing(it: &Promise, now: Instant) -> Option<Standing> {
    let due = it.due.as_ref().filter(|_| it.state.is_open())?;
    let last = deadline(it)?;
    if timing::is_over(last, now) {
        return Some(Standing::Late);
    }
    let zone = timing::zone_of(due);
    let today = now.to_zoned(zone.clone()).date();
    Some(if last.to_zoned(zone).date() <= today { Standing::Today } else { Standing::Coming })
}

/// Says that what was found is a promise, to be kept by `due`, or else as it was read; without either, it is looked at
/// after two working days.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not merely suggested; [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn tracked(it: &Promise, due: Option<PromiseDue>, hours: Hours<'_>, now: Instant) -> Result<Promise, Refusal> {
    if it.state != PromiseState::Suggested {
        return Err(Refusal::PromiseOver);
    }
    let due = due.or_else(|| it.due.clone()).unwrap_or_else(|| timing::check(now, hours));
    timing::lies_ahead(&due, now)?;
    let word = Some(due.latest).filter(|_| due.sure != PromiseSure::Check);
    Ok(waiting(Promise { due: Some(due), word, state: PromiseState::Open, ..it.clone() }, hours, now))
}

/// Moves an open promise to another day. The word that was given changes only if the customer knows, and only as long as
/// it is not broken.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not open; [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn moved(
    it: &Promise,
    due: PromiseDue,
    customer_knows: bool,
    hours: Hours<'_>,
    now: Instant,
) -> Result<Promise, Refusal> {
    if !it.state.is_open() {
        return Err(Refusal::PromiseOver);
    }
    timing::lies_ahead(&due, now)?;
    let mut after = it.clone();
    if customer_knows {
        after.state = PromiseState::Renegotiated;
        if !is_broken_by(it, now) {
            after.word = Some(due.latest);
        }
    }
    after.due = Some(due);
    Ok(waiting(after, hours, now))
}

/// Marks an open promise as kept, by a message if it was by one: broken if that was too late.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not open.
pub fn kept(it: &Promise, by: Option<MessageId>, now: Instant) -> Result<Promise, Refusal> {
    if !it.state.is_open() {
        return Err(Refusal::PromiseOver);
    }
    let state = if is_broken_by(it, now) { PromiseState::Broken } else { PromiseState::Kept };
    Ok(Promise { kept_in: by, ..over(it, state, now) })
}

/// Gives an open promise up, for a reason: broken if it was late already, so that giving up mends no figure.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not open; [`Refusal::WhyMissing`].
pub fn released(it: &Promise, reason: &str, now: Instant) -> Result<Promise, Refusal> {
    if !it.state.is_open() {
        return Err(Refusal::PromiseOver);
    }
    let reason: String = reason.replace('\0', "").trim().chars().take(REASON_MAX).collect();
    if reason.is_empty() {
        return Err(Refusal::WhyMissing);
    }
    let state = if is_broken_by(it, now) { PromiseState::Broken } else { PromiseState::Released };
    Ok(Promise { reason, kept_in: None, ..over(it, state, now) })
}

/// It is to be kept after all: what ended it was a mistake, or was taken back.
///
/// # Errors
/// [`Refusal::PromiseOver`] for one that is not over.
pub fn reopened(it: &Promise, hours: Hours<'_>, now: Instant) -> Result<Promise, Refusal> {
    if !it.state.is_over() {
        return Err(Refusal::PromiseOver);
    }
    // Whether the customer knew of a move is seen by the word that stands beside the day.
    let after =
        Promise { state: PromiseState::Open, ended_at: None, reason: String::new(), kept_in: None, ..it.clone() };
    Ok(waiting(after, hours, now))
}

fn over(it: &Promise, state: PromiseState, now: Instant) -> Promise {
    Promise { state, ended_at: Some(now), remind_at: None, alert_at: None, ..it.clone() }
}

/// With the moments at which people are told: of those that lie ahead.
fn waiting(it: Promise, hours: Hours<'_>, now: Instant) -> Promise {
    let remind_at = it.due.as_ref().and_then(|due| timing::reminder(due, hours, now));
    let alert_at = deadline(&it).map(timing::over_at).filter(|at| *at > now);
    Promise { remind_at, alert_at, ..it }
}

/// The next moment at which something is to be told of it.
#[must_use]
pub fn next_moment(it: &Promise) -> Option<Instant> {
    it.remind_at.into_iter().chain(it.alert_at).min()
}

/// What is to be told of it at `now`, and the promise as it is once that is told.
#[must_use]
pub fn told(it: &Promise, now: Instant) -> (bool, bool, Promise) {
    let open = it.state.is_open();
    let late = open && it.alert_at.is_some_and(|at| at <= now);
    // Nobody is reminded of what is late; that is said then.
    let remind = open && !late && it.remind_at.is_some_and(|at| at <= now);
    let mut after = it.clone();
    if !open || late || remind {
        after.remind_at = None;
    }
    if !open || late {
        after.alert_at = None;
    }
    (remind, late, after)
}

/// What becomes of the promises that were found in a text: what to keep of each, and whether it is tracked. `ask` says
/// whether what nobody spoke of is kept as suggested.
#[must_use]
pub fn chosen(
    found: Vec<Found>,
    choices: &PromiseChoices,
    ask: bool,
    hours: Hours<'_>,
    now: Instant,
) -> Vec<(Found, bool)> {
    let mut all = Vec::new();
    for mut one in found.into_iter().take(FOUND_MOST) {
        let choice = choices.about.iter().find(|choice| same_words(&choice.words, &one.words));
        // Whoever says by when has said that it is to be kept.
        let choice = choice.filter(|choice| choice.answer != PromiseAnswer::Later || gives_a_day(choice, &one));
        match choice.map(|choice| (choice.answer, choice.by.as_str())) {
            Some((PromiseAnswer::No, _)) => {}
            Some((PromiseAnswer::Track | PromiseAnswer::Later, by)) => {
                // Sending is never refused for a day that cannot be: what was found is asked about afterwards.
                let due = if by.trim().is_empty() { Ok(one.due.clone()) } else { said(by, hours, now).map(Some) };
                let tracks =
                    due.as_ref().is_ok_and(|due| due.as_ref().is_none_or(|due| timing::lies_ahead(due, now).is_ok()));
                if let Ok(due) = due {
                    one.due = due;
                }
                all.push((one, tracks));
            }
            None if ask && one.kind != PromiseKind::Conditional => all.push((one, false)),
            None => {}
        }
    }
    all
}

/// Whether a day was typed that is not the one that stood there already.
fn gives_a_day(choice: &PromiseChoice, one: &Found) -> bool {
    let by = choice.by.trim();
    !by.is_empty() && one.due.as_ref().is_none_or(|due| field(due) != by)
}

/// Whether these are the same words, however they are broken into lines.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// A day or a time in the field of a form: `2026-11-27` or `2026-11-27T15:00`, in the zone of the business.
///
/// # Errors
/// [`Refusal::NoTime`], [`Refusal::TimePassed`], [`Refusal::TimeTooFar`].
pub fn said(text: &str, hours: Hours<'_>, now: Instant) -> Result<PromiseDue, Refusal> {
    let text = text.trim();
    let timed = text.contains(['T', ' ']);
    let civil: DateTime = if timed {
        text.replace(' ', "T").parse().map_err(|_| Refusal::NoTime)?
    } else {
        let day: jiff::civil::Date = text.parse().map_err(|_| Refusal::NoTime)?;
        timing::end_of(day)
    };
    let latest = hours.zone.to_ambiguous_timestamp(civil).compatible().map_err(|_| Refusal::NoTime)?;
    let zone = hours.zone.iana_name().unwrap_or("UTC").to_owned();
    let due = PromiseDue { latest, day: civil.date(), timed, sure: PromiseSure::Certain, zone };
    timing::lies_ahead(&due, now)?;
    Ok(due)
}

/// A due as the field of a form has it; see [`said`].
#[must_use]
pub fn field(due: &PromiseDue) -> String {
    if due.timed { later::field(due.latest, &timing::zone_of(due)) } else { due.day.to_string() }
}

/// The words of a promise as they are kept: on one line, and not longer than anybody reads.
#[must_use]
pub fn words(text: &str) -> String {
    let line = text.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(WORDS_MAX).collect()
}

/// Those of `asked` that are open, each once, in their order.
#[must_use]
pub fn to_keep<'a>(open: &'a [Promise], asked: &[PromiseId]) -> Vec<&'a Promise> {
    open.iter().filter(|it| it.state.is_open() && asked.contains(&it.id)).collect()
}
