//! What is deleted is found by nobody, comes back as it was, and goes for good when its time is over.

use people::privacy::Holders;

use super::merging::{happened, healthy, thread};
use super::*;
use crate::commands::Several;
use crate::queries::DeletedPage;

const HOLDERS: Holders = Holders(&[&crate::Conversations]);
const KARI: &str = "kari@post.example";

async fn admin(p: &Platform) -> (StaffId, Actor) {
    ingrid(p).await;
    let staff = hired(p, "Astrid Berg", Role::Admin).await;
    (staff.id.clone(), staff.actor())
}

async fn deleted(p: &Platform, after: &str, most: i64) -> DeletedPage {
    queries::deleted(&mut p.db.read().await.expect("read"), &Scope::All, after, most).await.expect("listed")
}

/// By every way on which a conversation of this subject is found.
async fn found(p: &Platform, id: &ConversationId, me: &StaffId, word: &str) -> usize {
    let mut conn = p.db.read().await.expect("read");
    let (conn, all) = (&mut conn, &Scope::All);
    let mut found = 0;
    let groups = [Group::Open, Group::Waiting, Group::Closed, Group::Snoozed];
    for view in [View::All, View::Unassigned, View::Mentions(me.clone()), View::Following(me.clone())] {
        for group in groups {
            let query = ListQuery { view: view.clone(), group, after: None, most: 50 };
            let page = queries::list(conn, all, &query, p.clock.business()).await.expect("listed");
            found += page.rows.iter().filter(|row| row.conversation.id == *id).count();
        }
    }
    let waiting = ListQuery { view: View::WaitingCustomer, group: Group::Waiting, after: None, most: 50 };
    let page = queries::list(conn, all, &waiting, p.clock.business()).await.expect("listed");
    found += page.rows.iter().filter(|row| row.conversation.id == *id).count();
    let tagged = ListQuery { view: View::Tagged("motor".into()), group: Group::Open, after: None, most: 50 };
    let page = queries::list(conn, all, &tagged, p.clock.business()).await.expect("listed");
    found += page.rows.iter().filter(|row| row.conversation.id == *id).count();
    found += usize::from(queries::find(conn, all, id).await.expect("asked").is_some());
    let person = crate::store::find_even_deleted(conn, id).await.expect("asked").expect("is there").person;
    let rows = queries::of_person(conn, all, &person, 50).await.expect("asked");
    found += rows.iter().filter(|row| row.conversation.id == *id).count();
    let mine = queries::mine(conn, &person, None, 50).await.expect("asked");
    found += mine.iter().filter(|it| it.id == *id).count();
    let browse = crate::store::Browse { most: 50, ..Default::default() };
    let rows = crate::store::browse(conn, all, &browse).await.expect("asked");
    found += rows.iter().filter(|one| one.row.conversation.id == *id).count();
    found + super::searching::numbers(p, word).await.len()
}

#[test]
fn what_is_deleted_is_nowhere_and_comes_back_as_it_was() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = admin(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "sjiraff")).await.conversation;
        commands::tag(p, &actor, id, &["motor".to_owned()]).await.expect("tagged");
        commands::follow(p, &actor, id, true).await.expect("followed");
        commands::note(p, &actor, id, "@Astrid Berg se her").await.expect("noted");
        let (ways, stood) = (found(p, id, &me, "sjiraff").await, find(p, id).await);
        assert!(ways > 8, "{ways}");
        let before = counts(p, &me).await;
        assert_eq!((before.open, before.following), (1, 1));

        let step = commands::delete(p, &actor, id).await.expect("deleted").expect("a step");
        assert_eq!(found(p, id, &me, "sjiraff").await, 0);
        let now = counts(p, &me).await;
        assert_eq!((now.open, now.unassigned, now.following, now.mentions), (0, 0, 0, 0));
        healthy(p).await;
        let page = deleted(p, "", 50).await;
        assert_eq!(page.rows.len(), 1);
        assert_eq!(page.rows[0].0.by_name.as_deref(), Some("Astrid Berg"));
        assert_eq!(page.rows[0].1.duration_since(page.rows[0].0.at), SignedDuration::from_hours(30 * 24));
        let gone = commands::note(p, &actor, id, "too late").await;
        assert!(matches!(gone, Err(CommandError::NotFound)));

        let back = commands::undo(p, &actor, &step).await.expect("taken back");
        assert_eq!(back[0].left, None);
        assert_eq!(found(p, id, &me, "sjiraff").await, ways);
        assert_eq!(counts(p, &me).await, before);
        assert_eq!((find(p, id).await.clocks, find(p, id).await.state), (stood.clocks, stood.state));
        assert_eq!(deleted(p, "", 50).await.rows.len(), 0);
        let told = thread(p, id).await;
        assert_eq!((happened(&told, "conversation.deleted"), happened(&told, "conversation.restored")), (1, 1));
        healthy(p).await;
    });
}

#[test]
fn only_who_may_deletes_and_a_waiting_reply_stops_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = admin(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let agent = Actor::staff(actor.staff_id().expect("staff"), Role::Agent);
        assert!(matches!(commands::delete(p, &agent, id).await, Err(CommandError::Forbidden)));
        assert!(matches!(commands::restore(p, &agent, id).await, Err(CommandError::Forbidden)));
        let sent = commands::reply(p, &actor, id, reply("Hei")).await.expect("replied");
        let refused = commands::delete(p, &actor, id).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::GoesOut))));
        commands::undo_send(p, &actor, &sent).await.expect("undone");
        assert!(matches!(commands::restore(p, &actor, id).await, Err(CommandError::NotFound)));
        let step = commands::new_step(p);
        assert!(commands::do_with(p, &actor, id, &Several::Delete, &step).await.expect("deleted"));
        let twice = commands::delete(p, &actor, id).await;
        assert!(matches!(twice, Err(CommandError::NotFound)));
        commands::restore(p, &actor, id).await.expect("put back");
        let late = commands::undo(p, &actor, &step).await.expect("asked");
        assert_eq!(late[0].left, Some(Some(Refusal::ChangedSince)), "somebody put it back");
        healthy(p).await;
    });
}

#[test]
fn a_mail_that_answers_it_begins_anew_and_says_why() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = admin(p).await;
        let first = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let other = take_in(p, mail(p, KARI, "Sadelen", "Hallo")).await;
        commands::merge(p, &actor, &first.conversation, other.number).await.expect("merged");
        commands::delete(p, &actor, &other.conversation).await.expect("deleted");
        assert_eq!(deleted(p, "", 50).await.rows.len(), 1, "what became part of it went along");
        let mut answer = mail(p, KARI, "Re: Motoren", "Hallo?");
        answer.references = vec!["Motoren-3@post.example".into()];
        let placed = take_in(p, answer).await;
        assert_eq!(placed.place, Place::New);
        assert!(placed.trace.iter().any(|step| step.code == "deleted_conversation"), "{:?}", placed.trace);
        healthy(p).await;
    });
}

/// How often what was packed before had to go.
async fn eras(p: &Platform) -> i64 {
    let sql = "SELECT n FROM takeout_era WHERE id = 1";
    p.db.read().await.expect("read").number(sql, vec![]).await.expect("counted")
}

#[test]
fn when_its_time_is_over_it_is_gone_for_good_and_no_sooner() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = admin(p).await;
        let mut ids = Vec::new();
        for subject in ["Motoren", "Sadelen", "Bremsen"] {
            ids.push(take_in(p, mail(p, KARI, subject, "sjiraff")).await.conversation);
            commands::delete(p, &actor, ids.last().expect("one")).await.expect("deleted");
            test.clock.advance_business(SignedDuration::from_hours(1));
        }
        let first = deleted(p, "", 2).await;
        let second = deleted(p, first.next.as_deref().expect("a next page"), 2).await;
        assert_eq!((first.rows.len(), second.rows.len(), second.next), (2, 1, None));
        commands::restore(p, &actor, &ids[2]).await.expect("put back");
        commands::erase_deleted(p, &actor, HOLDERS, &ids[1]).await.expect("by hand");
        assert_eq!(eras(p).await, 1, "what was packed before goes");
        commands::keep_deleted(p, &actor, 10).await.expect("kept shorter");
        for left in [1, 0] {
            // One job each of the three that were deleted.
            for _ in 0..3 {
                let Some(job) = claim(p, commands::PURGE_JOB).await else { break };
                commands::purge_deleted(p, &job, HOLDERS).await.expect("looked");
            }
            assert_eq!(deleted(p, "", 50).await.rows.len(), left);
            test.clock.advance_business(SignedDuration::from_hours(11 * 24));
        }
        assert_eq!(eras(p).await, 1, "by time, which happens every day, nothing that was packed goes");
        assert!(matches!(commands::restore(p, &actor, &ids[0]).await, Err(CommandError::NotFound)));
        assert!(matches!(commands::erase_deleted(p, &actor, HOLDERS, &ids[1]).await, Err(CommandError::NotFound)));
        let left = crate::store::find_even_deleted(&mut p.db.read().await.expect("read"), &ids[0]).await;
        assert!(!left.expect("asked").expect("took place").subject.contains("Motor"));
        assert!(found(p, &ids[2], &me, "sjiraff").await > 3, "what was put back is there");
        healthy(p).await;
    });
}

#[test]
fn a_tag_counts_no_deleted_conversation_at_any_time() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = admin(p).await;
        let n = async || {
            let all = queries::tags(&mut p.db.read().await.expect("read"), 9).await.expect("tags");
            all.into_iter().map(|(tag, n)| (tag.name, n)).collect::<std::collections::BTreeMap<_, _>>()
        };
        let mut ids = Vec::new();
        for subject in ["Motoren", "Sadelen", "Bremsen"] {
            ids.push(take_in(p, mail(p, KARI, subject, subject)).await.conversation);
            commands::tag(p, &actor, &ids[ids.len() - 1], &["motor".into(), "haster".into()]).await.expect("tagged");
        }
        commands::delete(p, &actor, &ids[0]).await.expect("deleted");
        let step = commands::delete(p, &actor, &ids[1]).await.expect("deleted").expect("a step");
        let borne = queries::borne_tags(&mut p.db.read().await.expect("read")).await.expect("tags");
        assert_eq!(borne.len(), 2, "whatever bears them");
        assert_eq!(n().await, [("haster".into(), 1), ("motor".into(), 1)].into());
        healthy(p).await;
        commands::undo(p, &actor, &step).await.expect("taken back");
        assert_eq!(n().await, [("haster".into(), 2), ("motor".into(), 2)].into());
        // Two words become one, also on what is deleted.
        let all = queries::tags(&mut p.db.read().await.expect("read"), 9).await.expect("tags");
        let of = |name: &str| all.iter().find(|(tag, _)| tag.name == name).expect("is there").0.id.clone();
        commands::merge_tags(p, &actor, &of("haster"), &of("motor")).await.expect("one");
        assert_eq!(n().await, [("motor".into(), 2)].into());
        healthy(p).await;
        commands::erase_deleted(p, &actor, HOLDERS, &ids[0]).await.expect("for good");
        assert_eq!(n().await, [("motor".into(), 2)].into());
        healthy(p).await;
    });
}

#[test]
fn a_deletion_that_somebody_repeated_is_not_for_the_first_to_take_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = admin(p).await;
        let owner = Actor::staff("stf_00000000000000000000000009", Role::Owner);
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let step = commands::delete(p, &actor, id).await.expect("deleted").expect("a step");
        commands::restore(p, &owner, id).await.expect("put back");
        test.clock.advance_business(SignedDuration::from_secs(1));
        commands::delete(p, &owner, id).await.expect("deleted anew");
        let late = commands::undo(p, &actor, &step).await.expect("asked");
        assert_eq!(late[0].left, Some(Some(Refusal::ChangedSince)));
        assert_eq!(deleted(p, "", 50).await.rows.len(), 1, "it stays deleted");
        healthy(p).await;
    });
}
