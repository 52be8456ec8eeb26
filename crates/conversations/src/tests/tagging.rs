//! Words on conversations: one whatever their case, found by their own lists, along when two become one.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::TagTone;

const KARI: &str = "kari@post.example";

async fn tag(p: &Platform, actor: &Actor, id: &ConversationId, words: &str) {
    commands::tag(p, actor, id, &[words.to_owned()]).await.expect("tagged");
}

async fn words(p: &Platform, id: &ConversationId) -> Vec<String> {
    thread(p, id).await.tags.into_iter().map(|tag| tag.name).collect()
}

/// Every tag with its count, those of most conversations first.
async fn known(p: &Platform) -> Vec<(String, i64)> {
    let all = queries::tags(&mut p.db.read().await.expect("read"), 100).await.expect("tags");
    all.into_iter().map(|(tag, n)| (tag.name, n)).collect()
}

async fn the(p: &Platform, name: &str) -> crate::Tag {
    let all = queries::tags(&mut p.db.read().await.expect("read"), 100).await.expect("tags");
    all.into_iter().map(|(tag, _)| tag).find(|tag| tag.name == name).expect("is there")
}

/// All rows of a tag's list, three at a time.
async fn listed(p: &Platform, name: &str, group: Group) -> Vec<ConversationId> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let query = ListQuery { view: View::Tagged(name.into()), group, after, most: 3 };
        let mut conn = p.db.read().await.expect("read");
        let page = queries::list(&mut conn, &Scope::All, &query, p.clock.business()).await.expect("list");
        assert!(page.rows.iter().all(|row| !row.tags.is_empty()), "rows bear their tags");
        found.extend(page.rows.into_iter().map(|row| row.conversation.id));
        after = page.next;
        if after.is_none() {
            return found;
        }
    }
}

async fn admin(p: &Platform) -> Actor {
    hired(p, "Mette Holm", Role::Admin).await.actor()
}

#[test]
fn whatever_the_case_it_is_one_tag_and_it_is_told_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let motor = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let saddle = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await.conversation;
        tag(p, &actor, &motor, "Motor, #cargo bike").await;
        tag(p, &actor, &saddle, "MOTOR").await;
        tag(p, &actor, &saddle, "motor").await;
        assert_eq!(words(p, &motor).await, ["cargo bike", "Motor"]);
        assert_eq!(words(p, &saddle).await, ["Motor"], "as it was first written");
        assert_eq!(known(p).await, [("Motor".to_owned(), 2), ("cargo bike".to_owned(), 1)]);
        assert_eq!(happened(&thread(p, &saddle).await, "conversation.tagged"), 1, "nothing happened the second time");

        commands::untag(p, &actor, &motor, &["mOtOr".into(), "unknown".into()]).await.expect("taken off");
        assert_eq!(words(p, &motor).await, ["cargo bike"]);
        assert_eq!(happened(&thread(p, &motor).await, "conversation.untagged"), 1);
        assert_eq!(known(p).await, [("cargo bike".to_owned(), 1), ("Motor".to_owned(), 1)]);
        let nothing = commands::tag(p, &actor, &motor, &[" , #".into()]).await;
        assert!(matches!(nothing, Err(CommandError::Refused(Refusal::NoTag))));
        let customer = Actor::Customer { id: find(p, &motor).await.person.to_string() };
        let refused = commands::tag(p, &customer, &motor, &["mine".into()]).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        healthy(p).await;
    });
}

#[test]
fn the_list_of_a_tag_goes_page_by_page_and_follows_what_happens() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut all = Vec::new();
        for n in 0..8 {
            test.clock.advance_business(SignedDuration::from_mins(7));
            all.push(take_in(p, mail(p, &format!("k{n}@post.example"), &format!("s{n}"), "Hei")).await.conversation);
        }
        // Not in the order in which they are due.
        for n in [3, 0, 6, 1, 5, 2] {
            tag(p, &actor, &all[n], "motor").await;
        }
        let order = |these: &[usize]| these.iter().map(|n| all[*n].clone()).collect::<Vec<_>>();
        assert_eq!(listed(p, "Motor", Group::Open).await, order(&[0, 1, 2, 3, 5, 6]));
        assert_eq!(listed(p, "other", Group::Open).await, []);
        let count = async || {
            let mut conn = p.db.read().await.expect("read");
            let count = queries::open_tagged(&mut conn, &Scope::All, "MOTOR").await.expect("counted");
            let own = Scope::Own("per_00000000000000000000000000".into());
            assert_eq!(queries::open_tagged(&mut conn, &own, "MOTOR").await.expect("counted"), 0);
            count
        };
        assert_eq!(count().await, 6);
        commands::reply(p, &actor, &all[1], reply("Hei")).await.expect("reply");
        commands::close(p, &actor, &all[5], Some("x")).await.expect("close");
        let again = Inbound { references: vec!["s0-3@post.example".into()], ..mail(p, "k0@post.example", "s0", "Nå") };
        assert_eq!(take_in(p, again).await.conversation, all[0]);
        assert_eq!(listed(p, "motor", Group::Open).await, order(&[0, 2, 3, 6]));
        assert_eq!(listed(p, "motor", Group::Waiting).await, order(&[1]));
        assert_eq!(listed(p, "motor", Group::Closed).await, order(&[5]));
        assert_eq!(count().await, 4);
        healthy(p).await;
    });
}

#[test]
fn the_list_of_a_tag_is_read_by_an_index_without_sorting() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        if p.db.engine() != platform::Engine::Sqlite {
            return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
        }
        let view = View::Tagged("motor".into());
        for group in [Group::Open, Group::Waiting, Group::Closed] {
            for after in [None, Some(store::After { key: 5, id: "cnv_0".into() })] {
                let selection = store::Selection { view: &view, group, soon: p.clock.business(), after, most: 50 };
                let (sql, values) = store::page_sql(&Scope::All, &selection);
                let mut conn = p.db.read().await.expect("read");
                let plan = conn.all(&format!("EXPLAIN QUERY PLAN {sql}"), values).await.expect("plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                let plan = plan.join("; ");
                let index = if group == Group::Open { "INDEX tagged_due" } else { "INDEX tagged_touched" };
                assert!(plan.contains(index) && plan.contains("SEARCH c USING INDEX"), "{group:?}: {plan}");
                assert!(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN g"), "{group:?}: {plan}");
            }
        }
    });
}

#[test]
fn tags_go_along_when_two_become_one_and_back_when_they_are_taken_apart() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let motor = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let saddle = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await;
        tag(p, &actor, &motor.conversation, "bike, motor").await;
        tag(p, &actor, &saddle.conversation, "bike, saddle").await;
        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged");
        assert_eq!(words(p, &motor.conversation).await, ["bike", "motor", "saddle"]);
        assert_eq!(listed(p, "saddle", Group::Open).await, std::slice::from_ref(&motor.conversation));
        assert_eq!(listed(p, "bike", Group::Closed).await, [], "what became part of another is not found beside it");
        // A page that was still open writes on in the one that stays.
        tag(p, &actor, &saddle.conversation, "late").await;
        healthy(p).await;

        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone");
        assert_eq!(words(p, &motor.conversation).await, ["bike", "late", "motor"]);
        assert_eq!(words(p, &saddle.conversation).await, ["bike", "saddle"]);
        assert_eq!(listed(p, "bike", Group::Open).await.len(), 2);
        healthy(p).await;

        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged again");
        commands::remove_tag(p, &admin(p).await, &the(p, "saddle").await.id).await.expect("removed");
        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone again");
        assert_eq!(words(p, &saddle.conversation).await, ["bike"], "what is no tag any more stays away");
        healthy(p).await;
    });
}

#[test]
fn tags_are_renamed_merged_and_removed_by_those_who_may() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let ((_, agent), admin) = (ingrid(p).await, admin(p).await);
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await.conversation;
        tag(p, &agent, &one, "motor, engine").await;
        tag(p, &agent, &two, "engine, saddle").await;
        let (motor, engine) = (the(p, "motor").await.id, the(p, "engine").await.id);
        let refused = commands::change_tag(p, &agent, &motor, "x", TagTone::Ok).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        let taken = commands::change_tag(p, &admin, &motor, "ENGINE", TagTone::Ok).await;
        assert!(matches!(taken, Err(CommandError::Refused(Refusal::TagTaken))));
        commands::change_tag(p, &admin, &motor, "Motor", TagTone::Warn).await.expect("another case is no other tag");
        assert_eq!(the(p, "Motor").await.tone, TagTone::Warn);

        commands::merge_tags(p, &admin, &engine, &motor).await.expect("merged");
        assert_eq!(known(p).await, [("Motor".to_owned(), 2), ("saddle".to_owned(), 1)]);
        assert_eq!(words(p, &two).await, ["Motor", "saddle"]);
        assert!(commands::merge_tags(p, &admin, &motor, &motor).await.is_err(), "not into itself");
        assert!(commands::merge_tags(p, &agent, &motor, &motor).await.is_err());
        healthy(p).await;

        assert!(matches!(commands::remove_tag(p, &agent, &motor).await, Err(CommandError::Forbidden)));
        commands::remove_tag(p, &admin, &motor).await.expect("removed");
        assert!(matches!(commands::remove_tag(p, &admin, &motor).await, Err(CommandError::NotFound)));
        assert_eq!((words(p, &one).await, words(p, &two).await), (vec![], vec!["saddle".to_owned()]));
        let mut conn = p.db.read().await.expect("read");
        let facts = log::history(&mut conn, &format!("tag:{motor}"), 10).await.expect("history");
        let kinds: Vec<_> = facts.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["tag.changed", "tag.removed"]);
        drop(conn);
        healthy(p).await;
    });
}
