//! Promises on both engines: made and found, kept and broken, along with whatever happens to their conversation.

use people::privacy::{self, Confirmed, Holders};
use people::staff::Staff;

use super::merging::{happened, healthy, thread};
use super::standing_in::{colleague, leaves};
use super::*;
use crate::commands::NewPromise;
use crate::holding::Conversations;
use crate::model::{Promise, PromiseAnswer, PromiseChoice, PromiseChoices, PromiseState};
use crate::queries::PromiseQuery;
use crate::rules::promises::{self as rule, Standing};
use crate::{MessageId, PromiseId};

const KARI: &str = "kari@post.example";

/// A promise by hand. It is a Wednesday, the 18th, 13:00 in Oslo.
async fn make(p: &Platform, actor: &Actor, id: &ConversationId, words: &str, by: &str) -> PromiseId {
    let new = NewPromise { words: words.into(), by: by.into(), owner: None };
    commands::make_promise(p, actor, id, new).await.expect("made")
}

async fn is(p: &Platform, id: &PromiseId) -> Promise {
    queries::promise(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("read").expect("is there")
}

async fn of(p: &Platform, id: &ConversationId) -> Vec<Promise> {
    thread(p, id).await.promises
}

/// Lets the time of the oldest waiting job come.
async fn look(p: &Platform) {
    let job = claim(p, commands::PROMISE_JOB).await.expect("waits");
    commands::watch_promise(p, &job).await.expect("looked");
}

async fn staff(p: &Platform, id: &StaffId) -> Staff {
    people::staff::find(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("read").expect("is there")
}

/// What a colleague is to keep: late, today and to come; and by their list.
async fn to_keep(p: &Platform, me: &Staff) -> ([i64; 3], Vec<String>) {
    let (now, mut conn) = (p.clock.business(), p.db.read().await.expect("read"));
    let counts = queries::promise_counts(&mut conn, &Scope::All, me, now).await.expect("counted");
    let query = PromiseQuery { all: false, standing: None, after: String::new(), most: 10 };
    let page = queries::promises_due(&mut conn, &Scope::All, me, &query, now).await.expect("listed");
    (counts.mine, page.rows.into_iter().map(|row| row.promise.words).collect())
}

#[test]
fn a_promise_is_told_of_before_and_after_its_time_each_once_and_late_is_broken() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        for (words, by, why) in [
            (" \n", "2026-11-20", Refusal::Empty),
            ("Call", "yesterday", Refusal::NoTime),
            ("Call", "2026-11-17", Refusal::TimePassed),
        ] {
            let new = NewPromise { words: words.into(), by: by.into(), owner: None };
            let refused = commands::make_promise(p, &actor, at, new).await;
            assert!(matches!(refused, Err(CommandError::Refused(found)) if found == why), "{by}");
        }
        let id = make(p, &actor, at, "Call  back", "2026-11-20").await;
        let made = is(p, &id).await;
        assert_eq!(
            (made.words.as_str(), made.state, &made.owner),
            ("Call back", PromiseState::Open, &Some(me.clone()))
        );
        assert_eq!(to_keep(p, &staff(p, &me).await).await, ([0, 0, 1], vec!["Call back".to_owned()]));
        // Too early, the job waits on.
        look(p).await;
        assert_eq!(is(p, &id).await, made);
        test.clock.advance_business(SignedDuration::from_hours(24));
        look(p).await;
        assert_eq!(happened(&thread(p, at).await, "conversation.promise_reminded"), 1);
        test.clock.advance_business(SignedDuration::from_hours(24));
        assert_eq!(to_keep(p, &staff(p, &me).await).await.0, [0, 1, 0]);
        look(p).await;
        test.clock.advance_business(SignedDuration::from_hours(12));
        assert_eq!(to_keep(p, &staff(p, &me).await).await.0, [1, 0, 0]);
        look(p).await;
        assert!(claim(p, commands::PROMISE_JOB).await.is_none(), "all is told");
        let told = thread(p, at).await;
        assert_eq!(happened(&told, "conversation.promise_reminded"), 1);
        assert_eq!(happened(&told, "conversation.promise_late"), 1);
        commands::keep_promise(p, &actor, &id).await.expect("kept at last");
        assert_eq!(is(p, &id).await.state, PromiseState::Broken);
        let again = commands::keep_promise(p, &actor, &id).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::PromiseOver))));
        let on_time = make(p, &actor, at, "Send it", "2026-11-27T15:00").await;
        commands::keep_promise(p, &actor, &on_time).await.expect("kept");
        let (now, mut conn) = (p.clock.business(), p.db.read().await.expect("read"));
        let person = find(p, at).await.person;
        let record = queries::promise_record(&mut conn, &Scope::All, &person).await.expect("counted");
        assert_eq!((record.kept, record.all(), record.open), (1, 2, 0));
        assert_eq!(queries::promise_record_of(&mut conn, &me, now).await.expect("counted"), record);
        drop(conn);
        healthy(p).await;
    });
}

#[test]
fn a_moved_promise_leaves_what_waited_for_its_old_day_without_power() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        let id = make(p, &actor, at, "Call back", "2026-11-20").await;
        let old = claim(p, commands::PROMISE_JOB).await.expect("waits for the old day");
        commands::move_promise(p, &actor, &id, ("2026-11-27", true)).await.expect("moved");
        assert_eq!(is(p, &id).await.state, PromiseState::Renegotiated);
        test.clock.advance_business(SignedDuration::from_hours(24 * 4));
        commands::watch_promise(p, &old).await.expect("looked");
        let told = thread(p, at).await;
        assert_eq!(happened(&told, "conversation.promise_late") + happened(&told, "conversation.promise_reminded"), 0);
        let refused = commands::release_promise(p, &actor, &id, " ").await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::WhyMissing))));
        commands::release_promise(p, &actor, &id, "She sold it").await.expect("released");
        assert_eq!(
            (is(p, &id).await.state, is(p, &id).await.reason),
            (PromiseState::Released, "She sold it".to_owned())
        );
        commands::reopen_promise(p, &actor, &id).await.expect("after all");
        assert_eq!(is(p, &id).await.state, PromiseState::Open);
        healthy(p).await;
    });
}

#[test]
fn a_promise_goes_with_its_conversation_and_to_a_deputy_while_its_owner_is_away() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (ingrid_id, actor) = ingrid(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let ingrid = staff(p, &ingrid_id).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        commands::assign(p, &actor, at, Some(&ingrid_id)).await.expect("hers");
        let id = make(p, &actor, at, "Call back", "2026-11-20").await;
        commands::assign(p, &actor, at, Some(&mette.id)).await.expect("given");
        assert_eq!(is(p, &id).await.owner, Some(mette.id.clone()));
        assert_eq!(to_keep(p, &ingrid).await, ([0; 3], vec![]));
        leaves(p, &mette, Some(&jonas)).await;
        assert_eq!(to_keep(p, &jonas).await.1, ["Call back"]);
        assert_eq!(is(p, &id).await.owner, Some(mette.id.clone()), "hers again when she is back");
        test.clock.advance_business(SignedDuration::from_hours(24));
        look(p).await;
        let told = thread(p, at).await;
        let last = told.history.iter().rfind(|fact| fact.kind == "conversation.promise_reminded").expect("reminded");
        assert!(last.sentence.args.contains(&("who", "Jonas".to_owned())), "{last:?}");
        commands::hand_promise(p, &actor, &id, &ingrid_id).await.expect("handed over");
        assert_eq!(to_keep(p, &ingrid).await.1, ["Call back"]);
        let mut tx = p.begin().await.expect("begin");
        people::staff::disable(&mut tx, &Actor::System, &jonas.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        let refused = commands::hand_promise(p, &actor, &id, &jonas.id).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchColleague))));
        // Whoever leaves leaves it to those who lead.
        let mut tx = p.begin().await.expect("begin");
        people::staff::change_role(&mut tx, &Actor::System, &mette.id, Role::Admin).await.expect("leads");
        people::staff::disable(&mut tx, &Actor::System, &ingrid_id).await.expect("disabled");
        tx.commit().await.expect("commit");
        assert_eq!(to_keep(p, &staff(p, &mette.id).await).await.1, ["Call back"]);
    });
}

#[test]
fn merged_and_deleted_conversations_and_customers_bring_their_promises_along_and_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        people::staff::change_role(&mut tx, &Actor::System, &me, Role::Admin).await.expect("admin");
        tx.commit().await.expect("commit");
        let boss = staff(p, &me).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, "ola@post.example", "Sadelen", "Den er løs.")).await;
        let id = make(p, &actor, &one.conversation, "Call back", "2026-11-20").await;
        let (kari, ola) = (find(p, &one.conversation).await.person, find(p, &two.conversation).await.person);
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        assert_eq!((is(p, &id).await.conversation, is(p, &id).await.person), (two.conversation.clone(), ola.clone()));
        healthy(p).await;
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        assert_eq!((is(p, &id).await.conversation, is(p, &id).await.person), (one.conversation.clone(), kari.clone()));
        let mut tx = p.begin().await.expect("begin");
        commands::merge_customers(&mut tx, &actor, &ola, &kari).await.expect("merged");
        tx.commit().await.expect("commit");
        assert_eq!(is(p, &id).await.person, ola);
        healthy(p).await;
        let mut tx = p.begin().await.expect("begin");
        commands::undo_merge_customers(&mut tx, &actor, &kari).await.expect("apart");
        tx.commit().await.expect("commit");
        assert_eq!(is(p, &id).await.person, kari);
        let boss_acts = boss.actor();
        commands::delete(p, &boss_acts, &one.conversation).await.expect("deleted");
        assert_eq!(to_keep(p, &boss).await, ([0; 3], vec![]));
        let gone = commands::keep_promise(p, &actor, &id).await;
        assert!(matches!(gone, Err(CommandError::NotFound)));
        healthy(p).await;
        commands::restore(p, &boss_acts, &one.conversation).await.expect("back");
        assert_eq!(to_keep(p, &boss).await.1, ["Call back"]);
        healthy(p).await;
        let mut tx = p.begin().await.expect("begin");
        let confirmed = Confirmed { name: "Kari Solheim", called: "Erased", instead: "[erased]" };
        let holders = Holders(&[&Conversations]);
        privacy::erase(p, &mut tx, &boss_acts, &kari, confirmed, holders).await.expect("erased");
        tx.commit().await.expect("commit");
        assert_eq!(of(p, &one.conversation).await, []);
        healthy(p).await;
    });
}

/// The words in which a promise is found.
fn words(text: &str) -> String {
    let zone = jiff::tz::TimeZone::get("Europe/Oslo").expect("a zone");
    let hours = rule::Hours { calendar: None, zone: &zone };
    let now = platform::testing::a_wednesday();
    rule::found(text, Language::Nb, hours, now).into_iter().next().expect("a promise").words
}

const SAYS: &str = "Hei Kari. Jeg ringer deg innen fredag.";

fn track(text: &str) -> PromiseChoices {
    let choice = PromiseChoice { words: words(text), answer: PromiseAnswer::Track, by: String::new() };
    PromiseChoices { about: vec![choice], keeps: vec![] }
}

#[test]
fn what_a_reply_promises_is_kept_with_it_and_taken_back_with_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        let sent = commands::reply(p, &actor, at, reply(SAYS)).await.expect("sent");
        let found = of(p, at).await.remove(0);
        assert_eq!((found.state, found.message.as_ref()), (PromiseState::Suggested, Some(&sent)));
        assert_eq!(to_keep(p, &staff(p, &me).await).await, ([0; 3], vec![]));
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(of(p, at).await, []);
        let new = NewReply { promises: track(SAYS), ..reply(SAYS) };
        let sent: MessageId = commands::reply(p, &actor, at, new).await.expect("sent");
        let open = of(p, at).await.remove(0);
        assert_eq!((open.state, open.owner.as_ref()), (PromiseState::Open, Some(&me)));
        assert_eq!(open.due.as_ref().map(|due| due.day.to_string()).as_deref(), Some("2026-11-20"));
        assert_eq!(open.message, Some(sent));
        let keeps = PromiseChoices { about: vec![], keeps: vec![open.id.clone()] };
        let closing = NewReply { then: AfterReply::Solve, ..reply("Vi snakket nettopp sammen.") };
        let refused = commands::reply(p, &actor, at, closing.clone()).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::PromisesOpen))));
        let refused = commands::close(p, &actor, at, Some("x")).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::PromisesOpen))));
        let sent = commands::reply(p, &actor, at, NewReply { promises: keeps, ..closing }).await.expect("sent");
        assert_eq!(is(p, &open.id).await.state, PromiseState::Kept);
        assert_eq!(find(p, at).await.state, State::Solved);
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(is(p, &open.id).await.state, PromiseState::Open);
        healthy(p).await;
    });
}

#[test]
fn a_suggestion_is_tracked_or_dropped_and_a_note_keeps_only_what_its_writer_says() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        commands::note(p, &actor, at, SAYS).await.expect("noted");
        assert_eq!(of(p, at).await, []);
        let also = crate::Also::default();
        commands::note_and(p, &actor, at, SAYS, (also, &track(SAYS))).await.expect("noted");
        let noted = of(p, at).await.remove(0);
        assert_eq!(noted.state, PromiseState::Open);
        commands::keep_promise(p, &actor, &noted.id).await.expect("kept");
        commands::reply(p, &actor, at, reply(SAYS)).await.expect("sent");
        commands::reply(p, &actor, at, reply(SAYS)).await.expect("sent");
        let all = of(p, at).await;
        commands::drop_promise(p, &actor, &all[1].id).await.expect("none");
        commands::track_promise(p, &actor, &all[2].id, "2026-11-19T09:00").await.expect("one");
        let all = of(p, at).await;
        assert_eq!(all.iter().map(|one| one.state).collect::<Vec<_>>(), [PromiseState::Kept, PromiseState::Open]);
        let again = commands::drop_promise(p, &actor, &all[1].id).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::PromiseOver))));
        let (now, mut conn) = (p.clock.business(), p.db.read().await.expect("read"));
        let me = staff(p, &all[1].owner.clone().expect("an owner")).await;
        for (standing, n) in [(Standing::Late, 0), (Standing::Today, 0), (Standing::Coming, 1)] {
            let query = PromiseQuery { all: true, standing: Some(standing), after: String::new(), most: 1 };
            let page = queries::promises_due(&mut conn, &Scope::All, &me, &query, now).await.expect("listed");
            assert_eq!((page.rows.len(), page.next), (n, None), "{standing:?}");
        }
    });
}

#[test]
fn lists_go_on_where_they_stopped_and_show_nothing_out_of_sight() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        for day in ["2026-11-23", "2026-11-20", "2026-11-20", "2026-11-19"] {
            make(p, &actor, &placed.conversation, day, day).await;
        }
        let (now, me) = (p.clock.business(), staff(p, &me).await);
        let mut conn = p.db.read().await.expect("read");
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let query = PromiseQuery { all: false, standing: None, after, most: 3 };
            let page = queries::promises_due(&mut conn, &Scope::All, &me, &query, now).await.expect("listed");
            all.extend(page.rows.into_iter().map(|row| row.promise.words));
            let Some(next) = page.next else { break };
            after = next;
        }
        assert_eq!(all, ["2026-11-19", "2026-11-20", "2026-11-20", "2026-11-23"]);
        let elsewhere = Scope::Departments(vec!["dep_00000000000000000000000001".into()]);
        let query = PromiseQuery { all: false, standing: None, after: String::new(), most: 3 };
        let page = queries::promises_due(&mut conn, &elsewhere, &me, &query, now).await.expect("listed");
        assert!(page.rows.is_empty());
        let person = find(p, &placed.conversation).await.person;
        let seen = queries::promises_to(&mut conn, &elsewhere, &person, 10).await.expect("listed");
        assert!(seen.is_empty());
        assert_eq!(queries::promises_to(&mut conn, &Scope::All, &person, 3).await.expect("listed").len(), 3);
    });
}

#[test]
fn a_reply_that_waits_keeps_nothing_before_it_goes_and_its_days_count_from_then() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        let id = make(p, &actor, at, "Call back", "2026-11-19T09:00").await;
        // It goes on Monday; its Friday is the one after.
        let due = "2026-11-23T09:00:00Z".parse().expect("a time");
        let promises = PromiseChoices { keeps: vec![id.clone()], ..track(SAYS) };
        let new = NewReply { later: Some(due), then: AfterReply::Solve, anyway: true, promises, ..reply(SAYS) };
        let sent = commands::reply(p, &actor, at, new.clone()).await.expect("though it is open, it waits");
        let before = is(p, &id).await;
        assert_eq!((before.state, before.kept_in.as_ref()), (PromiseState::Open, Some(&sent)));
        let said = of(p, at).await.into_iter().find(|one| one.message.is_some()).expect("found");
        assert_eq!(said.due.map(|due| due.day.to_string()).as_deref(), Some("2026-11-27"));
        assert_eq!(said.made_at, due);
        commands::cancel(p, &actor, &sent).await.expect("cancelled");
        assert_eq!((is(p, &id).await.state, is(p, &id).await.kept_in), (PromiseState::Open, None));
        assert_eq!(of(p, at).await.len(), 1);
        let sent = commands::reply(p, &actor, at, new).await.expect("waits");
        let _ = claim(p, commands::RELEASE_JOB).await.expect("of the one that was cancelled");
        test.clock.advance_business(SignedDuration::from_hours(24 * 5));
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time has come");
        commands::release(p, &job).await.expect("released");
        let after = is(p, &id).await;
        assert_eq!((after.state, after.kept_in), (PromiseState::Broken, Some(sent)), "it went four days late");
        assert_eq!(find(p, at).await.state, State::Solved);
        healthy(p).await;
    });
}

#[test]
fn what_somebody_owns_where_they_do_not_work_is_kept_by_those_who_lead() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let boss = hired(p, "Mette", Role::Admin).await;
        let (anna, jonas) = (colleague(p, "Anna").await, colleague(p, "Jonas").await);
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        let yard = people::department::make(&mut tx, &Actor::System, "Yard").await.expect("made").id;
        let only = [anna.id.clone()];
        people::department::set(&mut tx, &Actor::System, &shop, "Shop", &only).await.expect("set");
        people::department::limit(&mut tx, &Actor::System, &anna.id, true).await.expect("limited");
        tx.commit().await.expect("commit");
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let (at, lead) = (&placed.conversation, boss.actor());
        commands::hand_to(p, &lead, at, Some(&shop)).await.expect("handed");
        let id = make(p, &lead, at, "Call back", "2026-11-20").await;
        commands::hand_promise(p, &lead, &id, &anna.id).await.expect("hers");
        let anna = staff(p, &anna.id).await;
        assert_eq!((to_keep(p, &anna).await.1.len(), to_keep(p, &boss).await.1.len()), (1, 0));
        commands::hand_to(p, &lead, at, Some(&yard)).await.expect("handed");
        assert_eq!(to_keep(p, &boss).await, ([0, 0, 1], vec!["Call back".to_owned()]));
        assert_eq!(to_keep(p, &jonas).await.1.len(), 0);
        // Whoever stands in for somebody keeps it where they work alone, too.
        commands::hand_promise(p, &lead, &id, &jonas.id).await.expect("his");
        leaves(p, &jonas, Some(&anna)).await;
        assert_eq!((to_keep(p, &anna).await.1.len(), to_keep(p, &boss).await.1.len()), (0, 1));
        commands::hand_to(p, &lead, at, Some(&shop)).await.expect("handed");
        assert_eq!((to_keep(p, &anna).await.1.len(), to_keep(p, &boss).await.1.len()), (1, 0));
    });
}

#[test]
fn taking_an_assignment_back_brings_back_what_went_along_and_a_deputy_gets_no_promise() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (anna, actor) = ingrid(p).await;
        let (bert, jonas) = (colleague(p, "Bert").await, colleague(p, "Jonas").await);
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        commands::assign(p, &actor, at, Some(&anna)).await.expect("hers");
        let hers = make(p, &actor, at, "Call back", "2026-11-20").await;
        let his = make(p, &actor, at, "Send it", "2026-11-20").await;
        commands::hand_promise(p, &actor, &his, &bert.id).await.expect("his");
        let step = commands::assign(p, &actor, at, Some(&bert.id)).await.expect("given").expect("a step");
        assert_eq!(is(p, &hers).await.owner.as_ref(), Some(&bert.id));
        assert_eq!(happened(&thread(p, at).await, "conversation.promise_handed"), 2, "his, and hers with all");
        commands::undo(p, &actor, &step).await.expect("taken back");
        assert_eq!((is(p, &hers).await.owner, is(p, &his).await.owner), (Some(anna.clone()), Some(bert.id.clone())));
        assert_eq!(happened(&thread(p, at).await, "conversation.promise_handed"), 3);
        // What comes while its owner is away goes to the deputy; what was promised does not.
        commands::assign(p, &actor, at, Some(&bert.id)).await.expect("given");
        leaves(p, &bert, Some(&jonas)).await;
        let mut answer = mail(p, KARI, "Re: Motoren", "Still there?");
        answer.references = vec![format!("Motoren-{}@post.example", "Den stopper.".len())];
        take_in(p, answer).await;
        assert_eq!(find(p, at).await.assignee, Some(jonas.id));
        assert_eq!((is(p, &hers).await.owner, is(p, &his).await.owner), (Some(bert.id.clone()), Some(bert.id)));
        healthy(p).await;
    });
}

#[test]
fn of_very_many_promises_none_is_out_of_reach_and_the_newest_are_shown() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await;
        let at = &one.conversation;
        let first = make(p, &actor, at, "Call back", "2026-11-20").await;
        test.clock.advance_business(SignedDuration::from_secs(1));
        let over = make(p, &actor, at, "Send it", "2026-11-20").await;
        commands::keep_promise(p, &actor, &over).await.expect("kept");
        let over = is(p, &over).await;
        let mut tx = p.begin().await.expect("begin");
        for _ in 0..300 {
            let id = PromiseId::next(&p.ids, tx.now());
            store::put_promise(&mut tx, &Promise { id, ..over.clone() }).await.expect("kept");
        }
        tx.commit().await.expect("commit");
        test.clock.advance_business(SignedDuration::from_secs(1));
        let last = make(p, &actor, at, "Write", "2026-11-20").await;
        let shown = of(p, at).await;
        assert_eq!((shown.len(), &shown[0].id, &shown[299].id), (300, &first, &last));
        let promises = PromiseChoices { about: vec![], keeps: vec![last.clone()] };
        let sent = commands::reply(p, &actor, at, NewReply { promises, ..reply("Se her.") }).await.expect("sent");
        assert_eq!(is(p, &last).await.state, PromiseState::Kept);
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(is(p, &last).await.state, PromiseState::Open);
        commands::merge(p, &actor, at, two.number).await.expect("merged");
        let left = "SELECT COUNT(*) AS n FROM promise WHERE conversation = $1";
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(conn.number(left, platform::vals![at.as_str()]).await.expect("counted"), 0);
        drop(conn);
        commands::undo_merge(p, &actor, at).await.expect("undone");
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(conn.number(left, platform::vals![at.as_str()]).await.expect("counted"), 303);
        drop(conn);
        healthy(p).await;
    });
}

#[test]
fn how_promises_were_kept_is_counted_in_all_conversations_that_one_may_see_and_in_no_others() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        tx.commit().await.expect("commit");
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await;
        commands::hand_to(p, &actor, &one.conversation, Some(&shop)).await.expect("handed");
        // More than a page shows.
        for _ in 0..21 {
            let id = make(p, &actor, &one.conversation, "Call back", "2026-11-20").await;
            commands::keep_promise(p, &actor, &id).await.expect("kept");
        }
        make(p, &actor, &two.conversation, "Send it", "2026-11-20").await;
        let person = find(p, &one.conversation).await.person;
        let mut conn = p.db.read().await.expect("read");
        let there = Scope::Departments(vec![shop.to_string()]);
        let seen = queries::promise_record(&mut conn, &there, &person).await.expect("counted");
        assert_eq!((seen.kept, seen.open), (21, 0));
        let all = queries::promise_record(&mut conn, &Scope::All, &person).await.expect("counted");
        assert_eq!((all.kept, all.open), (21, 1));
        let nowhere = Scope::Departments(vec![]);
        let none = queries::promise_record(&mut conn, &nowhere, &person).await.expect("counted");
        assert_eq!((none.kept, none.open), (0, 0));
    });
}

#[test]
fn a_promise_stands_in_lists_as_it_says_itself_also_when_it_was_moved_ahead_silently() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let id = make(p, &actor, &placed.conversation, "Call back", "2026-11-20").await;
        commands::move_promise(p, &actor, &id, ("2026-11-19", false)).await.expect("moved");
        let me = staff(p, &me).await;
        for (counts, standing) in
            [([0, 0, 1], Standing::Coming), ([0, 0, 1], Standing::Coming), ([0, 1, 0], Standing::Today)]
        {
            assert_eq!(to_keep(p, &me).await.0, counts);
            assert_eq!(rule::standing(&is(p, &id).await, p.clock.business()), Some(standing));
            test.clock.advance_business(SignedDuration::from_hours(24));
        }
    });
}

#[test]
fn each_promise_of_a_list_stands_beside_its_own_conversation() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, "ola@post.example", "Sadelen", "Den er løs.")).await;
        for (at, words, by) in [(&one, "A", "2026-11-20"), (&two, "B", "2026-11-21"), (&one, "C", "2026-11-22")] {
            make(p, &actor, &at.conversation, words, by).await;
        }
        let (now, me) = (p.clock.business(), staff(p, &me).await);
        let mut conn = p.db.read().await.expect("read");
        let query = PromiseQuery { all: false, standing: None, after: String::new(), most: 10 };
        let page = queries::promises_due(&mut conn, &Scope::All, &me, &query, now).await.expect("listed");
        let rows: Vec<_> = page.rows.iter().map(|row| (row.promise.words.as_str(), row.conversation.number)).collect();
        assert_eq!(rows, [("A", one.number), ("B", two.number), ("C", one.number)]);
    });
}

#[test]
fn a_promise_is_told_of_once_while_its_conversation_becomes_part_of_another() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await;
        let id = make(p, &actor, &one.conversation, "Call back", "2026-11-20").await;
        test.clock.advance_business(SignedDuration::from_hours(24 * 4));
        let merging = tokio::spawn({
            let (p, from, number) = (p.clone(), one.conversation.clone(), two.number);
            async move { commands::merge(&p, &actor, &from, number).await.map(drop) }
        });
        look(p).await;
        merging.await.expect("ran").expect("merged");
        let it = is(p, &id).await;
        assert_eq!((it.conversation, it.alert_at), (two.conversation.clone(), None));
        assert!(claim(p, commands::PROMISE_JOB).await.is_none(), "nothing is left to tell");
        healthy(p).await;
    });
}

/// What is read with a conversation of what stands towards its customer.
async fn promised(p: &Platform, scope: &Scope, id: &ConversationId) -> Vec<String> {
    let mut conn = p.db.read().await.expect("read");
    let thread = queries::thread(&mut conn, scope, id).await.expect("read").expect("is there");
    thread.promised.into_iter().map(|one| one.words).collect()
}

#[test]
fn what_stands_towards_a_customer_is_read_with_each_of_their_conversations_as_far_as_one_may_see() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        tx.commit().await.expect("commit");
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await;
        let other = take_in(p, mail(p, "ola@post.example", "Lykten", "Den er mørk.")).await;
        commands::hand_to(p, &actor, &one.conversation, Some(&shop)).await.expect("handed");
        let there = Scope::Departments(vec![shop.to_string()]);
        assert_eq!(promised(p, &Scope::All, &one.conversation).await, Vec::<String>::new());
        let kept = make(p, &actor, &one.conversation, "Kept", "2026-11-20").await;
        commands::keep_promise(p, &actor, &kept).await.expect("kept");
        assert_eq!(promised(p, &Scope::All, &one.conversation).await, Vec::<String>::new(), "nothing stands");
        make(p, &actor, &two.conversation, "Send it", "2026-11-20").await;
        make(p, &actor, &one.conversation, "Call back", "2026-11-20").await;
        make(p, &actor, &other.conversation, "Not to her", "2026-11-20").await;
        for id in [&one.conversation, &two.conversation] {
            assert_eq!(promised(p, &Scope::All, id).await, ["Call back", "Send it"], "the newest first");
        }
        assert_eq!(promised(p, &there, &one.conversation).await, ["Call back"]);
    });
}

#[test]
fn a_reply_that_promises_and_closes_asks_once_and_goes_when_its_writer_says_so() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let at = &placed.conversation;
        let both = NewReply { promises: track(SAYS), then: AfterReply::Solve, ..reply(SAYS) };
        let asked = commands::reply(p, &actor, at, both.clone()).await;
        assert!(matches!(asked, Err(CommandError::Refused(Refusal::PromisesOpen))), "{asked:?}");
        assert_eq!((of(p, at).await, thread(p, at).await.messages.len()), (vec![], 1), "nothing was sent or promised");
        // Left open, it goes.
        let left = NewReply { then: AfterReply::StayOpen, ..both.clone() };
        let sent = commands::reply(p, &actor, at, left).await.expect("sent");
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(of(p, at).await, []);
        // What nobody said is a promise asks nothing.
        let found = NewReply { promises: PromiseChoices::default(), ..both.clone() };
        let sent = commands::reply(p, &actor, at, found).await.expect("sent");
        assert_eq!(find(p, at).await.state, State::Solved);
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        let sent = commands::reply(p, &actor, at, NewReply { anyway: true, ..both.clone() }).await.expect("sent");
        assert_eq!((find(p, at).await.state, of(p, at).await[0].state), (State::Solved, PromiseState::Open));
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        // One that goes later is asked about now.
        let later = Some(p.clock.business() + SignedDuration::from_hours(2));
        let asked = commands::reply(p, &actor, at, NewReply { later, ..both }).await;
        assert!(matches!(asked, Err(CommandError::Refused(Refusal::PromisesOpen))), "{asked:?}");
        healthy(p).await;
    });
}
