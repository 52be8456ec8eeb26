//! Taking back what one did, on one conversation and on several: as it was before, or untouched.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::StepId;
use crate::commands::{Several, TakenBack};
use crate::model::{Also, ItemChange, MacroAct, Snooze, Stood};

const KARI: &str = "kari@post.example";

async fn stood(p: &Platform, id: &ConversationId) -> Stood {
    let it = find(p, id).await;
    let thread = thread(p, id).await;
    Stood::of(&it, thread.tags.into_iter().map(|tag| tag.id).collect(), &thread.checklist)
}

async fn undo(p: &Platform, actor: &Actor, step: Option<StepId>) -> Vec<TakenBack> {
    commands::undo(p, actor, &step.expect("a step")).await.expect("taken back")
}

async fn jonas(p: &Platform, role: Role) -> Actor {
    hired(p, &format!("{role:?}"), role).await.actor()
}

#[test]
fn each_step_is_taken_back_as_it_was_and_only_once_by_who_did_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let other = jonas(p, Role::Agent).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let hour = Snooze::Until(p.clock.business() + SignedDuration::from_hours(1));
        let words = ["motor".to_owned(), "haster".to_owned()];
        commands::tag(p, &actor, id, &["sykkel".into()]).await.expect("tagged");
        for n in 0..7 {
            test.clock.advance_business(SignedDuration::from_mins(1));
            let before = stood(p, id).await;
            let step = match n {
                0 => commands::assign(p, &actor, id, Some(&me)).await,
                1 => commands::close(p, &actor, id, Some("Ringte")).await,
                2 => commands::set_state(p, &actor, id, State::WaitingOthers, None).await,
                3 => commands::retag(p, &actor, id, &words, &["sykkel".into()]).await,
                4 => commands::snooze(p, &actor, id, hour).await,
                5 => commands::assign(p, &actor, id, Some(&me)).await,
                _ => commands::set_state(p, &actor, id, State::Open, None).await,
            };
            let step = step.expect("done");
            assert_ne!(stood(p, id).await, before, "step {n}");
            let stranger = commands::undo(p, &other, step.as_ref().expect("a step")).await;
            assert!(matches!(stranger, Err(CommandError::NotFound)));
            // Having seen it is no change.
            commands::read(p, &actor, id).await.expect("read");
            let all = undo(p, &actor, step.clone()).await;
            assert_eq!((all.len(), all[0].left), (1, None), "step {n}");
            let now = stood(p, id).await;
            assert_eq!(Stood { unread: before.unread, ..now }, before, "step {n}");
            let again = commands::undo(p, &actor, step.as_ref().expect("a step")).await;
            assert!(matches!(again, Err(CommandError::Refused(Refusal::AlreadyUndone))));
        }
        assert_eq!(happened(&thread(p, id).await, "conversation.step_undone"), 7);
        let nothing = commands::assign(p, &actor, id, None).await.expect("as it is");
        assert_eq!(nothing, None, "what changes nothing is no step");
        healthy(p).await;
    });
}

#[test]
fn what_somebody_changed_since_stays_and_the_rest_is_taken_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut ids = Vec::new();
        for subject in ["Motoren", "Sadelen", "Bremsen"] {
            ids.push(take_in(p, mail(p, KARI, subject, subject)).await.conversation);
        }
        let step = commands::new_step(p);
        for id in &ids {
            let kept = commands::do_with(p, &actor, id, &Several::Assign(Some(me.clone())), &step).await;
            assert!(kept.expect("done"));
        }
        let other = jonas(p, Role::Agent).await;
        commands::assign(p, &other, &ids[1], None).await.expect("somebody else");
        let before = stood(p, &ids[1]).await;
        let all = commands::undo(p, &actor, &step).await.expect("taken back");
        let left = ids.iter().map(|id| all.iter().find(|one| one.conversation == *id).expect("told").left);
        assert_eq!(left.collect::<Vec<_>>(), [None, Some(Some(Refusal::ChangedSince)), None]);
        assert_eq!(stood(p, &ids[1]).await, before, "untouched");
        assert_eq!((find(p, &ids[0]).await.assignee, find(p, &ids[0]).await.state), (None, State::New));
        let again = commands::undo(p, &actor, &step).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::AlreadyUndone))), "also what was left");

        // A customer's word after closing is a change.
        let closed = commands::close(p, &actor, &ids[2], Some("x")).await.expect("closed");
        let mut again = mail(p, KARI, "Re: Bremsen", "Ennå ødelagt");
        again.references = vec!["Bremsen-7@post.example".into()];
        assert_eq!(take_in(p, again).await.conversation, ids[2]);
        assert_eq!(undo(p, &actor, closed).await[0].left, Some(Some(Refusal::ChangedSince)));
        assert_eq!(find(p, &ids[2]).await.state, State::Open);
        healthy(p).await;
    });
}

#[test]
fn it_is_possible_for_half_an_hour_and_forgotten_then() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let step = commands::assign(p, &actor, id, Some(&me)).await.expect("assigned").expect("a step");
        let shown = async |p: &Platform| {
            let mut conn = p.db.read().await.expect("read");
            queries::step(&mut conn, &me, &step, p.clock.machine()).await.expect("asked")
        };
        assert_eq!(shown(p).await.expect("can be taken back").said[0].message, "event-assigned");
        test.clock.advance_machine(SignedDuration::from_mins(30));
        assert!(shown(p).await.is_none());
        let late = commands::undo(p, &actor, &step).await;
        assert!(matches!(late, Err(CommandError::Refused(Refusal::UndoOver))));
        let job = claim(p, commands::STEP_SWEEP_JOB).await.expect("swept once");
        commands::sweep_steps(p, &job).await.expect("swept");
        assert!(matches!(commands::undo(p, &actor, &step).await, Err(CommandError::NotFound)));
        let light = jonas(p, Role::Light).await;
        assert!(matches!(commands::undo(p, &light, &step).await, Err(CommandError::Forbidden)));
        healthy(p).await;
    });
}

#[test]
fn what_a_macro_put_on_the_checklist_goes_with_it_unless_it_was_done() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        commands::add_items(p, &actor, id, "Ring").await.expect("added");
        let before = stood(p, id).await;
        let acts = ["checklist:Bestill delen|Skriv til verkstedet", "tag:motor"];
        let also = Also { acts: acts.iter().filter_map(|act| MacroAct::from_code(act)).collect(), ..Also::default() };
        let step = commands::act(p, &actor, id, None, also.clone()).await.expect("done");
        let mut conn = p.db.read().await.expect("read");
        let done = queries::step(&mut conn, &me, step.as_ref().expect("a step"), p.clock.machine()).await;
        let said = done.expect("asked").expect("can be taken back").said;
        assert_eq!(said.iter().map(|one| one.message).collect::<Vec<_>>(), ["event-tagged", "event-items-added"]);
        drop(conn);
        assert_eq!(stood(p, id).await.items.len(), 3);
        // What others put down or tick off beside it stays.
        let own = commands::add_items(p, &actor, id, "Vask sykkelen").await.expect("added");
        assert_eq!(undo(p, &actor, step).await[0].left, None);
        commands::change_item(p, &actor, &own[0], ItemChange::Removed).await.expect("removed");
        assert_eq!(stood(p, id).await, before);

        let only = Also { acts: also.acts[..1].to_vec(), ..Also::default() };
        let step = commands::act(p, &actor, id, None, only).await.expect("done");
        let item = thread(p, id).await.checklist.remove(1);
        commands::change_item(p, &actor, &item.id, ItemChange::Done).await.expect("done");
        let ticked = stood(p, id).await;
        assert_eq!(undo(p, &actor, step).await[0].left, Some(Some(Refusal::ChangedSince)));
        assert_eq!(stood(p, id).await, ticked, "what is done is not taken away");
        healthy(p).await;
    });
}

#[test]
fn what_the_customer_wrote_before_a_reply_was_taken_back_is_owed_an_answer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        commands::reply(p, &actor, &id, reply("Vi ser på det.")).await.expect("reply");
        test.clock.advance_business(SignedDuration::from_hours(1));
        let second = commands::reply(p, &actor, &id, reply("En ting til")).await.expect("reply");
        test.clock.advance(SignedDuration::from_secs(3));
        let more = Inbound { references: vec!["Motoren-3@post.example".into()], ..mail(p, KARI, "Motoren", "Haster!") };
        assert_eq!(take_in(p, more).await.conversation, id);
        let written = find(p, &id).await;
        assert!(written.clocks.next_due.is_some());

        test.clock.advance(SignedDuration::from_secs(3));
        commands::undo_send(p, &actor, &second).await.expect("in time");
        let after = find(p, &id).await;
        assert_eq!((after.state, after.customer_spoke_last), (State::Open, true));
        assert_eq!((after.clocks, after.snippet), (written.clocks, written.snippet));
        healthy(p).await;
    });
}
