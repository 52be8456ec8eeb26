//! Turns on both engines: fair, within caps also when mails come at the same time, and told.

use people::staff::Staff;
use people::workload::{self, Workload};

use super::standing_in::{colleague, leaves};
use super::*;
use crate::{Snooze, TurnOrder};

async fn takes(p: &Platform, one: &Staff, cap: Option<i64>, weight: i64) {
    let mut tx = p.begin().await.expect("begin");
    workload::set(&mut tx, &Actor::System, &one.id, Workload { cap, weight }).await.expect("set");
    tx.commit().await.expect("commit");
}

async fn comes(p: &Platform, n: usize) -> crate::Conversation {
    let placed = take_in(p, mail(p, &format!("c{n}@post.example"), &format!("Matter {n}"), "Hei")).await;
    find(p, &placed.conversation).await
}

async fn admin(p: &Platform) -> Actor {
    let (_, ingrid) = ingrid(p).await;
    let id = ingrid.staff_id().expect("hers").to_owned();
    // She is in no line: who looks after settings here does not answer.
    let mut tx = p.begin().await.expect("begin");
    tx.run("UPDATE staff SET role = 'light' WHERE id = $1", platform::vals![id.as_str()]).await.expect("light");
    tx.commit().await.expect("commit");
    Actor::System
}

#[test]
fn what_is_new_goes_round_and_passes_over_who_is_away_or_full() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let (anne, bo, cai) = (colleague(p, "Anne").await, colleague(p, "Bo").await, colleague(p, "Cai").await);
        assert_eq!(comes(p, 0).await.assignee, None, "off until somebody turns it on");
        commands::set_turns(p, &by, None, Some(TurnOrder::Least)).await.expect("on");
        let mut got = Vec::new();
        for n in 1..=3 {
            got.push(comes(p, n).await.assignee.expect("somebody's"));
        }
        assert_eq!(got, [anne.id.clone(), bo.id.clone(), cai.id.clone()]);
        takes(p, &anne, Some(1), 100).await;
        leaves(p, &bo, None).await;
        let fourth = comes(p, 4).await;
        assert_eq!((fourth.assignee.clone(), fourth.state), (Some(cai.id.clone()), State::Open));
        takes(p, &cai, Some(2), 50).await;
        assert_eq!(comes(p, 5).await.assignee, None, "all are away or full: it waits");
        commands::close(p, &cai.actor(), &fourth.id, Some("Done")).await.expect("closed");
        assert_eq!(comes(p, 6).await.assignee, Some(cai.id.clone()), "room again");

        let facts =
            log::history(&mut p.db.read().await.expect("read"), &format!("conversation:{}", fourth.id), 50).await;
        let given = facts.expect("history").into_iter().find(|fact| fact.kind == "conversation.assigned");
        let given = given.expect("told");
        assert!(
            given.actor == "system"
                && given.payload.contains("\"why\":{\"is\":\"turn\",\"by\":\"least_open\",\"open\":1}"),
            "{}",
            given.payload
        );
        let mut conn = p.db.read().await.expect("read");
        let lines = queries::turns(&mut conn, p.clock.business()).await.expect("lines");
        let codes: Vec<_> = lines[0]
            .line
            .iter()
            .map(|one| (one.of.name.as_str(), crate::rules::turns::passed_over(&one.of).map(|why| why.code())))
            .collect();
        let passed =
            [("Anne", Some("full")), ("Bo", Some("away")), ("Cai", Some("full")), ("Ingrid Moen", Some("unable"))];
        assert_eq!(codes.len(), 4);
        for one in passed {
            assert!(codes.contains(&one), "{codes:?}");
        }
    });
}

#[test]
fn each_department_has_a_line_of_its_own_and_machines_take_nobodys_turn() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        people::department::set(&mut tx, &Actor::System, &shop, "Shop", std::slice::from_ref(&bo.id))
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        commands::set_turns(p, &by, Some(&shop), Some(TurnOrder::Least)).await.expect("on");
        let to_shop = |n: usize| {
            let mut inbound = mail(p, &format!("s{n}@post.example"), &format!("Shop {n}"), "Hei");
            inbound.department = Some(shop.clone());
            inbound
        };
        for n in 0..2 {
            let placed = take_in(p, to_shop(n)).await;
            assert_eq!(find(p, &placed.conversation).await.assignee, Some(bo.id.clone()));
        }
        assert_eq!(comes(p, 1).await.assignee, None, "what belongs to none is not given out");
        let mut machine = to_shop(7);
        machine.automatic = Some("auto_submitted".into());
        let placed = take_in(p, machine).await;
        assert_eq!(find(p, &placed.conversation).await.assignee, None);
        let refused = commands::set_turns(p, &anne.actor(), Some(&shop), None).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        let nowhere = "dep_00000000000000000000000009".parse().expect("an id");
        let refused = commands::set_turns(p, &by, Some(&nowhere), Some(TurnOrder::Least)).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchDepartment))));
        commands::set_turns(p, &by, Some(&shop), None).await.expect("off");
        let placed = take_in(p, to_shop(9)).await;
        assert_eq!(find(p, &placed.conversation).await.assignee, None);
    });
}

#[test]
fn mails_at_the_same_time_never_break_a_cap_or_the_order() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let all = [colleague(p, "Anne").await, colleague(p, "Bo").await, colleague(p, "Cai").await];
        for one in &all {
            takes(p, one, Some(3), 100).await;
        }
        commands::set_turns(p, &by, None, Some(TurnOrder::Least)).await.expect("on");
        let mut coming = tokio::task::JoinSet::new();
        for n in 0..12 {
            let p = p.clone();
            coming.spawn(async move { comes(&p, n).await.assignee });
        }
        let got = coming.join_all().await;
        for one in &all {
            assert_eq!(got.iter().filter(|to| to.as_ref() == Some(&one.id)).count(), 3, "{got:?}");
        }
        assert_eq!(got.iter().filter(|to| to.is_none()).count(), 3, "what nobody takes waits");
    });
}

async fn writes_again(p: &Platform, n: usize) -> crate::Conversation {
    let mut answer = mail(p, &format!("c{n}@post.example"), &format!("Re: Matter {n}"), "Still not mended.");
    answer.references = vec![format!("Matter {n}-3@post.example")];
    answer.mail_id = Some(format!("again-{n}@post.example"));
    let placed = take_in(p, answer).await;
    find(p, &placed.conversation).await
}

async fn why(p: &Platform, id: &ConversationId) -> String {
    let facts = log::history(&mut p.db.read().await.expect("read"), &format!("conversation:{id}"), 50).await;
    let mut facts = facts.expect("history").into_iter().filter(|fact| fact.kind == "conversation.assigned");
    facts.next_back().expect("told").payload
}

#[test]
fn what_is_opened_again_and_what_goes_to_a_deputy_keeps_within_caps() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let (anne, bo, cai) = (colleague(p, "Anne").await, colleague(p, "Bo").await, colleague(p, "Cai").await);
        let (one, two, three) = (comes(p, 1).await, comes(p, 2).await, comes(p, 3).await);
        for (it, to) in [(&one, &anne), (&two, &anne), (&three, &bo)] {
            commands::assign(p, &by, &it.id, Some(&to.id)).await.expect("given");
        }
        commands::close(p, &anne.actor(), &one.id, Some("Done")).await.expect("solved");
        commands::set_state(p, &anne.actor(), &two.id, State::WaitingCustomer, None).await.expect("waits");
        let extra = comes(p, 4).await;
        commands::assign(p, &by, &extra.id, Some(&anne.id)).await.expect("given");
        takes(p, &anne, Some(1), 100).await;
        // What waited for its customer does not come back to who has as much as they take, either.
        assert_eq!(writes_again(p, 2).await.assignee, None);
        assert!(why(p, &two.id).await.contains("{\"is\":\"full\",\"owner\":\"Anne\"}"), "{}", why(p, &two.id).await);
        // Solved and taken up again, it goes back to nobody, and says why.
        let again = writes_again(p, 1).await;
        assert_eq!((again.id.clone(), again.state, again.assignee), (one.id.clone(), State::Open, None));
        assert!(why(p, &one.id).await.contains("{\"is\":\"full\",\"owner\":\"Anne\"}"), "{}", why(p, &one.id).await);
        // Where turns are given out, to whose turn it is.
        commands::assign(p, &by, &one.id, Some(&anne.id)).await.expect("by hand she may have more");
        commands::close(p, &anne.actor(), &one.id, Some("Done")).await.expect("solved");
        commands::set_turns(p, &by, None, Some(TurnOrder::Least)).await.expect("on");
        let person = Actor::Customer { id: one.person.to_string() };
        commands::take_up(p, &person, &one.id).await.expect("taken up");
        assert_eq!(find(p, &one.id).await.assignee, Some(cai.id.clone()));
        assert!(why(p, &one.id).await.contains("\"name\":\"Cai\""));
        commands::set_turns(p, &by, None, None).await.expect("off");

        // A deputy who is full is not given more.
        leaves(p, &bo, Some(&anne)).await;
        let now = writes_again(p, 3).await;
        assert_eq!(now.assignee, None);
        let told = why(p, &three.id).await;
        assert!(told.contains("\"owner\":\"Bo\"") && told.contains("\"deputy\":\"Anne\""), "{told}");
        takes(p, &anne, None, 100).await;
        commands::assign(p, &by, &three.id, Some(&bo.id)).await.expect("given");
        let mut answer = mail(p, "c3@post.example", "Re: Matter 3", "And now?");
        answer.references = vec!["Matter 3-3@post.example".into()];
        take_in(p, answer).await;
        assert_eq!(find(p, &three.id).await.assignee, Some(anne.id.clone()));
    });
}

#[test]
fn what_comes_back_from_being_put_away_keeps_within_caps() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        let (away, extra) = (comes(p, 1).await, comes(p, 2).await);
        let put_away = async || {
            let until = Snooze::Until(p.clock.business() + SignedDuration::from_hours(2));
            commands::snooze(p, &anne.actor(), &away.id, until).await.expect("put away");
        };
        let comes_back = async || {
            test.clock.advance_business(SignedDuration::from_hours(3));
            let job = claim(p, commands::WAKE_JOB).await.expect("an alarm");
            commands::wake_up(p, &job).await.expect("rings");
            let now = find(p, &away.id).await;
            assert_eq!((now.snoozed, now.state), (None, State::Open));
            now.assignee
        };
        for it in [&away, &extra] {
            commands::assign(p, &by, &it.id, Some(&anne.id)).await.expect("given");
        }
        put_away().await;
        takes(p, &anne, Some(2), 100).await;
        assert_eq!(comes_back().await, Some(anne.id.clone()), "there is room");
        put_away().await;
        takes(p, &anne, Some(1), 100).await;
        assert_eq!(comes_back().await, None);
        assert!(why(p, &away.id).await.contains("{\"is\":\"full\",\"owner\":\"Anne\"}"), "{}", why(p, &away.id).await);

        commands::assign(p, &by, &away.id, Some(&anne.id)).await.expect("by hand she may have more");
        put_away().await;
        commands::wake(p, &anne.actor(), &away.id).await.expect("back");
        assert_eq!(find(p, &away.id).await.assignee, Some(anne.id.clone()), "by hand, too");
        put_away().await;
        commands::set_turns(p, &by, None, Some(TurnOrder::Least)).await.expect("on");
        assert_eq!(comes_back().await, Some(bo.id.clone()), "whose turn it is");
        // Whatever wakes it: a message of its customer does.
        commands::assign(p, &by, &away.id, Some(&anne.id)).await.expect("given");
        put_away().await;
        assert_eq!(writes_again(p, 1).await.assignee, Some(bo.id.clone()));
    });
}

#[test]
fn what_a_failed_mail_or_a_held_reply_brings_back_keeps_within_caps() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let anne = colleague(p, "Anne").await;
        let (failed, held, extra) = (comes(p, 1).await, comes(p, 2).await, comes(p, 3).await);
        for it in [&failed, &held, &extra] {
            commands::assign(p, &by, &it.id, Some(&anne.id)).await.expect("given");
        }
        commands::reply(p, &anne.actor(), &failed.id, reply("It left today.")).await.expect("reply");
        let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
        commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        let due = p.clock.business() + SignedDuration::from_hours(2);
        let later = NewReply { later: Some(due), ..reply("More tomorrow.") };
        commands::reply(p, &anne.actor(), &held.id, later).await.expect("scheduled");
        let solves = NewReply { then: AfterReply::Solve, ..reply("All is well.") };
        commands::reply(p, &anne.actor(), &held.id, solves).await.expect("solved");
        takes(p, &anne, Some(1), 100).await;

        commands::report_delivery(p, &job, Report::Failed("550 no".into())).await.expect("report");
        test.clock.advance(SignedDuration::from_hours(2));
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time");
        commands::release(p, &job).await.expect("released");
        for it in [&failed, &held] {
            let now = find(p, &it.id).await;
            assert_eq!((now.state, now.unread, now.assignee), (State::Open, true, None), "{}", now.subject);
            assert!(why(p, &it.id).await.contains("{\"is\":\"full\",\"owner\":\"Anne\"}"), "{}", now.subject);
        }
    });
}

#[test]
fn answers_at_the_same_time_to_what_waited_never_break_a_cap() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let by = admin(p).await;
        let anne = colleague(p, "Anne").await;
        for n in 1..=5 {
            let it = comes(p, n).await;
            commands::assign(p, &by, &it.id, Some(&anne.id)).await.expect("given");
            commands::set_state(p, &anne.actor(), &it.id, State::WaitingCustomer, None).await.expect("waits");
        }
        takes(p, &anne, Some(2), 100).await;
        let mut coming = tokio::task::JoinSet::new();
        for n in 1..=5 {
            let p = p.clone();
            coming.spawn(async move { writes_again(&p, n).await.assignee });
        }
        let got = coming.join_all().await;
        assert_eq!(got.iter().filter(|to| to.as_ref() == Some(&anne.id)).count(), 2, "{got:?}");
    });
}
