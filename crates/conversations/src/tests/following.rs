//! Who follows and who is named finds it again, with counts that are kept, also when two become one.

use super::merging::{healthy, thread};
use super::*;

const KARI: &str = "kari@post.example";

async fn colleague(p: &Platform, name: &str) -> (StaffId, Actor) {
    let staff = hired(p, name, Role::Agent).await;
    (staff.id.clone(), staff.actor())
}

async fn listed(p: &Platform, view: View, group: Group) -> Vec<ConversationId> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let query = ListQuery { view: view.clone(), group, after, most: 1 };
        let mut conn = p.db.read().await.expect("read");
        let page = queries::list(&mut conn, &Scope::All, &query, p.clock.business()).await.expect("list");
        found.extend(page.rows.into_iter().map(|row| row.conversation.id));
        after = page.next;
        if after.is_none() {
            return found;
        }
    }
}

/// How many mentions a colleague has not seen, and how many open conversations they follow.
async fn attention(p: &Platform, who: &StaffId) -> (i64, i64) {
    let found = counts(p, who).await;
    (found.mentions, found.following)
}

#[test]
fn whom_a_note_names_follows_and_finds_it_until_they_have_looked() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let (jonas, his) = colleague(p, "Jonas Åkerlind").await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        let two = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await.conversation;
        commands::note(p, &actor, &one, "@jonas ser du på den? @Ingrid").await.expect("noted");
        test.clock.advance_business(SignedDuration::from_mins(5));
        commands::note(p, &actor, &two, "Spør @Jonas Åkerlind.").await.expect("noted");
        assert_eq!(attention(p, &jonas).await, (2, 2));
        assert_eq!(attention(p, &me).await, (0, 0), "nobody names themselves");
        let mentions = View::Mentions(jonas.clone());
        assert_eq!(listed(p, mentions.clone(), Group::Waiting).await, [two.clone(), one.clone()], "the newest first");
        assert_eq!(listed(p, View::Following(jonas.clone()), Group::Open).await, [one.clone(), two.clone()]);
        healthy(p).await;

        commands::read(p, &his, &one).await.expect("looked");
        assert_eq!(attention(p, &jonas).await, (1, 2));
        assert_eq!(listed(p, mentions, Group::Waiting).await.len(), 2, "it can still be found");
        commands::reply(p, &actor, &two, reply("Hei")).await.expect("reply");
        assert_eq!(attention(p, &jonas).await, (1, 1), "what waits is not open");
        assert_eq!(listed(p, View::Following(jonas.clone()), Group::Waiting).await, std::slice::from_ref(&two));
        commands::follow(p, &his, &one, false).await.expect("stops");
        commands::follow(p, &his, &one, false).await.expect("again");
        assert_eq!(attention(p, &jonas).await, (1, 0));
        commands::follow(p, &actor, &one, true).await.expect("follows");
        let following: Vec<_> = thread(p, &one).await.followers.into_iter().filter(|one| one.follows).collect();
        assert_eq!(following.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Ingrid Moen"]);
        healthy(p).await;
    });
}

#[test]
fn followers_go_along_when_two_become_one_and_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let (jonas, his) = colleague(p, "Jonas Åkerlind").await;
        let motor = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let saddle = take_in(p, mail(p, KARI, "Sadelen", "Den er borte.")).await;
        commands::follow(p, &actor, &motor.conversation, true).await.expect("follows");
        commands::follow(p, &actor, &saddle.conversation, true).await.expect("follows");
        commands::note(p, &actor, &saddle.conversation, "@Jonas").await.expect("noted");
        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged");
        assert_eq!((attention(p, &me).await, attention(p, &jonas).await), ((0, 1), (1, 1)));
        assert_eq!(
            listed(p, View::Mentions(jonas.clone()), Group::Waiting).await,
            std::slice::from_ref(&motor.conversation)
        );
        healthy(p).await;
        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone");
        assert_eq!((attention(p, &me).await, attention(p, &jonas).await), ((0, 2), (1, 1)));
        assert_eq!(
            listed(p, View::Mentions(jonas.clone()), Group::Waiting).await,
            std::slice::from_ref(&saddle.conversation)
        );
        healthy(p).await;

        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged again");
        commands::read(p, &his, &motor.conversation).await.expect("looked");
        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("undone again");
        healthy(p).await;
    });
}

#[test]
fn the_lists_of_followers_are_read_by_an_index_without_sorting() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        if p.db.engine() != platform::Engine::Sqlite {
            return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
        }
        let (me, _) = ingrid(p).await;
        for (view, group, index) in [
            (View::Following(me.clone()), Group::Open, "INDEX following_due"),
            (View::Following(me.clone()), Group::Waiting, "INDEX following_touched"),
            (View::Mentions(me.clone()), Group::Waiting, "INDEX following_mentioned"),
        ] {
            for after in [None, Some(store::After { key: 5, id: "cnv_0".into() })] {
                let selection = store::Selection { view: &view, group, soon: p.clock.business(), after, most: 50 };
                let (sql, values) = store::page_sql(&Scope::All, &selection);
                let mut conn = p.db.read().await.expect("read");
                let plan = conn.all(&format!("EXPLAIN QUERY PLAN {sql}"), values).await.expect("plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                let plan = plan.join("; ");
                assert!(plan.contains(index) && plan.contains("SEARCH c USING INDEX"), "{view:?}: {plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{view:?}: {plan}");
            }
        }
    });
}
