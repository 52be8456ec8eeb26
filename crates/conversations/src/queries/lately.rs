//! What was counted a moment ago. Counting a saved view is dear and stands beside every page, so a count is good for a few
//! seconds, or until something happens: the same hint that makes open pages look again makes it forgotten, and whoever
//! does something themselves is counted for anew even before that. Kept in memory, by every node for itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::{Clock, Instant, Scope};
use jiff::SignedDuration;
use people::StaffId;
use people::staff::Doing;
use platform::Live;
use platform::live::Hint;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

use crate::ids::ViewId;
use crate::model::{Condition, SavedView};

/// How long a count is good when nothing happens: what time alone changes is seen so much later.
const GOOD: SignedDuration = SignedDuration::from_secs(5);
/// Counts, and colleagues who did something, that are known at once.
const MOST: usize = 5_000;
/// The hint that lists of conversations look again by.
const INBOX: &str = "inbox";
/// How addresses end by which pages speak on their own, and nothing that is counted changes: that somebody is there, and
/// what they have typed so far.
const QUIET: [&str; 3] = ["/presence", "/draft", "/save"];

/// Whose count: of a view, of one reader where it depends on them, and as far as they reach.
type Key = (ViewId, Option<StaffId>, Option<Vec<String>>);

/// A count, and what it was of: a view that lists something else by now is counted anew.
struct Counted {
    when: Condition,
    n: i64,
    machine: Instant,
    business: Instant,
}

/// A stretch in which nothing happened, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch(u64);

struct Table {
    hints: Receiver<Hint>,
    stretch: Stretch,
    counts: HashMap<Key, Counted>,
    did: HashMap<StaffId, Instant>,
}

impl Table {
    /// Forgets all counts if something happened since somebody looked here.
    fn listen(&mut self) {
        let mut happened = false;
        loop {
            match self.hints.try_recv() {
                Ok(hint) => happened |= &*hint == INBOX,
                Err(TryRecvError::Lagged(_)) => happened = true,
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        if happened {
            self.counts.clear();
            self.stretch.0 += 1;
        }
    }
}

/// Counts of saved views, and who did something, from the last seconds. Cheap to clone.
#[derive(Clone)]
pub struct Lately {
    clock: Arc<dyn Clock>,
    table: Arc<Mutex<Table>>,
}

/// Whether something that was true at `then` is good at `now`; whoever turns a clock back has not waited.
fn good(then: Instant, now: Instant) -> bool {
    let age = now.duration_since(then);
    !age.is_negative() && age < GOOD
}

fn key(view: &SavedView, scope: &Scope, me: &StaffId) -> Key {
    let reach = match scope {
        Scope::All => None,
        Scope::Own(one) => Some(vec![one.clone()]),
        Scope::Departments(some) => Some(some.clone()),
    };
    (view.id.clone(), view.of.when.is_personal().then(|| me.clone()), reach)
}

impl Lately {
    /// Nothing is known yet.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, live: &Live) -> Self {
        let (counts, did) = (HashMap::new(), HashMap::new());
        let table = Table { hints: live.listen(), stretch: Stretch(0), counts, did };
        Self { clock, table: Arc::new(Mutex::new(table)) }
    }

    /// Listens to colleagues who do something: an extension of every request.
    #[must_use]
    pub fn doing(&self) -> Doing {
        let kept = self.clone();
        Doing(Arc::new(move |who: &StaffId, path: &str| {
            if !QUIET.iter().any(|end| path.ends_with(end)) {
                kept.did(who);
            }
        }))
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody does something: for a while they are counted for anew, so that it does not matter when it is written.
    pub fn did(&self, who: &StaffId) {
        let now = self.clock.machine();
        let mut table = self.table();
        if table.did.len() >= MOST {
            table.did.retain(|_, then| good(*then, now));
        }
        if table.did.len() < MOST || table.did.contains_key(who) {
            table.did.insert(who.clone(), now);
        } else {
            // Who is not remembered must not be told what is old.
            table.counts.clear();
        }
    }

    /// The stretch at hand, for whoever begins to count.
    pub(super) fn stretch(&self) -> Stretch {
        let mut table = self.table();
        table.listen();
        table.stretch
    }

    /// How many a view lists for this reader, if that was counted a moment ago.
    pub(super) fn find(&self, view: &SavedView, scope: &Scope, me: &StaffId) -> Option<i64> {
        let (machine, business) = (self.clock.machine(), self.clock.business());
        let mut table = self.table();
        table.listen();
        if table.did.get(me).is_some_and(|then| good(*then, machine)) {
            return None;
        }
        let found = table.counts.get(&key(view, scope, me))?;
        let same = found.when == view.of.when && good(found.machine, machine) && good(found.business, business);
        same.then_some(found.n)
    }

    /// Remembers how many there are, unless something happened since it was begun to count.
    pub(super) fn keep(&self, view: &SavedView, scope: &Scope, me: &StaffId, (n, begun): (i64, Stretch)) {
        let (machine, business) = (self.clock.machine(), self.clock.business());
        let mut table = self.table();
        table.listen();
        if table.stretch != begun {
            return;
        }
        if table.counts.len() >= MOST {
            table.counts.retain(|_, one| good(one.machine, machine));
        }
        if table.counts.len() >= MOST {
            table.counts.clear();
        }
        let counted = Counted { when: view.of.when.clone(), n, machine, business };
        table.counts.insert(key(view, scope, me), counted);
    }
}

#[cfg(test)]
mod tests {
    use platform::system_clock::ManualClock;

    use super::*;
    use crate::model::{GiveTo, Group, Listing, Test, Visible};

    fn id<T: std::str::FromStr>(prefix: &str, last: char) -> T
    where
        T::Err: std::fmt::Debug,
    {
        format!("{prefix}{}{last}", "0".repeat(25)).parse().expect("an id")
    }

    fn view(test: Test) -> SavedView {
        let of = Listing { when: Condition::Test(test), ..Listing::default() };
        SavedView { id: id("viw_", '1'), name: "Any".into(), visible: Visible::Everyone, of }
    }

    struct Kept {
        clock: Arc<ManualClock>,
        live: Live,
        lately: Lately,
        ingrid: StaffId,
        jonas: StaffId,
    }

    impl Kept {
        fn new() -> Self {
            let (clock, live) = (Arc::new(ManualClock::new(platform::testing::a_wednesday())), Live::default());
            let lately = Lately::new(clock.clone(), &live);
            Self { clock, live, lately, ingrid: id("stf_", '1'), jonas: id("stf_", '2') }
        }

        fn keep(&self, view: &SavedView, n: i64) {
            self.lately.keep(view, &Scope::All, &self.ingrid, (n, self.lately.stretch()));
        }

        /// What Ingrid and Jonas are told.
        fn found(&self, view: &SavedView) -> (Option<i64>, Option<i64>) {
            let find = |who| self.lately.find(view, &Scope::All, who);
            (find(&self.ingrid), find(&self.jonas))
        }
    }

    #[test]
    fn a_count_is_good_for_five_seconds_and_for_those_who_reach_the_same() {
        let kept = Kept::new();
        let open = view(Test::Status(Group::Open));
        kept.keep(&open, 7);
        assert_eq!(kept.found(&open), (Some(7), Some(7)), "it is the same for all");
        let some = Scope::Departments(vec!["dep_1".into()]);
        assert_eq!(kept.lately.find(&open, &some, &kept.jonas), None, "others reach something else");
        assert_eq!(kept.found(&view(Test::Unanswered)), (None, None), "it lists something else by now");
        kept.clock.advance(SignedDuration::from_secs(4));
        assert_eq!(kept.found(&open), (Some(7), Some(7)));
        kept.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(kept.found(&open), (None, None));
    }

    #[test]
    fn what_depends_on_the_reader_is_theirs_alone() {
        let kept = Kept::new();
        for test in [Test::Owner(GiveTo::Me), Test::Followed, Test::Mentioned] {
            let mine = view(test);
            kept.keep(&mine, 3);
            assert_eq!(kept.found(&mine), (Some(3), None));
        }
    }

    #[test]
    fn what_happens_makes_all_counts_forgotten() {
        let kept = Kept::new();
        let open = view(Test::Status(Group::Open));
        kept.keep(&open, 7);
        kept.live.tell("presence-cnv_1");
        assert_eq!(kept.found(&open), (Some(7), Some(7)));
        let begun = kept.lately.stretch();
        kept.live.tell("inbox");
        assert_eq!(kept.found(&open), (None, None));
        kept.lately.keep(&open, &Scope::All, &kept.ingrid, (7, begun));
        assert_eq!(kept.found(&open), (None, None), "it may have been counted before");
        kept.keep(&open, 8);
        assert_eq!(kept.found(&open), (Some(8), Some(8)));
    }

    #[test]
    fn whoever_does_something_is_counted_for_anew() {
        let kept = Kept::new();
        let open = view(Test::Status(Group::Open));
        kept.keep(&open, 7);
        let Doing(told) = kept.lately.doing();
        for path in ["/conversations/cnv_1/presence", "/conversations/cnv_1/draft", "/drafts/dra_1/save"] {
            told(&kept.ingrid, path);
        }
        assert_eq!(kept.found(&open), (Some(7), Some(7)), "a page that speaks on its own changes nothing");
        told(&kept.ingrid, "/conversations/cnv_1/close");
        assert_eq!(kept.found(&open), (None, Some(7)), "others see it with the next hint");
        kept.keep(&open, 6);
        assert_eq!(kept.found(&open), (None, Some(6)), "what they do may not be written yet");
        kept.clock.advance(SignedDuration::from_secs(5));
        kept.keep(&open, 5);
        assert_eq!(kept.found(&open), (Some(5), Some(5)));
    }
}
