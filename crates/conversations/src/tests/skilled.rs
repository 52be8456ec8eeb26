//! What turns need, on both engines: skills and languages, what becomes of what nobody can take, and how even it was.

use people::skill::{self, SkillId};
use people::staff::Staff;

use super::standing_in::{colleague, leaves};
use super::*;
use crate::{Lacking, TurnNeed, TurnNeedOf, TurnOrder};

async fn writes(p: &Platform, one: &Staff, languages: &[Language]) {
    let mut tx = p.begin().await.expect("begin");
    skill::set_writes(&mut tx, &Actor::System, &one.id, languages).await.expect("set");
    tx.commit().await.expect("commit");
}

async fn able(p: &Platform, name: &str, those: &[&Staff]) -> SkillId {
    let mut tx = p.begin().await.expect("begin");
    let made = skill::make(&mut tx, &Actor::System, name).await.expect("made").id;
    for one in those {
        skill::set_skills(&mut tx, &Actor::System, &one.id, std::slice::from_ref(&made)).await.expect("set");
    }
    tx.commit().await.expect("commit");
    made
}

async fn comes(p: &Platform, n: usize, language: Language, mailbox: Option<&str>) -> crate::Conversation {
    let mut inbound = mail(p, &format!("c{n}@post.example"), &format!("Matter {n}"), "Hei");
    inbound.language = Some(language);
    inbound.mailbox = mailbox.map(str::to_owned);
    let placed = take_in(p, inbound).await;
    find(p, &placed.conversation).await
}

/// What the history says of who got it, or that nobody did: kind and payload, the newest last.
async fn told(p: &Platform, id: &ConversationId) -> Vec<(String, String)> {
    let facts = log::history(&mut p.db.read().await.expect("read"), &format!("conversation:{id}"), 50).await;
    let facts = facts.expect("history").into_iter().map(|fact| (fact.kind, fact.payload));
    facts.filter(|(kind, _)| kind == "conversation.assigned" || kind == "conversation.turn_waits").collect()
}

/// Ingrid, who would stand in every line, answers nobody here.
async fn alone(p: &Platform) {
    let (ingrid, _) = ingrid(p).await;
    let mut tx = p.begin().await.expect("begin");
    tx.run("UPDATE staff SET role = 'light' WHERE id = $1", platform::vals![ingrid.as_str()]).await.expect("light");
    tx.commit().await.expect("commit");
}

async fn goes_on(test: &TestPlatform) {
    test.clock.advance_business(SignedDuration::from_mins(10));
    let job = claim(&test.platform, commands::GIVE_JOB).await.expect("it looks again");
    commands::give_out(&test.platform, &job).await.expect("given out");
}

#[test]
fn a_conversation_goes_to_who_writes_its_language_and_else_as_the_house_decides() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        alone(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        writes(p, &anne, &[Language::Nb, Language::En]).await;
        writes(p, &bo, &[Language::Da]).await;
        commands::set_turns(p, &Actor::System, None, Some(TurnOrder::Least)).await.expect("on");
        commands::set_lacking(p, &Actor::System, true, Lacking::Wait).await.expect("set");
        for n in 0..3 {
            assert_eq!(comes(p, n, Language::Da, None).await.assignee, Some(bo.id.clone()), "however much he has");
        }
        leaves(p, &bo, None).await;
        let waits = comes(p, 4, Language::Da, None).await;
        assert_eq!((waits.assignee, waits.state), (None, State::New));
        let (kind, payload) = told(p, &waits.id).await.pop().expect("told");
        assert_eq!(kind, "conversation.turn_waits");
        assert!(payload.contains("{\"language\":\"da\"}") && payload.contains("\"back\":\"20"), "{payload}");
        goes_on(&test).await;
        assert_eq!(find(p, &waits.id).await.assignee, None);
        assert_eq!(told(p, &waits.id).await.len(), 1, "that it waits is told once");

        // As soon as somebody can take it, they have it.
        writes(p, &anne, &[]).await;
        goes_on(&test).await;
        let now = find(p, &waits.id).await;
        assert_eq!((now.assignee, now.state), (Some(anne.id.clone()), State::Open));
        assert!(told(p, &waits.id).await.pop().expect("told").1.contains("\"is\":\"turn\""));
        test.clock.advance_business(SignedDuration::from_mins(20));
        assert!(claim(p, commands::GIVE_JOB).await.is_none(), "nothing waits, nobody looks");

        writes(p, &anne, &[Language::Nb]).await;
        commands::set_lacking(p, &Actor::System, true, Lacking::Anyone).await.expect("set");
        let taken = comes(p, 5, Language::Da, None).await;
        assert_eq!(taken.assignee, Some(anne.id.clone()), "no customer waits for it");
        let (_, payload) = told(p, &taken.id).await.pop().expect("told");
        assert!(payload.contains("\"without\":{\"language\":\"da\"}"), "{payload}");
    });
}

#[test]
fn what_waits_is_reached_behind_all_others_and_after_it_was_put_away() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        alone(p).await;
        let anne = colleague(p, "Anne").await;
        writes(p, &anne, &[Language::Nb]).await;
        commands::set_turns(p, &Actor::System, None, Some(TurnOrder::Least)).await.expect("on");
        commands::set_lacking(p, &Actor::System, true, Lacking::Wait).await.expect("set");
        let (away, behind) = (comes(p, 1, Language::Da, None).await.id, comes(p, 2, Language::Da, None).await.id);
        let until = crate::Snooze::Until(p.clock.business() + SignedDuration::from_hours(2));
        commands::snooze(p, &anne.actor(), &away, until).await.expect("put away");
        // More than are read at once have waited for longer.
        let rows: Vec<_> = (1..=500).map(|n| format!("('cnv_{n:026}', 0)")).collect();
        let mut tx = p.begin().await.expect("begin");
        let sql = format!("INSERT INTO turn_waiting (conversation, since) VALUES {}", rows.join(", "));
        tx.run(&sql, platform::vals![]).await.expect("kept");
        tx.commit().await.expect("commit");
        writes(p, &anne, &[]).await;
        goes_on(&test).await;
        assert_eq!(find(p, &behind).await.assignee, Some(anne.id.clone()));
        assert_eq!(find(p, &away).await.assignee, None, "it is put away");
        test.clock.advance_business(SignedDuration::from_hours(3));
        let job = claim(p, commands::WAKE_JOB).await.expect("an alarm");
        commands::wake_up(p, &job).await.expect("rings");
        goes_on(&test).await;
        assert_eq!(find(p, &away).await.assignee, Some(anne.id.clone()), "back, it has its turn");
    });
}

#[test]
fn departments_mailboxes_and_tags_need_skills() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        alone(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        let brass = able(p, "Brass", &[&bo]).await;
        commands::set_turns(p, &Actor::System, None, Some(TurnOrder::Least)).await.expect("on");
        let need = |of: TurnNeedOf| TurnNeed { of, skill: brass.clone() };
        let by_box = need(TurnNeedOf::Mailbox("m1".into()));
        commands::set_turn_need(p, &Actor::System, by_box.clone(), true).await.expect("needed");
        for n in 0..2 {
            assert_eq!(comes(p, n, Language::Nb, Some("m1")).await.assignee, Some(bo.id.clone()));
        }
        assert_eq!(comes(p, 3, Language::Nb, Some("m2")).await.assignee, Some(anne.id.clone()));
        commands::set_turn_need(p, &Actor::System, by_box, false).await.expect("needed no more");
        assert_eq!(comes(p, 4, Language::Nb, Some("m1")).await.assignee, Some(anne.id.clone()));

        // What bears a tag is given out again when its owner is away.
        let it = comes(p, 5, Language::Nb, None).await;
        commands::tag(p, &anne.actor(), &it.id, &["Horns".to_owned()]).await.expect("tagged");
        commands::set_turn_need(p, &Actor::System, need(TurnNeedOf::Tag("HORNS".into())), true).await.expect("needed");
        let kept = settings::turns(&mut p.db.read().await.expect("read")).await.expect("read");
        assert!(kept.needs.contains(&need(TurnNeedOf::Tag("Horns".into()))), "as it is written: {kept:?}");
        for (of, why) in [
            (TurnNeedOf::Tag("Nothing".into()), "a tag"),
            (TurnNeedOf::Department("dep_x".into()), "a department"),
            (TurnNeedOf::Mailbox(String::new()), "a mailbox"),
        ] {
            let refused = commands::set_turn_need(p, &Actor::System, need(of), true).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchTurnNeed))), "{why}");
        }
        let refused = commands::set_turn_need(p, &anne.actor(), need(TurnNeedOf::Tag("Horns".into())), true).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        let refused = commands::set_lacking(p, &anne.actor(), true, Lacking::Wait).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));

        // Waits for who can; the skill that is gone is needed no more.
        leaves(p, &bo, None).await;
        commands::set_lacking(p, &Actor::System, false, Lacking::Wait).await.expect("set");
        commands::set_turn_need(p, &Actor::System, need(TurnNeedOf::Mailbox("m1".into())), true).await.expect("needed");
        let waits = comes(p, 6, Language::Nb, Some("m1")).await;
        assert_eq!(waits.assignee, None);
        assert!(told(p, &waits.id).await.pop().expect("told").1.contains("{\"skill\":\"Brass\"}"));
        let mut tx = p.begin().await.expect("begin");
        skill::remove(&mut tx, &Actor::System, &brass).await.expect("removed");
        tx.commit().await.expect("commit");
        goes_on(&test).await;
        assert_eq!(find(p, &waits.id).await.assignee, Some(anne.id.clone()));
    });
}

#[test]
fn round_robin_goes_round_whatever_everybody_has_and_shares_are_counted() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        alone(p).await;
        let (anne, bo) = (colleague(p, "Anne").await, colleague(p, "Bo").await);
        for n in 0..3 {
            let it = comes(p, n, Language::Nb, None).await;
            commands::assign(p, &Actor::System, &it.id, Some(&anne.id)).await.expect("given");
        }
        commands::set_turns(p, &Actor::System, None, Some(TurnOrder::Round)).await.expect("on");
        let mut got = Vec::new();
        for n in 3..7 {
            got.push(comes(p, n, Language::Nb, None).await.assignee.expect("somebody's"));
        }
        assert_eq!(got, [&anne, &bo, &anne, &bo].map(|one| one.id.clone()));
        leaves(p, &bo, None).await;
        comes(p, 8, Language::Nb, None).await;
        let mut conn = p.db.read().await.expect("read");
        let now = p.clock.business();
        let all = queries::turn_shares(&mut conn, now, 30, None).await.expect("read");
        let shares: Vec<_> =
            all[0].all.iter().map(|one| (one.name.as_str(), one.counted.given, one.counted.away)).collect();
        assert_eq!((all.len(), all[0].turns, all[0].n), (1, 5, 2));
        assert_eq!(shares, [("Anne", 3, 0), ("Bo", 2, 1)]);
        assert!(all[0].jain.is_some_and(|jain| (jain - 25.0 / 26.0).abs() < 1e-9), "{:?}", all[0].jain);
        let own = queries::turn_shares(&mut conn, now, 30, Some(&bo.id)).await.expect("read");
        assert_eq!((own[0].all.len(), own[0].jain), (1, None), "one's own alone");
        let before = queries::turn_shares(&mut conn, now + SignedDuration::from_hours(24 * 40), 30, None).await;
        assert!(before.expect("read").is_empty(), "long ago");
    });
}
