//! A text while it is read: its items, when it was written, and small looks at what stands where.

use jiff::Zoned;
use jiff::civil::Date;

use super::atoms::{Atom, Unit};
use super::lexicon::{Beside, Item, Kind, Lexicon};
use super::scan::Number;

/// A text while it is read. Positions are those of items.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The text's items.
    pub items: &'a [Item],
    /// The words of its language.
    pub lexicon: &'a Lexicon,
    /// When it was written.
    pub now: &'a Zoned,
    /// The day of that.
    pub today: Date,
    /// `3/12` is in March.
    pub month_first: bool,
}

impl Reader<'_> {
    /// What the word at a position stands for.
    pub fn atom(&self, at: usize) -> Option<Atom> {
        match self.items.get(at)?.kind {
            Kind::Atom(atom) => Some(atom),
            _ => None,
        }
    }

    /// Whether a word there stands for this.
    pub fn is(&self, at: usize, atom: Atom) -> bool {
        self.atom(at) == Some(atom)
    }

    /// Whether such a mark is there.
    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.items.get(at), Some(Item { kind: Kind::Mark(mark), .. }) if marks.contains(mark))
    }

    /// The position after `at` if this holds, else `at`.
    pub fn past(&self, at: usize, holds: bool) -> usize {
        at + usize::from(holds)
    }

    /// The number at a position, unless it names something.
    pub fn number(&self, at: usize) -> Option<&Number> {
        match &self.items.get(at)?.kind {
            Kind::Number(number) if !number.coded => Some(number),
            _ => None,
        }
    }

    /// The unit at a position, however it is written.
    pub fn unit(&self, at: usize) -> Option<Unit> {
        match self.atom(at)? {
            Atom::Unit(unit) | Atom::TheUnit(unit) => Some(unit),
            Atom::Days => Some(Unit::Day),
            Atom::Jam => Some(Unit::Hour),
            Atom::Minggu => Some(Unit::Week),
            _ => None,
        }
    }

    /// Whether something else follows an item at once, as a letter its number.
    pub fn goes_on(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued && !matches!(item.kind, Kind::Mark(_)))
    }

    /// Whether an item stands right after another one, a mark as well.
    pub fn is_glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued)
    }

    /// What the word beside a number says of it; marks and the end let it be a day.
    pub fn beside(&self, at: usize) -> Beside {
        match self.items.get(at) {
            Some(Item { kind: Kind::Word(beside), apart: false, .. }) => *beside,
            Some(Item { kind: Kind::Mark('%' | '€' | '$' | '£'), .. }) => Beside::Counted,
            Some(Item { kind: Kind::Atom(Atom::Unit(_) | Atom::Days | Atom::Named), apart: false, .. }) => {
                Beside::Counted
            }
            // “at 10 each”, but “at 10 every Friday”
            Some(Item { kind: Kind::Atom(Atom::Every), .. }) if self.atom(at + 1).is_none() => Beside::Counted,
            _ => Beside::Follows,
        }
    }

    /// Whether the word there begins a sentence.
    pub fn begins(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        self.items.get(at).is_some_and(|item| item.apart) || self.is_mark(before, &['.', '!', '?', ':', '>', '•', '*'])
    }

    /// Whether such a word stands right before a position.
    pub fn follows(&self, at: usize, atom: Atom) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, atom))
    }

    /// Whether a word of no table stands there as a name.
    pub fn is_word_name(&self, at: usize) -> bool {
        self.is_name(at) && matches!(self.items.get(at).map(|item| &item.kind), Some(Kind::Word(_)))
    }

    /// Whether the word there is written with a capital inside a sentence.
    pub fn is_name(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.capital) && !self.begins(at)
    }
}
