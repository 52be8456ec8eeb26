//! Whether what was written looks like advertising by a machine. Needs nobody outside: only the text, how it came, and
//! what its writer wrote before. Nothing is ever thrown away for it; a colleague looks first.

use std::collections::BTreeSet;

/// What a form brought, and what is known of its writer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    /// The title, and the text.
    pub text: &'a str,
    /// A field that people do not see was filled in.
    pub trap: bool,
    /// Seconds from showing the form to sending it, where that is known for sure.
    pub seconds: Option<i64>,
    /// What the same writer wrote lately, newest first.
    pub lately: &'a [String],
    /// Things of theirs that were shown so far.
    pub published: i64,
}

/// Something that speaks against a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Filled in what nobody sees.
    Trap,
    /// Sent sooner than anybody types.
    Hasty,
    /// Said before, nearly in the same words.
    Repeated,
    /// Many links.
    Links,
    /// A link by somebody new.
    NewLink,
    /// Shouting: hardly a small letter.
    Loud,
    /// The first things that somebody writes.
    New,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Trap, Self::Hasty, Self::Repeated, Self::Links, Self::NewLink, Self::Loud, Self::New];

    /// Its name where it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Trap => "trap",
            Self::Hasty => "hasty",
            Self::Repeated => "repeated",
            Self::Links => "links",
            Self::NewLink => "new-link",
            Self::Loud => "loud",
            Self::New => "new",
        }
    }

    /// Reads [`Sign::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.code() == code)
    }

    /// The message that says so to a colleague.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Trap => "community-sign-trap",
            Self::Hasty => "community-sign-hasty",
            Self::Repeated => "community-sign-repeated",
            Self::Links => "community-sign-links",
            Self::NewLink => "community-sign-new-link",
            Self::Loud => "community-sign-loud",
            Self::New => "community-sign-new",
        }
    }

    /// How much it weighs, of [`ENOUGH`].
    const fn weight(self) -> u32 {
        match self {
            Self::Trap | Self::Repeated | Self::NewLink | Self::New => 10,
            Self::Links => 6,
            Self::Hasty => 5,
            Self::Loud => 3,
        }
    }
}

/// From this sum on a colleague looks first.
pub const ENOUGH: u32 = 10;
/// Nobody reads a form and types three lines in less, in seconds.
pub const HASTY: i64 = 4;
/// Links that a text may hold before they count as many.
pub const LINKS: usize = 3;
/// How like two texts are that count as the same, in hundredths.
const SAME: u32 = 85;
/// Letters that a text needs before its capitals say anything.
const LETTERS: usize = 40;
/// Of what lies behind so many characters nothing is judged.
const READ_MOST: usize = 10_000;

/// What speaks against a text, heaviest first; and whether a colleague looks before it is shown. The first
/// `first_wait` things of a writer always wait.
#[must_use]
pub fn judge(written: &Written<'_>, first_wait: i64) -> (Vec<Sign>, bool) {
    let text: String = written.text.chars().take(READ_MOST).collect();
    let links = links(&text);
    let new = written.published < first_wait;
    let mut signs = Vec::new();
    let mut note = |sign, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    note(Sign::Trap, written.trap);
    note(Sign::Repeated, written.lately.iter().any(|before| same(before, &text)));
    note(Sign::NewLink, links > 0 && written.published < NEW_LINKS);
    note(Sign::New, new);
    note(Sign::Links, links > LINKS);
    note(Sign::Hasty, written.seconds.is_some_and(|seconds| seconds < HASTY));
    note(Sign::Loud, loud(&text));
    let sum: u32 = signs.iter().map(|sign| sign.weight()).sum();
    (signs, sum >= ENOUGH)
}

/// Things that somebody must have had shown before a link of theirs needs no look.
pub const NEW_LINKS: i64 = 3;

/// How many addresses of the web a text names.
#[must_use]
pub fn links(text: &str) -> usize {
    let lower = text.to_lowercase();
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.contains("://") || word.starts_with("www.") || word.starts_with("hxxp")
    };
    lower.split(|c: char| c.is_whitespace() || "<>()[]\"'".contains(c)).filter(|part| word(part)).count()
}

fn loud(text: &str) -> bool {
    let (mut large, mut small) = (0_usize, 0_usize);
    for c in text.chars() {
        large += usize::from(c.is_uppercase());
        small += usize::from(c.is_lowercase());
    }
    large + small >= LETTERS && large > small * 4
}

/// Whether two texts say the same, but for a few words.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let lower = text.to_lowercase();
        let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        parts.take(2000).map(str::to_owned).collect()
    };
    super::likeness::likeness(&words(one), &words(other)) >= SAME
}
