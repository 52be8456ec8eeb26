//! A language's table, made ready to look words up in, and a text as what its words stand for.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use base::Language;

use super::atoms::Atom;
use super::scan::{Number, Sort, Token};
use super::{da, en, id, nb, sv};

/// How a language builds its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// “twenty-one”.
    Apart,
    /// “tjueen”.
    Joined,
    /// “enogtyve”.
    UnitsFirst,
    /// “dua belas”, “dua puluh satu”.
    Puluh,
}

/// The words of one language. Forms of one thing are divided by `|`; a form that may be written with a full stop has
/// it.
#[derive(Debug)]
pub struct Table {
    /// January to December.
    pub months: [&'static str; 12],
    /// Monday to Sunday.
    pub weekdays: [&'static str; 7],
    /// Short weekdays that are words or names as well.
    pub shorts: [&'static str; 7],
    /// “fredags”.
    pub gonesdays: [&'static str; 7],
    /// “fredagen”.
    pub the_weekdays: [&'static str; 7],
    /// How numbers are built.
    pub counting: Counting,
    /// One to nineteen (to eleven where the teens are built).
    pub units: &'static [&'static str],
    /// Twenty to ninety, in tens.
    pub tens: &'static [&'static str],
    /// First to twentieth.
    pub ordinals: &'static [&'static str],
    /// The thirtieth.
    pub thirtieth: &'static str,
    /// Everything else.
    pub words: &'static [(Atom, &'static str)],
    /// Parts of the day as ends of compounds of weekdays (“fredagskveld”).
    pub compounds: bool,
    /// Words that may follow a bare number of a day or hour (“on the 5th we …”).
    pub follow: &'static str,
    /// Words that are counted, so that what stands before them is no day (“den 5. etasje”).
    pub counted: &'static str,
    /// Months are words too and must bear a capital (“may”, “march”).
    pub capital_months: &'static [i8],
    /// Names of months bear a capital in this language, so that one alone may be a month.
    pub months_bear_capitals: bool,
    /// `3.12.` is a day.
    pub dotted_dates: bool,
    /// “December 3”.
    pub month_before_day: bool,
    /// “halv tre” and “setengah tiga” are half an hour before three.
    pub half_before: bool,
    /// What qualifies stands after: “Jumat depan”; “satu setengah” is one and a half, “hari” leads a weekday.
    pub qualifies_after: bool,
}

/// A table made ready.
#[derive(Debug)]
pub struct Lexicon {
    /// The table.
    pub table: &'static Table,
    phrases: HashMap<String, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    atom: Atom,
    dot: bool,
}

/// A piece of text and what it stands for.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub span: Range<usize>,
    /// Nothing stands between it and the piece before it.
    pub glued: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether an empty line stands before it.
    pub apart: bool,
}

/// What an item is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Words of the table.
    Atom(Atom),
    /// A number.
    Number(Number),
    /// A word that the table does not know as part of a date, and what the table says of words beside dates.
    Word(Beside),
    /// Another character.
    Mark(char),
}

/// What a word that is part of no date means for a number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It may follow the number of a day.
    Follows,
    /// It is what is counted.
    Counted,
    /// Unknown.
    Unknown,
}

static LEXICONS: [LazyLock<Lexicon>; 5] = [
    LazyLock::new(|| Lexicon::of(&en::TABLE)),
    LazyLock::new(|| Lexicon::of(&nb::TABLE)),
    LazyLock::new(|| Lexicon::of(&sv::TABLE)),
    LazyLock::new(|| Lexicon::of(&da::TABLE)),
    LazyLock::new(|| Lexicon::of(&id::TABLE)),
];

/// The lexicon of a language; made at its first use.
pub fn lexicon(language: Language) -> &'static Lexicon {
    let [en, nb, sv, da, id] = &LEXICONS;
    match language {
        Language::En => en,
        Language::Nb => nb,
        Language::Sv => sv,
        Language::Da => da,
        Language::Id => id,
    }
}

impl Lexicon {
    fn of(table: &'static Table) -> Self {
        let mut lexicon = Self { table, phrases: HashMap::new() };
        for (atom, forms) in table.words {
            lexicon.add(forms, *atom);
        }
        let mut days = |forms: &[&'static str; 7], atom: fn(i8) -> Atom| {
            (0i8..).zip(forms).for_each(|(day, forms)| lexicon.add(forms, atom(day)));
        };
        days(&table.weekdays, Atom::Weekday);
        days(&table.shorts, Atom::Short);
        days(&table.gonesdays, Atom::Gonesday);
        days(&table.the_weekdays, Atom::TheWeekday);
        (1i8..).zip(&table.months).for_each(|(month, forms)| lexicon.add(forms, Atom::Month(month)));
        lexicon.add_numbers();
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        lexicon
    }

    fn add(&mut self, forms: &str, atom: Atom) {
        for form in forms.split('|').filter(|form| !form.is_empty()) {
            let mut words = form.trim_end_matches('.').split_whitespace().map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let phrase = Phrase { rest: words.collect(), atom, dot: form.ends_with('.') };
            self.phrases.entry(first).or_default().push(phrase);
        }
    }

    fn add_numbers(&mut self) {
        let table = self.table;
        let pairs = |tens: &'static str, units: &'static str| {
            let join = move |tens, unit| join(table.counting, tens, unit);
            tens.split('|').flat_map(move |tens| units.split('|').map(move |unit| join(tens, unit)))
        };
        for (value, units) in (1u32..).zip(table.units) {
            self.add(units, Atom::Count(value));
        }
        for (ten, tens) in (2u32..).zip(table.tens) {
            self.add(tens, Atom::Count(10 * ten));
            for (value, units) in (1u32..10).zip(table.units) {
                pairs(tens, units).for_each(|word| self.add(&word, Atom::Count(10 * ten + value)));
            }
        }
        if table.counting == Counting::Puluh {
            for (value, units) in (2u32..10).zip(table.units.iter().skip(1)) {
                self.add(&format!("{units} belas"), Atom::Count(10 + value));
            }
        }
        for (value, ordinals) in (1u32..).zip(table.ordinals) {
            self.add(ordinals, Atom::Ordinal(value));
            if let (1..10, Some(tens)) = (value, table.tens.first()) {
                pairs(tens, ordinals).for_each(|word| self.add(&word, Atom::Ordinal(20 + value)));
            }
        }
        self.add(table.thirtieth, Atom::Ordinal(30));
    }

    /// A text's pieces as what they stand for: the longest phrase that fits, from left to right.
    pub fn items(&self, tokens: &[Token]) -> Vec<Item> {
        let mut items = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let Token { span, glued, capital, apart, .. } = token.clone();
            let mut item = |kind, span| items.push(Item { kind, span, glued, capital, apart });
            match &token.sort {
                Sort::Mark(mark) => item(Kind::Mark(*mark), span),
                Sort::Number(number) => item(Kind::Number(number.clone()), span),
                Sort::Word(word) => {
                    if let Some((atom, last)) = self.phrase(word, tokens, at) {
                        let end = tokens.get(last).map_or(span.end, |token| token.span.end);
                        item(Kind::Atom(atom), span.start..end);
                        at = last;
                    } else if let Some((first, second)) = self.compound(word) {
                        item(Kind::Atom(first), span.clone());
                        item(Kind::Atom(second), span);
                    } else {
                        item(Kind::Word(self.beside(word)), span);
                    }
                }
            }
            at += 1;
        }
        items
    }

    /// The longest phrase that begins at a token, and the token it ends with.
    fn phrase(&self, word: &str, tokens: &[Token], at: usize) -> Option<(Atom, usize)> {
        let of = |at: usize| tokens.get(at).map(|token| (&token.sort, token.glued));
        self.phrases.get(word)?.iter().find_map(|phrase| {
            let mut last = at;
            for wanted in &phrase.rest {
                last += 1;
                // “twenty-one”, “end-of-day”
                if let (Some((Sort::Mark('-'), true)), Some((Sort::Word(_), true))) = (of(last), of(last + 1)) {
                    last += 1;
                }
                match of(last) {
                    Some((Sort::Word(next), _)) if next == wanted => {}
                    _ => return None,
                }
            }
            let stop = phrase.dot && matches!(of(last + 1), Some((Sort::Mark('.'), true)));
            Some((phrase.atom, last + usize::from(stop)))
        })
    }

    fn one(&self, word: &str) -> Option<Atom> {
        self.phrases.get(word)?.iter().find(|phrase| phrase.rest.is_empty()).map(|phrase| phrase.atom)
    }

    /// “fredagskveld”, “sjutiden”: two things in one word.
    fn compound(&self, word: &str) -> Option<(Atom, Atom)> {
        if !self.table.compounds {
            return None;
        }
        let tide = ["tiden", "tida", "tid"].iter().find_map(|end| self.one(word.strip_suffix(end)?));
        if let Some(hour @ Atom::Count(1..=12)) = tide {
            return Some((hour, Atom::Tide));
        }
        let weekday = self.table.weekdays.iter().flat_map(|forms| forms.split('|'));
        weekday.filter(|form| form.len() > 4).find_map(|form| {
            let rest = word.strip_prefix(form)?;
            let part = self.one(rest.strip_prefix('s').unwrap_or(rest))?;
            matches!(part, Atom::Part(_)).then(|| self.one(form).map(|day| (day, part)))?
        })
    }

    fn beside(&self, word: &str) -> Beside {
        let holds = |list: &str| list.split('|').any(|listed| listed == word);
        if holds(self.table.follow) {
            Beside::Follows
        } else if holds(self.table.counted) {
            Beside::Counted
        } else {
            Beside::Unknown
        }
    }
}

fn join(counting: Counting, tens: &str, unit: &str) -> String {
    match counting {
        Counting::Apart | Counting::Puluh => format!("{tens} {unit}"),
        Counting::Joined => format!("{tens}{unit}"),
        Counting::UnitsFirst => format!("{unit}og{tens}"),
    }
}
