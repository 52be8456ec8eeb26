//! Taking an act back: possible where the conversation still has all that the act set, and then it is as it was before;
//! else it stays as it is. What the act did not touch, whoever changed it meanwhile, stays, too.

use std::collections::BTreeSet;

use base::Instant;
use jiff::SignedDuration;

use super::snoozing;
use crate::model::{Clocks, State, Stood};

/// For so long after it an act can be taken back.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(30);

/// Whether an act of `at` can no longer be taken back.
#[must_use]
pub fn is_over(at: Instant, now: Instant) -> bool {
    now.duration_since(at) >= WINDOW
}

/// How a conversation that stands like `now` is to stand once the act is taken back that found it like `before` and left
/// it like `set`; nothing when somebody changed since what the act had set.
#[must_use]
pub fn undone(before: &Stood, set: &Stood, now: &Stood, time: Instant) -> Option<Stood> {
    let mut back = now.clone();
    if before.owner != set.owner {
        still(now.owner == set.owner)?;
        back.owner.clone_from(&before.owner);
    }
    if before.department != set.department {
        still(now.department == set.department)?;
        back.department.clone_from(&before.department);
    }
    if stands(before) != stands(set) {
        still(stands(now) == stands(set))?;
        back.state = before.state;
        back.label.clone_from(&before.label);
        back.close_reason.clone_from(&before.close_reason);
        back.clocks = Clocks {
            // What is in the log is not said twice.
            first_breached: before.clocks.first_breached || now.clocks.first_breached,
            next_breached: before.clocks.next_breached || now.clocks.next_breached,
            resolve_breached: before.clocks.resolve_breached || now.clocks.resolve_breached,
            warned: std::array::from_fn(|n| before.clocks.warned[n] || now.clocks.warned[n]),
            ..before.clocks.clone()
        };
    }
    // Who opens it has read it: that alone is no change.
    if before.unread != set.unread {
        still(now.unread == set.unread)?;
        back.unread = before.unread;
    }
    if before.snoozed != set.snoozed {
        still(now.snoozed == set.snoozed)?;
        still(before.snoozed.is_none_or(|snooze| !snoozing::is_over(snooze, time)))?;
        back.snoozed = before.snoozed;
    }
    if before.deleted != set.deleted {
        still(now.deleted == set.deleted)?;
        back.deleted = before.deleted;
    }
    let (put, taken) = (set.tags.difference(&before.tags), before.tags.difference(&set.tags));
    for tag in put {
        still(back.tags.remove(tag))?;
    }
    for tag in taken {
        still(back.tags.insert(tag.clone()))?;
    }
    let items: BTreeSet<_> = before.items.keys().chain(set.items.keys()).collect();
    for item in items {
        let (was, made) = (before.items.get(item), set.items.get(item));
        if was != made {
            // What was ticked off meanwhile is done: that is a change.
            still(now.items.get(item) == made)?;
            match was {
                Some(done) => back.items.insert(item.clone(), *done),
                None => back.items.remove(item),
            };
        }
    }
    if before.subject != set.subject {
        still(now.subject == set.subject)?;
        back.subject.clone_from(&before.subject);
    }
    let sides: BTreeSet<_> = before.sides.keys().chain(set.sides.keys()).collect();
    for side in sides {
        let (was, made) = (before.sides.get(side), set.sides.get(side));
        if was != made {
            // One that lies in another conversation by now is not called anything here.
            still(now.sides.get(side) == made)?;
            match was {
                Some(title) => back.sides.insert(side.clone(), title.clone()),
                None => back.sides.remove(side),
            };
        }
    }
    if before.outcome != set.outcome {
        still(now.outcome == set.outcome)?;
        back.outcome = before.outcome;
    }
    // Only what the act moved goes back; one that is over or was handed on since stands in nothing's way.
    for (promise, was) in &before.promises {
        let made = set.promises.get(promise);
        if made.is_some_and(|made| made != was) && now.promises.get(promise) == made {
            back.promises.insert(promise.clone(), was.clone());
        }
    }
    Some(back)
}

fn still(holds: bool) -> Option<()> {
    holds.then_some(())
}

/// Where it stands, with all that hangs on it. That a clock ran out is no act of anybody.
fn stands(it: &Stood) -> (State, Option<&str>, Option<&str>, Clocks) {
    let (first_breached, next_breached, resolve_breached, warned) = (false, false, false, [false; 3]);
    let clocks = Clocks { first_breached, next_breached, resolve_breached, warned, ..it.clocks.clone() };
    (it.state, it.label.as_deref(), it.close_reason.as_deref(), clocks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::http::testing;
    use crate::ids::{ItemId, SideId};
    use crate::model::{Ending, Outcome, Snooze};

    fn at(hours: i64) -> Instant {
        Instant::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn id<T: std::str::FromStr>(kind: &str, n: u8) -> T
    where
        T::Err: std::fmt::Debug,
    {
        format!("{kind}_{n:026}").parse().expect("an id")
    }

    fn stood() -> impl Strategy<Value = Stood> {
        let clocks = (proptest::option::of(0..4_i64), proptest::option::of(0..4_i64), any::<bool>(), any::<bool>());
        let snoozed = proptest::option::of(prop_oneof![
            Just(Snooze::NextReply),
            (0..6_i64).prop_map(|hours| Snooze::Until(at(hours)))
        ]);
        let who = (proptest::option::of(0..3_u8), proptest::option::of(0..3_u8));
        let tags = proptest::collection::btree_set(0..4_u8, 0..4);
        let deleted = proptest::option::of(0..3_i64);
        let items = proptest::collection::btree_map(0..4_u8, proptest::option::of(0..2_i64), 0..4);
        let called = (proptest::option::of("[ab]"), proptest::collection::btree_map(0..3_u8, "[ab]", 0..3));
        let hung = (tags, items, deleted, called);
        (who, 0..6_usize, proptest::option::of("[ab]"), any::<bool>(), clocks, snoozed, hung).prop_map(
            |((owner, department), state, label, unread, (first, next, one, two), snoozed, hung)| {
                let (tags, items, deleted, (subject, sides)) = hung;
                Stood {
                    owner: owner.map(|n| id("stf", n)),
                    department: department.map(|n| id("dep", n)),
                    state: State::ALL[state],
                    label,
                    close_reason: None,
                    clocks: Clocks {
                        first_due: first.map(at),
                        next_due: next.map(at),
                        first_breached: one,
                        next_breached: two,
                        ..Clocks::default()
                    },
                    unread,
                    snoozed,
                    tags: tags.into_iter().map(|n| id("tag", n)).collect::<BTreeSet<_>>(),
                    items: items.into_iter().map(|(n, done)| (id("itm", n), done.map(at))).collect(),
                    deleted: deleted.map(at),
                    subject,
                    sides: sides.into_iter().map(|(n, title)| (id("sid", n), title)).collect(),
                    promises: std::collections::BTreeMap::new(),
                    outcome: None,
                }
            },
        )
    }

    /// An act takes over some of what is wished, and leaves the rest.
    fn act(from: &Stood, wish: &Stood, which: u8) -> Stood {
        let mut to = from.clone();
        if which & 1 > 0 {
            to.owner.clone_from(&wish.owner);
        }
        if which & 2 > 0 {
            to.department.clone_from(&wish.department);
        }
        if which & 4 > 0 {
            to = Stood {
                owner: to.owner,
                department: to.department,
                snoozed: to.snoozed,
                tags: to.tags,
                items: to.items,
                subject: to.subject,
                sides: to.sides,
                ..wish.clone()
            };
        }
        if which & 8 > 0 {
            to.snoozed = wish.snoozed;
        }
        if which & 16 > 0 {
            to.tags.clone_from(&wish.tags);
        }
        if which & 32 > 0 {
            to.items.clone_from(&wish.items);
        }
        if which & 64 > 0 {
            to.subject.clone_from(&wish.subject);
        }
        if which & 128 > 0 {
            to.sides.clone_from(&wish.sides);
        }
        to
    }

    /// Of `it`, what the act changed.
    fn part(before: &Stood, set: &Stood, it: &Stood) -> String {
        let tags: Vec<_> = before.tags.symmetric_difference(&set.tags).filter(|tag| it.tags.contains(tag)).collect();
        let all: BTreeSet<_> = before.items.keys().chain(set.items.keys()).collect();
        let changed = all.into_iter().filter(|item| before.items.get(*item) != set.items.get(*item));
        let items: Vec<_> = changed.map(|item| it.items.get(item)).collect();
        let all: BTreeSet<_> = before.sides.keys().chain(set.sides.keys()).collect();
        let changed = all.into_iter().filter(|side| before.sides.get(*side) != set.sides.get(*side));
        let sides: Vec<_> = changed.map(|side| it.sides.get(side)).collect();
        format!(
            "{:?}",
            (
                (before.owner != set.owner).then_some(&it.owner),
                (before.department != set.department).then_some(&it.department),
                (stands(before) != stands(set)).then(|| stands(it)),
                (before.unread != set.unread).then_some(it.unread),
                (before.snoozed != set.snoozed).then_some(&it.snoozed),
                (before.deleted != set.deleted).then_some(it.deleted),
                tags,
                items,
                (before.subject != set.subject).then_some(&it.subject),
                sides,
            )
        )
    }

    proptest! {
        #[test]
        fn at_once_all_is_as_before(before in stood(), wish in stood(), which in 1..=255_u8) {
            let set = act(&before, &wish, which);
            let back = undone(&before, &set, &set, at(-1)).expect("nobody came between");
            // A breach that the act took over from the wish is in the log.
            let breached = |it: &Stood| Stood {
                clocks: Clocks { first_breached: false, next_breached: false, ..it.clocks.clone() },
                ..it.clone()
            };
            prop_assert_eq!(breached(&back), breached(&before));
        }

        #[test]
        fn after_other_acts_it_is_as_before_or_untouched(
            before in stood(), wish in stood(), which in 1..=255_u8,
            others in proptest::collection::vec((stood(), 0..=255_u8), 0..4), time in 0..6_i64,
        ) {
            let set = act(&before, &wish, which);
            let now = others.iter().fold(set.clone(), |it, (wish, which)| act(&it, wish, *which));
            match undone(&before, &set, &now, at(time)) {
                Some(back) => {
                    // What the act had changed is as before it, and all else as the others left it.
                    prop_assert_eq!(part(&before, &set, &back), part(&before, &set, &before));
                    prop_assert_eq!(part(&before, &set, &now), part(&before, &set, &set));
                    let again = undone(&back, &back, &now, at(time)).expect("an act that set nothing");
                    prop_assert_eq!(&again, &now);
                    let untouched = |it: &Stood| {
                        let tags: Vec<_> = it
                            .tags
                            .iter()
                            .filter(|tag| before.tags.contains(*tag) == set.tags.contains(*tag))
                            .cloned()
                            .collect();
                        let same = |item: &ItemId| before.items.get(item) == set.items.get(item);
                        let items: Vec<_> = it.items.clone().into_iter().filter(|(item, _)| same(item)).collect();
                        let same = |side: &SideId| before.sides.get(side) == set.sides.get(side);
                        let sides: Vec<_> = it.sides.clone().into_iter().filter(|(side, _)| same(side)).collect();
                        (
                            (before.owner == set.owner).then(|| it.owner.clone()),
                            (before.department == set.department).then(|| it.department.clone()),
                            (stands(&before) == stands(&set)).then(|| (it.state, it.label.clone(), it.clocks.clone())),
                            (before.snoozed == set.snoozed).then_some(it.snoozed),
                            (before.deleted == set.deleted).then_some(it.deleted),
                            tags,
                            items,
                            (before.subject == set.subject).then(|| it.subject.clone()),
                            sides,
                        )
                    };
                    prop_assert_eq!(untouched(&back), untouched(&now));
                }
                None => {
                    let late = before.snoozed != set.snoozed
                        && before.snoozed.is_some_and(|snooze| snoozing::is_over(snooze, at(time)));
                    prop_assert!(late || part(&before, &set, &now) != part(&before, &set, &set));
                }
            }
        }
    }

    #[test]
    fn an_outcome_goes_back_unless_somebody_said_another_since() {
        let stood =
            |outcome| Stood { outcome, ..crate::model::Stood::of(&testing::conversation(), BTreeSet::new(), &[]) };
        let said = |ending| stood(Some(Outcome { ending, known: true }));
        let (before, set, other) = (stood(None), said(Ending::Righted), said(Ending::Lost));
        assert_eq!(undone(&before, &set, &set, at(0)), Some(before.clone()));
        assert_eq!(undone(&before, &set, &other, at(0)), None);
        assert_eq!(undone(&before, &set, &before, at(0)), None, "somebody took it away");
    }

    #[test]
    fn half_an_hour_is_the_time_for_it() {
        let minutes = |n| Instant::UNIX_EPOCH + SignedDuration::from_mins(n);
        for (later, over) in [(0, false), (29, false), (30, true), (90, true)] {
            assert_eq!(is_over(minutes(0), minutes(later)), over, "{later}");
        }
    }
}
