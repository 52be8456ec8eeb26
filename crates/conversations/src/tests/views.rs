//! Saved views: what each condition finds, in which order and behind which rights, and that indexes give it.

use people::DepartmentId;
use people::staff::Staff;
use platform::db::Value;

use super::merging::healthy;
use super::*;
use crate::commands::NewView;
use crate::queries::Kept;
use crate::rules::views::{self, Line};
use crate::store::{Looking, Selection};
use crate::{Column, Condition, Grouping, Listing, Mode, Order, SavedView, Snooze, Test, ViewId, Visible};

pub(super) async fn department(p: &Platform, name: &str) -> DepartmentId {
    let mut tx = p.begin().await.expect("begin");
    let made = people::department::make(&mut tx, &Actor::System, name).await.expect("made");
    tx.commit().await.expect("commit");
    made.id
}

/// `any(tag:motor none(owner:me))` as lines: each word deeper than the group before it.
fn when(lines: &[(usize, &str)]) -> Condition {
    let lines: Vec<Line> = lines.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
    views::tree(&lines).expect("a tree")
}

pub(super) fn only(code: &str) -> Listing {
    Listing { when: when(&[(0, "all"), (1, code)]), ..Listing::default() }
}

fn view(of: Listing, me: &StaffId) -> View {
    let id: ViewId = format!("viw_{}", "0".repeat(26)).parse().expect("an id");
    let view = SavedView { id, name: "x".into(), visible: Visible::Everyone, of };
    View::Saved(Box::new(Kept { view, me: me.clone() }))
}

/// All that a view lists, page by page.
pub(super) async fn listed(p: &Platform, scope: &Scope, me: &StaffId, of: Listing, most: i64) -> Vec<ConversationId> {
    let (mut all, mut after) = (Vec::new(), None);
    let mut conn = p.db.read().await.expect("read");
    let count = queries::count_view(&mut conn, scope, me, &of, p.clock.business()).await.expect("counted");
    loop {
        let query = ListQuery { view: view(of.clone(), me), group: Group::Open, after, most };
        let page = queries::list(&mut conn, scope, &query, p.clock.business()).await.expect("listed");
        all.extend(page.rows.into_iter().map(|row| row.conversation.id));
        after = page.next;
        if after.is_none() {
            assert_eq!(i64::try_from(all.len()), Ok(count), "what is counted is what is listed");
            return all;
        }
    }
}

/// Five conversations, each different: the fourth is snoozed, the fifth old and answered.
pub(super) async fn five(
    p: &Platform,
    test: &TestPlatform,
    me: &Staff,
    workshop: &DepartmentId,
) -> Vec<ConversationId> {
    let actor = me.actor();
    let old = take_in(p, mail(p, "ola@post.example", "Gammel sak", "Hei")).await.conversation;
    commands::reply(p, &actor, &old, reply("Hei")).await.expect("reply");
    test.clock.advance_business(SignedDuration::from_hours(24 * 10));
    let by =
        Inbound { mailbox: Some("mbx_1".into()), ..mail(p, "kari@post.example", "Ødelagt MOTOR", "Den stopper.") };
    let motor = take_in(p, by).await.conversation;
    test.clock.advance_business(SignedDuration::from_hours(30));
    let swedish = Inbound { language: Some(Language::Sv), ..mail(p, "eva@post.example", "Sadel", "Borta") };
    let saddle = take_in(p, swedish).await.conversation;
    let bill = take_in(p, mail(p, "per@post.example", "Faktura 50%", "Den mangler.")).await.conversation;
    let away = take_in(p, mail(p, "pia@post.example", "Bremse", "Senere")).await.conversation;
    commands::tag(p, &actor, &motor, &["Motor".to_owned()]).await.expect("tagged");
    commands::assign(p, &actor, &motor, Some(&me.id)).await.expect("assigned");
    commands::hand_to(p, &actor, &saddle, Some(workshop)).await.expect("handed");
    commands::follow(p, &actor, &bill, true).await.expect("follows");
    let jonas = hired(p, "Jonas", Role::Agent).await;
    commands::note(p, &jonas.actor(), &saddle, "@Mette look").await.expect("noted");
    commands::snooze(p, &actor, &away, Snooze::NextReply).await.expect("snoozed");
    vec![motor, saddle, bill, away, old]
}

/// The lines of a tree behind its first group, and which of [`five`] it finds.
type Found<'a> = (&'a [(usize, &'a str)], &'a [usize]);

#[test]
fn every_condition_finds_what_it_says() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let me = hired(p, "Mette", Role::Admin).await;
        let workshop = department(p, "Workshop").await;
        let all = five(p, &test, &me, &workshop).await;
        let of_workshop = format!("department:{workshop}");
        let mine = format!("owner:{}", me.id);
        let (of_workshop, mine) = ([(1, of_workshop.as_str())], [(1, mine.as_str())]);
        let table: Vec<Found> = vec![
            (&[], &[0, 1, 2, 3, 4]),
            (&[(1, "status:open")], &[0, 1, 2]),
            (&[(1, "status:snoozed")], &[3]),
            (&[(1, "status:closed")], &[]),
            (&[(1, "state:waiting_customer")], &[4]),
            (&[(1, "owner:me")], &[0, 4]),
            (&mine, &[0, 4]),
            (&[(1, "owner:nobody"), (1, "status:open")], &[1, 2]),
            (&of_workshop, &[1]),
            (&[(1, "department:none"), (1, "status:open")], &[0, 2]),
            (&[(1, "tag:mOTOR")], &[0]),
            (&[(1, "mailbox:mbx_1")], &[0]),
            (&[(1, "language:sv")], &[1]),
            (&[(1, "language:unknown")], &[]),
            (&[(1, "customer:PER@post")], &[2]),
            (&[(1, "customer:kari sol")], &[0, 1, 2, 3, 4]),
            (&[(1, "subject:motor ødelagt")], &[0]),
            (&[(1, "subject:ØDELAGT")], &[0]),
            (&[(1, "subject:50%")], &[2]),
            (&[(1, "subject:5%")], &[]),
            (&[(1, "due_within:0")], &[0]),
            (&[(1, "due_within:25")], &[0, 1, 2]),
            (&[(1, "waiting_over:24")], &[0]),
            (&[(1, "created_within:1")], &[1, 2, 3]),
            (&[(1, "created_before:1")], &[0, 4]),
            (&[(1, "touched_before:5")], &[4]),
            (&[(1, "touched_within:1")], &[1, 2, 3]),
            (&[(1, "followed:me"), (1, "owner:nobody")], &[1, 2]),
            (&[(1, "mentioned:me")], &[1]),
            (&[(1, "any"), (2, "tag:motor"), (2, "language:sv")], &[0, 1]),
            (&[(1, "none"), (2, "tag:motor"), (2, "language:sv"), (1, "status:open")], &[2]),
            (&[(1, "none"), (2, "all"), (3, "status:open"), (3, "owner:nobody"), (2, "status:waiting")], &[0, 3]),
        ];
        for (lines, expected) in table {
            let lines = [&[(0, "all")][..], lines].concat();
            let of = Listing { when: when(&lines), order: Order::CreatedFirst, ..Listing::default() };
            let mut found = listed(p, &Scope::All, &me.id, of, 2).await;
            let mut expected: Vec<_> = expected.iter().map(|n| all[*n].clone()).collect();
            found.sort_by_key(ToString::to_string);
            expected.sort_by_key(ToString::to_string);
            assert_eq!(found, expected, "{lines:?}");
        }
        // Behind the scope, whatever is asked for.
        let own =
            |departments: &[&DepartmentId]| Scope::Departments(departments.iter().map(ToString::to_string).collect());
        let everything = Listing {
            when: when(&[(0, "any"), (1, "status:open"), (1, "none"), (2, "status:open")]),
            ..Listing::default()
        };
        let other = department(p, "Stores").await;
        assert_eq!(listed(p, &own(&[&workshop]), &me.id, everything.clone(), 9).await, all[1..2]);
        assert_eq!(listed(p, &own(&[&other, &workshop]), &me.id, everything.clone(), 9).await, all[1..2]);
        assert!(listed(p, &own(&[]), &me.id, everything.clone(), 9).await.is_empty());
        let per = find(p, &all[2]).await.person.to_string();
        assert_eq!(listed(p, &Scope::Own(per), &me.id, everything, 9).await, all[2..3]);
    });
}

#[test]
fn a_view_is_paged_by_key_in_every_order_and_under_every_heading() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let me = hired(p, "Mette", Role::Admin).await;
        let workshop = department(p, "Workshop").await;
        let all = five(p, &test, &me, &workshop).await;
        for order in Order::ALL {
            for grouped in Grouping::ALL {
                let of = Listing { order, grouped, ..Listing::default() };
                let whole = listed(p, &Scope::All, &me.id, of.clone(), 50).await;
                assert_eq!(whole.len(), all.len());
                assert_eq!(listed(p, &Scope::All, &me.id, of.clone(), 1).await, whole, "{order:?} {grouped:?}");
                let query = |after: &str| ListQuery {
                    view: view(of.clone(), &me.id),
                    group: Group::Open,
                    after: Some(after.into()),
                    most: 50,
                };
                let mut conn = p.db.read().await.expect("read");
                for bent in ["bent", "1.2.3.4.5", "x.y.z", "0.0.cnv_x", "...."] {
                    let page = queries::list(&mut conn, &Scope::All, &query(bent), p.clock.business()).await;
                    assert_eq!(page.expect("a list").rows.len(), all.len(), "{bent}");
                }
            }
        }
        let ordered = async |order, grouped| {
            listed(p, &Scope::All, &me.id, Listing { order, grouped, ..Listing::default() }, 9).await
        };
        let these = |n: [usize; 5]| n.map(|n| all[n].clone()).to_vec();
        assert_eq!(ordered(Order::Due, Grouping::Nothing).await[..3], these([0, 1, 2, 4, 3])[..3]);
        assert_eq!(ordered(Order::Due, Grouping::Status).await[3..], these([0, 1, 2, 4, 3])[3..]);
        assert_eq!(ordered(Order::CreatedFirst, Grouping::Nothing).await, these([4, 0, 1, 2, 3]));
        assert_eq!(ordered(Order::CreatedLast, Grouping::Status).await, these([2, 1, 0, 4, 3]));
        assert_eq!(ordered(Order::CreatedFirst, Grouping::Owner).await.last(), Some(&all[0]), "nobody's stand first");
        assert_eq!(ordered(Order::CreatedFirst, Grouping::Department).await.last(), Some(&all[1]));
    });
}

/// How the database goes about it.
async fn plan(p: &Platform, sql: &str, values: Vec<Value>) -> String {
    let mut tx = p.begin().await.expect("begin");
    let (explain, column) = match p.db.engine() {
        platform::Engine::Sqlite => ("EXPLAIN QUERY PLAN", "detail"),
        platform::Engine::Postgres => {
            // On tables this small it would rather read and sort all: whether it need not is what is asked.
            for setting in ["enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort"] {
                tx.run(&format!("SET LOCAL {setting} = off"), vec![]).await.expect("set");
            }
            ("EXPLAIN", "QUERY PLAN")
        }
    };
    let rows = tx.all(&format!("{explain} {sql}"), values).await.expect("a plan");
    rows.iter().map(|row| row.text(column).expect("a line")).collect::<Vec<_>>().join("\n")
}

/// How often something is sorted instead of read in order.
fn sorts(plan: &str) -> usize {
    plan.lines().filter(|line| line.contains("TEMP B-TREE") || line.contains("Sort  (")).count()
}

#[test]
fn lists_of_a_colleague_of_several_departments_are_read_by_an_index_of_each() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, _) = ingrid(p).await;
        let scope = Scope::Departments(vec!["dep_1".into(), "dep_2".into(), "dep_3".into()]);
        for group in [Group::Open, Group::Waiting, Group::Closed, Group::Snoozed] {
            for view in
                [View::All, View::Mine(me.clone()), View::Unassigned, View::Breaching, View::Unanswered, View::Snoozed]
            {
                for after in [None, Some(store::After { key: 5, id: "cnv_0".into() })] {
                    let selection = Selection { view: &view, group, soon: p.clock.business(), after, most: 50 };
                    let (sql, values) = store::page_sql(&scope, &selection);
                    let plan = plan(p, &sql, values).await;
                    // What each gives is put in order at the end: a page of each, or all three pages together.
                    let parts = plan.matches("SCAN part").count().max(1);
                    assert!(sorts(&plan) <= parts, "{view:?} {group:?}: {plan}");
                    let indexes = ["conversation_due", "conversation_touched", "conversation_unanswered_in"];
                    let read: usize = indexes.iter().map(|index| plan.matches(index).count()).sum();
                    assert!(read >= 3, "{view:?} {group:?}: {plan}");
                }
            }
        }
    });
}

#[test]
fn views_are_read_by_an_index_without_sorting() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, _) = ingrid(p).await;
        let table = [
            ("status:open", Order::Due, "conversation_due"),
            ("tag:motor", Order::Due, "conversation_due"),
            ("language:nb", Order::Newest, "conversation_by_touch"),
            ("language:nb", Order::Oldest, "conversation_by_touch"),
            ("language:nb", Order::CreatedFirst, "conversation_created"),
            ("created_within:7", Order::CreatedLast, "conversation_created"),
        ];
        for (code, order, index) in table {
            let of = Listing { order, ..only(code) };
            let after = match order {
                Order::Due => "0.5.cnv_00000000000000000000000000",
                _ => "5.cnv_00000000000000000000000000",
            };
            for after in [None, Some(after)] {
                let looking = Looking { scope: &Scope::All, me: &me, now: p.clock.business() };
                let (sql, values) = store::saved_sql(&looking, &of, after, 50);
                assert_eq!(sql.contains(", c.id) "), after.is_some(), "{sql}");
                let plan = plan(p, &sql, values).await;
                assert!(plan.contains(index) && sorts(&plan) == 0, "{code} {order:?}: {plan}");
            }
        }
    });
}

#[test]
fn views_are_made_changed_removed_and_back_by_those_who_may() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (admin, jonas) = (hired(p, "Mette", Role::Admin).await, hired(p, "Jonas", Role::Agent).await);
        let light = hired(p, "Petra", Role::Light).await;
        let workshop = department(p, "Workshop").await;
        let wanted = |name: &str, visible| NewView { name: name.into(), visible, of: only("status:open") };
        let make = async |who: &Staff, new| commands::make_view(p, &who.actor(), new).await;
        let names = async |who: &Staff| {
            let all = queries::views(&mut p.db.read().await.expect("read"), who).await.expect("views");
            all.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let all = make(&admin, wanted(" All\n open ", Visible::Everyone)).await.expect("made");
        make(&admin, wanted("Workshop", Visible::Department(workshop.clone()))).await.expect("made");
        let own = make(&light, wanted("Mine", Visible::Own(light.id.clone()))).await.expect("made");
        assert_eq!(
            (names(&admin).await, names(&jonas).await),
            (vec!["All open".to_owned(), "Workshop".into()], vec!["All open".into()])
        );
        assert_eq!(names(&light).await, ["All open", "Mine"]);
        for visible in [Visible::Everyone, Visible::Department(workshop.clone()), Visible::Own(light.id.clone())] {
            let refused = make(&jonas, wanted("x", visible)).await;
            assert!(matches!(refused, Err(CommandError::Forbidden)));
        }
        let refusal = |answer: Result<ViewId, CommandError>| match answer {
            Err(CommandError::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        assert_eq!(refusal(make(&admin, wanted(" ", Visible::Everyone)).await), Refusal::NoViewName);
        let gone = Visible::Department(format!("dep_{}", "0".repeat(26)).parse().expect("an id"));
        assert_eq!(refusal(make(&admin, wanted("x", gone)).await), Refusal::NoSuchDepartment);
        let hostile = (0..views::DEPTH_MAX + 1)
            .fold(Condition::Test(Test::Followed), |deep, _| Condition::Group(Mode::None, vec![deep]));
        let hostile = NewView { of: Listing { when: hostile, ..Listing::default() }, ..wanted("x", Visible::Everyone) };
        assert_eq!(refusal(make(&admin, hostile).await), Refusal::ViewTooLarge);

        let twice = Listing { columns: vec![Column::Tags, Column::Tags], ..only("owner:me") };
        let changed = NewView { of: twice, ..wanted("All", Visible::Everyone) };
        let refused = commands::change_view(p, &jonas.actor(), &all, changed.clone()).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
        let refused = commands::remove_view(p, &jonas.actor(), &own).await;
        assert!(matches!(refused, Err(CommandError::NotFound)), "what one does not see is not there");
        commands::change_view(p, &admin.actor(), &all, changed.clone()).await.expect("changed");
        commands::change_view(
            p,
            &admin.actor(),
            &all,
            NewView { of: Listing { columns: vec![Column::Tags], ..changed.of.clone() }, ..changed },
        )
        .await
        .expect("the same");
        let found = queries::find_view(&mut p.db.read().await.expect("read"), &jonas, &all).await.expect("find");
        assert_eq!(found.expect("there").of.columns, [Column::Tags]);
        commands::remove_view(p, &admin.actor(), &all).await.expect("removed");
        assert!(names(&jonas).await.is_empty());
        commands::restore_view(p, &admin.actor(), &all).await.expect("back");
        assert_eq!(names(&jonas).await, ["All"]);
        let mut conn = p.db.read().await.expect("read");
        let history = log::history(&mut conn, &format!("view:{all}"), 50).await.expect("history");
        let kinds: Vec<_> = history.iter().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds, ["view.made", "view.changed", "view.removed", "view.restored"]);
        let counts = queries::counts(&mut conn, &Scope::All, &light.id, p.clock.business()).await.expect("counts");
        assert_eq!(
            counts.views.iter().map(|one| (one.name.as_str(), one.n)).collect::<Vec<_>>(),
            [("All", Some(0)), ("Mine", Some(0))]
        );
        drop(conn);
        healthy(p).await;
    });
}
