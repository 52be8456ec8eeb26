//! What recurs, on both engines: once a day however many look, the latest of what was missed, and nothing of an erased
//! customer.

use base::Instant;
use jiff::civil::{date, time};
use people::PersonId;
use people::privacy::{self, Confirmed, Holders};

use super::standing_in::{colleague, leaves};
use super::*;
use crate::RecurringId;
use crate::commands::NewMacro;
use crate::holding::Conversations;
use crate::model::{Beginning, MacroAct, Template};
use crate::rules::recurring::{Every, Plan, WhenClosed};

/// Mondays at eight.
fn template() -> Template {
    Template {
        subject: "Count the stock".into(),
        person: None,
        beginning: Beginning::Note,
        body: "All shelves.".into(),
        tags: vec!["stock, monday".into(), "stock".into()],
        owner: None,
        department: None,
        checklist: None,
        plan: Plan { every: Every::Week { days: vec![1] }, at: time(8, 0, 0, 0), closed: WhenClosed::Leave },
        on: true,
    }
}

/// Ingrid, who looks after settings.
async fn boss(p: &Platform) -> (StaffId, Actor) {
    let (id, _) = ingrid(p).await;
    let mut tx = p.begin().await.expect("begin");
    people::staff::change_role(&mut tx, &Actor::System, &id, Role::Admin).await.expect("admin");
    tx.commit().await.expect("commit");
    (id.clone(), Actor::staff(id.to_string(), Role::Admin))
}

async fn kept(p: &Platform, id: &RecurringId) -> crate::model::Recurring {
    store::find_recurring(&mut p.db.read().await.expect("read"), id).await.expect("read").expect("is there")
}

/// Its job, whether or not its time has come.
async fn look(p: &Platform) {
    let job = claim(p, commands::RECUR_JOB).await.expect("waits");
    commands::recur(p, &job).await.expect("looked");
}

async fn begun(p: &Platform) -> Vec<ConversationId> {
    let mut conn = p.db.read().await.expect("read");
    let rows = conn.all("SELECT id FROM conversation ORDER BY number", vec![]).await.expect("read");
    rows.iter().map(|row| row.id("id").expect("an id")).collect()
}

fn at(text: &str) -> Instant {
    text.parse().expect("a time")
}

#[test]
fn it_begins_on_its_day_once_and_only_the_latest_of_what_was_missed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = boss(p).await;
        let acts = vec![MacroAct::Checklist(vec!["Shelf A".into(), "Shelf B".into()])];
        let new = NewMacro { name: "Stock".into(), acts, ..NewMacro::default() };
        let checklist = Some(commands::make_macro(p, &actor, new).await.expect("made"));
        let wanted = Template { owner: Some(me.clone()), checklist, ..template() };
        let id = commands::make_recurring(p, &actor, wanted).await.expect("made");
        let one = kept(p, &id).await;
        assert_eq!(one.next, Some((date(2026, 11, 23), at("2026-11-23T07:00:00Z"))));
        assert_eq!(one.of.tags, ["stock", "monday"]);

        look(p).await;
        assert_eq!(begun(p).await.len(), 0, "nobody begins it early");
        test.clock.advance_business(SignedDuration::from_hours(24 * 5));
        look(p).await;
        let first = begun(p).await;
        assert_eq!(first.len(), 1);
        let it = find(p, &first[0]).await;
        assert_eq!((it.subject.as_str(), it.assignee.clone(), it.state), ("Count the stock", Some(me), State::Open));
        assert_eq!((it.clocks.due(), it.is_unanswered()), (None, false), "nobody is owed anything");
        let scope = Scope::All;
        let thread = queries::thread(&mut p.db.read().await.expect("read"), &scope, &it.id).await.expect("read");
        let thread = thread.expect("is there");
        assert_eq!(thread.messages[0].kind, MessageKind::Note);
        assert_eq!(thread.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["monday", "stock"]);
        assert_eq!(thread.checklist.len(), 2);
        look(p).await;
        assert_eq!(begun(p).await.len(), 1, "another node looks in vain");

        test.clock.advance_business(SignedDuration::from_hours(24 * 30));
        look(p).await;
        assert_eq!(begun(p).await.len(), 2, "four were missed, one is made up for");
        let one = kept(p, &id).await;
        assert_eq!((one.last, one.made), (Some(date(2026, 12, 21)), 2));
        assert_eq!(one.next.map(|(day, _)| day), Some(date(2026, 12, 28)));
        assert_eq!(find(p, &begun(p).await[1]).await.person, it.person, "the business is one customer");

        let off = Template { on: false, ..one.of };
        commands::change_recurring(p, &actor, &id, off).await.expect("off");
        test.clock.advance_business(SignedDuration::from_hours(24 * 30));
        look(p).await;
        assert_eq!(begun(p).await.len(), 2);
        commands::remove_recurring(p, &actor, &id).await.expect("ended");
        let gone = commands::remove_recurring(p, &actor, &id).await;
        assert!(matches!(gone, Err(CommandError::NotFound)));
    });
}

#[test]
fn a_customers_is_a_mail_of_its_owner_and_goes_with_them() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = boss(p).await;
        let mut tx = p.begin().await.expect("begin");
        let kari: PersonId = people::person::add(&mut tx, &actor, "Kari", "kari@post.example").await.expect("added");
        tx.commit().await.expect("commit");
        let wanted = Template {
            person: Some(kari.clone()),
            beginning: Beginning::Message,
            owner: Some(me.clone()),
            ..template()
        };
        for (wrong, why) in [
            (Template { person: None, ..wanted.clone() }, Refusal::NoRecipient),
            (Template { owner: None, ..wanted.clone() }, Refusal::NoSuchColleague),
            (Template { subject: " ".into(), ..wanted.clone() }, Refusal::NoSubject),
            (Template { body: " ".into(), ..wanted.clone() }, Refusal::Empty),
            (
                Template { plan: Plan { every: Every::Month { day: 40 }, ..wanted.plan.clone() }, ..wanted.clone() },
                Refusal::BadPlan,
            ),
        ] {
            let refused = commands::make_recurring(p, &actor, wrong).await;
            assert!(matches!(refused, Err(CommandError::Refused(is)) if is == why), "{why:?}: {refused:?}");
        }
        let agent = Actor::staff(me.to_string(), Role::Agent);
        assert!(matches!(commands::make_recurring(p, &agent, wanted.clone()).await, Err(CommandError::Forbidden)));
        let id = commands::make_recurring(p, &actor, wanted).await.expect("made");
        test.clock.advance_business(SignedDuration::from_hours(24 * 5));
        look(p).await;
        let it = find(p, &begun(p).await[0]).await;
        assert_eq!((it.person.clone(), it.state), (kari.clone(), State::WaitingCustomer));
        assert!(claim(p, commands::SEND_JOB).await.is_some(), "it leaves");

        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE delivery SET state = 'sent'", vec![]).await.expect("arrived");
        let confirmed = Confirmed { name: "Kari", called: "Erased", instead: "[erased]" };
        let holders = Holders(&[&Conversations]);
        privacy::erase(p, &mut tx, &actor, &kari, confirmed, holders).await.expect("erased");
        tx.commit().await.expect("commit");
        let left = store::find_recurring(&mut p.db.read().await.expect("read"), &id).await.expect("read");
        assert_eq!(left, None);
    });
}

#[test]
fn what_would_hurt_is_kept_back_as_a_note_for_its_owner() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = boss(p).await;
        let mut tx = p.begin().await.expect("begin");
        let kari: PersonId = people::person::add(&mut tx, &actor, "Kari", "kari@post.example").await.expect("added");
        let care = people::care::NewCare { kind: people::care::CareKind::Illness, why: "zqxback".into(), until: None };
        people::care::set(&mut tx, &actor, &kari, &care).await.expect("set");
        tx.commit().await.expect("commit");
        let (person, owner) = (Some(kari), Some(me.clone()));
        let wanted = Template { person, beginning: Beginning::Message, owner, ..template() };
        commands::make_recurring(p, &actor, wanted).await.expect("made");
        test.clock.advance_business(SignedDuration::from_hours(24 * 5));
        look(p).await;
        let it = find(p, &begun(p).await[0]).await;
        assert_eq!((it.assignee.clone(), it.state), (Some(me), State::Open));
        assert!(claim(p, commands::SEND_JOB).await.is_none(), "nothing leaves");
        let said = super::merging::thread(p, &it.id).await.messages;
        let [note] = said.as_slice() else { panic!("one note: {said:?}") };
        assert!(note.kind == MessageKind::Note && note.body.ends_with("All shelves."), "{}", note.body);
        assert!(note.body != "All shelves." && !note.body.contains("zqxback"), "it says that it was kept back");
    });
}

async fn closed_on(p: &Platform, days: &[jiff::civil::Date]) {
    let mut tx = p.begin().await.expect("begin");
    let mut policy = settings::clock_policy(&mut tx).await.expect("read");
    policy.calendar = policy.calendar.map(|calendar| calendar.with_holidays(days.iter().copied()));
    settings::set_clock_policy(&mut tx, &policy).await.expect("set");
    tx.commit().await.expect("commit");
}

#[test]
fn other_hours_and_another_zone_move_what_is_planned() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = boss(p).await;
        let plan = Plan { closed: WhenClosed::Next, ..template().plan };
        let id = commands::make_recurring(p, &actor, Template { plan, ..template() }).await.expect("made");
        let off = Template { on: false, ..template() };
        let still = commands::make_recurring(p, &actor, off).await.expect("made");
        let (mon, tue) = (date(2026, 11, 23), date(2026, 11, 24));
        assert_eq!(kept(p, &id).await.next, Some((mon, at("2026-11-23T07:00:00Z"))));
        closed_on(p, &[mon]).await;
        assert_eq!(kept(p, &id).await.next, Some((tue, at("2026-11-24T07:00:00Z"))));
        let mut tx = p.begin().await.expect("begin");
        let business = settings::business(&mut tx).await.expect("read");
        let business = settings::Business { zone: "Asia/Jakarta".into(), ..business };
        settings::set_business(&mut tx, &business).await.expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(kept(p, &id).await.next, Some((tue, at("2026-11-24T01:00:00Z"))));
        assert_eq!(kept(p, &still).await.next, None, "what is off waits for nothing");

        // Its job knows: it comes by the new day, and not by the old one.
        let until = |moment: &str| at(moment).duration_since(p.clock.business());
        test.clock.advance_business(until("2026-11-24T00:59:00Z"));
        look(p).await;
        assert_eq!(begun(p).await.len(), 0);
        test.clock.advance_business(until("2026-11-24T01:01:00Z"));
        // What has come already is its job's, whatever is set now.
        closed_on(p, &[mon, tue]).await;
        assert_eq!(kept(p, &id).await.next.map(|(day, _)| day), Some(tue));
        closed_on(p, &[mon]).await;
        look(p).await;
        assert_eq!(begun(p).await.len(), 1);
        assert_eq!(kept(p, &id).await.next.map(|(day, _)| day), Some(date(2026, 11, 30)));
    });
}

#[test]
fn what_is_made_while_the_hours_change_knows_the_new_ones() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = boss(p).await;
        let mon = date(2026, 11, 23);
        let mut tx = p.begin().await.expect("begin");
        let mut policy = settings::clock_policy(&mut tx).await.expect("read");
        policy.calendar = policy.calendar.map(|calendar| calendar.with_holidays([mon]));
        settings::set_clock_policy(&mut tx, &policy).await.expect("set");
        let making = {
            let (p, plan) = (p.clone(), Plan { closed: WhenClosed::Next, ..template().plan });
            tokio::spawn(async move { commands::make_recurring(&p, &actor, Template { plan, ..template() }).await })
        };
        // It is made by now, if nothing holds it up.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        tx.commit().await.expect("commit");
        let id = making.await.expect("ran").expect("made");
        assert_eq!(kept(p, &id).await.next.map(|(day, _)| day), Some(date(2026, 11, 24)));
    });
}

#[test]
fn who_stands_in_has_what_begins_while_its_owner_is_away() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = boss(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let mut tx = p.begin().await.expect("begin");
        let kari: PersonId = people::person::add(&mut tx, &actor, "Kari", "kari@post.example").await.expect("added");
        tx.commit().await.expect("commit");
        let wanted = Template { owner: Some(mette.id.clone()), ..template() };
        commands::make_recurring(p, &actor, wanted.clone()).await.expect("made");
        test.clock.advance_business(SignedDuration::from_hours(24 * 5));
        leaves(p, &mette, Some(&jonas)).await;
        look(p).await;
        let it = find(p, &begun(p).await[0]).await;
        assert_eq!(it.assignee, Some(jonas.id.clone()));
        let facts = log::history(&mut p.db.read().await.expect("read"), &format!("conversation:{}", it.id), 50).await;
        let facts = facts.expect("history");
        let given: Vec<_> = facts.iter().filter(|fact| fact.kind == "conversation.assigned").collect();
        assert_eq!(given.len(), 1);
        let payload = &given[0].payload;
        assert!(payload.contains("\"owner\":\"Mette\"") && payload.contains("\"name\":\"Jonas\""), "{payload}");

        // Nobody stands in for who stands in: nobody has it, and the mail goes all the same.
        let mail = Template { person: Some(kari), beginning: Beginning::Message, ..wanted };
        commands::make_recurring(p, &actor, mail).await.expect("made");
        test.clock.advance_business(SignedDuration::from_hours(24 * 7));
        leaves(p, &mette, Some(&jonas)).await;
        leaves(p, &jonas, None).await;
        look(p).await;
        look(p).await;
        let all = begun(p).await;
        assert_eq!(all.len(), 3);
        for id in &all[1..] {
            assert_eq!(find(p, id).await.assignee, None);
        }
        let sent = claim(p, commands::SEND_JOB).await.expect("it leaves");
        let sent = sent.payload.parse().expect("an id");
        let scope = Scope::All;
        let sent = queries::message(&mut p.db.read().await.expect("read"), &scope, &sent).await.expect("read");
        assert_eq!(sent.expect("is there").from.name, "Mette");
    });
}
