//! Rules that wait for a time, and what a rule would have done.

use jiff::SignedDuration;

use super::super::store::wakes;
use super::*;

async fn hours(house: &House, n: i64) {
    house.test.clock.advance_business(SignedDuration::from_hours(n));
    house.work().await;
}

async fn waiting(house: &House) -> i64 {
    let mut conn = house.p().db.read().await.expect("read");
    conn.number("SELECT COUNT(*) AS n FROM automation_wake", vals![]).await.expect("counted")
}

#[test]
fn a_time_comes_once_counts_from_the_first_message_and_ends_with_an_answer() {
    run(|house| async move {
        let rule = house.rule("Wait", "time:customer:4:hours", ALWAYS, &["tag:waits", "note:waits"]).await;
        let id = house.mail(1, None, false).await;
        hours(&house, 3).await;
        house.mail(2, Some(1), false).await;
        house.work().await;
        assert_eq!((house.did(&rule).await.len(), waiting(&house).await), (0, 1));
        hours(&house, 1).await;
        assert_eq!(house.tags(&id).await, ["waits"], "an impatient second mail puts nothing off");
        hours(&house, 48).await;
        assert_eq!((house.messages(&id, MessageKind::Note).await, waiting(&house).await), (1, 0));
        house.mail(3, Some(2), false).await;
        house.work().await;
        let answer = NewReply { body: "Hello".into(), ..NewReply::default() };
        desk::reply(house.p(), &house.ingrid.actor(), &id, answer).await.expect("replied");
        hours(&house, 48).await;
        assert_eq!((house.messages(&id, MessageKind::Note).await, waiting(&house).await), (1, 0));
    });
}

#[test]
fn only_what_is_due_is_looked_at() {
    run(|house| async move {
        house.rule("Wait", "time:opened:5:days", ALWAYS, &["tag:old"]).await;
        let mut ids = Vec::new();
        for n in 0..4 {
            ids.push(house.mail(n, None, false).await);
            hours(&house, 24).await;
        }
        let now = house.p().clock.business();
        let mut conn = house.p().db.read().await.expect("read");
        assert_eq!(wakes::due(&mut conn, now, 99).await.expect("read"), []);
        drop(conn);
        hours(&house, 24).await;
        let old = |tags: Vec<String>| tags == ["old"];
        assert!(old(house.tags(&ids[0]).await) && !old(house.tags(&ids[1]).await));
        hours(&house, 24).await;
        assert!(old(house.tags(&ids[1]).await) && !old(house.tags(&ids[2]).await));
    });
}

/// How the database goes about finding what is due.
async fn plan(p: &Platform) -> String {
    let mut tx = p.begin().await.expect("begin");
    let (explain, column) = match p.db.engine() {
        platform::Engine::Sqlite => ("EXPLAIN QUERY PLAN", "detail"),
        platform::Engine::Postgres => ("EXPLAIN", "QUERY PLAN"),
    };
    let rows = tx.all(&format!("{explain} {}", wakes::DUE), vals![p.clock.business(), 100_i64]).await.expect("a plan");
    rows.iter().map(|row| row.text(column).expect("a line")).collect::<Vec<_>>().join("\n")
}

#[test]
fn of_very_many_that_wait_only_those_are_read_that_are_due() {
    run(|house| async move {
        let p = house.p();
        let rule = house.rule("Wait", "time:opened:5:days", ALWAYS, &["tag:old"]).await;
        let id = house.mail(1, None, false).await;
        house.work().await;
        let mut tx = p.begin().await.expect("begin");
        let many = "INSERT INTO automation_wake (rule, conversation, since, due) \
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) \
                    SELECT CAST($1 AS TEXT), 'waits-' || i, CAST($2 AS BIGINT), CAST($2 AS BIGINT) + i FROM n";
        let far = base::clock::to_micros(tx.now() + SignedDuration::from_hours(24 * 300));
        tx.run(many, vals![rule.as_str(), far]).await.expect("kept");
        if p.db.engine() == platform::Engine::Postgres {
            tx.run("ANALYZE automation_wake", vals![]).await.expect("counted");
        }
        tx.commit().await.expect("commit");
        let plan = plan(p).await;
        assert!(plan.contains("automation_wake_due"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE") && !plan.contains("Sort"), "{plan}");
        assert!(!plan.contains("Seq Scan") && !plan.contains("SCAN automation_wake\n"), "{plan}");
        hours(&house, 24 * 5).await;
        assert_eq!((house.tags(&id).await, waiting(&house).await), (vec!["old".to_owned()], 20_000));
    });
}

#[test]
fn a_deadline_that_moves_moves_its_rule_and_none_is_none() {
    run(|house| async move {
        let rule = house.rule("Soon", "time:deadline:2:hours", ALWAYS, &["tag:soon"]).await;
        // The first reply is due within a day.
        let id = house.mail(1, None, false).await;
        hours(&house, 21).await;
        assert_eq!(house.did(&rule).await, []);
        hours(&house, 1).await;
        assert_eq!(house.tags(&id).await, ["soon"]);
        let other = house.mail(2, None, false).await;
        house.work().await;
        let answer = NewReply { body: "Hello".into(), ..NewReply::default() };
        desk::reply(house.p(), &house.ingrid.actor(), &other, answer).await.expect("replied");
        hours(&house, 48).await;
        assert_eq!(house.tags(&other).await, Vec::<String>::new(), "nothing is owed");
    });
}

#[test]
fn before_a_reply_is_due_says_nothing_of_a_solution() {
    run(|house| async move {
        let p = house.p();
        house.rule("Soon", "time:deadline:2:hours", ALWAYS, &["tag:soon"]).await;
        // The first reply is due within a day, what solves it within five hours.
        let id = house.mail(1, None, false).await;
        let mut tx = p.begin().await.expect("begin");
        let solved_by = tx.now() + SignedDuration::from_hours(5);
        let sql = "UPDATE conversation SET resolve_due = $2 WHERE id = $1";
        tx.run(sql, vals![id.as_str(), solved_by]).await.expect("set");
        tx.commit().await.expect("commit");
        hours(&house, 4).await;
        assert_eq!(house.tags(&id).await, Vec::<String>::new());
        hours(&house, 18).await;
        assert_eq!(house.tags(&id).await, ["soon"]);
    });
}

#[test]
fn a_rule_that_counts_otherwise_counts_otherwise_for_what_waits() {
    run(|house| async move {
        let p = house.p();
        let rule = house.rule("Wait", "time:customer:48:hours", ALWAYS, &["tag:waits"]).await;
        let id = house.mail(1, None, false).await;
        hours(&house, 10).await;
        let sooner = spec("Wait", "time:customer:5:hours", ALWAYS, &["tag:waits"]);
        change(p, &house.olga.actor(), &rule, sooner).await.expect("changed");
        house.work().await;
        assert_eq!(house.tags(&id).await, ["waits"]);
        let id = house.mail(2, None, false).await;
        house.work().await;
        let later = spec("Wait", "time:customer:9:hours", ALWAYS, &["tag:waits"]);
        change(p, &house.olga.actor(), &rule, later).await.expect("changed");
        hours(&house, 8).await;
        assert_eq!(house.tags(&id).await, Vec::<String>::new());
        hours(&house, 1).await;
        assert_eq!(house.tags(&id).await, ["waits"]);
        // Off, nothing waits any more.
        house.mail(3, None, false).await;
        house.work().await;
        switch(p, &house.olga.actor(), &rule, false).await.expect("off");
        assert_eq!(waiting(&house).await, 0);
    });
}

#[test]
fn what_a_rule_would_have_done_is_told_and_not_done() {
    run(|house| async move {
        let (p, olga) = (house.p(), house.olga.actor());
        let one = house.mail(1, None, false).await;
        house.mail(2, None, false).await;
        desk::tag(p, &house.ingrid.actor(), &one, &["motor".to_owned()]).await.expect("tagged");
        let tried = |trigger: &'static str, lines: &'static [(usize, &'static str)]| {
            let spec = spec("x", trigger, lines, &["note:x"]);
            let (p, olga) = (p.clone(), olga.clone());
            async move { try_out(&p, &olga, &spec).await.expect("tried") }
        };
        let all = tried("on:opened", ALWAYS).await;
        assert_eq!((all.occasions, all.fits, all.on.len(), all.cut), (2, 2, 2, false));
        let motor = tried("on:opened", &[(0, "all"), (1, "tag:motor")]).await;
        assert_eq!((motor.occasions, motor.fits), (2, 1));
        assert_eq!(motor.on.first().map(|on| on.row.conversation.id.clone()), Some(one.clone()));
        assert_eq!(tried("time:customer:4:hours", ALWAYS).await.occasions, 0, "not yet");
        house.test.clock.advance_business(SignedDuration::from_hours(5));
        assert_eq!(tried("time:customer:4:hours", ALWAYS).await.occasions, 2);
        let answer = NewReply { body: "Hello".into(), ..NewReply::default() };
        desk::reply(p, &house.ingrid.actor(), &one, answer).await.expect("replied");
        assert_eq!(tried("time:customer:6:hours", ALWAYS).await.occasions, 0);
        assert!(tried("time:deadline:4:hours", ALWAYS).await.unknowable);
        house.test.clock.advance_business(SignedDuration::from_hours(24 * 31));
        assert_eq!(tried("on:opened", ALWAYS).await.occasions, 0, "a month back and no further");
        assert_eq!(house.messages(&one, MessageKind::Note).await, 0);
        assert!(matches!(try_out(p, &house.ingrid.actor(), &Spec::default()).await, Err(Failure::Forbidden)));
    });
}
