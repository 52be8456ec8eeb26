//! What the words of a language stand for: its table, unfolded into all forms and looked up by word.

use std::collections::HashMap;
use std::sync::LazyLock;

use base::Language;

use super::{da, en, id, nb, sv};

/// A part that a word can play in a promise. One word may play several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    // Who acts.
    /// The writer, as the one who acts.
    I,
    /// The business, as the one that acts.
    We,
    /// The customer, as the one who acts.
    You,
    /// The writer or the business, acted on: “from us”.
    Me,
    /// The customer, acted on, or what is theirs.
    Customer,
    /// What is ours.
    Our,
    /// A colleague, a job, a department.
    Role,
    /// Nobody in particular.
    Someone,
    /// People who are not ours, as carriers.
    Outside,
    /// Whoever was spoken of before.
    They,
    /// A thing that stands beside “our” and acts for nobody: a price, a policy.
    Stuff,
    /// A thing by a pronoun.
    It,
    // How it is said.
    /// Future or commitment.
    Will,
    /// What would be.
    Would,
    /// What can be: an offer.
    Can,
    /// What has to be.
    Must,
    Not,
    If,
    /// A condition in time.
    When,
    Unless,
    /// Opens what is said, thought or promised.
    That,
    /// Opens what describes a person or thing.
    Who,
    /// Opens an embedded question.
    What,
    Because,
    And,
    But,
    So,
    Preposition,
    /// Between a subject and its verb, and without a say.
    Adverb,
    /// Usually, always.
    Habit,
    /// Each and all: with the present tense, a habit.
    Every,
    Hedge,
    /// Asks somebody to do something.
    Request,
    /// Gladly: with the present tense, an offer.
    Gladly,
    /// Without a time, but soon.
    Soon,
    /// Points back to a day named before.
    SameDay,
    /// What takes back a condition: “otherwise”.
    Otherwise,
    /// Happens without anybody doing it.
    Automatic,
    /// What a customer must keep: a deadline, a right.
    Deadline,
    /// Closed, open, away: how things stand, nothing that is done.
    Shut,
    /// What begins a promise to act at once: “let me”.
    Let,
    /// “You can expect”.
    Expect,
    /// What a yes is asked with at the end: “okay?”.
    Tag,
    // Verbs, by what they say.
    /// What support does for customers: send, repair, refund.
    Act,
    /// What comes before it: check, ask.
    Prepare,
    /// Tells the customer something.
    Tell,
    /// Means little without its particle.
    Light,
    Particle,
    /// The customer gets.
    Get,
    Hear,
    /// The customer feels or notices.
    Feel,
    /// We get.
    Take,
    /// Is promised by not doing it: charge.
    Protect,
    /// Promise, guarantee.
    Vow,
    /// Makes the clause behind it a promise: “rest assured”.
    Trust,
    /// Says, knows or thinks: the clause behind it is reported.
    Said,
    /// A state, no deed.
    State,
    Be,
    /// Is, as it stands: with a participle, what was done.
    Is,
    Have,
    Ready,
    /// Moves by itself: ships, arrives.
    Arrive,
    /// At the customer's.
    Place,
    // Verbs, by form.
    Infinitive,
    Present,
    Past,
    Participle,
    Passive,
    /// The English form that ends in -ing.
    Going,
}

/// Some classes together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(u128);

impl Set {
    /// Only this one.
    pub const fn of(class: Class) -> Self {
        Self(1 << class as u32)
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
impl std::fmt::Display for Set {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?}", (0..128).filter(|bit| self.0 >> bit & 1 == 1).collect::<Vec<_>>())
    }
}

/// The words of one language, in small letters. Entries are separated by commas and have at most three words.
pub struct Table {
    /// Words that do not change.
    pub words: &'static [(Class, &'static str)],
    /// Verbs: a stem that takes `forms`, or `infinitive/present/past/participle` where it does not.
    pub verbs: &'static [(Class, &'static str)],
    /// All forms of a stem.
    pub forms: fn(&str) -> Vec<(String, Class)>,
    /// How words end that name a job or a department.
    pub role_endings: &'static [&'static str],
    /// How words end that stand between a subject and its verb without a say.
    pub adverb_endings: &'static [&'static str],
    /// How an unknown word ends that stands where a verb in the present stands.
    pub present_endings: &'static [&'static str],
    /// How sentences are built.
    pub order: Order,
}

/// How the sentences of a language are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Who acts stands before the verb.
    SubjectFirst,
    /// The verb is the second part of a sentence, so who acts stands on either side of it.
    VerbSecond,
    /// Verbs have no tense, and who acts stands right before the verb, behind what is acted on or before it.
    Tenseless,
}

/// A table made ready for looking up.
pub struct Lexicon {
    words: HashMap<String, Set>,
    /// The most words of an entry that begins with this word, where that is more than one.
    phrases: HashMap<String, usize>,
    pub table: &'static Table,
}

impl Lexicon {
    fn new(table: &'static Table) -> Self {
        let mut lexicon = Self { words: HashMap::new(), phrases: HashMap::new(), table };
        for (class, entries) in table.words {
            for entry in entries.split(',') {
                lexicon.add(entry.trim(), Set::of(*class));
            }
        }
        for (class, entries) in table.verbs {
            for entry in entries.split(',').map(str::trim) {
                if entry.contains('/') {
                    let forms = [Class::Infinitive, Class::Present, Class::Past, Class::Participle, Class::Going];
                    for (forms, form) in entry.split('/').zip(forms) {
                        for word in forms.split('|').filter(|word| !word.is_empty()) {
                            lexicon.add(word, Set::of(*class).and(Set::of(form)));
                        }
                    }
                } else {
                    for (word, form) in (table.forms)(entry) {
                        lexicon.add(&word, Set::of(*class).and(Set::of(form)));
                    }
                }
            }
        }
        lexicon
    }

    fn add(&mut self, entry: &str, set: Set) {
        let words = entry.split(' ').count();
        if let Some(first) = entry.split(' ').next().filter(|_| words > 1) {
            let most = self.phrases.entry(first.to_owned()).or_default();
            *most = words.max(*most);
        }
        let known = self.words.entry(entry.to_owned()).or_default();
        *known = known.and(set);
    }

    /// What a word or a phrase stands for, exactly as written in small letters.
    pub fn get(&self, words: &str) -> Option<Set> {
        self.words.get(words).copied()
    }

    /// How many words to look at together from this one on.
    pub fn reach(&self, first: &str) -> usize {
        self.phrases.get(first).copied().unwrap_or(1)
    }

    /// What a word that is in no table stands for by its ending.
    pub fn guess(&self, word: &str) -> Set {
        let longer = |ending: &&str| word.len() > ending.len() + 2 && word.ends_with(*ending);
        if self.table.role_endings.iter().any(longer) {
            Set::of(Class::Role)
        } else if self.table.adverb_endings.iter().any(longer) {
            Set::of(Class::Adverb)
        } else {
            Set::default()
        }
    }

    /// Whether an unknown word that stands where a verb stands can be one in the present.
    pub fn may_be_present(&self, word: &str) -> bool {
        self.table.present_endings.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
    }

    pub fn order(&self) -> Order {
        self.table.order
    }
}

/// The table of a language, unfolded once.
pub fn of(language: Language) -> &'static Lexicon {
    static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&en::TABLE));
    static NB: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&nb::TABLE));
    static SV: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&sv::TABLE));
    static DA: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&da::TABLE));
    static ID: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&id::TABLE));
    match language {
        Language::En => &EN,
        Language::Nb => &NB,
        Language::Sv => &SV,
        Language::Da => &DA,
        Language::Id => &ID,
    }
}
