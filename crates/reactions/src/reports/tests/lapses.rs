//! Replies that came late or never: found, counted, explained, and seen by whom they are for.

use conversations::commands::CommandError;
use platform::jobs::Workers;

use super::*;
use crate::lapses::{self, Cause, Lapse, Share, Standing};

/// Looks at the clocks, as the server does.
pub(super) async fn look(p: &Platform) {
    let workers = Workers::default()
        .lane(commands::CLOCK_LANE, 1)
        .handle(commands::BREACH_JOB, |p, job| async move { commands::breach(&p, &job).await });
    workers.run_due(p, commands::CLOCK_LANE).await.expect("looked");
}

async fn found(p: &Platform, actor: &Actor) -> (Vec<Lapse>, Share) {
    let (asked, zone) = asked(p).await;
    let sight = Sight::of(actor).expect("may");
    let mut conn = p.db.read().await.expect("read");
    let of = (&zone, now(p));
    let share = lapses::share(&mut conn, &sight, &asked, of).await.expect("counted");
    let (all, next) = lapses::lapses(&mut conn, &sight, &asked, of, (None, 50)).await.expect("lapses");
    assert!(next.is_none());
    (all, share)
}

#[test]
fn a_missed_reply_is_found_explained_and_answered() {
    run(|story| async move {
        let p = story.p();
        let (admin, jonas) = (story.admin(), story.jonas.actor());
        read(p).await;
        assert_eq!(found(p, &admin).await.1, Share { late: 0, never: 0, of: 2 });
        story.test.clock.advance(SignedDuration::from_hours(25));
        look(p).await;
        read(p).await;
        let (all, share) = found(p, &admin).await;
        assert_eq!((all.len(), share), (1, Share { late: 1, never: 1, of: 3 }));
        let (at, id) = (all[0].line.at, &story.placed[2].conversation);
        assert_eq!(all[0].line.row.conversation.id, *id);
        assert!(all[0].first && matches!(all[0].standing, Standing::Waits(_)), "{:?}", all[0]);
        assert!(all[0].causes.contains(&Cause::NobodyHadIt) && all[0].reason.is_none());

        lapses::explain(p, &jonas, id, at, " The workshop\n was ill. ").await.expect("written");
        let reason = found(p, &admin).await.0[0].reason.clone().expect("a reason");
        assert_eq!((reason.text.as_str(), reason.staff.as_str()), ("The workshop was ill.", story.jonas.id.as_str()));
        let other = at + SignedDuration::from_secs(1);
        assert!(matches!(lapses::explain(p, &jonas, id, other, "x").await, Err(CommandError::NotFound)));
        let limited = Actor::Staff {
            id: story.jonas.id.to_string(),
            role: Role::Agent,
            reach: Reach::Departments(vec!["dep_1".into()]),
        };
        assert!(matches!(lapses::explain(p, &limited, id, at, "x").await, Err(CommandError::NotFound)));
        let (none, nothing) = found(p, &limited).await;
        assert!(none.is_empty() && nothing == Share::default(), "not of other departments");

        story.test.clock.advance(SignedDuration::from_hours(1));
        answer(p, &story.jonas, &story.placed[2], AfterReply::Wait).await;
        read(p).await;
        let (all, share) = found(p, &admin).await;
        assert_eq!(share, Share { late: 1, never: 0, of: 3 });
        assert!(matches!(all[0].standing, Standing::Late(seconds) if seconds > 0) && all[0].reason.is_some());
        lapses::explain(p, &jonas, id, at, "  ").await.expect("taken away");
        assert!(found(p, &admin).await.0[0].reason.is_none());
    });
}

#[test]
fn what_was_deleted_a_moment_ago_does_not_end_the_list() {
    run(|story| async move {
        let p = story.p();
        let admin = story.admin();
        let mut placed = Vec::new();
        for n in 11..=19 {
            story.test.clock.advance(SignedDuration::from_mins(1));
            placed.push(mail(p, n, vec![]).await);
        }
        story.test.clock.advance(SignedDuration::from_hours(48));
        look(p).await;
        read(p).await;
        // The five newest, before reports have heard of it.
        for one in &placed[4..] {
            commands::delete(p, &admin, &one.conversation).await.expect("deleted");
        }
        let (asked, zone) = asked(p).await;
        let sight = Sight::of(&admin).expect("may");
        let (mut seen, mut after) = (Vec::new(), None);
        for _ in 0..20 {
            let mut conn = p.db.read().await.expect("read");
            let (some, next) =
                lapses::lapses(&mut conn, &sight, &asked, (&zone, now(p)), (after.as_ref(), 2)).await.expect("lapses");
            assert!(!some.is_empty() || next.is_none(), "no empty page before the end");
            seen.extend(some.into_iter().map(|one| one.line.row.conversation.id));
            after = next;
            if after.is_none() {
                break;
            }
        }
        let left = placed[..4].iter().rev().chain([&story.placed[2]]).map(|one| one.conversation.clone());
        assert_eq!(seen, left.collect::<Vec<_>>());
    });
}
