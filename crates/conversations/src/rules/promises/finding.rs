//! What the finder of promises says of a text, as it is needed here. The only place that knows `words::promises`.

use base::{Instant, Language};
use jiff::Zoned;
use words::dates::Sure;
use words::promises::{self, Kind};

use super::timing::Hours;
use crate::model::{PromiseDue, PromiseKind, PromiseSure};

/// A promise that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where its words stand, in bytes of the text.
    pub span: std::ops::Range<usize>,
    /// Its words.
    pub words: String,
    /// How it was said.
    pub kind: PromiseKind,
    /// By when; the earliest where several days are named.
    pub due: Option<PromiseDue>,
}

/// The promises of a text, in its order. Days are meant in the zone of the business.
#[must_use]
pub fn found(text: &str, language: Language, hours: Hours<'_>, now: Instant) -> Vec<Found> {
    let now: Zoned = now.to_zoned(hours.zone.clone());
    let all = promises::find(text, language, &now).into_iter();
    all.filter_map(|one| {
        let words = text.get(one.span.clone())?.trim().to_owned();
        let kind = match one.kind {
            Kind::Dated => PromiseKind::Dated,
            Kind::Open => PromiseKind::Open,
            Kind::Conditional => PromiseKind::Conditional,
            Kind::Hedged => PromiseKind::Hedged,
        };
        let due = one.due.map(|due| PromiseDue {
            latest: due.latest.timestamp(),
            day: due.latest.date(),
            timed: due.time.is_some(),
            sure: match due.sure {
                Sure::Ask => PromiseSure::Ask,
                Sure::Likely => PromiseSure::Likely,
                Sure::Certain => PromiseSure::Certain,
            },
            zone: hours.zone.iana_name().unwrap_or("UTC").to_owned(),
        });
        Some(Found { span: one.span, words, kind, due })
    })
    .filter(|one| !one.words.is_empty())
    .collect()
}
