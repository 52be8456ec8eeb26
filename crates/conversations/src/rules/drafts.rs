//! Shared drafts: who may write in one, one at a time, and that no word is ever lost.

use base::Instant;
use jiff::SignedDuration;
use people::StaffId;

use super::states::Refusal;
use crate::model::{Held, SharedDraft};

/// Whoever has a draft open and types nothing for so long holds it no more.
pub const QUIET: SignedDuration = SignedDuration::from_mins(5);
/// For so long what was thrown away can be brought back.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// More are never shared in one conversation.
pub const MOST: usize = 20;

/// Whether a colleague may write in it: its author, and whoever answers customers.
#[must_use]
pub fn may_write(draft: &SharedDraft, me: &StaffId, works: bool) -> bool {
    works || draft.author == *me
}

/// Who else has it open at `now`, machine time.
#[must_use]
pub fn held_by_other<'a>(draft: &'a SharedDraft, me: &StaffId, now: Instant) -> Option<&'a Held> {
    draft.held.as_ref().filter(|held| held.by != *me && held.until > now)
}

/// Whether `me` may open it. With `over` they take it out of another's hands.
///
/// # Errors
/// [`Refusal::DraftHeld`] while somebody else has it open.
pub fn open(draft: &SharedDraft, me: &StaffId, now: Instant, over: bool) -> Result<(), Refusal> {
    if held_by_other(draft, me, now).is_some() && !over { Err(Refusal::DraftHeld) } else { Ok(()) }
}

/// Whether what `me` has typed above `version` may stand in place of what stands there.
///
/// # Errors
/// [`Refusal::DraftHeld`] while somebody else has it open; [`Refusal::DraftChanged`] when its words are not those of
/// `version` any more, but for changes of one's own since one opened it. With `over` one knows of either.
pub fn saves(draft: &SharedDraft, me: &StaffId, now: Instant, version: i64, over: bool) -> Result<(), Refusal> {
    open(draft, me, now, over)?;
    let own =
        draft.held.as_ref().is_some_and(|held| held.by == *me && version >= held.since && version <= draft.version);
    if version == draft.version || own { Ok(()) } else { Err(Refusal::DraftChanged) }
}

/// The version from which on all changes are those of `me`, who has it open now.
#[must_use]
pub fn since(draft: &SharedDraft, me: &StaffId) -> i64 {
    draft.held.as_ref().filter(|held| held.by == *me).map_or(draft.version, |held| held.since)
}

/// A colleague's own draft, with what could not be kept in a shared one below what stands there. What is the beginning of
/// it was typed before it, so it stands there once.
#[must_use]
pub fn aside(own: &str, refused: &str) -> String {
    let (kept, typed) = (own.trim_end(), refused.trim_end());
    match kept.rsplit_once("\n\n") {
        _ if typed.is_empty() || kept.contains(typed) => own.to_owned(),
        _ if typed.starts_with(kept) => refused.to_owned(),
        Some((first, last)) if typed.starts_with(last) => format!("{first}\n\n{typed}"),
        _ => format!("{kept}\n\n{typed}"),
    }
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::*;
    use crate::model::DraftText;

    fn staff(n: usize) -> StaffId {
        format!("stf_{n:026}").parse().expect("an id")
    }

    fn now() -> Instant {
        "2026-11-18T12:00:00Z".parse().expect("a time")
    }

    fn draft(version: i64, held: Option<(usize, i64, i64)>) -> SharedDraft {
        let held = held.map(|(by, minutes, since)| Held {
            by: staff(by),
            name: String::new(),
            until: now() + SignedDuration::from_mins(minutes),
            since,
        });
        SharedDraft {
            id: format!("drf_{:026}", 1).parse().expect("an id"),
            conversation: format!("cnv_{:026}", 1).parse().expect("an id"),
            author: staff(1),
            author_name: String::new(),
            text: DraftText::default(),
            version,
            shared_at: now(),
            changed_at: now(),
            changed_by: staff(1),
            changed_by_name: String::new(),
            held,
        }
    }

    #[test]
    fn its_author_and_who_answers_customers_write_in_it() {
        let one = draft(1, None);
        assert!(may_write(&one, &staff(1), false) && may_write(&one, &staff(2), true));
        assert!(!may_write(&one, &staff(2), false));
    }

    #[test]
    fn one_writes_at_a_time_and_an_older_version_is_refused() {
        let (me, other) = (1, 2);
        let table = [
            // Nobody has it open.
            (draft(3, None), 3, false, Ok(())),
            (draft(3, None), 2, false, Err(Refusal::DraftChanged)),
            (draft(3, None), 4, false, Err(Refusal::DraftChanged)),
            (draft(3, None), 2, true, Err(Refusal::DraftChanged)),
            // I have, since the first version: the others are mine. After quiet minutes, too, as long as nobody came.
            (draft(3, Some((me, 4, 1))), 2, false, Ok(())),
            (draft(3, Some((me, -4, 1))), 1, false, Ok(())),
            (draft(3, Some((me, 4, 2))), 1, false, Err(Refusal::DraftChanged)),
            (draft(3, Some((me, 4, 2))), 4, false, Err(Refusal::DraftChanged)),
            // Somebody else has.
            (draft(3, Some((other, 4, 3))), 3, false, Err(Refusal::DraftHeld)),
            (draft(3, Some((other, 4, 3))), 3, true, Ok(())),
            (draft(3, Some((other, 4, 2))), 2, true, Err(Refusal::DraftChanged)),
            (draft(3, Some((other, -1, 3))), 3, false, Ok(())),
            (draft(3, Some((other, -1, 2))), 2, false, Err(Refusal::DraftChanged)),
        ];
        for (draft, version, over, expected) in table {
            assert_eq!(saves(&draft, &staff(me), now(), version, over), expected, "{draft:?} {version} {over}");
        }
    }

    /// Several write, take over, go away and come back in any order: whoever's save is taken knew all that stood there.
    #[test]
    fn nobody_ever_writes_over_words_that_they_did_not_know() {
        let rng = &mut Rng::with_seed(7);
        for _ in 0..3000 {
            let mut one = draft(1, None);
            let mut at = now();
            // Which versions each has seen or made.
            let mut knows = vec![vec![1]; 3];
            let mut saved = [1_i64; 3];
            for _ in 0..20 {
                let n = rng.usize(..3);
                let me = staff(n);
                at += SignedDuration::from_secs(rng.i64(1..200));
                let over = rng.u8(..4) == 0;
                match rng.u8(..3) {
                    0 if open(&one, &me, at, over).is_ok() => {
                        let since = since(&one, &me);
                        let until = at + QUIET;
                        one.held = Some(Held { by: me, name: String::new(), until, since });
                        knows[n].push(one.version);
                        saved[n] = one.version;
                    }
                    1 if one.held.as_ref().is_some_and(|held| held.by == me) => one.held = None,
                    2 if saves(&one, &me, at, saved[n], over).is_ok() => {
                        assert!(knows[n].contains(&one.version), "{one:?} by {n}");
                        let since = since(&one, &me);
                        one.version += 1;
                        one.held = Some(Held { by: me, name: String::new(), until: at + QUIET, since });
                        knows[n].push(one.version);
                        saved[n] = one.version;
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn what_could_not_be_kept_stands_below_ones_own_words_and_only_once() {
        for (own, refused, expected) in [
            ("", "Hello", "Hello"),
            ("Hello", "Hello there", "Hello there"),
            ("Hello there", "Hello", "Hello there"),
            ("Mine", "Hello", "Mine\n\nHello"),
            ("Mine\n\nHello", "Hello there", "Mine\n\nHello there"),
            ("Mine", " ", "Mine"),
        ] {
            assert_eq!(aside(own, refused), expected, "{own:?} {refused:?}");
        }
    }
}
