//! Service policies on both engines: chosen, chosen anew, clocked by, warned of, missed, previewed.

use base::Instant;

use super::*;
use crate::ServicePolicyId;
use crate::events::ClockKind;
use crate::model::{ServiceHours, ServiceLevels, ServicePolicy, ServiceTarget, ServiceWhen, Warn, WhenLate};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn target(minutes: i64) -> ServiceTarget {
    ServiceTarget { minutes, hours: ServiceHours::Always }
}

/// A policy of what bears a tag, or of everything: so many hours to replies, and to a solution.
fn policy(p: &Platform, name: &str, tag: Option<&str>, hours: i64, resolution: Option<i64>) -> ServicePolicy {
    ServicePolicy {
        id: ServicePolicyId::next(&p.ids, p.clock.business()),
        version: 0,
        name: name.into(),
        when: ServiceWhen { tags: tag.into_iter().map(str::to_owned).collect(), ..ServiceWhen::default() },
        first: target(hours * 60),
        next: target(hours * 60),
        resolution: resolution.map(|hours| target(hours * 60)),
        warn: Some(Warn::Share(50)),
        late: WhenLate::default(),
    }
}

async fn set(p: &Platform, policies: Vec<ServicePolicy>) {
    let mut tx = p.begin().await.expect("begin");
    let levels = ServiceLevels { policies, hours: Vec::new() };
    assert_eq!(settings::checked(&levels), Ok(()));
    settings::set_service_levels(&mut tx, levels).await.expect("set");
    tx.commit().await.expect("commit");
}

/// Clocks what is open anew; answers in how many steps.
async fn clock_anew(p: &Platform) -> usize {
    let mut steps = 0;
    while let Some(job) = claim(p, commands::SERVICE_JOB).await {
        commands::reclock(p, &job).await.expect("clocked");
        steps += 1;
    }
    steps
}

async fn by(p: &Platform, id: &ConversationId) -> Option<ServicePolicyId> {
    find(p, id).await.goes_by.map(|by| by.policy)
}

async fn told(p: &Platform, id: &ConversationId) -> Vec<ConversationEvent> {
    let subject = format!("conversation:{id}");
    let facts = log::history(&mut p.db.read().await.expect("read"), &subject, 100).await.expect("history");
    facts.iter().rev().filter_map(platform::log::Recorded::read).collect()
}

/// Lets every job about clocks run that is due by now.
async fn pass(p: &Platform, test: &TestPlatform, time: SignedDuration) {
    test.clock.advance_business(time);
    for _ in 0..5 {
        let Some(job) = claim(p, commands::BREACH_JOB).await else { return };
        commands::breach(p, &job).await.expect("looked");
    }
}

fn due_in(it: &crate::Conversation, now: Instant) -> Option<SignedDuration> {
    it.clocks.due().map(|due| due.duration_since(now))
}

#[test]
fn the_first_policy_that_fits_holds_and_is_chosen_anew_with_its_tags() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let before = take_in(p, mail(p, "per@post.example", "Ror", "Løst.")).await.conversation;
        let (fast, all) = (policy(p, "Fast", Some("VIP"), 1, None), policy(p, "All", None, 12, None));
        set(p, vec![fast.clone(), all.clone()]).await;
        let now = p.clock.business();
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        assert_eq!(by(p, &id).await, Some(all.id.clone()));
        assert_eq!(due_in(&find(p, &id).await, now), Some(HOUR * 12));
        // What was open already is clocked anew by a job, not at once.
        assert_eq!((by(p, &before).await, find(p, &before).await.clocks.first_breached), (None, false));
        assert_eq!(clock_anew(p).await, 2, "one step with what there is, and one that finds no more");
        assert_eq!(by(p, &before).await, Some(all.id.clone()));
        // A tag is put on it: its deadline counts from when they wrote.
        test.clock.advance_business(HOUR / 2);
        let step = commands::tag(p, &actor, &id, &["vip".into()]).await.expect("tagged").expect("a step");
        assert_eq!(by(p, &id).await, Some(fast.id.clone()));
        assert_eq!(due_in(&find(p, &id).await, now), Some(HOUR));
        let chosen = told(p, &id).await.into_iter().filter_map(|fact| match fact {
            ConversationEvent::ServiceChosen { name, version, .. } => Some((name, version)),
            _ => None,
        });
        assert_eq!(chosen.collect::<Vec<_>>(), [("Fast".to_owned(), 1), ("All".to_owned(), 1)], "newest first");
        commands::undo(p, &actor, &step).await.expect("taken back");
        assert_eq!(by(p, &id).await, Some(all.id.clone()));
        assert_eq!(due_in(&find(p, &id).await, now), Some(HOUR * 12));
        // Closed, it keeps what it went by; without policies what is open goes by the usual times.
        commands::close(p, &actor, &before, Some("by phone")).await.expect("closed");
        set(p, Vec::new()).await;
        clock_anew(p).await;
        assert_eq!((by(p, &before).await, by(p, &id).await), (Some(all.id), None));
        assert_eq!(due_in(&find(p, &id).await, now), Some(HOUR * 24));
        merging::healthy(p).await;
    });
}

#[test]
fn a_changed_policy_goes_up_by_one_version_and_moves_what_runs() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let mut all = policy(p, "All", None, 12, None);
        set(p, vec![all.clone()]).await;
        clock_anew(p).await;
        let now = p.clock.business();
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let version = async || find(p, &id).await.goes_by.map(|by| by.version);
        assert_eq!(version().await, Some(1));
        all.name = "Everybody".into();
        set(p, vec![all.clone()]).await;
        clock_anew(p).await;
        assert_eq!(version().await, Some(1), "another name asks nothing else");
        all.first = target(120);
        set(p, vec![all.clone()]).await;
        clock_anew(p).await;
        assert_eq!((version().await, due_in(&find(p, &id).await, now)), (Some(2), Some(HOUR * 2)));
        // Kept as it is, nothing is to be done.
        set(p, vec![ServicePolicy { version: 7, ..all }]).await;
        assert_eq!(clock_anew(p).await, 0);
    });
}

#[test]
fn the_solution_is_due_less_the_time_that_others_had_the_word() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        set(p, vec![policy(p, "All", None, 12, Some(48))]).await;
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let began = p.clock.business();
        assert_eq!(due_in(&find(p, &id).await, began), Some(HOUR * 12), "the reply comes first");
        test.clock.advance(HOUR * 2);
        commands::reply(p, &actor, &id, reply("Vi ser på det.")).await.expect("sent");
        let it = find(p, &id).await;
        assert_eq!((it.clocks.due(), it.clocks.resolve_spent), (None, Some(7_200_000_000)));
        test.clock.advance(HOUR * 100);
        commands::set_state(p, &actor, &id, State::Open, None).await.expect("ours again");
        let now = p.clock.business();
        assert_eq!(due_in(&find(p, &id).await, now), Some(HOUR * 46));
        // Solved and opened again, it goes on with what was left.
        test.clock.advance(HOUR * 6);
        commands::close(p, &actor, &id, None).await.expect("solved");
        assert_eq!(find(p, &id).await.clocks.due(), None);
        test.clock.advance(HOUR * 24);
        commands::reopen(p, &actor, &id, None).await.expect("opened");
        assert_eq!(due_in(&find(p, &id).await, p.clock.business()), Some(HOUR * 40));
        merging::healthy(p).await;
    });
}

#[test]
fn each_clock_is_warned_of_once_and_missed_once_and_what_the_policy_wants_is_done() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, _) = ingrid(p).await;
        let mut all = policy(p, "All", None, 4, None);
        all.late = WhenLate { tag: Some("late".into()), give_to: Some(me.clone()) };
        set(p, vec![all]).await;
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let near = async || {
            let of = |fact: &ConversationEvent| {
                matches!(fact, ConversationEvent::DeadlineNear { clock: ClockKind::First, .. })
            };
            told(p, &id).await.iter().filter(|fact| of(fact)).count()
        };
        let over = async || {
            let of = |fact: &ConversationEvent| matches!(fact, ConversationEvent::ClockBreached { .. });
            told(p, &id).await.iter().filter(|fact| of(fact)).count()
        };
        pass(p, &test, HOUR).await;
        assert_eq!((near().await, over().await), (0, 0));
        pass(p, &test, HOUR).await;
        assert_eq!((near().await, over().await), (1, 0));
        pass(p, &test, HOUR).await;
        assert_eq!((near().await, over().await), (1, 0));
        pass(p, &test, HOUR + SignedDuration::from_secs(1)).await;
        assert_eq!((near().await, over().await), (1, 1));
        let it = find(p, &id).await;
        assert_eq!(it.assignee, Some(me));
        let tags = store::tags_of(&mut p.db.read().await.expect("read"), &id).await.expect("tags");
        assert_eq!(tags.into_iter().map(|tag| tag.name).collect::<Vec<_>>(), ["late"]);
        pass(p, &test, HOUR * 100).await;
        assert_eq!((near().await, over().await), (1, 1));
    });
}

#[test]
fn what_was_missed_while_nothing_ran_is_told_once_whatever_stops_its_clock_first() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut all = policy(p, "All", None, 4, None);
        all.late = WhenLate { tag: Some("late".into()), give_to: Some(me.clone()) };
        set(p, vec![all]).await;
        let waits = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let closed = take_in(p, mail(p, "per@post.example", "Roret", "Det er tungt.")).await.conversation;
        let in_time = take_in(p, mail(p, "ola@post.example", "Seilet", "Det er slitt.")).await.conversation;
        let later = Some(p.clock.business() + HOUR * 3);
        let new = commands::NewReply { body: "Vi ser på det.".into(), later, ..commands::NewReply::default() };
        commands::reply(p, &actor, &waits, new.clone()).await.expect("waits");
        commands::reply(p, &actor, &in_time, commands::NewReply { later: None, ..new }).await.expect("answered");
        // Down for an hour after the deadline: what waited for its time comes before who looks at clocks.
        test.clock.advance_business(HOUR * 5);
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time has come");
        commands::release(p, &job).await.expect("released");
        commands::close(p, &actor, &closed, Some("by phone")).await.expect("closed");
        pass(p, &test, SignedDuration::ZERO).await;
        for (id, missed) in [(&waits, true), (&closed, true), (&in_time, false)] {
            let it = find(p, id).await;
            let over = |fact: &&ConversationEvent| matches!(fact, ConversationEvent::ClockBreached { .. });
            let facts = told(p, id).await;
            assert_eq!(facts.iter().filter(over).count(), usize::from(missed), "{}", it.subject);
            assert_eq!((it.clocks.first_breached, it.clocks.first_due), (missed, None), "{}", it.subject);
            let tags = store::tags_of(&mut p.db.read().await.expect("read"), id).await.expect("tags");
            assert_eq!(tags.len(), usize::from(missed), "{}", it.subject);
        }
        assert_eq!(find(p, &closed).await.assignee, Some(me), "as if it had never stood still");
        merging::healthy(p).await;
    });
}

#[test]
fn a_preview_says_what_would_go_by_a_policy_and_what_would_move_and_changes_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut ids = Vec::new();
        for n in 0..3 {
            ids.push(take_in(p, mail(p, &format!("k{n}@post.example"), "Motoren", "Hei")).await.conversation);
        }
        commands::tag(p, &actor, &ids[0], &["vip".into()]).await.expect("tagged");
        commands::close(p, &actor, &ids[2], Some("by phone")).await.expect("closed");
        let (fast, all) = (policy(p, "Fast", Some("Vip"), 1, None), policy(p, "All", None, 24, None));
        let levels = ServiceLevels { policies: vec![fast.clone(), all.clone()], hours: Vec::new() };
        let look = async |id: &ServicePolicyId| {
            let mut conn = p.db.read().await.expect("read");
            queries::service_preview(&mut conn, &levels, id, p.clock.business()).await.expect("looked")
        };
        let one = look(&fast.id).await;
        assert_eq!((one.fits, one.moves, one.more, one.examples.len()), (1, 1, false, 1));
        assert_eq!(one.examples[0].0.id, ids[0]);
        let rest = look(&all.id).await;
        assert_eq!(
            (rest.fits, rest.moves),
            (1, 0),
            "the first that fits holds; as long as the usual time moves nothing"
        );
        assert_eq!(by(p, &ids[0]).await, None);
    });
}

#[test]
fn each_kind_of_condition_is_read_alike_from_one_conversation_and_from_all() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        let made = people::department::make(&mut tx, &Actor::System, "Verksted").await;
        tx.commit().await.expect("commit");
        let department = made.expect("a department").id;
        let other = take_in(p, mail(p, "per@post.example", "Ror", "Løst.")).await.conversation;
        let mut inbound = mail(p, "kari@verft.example", "Motoren", "Den stopper.");
        (inbound.mailbox, inbound.language) = (Some("shop".into()), Some(Language::Da));
        inbound.department = Some(department.clone());
        let id = take_in(p, inbound).await.conversation;
        commands::tag(p, &actor, &id, &["Vip".into()]).await.expect("tagged");
        let person = find(p, &id).await.person;
        let mut tx = p.begin().await.expect("begin");
        let joined = people::organisation::join_named(&mut tx, &actor, &person, "Verftet").await;
        tx.commit().await.expect("commit");
        let none = ServiceWhen::default;
        let kinds = [
            ServiceWhen { departments: vec![department], ..none() },
            ServiceWhen { tags: vec!["VIP".into(), "other".into()], ..none() },
            ServiceWhen { mailboxes: vec!["shop".into()], ..none() },
            ServiceWhen { languages: vec![Language::Da], ..none() },
            ServiceWhen { organisations: vec![joined.expect("an organisation")], ..none() },
            ServiceWhen { people: vec![person], ..none() },
        ];
        for (hours, when) in (3..).zip(kinds) {
            let one = ServicePolicy { when, ..policy(p, "One", None, hours, None) };
            let levels = ServiceLevels { policies: vec![one.clone()], hours: Vec::new() };
            let now = p.clock.business();
            let mut conn = p.db.read().await.expect("read");
            let seen = queries::service_preview(&mut conn, &levels, &one.id, now).await.expect("looked");
            drop(conn);
            assert_eq!((seen.fits, seen.moves), (1, 1), "{:?}", one.when);
            set(p, vec![one.clone()]).await;
            clock_anew(p).await;
            assert_eq!((by(p, &id).await, by(p, &other).await), (Some(one.id), None), "{:?}", one.when);
        }
    });
}

#[test]
fn a_mailbox_is_known_when_its_mail_begins_a_conversation_and_a_renamed_tag_is_looked_for() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, agent) = ingrid(p).await;
        let shop = ServicePolicy {
            when: ServiceWhen { mailboxes: vec!["shop".into()], ..ServiceWhen::default() },
            ..policy(p, "Shop", None, 3, None)
        };
        set(p, vec![policy(p, "Vip", Some("vip"), 1, None), shop.clone()]).await;
        clock_anew(p).await;
        let mut inbound = mail(p, "kari@post.example", "Motoren", "Den stopper.");
        inbound.mailbox = Some("shop".into());
        let id = take_in(p, inbound).await.conversation;
        assert_eq!(by(p, &id).await, Some(shop.id.clone()));
        let chosen = told(p, &id).await;
        let chosen = chosen.iter().filter(|fact| matches!(fact, ConversationEvent::ServiceChosen { .. }));
        assert_eq!(chosen.count(), 1);
        commands::tag(p, &agent, &id, &["important".into()]).await.expect("tagged");
        assert_eq!(by(p, &id).await, Some(shop.id.clone()));
        let tags = store::tags_of(&mut p.db.read().await.expect("read"), &id).await.expect("tags");
        let admin = hired(p, "Tor", Role::Admin).await.actor();
        commands::change_tag(p, &admin, &tags[0].id, "VIP", tags[0].tone).await.expect("renamed");
        assert!(clock_anew(p).await > 0);
        assert_ne!(by(p, &id).await, Some(shop.id));
    });
}

#[test]
fn what_changes_about_one_customer_is_looked_for_among_theirs_alone() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let home = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let work = take_in(p, mail(p, "kari@verft.example", "Sadelen", "Den er løs.")).await.conversation;
        let (kari, twin) = (find(p, &home).await.person, find(p, &work).await.person);
        let mut tx = p.begin().await.expect("begin");
        let yard = people::organisation::create(&mut tx, &actor, "Verftet").await.expect("made");
        tx.commit().await.expect("commit");
        let hers = ServicePolicy {
            when: ServiceWhen { people: vec![kari.clone()], ..ServiceWhen::default() },
            ..policy(p, "Hers", None, 1, None)
        };
        let yards = ServicePolicy {
            when: ServiceWhen { organisations: vec![yard.clone()], ..ServiceWhen::default() },
            ..policy(p, "Yard", None, 2, None)
        };
        set(p, vec![hers.clone(), yards.clone()]).await;
        clock_anew(p).await;
        assert_eq!((by(p, &home).await, by(p, &work).await), (Some(hers.id.clone()), None));

        let moved = async || {
            let job = claim(p, people::organisation::MEMBER_JOB).await.expect("somebody belongs elsewhere");
            commands::reclock(p, &job).await.expect("clocked");
        };
        let mut tx = p.begin().await.expect("begin");
        people::organisation::join(&mut tx, &actor, &twin, &yard).await.expect("joined");
        tx.commit().await.expect("commit");
        moved().await;
        assert_eq!(by(p, &work).await, Some(yards.id));
        let mut tx = p.begin().await.expect("begin");
        people::organisation::leave(&mut tx, &actor, &twin).await.expect("left");
        tx.commit().await.expect("commit");
        moved().await;
        assert_eq!(by(p, &work).await, None);

        let mut tx = p.begin().await.expect("begin");
        commands::merge_customers(&mut tx, &actor, &kari, &twin).await.expect("merged");
        tx.commit().await.expect("commit");
        assert_eq!(clock_anew(p).await, 1, "one step, for her alone");
        assert_eq!(by(p, &work).await, Some(hers.id.clone()));
        let mut tx = p.begin().await.expect("begin");
        commands::undo_merge_customers(&mut tx, &actor, &twin).await.expect("apart");
        tx.commit().await.expect("commit");
        assert_eq!(clock_anew(p).await, 2, "one step for each");
        assert_eq!((by(p, &home).await, by(p, &work).await), (Some(hers.id), None));
    });
}

#[test]
fn a_policy_made_for_one_customer_stays_when_they_become_part_of_another() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let home = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let work = take_in(p, mail(p, "kari@verft.example", "Sadelen", "Den er løs.")).await.conversation;
        let (kari, twin) = (find(p, &home).await.person, find(p, &work).await.person);
        let hers = ServicePolicy {
            when: ServiceWhen { people: vec![twin.clone()], ..ServiceWhen::default() },
            ..policy(p, "Hers", None, 1, None)
        };
        set(p, vec![hers.clone()]).await;
        clock_anew(p).await;
        assert_eq!((by(p, &home).await, by(p, &work).await), (None, Some(hers.id.clone())));
        let mut tx = p.begin().await.expect("begin");
        commands::merge_customers(&mut tx, &actor, &kari, &twin).await.expect("merged");
        tx.commit().await.expect("commit");
        clock_anew(p).await;
        assert_eq!((by(p, &home).await, by(p, &work).await), (Some(hers.id.clone()), Some(hers.id.clone())));
        let mut tx = p.begin().await.expect("begin");
        commands::undo_merge_customers(&mut tx, &actor, &twin).await.expect("apart");
        tx.commit().await.expect("commit");
        clock_anew(p).await;
        assert_eq!((by(p, &home).await, by(p, &work).await), (None, Some(hers.id)));
    });
}
