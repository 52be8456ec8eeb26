//! Whose turn it is: least open work for their part of a position, or whose last turn is longest ago; then by name. Who is
//! away, has as much as they take, or does not answer customers there is passed over; so is who lacks the skill or the
//! language that is needed, while anybody has both. Pure.

use std::cmp::Ordering;

use base::Language;
use jiff::civil::Date;
use people::StaffId;
use people::workload::Workload;

use crate::model::{Lacking, TurnOrder};

/// Somebody who could get what comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
    /// Open conversations that they have.
    pub open: i64,
    /// How much they take.
    pub workload: Workload,
    /// The number of their last turn; turns are counted up for all together, and it is nothing before the first.
    pub last: i64,
    /// Until which day they are away.
    pub away_until: Option<Date>,
    /// Whether they answer customers there.
    pub able: bool,
    /// Whether they have every skill that is needed.
    pub skilled: bool,
    /// Whether they write the language that is needed.
    pub speaks: bool,
}

/// Why somebody is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// They do not answer customers there.
    Unable,
    /// They are away until that day.
    Away(Date),
    /// They have as many open conversations as they take.
    Full,
    /// They do not write the language.
    Language,
    /// They lack a skill.
    Skill,
}

impl PassedOver {
    /// The name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unable => "unable",
            Self::Away(_) => "away",
            Self::Full => "full",
            Self::Language => "language",
            Self::Skill => "skill",
        }
    }
}

/// What nobody has who could take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The language.
    Language,
    /// The language is there, a skill is not beside it.
    Skill,
}

/// Who gets something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// This one, though they lack something if it says so.
    To(&'a Candidate, Option<Gap>),
    /// Nobody now: nobody has what is needed, or nobody at all can take anything.
    Waits(Option<Gap>),
}

/// Whether somebody writes a language. Of whom nobody has said which they write, all of them: nothing changes by itself.
#[must_use]
pub fn speaks(writes: &[Language], wanted: Option<Language>) -> bool {
    wanted.is_none_or(|language| writes.is_empty() || writes.contains(&language))
}

/// Why somebody takes no turn now, whatever it is about.
fn hindered(one: &Candidate) -> Option<PassedOver> {
    if !one.able {
        return Some(PassedOver::Unable);
    }
    if let Some(until) = one.away_until {
        return Some(PassedOver::Away(until));
    }
    one.workload.cap.is_some_and(|cap| one.open >= cap).then_some(PassedOver::Full)
}

/// Why somebody is passed over; nothing when they take their turn.
#[must_use]
pub fn passed_over(one: &Candidate) -> Option<PassedOver> {
    let lacks = if one.speaks { PassedOver::Skill } else { PassedOver::Language };
    hindered(one).or((!one.speaks || !one.skilled).then_some(lacks))
}

/// All of them: who is next, who after them, and last those who are passed over.
#[must_use]
pub fn in_line(mut all: Vec<Candidate>, order: TurnOrder) -> Vec<Candidate> {
    all.sort_by(|a, b| passed_over(a).is_some().cmp(&passed_over(b).is_some()).then_with(|| before(a, b, order)));
    all
}

/// Whose turn it is, if anybody's who has all that is needed.
#[must_use]
pub fn next(all: &[Candidate], order: TurnOrder) -> Option<&Candidate> {
    first(all, order, |one| one.speaks && one.skilled)
}

/// Who gets it; `lacking` says what becomes of what nobody can take who has all that is needed.
#[must_use]
pub fn choose(all: &[Candidate], order: TurnOrder, lacking: Lacking) -> Choice<'_> {
    if let Some(one) = next(all, order) {
        return Choice::To(one, None);
    }
    let Some(anyone) = first(all, order, |_| true) else { return Choice::Waits(None) };
    let (speaking, skilled) = (first(all, order, |one| one.speaks), first(all, order, |one| one.skilled));
    let gap = if speaking.is_some() { Gap::Skill } else { Gap::Language };
    match lacking {
        Lacking::Wait => Choice::Waits(Some(gap)),
        Lacking::Language => speaking.map_or(Choice::Waits(Some(gap)), |one| Choice::To(one, Some(gap))),
        Lacking::Anyone => Choice::To(speaking.or(skilled).unwrap_or(anyone), Some(gap)),
    }
}

/// The last day away of whoever is back first of those who fill a gap; nothing when one of them is there and has as much
/// as they take, or nobody fills it.
#[must_use]
pub fn away_until(all: &[Candidate], gap: Gap) -> Option<Date> {
    let fills = |one: &&Candidate| one.able && one.speaks && (gap == Gap::Language || one.skilled);
    let days: Option<Vec<Date>> = all.iter().filter(fills).map(|one| one.away_until).collect();
    days?.into_iter().min()
}

/// Who takes turns now and fits `wanted`, and comes first.
fn first(all: &[Candidate], order: TurnOrder, wanted: impl Fn(&Candidate) -> bool) -> Option<&Candidate> {
    all.iter().filter(|one| hindered(one).is_none() && wanted(one)).min_by(|a, b| before(a, b, order))
}

fn before(a: &Candidate, b: &Candidate, order: TurnOrder) -> Ordering {
    // Fractions are compared without dividing.
    let share = |one: &Candidate, other: &Candidate| i128::from(one.open) * i128::from(other.workload.weight.max(1));
    let work = || match order {
        TurnOrder::Least => share(a, b).cmp(&share(b, a)),
        TurnOrder::Round => Ordering::Equal,
    };
    let names = || (a.name.to_lowercase(), &a.id).cmp(&(b.name.to_lowercase(), &b.id));
    work().then_with(|| a.last.cmp(&b.last)).then_with(names)
}

#[cfg(test)]
mod tests;
