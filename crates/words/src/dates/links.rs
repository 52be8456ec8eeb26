//! The small words before a day or a time: prepositions, articles, and what bounds it.

use super::atoms::{Atom, Unit};
use super::reader::Reader;
use super::when::Bound;

/// What the small words before a day or a time say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Link {
    /// How it is bound, and how it may be meant as well.
    pub bound: Option<(Bound, Option<Bound>)>,
    /// “until”, which may also be “to”.
    pub until: bool,
    /// A length to come follows.
    pub ahead: bool,
    /// The course of something follows.
    pub during: bool,
    /// An hour follows, or may follow.
    pub at: bool,
    /// “at” may stand before other things as well.
    pub maybe_at: bool,
    /// About that hour.
    pub around: bool,
    /// A preposition that days have.
    pub on: bool,
    /// An article.
    pub the: bool,
    /// A day's number follows.
    pub mark: bool,
    /// Not the day itself but later.
    pub after: bool,
    /// Gone by.
    pub since: bool,
    /// The first of two.
    pub between: bool,
    /// “from”.
    pub from: bool,
    /// The night before the day.
    pub night_to: bool,
    /// Part of something larger.
    pub of: bool,
    /// A habit or a wish: no day at all.
    pub idle: bool,
    /// A comma or a bracket.
    pub comma: bool,
}

/// More small words than this stand before no day.
const LINKS_MAX: usize = 7;

impl Reader<'_> {
    /// The small words that begin at a position, and the position after them.
    pub fn link(&self, from: usize) -> (Link, usize) {
        let mut link = Link::default();
        let mut at = from;
        while at - from < LINKS_MAX && self.take(&mut link, at) {
            at += 1;
        }
        (link, at)
    }

    fn take(&self, link: &mut Link, at: usize) -> bool {
        let bound = |bound, also| Some((bound, also));
        let Some(atom) = self.atom(at) else {
            // “tomorrow (Friday)”, “Friday, at 3”, “Friday: 8–10”
            let parted = self.is_mark(at, &[',', '(', ':']);
            link.comma |= parted;
            return parted;
        };
        match atom {
            Atom::By | Atom::Latest => link.bound = bound(Bound::By, None),
            Atom::Until => {
                link.bound = link.bound.or(bound(Bound::By, None));
                link.until = true;
            }
            Atom::ByOrBefore => link.bound = bound(Bound::By, Some(Bound::Before)),
            Atom::Before => link.bound = bound(Bound::Before, None),
            Atom::BeforeOrBy => link.bound = bound(Bound::Before, Some(Bound::By)),
            Atom::Within => (link.bound, link.ahead) = (bound(Bound::Within, None), true),
            Atom::Granted => link.ahead = true,
            Atom::During => (link.during, link.ahead) = (true, true),
            Atom::Through => link.during = true,
            Atom::In => (link.ahead, link.on) = (true, true),
            Atom::At => link.at = true,
            Atom::Jam
                if self.number(at + 1).is_some()
                    || matches!(self.atom(at + 1), Some(Atom::Count(_) | Atom::Half | Atom::Noon)) =>
            {
                link.at = true
            }
            Atom::MaybeAt => (link.maybe_at, link.on) = (true, true),
            Atom::Around => link.around = true,
            Atom::On => link.on = true,
            Atom::Unit(Unit::Day) if self.lexicon.table.qualifies_after && !self.is_counted(at) => link.on = true,
            // “pada bulan Desember”
            Atom::Unit(Unit::Month) if matches!(self.atom(at + 1), Some(Atom::Month(_))) => link.on = true,
            Atom::Of => link.of = true,
            Atom::The => link.the = true,
            Atom::DateMark => link.mark = true,
            // “over helgen”, “rett over nyttår”
            Atom::After | Atom::Past => link.after = true,
            // “siden fredag”: after a length the same word is “ago”.
            Atom::Since | Atom::Ago => link.since = true,
            Atom::From => link.from = true,
            Atom::Between => link.between = true,
            Atom::NightTo => link.night_to = true,
            Atom::Every | Atom::Wish => link.idle = true,
            _ => return false,
        }
        true
    }

    /// Whether a number stands before the word, so that it is a unit and no preposition.
    fn is_counted(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.number(before).is_some_and(|number| number.whole().is_some())
            || matches!(self.atom(before), Some(Atom::Count(_) | Atom::Few(_) | Atom::Half | Atom::Quarter))
    }
}

impl Link {
    /// Whether a preposition of any kind stands here, which a word needs that may also be a name.
    pub const fn leads(&self) -> bool {
        self.on
            || self.ahead
            || self.during
            || self.bound.is_some()
            || self.after
            || self.since
            || self.from
            || self.mark
    }

    /// Whether an hour may follow.
    pub const fn clock(&self) -> bool {
        self.at || self.maybe_at || self.around
    }

    /// Whether nothing but a comma or bracket stands here.
    pub const fn is_bare(&self) -> bool {
        !self.leads() && !self.clock() && !self.the && !self.of
    }
}
