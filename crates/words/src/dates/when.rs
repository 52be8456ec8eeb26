//! What was read: a day or a moment, how it is bound, and how sure that is.

use std::ops::Range;

use jiff::Zoned;
use jiff::civil::{Date, Time};

/// How the words beside a date bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The day itself (“on Friday”), the moment itself (“at 3”).
    On,
    /// Not later than it (“by Friday”, “at the latest”, “until”).
    By,
    /// Earlier than it: the day itself is too late (“before Friday”).
    Before,
    /// Counted from now (“within three days”); ends as [`Bound::By`] does.
    Within,
}

/// A vague part of the day. It says nothing of the last minute: “this afternoon” is kept until the day ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Until about nine or ten.
    Morning,
    /// Between morning and noon, where a language has a word for it.
    Forenoon,
    /// About noon.
    Noon,
    /// Until about six.
    Afternoon,
    /// From about six.
    Evening,
    /// From about ten until the morning.
    Night,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sure {
    /// The words can mean something else as well: ask the writer.
    Ask,
    /// A rule had to choose, as which afternoon “at three” is.
    Likely,
    /// The words leave nothing open.
    Certain,
}

/// One date or time of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// Where its words stand, in bytes of the text, its bounding word (“by”) included.
    pub span: Range<usize>,
    /// The day named; the first one of a week or another range.
    pub date: Date,
    /// The last day of a week or another range; `date` where it is one day.
    pub last: Date,
    /// The local time named; of a span of hours the later end. `None` when only a day is named.
    pub time: Option<Time>,
    /// A vague part of the day.
    pub part: Option<Part>,
    /// Last days of other readings, which a reader may take as well: “next Friday” is also the nearer one.
    pub also: Vec<Date>,
    /// How the words beside it bound it.
    pub bound: Bound,
    /// Other bounds that a reader may take the same words for: Danish “inden fredag” may be meant to include it.
    pub bound_also: Vec<Bound>,
    /// The moment itself where it was counted from now in hours or minutes; `date` and `time` are its local ones.
    pub exact: Option<Zoned>,
    /// How sure the reading is.
    pub sure: Sure,
    /// Whether the words name something gone by (“yesterday”, “two days ago”).
    pub past: bool,
}

impl When {
    /// The last local minute at which what is due then still counts as kept.
    ///
    /// A day or a range without a time lasts until 23:59 of its last day; *before* a day ends at 23:59 of the day
    /// before it; a time is its own last minute. `now` gives the zone.
    #[must_use]
    pub fn latest(&self, now: &Zoned) -> Zoned {
        self.latest_of(self.last, self.bound, now)
    }

    /// The same for one of the other readings: a last day out of [`When::also`], a bound out of
    /// [`When::bound_also`].
    #[must_use]
    pub fn latest_of(&self, last: Date, bound: Bound, now: &Zoned) -> Zoned {
        if let Some(exact) = self.exact.as_ref().filter(|_| last == self.last) {
            return exact.clone();
        }
        let local = match (self.time, bound) {
            (Some(time), _) => last.to_datetime(time),
            (None, Bound::Before) => {
                let first = if last == self.last { self.date } else { last };
                first.yesterday().unwrap_or(first).at(23, 59, 0, 0)
            }
            (None, Bound::On | Bound::By | Bound::Within) => last.at(23, 59, 0, 0),
        };
        local.to_zoned(now.time_zone().clone()).unwrap_or_else(|_| now.clone())
    }
}
