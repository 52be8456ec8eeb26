//! A saved view: which conversations, what is shown of each, under which headings and in which order.

use base::Language;
use people::DepartmentId;
use words::mood::Mood;

use super::{GiveTo, Group, State, Visible};
use crate::ids::ViewId;

/// A list that somebody made and keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// What colleagues call it.
    pub name: String,
    /// Who sees it.
    pub visible: Visible,
    /// What it lists.
    pub of: Listing,
}

/// What a view lists, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Which conversations: a group, whose parts may be groups.
    pub when: Condition,
    /// What is shown of each.
    pub columns: Vec<Column>,
    /// Under which headings.
    pub grouped: Grouping,
    /// In which order.
    pub order: Order,
}

impl Default for Listing {
    fn default() -> Self {
        let when = Condition::Group(Mode::All, Vec::new());
        Self { when, columns: Column::USUAL.to_vec(), grouped: Grouping::Nothing, order: Order::Due }
    }
}

/// What must hold of a conversation. A group without parts says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Several, together.
    Group(Mode, Vec<Self>),
    /// One alone.
    Test(Test),
}

impl Condition {
    /// Whether any part of it looks for words, which no index answers.
    #[must_use]
    pub fn has_words(&self) -> bool {
        match self {
            Self::Group(_, parts) => parts.iter().any(Self::has_words),
            Self::Test(test) => matches!(test, Test::Customer(_) | Test::Subject(_)),
        }
    }

    /// Whether any part of it depends on who looks.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        match self {
            Self::Group(_, parts) => parts.iter().any(Self::is_personal),
            Self::Test(test) => matches!(test, Test::Owner(GiveTo::Me) | Test::Followed | Test::Mentioned),
        }
    }
}

/// How the parts of a group count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// All of them hold.
    #[default]
    All,
    /// One of them holds.
    Any,
    /// None of them holds.
    None,
}

impl Mode {
    /// All, as forms offer them.
    pub const ALL: [Self; 3] = [Self::All, Self::Any, Self::None];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::None => "none",
        }
    }

    /// Reads [`Mode::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// One thing that is looked at. Hours and days count back from, or on to, the moment of looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// In which part of the desk it lies.
    Status(Group),
    /// Where it stands.
    State(State),
    /// Who has it.
    Owner(GiveTo),
    /// Which department it belongs to, or none.
    Department(Option<DepartmentId>),
    /// A word on it.
    Tag(String),
    /// The mailbox that it came by.
    Mailbox(String),
    /// The customer's language, or that it is not known.
    Language(Option<Language>),
    /// Words of the customer's name or address.
    Customer(String),
    /// Words of the subject.
    Subject(String),
    /// Due within so many hours, or late; 0 is late.
    DueWithin(u32),
    /// The customer has waited for us for more than so many hours.
    WaitingOver(u32),
    /// Begun within the last days.
    CreatedWithin(u32),
    /// Begun more than so many days ago.
    CreatedBefore(u32),
    /// Somebody said something within the last days.
    TouchedWithin(u32),
    /// Nobody said anything for more than so many days.
    TouchedBefore(u32),
    /// Whoever looks follows it.
    Followed,
    /// A note in it names whoever looks.
    Mentioned,
    /// Somebody wrote and nobody answered, whatever the state.
    Unanswered,
    /// How the customer felt in what last came in.
    Mood(Mood),
    /// It is a complaint.
    Complaint,
    /// It has a cause in common with others: one that is solved, or is not; any without.
    Problem(Option<bool>),
}

impl Test {
    /// The kinds, as forms offer them.
    pub const KINDS: [&'static str; 21] = [
        "status",
        "state",
        "owner",
        "department",
        "tag",
        "mailbox",
        "language",
        "customer",
        "subject",
        "due_within",
        "waiting_over",
        "created_within",
        "created_before",
        "touched_within",
        "touched_before",
        "followed",
        "mentioned",
        "unanswered",
        "mood",
        "complaint",
        "problem",
    ];
    /// Most hours or days that one may ask for: ten years of hours.
    pub const FAR: u32 = 87_600;
    /// Characters in the words of one test.
    pub const WORDS_MAX: usize = 100;

    /// What is looked at: the first half of [`Test::code`].
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::State(_) => "state",
            Self::Owner(_) => "owner",
            Self::Department(_) => "department",
            Self::Tag(_) => "tag",
            Self::Mailbox(_) => "mailbox",
            Self::Language(_) => "language",
            Self::Customer(_) => "customer",
            Self::Subject(_) => "subject",
            Self::DueWithin(_) => "due_within",
            Self::WaitingOver(_) => "waiting_over",
            Self::CreatedWithin(_) => "created_within",
            Self::CreatedBefore(_) => "created_before",
            Self::TouchedWithin(_) => "touched_within",
            Self::TouchedBefore(_) => "touched_before",
            Self::Followed => "followed",
            Self::Mentioned => "mentioned",
            Self::Unanswered => "unanswered",
            Self::Mood(_) => "mood",
            Self::Complaint => "complaint",
            Self::Problem(_) => "problem",
        }
    }

    /// What is asked of it: the second half of [`Test::code`].
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Status(group) => group.code().to_owned(),
            Self::State(state) => state.code().to_owned(),
            Self::Owner(GiveTo::Me) | Self::Followed | Self::Mentioned => "me".to_owned(),
            Self::Unanswered | Self::Complaint => "us".to_owned(),
            Self::Mood(mood) => mood.name().to_owned(),
            Self::Problem(None) => "any".to_owned(),
            Self::Problem(Some(solved)) => if *solved { "solved" } else { "unsolved" }.to_owned(),
            Self::Owner(GiveTo::Nobody) => "nobody".to_owned(),
            Self::Owner(GiveTo::Colleague(id)) => id.to_string(),
            Self::Department(of) => of.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string),
            Self::Tag(words) | Self::Mailbox(words) | Self::Customer(words) | Self::Subject(words) => words.clone(),
            Self::Language(language) => language.map_or("unknown", Language::code).to_owned(),
            Self::DueWithin(n)
            | Self::WaitingOver(n)
            | Self::CreatedWithin(n)
            | Self::CreatedBefore(n)
            | Self::TouchedWithin(n)
            | Self::TouchedBefore(n) => n.to_string(),
        }
    }

    /// The name in tables and forms: `tag:motor`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}:{}", self.kind(), self.value())
    }

    /// Reads [`Test::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (kind, value) = code.split_once(':')?;
        let words = || Some(people::person::clean_line(value, Self::WORDS_MAX)).filter(|words| !words.is_empty());
        let number = |least: u32| value.trim().parse().ok().filter(|n| (least..=Self::FAR).contains(n));
        Some(match kind {
            "status" => Self::Status(Group::from_code(value)?),
            "state" => Self::State(State::from_code(value)?),
            "owner" => Self::Owner(match value {
                "me" => GiveTo::Me,
                "nobody" => GiveTo::Nobody,
                id => GiveTo::Colleague(id.parse().ok()?),
            }),
            "department" if value == "none" => Self::Department(None),
            "department" => Self::Department(Some(value.parse().ok()?)),
            "tag" => Self::Tag(crate::rules::tags::name(value)?),
            "mailbox" => Self::Mailbox(words()?),
            "language" if value == "unknown" => Self::Language(None),
            "language" => Self::Language(Some(Language::from_code(value)?)),
            "customer" => Self::Customer(words()?),
            "subject" => Self::Subject(words()?),
            "due_within" => Self::DueWithin(number(0)?),
            "waiting_over" => Self::WaitingOver(number(1)?),
            "created_within" => Self::CreatedWithin(number(1)?),
            "created_before" => Self::CreatedBefore(number(1)?),
            "touched_within" => Self::TouchedWithin(number(1)?),
            "touched_before" => Self::TouchedBefore(number(1)?),
            "followed" if value == "me" => Self::Followed,
            "mentioned" if value == "me" => Self::Mentioned,
            "unanswered" if value == "us" => Self::Unanswered,
            "mood" => Self::Mood(Mood::from_name(value)?),
            "complaint" if value == "us" => Self::Complaint,
            "problem" => Self::Problem(match value {
                "any" => None,
                "solved" => Some(true),
                "unsolved" => Some(false),
                _ => return None,
            }),
            _ => return None,
        })
    }
}

/// Something that a row may show. The customer and the subject always stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What people call it: #48213.
    Number,
    /// Who has it.
    Owner,
    /// Where it belongs.
    Department,
    /// Words on it.
    Tags,
    /// Where it stands.
    State,
    /// The customer's language.
    Language,
    /// The time left, or when somebody last said something.
    Time,
    /// When it began.
    Created,
    /// The beginning of its newest message.
    Snippet,
}

impl Column {
    /// All, as forms offer them.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Owner,
        Self::Department,
        Self::Tags,
        Self::State,
        Self::Language,
        Self::Time,
        Self::Created,
        Self::Snippet,
    ];
    /// What the ready-made lists show.
    pub const USUAL: [Self; 6] = [Self::Department, Self::Tags, Self::State, Self::Language, Self::Time, Self::Snippet];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Owner => "owner",
            Self::Department => "department",
            Self::Tags => "tags",
            Self::State => "state",
            Self::Language => "language",
            Self::Time => "time",
            Self::Created => "created",
            Self::Snippet => "snippet",
        }
    }

    /// Reads [`Column::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// Under which headings rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Under none.
    #[default]
    Nothing,
    /// By the part of the desk.
    Status,
    /// By who has it.
    Owner,
    /// By department.
    Department,
}

impl Grouping {
    /// All, as forms offer them.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Status, Self::Owner, Self::Department];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Status => "status",
            Self::Owner => "owner",
            Self::Department => "department",
        }
    }

    /// Reads [`Grouping::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.code() == code)
    }
}

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What is open by the time left, then what waits, is closed or snoozed.
    #[default]
    Due,
    /// What was touched last first.
    Newest,
    /// What was touched last, last.
    Oldest,
    /// What began last first.
    CreatedLast,
    /// What began first first.
    CreatedFirst,
}

impl Order {
    /// All, as forms offer them.
    pub const ALL: [Self; 5] = [Self::Due, Self::Newest, Self::Oldest, Self::CreatedLast, Self::CreatedFirst];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::CreatedLast => "created_last",
            Self::CreatedFirst => "created_first",
        }
    }

    /// Reads [`Order::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}
