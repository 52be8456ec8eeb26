//! How conversations would read as one, and that whatever was merged can be taken apart as it was.

use fastrand::Rng;

use super::merging::{healthy, thread};
use super::*;
use crate::model::ParticipantState;
use crate::queries::{WOVEN_MOST, as_one};

const KARI: &str = "kari@post.example";
const OLA: &str = "ola@verksted.example";

async fn look(p: &Platform, scope: &Scope, into: i64, numbers: &[i64]) -> Option<queries::AsOne> {
    as_one(&mut p.db.read().await.expect("read"), scope, into, numbers).await.expect("looked")
}

#[test]
fn what_would_be_one_is_seen_in_the_order_in_which_it_then_stands() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let minute = || test.clock.advance(SignedDuration::from_mins(1));
        let kari = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        minute();
        let from_ola = Inbound {
            from: Mailbox { name: "Ola Vik".into(), address: OLA.into() },
            ..mail(p, OLA, "Sadelen", "Den knirker.")
        };
        let ola = take_in(p, from_ola).await;
        minute();
        commands::note(p, &actor, &kari.conversation, "Ringte verkstedet.").await.expect("noted");
        minute();
        let back = commands::reply(p, &actor, &ola.conversation, reply("Vent")).await.expect("replied");
        commands::undo_send(p, &actor, &back).await.expect("taken back");
        let numbers = [kari.number, ola.number];
        let seen = look(p, &Scope::All, ola.number, &numbers).await.expect("two");
        let lines: Vec<(i64, MessageKind)> = seen
            .messages
            .iter()
            .map(|one| (if one.conversation == kari.conversation { kari.number } else { ola.number }, one.kind))
            .collect();
        let (inbound, note) = (MessageKind::Inbound, MessageKind::Note);
        assert_eq!(lines, [(kari.number, inbound), (ola.number, inbound), (kari.number, note)]);
        assert_eq!((seen.others.as_slice(), seen.more), (&["Kari Solheim".to_owned()][..], false));
        assert_eq!((seen.into.number, seen.from.len()), (ola.number, 1));
        assert_eq!((seen.messages[1].by.as_str(), seen.messages[1].words.as_str()), ("Ola Vik", "Den knirker."));
        // It is what stands there afterwards.
        commands::merge(p, &actor, &kari.conversation, ola.number).await.expect("merged");
        let is = thread(p, &ola.conversation).await.messages;
        let kinds: Vec<MessageKind> = is.iter().filter(|one| one.id != back).map(|one| one.kind).collect();
        assert_eq!(kinds, lines.iter().map(|(_, kind)| *kind).collect::<Vec<_>>());
        // Who is part of it already, who is alone, who is nobody or out of sight, is nothing to look at.
        let nobody = Scope::Departments(Vec::new());
        for (scope, into, numbers) in [
            (&Scope::All, ola.number, vec![kari.number]),
            (&Scope::All, ola.number, vec![]),
            (&Scope::All, 7, vec![ola.number]),
            (&nobody, ola.number, vec![kari.number]),
        ] {
            assert!(look(p, scope, into, &numbers).await.is_none(), "{into} {numbers:?}");
        }
    });
}

#[test]
fn of_very_long_ones_the_newest_are_seen() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den knirker så.")).await;
        for n in 0..WOVEN_MOST - 2 {
            commands::note(p, &actor, &one.conversation, &format!("Nr. {n}")).await.expect("noted");
        }
        let full = look(p, &Scope::All, one.number, &[two.number]).await.expect("two");
        assert_eq!((full.messages.len(), full.more), (WOVEN_MOST, false));
        commands::note(p, &actor, &two.conversation, "Sist").await.expect("noted");
        let cut = look(p, &Scope::All, one.number, &[two.number]).await.expect("two");
        assert_eq!((cut.messages.len(), cut.more), (WOVEN_MOST, true));
        assert_eq!(cut.messages.last().map(|one| one.words.as_str()), Some("Sist"));
    });
}

/// What colleagues see of a conversation, but for its history.
async fn seen(p: &Platform, id: &ConversationId) -> String {
    let it = thread(p, id).await;
    let said: Vec<String> = it.messages.iter().map(|one| format!("{} {}", one.id, one.body)).collect();
    let people: Vec<_> = it.participants.iter().map(|one| (&one.mailbox.address, one.state)).collect();
    let mut tags: Vec<&str> = it.tags.iter().map(|one| one.name.as_str()).collect();
    tags.sort_unstable();
    let items: Vec<_> = it.checklist.iter().map(|one| (&one.text, one.done_at)).collect();
    let (c, spent) = (&it.conversation, it.spent.len());
    format!(
        "{:?} {:?} {:?} {:?} {:?} {said:?} {people:?} {tags:?} {items:?} {spent}",
        c.state, c.clocks, c.snippet, c.snoozed, c.customer_spoke_last
    )
}

/// One thing that colleagues or customers do, so that conversations differ in all that a merge moves.
async fn something(p: &Platform, actor: &Actor, rng: &mut Rng, id: &ConversationId, n: usize) {
    let done = match rng.u8(..6) {
        0 => commands::note(p, actor, id, &format!("Note {n}")).await.map(drop),
        1 => commands::add_items(p, actor, id, &format!("Thing {n}")).await.map(drop),
        2 => commands::close(p, actor, id, Some("x")).await.map(drop),
        3 => commands::set_participant(p, actor, id, OLA, ParticipantState::Confirmed).await,
        4 => {
            let step = commands::new_step(p);
            let word = format!("tag{}", rng.u8(..3));
            commands::do_with(p, actor, id, &commands::Several::Tag(word), &step).await.map(drop)
        }
        _ => commands::follow(p, actor, id, true).await,
    };
    // What a conversation does not allow just then is not done.
    assert!(!matches!(done, Err(CommandError::Fault(_))), "{done:?}");
}

/// Whatever stands in some conversations, and in whichever order they became one: taken apart the last one first, each is
/// as it was.
#[test]
fn merging_and_taking_apart_leaves_everything_as_it_was() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        for seed in 0..8 {
            let rng = &mut Rng::with_seed(seed);
            let mut all = Vec::new();
            for n in 0..4 {
                let from = if rng.bool() { KARI } else { OLA };
                let text = format!("Mail {seed} {n}{}", "!".repeat(usize::try_from(seed).expect("small") * 4 + n));
                all.push(take_in(p, mail(p, from, &format!("S {seed} {n}"), &text)).await);
                test.clock.advance(SignedDuration::from_mins(rng.i64(1..90)));
            }
            for n in 0..16 {
                let at = rng.usize(..all.len());
                something(p, &actor, rng, &all[at].conversation, n).await;
                test.clock.advance(SignedDuration::from_mins(rng.i64(0..30)));
            }
            let mut apart: Vec<usize> = (0..all.len()).collect();
            let mut merged = Vec::new();
            while apart.len() > 1 {
                let source = apart.swap_remove(rng.usize(..apart.len()));
                let target = apart[rng.usize(..apart.len())];
                let ids = (&all[source].conversation, &all[target].conversation);
                let were = (seen(p, ids.0).await, seen(p, ids.1).await);
                commands::merge(p, &actor, ids.0, all[target].number).await.expect("merged");
                merged.push((source, target, were));
            }
            healthy(p).await;
            while let Some((source, target, were)) = merged.pop() {
                let ids = (&all[source].conversation, &all[target].conversation);
                commands::undo_merge(p, &actor, ids.0).await.expect("taken apart");
                assert_eq!(seen(p, ids.0).await, were.0, "seed {seed}: what went");
                assert_eq!(seen(p, ids.1).await, were.1, "seed {seed}: what stayed");
            }
            healthy(p).await;
        }
    });
}
