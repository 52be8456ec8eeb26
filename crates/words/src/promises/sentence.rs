//! Joins what the clauses of a sentence say: conditions, reported words, days that another clause names.

use std::ops::Range;

use super::clauses::{self, Clause, Opener};
use super::lexicon::{Class, Lexicon, Order};
use super::scan::{Sentence, Sort, Unit};
use super::subject::{self, Who, finite};
use super::verdict::{Carry, Case, Commitment, Verdict};
use super::{Doer, Kind};

/// A promise before its day is looked up.
#[derive(Clone, Debug)]
pub struct Draft {
    pub span: Range<usize>,
    pub kind: Kind,
    pub who: Doer,
    /// The number of its day.
    pub day: Option<usize>,
}

/// How the words before a clause bear on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Free,
    Conditional,
}

/// A clause with what was found out.
struct Judged<'s> {
    clause: Clause,
    units: &'s [Unit],
    verdict: Verdict,
    conditional: bool,
}

/// The promises of a sentence.
///
/// `about_ours` says whether a colleague was spoken of last, and is kept up to date.
pub fn promises(sentence: &Sentence, lexicon: &Lexicon, about_ours: &mut bool) -> Vec<Draft> {
    let mut clauses = clauses::split(&sentence.units, lexicon);
    if sentence.asks && !keep_what_is_tagged(&mut clauses, &sentence.units) {
        return Vec::new();
    }
    let judged = judge(&clauses, &sentence.units, lexicon, about_ours);
    draft(&judged)
}

/// “I'll call you tomorrow, okay?” promises; whatever else asks does not.
fn keep_what_is_tagged(clauses: &mut Vec<Clause>, units: &[Unit]) -> bool {
    let tagged = units.iter().rev().take(3).any(|unit| unit.has(Class::Tag));
    if !tagged {
        return false;
    }
    let opens = units.first().is_some_and(|unit| unit.set.any(&[Class::Can, Class::Would, Class::What]));
    clauses.retain(|clause| {
        !units.get(clause.units.clone()).is_some_and(|units| units.iter().all(|unit| unit.has(Class::Tag)))
    });
    !opens && !clauses.is_empty()
}

fn judge<'s>(clauses: &[Clause], units: &'s [Unit], lexicon: &Lexicon, about_ours: &mut bool) -> Vec<Judged<'s>> {
    let mut judged: Vec<Judged<'s>> = Vec::new();
    let mut frame = Frame::Free;
    let mut carry: Option<Carry> = None;
    let mut reported = false;
    let vouching = |clause: &Clause| {
        let units = units.get(clause.units.clone()).unwrap_or_default();
        let promises = units.iter().any(|unit| unit.has(Class::Vow))
            && units.iter().any(|unit| unit.set.any(&[Class::I, Class::We]));
        (promises || units.iter().any(|unit| unit.has(Class::Trust))) && !units.iter().any(|unit| unit.has(Class::Not))
    };
    let vouched_anywhere = clauses.iter().any(vouching);
    let mut vouched = false;
    for (number, clause) in clauses.iter().enumerate() {
        let own = units.get(clause.units.clone()).unwrap_or_default();
        let spoken_of = *about_ours;
        for unit in own {
            *about_ours = (*about_ours || unit.has(Class::Role)) && !unit.has(Class::Outside);
        }
        let mut verdict = Verdict::Nothing;
        let mut conditional = false;
        match clause.opener {
            Opener::If | Opener::When | Opener::Unless => {
                let condition = condition(clause, own, lexicon, judged.last());
                if condition == Condition::Holds {
                    mark_conditional(&mut judged, clause.opener);
                    frame = Frame::Conditional;
                } else if condition == Condition::Ours {
                    verdict = Verdict::Tells;
                }
                judged.push(Judged { clause: clause.clone(), units: own, verdict, conditional });
                continue;
            }
            Opener::What => {
                if tells(own) {
                    verdict = Verdict::Tells;
                }
                judged.push(Judged { clause: clause.clone(), units: own, verdict, conditional });
                continue;
            }
            _ => {}
        }
        if clause.opener == Opener::Plain
            && number + 1 < clauses.len()
            && verb_first(own, lexicon, number, turned_behind(clauses.get(number + 1), units))
        {
            frame = Frame::Conditional;
            judged.push(Judged { clause: clause.clone(), units: own, verdict, conditional });
            continue;
        }
        let relative = clause.opener == Opener::Who;
        if relative && !somebody_who(judged.last(), own, lexicon) {
            if tells(own) {
                verdict = Verdict::Tells;
            }
            // What it describes may go on behind it: “the parts that are missing will be sent”.
            if judged.last().is_some_and(|before| !before.units.iter().any(finite)) {
                carry = Some(Carry { who: Who::Thing, will: false, dead: false });
            }
            judged.push(Judged { clause: clause.clone(), units: own, verdict, conditional });
            continue;
        }
        if relative {
            let before = judged.last().map(|before| subject_of(before.units)).unwrap_or(Who::Ours);
            carry = Some(Carry { who: before, will: false, dead: false });
        }
        let opener = if relative { Opener::And } else { clause.opener };
        let case = Case {
            units: own,
            lexicon,
            opener,
            carry,
            vouched: vouched || vouched_anywhere,
            about_ours: spoken_of,
            first: number == 0 || judged.iter().all(|judged| !judged.units.iter().any(finite)),
        };
        let (said, leaves) = case.judge();
        verdict = said;
        let said = |unit: &Unit| unit.set.any(&[Class::Said, Class::State, Class::Feel]) && !unit.has(Class::Vow);
        let unmarked = judged.last().is_some_and(|before| before.units.last().is_some_and(said));
        let somebody = own.first().is_some_and(|unit| unit.set.any(&[Class::I, Class::We, Class::You]));
        let subordinate = clause.opener == Opener::That || clause.opener == Opener::Plain && unmarked && somebody;
        if subordinate && reported {
            verdict = Verdict::Nothing;
        }
        if clause.opener == Opener::That && verdict == Verdict::Refuses {
            ensure_that_not(&mut judged, own, frame);
        }
        if matches!(verdict, Verdict::Commits(_)) {
            conditional = frame == Frame::Conditional;
        }
        if !subordinate {
            reported = verdict == Verdict::Refuses || reports(own, &verdict);
        }
        vouched = verdict == Verdict::Vouches;
        // What somebody “who …” does leaves who they are to what follows.
        if leaves.is_some() && !relative {
            carry = leaves;
        }
        judged.push(Judged { clause: clause.clone(), units: own, verdict, conditional });
    }
    judged
}

/// “We will see to it that this does not happen again” promises by what is said before “that”.
fn ensure_that_not(judged: &mut [Judged<'_>], own: &[Unit], frame: Frame) {
    let sees_to = |before: &&mut Judged<'_>| match before.verdict {
        Verdict::Vouches => true,
        Verdict::Commits(commitment) => {
            commitment.needs_day && before.units.iter().any(|unit| unit.set.any(&[Class::Trust, Class::Vow]))
        }
        _ => false,
    };
    let Some(before) = judged.last_mut().filter(sees_to) else { return };
    let gone = own.iter().any(|unit| unit.set.any(&[Class::Past, Class::Would, Class::Can]));
    let who = before.units.iter().find(|unit| unit.set.any(&[Class::I, Class::We]));
    // “Vi sørger for at det blir riktig.”
    let sees = before
        .units
        .iter()
        .any(|unit| ["sørge for", "sørger for", "ser till", "se till"].contains(&unit.lower.as_str()));
    let becomes = own.iter().any(|unit| ["blir", "bliver", "bli", "blive"].contains(&unit.lower.as_str()));
    let not = own.iter().any(|unit| unit.has(Class::Not));
    if let Some(who) = who.filter(|_| !gone && (not || sees && becomes && !own.iter().any(Unit::is_day))) {
        let who = if who.has(Class::I) { Who::I } else { Who::We };
        before.verdict = Verdict::Commits(Commitment::to_spare(who));
        before.conditional = frame == Frame::Conditional;
    }
}

/// Whether what follows “that” is only told: “you said that”, “I know that”.
fn reports(units: &[Unit], verdict: &Verdict) -> bool {
    let vouches = units.iter().any(|unit| unit.set.any(&[Class::Vow, Class::Trust]));
    let said = units.iter().any(|unit| unit.set.any(&[Class::Said, Class::State, Class::Feel]));
    said && !vouches && !matches!(verdict, Verdict::Commits(_))
}

/// Whether a day that ends a clause which describes something may be the one of the promise before it: “I'll send
/// what you need tomorrow”.
fn tells(units: &[Unit]) -> bool {
    units.last().is_some_and(Unit::is_day)
        && !units.iter().any(|unit| unit.set.any(&[Class::Past, Class::Participle, Class::Would]))
}

/// Who a clause without a verb names: “saya sendiri”.
fn subject_of(units: &[Unit]) -> Who {
    match units.iter().find(|unit| unit.set.any(&[Class::I, Class::We])) {
        Some(unit) if unit.has(Class::I) => Who::I,
        Some(_) => Who::We,
        None => Who::Ours,
    }
}

/// A relative clause commits when it says what somebody of ours does: “there is one who calls you”.
fn somebody_who(before: Option<&Judged<'_>>, units: &[Unit], lexicon: &Lexicon) -> bool {
    let tenseless = lexicon.order() == Order::Tenseless;
    let somebody = before.is_some_and(|before| {
        let last = before.units.iter().rev().find(|unit| unit.is_word());
        let short = before.units.len() <= 4;
        let there_is = before.units.iter().any(|unit| unit.set.any(&[Class::Be, Class::Role]));
        let ours = last.is_some_and(|unit| unit.set.any(&[Class::Someone, Class::Role, Class::Our]));
        let named = tenseless && last.is_some_and(|unit| unit.capital && unit.set.is_empty());
        // “saya sendiri yang …”
        let ourselves =
            before.units.iter().all(|unit| unit.set.any(&[Class::I, Class::We, Class::Let]) || subject::passes(unit));
        short && there_is && ours || named || ourselves
    });
    let inverted = if tenseless {
        let subject = subject::find(units, lexicon);
        subject.who.ours() && subject.first > 0
    } else {
        let turned = |verb: &Unit, who: &Unit| verb.has(Class::Present) && who.set.any(&[Class::I, Class::We]);
        units.windows(2).any(|pair| matches!(pair, [verb, who] if turned(verb, who)))
    };
    somebody || inverted
}

/// Whether a clause begins with a verb and the speaker behind it.
fn turned_behind(clause: Option<&Clause>, units: &[Unit]) -> bool {
    let Some(clause) = clause.filter(|clause| clause.opener == Opener::Plain) else { return false };
    matches!(units.get(clause.units.clone()), Some([verb, who, ..])
        if !verb.set.any(&[Class::I, Class::We]) && who.set.any(&[Class::I, Class::We]))
}

/// Whether a clause begins with its verb and then who acts, which in Scandinavia is a condition: “Får du problem, …”.
fn verb_first(units: &[Unit], lexicon: &Lexicon, number: usize, leads: bool) -> bool {
    // “Should it not turn up, …”.
    if number == 0
        && lexicon.order() == Order::SubjectFirst
        && let [should, who, ..] = units
    {
        return should.lower == "should" && !who.set.any(&[Class::Be, Class::Infinitive]);
    }
    if lexicon.order() != Order::VerbSecond || number > 0 {
        return false;
    }
    let [verb, who, ..] = units else { return false };
    // “Skulle pakken ikke komme, sender jeg …”: a thing behind the verb, and the main clause turned round.
    if leads && finite(verb) && !verb.set.any(&[Class::Vow, Class::Trust]) && who.is_word() && who.set.is_empty() {
        return true;
    }
    let may = finite(verb) || verb.set.is_empty() && lexicon.may_be_present(&verb.lower);
    let object = who.set.any(&[Class::Customer]) && !who.has(Class::You);
    // “Skjer det igjen, …”: a verb of no table before a pronoun.
    if verb.set.is_empty() && who.set.any(&[Class::It, Class::You, Class::They, Class::Someone]) {
        return may;
    }
    may && !object
        && subject::find(units, lexicon).first == 1
        && !who.is_day()
        && subject::find(units, lexicon).who != Who::Nobody
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    /// Somebody else has to do something first.
    Holds,
    /// Ours, or none at all.
    Ours,
    Lifted,
}

fn condition(clause: &Clause, units: &[Unit], lexicon: &Lexicon, before: Option<&Judged<'_>>) -> Condition {
    let any = |class: Class| units.iter().any(|unit| unit.has(class));
    if clause.opener == Opener::Unless {
        return Condition::Lifted;
    }
    // “unless we hear otherwise”, in other words.
    if any(Class::Not) && (any(Class::Hear) || any(Class::Otherwise)) {
        return Condition::Lifted;
    }
    let tells = before.is_some_and(|before| matches!(before.verdict, Verdict::Commits(Commitment { tells: true, .. })));
    // “kalau sudah” is “once”.
    let once = lexicon.order() == Order::Tenseless && any(Class::Past) && tells;
    if clause.opener == Opener::If && !once {
        return Condition::Holds;
    }
    let who = subject::find(units, lexicon).who;
    if who.ours() {
        return if any(Class::Take) { Condition::Holds } else { Condition::Ours };
    }
    // “when your car is here on 15 January”: that day is set.
    let set_day = who != Who::You
        && !any(Class::Take)
        && units.iter().any(Unit::is_day)
        && before.is_some_and(|before| matches!(before.verdict, Verdict::Commits(_)));
    if set_day {
        return Condition::Ours;
    }
    if who != Who::You && tells { Condition::Lifted } else { Condition::Holds }
}

/// A condition behind the promise: it holds for all that was joined to it.
fn mark_conditional(judged: &mut [Judged<'_>], opener: Opener) {
    for judged in judged.iter_mut().rev() {
        if matches!(judged.verdict, Verdict::Commits(_)) {
            // What is spared until something happens is spared now.
            let spares = matches!(judged.verdict, Verdict::Commits(Commitment { spares: true, .. }));
            judged.conditional |= !(spares && opener == Opener::When);
        }
        if judged.clause.opener != Opener::And {
            break;
        }
    }
}

/// A day of a clause: its number, the last minute it allows, whether it is bound.
#[derive(Clone, Copy)]
struct Day {
    number: usize,
    range: bool,
}

/// The day of a clause: one that is bound, else the earliest.
fn day(units: &[Unit]) -> Option<Day> {
    let days = units.iter().filter_map(|unit| match unit.sort {
        Sort::Day { number, past: false, latest, bound, range, .. } => Some((!bound, latest, number, range)),
        _ => None,
    });
    days.min().map(|(_, _, number, range)| Day { number, range })
}

fn draft(judged: &[Judged<'_>]) -> Vec<Draft> {
    let mut drafts: Vec<(Draft, Commitment)> = Vec::new();
    for (at, one) in judged.iter().enumerate() {
        let Verdict::Commits(commitment) = one.verdict else { continue };
        let own = if commitment.spares { None } else { day(one.units) };
        let day = own.or_else(|| if commitment.spares { None } else { lent(judged, at) });
        if commitment.needs_day && day.is_none() {
            continue;
        }
        let (Some(first), Some(last)) = (one.units.first(), one.units.last()) else { continue };
        let kind = match (one.conditional, commitment.hedged, day) {
            (true, ..) => Kind::Conditional,
            (_, true, _) => Kind::Hedged,
            (_, _, Some(_)) => Kind::Dated,
            _ => Kind::Open,
        };
        let who = match commitment.who {
            Who::I => Doer::I,
            Who::Ours | Who::Name => Doer::Someone,
            _ => Doer::We,
        };
        let draft = Draft { span: first.span.start..last.span.end, kind, who, day: day.map(|day| day.number) };
        let prepares = commitment.prepares || day.is_some_and(|day| day.range);
        drafts.push((draft, Commitment { prepares, ..commitment }));
    }
    join(drafts)
}

/// Last in a clause, these point back to a day.
const THEN: [&str; 4] = ["then", "da", "då", "der"];

/// A day that a neighbour names for a promise without one: “…, so it is with you on Wednesday”.
fn lent(judged: &[Judged<'_>], at: usize) -> Option<Day> {
    let one = judged.get(at)?;
    let tells = |other: &&Judged<'_>| other.verdict == Verdict::Tells && other.clause.opener != Opener::Unless;
    let then =
        one.units.iter().rev().find(|unit| unit.is_word()).is_some_and(|unit| THEN.contains(&unit.lower.as_str()));
    let points_back = then || one.units.iter().any(|unit| unit.has(Class::SameDay));
    let before = judged.iter().take(at).rev().filter(tells).find_map(|other| {
        let ours = matches!(other.clause.opener, Opener::When) || points_back || !other.units.iter().any(finite);
        ours.then(|| day(other.units)).flatten()
    });
    let behind =
        judged.iter().skip(at + 1).take_while(|other| !matches!(other.verdict, Verdict::Commits(_) | Verdict::Refuses));
    before.or_else(|| behind.filter(tells).find_map(|other| day(other.units)))
}

/// One promise for deeds of one sentence that share their day; what only prepares gives way to what it is for.
fn join(drafts: Vec<(Draft, Commitment)>) -> Vec<Draft> {
    let dated = drafts.iter().any(|(draft, _)| draft.kind == Kind::Dated);
    let firm = drafts.iter().any(|(draft, _)| draft.kind == Kind::Open || draft.kind == Kind::Dated);
    let last = drafts.len().saturating_sub(1);
    let deeds = drafts.iter().skip(1).any(|(draft, commitment)| !commitment.prepares && draft.kind == Kind::Dated);
    let mut open = false;
    drafts
        .into_iter()
        .enumerate()
        .filter(|(at, (draft, commitment))| {
            let gives_way = commitment.prepares && *at < last && deeds && draft.kind == Kind::Dated;
            let twice = draft.kind == Kind::Open && (dated || std::mem::replace(&mut open, true));
            let weak = draft.kind == Kind::Hedged && firm;
            !gives_way && !twice && !weak
        })
        .map(|(_, (draft, _))| draft)
        .collect()
}
