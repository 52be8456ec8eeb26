//! What a rule would have done within the last month. Nothing is done, and nothing is written.
//!
//! Whether its conditions hold is asked of conversations as they are now: how they stood then, nobody kept. The log is
//! gone back through in stretches of equal length, so that a look back costs the same however large it is.

use std::collections::{HashMap, HashSet};

use base::{Action, Actor, Instant, Scope, allowed};
use conversations::events::ConversationEvent;
use conversations::queries::{self as desk, ListRow};
use conversations::{ConversationId, settings as of_desk};
use jiff::SignedDuration;
use people::{PersonId, StaffId};
use platform::{Conn, Platform, Result, log};

use super::Spec;
use super::commands::Failure;
use super::rules::timing;
use super::rules::triggers::{Since, Trigger, Wait};

/// Occasions that are looked at.
const OCCASIONS: usize = 1_000;
/// Facts of a stretch, and stretches.
const STRETCH: i64 = 20_000;
const STRETCHES: usize = 25;
/// How far back.
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Conversations that are listed.
const SHOWN: usize = 100;
/// Conversations asked about at once.
const AT_ONCE: usize = 200;

/// What a rule would have done.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// On what, the newest first; not all of them, where there are many.
    pub on: Vec<TriedOn>,
    /// How often what it waits for happened.
    pub occasions: usize,
    /// How often its conditions hold of those conversations now.
    pub fits: usize,
    /// From when on everything was looked at; earlier than a month ago never.
    pub from: Option<Instant>,
    /// Whether it was not looked further back for there was so much.
    pub cut: bool,
    /// Whether it cannot be told at all: earlier deadlines are not kept.
    pub unknowable: bool,
}

/// One time that a rule would have acted.
#[derive(Clone, Debug)]
pub struct TriedOn {
    /// When.
    pub at: Instant,
    /// On what, as it is now.
    pub row: ListRow,
}

/// Something that a rule would have looked at.
struct Found {
    at: Instant,
    conversation: ConversationId,
}

/// Tries a rule on the last month.
///
/// # Errors
/// When the actor may not change settings, or the log cannot be read.
pub async fn try_out(p: &Platform, actor: &Actor, spec: &Spec) -> std::result::Result<Tried, Failure> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let scope = allowed(actor, Action::WorkConversations)?;
    let me: StaffId = actor.staff_id().and_then(|id| id.parse().ok()).ok_or(Failure::Forbidden)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    if matches!(spec.trigger, Trigger::Time { since: Since::Deadline, .. }) {
        return Ok(Tried { unknowable: true, ..Tried::default() });
    }
    let (found, from, cut) = occasions(&mut conn, spec.trigger, now).await?;
    let fitting = fitting(&mut conn, (&scope, &me), spec, &found, now).await?;
    let occasions = found.len();
    let mut held: Vec<Found> = found.into_iter().filter(|one| fitting.contains(&one.conversation)).collect();
    let fits = held.len();
    held.sort_by_key(|one| std::cmp::Reverse(one.at));
    held.truncate(SHOWN);
    let on = shown(&mut conn, &scope, held).await?;
    Ok(Tried { on, occasions, fits, from: Some(from), cut, unknowable: false })
}

/// What it would have looked at, the newest first, from when on all of it was found, and whether that is not a month.
async fn occasions(conn: &mut Conn, trigger: Trigger, now: Instant) -> Result<(Vec<Found>, Instant, bool)> {
    let month = now.saturating_sub(MONTH).unwrap_or(Instant::MIN);
    let policy = of_desk::clock_policy(conn).await?;
    let kinds = match trigger {
        Trigger::On(when) => when.kinds(),
        Trigger::Time { since, .. } => since.kinds(),
    };
    let mut before = log::newest_number(conn).await?.saturating_add(1);
    let mut found: Vec<Found> = Vec::new();
    let mut oldest = now;
    let mut back = Back::default();
    for _ in 0..STRETCHES {
        let facts = log::stretch(conn, kinds, before, STRETCH, month).await?;
        for fact in &facts {
            let Some(event) = fact.read::<ConversationEvent>() else { continue };
            oldest = fact.at;
            let conversation = event.conversation().clone();
            match trigger {
                Trigger::On(when) if when.is(&event) => found.push(Found { at: fact.at, conversation }),
                Trigger::On(_) => {}
                Trigger::Time { since, amount, unit } => {
                    let due = timing::due(since, amount, unit, fact.at, policy.calendar.as_ref());
                    let due = due.filter(|due| *due <= now);
                    back.step(&mut found, since.by(&event), due, Found { at: fact.at, conversation });
                }
            }
            if found.len() >= OCCASIONS {
                return Ok((found, oldest, true));
            }
        }
        before = before.saturating_sub(STRETCH);
        if before <= 1 {
            return Ok((found, month, false));
        }
    }
    let reached = oldest > month;
    Ok((found, if reached { oldest } else { month }, reached))
}

/// What is known of waits on the way back: when the nearest later end of each conversation's was, and which of what was
/// found is the wait that runs there.
#[derive(Default)]
struct Back {
    ends: HashMap<ConversationId, Instant>,
    runs: HashMap<ConversationId, usize>,
}

impl Back {
    /// One fact further back. `due`: when what begins by it comes due, if it has.
    fn step(&mut self, found: &mut Vec<Found>, wait: Wait, due: Option<Instant>, fact: Found) {
        let over = self.ends.get(&fact.conversation).copied().unwrap_or(Instant::MAX);
        let due = due.filter(|due| *due < over);
        match (wait, due) {
            (Wait::Begins, Some(due)) => match self.runs.get(&fact.conversation).and_then(|at| found.get_mut(*at)) {
                // Time is counted from the first message of a wait.
                Some(later) => later.at = due,
                None => {
                    self.runs.insert(fact.conversation.clone(), found.len());
                    found.push(Found { at: due, ..fact });
                }
            },
            (Wait::BeginsAnew, due) => {
                self.ends.insert(fact.conversation.clone(), fact.at);
                found.extend(due.map(|due| Found { at: due, ..fact }));
            }
            (Wait::Ends, _) => {
                self.runs.remove(&fact.conversation);
                self.ends.insert(fact.conversation, fact.at);
            }
            _ => {}
        }
    }
}

async fn fitting(
    conn: &mut Conn,
    whose: (&Scope, &StaffId),
    spec: &Spec,
    found: &[Found],
    now: Instant,
) -> Result<HashSet<ConversationId>> {
    let ids: HashSet<&ConversationId> = found.iter().map(|one| &one.conversation).collect();
    let ids: Vec<ConversationId> = ids.into_iter().cloned().collect();
    let mut fitting = HashSet::new();
    for some in ids.chunks(AT_ONCE) {
        fitting.extend(desk::meeting(conn, whose, &spec.when, some, now).await?);
    }
    // As in earnest: who is blocked sets nothing off.
    let blocked = blocked(conn, &fitting).await?;
    fitting.retain(|id| !blocked.contains(id));
    Ok(fitting)
}

/// Those of these whose customers colleagues blocked.
async fn blocked(conn: &mut Conn, ids: &HashSet<ConversationId>) -> Result<HashSet<ConversationId>> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut all = HashSet::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = desk::these(conn, &Scope::All, some).await?;
        let whose: Vec<PersonId> = rows.iter().map(|row| row.conversation.person.clone()).collect();
        let blocked = people::file::blocked_among(conn, &whose).await?;
        let theirs = rows.into_iter().filter(|row| blocked.contains(&row.conversation.person));
        all.extend(theirs.map(|row| row.conversation.id));
    }
    Ok(all)
}

async fn shown(conn: &mut Conn, scope: &Scope, held: Vec<Found>) -> Result<Vec<TriedOn>> {
    let mut ids: Vec<String> = held.iter().map(|one| one.conversation.to_string()).collect();
    ids.sort();
    ids.dedup();
    let rows = if ids.is_empty() { Vec::new() } else { desk::these(conn, scope, &ids).await? };
    let row = |one: Found| {
        let row = rows.iter().find(|row| row.conversation.id == one.conversation)?.clone();
        Some(TriedOn { at: one.at, row })
    };
    Ok(held.into_iter().filter_map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Instant {
        Instant::UNIX_EPOCH + SignedDuration::from_hours(hour)
    }

    fn cnv(n: u8) -> ConversationId {
        format!("cnv_{n:026}").parse().expect("an id")
    }

    #[test]
    fn looking_back_a_wait_counts_from_its_first_message_and_an_answer_in_time_ends_it() {
        let (mut back, mut found) = (Back::default(), Vec::new());
        // Told newest first: what came due after four hours, in two conversations.
        for (hour, n, wait) in [
            (40, 1, Wait::Begins),
            (38, 1, Wait::Begins),
            (30, 1, Wait::Ends),
            (29, 1, Wait::Begins),
            (28, 2, Wait::Begins),
            (20, 1, Wait::Begins),
        ] {
            let fact = Found { at: at(hour), conversation: cnv(n) };
            back.step(&mut found, wait, Some(at(hour + 4)), fact);
        }
        let all: Vec<_> = found.iter().map(|one| (one.at, one.conversation.clone())).collect();
        assert_eq!(all, [(at(42), cnv(1)), (at(32), cnv(2)), (at(24), cnv(1))]);
    }

    #[test]
    fn looking_back_each_answer_begins_anew() {
        let (mut back, mut found) = (Back::default(), Vec::new());
        for (hour, wait) in [(30, Wait::BeginsAnew), (28, Wait::BeginsAnew), (10, Wait::BeginsAnew)] {
            back.step(&mut found, wait, Some(at(hour + 4)), Found { at: at(hour), conversation: cnv(1) });
        }
        let all: Vec<_> = found.iter().map(|one| one.at).collect();
        assert_eq!(all, [at(34), at(14)], "the one before was followed by another too soon");
    }
}
