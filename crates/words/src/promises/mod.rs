//! Promises that a business makes to a customer in what it writes: who does what, and by when.
//!
//! A text is cut into sentences of what was newly written (`scan`), their words are looked up in one table a language
//! (`en`, `nb`, `sv`, `da`, `id`), sentences are cut into clauses (`clauses`), and one grammar for all five asks of
//! each clause who acts (`subject`), what they do (`deeds`) and whether that commits them (`verdict`); conditions,
//! reported words and dates are joined over the sentence (`sentence`). Tables hold words and endings, never sentences.
//!
//! Knows no customer and no clock; what a date is, `dates` says. Start reading at [`find`].

mod clauses;
mod deeds;
mod lexicon;
mod scan;
mod sentence;
mod subject;
mod verbs;
mod verdict;

mod da;
mod en;
mod id;
mod nb;
mod sv;

#[cfg(test)]
mod tests;

use std::ops::Range;

use base::Language;
use jiff::Zoned;
use jiff::civil::{Date, Time};

use crate::dates::{self, Bound, Sure};

/// How binding the words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Somebody of the business commits themselves, and says until when.
    Dated,
    /// The same without a time: worth asking “by when?”.
    Open,
    /// Only once the customer or an event does something first; not yet in force.
    Conditional,
    /// Weak (“hopefully”, “we will try”): offer to track it, do not insist.
    Hedged,
}

/// Who is to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doer {
    /// Whoever writes.
    I,
    /// The business.
    We,
    /// Somebody else of the business: a colleague, a technician, a department, or nobody in particular.
    Someone,
}

/// Until when it is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Where the words that name it stand, in bytes of the text.
    pub span: Range<usize>,
    /// The day named; the last one of a week or another range.
    pub date: Date,
    /// The local time named.
    pub time: Option<Time>,
    /// How the words beside the date bound it.
    pub bound: Bound,
    /// The last minute at which the promise still counts as kept.
    pub latest: Zoned,
    /// How sure the reading is.
    pub sure: Sure,
    /// Days of other readings, which a customer may take as well.
    pub also: Vec<Date>,
}

/// One promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The clause that makes it, in bytes of the text as given; on character boundaries, without white space around.
    pub span: Range<usize>,
    /// The words of the clause as written.
    pub words: String,
    /// How binding they are.
    pub kind: Kind,
    /// Who is to do it.
    pub who: Doer,
    /// Until when; always there for [`Kind::Dated`], never for [`Kind::Open`].
    pub due: Option<Due>,
}

/// The promises that a text makes, in the order of the text and never overlapping.
///
/// Quoted lines, words in quotation marks and a signature are passed over. `now` is when the text is written, in the
/// zone of its writer. The answer depends on nothing else, no text makes it panic, and it takes time in proportion to
/// the text.
#[must_use]
pub fn find(text: &str, language: Language, now: &Zoned) -> Vec<Promise> {
    let days = dates::find(text, language, now);
    let lexicon = lexicon::of(language);
    let mut found: Vec<Promise> = Vec::new();
    let mut about_ours = false;
    for sentence in scan::sentences(text, lexicon, &days, now.date()) {
        for draft in sentence::promises(&sentence, lexicon, &mut about_ours) {
            let due = draft.day.and_then(|day| days.get(day)).map(|when| due(when, now));
            let kind = match draft.kind {
                Kind::Open if due.is_some() => Kind::Dated,
                Kind::Dated if due.is_none() => Kind::Open,
                kind => kind,
            };
            let Some(words) = text.get(draft.span.clone()) else { continue };
            found.push(Promise { words: words.to_owned(), span: draft.span, kind, who: draft.who, due });
        }
    }
    found
}

fn due(when: &dates::When, now: &Zoned) -> Due {
    Due {
        span: when.span.clone(),
        date: if when.bound == Bound::Before { when.date } else { when.last },
        time: when.time,
        bound: when.bound,
        latest: when.latest(now),
        sure: when.sure,
        also: when.also.clone(),
    }
}
