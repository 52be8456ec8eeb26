//! What is counted: for each kind of fact how many were right, wrong, and left out by a rule.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Address of the sender.
    From,
    /// Addresses of the recipients.
    To,
    /// Addresses of those who got a copy.
    Cc,
    /// The subject line.
    Subject,
    /// The mail's own id.
    MessageId,
    /// Lines that the text must hold.
    Text,
    /// Names and sizes of what it carries.
    Attachments,
    /// The charset of its text, and that it was decoded.
    Charset,
    /// The original of a forwarded mail.
    Forwarded,
    /// The new words of a reply.
    VisibleReply,
    /// Bounces that are recognised.
    Bounce,
    /// Mails labelled as no bounce that are taken for none.
    BounceFalse,
    /// Mails of machines that are recognised.
    Auto,
    /// Mails of people that are taken for such.
    AutoFalse,
    /// Mails that end in the conversation of their thread, and no other mail with them.
    Threads,
    /// Mails that end in a conversation.
    Kept,
    /// Mails read without a panic.
    Panics,
    /// Mails read within a second.
    Slow,
}

/// All of them, in the order they are printed.
pub const KINDS: [Kind; 18] = [
    Kind::From,
    Kind::To,
    Kind::Cc,
    Kind::Subject,
    Kind::MessageId,
    Kind::Text,
    Kind::Attachments,
    Kind::Charset,
    Kind::Forwarded,
    Kind::VisibleReply,
    Kind::Bounce,
    Kind::BounceFalse,
    Kind::Auto,
    Kind::AutoFalse,
    Kind::Threads,
    Kind::Kept,
    Kind::Panics,
    Kind::Slow,
];

impl Kind {
    /// Its name in the result and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Cc => "cc",
            Self::Subject => "subject",
            Self::MessageId => "message_id",
            Self::Text => "text",
            Self::Attachments => "attachments",
            Self::Charset => "charset",
            Self::Forwarded => "forwarded",
            Self::VisibleReply => "visible_reply",
            Self::Bounce => "bounce",
            Self::BounceFalse => "bounce_false",
            Self::Auto => "auto",
            Self::AutoFalse => "auto_false",
            Self::Threads => "threads",
            Self::Kept => "kept",
            Self::Panics => "panics",
            Self::Slow => "slow",
        }
    }

    /// How many of a hundred must be right; `None` where none may be wrong.
    pub const fn bar(self) -> Option<f64> {
        match self {
            Self::Forwarded | Self::VisibleReply => Some(95.0),
            Self::Bounce => Some(97.0),
            Self::Auto | Self::Threads => Some(98.0),
            Self::Kept | Self::Panics | Self::Slow => None,
            _ => Some(99.0),
        }
    }
}

/// One kind's count. `passed` of `total` were right; `excluded` facts are not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Right.
    pub passed: usize,
    /// Right or wrong.
    pub total: usize,
    /// Left out by a rule.
    pub excluded: usize,
}

/// All counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallies(BTreeMap<Kind, Tally>);

impl Default for Tallies {
    fn default() -> Self {
        Self(KINDS.into_iter().map(|kind| (kind, Tally::default())).collect())
    }
}

impl Serialize for Tallies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(kind, tally)| (kind.name(), tally)))
    }
}

impl Tallies {
    /// One kind's count.
    pub fn of(&self, kind: Kind) -> Tally {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    /// Counts one fact.
    pub fn count(&mut self, kind: Kind, right: bool) {
        let tally = self.0.entry(kind).or_default();
        tally.total += 1;
        tally.passed += usize::from(right);
    }

    /// Counts one fact that is left out.
    pub fn exclude(&mut self, kind: Kind) {
        self.0.entry(kind).or_default().excluded += 1;
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: &Self) {
        for (kind, tally) in &other.0 {
            let sum = self.0.entry(*kind).or_default();
            sum.passed += tally.passed;
            sum.total += tally.total;
            sum.excluded += tally.excluded;
        }
    }
}

/// A fact that was not right.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Which kind.
    pub kind: Kind,
    /// Source and file.
    pub place: String,
    /// What was found, and what was not.
    pub words: String,
}

/// What is printed with `--json`.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Over all sources.
    pub totals: Tallies,
    /// Each alone.
    pub sources: BTreeMap<String, Tallies>,
    /// What was not right.
    #[serde(skip)]
    pub failures: Vec<Failure>,
}

/// Whether a kind does what it should.
pub fn holds(kind: Kind, tally: Tally) -> bool {
    let Tally { passed, total, excluded } = tally;
    #[expect(clippy::cast_precision_loss, reason = "counts of mails")]
    let reaches = |bar: f64| passed as f64 * 100.0 >= bar * total as f64;
    let few_excluded = excluded * 100 <= 3 * (total + excluded);
    few_excluded
        && match kind.bar() {
            _ if passed == total => true,
            Some(_) if kind == Kind::BounceFalse => total - passed <= 1,
            Some(bar) => reaches(bar),
            None => false,
        }
}

impl Report {
    /// Whether all kinds do what they should.
    pub fn holds(&self) -> bool {
        KINDS.into_iter().all(|kind| holds(kind, self.totals.of(kind)))
    }

    /// A table for people.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        for kind in KINDS {
            let tally = self.totals.of(kind);
            let Tally { passed, total, excluded } = tally;
            #[expect(clippy::cast_precision_loss, reason = "counts of mails")]
            let percent = if total == 0 { 100.0 } else { passed as f64 * 100.0 / total as f64 };
            let mark = if holds(kind, tally) { "" } else { "  below its bar" };
            let left_out = if excluded == 0 { String::new() } else { format!("  {excluded} excluded") };
            writeln!(out, "{:<14} {passed:>5} of {total:>5}  {percent:>6.2} %{left_out}{mark}", kind.name())?;
        }
        Ok(())
    }

    /// What was not right of one kind.
    pub fn print_failures(&self, kind: &str, out: &mut impl Write) -> io::Result<()> {
        for failure in self.failures.iter().filter(|failure| kind == "all" || failure.kind.name() == kind) {
            writeln!(out, "{} {}\n    {}", failure.kind.name(), failure.place, failure.words)?;
        }
        Ok(())
    }
}
