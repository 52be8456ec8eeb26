//! What must be true of a simulated business: a small desk in memory that knows what was acknowledged, sent and promised.
//! Plain data; what happens to it stands in [`desk`](super::desk). All times are microseconds of business time.

use super::hours::Hours;

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    New,
    Open,
    Customer,
    Others,
    Solved,
    Closed,
}

impl Stands {
    /// As in the product's table.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Customer => "waiting_customer",
            Self::Others => "waiting_others",
            Self::Solved => "solved",
            Self::Closed => "closed",
        }
    }

    /// Solved or closed.
    pub fn over(self) -> bool {
        matches!(self, Self::Solved | Self::Closed)
    }
}

/// Until when a conversation is put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    Until(i64),
    Written,
}

/// When replies are due, and were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    pub first: Option<i64>,
    pub replied: Option<i64>,
    pub next: Option<i64>,
    pub spent: Option<i64>,
    pub since: Option<i64>,
    pub first_missed: bool,
    pub next_missed: bool,
}

impl Due {
    /// The nearest of both.
    pub fn nearest(&self) -> Option<i64> {
        self.first.into_iter().chain(self.next).min()
    }
}

/// A conversation.
#[derive(Clone, Debug)]
pub struct Talk {
    /// The product's id, once it is known.
    pub id: Option<String>,
    pub number: i64,
    pub customer: Option<usize>,
    pub stands: Stands,
    pub owner: Option<usize>,
    pub away: Option<Away>,
    pub due: Due,
    pub customer_last: bool,
    /// When the last word went, either way; notes are none.
    pub spoke: i64,
    pub touched: i64,
    /// When it is looked at whether it has been quiet for long.
    pub quiet: Option<i64>,
    pub deleted: Option<i64>,
    /// Which one it was deleted with.
    pub deleted_with: Option<usize>,
    pub merged: Option<usize>,
    pub linked_from: Option<usize>,
    pub missed: usize,
    /// Whether it bears a receipt.
    pub receipts: usize,
    /// Goes up with every change.
    pub version: u64,
}

impl Talk {
    /// One that begins.
    pub fn new(customer: Option<usize>, now: i64) -> Self {
        Self {
            id: None,
            number: 0,
            customer,
            stands: Stands::New,
            owner: None,
            away: None,
            due: Due::default(),
            customer_last: false,
            spoke: 0,
            touched: now,
            quiet: None,
            deleted: None,
            deleted_with: None,
            merged: None,
            linked_from: None,
            missed: 0,
            receipts: 0,
            version: 0,
        }
    }

    /// Which list it lies in: 0 open, 1 waiting, 2 closed, 3 put away; none when deleted.
    pub fn list(&self) -> Option<usize> {
        match (self.deleted, self.away, self.stands) {
            (Some(_), ..) => None,
            (_, Some(_), _) => Some(3),
            (.., Stands::New | Stands::Open) => Some(0),
            (.., Stands::Customer | Stands::Others) => Some(1),
            (.., Stands::Solved | Stands::Closed) => Some(2),
        }
    }
}

/// How far a reply has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Goes at its time.
    Scheduled(i64),
    /// Was held back.
    Held,
    /// On its way, or about to be.
    Posted,
    Undone,
    Sent,
    Failed,
    Bounced,
}

/// A reply.
#[derive(Clone, Debug)]
pub struct Reply {
    pub talk: usize,
    pub token: String,
    /// The product's id and its Message-ID, once known.
    pub id: String,
    pub mail_id: String,
    pub way: Way,
    pub then: Stands,
    /// Not before this, machine time.
    pub not_before: i64,
    /// How the conversation stood before it went.
    pub stood: Option<Talk>,
    /// Customers' mails since it was posted.
    pub written_since: Vec<i64>,
    /// Attempts after which the server died although the mail was taken.
    pub unheard: usize,
    pub taken: usize,
    /// Where its answers go.
    pub reply_to: Option<String>,
}

/// A mail that was acknowledged.
#[derive(Clone, Debug)]
pub struct Mail {
    pub token: String,
    pub bytes: Vec<u8>,
    pub customer: Option<usize>,
    /// Its own id.
    pub mail_id: String,
    pub talk: usize,
    pub machine: bool,
    /// Its name in the journal.
    pub kept: String,
    /// Whether the product's row was looked up.
    pub found: bool,
}

/// What recurs every morning at 8.
#[derive(Clone, Debug)]
pub struct Daily {
    pub subject: String,
    pub owner: usize,
    pub next: i64,
}

/// When a colleague is away, by days in Oslo since 1970.
#[derive(Clone, Debug)]
pub struct Absence {
    pub staff: usize,
    pub first: i64,
    pub last: i64,
    /// Whether the first colleague stands in.
    pub deputy: bool,
}

/// Two conversations that became one.
#[derive(Clone, Debug)]
pub struct Merge {
    pub source: usize,
    pub target: usize,
    /// How both stood.
    pub stood: (Talk, Talk),
    /// How both were counted just after it.
    pub versions: (u64, u64),
    /// What moved.
    pub mails: Vec<usize>,
    pub replies: Vec<usize>,
    pub receipts: usize,
}

/// Everything.
#[derive(Clone, Debug)]
pub struct Model {
    pub hours: Hours,
    pub now: i64,
    pub talks: Vec<Talk>,
    pub replies: Vec<Reply>,
    pub mails: Vec<Mail>,
    pub dailies: Vec<Daily>,
    pub absences: Vec<Absence>,
    /// The newest merge.
    pub merge: Option<Merge>,
    /// Receipts by customer, machine time.
    pub receipts: Vec<(usize, i64)>,
}
