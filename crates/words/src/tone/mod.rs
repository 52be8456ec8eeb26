//! How a reply sounds before it is sent: what jars in it, what helps, and better words. Five languages, one table each.
//!
//! It helps its writer and judges nobody: it never forbids, keeps nothing and counts nothing. What a customer said
//! (quotation marks, quoted lines), goods, places and the house's own phrases never jar. What helps follows
//! C. Danescu-Niculescu-Mizil et al., "A computational approach to politeness" (2013).

mod da;
mod en;
mod id;
mod nb;
mod rules;
mod sv;
mod table;
mod turns;

#[cfg(test)]
mod tests;

use std::ops::Range;

use base::Language;

/// What the house, and this customer, ask of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct House<'a> {
    /// Phrases that pass, whatever is in them.
    pub allowed: &'a [String],
    /// Phrases that the house does not want.
    pub jarring: &'a [String],
    /// Whether *kamu* may be used (Indonesian).
    pub familiar: bool,
    /// Whether this customer wishes to be called *De* or *Ni* (Bokmål, Danish, Swedish).
    pub formal: bool,
}

/// What can jar in a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Issue {
    /// Calls the customer names.
    Insult,
    /// A swear word, also a masked one.
    Profanity,
    /// Holds something over the customer.
    Threat,
    /// Says that the customer lies or cheats.
    Accusation,
    /// Says one thing and means the other.
    Sarcasm,
    /// Talks down.
    Condescending,
    /// Says that it is the customer's fault.
    Blame,
    /// Waves the matter away, also by saying that all was said before.
    Dismissive,
    /// Capitals and rows of exclamation marks.
    Shouting,
    /// A no without reason and without another way.
    BareRefusal,
    /// An order.
    Command,
    /// A form of address that is too familiar, or not the one this customer wishes.
    Address,
    /// So many ifs and maybes that nothing is said.
    Hedging,
    /// A phrase that the house does not want.
    House,
}

/// What helps a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A greeting.
    Greeting,
    /// Thanks.
    Thanks,
    /// Regret, or an apology.
    Regret,
    /// A reason.
    Reason,
    /// Another way, or an offer.
    Alternative,
}

/// Something that helps, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Something that jars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jar {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What jars in it.
    pub issue: Issue,
    /// A sentence in the text's language that the writer can take instead; [`offers`] has all of them.
    pub better: Option<String>,
}

/// Whether a reply may go out as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Ok,
    /// Its writer should look at what jars. Nothing is ever blocked.
    Warn,
}

/// How a reply sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tone {
    /// What jars, in the order of the text.
    pub jars: Vec<Jar>,
    /// What helps, in the order of the text.
    pub helps: Vec<Help>,
    /// What would help: a greeting, and with a no regret, reason and another way.
    pub missing: Vec<Kind>,
}

impl Tone {
    /// Whether it may go out as it is.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.jars.is_empty() { Verdict::Ok } else { Verdict::Warn }
    }

    /// The gravest of what jars.
    #[must_use]
    pub fn gravest(&self) -> Option<Issue> {
        self.jars.iter().map(|jar| jar.issue).min()
    }
}

impl Issue {
    /// All of them, the gravest first.
    pub const ALL: [Self; 14] = [
        Self::Insult,
        Self::Profanity,
        Self::Threat,
        Self::Accusation,
        Self::Sarcasm,
        Self::Condescending,
        Self::Blame,
        Self::Dismissive,
        Self::Shouting,
        Self::BareRefusal,
        Self::Command,
        Self::Address,
        Self::Hedging,
        Self::House,
    ];

    /// Its name in figures, in the API and in vectors.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::Profanity => "profanity",
            Self::Threat => "threat",
            Self::Accusation => "accusation",
            Self::Sarcasm => "sarcasm",
            Self::Condescending => "condescending",
            Self::Blame => "blame",
            Self::Dismissive => "dismissive",
            Self::Shouting => "shouting",
            Self::BareRefusal => "bare_refusal",
            Self::Command => "command",
            Self::Address => "address",
            Self::Hedging => "hedging",
            Self::House => "house",
        }
    }
}

/// Looks at a reply. Takes time in proportion to the text; answers for every text.
#[must_use]
pub fn look(text: &str, language: Language, house: &House<'_>) -> Tone {
    rules::look(text, language, house)
}

/// All that can be said instead, in that language; every offer is a whole sentence, or a few.
#[must_use]
pub fn offers(issue: Issue, language: Language) -> Vec<&'static str> {
    table::offers(issue, language)
}
