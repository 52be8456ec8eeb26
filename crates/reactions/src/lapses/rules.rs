//! How a missed reply stands, and why it was missed as far as the tables know.

use jiff::SignedDuration;

/// How a missed reply stands by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It came, so many seconds late.
    Late(i64),
    /// It did not come yet, for so many seconds.
    Waits(i64),
    /// The conversation was closed without one.
    Never,
}

/// Why a reply was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The conversation had no owner when it was due.
    NobodyHadIt,
    /// Of the time to answer in, hardly any lay in the opening hours.
    Closed,
}

impl Cause {
    /// The name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NobodyHadIt => "nobody_had_it",
            Self::Closed => "closed",
        }
    }
}

/// Less opening time than this is hardly any.
const HARDLY: SignedDuration = SignedDuration::from_hours(2);

/// How it stands: `late` is by how many seconds it came late, if it came; `waits` whether somebody still does.
#[must_use]
pub fn standing(late: Option<i64>, waits: bool, since: SignedDuration) -> Standing {
    match (late, waits) {
        (Some(seconds), _) => Standing::Late(seconds.max(0)),
        (None, true) => Standing::Waits(since.as_secs().max(0)),
        (None, false) => Standing::Never,
    }
}

/// Why, as far as is known. `open`: how much of the time to answer in lay in the opening hours, where that matters.
#[must_use]
pub fn causes(owned: bool, open: Option<SignedDuration>) -> Vec<Cause> {
    let nobody = (!owned).then_some(Cause::NobodyHadIt);
    let closed = open.is_some_and(|open| open < HARDLY).then_some(Cause::Closed);
    nobody.into_iter().chain(closed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_it_stands() {
        let hour = SignedDuration::from_hours(1);
        for (late, waits, expected) in [
            (Some(90), true, Standing::Late(90)),
            (Some(-1), false, Standing::Late(0)),
            (None, true, Standing::Waits(3600)),
            (None, false, Standing::Never),
        ] {
            assert_eq!(standing(late, waits, hour), expected);
        }
    }

    #[test]
    fn only_what_is_known_is_said() {
        let hours = SignedDuration::from_hours;
        for (owned, open, expected) in [
            (true, None, &[][..]),
            (true, Some(hours(2)), &[]),
            (true, Some(hours(0)), &[Cause::Closed]),
            (false, Some(hours(8)), &[Cause::NobodyHadIt]),
            (false, Some(hours(1)), &[Cause::NobodyHadIt, Cause::Closed]),
        ] {
            assert_eq!(causes(owned, open), expected, "{owned} {open:?}");
        }
    }
}
