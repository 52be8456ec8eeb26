//! A colleague's day, drawn from what is there.

use jiff::tz::TimeZone;

use super::*;
use crate::rules::today::Reason;
use crate::{Contact, Snooze};

#[test]
fn a_day_says_what_to_answer_to_keep_and_whom_to_call() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let zone = TimeZone::get("Europe/Oslo").expect("a zone");
        let mut all = Vec::new();
        for n in 0..6 {
            all.push(take_in(p, mail(p, &format!("k{n}@post.example"), &format!("s{n}"), "Hei")).await.conversation);
        }
        // All are due in 24 hours: tomorrow at 13:48.
        let read = async |now| {
            let mut conn = p.db.read().await.expect("read");
            let today = queries::today(&mut conn, &Scope::All, &me, (now, &zone)).await.expect("a day");
            let count = queries::due_today(&mut conn, &Scope::All, &me, (now, &zone)).await.expect("counted");
            assert_eq!(today.due, count);
            today
        };
        let ids =
            |rows: &[queries::TodayRow]| rows.iter().map(|one| one.row.conversation.id.clone()).collect::<Vec<_>>();
        let today = read(p.clock.business()).await;
        assert!(today.answer.is_empty() && today.keep.is_empty() && today.call.is_empty() && today.due == 0);

        for id in &all[..4] {
            commands::assign(p, &actor, id, Some(&me)).await.expect("assigned");
        }
        let evening = Snooze::Until(p.clock.business() + SignedDuration::from_hours(6));
        commands::snooze(p, &actor, &all[0], evening).await.expect("snoozed");
        commands::add_items(p, &actor, &all[1], "Order the part").await.expect("added");
        let tried = commands::NewContact { contact: Contact::default(), ..commands::NewContact::default() };
        commands::log_contact(p, &actor, &all[2], tried.clone()).await.expect("logged");
        commands::log_contact(p, &actor, &all[3], tried).await.expect("logged");
        test.clock.advance_business(SignedDuration::from_mins(5));
        commands::reply(p, &actor, &all[3], reply("Jeg fikk ikke tak i deg.")).await.expect("replied");
        let today = read(p.clock.business()).await;
        assert_eq!(ids(&today.keep), [all[0].clone(), all[1].clone()]);
        assert!(matches!(today.keep[0].reason, Reason::Back(_)) && today.keep[1].reason == Reason::Unfinished);
        assert_eq!(today.keep[1].row.items, Some((0, 1)));
        assert_eq!(ids(&today.call), [all[2].clone()], "who was written to since was reached");
        assert!(today.answer.is_empty());

        // Tomorrow everything is due; who asked to be called is called.
        let person = find(p, &all[4]).await.person;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE person SET channel = 'phone' WHERE id = $1", platform::vals![person.as_str()])
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        let tomorrow = p.clock.business() + SignedDuration::from_hours(20);
        let today = read(tomorrow).await;
        assert_eq!(ids(&today.answer), [all[1].clone(), all[2].clone(), all[5].clone()]);
        assert_eq!(today.due, 4);
        assert_eq!(ids(&today.call), [all[4].clone(), all[2].clone()]);
        assert_eq!(today.call[0].reason, Reason::DueByPhone);
    });
}

#[test]
fn a_day_is_read_by_indexes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        if p.db.engine() != platform::Engine::Sqlite {
            return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
        }
        let (me, _) = ingrid(p).await;
        let now = p.clock.business();
        for scope in [Scope::All, Scope::Departments(vec!["dep_1".into(), "dep_2".into()])] {
            let day = store::Day { scope: &scope, me: &me, until: now, since: now, most: 50 };
            for (sql, values) in
                [store::answer_sql(&day), store::back_sql(&day), store::unfinished_sql(&day), store::calls_sql(&day)]
            {
                let mut conn = p.db.read().await.expect("read");
                let plan = conn.all(&format!("EXPLAIN QUERY PLAN {sql}"), values).await.expect("plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                let scans: Vec<&String> =
                    plan.iter().filter(|line| line.starts_with("SCAN ") && !line.contains("part")).collect();
                assert!(scans.is_empty(), "{sql}\n{}", plan.join("\n"));
            }
        }
    });
}
