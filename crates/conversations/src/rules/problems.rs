//! What may be said of a problem, how it moves, and in which words everybody who waits is told.
//!
//! Knows no database, no clock and no screen.

use std::collections::BTreeMap;

use base::{Instant, Language};

use super::filling;
use super::states::{Refusal, TEXT_MAX};
use crate::model::{Problem, ProblemChange, ProblemState, ProblemText, ProblemTold};

/// Characters of what a problem is called.
pub const TITLE_MAX: usize = 120;
/// Characters of what is known of it, and of what prevents it.
pub const KNOWN_MAX: usize = 10_000;
/// Problems of one conversation.
pub const OF_CONVERSATION_MOST: usize = 10;
/// Characters of what a customer wrote, as an answer repeats it.
pub const WROTE_MAX: usize = 280;

/// What somebody says of a problem, as it is kept.
///
/// # Errors
/// [`Refusal::NoProblemTitle`], [`Refusal::TooLong`].
pub fn checked(typed: ProblemText) -> Result<ProblemText, Refusal> {
    let title = people::person::clean_line(&typed.title, TITLE_MAX);
    if title.is_empty() {
        return Err(Refusal::NoProblemTitle);
    }
    let (known, prevention) = (kept_text(&typed.known), kept_text(&typed.prevention));
    if known.chars().count() > KNOWN_MAX || prevention.chars().count() > KNOWN_MAX {
        return Err(Refusal::TooLong);
    }
    // Nothing that nobody said can be done, or be somebody's.
    let said = !prevention.is_empty();
    let (preventer, prevented) = (typed.preventer.filter(|_| said), typed.prevented && said);
    Ok(ProblemText { title, known, prevention, preventer, prevented, ..typed })
}

/// A text of several lines as it is kept: without what PostgreSQL takes in no text.
fn kept_text(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").trim().to_owned()
}

/// The problem with something else said of it, and what that is; nothing where nothing changes.
#[must_use]
pub fn changed(before: &Problem, of: ProblemText, now: Instant) -> Option<(Problem, ProblemChange)> {
    if before.of == of {
        return None;
    }
    let done = of.prevented && !before.of.prevented;
    let prevented_at = if of.prevented { before.prevented_at.or(Some(now)) } else { None };
    let change = if done { ProblemChange::Prevented } else { ProblemChange::Changed };
    Some((Problem { of, prevented_at, ..before.clone() }, change))
}

/// The problem in another state but solved, and what that is called; nothing where it stands so.
///
/// # Errors
/// [`Refusal::ProblemNeedsAnswer`] for solved: whoever waits is told something then, see [`solved`].
pub fn moved(before: &Problem, to: ProblemState) -> Result<Option<(Problem, ProblemChange)>, Refusal> {
    let change = match (before.state, to) {
        (_, ProblemState::Solved) => return Err(Refusal::ProblemNeedsAnswer),
        (from, to) if from == to => return Ok(None),
        (ProblemState::Solved, _) => ProblemChange::Reopened,
        (_, ProblemState::Working) => ProblemChange::Begun,
        (_, ProblemState::Open) => ProblemChange::Changed,
    };
    Ok(Some((Problem { state: to, ..before.clone() }, change)))
}

/// The texts as they are kept: those that say something.
///
/// # Errors
/// [`Refusal::ProblemNeedsAnswer`] without any; [`Refusal::TooLong`], [`Refusal::UnknownVariable`].
pub fn answers(typed: &BTreeMap<Language, String>) -> Result<BTreeMap<Language, String>, Refusal> {
    let mut kept = BTreeMap::new();
    for (language, text) in typed {
        let text = kept_text(text);
        if text.is_empty() {
            continue;
        }
        if text.chars().count() > TEXT_MAX {
            return Err(Refusal::TooLong);
        }
        if filling::unknown(&text).is_some() {
            return Err(Refusal::UnknownVariable);
        }
        kept.insert(*language, text);
    }
    if kept.is_empty() { Err(Refusal::ProblemNeedsAnswer) } else { Ok(kept) }
}

/// The problem once its cause is gone. One that is solved already keeps its moment, and what is told may change.
#[must_use]
pub fn solved(before: &Problem, answers: BTreeMap<Language, String>, by: &people::StaffId, now: Instant) -> Problem {
    let solved_at = if before.state.is_solved() { before.solved_at.or(Some(now)) } else { Some(now) };
    Problem { state: ProblemState::Solved, answers, solved_at, solved_by: Some(by.clone()), ..before.clone() }
}

/// What somebody who waits is told: in their language, else in that of the business, else in English, else in whatever
/// there is. With it the language, and whether it is another than theirs; nothing without any text. Who speaks a
/// language that nobody knows reads that of the business, and it is another.
#[must_use]
pub fn answer(
    answers: &BTreeMap<Language, String>,
    theirs: Option<Language>,
    house: Language,
) -> Option<(Language, &str, bool)> {
    let order = [theirs, Some(house), Some(Language::En)].into_iter().flatten();
    let found = order.chain(answers.keys().copied()).find_map(|one| Some((one, answers.get(&one)?.as_str())))?;
    Some((found.0, found.1, theirs != Some(found.0)))
}

/// What a customer wrote, short enough to be repeated to them: whole words as one line, without what they quoted, and a
/// mark where more followed.
#[must_use]
pub fn wrote(text: &str) -> String {
    let mut short = String::new();
    let mut length = 0_usize;
    let own = text.lines().filter(|line| !line.trim_start().starts_with('>'));
    for word in own.flat_map(str::split_whitespace) {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > WROTE_MAX {
            if short.is_empty() {
                short.extend(word.chars().take(WROTE_MAX));
            }
            short.push('…');
            return short;
        }
        if length > 0 {
            short.push(' ');
        }
        short.push_str(word);
        length += more;
    }
    short
}

/// How far telling has come: a draft that is still there waits; once it is gone, an answer since it was written counts.
#[must_use]
pub const fn told(draft_there: bool, drafted: bool, answered_since: bool) -> ProblemTold {
    match (draft_there, drafted, answered_since) {
        (true, ..) => ProblemTold::Drafted,
        (false, _, true) => ProblemTold::Told,
        (false, ..) => ProblemTold::NotYet,
    }
}

/// The share of unhappy conversations, in percent, rounded to the nearest and halves up; nothing without conversations.
#[must_use]
pub fn unhappy_share(problem: &Problem) -> Option<i64> {
    let (all, unhappy) = (problem.counts.conversations, problem.counts.unhappy);
    let doubled = unhappy.checked_mul(200)?.checked_add(all)?;
    (all > 0).then(|| doubled.div_euclid(all.saturating_mul(2)))
}

/// The place of a problem in the list: who waits, then how unhappy they are, then when it was met last; the id at last.
/// The greatest comes first.
#[must_use]
pub fn rank(problem: &Problem) -> (i64, i64, i64) {
    (problem.counts.waiting, problem.counts.unhappy, base::clock::to_micros(problem.linked_at))
}

#[cfg(test)]
mod tests;
