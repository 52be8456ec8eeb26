//! Patterns of words, and all places of a text where they stand.
//!
//! A pattern is a line of parts: `one|other` is one of them, `begin*` and `*end` stand for every word that begins or
//! ends so, `@name` for the words of a class, `?one|other` may be left out, `_` is any word, `..` up to two, `...`
//! up to four and `....` up to six words in between. Nothing is taken by `<` (a sentence begins), `>` (it ends), `,` (a pause), `!one|other`
//! (not before these), `^one|other` (not behind these). `~word` must not be written with a capital, and `=3` says how
//! many parts must at least have taken a word. Without it, two fifths of the parts that can take a word do; a part that
//! may be a pause instead counts as one that may be left out.
//! A pattern never reaches beyond its sentence.

use std::collections::HashMap;
use std::ops::Range;

use super::spoken::Word;

/// One way to fill a part.
#[derive(Clone, Copy, Debug)]
struct Form {
    text: &'static str,
    ends: Ends,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Whole,
    /// More may follow.
    Open,
    /// More may stand before.
    Behind,
    /// No word at all: a pause.
    Pause,
    /// No word at all: where a sentence ends.
    Stop,
}

/// The ways to fill a part.
#[derive(Clone, Debug)]
struct Forms {
    list: Vec<Form>,
    /// The signs ([`sign`]) of all words that can fill it: a word without one of them is passed over unread.
    signs: u64,
}

#[derive(Debug)]
enum Part {
    One(Forms),
    Small(Forms),
    Maybe(Forms),
    Any,
    Gap(usize),
    Start,
    End,
    Pause,
    NotNext(Forms),
    NotBehind(Forms),
}

#[derive(Debug)]
struct Pattern {
    label: usize,
    parts: Vec<Part>,
    least: usize,
    /// Of each part that takes a word, the signs of which one must stand in the sentence.
    needs: Vec<u64>,
}

/// One bit of 64 for how a word begins.
const fn sign(word: &str) -> u64 {
    match word.as_bytes() {
        [first, second, ..] => 1 << ((*first as u32).wrapping_mul(31).wrapping_add(*second as u32) % 64),
        _ => 1,
    }
}

impl Forms {
    fn of(list: Vec<Form>) -> Self {
        let sign = |form: &Form| match form.ends {
            Ends::Pause | Ends::Stop => 0,
            Ends::Behind => u64::MAX,
            Ends::Open if form.text.len() < 2 => u64::MAX,
            Ends::Open | Ends::Whole => sign(form.text),
        };
        Self { signs: list.iter().map(sign).fold(0, |all, sign| all | sign), list }
    }

    fn take(&self, word: &str, signed: u64) -> bool {
        self.signs & signed != 0 && one_of(&self.list, word)
    }
}

/// The words of a text, with the sign of each.
struct Signed<'w> {
    words: &'w [Word],
    signs: Vec<u64>,
}

impl Signed<'_> {
    /// For each word the signs of all words from it to the end of its sentence.
    fn ahead(&self) -> Vec<u64> {
        let mut ahead = self.signs.clone();
        for at in (1..ahead.len()).rev() {
            if self.words[at - 1].sentence == self.words[at].sentence {
                ahead[at - 1] |= ahead[at];
            }
        }
        ahead
    }
}

/// Where a pattern stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What its pattern was filed under.
    pub label: usize,
    /// The words it covers, by their places.
    pub words: Range<usize>,
}

/// Patterns, ready to be looked for all at once.
#[derive(Debug, Default)]
pub struct Matcher {
    patterns: Vec<Pattern>,
    whole: HashMap<&'static str, Vec<usize>>,
    /// By their signs.
    open: HashMap<u64, Vec<(&'static str, usize)>>,
    always: Vec<usize>,
}

impl Matcher {
    /// Patterns under their labels, with the words that `@name` stands for.
    pub fn new(
        patterns: impl IntoIterator<Item = (usize, &'static str)>,
        classes: &[(&'static str, &'static str)],
    ) -> Self {
        let mut matcher = Self::default();
        for (label, written) in patterns {
            let least = written.split_whitespace().find_map(|part| part.strip_prefix('=')?.parse().ok());
            let parts = written.split_whitespace().filter(|part| !part.starts_with('='));
            matcher.file(label, least, parts.map(|part| read(part, classes)).collect());
        }
        matcher
    }

    /// Every place where a pattern stands, in the order of the text.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let text = Signed { words, signs: words.iter().map(|word| sign(&word.lower)).collect() };
        let ahead = text.ahead();
        let mut tried: Vec<usize> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            tried.clear();
            tried.extend(self.whole.get(word.lower.as_str()).into_iter().flatten());
            let open = text.signs.get(at).and_then(|sign| self.open.get(sign)).into_iter().flatten();
            tried.extend(open.filter(|(begin, _)| word.lower.starts_with(begin)).map(|(_, pattern)| pattern));
            tried.extend(&self.always);
            tried.sort_unstable();
            tried.dedup();
            for &pattern in &tried {
                let Some(pattern) = self.patterns.get(pattern) else { continue };
                let here = ahead.get(at).copied().unwrap_or_default();
                if pattern.needs.iter().any(|need| need & here == 0) {
                    continue;
                }
                if let Some(end) = fits(&pattern.parts, &text, at, at, pattern.least)
                    && end > at
                {
                    hits.push(Hit { label: pattern.label, words: at..end });
                }
            }
        }
        hits
    }

    /// Files a pattern under the words it can begin with.
    fn file(&mut self, label: usize, least: Option<usize>, parts: Vec<Part>) {
        let place = self.patterns.len();
        for part in &parts {
            let (forms, goes_on) = match part {
                Part::One(forms) | Part::Small(forms) => (forms.list.as_slice(), false),
                Part::Maybe(forms) => (forms.list.as_slice(), true),
                Part::Any | Part::Gap(_) => {
                    self.always.push(place);
                    break;
                }
                _ => continue,
            };
            for form in forms {
                match form.ends {
                    Ends::Whole => self.whole.entry(form.text).or_default().push(place),
                    Ends::Pause | Ends::Stop => {}
                    Ends::Open if form.text.len() > 1 => {
                        self.open.entry(sign(form.text)).or_default().push((form.text, place));
                    }
                    Ends::Open | Ends::Behind => self.always.push(place),
                }
            }
            if !goes_on {
                break;
            }
        }
        let least = least.unwrap_or_else(|| usual(&parts));
        let needs = parts.iter().filter(|part| takes(part)).filter_map(|part| match part {
            Part::One(forms) | Part::Small(forms) if forms.signs != u64::MAX => Some(forms.signs),
            _ => None,
        });
        let needs = needs.collect();
        self.patterns.push(Pattern { label, parts, least, needs });
    }

    /// Forms with signs that are in no word: a slip of the pen, after which a pattern stands nowhere.
    #[cfg(test)]
    pub fn misspelt(&self) -> Vec<&'static str> {
        let forms = |part: &Part| match part {
            Part::One(forms)
            | Part::Small(forms)
            | Part::Maybe(forms)
            | Part::NotNext(forms)
            | Part::NotBehind(forms) => forms.list.clone(),
            _ => Vec::new(),
        };
        let all = self.patterns.iter().flat_map(|pattern| pattern.parts.iter().flat_map(forms));
        let words = all.filter(|form| !matches!(form.ends, Ends::Pause | Ends::Stop)).map(|form| form.text);
        words.filter(|text| text.is_empty() || !text.chars().all(char::is_alphanumeric)).collect()
    }

    /// How many patterns take no word, and so stand nowhere.
    #[cfg(test)]
    pub fn idle(&self) -> usize {
        let takes = |part: &Part| matches!(part, Part::One(_) | Part::Small(_) | Part::Any);
        self.patterns.iter().filter(|pattern| !pattern.parts.iter().any(takes)).count()
    }
}

/// Whether a part takes a word, and not a pause in its stead.
fn takes(part: &Part) -> bool {
    match part {
        Part::One(forms) => forms.list.iter().all(|form| !matches!(form.ends, Ends::Pause | Ends::Stop)),
        Part::Small(_) | Part::Any => true,
        _ => false,
    }
}

/// How many parts take a word where a pattern does not say: two fifths of all that can take one.
fn usual(parts: &[Part]) -> usize {
    let maybe = parts.iter().filter(|part| matches!(part, Part::Maybe(_))).count();
    let must = parts.iter().filter(|part| takes(part)).count();
    let least = match (must, maybe) {
        (0 | 1, 3..) => 3,
        (0 | 1, 2) => 2,
        _ => must,
    };
    least.max(((must + maybe) * 2).div_ceil(5))
}

/// Where a pattern that begins at `from` ends, if it goes on so at `at` and `least` more parts take a word.
fn fits(parts: &[Part], text: &Signed<'_>, from: usize, at: usize, least: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return (least == 0).then_some(at) };
    let words = text.words;
    let took = least.saturating_sub(1);
    let sentence = words.get(from)?.sentence;
    let here = words.get(at).filter(|word| word.sentence == sentence);
    let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|word| word.sentence == sentence);
    let signed = |at: Option<usize>| at.and_then(|at| text.signs.get(at)).copied().unwrap_or_default();
    let is = |word: Option<&Word>, forms: &Forms| word.is_some_and(|word| forms.take(&word.lower, signed(Some(at))));
    let was = |forms: &Forms| before.is_some_and(|word| forms.take(&word.lower, signed(at.checked_sub(1))));
    let holds = match part {
        Part::One(forms) => {
            let word = if is(here, forms) { fits(rest, text, from, at + 1, took) } else { None };
            let pause = before.is_some_and(|word| word.pauses);
            // A single word within a sentence says too little to end a phrase.
            let begins = from.checked_sub(1).and_then(|at| words.get(at)).is_none_or(|word| word.sentence != sentence);
            let enough = at >= from + 2 || (begins && at > from);
            let none = enough
                && forms.list.iter().any(|form| match form.ends {
                    Ends::Pause => pause,
                    Ends::Stop => here.is_none(),
                    _ => false,
                });
            return word.or_else(|| if none { fits(rest, text, from, at, least) } else { None });
        }
        Part::Small(forms) => {
            let small = here.is_some_and(|word| word.case != super::Case::Capital);
            return if small && is(here, forms) { fits(rest, text, from, at + 1, took) } else { None };
        }
        Part::Any => return here.and_then(|_| fits(rest, text, from, at + 1, took)),
        Part::Maybe(forms) => {
            let with = if is(here, forms) { fits(rest, text, from, at + 1, took) } else { None };
            return with.or_else(|| fits(rest, text, from, at, least));
        }
        Part::Gap(most) => {
            let within = |skip: &usize| {
                let last = (at + skip).checked_sub(1).and_then(|last| words.get(last));
                *skip == 0 || last.is_some_and(|word| word.sentence == sentence)
            };
            return (0..=*most).take_while(within).find_map(|skip| fits(rest, text, from, at + skip, least));
        }
        Part::Start => before.is_none(),
        Part::End => here.is_none(),
        Part::Pause => before.is_some_and(|word| word.pauses),
        Part::NotNext(forms) => !is(here, forms),
        Part::NotBehind(forms) => !was(forms),
    };
    if holds { fits(rest, text, from, at, least) } else { None }
}

fn one_of(forms: &[Form], word: &str) -> bool {
    forms.iter().any(|form| match form.ends {
        Ends::Whole => form.text == word,
        Ends::Open => word.starts_with(form.text),
        Ends::Behind => word.len() > form.text.len() && word.ends_with(form.text),
        Ends::Pause | Ends::Stop => false,
    })
}

fn read(part: &'static str, classes: &[(&'static str, &'static str)]) -> Part {
    let forms = |written: &'static str| {
        let mut forms = Vec::new();
        take(written, classes, &mut forms);
        Forms::of(forms)
    };
    match part {
        "<" => Part::Start,
        ">" => Part::End,
        "," => Part::Pause,
        "_" => Part::Any,
        dots if dots.len() > 1 && dots.chars().all(|c| c == '.') => Part::Gap((dots.len() - 1) * 2),
        _ => match (part.chars().next(), part.get(1..)) {
            (Some('?'), Some(rest)) => Part::Maybe(forms(rest)),
            (Some('!'), Some(rest)) => Part::NotNext(forms(rest)),
            (Some('^'), Some(rest)) => Part::NotBehind(forms(rest)),
            (Some('~'), Some(rest)) => Part::Small(forms(rest)),
            _ => Part::One(forms(part)),
        },
    }
}

/// The forms of a part. A class that nobody filled stands for itself and so for no word.
fn take(written: &'static str, classes: &[(&'static str, &'static str)], forms: &mut Vec<Form>) {
    for form in written.split(['|', ' ']).filter(|form| !form.is_empty()) {
        let class = form.strip_prefix('@').and_then(|name| classes.iter().find(|(of, _)| *of == name));
        match (class, form.strip_suffix('*'), form.strip_prefix('*')) {
            _ if form == "," => forms.push(Form { text: form, ends: Ends::Pause }),
            _ if form == ">" => forms.push(Form { text: form, ends: Ends::Stop }),
            (Some((_, words)), ..) => take(words, &[], forms),
            (None, Some(begin), _) if !begin.is_empty() => forms.push(Form { text: begin, ends: Ends::Open }),
            (None, _, Some(end)) if !end.is_empty() => forms.push(Form { text: end, ends: Ends::Behind }),
            _ => forms.push(Form { text: form, ends: Ends::Whole }),
        }
    }
}
